"""The positions of a record as voices: who wants what, and in which sentence."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Mapping

import msgspec

from goodoffices.record import ActorContent, Finding, Findings, PositionContent

__all__ = ["People", "Voice", "voices_of"]

_SHORTEST_NAME = 3


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """A position as a text is held against it.

    Attributes:
        finding: Id of the finding.
        statements: Ids of the statements that it is merged from.
        party: Id of the side that holds it.
        name: Its name.
        issue: Id from the vocabulary of issues.
        stance: As in `goodoffices.record.PositionContent`.
        text: One plain clause.
        firm: Is it a red line?
        condition: On what it depends, or "".
        sentence: The words of the report that bear it out.
        report: Title of that report.
        as_of: The latest day as of which it stands, or None.
    """

    finding: str
    statements: tuple[str, ...]
    party: str
    name: str
    issue: str
    stance: str
    text: str
    firm: bool = False
    condition: str = ""
    sentence: str = ""
    report: str = ""
    as_of: dt.date | None = None

    @property
    def wants(self) -> bool:
        """Does it want the thing, and not only bear it on a condition, or leave open what it wants?"""
        return self.stance in {"demands", "offers", "accepts"}


class People:
    """The actors of a record by what they are called."""

    def __init__(self, actors: Iterable[ActorContent]) -> None:
        listed = list(actors)
        known = [each for each in listed if each.kind != "person"]
        self.names: dict[str, str] = {each.actor: each.name for each in listed}
        self._by_name = {
            name.casefold(): each.actor
            for each in known
            for name in (*each.aliases, each.name)
            if len(name) >= _SHORTEST_NAME
        }

    @functools.cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        names = sorted(self._by_name, key=len, reverse=True)
        return re.compile(r"(?i)(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)") if names else None

    def named_in(self, text: str) -> frozenset[str]:
        """The ids of the states, organisations and groups that a text names."""
        found = self._pattern.finditer(text) if self._pattern else ()
        return frozenset(self._by_name[each[0].casefold()] for each in found if each[0].casefold() in self._by_name)

    def name(self, actor: str) -> str:
        """The name of an actor; its id where it has none."""
        return self.names.get(actor, actor)


def voices_of(findings: Findings) -> tuple[tuple[Voice, ...], People]:
    """Take the positions from a record, in its order, and the actors that they can name.

    Args:
        findings: All that one audience may see.
    """
    actors = {one.content.actor: one.content for one in findings.findings if isinstance(one.content, ActorContent)}
    titles = {each.id: each.title for each in findings.reports}
    people = People(actors.values())
    voices = tuple(
        _voice(each, each.content, actors, titles)
        for each in findings.findings
        if isinstance(each.content, PositionContent)
    )
    return voices, people


def _voice(
    finding: Finding, content: PositionContent, actors: Mapping[str, ActorContent], titles: Mapping[str, str]
) -> Voice:
    first = finding.evidence[0] if finding.evidence else None
    side = actors.get(content.party)
    return Voice(
        finding=finding.id,
        statements=finding.statements,
        party=content.party,
        name=side.name if side else content.party,
        issue=content.issue,
        stance=content.stance,
        text=content.text,
        firm=content.firm,
        condition=content.condition or "",
        sentence=" ".join(first.quote.split()) if first else "",
        report=titles.get(first.report, "") if first else "",
        as_of=finding.as_of,
    )
