"""Actors joined over reports."""

from __future__ import annotations

import msgspec
import pytest
from newsroom import Newsroom, named, only

from goodoffices.record import ASSUMED, Findings
from goodoffices.record.findings import build


def people(findings: Findings) -> list[str]:
    """Names of the joined persons, sorted."""
    return sorted(f.content.name for f in findings.of_kind("actor") if f.content.kind == "person")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Vladimir Zelensky"),
        ("President Juan Manuel Santos", "Juan Santos"),
        ("Andriy Yermak", "Andrii Yermak"),
        ("Abdul-Malik al-Houthi", "Abdulmalik al Houthi"),
        ("Rodrigo Londoño Echeverri", "Rodrigo Londoño"),
        ("Mohammed Abdulsalam", "Muhammad Abdul Salam"),
        ("Lt. Gen. Keith Kellogg", "Keith Kellogg"),
        ("J. Kushner", "Jared Kushner"),
        ("Serhii Kyslytsya", "Sergiy Kyslytsia"),
    ],
)
def test_spellings_of_one_name_are_one_person(room: Newsroom, one: str, other: str) -> None:
    """Transliterations, honorifics, initials, middle names and second surnames do not make two persons of one."""
    room.report("a").person(one)
    room.report("b").person(other)
    assert len(people(room.build())) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fidel Castro", "Raúl Castro"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Olena Zelenska", "Volodymyr Zelensky"),
        ("Hassan Rouhani", "Hussein Rouhani"),
        ("Bashar al-Assad", "Maher al-Assad"),
        ("Alexander Petrov", "Alexandra Petrova"),
        ("Alexander Volkov", "Alexandra Volkov"),
        ("John Smith", "James Smith"),
        ("Ali Hassan", "Ali Hussein"),
    ],
)
def test_different_given_names_stay_apart(room: Newsroom, one: str, other: str) -> None:
    """Brothers, sisters, spouses and namesakes are never one person."""
    room.report("a").person(one)
    room.report("b").person(other)
    assert len(people(room.build())) == 2


def test_a_bare_surname_is_the_one_person_of_that_name(room: Newsroom) -> None:
    """A bare "Zelensky" is the Volodymyr Zelenskyy of another report; the fullest name stands, the rest are aliases."""
    room.report("a").person("Volodymyr Zelenskyy")
    room.report("b").person("Zelensky")
    findings = room.build()
    assert people(findings) == ["Volodymyr Zelenskyy"]
    assert only(findings, "actor").content.aliases == ("Zelensky",)


def test_a_bare_surname_of_two_persons_stays_apart(room: Newsroom) -> None:
    """A "Castro" beside Fidel and Raúl Castro is nobody's alias."""
    for name in ("Fidel Castro", "Raúl Castro", "Castro"):
        room.report(name).person(name)
    assert people(room.build()) == ["Castro", "Fidel Castro", "Raúl Castro"]


def test_a_bare_surname_joins_by_side(room: Newsroom) -> None:
    """Of two Kims, the one who speaks for Seoul is the one that "Kim", who speaks for Seoul, means."""
    north, south = room.report("a"), room.report("b")
    north.person("Kim Jong Un", side=north.actor("North Korea"))
    seoul = south.actor("South Korea")
    south.person("Kim Hong Kyun", side=seoul)
    third = room.report("c")
    third.person("Kim", side=third.actor("South Korea"))
    findings = room.build()
    assert people(findings) == ["Kim Hong Kyun", "Kim Jong Un"]
    joined = next(f for f in findings.of_kind("actor") if f.content.name == "Kim Hong Kyun")
    assert joined.content.aliases == ("Kim",)


def test_a_bare_surname_of_another_side_stays_apart(room: Newsroom) -> None:
    """An Ivanov of Bulgaria is not the Sergey Ivanov of Russia."""
    one, other = room.report("a"), room.report("b")
    one.person("Sergey Ivanov", side=one.actor("Russia"))
    other.person("Ivanov", side=other.actor("Bulgaria"))
    assert people(room.build()) == ["Ivanov", "Sergey Ivanov"]


