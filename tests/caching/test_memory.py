"""Memory holds what was used last, never more bytes than it was given."""

from cms.caching.entry import Entry
from cms.caching.memory import Memory
from cms.caching.negotiation import ORDER

STAMP = ("release", "epoch", 1, 1)


def entry(body: bytes, **fields) -> Entry:
    return Entry("200 OK", [], '"e"', None, ORDER, STAMP, 2e9, {"identity": body}, **fields)


def test_the_bytes_are_bounded_and_the_least_recently_used_goes_first():
    memory = Memory(max_bytes=100_000)
    for name in "abcdefgh":
        memory.put(name, entry(b"x" * 10_000))
    assert len(memory) == 8
    memory.get("a")
    memory.put("i", entry(b"x" * 10_000))
    memory.put("j", entry(b"x" * 10_000))
    assert memory.bytes <= 100_000
    assert memory.get("a") is not None
    assert memory.get("b") is None
    assert memory.get("j") is not None


def test_an_answer_too_large_for_the_rest_is_not_kept():
    memory = Memory(max_bytes=100_000)
    memory.put("small", entry(b"x" * 100))
    memory.put("large", entry(b"x" * 20_000))
    assert memory.get("large") is None
    assert memory.get("small") is not None


def test_an_entry_that_grew_is_counted_again():
    memory = Memory(max_bytes=1_000_000)
    kept = entry(b"x" * 10_000)
    memory.put("a", kept)
    before = memory.bytes
    kept.variant("gzip")
    memory.put("a", kept)
    assert before < memory.bytes == kept.size
    memory.put("a", entry(b""))
    assert memory.bytes < before


def test_other_codings_are_made_from_what_is_there():
    kept = entry(b"x" * 10_000)
    compressed = kept.variant("br")
    again = Entry.from_bytes(
        Entry("200 OK", [("A", "b")], '"e"', 5, ORDER, STAMP, 2e9, {"br": compressed.body[0]}).to_bytes(), STAMP
    )
    assert again.variant("identity").body == [b"x" * 10_000]
    assert again.variant("gzip").etag == '"e-gzip"'
    assert ("A", "b") in again.variant("gzip").headers
    assert ("Content-Length", "10000") in again.variant("identity").headers
