"""An agreement from its YAML file. The format: docs/reference/watch-agreement.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from goodoffices.record import Marking

from ..errors import AgreementError
from .checks import check_agreement
from .fields import Entry, key_of
from .model import Agreement, Alert, Due, Duty, Effect, Indicator, Obligation, Power
from .release import check_release
from .yaml_text import read_yaml, shown, written

__all__ = ["parse_agreement", "read_agreement"]

_LARGEST_MB = 5


def read_agreement(path: str | Path) -> Agreement:
    """Read the obligations, powers and indicators of an agreement.

    Args:
        path: A YAML file in UTF-8, at most 5 MB, or a folder that has ``agreement.yaml`` in it.

    Raises:
        AgreementError: The file is not there or cannot be used; the message opens with file and line.
        ConditionError: A condition in it cannot be read.
    """
    path = Path(path)
    path = path / "agreement.yaml" if path.is_dir() else path
    try:
        if path.stat().st_size > _LARGEST_MB * 1_000_000:
            fault = (
                f"larger than {_LARGEST_MB} MB: an agreement holds obligations; incidents stand in files of their own"
            )
            raise AgreementError(fault, name=str(path))
        source = path.read_text(encoding="utf-8")
    except OSError as odd:
        fault = f"cannot be read ({odd.strerror}): name the YAML file of the agreement, or its folder"
        raise AgreementError(fault, name=str(path)) from odd
    except UnicodeDecodeError as odd:
        fault = f"is not UTF-8 from byte {odd.start} on: save it as UTF-8"
        raise AgreementError(fault, name=str(path)) from odd
    return parse_agreement(source, name=str(path))


def parse_agreement(source: str, *, name: str = "") -> Agreement:
    """Read an agreement from YAML.

    Args:
        source: The YAML.
        name: What to call it in messages.

    Raises:
        AgreementError: It cannot be used; the message opens with file and line.
        ConditionError: A condition in it cannot be read.
    """
    top = Entry("agreement", read_yaml(source, name), name=name, line=1)
    title = top.text("agreement", needed=True)
    in_force = top.instant("in_force")
    if in_force is None:
        msg = "'in force' is missing: write the day from which the agreement holds"
        raise top.fault(msg)
    default = top.marking(Marking.CLEAR), top.circles(())
    agreement = Agreement(
        name=title,
        in_force=in_force,
        parties=top.names("parties"),
        obligations=tuple(_obligation(each, default) for each in _entries(top, "obligations", "obligation")),
        powers=tuple(_power(each, default) for each in _entries(top, "powers", "power")),
        indicators=tuple(_indicator(each, default) for each in _entries(top, "indicators", "indicator")),
        alerts=tuple(_alert(each, default) for each in _entries(top, "alerts", "alert")),
        ladder=top.names("ladder"),
        actors=_actors(top),
        trusts_source=top.flag("trust_source", default=False),
        marking=default[0],
        circles=default[1],
        files=_files(top),
        source=name,
    )
    top.finish()
    check_agreement(agreement)
    check_release(agreement)
    return agreement


def _actors(top: Entry) -> dict[str, tuple[str, ...]]:
    """Read whom incident data name for each party."""
    named = top.raw("actors") or {}
    if not isinstance(named, dict):
        fault = "'actors' must give each party the names that incident data have for it"
        raise top.fault(fault, "actors")
    entry = Entry("actors", named, name=top.name, line=top.line_of("actors"))
    return {str(party): entry.names(key_of(party)) for party in named}


def _files(top: Entry) -> dict[str, str]:
    """Read which file holds what."""
    named = top.raw("files") or {}
    if not isinstance(named, dict):
        fault = "'files' must give the zones, the log or the incidents the name of a file"
        raise top.fault(fault, "files")
    entry = Entry("files", named, name=top.name, line=top.line_of("files"))
    return {key_of(key): entry.text(key_of(key), needed=True) for key in named}


def _entries(top: Entry, key: str, what: str) -> Iterator[Entry]:
    values = top.raw(key) or []
    if not isinstance(values, list):
        msg = f"{key!r} must be a list"
        raise top.fault(msg, key)
    places = getattr(getattr(values, "lc", None), "data", None) or {}
    for row, value in enumerate(values):
        line = int(places[row][0]) + 1 if row in places else top.line_of(key)
        title = value.get("id") if isinstance(value, dict) else None
        yield Entry(f"{what} {shown(written(title))!r}" if title is not None else what, value, name=top.name, line=line)


def _obligation(entry: Entry, default: tuple[Marking, tuple[str, ...]]) -> Obligation:
    try:
        duty = Duty(entry.text("duty", "do"))
    except ValueError as odd:
        msg = "'duty' must be 'do' or 'refrain'"
        raise entry.fault(msg, "duty") from odd
    made = Obligation(
        id=entry.id(),
        act=entry.text("act", needed=True),
        owes=entry.names("owes"),
        to=entry.names("to"),
        duty=duty,
        kind=entry.text("kind"),
        provision=entry.text("provision"),
        words=entry.text("words"),
        zones=entry.names("zones"),
        trigger=entry.condition("trigger"),
        lapses=entry.condition("lapses"),
        starts=entry.condition("starts"),
        due=_due(entry),
        until=entry.condition("until"),
        suspended_while=entry.condition("suspended_while"),
        met=entry.condition("met_when"),
        broken=entry.condition("breached_when"),
        verified_by=entry.names("verified_by"),
        evidence=entry.text("evidence"),
        incidents=entry.names("incidents"),
        each=entry.text("each"),
        every=entry.span("every"),
        issue=entry.text("issue"),
        option=entry.text("option"),
        statements=entry.names("statements"),
        confirmed=entry.flag("confirmed", default=True),
        marking=entry.marking(default[0]),
        circles=entry.circles(default[1]),
        line=entry.line,
    )
    entry.finish()
    return made


def _due(entry: Entry) -> Due | None:
    """Read ``due`` (a day: it may still be done on it) or ``within`` with what it runs from, ``of``."""
    at, within, of = entry.instant("due", end=True), entry.span("within"), entry.condition("of")
    if at and within:
        msg = "'due' and 'within' both say by when: leave one out"
        raise entry.fault(msg, "within")
    if of and not within:
        msg = "'of' says what 'within' runs from, and there is no 'within'"
        raise entry.fault(msg, "of")
    return Due(at, within, of) if at or within else None


def _power(entry: Entry, default: tuple[Marking, tuple[str, ...]]) -> Power:
    when = entry.condition("when")
    if when is None:
        msg = "'when' is missing: write the condition under which the power is open"
        raise entry.fault(msg)
    made = Power(
        id=entry.id(),
        act=entry.text("act", needed=True),
        when=when,
        holder=entry.names("holder"),
        clause=entry.text("clause"),
        effect=Effect(entry.names("suspends"), entry.names("reinstates"), entry.names("discharges")),
        automatic=entry.flag("automatic", default=False),
        marking=entry.marking(default[0]),
        circles=entry.circles(default[1]),
        line=entry.line,
    )
    entry.finish()
    return made


def _indicator(entry: Entry, default: tuple[Marking, tuple[str, ...]]) -> Indicator:
    better = entry.text("better", "more")
    if better not in {"more", "less"}:
        msg = "'better' must be 'more' or 'less'"
        raise entry.fault(msg, "better")
    made = Indicator(
        id=entry.id(),
        label=entry.text("label", needed=True),
        unit=entry.text("unit"),
        objective=entry.text("objective"),
        baseline=entry.number("baseline"),
        target=entry.number("target"),
        better=better,
        marking=entry.marking(default[0]),
        circles=entry.circles(default[1]),
        line=entry.line,
    )
    entry.finish()
    return made


def _alert(entry: Entry, default: tuple[Marking, tuple[str, ...]]) -> Alert:
    made = Alert(
        id=entry.id(),
        when=entry.condition("when"),
        due_within=entry.span("due_within"),
        of=entry.names("of"),
        say=entry.text("say"),
        marking=entry.marking(default[0]),
        circles=entry.circles(default[1]),
        line=entry.line,
    )
    if (made.when is None) == (made.due_within is None):
        fault = "write either 'when' with a condition or 'due within' with a length of time"
        raise entry.fault(fault)
    entry.finish()
    return made
