"""Rules for present, past and future as a whole: "now", "recently", "the future"."""

from __future__ import annotations

from .meaning import Reference
from .pattern import Match, RuleBook
from .vocabulary import around

__all__ = ["BOOK"]

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "value=present", "value=recently", "[the] value=present_noun", "[the] distance value=future", "[the] value=future"
)
def reference(match: Match) -> Reference | None:
    """Now; recently; at present; the near future."""
    word = match.word("value")
    if word in {"present", "moment"} and match.before not in around("present_before") and match.end - match.start == 1:
        return None
    if word == "present" and match.end - match.start > 1 and match.after not in around("noun_end"):
        return None  # "the present agreement"
    if word == "moment" and match.end - match.start == 1:
        return None
    return Reference(match.value("value"))


@rule("the past", "the distance past", "[the] recent past")
def the_past(match: Match) -> Reference | None:
    """The past, as a noun."""
    follows = match.after in around("noun_end")
    return Reference("PAST_REF") if follows else None


@rule("[the] recent unit=units|weekdays|times", "past unit=units", "recent unit=night", "past unit=times")
def recent(match: Match) -> Reference:
    """Recent months."""
    del match
    return Reference("PAST_REF")


@rule("these unit=units")
def these_days(match: Match) -> Reference | None:
    """These days."""
    return Reference("PRESENT_REF") if match.word("unit") == "days" else None


@rule("current")
def current(match: Match) -> Reference | None:
    """Current, as an adjective."""
    return Reference("PRESENT_REF") if match.before in around("current_before") else None


@rule("that time", "the time")
def that_time(match: Match) -> Reference | None:
    """At the time; at that time."""
    told = match.before == "at" or (match.before in {"by", "until"} and match.lexed.word(match.start) == "that")
    return Reference("PAST_REF") if told and match.after not in around("not_time_after") else None


@rule("this time")
def this_time(match: Match) -> Reference | None:
    """At this time; not "this time last year", nor the occasion ("this time they agreed")."""
    follows = match.class_at(match.end) in {"last", "next"}
    return Reference("PRESENT_REF") if match.before == "at" and not follows else None
