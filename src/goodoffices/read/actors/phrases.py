"""Phrases around a name: does it act there, does it speak, and which noun does it make its own?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from goodoffices.record import actor_id

from .followers import are_of_a_state, follows, held_once
from .lexicon import lexicon
from .listed_subjects import acts_in_list
from .name_words import FIRMS
from .of_states import OF_MANY, are_several_states, is_crowd_of_states, is_of_states, is_only_related
from .stage import is_denied, is_forum, is_of_no_state, is_only_spoken_of, is_place, is_venue, is_yet_to_be, was_once
from .venues import is_site

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from .gazetteer import Entity, Form

__all__ = ["acts", "mark_bodies", "only_owns", "owner_of", "speaks"]

_PRONOUNS = frozenset({"his", "her", "their", "its", "our", "my"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_COMPANY = frozenset({"with", "between", "by", "among", "including"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_TURNING_TO = frozenset(
    {"urge", "press", "pressure", "accuse", "warn", "tell", "ask", "brief", "inform", "notify", "consult", "blame"}
    | {"condemn", "criticise", "criticize", "thank", "persuade", "convince", "lobby", "assure", "remind", "invite"}
    | {"punish", "isolate", "reward", "implore", "exhort", "praise", "rebuke", "implicate", "provoke", "appease"}
)


def acts(doc: Doc, start: int, end: int, form: Form) -> bool:
    """Does a name stand for someone who acts, rather than for a place or a topic?

    Args:
        doc: The parsed block.
        start: First token of the name.
        end: Behind its last token.
        form: How the name is meant: in full, as an adjective, or by a capital or building.
    """
    root = doc[start:end].root
    entity = doc.user_data["named"].get(start)
    learnt = form == "name" and entity is None and end - start > 1
    gone = (form == "metonym" and _is_dateline(doc, end)) or was_once(doc, start)
    body = form == "name" and entity is not None and entity.kind != "state" and not entity.place
    body = body and not is_crowd_of_states(entity)
    forum = form == "name" and (entity is None or entity.kind == "organisation") and is_forum(root)
    if gone or forum or ((learnt or body) and is_yet_to_be(root)):
        return False
    if body or (learnt and not is_only_spoken_of(root)):
        return not (only_owns(root) or is_venue(root) or is_forum(root) or is_denied(root))
    if form == "adjective" and root.head.i not in range(start, end) and root.dep_ in _MODIFIERS:
        return _owns_noun(root, entity)
    if form == "adjective" and (root.dep_ == "appos" or any(c.lower_ in {"a", "an", "one"} for c in root.children)):
        return False  # "X, the Kenyan who mediated": someone, and not Kenya
    listed = root.dep_ == "conj" and form != "adjective" and acts_in_list(root)
    while not listed and root.dep_ == "conj" and root.head.i != root.i:
        root = root.head
        if form == "name" and _acts_beside(root):
            return True
    return listed or _acts_as(root, form) or (root.dep_ == "ROOT" and form == "name" and doc[end : end + 1].text == ":")


def _acts_beside(body: Token) -> bool:
    """ "The African Union, Chad and Niger": a state in one list with a body that is no place acts as the body does."""
    entity = body.doc.user_data["named"].get(body.i)
    is_body = entity is not None and entity.kind == "organisation" and not entity.place
    if body.dep_ == "pobj" and body.head.lower_ in {"about", "on", "over", "regarding", "concerning"}:
        return False  # "remarks about NATO and Greenland"
    return is_body and not (only_owns(body) or is_venue(body) or is_forum(body) or is_denied(body))


def _owns_noun(root: Token, entity: Entity | None) -> bool:
    """Does an adjective of nationality act in the noun that it stands before?"""
    plural = root.head.tag_ not in {"NN", "NNP"}
    if entity is not None and entity.kind == "state" and is_of_no_state(root.head):
        return False
    if entity is not None and entity.of_states:
        return plural and are_several_states(root.head)
    if entity is not None and entity.kind == "group" and entity.place:
        return root.head.lower_ in {"delegation", "delegates", "leaders", "representatives", "negotiators"}
    crowd = entity is not None and entity.kind == "group"
    return (plural or root.head.lower_ not in lexicon().unnamed) if crowd else _is_owned(root.head)


def only_owns(root: Token) -> bool:
    """ "The United Nations mission, MONUSCO, ...": where the body that it owns is named itself."""
    named, body = root.doc.user_data["named"], root.head
    if root.dep_ == "poss" and named.get(body.i) is not None and named[body.i].kind == "organisation":
        return True  # "the UN's World Food Programme"
    return root.dep_ in _MODIFIERS and body.i > root.i and _named_itself(body) is not None


def _named_itself(noun: Token) -> Token | None:
    """The name that stands beside a noun for a body ("its mission, MONUSCO")."""
    named = noun.doc.user_data["named"]
    if noun.lower_ not in lexicon().bodies and noun.lower_ not in lexicon().organisations:
        return None
    beside = (c for c in noun.children if c.dep_ == "appos" and c.i in named and named[c.i].kind == "organisation")
    return next(beside, None)


def _is_dateline(doc: Doc, end: int) -> bool:
    return end + 1 < len(doc) and doc[end].text == "," and bool(doc[end + 1].like_num)


def _acts_as(root: Token, form: Form) -> bool:
    """Does a name act in the place that it has in its clause?"""
    if root.dep_ in _SUBJECTS:
        return (form != "metonym" or root.head.lemma_ != "be") and not is_site(root)
    if root.dep_ == "pobj":
        return _acts_behind(root, form)
    if root.dep_ in _MODIFIERS - {"poss"} and form == "name" and root.head.lower_ in lexicon().groups:
        return _acts_as(root.head, form)  # "the Agbelu militia attacked"
    if root.dep_ in _MODIFIERS - {"poss"}:
        return lexicon().owns(root.head.lower_) if form == "metonym" else _is_owned(root.head)
    if root.dep_ == "appos":
        return form == "name" and _explains(root)
    return (root.dep_ == "poss" and not is_only_related(root)) or _is_acted_on(root, form)


def _explains(name: Token) -> bool:
    """Does a name say which body is meant: "its wing, the Front", "the guarantors of the Protocol, Peru and Chile"?"""
    words, noun = lexicon(), name.head
    if noun.dep_ == "pobj" and noun.head.head.lower_ in words.plain.counted:
        return True
    return any(noun.lower_ in held for held in (words.bodies, words.plain.counted, words.organisations, FIRMS))


def _is_acted_on(root: Token, form: Form) -> bool:
    """Is a name the object of what is done to someone, and not what a text is about or where one goes?"""
    if root.dep_ == "dobj" and form == "name" and _is_state(root) and root.head.lemma_ in lexicon().doing.about:
        return False
    if form == "metonym":  # "urged Tehran to come back": a capital that someone turns to
        return root.dep_ == "dobj" and root.head.lemma_ in _TURNING_TO
    return root.dep_ in {"dobj", "iobj", "dative"}


def _is_owned(noun: Token) -> bool:
    """ "US-monitored mechanism", "NATO troop presence": a noun that an actor's name makes its own."""
    if is_place(noun):
        return False
    words = lexicon()
    owned = words.doing.owned
    return words.owns(noun.lower_) or noun.lower_ in owned or noun.lower_.rstrip("s") in owned


