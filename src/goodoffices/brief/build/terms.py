"""Distance, conditions, measures and the baseline of violence, written as notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goodoffices.brief.model import Entry, Fact, NoteView
from goodoffices.brief.process_wording import process_wording
from goodoffices.record import Interval, MechanismContent, PositionContent, content_id
from goodoffices.record.findings.process_baseline import Baseline
from goodoffices.record.findings.process_conditions import ConditionTest
from goodoffices.record.findings.process_distance import IssueDistance, PairDistance
from goodoffices.record.findings.process_measures import Measure
from goodoffices.record.findings.process_readouts import Readouts

from .notes import Desk
from .phrases import clip, counted, day_words, interval_words, join_names, quoted, sentence_case
from .says import issue_label

__all__ = ["baseline_notes", "condition_note", "distance_note", "measure_note", "readouts_note"]

_ORDER = ("opposed", "on_condition", "together", "unknown")
_WORDS = 160


def distance_note(one: IssueDistance, desk: Desk) -> NoteView:
    """How far apart the parties stand on an issue, pair by pair; the unknown pairs are counted."""
    words = process_wording().states["pair"]
    counts = [
        f"{one.count(state)} {words[state]}"  # type: ignore[arg-type]  # the order holds these states alone
        for state in _ORDER
        if one.count(state)  # type: ignore[arg-type]  # the same
    ]
    refs = tuple(ref for pair in one.pairs for ref in desk.refs(pair.because))
    claimed = desk.refs(one.claims)
    facts = [_pair(pair, desk) for pair in one.pairs if pair.state != "unknown"]
    if claimed:
        facts.append(Fact("Progress is claimed", _claimants(one.claims, desk), claimed, "progress"))
    if claimed and one.contrary:
        facts.append(Fact("Against it stands", _claimants(one.contrary, desk), desk.refs(one.contrary), "blocked"))
    return NoteView(
        id=content_id("n", "distance", one.issue),
        label="",
        kind="distance",
        lead=issue_label(one.issue),
        text=f"of {counted(len(one.pairs), 'pair')}: {', '.join(counts)}" if counts else "no pair to compare",
        facts=tuple(facts),
        parties=desk.roster.sides(party for pair in one.pairs for party in (pair.first, pair.second)),
        issues=(one.issue,),
        reports=desk.reports((), (*refs, *claimed)),
        refs=(),
    )


def _pair(pair: PairDistance, desk: Desk) -> Fact:
    names = " – ".join(desk.roster.names((pair.first, pair.second)))
    red = ", over a red line" if pair.red_line else ""
    said = process_wording().states["pair"][pair.state]
    return Fact(names, said + red, desk.refs(pair.because), process_wording().colours[pair.state])


def _claimants(ids: tuple[str, ...], desk: Desk) -> str:
    entries = [desk.by_id[one] for one in ids if one in desk.by_id]
    named = sorted({entry.speaker or "the report itself" for entry in entries})
    return f"by {join_names(named)}" if named else ""


def condition_note(one: ConditionTest, desk: Desk) -> NoteView:
    """A condition, whether it is claimed to be met, and what else speaks to it."""
    entry = desk.by_id[one.finding]
    words = process_wording()
    facts = [Fact("For", _what(entry, one), (entry.ref,))]
    if one.threshold:
        facts.append(Fact("Threshold", f"{one.threshold}; no report gives its present value"))
    if one.issue and one.by:
        by = desk.refs(one.by)
        facts.append(Fact(f"Claimed of {issue_label(one.issue).casefold()}", by[0].says if by else "", by))
    if one.speaks:
        facts.append(Fact("In like words", "for the reader to judge", desk.refs(one.speaks)))
    return NoteView(
        id=content_id("n", "condition", one.finding, one.text),
        label="",
        kind="condition",
        lead=join_names(desk.roster.names(one.holder)) or sentence_case(entry.kind),
        text=quoted(clip(one.text, _WORDS)),
        state=one.state,
        state_words=words.states["condition"][one.state],
        colour=words.colours[one.state],
        facts=tuple(facts),
        as_of=entry.as_of,
        parties=desk.roster.sides(one.holder),
        issues=tuple(dict.fromkeys((*entry.issues, *([one.issue] if one.issue else [])))),
        reports=entry.reports,
        evidence=entry.evidence,
    )


def _what(entry: Entry, one: ConditionTest) -> str:
    """What depends on the condition: the position without it, the mechanism by its name, the meeting as it stands."""
    content = entry.content
    if isinstance(content, PositionContent):
        return clip(content.text.replace(one.text, "…"), _WORDS)
    return clip(content.name if isinstance(content, MechanismContent) else entry.says, _WORDS)


def readouts_note(one: Readouts, desk: Desk) -> NoteView:
    """The readouts of one meeting, side by side."""
    entry = desk.by_id[one.meeting]
    cited = tuple(desk.sources.cite(readout.evidence) for readout in one.readouts)
    colours = {"good": "accepts", "bad": "rejects"}
    facts = tuple(
        Fact(desk.roster.name(said.said_by) or "The report itself", quoted(clip(said.text, 220)), (), colours[said.way])
        for said in sorted(one.readouts, key=lambda said: said.way != "good")
    )
    return NoteView(
        id=content_id("n", "readouts", one.meeting),
        label="",
        kind="readouts",
        lead=clip(entry.says, _WORDS),
        text="",
        facts=facts,
        as_of=entry.as_of,
        parties=entry.parties,
        issues=entry.issues,
        reports=desk.reports(cited, (entry.ref,)),
        evidence=tuple(dict.fromkeys(cited)),
        refs=(entry.ref,),
    )


def measure_note(one: Measure, desk: Desk) -> NoteView:
    """A measure with what it is for and what is expected of it."""
    cited = (desk.sources.cite(one.evidence),)
    parts = {
        "For": one.objective,
        "Seen by": one.indicator,
        "Starts at": one.baseline,
        "Expected result": one.result,
        "By whom": one.who,
        "When": one.when,
    }
    facts = [Fact(name, text) for name, text in parts.items() if text]
    if not one.indicator:
        facts.append(Fact("Seen by", "no indicator is given"))
    return NoteView(
        id=content_id("n", "measure", one.evidence.report, one.evidence.start),
        label="",
        kind="measure",
        lead=one.name,
        text="",
        facts=tuple(facts),
        reports=desk.reports(cited, ()),
        evidence=cited,
    )


def baseline_notes(one: Baseline | None, desk: Desk) -> Iterator[NoteView]:
    """How much violence is reported before a ceasefire."""
    if one is None:
        return
    facts = [Fact(name, counted(len(ids), "event"), desk.refs(ids)) for name, ids in _counts(one).items() if ids]
    if one.killed is not None:
        facts.append(Fact("Killed before, at least", f"{one.killed:,}, by the reports that give a number"))
    if one.claim:
        facts.append(Fact("Ceasefire", f"claimed as of {day_words(one.ceasefire)}", desk.refs((one.claim,))))
    refs = desk.refs((*one.before, *one.after, *one.undated))
    span = _span(one)
    yield NoteView(
        id=content_id("n", "baseline"),
        label="",
        kind="baseline",
        lead="Reported violence",
        text=f"{counted(len(one.before), 'dated event')} before{span}"
        if one.claim
        else f"no report dates a ceasefire; {counted(len(one.before), 'dated event')}{span}",
        facts=tuple(facts),
        reports=desk.reports((), refs),
    )


def _counts(one: Baseline) -> Mapping[str, tuple[str, ...]]:
    return {"Before": one.before, "On or after": one.after, "Day unknown": one.undated}


def _span(one: Baseline) -> str:
    if one.first is None:
        return ""
    return f", {interval_words(Interval(earliest=one.first, latest=one.last))}"
