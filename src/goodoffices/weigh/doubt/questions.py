"""What to find out next: what knowing a number would be worth, and the number as a question."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.model import Draws, Model, Uncertain, draw
from goodoffices.weigh.problem import Problem

from .chances import sign_chances

__all__ = ["Question", "Questions", "next_questions"]

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
_BINS = 16  # ranges that a number is known to, when it is known
_SHOWN = 400  # packages: the likeliest ones; what is less likely over all draws is seldom the best anywhere


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One number that is not known.

    Attributes:
        words: The question.
        about: What it is a number of.
        worth: By how much knowing it would raise the probability of a deal, in [0, 1].
        error: The standard error of `worth`.
    """

    words: str
    about: Uncertain
    worth: float
    error: float


class Questions(msgspec.Struct, frozen=True, kw_only=True):
    """The questions, and what they are measured against.

    Attributes:
        ranked: The worthiest first; of equals, in the order of the model.
        now: The probability of a deal if the package most likely to be signed is put forward now.
        known: The same if everything were known before: no answer can be worth more than the difference.
    """

    ranked: tuple[Question, ...]
    now: float
    known: float


def next_questions(model: Model | Problem | Draws, *, draws: int = 10_000, seed: int = 0) -> Questions:
    """Rank what is not known by what knowing it would be worth.

    The expected value of perfect information on one number (Raiffa and Schlaifer, *Applied Statistical Decision
    Theory*, 1961; for one of many: Strong and Oakley, *Medical Decision Making* 33, 2013): the mediator puts forward
    one package and gains 1 if all sign. Knowing a number, another package may be the likeliest. The draws are cut into
    sixteen ranges of the number; the best package of a range is chosen on one half of its draws and counted on the
    other, so that chance differences are not taken for worth.

    Args:
        model: A model, or draws made before.
        draws: How many; the error falls with the square root.
        seed: Of the chance.

    Returns:
        The questions. A number that changes nothing is worth about 0, within its error.
    """
    drawn = model if isinstance(model, Draws) else draw(model, draws, np.random.default_rng(seed))
    chances = sign_chances(drawn)
    likely = np.argsort(-chances.together, kind="stable")[:_SHOWN]
    holds = sign_chances(drawn, chances.packages[likely], keep=True).holds
    signs: Singles = np.asarray(holds, dtype=np.float32)
    halves = np.random.default_rng(seed + 1).integers(0, 2, drawn.count)
    whole = _chosen(signs, np.zeros(drawn.count, dtype=np.intp), halves)
    asked = [_question(signs, whole, what, drawn.drawn[:, n], halves) for n, what in enumerate(drawn.uncertain)]
    return Questions(
        ranked=tuple(sorted(asked, key=lambda each: -each.worth)),
        now=float(chances.together.max()),
        known=chances.any_deal,
    )


def _question(signs: Singles, whole: Floats, what: Uncertain, values: Floats, halves: NDArray[np.intp]) -> Question:
    ranks = np.argsort(np.argsort(values, kind="stable"), kind="stable")
    bins = ranks * _BINS // len(values)
    gain = _chosen(signs, bins, halves) - whole
    return Question(
        words=_words(what),
        about=what,
        worth=max(0.0, float(gain.mean())),
        error=float(gain.std() / np.sqrt(len(gain))),
    )


def _chosen(signs: Singles, bins: NDArray[np.intp], halves: NDArray[np.intp]) -> Floats:
    """``(draws,)``, 1 where the package chosen for a draw's range, on the other half of the draws, is signed in it."""
    cells = bins * 2 + halves
    counted = signs @ np.eye(2 * _BINS, dtype=np.float32)[cells]
    best = counted.argmax(axis=0)  # of the draws in a cell; the draws of its other half use it
    return np.asarray(signs[best[cells ^ 1], np.arange(len(cells))], dtype=np.float64)


def _words(what: Uncertain) -> str:
    named = {"party": what.party, "issue": what.issue, "option": what.option, "words": what.words or "the interaction"}
    return _sentences()[what.about].format(**named)


@functools.cache
def _sentences() -> dict[str, str]:
    text = resources.files(__package__).joinpath("data/questions.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
