"""Made-up models for tests: every kind of number, preference and constraint, small enough to go through."""

from __future__ import annotations

import itertools
import string
from collections.abc import Sequence

from hypothesis import strategies as st

from goodoffices.weigh.model import (
    Between,
    Constraint,
    Exact,
    Interaction,
    Issue,
    Line,
    Model,
    NoDeal,
    Number,
    Option,
    Order,
    Party,
    Points,
    Range,
    Source,
    Spread,
    Unknown,
)

__all__ = ["exact_models", "models", "names"]

#: Names as people write them, and names that YAML, XML and CSV could take for something else.
ODD = [
    "yes",
    "1945",
    "2020-01-01",
    "null",
    "- x",
    "a: b",
    "# c",
    "A > B",
    'say "no"',
    "it's",
    "é ü",
    "<b> & c",
    "a,b",
    "{x}",
]
names = st.one_of(st.sampled_from(ODD), st.text(string.ascii_letters, min_size=1, max_size=6)).filter(
    lambda name: name not in {"order", "line", "unknown"}
)
texts = st.one_of(st.just(""), names, st.just("two\nlines"))


def _some(size: int) -> st.SearchStrategy[list[str]]:
    return st.lists(names, min_size=1, max_size=size, unique=True)


sources = st.builds(
    Source,
    statements=st.lists(st.sampled_from(["s-1", "s-2", "s-3"]), max_size=2, unique=True).map(tuple),
    judged_by=texts,
    note=texts,
)


def _floats(low: float, high: float) -> st.SearchStrategy[float]:
    return st.one_of(st.integers(int(low), int(high)).map(float), st.floats(low, high, allow_subnormal=False))


def exact(low: float, high: float) -> st.SearchStrategy[Number]:
    """A number that is known."""
    return st.builds(Exact, _floats(low, high), sources)


def numbers(low: float, high: float) -> st.SearchStrategy[Number]:
    """A number of any kind within bounds."""
    pair = st.tuples(_floats(low, high), _floats(low, high)).map(sorted)
    three = st.lists(_floats(low, high), min_size=3, max_size=3).map(sorted)
    return st.one_of(
        exact(low, high),
        st.builds(lambda ends, source: Between(*ends, source), pair, sources),
        st.builds(lambda ends, source: Spread("uniform", tuple(ends), None, source), pair, sources),
        st.builds(lambda ends, source: Spread("triangular", tuple(ends), None, source), three, sources),
        st.builds(lambda at: Spread("normal", (at, 5.0), (low, high)), _floats(low, high)),
        st.builds(lambda a: Spread("beta", (a, 2.0), (low, high)), st.floats(0.5, 4)),
        st.builds(Unknown, sources),
    )


@st.composite
def _orders(draw: st.DrawFn, known: Sequence[str]) -> Order:
    ranked = draw(st.permutations(known))[: draw(st.integers(1, len(known)))]
    cuts = sorted(draw(st.sets(st.integers(1, len(ranked) - 1)))) if len(ranked) > 1 else []
    tiers = [tuple(ranked[a:b]) for a, b in itertools.pairwise([0, *cuts, len(ranked)])]
    return Order(tuple(tiers), draw(sources))


@st.composite
def _issues(draw: st.DrawFn, name: str, *, ranges: bool = True) -> Issue:
    if ranges and draw(st.booleans()):
        cut = Range(start=float(draw(st.integers(-5, 0))), stop=10.0, steps=draw(st.integers(2, 4)), unit="km")
        return Issue(name=name, options=tuple(Option(f"{value:.12g} km") for value in cut.values), range=cut)
    told = draw(_some(3))
    return Issue(name=name, options=tuple(Option(each, draw(sources)) for each in told), source=draw(sources))


