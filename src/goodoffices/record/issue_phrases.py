"""What a clause is about: its issue, from the phrases of `data/issues.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib import resources

import msgspec

from .vocabulary import issues as vocabulary

__all__ = ["issue_of", "issue_of_head", "issues_in"]

_NONE = ""
"""The issue of phrases that name none though their words would."""
_STRENGTHS = {"strong": 1.0, "fair": 2 / 3, "weak": 1 / 3}
"""How telling the phrases of a list are: by themselves, unless something clearer stands by, where nothing else does."""
_PROCESS = 0.45
"""Talk of the talks stands beside nearly every issue, so it counts less than what they are about."""
_PLAIN = 0.9
"""Weight from which on a phrase names an issue by itself."""
_HEAD = 0.6
"""What the thing itself counts more than what stands behind it."""
_BEHIND = re.compile(
    r"(?<=\w) (?:of|for|to|from|in|on|with|by|under|against|about|that|which|who|whose|where|before|after|until)\b"
)
_WORD = re.compile(r"\w+(?:'\w+)?")
_KEY_CHARS = 3
_LONGEST_GAP = 3


class Phrase(msgspec.Struct, frozen=True):
    """One phrase of the data file: its issue, its weight, its words (`*` alone is a gap of up to three words).

    `whole` holds its words that are no beginnings and no gaps: a text without one of them cannot hold the phrase.
    """

    issue: str
    weight: float
    words: tuple[str, ...]
    whole: frozenset[str]


def _phrase(issue: str, factor: float, line: str) -> Phrase:
    words = tuple(line.lower().replace("-", " ").split())
    solid = sum(word != "*" for word in words)
    whole = frozenset(word for word in words if not word.endswith("*"))
    return Phrase(issue, (1.0 + 0.5 * (solid - 1)) * factor, words, whole)


def _listed() -> Iterator[Phrase]:
    """All phrases of the data files, those that name no issue with them."""
    data = resources.files(__package__).joinpath("data")
    apart = tomllib.loads(data.joinpath("issues_apart.toml").read_text(encoding="utf-8"))
    yield from (_phrase(_NONE, 0.0, line) for line in apart["phrases"])
    for issue, phrases in tomllib.loads(data.joinpath("issues.toml").read_text(encoding="utf-8")).items():
        for strength, factor in _STRENGTHS.items():
            yield from (_phrase(issue, factor, line) for line in phrases[strength])


@functools.cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word, or by its first letters and a star where the phrase gives only its beginning."""
    by_key: dict[str, list[Phrase]] = {}
    for phrase in _listed():
        first = phrase.words[0]
        by_key.setdefault(f"{first[:_KEY_CHARS]}*" if first.endswith("*") else first, []).append(phrase)
    return {key: tuple(found) for key, found in by_key.items()}


def _matches(words: Sequence[str]) -> Iterator[Phrase]:
    """The longest phrase at each place, none inside another; each word is looked at a bounded number of times."""
    at, present = 0, frozenset(words)
    fitting: dict[str, tuple[Phrase, ...]] = {}
    while at < len(words):
        word = words[at]
        if word not in fitting:  # most phrases have a word that stands nowhere in the text
            fitting[word] = tuple(p for p in _opening(word) if p.whole <= present)
        if not fitting[word]:
            at += 1
            continue
        found = max(
            ((end, phrase) for phrase in fitting[word] if (end := _end(phrase.words, words, at))),
            key=lambda match: (match[0], match[1].weight),
            default=None,
        )
        if found is None:
            at += 1
            continue
        at = found[0]
        yield found[1]


@functools.lru_cache(maxsize=16384)
def _opening(word: str) -> tuple[Phrase, ...]:
    """The phrases that can begin with a word."""
    begun = (p for p in _phrases().get(f"{word[:_KEY_CHARS]}*", ()) if _same(p.words[0], word))
    return (*_phrases().get(word, ()), *begun)


def _end(pattern: Sequence[str], words: Sequence[str], at: int) -> int:
    """Where `pattern` ends if it stands at ``words[at]``, else 0."""
    for number, word in enumerate(pattern):
        if word == "*":
            rest = pattern[number + 1 :]
            ends = (_end(rest, words, at + skipped) for skipped in range(_LONGEST_GAP + 1))
            return next((end for end in ends if end), 0)
        if at >= len(words) or not _same(word, words[at]):
            return 0
        at += 1
    return at


def _same(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


@functools.lru_cache(maxsize=4096)
def _weigh(text: str) -> tuple[tuple[str, float], ...]:
    words = _WORD.findall(text.lower().replace("’", "'").replace("-", " "))
    found: dict[str, float] = {}
    for phrase in (p for p in _matches(words) if p.issue != _NONE):
        found[phrase.issue] = found.get(phrase.issue, 0.0) + phrase.weight
    if "process" in found:
        found["process"] *= _PROCESS
    order = {issue: n for n, issue in enumerate(vocabulary())}
    return tuple(sorted(found.items(), key=lambda entry: (-entry[1], order[entry[0]])))


def issues_in(text: str) -> dict[str, float]:
    """Weigh the issues that a clause speaks of.

    Args:
        text: A clause or a phrase, in the report's words.

    Returns:
        Issue id -> weight, the heaviest first; empty where no phrase of any issue stands in it.
    """
    return dict(_weigh(text))


def issue_of_head(text: str) -> dict[str, float]:
    """Weigh the issues of a phrase, the thing itself above what it is of, for or against.

    Args:
        text: What is wanted ("an amnesty for its fighters"), in the report's words.

    Returns:
        As `issues_in`; what the words before the first preposition name counts more, but for the talks themselves.
    """
    found = issues_in(text)
    part = _BEHIND.split(text.strip(), maxsplit=1)[0]
    heads = {issue: weight for issue, weight in issues_in(part).items() if weight >= _PLAIN and issue != "process"}
    raised = {issue: weight + (_HEAD if issue in heads else 0.0) for issue, weight in found.items()}
    return dict(sorted(raised.items(), key=lambda entry: -entry[1]))


def issue_of(text: str, context: str = "", *, default: str = "other") -> str:
    """Name the issue of a clause.

    Args:
        text: The words that say what is wanted.
        context: Words around them, asked only where the clause itself tells nothing.
        default: The answer where neither tells anything.
    """
    for words in (text, context):
        found = issues_in(words)
        if found:
            return next(iter(found))
    return default
