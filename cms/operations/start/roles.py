"""The roles of the newsroom: made at the first start, and completed when a new release knows more."""

from cms.operations.start.progress import Step
from cms.users.roles.keeping import keep_roles


def keep_roles_at_start(step: Step) -> None:
    """Make and repair the roles; a dozen queries when nothing is missing."""
    changes = keep_roles()
    step.say(f"{len(changes.made)} made" if changes.made else "as they should be")
