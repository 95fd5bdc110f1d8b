"""Parts of the report in Markdown that stand by themselves: paths, forecasts, the numbers of the model, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.brief.build.phrases import join_names
from goodoffices.brief.markdown.text import heading, plain, table

from .build.amounts import amount, percent, place
from .citing import Citations
from .model import Choice, CoalitionView, Figure, OrderView, Origin, Report

__all__ = ["choice_lines", "figures", "foretelling", "paths", "sources"]


def choice_lines(choices: Sequence[Choice]) -> Iterator[str]:
    """A package as a list."""
    return (f"- {plain(each.issue)}: **{plain(each.option)}**" for each in choices)


def paths(report: Report) -> Iterator[str]:
    """The order of steps, and the coalitions."""
    if report.order:
        yield from heading(2, "In which order")
        yield from _order(report.order)
    if report.coalitions:
        yield from heading(2, "Who can make or break it")
        for each in report.coalitions:
            yield from _coalition(each)


def _order(order: OrderView) -> Iterator[str]:
    yield plain(order.words)
    yield from (f"- {plain(each.words)}" for each in order.guarantees)
    if order.proof:
        yield plain(order.proof)
    if order.stages:
        yield ""
        rows = (
            [
                str(n),
                plain(", and at the same moment ".join(stage.steps)),
                *(
                    amount(value) + (f" ({amount(room)})" if room is not None else "")
                    for value, room in zip(stage.standing, stage.margin, strict=True)
                ),
            ]
            for n, stage in enumerate(order.stages, 1)
        )
        yield from table(["Moment", "What is done", *map(plain, order.parties)], rows)


def _coalition(view: CoalitionView) -> Iterator[str]:
    if view.task:
        yield from heading(3, view.task)
    yield plain(" ".join(view.words))
    yield ""
    rows = (
        [
            plain(each.name) + (" (veto)" if each.veto else ""),
            percent(each.pivotal_share),
            plain(each.lacks or "nothing"),
        ]
        for each in view.members
    )
    yield from table(["Who", "How often it tips the balance", "Without it is lacking"], rows)
    for title, sets in (
        ("Coalitions that carry it", view.least),
        ("Who together can break it", view.blocking),
        ("Coalitions that hold together", view.stable),
    ):
        if sets:
            yield from ("", f"{title}: {plain('; '.join(join_names(each) or 'nobody' for each in sets))}.")


def foretelling(report: Report) -> Iterator[str]:
    """What the positions foretell."""
    if report.foretelling is None:
        return
    yield from heading(2, "What the positions foretell")
    yield from (f"> {plain(line)}\n>" for line in report.foretelling.caution)
    for issue in report.foretelling.issues:
        yield from heading(3, issue.issue)
        yield (
            f"The weight lies at **{place(issue.mean)}** (the weighted mean); weighted median {place(issue.median)}, "
            f"plain mean {place(issue.plain_mean)}."
        )
        yield ""
        rows = (
            [plain(p.party), place(p.position), percent(p.salience), f"{p.capability:,.6g}", percent(p.share)]
            for p in issue.positions
        )
        yield from table(["Party", "Position", "Salience", "Capability", "Part of the weight"], rows)
        if issue.rounds:
            yield ""
            rounds = (
                [str(n), place(r.median), place(r.mean), plain("; ".join(r.moves)) or "nobody"]
                for n, r in enumerate(issue.rounds, 1)
            )
            yield from table(["Round", "Median", "Mean", "Who gave way"], rounds)


def figures(report: Report, citations: Citations) -> Iterator[str]:
    """Every number of the model."""
    if not report.parties:
        return
    yield from heading(2, "The numbers of the model")
    for party in report.parties:
        yield from heading(3, party.party)
        must = "It must sign" if party.needed else "It need not sign"
        no_deal = f": {plain(party.no_deal)}" if party.no_deal else ""
        yield f"{must}; no deal is worth {_figure(party.walk_away, citations)}{no_deal}"
        yield ""
        rows = (
            [
                plain(issue.issue),
                _figure(issue.weight, citations),
                "; ".join(
                    f"{plain(each.name)}: {_figure(each.figure, citations)}"
                    if each.name
                    else _figure(each.figure, citations)
                    for each in issue.scores
                ),
            ]
            for issue in party.issues
        )
        yield from table(["Issue", "Weight", "Scores"], rows)
    if report.interactions:
        yield from heading(3, "What options are worth together")
    for each in report.interactions:
        worth = "; ".join(f"{plain(one.name)} {_figure(one.figure, citations)}" for one in each.worth)
        yield f"- {plain(each.words)}{_mark(each.origin, citations)}: {worth}"
    if report.constraints:
        yield from heading(3, "What may not be signed")
    for rule in report.constraints:
        yield f"- **{plain(rule.party or 'A rule of the deal')}:** {plain(rule.words)}{_mark(rule.origin, citations)}"


def _figure(figure: Figure, citations: Citations) -> str:
    return plain(figure.words) + _mark(figure.origin, citations)


def _mark(origin: Origin, citations: Citations) -> str:
    number = citations.number(origin)
    return f" [^{number}]" if number else ""


def sources(citations: Citations) -> Iterator[str]:
    """The sources cited, as footnotes."""
    yield ""
    for number, origin in citations.listed:
        said = [
            f"“{plain(each.quote)}” — {plain(each.report or '')} ({each.id})"
            if each.quote is not None
            else f"{plain(each.id)}, a statement that is not in the record at hand"
            for each in origin.statements
        ]
        judged = [f"judged by {plain(origin.judged_by)}"] if origin.judged_by else []
        yield f"[^{number}]: {'; '.join([*said, *judged, *([plain(origin.note)] if origin.note else [])])}"
