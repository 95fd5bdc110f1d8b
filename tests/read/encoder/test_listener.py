"""The listener: a sentence, and what it tells of."""

from __future__ import annotations

import pytest

from goodoffices.read.encoder import listener


def test_tellings_have_odds() -> None:
    """What a sentence tells of has log odds: a swap of prisoners is no force."""
    text = "It rained. The prisoners would be exchanged at the bridge."
    told = listener().tell(text, 11, len(text))
    assert {"position", "meeting", "mechanism", "trigger", "exchange", "demands"} <= {*told}
    assert told["exchange"] > told["force"]


@pytest.mark.parametrize(("text", "end"), [("", 0), ("peace " * 500, 3000), ("\u200b", 1)])
def test_odd_texts_tell_something_all_the_same(text: str, end: int) -> None:
    """An empty text, and one longer than what the model reads, have odds too."""
    assert len(listener().tell(text, 0, end)) == len(listener().tellings)
