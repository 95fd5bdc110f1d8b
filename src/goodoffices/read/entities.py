"""Named entities, decoded many paragraphs at a time with the model's own weights.

spaCy's recogniser asks of each token whether each of its 74 moves is allowed, and takes and gives back Python's lock at
every question: that is a quarter of the whole pipeline's time. Outside an entity, though, what it says of a token
hangs on that token alone, so all tokens are asked at once; only inside an entity does one step wait for the last.
Moves, weights and entities are those of its greedy parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc, Span

    Floats = NDArray[np.float32]

__all__ = ["Recogniser"]

_FEATURES = 3
"""What a state looks at: the next token, the first one of the open entity, the last one read."""


class Recogniser:
    """Greedy decoding (begin, inside, last, unit, out) over a trained recogniser's weights."""

    def __init__(self, trained: EntityRecognizer) -> None:
        model = trained.model
        self._product = model.ops.gemm  # spaCy's own, on one core: numpy's would wake a thread for each
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._vectors = model.get_ref("tok2vec")
        self._pieces: int = lower.get_dim("nP")
        self._weights: Floats = lower.get_param("W").reshape(-1, lower.get_dim("nI"))
        self._padding: Floats = lower.get_param("pad")[0].reshape(_FEATURES, -1)
        self._bias: Floats = lower.get_param("b").reshape(-1)
        self._out: tuple[Floats, Floats] = (upper.get_param("W"), upper.get_param("b"))
        names = map(trained.moves.get_class_name, range(upper.get_dim("nO")))
        self._moves = [tuple(name.partition("-")[::2]) for name in names]
        self._number = {move: number for number, move in enumerate(self._moves)}
        self._begins = np.array([kind == "B" for kind, _ in self._moves])
        self._names = np.array([kind in {"B", "U"} for kind, _ in self._moves])
        self._never = np.array([kind != "O" and not (kind in {"B", "U"} and label) for kind, label in self._moves])

    @staticmethod
    def fits(trained: EntityRecognizer) -> bool:
        """Whether a recogniser has the shape that is decoded here; one of another shape does its own work."""
        model = trained.model
        plain = model.attrs.get("has_upper") and not model.attrs.get("unseen_classes")
        greedy = trained.cfg.get("beam_width", 1) == 1
        return bool(plain and greedy and model.get_ref("lower").get_dim("nF") == _FEATURES)

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set the entities of parsed documents that have none yet."""
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        vectors: Floats = self._vectors.predict(docs)
        seen = self._product(vectors, self._weights, trans2=True).reshape(len(vectors), _FEATURES, -1)
        choices = self._outside(docs, seen)
        first = 0
        for doc in docs:
            beyond = first + len(doc)
            doc.set_ents(list(self._entities(doc, seen[first:beyond], choices[first:beyond])))
            first = beyond

    def _outside(self, docs: Sequence[Doc], seen: Floats) -> list[int]:
        """The best move at each token if no entity is open there."""
        scores = self._scores(seen[:, 0] + self._padding[1] + self._padding[2], *self._out)
        space = np.concatenate([doc.to_array("IS_SPACE") for doc in docs]).astype(bool)
        last = np.concatenate([_ends(doc) for doc in docs])
        scores[:, self._never] = -np.inf
        scores[np.ix_(space, self._names)] = -np.inf
        scores[np.ix_(last, self._begins)] = -np.inf
        best: list[int] = scores.argmax(axis=1).tolist()
        return best

    def _entities(self, doc: Doc, seen: Floats, choices: list[int]) -> Iterator[Span]:
        from spacy.tokens import Span  # noqa: PLC0415  a second to import, so only where text is read

        at, ends = 0, None
        while at < len(choices):
            kind, label = self._moves[choices[at]]
            beyond = at + 1
            if kind == "B":
                ends = _ends(doc) if ends is None else ends
                beyond = self._closing(seen, ends, at, label) + 1
            if kind != "O":
                yield Span(doc, at, beyond, label=label)
            at = beyond

    def _closing(self, seen: Floats, ends: NDArray[Any], first: int, label: str) -> int:
        """The last token of an entity that was begun: where "last" scores higher than "inside", or nothing follows."""
        pair = [self._number["I", label], self._number["L", label]]
        weights, bias = self._out[0][pair], self._out[1][pair]
        at = first + 1
        while not ends[at]:
            state = seen[at, 0] + seen[first, 1] + seen[at - 1, 2]
            inside, last = self._scores(state[None], weights, bias)[0]
            if last > inside:
                break
            at += 1
        return at

    def _scores(self, summed: Floats, weights: Floats, bias: Floats) -> Floats:
        hidden = (summed + self._bias).reshape(*summed.shape[:-1], -1, self._pieces).max(axis=-1)
        scores: Floats = self._product(hidden, weights, trans2=True) + bias
        return scores


def _ends(doc: Doc) -> NDArray[Any]:
    """Whether no entity goes on behind a token: the document or its sentence ends there."""
    starts = doc.to_array("SENT_START") == 1
    return np.append(starts[1:], True)
