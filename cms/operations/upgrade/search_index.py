"""The admin's search index is made anew when a release looks for other fields than the one before."""

import hashlib

from django.core.management import call_command
from modelsearch.index import get_indexed_models

from cms.operations.start.progress import Step
from cms.operations.worker.stored_mark import StoredMark

MARK = "fields of the search index"


def follow_search_fields(step: Step) -> None:
    """Rebuild it if it is another; searches go on meanwhile, over what is there."""
    digest = fields_digest()
    if StoredMark.read(MARK) == digest:
        return
    step.say("is made anew")
    call_command("update_index", verbosity=0)
    StoredMark.write(MARK, digest)
    step.say("made anew")


def fields_digest() -> str:
    """Return SHA-256, in hexadecimal, of which fields of which models are looked in, and how."""
    described = sorted(
        f"{model._meta.label} {type(field).__name__} {field.field_name} {getattr(field, 'boost', None)}"
        for model in get_indexed_models()
        for field in model.get_search_fields()
    )
    return hashlib.sha256("\n".join(described).encode()).hexdigest()