@pytest.mark.parametrize(
    ("one", "other"), [("United States", "the United States"), ("U.S.", "US"), ("Houthi", "Houthis"), ("NATO", "Nato")]
)
def test_bodies_join_by_folded_name(room: Newsroom, one: str, other: str) -> None:
    """Articles, stops, case and a plural ending do not make two bodies of one."""
    room.report("a").actor(one)
    room.report("b").actor(other)
    only(room.build(), "actor")


def test_a_body_joins_by_its_alias(room: Newsroom) -> None:
    """A report that says only "Kyiv" speaks of the state that another report also calls Kyiv."""
    room.report("a").actor("Ukraine", aliases=["Kyiv"])
    room.report("b").actor("Kyiv")
    joined = only(room.build(), "actor")
    assert joined.content.name == "Ukraine"
    assert joined.sources == 2


def test_a_body_called_by_a_part_of_its_name_is_the_only_one_that_bears_it(room: Newsroom) -> None:
    """ "African mission" is the African Mission in Burundi; with a second one that fits, it stays apart."""
    room.report("a").actor("African Mission in Burundi", "organisation")
    room.report("b").actor("African mission", "organisation")
    only(room.build(), "actor")
    room.report("c").actor("African Union Mission in Somalia", "organisation")
    assert len(room.build().of_kind("actor")) == 3


def test_a_common_word_alone_joins_no_body(room: Newsroom) -> None:
    """ "The commission" may be any; "the Coordination" is the first word of a movement's own name."""
    room.report("a").actor("Joint Election Commission", "organisation")
    room.report("b").actor("commission", "organisation")
    assert len(room.build().of_kind("actor")) == 2
    room.report("c").actor("Coordination of Azawad Movements", "group")
    room.report("d").actor("Coordination", "group")
    assert len(room.build().of_kind("actor")) == 3


def test_a_given_name_left_out_is_the_same_person(room: Newsroom) -> None:
    """Irfaan Ali is Mohamed Irfaan Ali; an initial is that of the first name."""
    for report, name in (("a", "Mohamed Irfaan Ali"), ("b", "Irfaan Ali"), ("c", "Karim Mohamed Salloum")):
        room.report(report).actor(name, "person")
    room.report("d").actor("M. Salloum", "person")
    assert people(room.build()) == ["Karim Mohamed Salloum", "M. Salloum", "Mohamed Irfaan Ali"]


def test_an_alias_of_two_bodies_joins_neither(room: Newsroom) -> None:
    """An "SDF" can be of Syria or of Sudan."""
    room.report("a").actor("Syrian Democratic Forces", "group", aliases=["SDF"])
    room.report("b").actor("Sudan Defence Force", "group", aliases=["SDF"])
    room.report("c").actor("SDF", "group")
    assert len(room.build().of_kind("actor")) == 3


def test_an_alias_does_not_join_what_a_report_tells_apart(room: Newsroom) -> None:
    """A report that has the Kremlin beside Russia keeps them two."""
    room.report("a").actor("Russia", aliases=["Kremlin"])
    both = room.report("b")
    both.actor("Russia")
    both.actor("Kremlin", "organisation")
    assert sorted(f.content.name for f in room.build().of_kind("actor")) == ["Kremlin", "Russia"]


def test_names_in_passing_join_nobody(room: Newsroom) -> None:
    """What "the government" means is another one in each capital."""
    for state in ("Cyprus", "Yemen"):
        draft = room.report(state)
        draft.actor("the government", "organisation", side=draft.actor(state))
    assert len(room.build().of_kind("actor")) == 4


def test_the_side_is_that_of_most_reports(room: Newsroom) -> None:
    """A side that one report gets wrong is outvoted; of a tie, the latest report's stands."""
    for place, state in enumerate(("Qatar", "Oman", "Oman")):
        draft = room.report(f"r{place}", f"2026-01-0{place + 1}")
        draft.person("Badr Albusaidi", side=draft.actor(state))
    findings = room.build()
    person = next(f for f in findings.of_kind("actor") if f.content.kind == "person")
    assert named(findings, person.content.side) == "Oman"
    tied = Newsroom()
    for place, state in enumerate(("Qatar", "Oman")):
        draft = tied.report(f"r{place}", f"2026-01-0{place + 1}")
        draft.person("Badr Albusaidi", side=draft.actor(state))
    findings = tied.build()
    person = next(f for f in findings.of_kind("actor") if f.content.kind == "person")
    assert named(findings, person.content.side) == "Oman"


