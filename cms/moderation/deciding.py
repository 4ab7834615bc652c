"""Approving and sending back, from the list and from the editor: what came of it is said, and so is what refused it.

Wagtail 8.0 says nothing from the list, "updated" from the editor, and answers with an error where the text may not be
published. Can go when it tells.
"""

from functools import wraps

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin
from wagtail.admin.views.generic.workflow import BaseWorkflowFormView, WorkflowAction
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import WorkflowState

from cms.moderation.last_editor import is_last_editor
from cms.moderation.models import RefusedError, ReviewTask


def put_in_place() -> None:
    """Wrap Wagtail's three ways to decide. Doing it twice changes nothing."""
    if getattr(WorkflowAction.post, "says_what_came", False):
        return
    BaseWorkflowFormView.dispatch = _to_the_last_editor(BaseWorkflowFormView.dispatch)
    WorkflowAction.post = _from_the_list(WorkflowAction.post)
    EditView.perform_workflow_action = _from_the_page_editor(EditView.perform_workflow_action)
    mixin = CreateEditViewOptionalFeaturesMixin
    mixin.workflow_action_action = _from_the_snippet_editor(mixin.workflow_action_action)


def outcome(obj: models.Model) -> str:
    """Return what has become of a page or snippet on which somebody has just decided."""
    obj = type(obj)._default_manager.get(pk=obj.pk)
    names = {"title": get_latest_str(obj)}
    state = obj.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _("“%(title)s” has been sent back.") % names
    if state is not None:
        return _("“%(title)s” goes on to the next step: %(step)s.") % {**names, "step": state.current_task_state.task}
    scheduled = obj.scheduled_revision
    if scheduled is not None:
        moment = date_format(localtime(scheduled.approved_go_live_at), "SHORT_DATETIME_FORMAT")
        return _("“%(title)s” is approved, and will be published on %(moment)s.") % {**names, "moment": moment}
    return _("“%(title)s” is approved and published.") % names


def _to_the_last_editor(original):
    """Somebody edited a text after its line in his list was drawn: the button is still there, the right is not."""

    @wraps(original)
    def dispatch(self, request, *args, **kwargs):
        try:
            return original(self, request, *args, **kwargs)
        except PermissionDenied:
            if not isinstance(self.task, ReviewTask) or not is_last_editor(self.object, request.user):
                raise
            return _refuse(
                self, request, RefusedError(_("Whoever edited last cannot approve: other eyes must see it."))
            )

    return dispatch


def _from_the_list(original):
    @wraps(original)
    def post(self, request, *args, **kwargs):
        before = self.task_state.status
        try:
            with transaction.atomic():
                response = original(self, request, *args, **kwargs)
        except (RefusedError, ValidationError) as error:
            return _refuse(self, request, error)
        self.task_state.refresh_from_db()
        if self.task_state.status != before:
            messages.success(request, outcome(self.object))
        return response

    post.says_what_came = True
    return post


def _from_the_page_editor(original):
    @wraps(original)
    def perform_workflow_action(self):
        if self.expects_json_response:
            # What saves by itself decides nothing, whatever else the form holds by then.
            return self.save_action()
        # In the place of "updated".
        self.add_save_confirmation_message = lambda: messages.success(self.request, outcome(self.page))
        try:
            return original(self)
        except (RefusedError, ValidationError) as error:
            _tell_refusal(self.request, error)
            return redirect(self.get_edit_url())

    return perform_workflow_action


def _from_the_snippet_editor(original):
    @wraps(original)
    def workflow_action_action(self):
        if self.expects_json_response:
            return None
        try:
            return original(self)
        except (RefusedError, ValidationError) as error:
            _tell_refusal(self.request, error)
            return redirect(AdminURLFinder(self.request.user).get_edit_url(self.object))

    return workflow_action_action


def _refuse(view: BaseWorkflowFormView, request, error: Exception):
    _tell_refusal(request, error)
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return render_modal_workflow(request, "", None, {}, {"step": "success", "redirect": view.redirect_url})
    return redirect(view.redirect_url)


def _tell_refusal(request, error: Exception) -> None:
    texts = error.messages if isinstance(error, ValidationError) else [str(error)]
    messages.error(request, " ".join(dict.fromkeys(texts)))
