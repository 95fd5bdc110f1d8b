"""Who "he", "it", "the group" and "both sides" are, within one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from goodoffices.record import actor_id

from .binding import bound_elsewhere
from .centre import SHELF, Trace, is_body_unknown, is_stranger, nearest, whose_officer
from .definite import (
    called,
    ends_in,
    is_aside,
    is_called,
    is_definite,
    is_joined,
    is_short_name,
    is_someones,
    owns,
    rank,
    words_of,
)
from .gazetteer import entities
from .items import state_of_item
from .lexicon import lexicon
from .listing import listed
from .peoples import is_of_people
from .phrases import only_owns, owner_of
from .roster import Role
from .sides import between_sides, home_state

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .gazetteer import Entity
    from .roster import Actor, Roster

__all__ = ["refer_back"]

_ALOUD = 40
"""Mentions among which those are looked for that are not within quotation marks."""
_REMEMBERED = 60
"""Mentions among which a body is looked for that is called by its last word alone."""
_LATELY = 6
"""Mentions among which "the movement" is looked for before the one that acts most."""
_PAIR = 2
_OPENING = 4
"""Passages of a report in which those stand whom it is about: headline, byline, lead."""
_FAR_AHEAD = 3
"""How many times as often two others act where a group is no side of the talks."""
_BREAKAWAY = frozenset({"separatist", "breakaway", "rebel", "secessionist", "rival", "parallel", "self-declared"})
"""Words of governments that are not the state's."""
_AT_HOME = 2
"""How many mentions of a government outweigh what else points to a state."""


_PORTFOLIOS = frozenset({"foreign", "defence", "defense", "interior", "prime", "finance", "justice", "deputy", "vice"})
"""Words that tell one office from another of the same name."""


def _heads(title: Sequence[str]) -> set[str]:
    """The words by which an office is called for short: its last, and the last before "of" ("Secretary of State")."""
    before = title.index("of") if "of" in title[1:] else len(title)
    return {title[-1], title[before - 1]}


_CALLED_SO = frozenset({"mission", "corporation", "coalition", "force"})
_OF_A_PAIR = frozenset({"sides", "parties", "party", "side", "both", "neither"})
_OF_STATES = frozenset({"countries", "states", "neighbours", "neighbors", "nations"})
"""Plurals that no movement is one of ("the two countries")."""
_MORE = frozenset({"three", "four", "five", "six", "seven"})
_REALMS = frozenset({"kingdom", "republic", "sultanate", "emirate", "federation", "emirates"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})


def refer_back(roster: Roster) -> None:
    """Let pronouns and definite descriptions mean the actors that they refer back to.

    The nearest fitting subject before counts; an expression with no fitting one is left without an actor.
    """
    trail = _Trail(roster)
    for token in roster.guessed:  # now that more is known
        token.doc.user_data["actors"].pop(token.i, None)
    roster.guessed = []
    for passage in roster.passages:
        trail.quoting = False
        for token in passage.doc:
            trail.pass_by(token)
        trail.number += 1


def _is_so_called(state: Entity, form: str) -> bool:
    return any(name.startswith(form) for name in state.names)


def _by_side(roster: Roster, acts: Mapping[str, int]) -> Counter[str]:
    """How often each side acts, itself or by a person who speaks for it; those that act themselves before others."""
    weights = Counter(acts)
    for actor in roster.actors.values():
        if actor.kind == "person" and (side := roster.party(actor.id)) != actor.id:
            weights[side] += acts[actor.id]
    return weights


def _may_be_side(actor: Actor) -> bool:
    return actor.kind in {"state", "group"} or is_of_people(actor.name)


def _phrase_with_owner(noun: Token) -> str:
    """A noun with the words before it, from its owner on, without the article."""
    owner = owner_of(noun) or noun
    phrase = str(noun.doc[min(noun.left_edge.i, owner.left_edge.i) : noun.i + 1].text)
    return phrase.removeprefix("the ").removeprefix("The ")


def _is_of_more(top: Token) -> bool:
    """Is a name one of three or more in a list ("A, B, C and D")? No two of them are a pair."""
    meant = top.doc.user_data["actors"]
    behind = [c for c in top.children if c.dep_ == "conj" and c.i in meant]
    longer = any(g.dep_ == "conj" and g.i in meant for c in behind for g in c.children)
    return longer or (bool(behind) and top.dep_ == "conj" and top.head.i in meant)


