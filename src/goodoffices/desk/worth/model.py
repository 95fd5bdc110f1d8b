"""What a text is worth in a deal, as plain data: to each party, by bracket, by package, and against an earlier text."""

from __future__ import annotations

import msgspec

__all__ = [
    "AlternativeWorth",
    "BracketWorth",
    "BrokenRule",
    "ChosenPackage",
    "PartyChange",
    "PartyShare",
    "PartyWorth",
    "TextChange",
    "TextWorth",
]


class PartyWorth(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of the deal for one party, in utilities on the model's scale, by the centres of uncertain numbers.

    Attributes:
        party: Its name.
        signs: Is there no deal without its signature?
        no_deal: What no deal is worth to it; None where the model does not say.
        least: The worth of the worst package that the text allows; of those that break no rule of the deal, if any.
        most: The worth of the best.
        unsure: The 5th percentile of the worst and the 95th of the best over all that is uncertain; None where every
            number is known, or the packages were not gone through.
        agreed: Worst and best of the packages that all who must sign would sign; None where there is none.
        lowest: The worst that any package of the model can be to it, allowed or not: where a scale begins.
        highest: The best.
        would_sign: How many of the allowed packages it would sign: no rule of the deal and none of its own broken, and
            worth no less than no deal.
        outside: How many overstep a mandate or red line of its own.
        mandates: These, in words.
    """

    party: str
    signs: bool
    no_deal: float | None
    least: float
    most: float
    unsure: tuple[float, float] | None = None
    agreed: tuple[float, float] | None = None
    lowest: float
    highest: float
    would_sign: int = 0
    outside: int = 0
    mandates: tuple[str, ...] = ()


class PartyShare(msgspec.Struct, frozen=True, kw_only=True):
    """What one alternative leaves one party.

    Attributes:
        party: Its name.
        mean: The mean worth of the packages that take the alternative.
        least: Of the worst of them.
        most: Of the best.
        would_sign: How many of them it would sign.
    """

    party: str
    mean: float
    least: float
    most: float
    would_sign: int


class AlternativeWorth(msgspec.Struct, frozen=True, kw_only=True):
    """One way to decide a bracket.

    Attributes:
        number: Of the alternative, from 1; 0 for leaving a bracket of one text out.
        words: What would stand there.
        wanted_by: Who wants it, as the text says.
        options: What it is in the deal, as ``Issue: option``; empty where it is linked to nothing.
        packages: How many allowed packages take it.
        possible: How many of them break no rule of the deal.
        together: How many of them all who must sign would sign.
        parties: What it leaves each party; empty where no package takes it, or they were not gone through.
    """

    number: int
    words: str
    wanted_by: tuple[str, ...]
    options: tuple[str, ...]
    packages: int = 0
    possible: int = 0
    together: int = 0
    parties: tuple[PartyShare, ...] = ()


class BracketWorth(msgspec.Struct, frozen=True, kw_only=True):
    """What deciding a bracket moves.

    Attributes:
        number: Of the bracket in the text, from 1.
        provision: Id of the provision that it stands in, "" outside provisions.
        place: How that provision is called.
        linked: Does an issue of the model decide it? Otherwise it moves nobody.
        alternatives: In the order of the text.
        moves: Party -> by how much its mean worth differs between the alternatives; those that it moves most first.
    """

    number: int
    provision: str
    place: str
    linked: bool
    alternatives: tuple[AlternativeWorth, ...]
    moves: tuple[tuple[str, float], ...] = ()


class BrokenRule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule of the deal that is nobody's own, and how many of the allowed packages break it."""

    words: str
    packages: int


class ChosenPackage(msgspec.Struct, frozen=True, kw_only=True):
    """A package that the text allows.

    Attributes:
        package: Issue -> option.
        choices: Number of a bracket, and of the alternative that is taken (0: left out).
        worth: To each party, in the order of the model.
        signers: Who of those who must sign would.
        refusers: Who would not.
        possible: Does it break no rule of the deal?
        together: Would all who must sign do so?
        front: Does no other package that the text allows beat it?
        best: Does no package of the whole deal beat it? None where the front of the deal was not worked out.
        probability: That all sign over all that is uncertain, in [0, 1].
    """

    package: dict[str, str]
    choices: tuple[tuple[int, int], ...]
    worth: tuple[float, ...]
    signers: tuple[str, ...]
    refusers: tuple[str, ...]
    possible: bool
    together: bool
    front: bool
    best: bool | None
    probability: float


class PartyChange(msgspec.Struct, frozen=True, kw_only=True):
    """The worst and best that a text left a party, before and now, and how many packages it would sign."""

    party: str
    before: tuple[float, float]
    now: tuple[float, float]
    signed_before: int
    signs_now: int


class TextChange(msgspec.Struct, frozen=True, kw_only=True):
    """How what a text is worth differs from an earlier text.

    Attributes:
        count: Packages that the earlier text allowed.
        together: How many of them all would sign.
        front: How many of them no other of them beat.
        parties: Those for whom something changed.
        gained: Packages that all would sign and that only the text of now allows, how many.
        lost: Packages that all would have signed and that the text no longer allows, how many.
        lost_some: The first of these.
        same: Is nothing of that otherwise?
    """

    count: int
    together: int
    front: int | None
    parties: tuple[PartyChange, ...]
    gained: int | None
    lost: int | None
    lost_some: tuple[dict[str, str], ...]
    same: bool


class TextWorth(msgspec.Struct, frozen=True, kw_only=True):
    """What a text with its brackets open is worth in a deal.

    Attributes:
        scale: Lowest and highest utility of the model.
        count: Packages that the text allows; exact, however many.
        every: Was each of them gone through? Otherwise what a party can have is bounded from outside, and counts are 0.
        possible: How many break no rule of the deal.
        together: How many all who must sign would sign.
        nobody: How many none of them would.
        front: How many of the possible ones no other of them beats; None where they were not gone through.
        best: How many of these no package of the whole deal beats; None where that was not worked out.
        parties: In the order of the model.
        brackets: In the order of the text.
        packages: The likeliest that all would sign, then others on the front, then the rest: some of each.
        broken: Rules of the deal that allowed packages break.
        silent: Issues that the text links nothing to: every option of them is counted.
        unlinked: Alternatives that stand for no option beside others that do, as (bracket, alternative).
        note: What could not be done, or "".
        change: Against an earlier text, where one was given.
    """

    scale: tuple[float, float] = (0.0, 100.0)
    count: int
    every: bool = False
    possible: int = 0
    together: int = 0
    nobody: int = 0
    front: int | None = None
    best: int | None = None
    parties: tuple[PartyWorth, ...] = ()
    brackets: tuple[BracketWorth, ...] = ()
    packages: tuple[ChosenPackage, ...] = ()
    broken: tuple[BrokenRule, ...] = ()
    silent: tuple[str, ...] = ()
    unlinked: tuple[tuple[int, int], ...] = ()
    note: str = ""
    change: TextChange | None = None
