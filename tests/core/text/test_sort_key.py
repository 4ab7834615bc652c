import itertools
import random
import unicodedata

import pytest

from cms.core.text.sort_key import vietnamese_sort_key
from tests.core.text.letters import LETTERS, TONED_VOWELS, spellings

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"


def assert_sorted(texts):
    """Every earlier text has a smaller key than every later one."""
    keys = [vietnamese_sort_key(text) for text in texts]
    for (first, first_key), (second, second_key) in itertools.combinations(zip(texts, keys, strict=True), 2):
        assert first_key < second_key, (first, second)


def test_letters_sort_in_the_order_of_the_alphabet():
    assert_sorted(ALPHABET)
    assert_sorted([f"b{letter}c" for letter in ALPHABET])


@pytest.mark.parametrize("letter", LETTERS)
def test_every_spelling_of_a_letter_has_one_key_of_its_own(letter):
    keys = {vietnamese_sort_key(f"b{spelling}c") for spelling in spellings(letter)}
    assert len(keys) == 1
    assert all(vietnamese_sort_key(f"b{other}c") not in keys for other in LETTERS if other != letter)


def test_a_vowel_sorts_by_its_letter_first_and_its_tone_second():
    assert_sorted(TONED_VOWELS)
    assert_sorted([f"t{vowel}n" for vowel in TONED_VOWELS])


@pytest.mark.parametrize(
    "texts",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["dân", "đan", "đàn", "đảng", "đăng", "đoàn"],
        # Letters of the whole text come before any tone in it.
        ["bàn an", "bạn an", "ban ba", "bàn bế"],
        # The first word's tone weighs more than the second word's.
        ["công đoan", "công đoàn", "công đoản", "cống đoan"],
        # A word ends before another one goes on.
        ["an", "an toàn", "anh", "ảnh", "ánh"],
        ["công", "Công", "cộng", "Cộng"],
        ["công đoàn", "công Đoàn", "Công đoàn", "CÔNG ĐOÀN"],
        ["2 chương", "10 chương", "100 chương", "chương"],
        ["Khóa 9", "Khóa 10", "Khóa 10a", "Khóa 100"],
        ["63/2024/NĐ-CP", "63/CP", "63/CT"],
        ["QH9", "QH15", "QH16"],
        ["", "1", "a"],
        ["nu", "nú", "nü", "nư"],
        ["z", "zz"],
    ],
)
def test_texts_sort_as_in_a_dictionary(texts):
    assert_sorted(texts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa bình", "hoà bình"),
        ("thủy lợi", "thuỷ lợi"),
        ("“Công đoàn” – Quảng Ninh", "Công đoàn Quảng Ninh"),
        ("  Công   đoàn ", "Công đoàn"),
        ("Women's work", "Women’s work"),
        ("Đảng", "Ðảng"),  # eth
        ("007", "7"),
        ("đo\u200bàn", "đoàn"),
    ],
)
def test_spellings_of_the_same_words_have_the_same_key(one, other):
    assert vietnamese_sort_key(one) == vietnamese_sort_key(other)


def test_foreign_letters_sort_as_the_latin_letters_they_are_transcribed_by():
    assert_sorted(["strasa", "straße", "strata"])
    assert_sorted(["o", "ø", "ô"])
    assert vietnamese_sort_key("日本")


def test_a_key_has_nothing_in_it_but_digits_and_no_more_than_allowed():
    for text in [*LETTERS, "Điều lệ – “Công đoàn” 12.675 ½ №7 ١٢ 日本 👩‍🏭", "ê" * 500, "9" * 500, "\ud800\x00"]:
        for max_length in (20, 255):
            key = vietnamese_sort_key(text, max_length)
            assert key.isascii()
            assert key.isdigit()
            assert len(key) <= max_length


def test_a_short_key_never_reverses_the_order_of_the_long_one():
    generator = random.Random(2026)
    texts = ["".join(generator.choices("aàăĂâdđ 129-", k=generator.randint(0, 12))) for _ in range(300)]
    texts.sort(key=vietnamese_sort_key)
    for max_length in (1, 2, 5, 11, 20):
        keys = [vietnamese_sort_key(text, max_length) for text in texts]
        assert keys == sorted(keys)


def test_random_texts_sort_as_their_three_levels_compared_one_by_one():
    """The model: (letters, tones by word, capitals) as tuples, which know nothing of codes, ends and cut-off zeros."""
    generator = random.Random(1946)
    tones = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]

    def model(text):
        words = [unicodedata.normalize("NFD", word) for word in text.split()]
        bare = ["".join(mark for mark in word if mark not in tones) for word in words]
        letters = [[ALPHABET.index(letter.lower()) for letter in unicodedata.normalize("NFC", word)] for word in bare]
        word_tones = [[tones.index(mark) for mark in word if mark in tones] for word in words]
        return letters, word_tones, [letter.isupper() for word in bare for letter in unicodedata.normalize("NFC", word)]

    syllables = ["an", "án", "ăn", "An", "anh", "ảnh", "đan", "đàn", "Đàn", "dan", "hòa", "hoà", "hoạ", "ư", "ự"]
    texts = [" ".join(generator.choices(syllables, k=generator.randint(1, 4))) for _ in range(250)]
    for one, other in itertools.pairwise(generator.choices(texts, k=4000)):
        key_order = vietnamese_sort_key(one) < vietnamese_sort_key(other)
        assert key_order == (model(one) < model(other)), (one, other)
