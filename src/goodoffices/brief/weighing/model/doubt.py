"""How sure it is, and what to find out next."""

from __future__ import annotations

import msgspec

from .sources import Figure, Probability

__all__ = ["QuestionView", "Sureness"]


class QuestionView(msgspec.Struct, frozen=True, kw_only=True):
    """Something to find out.

    Attributes:
        words: The question.
        worth: By how much the answer would raise the probability of a deal, in [0, 1]; None where that is unknown.
        error: The standard error of that.
        telling: True where the worth stands clear of its error.
        figure: What is known now.
        party: Whose number it is.
    """

    words: str
    worth: float | None
    error: float
    telling: bool
    figure: Figure
    party: str


class Sureness(msgspec.Struct, frozen=True, kw_only=True):
    """What depends on unknown numbers.

    Attributes:
        unknown: How many numbers of the model are not known exactly.
        draws: How many draws the probabilities took.
        seed: Of the chance.
        any_deal: How likely it is that some package would be signed; a lower bound where not every one was looked at.
        every: True where every package that may be signed was looked at.
        compared: How many packages were compared by regret and efficiency.
        findings: What holds and what does not, in sentences.
    """

    unknown: int
    draws: int
    seed: int
    any_deal: Probability
    every: bool
    compared: int
    findings: tuple[str, ...]
