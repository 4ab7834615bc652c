"""The newsroom's workflow: an editor looks first, a leader last; for pages, snippets and translations alike."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowContentType, WorkflowPage, WorkflowTask
from wagtail.snippets.models import get_workflow_enabled_models

from cms.moderation.models import ReviewTask
from cms.users.roles.keeping import group_of

# The roles that look, in their order.
STEPS = ("editor", "publisher")


def keep_workflow() -> None:
    """Make the workflow, and have every page and snippet go through it; doing it again changes nothing.

    What an administrator made of it (names, further steps, another workflow for a section) stays. Wagtail's own
    workflow, which asked only for a moderator, is put aside.
    """
    groups = [group for group in map(group_of, STEPS) if group is not None]
    workflow = _find(groups) or _make(groups)
    stock = Workflow.objects.filter(workflow_tasks__task__in=GroupApprovalTask.objects.filter(groups=None))
    WorkflowPage.objects.filter(workflow__in=stock).delete()
    stock.update(active=False)
    root = Page.get_first_root_node()
    if root is not None and not WorkflowPage.objects.filter(page=root).exists():
        WorkflowPage.objects.create(page=root, workflow=workflow)
    kinds = [ContentType.objects.get_for_model(model) for model in get_workflow_enabled_models()]
    held = set(WorkflowContentType.objects.values_list("content_type_id", flat=True))
    WorkflowContentType.objects.bulk_create(
        WorkflowContentType(content_type=kind, workflow=workflow) for kind in kinds if kind.pk not in held
    )


def _find(groups: list[Group]) -> Workflow | None:
    """Return the active workflow in which the last of the groups decides."""
    tasks = ReviewTask.objects.filter(groups=groups[-1], active=True)
    return Workflow.objects.filter(active=True, workflow_tasks__task__in=tasks).order_by("pk").first()


def _make(groups: list[Group]) -> Workflow:
    # Names are data: they are in the language of the house.
    with translation.override(settings.LANGUAGE_CODE):
        workflow = Workflow.objects.create(name=gettext("Approval of texts"))
        names = [gettext("An editor looks"), gettext("A leader approves")]
    for order, (name, group) in enumerate(zip(names, groups, strict=True)):
        task = ReviewTask.objects.create(name=name)
        task.groups.add(group)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    return workflow
