"""Legal questions that were answered for everyone. What people send in is not here: it has no public field at all."""
