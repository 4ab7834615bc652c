import pytest

from cms.core.text.words import count_words, plain_text, reading_minutes


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Công đoàn</p><p>Quảng Ninh</p>", "Công đoàn\nQuảng Ninh"),
        ("một<br>hai<br/>ba", "một\nhai\nba"),
        ("<ul><li>a</li> <li>b</li></ul>", "a\nb"),
        ("<tr><td>12.675</td><td>người</td></tr>", "12.675\nngười"),
        ("<b>Công</b> <i>đoà</i>n", "Công đoàn"),
        ("Lao động &amp; Công đoàn &#273;&nbsp;&lt;b&gt;", "Lao động & Công đoàn đ <b>"),
        ("<p>a</p><script>var b = '<p>b</p>';</script><style>p {}</style><!-- c --><p>d</p>", "a\nd"),
        ("a\n  b", "a b"),
        ("không có thẻ", "không có thẻ"),
        ("5 < 6 & 7", "5 < 6 & 7"),
        ("<p>chưa đóng", "chưa đóng"),
        ("a</script>b", "a\nb"),
        ("", ""),
    ],
)
def test_plain_text_is_what_a_reader_sees(html, text):
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("   – … ", 0),
        ("Công đoàn Quảng Ninh", 4),
        ("<p>Công đoàn</p><p>Quảng Ninh</p>", 4),
        ("nhiệm kỳ 2023 – 2028", 4),
        ("<b>đoà</b>n viên", 2),
        ("15/2025/NĐ-CP", 1),
    ],
)
def test_words_are_counted_between_white_space(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("words", "language", "minutes"),
    [
        (0, "vi", 1),
        (1, "en", 1),
        (220, "en", 1),
        (660, "en", 3),
        (660, "en-gb", 3),
        (260, "vi", 1),
        (389, "vi", 1),
        (390, "vi", 2),
        (780, "vi", 3),
        (780, "fr", 3),
    ],
)
def test_reading_takes_whole_minutes_at_the_speed_of_the_language(words, language, minutes):
    assert reading_minutes(f"<p>{'từ ' * words}</p>", language) == minutes
