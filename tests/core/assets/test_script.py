"""One script is served to every page, made of the listed files; it blocks nothing and stands behind what is read."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

from cms.core.assets import script


def test_every_file_is_either_in_it_or_named_by_a_template():
    listed = {path.name for path in script.sources()}
    named = set()
    for template in Path(settings.BASE_DIR, "templates").rglob("*.html"):
        named |= set(re.findall(r"'js/([\w.]+)'", template.read_text(encoding="utf-8")))
    there = {path.name for path in script.folder().glob("*.js")}
    assert listed | named == there | {"site.js"}
    assert not listed & named


def test_files_keep_their_names_to_themselves_and_lose_what_only_people_read(monkeypatch, tmp_path):
    (tmp_path / "site.txt").write_text("# order\na.js\nb.js\n")
    (tmp_path / "a.js").write_text(
        '// Says where.\nconst place = "https://example.org/"; // stays\n\n  // note\n  go();\n'
    )
    (tmp_path / "b.js").write_text("const place = 2;\n")
    monkeypatch.setattr(script, "folder", lambda: tmp_path)
    assert script.build() == ('{\nconst place = "https://example.org/"; // stays\n\ngo();\n}\n{\nconst place = 2;\n}\n')


def test_no_listed_file_imports_exports_or_runs_a_text_over_its_line():
    for path in script.sources():
        lines = path.read_text(encoding="utf-8").splitlines()
        assert not [line for line in lines if re.match(r"\s*(import|export)\b", line) or line.count("`") % 2], path.name


def test_the_finder_gives_it_and_pages_ask_for_it_once_and_last(settings, tmp_path, client, site):
    settings.DATA_DIR = tmp_path
    assert Path(finders.find("js/site.js")).read_text(encoding="utf-8") == script.build()
    html = client.get("/").content.decode()
    assert re.findall(r"<script[^>]*src[^>]*>", html) == [
        '<script type="module" src="/static/js/site.js" fetchpriority="low">'
    ]
