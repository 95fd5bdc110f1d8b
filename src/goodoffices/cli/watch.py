"""`goodoffices watch`: follow whether an agreement is being kept."""

from __future__ import annotations

import click

from .lazy import LazyGroup, Target

__all__ = ["COMMANDS", "watch"]

_BOOK, _LOG, _ASK = "goodoffices.cli.watch_book", "goodoffices.cli.watch_log", "goodoffices.cli.watch_asking"
_ROWS = "goodoffices.cli.watch_rows"

COMMANDS = {
    "new": Target(f"{_BOOK}:new", "Begin a watch book: the folder of one agreement."),
    "compile": Target(
        "goodoffices.cli.watch_compiling:compile_text", "Propose what is to be watched, from the text of an agreement."
    ),
    "load": Target(f"{_BOOK}:load", "Load incidents; bad rows are listed and the rest is loaded."),
    "note": Target(f"{_LOG}:note", "Set down that something happened: done, breached, suspended, a ticket opened."),
    "find": Target(f"{_LOG}:find", "Set down what was found of an obligation: met, breached, disputed, unknown."),
    "attribute": Target(f"{_LOG}:attribute", "Set down who did it, how sure, upon what evidence, and who dissents."),
    "effort": Target(f"{_LOG}:effort", "Set down how hard one looked: patrols, hours, cameras, access denied."),
    "reading": Target(f"{_LOG}:reading", "Set down the value of an indicator."),
    "pairs": Target("goodoffices.cli.watch_pairing:pairs", "List reports that may tell of one incident, for a person."),
    "pair": Target("goodoffices.cli.watch_pairing:pair", "Set down that two reports tell of one incident, or of two."),
    "retract": Target(f"{_LOG}:retract", "Take an entry back; what was known before stays as it was."),
    "log": Target(f"{_LOG}:show_log", "List what was set down."),
    "state": Target(f"{_ASK}:state", "Say where every obligation stands on a day, as it was or as was known then."),
    "report": Target(f"{_ASK}:report", "Write the monitor's report of a day or a week."),
    "trend": Target(
        "goodoffices.cli.watch_following:trend", "Look for changes of the rate of incidents that chance would not do."
    ),
    "score": Target("goodoffices.cli.watch_following:score", "Score how far each provision has come, over time."),
    "alerts": Target("goodoffices.cli.watch_alerting:alerts", "Send what the rules say, each alert once."),
    "counts": Target("goodoffices.cli.watch_counting:counts", "Read the counts out of daily reports in prose."),
    "indicators": Target(
        f"{_ROWS}:indicators", "Show indicators, thresholds with their present value, pledges, rates."
    ),
    "clocks": Target(f"{_ROWS}:clocks", "Show calls and answers, what delay costs, what holds up what, and whose act."),
    "ladder": Target(f"{_ROWS}:ladder", "Show which rung of enforcement is open or in use, and what the next needs."),
    "sites": Target(
        f"{_ROWS}:sites", "Show zones, crossings and sites: duties, incidents, access, coverage, inspections."
    ),
    "steps": Target(f"{_ROWS}:steps", "Show steps with their gates, counterparts and ways back; pacts and responses."),
    "beside": Target(f"{_ROWS}:beside", "List the incidents near each meeting and step, by date and place."),
    "map": Target(
        "goodoffices.cli.watch_map:show_map", "Write a map of incidents and zones, on whose borders you choose."
    ),
}
"""Every subcommand, in the order in which `--help` lists them."""


@click.group(cls=LazyGroup, table=COMMANDS)
def watch() -> None:
    """Follow whether what was agreed is being kept: what fell due, what was breached, where, by whom, how sure.

    Everything of one agreement stands in a folder, its watch book.

    Example: goodoffices watch state ceasefire/ --on 2026-05-01
    """
