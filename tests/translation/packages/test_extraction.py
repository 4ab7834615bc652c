"""Messages of a package without an English catalogue are read from its source."""

from cms.translation.packages.extraction import extract_messages

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, npgettext, pgettext_lazy
from django.utils import translation

A = _("One" " sentence")
B = pgettext_lazy("month", "May")
C = ngettext("%d day", "%d days", 3)
D = npgettext("time", "%d hour", "%d hours", 3)
E = translation.gettext("By attribute")
F = _(f"Never {A}")
G = _(A)
H = _("One sentence")
"""


def test_calls_with_plain_strings_are_found_once(tmp_path):
    (tmp_path / "apps.py").write_text(PYTHON)
    found = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in extract_messages(tmp_path)}
    assert found == {
        (None, "One sentence", ""),
        ("month", "May", ""),
        (None, "%d day", "%d days"),
        ("time", "%d hour", "%d hours"),
        (None, "By attribute", ""),
    }
    assert len(list(extract_messages(tmp_path))) == 5


def test_template_tags_are_found(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text("""{% trans "Filters" %}<p>{% translate 'Extra "actions"' %}</p>""")
    assert [entry.msgid for entry in extract_messages(tmp_path)] == ["Filters", 'Extra "actions"']


def test_tests_and_migrations_are_left_out(tmp_path):
    for name in ("tests", "migrations"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.py").write_text('_("Not shown")')
    assert list(extract_messages(tmp_path)) == []
