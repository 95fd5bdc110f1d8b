"""The model's vectors of words, computed with less work: each word of a batch once, products by numpy.

A vector before its neighbours are looked at hangs on the word's own features alone, and half the words of a text are
there more than once. spaCy multiplies with a routine for any processor; numpy's knows this one, and is two to three
times as fast on one core. Weights, and up to rounding the vectors, are the model's own.
"""

from __future__ import annotations

import functools
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

__all__ = ["quicken", "single_thread"]

_Layer: TypeAlias = Any
"""A model of the library that spaCy's are made of; it is reached through spaCy alone."""

_PARTS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
"""What the layer is made of that gives words their first vectors (spaCy's MultiHashEmbed)."""


def quicken(nlp: Language) -> None:
    """Let a loaded pipeline's models multiply with numpy and look each word up once; the weights stay as they are."""
    for name in nlp.pipe_names:
        model: Any = getattr(nlp.get_pipe(name), "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            node.ops = type(node.ops)(use_blis=False)
            for place, layer in enumerate(node.layers):
                if [each.name.partition("(")[0] for each in layer.layers] == _PARTS:
                    node.layers[place] = _once(layer)


def single_thread() -> AbstractContextManager[Any]:
    """Keep numpy's products on one core while the context lasts: a product here is too small to be shared out."""
    limit: AbstractContextManager[Any] = _pools().limit(limits=1, user_api="blas")
    return limit


@functools.cache
def _pools() -> ThreadpoolController:
    """Which libraries with threads of their own are loaded: looked up once."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415

    return ThreadpoolController()


def _once(layer: _Layer) -> _Layer:
    """A layer of the same parts, and the same kind, that looks each word up once."""
    layer_of = type(layer)
    return layer_of("each word once", _forward, layers=layer.layers, dims={"nO": layer.get_dim("nO")}, ops=layer.ops)


def _forward(model: _Layer, docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:  # noqa: ARG001, FBT001  thinc's
    features, _, look_up, mix, _ = model.layers
    rows = features.predict(docs)
    every = np.concatenate(rows)
    _, first, again = np.unique(every @ _MULTIPLIERS[: every.shape[1]], return_index=True, return_inverse=True)
    vectors = mix.layers[0].predict(look_up.layers[0].predict(every[first]))[again]
    return np.split(vectors, np.cumsum([len(each) for each in rows])[:-1]), None


_MULTIPLIERS = np.random.default_rng(1).integers(1, 2**63, size=16, dtype=np.uint64) * 2 + 1
"""They make one number of a word's features, modulo 2 to the 64th: words of equal number are taken for equal."""