@st.composite
def _preferences(draw: st.DrawFn, issue: Issue) -> Points | Order | Line:
    kind = draw(st.sampled_from(["points", "order", "line"]))
    if kind == "line" and issue.range:
        at = sorted(draw(st.sets(st.integers(-5, 10), min_size=1, max_size=3)))
        return Line(tuple((float(value), draw(numbers(0, 100))) for value in at))
    if kind == "order":
        return draw(_orders(issue.names))
    return Points({name: draw(numbers(0, 100)) for name in issue.names if draw(st.booleans())})


@st.composite
def _choices(draw: st.DrawFn, issues: Sequence[Issue], least: int = 1) -> dict[str, tuple[str, ...]]:
    chosen = draw(st.lists(st.sampled_from(issues), min_size=least, max_size=3, unique_by=lambda issue: issue.name))
    return {
        issue.name: tuple(draw(st.lists(st.sampled_from(issue.names), min_size=1, max_size=2, unique=True)))
        for issue in chosen
    }


@st.composite
def _constraints(draw: st.DrawFn, key: str, issues: Sequence[Issue], parties: Sequence[str]) -> Constraint:
    kind = draw(st.sampled_from(["never", "only", "implication", "exclusion", "at most", "at least"]))
    choices = draw(_choices(issues))
    return Constraint(
        key=key,
        kind=kind,
        choices=choices,
        then=draw(_choices(issues)) if kind == "implication" else {},
        count=draw(st.integers(0, len(choices))) if kind.startswith("at ") else 0,
        party=draw(st.one_of(st.none(), st.sampled_from(parties))),
        words=draw(texts),
        source=draw(sources),
    )


@st.composite
def _parties(draw: st.DrawFn, name: str, issues: Sequence[Issue]) -> Party:
    weights = {issue.name: draw(numbers(1, 50)) for issue in issues if draw(st.booleans())}
    return Party(
        name=name,
        signs=draw(st.booleans()),
        weights=draw(st.one_of(st.just(Points(weights)), _orders([issue.name for issue in issues]))),
        scores={issue.name: draw(_preferences(issue)) for issue in issues},
        reservation=draw(st.one_of(st.none(), numbers(0, 100))),
        discount=draw(st.sampled_from([1.0, 0.5])),
        influence=draw(st.one_of(st.none(), st.just(Exact(3.0)))),
        source=draw(sources),
    )


@st.composite
def models(draw: st.DrawFn) -> Model:
    """A model of every kind of thing; its constraints may contradict each other."""
    issues = [draw(_issues(name)) for name in draw(_some(3))]
    parties = [draw(_parties(name, issues)) for name in draw(_some(3))]
    named = [party.name for party in parties]
    interactions = [
        Interaction(
            when=draw(_choices(issues, 2)),
            worth={name: draw(numbers(-20, 20)) for name in named},
            words=draw(texts),
            source=draw(sources),
        )
        for _ in range(draw(st.integers(0, 2)) if len(issues) > 1 else 0)
    ]
    return Model(
        parties=tuple(parties),
        issues=tuple(issues),
        interactions=tuple(interactions),
        constraints=tuple(draw(_constraints(f"c{n}", issues, named)) for n in range(draw(st.integers(0, 3)))),
        no_deal=NoDeal(package={issue.name: issue.names[0] for issue in issues}, words=draw(texts)),
        title=draw(texts),
        note=draw(texts),
    )


@st.composite
def exact_models(draw: st.DrawFn) -> Model:
    """An additive model of named options, every number exact: what GENIUS can say."""
    issues = [draw(_issues(name, ranges=False)) for name in draw(_some(3))]
    parties = []
    for name in draw(_some(3)):
        scores = {i.name: Points({each: Exact(draw(_floats(0, 100))) for each in i.names}) for i in issues}
        weights = Points({i.name: Exact(draw(_floats(1, 50))) for i in issues})
        parties.append(Party(name=name, weights=weights, scores=scores, reservation=Exact(20.0)))
    return Model(parties=tuple(parties), issues=tuple(issues))
