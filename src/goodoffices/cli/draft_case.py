"""`goodoffices draft trace`: a text against the record of a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from goodoffices.record import Marking, issues

from .draft_options import audience_option, read_text
from .draft_sources import place_of, read_view, viewer_options
from .options import format_option
from .output import emit

if TYPE_CHECKING:
    from goodoffices.draft.check import Balance
    from goodoffices.draft.linking import Bearing, BearsOn, GroupGap, IssueGap, ProgressClaim, Voice
    from goodoffices.draft.text import Document

__all__ = ["balance_lines", "trace"]


@click.command()
@click.argument("text", metavar="TEXT")
@click.option("--case", required=True, metavar="CASE", help="The case whose statements the text is held against.")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="A party of the balance; may be given again.")
@audience_option
@viewer_options
@format_option
def trace(
    *,
    text: str,
    case: str,
    parties: tuple[str, ...],
    audience: Marking | None,
    circles: tuple[str, ...],
    as_of: dt.datetime | None,
    form: str,
) -> None:
    """Say who asks for each provision and who speaks against it, which positions have no reply, and whose.

    Links in the text ({statements=...}) come first, then issue and wording; what is weak is "unsure". Then: claims of
    progress against the brackets that are open, people whom the text does not name, and whom it asks for what.

    Example: goodoffices draft trace draft.md --case talks.goodoffices --audience GREEN
    """
    from goodoffices.draft.check import assess  # noqa: PLC0415  parsers
    from goodoffices.draft.linking import bears_on, group_gaps, issue_gaps, progress_claims  # noqa: PLC0415  the same

    document = read_text(text, audience)
    findings = read_view(case, audience, circles, as_of).findings
    bears = bears_on(document, findings)
    gaps, groups = issue_gaps(bears), group_gaps(document, bears)
    claims = progress_claims(document, findings, bears)
    balance = assess(document, parties=parties).balance
    answer = {
        "format": "goodoffices.draft.trace/1",
        "audience": audience or Marking.RED,
        "provisions": [
            {
                "id": each.id,
                "number": each.number,
                "bearings": [_bearing_document(one) for one in bears.provisions[each.id]],
            }
            for each in document.provisions
        ],
        "conflicts": [_bearing_document(each) for each in bears.conflicts],
        "unanswered": [{**_voice_document(each.voice), "on_issue": each.on_issue} for each in bears.unanswered],
        "inclusion": {
            "issues": [
                {
                    "issue": each.issue,
                    "party": each.party,
                    "name": each.name,
                    "unanswered": [one.finding for one in each.unanswered],
                    "answered": each.answered,
                    "named_in": each.named_in,
                }
                for each in gaps
            ],
            "groups": [{"group": each.group, "findings": [one.finding for one in each.voices]} for each in groups],
        },
        "claims": claims,
        "balance": balance,
    }
    lines = (*_bearings(document, bears), *_gaps(gaps, groups), *_claims(document, claims), *balance_lines(balance))
    emit(answer, form=form, text=lines)


def _voice_document(voice: Voice) -> dict[str, Any]:
    return {
        "finding": voice.finding,
        "statements": voice.statements,
        "party": voice.party,
        "name": voice.name,
        "issue": voice.issue,
        "stance": voice.stance,
        "text": voice.text,
        "red_line": voice.firm,
        "sentence": voice.sentence,
        "report": voice.report,
        "as_of": voice.as_of,
    }


def _bearing_document(bearing: Bearing) -> dict[str, Any]:
    return {
        "direction": bearing.direction,
        "how": bearing.how,
        "likeness": bearing.likeness,
        "provision": bearing.provision,
        "bracket": bearing.bracket,
        "alternative": bearing.alternative,
        "wanted_by": bearing.wanted_by,
        "words": bearing.words,
        "span": bearing.span,
        "reason": bearing.reason,
        **_voice_document(bearing.voice),
    }


def _bearings(document: Document, bears: BearsOn) -> Iterator[str]:
    for provision, bearings in bears.provisions.items():
        for each in bearings:
            place = place_of(document, provision, each.bracket, each.alternative)
            how = "linked" if each.how == "link" else f"by wording, {each.likeness:.0%}"
            reason = f"; {each.reason}" if each.reason else ""
            yield f"{place}: {each.direction}: {_said(each.voice)} ({how}{reason})"
    against = bears.conflicts
    yield f"{len(against)} {'objection' if len(against) == 1 else 'objections'} to what the text says" + (
        f", {sum(each.voice.firm for each in against)} of them red lines" if against else ""
    )
    for one in bears.unanswered:
        places = ", ".join(place_of(document, each) for each in one.on_issue)
        yield f"No reply: {_said(one.voice)}" + (f" (on its issue: {places})" if places else "")


def _said(voice: Voice) -> str:
    firm = ", a red line" if voice.firm else ""
    sentence = f" — “{voice.sentence}”" if voice.sentence else ""
    return f"{voice.name} {voice.stance} {voice.text!r}{firm}{sentence}"


def _gaps(gaps: Sequence[IssueGap], groups: Sequence[GroupGap]) -> Iterator[str]:
    for issue in dict.fromkeys(each.issue for each in gaps):
        own = [each for each in gaps if each.issue == issue]
        yield f"Not taken up on {_issue(issue)}: {', '.join(map(_gap, own))}"
    for one in groups:
        names = ", ".join(dict.fromkeys(voice.name for voice in one.voices))
        yield f"Not named: {one.group} (in what is reported of {names})"


def _gap(gap: IssueGap) -> str:
    whole = gap.answered + len(gap.unanswered)
    answered = f"{gap.answered} of {whole} positions" if gap.answered else "nothing"
    return f"{gap.name} ({answered} answered{'' if gap.named_in else ', not named'})"


def _claims(document: Document, claims: Sequence[ProgressClaim]) -> Iterator[str]:
    verdicts = {
        "borne out": "the text bears it out: all is marked as agreed and no bracket is open",
        "silent": "the text has nothing on it",
        "unmarked": "no bracket is open, and not all is marked as agreed",
    }
    for each in claims:
        places = ", ".join(place_of(document, one) for one in each.open)
        verdict = verdicts.get(each.verdict, f"brackets are open in {places}")
        who = f" by {each.said_by}" if each.said_by else ""
        yield f"Claim of {each.status} on {_issue(each.issue)}{who} ({each.sentence!r}): {verdict}"


def _issue(issue: str) -> str:
    term = issues().get(issue)
    return term.label if term else issue


def balance_lines(balance: Balance) -> Iterator[str]:
    """Say whom a text asks for what, with the weights."""
    for each in balance.shares:
        yield (
            f"Balance: {each.party} must do {each.asked} things of its own and {each.shared} with all; "
            f"gives {each.gives:g}, gets {each.gets:g}"
        )
    weights = balance.weights
    if balance.shares:
        yield f"Weights, a convention and no measurement: an act {weights.act:g}, conduct {weights.conduct:g}"
    else:
        yield "Balance: the text names no parties; name them with --party"
