"""Honours: ceremonies for one who takes an oath, is given a prize or is buried, at which nobody negotiates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_of_one_honoured"]

_KINDS = frozenset(
    {"inauguration", "inaugural", "swearing", "oath", "award", "awards", "prize", "graduation", "funeral", "burial",
     "memorial", "coronation", "investiture", "wedding", "commissioning", "commemoration", "passing", "medal"}
)  # fmt: skip
_HONOURING = frozenset({"swear", "inaugurate", "award", "bury", "crown", "decorate", "install", "honour", "honor"})
_INSIDE = frozenset({"in", "at", "during"})


def is_of_one_honoured(ceremony: Token) -> bool:
    """ "Was sworn in at a ceremony in the capital", "the prize ceremony": not "signed at a ceremony".

    Args:
        ceremony: A noun.
    """
    if ceremony.lemma_.lower() != "ceremony":
        return False
    told = {c.lower_ for c in ceremony.children if c.dep_ in {"compound", "amod", "nmod"} and c.i < ceremony.i}
    told |= {t.lower_ for c in ceremony.children if c.dep_ == "amod" for t in c.children}  # "swearing-in"
    told |= {t.lower_ for t in objects_behind(ceremony, {"of"})}
    if told & _KINDS:
        return True
    inside = ceremony.dep_ == "pobj" and ceremony.head.lower_ in _INSIDE
    above = ceremony.head.head if inside else None
    while above is not None and above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head  # "in his office at a ceremony": the parser hangs it on the office
    return above is not None and above.lemma_ in _HONOURING
