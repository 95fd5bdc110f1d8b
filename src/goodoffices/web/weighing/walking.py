"""The thread from one thing, for one audience: seven columns."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from goodoffices.brief.model.entry import Entry
from goodoffices.desk.query import Query
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import InputError, NotInCase, PositionContent
from goodoffices.record import issues as vocabulary
from goodoffices.web.asking import Asking
from goodoffices.web.rendering import to_finding, with_query

from .spine import Spine, issue_key, issue_node, spine_of
from .thread import COLUMNS, Link, Node, Strand, Web
from .watched import Watched, watched_of

__all__ = ["Asked", "Walk", "walk"]

_POSITIONS = 24
_SHOWN = 30
"""Things of a column; the rest stands on the pages of its room."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Where a walk begins: one of these."""

    issue: str = ""
    position: str = ""
    option: str = ""
    provision: str = ""
    obligation: str = ""
    incident: str = ""
    finding: str = ""

    @property
    def given(self) -> tuple[str, str]:
        """The column and id that are asked for; nothing of both where nothing is."""
        found = [(name, getattr(self, name)) for name in self.__struct_fields__ if getattr(self, name)]
        if len(found) > 1:
            msg = f"a thread begins at one thing, and here are {len(found)}: give one of them"
            raise InputError(msg)
        return found[0] if found else ("", "")


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """The thread as it is shown.

    Attributes:
        chosen: The thing that it is the thread of; None where none is chosen, and the issues are listed.
        strands: The seven columns.
    """

    chosen: Node | None
    strands: tuple[Strand, ...]


def walk(who: Asking, asked: Asked) -> Walk:
    """Walk the thread from a thing.

    Raises:
        NotInCase: If there is no such thing that one may see; the words are the same where there is none at all.
        InputError: If several things are asked for.
    """
    column, id_ = asked.given
    walking = _Walking(who, asked)
    if not column:
        return walking.agenda()
    return walking.from_thing(column, id_)


