"""Wagtail's actions, each in one transaction, those on pages under the lock of the tree.

Wagtail's publish and unpublish actions open none of their own, so half a publish can stay in the database; and the
unit of work needs a transaction to end. ATOMIC_REQUESTS is no answer: on SQLite every GET would take the write lock,
and a failed publish would roll the editor's draft back with it. The admin calls the actions directly, so overriding
page methods is not enough either. Can go when Wagtail's actions are atomic themselves.
"""

import time
from functools import wraps

from django.db import transaction
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_for_translation import CopyForTranslationAction, CopyPageForTranslationAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.delete import DeleteAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Collection, Page

from cms.delivery.signals import action_ended
from cms.delivery.tree_lock import PageGoneError, changing_tree
from cms.delivery.unit_of_work import mark, mark_collection, mark_subtree

ACTIONS = [
    ConvertAliasPageAction,
    CopyForTranslationAction,
    CopyPageForTranslationAction,
    CopyPageAction,
    CreatePageAliasAction,
    DeleteAction,
    DeletePageAction,
    MovePageAction,
    PublishPageRevisionAction,
    PublishRevisionAction,
    UnpublishAction,
    UnpublishPageAction,
]
# What the actions call the pages they are given.
NAMES = ("page", "parent", "target", "to", "object")


def put_in_transactions() -> None:
    """Wrap the `execute` each action class defines itself; a subclass that inherits it is covered by its parent."""
    for action in ACTIONS:
        execute = vars(action).get("execute")
        if execute is not None and not getattr(execute, "is_atomic", False):
            action.execute = _atomic(execute)
    MovePageAction.execute = _marking_what_moved(MovePageAction.execute)
    DeletePageAction.execute = _leaving_what_is_gone(DeletePageAction.execute)
    _mark_addresses_below()
    _mark_files_of_moved_collections()


def _atomic(execute):
    @wraps(execute)
    def execute_in_transaction(self, *args, **kwargs):
        pages = [page for name in NAMES if isinstance(page := getattr(self, name, None), Page)]
        began = time.perf_counter()
        with changing_tree(*pages) if pages else transaction.atomic():
            result = execute(self, *args, **kwargs)
        action_ended.send(type(self), seconds=time.perf_counter() - began)
        return result

    execute_in_transaction.is_atomic = True
    return execute_in_transaction


def _leaving_what_is_gone(execute):
    # Of several pages chosen to be deleted, one may be below another; or two editors delete the same.
    if getattr(execute, "leaves_what_is_gone", False):
        return execute

    @wraps(execute)
    def execute_if_there(self, *args, **kwargs):
        try:
            return execute(self, *args, **kwargs)
        except PageGoneError:
            return 0, {}

    execute_if_there.leaves_what_is_gone = execute_if_there.is_atomic = True
    return execute_if_there


def _marking_what_moved(execute):
    # Wagtail moves a tree by updates in bulk, which send no signal, and tells of it after its own transaction.
    if getattr(execute, "marks", False):
        return execute

    @wraps(execute)
    def execute_and_mark(self, *args, **kwargs):
        with changing_tree(self.page):
            # What listed it among the children of its old section lists it no more.
            section = self.page.get_parent().specific
            result = execute(self, *args, **kwargs)
            mark(section)
            mark_subtree(self.page.pk, is_moved=True)
            return result

    execute_and_mark.marks = execute_and_mark.is_atomic = True
    return execute_and_mark


def _mark_addresses_below() -> None:
    # A new slug changes the addresses of everything below by one update in bulk; the signal comes after the commit.
    update = Page._update_descendant_url_paths
    if getattr(update, "marks", False):
        return

    @wraps(update)
    def update_and_mark(self, *args, **kwargs):
        update(self, *args, **kwargs)
        mark_subtree(self.pk)

    update_and_mark.marks = True
    Page._update_descendant_url_paths = update_and_mark


def _mark_files_of_moved_collections() -> None:
    # Like pages, collections move by updates in bulk; and what is below a private one is private.
    move = Collection.move
    if getattr(move, "marks", False):
        return

    @wraps(move)
    def move_and_mark(self, *args, **kwargs):
        with transaction.atomic():
            result = move(self, *args, **kwargs)
            mark_collection(Collection.objects.get(pk=self.pk))
            return result

    move_and_mark.marks = True
    Collection.move = move_and_mark
