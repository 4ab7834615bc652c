"""The roles follow the tree: a new home page, or a new section that some role works in, gets its rights at once."""

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.models import Page

from cms.core.models.base_page import HOME_DEPTH
from cms.users.models import RoleGroup
from cms.users.roles.keeping import keep_roles
from cms.users.roles.table import ROLES

PLACES = {place for role in ROLES for place in role.pages}


def connect() -> None:
    post_save.connect(on_save, dispatch_uid="roles follow the tree")


def on_save(sender, instance, created=False, raw=False, **kwargs):
    if not created or raw or not issubclass(sender, Page):
        return
    is_place = instance.depth == HOME_DEPTH or sender._meta.label in PLACES
    if is_place and RoleGroup.objects.exists():
        transaction.on_commit(keep_roles)