def test_an_adviser_speaks_for_the_state(room: Newsroom) -> None:
    """The side of a president's adviser is the president's state, also where another report says whose president."""
    one, other = room.report("a"), room.report("b")
    adviser = one.person("Yuri Ushakov", side=one.person("Vladimir Putin"))
    one.position(adviser, "territory", "rejects", "any compromise")
    other.person("Vladimir Putin", side=other.actor("Russia"))
    findings = room.build()
    sides = {f.content.name: named(findings, f.content.side) for f in findings.of_kind("actor")}
    assert sides == {"Yuri Ushakov": "Russia", "Vladimir Putin": "Russia", "Russia": None}
    assert named(findings, only(findings, "position").content.party) == "Russia"


def test_contents_are_written_with_joined_ids(room: Newsroom) -> None:
    """A position of "Kyiv" and a quote of "Zelensky" carry the ids of Ukraine and Volodymyr Zelenskyy."""
    one, other = room.report("a"), room.report("b")
    one.person("Volodymyr Zelenskyy", side=one.actor("Ukraine", aliases=["Kyiv"]))
    kyiv, short = other.actor("Kyiv"), other.person("Zelensky")
    other.position(kyiv, "ceasefire", "demands", "a full ceasefire")
    other.position(short, "sanctions", "demands", "new sanctions")
    other.quote(short, "our people are dying")
    findings = room.build()
    assert {named(findings, f.content.party) for f in findings.of_kind("position")} == {"Ukraine"}
    assert named(findings, only(findings, "quote").content.speaker) == "Volodymyr Zelenskyy"


def test_roles_merge_by_office_and_tenure(room: Newsroom) -> None:
    """Adviser and advisor are one office; a former holder is a finding of its own."""
    for name, title in (("a", "senior adviser"), ("b", "Senior Advisor")):
        draft = room.report(name)
        draft.role(draft.person("Yuri Ushakov"), title, draft.actor("Russia"))
    draft.role(draft.person("Yuri Ushakov"), "ambassador", draft.actor("Russia"), "former")
    roles = room.build().of_kind("role")
    assert sorted(
        (f.content.title.lower().replace("adviser", "advisor"), f.content.tenure, f.sources) for f in roles
    ) == [
        ("ambassador", "former", 1),
        ("senior advisor", "current", 2),
    ]


@pytest.mark.parametrize("assumed", ["earlier", "later"])
def test_a_side_that_a_report_says_goes_before_one_left_to_be_understood(room: Newsroom, assumed: str) -> None:
    """ "The Afghan interior minister, X" in one report; "the interior minister, X" in another about Pakistan."""
    drafts = [room.report("a", "2024-05-01"), room.report("b", "2024-05-02")]
    saying, assuming = drafts if assumed == "later" else reversed(drafts)
    afghanistan = saying.actor("Afghanistan")
    saying.person("Omar Zadran", side=afghanistan)
    pakistan = assuming.actor("Pakistan")
    assuming.person("Omar Zadran", side=pakistan)
    statements = [
        msgspec.structs.replace(s, basis=ASSUMED)
        if s.report == assuming.report().id and getattr(s.content, "kind", "") == "person"
        else s
        for s in room.statements()
    ]
    findings = build(room.reports(), statements)
    (person,) = [f.content for f in findings.of_kind("actor") if f.content.kind == "person"]
    assert named(findings, person.side) == "Afghanistan"


@pytest.mark.parametrize("other", ["UN Monitoring Mission", "U.N. Monitoring Mission"])
def test_an_organ_of_a_union_is_one_by_its_initials(room: Newsroom, other: str) -> None:
    """ "The UN mission" of one report is the "United Nations mission" of another."""
    room.report("a").actor("United Nations Monitoring Mission", "organisation")
    room.report("b").actor(other, "organisation")
    assert len(list(room.build().of_kind("actor"))) == 1
