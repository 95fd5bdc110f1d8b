"""What `goodoffices weigh` takes from a case: the draft of a model, and the sentences that its numbers rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from goodoffices.record import InputError, Marking
from goodoffices.record.release import most_restricted
from goodoffices.record.store import open_case
from goodoffices.record.view import View
from goodoffices.weigh import Model, draft_model, redraft
from goodoffices.weigh.model import Source, yaml_text

from .output import emit, printable

if TYPE_CHECKING:
    from goodoffices.weigh.model import Change

    from .weigh import Wish

__all__ = ["Record", "draft", "drafted", "record_of"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What a case says of the sources of a model.

    Attributes:
        sentences: Statement id -> (sentence, title of its report).
        marking: The most restricted marking of what the model rests on.
    """

    sentences: Mapping[str, tuple[str, str]]
    marking: Marking


def drafted(wish: Wish) -> tuple[Model, Record]:
    """Draft a model from a case.

    Raises:
        WeighError: If there is no position to draft from.
    """
    with open_case(wish.case or "") as store:
        view = store.view(wish.audience, wish.as_of, circles=wish.circles)
        model = draft_model(view)
        return model, _record(model, view)


def record_of(model: Model, wish: Wish) -> Record:
    """Find what the numbers of a model rest on.

    Raises:
        InputError: If it rests on what the audience may not see.
    """
    with open_case(wish.case or "") as store:
        whole = {each.id for each in store.view(Marking.RED).statements()}
        view = store.view(wish.audience, wish.as_of, circles=wish.circles)
        seen = {each.id for each in view.statements()}
        kept = sorted({each for each in _statements(model) if each in whole - seen})
        if kept:
            msg = (
                f"{wish.model} rests on {len(kept)} statements that {wish.audience.label} may not see as asked: draft "
                f"a model for that audience with: goodoffices weigh --case {wish.case} --audience {wish.audience.value}"
            )
            raise InputError(msg)
        return _record(model, view)


def _record(model: Model, view: View) -> Record:
    wanted = set(_statements(model))
    found = [each for each in view.statements() if each.id in wanted]
    reports = {each.report: view.report(each.report) for each in found}
    return Record(
        sentences={each.id: (each.evidence[0].quote, reports[each.report].title) for each in found},
        marking=most_restricted([each.marking for each in found] + [each.marking for each in reports.values()]),
    )


def _statements(part: object) -> Iterator[str]:
    """The ids of all statements that a part of a model names."""
    if isinstance(part, Source):
        yield from part.statements
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from _statements(getattr(part, name))
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from _statements(each)
    elif isinstance(part, tuple):
        for each in part:
            yield from _statements(each)


def draft(wish: Wish) -> None:
    """Write a draft, or draft anew over a file that people have edited and list what the news would change."""
    place = Path(wish.output or "-")
    if wish.output not in {None, "-"} and place.exists():
        with open_case(wish.case or "") as store:
            text, changes = redraft(place, store.view(wish.audience, wish.as_of, circles=wish.circles))
        _save(place, text)
        _tell(place, changes, wish)
        return
    model, record = drafted(wish)
    text = yaml_text(model)
    if wish.output in {None, "-"}:
        click.echo(text, nl=False)
        return
    _save(place, text)
    if wish.form == "json":
        _tell(place, (), wish)
        return
    counts = f"{len(model.parties)} parties, {len(model.issues)} issues"
    click.echo(printable(f"The model is in {place.resolve()}: {counts}, up to {record.marking.label}"), err=True)
    click.echo(printable(f"Edit it, then: goodoffices weigh {place} --case {wish.case}"), err=True)


def _save(place: Path, text: str) -> None:
    try:
        place.write_text(text, encoding="utf-8")
    except OSError as error:
        msg = f"cannot write {str(place)!r}: {error.strerror}; name another file with -o"
        raise InputError(msg) from None


def _tell(place: Path, changes: Sequence[Change], wish: Wish) -> None:
    document = {"format": "goodoffices.weigh.draft/1", "file": str(place), "changes": changes}
    lines = [each.words for each in changes] or ["The news changes nothing in this model."]
    emit(document, form="json" if wish.form == "json" else "text", text=lines)
