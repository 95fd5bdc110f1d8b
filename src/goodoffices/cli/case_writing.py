"""`goodoffices case new | mark | retire | restore`: small changes, each kept with who and why."""

from __future__ import annotations

from collections.abc import Callable

import click

from goodoffices.record.release import Marking
from goodoffices.record.store import create_case, open_case

from .options import MARKING, F, case_argument, format_option, now
from .output import emit

__all__ = ["by_option", "mark", "new", "restore", "retire", "why_option"]


def by_option(*, required: bool) -> Callable[[F], F]:
    """Take the name of whoever says so."""
    return _said("--by", "NAME", "Who says so.", required=required)


def why_option(*, required: bool) -> Callable[[F], F]:
    """Take the reason."""
    return _said("--why", "TEXT", "The reason, in words.", required=required)


def _said(name: str, metavar: str, text: str, *, required: bool) -> Callable[[F], F]:
    # An option with a default is never missing, so one that must be given has none.
    if required:
        return click.option(name, metavar=metavar, required=True, help=text)
    return click.option(name, metavar=metavar, default="", help=text)


@click.command()
@case_argument
@format_option
def new(*, case: str, form: str) -> None:
    """Make a new, empty case at CASE: a file that is not there yet, or an empty PostgreSQL database.

    Example: goodoffices case new talks.goodoffices
    """
    with create_case(case) as store:
        document = {"format": "goodoffices.case.new/1", "case": store.name}
        emit(document, form=form, text=[f"Made the case {store.name}"])


@click.command()
@case_argument
@click.argument("target", metavar="ID")
@click.argument("marking", metavar="MARKING", type=MARKING)
@by_option(required=False)
@why_option(required=False)
@format_option
def mark(*, case: str, target: str, marking: Marking, by: str, why: str, form: str) -> None:
    """Say who may be shown a report, statement or note from now on; its earlier markings are kept.

    MARKING is one of the Traffic Light Protocol: RED, AMBER+STRICT, AMBER, GREEN or CLEAR.

    Example: goodoffices case mark talks.goodoffices r-4f2kq7... AMBER --by Ana --why "given in confidence"
    """
    with open_case(case) as store:
        store.mark(target, marking, at=now(), by=by, why=why)
    document = {"format": "goodoffices.case.mark/1", "target": target, "marking": marking}
    emit(document, form=form, text=[f"{target} is {marking.label} from now on"])


@click.command()
@case_argument
@click.argument("target", metavar="ID")
@by_option(required=True)
@why_option(required=True)
@format_option
def retire(*, case: str, target: str, by: str, why: str, form: str) -> None:
    """Take a report (with its statements), a statement or a note out of view from now on; nothing is deleted.

    Example: goodoffices case retire talks.goodoffices r-4f2kq7... --by Ana --why "a hoax"
    """
    with open_case(case) as store:
        store.retire(target, by=by, why=why, at=now())
    document = {"format": "goodoffices.case.retire/1", "target": target, "retired": True}
    emit(document, form=form, text=[f"{target} is retired; bring it back with: goodoffices case restore"])


@click.command()
@case_argument
@click.argument("target", metavar="ID")
@by_option(required=True)
@why_option(required=True)
@format_option
def restore(*, case: str, target: str, by: str, why: str, form: str) -> None:
    """Bring a retired report, statement or note back into view.

    Example: goodoffices case restore talks.goodoffices r-4f2kq7... --by Bo --why "it was right after all"
    """
    with open_case(case) as store:
        store.restore(target, by=by, why=why, at=now())
    document = {"format": "goodoffices.case.retire/1", "target": target, "retired": False}
    emit(document, form=form, text=[f"{target} is back"])
