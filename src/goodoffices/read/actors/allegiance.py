"""Allegiance: for whom a person speaks by the words beside the name, without an office ("X of Y", "X for Y")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import sentence_of
from .affiliation import behind_of, only_seems, speaks_on_behalf
from .belonging import belongs_to, comes_from
from .delegations import LED
from .leadership import BODIES, Leadership, Named, bodies_at
from .lexicon import lexicon
from .nominated import nominators
from .party_offices import party_of_office
from .roster import Roster
from .sides import Ties
from .signing import governors, sends, signed_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

__all__ = ["Allegiance", "Named"]

_NEAR = 6
"""How many words may stand between a name and the body that it speaks for."""
_SEATED = frozenset({("sit", "on"), ("sit", "in"), ("serve", "on"), ("serve", "in"), ("serve", "with")})
"""How one belongs to a body; whoever sits with another is of another side."""
_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
_OF_A_GROUP = frozenset(
    {"leader", "commander", "negotiator", "delegate", "spokesman", "spokeswoman", "member", "official"}
)


class Allegiance:
    """Reads for whom persons speak where they lead, sign or come from a body.

    Attributes:
        owned: Persons -> the body that the text calls theirs ("X's party").
    """

    def __init__(self, roster: Roster, ties: Ties) -> None:
        """Read for a roster, and vote in its ties."""
        self.roster = roster
        self.ties = ties
        self.leadership = Leadership(roster, ties)
        self.owned: dict[str, str] = {}

    def read(self, doc: Doc, named: Named, *, sided: bool) -> bool:
        """Read the words beside one name.

        Args:
            doc: The parsed block.
            named: The name.
            sided: Does an office say already for whom the person speaks?

        Returns:
            Is it known for whom?
        """
        sided = self.leadership.read(doc, named) or self._head_of(doc, named) or self._signs_for(doc, named) or sided
        sided = self._speaks_for(doc, named) or self._is_put_forward(doc, named) or sided
        behalf = speaks_on_behalf(self.roster, doc, named.name.start, named.name.end)
        sided = self._vote(named, iter([behalf] if behalf is not None else []), LED) or sided
        self._accompany(doc, named)
        self._owns_behind(doc, named)
        sided = sided or self._sits_on(doc, named)
        if not sided:
            body = party_of_office(self.roster, doc, named.passage, named.name.start, named.name.end)
            sided = self._vote(named, iter([body] if body is not None else []))
        sided = sided or self._tells_for(doc, named) or self._is_among(doc, named)
        if not sided:
            body = belongs_to(self.roster, doc, named.name.start, named.name.end)
            sided = self._vote(named, iter([body] if body is not None else []))
        if not sided:
            body = comes_from(self.roster, doc, named.name.end)
            sided = self._vote(named, iter([body] if body is not None else []))
        return sided or self._stands_for(doc, named) or self._is_owned(doc, named)

    def _vote(self, named: Named, bodies: Iterator[str], weight: int = 2) -> bool:
        body = next(bodies, None)
        if body is not None:
            self.ties.vote(named.person, body, weight)
        return body is not None

    def _head_of(self, doc: Doc, named: Named) -> bool:
        """ "The Libyan National Army of Khalifa Haftar", "Haftar's LNA": whose a movement is speaks for it."""
        root = doc[named.name.start : named.name.end].root
        body = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root.head
        if root.dep_ not in {"pobj", "poss"} or body.i == root.i:
            return False
        beside = (body, *(c for c in body.children if c.dep_ == "appos"))  # "Quintela's party, the Forest Movement"
        ids = next((ids for token in beside if (ids := self.roster.at(token))), ())
        groups = [a for a in ids if self.roster.actors[a].kind in {"group", "organisation"}]
        if len(groups) == 1:
            self.ties.vote(named.person, groups[0])
            self.owned[named.person] = groups[0]
        return len(groups) == 1

    def _is_put_forward(self, doc: Doc, named: Named) -> bool:
        """ "The EDE group has put forward X", "Y, the choice of the Collective"."""
        return any(
            self._vote(named, iter([body for body in bodies_at(self.roster, word) if self._is_movement(body)]), LED)
            for who in nominators(doc[named.name.start : named.name.end].root)
            for word in (who, *(c for c in who.children if c.dep_ in {"compound", "nmod"}))
        )

    def _is_movement(self, body: str) -> bool:
        return self.roster.actors[body].kind in {"group", "organisation"}

    def _sits_on(self, doc: Doc, named: Named) -> bool:
        """ "X, who sits on the government's negotiating team"."""
        root = doc[named.name.start : named.name.end].root
        verbs = [c for c in root.children if c.dep_ == "relcl"] + ([root.head] if root.dep_ == "nsubj" else [])
        for verb in verbs:
            links = (c for c in verb.children if (verb.lemma_, c.lower_) in _SEATED)
            for noun in (g for link in links for g in link.children if g.dep_ == "pobj"):
                whose = (g for c in noun.children if c.lower_ == "of" for g in c.children)  # "the executive of Y"
                if any(self._vote(named, bodies_at(self.roster, body)) for body in (noun, *whose)):
                    return True
        return False

    def _owns_behind(self, doc: Doc, named: Named) -> None:
        """ "David Trimble, whose Ulster Unionist Party holds nine seats": the body speaks by him."""
        end = named.name.end
        if doc[end : end + 2].text.lower() not in {", whose", "whose"}:
            return
        for token in doc[end + 2 : end + 2 + _NEAR]:
            bodies = [a for a in self.roster.at(token) if self.roster.actors[a].kind in {"group", "organisation"}]
            if bodies:
                self.ties.vote(named.person, bodies[0])
                self.owned[named.person] = bodies[0]
                return
            if token.pos_ not in _NAMING and token.tag_ != "POS":
                return

    def _stands_for(self, doc: Doc, named: Named) -> bool:
        """ "Ali Alatas for Indonesia, Jaime Gama for Portugal and ...", "X, for the guerrillas, called it a step"."""
        if self._opens_for(doc, named):
            return True
        at = named.name.end + (doc[named.name.end : named.name.end + 1].text == ",")
        behind = next((t.i for t in doc[at : at + 2 * _NEAR] if t.text == ","), None) if at > named.name.end else None
        if behind is not None and doc[behind + 1 : behind + 2].text.lower() == "for":
            at = behind + 1  # "X, the director of foreign affairs, for South Africa"
        if doc[at : at + 3].text.lower() == "on behalf of":
            at += 2
        elif doc[at : at + 1].text.lower() != "for":
            return False
        at += 1 + (doc[at + 1 : at + 2].text.lower() == "the")
        end = at
        while (
            end < len(doc) and end - at < _NEAR and (doc[end].pos_ in {"PROPN", "NOUN", "ADJ"} or doc[end].text == "-")
        ):
            end += 1
        closed = end > at and (end == len(doc) or doc[end].text in {",", ";", ".", ")", "and", "or", "did", "spoke"})
        return closed and self._vote(named, bodies_at(self.roster, doc[end - 1]), LED)

    def _tells_for(self, doc: Doc, named: Named) -> bool:
        """ "The rebels tell it differently: X, a senior leader, said ...": one of those whom the colon explains."""
        start = named.name.start
        colon = doc[start - 1].text == ":" and doc[start - 1].sent.start < start - 1
        titled = doc[named.name.end : named.name.end + 1].text == "," and any(
            t.lower_ in _OF_A_GROUP for t in doc[named.name.end : named.name.end + _NEAR]
        )
        subject = next((t for t in doc[doc[start - 1].sent.start : start] if t.dep_ == "nsubj"), None)
        told = subject is not None and subject.head.i < start - 1
        return bool(
            colon and titled and told and subject is not None and self._vote(named, bodies_at(self.roster, subject))
        )

    def _is_among(self, doc: Doc, named: Named) -> bool:
        """ "The ELN's negotiators, among them X and Y": those of whom the name is one."""
        words = doc[max(0, named.name.start - _NEAR) : named.name.start].text.lower()
        opening = next((o for o in (", among them", ", including", ", among whom") if o in words), None)
        comma = next((t.i for t in reversed(doc[: named.name.start]) if t.text == ","), 0) if opening else 0
        between = doc[comma + 1 : named.name.start]
        if not comma or any(t.pos_ in {"VERB", "AUX"} and t.lower_ != "including" for t in between):
            return False
        return doc[comma - 1].tag_ in {"NNS", "NNPS"} and self._vote(named, bodies_at(self.roster, doc[comma - 1]))

    def _opens_for(self, doc: Doc, named: Named) -> bool:
        """ "For the ELN, X said", "...; for Sudan, General X signed": a clause opens with whom they speak for."""
        comma = named.name.start - 1
        while comma > 1 and named.name.start - comma <= _NEAR and doc[comma].pos_ in _NAMING:
            comma -= 1
        if comma < 2 or doc[comma].text != ",":  # noqa: PLR2004  "for", the body, the comma
            return False
        link = next((t for t in reversed(doc[max(0, comma - _NEAR) : comma]) if t.lower_ == "for"), None)
        opens = link is not None and (link.is_sent_start or doc[link.i - 1].text in {";", "and"})
        if only_seems(doc, named.name.end):
            return False
        return opens and self._vote(named, bodies_at(self.roster, doc[comma - 1]), LED)

    def _speaks_for(self, doc: Doc, named: Named) -> bool:
        """ "X, who led for the government", "Y, who deals with it on the Front's behalf"."""
        root = doc[named.name.start : named.name.end].root
        verbs = [c for c in root.children if c.dep_ == "relcl"] + ([root.head] if root.dep_ == "nsubj" else [])
        verbs += [v for c in root.children if c.dep_ == "appos" for v in c.children if v.dep_ == "relcl"]
        speaking = lexicon().doing.signing | lexicon().doing.leading
        for verb in verbs:
            senders = [c for c in verb.children if c.dep_ == "nsubj"] if sends(verb) else []
            if senders:
                return self._vote(named, bodies_at(self.roster, senders[0]), LED)
            near = doc[verb.i + 1 : verb.i + 2 * _NEAR]
            near = near[: next((n for n, c in enumerate(near) if c.text == ";"), len(near))]
            preps = [c for c in near if c.lower_ in {"for", "on"} and verb.is_ancestor(c)]
            for noun in (g for c in preps for g in c.children if g.dep_ == "pobj"):
                if noun.head.lower_ == "for" and verb in governors(noun.head) and verb.lemma_ in speaking:
                    return self._vote(named, bodies_at(self.roster, noun), LED)
                whose = next((c for c in noun.children if c.dep_ == "poss"), None) or behind_of(noun)
                if noun.lower_ == "behalf" and whose is not None:
                    return self._vote(named, bodies_at(self.roster, whose), LED)
        return False

    def _accompany(self, doc: Doc, named: Named) -> None:
        """ "X, who was accompanied by Ambassador Y": the two are of one side."""
        agent = doc[named.name.start : named.name.end].root.head
        verb = agent.head
        if agent.lower_ not in {"by", "with"} or verb.lemma_ not in lexicon().doing.escorting:
            return
        subject = verb.head if verb.dep_ in {"relcl", "acl"} else None
        beside = [subject] if subject is not None else [c for c in verb.children if c.dep_ == "nsubjpass"]
        for other in (a for token in beside for a in self.roster.at(token)):
            if self.roster.actors[other].kind == "person":
                self.ties.tie(named.person, other)

    def _is_owned(self, doc: Doc, named: Named) -> bool:
        """ "Indonesia's Ali Alatas", "the SDLP's John Hume"."""
        at = named.name.start - 1
        if at < 1 or doc[at].tag_ != "POS":
            return False
        owner = doc[at - 1]
        metonym = (a for a in self.roster.at(owner) if self.roster.actors[a].kind in BODIES)
        return self._vote(named, bodies_at(self.roster, owner)) or self._vote(named, metonym)

    def _signs_for(self, doc: Doc, named: Named) -> bool:
        """ "General X signed for the SPLM-IO", "signed by X for the government and Y for the rebels"."""
        end = named.name.end
        verb = doc[end] if end < len(doc) and doc[end].lemma_ in lexicon().doing.signing else None
        if verb is not None and (whom := signed_for(doc[named.name.start : named.name.end].root, verb)) is not None:
            return self._vote(named, bodies_at(self.roster, whom), LED)
        end += verb is not None
        if end >= len(doc) or doc[end].lower_ not in {"for", "on"}:
            return False
        sentence = sentence_of(doc[named.name.start]).span
        body = next(
            (
                c
                for c in doc[end : end + _NEAR]
                if c.dep_ == "pobj" and c.head.lower_ in {"for", "of"} and self.roster.at(c)
            ),
            None,
        )
        if body is None or not any(t.lemma_ in lexicon().doing.signing for t in sentence):
            return False
        sides = (a for a in self.roster.at(body) if self.roster.actors[a].kind != "person")
        return self._vote(named, sides, LED)
