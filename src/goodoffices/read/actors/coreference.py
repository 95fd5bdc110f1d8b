"""Who "he", "it", "the group" and "both sides" are, within one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .lexicon import lexicon
from .seats import home_state

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .roster import Roster

__all__ = ["refer_back"]

_PERSON = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
_BODY = frozenset({"it", "its", "itself"})
_PAIR_NOUNS = frozenset({"sides", "parties", "delegations", "teams", "governments", "countries", "leaders", "capitals", "foes", "rivals", "camps", "negotiators", "states", "neighbours", "neighbors"})  # fmt: skip
_PAIR_WORDS = frozenset({"both", "two", "warring", "conflicting", "opposing", "negotiating", "rival"})
_REBELS = frozenset({"rebels", "group", "guerrillas", "movement", "insurgents", "militants", "militia", "fighters", "front", "guerrilla"})  # fmt: skip
_STATE = frozenset({"government", "authorities", "administration", "cabinet"})
_BLOCS = frozenset({"bloc", "alliance", "organisation", "organization", "body"})
_FAR = 3


def refer_back(roster: Roster) -> None:
    """Let pronouns and definite descriptions mean the actors that they refer back to.

    The nearest fitting subject before counts; an expression with no fitting one is left without an actor.
    """
    counts = _weights(roster)
    trail = _Trail(roster, counts)
    for passage in roster.passages:
        for token in passage.doc:
            trail.pass_by(token)


def _weights(roster: Roster) -> Counter[str]:
    return Counter({a.id: len([m for m in a.mentions if m.acts]) for a in roster.actors.values()})


class _Trail:
    """What has been mentioned so far, as a reader of the text would have it in mind."""

    def __init__(self, roster: Roster, counts: Counter[str]) -> None:
        self.roster = roster
        self.persons: list[tuple[int, bool, str]] = []
        self.bodies: list[tuple[int, bool, str]] = []
        self.pair: tuple[str, ...] = ()
        self.sentence = 0
        main = [a for a, _ in counts.most_common() if roster.actors[a].kind in {"state", "group"}]
        self.groups = [a for a in main if roster.actors[a].kind == "group"]
        self.states = [a for a in main if roster.actors[a].kind == "state"]
        self.governed = self._governed()
        self.main_pair = tuple(main[:2])

    def pass_by(self, token: Token) -> None:
        """Take in one word: resolve it if it refers back, remember it if it names someone."""
        if token.is_sent_start:
            self.sentence += 1
        meant = token.doc.user_data["actors"]
        if token.i not in meant:
            found = self._resolve(token)
            if found:
                meant[token.i] = found
        elif not (token.i > 0 and meant.get(token.i - 1) == meant[token.i]):
            self._remember(token, meant[token.i])

    def _remember(self, token: Token, ids: Sequence[str]) -> None:
        subject = token.dep_ in {"nsubj", "nsubjpass"} or any(a.dep_ in {"nsubj", "nsubjpass"} for a in token.ancestors)
        for actor in ids:
            shelf = self.persons if self.roster.actors[actor].kind == "person" else self.bodies
            shelf.append((self.sentence, subject, actor))
        parties = tuple(dict.fromkeys(self.roster.party(a) for a in ids))
        if len(parties) == 2:  # noqa: PLR2004
            self.pair = parties
            return
        joined = [c for c in token.children if c.dep_ == "conj"]
        others = [self.roster.party(a) for c in joined for a in token.doc.user_data["actors"].get(c.i, ())]
        both = tuple(dict.fromkeys((*parties, *others)))
        if len(both) == 2 and all(self.roster.actors[a].kind in {"state", "group"} for a in both):  # noqa: PLR2004
            self.pair = both

    def _resolve(self, token: Token) -> tuple[str, ...]:
        lower = token.lower_
        if lower in _PERSON:
            return self._nearest(self.persons)
        if lower == "whose":
            return self._antecedent(token)
        if lower == "their":
            recent = self._nearest(self.bodies)
            return recent if recent and self.roster.actors[recent[0]].kind == "group" else ()
        if lower in _BLOCS and _definite(token):
            return self._nearest([e for e in self.bodies if self.roster.actors[e[2]].kind == "organisation"])
        if lower in _BODY:
            return self._nearest(self.bodies) if token.dep_ in {"nsubj", "nsubjpass", "poss"} else ()
        if lower in _PAIR_NOUNS and {c.lower_ for c in token.children} & (_PAIR_WORDS | {"the", "neither"}):
            words = {c.lower_ for c in token.children}
            if words & _PAIR_WORDS or lower in {"sides", "parties"}:
                return self.pair or self.main_pair
        if lower in {"both", "neither"} and token.dep_ in {"nsubj", "nsubjpass"} and not any(True for _ in token.children):
            return self.pair or self.main_pair
        if lower in {"party", "side"} and {c.lower_ for c in token.children} & {"neither", "either", "each"}:
            return self.pair or self.main_pair
        if lower in _REBELS and self.groups and _definite(token):
            recent = [a for _, _, a in self.bodies[-6:] if a in self.groups]
            return (recent[-1] if recent else self.groups[0],)
        if lower in lexicon().offices and _definite(token):
            return self._holder(token)
        if lower in _STATE and _definite(token):
            return (self.governed or self._unnamed_government(),)
        return ()

    def _holder(self, token: Token) -> tuple[str, ...]:
        """Whom "the president", "the UN envoy" means: the last person named who holds that office."""
        owners = {a for c in token.children for a in token.doc.user_data["actors"].get(c.i, ())}
        for _, _, person in reversed(self.persons[-40:]):
            for role in self.roster.roles:
                if role.person == person and role.title.lower().split()[-1] == token.lower_:
                    if not owners or role.of in owners or self.roster.party(person) in owners:
                        return (person,)
        return ()

    def _antecedent(self, token: Token) -> tuple[str, ...]:
        """Whom a relative "whose" goes back to."""
        clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        if clause is None:
            return ()
        ids: tuple[str, ...] = token.doc.user_data["actors"].get(clause.head.i, ())
        return ids

    def _unnamed_government(self) -> str:
        """The government that a report speaks of without naming its state; other reports may tell which."""
        actor = self.roster.enter("Government", "organisation")
        self.roster.government = actor.id
        return actor.id

    def _governed(self) -> str | None:
        """The state that "the government" means: the one whose government the report speaks of, if it is one alone."""
        spoken: Counter[str] = Counter()
        for passage in self.roster.passages:
            for token in passage.doc:
                ids = passage.doc.user_data["actors"].get(token.i, ())
                if token.lower_ in _STATE and len(ids) == 1 and self.roster.actors[ids[0]].kind == "state":
                    spoken[ids[0]] += 1
        if spoken:
            return spoken.most_common(1)[0][0]
        return home_state(self.roster)

    def _nearest(self, shelf: list[tuple[int, bool, str]]) -> tuple[str, ...]:
        near = [entry for entry in shelf[-8:] if self.sentence - entry[0] <= _FAR]
        for distance in range(_FAR + 1):
            here = [entry for entry in near if self.sentence - entry[0] == distance]
            subjects = [actor for _, subject, actor in here if subject]
            if subjects:
                return (subjects[-1] if distance == 0 else subjects[0],)
            if here:
                return (here[-1][2],)
        return ()


def _definite(token: Token) -> bool:
    phrase = token.head if token.dep_ in {"compound", "poss"} and token.head.pos_ in {"NOUN", "PROPN"} else token
    words = [*token.children, *(phrase.children if phrase is not token else ())]
    owned = any(c.dep_ == "poss" and c.i != token.i for c in words)
    return any(c.lower_ in {"the", "this"} for c in words) and not owned
