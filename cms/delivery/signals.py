"""What this room tells whoever listens."""

from django.dispatch import Signal

# An editor's action (the sender is Wagtail's class of it) and all that follows from it is done, in so many `seconds`.
# Inside a larger transaction that is before its commit.
action_ended = Signal()