class _Walking:
    def __init__(self, who: Asking, asked: Asked) -> None:
        self._snapshot: Snapshot = who.snapshot
        self._spine: Spine = spine_of(who)
        self._watched: Watched = watched_of(who, self._spine, asked.incident)
        self._totals: dict[str, int] = {}
        self._counts = self._watched.incidents

    def agenda(self) -> Walk:
        """Nothing is chosen: the issues of the record and of the models, to begin with."""
        web = Web([*self._issues(), *self._spine.nodes, *self._watched.nodes], ())
        issues = tuple(node for node in web.nodes.values() if node.column == "issue")
        return Walk(chosen=None, strands=self._strands({"issue": issues}, None, set()))

    def _issues(self) -> Iterable[Node]:
        held = {view.id for view in self._snapshot.brief.issues if view.cells or view.claims}
        return (issue_node(("issue", issue)) for issue in vocabulary() if issue in held)

    def from_thing(self, column: str, id_: str) -> Walk:
        key, entries = self._begin(column, id_)
        spine = [*self._spine.nodes, *self._watched.nodes, *self._issues()]
        links = [*self._spine.links, *self._watched.links]
        web = Web(spine, links)
        if key not in web.nodes and not entries:
            raise NotInCase(_none(column, id_))
        issues = [issue for entry in entries for issue in entry.issues] if entries else self._issues_of(web, key)
        positions = entries or self._positions(web.beside(key), issues)
        nodes = [_position_node(each) for each in positions]
        whole = Web([*spine, *nodes], [*links, *self._links_of(positions)])
        if key not in whole.nodes:
            raise NotInCase(_none(column, id_))
        return self._walked(whole, key)

    def _walked(self, whole: Web, key: tuple[str, str]) -> Walk:
        """What hangs together with a thing; where nothing does by itself, what is on the same issue stands for it."""
        beside, loose = whole.beside(key), set[str]()
        around = whole.beside(*(node.key for node in beside["issue"]))
        for name, found in beside.items():
            if not found and around[name]:
                beside[name] = around[name]
                loose.add(name)
        if "position" not in loose and key[0] != "issue":
            self._totals.pop("position", None)
        if key[0] in {"incident", "compliance"}:
            self._counts = {}
        return Walk(chosen=whole.nodes[key], strands=self._strands(beside, whole.nodes[key], loose))

    def _begin(self, column: str, id_: str) -> tuple[tuple[str, str], tuple[Entry, ...]]:
        """The key of what is asked for, and, of a finding of the record, the finding."""
        if column in {"finding", "position"} and not id_.startswith("w-"):
            entry = self._snapshot.finding(id_)
            if entry is None or not entry.issues:
                raise NotInCase(_none(column, id_))
            if isinstance(entry.content, PositionContent):
                return ("position", entry.id), (entry,)
            return ("issue", entry.issues[0]), ()
        if column == "issue":
            return self._spine.options.get((issue_key(id_)[1], ""), issue_key(id_)), ()
        if column == "provision" and "#" not in id_:
            return self._spine.provisions.get((id_, ""), ("provision", id_)), ()
        return ("compliance" if column == "finding" else column, id_), ()

    def _issues_of(self, web: Web, key: tuple[str, str]) -> list[str]:
        return [node.id for node in web.beside(key)["issue"]]

    def _positions(self, beside: dict[str, tuple[Node, ...]], issues: list[str]) -> tuple[Entry, ...]:
        """The positions on some issues, those first that the options beside them rest on."""
        found: dict[str, Entry] = {}
        for issue in dict.fromkeys(each for each in issues if each in vocabulary()):
            page = self._snapshot.find(Query(kind="position", issue=issue), limit=_POSITIONS)
            self._totals["position"] = self._totals.get("position", 0) + page.total
            found |= {each.id: each for each in page.entries}
        cited = {one for node in beside["option"] for one in self._spine.sources.get(node.id, ())}
        return tuple(sorted(found.values(), key=lambda each: not cited & set(each.statements)))

    def _links_of(self, positions: Iterable[Entry]) -> Iterable[Link]:
        resting = [(option, set(cited)) for option, cited in self._spine.sources.items() if cited]
        for each in positions:
            for issue in each.issues:
                yield Link(("issue", issue), ("position", each.id))
            for option, cited in resting:
                if cited & set(each.statements):
                    yield Link(("position", each.id), ("option", option))

    def _strands(self, beside: dict[str, tuple[Node, ...]], chosen: Node | None, loose: set[str]) -> tuple[Strand, ...]:
        made = (self._strand(*column, beside, chosen) for column in COLUMNS)
        return tuple(msgspec.structs.replace(each, by_issue=each.name in loose) for each in made)

    def _strand(
        self, name: str, heading: str, about: str, beside: dict[str, tuple[Node, ...]], chosen: Node | None
    ) -> Strand:
        nodes = beside.get(name, ())
        # What was chosen stands first, so that it is never among those that are left out.
        ordered = sorted(nodes, key=lambda node: chosen is None or node.key != chosen.key)
        total = max(len(nodes), self._total(name, beside))
        return Strand(
            name=name,
            heading=heading,
            about=about,
            nodes=tuple(ordered[:_SHOWN]),
            total=total,
            more=self._more(name, beside) if total > min(len(nodes), _SHOWN) else "",
            missing="" if nodes or chosen is None else self._missing(name),
        )

    def _total(self, name: str, beside: dict[str, tuple[Node, ...]]) -> int:
        if name == "incident":
            return max((self._counts.get(node.id, 0) for node in beside.get("obligation", ())), default=0)
        return self._totals.get(name, 0)

    def _more(self, name: str, beside: dict[str, tuple[Node, ...]]) -> str:
        issues = [node.id for node in beside.get("issue", ()) if node.id in vocabulary()]
        if name == "position" and issues:
            return with_query("/record", kind="position", issue=issues[0])
        obligations = beside.get("obligation", ())
        return obligations[0].href if name == "incident" and obligations else ""

    def _missing(self, name: str) -> str:
        if name == "option":
            return "no option of a model bears on it" if self._spine.models else "there is no model of a deal here"
        if name == "provision":
            return "no provision bears on it" if self._spine.texts else "there is no text here"
        if name in {"obligation", "incident", "compliance"}:
            none = {
                "obligation": "nothing is owed by it",
                "incident": "none",
                "compliance": "nothing was found of it yet",
            }
            return self._watched.missing or none[name]
        return "none is on record"


def _position_node(entry: Entry) -> Node:
    return Node(column="position", id=entry.id, says=entry.says, under=entry.when_words, href=to_finding(entry.id))


def _none(column: str, id_: str) -> str:
    return f"there is no {column} {id_[:60]!r} here to begin a thread at; begin at an issue"
