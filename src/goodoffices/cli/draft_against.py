"""What `goodoffices draft check` adds with a case or a deal model: mandates point by point, and what has no answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click
import msgspec

from goodoffices.record import Findings, Marking, issues, most_restricted

from .draft_options import read_text
from .draft_sources import deal_issues, limits_of_model, place_of, read_view, viewer_options
from .options import F

if TYPE_CHECKING:
    from goodoffices.draft.check import Crossing
    from goodoffices.draft.linking import BearsOn, MandatePoint, Unanswered
    from goodoffices.draft.text import Document
    from goodoffices.weigh import Model

__all__ = ["Against", "Answer", "against", "against_of", "against_options", "mandate_options", "newly_crossed"]


def mandate_options(command: F) -> F:
    """Take a case and a deal model that a text is held against."""
    command = viewer_options(command)
    command = click.option("--model", metavar="MODEL", help="Hold it against the mandates and issues of a deal model.")(
        command
    )
    return click.option("--case", metavar="CASE", help="Hold it against the positions and red lines of a case.")(
        command
    )


def against_options(command: F) -> F:
    """Take a case, a deal model and an earlier text that a text is held against."""
    before = click.option(
        "--before", metavar="FILE", help="An earlier state: say what was not outside a mandate there."
    )
    return before(mandate_options(command))


class _Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for, as the options say it."""

    case: str | None
    model: str | None
    before: str | None = None
    circles: tuple[str, ...]
    as_of: dt.datetime | None


class Answer(msgspec.Struct, frozen=True):
    """What is added to an answer: keys for machines, lines for people, and what was found; nothing if not asked."""

    keys: Mapping[str, Any]
    lines: tuple[str, ...] = ()
    found: Against | None = None


def against_of(document: Document, audience: Marking | None, options: Mapping[str, object]) -> Answer:
    """Hold a text against what the options of `against_options` name.

    Args:
        document: The text as the audience may see it.
        audience: None for all of it.
        options: As click has them.
    """
    asked = msgspec.convert(options, _Asked)
    if asked.case is None and asked.model is None:
        if asked.before or asked.circles or asked.as_of:
            msg = "--before, --for and --as-of go with --case or --model"
            raise click.UsageError(msg)
        return Answer({})
    findings, model = _held(asked, audience)
    before = read_text(asked.before, audience) if asked.before else None
    found = against(document, findings=findings, model=model, before=before)
    return Answer(found.document(), tuple(found.lines(document)), found)


def _held(asked: _Asked, audience: Marking | None) -> tuple[Findings | None, Model | None]:
    """Read the case and the model that were asked for."""
    from goodoffices.weigh import read_model  # noqa: PLC0415  reads YAML and XML

    findings = read_view(asked.case, audience, asked.circles, asked.as_of).findings if asked.case else None
    return findings, read_model(asked.model) if asked.model else None


def newly_crossed(before: Document, after: Document, options: Mapping[str, object]) -> tuple[str, ...]:
    """Say what an edit puts outside the mandates of a case and a model, and what it puts right.

    Args:
        before: The text before the edit.
        after: The text behind it.
        options: As click has those of `mandate_options`.

    Returns:
        A line for each; nothing where neither a case nor a model is named.
    """
    asked = msgspec.convert(options, _Asked)
    if asked.case is None and asked.model is None:
        if asked.circles or asked.as_of:
            msg = "--for and --as-of go with --case or --model"
            raise click.UsageError(msg)
        return ()
    findings, model = _held(asked, None)
    fresh = against(after, findings=findings, model=model, before=before).fresh or ()
    gone = against(before, findings=findings, model=model, before=after).fresh or ()
    told = [f"New: {_crossed(each, after)}" for each in fresh] + [
        f"No longer: {_crossed(each, before)}" for each in gone
    ]
    return tuple(told) or ("The edit puts nothing outside a mandate that was not outside it before",)