class _Trail:
    """What has been mentioned so far, as a reader of the text would have it in mind."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.persons: list[Trace] = []
        self.bodies: list[Trace] = []
        self.pair: tuple[str, ...] = ()
        self.several: tuple[str, ...] = ()
        self.sentence = 0
        self.number = 0
        self.quoting = False
        acts = {a.id: len([m for m in a.mentions if m.acts]) for a in roster.actors.values()}
        self.weights = _by_side(roster, acts)
        main = [a for a, _ in self.weights.most_common() if _may_be_side(roster.actors[a])]
        crowds = {name for name, entity in entities().items() if entity.of_states}
        actors = roster.actors
        self.groups = [a for a in main if actors[a].kind == "group" and actors[a].name not in crowds]
        self.states = [a for a in main if actors[a].kind == "state" and a not in between_sides(roster)]
        self.roster.armed = bool(self.groups)
        self.governed = self._governed()
        self.main = main[:4]
        self.roster.pair = self._main_pair()

    def _likely_pairs(self) -> set[str]:
        """Those who can be "the two sides": the four parties that act most, and a government without a name."""
        return {*self.main, *([self.roster.government] if self.roster.government else [])}

    def _main_pair(self) -> tuple[str, ...]:
        """The two sides of the talks: the group that acts most and its government, else the two that act most."""
        government = self.governed or self.roster.government
        helping = between_sides(self.roster)
        main = [party for party in self.main if party not in helping]
        if self.groups and government and self.groups[0] in self.main and not self._is_by_the_way(main):
            return (self.groups[0], government)
        return tuple((main if len(main) >= _PAIR else self.main)[:_PAIR])

    def _is_by_the_way(self, main: list[str]) -> bool:
        """Does a group stand so far behind two others that it is only some party at home?"""
        if any(m.passage < _OPENING for m in self.roster.actors[self.groups[0]].mentions):
            return False
        weight, others = self.weights[self.groups[0]], main[:_PAIR]
        return weight < _PAIR <= len(others) and all(self.weights[o] > _FAR_AHEAD * weight for o in others)

    def pass_by(self, token: Token) -> None:
        """Take in one word: resolve it if it refers back, remember it if it names someone."""
        if token.is_sent_start and not self.quoting:  # a long quotation puts nobody out of mind
            self.sentence += 1
        if token.text == '"':
            self.quoting = not self.quoting
        meant = token.doc.user_data["actors"]
        if token.i in meant and (holder := self._office_holder(token)):
            meant[token.i] = holder
        if token.i in meant:
            if not (token.i > 0 and meant.get(token.i - 1) == meant[token.i]):
                self._remember(token, meant[token.i])
            return
        found = self._pronoun(token) or self._pair_of(token) or self._described(token)
        if found:
            meant[token.i] = found
            pronoun = token.lower_ in lexicon().referring.body and not is_aside(token)
            nominal = pronoun or token.pos_ == "NOUN"
            if len(found) == 1 and nominal and self.roster.actors[found[0]].kind != "person":
                self.bodies.append(Trace(self.sentence, rank(token), found[0], self.quoting))
        elif is_stranger(token):
            self.persons.append(Trace(self.sentence, rank(token), None, self.quoting))
        elif is_body_unknown(token):
            self.bodies.append(Trace(self.sentence, rank(token), None, self.quoting))

    def _remember(self, token: Token, ids: Sequence[str]) -> None:
        meant, top = token.doc.user_data["actors"], token
        while top.dep_ == "compound" and meant.get(top.head.i) == ids:
            top = top.head
        prominence = 0 if only_owns(top) else rank(token)
        for actor in ids:
            self.roster.called.setdefault(actor, set()).update(called(top))
            shelf = self.persons if self.roster.actors[actor].kind == "person" else self.bodies
            shelf.append(Trace(self.sentence, prominence, actor, self.quoting, is_joined(top), is_aside(top)))
        joined = [a for c in top.children if c.dep_ == "conj" for a in meant.get(c.i, ())]
        parties = tuple(dict.fromkeys(self.roster.party(a) for a in (*ids, *joined)))
        if len(parties) == _PAIR and not _is_of_more(top) and set(parties) <= self._likely_pairs():
            self.pair = parties
        if (several := self._several(top, ids)) and len(several) >= len(self.several):
            self.several = several

    def _several(self, top: Token, ids: Sequence[str]) -> tuple[str, ...]:
        """A government and two movements or more that are named in one list; none where it is no such list."""
        meant, roster = top.doc.user_data["actors"], self.roster
        named = (a for token in listed(top) for a in (meant.get(token.i, ()) if token != top else ids))
        parties = tuple(dict.fromkeys(roster.party(a) for a in named))
        kinds = [roster.actors[party].kind for party in parties]
        movements = {party for party in parties if party in self.groups}
        fitting = len(movements) >= _PAIR and len(movements) == len(kinds) - 1 and "state" in kinds
        return parties if fitting and {*parties} <= self._likely_pairs() else ()

    def _pronoun(self, token: Token) -> tuple[str, ...]:
        lower, words = token.lower_, lexicon().referring
        if lower in words.person:
            return self._beside(token) or self._nearest(self._but_the_holder(token))
        if lower == "whose":
            return self._antecedent(token)
        if lower in words.crowd:
            recent = self._nearest(self.bodies)
            return recent if recent and self.roster.actors[recent[0]].kind == "group" else ()
        if lower in words.body and token.dep_ in {"nsubj", "nsubjpass", "poss"}:
            officer = whose_officer(token, self.bodies, self.sentence)
            return self._nearest(self.bodies) if officer is None else officer
        return ()

    def _pair_of(self, token: Token) -> tuple[str, ...]:
        """ "Both sides", "the two delegations", "neither party", "both"."""
        lower, words = token.lower_, lexicon().referring
        if lower not in words.pair_nouns and lower not in _OF_A_PAIR:
            return ()
        beside = {c.lower_ for c in token.children}
        plural = lower in words.pair_nouns and (beside & words.pair_words or "neither" in beside)
        parties = lower in {"sides", "parties"} and "the" in beside
        single = lower in {"party", "side"} and beside & {"neither", "either", "each"}
        alone = lower in {"both", "neither"} and token.dep_ in {"nsubj", "nsubjpass"} and not beside
        if not (plural or parties or single or alone):
            return ()
        named = self._named_with(token, beside, alone=alone)
        return self._likeliest(token) if named is None else named

    def _named_with(self, token: Token, beside: set[str], *, alone: bool) -> tuple[str, ...] | None:
        """Whom "the three parties", "the Parties" or "both" means by a list before; None where no list tells."""
        if beside & _MORE:
            return self.several if "three" in beside and len(self.several) > _PAIR else ()
        if alone:
            return self._joined_subject(token) or None
        plain = token.lower_ in {"sides", "parties"} and not beside & lexicon().referring.pair_words
        return (self.several or None) if plain else None

    def _likeliest(self, token: Token) -> tuple[str, ...]:
        """The two named together last, else the likeliest two; countries for "the two countries"."""
        lower, pair = token.lower_, self.pair or self._main_pair()
        if not self.pair:
            self.roster.guessed.append(token)
        if lower not in _OF_STATES or all(self.roster.actors[party].kind == "state" for party in pair):
            return pair
        return tuple(self.states[:_PAIR]) if len(self.states) >= _PAIR else pair

    def _joined_subject(self, token: Token) -> tuple[str, ...]:
        """Whom "both" means behind "A and B" in its sentence ("A and B called, and both want it done")."""
        meant = token.doc.user_data["actors"]
        before = [t for t in token.sent if t.i < token.i and t.dep_ in {"nsubj", "nsubjpass"}]
        for subject in reversed(before):
            names = [meant[t.i] for t in listed(subject) if t.i in meant]
            if len(names) == _PAIR:
                return tuple(dict.fromkeys(a for ids in names for a in ids))
        return ()

    def _described(self, token: Token) -> tuple[str, ...]:
        """ "The group", "the government", "the bloc", "the president"."""
        lower, words = token.lower_, lexicon().referring
        if token.pos_ not in _NOMINAL or not is_definite(token):
            return ()
        if (body := self._ministry(token) or self._realm(token) or self._same_noun(token)) is not None:
            return (body,)
        if lower in words.blocs:
            return self._nearest([t for t in self.bodies if self._kind(t) == "organisation"])
        if lower in words.rebels and self.groups and not is_someones(token):
            return (self._fighting(lower),)
        if lower in words.state and not is_someones(token):
            return () if any(c.lower_ in _BREAKAWAY for c in token.children) else self._governing(token)
        return self._holder(token) if lower in lexicon().offices else ()

    def _fighting(self, noun: str) -> str:
        """The movement named last, if it is more than a name in passing, else the one that acts most; no mere party."""
        fitting = [a for a in self.groups if is_called(self.roster, a, noun)] or self.groups
        last = [t for t in self.bodies[-_LATELY:] if t.actor in fitting]
        near = [t for t in last if not t.aside or t.sentence == self.sentence]
        recent = [t.actor for t in near if t.rank or len(self.roster.actors[t.actor or ""].mentions) > 1]
        return recent[-1] or fitting[0] if recent else fitting[0]

    def _governing(self, token: Token) -> tuple[str, ...]:
        """ "The government", "the junta in Bamako": of the capital that is named, else of the governed state."""
        named = token.doc.user_data["named"]
        inside = (g for c in token.children if c.dep_ == "prep" and c.lower_ == "in" for g in c.children)
        seat = next((named[g.i] for g in inside if g.i in named and named[g.i].kind == "state"), None)
        if seat is not None:
            return (self.roster.enter(seat.name, seat.kind, seat.iso).id,)
        if self.governed is None and token.lower_ == "cabinet":
            return ()
        return (state_of_item(self.roster, self.number) or self.governed or self._unnamed_government(),)

    def _ministry(self, token: Token) -> str | None:
        """ "The Defence Ministry" of a report that tells of one government."""
        owned = any(c.i in token.doc.user_data["actors"] for c in token.children)
        return self.governed if token.lower_ == "ministry" and not owned else None

    def _realm(self, token: Token) -> str | None:
        """ "The Kingdom", "the Islamic Republic": the one state of the report that is called so in full."""
        if token.lower_ not in _REALMS or not token.text[:1].isupper():
            return None
        beside = [c.text for c in token.children if c.i < token.i and c.text[:1].isupper() and c.lower_ != "the"]
        if any(c.dep_ == "prep" for c in token.children):
            return None
        form = f"{' '.join([*beside, token.text])} of "
        found = [a for a in self.states if (e := entities().get(self.roster.actors[a].name)) and _is_so_called(e, form)]
        found = [a for a in found if a in self.main] or found
        return found[0] if len(found) == 1 else None

    def _same_noun(self, token: Token) -> str | None:
        """ "The commission", "the army": the one body mentioned before that is called so at the end of its name."""
        words, lower = lexicon(), token.lower_
        common = lower in words.plain.bodies or lower in words.referring.arms or lower in _CALLED_SO
        if not common and not is_short_name(token):
            return None
        beside = [c for c in token.children if c.dep_ in {"amod", "compound", "poss", "nummod"}]
        if any(c.dep_ in {"poss", "nummod"} or c.text[:1].isupper() for c in beside):
            return None
        near = {t.actor for t in self.bodies[-_REMEMBERED:] if t.actor}
        fitting = {a for a in near if ends_in(self.roster.actors[a], token.text)}
        fitting = {a for a in fitting if {c.lower_ for c in beside} <= words_of(self.roster.actors[a])}
        return fitting.pop() if len(fitting) == 1 else None

    def _kind(self, trace: Trace) -> str | None:
        return self.roster.actors[trace.actor].kind if trace.actor else None

    def _office_holder(self, token: Token) -> tuple[str, ...]:
        """The person behind an office that stands for its state so far ("the Russian foreign minister said")."""
        subject = token.dep_ in {"nsubj", "nsubjpass"} and token.tag_ == "NN" and token.lower_ in lexicon().offices
        named = any(c.dep_ in {"appos", "flat"} for c in token.children)
        if not subject or named or not is_definite(token):
            return ()
        kinds = {self.roster.actors[a].kind for a in token.doc.user_data["actors"][token.i]}
        return () if "person" in kinds else self._holder(token)

    def _holder(self, token: Token) -> tuple[str, ...]:
        """Whom "the president", "the UN envoy" means: the last person named who holds that office."""
        owners = {a for c in token.children for a in token.doc.user_data["actors"].get(c.i, ())}
        having = lexicon().belonging.get(token.lower_, ()) if not owners else ()
        if len(having) == 1 and (entity := entities().get(having[0])) is not None:
            owners = {actor_id(entity.kind, entity.name)}
        kind = {c.lower_ for c in token.children} & _PORTFOLIOS
        for person in dict.fromkeys(trace.actor for trace in reversed(self.persons[-40:])):
            titles = ((r.of, r.title.lower().split()) for r in self.roster.roles_of(person or ""))
            held = [of for of, title in titles if token.lower_ in _heads(title) and kind <= {*title}]
            if person and held and (not owners or {held[-1], self.roster.party(person)} & owners):
                return (person,)
        return self._untitled(token, owners)

    def _untitled(self, token: Token, owners: set[str]) -> tuple[str, ...]:
        """ "The Russian foreign minister", right behind a Russian of whom no office was told yet; it is told here."""
        last = self.persons[-1] if self.persons else None
        if not owners or last is None or last.actor is None or self.sentence - last.sentence > 1:
            return ()
        titled = bool(self.roster.roles_of(last.actor))
        if titled or token.dep_ not in {"nsubj", "nsubjpass"} or self.roster.party(last.actor) not in owners:
            return ()
        first = min((c.i for c in token.children if c.dep_ in {"amod", "compound"} and not owns(c)), default=token.i)
        of, number = self.roster.party(last.actor), self.number
        title = token.doc[first : token.i + 1].text
        self.roster.roles.append(
            Role(person=last.actor, title=title, of=of, tenure="current", passage=number, token=token.i)
        )
        return (last.actor,)

    def _unnamed_government(self) -> str:
        """The government that a report speaks of without naming its state; other reports may tell which."""
        actor = self.roster.enter("Government", "organisation")
        self.roster.government = actor.id
        return actor.id

    def _beside(self, token: Token) -> tuple[str, ...]:
        """Whom "his" means right behind a name: "Putin, his adviser Ushakov"."""
        if token.tag_ != "PRP$" or token.i < 2 or token.nbor(-1).text not in {",", "and"}:  # noqa: PLR2004
            return ()
        behind = token.doc[token.head.i + 1 : token.head.i + 2]
        if token.nbor(-1).text == "," and not behind.text[:1].isupper():
            return ()  # "Sabri, his successor, ...", "Sabri, his adviser for foreign affairs, ..."
        ids: tuple[str, ...] = token.doc.user_data["actors"].get(token.i - 2, ())
        return tuple(a for a in ids if self.roster.actors[a].kind == "person")

    def _but_the_holder(self, token: Token) -> list[Trace]:
        """The persons before, without the one whose office it is, and whom another word of its clause means."""
        office = token.head
        holder = [office.head] if token.tag_ == "PRP$" and office.dep_ == "appos" else []  # "Moussa, his deputy, says"
        meant = token.doc.user_data["actors"]
        own = {actor for word in (*holder, *bound_elsewhere(token)) for actor in meant.get(word.i, ())}
        return [trace for trace in self.persons[-SHELF:] if trace.actor not in own] if own else self.persons

    def _antecedent(self, token: Token) -> tuple[str, ...]:
        """Whom a relative "whose" goes back to."""
        clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        if clause is None:
            return ()
        owner = clause.head
        if owner.dep_ == "pobj" and owner.head.lower_ in {"in", "from"} and owner.i in token.doc.user_data["named"]:
            owner = owner.head.head  # "the wing in Switzerland, whose head": the wing's
        ids: tuple[str, ...] = token.doc.user_data["actors"].get(owner.i, ())
        return ids

    def _governed(self) -> str | None:
        """The state that "the government" means: the one whose government the report speaks of, if it is one alone."""
        spoken: Counter[str] = Counter()
        bodies = lexicon().referring.state | lexicon().referring.arms
        for passage in self.roster.passages:
            for token in passage.doc:
                ids = passage.doc.user_data["actors"].get(token.i, ())
                governs = token.lower_ in bodies and len(ids) == 1
                if governs and self.roster.actors[ids[0]].kind == "state":
                    spoken[ids[0]] += 1
                    phrase = _phrase_with_owner(token)
                    if phrase[:1].isupper() and " " in phrase and token.lower_ in lexicon().referring.state:
                        self.roster.actors[ids[0]].aliases[phrase] += 1
        home = home_state(self.roster) if spoken else None
        if home is not None and spoken[home] + _AT_HOME > spoken.most_common(1)[0][1]:
            spoken[home] += _AT_HOME  # whose groups and affairs the report tells of
        if spoken and self.groups:
            self.roster.governed = spoken.most_common(1)[0][0]
        return spoken.most_common(1)[0][0] if spoken else home_state(self.roster)

    def _nearest(self, shelf: list[Trace]) -> tuple[str, ...]:
        return nearest(shelf if self.quoting else [t for t in shelf[-_ALOUD:] if not t.quoted], self.sentence)
