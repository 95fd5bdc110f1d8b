"""A made-up process, the talks on the Sella valley, as findings built by hand: five reports, all that can go odd.

Two reports contradict each other, one is a near copy of another, one has no date, one comes with hostile names and a
hostile address, one meeting is planned on a condition, one has no date at all.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record import (
    ActorContent,
    ActorKind,
    Content,
    Disagreement,
    EventContent,
    Evidence,
    Finding,
    Findings,
    Interval,
    IssueStatusContent,
    Marking,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PlanItem,
    PlanVersion,
    PositionContent,
    QuoteContent,
    Rejection,
    Report,
    RoleContent,
    Side,
    Verdict,
    WithheldContent,
    actor_id,
    content_id,
    kind_of,
    make_report,
    most_restricted,
)

__all__ = ["HOSTILE_NAME", "HOSTILE_OUTLET", "sella"]

HOSTILE_NAME = "Ilse </script><script>alert(1)</script> Varga"
HOSTILE_OUTLET = 'Tolmia "Today" <img src=x onerror=alert(2)>'

HARBOUR = make_report(
    """Arvenia and the Sella Front open talks in Lindholm
LINDHOLM, 2 March. Delegations of Arvenia and of the Sella People's Front met for the first time on \
Monday in Lindholm, \
hosted by Nordmark, to look for an end to six years of fighting over the Sella valley.
Arvenia's chief negotiator, Tomas Reuel, said his government would never accept a border that \
leaves the valley outside \
the republic. The Front demands self-rule for the valley, with a police force and a budget of its own.
Nordmark's foreign minister, Karin Aal, spoke of “a cautious and honest beginning”. She laid a plan \
of 28 points on the table, \
known to the delegations as the Harbour Plan.
Both sides said that the exchange of prisoners was close to settled. The fate of the valley itself remains blocked, \
according to Mr Reuel.
Tolmia, which borders the valley and backs the Front, opposes any foreign troops on the river. It was not invited.
Families driven out of the lower valley, gathered in the Association of the Displaced, asked in \
vain to be heard on their return.
Two days before the talks, shells fell on the market of Osk and killed four people.
""",
    path="01.txt",
    title="Arvenia and the Sella Front open talks in Lindholm",
    outlet="Harbour Post",
    author="A. Lind",
    url="https://harbour-post.example/2026/lindholm",
    published=dt.date(2026, 3, 2),
    language="en",
)

WIRE = make_report(
    """Second round ends without a ceasefire
NORDMARK WIRE, 9 March. Arvenia and the Sella People's Front ended a second round in Lindholm on \
Sunday without a ceasefire, \
officials on both sides said.
Mr Reuel said that security guarantees had been agreed in full. A spokeswoman of the Front, Nadja \
Brem, denied it: nothing on \
guarantees is agreed, she said, “not one line of it”.
Arvenia would accept foreign observers on the river once the guns have been silent for thirty days. \
The Front had earlier \
refused any observers and now says that it can live with them, a shift noted by diplomats.
The Harbour Plan has been cut from 28 to 20 points. What was dropped is kept secret by both delegations.
A Lakes Union observer mission of 300 would deploy when a ceasefire has held for thirty days.
A third round is planned for 23 March in Carrow if the prisoners are home by then.
""",
    path="02.txt",
    title="Second round ends without a ceasefire",
    outlet="Nordmark Wire",
    url="https://wire.example/second-round",
    published=dt.date(2026, 3, 9),
    language="en",
)

COPY = make_report(
    WIRE.text.replace("officials on both sides said", "officials said"),
    path="03.txt",
    title="Sella talks: second round ends without a ceasefire",
    outlet="Valley Courier",
    published=dt.date(2026, 3, 10),
    language="en",
)

QUARTERLY = make_report(
    """# The Sella talks: what each side can live with

Few valleys have been fought over so long for so little land. This note sets out where the parties stand.

## Positions

| Issue | Arvenia | Sella People's Front | Lakes Union |
|---|---|---|---|
| Ceasefire | Immediate, with observers | After guarantees are signed | Firm support |
| Sanctions | Keep until a treaty | Lift at once | Stepwise easing tied to compliance |
| Return of the displaced | Says nothing | Conditional on self-rule | Not discussed |

## Mechanisms on the table

- A prisoner exchange, already under way through the Nordmark Red Star
- A hotline between the two commands, agreed in principle
- A demilitarised strip along the river Sel, proposed by the Lakes Union and rejected by Tolmia

