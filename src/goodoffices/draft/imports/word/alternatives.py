"""Tracked changes as alternatives: what stood there without a label, what somebody wants with the name.

``30`` taken out and ``40`` put in by Ana is ``[30 | Ana: 40]``; words put in are ``[Ana: at dawn]``, words taken out
``[at dawn | Ana:]``. What Ben takes out of what Ana put in stands in her alternative:
``[Ana: at dawn [sharp | Ben:]]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from goodoffices.draft.text.attributes import OPENING
from goodoffices.draft.text.labels import Labels

from .pieces import Author, Piece

__all__ = ["alternatives", "bracket", "label_of", "view"]

_SIGN = re.compile(r"\\[^\w\s]|<!--(?:[^-<]|-(?!->)|<(?!!--)){0,5000}-->|``(?:[^`\n]|`(?!`))*``|`[^`\n]*`|[\[\]|]")
_NO_LABEL = re.compile(r"[^\w\s.'’()–-]|[_\s]+")
_LABEL_WORDS, _LABEL_CHARS = 6, 60
_WORD_CHARS = 60
"""A word is pulled whole into a bracket; one that is longer is none."""
_FIRST_WORD, _LAST_WORD = re.compile(r"\w{1,60}"), re.compile(r"\w{1,60}\Z")


class _Change(msgspec.Struct):
    """What one author changed at one place."""

    author: Author
    old: str = ""
    new: str = ""


def view(pieces: Sequence[Piece], *, accepted: bool) -> str:
    """The words if every change is accepted, or if every change is rejected."""
    return "".join(each.text for each in pieces if not (each.taken_out if accepted else each.put_in))


def alternatives(pieces: Sequence[Piece]) -> str:
    """Write the pieces of a paragraph with its tracked changes in brackets.

    Where a change cuts through a bracket of the text, the whole paragraph becomes two alternatives: no sign is lost.
    """
    steps = _whole_words(list(_steps(pieces)))
    changes = [each for each in steps if isinstance(each, _Change)]
    if not changes:
        return "".join(map(str, steps))
    if all(_is_whole(change.old) and _is_whole(change.new) for change in changes):
        return _written(steps)
    authors = list(dict.fromkeys(change.author for change in changes))
    return bracket(view(pieces, accepted=False), view(pieces, accepted=True), authors)


def bracket(old: str, new: str, authors: Sequence[Author]) -> str:
    """Write two wordings as alternatives; an empty one is left out, or stands as an empty one behind its name."""
    before, after = _shielded(old.strip()), _shielded(new.strip())
    label = label_of(authors)
    wanted = f"{label}: {after}" if after else f"{label}:"
    return f"[{_unlabelled(before)} | {wanted}]" if before else f"[{wanted}]"


def label_of(authors: Sequence[Author]) -> str:
    """Write the names of authors so that the grammar takes them for a label."""
    names = []
    for author in authors:
        words = " ".join(_NO_LABEL.sub(" ", author.partition("@")[0]).split()[:_LABEL_WORDS])[:_LABEL_CHARS].strip(
            " .-–'’"
        )
        words = words if words and words[0].isalnum() else "Someone"
        names.append(words[:1].upper() + words[1:])
    return ", ".join(dict.fromkeys(names))


def _steps(pieces: Sequence[Piece]) -> Iterator[str | _Change]:
    """Join pieces to what is kept and what each author changed."""
    kept: list[str] = []
    change: _Change | None = None
    for piece in pieces:
        if piece.put_in and piece.put_in == piece.taken_out:
            continue  # put in and taken out again by the same hand
        author = piece.put_in or piece.taken_out
        if change is not None and change.author != author:
            yield change
            change = None
        if not author:
            kept.append(piece.text)
            continue
        if kept:
            yield "".join(kept)
            kept = []
        change = change or _Change(author)
        if not piece.put_in:
            change.old += piece.text
        elif piece.taken_out:
            change.new += _padded(piece.text, bracket(piece.text, "", [piece.taken_out]))
        else:
            change.new += piece.text
    if change is not None:
        yield change
    if kept:
        yield "".join(kept)


def _whole_words(steps: list[str | _Change]) -> list[str | _Change]:
    """Pull the rest of a word into a change that cuts it: "cat" with an "s" put in is "[cat | Ana: cats]"."""
    for place, step in enumerate(steps):
        if not isinstance(step, _Change):
            continue
        before = steps[place - 1] if place else ""
        first = (
            (step.old[:1] + step.new[:1]).isalnum() if step.old and step.new else (step.old or step.new)[:1].isalnum()
        )
        if isinstance(before, str) and first and (part := _LAST_WORD.search(before[-_WORD_CHARS:])):
            steps[place - 1] = before[: len(before) - len(part[0])]
            step.old, step.new = part[0] + step.old, part[0] + step.new
        after = steps[place + 1] if place + 1 < len(steps) else ""
        ends = [text[-1:].isalnum() for text in (step.old, step.new) if text]
        if isinstance(after, str) and any(ends) and (part := _FIRST_WORD.match(after)):
            steps[place + 1] = after[len(part[0]) :]
            step.old, step.new = step.old + part[0], step.new + part[0]
    return steps


def _written(steps: Sequence[str | _Change]) -> str:
    told = ""
    for step in steps:
        if isinstance(step, str):
            told += "\\" + step if told.endswith("]") and _takes_bracket(step) else step
        elif step.old.split() == step.new.split():
            told += step.new
        else:
            told += _padded(step.old or step.new, bracket(step.old, step.new, [step.author]), other=step.new)
    return told


def _takes_bracket(text: str) -> bool:
    """Would what follows make a link or a name of the bracket before it?"""
    return text.startswith("(") or bool(OPENING.match(text))


def _padded(text: str, written: str, *, other: str = "") -> str:
    """Set the white space around a change outside of its bracket."""
    lead = " " if text[:1].isspace() or other[:1].isspace() else ""
    tail = " " if text[-1:].isspace() or other[-1:].isspace() else ""
    return f"{lead}{written}{tail}"


def _is_whole(text: str) -> bool:
    """Does every bracket that opens in a text close in it, with no bar outside of one?"""
    depth = 0
    for sign in _SIGN.finditer(text):
        depth += {"[": 1, "]": -1}.get(sign[0], 0)
        if depth < 0 or (sign[0] == "|" and not depth):
            return False
    return depth == 0


def _shielded(text: str) -> str:
    """Make bars outside of brackets mere signs, and brackets too where they do not match."""
    depth, lowest = 0, 0
    for sign in _SIGN.finditer(text):
        depth += {"[": 1, "]": -1}.get(sign[0], 0)
        lowest = min(lowest, depth)
    matches, depth = depth == 0 == lowest, 0
    pieces, position = [], 0
    for sign in _SIGN.finditer(text):
        if sign[0] in "[]" and matches:
            depth += 1 if sign[0] == "[" else -1
        mere = sign[0] in "[]|" and not (matches and (sign[0] != "|" or depth))
        pieces += [text[position : sign.start()], "\\" if mere else "", sign[0]]
        position = sign.end()
    return "".join(pieces) + text[position:]


def _unlabelled(text: str) -> str:
    """Keep a colon in words that have no label from making one of what stands before it."""
    label, _, end = Labels().read(text, 0, len(text))
    return f"{text[: end - 1]}\\{text[end - 1 :]}" if label else text
