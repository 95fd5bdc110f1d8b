"""Several people's edits of one version, merged by provision; what clashes becomes a bracket with their names.

1. The text and each edit are cut into units: provisions, and the paragraphs that are none (`units`).
2. Each unit of an edit is matched to what it was: by its stable id, else by lineage (`matching`).
3. What was moved or put in goes behind what stands before it in that edit (`slots`).
4. Where only one edit differs from the text, it stands. Where several do and not alike, number, heading, body and
   attributes are merged one by one, and wordings that clash go into a bracket (`resolving`).

Every sentence that an edit adds or changes is in the result. One that an edit takes out is gone where the others left
it as it was, and in a bracket where another changed it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import count

import msgspec

from goodoffices.draft.errors import EditError
from goodoffices.draft.text import Document, parse_text
from goodoffices.draft.text.attributes import split_names

from .resolving import Clash, resolve
from .slots import Slot, lay_out
from .units import Unit, cut_units
from .wording import label_of

__all__ = ["Merged", "merge"]


_FRONT = re.compile(r"---[ \t]*\r?\n(?:.*\n)*?---(?=[ \t]*(?:\r?\n|$))")
_EDITORS = re.compile(r"^editors:[ \t]*(?P<names>[^\r\n]*)\r?\n", re.MULTILINE)


class Merged(msgspec.Struct, frozen=True):
    """A merged text.

    Attributes:
        document: The text. It may have faults (`Document.faults`) where edits set brackets around whole provisions that
            cross each other; no word is lost then either. Where two people gave one id to different provisions, the
            second's ends in `-2`.
        clashes: What several people want differently, in the order of the text.
    """

    document: Document
    clashes: tuple[Clash, ...]


def merge(base: Document, edits: Mapping[str, Document]) -> Merged:
    """Merge several people's edits of one version.

    Args:
        base: the version that all of them edited.
        edits: each one's text, by the name that is to stand in brackets.

    Returns:
        The merged text, and what clashed.

    Raises:
        EditError: If no edit is given.
    """
    if not edits:
        message = "there is nothing to merge: give the text of at least one edit"
        raise EditError(message, name=base.name)
    units, tail = cut_units(base)
    order, moved_twice = lay_out(units, {name: cut_units(edit)[0] for name, edit in edits.items()})
    resolved = [(slot, *resolve(slot)) for slot in order]
    clashes = [clash for slot, _, found in resolved for clash in (*found, *_order(slot, moved_twice))]
    source = _written([(slot, text) for slot, text, _ in resolved if text]) + tail
    if base.parties and any(clash.kind in {"wording", "deleted"} for clash in clashes):
        source = _name_editors(source, [label_of([name]) for name in edits if name not in base.parties])
    return Merged(_read(source, base), tuple(clashes))


def _name_editors(source: str, names: Sequence[str]) -> str:
    """Declare in the front matter who edited: where a text declares its parties, no other name is a label."""
    front = _FRONT.match(source)
    if front is None or not names:
        return source
    written = _EDITORS.search(front[0])
    known = split_names(written["names"]) if written else ()
    line = f"editors: {', '.join(dict.fromkeys((*known, *names)))}\n"
    start, end = written.span() if written else (front.end() - 3, front.end() - 3)
    return source[:start] + line + source[end:]


def _order(slot: Slot, moved_twice: Sequence[Slot]) -> list[Clash]:
    """Tell that a slot was moved to different places."""
    if slot.base is None or not any(slot is each for each in moved_twice):
        return []
    return [
        Clash(slot.base.id, "order", tuple((name, unit.text if unit else "") for name, unit in slot.wanted.items()))
    ]


def _written(slots: Sequence[tuple[Slot, str]]) -> str:
    """Write the slots with the white space that stood between them; a blank line where they did not stand together."""
    told, before = "", None
    for slot, text in slots:
        told += _space(before, slot) + text
        before = slot
    return told


def _space(before: Slot | None, slot: Slot) -> str:
    """Give the white space before a slot."""
    pairs = [(before.base if before else None, slot.base)]
    pairs += [(before.wanted.get(name) if before else None, unit) for name, unit in slot.wanted.items()]
    for one, other in pairs:
        if other is not None and _stand_together(one, other, first=before is None):
            return other.before
    return "\n\n" if before else ""


def _stand_together(one: Unit | None, other: Unit, *, first: bool) -> bool:
    """Did two units stand one behind the other in their own text?"""
    if first:
        return other.place == 0
    return one is not None and other.place == one.place + 1


def _read(source: str, base: Document) -> Document:
    """Read the merged text; one with faults too, for a fault loses no word. An id given twice gets another."""
    document = parse_text(source, name=base.name, plain=base.plain, tolerant=True)
    doubles = [fault for fault in document.faults if fault.kind == "duplicate-id"]
    if not doubles:
        return document
    taken = {provision.id for provision in document.provisions}
    for fault in reversed(doubles):
        name = _free(source[fault.start + 1 : fault.end], taken)
        source = f"{source[: fault.start]}#{name}{source[fault.end :]}"
    return parse_text(source, name=base.name, plain=base.plain, tolerant=True)


def _free(name: str, taken: set[str]) -> str:
    """Find a name that no provision has, and take it."""
    free = next(each for number in count(2) if (each := f"{name}-{number}") not in taken)
    taken.add(free)
    return free
