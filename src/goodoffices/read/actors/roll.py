"""Calling the roll: who takes part in a report, found in the order in which a reader would find them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from ..document import Passage
from .allegiance import Named
from .beside_offices import behind_long_office
from .camps import tie_by_word
from .coreference import refer_back
from .europeans import settle_europeans
from .forces import enter_forces
from .gazetteer import Entity, Form, Name, entities
from .gazetteer_names import names_in_report
from .heads_of_missions import seat_heads_of_missions
from .introduced import introduced_entities
from .known import known_side
from .learnt import learn_entities, spans_of
from .lexicon import lexicon
from .lookalikes import lookalikes
from .mastheads import is_masthead
from .ministries import enter_ministries
from .names_of_war import is_lone_name
from .naming import by_surname, name_persons, surname_of, surnames_in, with_owner, with_title
from .nationals import leave_nationality
from .office_bodies import leave_office_bodies
from .offices import Office, offices_of
from .organs import tie_organs
from .personal import stands_as_person
from .persons import PersonName, persons_in
from .phrases import acts, mark_bodies, speaks
from .plain import enter_plain_bodies
from .roster import Actor, Mention, Roster
from .seats import seat
from .speakers import enter_speakers, speaker_names
from .surnames import is_surname
from .turns import name_turns
from .unnamed import enter_unnamed
from .venues import is_occasion, is_seat

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["call_roll"]

_BYLINES = frozenset({"by", "reporting", "writing", "editing", "written", "edited"})
_WRITERS = frozenset({"by", "our", "staff", "special", "correspondent", "reporters"})
"""What a byline goes on with, where no name follows at once ("By our correspondent X")."""
_MEETING = frozenset({"meet", "meets", "met", "face", "talk", "talks", "say", "says", "vow", "vows", "sign", "signs"})
"""Words of headlines that are parts of no name."""
_LONGEST_OUTLET = 4
_LONGEST_BYLINE = 20
"""Words of the longest line that names the authors."""


def call_roll(passages: Sequence[Passage]) -> Roster:
    """Find the actors of a report, and mark in each passage which token means whom.

    Afterwards ``doc.user_data["actors"]`` maps token numbers to actor ids.
    """
    roster = Roster(passages)
    known = names_in_report(passages)
    docs = [passage.doc for passage in passages]
    learnt = learn_entities(docs)
    spelled_out = {form for entity in learnt for form in (entity.name, *entity.names)}
    learnt += [entity for entity in introduced_entities(docs) if entity.name not in spelled_out]
    _enter_bodies(roster, passages, known, learnt)
    settle_europeans(roster)
    persons = _enter_persons(roster, passages, known, spelled_out | {entity.name for entity in learnt})
    enter_speakers(roster)
    enter_plain_bodies(roster)
    _refer(roster)
    enter_forces(roster)
    enter_ministries(roster)
    seat(roster, persons)
    name_turns(roster)
    _refer(roster)
    tie_organs(roster)
    enter_unnamed(roster)
    tie_by_word(roster)
    leave_nationality(roster)
    seat_heads_of_missions(roster)
    leave_office_bodies(roster)
    return roster


def _refer(roster: Roster) -> None:
    """Let the words that name nobody mean whom they refer to; once before the sides are known, and once after."""
    sided = any(actor.side for actor in roster.actors.values())
    for passage in roster.passages:
        mark_bodies(passage.doc, roster.party, persons_too=sided)
    refer_back(roster)
    for passage in roster.passages:
        mark_bodies(passage.doc, roster.party, persons_too=sided)


def _enter_bodies(
    roster: Roster, passages: Sequence[Passage], known: list[list[Name]], learnt: Sequence[Entity]
) -> None:
    for number, (passage, listed) in enumerate(zip(passages, known, strict=True)):
        if is_masthead(passage.doc, number):
            continue
        own = list(spans_of(passage.doc, learnt))
        within = {i: (start, end) for start, end, _ in own for i in range(start, end)}
        inside = [n for n in listed if _is_part(n, within.get(n.start))]
        for name in inside:  # "Libyan" in the name of a forum is no Libya
            for i in range(name.start, name.end):
                passage.doc.user_data["named"].pop(i, None)
        names = [name for name in listed if not _is_part(name, within.get(name.start))]
        taken = {i for name in names for i in range(name.start, name.end)}
        spans = [(n.start, n.end, n.entity, n.form) for n in names]
        for start, end, entity in own:
            if not taken & set(range(start, end)):
                spans.append((start, end, entity, "name"))
                taken.update(range(start, end))
        for start, end, entity, form in spans:
            actor = roster.enter(entity.name, entity.kind, entity.iso)
            if entity.side is not None and entity.side in entities():
                patron = entities()[entity.side]
                actor.side = roster.enter(patron.name, patron.kind, patron.iso).id
            _mention(actor, passage.doc, Mention(number, start, end, acts(passage.doc, start, end, form)), form)


def _is_part(name: Name, whole: tuple[int, int] | None) -> bool:
    """Is a known name a part of a longer one that the report brings in?"""
    return whole is not None and name.end <= whole[1] and name.end - name.start < whole[1] - whole[0]


def _mention(actor: Actor, doc: Doc, mention: Mention, form: Form) -> None:
    actor.mentions.append(mention)
    text = doc[mention.start : mention.end].text
    if text != actor.name and (form == "name" or (form == "metonym" and mention.acts)):
        actor.aliases[text] += 1
    if actor.kind == "organisation" and (owned := with_owner(doc, mention.start, mention.end)) is not None:
        actor.aliases[owned] += 1
    if mention.acts or (form == "name" and not _is_where(actor, doc, mention)):
        doc.user_data["actors"].update(dict.fromkeys(range(mention.start, mention.end), (actor.id,)))


def _is_where(actor: Actor, doc: Doc, mention: Mention) -> bool:
    """ "At the State Department", "for the annual meetings of the Bank": a body as where others meet."""
    root = doc[mention.start : mention.end].root
    return actor.kind == "organisation" and (is_occasion(root) or is_seat(root))


def _enter_persons(
    roster: Roster, passages: Sequence[Passage], known: list[list[Name]], bodies: AbstractSet[str]
) -> list[Named]:
    """Enter the persons whom a report names; what it says to be a body is none of them."""
    heads = lexicon().offices
    found = [(n, name) for n, p in enumerate(passages) for name in persons_in(p.doc, known[n], is_office=heads)]
    found = [(n, name) for n, name in found if name.text not in bodies and not _asks(passages[n].doc, name)]
    found = [(n, name) for n, name in found if not _is_within(passages[n].doc, name)]
    found = [(n, name) for n, name in found if not _is_of_headline(n, name, passages)]
    confirmed = {name.text for n, name in found if _is_confirmed(passages[n].doc, name)}
    gone = lookalikes(passages, found, confirmed)
    found = [(n, name) for n, name in found if name.text not in gone] if gone else found
    spoken = [PersonName(name, 0, 0, sure=True) for name in speaker_names(passages)]
    whose = name_persons([*(name for _, name in found), *spoken], confirmed)
    owners = by_surname(whose)
    taken = [set(passage.doc.user_data["named"]) for passage in passages]
    for n, name in found:
        taken[n].update(range(name.start, name.end))
    for n, passage in enumerate(passages):
        found += [(n, name) for name in surnames_in(passage.doc, owners, taken[n])]
    kept = []
    signed = {n for n, passage in enumerate(passages) if _is_byline(passage.doc)}
    for n, name in sorted(found, key=lambda pair: (pair[0], pair[1].start)):
        full = whose.get(name.text) or _only_owner(name.text, owners)
        if full is None or n in signed:
            continue
        actor = roster.enter(full, "person")
        actor.mentions.append(Mention(n, name.start, name.end, acts=True))
        actor.aliases.update([name.text] if name.text != full else ())
        actor.aliases.update(with_title(passages[n].doc, name))
        if surname_of(full) != full.split()[-1]:  # "Jr." is left out as often as not
            actor.aliases[full.rsplit(maxsplit=1)[0].rstrip(",")] += 1
        passages[n].doc.user_data["actors"].update(dict.fromkeys(range(name.start, name.end), (actor.id,)))
        kept.append(Named(n, name, actor.id))
    return kept


def _asks(doc: Doc, name: PersonName) -> bool:
    """ "Nadia Ferhat, Maghreb Wire.": a journalist who gives name and outlet before a question."""
    sentence = doc[name.start].sent
    alone = name.start == sentence.start and not any(t.pos_ in {"VERB", "AUX"} for t in sentence)
    behind = [t for t in doc[name.end : sentence.end] if not t.is_punct]
    outlet = bool(behind) and behind[-1].lower_ in lexicon().outlets and all(t.is_title for t in behind)
    return alone and outlet and len(behind) <= _LONGEST_OUTLET and doc[name.end].text == ","


def _is_within(doc: Doc, name: PersonName) -> bool:
    """ "Christian Churches" in "the Council of Christian Churches": is it the end of a body's name behind "of"?"""
    meant, before = doc.user_data["actors"], name.start - 1
    inside = before > 0 and before in meant and meant[before] == meant.get(name.start) == meant.get(name.end - 1)
    return inside and doc[before].lower_ in {"of", "for"}


