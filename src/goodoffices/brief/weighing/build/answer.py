"""The report in one paragraph: is there a deal, what to look at first, who blocks, what would open one, what to ask."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.brief.build.phrases import counted, join_names, sentence_case
from goodoffices.brief.weighing.model import Answer, PackageView, QuestionView, ZoneView
from goodoffices.brief.weighing.wording import wording
from goodoffices.weigh.analysis import Analysis

__all__ = ["answer_view"]

_ASKED = 3
_LIKELY = 0.8  # below it the headline says "may"
_NAMED = 3


def answer_view(
    analysis: Analysis, packages: Sequence[PackageView], zone: ZoneView, questions: Sequence[QuestionView]
) -> Answer:
    """Say it in one paragraph."""
    verdict = _verdict(zone, packages)
    first = packages[0] if packages else None
    asked = _questions(analysis, questions)
    said = (
        _deal(analysis, zone, verdict),
        _unstated(zone),
        _first(analysis, first, zone),
        _blockers(analysis, zone),
        _concession(zone),
    )
    return Answer(
        verdict=verdict,
        headline=wording().headlines[verdict],
        sentences=tuple(each for each in said if each),
        first=first.id if first else None,
        chance=first.chance if first else None,
        questions=asked,
        no_questions="" if asked else wording().asks[_silence(analysis)],
    )


def _verdict(zone: ZoneView, packages: Sequence[PackageView]) -> str:
    if zone.exists is None:
        return "unknown"
    if not zone.exists and not (packages and any(each.kind == "threshold" for each in zone.demands)):
        return "nothing may be signed"
    share = packages[0].chance.share if packages else None
    if zone.exists:
        return "maybe" if share is None or share < _LIKELY else "deal"
    return "maybe" if share is not None and share > 1 - _LIKELY else "no deal"


def _silence(analysis: Analysis) -> str:
    if analysis.certain:
        return "certain"
    return "missing" if analysis.questions is None else "none"


def _deal(analysis: Analysis, zone: ZoneView, verdict: str) -> str:
    if verdict == "unknown":
        return f"Whether any package meets all that is asked could not be found out: {analysis.missing.get('zone', '')}"
    if verdict == "nothing may be signed":
        return "The mandates and rules leave no package at all."
    by = "" if analysis.certain else "By the centres of the numbers, "
    if not zone.exists:
        return sentence_case(f"{by}no package meets every mandate and gives every signer what it has without a deal.")
    if not analysis.every or analysis.chances is None:
        return sentence_case(f"{by}there are packages that meet every mandate and every threshold.")
    allowed = counted(len(analysis.chances.packages), "package")
    if len(analysis.unstated) == int(analysis.problem.signs.sum()):
        return f"Nobody who must sign says what no deal is worth, so nothing rules out any of the {allowed} allowed."
    who = "every signer that says what no deal is worth" if analysis.unstated else "every signer"
    return sentence_case(
        f"{by}{analysis.acceptable:,} of the {allowed} that the mandates and rules allow give {who} at least "
        f"what it has without a deal."
    )


def _unstated(zone: ZoneView) -> str:
    if not zone.unstated:
        return ""
    who = join_names(zone.unstated)
    verb = "does" if len(zone.unstated) == 1 else "do"
    each = "it is" if len(zone.unstated) == 1 else "each is"
    return (
        f"{who} {verb} not say what no deal is worth: {each} taken to sign anything, so read this as the most that "
        "there can be."
    )


def _first(analysis: Analysis, first: PackageView | None, zone: ZoneView) -> str:
    if first is None:
        return ""
    if first.chance.share == 0:
        return "Nearest to one comes package A."
    opening = "Look first at" if zone.exists else "What comes nearest, if the numbers fall well, is"
    if first.chance.share is None:
        tail = "how likely it is signed is unknown"
    elif analysis.certain:
        tail = "all who must sign would"
    else:
        tail = f"it would be signed with a probability of {first.chance.words}"
    return f"{opening} package A: {tail}."


def _blockers(analysis: Analysis, zone: ZoneView) -> str:
    if zone.exists is None:
        return ""
    if zone.exists:
        if analysis.unstated:
            return "Nobody is known to block."
        return "Nobody blocks." if analysis.certain else "By the same centres nobody blocks."
    if not zone.blockers:
        return "No single set of parties blocks: the rules of the world alone leave nothing."
    sets = [join_names(each) for each in zone.blockers[:_NAMED]]
    verb = "blocks" if len(zone.blockers[0]) == 1 else "block together"
    if len(sets) == 1:
        return f"{sets[0]} {verb}: without its demands the others could agree."
    return f"Each of {join_names(sets)} {verb}: without the demands of any one of these the others could agree."


def _concession(zone: ZoneView) -> str:
    if zone.exists or not zone.concessions:
        return ""
    return f"The least that would open a deal: {zone.concessions[0].words}."


def _questions(analysis: Analysis, questions: Sequence[QuestionView]) -> tuple[str, ...]:
    telling = [each.words for each in questions if each.telling][:_ASKED]
    if telling or analysis.certain:
        return tuple(telling)
    return tuple(each.words for each in questions if each.worth)[:_ASKED]
