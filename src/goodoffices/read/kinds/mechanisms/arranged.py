"""Arranged: whether the words around a noun make it a thing that somebody wants, agrees on, grants or refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .describing import is_in_text
from .vocabulary import mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_arranged"]

_MODALS = frozenset({"would", "could", "will", "shall", "may", "might", "should", "must", "can"})
_NEW = frozenset({"a", "an", "another", "any"})
_ASKING = frozenset(
    "call press ask push plead appeal insist agree talk negotiate haggle bargain argue lobby campaign wait opt settle".split()  # noqa: SIM905
    + "commit bind favour favor vote work turn rely resort rest object consent submit sign".split()  # noqa: SIM905
    + "proposal idea request demand call offer plea talk talks negotiation agreement accord deal bargain plan wish".split()  # noqa: SIM905
    + "word hope need formula suggestion draft text favour favor side-letter recipe provision condition support".split()  # noqa: SIM905
)
"""Words behind which "for", "on", "to" and the like name what is wanted or agreed on."""
_HANDLING = frozenset(
    "give grant get receive obtain win revive choose extend prolong renew suspend respect tolerate form install secure".split()  # noqa: SIM905
    + "promise dangle draw observe use join shape sketch table present put work devise design craft arrange broker".split()  # noqa: SIM905
    + "abandon scrap drop shelve withdraw quit leave denounce repudiate end terminate lift restore resume reactivate".split()  # noqa: SIM905
    + "expand broaden strengthen staff fund volunteer conclude bring pledge guarantee welcome praise criticise criticize".split()  # noqa: SIM905
    + "promote resist delay block stall test pilot trial run honour honor keep implement apply deny allow permit envision".split()  # noqa: SIM905
)
"""What is done with an arrangement, beside setting it up, agreeing on it, wanting and refusing it."""
_SEEN = frozenset(
    "attack hit kill see visit attend watch say tell describe recall remember show raid storm lead head join meet".split()  # noqa: SIM905
    + "represent call face fight lose chair write publish film photograph cover burn loot damage cross pass".split()  # noqa: SIM905
)
"""What is done with a new thing that is no arrangement yet for that."""
_ACTED_ON = frozenset({"dobj", "nsubjpass", "oprd", "dative"})
_LINKS = frozenset({"for", "on", "upon", "about", "over", "to", "of", "in"})
_MEANS = frozenset({"under", "through", "via", "by"})
_BEGINS = frozenset({"begin", "start", "take", "enter", "follow", "come", "apply", "last", "cover", "include", "remain"})


def is_arranged(token: Token) -> bool:
    """Is a thing wanted, agreed on, granted, refused, still to come, or that by which something else is done?

    Args:
        token: The noun that names it.
    """
    top = token
    while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    new = any(c.lower_ in _NEW for c in token.children)
    if any(_promises(c) for c in token.children) or is_in_text(token):
        return True
    if top.dep_ == "appos" or (top.dep_ == "attr" and new):
        return True
    if top.dep_ == "pobj":
        return _is_asked_for(top) or (new and top.head.lower_ in _MEANS) or _is_put(top.head)
    verb = top.head
    if new and top.dep_ in _ACTED_ON and verb.lemma_.lower() not in _SEEN:
        return True
    if top.dep_ in _ACTED_ON:
        standing = mechanism_words().standing
        lemma = verb.lemma_.lower()
        return lemma in standing.set_up | standing.agreed | standing.proposed | standing.rejected | _HANDLING
    if top.dep_ != "nsubj":
        return False
    return verb.lemma_.lower() in _BEGINS or any(c.lower_ in _MODALS for c in verb.children if c.dep_ == "aux")


def _promises(clause: Token) -> bool:
    """ "A lane that would open", "a scheme run by the bishops"."""
    if clause.dep_ == "relcl":
        return any(c.lower_ in _MODALS for c in clause.children if c.dep_ == "aux")
    by = clause.dep_ == "acl" and clause.tag_ == "VBN" and any(c.dep_ == "agent" for c in clause.children)
    return by and clause.lemma_.lower() in mechanism_words().leading | _HANDLING


def _is_put(link: Token) -> bool:
    """ "Written into", "placed under": where the thing is the object of a verb with its particle ("put on standby")."""
    verb = link.head
    return link.lower_ in {"into", "with"} and verb.pos_ == "VERB" and verb.lemma_.lower() in _ASKING | _HANDLING


def _is_asked_for(token: Token) -> bool:
    """ "Presses for a formula", "an agreement on a quota"."""
    link = token.head
    return link.lower_ in _LINKS and link.head.lemma_.lower() in _ASKING
