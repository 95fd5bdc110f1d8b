"""The listener: a sentence in, what it tells of out.

The six layers of which the encoder of issues has three, taught by `bench/sentence_encoder.py` with issues and tellings
at once. It has weights of its own: those that know both have fewer issues right where words only point to something.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from .encoder import session_of
from .pieces import numbered, vocabulary

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

__all__ = ["Listener", "listener"]


class Listener:
    """A loaded model. Made by `listener`."""

    def __init__(self, session: InferenceSession, known: Mapping[str, int]) -> None:
        """Take a session of the runtime and the vocabulary."""
        self._session = session
        self._known = known
        self.tellings = tuple(session.get_modelmeta().custom_metadata_map["tellings"].split())
        """What a sentence may tell of, in the order of the model's answers."""

    def tell(self, text: str, start: int, end: int) -> dict[str, float]:
        """Weigh what a sentence tells of.

        Args:
            text: A sentence, with what stands before it.
            start: Offset of its first character.
            end: Offset behind its last one.

        Returns:
            Telling -> the log of the odds of it: "position", "meeting", "mechanism"; of a mechanism its kinds and
            "trigger"; of a position its stances.
        """
        numbers, marks = numbered(text, start, end, self._known)
        fed = {"pieces": np.array([numbers], dtype=np.int64), "marks": np.array([marks], dtype=np.int64)}
        (odds,) = self._session.run(["odds"], fed)
        return dict(zip(self.tellings, map(float, odds[0]), strict=True))


@functools.cache
def listener() -> Listener:
    """The listener that comes with the program, loaded once (a third of a second)."""
    return Listener(session_of("tellings.onnx"), vocabulary())
