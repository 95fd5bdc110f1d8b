"""A body that sits under no name of its own: "the supervisory committee", "a commission on the border"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...document import sentence_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["sitting_body"]

_NO_NAME = frozenset(
    {"new", "same", "full", "whole", "next", "previous", "last", "first", "other", "small", "large", "special", "such",
     "separate", "single", "joint", "own", "main", "entire", "respective", "so-called", "second", "third"}
)  # fmt: skip
"""Words beside a body that tell it from no other."""
_ABOUT = frozenset({"on", "for", "of"})
_NO_BODIES = frozenset(
    {"expert", "official", "commander", "commissioner", "government", "mission", "group", "mechanism"}
)
"""What else may sit, but is somebody's, or anybody's."""
_LONGEST = 7


def sitting_body(context: Context, body: Token) -> tuple[str, ...]:
    """Enter the body that a meeting is told to be of, as the report names it.

    Args:
        context: The report.
        body: The noun for it, which means no actor yet.

    Returns:
        The id of an organisation of that name; none where nothing tells the body from others.
    """
    doc = body.doc
    task = body.lower_ == "force"
    if body.tag_ not in {"NN", "NNP"} or not (task or body.lemma_.lower() in meeting_words().assemblies - _NO_BODIES):
        return ()
    beside = [c for c in body.children if c.i < body.i and c.dep_ in {"compound", "amod", "nmod"}]
    telling = [c for c in beside if c.lower_ not in _NO_NAME and c.ent_type_ not in {"ORDINAL", "DATE", "CARDINAL"}]
    if len(telling) <= task or any(c.lower_ in {"no", "any", "some"} for c in body.children):
        return ()  # a "task force" needs a word besides
    start = min(c.left_edge.i for c in telling)
    name = _written(body, start, body.i + 1)
    if len(name.split()) > _LONGEST or any(doc[i].text in {",", ";", '"'} for i in range(start, body.i)):
        return ()
    actor = context.roster.enter(name, "organisation")
    for form in (f"the {name}", *_in_full(body, start)):
        actor.aliases[form] += 1
    context.named_in_cells.setdefault(actor.id, sentence_of(body).evidence())
    return (actor.id,)


def _in_full(body: Token, start: int) -> tuple[str, ...]:
    """The name with what the body is about: "on the resolution process"."""
    behind = next((c for c in body.children if c.i == body.i + 1 and c.lower_ in _ABOUT), None)
    end = behind.right_edge.i + 1 if behind is not None else 0
    return (_written(body, start, end),) if 0 < end - start <= _LONGEST + 2 else ()


def _written(body: Token, start: int, end: int) -> str:
    """The words, the first in small letters where only its place at the head of a sentence makes it a capital."""
    text, first = body.doc[start:end].text, body.doc[start]
    plain = first.is_sent_start and body.text.islower() and first.pos_ != "PROPN" and not first.ent_type_
    return text[:1].lower() + text[1:] if plain else text
