"""On and off the stage: where a name stands for a place, a topic or what is no more, and not for one who acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["is_denied", "is_only_spoken_of", "is_venue", "was_once"]

_OFF_STAGE = frozenset({"of", "to", "in", "at", "on", "from", "before", "under", "into", "outside", "inside", "near"})
_HOUSES = frozenset({"senate", "congress", "parliament", "assembly", "house", "duma", "knesset", "representatives"})


def was_once(doc: Doc, start: int) -> bool:
    """ "Former US president X", "the former Soviet Union": what is no more, or whose office is."""
    before = doc[start - 1].lower_ if start else ""
    state = doc.user_data["named"].get(start)
    return before in lexicon().former - {"late", "then"} and state is not None and state.kind == "state"


def is_denied(root: Token) -> bool:
    """ "Somebody who is not Renamo"."""
    return root.dep_ == "attr" and any(c.dep_ == "neg" for c in root.head.children)


def is_venue(root: Token) -> bool:
    """ "On the sidelines of the General Assembly"."""
    if root.dep_ != "pobj":
        return False
    governor = root.head.head
    if root.head.lower_ in {"in", "at", "inside", "outside"} and root.lower_ in _HOUSES:
        return governor.lower_ not in lexicon().offices  # "In the Senate, the bill has few sponsors"
    return root.head.lower_ == "of" and governor.lower_ in {"sidelines", "margins"}


def is_only_spoken_of(root: Token) -> bool:
    """Is a body that the report brings in no more than what something is of, goes to or is before?"""
    described = any(c.dep_ in {"acl", "relcl", "appos"} for c in root.children)
    governor = root.head.head
    officer = governor.lower_ in lexicon().offices or governor.ent_type_ == "PERSON"
    alone = root.dep_ == "ROOT" and not described and not any(t.pos_ == "VERB" for t in root.sent)  # a heading
    return alone or (root.dep_ == "pobj" and root.head.lower_ in _OFF_STAGE and not described and not officer)
