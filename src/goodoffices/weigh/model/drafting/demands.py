"""Red lines and conditions as constraints of a drafted model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from goodoffices.record import fold, issues

from ..constraints import Choices, Constraint
from .agenda import Topic
from .marks import marked, source_of_all
from .proposals import Proposal, Stand
from .settings import settings
from .sides import Side

__all__ = ["demands"]


def demands(agenda: Sequence[Topic], parties: Sequence[Side]) -> tuple[Constraint, ...]:
    """Write what each party rules out, insists on, and ties to something else.

    What a party firmly rejects it cannot sign. Of an issue on which it firmly demands something, it can sign that, and
    what else it is said to offer or accept; nothing of this where reports differ on its stance. Where its yes hangs on
    a condition that names another issue, the one implies that the other is settled so, or settled at all.
    """
    made: list[Constraint] = []
    for party in parties:
        for topic in agenda:
            made += _lines(party, topic)
        for topic in agenda:
            for proposal in topic.proposals:
                made += _conditions(party, topic, proposal, agenda)
    return tuple(marked(each) for each in made)


def _of(party: Side, proposal: Proposal) -> list[Stand]:
    return [stand for stand in proposal.stands if stand.party == party.actor]


def _clear(stands: Sequence[Stand]) -> bool:
    """True where a party is said to be for it, or to be against it, and not both."""
    willing = settings().willing["stances"]
    return len({stand.stance in willing for stand in stands}) == 1


def _lines(party: Side, topic: Topic) -> list[Constraint]:
    willing = settings().willing["stances"]
    never: dict[str, list[str]] = {}
    only: dict[str, list[str]] = {}
    insists: list[str] = []
    for proposal in topic.proposals:
        stands = _of(party, proposal)
        if not stands or not _clear(stands):
            continue
        firm = [each for stand in stands if stand.position.firm for each in stand.finding.statements]
        if stands[0].stance in willing:
            only[proposal.label] = [each for stand in stands for each in stand.finding.statements]
            insists += firm if any(stand.stance == "demands" for stand in stands) else []
        elif firm and any(stand.stance == "rejects" for stand in stands):
            never[proposal.label] = firm
    made = []
    if never:
        made.append(_line(party, topic, "never", never))
    if insists:
        made.append(_line(party, topic, "only", only))
    return made


def _line(party: Side, topic: Topic, kind: str, options: Mapping[str, Sequence[str]]) -> Constraint:
    statements = [each for said in options.values() for each in said]
    return Constraint(
        key=_key(party.name, kind, topic.name),
        kind="never" if kind == "never" else "only",
        choices={topic.name: tuple(options)},
        party=party.name,
        source=source_of_all(statements),
    )


def _key(*parts: str) -> str:
    return "-".join("-".join(fold(part).split()) for part in parts)


def _conditions(party: Side, topic: Topic, proposal: Proposal, agenda: Sequence[Topic]) -> list[Constraint]:
    made = []
    for stand in _of(party, proposal):
        condition = stand.position.condition
        if not condition or stand.stance not in settings().willing["stances"]:
            continue
        for other in agenda:
            met = {} if other is topic else _met(condition, other)
            if met:
                made.append(
                    Constraint(
                        key=_key(party.name, "if", topic.name, str(topic.proposals.index(proposal) + 1), other.name),
                        kind="implication",
                        choices={topic.name: (proposal.label,)},
                        then=met,
                        party=party.name,
                        words=_told(party, proposal, condition),
                        source=source_of_all(stand.finding.statements),
                    )
                )
    return list({each.key: each for each in made}.values())


def _told(party: Side, proposal: Proposal, condition: str) -> str:
    """The option and the condition in words, the condition once."""
    known = condition.casefold() in proposal.label.casefold()
    return f"{party.name}: {proposal.label}" + ("" if known else f", {condition}")


def _met(condition: str, topic: Topic) -> Choices:
    """The options of an issue that meet a condition: those of its words, or all that settle an issue that it names."""
    from goodoffices.record.findings.wording import matter  # noqa: PLC0415 - only where a draft is made

    words = matter(condition)
    spelt_out = tuple(each.label for each in topic.proposals if len(each.matter) > 1 and each.matter <= words)
    if spelt_out:
        return {topic.name: spelt_out}
    named = matter(issues()[topic.issue].label) if topic.issue in issues() else frozenset()
    if named and named <= words:
        return {topic.name: tuple(each.label for each in topic.proposals)}
    return {}
