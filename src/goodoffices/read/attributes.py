"""Parts of speech, forms and lemmas from a model's rules over single words, each case asked for once.

spaCy's attribute ruler holds its 179 patterns against every word of every text: a tenth of the pipeline's time. All
but a few look at one word alone, at its tag, its dependency, whether it is a blank and, for some words, which word it
is. So the ruler itself is asked about each such case when it is first met, and its answer is kept. There are a few
thousand cases, however much is read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

    Ids = NDArray[np.uint64]

__all__ = ["Attributes"]

_ASKED: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]
_SET: list[int | str] = ["POS", "MORPH", "LEMMA", "TAG", "DEP"]


class Attributes:
    """What a trained ruler sets, by the same patterns, and lemmas, which go by that.

    Args:
        ruler: The model's attribute ruler.
        lemmatiser: Its lemmatiser.
    """

    def __init__(self, ruler: AttributeRuler, lemmatiser: Callable[[Doc], Doc]) -> None:
        """Part the patterns over one word from those over more."""
        from spacy.pipeline import AttributeRuler as Ruler  # noqa: PLC0415  a second to import

        self._vocab, self._lemmatiser = ruler.vocab, lemmatiser
        self._alone, self._in_context = Ruler(ruler.vocab), Ruler(ruler.vocab)
        words: set[str] = set()
        rules: list[dict[str, Any]] = ruler.patterns
        for rule in rules:
            named = [_named(pattern) for pattern in rule["patterns"]]
            alone = None not in named
            (self._alone if alone else self._in_context).add_patterns([rule])
            words.update(word for each in named if alone and each for word in each)
        self._words: Ids = np.array(sorted(ruler.vocab.strings.add(word) for word in words), dtype=np.uint64)
        self._kept: dict[bytes, Ids] = {}

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set the attributes of parsed documents that have none yet."""
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        asked = np.concatenate([doc.to_array(_ASKED) for doc in docs])
        asked[~np.isin(asked[:, 0], self._words), 0] = 0
        cases, which = np.unique(asked, axis=0, return_inverse=True)
        given = np.stack([self._of(case) for case in cases])[which.reshape(-1)]
        first = 0
        for doc in docs:
            beyond = first + len(doc)
            doc.from_array(_SET, given[first:beyond])  # type: ignore[arg-type]
            first = beyond
            self._lemmatiser(self._in_context(doc))

    def _of(self, case: Ids) -> Ids:
        """What the ruler says of a word of this kind, standing alone."""
        key = case.tobytes()
        kept = self._kept.get(key)
        if kept is None:
            from spacy.tokens import Doc  # noqa: PLC0415

            lower, tag, dep = (self._vocab.strings[int(number)] for number in case[:3])
            word = " " if case[3] else lower or _NO_WORD
            alone = Doc(self._vocab, words=[word], spaces=[False], tags=[tag], deps=[dep], heads=[0])
            kept = self._kept[key] = self._alone(alone).to_array(_SET)[0]
        return kept


_NO_WORD = "\x00"
"""Stands for every word that no pattern names."""


def _named(pattern: list[dict[str, Any]]) -> list[str] | None:
    """The words that a pattern over one word names; None for one over more words or that looks at something else."""
    if len(pattern) != 1 or not set(pattern[0]) <= set(_ASKED):
        return None
    lower = pattern[0].get("LOWER", [])
    if isinstance(lower, str):
        return [lower]
    if isinstance(lower, dict):
        return list(lower["IN"]) if set(lower) == {"IN"} else None
    return []