The presidents of Arvenia and Tolmia are said to have met in private; no date was given. Tolmia's \
words on a treaty can be \
read either way.
""",
    path="04.md",
    title="The Sella talks: what each side can live with",
    outlet="Lakes Quarterly",
    language="en",
    layout="markdown",
)

TODAY = make_report(
    f"""Tolmia recalls envoy <b>at once</b>
Tolmia's new envoy, {HOSTILE_NAME}, told Arvenia's Tomas Reuel that her country would “close the \
river <to all>” if foreign \
troops came.
She said the third round was cancelled. Arvenia's foreign ministry said that it stands.
Prisoner exchange is now complete, the Nordmark Red Star said. A drone hit the bridge at Osk on Saturday.
""",
    path="05.txt",
    title="Tolmia recalls envoy <b>at once</b>",
    outlet=HOSTILE_OUTLET,
    url="javascript:alert(document.domain)",
    published=dt.date(2026, 3, 16),
    language="en",
    marking=Marking.GREEN,
)

REPORTS = (QUARTERLY, HARBOUR, WIRE, COPY, TODAY)


def _id(name: str) -> str:
    kind, full = ACTORS[name]
    return actor_id(kind, full)


ACTORS: dict[str, tuple[ActorKind, str]] = {
    "Arvenia": ("state", "Arvenia"),
    "Front": ("group", "Sella People's Front"),
    "Nordmark": ("state", "Nordmark"),
    "Tolmia": ("state", "Tolmia"),
    "Union": ("organisation", "Lakes Union"),
    "Red Star": ("organisation", "Nordmark Red Star"),
    "Displaced": ("group", "Association of the Displaced"),
    "Reuel": ("person", "Tomas Reuel"),
    "Brem": ("person", "Nadja Brem"),
    "Aal": ("person", "Karin Aal"),
    "Varga": ("person", HOSTILE_NAME),
}


def _spans(*snippets: tuple[Report, str]) -> tuple[Evidence, ...]:
    found = []
    for report, snippet in snippets:
        start = report.text.index(snippet)
        found.append(report.evidence(start, start + len(snippet)))
    return tuple(sorted(found))


def _finding(
    content: Content,
    *snippets: tuple[Report, str],
    said_by: str | None = None,
    when: Interval | None = None,
    against: tuple[str, ...] = (),
    verdict: Verdict = Verdict.NO_JUDGEMENT,
    confidence: float | None = None,
) -> Finding:
    evidence = _spans(*snippets)
    days = [r.published for r, _ in snippets if r.published]
    carried = tuple(dict.fromkeys(r.id for r, _ in snippets))
    return Finding(
        id=content_id("f", content, said_by),
        content=content,
        evidence=evidence,
        statements=tuple(content_id("s", content, said_by, span) for span in evidence),
        against=against,
        reports=carried,
        sources=len({WIRE.id if r.id == COPY.id else r.id for r, _ in snippets}),
        said_by=_id(said_by) if said_by else None,
        when=when,
        as_of=max(days, default=None),
        first_reported=min(days, default=None),
        marking=most_restricted(r.marking for r, _ in snippets),
        verdict=verdict,
        confidence=confidence,
        basis=("by hand",),
    )


def _actors() -> list[Finding]:
    def actor(
        name: str, *snippets: tuple[Report, str], aliases: tuple[str, ...] = (), side: str | None = None
    ) -> Finding:
        kind, full = ACTORS[name]
        content = ActorContent(actor=_id(name), name=full, kind=kind, aliases=aliases, side=_id(side) if side else None)
        return _finding(content, *snippets)

    def role(name: str, title: str, of: str, snippet: tuple[Report, str], tenure: str = "current") -> Finding:
        return _finding(RoleContent(actor=_id(name), title=title, of=_id(of), tenure=tenure), snippet)  # type: ignore[arg-type]  # the literal is checked by msgspec

    return [
        actor("Arvenia", (HARBOUR, "Arvenia"), (WIRE, "Arvenia"), (COPY, "Arvenia"), (TODAY, "Arvenia")),
        actor(
            "Front", (HARBOUR, "the Sella People's Front"), (WIRE, "the Sella People's Front"), aliases=("the Front",)
        ),
        actor("Nordmark", (HARBOUR, "Nordmark")),
        actor("Tolmia", (HARBOUR, "Tolmia"), (QUARTERLY, "Tolmia"), (TODAY, "Tolmia")),
        actor("Union", (WIRE, "Lakes Union"), (QUARTERLY, "Lakes Union")),
        actor("Red Star", (QUARTERLY, "the Nordmark Red Star"), side="Nordmark"),
        actor("Displaced", (HARBOUR, "the Association of the Displaced")),
        actor("Reuel", (HARBOUR, "Tomas Reuel"), (WIRE, "Mr Reuel"), aliases=("Mr Reuel",), side="Arvenia"),
        actor("Brem", (WIRE, "Nadja Brem"), (COPY, "Nadja Brem"), side="Front"),
        actor("Aal", (HARBOUR, "Karin Aal"), side="Nordmark"),
        actor("Varga", (TODAY, HOSTILE_NAME), side="Tolmia"),
        role("Reuel", "chief negotiator", "Arvenia", (HARBOUR, "Arvenia's chief negotiator, Tomas Reuel")),
        role("Aal", "foreign minister", "Nordmark", (HARBOUR, "Nordmark's foreign minister, Karin Aal")),
        role("Brem", "spokeswoman", "Front", (WIRE, "A spokeswoman of the Front, Nadja Brem")),
        role("Varga", "envoy", "Tolmia", (TODAY, f"Tolmia's new envoy, {HOSTILE_NAME}"), "incoming"),
    ]


def _meetings() -> list[Finding]:
    both = tuple(sorted((_id("Arvenia"), _id("Front"))))
    host = _id("Nordmark")
    march = [dt.date(2026, 3, day) for day in range(1, 32)]
    return [
        _finding(
            MeetingContent(participants=both, place="Lindholm", topic="an end to six years of fighting", convenor=host),
            (
                HARBOUR,
                "Delegations of Arvenia and of the Sella People's Front met for the first time on Monday in Lindholm",
            ),
            when=Interval(earliest=march[1], latest=march[1], text="on Monday"),
        ),
        _finding(
            MeetingContent(participants=both, place="Lindholm", topic="a second round", convenor=host),
            (WIRE, "Arvenia and the Sella People's Front ended a second round in Lindholm on Sunday"),
            (COPY, "Arvenia and the Sella People's Front ended a second round in Lindholm on Sunday"),
            when=Interval(earliest=march[6], latest=march[7], text="on Sunday"),
        ),
        _finding(
            MeetingContent(
                participants=both,
                place="Carrow",
                status="planned",
                topic="a third round",
                condition="the prisoners are home by then",
            ),
            (WIRE, "A third round is planned for 23 March in Carrow if the prisoners are home by then."),
            (COPY, "A third round is planned for 23 March in Carrow"),
            when=Interval(earliest=march[22], latest=march[22], text="23 March"),
        ),
        _finding(
            MeetingContent(participants=tuple(sorted((_id("Arvenia"), _id("Tolmia")))), topic="in private"),
            (QUARTERLY, "The presidents of Arvenia and Tolmia are said to have met in private; no date was given."),
        ),
        _finding(
            MeetingContent(participants=both, status="cancelled", topic="the third round"),
            (TODAY, "the third round was cancelled"),
            said_by="Varga",
        ),
    ]


def _positions() -> list[Finding]:
    def position(
        party: str, issue: str, stance: str, text: str, *snippets: tuple[Report, str], **more: object
    ) -> Finding:
        said_by = more.pop("said_by", None)
        confidence = more.pop("confidence", None)
        content = PositionContent(party=_id(party), issue=issue, stance=stance, text=text, **more)  # type: ignore[arg-type]  # literals
        return _finding(content, *snippets, said_by=said_by, confidence=confidence)  # type: ignore[arg-type]  # str or None

    observers = "Arvenia would accept foreign observers on the river once the guns have been silent for thirty days."
    return [
        position(
            "Arvenia",
            "territory",
            "rejects",
            "a border that leaves the valley outside the republic",
            (HARBOUR, "his government would never accept a border that leaves the valley outside the republic"),
            firm=True,
            said_by="Reuel",
            confidence=0.93,
        ),
        position(
            "Front",
            "political-status",
            "demands",
            "self-rule for the valley, with a police force and a budget of its own",
            (HARBOUR, "The Front demands self-rule for the valley, with a police force and a budget of its own."),
        ),
        position(
            "Arvenia",
            "monitoring",
            "conditional",
            "foreign observers on the river",
            (WIRE, observers),
            (COPY, observers),
            condition="the guns have been silent for thirty days",
        ),
        position(
            "Front",
            "monitoring",
            "accepts",
            "observers on the river",
            (WIRE, "The Front had earlier refused any observers and now says that it can live with them"),
            (COPY, "now says that it can live with them"),
            shift=True,
        ),
        position(
            "Tolmia",
            "foreign-forces",
            "rejects",
            "any foreign troops on the river",
            (HARBOUR, "opposes any foreign troops on the river"),
            (TODAY, "if foreign troops came"),
            firm=True,
        ),
        position(
            "Tolmia",
            "political-status",
            "ambiguous",
            "a treaty",
            (QUARTERLY, "Tolmia's words on a treaty can be read either way."),
        ),
        position(
            "Arvenia",
            "ceasefire",
            "demands",
            "an immediate ceasefire, with observers",
            (QUARTERLY, "Immediate, with observers"),
        ),
        position(
            "Front",
            "ceasefire",
            "conditional",
            "a ceasefire",
            (QUARTERLY, "After guarantees are signed"),
            condition="guarantees are signed first",
        ),
        position("Union", "ceasefire", "accepts", "a ceasefire", (QUARTERLY, "Firm support")),
        position(
            "Arvenia", "sanctions", "rejects", "lifting sanctions before a treaty", (QUARTERLY, "Keep until a treaty")
        ),
        position("Front", "sanctions", "demands", "lifting sanctions at once", (QUARTERLY, "Lift at once")),
        position(
            "Union",
            "sanctions",
            "offers",
            "stepwise easing",
            (QUARTERLY, "Stepwise easing tied to compliance"),
            condition="compliance",
        ),
        position(
            "Displaced",
            "displacement",
            "demands",
            "to be heard on their return",
            (HARBOUR, "asked in vain to be heard on their return"),
        ),
    ]


def _claims() -> list[Finding]:
    def status(issue: str, state: str, text: str, *snippets: tuple[Report, str], said_by: str | None = None) -> Finding:
        return _finding(IssueStatusContent(issue=issue, status=state, text=text), *snippets, said_by=said_by)  # type: ignore[arg-type]  # literal

    guarantees = "Mr Reuel said that security guarantees had been agreed in full."
    denial = "nothing on guarantees is agreed, she said"
    return [
        status(
            "detainees",
            "progress",
            "the exchange of prisoners was close to settled",
            (HARBOUR, "the exchange of prisoners was close to settled"),
        ),
        status(
            "detainees",
            "agreed",
            "the exchange of prisoners is complete",
            (TODAY, "Prisoner exchange is now complete"),
            said_by="Red Star",
        ),
        status(
            "territory",
            "blocked",
            "the fate of the valley remains blocked",
            (HARBOUR, "The fate of the valley itself remains blocked, according to Mr Reuel."),
            said_by="Reuel",
        ),
        status(
            "security-guarantees", "agreed", "agreed in full", (WIRE, guarantees), (COPY, guarantees), said_by="Reuel"
        ),
        status(
            "security-guarantees",
            "open",
            "nothing on guarantees is agreed",
            (WIRE, denial),
            (COPY, denial),
            said_by="Brem",
        ),
        status(
            "ceasefire",
            "open",
            "a second round ended without a ceasefire",
            (WIRE, "without a ceasefire, officials on both sides said"),
        ),
    ]


def _rest() -> list[Finding]:
    def quote(speaker: str, text: str, snippet: tuple[Report, str], to: tuple[str, ...] = ()) -> Finding:
        return _finding(
            QuoteContent(speaker=_id(speaker), text=text, direct=True, to=tuple(map(_id, to))), snippet, said_by=speaker
        )

    plan = PlanContent(
        name="the Harbour Plan",
        author=_id("Nordmark"),
        versions=(
            PlanVersion(label="initial", points=28, when="2026-03-02"),
            PlanVersion(label="revised", points=20, when="../2026-03-09"),
        ),
        items=(PlanItem("observers on the river", "monitoring"), PlanItem("the exchange of prisoners", "detainees")),
    )
    drone = EventContent(
        kind="violence", actors=(), text="a drone hit the bridge at Osk", place="Osk", plover="ASSAULT"
    )
    mission = "A Lakes Union observer mission of 300 would deploy when a ceasefire has held for thirty days."
    return [
        quote("Aal", "a cautious and honest beginning", (HARBOUR, "“a cautious and honest beginning”")),
        quote("Brem", "not one line of it", (WIRE, "“not one line of it”")),
        quote("Varga", "close the river <to all>", (TODAY, "“close the river <to all>”"), ("Reuel",)),
        _finding(
            plan,
            (HARBOUR, "She laid a plan of 28 points on the table, known to the delegations as the Harbour Plan."),
            (WIRE, "The Harbour Plan has been cut from 28 to 20 points."),
            (COPY, "The Harbour Plan has been cut from 28 to 20 points."),
        ),
        _finding(
            MechanismContent(
                name="Lakes Union observer mission",
                kind="monitoring",
                led_by=(_id("Union"),),
                trigger="a ceasefire has held for thirty days",
            ),
            (WIRE, mission),
            (COPY, mission),
        ),
        _finding(
            MechanismContent(name="prisoner exchange", kind="exchange", led_by=(_id("Red Star"),), status="in_force"),
            (QUARTERLY, "A prisoner exchange, already under way through the Nordmark Red Star"),
            (TODAY, "Prisoner exchange is now complete"),
            verdict=Verdict.CONFIRM,
        ),
        _finding(
            MechanismContent(name="hotline between the two commands", kind="channel", status="agreed"),
            (QUARTERLY, "A hotline between the two commands, agreed in principle"),
        ),
        _finding(
            MechanismContent(
                name="demilitarised strip along the river Sel",
                kind="buffer_zone",
                led_by=(_id("Union"),),
                status="rejected",
            ),
            (
                QUARTERLY,
                "A demilitarised strip along the river Sel, proposed by the Lakes Union and rejected by Tolmia",
            ),
        ),
        _finding(
            EventContent(
                kind="violence", actors=(), text="shells fell on the market of Osk and killed four people", place="Osk"
            ),
            (HARBOUR, "Two days before the talks, shells fell on the market of Osk and killed four people."),
            when=Interval(earliest=dt.date(2026, 2, 28), latest=dt.date(2026, 2, 28), text="Two days before the talks"),
        ),
        _finding(
            drone,
            (TODAY, "A drone hit the bridge at Osk on Saturday."),
            when=Interval(earliest=dt.date(2026, 3, 14), latest=dt.date(2026, 3, 14), text="on Saturday"),
        ),
        _finding(
            WithheldContent(
                text="what was dropped from the Harbour Plan", by=tuple(sorted((_id("Arvenia"), _id("Front"))))
            ),
            (WIRE, "What was dropped is kept secret by both delegations."),
            (COPY, "What was dropped is kept secret by both delegations."),
        ),
    ]


def _against(findings: list[Finding], first: Finding, second: Finding) -> list[Finding]:
    other = {first.id: second.id, second.id: first.id}
    return [msgspec.structs.replace(f, against=(other[f.id],)) if f.id in other else f for f in findings]


def _one(findings: list[Finding], kind: str, words: str) -> Finding:
    return next(f for f in findings if f.kind == kind and any(words in e.quote for e in f.evidence))


def _disagreement(about: str, issue: str | None, *sides: Finding) -> Disagreement:
    return Disagreement(
        id=content_id("d", sorted(f.id for f in sides)),
        about=about,
        issue=issue,
        sides=tuple(
            Side(text=f.evidence[0].quote, evidence=f.evidence, finding=f.id, said_by=f.said_by, as_of=f.as_of)
            for f in sides
        ),
        marking=most_restricted(f.marking for f in sides),
    )


def sella() -> Findings:
    """The talks on the Sella valley: everything that a brief can show, at least once."""
    findings = _actors() + _meetings() + _positions() + _claims() + _rest()
    agreed, denied = (
        _one(findings, "issue_status", "agreed in full"),
        _one(findings, "issue_status", "nothing on guarantees"),
    )
    planned, cancelled = _one(findings, "meeting", "A third round"), _one(findings, "meeting", "the third round was")
    findings = _against(_against(findings, agreed, denied), planned, cancelled)
    kinds = [kind_of(f.content) for f in findings]
    order = sorted(range(len(findings)), key=lambda n: (_KIND_ORDER.index(kinds[n]), n))
    return Findings(
        reports=REPORTS,
        findings=tuple(findings[n] for n in order),
        disagreements=(
            _disagreement("Are the security guarantees agreed?", "security-guarantees", agreed, denied),
            _disagreement("Does the third round take place?", "process", planned, cancelled),
        ),
        near_duplicates={COPY.id: WIRE.id},
        rejections=(
            Rejection("06.pdf", "it holds no text, only a picture of a page; hand in a copy that was read by OCR"),
            Rejection("<script>.txt", "it is empty; nothing can be read from it"),
        ),
    )


_KIND_ORDER = [
    "actor",
    "role",
    "meeting",
    "position",
    "quote",
    "plan",
    "mechanism",
    "issue_status",
    "event",
    "withheld",
]
