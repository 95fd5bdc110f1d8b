"""What a clause is about: its issue, from the phrases of `data/issues.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from goodoffices.record import issues as vocabulary

__all__ = ["issue_of", "issues_in"]

_WEAK = 1 / 3
_PROCESS = 0.45
"""Talk of the talks stands beside nearly every issue, so it counts less than what they are about."""


@functools.cache
def _patterns() -> tuple[dict[str, float], re.Pattern[str], dict[str, str]]:
    text = resources.files(__package__).joinpath("data/issues.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    weights: dict[str, float] = {}
    owner: dict[str, str] = {}
    alternatives: list[tuple[int, str, str]] = []
    for issue, phrases in data.items():
        for strength in ("strong", "weak"):
            for phrase in phrases[strength]:
                name = f"p{len(alternatives)}"
                alternatives.append((len(phrase), name, _as_pattern(phrase)))
                words = len(phrase.replace("*", " ").split()) + phrase.count(" * ") * -1
                weights[name] = (1.0 + 0.5 * (words - 1)) * (1.0 if strength == "strong" else _WEAK)
                owner[name] = issue
    alternatives.sort(key=lambda entry: -entry[0])
    joined = "|".join(f"(?P<{name}>{pattern})" for _, name, pattern in alternatives)
    return weights, re.compile(rf"\b(?:{joined})\b", re.IGNORECASE), owner


def _as_pattern(phrase: str) -> str:
    """Write a phrase as a pattern: a star at a word's end is its rest, a star alone is up to three words."""
    words = []
    for word in phrase.split():
        if word == "*":
            words.append(r"(?:[\w'-]+\s+){0,2}[\w'-]+")
        else:
            words.append(re.escape(word).replace(r"\*", r"\w*"))
    return r"[\s-]+".join(words)


def issues_in(text: str) -> dict[str, float]:
    """Weigh the issues that a clause speaks of.

    Args:
        text: A clause or a phrase, in the report's words.

    Returns:
        Issue id -> weight, the heaviest first; empty where no phrase of any issue stands in it.
    """
    weights, pattern, owner = _patterns()
    found: dict[str, float] = {}
    for match in pattern.finditer(text.replace("’", "'")):
        name = match.lastgroup
        if name is not None:
            found[owner[name]] = found.get(owner[name], 0.0) + weights[name]
    if "process" in found:
        found["process"] *= _PROCESS
    order = {issue: n for n, issue in enumerate(vocabulary())}
    return dict(sorted(found.items(), key=lambda entry: (-entry[1], order[entry[0]])))


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
