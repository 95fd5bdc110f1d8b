"""What the texts say now, in a line each: open brackets, problems, whether it can be carried out."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.brief.build.phrases import clip, counted
from goodoffices.brief.model.entry import Line
from goodoffices.desk.folder import Version
from goodoffices.web.asking import Asking

from .looking import look_at
from .shown import ShownText, text_versions, texts_of
from .tasks import Ground, Looked
from .worker import AT_ONCE

__all__ = ["text_lines", "texts_since"]

_LINES = 2


def text_lines(who: Asking) -> tuple[Line, ...]:
    """Say what the texts of the desk say now, those saved last first."""
    texts = sorted(texts_of(who), key=lambda each: each.version.at, reverse=True)
    told = [_line(each) for each in texts[:_LINES]]
    if len(texts) > _LINES:
        told.append(Line(f"and {counted(len(texts) - _LINES, 'other text')}"))
    return tuple(told)


def texts_since(who: Asking, since: dt.datetime) -> tuple[Version, ...]:
    """The versions of texts saved since a moment, with the titles and numbers that whoever asks sees."""
    kept = (each for text in texts_of(who) for each in text_versions(who, text.name))
    return tuple(
        msgspec.structs.replace(each.version, number=each.number, title=each.title)
        for each in kept
        if each.version.at > since
    )


def _line(text: ShownText) -> Line:
    lead = f"{clip(text.title, 70)}, version {text.number}"
    if len(text.source) > AT_ONCE:
        return Line("long; its page says what the checks find", (), lead)  # nobody waits for it here
    return Line(_said(look_at(text.source, Ground(), name=f"v{text.number}")), (), lead)


def _said(looked: Looked) -> str:
    page = looked.page
    brackets = counted(len(page.contested), "bracket") if page.contested else "no bracket"
    told = [f"{brackets} open in {counted(page.points, 'provision')}"]
    problems = counted(len(page.troubles), "problem") if page.troubles else "no problem"
    told.append(f"the checks find {problems}")
    cycles = len(page.cycles)
    told.append(
        f"{counted(cycles, 'deadlock')}: it cannot be carried out in any order unless brackets are decided so"
        if cycles
        else "there is an order in which it can be carried out"
    )
    return "; ".join(told)
