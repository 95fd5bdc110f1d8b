"""Lists: bullets whose lead says whose they are and how that party stands to them ("The MILF demands:")."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..actors.gazetteer import Entity, entities
from ..document import Passage, Sentence, offset_of, sentence_of
from .accord_terms import ACCORD
from .chapeaus import items_with_verbs
from .claims import Claim, claim_issue
from .documents import author_before
from .holders import holders_of, owner_of_document
from .issues import issue_of_head, issues_in
from .stances import Cue, frames, is_negated, stance_of_opening
from .subjects import actors_of_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_lists"]

_LABEL = re.compile(r"[*_]*(?P<party>[^:\n.;]{2,60}?)[*_]*: +")
_DOES = frozenset({"does", "do", "did", "would", "will"})
_NO = re.compile(
    r"(?:no|never|not) (?!(?:objections?|problem|quarrel|difficulty|view|position|answer|comment|change|stand)\b)",
    re.IGNORECASE,
)
_PARTING = re.compile(r"[;.] +|, (?:but |and |yet )?(?=[a-z]+s? (?:to|for|on|any|the|a|an|that|all|its)\b)")
_PAPER_SENTENCES = 2
"""Sentences at the end of a lead in which the paper can be named whose parts it leads in."""
_REMARKS = frozenset(
    {"remark", "comment", "observation", "clarification", "explanation", "information", "answer", "update", "account"}
    | {"summary", "detail", "reflection", "thought", "impression", "note", "reminder", "background"}
)
"""What one offers who only tells."""
_POINTS = frozenset({"point", "fact", "element", "item", "line", "paragraph"})
_READERS = frozenset({"press", "journalist", "reporter", "media", "correspondent", "reader", "newspaper", "editor"})
_NOT_LEADING = frozenset({"suggest", "expect", "ask", "consider"})


def find_lists(context: Context) -> Iterator[Claim]:
    """Find the positions that the items of a list give to whoever its lead names, or to whom each names itself."""
    stands: dict[int, tuple[Cue, tuple[str, ...]] | None] = {}
    for passage, lead in _led_items(context):
        if passage.block.speaker is None:
            yield from _labelled(context, passage)
        if lead is None:
            continue
        if lead.number not in stands:
            stands[lead.number] = _stand(context, lead)
        stand = stands[lead.number]
        if stand is not None:
            yield from _item(context, passage, *stand)
        else:
            yield from items_with_verbs(context, passage, lead)


def _led_items(context: Context) -> Iterator[tuple[Passage, Passage | None]]:
    """The items that say something, each with what leads it in: words with a colon, or a question before the list."""
    leads = {passage.number: passage for passage in context.passages}
    asked: Passage | None = None
    for passage in context.passages:
        if passage.block.kind != "item":
            asks = bool(passage.sentences) and passage.sentences[-1].text.rstrip().endswith("?")
            asked = passage if asks else None
        elif passage.sentences:
            lead = passage.block.lead
            yield passage, leads.get(lead) if lead is not None else asked


def _labelled(context: Context, passage: Passage) -> Iterator[Claim]:
    """ "Government: open to a new timetable, but opposed to foreign judges; wants ..."."""
    block, text = passage.block, context.report.text
    label = _LABEL.match(text, block.start, block.end)
    parties = _labelling(context, label) if label is not None else ()
    if label is None or len(parties) != 1:
        return
    at, last = label.end(), passage.sentences[0].end
    for piece in (*_PARTING.finditer(text, at, last), None):
        end = piece.start() if piece is not None else last
        words = text[at:end]
        stance = stance_of_opening(words) or _plain_no(words)
        issue = next(iter(issue_of_head(words)), None)
        if stance is not None and issue is not None:
            yield Claim(parties[0], stance, at, end, issue, passage.sentences[0], "item of a party")
        at = piece.end() if piece is not None else end


def _labelling(context: Context, label: re.Match[str]) -> tuple[str, ...]:
    """The party of a label: its name, "from" it, or the capital that stands for it."""
    start, end = label.span("party")
    parties = context.parties_named(start, end)
    if parties:
        return parties
    name = context.report.text[start:end].removeprefix("from ").removeprefix("From ").strip(" *_")
    state = _seats().get(name)
    if state is None:
        return ()
    party = context.roster.enter(state.name, state.kind, state.iso).id
    context.named_in_cells.setdefault(party, context.report.evidence(start, end))
    return (party,)


@functools.cache
def _seats() -> dict[str, Entity]:
    """The states and bodies by the capitals and buildings that stand for them."""
    return {seat: entity for entity in entities().values() for seat in entity.metonyms}


def _plain_no(words: str) -> Stance | None:
    """ "No to a new channel", "no foreign observers": but "no objection" is none."""
    return "rejects" if _NO.match(words.lstrip()) else None


def _stand(context: Context, lead: Passage) -> tuple[Cue, tuple[str, ...]] | None:
    """The cue of a lead that comes nearest to its colon, and whose it is."""
    last = lead.sentences[-1] if lead.sentences else None
    if last is not None and (asked := _asked(context, last)) is not None:
        return asked
    for token in reversed(last.span if last is not None else ()):
        cue = _cue(token)
        if cue is None:
            continue
        parties = holders_of(context, cue) or tuple(context.roster.party(a) for a in owner_of_document(context, token))
        if parties:
            return cue, parties
    return _paper(context, lead)


def _asked(context: Context, question: Sentence) -> tuple[Cue, tuple[str, ...]] | None:
    """Whose wishes a question asks for ("What does the Front ask of the government?"); its verb may pass for a noun."""
    words = [token for token in question.span if not token.is_space]
    if [word.lower_ for word in words[:1]] != ["what"] or words[1:2] == [] or words[1].lower_ not in _DOES:
        return None
    verb = next((word for word in words[3:] if word.lower_ in frames().verbs), None)
    parties = context.parties_named(offset_of(words[2]), offset_of(verb)) if verb is not None else ()
    if verb is not None and not parties:  # "the Front"
        actors = actors_of_subject(context, verb.nbor(-1))
        parties = tuple(dict.fromkeys(context.roster.party(actor) for actor in actors))
    return (Cue(verb, frames().verbs[verb.lower_][0], (), "verb"), parties) if verb is not None and parties else None


def _paper(context: Context, lead: Passage) -> tuple[Cue, tuple[str, ...]] | None:
    """Whose paper it is whose parts follow ("Its memorandum has two sections. The first sets out:"): a demand."""
    for sentence in reversed(lead.sentences[-_PAPER_SENTENCES:]):
        for token in sentence.span:
            if token.lemma_.lower() not in frames().drafts:
                continue
            led = sentence is lead.sentences[-1]  # "Parts of the draft:", and not annexes told of on the way
            if owners := owner_of_document(context, token) or (author_before(context, token) if led else ()):
                parties = tuple(dict.fromkeys(context.roster.party(owner) for owner in owners))
                return (Cue(token, "demands", (), "noun"), parties) if len(parties) == 1 else None
    return None


def _cue(token: Token) -> Cue | None:
    known = frames()
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"}:
        found, part = known.verbs.get(lemma), "verb"
    elif token.pos_ == "NOUN":
        found, part = known.nouns.get(lemma) or (("demands", frozenset()) if lemma in known.lists else None), "noun"
    else:
        return None
    if found is None or lemma in _NOT_LEADING or _only_tells(token):
        return None
    stance = known.opposites[found[0]] if is_negated(token) else found[0]
    return Cue(token, stance, (), part)


def _only_tells(token: Token) -> bool:
    """ "Offers the following points for the guidance of the press": what follows is told, and not offered."""
    things = [c for c in token.children if c.dep_ == "dobj"]
    press = any(t.lemma_.lower() in _READERS for t in sentence_of(token).span if t.i > token.i)
    return any(t.lemma_.lower() in _REMARKS or (press and t.lemma_.lower() in _POINTS) for t in things)


def _item(context: Context, passage: Passage, cue: Cue, parties: tuple[str, ...]) -> Iterator[Claim]:
    """What a list under "agreed to:" or "demands:" holds; of what several take on, each has accepted all."""
    block = passage.block
    text = context.report.text[block.start : block.end]
    issue = claim_issue(text, passage.sentences[0]) if issues_in(text) else None
    joint = len(parties) > 1 and cue.stance in {"accepts", "offers"}
    pledged = cue.token.lemma_.lower() in frames().concluding
    stance: Stance = "accepts" if joint or pledged else cue.stance
    basis = ACCORD if joint else f"list under {cue.token.lemma_!r}"
    for party in parties if issue is not None else ():
        yield Claim(party, stance, block.start, block.end, issue or "other", passage.sentences[0], basis)
