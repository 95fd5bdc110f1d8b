"""How sure it is, and what to find out next, as the report says it."""

from __future__ import annotations

from collections import Counter

from goodoffices.brief.build.phrases import counted, join_names
from goodoffices.brief.weighing.model import Figure, Probability, QuestionView, Sureness
from goodoffices.weigh.analysis import Analysis
from goodoffices.weigh.doubt import Question
from goodoffices.weigh.model import Uncertain

from .amounts import percent, probability, unknown_probability
from .figures import Figures
from .packages import letter_of

__all__ = ["question_views", "sureness_view"]

_CLEAR = 3  # standard errors: of many questions one or two pass two by chance
_LISTED = 40


def question_views(analysis: Analysis, figures: Figures) -> tuple[QuestionView, ...]:
    """The questions: thresholds that nobody states come first, for without them no probability says anything.

    Numbers of parties that need not sign change nothing of whether all sign, and are left out.
    """
    open_ends = [
        QuestionView(
            words=f"What would {party} have without a deal?",
            worth=None,
            error=0.0,
            telling=True,
            figure=figures.walk_away(figures.model.party(party)),
            party=party,
        )
        for party in analysis.unstated
    ]
    asked = analysis.questions.ranked if analysis.questions else ()
    ranked = [each for each in asked if figures.model.party(each.about.party).signs]
    return (*open_ends, *(_question(figures, each) for each in ranked[:_LISTED]))


def _question(figures: Figures, question: Question) -> QuestionView:
    return QuestionView(
        words=question.words,
        worth=question.worth,
        error=question.error,
        telling=question.worth > _CLEAR * question.error,
        figure=_known(figures, question.about),
        party=question.about.party,
    )


def _known(figures: Figures, about: Uncertain) -> Figure:
    if about.order is not None:
        return figures.order(about.order)
    if about.about == "weight":
        return figures.weight(figures.model.party(about.party), about.issue)
    return figures.figure(about.number)


def sureness_view(analysis: Analysis) -> Sureness:
    """Say what depends on unknown numbers."""
    return Sureness(
        unknown=_unknown(analysis),
        draws=analysis.draws,
        seed=analysis.seed,
        any_deal=_any_deal(analysis),
        every=analysis.every,
        compared=len(analysis.pool.packages),
        findings=tuple(each for each in _findings(analysis) if each),
    )


def _unknown(analysis: Analysis) -> int:
    return len(analysis.pool.drawn.uncertain)


def _any_deal(analysis: Analysis) -> Probability:
    found = analysis.chances
    if found is None:
        return unknown_probability()
    unstated = bool(analysis.unstated) and found.any_deal > 0
    return probability(found.any_deal, found.any_error, certain=analysis.certain, unstated=unstated)


def _findings(analysis: Analysis) -> tuple[str, ...]:
    return (
        _numbers(analysis),
        _some_deal(analysis),
        _efficient(analysis),
        _robust(analysis),
        _worth_of_knowing(analysis),
    )


def _numbers(analysis: Analysis) -> str:
    if analysis.certain:
        return (
            "Every number of the model is exact, so nothing here depends on chance; how right the numbers are is "
            "another matter."
        )
    whose = Counter(each.party for each in analysis.pool.drawn.uncertain)
    said = join_names([f"{number} of {party}" for party, number in whose.most_common()])
    return f"{counted(_unknown(analysis), 'number')} of the model are not known exactly: {said}."


def _some_deal(analysis: Analysis) -> str:
    found = analysis.chances
    if found is None or analysis.certain:
        return ""
    if analysis.unstated:
        who = join_names(analysis.unstated)
        return f"What {who} would have without a deal is unknown, so how likely a deal is cannot be said."
    least = "" if analysis.every else "at least "
    return (
        f"In {least}{percent(found.any_deal)} of {analysis.draws:,} draws some package would be signed by all who must."
    )


def _efficient(analysis: Analysis) -> str:
    found = analysis.pool.efficiency
    if found is None or analysis.certain:
        return ""
    sure, beaten, total = int(found.unbeatable.sum()), int(found.beaten.sum()), len(found.packages)
    return (
        f"Of {total:,} packages compared, {_are(sure)} efficient and {_are(beaten)} beaten whatever the unknown "
        f"numbers are; of the other {total - sure - beaten:,} it depends on them."
    )


def _are(number: int) -> str:
    return f"{number or 'none'} is" if number < 2 else f"{number:,} are"  # noqa: PLR2004  more than one


def _robust(analysis: Analysis) -> str:
    found = next((lead for lead in analysis.leads if "robust" in lead.why and lead.regret is not None), None)
    if found is None or found.regret is None or analysis.certain:
        return ""
    letter = letter_of(analysis, found.package)
    return (
        f"Package {letter} is the most robust: in no draw does whoever gains least from it fall short of the best "
        f"package by more than {found.regret:.0%} of a party's span."
    )


def _worth_of_knowing(analysis: Analysis) -> str:
    found = analysis.questions
    if found is None or analysis.unstated:
        return ""
    gain = max(0.0, found.known - found.now) * 100
    return (
        f"The likeliest package is signed in {percent(found.now)} of the draws. If every number were known before "
        f"choosing, that would be {percent(found.known)}: no answer can be worth more than {gain:.2g} points."
    )
