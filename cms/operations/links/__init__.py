"""Links to other websites: which there are, whether they lead somewhere, and who shows them."""
