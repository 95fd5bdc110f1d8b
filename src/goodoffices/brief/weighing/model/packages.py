"""A package in words, and what each party makes of it."""

from __future__ import annotations

import msgspec

from .sources import Figure, Origin, Probability

__all__ = ["Choice", "Difference", "IssueShare", "PackageView", "PartyView", "RuleView"]


class Choice(msgspec.Struct, frozen=True):
    """The option that a package takes of an issue."""

    issue: str
    option: str


class Difference(msgspec.Struct, frozen=True):
    """Where a package is otherwise than another one."""

    issue: str
    option: str
    instead_of: str


class RuleView(msgspec.Struct, frozen=True, kw_only=True):
    """A red line, mandate or rule in words, and where it comes from."""

    words: str
    party: str | None
    origin: Origin


class IssueShare(msgspec.Struct, frozen=True, kw_only=True):
    """What one issue gives a party.

    Attributes:
        issue: The issue.
        option: What the package has.
        got: What it is worth to the party, in its utility.
        best: The most that the issue could give it.
        best_option: The option that would.
        weight: How much the issue matters to it.
        score: How good the option is for it.
    """

    issue: str
    option: str
    got: float
    best: float
    best_option: str
    weight: Figure
    score: Figure


class PartyView(msgspec.Struct, frozen=True, kw_only=True):
    """What a party makes of a package.

    Attributes:
        party: Who.
        needed: True where there is no deal without its signature.
        verdict: "signs", "refuses", "unsure", "crossed" (a red line of its own), or "unknown" (it states no threshold).
        words: Why, in a sentence.
        utility: What the package is worth to it, by the centres of the numbers.
        low: The 5th percentile of that over what is not known.
        high: The 95th.
        walk_away: What no deal is worth to it.
        chance: How likely it would sign.
        crossed: Its red lines and mandates that the package crosses.
        together: What interactions add.
        shares: What each issue gives it, the greatest loss first.
    """

    party: str
    needed: bool
    verdict: str
    words: str
    utility: float
    low: float
    high: float
    walk_away: Figure
    chance: Probability
    crossed: tuple[RuleView, ...]
    together: float
    shares: tuple[IssueShare, ...]


class PackageView(msgspec.Struct, frozen=True, kw_only=True):
    """A package that the report speaks of.

    Attributes:
        id: Its letter in this report: "A".
        choices: An option of every issue.
        differs: Where it is otherwise than package A; empty for A.
        trade: What each party has more or less of than in package A, in a sentence; "" for A.
        names: What it is: "first", "likeliest", "robust", "concession", "asked", or the name of a solution.
        labels: The same as people read them.
        chance: How likely all who must sign would.
        regret: The greatest shortfall against the best package of a draw, as a share of a party's span; or None.
        status: "efficient", "open", "beaten", or "" where it was not compared.
        status_words: The same in a sentence.
        broken: Rules of the world that it breaks.
        parties: What each party makes of it.
    """

    id: str
    choices: tuple[Choice, ...]
    differs: tuple[Difference, ...]
    trade: str
    names: tuple[str, ...]
    labels: tuple[str, ...]
    chance: Probability
    regret: float | None
    status: str
    status_words: str
    broken: tuple[RuleView, ...]
    parties: tuple[PartyView, ...]
