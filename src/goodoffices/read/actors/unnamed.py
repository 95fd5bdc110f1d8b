"""Persons whom a report quotes without naming them: "a Western diplomat", "a member of the rebel team"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..attribution.quotations import quotations
from ..document import sentence_of
from ..pipeline import text_of
from .gazetteer import entities
from .lexicon import lexicon
from .phrases import owner_of
from .roster import Actor, Mention, Roster
from .sides import home_state

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["enter_unnamed", "is_someone"]

_MARKS = frozenset({'"', "“", "”", "„"})
_DOERS = ("er", "or", "ist", "man", "woman")
"""How nouns end that are for people by what they do ("a cotton grower")."""
_LONGEST_QUOTE = 60
"""Words behind a sentence within which "he said" is looked for."""
_MEMBER = "member"
_OF = frozenset({"of", "in", "at", "with", "for"})
_ITS = frozenset({"the", "its", "their"})
_REGIONS = frozenset({"LOC", "GPE", "NORP"})
_ONE = frozenset({"a", "an", "one", "another"})


def enter_unnamed(roster: Roster) -> None:
    """Enter the persons without a name whose words stand in quotation marks; whoever is only told of is left out."""
    for number, passage in enumerate(roster.passages):
        met: dict[str, Token] = {}
        seen: dict[str, Token] = {}
        marks = _marks(passage.doc)
        for token in passage.doc if marks else ():
            one = is_someone(token)
            if one:
                seen[token.lower_] = token
            if (one and _speaks(token)) or (token.lower_ in seen and _is_again(token)):
                met[token.lower_] = seen[token.lower_]
            if token.lower_ in met and _is_quoted(token, marks):
                _enter(roster, number, met[token.lower_], token, marks)
            elif one and _takes_part(token) and (pronoun := _goes_on_as(roster, token, marks)) is not None:
                met[token.lower_] = token
                _enter(roster, number, token, pronoun, marks)


def _marks(doc: Doc) -> list[int]:
    """The tokens that are quotation marks, in order."""
    starts = [token.idx for token in doc]
    ends = (at for quotation in quotations(text_of(doc)) for at in (quotation.start, quotation.end - 1))
    return sorted({max(bisect_right(starts, at) - 1, 0) for at in ends})


def _is_again(token: Token) -> bool:
    """ "The aide said": someone who was met before, and says something now."""
    return token.dep_ == "nsubj" and any(c.lower_ == "the" for c in token.children) and _says(token.head)


def _takes_part(token: Token) -> bool:
    """Is it somebody who does something, or with whom something is done, and not whose something is?"""
    beside = token.dep_ == "pobj" and token.head.lower_ in {"with", "to", "from", "beside", "opposite"}
    return beside or token.dep_ in {"nsubj", "nsubjpass", "dobj", "ROOT"}


def _enter(roster: Roster, number: int, first: Token, quoted: Token, marks: Sequence[int]) -> None:
    """Enter a person under the words that brought them in."""
    start, body = _start(first), _body_behind(first)
    last = first if body is None else body
    actor = roster.enter(first.doc[start : last.i + 1].text, "person")
    behind = next((c for c in first.children if c.lower_ in {"in", "at"} and c.i == first.i + 1), None)
    where = (
        [first.doc[first.i : t.i + 1].text for t in behind.children if t.dep_ == "pobj"] if behind is not None else []
    )
    short = {first.doc[start : first.i + 1].text, first.text, *where} - {actor.name}
    if first.lower_ != _MEMBER:
        actor.aliases.update(short)
    actor.side = _side(roster, first, body)
    if (pronoun := _goes_on_as(roster, quoted, marks)) is not None:
        _mark(actor, number, pronoun)
    for token in dict.fromkeys((first, quoted)):
        _mark(actor, number, token)


def _mark(actor: Actor, number: int, token: Token) -> None:
    actor.mentions.append(Mention(number, token.i, token.i + 1, acts=True))
    token.doc.user_data["actors"][token.i] = (actor.id,)


def _goes_on_as(roster: Roster, token: Token, marks: Sequence[int]) -> Token | None:
    """The "he" or "she" that goes on with someone's words, where nobody else is named between ("'Never,' he said")."""
    doc, meant, known = token.doc, token.doc.user_data["actors"], frozenset(marks)
    quoting = bisect_left(marks, token.i) % 2 == 1
    for other in doc[token.i + 1 : min(len(doc), sentence_of(token).span.end + _LONGEST_QUOTE)]:
        if other.i in known:
            quoting = not quoting
        elif quoting:
            continue
        elif other.i in meant:
            if any(roster.actors[a].kind == "person" for a in meant[other.i]):
                return None
        elif is_someone(other) and other.dep_ == "nsubj":
            return None
        elif other.lower_ in {"he", "she"} and other.dep_ == "nsubj" and _says(other.head):
            return other if any(t.i in known for t in sentence_of(other).span) else None
    return None


def _says(verb: Token) -> bool:
    doing = lexicon().doing
    return verb.lemma_ in doing.speech or verb.lemma_ in doing.telling


