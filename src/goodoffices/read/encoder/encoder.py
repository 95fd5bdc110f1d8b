"""The encoder: a text with some words of it marked in, the likelihood of each issue of these words out.

Three layers of attention over pieces of words (Vaswani et al. 2017), out of the six of all-MiniLM-L6-v2 (Wang et al.
2020): six are taught our issues by `bench/issue_encoder.py`, three learn from their answers (`bench/issue_student.py`)
and are kept with weights of eight bits. One text at a time: what is computed for a
text hangs on nothing else, not even on the texts that are asked for beside it.
"""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

from .pieces import numbered, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onnxruntime import InferenceSession

__all__ = ["Encoder", "encoder", "session_of"]

_QUIET = 3
"""Errors only: the library tells of its own optimisations otherwise."""


class Encoder:
    """A loaded model. Made by `encoder`."""

    def __init__(self, session: InferenceSession, known: Mapping[str, int]) -> None:
        """Take a session of the runtime and the vocabulary."""
        self._session = session
        self._known = known
        self.issues = tuple(session.get_modelmeta().custom_metadata_map["issues"].split())
        """Ids of the issues, in the order of the model's answers."""

    def weigh(self, text: str, start: int, end: int) -> dict[str, float]:
        """Weigh each issue of some words.

        Args:
            text: A sentence, with what stands before it.
            start: Offset of the first character of the words that are asked about.
            end: Offset behind their last one. Where no piece of them is among those that the model reads, all are
                asked about.

        Returns:
            Issue id -> the log of its probability, the likeliest first.
        """
        numbers, marks = numbered(text, start, end, self._known)
        fed = {"pieces": np.array([numbers], dtype=np.int64), "marks": np.array([marks], dtype=np.int64)}
        (logs,) = self._session.run(None, fed)
        found = zip(self.issues, map(float, logs[0]), strict=True)
        return dict(sorted(found, key=lambda entry: -entry[1]))


@functools.cache
def encoder() -> Encoder:
    """The encoder of issues that comes with the program, loaded once (a third of a second)."""
    return Encoder(session_of("issues.onnx"), vocabulary())


def session_of(name: str) -> InferenceSession:
    """A session of the runtime with one of the models that come with the program."""
    import onnxruntime  # noqa: PLC0415  heavy, and only reading needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # many reports use many cores, not one sentence
    options.log_severity_level = _QUIET
    model = resources.files(__package__).joinpath("data", name).read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
