"""Wagtail's ways of writing pages, each under the lock of the tree, and from where its pages are now.

Wagtail locks at most a parent's row, and saves a page with the path it had when it was read. Can go when Wagtail takes
one lock for the tree, and does not write paths when it saves a page.
"""

from functools import wraps

from wagtail.models import Page, TaskState, Workflow

from cms.delivery.tree_lock import changing_tree, put_in_place


def put_under_lock() -> None:
    """Replace the methods, once. Wagtail's actions are seen to in actions."""
    if hasattr(Page.save, "is_under_lock"):
        return
    Page.save = _saving(Page.save)
    Page.add_child = _adding(Page.add_child)
    Page.add_sibling = _adding(Page.add_sibling)
    # These write rows of their own before they publish.
    TaskState.approve = _locking(TaskState.approve)
    Workflow.start = _locking(Workflow.start)


def _saving(save):
    # Its own transaction is not opened beside ours.
    save = getattr(save, "__wrapped__", save)

    @wraps(save)
    def save_in_place(self, *args, **kwargs):
        with changing_tree():
            # A part of the row says nothing of its place; a new page has been given one under the lock.
            if not self._state.adding and kwargs.get("update_fields") is None:
                put_in_place(self)
            return save(self, *args, **kwargs)

    save_in_place.is_under_lock = True
    return save_in_place


def _adding(add):
    @wraps(add)
    def add_to_what_is_there(self, *args, **kwargs):
        with changing_tree(self):
            return add(self, *args, **kwargs)

    return add_to_what_is_there


def _locking(method):
    @wraps(method)
    def run_under_lock(self, *args, **kwargs):
        with changing_tree():
            return method(self, *args, **kwargs)

    return run_under_lock
