"""The demo's desk has cases in many states, and writes to nobody."""

from types import SimpleNamespace

import pytest

from cms.cases.models import Case
from cms.mail.models import OutgoingMail
from cms.operations.demo.loading.cases import load_cases
from tests.articles.content import make_topic

pytestmark = pytest.mark.django_db


def test_cases_are_loaded_once_and_announced_to_nobody(site):
    topic = make_topic().pk
    library = SimpleNamespace(find=lambda _kind, _key: topic)
    load_cases(library)
    states = set(Case.objects.values_list("state", flat=True))
    assert {"new", "accepted", "in_progress", "more_info", "approval", "answered", "forwarded"} == states
    assert Case.objects.overdue().exists() and not OutgoingMail.objects.exists()
    count = Case.objects.count()
    load_cases(library)
    assert Case.objects.count() == count
