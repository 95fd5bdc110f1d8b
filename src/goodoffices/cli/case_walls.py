"""`goodoffices case confine | share`: what may go to which party or track, and what was shown to whom."""

from __future__ import annotations

import datetime as dt

import click

from goodoffices.record.circle import circle_name
from goodoffices.record.note import SharedNote
from goodoffices.record.release import Marking
from goodoffices.record.store import open_case

from .case_noting import Terms, grounds, keep
from .case_writing import by_option, why_option
from .options import DAY, case_argument, format_option, now
from .output import emit

__all__ = ["confine", "share"]


@click.command()
@case_argument
@click.argument("target", metavar="ID")
@click.argument("circle")
@click.option("--lift", is_flag=True, help="Take it out of the circle again.")
@by_option(required=True)
@why_option(required=True)
@format_option
def confine(*, case: str, target: str, circle: str, lift: bool, by: str, why: str, form: str) -> None:
    """Confine a report, statement or note to CIRCLE, a party or a track, from now on, beyond its marking.

    What is confined to several circles is shown to each of them; what is confined to none, to all. A thing never
    becomes less restricted than its marking.

    Example: goodoffices case confine talks.goodoffices r-4f2kq7... "security track" --by Ana --why "given there alone"
    """
    with open_case(case) as store:
        store.confine(target, circle, confined=not lift, by=by, why=why, at=now())
    name = circle_name(circle)
    document = {"format": "goodoffices.case.confine/1", "target": target, "circle": name, "confined": not lift}
    change = f"is no longer confined to {name}" if lift else f"is confined to {name} from now on"
    emit(document, form=form, text=[f"{target} {change}"])


@click.command()
@case_argument
@click.argument("things", metavar="ID...", nargs=-1, required=True)
@click.option("--to", metavar="WHO", required=True, help="To whom it was shown.")
@click.option("--how", metavar="TEXT", default="", help="By what: a briefing, a letter.")
@by_option(required=True)
@why_option(required=True)
@click.option("--day", type=DAY, metavar="DATE", help="The day on which it was shown.")
@format_option
def share(
    *,
    case: str,
    things: tuple[str, ...],
    to: str,
    how: str,
    by: str,
    why: str,
    day: dt.date | None,
    form: str,
) -> None:
    """Put on record that reports, statements or notes were shown to somebody by word of mouth or on paper.

    What is written with `case export --to` goes on record by itself. The log is for the case's keepers alone.

    Example: goodoffices case share talks.goodoffices s-4f2kq7... --to "EU delegation" --how briefing --by Ana --why
    "asked for it"
    """
    with open_case(case) as store:
        shown = grounds(store.view(Marking.RED), things, case=store.name)
        terms = Terms(by=by, why=why, day=day, rests_on=(), marking=Marking.RED, form=form)
        keep(store, SharedNote(to=to, how=how, things=shown), terms)
