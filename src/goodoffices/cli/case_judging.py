"""`goodoffices case judge`: an analyst's word on a statement or finding, kept for good."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from goodoffices.record import (
    Content,
    Disagreement,
    Finding,
    InputError,
    Judgement,
    Marking,
    Note,
    Statement,
    Verdict,
    make_judgement,
)
from goodoffices.record.correcting import corrected
from goodoffices.record.store import open_case
from goodoffices.record.view import View

from .case_writing import by_option, why_option
from .options import MARKING, case_argument, format_option, now
from .output import emit
from .things import Thing, findings_of, thing

__all__ = ["judge", "read_changes"]

_VERDICTS = [each.value for each in Verdict if each is not Verdict.NO_JUDGEMENT]
_PAIRS = (Verdict.SAME_AS, Verdict.NOT_SAME)


@click.command()
@case_argument
@click.argument("target", metavar="ID")
@click.argument("verdict", metavar="VERDICT", type=click.Choice(_VERDICTS))
@by_option(required=True)
@why_option(required=True)
@click.option("--other", metavar="ID", help="The second thing, with same-as and not-same.")
@click.option(
    "--correction", metavar="JSON", help="With correct: what changes, as JSON, or the name of a file that has it."
)
@click.option("--marking", type=MARKING, default=Marking.CLEAR, metavar="MARKING", help="Who may be shown this word.")
@format_option
def judge(
    *,
    case: str,
    target: str,
    verdict: str,
    by: str,
    why: str,
    other: str | None,
    correction: str | None,
    marking: Marking,
    form: str,
) -> None:
    """Give your word on a statement or finding; nothing is overwritten, and retract takes it back.

    VERDICT is confirm, reject, correct, same-as, not-same, unsure or, on a judgement, retract. A correction names only
    the fields that change.

    \b
    Example:
      goodoffices case judge talks.goodoffices s-4f2kq7... correct --by Ana --why "it said must not" \\
        --correction '{"stance": "rejects"}'
    """  # noqa: D301  \b keeps click from filling the lines
    word = Verdict(verdict)
    _check_options(word, other, correction)
    with open_case(case) as store:
        view = store.view(Marking.RED)
        judged = thing(view, target, case=store.name)
        beside = thing(view, other, case=store.name) if other else None
        judgement = make_judgement(
            judged.id,
            word,
            by=by,
            at=now(),
            why=why,
            statements=_rests_on(judged, view),
            other=beside.id if beside else None,
            other_statements=_rests_on(beside, view) if beside else (),
            correction=_corrected(judged, correction) if correction else None,
            marking=marking,
        )
        store.judge(judgement)
    document = {"format": "goodoffices.case.judge/1", "judgement": judgement}
    emit(document, form=form, text=[f"{judgement.id}  {judgement.target} {verdict}, says {by}"])


def _check_options(verdict: Verdict, other: str | None, correction: str | None) -> None:
    if (verdict in _PAIRS) != (other is not None):
        msg = f"--other goes with same-as and not-same, and they with it; the verdict is {verdict.value}"
        raise click.UsageError(msg)
    if (verdict is Verdict.CORRECT) != (correction is not None):
        msg = f"--correction goes with correct, and correct with it; the verdict is {verdict.value}"
        raise click.UsageError(msg)


def _rests_on(judged: Thing, view: View) -> tuple[str, ...]:
    # A finding is rebuilt at will: the judgement holds for what it rested on when it was judged.
    match judged:
        case Statement() | Judgement():
            return ()
        case Finding():
            return judged.statements
        case Disagreement():
            findings = {side.finding for side in judged.sides}
            return tuple(sorted(_statements_of(findings, view)))
        case Note():
            msg = f"{judged.id} is a note; write another one, or take it out with: goodoffices case retire"
            raise InputError(msg)
    msg = f"{judged.id} is a report; judge a statement or finding of it, or take it out with: goodoffices case retire"
    raise InputError(msg)


def _statements_of(findings: set[str], view: View) -> set[str]:
    return {each for finding in findings_of(view).findings if finding.id in findings for each in finding.statements}


def _corrected(judged: Thing, correction: str) -> Content:
    if not isinstance(judged, Statement | Finding):
        msg = f"{judged.id} says nothing that could be corrected; correct a statement or a finding"
        raise InputError(msg)
    return corrected(judged.content, read_changes(correction))


def read_changes(correction: str) -> dict[str, Any]:
    """Read fields of a content, written as JSON or in a file that holds it.

    Raises:
        InputError: If it is no JSON object.
    """
    if not correction.lstrip().startswith("{"):
        correction = Path(correction).read_text(encoding="utf-8")
    try:
        changes = msgspec.json.decode(correction, type=dict[str, Any])
    except msgspec.DecodeError as error:
        msg = f"this is no JSON object: {error}"
        raise InputError(msg) from error
    return changes
