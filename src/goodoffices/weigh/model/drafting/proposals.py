"""What is proposed on an issue: the clauses of all positions, those of one matter together."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from goodoffices.record import Finding, PositionContent

from .settings import settings

__all__ = ["Proposal", "Stand", "proposals"]


class Stand(msgspec.Struct, frozen=True):
    """How one party stands to a proposal, by one finding.

    Attributes:
        party: Id of the party.
        stance: The stance; one that is turned round ("demands that no troops ...") is already turned back.
        finding: The finding.
    """

    party: str
    stance: str
    finding: Finding

    @property
    def position(self) -> PositionContent:
        """What the finding says."""
        said = self.finding.content
        assert isinstance(said, PositionContent)  # noqa: S101 - made from positions alone
        return said


class Proposal(msgspec.Struct, frozen=True):
    """One thing that could be agreed on an issue.

    Attributes:
        label: What it is called: the fullest clause of those who want it, else of those who reject it.
        matter: The stems of the words that carry it.
        stands: Who stands how to it.
    """

    label: str
    matter: frozenset[str]
    stands: tuple[Stand, ...]

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of all statements that speak of it."""
        return tuple(sorted({each for stand in self.stands for each in stand.finding.statements}))


def proposals(findings: Sequence[Finding], names: frozenset[str]) -> tuple[Proposal, ...]:
    """Gather what is proposed on an issue.

    Args:
        findings: The positions on the issue.
        names: Words of the parties' names, which carry no matter.

    Returns:
        The proposals, those of most statements first; their labels differ. A clause without any word that carries a
        matter ("it") is no proposal.
    """
    from goodoffices.record.findings.wording import alike  # noqa: PLC0415 - only where a draft is made

    groups: list[tuple[frozenset[str], list[Stand]]] = []
    for finding in sorted(findings, key=lambda each: (-len(_matter(each, names)), each.id)):
        words = _matter(finding, names)
        if not words:
            continue
        home = next((stands for known, stands in groups if alike(known, words)), None)
        if home is None:
            groups.append((words, home := []))
        home.append(_stand(finding))
    made = [Proposal(_label(stands), words, tuple(stands)) for words, stands in groups]
    return _distinct(sorted(made, key=lambda each: (-len(each.statements), each.label)))


def _matter(finding: Finding, names: frozenset[str]) -> frozenset[str]:
    from goodoffices.record.findings.wording import matter  # noqa: PLC0415

    text = finding.content.text if isinstance(finding.content, PositionContent) else ""
    return matter(text, "stance") - names


def _stand(finding: Finding) -> Stand:
    from goodoffices.record.findings.wording import turned  # noqa: PLC0415

    said = finding.content
    assert isinstance(said, PositionContent)  # noqa: S101 - called with positions alone
    stance: str = said.stance
    if turned(said.text, refusing=stance == "rejects"):
        stance = {"demands": "rejects", "offers": "rejects", "accepts": "rejects", "rejects": "accepts"}.get(
            stance, stance
        )
    return Stand(said.party, stance, finding)


def _label(stands: Sequence[Stand]) -> str:
    """The fullest clause in favour, without what only says how a party stands."""
    willing = settings().willing["stances"]
    chosen = [stand for stand in stands if stand.position.stance in willing and stand.stance in willing] or stands
    best = max(chosen, key=lambda stand: (len(stand.finding.statements), len(stand.position.text), stand.finding.id))
    text = _plain(" ".join(best.position.text.split()).rstrip(".;,: "))
    longest = settings().longest_label
    if len(text) > longest:
        text = text[:longest].rpartition(" ")[0].rstrip(".;,: ") + " …"
    return text[:1].upper() + text[1:]


def _plain(text: str) -> str:
    """Cut off the topic that a table names first, and the words that only say how a party stands."""
    topic, colon, rest = text.partition(": ")
    if colon and rest and len(topic.split()) <= settings().topic_words:
        text = rest
    words = "|".join(re.escape(word) for word in sorted(settings().opening, key=len, reverse=True))
    return re.sub(rf"^(?:(?:{words})\s+){{1,3}}(?=\S)", "", text, flags=re.IGNORECASE)


def _distinct(made: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Number what would bear one label."""
    seen: dict[str, int] = {settings().as_it_is: 1}
    distinct = []
    for each in made:
        seen[each.label] = seen.get(each.label, 0) + 1
        label = each.label if seen[each.label] == 1 else f"{each.label} ({seen[each.label]})"
        distinct.append(msgspec.structs.replace(each, label=label))
    return tuple(distinct)
