"""The packages that a text allows, weighed, as the command says it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from goodoffices.desk.worth import PartyWorth, TextWorth, weigh_text
from goodoffices.draft.text import Document
from goodoffices.weigh import Model

__all__ = ["Signed", "SignedPackage", "Weighed", "weighed_packages"]


class Signed(msgspec.Struct, frozen=True):
    """How many of the allowed packages one party would sign."""

    party: str
    signs: int


class SignedPackage(msgspec.Struct, frozen=True):
    """A package that all would sign, with the probability that they do over all that is uncertain, in [0, 1]."""

    package: dict[str, str]
    probability: float


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """What weighing the allowed packages came to.

    Attributes:
        looked_at: How many packages were looked at one by one.
        acceptable: How many of them all who must sign would sign.
        parties: How many each who must sign would sign, rules of the world kept.
        packages: The likeliest of the acceptable ones.
        note: What could not be done, or "".
        worth: All that was found.
    """

    looked_at: int = 0
    acceptable: int = 0
    parties: tuple[Signed, ...] = ()
    packages: tuple[SignedPackage, ...] = ()
    note: str = ""
    worth: TextWorth

    @property
    def ranges(self) -> Iterator[str]:
        """What is left for each party, in words."""
        for each in self.worth.parties:
            yield f"  {each.party}: worth {_amount(each.least)} to {_amount(each.most)}{_no_deal(each)}"


def weighed_packages(model: Model, document: Document, most: int) -> Weighed:
    """Find which packages of a text all who must sign would sign.

    Args:
        model: The deal.
        document: The text.
        most: How many to list.

    Raises:
        ModelError: If the model contradicts itself.
    """
    found = weigh_text(model, document, most=most)
    signers = [each for each in found.parties if each.signs] if found.every else []
    return Weighed(
        looked_at=found.count if found.every else 0,
        acceptable=found.together,
        parties=tuple(Signed(each.party, each.would_sign) for each in signers),
        packages=tuple(SignedPackage(each.package, each.probability) for each in found.packages if each.together),
        note=found.note,
        worth=found,
    )


def _no_deal(each: PartyWorth) -> str:
    told = f"; outside its mandate in {each.outside:,}" if each.outside else ""
    return (f" (no deal {_amount(each.no_deal)})" if each.no_deal is not None else "") + told


def _amount(value: float) -> str:
    return f"{value:,.4g}"