def _is_of_headline(number: int, name: PersonName, passages: Sequence[Passage]) -> bool:
    """ "Ruiz Meet Face" in "Sol and Ruiz Meet Face to Face": has a headline in capitals made a name of other words?"""
    doc = passages[number].doc
    words = [token for token in doc if token.is_alpha]
    inside = [token for token in doc[name.start : name.end] if token.lower_ in _MEETING]
    return bool(inside) and 2 * sum(token.is_title for token in words) > len(words)


def _is_byline(doc: Doc) -> bool:
    """Is it a line that names who wrote the report ("By Ana Ruiz in Bogotá")?"""
    opens = len(doc) > 1 and doc[0].lower_ in _BYLINES and (doc[1].text[:1].isupper() or doc[1].lower_ in _WRITERS)
    return opens and len(doc) <= _LONGEST_BYLINE and not any(t.pos_ == "AUX" or t.tag_ == "VBD" for t in doc)


def _only_owner(surname: str, owners: dict[str, set[str]]) -> str | None:
    return min(owners[surname]) if len(owners.get(surname, ())) == 1 else None


def _is_set_apart(doc: Doc, name: PersonName, offices: Sequence[Office]) -> bool:
    """Does a lone name stand between commas, beside an office ("the chairman of the party, X, said")?"""
    beside = any(office.where == "beside" and office.of for office in offices)
    closed = name.end < len(doc) and doc[name.end].text in {",", "."}
    return beside and closed and doc[name.start].dep_ == "appos" and doc[name.start].ent_type_ not in {"GPE", "LOC"}


