"""When a meeting is, and what it is about, as its sentence tells."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from goodoffices.record import Interval

from ...dates import TimeExpression, interval_of
from ..governing import is_speech
from ..times import times_in
from .attachment import Reach
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["after_report", "before_report", "intervals_of", "time_of", "topic_of"]

_LENGTH = re.compile(r"P(\d{1,3})([DWM])")
_DAYS = {"D": 1, "W": 7, "M": 30}
_LONGEST_TOPIC = 16
_WEEK = 7
_LONGEST_YEAR = 366
_YEAR = re.compile(r"\d{4}")
_WEEKDAY = re.compile(r"^(?:on |late |early )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! \d)[^\d]*$")


def time_of(context: Context, reach: Reach) -> Interval | None:
    """Find the time of a meeting: the one that hangs closest on its words.

    Where the parser hangs none on them, the only time of the sentence counts, unless it is that of someone's saying so.
    """
    times = [
        (t, root)
        for t in times_in(context, reach.sentence.start, reach.sentence.end)
        if (root := _root(context, t)) is not None
    ]
    ranked = sorted(
        (
            (rank, abs(root.i - reach.cue.i), n)
            for n, (_, root) in enumerate(times)
            if (rank := reach.rank(root)) is not None
        )
    )
    for _, _, n in ranked:
        interval = _interval(context, times[n][0])
        if interval is not None:
            return interval
    alone = [(t, root) for t, root in times if t.type in {"DATE", "TIME"}]
    if len(alone) != 1 or _spoken(alone[0][1]) or any(t.i in reach.others for t in alone[0][1].ancestors):
        return None
    if _parted(reach.cue, alone[0][1]) or _is_of_another(reach, alone[0][1]):
        return None
    return _interval(context, alone[0][0])


def before_report(when: Interval | None, published: dt.date | None) -> Interval | None:
    """The weekday before the report, where a meeting that has happened was given the one after it.

    Args:
        when: The time of a meeting that has happened.
        published: The day of the report, or None.
    """
    if when is None or published is None or when.earliest is None or when.latest is None:
        return when
    ahead = (when.earliest - published).days
    weekday = bool(_WEEKDAY.search(when.text or ""))
    if not weekday or not 0 < ahead < _WEEK or when.earliest != when.latest:
        return when
    week = dt.timedelta(days=_WEEK)
    return Interval(earliest=when.earliest - week, latest=when.latest - week, text=when.text)


def after_report(when: Interval | None, published: dt.date | None) -> Interval | None:
    """The month or the day after the report, where a meeting to come was given the one before it.

    Args:
        when: The time of a meeting that is to come.
        published: The day of the report, or None.
    """
    if (
        when is None
        or published is None
        or when.earliest is None
        or when.latest is None
        or _YEAR.search(when.text or "")
    ):
        return when
    if when.latest >= published or (published - when.latest).days > _LONGEST_YEAR:
        return when
    first, last = (_a_year_on(day) for day in (when.earliest, when.latest))
    return Interval(earliest=first, latest=last, text=when.text)


def _a_year_on(day: dt.date) -> dt.date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28) if leap else day.replace(year=day.year + 1)


def _is_of_another(reach: Reach, root: Token) -> bool:
    """Does a time stand in a clause that says more of something else ("the summit, which is to be held in May")?"""
    above = {t.i for t in (*reach.cue.ancestors, *reach.clause.asides, *reach.clause.verbs, reach.cue)}
    clauses = (t for t in root.ancestors if t.dep_ == "relcl" and t.i not in above and t.head not in reach.nouns)
    inside = {t.i for t in reach.cue.subtree}
    return any(t.i not in inside or t.lemma_.lower() not in meeting_words().beside for t in clauses)


def _parted(one: Token, other: Token) -> bool:
    """Does a semicolon stand between two words?"""
    first, last = sorted((one.i, other.i))
    return any(token.text == ";" for token in one.doc[first:last])


def intervals_of(context: Context, reach: Reach) -> list[tuple[Token, Interval]]:
    """The times of the sentence that are behind the cue, each with its head word, in the order of the text."""
    found = []
    for time in times_in(context, reach.sentence.start, reach.sentence.end):
        root, interval = _root(context, time), _interval(context, time)
        if root is not None and interval is not None and root.i > reach.cue.i:
            found.append((root, interval))
    return found


def _root(context: Context, time: TimeExpression) -> Token | None:
    tokens = context.tokens_in(*time.span)
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), None)


def _interval(context: Context, time: TimeExpression) -> Interval | None:
    if time.type == "SET" or time.signal == "since":
        return None
    if time.type == "DURATION":
        return _within(context.report.published, time)
    if "/" in time.value:  # "from 8 to 22 April": the range has both its ends, whatever stands before it
        return Interval(earliest=time.earliest, latest=time.latest, text=time.text)
    interval = interval_of(time)
    return interval if interval.known or time.type == "DATE" else None


def _within(published: dt.date | None, time: TimeExpression) -> Interval | None:
    """ "Within two months": from the day of the report on."""
    length = _LENGTH.fullmatch(time.value)
    if time.signal != "within" or published is None or length is None:
        return None
    count, unit = int(length[1]), length[2]
    latest = _months_on(published, count) if unit == "M" else published + dt.timedelta(days=count * _DAYS[unit])
    return Interval(earliest=published, latest=latest, text=f"within {time.text}")


def _months_on(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.month - 1 + months, 12)
    first = dt.date(day.year + year, month + 1, 1)
    following = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - first).days))


def _spoken(root: Token) -> bool:
    verb = next((t for t in root.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and is_speech(verb)


def topic_of(reach: Reach) -> str | None:
    """What a meeting is about, in the report's words: "on energy", "prisoner talks", "to discuss a truce"."""
    words = meeting_words()
    for noun in reach.nouns:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in words.topic_prepositions:
                inner = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
                if inner is not None and inner.ent_type_ not in {"DATE", "TIME"}:
                    return _phrase(inner)
    for verb in (*reach.clause.asides, *reach.clause.verbs[:1]):
        for child in verb.children:
            if child.dep_ in {"xcomp", "advcl"} and child.i > verb.i and child.lemma_.lower() in words.topic_verbs:
                inner = next((c for c in child.children if c.dep_ == "dobj"), None)
                if inner is not None:
                    return _phrase(inner)
    return _compound(reach)


def _compound(reach: Reach) -> str | None:
    words = meeting_words()
    for noun in reach.nouns[:1]:
        for child in noun.children:
            common = child.dep_ == "compound" and child.pos_ == "NOUN" and child.i < noun.i
            if (
                common
                and child.i > 0
                and child.nbor(-1).text != "-"
                and child.lower_ not in words.no_topic | words.nouns
                and not child.ent_type_
            ):
                return child.text
    return None


def _phrase(head: Token) -> str:
    tokens = list(head.subtree)
    if len(tokens) > _LONGEST_TOPIC:
        tokens = [t for t in tokens if t.i <= head.i + 4] or [head]
    kept: list[Token] = []
    for token in tokens:
        if (
            kept
            and token.i > head.i
            and (
                token.dep_ in {"relcl", "punct"}
                or token.ent_type_ in {"DATE", "TIME"}
                or token.lower_ in {"between", "with"}
            )
        ):
            break
        kept.append(token)
    return " ".join(head.doc[kept[0].i : kept[-1].i + 1].text.split()).strip(" ,")
