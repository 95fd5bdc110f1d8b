"""`goodoffices draft compare | check | quality`: what became of a text, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from goodoffices.brief.build.phrases import counted
from goodoffices.record import Marking

from .draft_against import against_of, against_options
from .draft_options import audience_option, form_of, form_options, put, read_text
from .draft_sources import place_of
from .options import F, now

if TYPE_CHECKING:
    from goodoffices.brief.drafting import Assessed
    from goodoffices.draft.check import Report
    from goodoffices.draft.lineage import Comparison
    from goodoffices.draft.text import Document

__all__ = ["check", "compare", "json_text", "party_option", "quality"]

_FORMS = ("text", "json", "html", "md")
_MOST_PLACES = 20
_UNREAD = "This text is not in English: its brackets and numbers are checked, its words are not"


def party_option(command: F) -> F:
    """Take the names of parties."""
    return click.option(
        "--party", "parties", multiple=True, metavar="NAME", help="A party that ought to have an obligation."
    )(command)


def json_text(document: Any) -> str:  # noqa: ANN401  anything that is JSON
    """Write JSON as every command does."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode("utf-8") + "\n"


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@form_options(*_FORMS)
@audience_option
def compare(*, first: str, second: str, form: str | None, output: str | None, audience: Marking | None) -> None:
    """Say what became of each point of A in B: same, reworded, moved, split, merged, dropped or new.

    A and B are Markdown, plain text, HTML or DOCX; their points are found by number and wording. A page is written to
    comparison.html where no file is named.

    \b
    Examples:
      goodoffices draft compare first.md second.md
      goodoffices draft compare first.docx second.docx -o comparison.html
      goodoffices draft compare first.md second.md --format json
    """  # noqa: D301  \b keeps click from filling the lines
    form = form_of(form, output, _FORMS)
    one, other = read_text(first, audience), read_text(second, audience)
    if form in {"html", "md"}:
        from goodoffices.brief import drafting  # noqa: PLC0415  templates

        page = drafting.build_comparison(one, other, generated=now())
        written = drafting.comparison_to_html(page) if form == "html" else drafting.comparison_to_markdown(page)
        put(written, output, form=form, usual="comparison.html", what="comparison")
        return
    from goodoffices.draft.lineage import compare as compared  # noqa: PLC0415  solvers
    from goodoffices.draft.lineage import to_json  # noqa: PLC0415  the same

    found = compared(one, other)
    put(json_text(to_json(found)) if form == "json" else _compared(found), output, form=form, what="comparison")


def _compared(found: Comparison) -> Iterator[str]:
    from goodoffices.draft.lineage import in_words, link_in_words  # noqa: PLC0415  as above

    yield in_words(found)
    yield from (link_in_words(found, link) for link in found.links if link.change != "same")


