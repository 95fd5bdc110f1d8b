"""What the checks find, and what waits for what, ready to stand beside the provisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goodoffices.brief.build.phrases import join_names, sentence_case
from goodoffices.brief.drafting.model import CycleView, Trouble, WaitView
from goodoffices.brief.drafting.wording import wording
from goodoffices.draft.check import Report
from goodoffices.draft.sequence import Cycle, Wait
from goodoffices.draft.text import Alternative, Bracket, Document, Part

__all__ = ["Held", "cycles_of", "find_held", "troubles_of", "waits_of"]

Held = Mapping[str, Sequence[Alternative]]
"""The alternatives that stand in each provision or around it, by its id, the inner ones last."""


def find_held(document: Document) -> Held:
    """List the alternatives of each provision, so that words can be looked up in them."""
    return {
        each.id: (
            *(document.brackets[place.bracket].alternatives[place.alternative] for place in each.within),
            *_alternatives((*each.title, *each.body)),
        )
        for each in document.provisions
    }


def _alternatives(parts: Sequence[Part]) -> Iterator[Alternative]:
    for part in parts:
        if isinstance(part, Bracket):
            for each in part.alternatives:
                yield each
                yield from _alternatives(each.parts)


def troubles_of(report: Report) -> tuple[Trouble, ...]:
    """Show the problems."""
    words = wording()
    return tuple(
        Trouble(
            kind=each.kind,
            label=words.troubles.get(each.kind, each.kind.replace("-", " ")),
            grave=each.kind in words.lists.grave,
            message=sentence_case(each.message),
            provisions=each.provisions,
        )
        for each in report.problems
    )


def waits_of(report: Report, numbers: Mapping[str, str], held: Held) -> tuple[WaitView, ...]:
    """Show what waits for what.

    Args:
        report: What the checks found.
        numbers: How each provision is called, by its id.
        held: The alternatives of the text.
    """
    stuck = {wait for cycle in report.sequence.cycles for wait in cycle.waits}
    return tuple(_wait(each, numbers, held, stuck=each in stuck) for each in report.sequence.waits)


def _wait(wait: Wait, numbers: Mapping[str, str], held: Held, *, stuck: bool) -> WaitView:
    inside = [each for each in held.get(wait.provision, ()) if each.start <= wait.span[0] < each.end]
    number, target = numbers.get(wait.provision, wait.provision), numbers.get(wait.target, "")
    verbs = wording()
    told = f"{verbs.waits[wait.kind]} {target}:" if wait.target else verbs.outside[wait.kind]
    return WaitView(
        provision=wait.provision,
        number=number,
        target=wait.target,
        target_number=target,
        event=wait.event,
        words=wait.words,
        kind=wait.kind,
        in_words=f"{number} {told} “{wait.words}”",
        sides=inside[-1].parties if inside else (),
        bracketed=bool(inside),
        stuck=stuck,
    )


def cycles_of(report: Report, waits: Sequence[WaitView], numbers: Mapping[str, str]) -> tuple[CycleView, ...]:
    """Show the deadlocks, and on which alternatives each depends."""
    return tuple(_cycle(each, waits, numbers) for each in report.sequence.cycles)


def _cycle(cycle: Cycle, waits: Sequence[WaitView], numbers: Mapping[str, str]) -> CycleView:
    own = tuple(
        view
        for wait in cycle.waits
        for view in waits
        if (view.provision, view.target, view.words) == (wait.provision, wait.target, wait.words)
    )
    said = [
        f"{numbers.get(each.provision, each.provision)} waits for {numbers.get(each.target, each.target)}"
        for each in cycle.waits
    ]
    return CycleView(
        provisions=cycle.provisions, says=sentence_case(join_names(said)) + ".", only=_only(own), waits=own
    )


def _only(waits: Sequence[WaitView]) -> str:
    """Say which alternatives make a deadlock, or nothing where words outside of brackets do."""
    taken = list(_taken(waits))
    if not taken:
        return ""
    number = {1: "is", 2: "are both"}.get(len(taken), "are all")
    return f"It comes about only if {join_names(taken)} {number} accepted."


def _taken(waits: Sequence[WaitView]) -> Iterator[str]:
    for wait in waits:
        if wait.bracketed:
            whose = f"what {join_names(wait.sides)} wants" if wait.sides else "the bracketed text"
            yield f"{whose} in {wait.number}"
