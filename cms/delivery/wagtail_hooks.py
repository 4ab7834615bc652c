"""What Wagtail's bulk actions change by one statement, which sends no signal."""

from django.db import transaction
from wagtail import hooks

from cms.delivery.registry import type_of
from cms.delivery.unit_of_work import mark


@hooks.register("after_bulk_action")
def mark_changed(request, action_type, objects, action_class_instance):
    """Mark what was put into another collection, say: it may be private."""
    with transaction.atomic():
        for instance in objects:
            if instance.pk is not None and type_of(instance) is not None:
                mark(instance)
