"""Parts of the rolling text in Markdown that stand by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.brief.build.phrases import counted, join_names
from goodoffices.brief.drafting.model import ContestedView, RollingPage, StateView, VersionView, WaitView
from goodoffices.brief.markdown.text import heading, plain, table

__all__ = ["assessed", "problems", "progress", "waits", "wants"]


def wants(page: RollingPage) -> Iterator[str]:
    """Every open bracket: who wants what."""
    if not page.contested:
        return
    yield from heading(2, "Who wants what")
    head = ["No.", "Where", *(plain(each.name) for each in page.parties), "No party named", "Distance"]
    yield from table(head, (_contested(each) for each in page.contested))


def _contested(each: ContestedView) -> list[str]:
    others = " / ".join(plain(words) for words in each.others) + (" (may stand or fall)" if each.may_fall else "")
    distance = "" if each.distance is None else f"{each.distance:.2f}"
    where = plain(f"{each.provision_number or 'preamble'} {each.topic}")
    return [str(each.number), where, *(plain(want) for want in each.wants), others, distance]


def problems(page: RollingPage) -> Iterator[str]:
    """What the checks find."""
    yield from heading(2, "What the checks find")
    if not page.troubles:
        yield "Nothing."
    yield from (f"- **{plain(each.label)}**: {plain(each.message)}" for each in page.troubles)
    yield from (f"- **no provision speaks of it**: {plain(each)}" for each in page.silent)
    for voice in page.unanswered:
        yield f"- **no reply**: {plain(voice.party)} {plain(voice.says)}: “{plain(voice.sentence)}”"


def waits(page: RollingPage) -> Iterator[str]:
    """What waits for what."""
    if not page.waits:
        return
    yield from heading(2, "What waits for what")
    for each in page.cycles:
        yield from (f"**Deadlock.** {plain(f'{each.says} {each.only}')}", "")
    yield from (_wait(each) for each in page.waits)


def _wait(each: WaitView) -> str:
    return f"- {plain(each.in_words)}" + (f" (as {plain(join_names(each.sides))} wants it)" if each.sides else "")


def progress(page: RollingPage) -> Iterator[str]:
    """The text over its versions."""
    found = page.progress
    if found is None:
        return
    yield from heading(2, "Over the versions")
    yield from (plain(found.summary), "")
    yield from table(["Version", "Points", "Open", "Opened", "Closed", "Distance", ""], map(_version, found.versions))
    if found.courses:
        yield from ("", *table(["Bracket in", *(plain(each.name) for each in found.versions), ""], _courses(page)))
    if found.dropped:
        yield from ("", "Dropped on the way:", "")
        yield from (f"- {plain(each)}" for each in found.dropped)


def _version(each: VersionView) -> list[str]:
    numbers = (each.points, each.open, each.opened, each.closed)
    return [plain(each.name), *map(str, numbers), f"{each.distance:.2f}", plain(each.summary)]


def _courses(page: RollingPage) -> Iterator[list[str]]:
    for each in page.progress.courses if page.progress else ():
        where = plain(f"{each.number or 'preamble'} {each.topic}")
        yield [where, *(_state(state) for state in each.states), plain(each.says)]


def _state(state: StateView) -> str:
    if state.state == "before":
        return ""
    return f"{state.distance:.2f}" if state.distance is not None else state.state


def assessed(page: RollingPage) -> Iterator[str]:
    """Whom it asks for what, and what an agreement needs."""
    if page.shares:
        yield from heading(2, "Whom it asks for what")
        rows = (
            [plain(each.party), str(each.asked), str(each.shared), f"{each.gives:.1f}", f"{each.gets:.1f}"]
            for each in page.shares
        )
        yield from table(["Party", "Duties of its own", "Shared with all", "Gives", "Gets"], rows)
        yield from ("", plain(page.weights))
        yield from (f"- {plain(each)}" for each in page.backstops)
    if page.quality:
        yield from heading(2, "What an agreement needs")
        for item in page.quality:
            places = ", ".join(dict.fromkeys(plain(each.number) for each in item.found if each.number))
            where = places or (counted(len(item.found), "place") if item.found else "**nothing found**")
            yield f"- {plain(item.label)}: {where}"
