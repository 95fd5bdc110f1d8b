"""A GeniusWeb scenario: a domain and linear additive profiles, in JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from goodoffices.weigh.errors import ModelError

from ..files import read_text
from ..model import Issue, Model, NoDeal, Option, Party, Range
from ..numbers import Exact, Number
from ..preferences import Points
from .issues import MOST_STEPS

__all__ = ["is_profile", "parse_json", "read_geniusweb"]

#: What JSON holds; its shape is checked as it is read.
Json: TypeAlias = Any

MOST_BYTES = 1 << 24
SPACE = "LinearAdditiveUtilitySpace"


def parse_json(path: Path) -> Json:
    """Parse a file.

    Raises:
        ModelError: If it is no JSON, names a key twice, or has a number that is not finite.
    """
    text = read_text(path, MOST_BYTES)
    try:
        return json.loads(text, parse_constant=_infinite, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        msg = f"no JSON: {error.msg}"
        raise ModelError(msg, file=str(path), line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        msg = "nested too deep to be a scenario"
        raise ModelError(msg, file=str(path)) from error
    except ModelError as error:
        raise ModelError(error.fault, file=str(path)) from error


def _infinite(text: str) -> NoReturn:
    fault = f"{text} is no number that can be weighed: it must be finite"
    raise ModelError(fault)


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = next(key for n, (key, _) in enumerate(pairs) if key in dict(pairs[:n]))
        fault = f"{twice!r} is given twice: give it once"
        raise ModelError(fault)
    return made


def is_profile(content: Json) -> bool:
    """True for a linear additive profile."""
    return isinstance(content, dict) and SPACE in content


def read_geniusweb(files: Mapping[Path, Json], title: str) -> Model:
    """Read the profiles of one domain; values are worth what they are given, weights are divided by their sum.

    Args:
        files: Path -> parsed content of the profiles.
        title: What the scenario is called.

    Returns:
        The model, on the scale of 0 to 1; a reservation bid becomes what no deal is.

    Raises:
        ModelError: If a profile lacks what it should have, or two are of different domains.
    """
    first, content = next(iter(files.items()))
    issues = _issues(first, _part(first, content[SPACE], "domain"))
    parties = []
    for path, each in files.items():
        if _issues(path, _part(path, each[SPACE], "domain")) != issues:
            msg = f"its domain is not that of {first.name}: a scenario has one"
            raise ModelError(msg, file=str(path))
        parties.append(_party(path, each[SPACE], issues))
    return Model(parties=tuple(parties), issues=issues, scale=(0.0, 1.0), title=title)


def _part(path: Path, content: Json, name: str, kind: type = dict) -> Json:
    if not isinstance(content, dict) or not isinstance(content.get(name), kind):
        msg = f"{name!r} is missing or of the wrong kind: it is no complete profile"
        raise ModelError(msg, file=str(path))
    return content[name]


def _issues(path: Path, domain: Json) -> tuple[Issue, ...]:
    values = _part(path, domain, "issuesValues")
    return tuple(_issue(path, name, _part(path, values, name)) for name in values)


def _issue(path: Path, name: str, values: Json) -> Issue:
    if "values" in values:
        names = _part(path, values, "values", list)
        return Issue(name=name, options=tuple(Option(str(each)) for each in names))
    span = values.get("range")
    if isinstance(span, dict):
        span = [span.get(key) for key in ("low", "high", "step")]
    try:
        low, high, step = (Decimal(str(each)) for each in span or ())
        count = int((high - low) / step) + 1
    except (InvalidOperation, ValueError, ZeroDivisionError, TypeError, ArithmeticError) as error:
        msg = f"the issue {name!r} has neither values nor a range low, high, step"
        raise ModelError(msg, file=str(path)) from error
    if not 1 <= count <= MOST_STEPS:
        msg = f"the issue {name!r} has {count:,} steps: at most {MOST_STEPS:,} are read"
        raise ModelError(msg, file=str(path))
    options = tuple(Option(f"{(low + n * step).normalize():f}") for n in range(count))
    if count == 1:
        return Issue(name=name, options=options)
    cut = Range(start=float(low), stop=float(low + (count - 1) * step), steps=count)
    return Issue(name=name, options=options, range=cut)


def _party(path: Path, space: Json, issues: tuple[Issue, ...]) -> Party:
    utilities = _part(path, space, "issueUtilities")
    weights = _part(path, space, "issueWeights")
    return Party(
        name=str(space.get("name") or path.stem),
        weights=Points({issue.name: _exact(path, weights.get(issue.name), issue.name) for issue in issues}),
        scores={issue.name: _points(path, _part(path, utilities, issue.name), issue) for issue in issues},
        no_deal=_no_deal(path, space, issues),
    )


def _exact(path: Path, value: Json, name: str) -> Number:
    if isinstance(value, bool) or not isinstance(value, int | float):
        msg = f"{name!r} has {value!r} where a number belongs"
        raise ModelError(msg, file=str(path))
    return Exact(float(value))


def _points(path: Path, utility: Json, issue: Issue) -> Points:
    if "discreteutils" in utility:
        values = _part(path, _part(path, utility, "discreteutils"), "valueUtilities")
        return Points({name: _exact(path, values.get(name, 0.0), name) for name in issue.names})
    line = _part(path, utility, "numberutils")
    ends = [_exact(path, line.get(key), key) for key in ("lowValue", "lowUtility", "highValue", "highUtility")]
    low, at_low, high, at_high = (end.value for end in ends if isinstance(end, Exact))
    values = issue.range.values if issue.range else (low,) * len(issue.options)
    slope = (at_high - at_low) / (high - low) if high != low else 0.0
    return Points(
        {name: Exact(at_low + slope * (value - low)) for name, value in zip(issue.names, values, strict=True)}
    )


def _no_deal(path: Path, space: Json, issues: tuple[Issue, ...]) -> NoDeal | None:
    if not space.get("reservationBid"):
        return None
    bid = _part(path, space["reservationBid"], "issuevalues")
    if set(bid) != {issue.name for issue in issues}:
        msg = "the reservation bid does not name every issue"
        raise ModelError(msg, file=str(path))
    return NoDeal(package={name: str(value) for name, value in bid.items()})