def _acts_behind(name: Token, form: Form) -> bool:
    preposition, governor = name.head, name.head.head
    if preposition.lower_ == "between" and governor.lemma_.lower() in lexicon().places.ways:
        return False  # a road between two capitals
    if preposition.dep_ == "agent" or preposition.lower_ in _COMPANY:
        return True
    if form == "metonym":
        return preposition.lower_ in {"from", "to"} and governor.lemma_ in lexicon().doing.aimed
    entity = name.doc.user_data["named"].get(name.i)
    state = entity is not None and entity.kind == "state"
    if preposition.lower_ in {"from", "to", "for"} and governor.lemma_ in lexicon().doing.moving:
        return False  # whence one comes is a place
    if state and any(c.lower_ in lexicon().former for c in governor.children):
        return False  # "a former president of Finland"
    owning = preposition.lower_ in {"of", "from", "for", "as", "to", "against"}
    return owning and (_is_owned(governor) or governor.pos_ == "VERB")


def speaks(doc: Doc, start: int, end: int) -> bool:
    """Is a name the subject of a verb of speech or of meeting, or the source behind "according to"?"""
    root = doc[start:end].root
    if root.dep_ in {"nsubj", "nsubjpass"}:
        return root.head.lemma_.lower() in lexicon().doing.speech
    if root.dep_ == "pobj" and root.head.lower_ == "to":
        return root.head.i > 0 and doc[root.head.i - 1].lower_ == "according"
    return False


