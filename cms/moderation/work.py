"""What waits for somebody: to review, sent back to him, to translate, going out next."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Q
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, TaskState, WorkflowState

from cms.moderation.last_editor import find_last_editors

SHOWN = 8


@dataclass
class Item:
    """One line: what it is, where it is worked on, and a word beside it. `actions` are (address, label, is modal)."""

    title: str
    url: str | None
    language: str = ""
    since: object = None
    who: str = ""
    note: str = ""
    actions: list[tuple[str, str, bool]] = field(default_factory=list)


# Given a user and how many to show at most; registered by the room that knows translations.
translation_work: list[Callable[[object, int], list[Item]]] = []


# Given a user and how many to show at most: a heading, the lines, and the address of all; of higher rooms.
further_work: list[Callable[[object, int], tuple[str, list[Item], str]]] = []


def to_review(user) -> list[Item]:
    """Return what waits for this user's approval, the longest waiting first."""
    states = (
        TaskState.objects.reviewable_by(user)
        .select_related("revision__user", "workflow_state__requested_by", "task")
        .prefetch_related("revision__content_object__latest_revision", "revision__content_object__locale")
        .order_by("started_at", "pk")[:SHOWN]
    )
    finder, tasks = AdminURLFinder(user), {}
    waiting = [(state, obj) for state in states if (obj := state.revision.content_object) is not None]
    last_editors = find_last_editors(obj for _state, obj in waiting)
    items = []
    for state, obj in waiting:
        if state.task_id not in tasks:
            tasks[state.task_id] = state.task.specific
        task = tasks[state.task_id]
        item = _item(obj, finder, since=state.started_at, who=name_of(state.revision.user))
        if last_editors[obj] != user.pk:
            item.actions = [
                (_action_url(obj, name, state), str(label), is_modal)
                for name, label, is_modal in task.get_actions(obj, user)
            ]
        items.append(item)
    return items


def sent_back(user) -> list[Item]:
    """Return what this user wrote or handed in and got back, with what was said."""
    page_type = ContentType.objects.get_for_model(Page)
    own_pages = Page.objects.filter(owner=user).values("pk")
    states = (
        WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES)
        .annotate(page_key=Cast("object_id", IntegerField()))
        .filter(Q(requested_by=user) | Q(base_content_type=page_type, page_key__in=own_pages))
        .select_related("current_task_state__finished_by")
        .prefetch_related("content_object__locale")
        .order_by("-current_task_state__finished_at", "-pk")[:SHOWN]
    )
    finder = AdminURLFinder(user)
    return [
        _item(
            state.content_object,
            finder,
            since=state.current_task_state.finished_at,
            who=name_of(state.current_task_state.finished_by),
            note=state.current_task_state.comment,
        )
        for state in states
        if state.content_object is not None and state.current_task_state is not None
    ]


def handed_in(user) -> list[Item]:
    """Return what this user handed in and others have still to look at; `note` names the step."""
    states = (
        WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, requested_by=user)
        .select_related("current_task_state__task")
        .prefetch_related("content_object__locale")
        .order_by("-created_at", "-pk")[:SHOWN]
    )
    finder = AdminURLFinder(user)
    return [
        _item(state.content_object, finder, since=state.created_at, note=state.current_task_state.task.name)
        for state in states
        if state.content_object is not None and state.current_task_state is not None
    ]


def to_translate(user) -> list[Item]:
    return [item for give in translation_work for item in give(user, SHOWN)][:SHOWN]


def further(user) -> list[tuple[str, list[Item], str]]:
    """Return what rooms of their own have for this user, without those that have nothing."""
    return [found for give in further_work if (found := give(user, SHOWN))[1]]


def _item(obj, finder: AdminURLFinder, **values) -> Item:
    language = obj.locale.language_code if getattr(obj, "locale_id", None) else ""
    latest = obj.latest_revision.object_str if obj.latest_revision_id else ""
    # Whoever reviews a page, or wrote it, may open it: the finder would ask for each page's workflow again.
    is_page = isinstance(obj, Page)
    url = reverse("wagtailadmin_pages:edit", args=[obj.pk]) if is_page else finder.get_edit_url(obj)
    return Item(title=latest or str(obj), url=url, language=language, **values)


def _action_url(obj, name: str, state: TaskState) -> str:
    if isinstance(obj, Page):
        return reverse("wagtailadmin_pages:workflow_action", args=[obj.pk, name, state.pk])
    return reverse(obj.snippet_viewset.get_url_name("workflow_action"), args=[obj.pk, name, state.pk])


def name_of(user) -> str:
    return (user.get_full_name() or user.get_username()) if user is not None else ""
