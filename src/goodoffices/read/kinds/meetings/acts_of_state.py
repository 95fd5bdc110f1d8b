"""Acts that meet nobody: appointments, votes, oaths and decrees, whoever else their sentence names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import is_speech, verb_phrase
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_act_of_state", "tells_listeners"]

_ACTS = frozenset(
    {"appoint", "nominate", "elect", "vote", "impeach", "swear in", "dismiss", "sack", "depose", "oust", "pardon",
     "decree", "promulgate", "dissolve", "take over", "succeed", "resign", "step down", "inaugurate", "impose",
     "contradict", "outlaw", "ban", "indict", "charge", "sentence", "convict", "acquit", "arrest", "swear"}
)  # fmt: skip
"""What is done to or by others without sitting with them."""
_OPENING = frozenset({"open", "reopen", "close", "shut", "found", "launch"})
"""What is done with an embassy, an inquiry, a road or a shop, and also with talks."""
_STAGING = frozenset(
    {"hold", "conduct", "stage", "organise", "organize", "run", "carry", "win", "lose", "boycott", "contest"}
)
_STAGED = frozenset(
    {"primary", "election", "vote", "ballot", "poll", "referendum", "plebiscite", "rally", "protest", "demonstration",
     "march", "parade", "drill", "exercise", "manoeuvre", "maneuver", "test", "funeral", "strike", "vigil", "census",
     "office", "post", "seat", "power", "territory", "prayer", "mass", "festival", "auction", "tender", "trial", "raid"}
)  # fmt: skip
"""What is held without sitting together: elections, marches, drills, offices."""
_SIGNED_ALONE = frozenset(
    {"decree", "pardon", "law", "bill", "order", "warrant", "edict", "ordinance", "resignation", "act", "directive",
     "proclamation", "contract", "petition"}
)  # fmt: skip
_LISTENERS = frozenset(
    {"senator", "lawmaker", "legislator", "deputy", "mp", "congressman", "parliamentarian", "parliament", "assembly",
     "congress", "senate", "reporter", "journalist", "correspondent", "viewer", "supporter", "crowd", "rally", "nation"}
)  # fmt: skip


def is_act_of_state(verb: Token) -> bool:
    """Is it a verb of office, of a court or of a vote, or one of signing what nobody signs with others?

    Args:
        verb: A verb that weights take for that of a meeting.
    """
    if verb.pos_ != "VERB":
        return False
    if {verb.lemma_.lower(), verb_phrase(verb)} & _ACTS:
        return True
    things = {c.lemma_.lower() for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}}
    if verb.lemma_.lower() in _OPENING and not _is_of_talks(verb, things):
        return True
    if verb.lemma_.lower() in _STAGING and not things.isdisjoint(_STAGED):
        return True
    return verb.lemma_.lower() in meeting_words().sign and not things.isdisjoint(_SIGNED_ALONE)


def _is_of_talks(verb: Token, things: set[str]) -> bool:
    """ "Opened the session", "the talks that he opened", "the two opened with a prayer": not "opened a consulate"."""
    words = meeting_words()
    nouns = words.nouns | words.assemblies
    if things:
        return not things.isdisjoint(nouns)
    over = {verb.head.lemma_.lower()} if verb.dep_ in {"relcl", "acl"} else set()
    doers = {c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"}
    return not (over | doers) or not (over | doers).isdisjoint(nouns)


def tells_listeners(verb: Token) -> bool:
    """ "Told senators that ...", or a clause beside it: said in public, whoever is named in it."""
    over = verb.head if verb.dep_ in {"relcl", "acl", "appos"} else verb
    for _ in range(2):
        if is_speech(over) or over.lemma_ == "tell":
            whom = [c for c in over.children if c.dep_ in {"dobj", "dative"}]
            return bool(whom) and all(t.lemma_.lower() in _LISTENERS for t in whom) and not _is_somewhere(over)
        over = over.head
    return False


def _is_somewhere(verb: Token) -> bool:
    """ "Told senators at the White House on Tuesday": with whom somebody sat."""
    return any(c.dep_ == "prep" and c.lower_ in {"at", "during"} for c in verb.children)
