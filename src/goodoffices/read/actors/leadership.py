"""What persons lead: whoever heads, chairs or commands a body, a team or a delegation speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from .delegations import LED
from .factions import faction_at
from .known import known_side
from .leading import leading, phrase_of
from .led_bodies import body_led
from .lexicon import lexicon
from .missions import mission_meant
from .persons import PersonName
from .roster import Role, Roster
from .sides import Ties, home_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = ["BODIES", "Leadership", "Named", "bodies_at"]

_HEADING = frozenset({"heads", "leads", "chairs", "commands"})
_SENDING = frozenset({"send", "dispatch", "field"})
_TEAMS = frozenset({"team", "delegation", "panel", "side", "delegates", "negotiators", "representatives", "envoys"})
"""Those who talk for whoever the word before says."""
_PANELS = frozenset({"committee", "subcommittee", "commission", "panel", "board", "caucus", "group"})
"""What somebody chairs by an office of the body's own, and not in turn for a state."""
BODIES = frozenset({"organisation", "group", "state"})
"""Kinds of actors for which a person speaks."""


class Named(msgspec.Struct, frozen=True):
    """A person's name in the text: in which passage, which words, whose."""

    passage: int
    name: PersonName
    person: str


def bodies_at(roster: Roster, token: Token) -> Iterator[str]:
    """The states and bodies that a word means, also a state that does not act there ("X of Croatia")."""
    ids = [a for a in roster.at(token) if roster.actors[a].kind in BODIES]
    entity = token.doc.user_data["named"].get(token.i)
    if not ids and entity is not None and token.text not in entity.metonyms:
        ids = [roster.enter(entity.name, entity.kind, entity.iso).id]
    yield from ids


class Leadership:
    """Reads what persons lead, as an office of theirs, and votes for whose it is."""

    def __init__(self, roster: Roster, ties: Ties) -> None:
        """Read for a roster, and vote in its ties."""
        self.roster = roster
        self.ties = ties

    def read(self, doc: Doc, named: Named) -> bool:
        """ "X, who heads the government delegation": what a person leads is an office too."""
        for verb, led in leading(doc[named.name.start : named.name.end].root):
            beside = [led, *(c for c in led.children if c.dep_ == "appos")] if led is not None else []
            ids = [a for t in beside for a in self.roster.at(t)]
            of = next((a for a in ids if self.roster.actors[a].kind != "person"), None)
            led_now = led is not None and verb.tag_ != "VBD"  # whoever once "led" it may be anybody today
            own = body_led(self.roster, named.passage, led) if led_now and led is not None else None
            own = own or self._part(named.passage, led) or self._mission(led)
            of = own or self._owner_of_plain(led) or of or self._behind(led)
            of = of or self._owner_of_led(led) or self._sender(led)
            if (
                led is None
                or _is_shared(verb, led, named)
                or _are_several(led, of)
                or (of is None and not _can_be_led(led))
            ):
                continue
            if of is not None and led.pos_ == "PRON" and self.roster.actors[of].kind == "state":
                continue  # "it" is what the state does, as often as not
            if _is_lasting(verb, led, of, self.roster):
                self._give_role(named, verb, led, of)
            if of is not None:
                self.ties.vote(
                    named.person, of, 1 if _is_besides(verb) or self._has_the_chair(named, verb, led, of) else LED
                )
            return of is not None
        return self._heads(doc, named)

    def _has_the_chair(self, named: Named, verb: Token, led: Token, of: str) -> bool:
        """ "General X, who chairs the bloc this year": whom every reader knows to lead a state has it all the same.

        Where the report calls X a president of it, what the chair says is as often the bloc's.
        """
        if verb.lemma_ != "chair" or led.lower_ in _PANELS or self.roster.actors[of].kind != "organisation":
            return False
        known = known_side(self.roster.actors[named.person].name, titled=True)
        titles = (role.title for role in self.roster.roles_of(named.person))
        return known is not None and known.kind == "state" and all(title.startswith("chair") for title in titles)

    def _heads(self, doc: Doc, named: Named) -> bool:
        """ "Its holder, X, heads Y": a verb of leading right before a body's name, which parsers take for a noun."""
        at = named.name.end + (doc[named.name.end : named.name.end + 1].text == ",")
        verb, behind = doc[at : at + 1], doc[at + 1 : at + 3]
        body = behind[1:] if behind[:1].text == "the" else behind[:1]
        if verb.text not in _HEADING or not len(body) or body[0].i not in doc.user_data["named"]:
            return False
        owner = next(bodies_at(self.roster, body[0]), None)
        if owner is not None:
            self.ties.vote(named.person, owner, LED)
        return owner is not None

    def _part(self, passage: int, led: Token | None) -> str | None:
        """ "X, who leads a breakaway wing of Y": that wing."""
        return faction_at(self.roster, passage, led) if led is not None and led.is_lower else None

    def _mission(self, led: Token | None) -> str | None:
        """ "X, who runs the UN mission": the one that the report names."""
        if led is None or led.lower_ != "mission" or led.i == 0:
            return None
        return mission_meant(self.roster, led.doc, led.i - 1) or mission_meant(self.roster, led.doc, max(0, led.i - 2))

    def _owner_of_plain(self, led: Token | None) -> str | None:
        """Whose a panel or a team in small letters is that is an actor without a name ("its panel", "rebel team")."""
        mine = {"poss"} if led is None or led.lower_ not in _TEAMS else {"poss", "amod", "compound"}
        owners = [c for c in led.children if c.dep_ in mine and c.i < led.i] if led is not None and led.is_lower else []
        if any(c.lower_ == "government" and not self.roster.at(c) for c in owners if c.dep_ == "compound"):
            return self.roster.governed or home_state(self.roster)
        unnamed = led is not None and all(led.lower_ in self.roster.actors[a].name for a in self.roster.at(led))
        ids = (a for owner in owners for a in self.roster.at(owner)) if unnamed else ()
        return next((a for a in ids if self.roster.actors[a].kind in {"organisation", "group"}), None)

    def _owner_of_led(self, led: Token | None) -> str | None:
        """Whose a team is that someone leads ("leads the army's team")."""
        owners = [c for c in led.children if c.dep_ == "poss"] if led is not None else []
        kinds = BODIES if led is not None and _can_be_led(led) else BODIES - {"state"}  # to lead a state's talks is not
        ids = (a for owner in owners for a in self.roster.at(owner))
        return next((a for a in ids if self.roster.actors[a].kind in kinds), None)

    def _sender(self, led: Token | None) -> str | None:
        """Whose a team is that someone leads where its senders are named ("the rebels sent a team led by X")."""
        sent = led is not None and led.dep_ == "dobj" and led.head.lemma_ in _SENDING and _can_be_led(led)
        senders = [c for c in led.head.children if c.dep_ == "nsubj"] if led is not None and sent else []
        bodies = [a for sender in senders for a in self.roster.at(sender) if self.roster.actors[a].kind in BODIES]
        return bodies[0] if len(bodies) == 1 else None

    def _behind(self, led: Token | None) -> str | None:
        """Whose a committee is that someone leads ("chairs the defence committee of the House of Representatives")."""
        links = [c for c in led.children if c.lower_ == "of"] if led is not None else []
        ids = (a for link in links for noun in link.children for a in self.roster.at(noun))
        return next((a for a in ids if self.roster.actors[a].kind in {"organisation", "group"}), None)

    def _give_role(self, named: Named, verb: Token, led: Token, of: str | None) -> None:
        title = f"{verb.text} {phrase_of(led)}"
        role = Role(person=named.person, title=title, of=of, tenure="current", passage=named.passage, token=verb.i)
        self.roster.roles.append(role)


