"""What a breach allows: clauses with "may" that speak of a breach, as powers that open with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..agreement import Effect, Obligation, Power
from ..conditions import Condition, Happened, Is, Or
from .clause import Permitted
from .reading import empty_words, kind_in, slug

__all__ = ["propose_powers"]

_MAY = re.compile(r"(?P<who>[A-Z][\w'-]*(?:\s+[\w'-]+){0,6}?)\s+may\s+(?P<act>[^.;]{3,300})")
_BREACH = re.compile(
    r"(?i)\b(?:violat\w+|breach\w*|non-?compliance|fail(?:s|ed|ure)?\b|material\s+default"
    r"|not\s+(?:been\s+)?(?:complied|fulfilled|carried))"
)
_IF = re.compile(r"(?i)\b(?:if|where|should|in\s+case|in\s+the\s+event|upon|after|following|as\s+long\s+as|when)\b")
_SUSPENDS = re.compile(r"(?i)\b(?:suspend|withhold|pause|halt)\w*\s+(?:its|their|the|all)?\s*(?P<what>[\w\s'-]{3,60})")
_REINSTATES = re.compile(
    r"(?i)\b(?:reinstate|reimpose|re-impose|restore|resume|snap(?:\s*|-)back)\w*\s+(?:its|their|the|all)?\s*"
    r"(?P<what>[\w\s'-]{3,60})"
)


_SHARED, _STEM = 2, 4


def propose_powers(permitted: Iterable[Permitted], obligations: Sequence[Obligation]) -> Iterator[Power]:
    """Propose a power for each clause that lets somebody do something upon a breach.

    It opens while one of the obligations that the clause speaks of is breached: those of the same provision number, or
    about the same thing; where none is found, once somebody sets down that a breach was found. To bring sanctions back
    is to suspend the obligation to lift them, where there is one.

    Args:
        permitted: Clauses with "may".
        obligations: What is owed.
    """
    taken: Counter[str] = Counter()
    for each in permitted:
        words = " ".join(each.words.split())
        may = _MAY.search(words)
        breach = _BREACH.search(words)
        if may is None or breach is None or not _IF.search(words):
            continue
        own = f"power-{slug(each.provision)}"
        taken[own] += 1
        rest = words[: may.start()] + words[may.end("act") :]
        yield Power(
            id=own if taken[own] == 1 else f"{own}-{taken[own]}",
            act=may["act"].strip(),
            holder=(re.sub(r"^(?:[Tt]he|[Ee]ach|[Ee]ither|[Aa]ny)\s+", "", may["who"]).strip(),),
            when=_when(rest if _BREACH.search(rest) else words, obligations),
            clause=each.number or each.provision,
            effect=_effect(may["act"], obligations),
        )


def _when(words: str, obligations: Sequence[Obligation]) -> Condition:
    kind = kind_in(words)
    numbers = set(re.findall(r"(?i)\b(?:point|article|paragraph|section|provision)\s+([\w.]+)", words))
    meant = [each for each in obligations if each.provision in numbers] or [
        each for each in obligations if kind and each.kind == kind
    ]
    meant = meant or _alike(words, obligations)
    if not meant:
        return Happened("breach-found")
    conditions = tuple(Is(each.id, "breached") for each in meant)
    return conditions[0] if len(conditions) == 1 else Or(conditions)


def _alike(words: str, obligations: Sequence[Obligation]) -> list[Obligation]:
    """Those that share the most words with a clause: two at least, so that one word in common proves nothing."""
    said = _stems(words)
    shared = {each.id: len(said & _stems(each.act)) for each in obligations}
    most = max(shared.values(), default=0)
    return [each for each in obligations if most >= _SHARED and shared[each.id] == most]


def _stems(words: str) -> set[str]:
    """The longer words, each cut so that "hands" and "handing" are one."""
    empty = empty_words()
    return {word[:_STEM] for word in re.findall(r"[a-z]+", words.lower()) if len(word) >= _STEM and word not in empty}


def _effect(act: str, obligations: Sequence[Obligation]) -> Effect:
    """What the use of the power suspends: the obligations that the act names."""
    for pattern in (_SUSPENDS, _REINSTATES):
        found = pattern.search(act)
        if found:
            kind = kind_in(found["what"])
            return Effect(suspends=tuple(each.id for each in obligations if kind and each.kind == kind))
    return Effect()
