"""A text and a deal model: which option each alternative is, which packages the text allows, the text of one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from goodoffices.desk.deal_names import deal_issues
from goodoffices.desk.folder import Version
from goodoffices.draft.text import Document, name_of, parse_text
from goodoffices.web.asking import Asking
from goodoffices.web.weighing.models import listed, read

if TYPE_CHECKING:
    from goodoffices.draft.linking import PackageSet, Proposal
    from goodoffices.weigh import Model

__all__ = [
    "DealOfText",
    "deal_of",
    "effort_of",
    "model_for",
    "models_of",
    "package_text",
    "read_model_text",
]

_LISTED = 12


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A bracket and the deal: where it stands, and for each of its alternatives the options that it is."""

    number: int
    provision: str
    place: str
    readings: tuple[tuple[str, ...], ...]


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """An option that the words of an alternative come nearest to: for a person to confirm."""

    bracket: int
    alternative: int
    place: str
    words: str
    issue: str
    option: str
    likeness: float


class DealOfText(msgspec.Struct, frozen=True, kw_only=True):
    """What a text leaves of a deal.

    Attributes:
        count: Packages that it allows.
        options: Issue -> the options that some allowed package takes.
        silent: Issues that the text links nothing to.
        brackets: Each bracket with the options of its alternatives.
        undecided: Numbers of the brackets that answer no issue of the model.
        proposals: Options for alternatives that are linked to none.
        packages: The first of the packages that it allows.
        issues: Each issue of the model with all its options.
    """

    count: int
    options: dict[str, tuple[str, ...]]
    silent: tuple[str, ...]
    brackets: tuple[Standing, ...]
    undecided: tuple[int, ...]
    proposals: tuple[Proposed, ...]
    packages: tuple[dict[str, str], ...]
    issues: tuple[tuple[str, tuple[str, ...]], ...]


def models_of(who: Asking) -> tuple[Version, ...]:
    """The deal models of the desk that whoever asks may see."""
    return listed(who)


def model_for(who: Asking, name: str) -> tuple[str, str]:
    """The name and text of a model; the first there is where none is named, and nothing where there is none.

    Raises:
        NotInCase: If this audience may see no model of that name.
    """
    known = models_of(who)
    if not name:
        if not known:
            return "", ""
        name = known[0].name
    version, text = read(who, name)
    return version.name, text


def read_model_text(text: str) -> Model:
    """Read a model.

    Raises:
        ModelError: If it cannot be read.
    """
    from goodoffices.weigh import read_model  # noqa: PLC0415  reads YAML

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "model.yaml"
        place.write_text(text, encoding="utf-8")
        return read_model(place)


def effort_of(source: str, model: str) -> int:
    """How much work `deal_of` is, as characters of a text that takes as long; found without doing it."""
    from goodoffices.draft.linking import packages_of_text  # noqa: PLC0415  parsers

    document = parse_text(source, tolerant=True)
    return len(source) + packages_of_text(document, deal_issues(read_model_text(model))).bound


def deal_of(source: str, model: str) -> DealOfText:
    """Say what a text leaves of a deal.

    Args:
        source: The text as an audience sees it.
        model: The model in YAML.
    """
    from itertools import islice  # noqa: PLC0415  here alone

    from goodoffices.draft.linking import packages_of_text, propose_options  # noqa: PLC0415  parsers

    document = parse_text(source, tolerant=True)
    known = deal_issues(read_model_text(model))
    allowed = packages_of_text(document, known)
    return DealOfText(
        count=allowed.count,
        options=allowed.options,
        silent=tuple(allowed.silent),
        brackets=_standings(document, allowed),
        undecided=tuple(each.number for each in allowed.undecided),
        proposals=tuple(_proposed(document, each) for each in propose_options(document, known)),
        packages=tuple(islice(allowed, _LISTED)) if allowed.count else (),
        issues=tuple((each.id, each.names) for each in known),
    )


def _standings(document: Document, allowed: PackageSet) -> tuple[Standing, ...]:
    return tuple(
        Standing(
            number=each.number,
            provision=each.provision,
            place=name_of(document, each.provision) if each.provision else "the preamble",
            readings=tuple(
                tuple(f"{issue}: {' or '.join(options)}" for issue, options in reading.options.items())
                for reading in each.readings
            ),
        )
        for each in allowed.choices
    )


def _proposed(document: Document, each: Proposal) -> Proposed:
    return Proposed(
        bracket=each.bracket,
        alternative=each.alternative,
        place=name_of(document, each.provision) if each.provision else "the preamble",
        words=each.words,
        issue=each.issue,
        option=each.option,
        likeness=each.likeness,
    )


def package_text(source: str, model: str, package: dict[str, str], choose: dict[int, int]) -> str:
    """Write the full text of a package: each bracket in the words of the option chosen.

    Raises:
        EditError: If the text has no words for it, or leaves a bracket to no issue and to no choice.
    """
    from goodoffices.draft.linking import text_of_package  # noqa: PLC0415  parsers

    document = parse_text(source, tolerant=True)
    known = deal_issues(read_model_text(model))
    return text_of_package(document, known, package, choose=choose).source
