"""Told by a signature: when "signed", "was initialled", "put their names to" tell of one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import subject_of_clause
from .draft import Draft
from .signing import is_signed_aside

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["tells_of_signing"]

_PAIR = 2


def tells_of_signing(draft: Draft, sides: int, *, told: bool) -> bool:
    """Does "signed" tell of one meeting: by whom, or where and when?

    Args:
        draft: What its words tell.
        sides: How many sides they name.
        told: Whether they say where or when.
    """
    if _is_only_a_term(draft):
        return False
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in draft.cue.children):
        return _is_signing(draft)
    if is_signed_aside(draft.cue):
        return draft.place is not None
    subject = subject_of_clause(draft.reach.clause)
    if sides > 0 and subject is not None and _are_several(subject):
        sides = max(sides, _PAIR)  # "the president and X signed": two, whether the report names both or not
    told = told or _is_being_done(draft.cue)
    return (sides > 0 and draft.place is not None) or ((draft.collective or sides >= _PAIR) and told)


def _is_only_a_term(draft: Draft) -> bool:
    """ "Once a treaty is signed", "if both sign": from when something else holds, and no place is told."""
    terms = {"once", "if", "unless", "until", "till"}
    below = draft.cue.dep_ == "advcl" and draft.place is None
    return below and any(c.lower_ in terms and c.dep_ in {"mark", "advmod"} for c in draft.cue.children)


def _are_several(subject: Token) -> bool:
    """ "The president and X", "the four movements of the country"."""
    counted = subject.tag_ == "NNS" and any(c.dep_ == "nummod" or c.lower_ == "both" for c in subject.children)
    return counted or any(c.dep_ == "conj" for c in subject.children)


def _is_being_done(verb: Token) -> bool:
    """ "Upstairs, four men were initialling the paper": at that hour, whichever it is."""
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.children)


def _is_signing(draft: Draft) -> bool:
    """ "The accord is to be signed on Friday": with a day where it is to come, with a place too where it has been."""
    to_come = draft.prospect in {"to_come", "called_off"}
    somewhere = draft.place is not None or bool(draft.people)
    if to_come and draft.place is not None:
        return True
    known = draft.when is not None and draft.when.known
    known = known or (draft.reach.where is not None and draft.place is not None)  # "Tunis, where it was signed"
    what = any(c.dep_ == "nsubjpass" and c.lower_ == "what" for c in draft.cue.children) and bool(draft.people)
    return known and (to_come or ((draft.prospect == "happened" or what) and somewhere))
