"""What somebody who opens a text in moderation is told first: why it came back, and why he cannot approve it."""

from django.db import models
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import WorkflowMixin, WorkflowState

from cms.moderation.last_editor import is_last_editor
from cms.moderation.models import ReviewTask
from cms.moderation.work import name_of


def tell(request, instance: models.Model) -> None:
    """Tell it to whoever opens this page or snippet."""
    if request.method != "GET" or not isinstance(instance, WorkflowMixin):
        return
    state = instance.current_workflow_state
    if state is None or state.current_task_state is None:
        return
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        _tell_why(request, state.current_task_state)
    elif _waits_for(request.user, instance) and is_last_editor(instance, request.user):
        messages.info(request, _("You edited this last: somebody else must approve it."))


def _tell_why(request, task_state) -> None:
    values = {"who": name_of(task_state.finished_by), "comment": task_state.comment}
    text = _("Sent back by %(who)s: “%(comment)s”") if values["who"] else _("Sent back: “%(comment)s”")
    if values["comment"]:
        messages.warning(request, text % values)


def _waits_for(user, instance: WorkflowMixin) -> bool:
    """Whether it is this user's turn, were it not for what he wrote himself."""
    task = instance.current_workflow_task
    return isinstance(task, ReviewTask) and bool(task.get_actions(instance, user))
