"""Parties that only a common noun names: "the army", "the military", where the roster knows nobody by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.record import fold

from ..actors.gazetteer import entities
from .frames import frames

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context
    from ..document import Sentence

__all__ = ["arms_named", "called_by_noun"]

_QUALITIES = frozenset({"amod", "compound", "poss", "nummod", "nmod", "prep"})


def called_by_noun(context: Context, noun: Token, sentence: Sentence) -> tuple[str, ...]:
    """Whom "the army" or "the military" means, as a party of its own.

    Args:
        context: The report.
        noun: A noun that means no actor.
        sentence: Where it stands; the evidence, should nothing else name the party.

    Returns:
        The id of the armed body of that name, or of one called so in the report; none for any other noun.
    """
    definite = any(c.lower_ == "the" for c in noun.children)
    if not definite or any(c.dep_ in _QUALITIES for c in noun.children):
        return ()
    party = arms_named(context, noun.lower_)
    if party is not None:
        context.named_in_cells.setdefault(party, sentence.evidence())
    return () if party is None else (party,)


def arms_named(context: Context, words: str) -> str | None:
    """The armed body that a noun alone means: the one that the report names, else one called by the noun itself."""
    noun = fold(words)
    if noun not in frames().arms:
        return None
    known = [actor.id for actor in context.roster.actors.values() if _is_called(actor.name, noun)]
    if len(known) > 1:
        return None
    return known[0] if known else context.roster.enter(noun, "organisation").id


def _is_called(name: str, noun: str) -> bool:
    """Does a body go by the noun in small letters ("Sudanese army")? An "Army" of rebels does not."""
    entity = entities().get(name)
    forms = entity.names if entity is not None else ()
    return name == noun or any(form.endswith(f" {noun}") for form in forms)