def owner_of(noun: Token) -> Token | None:
    """The token that says whose a body is: "Ukrainian" delegation, "Colombia's" government, government "of Yemen"."""
    meant, named = noun.doc.user_data["actors"], noun.doc.user_data["named"]
    for child in sorted(noun.children, key=lambda c: -c.i):
        if child.dep_ in _MODIFIERS and (child.i in meant or child.i in named):
            return child
        if child.dep_ == "compound" and any(g.i in named for g in child.children):
            return next(g for g in child.children if g.i in named)
    if noun.dep_ in _MODIFIERS and (beside := _beside(noun)) is not None:
        return beside
    behind = (g for c in noun.children if c.dep_ == "prep" and c.lower_ in {"of", "from"} for g in c.children)
    return next((g for g in behind if g.dep_ == "pobj" and g.i in meant), None)


def _beside(noun: Token) -> Token | None:
    """Who stands right before a noun that the parser has hung elsewhere ("Nepal's government and rebel groups")."""
    last = noun.i - 2 if noun.i > 1 and noun.nbor(-1).tag_ == "POS" else -1
    return noun.doc[last] if last >= 0 and last in noun.doc.user_data["named"] else None


def mark_bodies(doc: Doc, party: Callable[[str], str], *, persons_too: bool = True) -> None:
    """Let "the Ukrainian delegation", "the Trump administration" and their like mean the side that they belong to.

    Args:
        doc: The parsed block.
        party: Actor id -> id of its side.
        persons_too: Also what a person owns, once the persons' sides are known.
    """
    meant = doc.user_data["actors"]
    for token in doc:
        if token.i in meant or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        if token.lower_ not in lexicon().bodies and not follows(token):
            continue
        itself = _named_itself(token)
        owners = [itself] if itself is not None else _owners(token)
        if token.lower_ in lexicon().plain.rebels and any(_is_state(o) for o in owners):
            continue  # "Syrian rebels" are not Syria
        if held_once(token) and any(_is_state(o) for o in owners):
            continue  # "former Kenyan president X" is nobody of Kenya's any more
        if token.lower_ not in OF_MANY and any(is_of_states(o) for o in owners):
            continue  # a European diplomat is not Europe
        if not persons_too and any(o.ent_type_ == "PERSON" or o.lower_ in _PRONOUNS for o in owners):
            continue
        if (
            not persons_too
            and token.lower_ in lexicon().partisan
            and any(o.i not in doc.user_data["named"] for o in owners)
        ):
            continue  # whether it is the party of a head of state is not known yet
        ids = tuple(dict.fromkeys(party(a) for owner in owners for a in _ids(doc, owner)))
        if ids and not (token.lower_ in lexicon().partisan and are_of_a_state(owners, ids)):
            meant[token.i] = ids


def _is_state(owner: Token) -> bool:
    entity = owner.doc.user_data["named"].get(owner.i)
    return entity is not None and entity.kind == "state"


def _owners(noun: Token) -> list[Token]:
    """Who a body belongs to; joined adjectives are two ("the Ukrainian and US delegations")."""
    owner = owner_of(noun)
    if owner is None:
        return []
    named = noun.doc.user_data["named"]
    meant = noun.doc.user_data["actors"]
    joined = [c for c in owner.children if c.dep_ == "conj" and (c.i in named or c.i in meant)]
    return [owner, *joined]


def _ids(doc: Doc, owner: Token) -> tuple[str, ...]:
    ids: tuple[str, ...] = doc.user_data["actors"].get(owner.i, ())
    if ids:
        return ids
    entity = doc.user_data["named"].get(owner.i)
    return (actor_id(entity.kind, entity.name),) if entity is not None else ()
