"""Proposing other words: what differs goes into a bracket with the names of who wants it, and all else stays."""

from __future__ import annotations

import re

from goodoffices.draft.merge import brackets_of
from goodoffices.draft.text import Bracket, Document
from goodoffices.draft.text.attributes import split_names
from goodoffices.draft.text.edits import replace_provision
from goodoffices.record import InputError

__all__ = ["add_alternative", "own_words", "parties_of", "propose_words"]

_WORD = re.compile(r"\s+")
_LABEL = re.compile(r"[^\[\]|:{}\n]{1,120}")


def parties_of(document: Document) -> tuple[str, ...]:
    """Whom a text knows: the parties that it declares, or those that its brackets name."""
    if document.parties:
        return (*document.parties, *split_names(dict(document.meta).get("editors", "")))
    named = (name for bracket in brackets_of(document) for side in bracket.alternatives for name in side.parties)
    return tuple(dict.fromkeys(named))


def own_words(document: Document, provision: str) -> str:
    """The words of a provision as they stand in the source, brackets included; attributes left out."""
    found = document[provision]
    parts = found.body or found.title
    return (
        ""
        if not parts
        else document.source[parts[0].start : parts[-1].end].strip()
        if len(parts) == 1
        else _joined(document, parts)
    )


def _joined(document: Document, parts: tuple[object, ...]) -> str:
    told = ""
    for part in parts:
        start, end = part.start, part.end  # type: ignore[attr-defined]  # every part of a text has both
        told += document.source[start:end]
    return told.strip()


def propose_words(document: Document, provision: str, words: str, party: str) -> str:
    """Put other words for a provision beside its own, as what a party wants.

    Args:
        document: The text.
        provision: Id of the provision.
        words: The whole provision as the party wants it.
        party: Who wants it.

    Returns:
        The new source: a bracket around the words that differ, the rest outside.

    Raises:
        InputError: If nothing differs, or the party cannot be named.
    """
    label = _label(document, party)
    old, new = own_words(document, provision), " ".join(words.split())
    if " ".join(old.split()) == new:
        msg = "these are the words that stand there; write what is wanted instead"
        raise InputError(msg)
    head, one, other, tail = _parted(old, new)
    made = f"{head}[{_plain(one)} | {label}: {_plain(other)}]{tail}"
    return replace_provision(document, provision, made)


def add_alternative(document: Document, bracket: int, words: str, party: str) -> str:
    """Add an alternative to a bracket in running text.

    Raises:
        InputError: If there is no such bracket, it stands around whole provisions, or the party cannot be named.
    """
    found = brackets_of(document)
    if not 1 <= bracket <= len(found):
        msg = f"there is no bracket {bracket}: the text has {len(found)}"
        raise InputError(msg)
    meant: Bracket = found[bracket - 1]
    if meant in document.brackets:
        msg = "this bracket stands around whole provisions; edit the text to add another alternative to it"
        raise InputError(msg)
    label = _label(document, party)
    end = meant.alternatives[-1].end
    said = " ".join(words.split())
    return f"{document.source[:end].rstrip()} | {label}: {_plain(said)}{document.source[end:]}"


def _label(document: Document, party: str) -> str:
    name = " ".join(party.split())
    if not _LABEL.fullmatch(name):
        msg = "say who wants it: a name of up to 120 letters, without brackets, bars or colons"
        raise InputError(msg)
    if document.parties and name not in parties_of(document):
        msg = f"{name[:60]!r} is no party of this text; its front matter names {', '.join(parties_of(document))}"
        raise InputError(msg)
    return name


def _plain(words: str) -> str:
    """Words in which no bar parts alternatives."""
    depth, told = 0, ""
    for sign in words.strip():
        depth += {"[": 1, "]": -1}.get(sign, 0)
        told += "\\|" if sign == "|" and depth <= 0 else sign
    return told.replace("\\\\|", "\\|")


def _parted(old: str, new: str) -> tuple[str, str, str, str]:
    """The words that both begin with, what differs, and the words that both end with; no bracket is cut in two."""
    one, other = _pieces(old), _pieces(new)
    head = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    while head and not _whole("".join(one[:head])):
        head -= 1
    most = min(len(one), len(other)) - head
    tail = next((n for n in range(most) if one[-1 - n] != other[-1 - n]), most)
    while tail and not _whole("".join(one[-tail:])):
        tail -= 1
    split = (len(one) - tail, len(other) - tail)
    first, last = "".join(one[:head]), "".join(one[len(one) - tail :]) if tail else ""
    middle = "".join(one[head : split[0]]), "".join(other[head : split[1]])
    space = " " if last and not last[0].isspace() and middle[0].endswith(" ") else ""
    return first, middle[0], middle[1], f"{space}{last}"


def _pieces(words: str) -> list[str]:
    """Words, each with the white space behind it."""
    return re.findall(r"\S+\s*", _WORD.sub(" ", words.strip()))


def _whole(words: str) -> bool:
    depth = 0
    for sign in words:
        depth += {"[": 1, "]": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0
