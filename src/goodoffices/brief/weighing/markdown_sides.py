"""Who stands where, and will it hold: two sections of the report in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.brief.build.phrases import join_names
from goodoffices.brief.markdown.text import heading, plain, table

from .build.amounts import amount, area, percent, place
from .citing import Citations
from .model import (
    AlignmentView,
    AreaView,
    BreachView,
    Figure,
    GapView,
    HoldingView,
    Lasting,
    Named,
    Origin,
    PressuresView,
    RatificationView,
    Report,
    Sides,
    SpoilerView,
)
from .wording import wording

__all__ = ["SHOWN", "beside"]

SHOWN = 20
"""How many pairs of parties HTML and Markdown list; JSON has all."""


def beside(report: Report, citations: Citations) -> Iterator[str]:
    """Both sections, where there is something in them."""
    page = _Sections(report, citations)
    if report.sides:
        yield from heading(2, "Who stands where")
        yield from page.sides(report.sides)
    if report.lasting:
        yield from heading(2, "Will it hold")
        yield from page.lasting(report.lasting)


class _Sections:
    """The sections being written, with the sources cited so far."""

    def __init__(self, report: Report, citations: Citations) -> None:
        self.scale = report.scale
        self.first = f"package {report.packages[0].id}" if report.packages else ""
        self.citations = citations

    def _mark(self, origin: Origin) -> str:
        number = self.citations.number(origin)
        return f" [^{number}]" if number else ""

    def _figure(self, figure: Figure) -> str:
        return plain(figure.words) + self._mark(figure.origin)

    def _numbers(self, numbers: Sequence[Named]) -> str:
        return ", ".join(f"{plain(each.name)} {self._figure(each.figure)}" for each in numbers)

    def _amount(self, value: float | None) -> str:
        return "unknown" if value is None else amount(value, self.scale)

    def sides(self, sides: Sides) -> Iterator[str]:
        """Gaps, alignments, objections, ratifications."""
        if sides.gaps:
            yield from heading(3, "How far apart on each issue")
            head = ["Issue", "Gap", "Narrowest under", "What each gives up there"]
            yield from table(head, (self._gap(each) for each in sides.gaps))
        if sides.alignments:
            yield from heading(3, "Who wants the same")
            head = ["Two parties", "Alike, from −1 to 1", "What parts them most", "Not known"]
            yield from table(head, (self._alignment(each) for each in sides.alignments[:SHOWN]))
        if len(sides.alignments) > SHOWN:
            yield from ("", f"And {len(sides.alignments) - SHOWN} pairs more, more alike; the JSON has all.")
        if sides.objections:
            yield from heading(3, f"Who objects to {self.first}")
        for each in sides.objections:
            line = "red line: " if each.stance == "red line" else ""
            told = f"{line}{plain(each.words)}{self._mark(each.origin)}; score {self._figure(each.score)}"
            yield f"- **{plain(each.party)}:** {plain(each.issue)}, {plain(each.option)}: {told}"
        if sides.ratifications:
            yield from heading(3, f"Would {self.first} be ratified?")
        yield from (self._ratification(each) for each in sides.ratifications)

    def _gap(self, gap: GapView) -> list[str]:
        lost = [f"{plain(one.party)} {_share(one.share)} (score {self._figure(one.score)})" for one in gap.losses]
        lost += [f"{plain(join_names(gap.unknown))}: unknown"] if gap.unknown else []
        lost += [f"{plain(join_names(gap.indifferent))}: all the same"] if gap.indifferent else []
        return [plain(gap.issue), gap.words, plain(gap.option or "unknown"), "; ".join(lost)]

    def _alignment(self, view: AlignmentView) -> list[str]:
        divides = "nothing" if view.together is not None else "unknown"
        if view.adds is not None:
            divides = f"{plain(view.divides)} ({place(view.adds)}){self._mark(view.origin)}"
        return [plain(f"{view.first} and {view.second}"), view.words, divides, plain(". ".join(view.unknown))]

    def _ratification(self, view: RatificationView) -> str:
        chance = view.chance
        said = ("ratifies" if chance.share else "would not ratify") if chance.reading == "certain" else chance.words
        crossed = "".join(f"; crosses: {plain(each.words)}{self._mark(each.origin)}" for each in view.crossed)
        return (
            f"- **{plain(view.body)}**, for {plain(view.party)}: **{plain(view.words)}**; the body: {said}, no deal is "
            f"worth {self._figure(view.walk_away)} to it{crossed}"
        )

    def lasting(self, lasting: Lasting) -> Iterator[str]:
        """Breaches, pressures, spoilers, land."""
        if lasting.breaches:
            yield from heading(3, f"Who would break {self.first}")
        yield from (self._breach(each) for each in lasting.breaches)
        if lasting.pressed:
            yield from heading(3, "Is there a deal under pressure?")
            yield from self._pressed(lasting.pressed)
        if lasting.spoilers:
            yield from heading(3, f"Who could spoil {self.first}")
        yield from (self._spoiler(each) for each in lasting.spoilers)
        if lasting.areas:
            yield from heading(3, f"Who gets which land under {self.first}")
            head = ["Area", "km²", "Held by", "Goes to", "Claims not met"]
            yield from table(head, (self._area(each) for each in lasting.areas))
        if lasting.holdings:
            yield ""
            head = ["Party", "km² without a deal", "Under the package", "Claims", "Gets of its claims"]
            yield from table(head, (_holding(each) for each in lasting.holdings))

    def _breach(self, view: BreachView) -> str:
        how = f" ({plain(view.breach)})" if view.breach else ""
        needed = "no penalty would do: nothing is seen"
        if view.penalty_needed is not None:
            needed = f"keeping pays as much at a penalty of {self._amount(view.penalty_needed)}"
        if view.detection_needed is not None:
            needed += f", or at {percent(view.detection_needed)} of breaches seen"
        return (
            f"- **{plain(view.party)} {view.words}:** keeping is worth {self._amount(view.keeps)}, breaking "
            f"{self._amount(view.breaks)}{how}, no deal {self._amount(view.walks)}; {needed}. "
            f"{self._numbers(view.numbers)}{self._mark(view.origin)}"
        )

    def _pressed(self, view: PressuresView) -> Iterator[str]:
        states = ((view.without, "Without any pressure"), (view.with_in_force, "under what is in force"))
        zones = wording().zones
        told = [
            f"{name} **{zones['unknown' if exists is None else 'yes' if exists else 'no']}**"
            for exists, name in (*states, (view.with_all, "under all of it"))
        ]
        yield f"{'; '.join(told)}, by the centres of the numbers."
        yield ""
        for each in view.pressures:
            force = "in force" if each.in_force else "not in force"
            yield (
                f"- **{plain(each.by)}** on **{plain(each.on)}**: {plain(each.words)}, while {plain(each.behaviour)}"
                f"{self._mark(each.origin)}; no deal is worth {self._figure(each.costs)} less ({force})"
            )

    def _spoiler(self, view: SpoilerView) -> str:
        how = f" ({plain(view.how)})" if view.how else ""
        price = f"it would go along for {self._amount(view.price)} more" if view.price else "it need be given nothing"
        return (
            f"- **{plain(view.party)} {view.words}:** going along is worth {self._amount(view.goes_along)} to it, "
            f"staying out {self._amount(view.stays_out)}, spoiling {self._amount(view.spoils)}{how}; {price}. "
            f"{self._numbers(view.numbers)}{self._mark(view.origin)}"
        )

    def _area(self, view: AreaView) -> list[str]:
        after = join_names(view.after) or "nobody"
        return [
            plain(view.area) + self._mark(view.origin),
            "unknown" if view.km2 is None else area(view.km2),
            plain(view.before or "nobody"),
            plain(after) + (" jointly" if len(view.after) > 1 else ""),
            plain(join_names(view.unmet) or "none"),
        ]


def _holding(view: HoldingView) -> list[str]:
    met = "claims nothing that is measured" if view.met is None else percent(view.met)
    return [plain(view.party), *(area(each) for each in (view.before_km2, view.after_km2, view.claimed_km2)), met]


def _share(share: float | None) -> str:
    return "unknown" if share is None else percent(share)
