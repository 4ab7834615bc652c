"""A translation goes through the same workflow as any text: handed in from its editor, and not changed beside it."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str
from wagtail.models import WorkflowMixin, WorkflowState
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from cms.delivery.tree_lock import changing_tree
from cms.translation.facts.guarding import refusal, refusing_segments
from cms.translation.guards import may_publish
from cms.translation.machine import UncheckedTextsError, unchecked_texts


def hand_in(request, translation_id: int):
    """Ask, then (POST) write the translated text into a draft of its page or snippet and start its workflow.

    Whoever reviews it, and corrected it, writes his corrections into the draft the same way; the workflow goes on.
    """
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=translation_id)
    target = _target_of(translation)
    if not edit_translation.user_can_edit_instance(request.user, target):
        raise PermissionDenied
    address = translation.get_target_instance_edit_url()
    task = target.current_workflow_task
    if task is not None and task.locked_for_user(target, request.user):
        messages.error(request, _("This is in moderation: others look at it now."))
        return redirect(address)
    if request.method != "POST":
        context = {"target": target, "edit_url": address, "is_correction": task is not None}
        return TemplateResponse(request, "translation/admin/hand_in.html", context)
    segments = refusing_segments(translation.source, translation.target_locale)
    if segments:
        messages.error(request, refusal(segments))
        return redirect(address)
    unchecked = unchecked_texts(translation.source, translation.target_locale)
    if unchecked:
        messages.error(request, "; ".join(UncheckedTextsError(unchecked).messages))
        return redirect(address)
    _write(translation, request.user)
    if task is None:
        title = get_latest_str(translation.get_target_instance())
        messages.success(request, _("“%(title)s” has been handed in for review.") % {"title": title})
    else:
        messages.success(request, _("Your corrections are in the draft; somebody else must approve them."))
    return redirect(reverse("wagtailadmin_home"))


def _target_of(translation: Translation):
    try:
        target = translation.get_target_instance()
    except translation.source.specific_content_type.model_class().DoesNotExist:
        raise Http404 from None
    if not isinstance(target, WorkflowMixin) or not target.has_workflow:
        raise Http404
    return target


def _write(translation: Translation, user) -> None:
    """Save the draft, and start the workflow or take it up again, together or not at all."""
    with changing_tree():
        translation.save_target(user=user, publish=False)
        target = translation.get_target_instance()
        state = target.current_workflow_state
        if state is None:
            target.get_workflow().start(target, user)
        elif state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            state.resume(user)


def put_in_place() -> None:
    """Have the translation editor offer it. Doing it twice changes nothing.

    Can go when wagtail-localize's editor knows workflows.
    """
    if not getattr(edit_translation.edit_translation, "knows_workflows", False):
        edit_translation.edit_translation = _with_workflow(edit_translation.edit_translation)


def _with_workflow(original):
    @wraps(original)
    def edit(request, translation, instance):
        if not isinstance(instance, WorkflowMixin):
            return original(request, translation, instance)
        in_progress = instance.workflow_in_progress
        if request.method == "POST" and request.POST.get("action") == "publish" and in_progress:
            messages.error(
                request,
                _("Not published: this is in moderation. Approve it, or take it out of moderation first."),
            )
            return redirect(request.path)
        if request.method == "GET":
            _offer(request, translation, instance, in_progress)
        return original(request, translation, instance)

    edit.knows_workflows = True
    return edit


def _offer(request, translation: Translation, instance, in_progress: bool) -> None:
    address = reverse("translation_hand_in", args=[translation.pk])
    if not in_progress:
        # The editor of texts has the button itself.
        if "values" in request.GET and instance.has_workflow and not may_publish(request.user, instance):
            button = messages.button(address, _("Hand in for review"))
            messages.info(request, _("When the translation is ready, hand it in for review."), buttons=[button])
        return
    task = instance.current_workflow_task
    is_reviewer = not task.locked_for_user(instance, request.user)
    buttons = [messages.button(address, _("Put my corrections into the draft"))] if is_reviewer else []
    messages.info(request, _("In moderation: %(step)s.") % {"step": task.name}, buttons=buttons)
