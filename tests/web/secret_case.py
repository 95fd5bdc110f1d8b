"""A case with secrets at every marking and behind walls, in every place that holds words; and the same without."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import msgspec
from lindholm_talks import ARVENIA, AT, BELMARK, told

from goodoffices.desk.audience import Audience
from goodoffices.desk.folder import Desk
from goodoffices.record import (
    ActorContent,
    Content,
    EventContent,
    IssueStatusContent,
    Marking,
    MeetingContent,
    PositionContent,
    QuoteContent,
    Rejection,
    Report,
    Statement,
    Verdict,
    WithheldContent,
    actor_id,
    make_judgement,
    make_report,
)
from goodoffices.record.note import AssessmentNote, ConsultationNote, RumourNote, SharedNote, StatusNote, make_note
from goodoffices.record.store import Store, create_case
from goodoffices.web.inbox import Inbox
from goodoffices.web.inbox.claims import Claims
from goodoffices.web.inbox.job import Fallen, Given

__all__ = ["AUDIENCES", "LEVELS", "Level", "SecretCase", "may_know", "secret"]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Level(msgspec.Struct, frozen=True):
    """A marking, and the circle to which a thing is confined, if any."""

    marking: Marking
    circle: str = ""


LEVELS = {
    "clear": Level(Marking.CLEAR),
    "green": Level(Marking.GREEN),
    "amber": Level(Marking.AMBER),
    "strict": Level(Marking.AMBER_STRICT),
    "red": Level(Marking.RED),
    "walla": Level(Marking.GREEN, "zqwallaxcircle"),
    "wallb": Level(Marking.CLEAR, "zqwallbxcircle"),
}
"""Each secret names its level: ``zqredxoutlet`` is the outlet of something RED."""

AUDIENCES = {
    "clear": Audience(Marking.CLEAR),
    "green": Audience(Marking.GREEN),
    "amber": Audience(Marking.AMBER),
    "strict": Audience(Marking.AMBER_STRICT),
    "walled": Audience(Marking.RED, ("zqwallbxcircle",)),
    "member": Audience(Marking.GREEN, ("zqwallaxcircle",)),
    "keeper": Audience(Marking.RED),
}


def secret(level: str, place: str) -> str:
    """The word that stands in a place of things of a level."""
    return f"zq{level}x{place}"


def may_know(audience: Audience, level: str) -> bool:
    """May an audience know of things of a level?"""
    held = LEVELS[level]
    keeper = audience.marking is Marking.RED and not audience.circles
    return audience.marking.may_see(held.marking) and (keeper or not held.circle or held.circle in audience.circles)


class SecretCase:
    """Makes the case.

    Args:
        place: Where.
        audience: For whom; None for all. What an audience may not know of is then never put in.
    """

    def __init__(self, place: Path, audience: Audience | None = None) -> None:
        self.place, self._audience = place, audience
        self.reports: dict[str, str] = {}
        self.things: dict[str, str] = {}
        self.desk = Desk(place.with_name(f"{place.name}.desk"))
        with create_case(place) as store:
            self._fill(store)
        self._fill_desk()
        self._fill_inbox()
        self._fill_book()

    @property
    def levels(self) -> Iterator[tuple[str, Level]]:
        """The levels of which something is put in."""
        for name, level in LEVELS.items():
            if self._audience is None or may_know(self._audience, name):
                yield name, level

    def _fill(self, store: Store) -> None:
        common: dict[str, Statement] = {}
        for day, (name, level) in enumerate(self.levels, 1):
            day = list(LEVELS).index(name) + 1  # noqa: PLW2901  the same day whether or not the others are there
            at = AT + dt.timedelta(days=day)
            report, found = talks(name, level.marking, day)
            store.add(report, found, at=at)
            self._wall(store, report.id, name, at)
            if name == "clear":
                common = {type(each.content).__name__: each for each in found}
            self.reports[name] = report.id
            self.things[f"{name} statement"] = found[2].id
            self._copied(store, name, level, day)
            self._judged(store, name, level, at, common)
            self._noted(store, name, level, at)
            self._turned(store, name, level, at)
            what = f"{secret(name, 'file')}.txt"
            store.reject(
                Rejection(what, secret(name, "reason")), at=at, marking=level.marking
            ) if not level.circle else 0
        for name, audience in AUDIENCES.items():
            self._user(store, name, audience)

    def _wall(self, store: Store, thing: str, name: str, at: dt.datetime) -> None:
        if circle := LEVELS[name].circle:
            store.confine(thing, circle, by="keeper", why=secret(name, "why"), at=at)

    def _copied(self, store: Store, name: str, level: Level, day: int) -> None:
        """A near copy of what all may see, which says one thing more."""
        if name == "clear":
            return
        base, _ = talks("clear", Marking.CLEAR, 1)
        extra = f"Talks on the border were blocked, said {secret(name, 'copy')}."
        text = f"{base.text}{extra}\n"
        report = make_report(
            text,
            path=f"{secret(name, 'copypath')}.txt",
            title=secret(name, "copytitle"),
            outlet=secret(name, "copyoutlet"),
            published=dt.date(2026, 2, 1),
            language="en",
            marking=level.marking,
        )
        contents: tuple[tuple[str, Content], ...] = (
            (extra, IssueStatusContent(issue="territory", status="blocked", text=extra)),
            ("Talks on the port fees made progress.", IssueStatusContent(issue="economy", status="blocked", text="so")),
            ("The two delegations met in Lindholm.", _meeting("cancelled")),
        )
        found = [told(report, sentence, content) for sentence, content in contents]
        names = _names(report)
        at = AT + dt.timedelta(days=day, hours=1)
        store.add(report, [*names, *found], at=at)
        self._wall(store, report.id, name, at)
        self.reports[f"{name} copy"] = report.id

    def _judged(self, store: Store, name: str, level: Level, at: dt.datetime, common: dict[str, Statement]) -> None:
        """Words of this level on what all may see: they change nothing for those who may not know them."""
        if level.circle:
            return
        position, quote, event = (common[f"{each}Content"] for each in ("Position", "Quote", "Event"))
        assert isinstance(position.content, PositionContent)
        corrected = msgspec.structs.replace(position.content, text=secret(name, "correction"))
        why, by = secret(name, "judged"), secret(name, "judge")
        words = [
            make_judgement(position.id, Verdict.CORRECT, by=by, at=at, why=why, correction=corrected),
            make_judgement(quote.id, Verdict.REJECT, by=by, at=at, why=why),
            make_judgement(event.id, Verdict.CONFIRM if name == "clear" else Verdict.REJECT, by=by, at=at, why=why),
        ]
        for word in words if name != "clear" else words[2:]:
            marked = msgspec.structs.replace(word, marking=level.marking)
            store.judge(marked)
            self.things[f"{name} judgement"] = marked.id

    def _noted(self, store: Store, name: str, level: Level, at: dt.datetime) -> None:
        rests = (self.reports[name],)
        contents = (
            StatusNote(issue="territory", status="blocked", source=secret(name, "source"), text=secret(name, "status")),
            ConsultationNote(
                party=secret(name, "consulted"), subject="sea-text", answer="objects", text=secret(name, "objection")
            ),
            RumourNote(claim=secret(name, "rumour")),
            AssessmentNote(text=secret(name, "assessment"), confidence="low"),
            SharedNote(to=secret(name, "shown"), things=rests),
        )
        for content in contents:
            grounds = rests if isinstance(content, AssessmentNote) else ()
            by = secret(name, "noter")
            why = secret(name, "noted")
            note = make_note(content, by=by, at=at, why=why, rests_on=grounds, marking=level.marking)
            store.note(note)
            self._wall(store, note.id, name, at)
            self.things[f"{name} note"] = note.id

    def _turned(self, store: Store, name: str, level: Level, at: dt.datetime) -> None:
        """A report that all could see until it was marked or confined anew, and one that was retired."""
        if name == "clear":
            return
        report, found = talks(f"{name}xturned", Marking.CLEAR, 20)
        store.add(report, found, at=at)
        if level.circle:
            self._wall(store, report.id, name, at + dt.timedelta(hours=2))
        store.mark(report.id, level.marking, at=at + dt.timedelta(hours=2), by="keeper", why=secret(name, "marked"))
        self.reports[f"{name} turned"] = report.id
        if level.circle:
            return
        gone, found = talks(f"{name}xgone", level.marking, 21)
        store.add(gone, found, at=at)
        store.retire(gone.id, by="keeper", why=secret(name, "retired"), at=at + dt.timedelta(hours=3))
        self.reports[f"{name} gone"] = gone.id

    def _user(self, store: Store, name: str, audience: Audience) -> None:
        from goodoffices.record.account import Role  # noqa: PLC0415  only here

        role = Role.ADMIN if name in {"keeper", "green"} else Role.ANALYST
        store.accounts().add(name, role=role, audience=audience.marking, circles=audience.circles)

    def _fill_desk(self) -> None:
        model = (EXAMPLES / "weigh" / "two-banks.yaml").read_text(encoding="utf-8")
        text = (EXAMPLES / "draft" / "1-hosts.md").read_text(encoding="utf-8")
        for name, level in self.levels:
            titled = model.replace("Salt pans", secret(name, "area")).replace("third round", secret(name, "round"))
            worded = text.replace("telephone line", f"line of {secret(name, 'wording')}").replace(
                "marking: AMBER", f"marking: {level.marking.value}"
            )
            for kind, content in (("model", titled), ("text", worded)):
                self.desk.save(
                    kind,  # type: ignore[arg-type]  # one of the two
                    f"{secret(name, kind)}",
                    content,
                    by=secret(name, "author"),
                    at=AT,
                    marking=level.marking,
                    after=0,
                    why=secret(name, "saved"),
                    title=secret(name, "called"),
                    circles=(level.circle,) if level.circle else (),
                )

        self._fill_versions(text, model)

    def _fill_versions(self, text: str, model: str) -> None:
        """A text and a model that all may see, with later versions that they may not; each made from what is seen."""
        known = [name for name, level in self.levels if not level.circle]
        for kind, name, content in (("text", "sea-text", text), ("model", "sea-model", model)):
            for number, level in enumerate(known):
                said = content.replace("telephone line", f"line of {secret(level, 'later')}").replace(
                    "Salt pans", secret(level, "later")
                )
                self.desk.save(
                    kind,  # type: ignore[arg-type]  # one of the two
                    name,
                    said.replace("marking: AMBER", f"marking: {LEVELS[level].marking.value}"),
                    by=secret(level, "author"),
                    at=AT + dt.timedelta(days=1 + list(LEVELS).index(level)),
                    marking=LEVELS[level].marking,
                    after=number,
                    why=secret(level, "saved"),
                    title=secret(level, "called"),
                )

    def _fill_inbox(self) -> None:
        inbox = Inbox(self.desk.inbox)
        claims = Claims(inbox.file)
        for name, level in self.levels:
            given = Given(
                kind="text",
                name=secret(name, "fallen"),
                by=secret(name, "hander"),
                at=AT,
                marking=level.marking,
                circle=level.circle,
                outlet=secret(name, "handedoutlet"),
                title=secret(name, "handedtitle"),
            )
            inbox.hand_in([(given, b"so")])
            claim = claims.claim()
            assert claim is not None
            claims.fell(claim, Fallen(secret(name, "fallenpart"), secret(name, "fallenreason")))
            claims.finish(claim)
            inbox.hand_in([(msgspec.structs.replace(given, name=secret(name, "waiting")), b"so")])
            # It is read for good: nothing comes of it while the pages are looked at.
            assert claims.claim() is not None
        with inbox.file.writing() as connection:  # ids are random, and moments those of the test
            for row in connection.execute("SELECT id, given FROM job").fetchall():
                given = msgspec.json.decode(row["given"], type=Given)
                level = next(each for each in LEVELS if given.name.startswith(f"zq{each}x"))
                made = f"j-{hashlib.sha256(given.name.encode()).hexdigest()[:20]}"
                moved = (AT + dt.timedelta(hours=list(LEVELS).index(level))).isoformat()
                connection.execute("UPDATE job SET id = ?, moved = ? WHERE id = ?", (made, moved, row["id"]))
                self.things[f"{level} job"] = made

    def _fill_book(self) -> None:
        book = self.desk.book
        book.mkdir()
        for each in ("agreement.yaml", "zones.geojson"):
            (book / each).write_bytes((EXAMPLES / "watch" / each).read_bytes())
        lines = (EXAMPLES / "watch" / "log.jsonl").read_text(encoding="utf-8").splitlines()
        written = io.StringIO()
        for line in lines[:40]:
            written.write(line + "\n")
        base = next(each for each in lines if '"effort"' in each)
        for name, level in self.levels:
            if not level.circle:
                more = msgspec.json.decode(base)
                more |= {"marking": level.marking.value, "note": secret(name, "watched"), "by": secret(name, "monitor")}
                written.write(msgspec.json.encode(more).decode("utf-8") + "\n")
        (book / "log.jsonl").write_text(written.getvalue(), encoding="utf-8")


def talks(name: str, marking: Marking, day: int) -> tuple[Report, list[Statement]]:
    """A report of a level, and what is found in it: some of it what all others say, some what nobody else does."""
    lines = (
        f"Arvenia demanded that Belmark drop the port fees, said {secret(name, 'speaker')}.",
        "Belmark rejected the port fees outright.",
        "The two delegations met in Lindholm.",
        f"“We will never accept {secret(name, 'quote')},” Belmark’s envoy said.",
        "Talks on the port fees made progress.",
        f"A market was shelled over {secret(name, 'event')}.",
        f"The annex on {secret(name, 'annex')} is kept secret.",
        f"{secret(name, 'actor').capitalize()} offered {secret(name, 'offer')} on the border.",
    )
    published = dt.date(2026, 2, day)
    report = make_report(
        f"{secret(name, 'heading')}\n\n" + " ".join(lines) + "\n",
        path=f"talks/{secret(name, 'path')}.txt",
        title=secret(name, "title"),
        outlet=secret(name, "outlet"),
        author=secret(name, "byline"),
        url=f"https://news.example/{secret(name, 'url')}",
        published=published,
        language="en",
        marking=marking,
    )
    actor = actor_id("group", secret(name, "actor"))
    contents: tuple[tuple[int, Content], ...] = (
        (0, PositionContent(party=ARVENIA, issue="economy", stance="demands", text="that Belmark drop the port fees")),
        (
            1,
            PositionContent(party=BELMARK, issue="economy", stance="rejects", text="the port fees outright", firm=True),
        ),
        (2, _meeting("held")),
        (3, QuoteContent(speaker=BELMARK, text=f"We will never accept {secret(name, 'quote')},", direct=True)),
        (4, IssueStatusContent(issue="economy", status="progress", text="Talks on the port fees made progress")),
        (5, EventContent(kind="violence", actors=(), text=f"A market was shelled over {secret(name, 'event')}")),
        (6, WithheldContent(text=f"The annex on {secret(name, 'annex')} is kept secret")),
        (7, ActorContent(actor=actor, name=secret(name, "actor").capitalize(), kind="group")),
        (7, PositionContent(party=actor, issue="territory", stance="offers", text=f"{secret(name, 'offer')}")),
    )
    found = [told(report, lines[line], content) for line, content in contents]
    return report, [*_names(report), *found]


def _names(report: Report) -> list[Statement]:
    contents = (
        ActorContent(actor=ARVENIA, name="Arvenia", kind="state"),
        ActorContent(actor=BELMARK, name="Belmark", kind="state"),
    )
    return [told(report, each.name, each) for each in contents]


def _meeting(status: str) -> MeetingContent:
    return MeetingContent(participants=tuple(sorted((ARVENIA, BELMARK))), place="Lindholm", status=status)  # type: ignore[arg-type]