def _is_confirmed(doc: Doc, name: PersonName) -> bool:
    """Does an office or a verb of speech speak for a name? A lone word needs more than standing near an office."""
    if name.sure and is_surname(name.text):
        return True
    offices = list(offices_of(doc, name.start, name.end))
    if name.end - name.start > 1:
        return bool(offices) or speaks(doc, name.start, name.end) or stands_as_person(doc, name.start, name.end)
    titled = bool(offices) and name.start > 0 and doc[name.start - 1].lower_ in lexicon().offices
    titled = titled or (name.sure and behind_long_office(doc, name.start))
    titled = titled or _is_set_apart(doc, name, offices)
    described = any(office.where == "after" for office in offices) and doc[name.end : name.end + 1].text == ","
    titled = titled or (described and is_lone_name(doc, name.start))
    honoured = name.start > 0 and doc[name.start - 1].lower_ in lexicon().honorifics
    ranked = name.start > 0 and doc[name.start - 1].is_title and doc[name.start - 1].lower_ in lexicon().ranks
    called = name.start > 0 and doc[name.start - 1].lower_ == "named"
    known = doc[name.start].ent_type_ == "PERSON" and not is_surname(name.text)
    known = known and known_side(name.text, titled=True) is not None
    return titled or honoured or ranked or called or known or (name.sure and speaks(doc, name.start, name.end))
