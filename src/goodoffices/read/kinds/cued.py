"""Positions that a cue shows: a verb, noun or adjective of stance, its holders, and each thing that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..document import Sentence, offset_of, sentence_of
from .beside import is_in_passing
from .claims import Claim, claim_issue, is_kept_back, is_secret
from .documents import authors_of_thing
from .frames import frames
from .holders import holders_of, speakers_of, subject_of
from .idle import is_background, is_bidden, is_carrying, is_joint_failure
from .interview import question_before
from .issues import issues_in
from .matters import with_matter
from .mutual import agreed_by_us
from .pair import main_sides
from .pointing import points_back
from .referents import issues_meant
from .stances import Cue, cues_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_cued"]

_ANSWERS = frozenset({"accepts", "rejects"})
_TELLING = 0.9
"""Weight from which on the name of an accord tells what it is about."""
_OFFERING = frozenset({"offer", "propose", "suggest", "prefer", "favour", "favor"})
_VENUES = frozenset({"venue", "place", "site", "seat", "location", "setting", "host", "capital"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HOPING = frozenset({"expect", "hope", "like", "love", "prefer"})
_SINGULAR = frozenset({"it", "he", "she"})
_ALONE = frozenset({"decree", "order", "proclamation", "edict", "warrant", "writ", "ordinance"})
"""Papers that take one hand."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_cued(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find the positions of one parsed block that its words of stance show.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    cues = list(cues_in(doc))
    tokens = {cue.token.i for cue in cues}
    cues = [cue for cue in cues if cue.token.lemma_ != "decide" or not is_carrying(cue, tokens)]
    tokens = {cue.token.i for cue in cues}
    wanted = {thing.i for cue in cues for thing in cue.objects}
    for cue in cues:
        if _is_under(cue.token, tokens) or (cue.token.dep_ == "pcomp" and cue.token.i in wanted):
            continue  # "offered to recognise", "balked at accepting": the first verb tells the stance
        sentence = sentence_of(cue.token)
        idle = is_background(context, cue) or sentence.text.rstrip().endswith("?") or _is_long_past(context, cue)
        parties = () if idle else holders_of(context, cue)
        parties = (agreed_by_us(context, cue.token) if parties else ()) or parties
        stance: Stance = cue.stance
        if parties and is_bidden(cue.token):
            parties, stance = _of_bidder(context, cue, parties)
        # what two undertake together, each accepts of the other
        joint = {*parties} == {*main_sides(context)} or (len(parties) > 1 and _is_mutual(cue))
        stance = "accepts" if stance == "offers" and joint else stance
        for start, end in _spans(context, cue, sentence) if parties else ():
            if stance == cue.stance and is_in_passing(cue, own=bool(issues_in(context.report.text[start:end]))):
                continue
            issue = None if is_joint_failure(cue, parties) else _issue(context, cue, (start, end), sentence)
            if issue is None and points_back(context.report.text[start:end]):
                issue = ""  # what was wanted before tells it
            for party in parties if issue is not None else ():
                basis = f"{cue.part} {cue.token.lemma_!r}"
                yield Claim(party, stance, start, end, issue or "", sentence, basis)
            for author in authors_of_thing(context, cue.objects, start) if issue and stance in _ANSWERS else ():
                if author not in parties:
                    yield Claim(author, "offers", start, end, issue or "", sentence, "whose proposal is answered")


def _is_under(verb: Token, cues: set[int]) -> bool:
    """ "Urged them to wait and agree to talks", "insists that it accept the line": is it only wished of someone?"""
    if verb.dep_ == "conj" and verb.tag_ in {"VBZ", "VBD"}:
        return False  # "refuses to sit on it and wants another", wherever the parser hangs it
    top = verb
    while top.dep_ == "conj" and top.head.pos_ == "VERB" and not any(c.dep_ in _SUBJECTS for c in top.children):
        top = top.head
    above = top.head
    if top.dep_ == "xcomp" and above.i in cues:
        return True
    if top.dep_ != "ccomp" or (above.i not in cues and above.lemma_ not in _HOPING):
        return False
    subject = next((c for c in top.children if c.dep_ in _SUBJECTS), None)
    infinitive = any(c.tag_ == "TO" for c in top.children)
    # "that it first acknowledge", where "acknowledges" would tell a fact
    wished = subject is not None and subject.lower_ in _SINGULAR and top.tag_ in {"VB", "VBP"}
    return infinitive or (wished and not any(c.dep_ == "aux" for c in top.children))