def _is_quoted(token: Token, marks: Sequence[int]) -> bool:
    """Is it the subject of a sentence with words in quotation marks, brought in here or met before?"""
    known = any(c.lower_ in {"the", *_ONE} for c in token.children)
    subject = token.head if token.dep_ == "appos" else token
    if subject.dep_ != "nsubj" or not known:
        return False
    sentence = sentence_of(token).span
    first = bisect_left(marks, sentence.start)
    if first == len(marks):
        return False
    goes_on = sentence.end < len(token.doc) and (_has_mood(token) or _is_taken_up(token, sentence.end))
    following = token.doc[sentence.end].sent.end if goes_on else 0
    # within the sentence; or they open the next ("A diplomat blamed the bombing."), or come in it ("was less cheerful")
    return marks[first] <= sentence.end or marks[first] < following


def _is_taken_up(token: Token, end: int) -> bool:
    """ "A member of the team ruled it out. "Never," he said.": do the next words, in quotation marks, go on?"""
    doc = token.doc
    if doc[end].text not in _MARKS and doc[max(end - 1, 0)].text not in _MARKS:
        return False
    near = doc[end : min(end + _LONGEST_QUOTE, len(doc))]
    pairs = (near[i : i + 2] for i in range(len(near) - 1))
    return any(one.lower_ in {"he", "she"} and _says(other) for one, other in pairs)


def is_someone(token: Token) -> bool:
    """Is it one person of a kind without a name ("a diplomat", "another farmer")?"""
    words = lexicon()
    if token.tag_ != "NN" or not any(c.lower_ in _ONE for c in token.children):
        return False
    doer = token.lower_.endswith(_DOERS) and token.lower_ not in words.plain.things
    kind = token.lower_ in words.plain.quoted or doer or (token.lower_ == _MEMBER and _body_behind(token) is not None)
    alone = not any(c.dep_ in {"appos", "flat"} for c in token.children)
    return kind and alone and not _explains_a_name(token) and not _is_of_a_body_unknown(token)


def _speaks(token: Token) -> bool:
    """Is it the subject of a verb of speech, or what such a subject is ("their owner, a farmer of seventy")?"""
    subject = token.head if token.dep_ == "appos" else token
    if subject is not token and (subject.tag_ != "NN" or subject.i in token.doc.user_data["actors"]):
        return False
    return subject.dep_ == "nsubj" and (_says(subject.head) or _has_mood(token))


def _is_of_a_body_unknown(token: Token) -> bool:
    """ "A Commission official": so that the words are a body's of which nothing else is known."""
    named = token.doc.user_data["named"]
    beside = (c for c in token.children if c.pos_ == "PROPN" and c.dep_ == "compound" and c.i not in named)
    return any(c.ent_type_ not in _REGIONS for c in beside)


def _has_mood(token: Token) -> bool:
    """ "A member of the rebel team was less cheerful": how someone speaks whose words come next."""
    moods = lexicon().doing.moods
    told = (c for c in token.head.children if c.dep_ in {"acomp", "attr"}) if token.head.lemma_ == "be" else ()
    return token.dep_ == "nsubj" and any(c.lemma_.lower() in moods or c.lower_ in moods for c in told)


def _explains_a_name(token: Token) -> bool:
    """ "Hijab, a former prime minister who defected, said": someone who has a name, whatever the parser says."""
    first, meant = token.left_edge.i, token.doc.user_data["actors"]
    if first > 1 and token.doc[first - 1].text == "," and first - 2 in meant:
        return token.doc[first - 2].ent_type_ not in {"GPE", "LOC"}
    return any(c.dep_ == "nsubj" and c.i < token.i and c.text[:1].isupper() for c in token.head.children)


def _body_behind(token: Token) -> Token | None:
    """The body that someone is said to be of ("a member of the government team", "an official in the ministry")."""
    words = lexicon()
    links = (c for c in token.children if c.dep_ == "prep" and c.lower_ in _OF and c.i <= token.i + 1)
    for noun in (g for link in links for g in link.children if g.dep_ == "pobj"):
        named = noun.i in noun.doc.user_data["named"] or noun.i in noun.doc.user_data["actors"]
        body = noun.lower_ in words.bodies or noun.lower_ in words.organisations or noun.lower_ in words.groups
        if (noun.head.lower_ == "of" and named) or (body and any(c.lower_ in _ITS for c in noun.children)):
            return _end_of_body(noun)
    return None


def _end_of_body(noun: Token) -> Token:
    """The last word of a body's name ("the Armed Forces of the Philippines")."""
    named, last = noun.doc.user_data["named"], noun
    while last.i + 1 < len(noun.doc) and noun.i in named and named.get(last.i + 1) is named[noun.i]:
        last = last.nbor()
    return last


def _start(token: Token) -> int:
    """Where the words begin that tell who it is, without the article."""
    start = token.left_edge.i
    while start < token.i and (token.doc[start].lower_ in _ONE or token.doc[start].pos_ == "PUNCT"):
        start += 1
    return int(start)


def _side(roster: Roster, token: Token, body: Token | None) -> str | None:
    """The state or body that the words say the person is of; a Western diplomat is of none."""
    owner = owner_of(token)
    entity = token.doc.user_data["named"].get(owner.i) if owner is not None else None
    if entity is not None and not entity.of_states and entity.name in entities():
        return roster.enter(entity.name, entity.kind, entity.iso).id
    if entity is None and body is None and token.lower_ == "minister" and _start(token) == token.i:
        return roster.governed or home_state(roster)  # "a minister" of the government that the report tells of
    if entity is not None or body is None:
        return None
    within = (body, *(c for c in body.children if c.dep_ in {"compound", "amod", "poss", "nmod"}))
    ids = (a for t in within for a in roster.at(t) if roster.actors[a].kind != "person")
    return next(ids, None)
