"""Clashes over what a party takes up in one report and turns down in another, whatever issue each is filed under.

Only what is refused by its name counts, and only where the name is rare in the reports: "the corridor" is one thing
in both, "the proposal" is not. That the later report tells of a change itself is no clash.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from goodoffices.record.content import Content, IssueStatusContent, PositionContent
from goodoffices.record.report import Evidence

from . import lexicon
from .cast import Cast
from .claims import Claim
from .clash import Clash
from .refusals import Account, accounts_of
from .sentences import Sentence
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence
from .wording import matter, stem

__all__ = ["clashes_of_refusal"]

_CHANGED = re.compile(
    r"\b(?:no longer|any ?more|dropped|abandoned|reversed|u-turn|changed (?:its|his|her|their) \w+"
    r"|back(?:s|ed)? (?:away|down|out)|withdr[ae]wn?|went back|reneg\w+)\b",
    re.IGNORECASE,
)
_PLAN_NAMES = "blueprint calendar formula framework outline plan proposal roadmap sequence timetable"
_PLANS = frozenset(stem(word) for word in _PLAN_NAMES.split())
"""Who never endorsed one of them, and accepted one in another report, speaks of one plan."""
_PLAN = "plan of talks"
_ROOT = 6
"""Characters of words that are one where the longer only adds to them ("disarm", "disarmament")."""
_TWO = 2
_RARE = 0.08
"""Of the sentences of all reports, the share that may name a thing which still tells one matter from another."""
_FEW = 4
"""Sentences that may always name it."""
_MOST = 60
"""Accounts under one word that are compared, at most."""
_LEAST = 0.2
"""Of the statements that name a matter, the share that must file it under an issue."""
_VAGUE = (
    "accusation action agreement allegation anyone anything approach argument attack attempt call change charge claim "
    "comment compromise concession condition country criticism date deal decision demand dialogue discussion document "
    "draft end figure force government group idea interference issue kind leader matter measure meeting member "
    "negotiation nobody nothing notion offer official one paper part party peace people place plan point policy "
    "position possibility power pressure principle process proposal question reply report request responsibility "
    "result right role round rumour settlement side solution something state statement step suggestion talk talks "
    "term text thing threat time treaty use version view violence war way word"
)
"""Names that many things have: two reports that use one of them may speak of two things."""
_MARKS = " .,;:!?()“”\"'"
_VAGUE_STEMS = frozenset(stem(word) for word in _VAGUE.split())


def clashes_of_refusal(claims: Iterable[Claim[Content]], cast: Cast, shelf: Shelf) -> Iterator[Clash]:
    """Find what one party takes up in one report and turns down in another.

    Args:
        claims: All statements.
        cast: The actors.
        shelf: The reports.
    """
    claims = list(claims)
    told = accounts_of(claims, cast, shelf)
    index: dict[str, list[Account]] = defaultdict(list)
    for account in told.yes:
        for root in {word[:_ROOT] for word in account.words} | ({_PLAN} if account.words & _PLANS else set()):
            index[root].append(account)
    topics: Topics | None = None
    pairs: dict[str, list[tuple[Account, Account]]] = defaultdict(list)
    for account in told.no:
        if account.denied and account.head in _PLANS:
            met = index[_PLAN]
        elif _tells(account.head, cast):
            rare = told.seen[account.head] <= max(_FEW, _RARE * told.count)
            met = [each for each in index[account.head[:_ROOT]][:_MOST] if _one_thing(each, account, rare=rare)]
        else:
            continue
        pairs[account.head] += [(each, account) for each in met if _clash(each, account, shelf)]
    for found in pairs.values():
        if found:
            topics = topics or Topics(claims)
            sides = dict.fromkeys(each.sentence for pair in found for each in pair)
            issue = _fullest(claims, sides, _common(*found[0])) or topics.common_issue(*sides)
            voices = tuple(voice_of_sentence(each, topics, shelf) for each in sides)
            yield Clash(about=f"{_name(found[0][1])}: taken up or turned down", issue=issue, voices=voices, paired=True)


def _one_thing(yes: Account, no: Account, *, rare: bool) -> bool:
    """Is what is turned down named in what is taken up: by a rare name, or by more than one word?"""
    if not any(word == no.head or _akin(word, no.head) for word in yes.words):
        return False
    return rare or len(yes.words & no.words) >= _TWO


def _akin(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _ROOT and (one.startswith(other) or other.startswith(one))


def _tells(head: str, cast: Cast) -> bool:
    """Does the name of a thing tell which it is?"""
    lists = lexicon.words()
    idle = head in _VAGUE_STEMS or head in lists.stop or head in lists.time or head in lists.refusals
    return len(head) > 2 and not idle and not cast.names_any(head)  # noqa: PLR2004  no mere ending


def _clash(yes: Account, no: Account, shelf: Shelf) -> bool:
    """Are the two of one party, in two reports, and does the later not tell of a change itself?"""
    if shelf.source(yes.sentence.report) == shelf.source(no.sentence.report):
        return False
    if not (yes.sides & no.sides or yes.near & no.sides or no.near & yes.sides):
        return False
    days = shelf.day(yes.sentence.report), shelf.day(no.sentence.report)
    later = yes if days[0] and days[1] and days[0] > days[1] else no
    return _CHANGED.search(later.sentence.said) is None


def _fullest(claims: Sequence[Claim[Content]], told: Iterable[Sentence], words: frozenset[str]) -> str | None:
    """The issue of the position or status in one of the sentences that names the matter most fully.

    Where it alone of many files the matter there, the issue that most file it under.
    """
    sentences = tuple(told)
    found: list[tuple[int, int, tuple[int, int, int, str], str]] = []
    votes: Counter[str] = Counter()
    for claim in claims:
        said, evidence = claim.content, claim.statement.evidence[0]
        if not isinstance(said, IssueStatusContent | PositionContent) or not (named := words & matter(said.text)):
            continue
        votes[said.issue] += 1
        if any(_meet(evidence, sentence) for sentence in sentences):
            found.append((-len(named), -len(matter(said.text)), claim.order, said.issue))
    fitting = [each for each in found if votes[each[3]] >= _LEAST * votes.total()]
    return min(fitting)[3] if fitting else min(votes, key=lambda issue: (-votes[issue], issue), default=None)


def _common(yes: Account, no: Account) -> frozenset[str]:
    return yes.words & no.words or (yes.words | no.words) & _PLANS


def _meet(evidence: Evidence, sentence: Sentence) -> bool:
    return evidence.report == sentence.report and evidence.start < sentence.end and sentence.start < evidence.end


def _name(account: Account) -> str:
    """What is turned down, in the report's word for it."""
    words = (word.strip(_MARKS) for word in account.sentence.said.split())
    word = next((word for word in words if word and stem(word.lower()) == account.head), account.head)
    return word[:1].upper() + word[1:]
