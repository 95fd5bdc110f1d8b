"""A watch book: the folder of one agreement, with what was agreed, the log, the zones and the incidents.

```
ceasefire/
  agreement.yaml    what was agreed; docs/reference/watch-agreement.md
  log.jsonl         what happened and was found; only ever added to
  zones.geojson     the zones, where there are any
  incidents/        one file a load, and loads.jsonl; only ever added to
  cache/            worked out from the rest; can be thrown away
```
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices import __version__
from goodoffices.record import Marking
from goodoffices.record.circle import circle_names

from ..agreement import Agreement, read_agreement
from ..errors import WatchError
from ..log import Entry, Finding, Happening, Log, Reading, Retraction, What, append, read_log
from ..viewer import Audience, Viewer

if TYPE_CHECKING:
    from ..incidents import IncidentRejection, IncidentTable
    from ..ledger import Ledger
    from ..zones import ZoneSet
    from .loads import Load, Loads
    from .seen import Seen

__all__ = ["Book"]

_CACHED = 20


def _named_by(entry: Entry) -> tuple[tuple[str, ...], str]:
    """What an entry names, and of which kind it must be; no kind where it may name anything."""
    if isinstance(entry, Happening):
        if entry.what is What.HAPPENED:
            return (), ""
        kind = "power" if entry.what in {What.EXERCISED, What.WITHDRAWN} else "obligation"
        return (kind,), entry.subject
    if isinstance(entry, Finding):
        return ("obligation",), entry.obligation
    return (("indicator",), entry.indicator) if isinstance(entry, Reading) else ((), "")


class Book:
    """A watch book on disk.

    Args:
        path: The folder, or its ``agreement.yaml``.

    Raises:
        WatchError: There is no agreement in it, or it cannot be read.
    """

    def __init__(self, path: str | Path) -> None:
        path = Path(path)
        self.folder = path if path.is_dir() else path.parent
        self.agreement: Agreement = read_agreement(path)

    @property
    def log_path(self) -> Path:
        """The log.

        Raises:
            WatchError: The agreement names a log outside its folder: what is set down would be added to any file.
        """
        path = self._file("log", "log.jsonl")
        if self.folder.resolve() not in path.resolve().parents:
            fault = f"the log {str(path)!r} lies outside the folder of the agreement: name a file in it"
            raise WatchError(fault, name=self.agreement.source)
        return path

    def log(self) -> Log:
        """Everything that was set down."""
        return read_log(self.log_path)

    def add(self, *entries: Entry) -> int:
        """Set entries down; returns how many were new."""
        return append(self.log_path, entries)

    def zones(self, known: dt.datetime | None = None, audience: Audience = Marking.RED) -> ZoneSet | None:
        """The zones that an audience may see, as they were known at an instant; None where there is no file of them."""
        from ..zones import read_zones  # noqa: PLC0415  geometry is heavy

        path = self._file("zones", "zones.geojson")
        if not path.exists():
            if "zones" in self.agreement.files:
                fault = f"there is no file {str(path)!r}, which 'files' names for the zones"
                raise WatchError(fault, name=self.agreement.source)
            return None
        return read_zones(path).seen(known, audience)

    def load(
        self,
        path: str | Path,
        mapping: Mapping[str, Any] | str | Path | None = None,
        *,
        now: dt.datetime,
        marking: Marking | None = None,
        by: str = "",
        source: str = "",
        circles: Iterable[str] = (),
        loader: Viewer | None = None,
    ) -> tuple[Load, list[IncidentRejection]]:
        """Load incidents from a file; the same file twice adds none.

        Args:
            path: See `read_incidents`.
            mapping: The same.
            now: When they became known.
            marking: Who may be shown the rows that do not say it themselves.
            by: Who loads them.
            source: What the file is called; its own name where this is left out.
            circles: The circles to which rows are confined that do not say it themselves.
            loader: Who loads, as far as circles go; None for the case's keepers.

        Returns:
            What came of it, and the rows that could not be read.
        """
        from ..incidents import read_incidents  # noqa: PLC0415  tables are heavy

        table, rejections = read_incidents(path, mapping, now=now, marking=marking, circles=circles)
        if loader is not None:
            from .loads import of_own_circles  # noqa: PLC0415  as above

            table, rejections = of_own_circles(table, rejections, loader)
        name = source or Path(path).name
        load = self.loads().add(
            table,
            source=name,
            known=now,
            rejected=len(rejections),
            by=by,
            marking=marking or Marking.CLEAR,
            circles=circle_names(circles),
            loader=loader,
        )
        return load, rejections

    def loads(self) -> Loads:
        """The loads of incidents."""
        from .loads import Loads  # noqa: PLC0415  tables are heavy

        return Loads(self.folder / "incidents")

    def incidents(self, known: dt.datetime | None = None, audience: Audience = Marking.RED) -> IncidentTable:
        """The incidents that an audience may see, as they had been loaded by an instant; None: as they are now."""
        return self.loads().table(known, audience)

    def ledger(self, known: dt.datetime | None = None, audience: Audience = Marking.RED) -> Ledger:
        """What is counted of the incidents, located and with duplicates linked; nothing is attributed yet.

        Both are worked out from what the audience may see alone.
        """
        from ..duplicates import link_duplicates  # noqa: PLC0415  as above
        from ..ledger import ledger_of, load_ledger, save_ledger  # noqa: PLC0415  as above
        from ..zones import locate  # noqa: PLC0415  geometry is heavy

        path = self.ledger_path(known, audience)
        if (found := load_ledger(path)) is not None:
            return found
        table, zones = self.loads().table(known, audience), self.zones(known, audience)
        located = locate(table, zones) if zones is not None else None
        made = ledger_of(table, located, link_duplicates(table))
        save_ledger(made, path)
        self._thin_out()
        return made

    def ledger_path(self, known: dt.datetime | None = None, audience: Audience = Marking.RED) -> Path:
        """Where the ledger of an audience is kept, once it was worked out."""
        name = f"ledger-{__version__}-{self.loads().key(known, audience)}-{self._zones_key(known, audience)}.npz"
        return self.folder / "cache" / name

    def attributed(self, known: dt.datetime | None = None, audience: Audience = Marking.RED) -> Ledger | None:
        """The ledger as people decided on doubtful pairs, with who did what; None where no incidents were loaded."""
        return self.seen(known, audience).ledger

    def seen(
        self, known: dt.datetime | None = None, audience: Audience = Marking.RED, circles: Collection[str] = ()
    ) -> Seen:
        """The book as an audience may see it, as it was known at an instant; None: as it is known now.

        Args:
            known: The instant.
            audience: For whom; a marking alone is that of whoever belongs to no circle.
            circles: The circles that they belong to, where it is a marking; RED with none is the case's keepers.

        Raises:
            WatchError: The audience may see nothing of the agreement, or a file of the book cannot be read.
        """
        from .seen import Seen  # noqa: PLC0415  it builds on this module

        return Seen(self, known, Viewer.of(audience, circles) if isinstance(audience, Marking) else audience)

    def counted(self, known: dt.datetime | None = None, audience: Audience = Marking.RED) -> Ledger:
        """The same as `attributed`; where no incidents were loaded, a ledger without any."""
        from ..incidents import empty_table  # noqa: PLC0415  tables are heavy
        from ..ledger import ledger_of  # noqa: PLC0415  the same

        return self.attributed(known, audience) or ledger_of(empty_table())

    def marking_fault_of(self, entry: Entry) -> str:
        """What is wrong with the marking of an entry: that it speaks of something that fewer may see than it."""
        from .naming import marking_named  # noqa: PLC0415  the same

        named, marking = marking_named(self, entry)
        if marking.rank <= entry.marking.rank:
            return ""
        return f"it names {named!r}, which is marked {marking.value}: mark the entry {marking.value} too"

    def confined(self, entry: Entry, viewer: Viewer | None = None) -> Entry:
        """An entry, confined to the circles of what it names.

        Args:
            entry: What is to be set down.
            viewer: Who sets it down; None for the case's keepers.

        Raises:
            WatchError: It names things of circles that have no member in common.
        """
        from .naming import confined_as_named  # noqa: PLC0415  as above

        return confined_as_named(self, entry, viewer or Viewer())

    def fault_of(self, entry: Entry, agreement: Agreement | None = None) -> str:
        """What is wrong with an entry: that it names an obligation, power or indicator that the agreement has not.

        Args:
            entry: What is to be set down.
            agreement: As whoever sets it down may see it; the whole where this is left out.
        """
        if isinstance(entry, Retraction):
            return ""
        agreement = agreement or self.agreement
        ids = {
            "obligation": {each.id for each in agreement.obligations},
            "power": {each.id for each in agreement.powers},
            "indicator": {each.id for each in agreement.indicators},
        }
        kind, name = _named_by(entry)
        if not kind or name.split("/", 1)[0] in set().union(*(ids[each] for each in kind)):
            return ""
        known = ", ".join(sorted(set().union(*(ids[each] for each in kind)))) or "none"
        return f"there is no {' or '.join(kind)} {name!r} in the agreement; there are: {known}"

    def _file(self, key: str, name: str) -> Path:
        return self.folder / self.agreement.files.get(key, name)

    def _zones_key(self, known: dt.datetime | None, audience: Audience) -> str:
        """A name for the zones as an audience sees them: what it may not see does not change it."""
        zones = self.zones(known, audience)
        if zones is None or not len(zones):
            return "none"
        said = [(zone.id, zone.valid_from, zone.valid_until, zone.shape.wkb_hex) for zone in zones]
        return hashlib.sha256(repr(said).encode()).hexdigest()[:12]

    def _thin_out(self) -> None:
        """Keep the newest files of the cache."""
        files = sorted((self.folder / "cache").glob("ledger-*.npz"), key=lambda path: path.stat().st_mtime)
        for path in files[:-_CACHED]:
            path.unlink(missing_ok=True)
