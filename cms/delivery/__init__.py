"""What is published: the unit of work, the delivery store and its sequence, and how both are kept right."""
