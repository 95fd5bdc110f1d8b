"""An edit of what an audience sees of a text, carried over to the whole text: nothing that they could not see is lost.

Whoever does not hold the whole text edits what they are shown. The whole text takes part as a second edit of that:
what stands in it alone stays, and what they changed is changed. Where both have words of their own, theirs stand, and
the words that they could not see are kept in a comment, which no audience is ever shown. So what they see afterwards
is what they wrote, whatever else there is.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from goodoffices.draft.merge.slots import Slot, lay_out
from goodoffices.draft.merge.units import Fields, Unit, cut_units, settled_text
from goodoffices.draft.text import Attributes, Document, parse_text, read_aloud, write_attributes
from goodoffices.draft.text.attributes import read_attributes
from goodoffices.record import GoodOfficesError, Marking, most_restricted, parse_marking

from .shown import released

__all__ = ["NotCarried", "carry"]

_WHOLE, _EDIT = "whole", "edit"
_NOTHING = Fields("", "", "", "", "")


class NotCarried(GoodOfficesError):  # noqa: N818  says it all
    """An edit that cannot be carried over to the whole text without losing or showing something."""


def carry(whole: str, shown: str, edited: str, audience: Marking, by: str) -> str:
    """Carry an edit over to the whole text.

    Args:
        whole: The text.
        shown: What the audience saw of it.
        edited: What they made of that.
        audience: The most restricted marking that they may see.
        by: Whose edit it is.

    Returns:
        The new whole text.

    Raises:
        NotCarried: If what the audience would see of the result is not what they wrote, or something would be lost.
    """
    documents = {_WHOLE: parse_text(whole, tolerant=True), _EDIT: parse_text(edited, tolerant=True)}
    units, tail = cut_units(parse_text(shown, tolerant=True))
    order, _ = lay_out(units, {name: cut_units(each)[0] for name, each in documents.items()})
    pieces = [each for slot in order for each in _settled(slot, by)]
    made = "".join(_spaced(before, text, first=not place) for place, (before, text) in enumerate(pieces)) + (
        tail or "\n"
    )
    _prove(made, documents[_WHOLE], edited, audience)
    return made


def _spaced(before: str, text: str, *, first: bool) -> str:
    if first:
        return text
    return f"{before}{text}" if "\n" in before else f"\n\n{before}{text}"


def _settled(slot: Slot, by: str) -> list[tuple[str, str]]:
    """What stands in a slot: each piece with the white space before it."""
    whole, base, edit = slot.wanted.get(_WHOLE), slot.base, slot.wanted.get(_EDIT)
    if _EDIT not in slot.wanted:
        return [(whole.before, whole.text)] if whole else []
    if edit is None:
        return _kept_aside(whole, base, by)
    if whole is None or base is None:
        return [(edit.before, edit.text)]
    return _changed(whole, base, edit, by)


def _changed(whole: Unit, base: Unit, edit: Unit, by: str) -> list[tuple[str, str]]:
    """A unit that stands in all three."""
    if edit.kind == "front":
        return [(edit.before, _front(whole.text, base.text, edit.text))]
    if _same(edit.text, base.text):
        return [(whole.before, whole.text)]
    if edit.kind == whole.kind == "provision":
        return [(whole.before, _provision(whole, base, edit)), *_overwritten(whole, base, edit, by)]
    text = whole.text if edit.kind == "fence" else edit.text
    return [(edit.before, text), *_kept_aside(whole, base, by)]


def _kept_aside(whole: Unit | None, base: Unit | None, by: str) -> list[tuple[str, str]]:
    """The words of a unit that goes, where the audience did not see all of them."""
    if whole is None or base is None or _says(whole) == _says(base):
        return []
    return [("\n\n", _comment(f"Taken out by {by}", whole.text))]


def _overwritten(whole: Unit, base: Unit, edit: Unit, by: str) -> list[tuple[str, str]]:
    fields = [(whole.fields.title, base.fields.title, edit.fields.title)]
    fields.append((whole.fields.body, base.fields.body, edit.fields.body))
    lost = any(not _same(own, was) and not _same(new, was) for own, was, new in fields)
    return [("\n\n", _comment(f"Before the edit of {by}", whole.text))] if lost else []


def _comment(words: str, text: str) -> str:
    plain = f"{words}: {' '.join(text.split())}".replace("<!--", "(").replace("-->", ")")
    while "--" in plain:
        plain = plain.replace("--", "- -")
    return f"<!-- {plain} -->"


def _says(unit: Unit) -> tuple[str, str]:
    return settled_text(unit.fields.title), settled_text(unit.fields.body)


def _same(one: str, other: str) -> bool:
    return settled_text(one) == settled_text(other)


def _provision(whole: Unit, base: Unit, edit: Unit) -> str:
    """A provision: of each of its parts what the edit changed, else what the whole text has."""

    def part(of: Callable[[Fields], str]) -> str:
        own, was, new = (of(each.fields) for each in (whole, base, edit))
        return own if _same(new, was) else new

    title, body = part(lambda each: each.title), part(lambda each: each.body)
    # the number stands at the margin where the whole text has it
    lead = whole.fields.lead if _same(edit.fields.lead, base.fields.lead) else edit.fields.lead
    attributes = _attributes(whole, base, edit)
    behind = f" {attributes}" if attributes else ""
    if title:
        between = (edit.fields.between or whole.fields.between or "\n\n") if body else ""
        return f"{lead}{title}{behind}{between}{body}"
    first, gap, rest = body.partition("\n\n")
    return f"{lead}{first}{behind}{gap}{rest}"


def _attributes(whole: Unit, base: Unit, edit: Unit) -> str:
    own, was, new = (_read(each.fields.attributes) for each in (whole, base, edit))
    changed = {
        name: getattr(new, name)
        for name in Attributes.__struct_fields__
        if getattr(new, name) != getattr(was, name) and name != "id"
    }
    if not own.id and new.id:
        changed["id"] = new.id
    return write_attributes(msgspec.structs.replace(own, **changed))


def _read(text: str) -> Attributes:
    if not (text.startswith("{") and text.endswith("}")):
        return Attributes()
    return read_attributes(text, 1, len(text) - 1, lambda *_: None)


def _front(whole: str, base: str, edit: str) -> str:
    """The front matter: what the edit changed, and all that only the whole text has; a marking is never loosened."""
    own, was, new = (_lines(each) for each in (whole, base, edit))
    made = {key: value for key, value in own.items() if key in new or key not in was}
    made |= {key: value for key, value in new.items() if was.get(key) != value}
    markings = [each["marking"] for each in (own, made) if each.get("marking")]
    if markings:
        made["marking"] = most_restricted([parse_marking(each) for each in markings]).value
    return "\n".join(["---", *(f"{key}: {value}" for key, value in made.items()), "---"])


def _lines(front: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in front.splitlines()[1:-1] if ":" in line)
    return {key.strip(): value.strip() for key, _, value in pairs}


def _prove(made: str, whole: Document, edited: str, audience: Marking) -> None:
    """Make sure that the audience sees what they wrote, and that no word is lost that they could not see."""
    from goodoffices.draft.errors import DraftError  # noqa: PLC0415  with the rest of the room

    read = parse_text(made, tolerant=True)
    try:
        same = not read.faults and _heard(released(made, audience)) == _heard(released(edited, audience))
    except DraftError:
        same = False
    there = settled_text(made)
    seen = settled_text(edited)
    shown_ids = {each.id for each in parse_text(released(whole.source, audience), tolerant=True).provisions}
    lost = [
        each.id
        for each in whole.provisions
        if each.id not in shown_ids and settled_text(each.text) and settled_text(each.text) not in f"{there} {seen}"
        and settled_text(whole.source[each.start : each.end]) not in there
    ]  # fmt: skip
    if not same or lost:
        msg = "this edit was not joined with the text"
        raise NotCarried(msg)


def _heard(source: str) -> tuple[tuple[str, ...], ...]:
    """What a text says, number by number: what two texts are held against each other by."""
    document = parse_text(source, tolerant=True)
    said = [(each.number, each.heading, settled_text(each.text)) for each in document.provisions]
    around = (document.title, settled_text(read_aloud(document.preamble)), settled_text(read_aloud(document.closing)))
    return (around, *said)
