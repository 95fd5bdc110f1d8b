"""Which option an alternative may stand for, by its words: proposed, for a person to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from goodoffices.draft.merge import brackets_of

from ..text import Alternative, Document, parse_text, spoken
from ..text.edits import set_attributes
from .choices import Choice
from .deals import DealIssue, Names
from .likeness import key_words
from .packages import packages_of_text

__all__ = ["Proposal", "confirm", "propose_options"]

_LEAST = 0.5
_CLEAR = 0.15
"""By so much the best option must be nearer than the next."""
_LONG, _ROOT = 4, 6
"""Letters from which a word is telling by itself, and how many of them are compared."""
_NONE = re.compile(r"(?i)\b(?:no|not|none|nobody|nothing|without|never)\b")
_WORD = re.compile(r"[^\W_]+")


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """An alternative and the option that its words are nearest to.

    Attributes:
        bracket: Number of the bracket in the text, from 1.
        alternative: Number of the alternative, from 1.
        provision: Id of the provision that the bracket stands in.
        issue: Id of the issue.
        option: Id of the option.
        likeness: Share of the option's words that the alternative says, in (0, 1].
        words: The alternative.
    """

    bracket: int
    alternative: int
    provision: str
    issue: str
    option: str
    likeness: float
    words: str


def propose_options(document: Document, issues: Sequence[DealIssue]) -> tuple[Proposal, ...]:
    """Propose options for the alternatives of the brackets that no issue decides yet.

    All alternatives of a bracket are matched to the options of one issue: the one that they are nearest to. An
    alternative gets no proposal where no option is near, or two are.

    Args:
        document: A text.
        issues: The issues of the model, with their options.
    """
    found: list[Proposal] = []
    names = Names(issues)
    for choice in packages_of_text(document, issues).undecided:
        own = document[choice.provision].links.issues if choice.provision in document else ()
        meant = {names.issue(name) for name in own}
        linked = [each for each in issues if each.id in meant]
        by_issue = [list(_for_issue(choice, each, document)) for each in linked or issues]
        best = max(by_issue, key=lambda each: sum(one.likeness for one in each), default=[])
        found += _without_rivals(best)
    return tuple(found)


def _without_rivals(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Of alternatives that would be one option, only one that is likest by itself can be it."""
    kept = []
    for each in proposals:
        rivals = [one.likeness for one in proposals if one.option == each.option and one is not each]
        if not rivals or each.likeness - max(rivals) >= _CLEAR:
            kept.append(each)
    return kept


def _for_issue(choice: Choice, issue: DealIssue, document: Document) -> Iterator[Proposal]:
    for place, alternative in enumerate(choice.bracket.alternatives, start=1):
        words = _said(alternative, document)
        ranked = sorted(
            ((_likeness(words, issue.id, option.id, option.label), option.id) for option in issue.options), reverse=True
        )
        best, name = ranked[0]
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if best >= _LEAST and best - second >= _CLEAR:
            yield Proposal(
                bracket=choice.number,
                alternative=place,
                provision=choice.provision,
                issue=issue.id,
                option=name,
                likeness=round(best, 3),
                words=words,
            )


def _said(alternative: Alternative, document: Document) -> str:
    within = set(alternative.provisions)
    own = " ".join(each.text for each in document.provisions if each.id in within)
    return f"{spoken(alternative.parts)} {own}".strip()


def _likeness(words: str, issue: str, *names: str) -> float:
    """The share of an option's words that some words say; figures count as they stand, the issue's own words do not."""
    said = _telling(words)
    shares = []
    for name in filter(None, names):
        wanted = _telling(name) - _telling(issue)
        plain = frozenset(_WORD.findall(name.casefold()))
        if _NONE.search(name) and not _NONE.search(words):
            shares.append(0.0)
        elif wanted:
            shares.append(len(wanted & said) / len(wanted))
        elif plain:
            shares.append(float(plain <= frozenset(_WORD.findall(words.casefold()))))
    return max(shares, default=0.0)


def _telling(words: str) -> frozenset[str]:
    plain = frozenset(each[:_ROOT] for each in _WORD.findall(words.casefold()) if len(each) >= _LONG)
    return key_words(words) | plain | _figures(words)


def _figures(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<![\w.,])\d+(?:[.,]\d+)*", words))


def confirm(document: Document, proposals: Sequence[Proposal]) -> Document:
    """Write proposals into the text as ``{option=...}``; nothing else changes.

    Args:
        document: The text that they were made for.
        proposals: Those that a person has confirmed.

    Returns:
        The text with the links.
    """
    brackets = brackets_of(document)
    links = [(brackets[each.bracket - 1], each) for each in proposals]
    inline = [(bracket, each) for bracket, each in links if bracket not in document.brackets]
    source = document.source
    for bracket, each in sorted(inline, key=lambda pair: -pair[0].alternatives[pair[1].alternative - 1].end):
        alternative = bracket.alternatives[each.alternative - 1]
        end = len(source[: alternative.end].rstrip())
        option = f'option="{each.issue}={each.option}"'
        if alternative.links and source[:end].endswith("}"):
            source = f"{source[: end - 1]} {option}{source[end - 1 :]}"
        else:
            source = f"{source[:end]} {{{option}}}{source[end:]}"
    linked = parse_text(source, name=document.name)
    for bracket, each in links:
        if bracket in document.brackets and (own := bracket.alternatives[each.alternative - 1].provisions):
            known = linked[own[0]].links
            options = tuple(dict.fromkeys((*known.options, f"{each.issue}={each.option}")))
            changed = set_attributes(linked, own[0], links=msgspec.structs.replace(known, options=options))
            linked = parse_text(changed, name=document.name)
    return linked
