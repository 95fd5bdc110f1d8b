"""Authors: whose statement, communiqué or letter a whole report is; "we" and "must" in it are theirs."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from ..actors.gazetteer import names_in
from ..actors.sides import home_state
from ..document import sentence_of
from ..pipeline import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["author_called", "authors_of"]

_FIRST_BLOCKS = 5
_LONGEST_LINE = 30
"""Words of the longest line that still is a heading."""
_LONGEST_NAME = 8
"""Words of the longest name that is a heading by itself."""
_LONGEST_LETTERHEAD = 14
_JOINT = re.compile(r"\b(?:communiqu[eé]|joint|agreement|accord|protocol|signing|conclusions)\b", re.IGNORECASE)
"""What speaks for more than the office on whose paper it is written."""
_SMALL = 3
"""Letters of words that stand small in a name at most."""
_TURNS = 12
"""Blocks among which the first turns of a transcript stand."""
_MOST_AUTHORS = 4
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_NAME = re.compile(
    r"(?:the )?(.+?)(?: (?:on|regarding|concerning|about|at|after|following|to)\b.*|[,:(].*)?$", re.IGNORECASE
)


class Words(msgspec.Struct, frozen=True):
    """The patterns and words of `data/authors.toml`: what names an author, kinds of statement, what is no statement."""

    named: re.Pattern[str]
    kind: re.Pattern[str]
    foreign: re.Pattern[str]
    bodies: frozenset[str]
    together: frozenset[str]
    opening: frozenset[str]
    letterhead: re.Pattern[str]
    called: frozenset[str]
    before_called: frozenset[str]
    office_holders: dict[str, str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/authors.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    kinds, joints = "|".join(data["kinds"]), "|".join(data["joints"])
    return Words(
        named=re.compile(rf"\b(?:(?:{kinds})(?: \w+)? (?:{joints})|issued by) +(?P<author>.+)", re.IGNORECASE),
        kind=re.compile(rf"\b(?:{kinds})\b", re.IGNORECASE),
        foreign=re.compile(rf"\b(?:{'|'.join(data['not_own'])})\b", re.IGNORECASE),
        bodies=frozenset(data["bodies"]),
        together=frozenset(data["together"]),
        opening=frozenset(data["opening"]),
        called=frozenset(data["called"]),
        before_called=frozenset(data["before_called"]),
        office_holders=data["office_holders"],
        letterhead=re.compile(rf"(?:the )?(?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(data['offices'])})\b", re.IGNORECASE),
    )


@functools.lru_cache(maxsize=2)
def authors_of(context: Context) -> tuple[str, ...]:
    """Name the sides whose statement a report is.

    Args:
        context: The report.

    Returns:
        Ids of sides; none for an article, a readout of a call, or where nothing at the top names anyone.
    """
    words, lines = _words(), list(_lines(context))
    told = [context.report.text[start:end] for start, end in lines]
    joint = any(_JOINT.search(line) for line in told)
    office = bool(lines) and _is_letterhead(told[0]) and not joint
    if any(words.foreign.search(line) for line in told) or not (office or any(map(words.kind.search, told))):
        return ()
    if any(block.speaker is not None for block in context.blocks[:_TURNS]):
        return ()  # a transcript: each speaks for himself
    return _headed(context, lines) or _named(context, lines) or _announcing(context)


def author_called(context: Context, noun: Token) -> tuple[str, ...]:
    """Whom "the Front", "the Mediator" or "he" behind it means in a statement of theirs; nobody for any other word."""
    authors = authors_of(context)
    if not authors:
        return ()
    if noun.lower_ in _PRONOUNS:
        before = _subject_before(context, noun)
        return author_called(context, before) if before is not None and not context.roster.at(before) else ()
    if not any(c.lower_ in {"the", "this"} for c in noun.children):
        return ()
    told = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound", "poss"}}
    if len(authors) > 1:
        return authors if noun.lower_ in _words().together and not told else ()
    names = {context.roster.actors[author].name.lower() for author in authors}
    if noun.lower_ in _words().bodies and not told and any(noun.lower_ in name.split() for name in names):
        return authors
    return authors if told <= _words().before_called and _is_in_letterhead(context, noun) else ()


def _subject_before(context: Context, pronoun: Token) -> Token | None:
    """The subject of the sentence before that of a pronoun, if nobody else is named between."""
    number = sentence_of(pronoun).number
    if number == 0 or any(context.roster.at(t) for t in sentence_of(pronoun).span if t.i < pronoun.i):
        return None
    before = context.sentences[number - 1].span.root
    return next((c for c in before.children if c.dep_ == "nsubj"), None)


def _is_in_letterhead(context: Context, noun: Token) -> bool:
    """ "The Mediator" in what the "OFFICE OF THE MEDIATOR" writes; "the Minister" in what a ministry does."""
    words = _words()
    office = words.office_holders.get(noun.lower_, noun.lower_)
    if not noun.text[:1].isupper() or not {noun.lower_, office} & (words.called | {*words.office_holders.values()}):
        return False
    top = " ".join(context.report.text[start:end].lower() for start, end in _lines(context))
    return re.search(rf"\b(?:{re.escape(noun.lower_)}|{re.escape(office)})\b", top) is not None


def _headed(context: Context, lines: list[tuple[int, int]]) -> tuple[str, ...]:
    """The body whose name alone, or the office whose letterhead, is the first line."""
    line = lines[0]
    text = context.report.text[slice(*line)]
    named = context.parties_named(*line)
    own = [p for p in named if context.roster.actors[p].kind != "state" and context.roster.actors[p].kind != "person"]
    if _is_letterhead(text) and not any(_JOINT.search(context.report.text, *each) for each in lines):
        return _of_office(context, line) or tuple(own[:1])
    alone = len(text.split()) <= _LONGEST_NAME and (text.isupper() or text.istitle())
    if not alone or _words().kind.search(text):
        return ()
    joint = any(_JOINT.search(context.report.text, *each) for each in lines)
    return (own[0],) if own else () if named or joint or _is_letterhead(text) else _new_body(context, *line)


def _of_office(context: Context, line: tuple[int, int]) -> tuple[str, ...]:
    """The state or body whose office a letterhead names, in capitals or not; "the Republic" alone is the home state."""
    text = context.report.text[slice(*line)]
    names = names_in(read_words(_as_name(text)))
    found = [context.roster.enter(n.entity.name, n.entity.kind, n.entity.iso).id for n in names]
    home = home_state(context.roster) if "republic" in text.lower() else None
    party = found[-1] if found else home
    if party is None:
        return ()
    context.named_in_cells.setdefault(party, context.report.evidence(*line))
    return (party,)


def _is_letterhead(line: str) -> bool:
    """ "MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF X", "Office of the President": an office that writes."""
    words = [word for word in line.split() if len(word) > _SMALL]
    capitals = bool(words) and all(word[:1].isupper() for word in words)
    return capitals and len(line.split()) <= _LONGEST_LETTERHEAD and _words().letterhead.match(line) is not None


def _named(context: Context, lines: list[tuple[int, int]]) -> tuple[str, ...]:
    """Whom a heading names as those who issue it."""
    for start, end in lines:
        match = _words().named.search(context.report.text, start, end)
        if match is not None:
            at = match.start("author")
            named = context.parties_named(at, end)[:_MOST_AUTHORS] or _new_body(context, at, end)
            if named:
                return named
    return ()


def _announcing(context: Context) -> tuple[str, ...]:
    """Those who announce or declare in the first sentence: "A, B and C announce that ..."."""
    first = next((p for p in context.passages if p.block.kind == "paragraph" and len(p.doc) > _LONGEST_LINE), None)
    for token in first.sentences[0].span if first is not None else ():
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        if token.lemma_.lower() in _words().opening and token.dep_ == "ROOT" and subject is not None:
            actors = (a for t in subject.subtree for a in context.roster.at(t) if t.dep_ != "pobj")
            return tuple(dict.fromkeys(context.roster.party(a) for a in actors))[:_MOST_AUTHORS]
    return ()


def _lines(context: Context) -> Iterator[tuple[int, int]]:
    """The lines at the top of a report that are no prose."""
    for block in context.blocks[:_FIRST_BLOCKS]:
        for line in re.finditer(r"[^\n]+", context.report.text[block.start : block.end]):
            if len(line[0].split()) <= _LONGEST_LINE and not line[0].rstrip().endswith((".", "?", "!")):
                yield block.start + line.start(), block.start + line.end()


def _new_body(context: Context, start: int, end: int) -> tuple[str, ...]:
    """A body that only the heading names: "COMMUNIQUÉ OF THE NATIONAL LIBERATION FRONT OF THE HIGHLANDS"."""
    words = _NAME.match(context.report.text[start:end].strip())
    name = words[1].strip() if words else ""
    parts = {word.lower() for word in name.split()}
    if not parts & _words().bodies or not name[:1].isupper():
        return ()
    actor = context.roster.enter(_as_name(name), "group")
    context.named_in_cells.setdefault(actor.id, context.report.evidence(start, end))
    return (actor.id,)


def _as_name(words: str) -> str:
    """A name in capitals as names are written."""
    if not words.isupper():
        return words
    small = {"of", "the", "and", "for", "in"}
    return " ".join(w.lower() if n and w.lower() in small else w.title() for n, w in enumerate(words.split()))
