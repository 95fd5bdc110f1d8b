"""Sections of the brief on pages of the workbench: filled in once for a snapshot, for everybody who sees the same."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from goodoffices.desk.snapshot import Snapshot
from goodoffices.record.account import Role

from .asking import Asking
from .rendering import templates, tools_for

if TYPE_CHECKING:
    from goodoffices.brief import Brief

__all__ = ["charts", "filled", "section"]

_KEPT = 300
"""Fillings kept for one snapshot."""


def section(
    who: Asking,
    snapshot: Snapshot,
    name: str,
    *,
    beside: Callable[[], Mapping[str, object]] = dict,
    **shown: Any,  # noqa: ANN401  what the template shows
) -> Markup:
    """Fill in a template that shows a brief, once for each snapshot.

    Args:
        who: Who asks; only whether they may judge makes a difference.
        snapshot: Whose brief is shown.
        name: The template.
        beside: Called when it is filled in: what it shows of the snapshot beside the brief.
        shown: What else it shows: plain values that tell one filling from another.
    """
    judging = who.may(Role.ANALYST)
    key = (name, judging, tuple(sorted(shown.items())))
    known = snapshot.kept.get(key)
    if known is None:
        known = filled(snapshot.brief, name, judging=judging, **beside(), **shown)
        if len(snapshot.kept) < _KEPT:
            snapshot.kept[key] = known
    assert isinstance(known, Markup)  # noqa: S101  what `filled` gives
    return known


def filled(brief: Brief, name: str, *, judging: bool, **shown: Any) -> Markup:  # noqa: ANN401  the same
    """Fill in a template that shows a brief."""
    text = (
        templates()
        .get_template(name)
        .render(
            brief=brief,
            charts=charts(brief),
            indexes=_indexes(brief),
            names=lambda actors: sorted(brief.names.get(actor, "an actor not shown") for actor in actors),
            tools=tools_for(judging=judging),
            **shown,
        )
    )
    return Markup(text)  # noqa: S704  our own templates, which escape


def _indexes(brief: Brief) -> Callable[[Iterable[str]], str]:
    places = {party.id: str(n) for n, party in enumerate(brief.parties)}
    return lambda ids: " ".join(places[one] for one in ids if one in places)


class _Charts:
    """The drawings of a brief, each made when a template shows it."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief

    @functools.cached_property
    def timeline(self) -> Markup | None:
        from goodoffices.brief.drawing import timeline_chart  # noqa: PLC0415  only where it is drawn

        return timeline_chart(self._brief.timeline)

    @functools.cached_property
    def contacts(self) -> Markup | None:
        from goodoffices.brief.drawing import contact_graph  # noqa: PLC0415  the same

        return contact_graph(self._brief.table)


def charts(brief: Brief) -> _Charts:
    """The drawings of a brief."""
    return _Charts(brief)
