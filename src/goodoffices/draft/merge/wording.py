"""One wording out of several: what only one changed stands, what clashes goes into a bracket with the names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from goodoffices.draft.lineage.words import cut_sentences

from .units import settled_text

__all__ = ["bracketed", "differing", "in_brackets", "label_of"]

Wanted = Mapping[str, str]
"""A wording for each name; "" where it was taken out."""

_SIGN = re.compile(r"\\[^\w\s]|[\[\]|]")
_NO_LABEL = re.compile(r"[^\w\s.'’()–-]|[_\s]+")


def differing(base: str, wanted: Wanted) -> dict[str, tuple[str, ...]]:
    """Gather the wordings that are not the one that was edited, each with the names of those who want it.

    Args:
        base: the wording that was edited.
        wanted: what each edit has.

    Returns:
        The wordings, white space aside, in the order in which they were first named.
    """
    found: dict[str, tuple[str, ...]] = {}
    first: dict[str, str] = {}
    for name, text in wanted.items():
        plain = settled_text(text)
        if plain != settled_text(base):
            own = first.setdefault(plain, text)
            found[own] = (*found.get(own, ()), name)
    return found


def bracketed(clash: Mapping[str, Sequence[str]]) -> str:
    """Write clashing wordings with a bracket around what differs: whole sentences at their start and end stay outside.

    Args:
        clash: the wordings, each with the names of those who want it; two or more.

    Returns:
        One text with a bracket, such as "Guns go back. [Anna: They stay back. | Ben: They return.]"
    """
    texts = list(clash)
    head, tail = _common(texts)
    inner = {text[len(head) : len(text) - len(tail)]: names for text, names in clash.items()}
    return f"{head}{in_brackets(inner)}{' ' if tail else ''}{tail.lstrip()}"


def in_brackets(clash: Mapping[str, Sequence[str]]) -> str:
    """Write wordings as the alternatives of one bracket."""
    sides = (f"{label_of(names)}: {_shielded(text.strip())}".rstrip() for text, names in clash.items())
    return f"[{' | '.join(sides)}]"


def label_of(names: Sequence[str]) -> str:
    """Write names as a label: marks that end one are left out, and the first letter of each is a capital."""
    plain = (" ".join(_NO_LABEL.sub(" ", name).split()) or "Someone" for name in names)
    return ", ".join(name[:1].upper() + name[1:] for name in plain)


def _shielded(text: str) -> str:
    """Write the bars that part no alternatives so that they stay words in a bracket."""
    depth, told, position = 0, "", 0
    for sign in _SIGN.finditer(text):
        depth += {"[": 1, "]": -1}.get(sign[0], 0)
        told += text[position : sign.start()] + ("\\|" if sign[0] == "|" and depth <= 0 else sign[0])
        position = sign.end()
    return told + text[position:]


def _common(texts: Sequence[str]) -> tuple[str, str]:
    """Find the whole sentences that all wordings start with, and those that all end with."""
    cut = [cut_sentences(text) for text in texts]
    shortest = min(len(pieces) for pieces in cut)
    start = next((n for n in range(shortest) if len({pieces[n] for pieces in cut}) > 1), shortest)
    rest = shortest - start
    end = next((n for n in range(rest) if len({pieces[-1 - n] for pieces in cut}) > 1), rest)
    head, tail = "".join(cut[0][:start]), "".join(cut[0][len(cut[0]) - end :])
    head = head if _is_whole(head) else ""
    return head, tail if _is_whole(tail) else ""


def _is_whole(text: str) -> bool:
    """Do all brackets that open in a text close in it?"""
    depth = 0
    for sign in _SIGN.finditer(text):
        depth += {"[": 1, "]": -1}.get(sign[0], 0)
        if depth < 0:
            return False
    return depth == 0
