"""One stylesheet is served, made of the listed files."""

import os
import time
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template

from cms.core.assets import stylesheet


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a { color : red ; }", "a{color :red}"),
        ("a{b:c}/* note */d{e:f}", "a{b:c}d{e:f}"),
        ("a :hover { x: y }", "a :hover{x:y}"),
        ("a { width: calc(1rem + 2px) }", "a{width:calc(1rem + 2px)}"),
        ('a::before { content: "a  /* b */ ; }" }', 'a::before{content:"a  /* b */ ; }"}'),
        ("@media (min-width: 60rem) and (hover) { a { b: c; } }", "@media (min-width:60rem) and (hover){a{b:c}}"),
        ("a { background: url( x.svg ) }", "a{background:url( x.svg )}"),
        ("a,\nb > c { d: e }", "a,b > c{d:e}"),
    ],
)
def test_minifying_keeps_the_meaning(css, expected):
    assert stylesheet.minify(css) == expected + "\n"


def test_every_css_file_of_a_component_is_listed():
    listed = {path.name for path in stylesheet.sources()}
    there = {path.name for path in (stylesheet.folder() / "components").rglob("*.css")}
    assert there <= listed


def test_the_bundle_holds_every_source_in_order():
    built = stylesheet.build()
    positions = []
    for path in stylesheet.sources():
        source = stylesheet.minify(path.read_text(encoding="utf-8")).strip()
        positions.append(built.index(source[:60]))
    assert positions == sorted(positions)


def test_braces_balance():
    built = stylesheet.build()
    assert built.count("{") == built.count("}") > 100


def test_a_listed_file_that_is_missing_is_named(monkeypatch, tmp_path):
    (tmp_path / "site.txt").write_text("# order\nnot-there.css\n")
    monkeypatch.setattr(stylesheet, "folder", lambda: tmp_path)
    with pytest.raises(ValueError, match=r"not-there\.css"):
        stylesheet.build()


def test_the_finder_gives_the_built_file_and_the_tag_links_to_it(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    found = finders.find("css/site.css")
    assert Path(found).read_text(encoding="utf-8") == stylesheet.build()
    html = Template("{% load assets %}{% stylesheet %}").render(Context())
    assert html == '<link rel="stylesheet" href="/static/css/site.css">'


def test_a_changed_source_is_built_again(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path / "data"
    (tmp_path / "site.txt").write_text("a.css\n")
    (tmp_path / "a.css").write_text("a { b: c }")
    monkeypatch.setattr(stylesheet, "folder", lambda: tmp_path)
    built = finders.find("css/site.css")
    (tmp_path / "a.css").write_text("a { b: d }")
    os.utime(tmp_path / "a.css", (time.time() + 5, time.time() + 5))
    assert finders.find("css/site.css") == built
    assert Path(built).read_text(encoding="utf-8") == "a{b:d}\n"
