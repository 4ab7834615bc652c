"""What every room stands on: the abstract page, the blocks, cards, Vietnamese text, house rules."""
