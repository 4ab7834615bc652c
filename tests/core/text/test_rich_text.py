"""What comes along from Word and says nothing is not stored."""

import pytest

from cms.core.text.rich_text import tidy_value, without_empty_paragraphs

EMPTY = [
    '<p data-block-key="a"></p>',
    '<p data-block-key="b"> &nbsp;</p>',
    '<p data-block-key="c"><b>\u00a0<br/></b></p>',
]
TEXT = '<p data-block-key="d">Công <b>đoàn</b></p>'


@pytest.mark.parametrize("empty", EMPTY)
def test_empty_paragraphs_are_left_out(empty):
    assert without_empty_paragraphs(empty + TEXT + empty) == TEXT
    assert tidy_value([{"type": "paragraph", "value": empty + TEXT, "count": 1}]) == [
        {"type": "paragraph", "value": TEXT, "count": 1}
    ]


@pytest.mark.parametrize("text", [TEXT, "<p></p>plain", EMPTY[0], "", '<pre data-block-key="x"></pre>'])
def test_everything_else_stays(text):
    assert without_empty_paragraphs(text) == text
