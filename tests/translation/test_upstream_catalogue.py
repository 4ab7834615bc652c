"""What an editor meets of Wagtail and the other packages is Vietnamese, every string, and stays so after an upgrade."""

import json
import re

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from cms.translation.catalogue import UPSTREAM_LOCALE, project_files, source_files
from cms.translation.packages.comparison import (
    find_all_faults,
    find_clashes,
    find_package_faults,
    our_catalogue,
    untranslated,
)
from cms.translation.packages.messages import DOMAINS, PackageMessages, by_key, read_package
from cms.translation.packages.names import PACKAGES


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_is_vietnamese_by_the_rules(package, domain):
    messages, ours = read_package(package, domain), by_key(our_catalogue(domain))
    assert list(find_package_faults(messages, ours)) == []


def test_nothing_is_kept_that_no_package_says_any_more():
    assert [fault for fault in find_all_faults() if "is in no package" in fault] == []


def test_every_installed_app_is_compared():
    known = {key for package in PACKAGES for key in read_package(package, "django").english}
    ours = {path.name for path in settings.BASE_DIR.iterdir()}
    for app in apps.get_app_configs():
        if app.name.split(".")[0] not in ours:
            assert read_package(app.name, "django").english.keys() <= known, app.name


def test_wagtail_is_compared_in_full():
    counts = {package: len(read_package(package, "django").english) for package in PACKAGES}
    assert counts["wagtail.admin"] > 850
    assert counts["wagtail"] > 280
    assert counts["axes"] > 20, "axes ships no English catalogue: its strings are read from its source"
    assert len(read_package("wagtail.admin", "djangojs").english) > 70


def test_an_upgrade_that_adds_a_string_shows():
    added = polib.POEntry(msgid="A string of the next release")
    messages = PackageMessages("wagtail.admin", "django", by_key([added]), {})
    assert untranslated(messages, by_key(our_catalogue("django"))) == [added]
    (fault,) = find_package_faults(messages, {})
    assert fault == "'A string of the next release' is not translated"


@pytest.mark.parametrize(
    ("english", "vietnamese", "fault"),
    [
        ({"msgid": "Save"}, {"msgid": "Save", "msgstr": "Save"}, "left in English"),
        ({"msgid": "Publish"}, {"msgid": "Publish", "msgstr": "Xuất bản"}, "“Xuất bản” should be “đăng”"),
        ({"msgid": "%(a)s"}, {"msgid": "%(a)s", "msgstr": "%(b)s"}, "other placeholders"),
        ({"msgid": "Delete"}, {"msgid": "Delete", "msgstr": "Xoá"}, "tone of “Xoá”"),
        (
            {"msgid": "%(n)s day", "msgid_plural": "%(n)s days"},
            {"msgid": "%(n)s day", "msgstr": "%(n)s ngày"},
            "no plural form",
        ),
    ],
)
def test_a_bad_translation_shows(english, vietnamese, fault):
    messages = PackageMessages("wagtail", "django", by_key([polib.POEntry(**english)]), {})
    (found,) = find_package_faults(messages, by_key([polib.POEntry(**vietnamese)]))
    assert fault in found


def test_a_word_of_ours_that_means_something_else_in_the_admin_shows():
    ours = polib.POFile()
    ours.append(polib.POEntry(msgid="Status", msgstr="Tình trạng hiệu lực"))
    ours.append(polib.POEntry(msgctxt="legal document", msgid="Status", msgstr="Tình trạng hiệu lực"))
    ours.append(polib.POEntry(msgid="Search", msgstr="Tìm kiếm"))
    (clash,) = find_clashes(ours)
    assert clash == "'Status' needs a context: in the admin it means 'Trạng thái', here 'Tình trạng hiệu lực'"


def test_both_catalogues_are_compiled_and_only_one_is_the_projects_own():
    assert {path.name for path in source_files() if path.is_relative_to(UPSTREAM_LOCALE)} == {
        "django.po",
        "djangojs.po",
    }
    assert project_files()
    assert all(UPSTREAM_LOCALE not in path.parents for path in project_files())


def test_makemessages_finds_nothing_to_write_into_it():
    # It would take every other string out.
    beside = [path for path in UPSTREAM_LOCALE.parent.rglob("*") if path.is_file()]
    assert {path.suffix for path in beside} <= {".po", ".mo"}


def test_our_words_come_before_the_packages_own():
    # Wagtail ships "Xuất bản", and Django "Thứ 6".
    with translation.override("vi"):
        assert translation.gettext("Publish") == "Đăng"
        assert translation.gettext("Friday") == "Thứ Sáu"
        assert translation.ngettext("%(count)s image", "%(count)s images", 1) == "%(count)s ảnh"
        assert translation.ngettext("%(count)s image", "%(count)s images", 5) == "%(count)s ảnh"
        assert translation.pgettext("A tag name", "name") == "tên"
    with translation.override("en"):
        assert translation.gettext("Publish") == "Publish"
        assert translation.ngettext("%(count)s image", "%(count)s images", 5) == "%(count)s images"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "english", "vietnamese"),
    [
        ("wagtailadmin_javascript_catalog", "Insert a block", "Chèn khối"),
        ("wagtail_localize:javascript_catalog", "Stop Synced translation", "Dừng dịch đồng bộ"),
    ],
)
def test_the_admins_javascript_speaks_the_users_language(admin_client, admin_user, name, english, vietnamese):
    assert _javascript_catalogue(admin_client, name)[english] == vietnamese
    profile = UserProfile.get_for_user(admin_user)
    profile.preferred_language = "en"
    profile.save()
    assert english not in _javascript_catalogue(admin_client, name)


@pytest.mark.django_db
def test_the_admins_javascript_counts(admin_client):
    assert _javascript_catalogue(admin_client, "wagtailadmin_javascript_catalog")["%(num)s error"] == ["%(num)s lỗi"]


def _javascript_catalogue(client, name):
    text = client.get(reverse(name)).content.decode()
    found = re.search(r"const newcatalog = (\{.*?\n  \});", text, re.DOTALL)
    return json.loads(found[1]) if found else {}


def test_the_command_says_how_much_is_translated(capsys):
    call_command("upstream_messages")
    printed = capsys.readouterr().out
    for package in ("wagtail.admin", "wagtail_localize", "allauth"):
        done, total = re.search(rf"^{re.escape(package)} \(django\): (\d+) of (\d+)$", printed, re.MULTILINE).groups()
        assert done == total


def test_the_command_prints_what_is_missing_as_a_catalogue(capsys, monkeypatch):
    monkeypatch.setattr(
        "cms.translation.management.commands.upstream_messages.our_catalogue", lambda domain: polib.POFile()
    )
    call_command("upstream_messages", "--to-translate")
    missing = by_key(polib.pofile(capsys.readouterr().out))
    assert (None, "Resubmit to %(task_name)s") not in missing, "Wagtail's own catalogue has it"
    assert missing[None, "Set schedule"].msgstr == ""
    assert missing[None, "%(count)s image"].msgstr_plural == {0: ""}


def test_the_command_fails_on_a_fault(monkeypatch):
    monkeypatch.setattr(
        "cms.translation.management.commands.upstream_messages.find_all_faults", lambda: iter(["one", "two"])
    )
    with pytest.raises(CommandError, match="one\ntwo\n2 fault"):
        call_command("upstream_messages")
