"""`goodoffices draft package | packages`: a text and a deal model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from goodoffices.record import InputError

from .draft_sources import deal_issues, place_of
from .options import format_option
from .output import emit, printable

if TYPE_CHECKING:
    from goodoffices.draft.linking import PackageSet, Proposal
    from goodoffices.draft.text import Document

    from .draft_weighed import Weighed

__all__ = ["package", "packages"]

_model = click.option("--model", required=True, metavar="MODEL", help="The deal model: YAML, GENIUS or KTAB.")
_wording = click.option(
    "--by-wording", is_flag=True, help="Take the options that the words of unlinked alternatives come nearest to."
)


def _pairs(given: Sequence[str], option: str) -> dict[str, str]:
    pairs = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not (sign and name.strip() and value.strip()):
            msg = f"{each!r} is no choice: write {option}"
            raise click.UsageError(msg)
        pairs[name.strip()] = value.strip()
    return pairs


def _numbers(given: Sequence[str]) -> dict[int, int]:
    pairs = _pairs(given, "--choose BRACKET=ALTERNATIVE, as --choose 3=1")
    for name, value in pairs.items():
        if not (name.isdecimal() and value.isdecimal()):
            msg = f"'{name}={value}' names no bracket and alternative by number: write --choose 3=1"
            raise click.UsageError(msg)
    return {int(name): int(value) for name, value in pairs.items()}


@click.command()
@click.argument("text", metavar="TEXT")
@_model
@click.option("--set", "chosen", multiple=True, metavar="ISSUE=OPTION", help="One choice; give one for every issue.")
@click.option(
    "--choose",
    multiple=True,
    metavar="N=K",
    help="For bracket N, that no issue decides: alternative K; 0 leaves it out.",
)
@_wording
@click.option("-o", "--output", metavar="FILE", help="Where to write the text; standard output where not given.")
def package(
    *, text: str, model: str, chosen: tuple[str, ...], choose: tuple[str, ...], by_wording: bool, output: str | None
) -> None:
    """Write the full text of a package: each bracket in the words of the option chosen, and none left open.

    Alternatives say what they stand for with {option=...}; `packages --by-wording` proposes it for those that do not.

    Example: goodoffices draft package draft.md --model deal.yaml --set Ceasefire=Monitored --set Capital=Shared
    """
    from goodoffices.draft.imports import read_draft  # noqa: PLC0415  parsers
    from goodoffices.draft.linking import confirm, propose_options, text_of_package  # noqa: PLC0415  the same
    from goodoffices.weigh import read_model  # noqa: PLC0415  reads YAML and XML

    known = deal_issues(read_model(model))
    document = read_draft(text)
    if by_wording:
        document = confirm(document, propose_options(document, known))
    wanted = _pairs(chosen, "--set ISSUE=OPTION")
    full = text_of_package(document, known, wanted, choose=_numbers(choose))
    _put(full.source, output)


def _put(source: str, output: str | None) -> None:
    if output in {None, "-"}:
        click.echo(source, nl=False)
        return
    try:
        Path(str(output)).write_text(source, encoding="utf-8")
    except OSError as error:
        msg = f"cannot write {output!r}: {error.strerror}; name another file with -o"
        raise InputError(msg) from None
    click.echo(printable(f"The text is in {Path(str(output)).resolve()}"), err=True)


@click.command()
@click.argument("text", metavar="TEXT")
@_model
@_wording
@click.option("--most", type=click.IntRange(0, 1000), default=10, show_default=True, help="Packages to list.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write the text with the proposed options linked in it, for a person to edit.",
)
@format_option
def packages(*, text: str, model: str, by_wording: bool, most: int, output: str | None, form: str) -> None:
    """Say which packages a text with brackets still allows, and which of them all who must sign would sign.

    What all would sign is taken from the model: no rule and no mandate broken, and worth no less than no deal to each
    (uncertain numbers by their centres; beside it the probability over all that is uncertain).

    Example: goodoffices draft packages draft.md --model deal.yaml --most 5
    """
    from goodoffices.draft.imports import read_draft  # noqa: PLC0415  parsers
    from goodoffices.draft.linking import confirm, packages_of_text, propose_options  # noqa: PLC0415  the same
    from goodoffices.weigh import read_model  # noqa: PLC0415  reads YAML and XML

    from .draft_weighed import weighed_packages  # noqa: PLC0415  numbers

    described = read_model(model)
    known = deal_issues(described)
    document = read_draft(text)
    proposals = propose_options(document, known)
    linked = confirm(document, proposals) if by_wording or output else document
    if output:
        _put(linked.source, output)
    allowed = packages_of_text(linked if by_wording else document, known)
    weighed = weighed_packages(described, linked if by_wording else document, most)
    answer = {
        "format": "goodoffices.draft.packages/1",
        "allowed": allowed.count,
        "options": allowed.options,
        "every_combination": allowed.is_product,
        "silent": allowed.silent,
        "undecided": [each.number for each in allowed.undecided],
        "unlinked": allowed.unlinked,
        "unclear": [msgspec.to_builtins(each) for each in allowed.unclear],
        "proposals": () if by_wording else proposals,
        "weighed": weighed,
    }
    emit(answer, form=form, text=_told(document, allowed, () if by_wording else proposals, weighed))


def _told(document: Document, allowed: PackageSet, proposals: Sequence[Proposal], weighed: Weighed) -> Iterator[str]:
    yield f"The text allows {allowed.count:,} {'package' if allowed.count == 1 else 'packages'}"
    for issue, options in allowed.options.items():
        told = " (the text links nothing to it)" if issue in allowed.silent else ""
        yield f"  {issue}: {' | '.join(options) or 'none'}{told}"
    if allowed.count and not allowed.is_product:
        yield "  Not every combination of these: some brackets bind options of several issues"
    for each in allowed.undecided:
        yield f"Bracket {each.number} ({place_of(document, each.provision)}) answers no issue of the model"
    for number, alternative in allowed.unlinked:
        yield f"Bracket {number}, alternative {alternative} stands for no option: no package leads to it"
    for unclear in allowed.unclear:
        meant = " or ".join(f"{issue}={option}" for issue, option in unclear.meant)
        what = f"can mean {meant}" if meant else "is no option of the model"
        yield f"Link {unclear.name!r} in {place_of(document, unclear.provision)} {what}"
    for proposal in proposals:
        place = place_of(document, proposal.provision, proposal.bracket, proposal.alternative)
        yield f"Proposed: {place} ({proposal.words!r}) is {proposal.issue}={proposal.option} ({proposal.likeness:.0%})"
    yield from _signed(weighed)


def _signed(weighed: Weighed) -> Iterator[str]:
    if weighed.looked_at:
        yield f"{weighed.acceptable:,} of {weighed.looked_at:,} of them all who must sign would sign"
    for each in weighed.parties:
        yield f"  {each.party} would sign {each.signs:,}"
    if weighed.worth.parties:
        yield "What that leaves each party:" if weighed.looked_at else "No party can have less or more than:"
        yield from weighed.ranges
    for one in weighed.packages:
        terms = "; ".join(f"{issue}={option}" for issue, option in one.package.items())
        yield f"{terms}  (all sign with probability {one.probability:.0%})"
    if weighed.note:
        yield weighed.note
