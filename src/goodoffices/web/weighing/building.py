"""What is added to a model, and taken out of it, by the buttons of its form."""

from __future__ import annotations

import itertools
from collections.abc import Collection

import msgspec

from goodoffices.record import InputError
from goodoffices.weigh.model import Issue, Model, NoDeal, Option, Party, Points, yaml_text

from .naming import Names, renamed

__all__ = ["START", "build_on", "starting_text"]

_AS_IT_IS = "As it is"

START = Model(
    title="A new deal",
    parties=(Party(name="First party", scores={"First issue": Points()}),
             Party(name="Second party", scores={"First issue": Points()})),
    issues=(Issue(name="First issue", options=(Option(_AS_IT_IS), Option("Settled"))),),
)  # fmt: skip
"""What one starts from who has no model: two parties, one issue, nothing known."""


def starting_text(title: str) -> str:
    """The text of a model to start from."""
    return yaml_text(msgspec.structs.replace(START, title=" ".join(title.split())[:200] or START.title))


def build_on(model: Model, act: str) -> Model:  # noqa: PLR0911  one for each button
    """Do what a button says.

    Args:
        model: The model.
        act: ``add-party``, ``add-issue``, ``add-option:ISSUE``, ``drop-party:N``, ``drop-issue:N``,
            ``drop-option:ISSUE:N``; all counted from 0. Anything else changes nothing.

    Raises:
        InputError: If what it names is not there, or is the last one.
    """
    what, _, rest = act.partition(":")
    at = [int(each) for each in rest.split(":") if each.isdecimal() and len(each) < 6]  # noqa: PLR2004  no model has more
    try:
        match what, at:
            case "add-party", []:
                return _with_party(model)
            case "add-issue", []:
                return _with_issue(model)
            case "add-option", [n]:
                return _with_option(model, n)
            case "drop-party", [n] if len(model.parties) > 1:
                return renamed(model, Names(parties={model.parties[n].name: None}))
            case "drop-issue", [n] if len(model.issues) > 1:
                return renamed(model, Names(issues={model.issues[n].name: None}))
            case "drop-option", [n, m] if len(model.issues[n].options) > 1:
                issue = model.issues[n]
                return renamed(model, Names(options={(issue.name, issue.names[m]): None}))
            case (("drop-party" | "drop-issue" | "drop-option"), _):
                msg = "a model needs at least one party, and one issue with one option"
                raise InputError(msg)
            case _:
                return model
    except IndexError:
        msg = "that is not there any more; look at the model and try again"
        raise InputError(msg) from None


def _free(name: str, taken: Collection[str]) -> str:
    names = (f"{name} {n}" for n in itertools.count(len(taken) + 1))
    return next(each for each in names if each not in taken)


def _with_party(model: Model) -> Model:
    name = _free("Party", {each.name for each in model.parties})
    new = Party(name=name, scores={issue.name: Points() for issue in model.issues})
    return msgspec.structs.replace(model, parties=(*model.parties, new))


def _with_issue(model: Model) -> Model:
    name = _free("Issue", {each.name for each in model.issues})
    new = Issue(name=name, options=(Option(_AS_IT_IS), Option("Settled")))
    parties = (msgspec.structs.replace(each, no_deal=_standing(each.no_deal, name)) for each in model.parties)
    return msgspec.structs.replace(
        model, issues=(*model.issues, new), no_deal=_standing(model.no_deal, name), parties=tuple(parties)
    )


def _standing(no_deal: NoDeal | None, issue: str) -> NoDeal | None:
    """A package of no deal names how things stand on an issue that is new."""
    if no_deal is None or not no_deal.package:
        return no_deal
    return msgspec.structs.replace(no_deal, package={**no_deal.package, issue: _AS_IT_IS})


def _with_option(model: Model, n: int) -> Model:
    issue = model.issues[n]
    if issue.range is not None:
        msg = f"the options of {issue.name!r} come from a range; change the range in the YAML"
        raise InputError(msg)
    new = Option(_free("Option", set(issue.names)))
    changed = msgspec.structs.replace(issue, options=(*issue.options, new))
    return msgspec.structs.replace(model, issues=(*model.issues[:n], changed, *model.issues[n + 1 :]))