def _of_bidder(context: Context, cue: Cue, parties: tuple[str, ...]) -> tuple[tuple[str, ...], Stance]:
    """ "Ukraine said that Russia must accept a truce": a demand of Ukraine's, and nothing that Russia has said."""
    speakers = speakers_of(context, cue.token)
    if {*speakers} & {*parties}:
        return parties, cue.stance  # "we have to insist on it"
    return speakers, "rejects" if cue.stance == "rejects" else "demands"


def _is_mutual(cue: Cue) -> bool:
    """ "Both countries undertook not to ...": told of them as one, and not of donors by name."""
    subject = subject_of(cue.token) if cue.token.lemma_ in frames().binding else None
    return subject is not None and subject.pos_ != "PROPN"


def _is_long_past(context: Context, cue: Cue) -> bool:
    """Was it signed in an earlier year than the report's ("signed two agreements in Pretoria in 2005")?"""
    published = context.report.published
    if cue.token.lemma_ not in frames().signing or published is None:
        return False
    times = (t for c in cue.token.children if c.dep_ in {"prep", "npadvmod"} for t in (c, *c.children, *_inner(c)))
    years = [int(t.text) for t in times if _YEAR.fullmatch(t.text)]
    return bool(years) and max(years) < published.year


def _inner(preposition: Token) -> Iterator[Token]:
    """What hangs on the things of a preposition ("on 26 November 2022")."""
    yield from (g for thing in preposition.children for g in thing.children)


def _issue(context: Context, cue: Cue, span: tuple[int, int], sentence: Sentence) -> str | None:
    """The issue of what a cue is about; leaving the talks is a matter of the talks, leaving a town no stance."""
    text = context.report.text
    if cue.token.lemma_ in frames().signing and max(issues_in(text[slice(*span)]).values(), default=0.0) < _TELLING:
        words = text[slice(*span)]  # "signed the agreement", whatever it is called
        told = with_matter(words, text[span[1] : sentence.end]) != words
        return claim_issue(words, sentence, at=span[0]) if told else _issue_of_paper(context, cue)
    if not cue.objects:  # "the airport should open for aid; the rebels are opposed"
        return next(iter(issues_meant("", sentence, at=offset_of(cue.token))), None)
    if cue.part == "verb" and cue.token.lemma_ in frames().leave:
        return "process" if any(obj.lemma_.lower() in frames().forums for obj in cue.objects) else None
    words = text[span[0] : span[1]]
    if cue.token.dep_ == "relcl" and cue.token.head in cue.objects and cue.token.head.lemma_ in frames().gap_heads:
        clause = offset_of(cue.token.doc[cue.token.left_edge.i])
        own = max(issues_in(text[span[0] : clause]).values(), default=0.0)  # "a plan for a truce that Egypt offered"
        before = text[sentence.start : span[0]]  # "freed 40 prisoners, a step Egypt sought"
        return claim_issue(words if own >= _TELLING else before, sentence)
    if not issues_in(words) and cue.token.dep_ == "relcl":  # "the coastal road, which both had promised to open"
        head = cue.token.head
        words = text[offset_of(head.doc[head.left_edge.i]) : span[1]]
    if _is_venue(cue):
        return "process"
    issue = claim_issue(words, sentence, question_before(context, sentence), span[0])
    chosen = any(_is_person(context, obj) or _is_chosen(cue, obj) for obj in cue.objects)
    # "asked both not to disclose the text"
    return issue or ("process" if chosen or is_kept_back(words) or _is_bidding(cue, words) else None)


def _is_bidding(cue: Cue, words: str) -> bool:
    """ "Urged both to seize the moment", "called for an answer": what is asked of others and names no matter."""
    bidding = cue.part == "verb" and cue.stance == "demands" and cue.token.lemma_ in frames().addressing
    return bidding and not is_secret(words.removeprefix("to "))  # "asked not to be named", but "to name its delegates"


