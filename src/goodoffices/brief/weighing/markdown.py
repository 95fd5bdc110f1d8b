"""The report of a deal in Markdown with footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.brief.build.phrases import counted, day_words, join_names
from goodoffices.brief.markdown.text import heading, plain, table

from .build.amounts import amount, percent
from .citing import Citations
from .markdown_parts import choice_lines, figures, foretelling, paths, sources
from .markdown_sides import beside
from .model import Choice, Origin, PackageView, PartyView, Probability, QuestionView, Report
from .wording import wording

__all__ = ["weighing_to_markdown"]


def weighing_to_markdown(report: Report) -> str:
    """Write the report as Markdown with footnotes (as Pandoc, GitHub and most note programs read them).

    Args:
        report: The view models.
    """
    page = _Page(report)
    lines = list(page.lines())
    squeezed = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return "\n".join(squeezed) + "\n"


def _said(chance: Probability, yes: str = "signs", no: str = "would not sign") -> str:
    return (yes if chance.share else no) if chance.reading == "certain" else chance.words


class _Page:
    """One report being written, with the sources cited so far."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.citations = Citations()

    def lines(self) -> Iterator[str]:
        """The whole document."""
        report = self.report
        yield from self._head()
        if report.answer:
            yield from self._answer()
            yield from self._space()
            yield from self._packages()
        if report.zone:
            yield from self._blocks()
        if report.sureness:
            yield from self._doubt()
        if report.packages:
            yield from self._explained()
        yield from beside(report, self.citations)
        yield from paths(report)
        yield from foretelling(report)
        yield from figures(report, self.citations)
        if report.missing:
            yield from heading(2, "What could not be found out")
            yield from (f"- {plain(line)}" for line in report.missing)
        yield from sources(self.citations)

    def _head(self) -> Iterator[str]:
        report = self.report
        if report.marking:
            yield f"**{report.marking.label}**"
        yield from heading(1, report.title)
        written = f"written {day_words(report.generated.date())}" if report.generated else ""
        yield " · ".join(each for each in (plain(report.file), written) if each)
        if report.note:
            yield from ("", plain(report.note))

    def _answer(self) -> Iterator[str]:
        answer = self.report.answer
        if answer is None:
            return
        yield from heading(2, answer.headline)
        yield plain(" ".join(answer.sentences))
        yield ""
        if self.report.packages:
            first = self.report.packages[0]
            all_sign = plain(_said(first.chance, "all who must sign would", "not all would sign"))
            yield f"**Package {first.id}** ({all_sign}):"
            yield ""
            yield from choice_lines(first.choices)
        if answer.questions:
            yield from ("", "**Find out next:**", "")
            yield from (f"{n}. {plain(each)}" for n, each in enumerate(answer.questions, 1))
        else:
            yield from ("", plain(answer.no_questions))

    def _space(self) -> Iterator[str]:
        space = self.report.space
        if space is None:
            return
        yield from heading(2, "The deal space")
        if space.size is not None:
            exact = f", to {space.epsilon:.1%} of each party's range" if space.epsilon else ""
            yield (
                f"{space.size:,} of {counted(space.packages, 'possible package')} are such that no other is better for "
                f"one party and worse for none{exact}. {plain(space.note)}"
            )
        yield ""
        names = [
            plain(name) + ("" if must else " (need not sign)")
            for name, must in zip(space.parties, space.needed, strict=True)
        ]
        rows = (
            [
                plain(" ".join(each for each in (row.package, row.brief) if each)),
                *(
                    f"{amount(value, self.report.scale)} ({_said(chance)})"
                    for value, chance in zip(row.utilities, row.alone, strict=True)
                ),
                _said(row.together, "all would", "not all"),
            ]
            for row in space.rows
        )
        yield from table(["Package", *names, "All who must sign"], rows)

    @staticmethod
    def _brief(choices: Sequence[Choice]) -> str:
        return " · ".join(each.option for each in choices)

    def _packages(self) -> Iterator[str]:
        yield from heading(2, "Packages")
        for package in self.report.packages:
            yield from heading(3, f"{package.id}: {', '.join(package.labels) or 'about as likely'}")
            yield from self._package(package)

    def _package(self, package: PackageView) -> Iterator[str]:
        if package.differs:
            yield "Like package A, but"
            yield ""
            yield from (
                f"- {plain(each.issue)}: **{plain(each.option)}** instead of {plain(each.instead_of)}"
                for each in package.differs
            )
        else:
            yield from choice_lines(package.choices)
        yield ""
        if package.trade:
            yield from (plain(package.trade), "")
        yield f"All who must sign: {_said(package.chance, 'would', 'not all would')}. {plain(package.status_words)}"
        if package.regret is not None:
            yield f"Greatest shortfall against the best package: {percent(package.regret)} of a party's span."
        yield from (f"**Breaks a rule:** {plain(each.words)}{self._mark(each.origin)}" for each in package.broken)

    def _blocks(self) -> Iterator[str]:
        zone = self.report.zone
        if zone is None:
            return
        yield from heading(2, "What blocks, and what would open a deal")
        if zone.exists:
            yield "Nothing blocks: one package meets all of these at once, by the centres of the numbers."
            yield ""
            yield from (self._demand(each.party, each.words, each.origin) for each in zone.demands)
            return
        yield from (
            f"- Without the demands of **{plain(join_names(each))}** the others could agree." for each in zone.blockers
        )
        for n, clash in enumerate(zone.clashes, 1):
            yield from ("", f"These cannot hold together ({n}):", "")
            yield from (self._demand(each.party, each.words, each.origin) for each in clash.demands)
        if zone.concessions:
            yield from ("", "The least that would open a deal:", "")
        for n, each in enumerate(zone.concessions, 1):
            package = f"package {each.package}" if each.package else plain(self._brief(each.choices))
            yield f"{n}. {plain(each.words)}: then {package} is possible."

    def _demand(self, party: str | None, words: str, origin: Origin) -> str:
        return f"- **{plain(party or 'A rule of the deal')}:** {plain(words)}{self._mark(origin)}"

    def _mark(self, origin: Origin) -> str:
        number = self.citations.number(origin)
        return f" [^{number}]" if number else ""

    def _doubt(self) -> Iterator[str]:
        sure = self.report.sureness
        if sure is None:
            return
        yield from heading(2, "How sure this is")
        yield from (f"- {plain(line)}" for line in sure.findings)
        if sure.unknown:
            yield f"- {sure.draws:,} draws, seed {sure.seed}; errors are standard errors, in percentage points."
        yield from heading(2, "What to find out next")
        if self.report.questions:
            rows = (
                [plain(q.words), f"{plain(q.figure.words)}{self._mark(q.figure.origin)}", self._worth(q)]
                for q in self.report.questions[:12]
            )
            yield from table(["Question", "Known now", "Worth of the answer, in points"], rows)
        else:
            yield self.report.answer.no_questions if self.report.answer else ""

    @staticmethod
    def _worth(question: QuestionView) -> str:
        if question.worth is None:
            return "unknown: without it no probability says anything"
        return f"{question.worth * 100:.2g} ± {question.error * 100:.1g}"

    def _explained(self) -> Iterator[str]:
        yield from heading(2, "Who makes what of it")
        for package in self.report.packages:
            yield from heading(
                3, f"Package {package.id}" + (f": {', '.join(package.labels)}" if package.labels else "")
            )
            if self.report.answer is None:
                yield from choice_lines(package.choices)
                yield ""
                yield from (
                    f"**Breaks a rule:** {plain(each.words)}{self._mark(each.origin)}" for each in package.broken
                )
                yield f"All who must sign: {_said(package.chance, 'would', 'not all would')}."
            for view in package.parties:
                yield from self._party(view)

    def _party(self, view: PartyView) -> Iterator[str]:
        yield from ("", f"**{plain(view.party)}: {wording().verdicts[view.verdict]}.** {plain(view.words)}", "")
        yield from (f"- Crossed: {plain(each.words)}{self._mark(each.origin)}" for each in view.crossed)
        for share in view.shares:
            scale = self.report.scale
            lost = (
                f", at best {amount(share.best, scale)} ({plain(share.best_option)})" if share.best > share.got else ""
            )
            yield (
                f"- {plain(share.issue)}: {plain(share.option)} gives {amount(share.got, scale)}{lost}; "
                f"score {plain(share.score.words)}{self._mark(share.score.origin)}, "
                f"weight {plain(share.weight.words)}{self._mark(share.weight.origin)}"
            )
        if view.together:
            yield f"- options together: {amount(view.together, self.report.scale)}"
        yield f"- no deal: {plain(view.walk_away.words)}{self._mark(view.walk_away.origin)}"
