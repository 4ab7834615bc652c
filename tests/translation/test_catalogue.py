"""Interface strings are complete in both languages, and compiled without gettext."""

import os
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.commands.makemessages import BuildFile
from django.utils import translation

from cms.translation.catalogue import compile_catalogues, source_files
from cms.translation.management.commands.check_messages import extract_messages
from cms.translation.message_rules import find_faults
from tests.programs import needs


def catalogue(*entries):
    file = polib.POFile()
    file.extend(polib.POEntry(**{"msgid": "%(count)s photos", **entry}) for entry in entries)
    return file


def test_every_string_of_the_project_is_translated_by_the_rules():
    call_command("check_messages", verbosity=0)


@needs("gettext")
def test_strings_are_found_in_python_and_in_templates():
    found = {entry.msgid: entry.occurrences for entry in extract_messages(source_files()[0])}
    assert "Skip to content" in found
    assert "Reserved" not in found
    assert any(path.startswith("articles/") for path, _line in found["category"])
    assert len(found) > 500


@needs("gettext")
def test_looking_for_strings_leaves_the_sources_alone(monkeypatch):
    # What makes the release known, or looks for modules, would take its working files for sources.
    touched = []
    write = BuildFile.preprocess

    def note(self):
        touched.append(Path(self.work_path).resolve())
        write(self)

    monkeypatch.setattr(BuildFile, "preprocess", note)
    extract_messages(source_files()[0])
    assert touched
    assert [path for path in touched if path.is_relative_to(settings.BASE_DIR)] == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"msgstr": ""}, "not translated"),
        ({"msgstr": "%(count)s ảnh", "flags": ["fuzzy"]}, "fuzzy"),
        ({"msgstr": "%(count)s a\u0309nh"}, "NFC"),
        ({"msgstr": "%(count)s hình hoá"}, "tone of “hoá”"),
        ({"msgstr": "%(count)s Uỷ ban"}, "tone of “Uỷ”"),
        ({"msgstr": "%(count)s sức khoẻ"}, "tone of “khoẻ”"),
        ({"msgstr": "%(number)s ảnh"}, "placeholders"),
        ({"msgstr": "{count} ảnh"}, "placeholders"),
        ({"msgstr": "%(count)s ảnh "}, "white space"),
        ({"msgid_plural": "%(count)s photos", "msgstr_plural": {0: ""}}, "not translated"),
    ],
)
def test_faults_are_named(entry, fault):
    (found,) = find_faults(catalogue(entry))
    assert fault in found


@pytest.mark.parametrize(
    "text", ["hóa", "thủy", "quý", "quỹ", "Quý vị", "hoàn thiện", "thuyền", "hòa", "ủy ban", "loa", "khuỷu"]
)
def test_right_words_are_no_faults(text):
    assert list(find_faults(catalogue({"msgstr": f"%(count)s {text}"}))) == []


def test_a_fault_fails_the_check(tmp_path, settings):
    folder = tmp_path / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Hi"\nmsgstr ""\n'
    )
    settings.LOCALE_PATHS = [tmp_path]
    with pytest.raises(CommandError, match="'Hi' is not translated"):
        call_command("check_messages", verbosity=0)


def test_only_what_changed_is_compiled(tmp_path, settings):
    folder = tmp_path / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Hi"\nmsgstr "Chào"\n'
    )
    settings.LOCALE_PATHS = [tmp_path]
    assert compile_catalogues() == [folder / "django.mo"]
    assert compile_catalogues() == []
    os.utime(source, (source.stat().st_atime, source.stat().st_mtime + 10))
    assert compile_catalogues() == [folder / "django.mo"]
    assert [entry.msgstr for entry in polib.mofile(str(folder / "django.mo"))] == ["Chào"]
    assert list(folder.glob("*.tmp")) == []


def test_the_interface_speaks_both_languages():
    for language, text in (("vi", "Đến nội dung chính"), ("en", "Skip to content")):
        with translation.override(language):
            assert translation.gettext("Skip to content") == text
