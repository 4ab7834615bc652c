"""What a process remembers is bounded, and never anything but what it was given."""

from cms.core.memory import Memory, forget_everything


def test_the_least_lately_used_goes_first():
    memory = Memory(2)
    memory.put("a", 1)
    memory.put("b", 2)
    assert memory.get("a") == 1
    memory.put("c", 3)
    assert (memory.get("a"), memory.get("b"), memory.get("c")) == (1, None, 3)


def test_weights_count_and_what_is_too_heavy_is_not_kept():
    memory = Memory(10, len)
    memory.put("a", "x" * 6)
    memory.put("a", "x" * 4)
    memory.put("b", "x" * 6)
    assert memory.weight == 10
    memory.put("c", "x" * 11)
    assert (memory.get("c"), memory.weight) == (None, 10)


def test_everything_can_be_forgotten():
    memory = Memory(2)
    memory.put("a", 1)
    forget_everything()
    assert memory.get("a") is None
