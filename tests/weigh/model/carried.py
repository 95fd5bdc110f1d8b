"""Made-up steps, tasks, spoilers, pressures and breaches for tests."""

from __future__ import annotations

import string
from collections.abc import Sequence

from hypothesis import strategies as st

from goodoffices.weigh.model import (
    Carrying,
    Exact,
    Issue,
    Source,
    StatedBreach,
    StatedMember,
    StatedPressure,
    StatedSpoiler,
    StatedStep,
    StatedTask,
)

__all__ = ["carryings"]

#: Names that YAML could take for something else, and plain ones.
names = st.one_of(
    st.sampled_from(["no", "1945", "on", "a: b", "# c", "- x", "[y]"]), st.text(string.ascii_letters, min_size=1)
)
texts = st.one_of(st.just(""), names)
sources = st.builds(Source, statements=st.lists(names, max_size=2, unique=True).map(tuple), note=texts)


def exact(low: float, high: float) -> st.SearchStrategy[Exact]:
    """A number with where it comes from."""
    return st.builds(Exact, st.floats(low, high, allow_subnormal=False), sources)


def _maybe(strategy: st.SearchStrategy[Exact]) -> st.SearchStrategy[Exact | None]:
    return st.one_of(st.none(), strategy)


def _some_of(known: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(known), unique=True, max_size=3).map(tuple) if known else st.just(())


@st.composite
def _steps(draw: st.DrawFn, parties: Sequence[str], issues: Sequence[Issue]) -> tuple[StatedStep, ...]:
    called = draw(st.lists(names, unique=True, max_size=4))
    made = []
    for n, name in enumerate(called):
        others = [each for each in called if each != name]
        by = draw(_some_of(parties))
        belongs = draw(st.lists(st.sampled_from(issues), max_size=2, unique_by=lambda issue: issue.name))
        made.append(
            StatedStep(
                name=name,
                worth=draw(st.dictionaries(st.sampled_from(parties), exact(-20, 20), max_size=2)),
                by=by,
                after=draw(_some_of(called[:n])),
                stops=draw(st.one_of(st.none(), _some_of(parties))),
                together=draw(st.one_of(st.none(), _some_of(others))),
                of={issue.name: (draw(st.sampled_from(issue.names)),) for issue in belongs},
                reversible=bool(by) and draw(st.booleans()),
                source=draw(sources),
            )
        )
    return tuple(made)


@st.composite
def _tasks(draw: st.DrawFn, name: str) -> StatedTask:
    means = draw(st.lists(names, min_size=1, max_size=2, unique=True))
    called = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    members = [
        StatedMember(
            name=each,
            brings=draw(st.dictionaries(st.sampled_from(means), exact(0, 9), max_size=2)),
            cost=draw(_maybe(exact(-5, 5))),
            gain=draw(_maybe(exact(-5, 5))),
            mandate=draw(_some_of([other for other in called if other != each])),
            source=draw(sources),
        )
        for each in called
    ]
    return StatedTask(
        name=name,
        needs={each: draw(exact(0.5, 9)) for each in means},
        members=tuple(members),
        essential=draw(_some_of(called)),
        source=draw(sources),
    )


@st.composite
def carryings(draw: st.DrawFn, parties: Sequence[str], issues: Sequence[Issue]) -> Carrying:
    """All that a model of these parties and issues can say of carrying it out."""
    party, number = st.sampled_from(parties), exact(-50, 50)
    chance = exact(0, 1)
    spoilers = st.builds(
        StatedSpoiler,
        party=party,
        outside=number,
        gain=number,
        cost=_maybe(number),
        success=_maybe(chance),
        words=texts,
        source=sources,
    )
    pressures = st.builds(
        StatedPressure,
        words=names,
        by=names,
        on=party,
        while_=names,
        costs=number,
        in_force=st.booleans(),
        source=sources,
    )
    breaches = st.builds(
        StatedBreach, party=party, gain=number, detection=chance, penalty=number, words=texts, source=sources
    )
    by_party = st.dictionaries(party, number, max_size=2)
    return Carrying(
        steps=draw(_steps(parties, issues)),
        walk_away=draw(by_party),
        tolerance=draw(st.dictionaries(party, exact(0, 9), max_size=2)),
        tasks=tuple(draw(_tasks(name)) for name in draw(st.lists(names, max_size=2, unique=True))),
        spoilers=tuple(draw(st.lists(spoilers, max_size=2, unique_by=lambda each: each.party))),
        pressures=tuple(draw(st.lists(pressures, max_size=2))),
        breaches=tuple(draw(st.lists(breaches, max_size=2))),
    )