@click.command()
@click.argument("text", metavar="TEXT")
@party_option
@against_options
@form_options(*_FORMS)
@audience_option
def check(
    *,
    text: str,
    parties: tuple[str, ...],
    form: str | None,
    output: str | None,
    audience: Marking | None,
    **against: object,
) -> None:
    """Look for brackets that do not close, references to nothing, duties without a date, deadlocks and the like.

    With a case or a deal model: each provision against each party's mandates, and what has no answer in the text. As
    a page it is the rolling text, with what is found beside each provision, and who asks for it or speaks against it;
    it is written to draft.html where no file is named.

    \b
    Examples:
      goodoffices draft check agreement.md --party North --party South
      goodoffices draft check agreement.md -o draft.html
      goodoffices draft check draft.md --case talks.goodoffices --model deal.yaml --before old.md
    """  # noqa: D301  \b keeps click from filling the lines
    form = form_of(form, output, _FORMS)
    document = read_text(text, audience)
    if form in {"html", "md"}:
        from goodoffices.brief import drafting  # noqa: PLC0415  templates

        held = drafting.HeldAgainst()
        if found := against_of(document, audience, against).found:
            held = drafting.HeldAgainst(
                bears=found.bears, points=found.points, silent=found.silent, marking=found.marking
            )
        now_alone = [drafting.Kept(document=document, name="now")]
        page = drafting.build_rolling(now_alone, parties=parties, held=held, generated=now())
        written = drafting.rolling_to_html(page) if form == "html" else drafting.rolling_to_markdown(page)
        put(written, output, form=form, usual="draft.html", what="rolling text")
        return
    from goodoffices.draft.check import check as checked  # noqa: PLC0415  parsers
    from goodoffices.draft.check import is_read, to_json  # noqa: PLC0415  the same
    from goodoffices.draft.sequence import outline  # noqa: PLC0415  the same

    report, more = checked(document, parties=parties), against_of(document, audience, against)
    read = is_read(outline(document))
    told: str | Iterator[str] = chain(
        () if read else (_UNREAD,), more.lines, _checked(report, document, Path(text).name)
    )
    if form == "json":
        told = json_text({**to_json(report), "english": read, **more.keys})
    put(told, output, form=form, what="report of the checks")


def _checked(found: Report, document: Document, name: str) -> Iterator[str]:
    for problem in found.problems:
        places = ", ".join(place_of(document, each) for each in problem.provisions[:_MOST_PLACES])
        more = ", ..." if len(problem.provisions) > _MOST_PLACES else ""
        yield f"{problem.kind}: {problem.message}" + (f" [{places}{more}]" if places else "")
    for wait in found.sequence.waits:
        target = place_of(document, wait.target) if wait.target else f"“{wait.waits_for}”"
        yield f"{place_of(document, wait.provision)} waits for {target}: “{wait.words}”"
    count, waits = len(found.problems), len(found.sequence.waits)
    yield f"{name}: {count} {'problem' if count == 1 else 'problems'}, {waits} {'wait' if waits == 1 else 'waits'}"


@click.command()
@click.argument("text", metavar="TEXT")
@party_option
@form_options("text", "json", "md")
@audience_option
def quality(
    *, text: str, parties: tuple[str, ...], form: str | None, output: str | None, audience: Marking | None
) -> None:
    """Go through what an agreement needs: which of it TEXT provides and where, whom it asks for what, on whom it hangs.

    Example: goodoffices draft quality agreement.md
    """
    from goodoffices.brief.drafting import build_assessed  # noqa: PLC0415  parsers

    form = form_of(form, output, ("text", "json", "md"))
    found = build_assessed(read_text(text, audience), parties=parties)
    if form == "json":
        told: str | Iterator[str] = json_text(
            {"format": "goodoffices.draft.quality/1", **msgspec.structs.asdict(found)}
        )
    else:
        told = _listed(found, mark="- " if form == "md" else "")
    put(told, output, form=form, what="list")


def _listed(found: Assessed, *, mark: str) -> Iterator[str]:
    for item in found.quality:
        places = ", ".join(dict.fromkeys(each.number for each in item.found if each.number))
        yield f"{mark}{item.label}: {places or 'nothing found'} ({item.covers})"
    for share in found.shares:
        own = counted(share.asked, "duty", "duties")
        weight = f"gives {share.gives:.1f}, gets {share.gets:.1f}"
        yield f"{mark}{share.party}: {own} of its own, {share.shared} shared; {weight}"
    yield f"{mark}{found.weights}"
    for tension in found.tensions:
        against = ", ".join(dict.fromkeys(each.number for each in tension.against))
        yield f"{mark}{tension.principle} is stated; look at {against}"
    yield from (f"{mark}{each}" for each in found.backstops)
    yield from (f"{mark}without end: {each.number}: {each.words}" for each in found.perpetual)
    there = sum(bool(each.found) for each in found.quality)
    yield f"{mark}{there} of {len(found.quality)} things that an agreement needs are provided for"