def _issue_of_paper(context: Context, cue: Cue) -> str | None:
    """What a paper that is signed is on, behind the place and the day ("signed a paper in Rome on prisoners").

    None for what one signs alone ("a decree"), unless it says what it is on.
    """
    papers = [t for t in cue.objects if t.lemma_.lower() in frames().documents | frames().accords]
    behind = [c for t in (cue.token, *papers) for c in t.subtree if c.dep_ == "prep" and c.i > cue.token.i]
    for paper in papers:
        near = [c for c in behind if c.lower_ in {"on", "about", "concerning"} and c.i > paper.i]
        for thing in (t for c in near for t in c.children if t.dep_ == "pobj" and t.ent_type_ not in {"DATE", "TIME"}):
            words = context.report.text[offset_of(thing.doc[thing.left_edge.i]) : offset_of(thing) + len(thing)]
            phrase = f"{words} {' '.join(t.text for t in thing.rights for t in t.subtree)}"
            found = issues_in(phrase)
            if max(found.values(), default=0.0) >= _TELLING and offset_of(thing) < sentence_of(cue.token).end:
                return next(iter(found))
    return None if any(t.lemma_.lower() in _ALONE for t in cue.objects) else "process"


def _is_chosen(cue: Cue, thing: Token) -> bool:
    """Is it a place or a body that is preferred or refused ("would prefer Geneva")? That too is of the talks."""
    return thing.pos_ == "PROPN" and cue.token.lemma_.lower() in frames().choosing


def _is_venue(cue: Cue) -> bool:
    """Is it but the name of a place that is offered or preferred ("proposed Geneva for the next round")?"""
    if len(cue.objects) != 1 or cue.token.lemma_.lower() not in _OFFERING:
        return False
    place = cue.objects[0]
    named = place.ent_type_ == "GPE" and place.pos_ == "PROPN" and place.dep_ == "dobj"
    roles = [t for c in (*place.children, *cue.token.children) if c.lower_ == "as" for t in c.children]
    told_of = any(c.dep_ in {"relcl", "acl", "poss", "dative"} for c in (*place.children, *cue.token.children))
    return named and not told_of and all(t.lemma_.lower() in _VENUES for t in roles)


def _is_person(context: Context, thing: Token) -> bool:
    """Is it a person who is wanted or refused ("agreed to Sir Jerry")? Who takes part is a matter of the talks."""
    return thing.pos_ in {"PROPN", "PRON"} and any(
        context.roster.actors[actor].kind == "person" for actor in context.roster.at(thing)
    )


def _spans(context: Context, cue: Cue, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Offsets of each thing that the cue is about; joined things one by one."""
    if not cue.objects:
        yield offset_of(cue.token), sentence.end
    for obj in cue.objects:
        if len(cue.objects) > 1 and _is_addressed(context, cue, obj):
            continue
        later = [other for other in cue.objects if other.i > obj.i]
        inside = [t for t in obj.subtree if not any(t.i == o.i or o.is_ancestor(t) for o in later)]
        first, last = min(inside, key=lambda t: t.i), max(inside, key=lambda t: t.i)
        yield offset_of(first), offset_of(last) + len(last)


def _is_addressed(context: Context, cue: Cue, obj: Token) -> bool:
    """Is it the one of whom something is asked ("asked the United Nations for observers")?"""
    # "asked for observers and for a tribunal": two things, and nobody who is asked
    later = [o for o in cue.objects if o.i > obj.i and not (o.dep_ == "pobj" and o.head.dep_ == "conj")]
    others = any(o.head != obj and o.dep_ != "conj" for o in later)
    asked = cue.stance == "demands" and others
    clause = any(o.dep_ in {"xcomp", "ccomp"} for o in cue.objects if o.i > obj.i)
    if asked and obj.dep_ == "dobj" and clause and cue.token.lemma_ in frames().addressing:
        return True  # "asked the Secretary-General to send observers"
    return asked and obj.dep_ in {"dobj", "dative", "pobj"} and bool(context.roster.at(obj))
