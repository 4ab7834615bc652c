"""The jobs Wagtail enqueues at every save, enqueued once a transaction, or not at all.

Publishing a page saves it and its parts several times; Wagtail enqueues two jobs for each. The reference index of what
is delivered is brought up to date inside the transaction already (see spread.refresh_references), and one search index
job an item is enough. Can go when Wagtail enqueues each job once a transaction.
"""

import modelsearch.signal_handlers
import wagtail.signal_handlers
from django.apps import apps
from modelcluster.fields import ParentalKey

from cms.core.models import BaseSnippet
from cms.delivery.registry import type_of
from cms.delivery.unit_of_work import enqueue_once


class OnceATransaction:
    """Stands in for a task where signal handlers enqueue it with (app label, model name, primary key)."""

    def __init__(self, task):
        self.task = task

    def enqueue(self, app_label: str, model_name: str, pk: str) -> None:
        enqueue_once(
            (self.task.module_path, app_label, model_name, pk), lambda: self.task.enqueue(app_label, model_name, pk)
        )


class OnceAndOnlyForTheRest(OnceATransaction):
    """Leaves out what the unit of work does itself: delivered models, snippets, and the parts of both."""

    def enqueue(self, app_label: str, model_name: str, pk: str) -> None:
        if not _is_refreshed_in_transaction(apps.get_model(app_label, model_name)):
            super().enqueue(app_label, model_name, pk)


def _is_refreshed_in_transaction(model) -> bool:
    if type_of(model) is not None or issubclass(model, BaseSnippet):
        return True
    return any(
        isinstance(field, ParentalKey) and _is_refreshed_in_transaction(field.related_model)
        for field in model._meta.concrete_fields
    )


def enqueue_once_a_transaction() -> None:
    """Put the above in place of the tasks that the signal handlers know."""
    for module, name, stand_in in (
        (modelsearch.signal_handlers, "insert_or_update_object_task", OnceATransaction),
        (wagtail.signal_handlers, "update_reference_index_task", OnceAndOnlyForTheRest),
    ):
        task = getattr(module, name)
        if not isinstance(task, OnceATransaction):
            setattr(module, name, stand_in(task))
