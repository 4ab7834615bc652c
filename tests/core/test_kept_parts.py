"""A part that many pages show alike is rendered once a number, and never where it would be another's."""

import pytest
from django.template import engines
from django.utils import translation

from tests.factories import add_stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def rendered(rf):
    made = []
    template = engines["django"].from_string('{% load kept %}{% kept "part" mark %}{{ made }}{% endkept %}')

    def render(mark, **attributes):
        request = rf.get("/")
        for name, value in attributes.items():
            setattr(request, name, value)
        return template.render({"made": lambda: made.append(1) or len(made), "mark": mark}, request)

    return render


def test_it_is_rendered_once_for_each_mark_language_and_number(site, rendered):
    assert [rendered("a"), rendered("a"), rendered("b"), rendered("a")] == ["1", "1", "2", "1"]
    with translation.override("en"):
        assert [rendered("a"), rendered("a")] == ["3", "3"]
    add_stream(site.home)
    assert [rendered("a"), rendered("a")] == ["4", "4"]


def test_without_a_mark_or_for_a_preview_nothing_is_kept(site, rendered):
    assert [rendered(None), rendered(None)] == ["1", "2"]
    assert [rendered("a", is_preview=True), rendered("a", is_preview=True)] == ["3", "4"]
