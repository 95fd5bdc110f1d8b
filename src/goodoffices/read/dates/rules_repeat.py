"""Rules for what comes again and again: TIMEX3 sets."""

from __future__ import annotations

from .length import Amount, Length
from .meaning import Repeat
from .pattern import Match, RuleBook

__all__ = ["BOOK"]

BOOK = RuleBook()
rule = BOOK.rule


def _round(count: float | str, unit: str) -> str:
    return Length(amounts=(Amount(count, "night" if unit == "NI" else unit),)).value


@rule(
    "[freq=once] quant=every [n=a_count|few|several|other|an_ordinal] unit=any_unit",
    "[freq=once] a unit=unit",
    "freq=once per unit=unit",
    "count=a_count times a|per|every unit=unit",
    "count=a_count times every n=a_count unit=units",
    "several times a|per|every unit=unit",
)
def every(match: Match) -> Repeat | None:
    """Every day; every two years; once every ten years; twice a week; three times a month."""
    if not match.named.keys() & {"quant", "freq", "count"} and match.word("n") == "":
        several = match.lexed.word(match.start) in {"several", "many"}
        return Repeat(value=_round(1, match.value("unit")), freq="XX") if several else None
    if match.word("unit") == "second" and "n" not in match.named:
        return None
    if match.word("unit") == "night" and "n" not in match.named:
        return Repeat(value="XXXX-XX-XXTNI", quant=match.value("quant"), freq=match.value("freq"))
    freq = f"{match.value('count')}X" if "count" in match.named else match.value("freq")
    return Repeat(value=_round(_every(match), match.value("unit")), quant=match.value("quant"), freq=freq)


def _every(match: Match) -> float | int | str:
    """How many units a round has: 2 for "every other day" and "every second day"."""
    if "n" not in match.named:
        return 1
    if match.word("n") == "other":
        return 2
    value = match.value("n")
    return value if isinstance(value, (int, float)) else "X"


@rule("quant=every [n=other|an_ordinal] weekday=weekday [part=a_part]", "weekday=weekday nights")
def every_weekday(match: Match) -> Repeat:
    """Every Friday; every second Saturday; Monday nights."""
    part = f"T{match.value('part')}" if "part" in match.named else ""
    part = part or ("TNI" if "quant" not in match.named else "")
    return Repeat(value=f"XXXX-WXX-{match.value('weekday')}{part}", quant=match.value("quant", "EVERY"))


@rule("days=weekdays")
def weekdays(match: Match) -> Repeat:
    """Mondays; weekends."""
    return Repeat(value=match.value("days"))


@rule("quant=every part=part", "part=part a|per unit=unit")
def every_part(match: Match) -> Repeat | None:
    """Every morning."""
    if "quant" not in match.named:
        return None
    return Repeat(value=f"XXXX-XX-XXT{match.value('part')}", quant=match.value("quant"))


@rule("quant=every month=month|may|march")
def every_month(match: Match) -> Repeat:
    """Every October."""
    return Repeat(value=f"XXXX-{match.value('month'):02}", quant=match.value("quant"))


@rule("quant=every season=a_season", "quant=every name=holiday")
def every_season(match: Match) -> Repeat:
    """Each summer; every Christmas."""
    value = f"XXXX-{match.value('season')}" if "season" in match.named else "P1Y"
    return Repeat(value=value, quant=match.value("quant"))


@rule("value=periodic", "[dash] value=periodic")
def periodic(match: Match) -> Repeat | None:
    """Daily; annual; not the name of a newspaper."""
    index = match.named["value"]
    written = match.lexed.text[match.lexed.starts[index]]
    opens = match.class_at(index - 1) in {"", "stop"}
    follows = match.lexed.text[match.lexed.starts[match.end]] if match.class_at(match.end) == "other_word" else ""
    if match.end - match.start > 1 or (written.isupper() and (not opens or follows.isupper())):
        return None
    return Repeat(value=match.value("value"))
