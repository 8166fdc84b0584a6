import pytest

from purport.model import Remembered, remembered


def test_a_word_is_asked_for_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length)
    assert [lengths[word] for word in ("tea", "milk", "tea")] == [3, 4, 3]
    assert asked == ["tea", "milk"]


def test_it_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_MOST", 2)
    lengths = Remembered(len)
    assert [lengths[word] for word in ("a", "bc", "def", "a")] == [1, 2, 3, 1]
    assert len(lengths) <= 2
