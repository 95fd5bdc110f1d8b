"""The rolling text in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.brief.build.phrases import day_words, join_names
from goodoffices.brief.drafting.model import Fence, OpenText, Phrase, ProvisionView, RollingPage
from goodoffices.brief.drafting.model import Wording as Shown
from goodoffices.brief.drafting.wording import wording
from goodoffices.brief.markdown.text import heading, plain

from .comparison import squeezed
from .parts import assessed, problems, progress, waits, wants

__all__ = ["rolling_to_markdown"]

_OPENS, _OR, _CLOSES = r"\[", r" \| ", r"\]"


def rolling_to_markdown(page: RollingPage) -> str:
    """Write the rolling text, and what is said of it, as Markdown to read. The text to edit is the file itself.

    Args:
        page: The view models.
    """
    return squeezed(_lines(page))


def _lines(page: RollingPage) -> Iterator[str]:
    if page.marking:
        yield f"**{page.marking.label}**"
    yield from heading(1, page.title)
    told = (page.version, page.file if page.file != page.version else "", join_names([p.name for p in page.parties]))
    written = f"written {day_words(page.generated.date())}" if page.generated else ""
    yield " · ".join(plain(each) for each in (*told, written) if each)
    yield from ("", plain(" ".join(page.sentences)))
    yield from heading(2, "The text")
    yield from _paragraphs(page.preamble)
    for row in page.rows:
        yield from _fence(row, page) if isinstance(row, Fence) else _provision(row)
    yield from _paragraphs(page.closing)
    yield from wants(page)
    yield from problems(page)
    yield from waits(page)
    yield from progress(page)
    yield from assessed(page)


def _paragraphs(runs: Sequence[Shown]) -> Iterator[str]:
    for run in runs:
        yield from (_shown(run), "")


def _fence(fence: Fence, page: RollingPage) -> Iterator[str]:
    names = join_names([page.parties[place].name for place in fence.parties]) or fence.label
    sign = {"opens": "[", "or": "|", "closes": "]"}[fence.edge]
    yield from (plain(f"{sign} {names}" if fence.edge != "closes" else sign), "")


def _provision(row: ProvisionView) -> Iterator[str]:
    title = _shown(row.title)
    if row.heading:
        yield from ("", f"### {plain(row.number)} {title}".replace("  ", " "), "")
        return
    lead = f"**{plain(row.number)}** " if row.number else ""
    words = "  ".join(filter(None, [title, *(_shown(each) for each in row.paragraphs)]))
    yield from (f"{lead}{words}", "")
    told = list(_margin(row))
    if told:
        yield from (f"> {'; '.join(told)}", "")


def _margin(row: ProvisionView) -> Iterator[str]:
    """What stands beside a provision."""
    if row.status:
        yield plain(row.status_label) + (f" on {day_words(row.agreed_on)}" if row.agreed_on else "")
    if row.marking:
        yield plain(row.marking)
    if row.note:
        yield plain(row.note)
    yield from (f"**{plain(each.label)}**" if each.grave else plain(each.label) for each in row.troubles)
    verbs = wording().waits
    yield from (f"{verbs[each.kind]} {plain(each.target_number)}" for each in row.waits if each.target)
    for each in row.voices:
        yield f"{plain(each.party)} {wording().voices[each.direction]}: “{plain(each.sentence)}”"
    if row.past:
        yield plain(row.past)


def _shown(run: Shown) -> str:
    return "".join(_piece(each) for each in run)


def _piece(each: Phrase | OpenText) -> str:
    if isinstance(each, Phrase):
        words = each.text
        return (" " if words[:1] == " " else "") + plain(words) + (" " if words[-1:] == " " and words.strip() else "")
    sides = ((f"**{plain(side.label)}:** " if side.label else "") + (_shown(side.words) or "—") for side in each.sides)
    return _OPENS + _OR.join(sides) + _CLOSES
