"""A step of the workflow: other eyes than the last editor's, and no rejection without a word."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from cms.moderation.forms import RejectionForm
from cms.moderation.last_editor import is_last_editor


class RefusedError(PermissionDenied):
    """The rules of a step forbid a decision; says why, in the user's language."""


class ReviewTask(AbstractGroupApprovalTask):
    """Members of the groups approve what somebody else wrote last; whoever sends back says why."""

    class Meta:
        verbose_name = _("review by other eyes")
        verbose_name_plural = _("reviews by other eyes")

    @classmethod
    def get_description(cls):
        return _("Members of the chosen groups approve what somebody else edited last; a rejection needs a comment")

    def get_form_for_action(self, action):
        return RejectionForm if action == "reject" else super().get_form_for_action(action)

    def get_actions(self, obj, user):
        actions = super().get_actions(obj, user)
        if is_last_editor(obj, user):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state, user, action_name, **kwargs):
        """Approve or reject. Raises RefusedError where the rules forbid it, whichever door it came through."""
        obj = task_state.workflow_state.content_object
        if action_name not in {action[0] for action in self.get_actions(obj, user)}:
            raise RefusedError(_("Whoever edited last cannot approve: other eyes must see it."))
        if action_name == "reject" and not (kwargs.get("comment") or "").strip():
            raise RefusedError(_("Say what must be changed."))
        return super().on_action(task_state, user, action_name, **kwargs)
