"""Making the roles' groups, and repairing them: their rights become exactly what the table says, whatever they were."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import translation
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page

from cms.core.models.base_page import HOME_DEPTH
from cms.users.models import RoleGroup
from cms.users.roles.role import EVERY_TREE, OWN_TREE, SOURCE_TREE, Role
from cms.users.roles.table import ROLES

# Groups that Wagtail's first migration makes.
STOCK_GROUPS = ("Editors", "Moderators")

# What higher rooms do once the groups are there (the workflow's steps, say). Called inside the transaction.
followers: list[Callable[[], None]] = []


@dataclass
class Changes:
    """What was done: names of groups that were made, and how many rights were given and taken."""

    made: list[str]
    given: int = 0
    taken: int = 0


@transaction.atomic
def keep_roles() -> Changes:
    """Make every role's groups and set their rights; doing it again changes nothing.

    A renamed group keeps its name, members are never touched. Wagtail's own two groups go if nobody is in them.
    """
    changes = Changes(made=[])
    known = _Permissions()
    for role in ROLES:
        for language in _languages_of(role):
            group = _group_of(role, language, changes)
            _keep(changes, group.permissions, known.named(role.rights))
            _keep_page_rights(changes, group, role, language, known)
            _keep_file_rights(changes, group, role, known)
    Group.objects.filter(name__in=STOCK_GROUPS, user=None, role=None).delete()
    for follow in followers:
        follow()
    return changes


def group_of(key: str, language: str = "") -> Group | None:
    """Return the group that holds a role, None where the roles have not been made."""
    return Group.objects.filter(role__key=key, role__language=language).first()


class _Permissions:
    """All permissions by "app.codename", from one query."""

    def __init__(self):
        rows = Permission.objects.select_related("content_type")
        self.by_name = {f"{row.content_type.app_label}.{row.codename}": row for row in rows}

    def named(self, names: Iterable[str]) -> list[Permission]:
        return [self.by_name[name] for name in names if name in self.by_name]


def _languages_of(role: Role) -> list[str]:
    if not role.each_language:
        return [""]
    return list(
        Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
        .values_list("language_code", flat=True)
        .order_by("pk")
    )


def _group_of(role: Role, language: str, changes: Changes) -> Group:
    held = RoleGroup.objects.filter(key=role.key, language=language).select_related("group").first()
    if held is not None:
        return held.group
    # Names are data: they are in the language of the house.
    with translation.override(settings.LANGUAGE_CODE):
        name = (
            f"{role.name} ({translation.get_language_info(language)['name_translated']})"
            if language
            else str(role.name)
        )
    group, _created = Group.objects.get_or_create(name=name)
    RoleGroup.objects.create(key=role.key, language=language, group=group)
    changes.made.append(name)
    return group


def _keep(changes: Changes, relation, wanted: list[Permission]) -> None:
    now = set(relation.all())
    missing, strange = set(wanted) - now, now - set(wanted)
    relation.add(*missing)
    relation.remove(*strange)
    changes.given += len(missing)
    changes.taken += len(strange)


def _keep_page_rights(changes: Changes, group: Group, role: Role, language: str, known: _Permissions) -> None:
    wanted = {
        (page, permission.pk)
        for place, actions in role.pages.items()
        for page in _pages_at(place, language)
        for permission in known.named(f"wagtailcore.{action}_page" for action in actions)
    }
    _keep_rows(changes, GroupPagePermission.objects.filter(group=group), "page_id", wanted, group)


def _keep_file_rights(changes: Changes, group: Group, role: Role, known: _Permissions) -> None:
    root = Collection.get_first_root_node()
    wanted = {(root.pk, permission.pk) for permission in known.named(role.files)} if root else set()
    _keep_rows(changes, GroupCollectionPermission.objects.filter(group=group), "collection_id", wanted, group)


def _keep_rows(changes: Changes, rows, place: str, wanted: set[tuple[int, int]], group: Group) -> None:
    """Make the rows (place, permission) of a group those wanted."""
    now = {(getattr(row, place), row.permission_id): row for row in rows}
    strange = now.keys() - wanted
    rows.filter(pk__in=[now[key].pk for key in strange]).delete()
    missing = wanted - now.keys()
    rows.model.objects.bulk_create(
        rows.model(group=group, permission_id=permission, **{place: where}) for where, permission in sorted(missing)
    )
    changes.given += len(missing)
    changes.taken += len(strange)


def _pages_at(place: str, language: str) -> list[int]:
    root = Page.get_first_root_node()
    homes = Page.objects.filter(depth=HOME_DEPTH, path__startswith=root.path)
    if place == EVERY_TREE:
        found = homes
    elif place == SOURCE_TREE:
        found = homes.filter(locale__language_code=settings.LANGUAGE_CODE)
    elif place == OWN_TREE:
        found = homes.filter(locale__language_code=language)
    elif apps.is_installed(place.split(".")[0]):
        app_label, model = place.lower().split(".")
        found = Page.objects.filter(content_type__app_label=app_label, content_type__model=model)
    else:
        return []
    return list(found.values_list("pk", flat=True))
