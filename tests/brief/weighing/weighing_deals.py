"""Deals for the tests of the report: one that can be closed, one that cannot, one of which much is unknown."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from goodoffices.brief.weighing import Report, build_weighing
from goodoffices.record import Marking
from goodoffices.weigh import Model, read_model
from goodoffices.weigh.analysis import Analysis, analyse
from goodoffices.weigh.coalitions import Member, weigh_coalition
from goodoffices.weigh.model import parse_yaml
from goodoffices.weigh.steps import Step, find_order

EXAMPLES = Path(__file__).parents[3] / "examples" / "weigh"
WRITTEN = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)
SENTENCES = {"s-made-up-0002": ("The corridor “will never be open to all”, the envoy <said>.", "Highland Wire")}

STUCK = """
title: The Karsa corridor
note: Two sides <who> do not meet yet.
issues:
  Corridor: [Closed, Under escort, Open]
  Withdrawal: {range: {from: 0, to: 40, step: 10, unit: km}}
  Elections: [Not yet, In two years, Within a year]
parties:
  Upland Assembly:
    weights: {Corridor: [20, 40], Withdrawal: 40, Elections: {value: 30, sources: [s-made-up-0002]}}
    scores:
      Corridor: {Closed: 100, Under escort: {value: 60, judged by: A. Desk}, Open: 10}
      Withdrawal: {line: {0: 100, 40: 0}}
      Elections: Not yet > In two years > Within a year
    reservation: {interval: [55, 80], judged by: field office, note: it can wait, sources: [s-made-up-0003]}
  Coast Government:
    weights: {Corridor: 30, Withdrawal: [30, 50], Elections: 20}
    scores:
      Corridor: {Closed: 0, Under escort: 50, Open: 100}
      Withdrawal: {line: {0: 0, 40: 100}}
      Elections: {Not yet: 20, In two years: [40, 80], Within a year: 100}
    reservation: {triangular: [40, 60, 70]}
  Regional body:
    signs: SIGNS
    weights: unknown
    scores: {Corridor: {Closed: 10, Under escort: 100, Open: 70}}
constraints:
  - {id: never-open, party: Upland Assembly, never: {Corridor: Open}, sources: [s-made-up-0002]}
  - {id: never-closed, party: Coast Government, never: {Corridor: Closed}, words: the corridor is not closed again}
"""

NOTHING = """
issues: {Capital: [Stays, Moves]}
parties:
  North: {scores: {Capital: {Stays: 1, Moves: 0}}}
  South: {scores: {Capital: {Stays: 0, Moves: 1}}}
constraints:
  - {id: n, party: North, never: {Capital: Moves}}
  - {id: s, party: South, never: {Capital: Stays}}
"""


def model(name: str) -> Model:
    """A model by name: "open" (exact, two parties), "wide" (three parties), "stuck", "silent", "nothing"."""
    if name in {"open", "wide"}:
        return read_model(EXAMPLES / ("prisoners-and-corridor.yaml" if name == "open" else "two-banks.yaml"))
    text = NOTHING if name == "nothing" else STUCK.replace("SIGNS", "true" if name == "silent" else "false")
    return parse_yaml(text, f"{name}.yaml")


@cache
def analysis(name: str) -> Analysis:
    """Its analysis."""
    return analyse(model(name))


@cache
def report(name: str) -> Report:
    """Its report, with an order of steps and a coalition beside the deal."""
    return build_weighing(
        analysis(name),
        file=f"{name}.yaml",
        generated=WRITTEN,
        marking=Marking.AMBER,
        sentences=SENTENCES,
        order=find_order(
            (
                Step(name="Guns go back", worth={"A": -8, "B": 10}, by=("A",)),
                Step(name="Prisoners go home", worth={"A": 9, "B": -6}, by=("B",)),
                Step(name="Monitors <come>", worth={"A": 1, "B": 1}),
            ),
            walk_away={"A": 0.0, "B": 0.0},
            tolerance={"A": 2.0, "B": 1.0},
        ),
        coalitions={
            "Watch the line": weigh_coalition(
                (
                    Member(name="Host", brings={"troops": 600, "ships": 2}, cost=1, gain=5),
                    Member(name="Neighbour", brings={"troops": 500}, cost=2, gain=1),
                    Member(name="Union", brings={"troops": 500}, cost=1, gain=3),
                ),
                {"troops": 1000, "ships": 1},
            )
        },
    )