def _crossed(one: Crossing, document: Document) -> str:
    verdict = "outside" if one.verdict == "crosses" else "perhaps outside"
    who = f" (wanted by {', '.join(one.wanted_by)})" if one.wanted_by else ""
    line = " a red line of" if one.limit.red_line else " the mandate of"
    return (
        f"{place_of(document, one.provision)}: {verdict}{line} {one.limit.party}: {one.words!r}{who}; it {one.reason}"
    )


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """What a text is to the mandates and issues of a case and a model.

    Attributes:
        points: Each provision against the mandate of each party that has one.
        silent: Issues on the table of which no provision speaks.
        unanswered: Positions of the case that nothing in the text bears on.
        bears: What the case has to say of the text; None without one.
        marking: As restricted as the most restricted position of the case; None without one.
        fresh: Crossings that the text before did not have; None where no text before was given.
    """

    points: tuple[MandatePoint, ...] = ()
    silent: tuple[str, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    fresh: tuple[Crossing, ...] | None = None
    bears: BearsOn | None = None
    marking: Marking | None = None

    def document(self) -> dict[str, Any]:
        """The keys that are added to the form for machines."""
        return {
            "mandates": [
                {
                    "party": each.party,
                    "provision": each.provision,
                    "verdict": each.verdict,
                    "crossings": [_crossing(one) for one in each.crossings],
                }
                for each in self.points
            ],
            "new_crossings": None if self.fresh is None else [_crossing(each) for each in self.fresh],
            "coverage": {
                "silent": self.silent,
                "unanswered": [
                    {"finding": each.voice.finding, "party": each.voice.name, "issue": each.voice.issue,
                     "text": each.voice.text, "sentence": each.voice.sentence, "on_issue": each.on_issue}
                    for each in self.unanswered
                ],
            },
        }  # fmt: skip

    def lines(self, document: Document) -> Iterator[str]:
        """The same for people; what is within a mandate is counted."""
        for each in self.points:
            for one in each.crossings:
                yield _crossed(one, document)
        for party in dict.fromkeys(each.party for each in self.points):
            own = [each.verdict for each in self.points if each.party == party]
            told = ", ".join(f"{own.count(verdict)} {verdict}" for verdict in dict.fromkeys(own))
            yield f"Mandate of {party}, point by point: {told}"
        for crossing in self.fresh or ():
            yield f"New since the text before: {place_of(document, crossing.provision)} against {crossing.limit.party}"
        for issue in self.silent:
            yield f"No provision speaks of {issue}"
        for unanswered in self.unanswered:
            voice = unanswered.voice
            yield f"No reply to {voice.name} ({voice.stance} {voice.text!r}): “{voice.sentence}”"


def _crossing(crossing: Crossing) -> dict[str, Any]:
    return {
        "verdict": crossing.verdict,
        "party": crossing.limit.party,
        "issue": crossing.limit.issue,
        "excluded": crossing.limit.excluded,
        "red_line": crossing.limit.red_line,
        "statements": crossing.limit.statements,
        "provision": crossing.provision,
        "alternative": None if crossing.alternative is None else crossing.alternative + 1,
        "wanted_by": crossing.wanted_by,
        "words": crossing.words,
        "span": crossing.span,
        "reason": crossing.reason,
    }


def against(
    document: Document, *, findings: Findings | None = None, model: Model | None = None, before: Document | None = None
) -> Against:
    """Hold a text against the mandates and issues of a case and of a model.

    Args:
        document: The text.
        findings: The case, for one audience.
        model: The deal model.
        before: An earlier state of the text, to tell what an edit made cross.
    """
    from goodoffices.draft.check import new_crossings  # noqa: PLC0415  parsers
    from goodoffices.draft.linking import bears_on, limits_of_voices, mandate_points  # noqa: PLC0415  the same

    bears = bears_on(document, findings) if findings else None
    limits = (*(limits_of_model(model, document) if model else ()), *(limits_of_voices(bears.voices) if bears else ()))
    return Against(
        points=mandate_points(document, limits),
        silent=tuple(_silent(document, model, findings)),
        unanswered=bears.unanswered if bears else (),
        bears=bears,
        marking=most_restricted(each.marking for each in findings.of_kind("position")) if findings else None,
        fresh=None if before is None else new_crossings(before, document, limits),
    )


def _silent(document: Document, model: Model | None, findings: Findings | None) -> Iterator[str]:
    from goodoffices.draft.check import OnTable, check_coverage  # noqa: PLC0415  parsers
    from goodoffices.draft.linking import find_passages, packages_of_text, voices_of  # noqa: PLC0415  the same

    if model:
        known = deal_issues(model)
        linked = set(packages_of_text(document, known).silent)
        on_table = [OnTable(each.id, each.id, each.names) for each in known]
        yield from (each.id for each in check_coverage(document, on_table).silent if each.id in linked)
    if findings:
        spoken = {issue for each in find_passages(document) for issue in each.issues}
        held = dict.fromkeys(each.issue for each in voices_of(findings)[0])
        terms = issues()
        yield from (terms[each].label for each in held if each not in spoken and each in terms)