def _is_lasting(verb: Token, led: Token, of: str | None, roster: Roster) -> bool:
    """Is to lead it an office? Not where it was a delegation, a side or a state for once, nor to stand for somebody."""
    if verb.lemma_ == "represent" or any(c.lower_ in {"a", "an"} for c in led.children):
        return False
    state = of is not None and roster.actors[of].kind == "state" and of in roster.at(led)
    return verb.lower_ != "led" or not (led.lower_ in _TEAMS or led.lower_ == "government" or state)


def _is_besides(verb: Token) -> bool:
    """ "The army chief, X, who also chairs the council": what someone leads besides the office given first."""
    return verb.dep_ == "relcl" and any(c.lower_ == "also" for c in verb.children)


def _is_shared(verb: Token, led: Token, named: Named) -> bool:
    """ "They were led by X and Y", "A was led by X and that of B by Y": one leads this, and the other that."""
    between = verb.doc[verb.i + 1 : named.name.start] if verb.i < named.name.start else ()
    another = any(t.lower_ in {"that", "those"} and t.nbor().lower_ == "of" for t in between)
    another = another or any(t.tag_ == "POS" and t.nbor().lower_ == "by" for t in between)
    return another or led.lower_ in {"they", "both"} or any(c.lower_ == "respectively" for c in verb.subtree)


def _are_several(led: Token, of: str | None) -> bool:
    """ "The two teams", "the holdout groups": what several lead, or nobody's, is no office of one."""
    several = led.tag_ == "NNS" and led.lower_ not in lexicon().plain.alone
    return several and (of is None or any(c.dep_ == "nummod" for c in led.children))


def _can_be_led(noun: Token) -> bool:
    """Is it a noun for people who have a leader, or a name?"""
    words = lexicon()
    parts = {"wing", "bloc", "republic", "region", "community", "branch", "arm", "list", "slate", "committee"}
    return noun.lower_ in words.bodies | words.organisations | words.groups | words.plain.crowds | parts or (
        noun.pos_ == "PROPN" and noun.ent_type_ not in {"DATE", "EVENT", "WORK_OF_ART"}
    )
