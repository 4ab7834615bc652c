"""How a list is read: its SQL made once per kind of question, its numbers bound per request, ready bytes out."""
