"""Background work: the queue of tasks, and what is done by the clock."""
