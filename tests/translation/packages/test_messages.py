"""What a package says is read from the catalogues it ships, or from its source."""

import pytest

from cms.translation.packages.messages import read_package


def test_a_package_with_a_catalogue_is_read_from_it():
    messages = read_package("wagtail.images", "django")
    assert messages.english[None, "%(count)s image"].msgid_plural == "%(count)s images"
    assert messages.vietnamese[None, "Choose an image"].msgstr == "Chọn một hình ảnh"


def test_what_a_package_leaves_empty_is_no_translation():
    assert (None, "Focal point") in read_package("wagtail.images", "django").english
    assert (None, "Focal point") not in read_package("wagtail.images", "django").vietnamese


def test_a_compiled_catalogue_will_do():
    # Django REST framework ships no .po files.
    messages = read_package("rest_framework", "django")
    assert messages.vietnamese[None, "Not found."].msgstr == "Không tìm thấy."
    assert (None, "A server error occurred.") in messages.english


def test_only_what_ships_a_javascript_catalogue_has_javascript():
    assert read_package("rest_framework", "djangojs").english == {}


def test_a_package_that_is_not_installed_is_refused():
    with pytest.raises(ModuleNotFoundError, match="wagtail_nowhere"):
        read_package("wagtail_nowhere", "django")
