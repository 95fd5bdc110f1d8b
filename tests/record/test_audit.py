"""The audit log: every write stands in it, it is only ever added to, and it can be read."""

from __future__ import annotations

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from made import DAY, day, report, statements

from goodoffices.record import CaseError, InputError, Marking, Rejection, Verdict, make_judgement
from goodoffices.record.audit import GENESIS, OWN_ACTS, AuditEntry, AuditHead, chain_fault, next_entry, parse_head
from goodoffices.record.note import AttemptNote, make_note
from goodoffices.record.store import Store, open_case
from goodoffices.record.verify import verify


def acts(case: Store) -> list[str]:
    """What the log says was done, from the first line on."""
    return [entry.act for entry in case.audit_log()]


def run(case: Store, sql: str) -> None:
    """Run SQL on the tables, with the guards of the log in place."""
    engine: sa.Engine = case._engine  # type: ignore[attr-defined]  # noqa: SLF001  what nobody else may do
    with engine.begin() as connection:
        connection.execute(sa.text(sql))


def test_a_new_case_has_an_empty_log(case: Store) -> None:
    """There is no line, and its head is the one before the first."""
    assert case.audit_log() == ()
    assert case.audit_head() == AuditHead(0, GENESIS)


def test_every_write_stands_in_the_log(case: Store) -> None:
    """Each call that writes leaves one line with who did it to what; one that changes nothing leaves none."""
    one, note = (
        report(1),
        make_note(AttemptNote(what="a truce", outcome="failed", tried_by="UN"), by="Ana", at=DAY, why="heard"),
    )
    found = statements(one, 4)
    word = make_judgement(found[0].id, Verdict.CONFIRM, by="Bo", at=DAY)
    for _ in range(2):  # the second time all of it is known
        case.add(one, found[:2], at=DAY, by="Ana", rejections=[Rejection("x", "y"), Rejection("x", "y")])
        case.extend(one.id, found, at=day(1), by="Cai")
        case.reject(Rejection("broken.txt", "it is binary"), at=DAY, by="Ana")
        case.judge(word)
        case.mark(one.id, Marking.AMBER, at=DAY, by="Ana")
        case.retire(one.id, by="Ana", why="a hoax", at=DAY)
        case.restore(one.id, by="Ana", why="no hoax", at=day(1))
        case.note(note)
        case.confine(one.id, "Track II", by="Ana", why="given there", at=DAY)
    log = case.audit_log()
    assert [(entry.number, entry.act, entry.by) for entry in log] == [
        (1, "add", "Ana"),
        (2, "extend", "Cai"),
        (3, "reject", "Ana"),
        (4, "judge", "Bo"),
        (5, "mark", "Ana"),
        (6, "retire", "Ana"),
        (7, "restore", "Ana"),
        (8, "note", "Ana"),
        (9, "confine", "Ana"),
    ]
    assert {log[number].target for number in (0, 1, 4, 5, 6, 8)} == {one.id}
    assert (log[3].target, log[3].detail["verdict"], log[3].detail["id"]) == (found[0].id, "confirm", word.id)
    assert (log[0].detail["statements"], log[0].detail["rejections"], log[1].detail["statements"]) == (2, 1, 2)
    assert (log[4].detail["marking"], log[8].detail["circle"], log[8].detail["confined"]) == ("AMBER", "track ii", 1)
    assert verify(case).faults == ()


def test_the_log_tells_the_time_of_the_machine(case: Store) -> None:
    """When a line was written is not what somebody says of when the record learned a thing."""
    before = dt.datetime.now(dt.UTC)
    case.add(report(1), at=DAY)
    (entry,) = case.audit_log()
    assert before <= entry.at <= dt.datetime.now(dt.UTC)


def test_each_line_seals_the_one_before(case: Store) -> None:
    """The first holds 64 zeros, each other the hash of the line before; the head is the last."""
    for number in range(4):
        case.add(report(number), statements(report(number)), at=DAY)
    log = case.audit_log()
    assert [entry.previous for entry in log] == [GENESIS, *(entry.hash for entry in log[:-1])]
    assert case.audit_head() == log[-1].head
    heads = [AuditHead(), *(entry.head for entry in log)]
    assert [chain_fault(head, entry) for head, entry in zip(heads[:-1], log, strict=True)] == [None] * 4


def test_what_is_written_together_is_logged_together(case: Store) -> None:
    """A line is there with its write or not at all: where a transaction fails, both are gone."""
    with case.together() as writer:
        writer.add(report(1), at=DAY)
        writer.audit("import", target="talks.jsonl", by="Ana", detail={"lines": 3})

    def fail() -> None:
        with case.together() as writer:
            writer.add(report(2), at=DAY)
            writer.audit("import", target="other.jsonl")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    case.add(report(3), at=DAY)
    assert [(entry.number, entry.act) for entry in case.audit_log()] == [(1, "add"), (2, "import"), (3, "add")]
    assert verify(case).faults == ()


def test_what_is_no_write_can_be_written_down(case: Store) -> None:
    """A login, an export: with its own time and marking; it is the same line when the case is opened again."""
    given = case.audit("login", target="ana", by="ana", at=day(1), detail={"from": "10.0.0.1"}, marking=Marking.AMBER)
    assert (given.number, given.at, given.marking, given.detail) == (1, day(1), Marking.AMBER, {"from": "10.0.0.1"})
    assert case.audit_log() == (given,)


@pytest.mark.parametrize("act", sorted(OWN_ACTS))
def test_nobody_else_writes_what_the_store_writes(case: Store, act: str) -> None:
    """A line that proves the record cannot come from outside."""
    with pytest.raises(InputError, match="by the store alone"):
        case.audit(act, target="r-1", by="Ana")
    assert case.audit_log() == ()


@pytest.mark.parametrize("act", ["", "Log In", "log in", "x" * 41, "a\n", "login;"])
def test_an_act_is_a_plain_word(case: Store, act: str) -> None:
    """What lists sort and filter by is written in one way."""
    with pytest.raises(InputError, match="no act for the audit log"):
        case.audit(act, by="Ana")


def test_anything_that_a_stranger_types_is_kept(case: Store) -> None:
    """A failed login's name may hold anything, of any length: the line is written, cut, and proves true."""
    for odd in ("a\0b", "half \ud800 a character", "x" * 100_000, "'; DROP TABLE audit; --", "\u202e\x1b[2J"):
        case.audit("login-failed", target=odd, by=odd, detail={"name": odd, odd: 1})
        assert case.audit_log(target=odd, by=odd)
    assert max(len(entry.target) for entry in case.audit_log()) == 400
    assert verify(case).faults == ()


def test_the_log_is_read_in_parts(case: Store) -> None:
    """From either end, behind or before a line, so many lines, and by act, person or target."""
    for number in range(1, 7):
        case.audit("login" if number % 2 else "export", target=f"t{number}", by="ana" if number < 4 else "bo")

    def numbers(**asked: object) -> list[int]:
        return [entry.number for entry in case.audit_log(**asked)]  # type: ignore[arg-type]

    assert numbers() == [1, 2, 3, 4, 5, 6]
    assert numbers(limit=2) == [1, 2]
    assert numbers(after=2, limit=2) == [3, 4]
    assert numbers(newest_first=True, limit=2) == [6, 5]
    assert numbers(newest_first=True, before=5, limit=2) == [4, 3]
    assert numbers(act="export") == [2, 4, 6]
    assert numbers(by="bo", act="login") == [5]
    assert numbers(target="t3") == [3]
    assert numbers(limit=0) == numbers(act="none") == []


REPLACE = "INSERT OR REPLACE INTO audit SELECT number, at, 'x', act, target, marking, detail, previous, hash FROM audit"
EMPTY = ["DELETE FROM audit", "DELETE FROM audit WHERE number = 1"]


def test_the_tables_refuse_to_change_the_log(case: Store) -> None:
    """Neither a line is changed nor taken out, whichever way it is asked for."""
    case.add(report(1), at=DAY)
    before = case.audit_log()
    for sql in ("UPDATE audit SET who = 'nobody'", *EMPTY, "TRUNCATE audit" if "://" in case.name else REPLACE):
        with pytest.raises(sa.exc.DBAPIError, match="only ever added to"):
            run(case, sql)
        assert case.audit_log() == before


def test_many_writers_make_one_chain(place: str) -> None:
    """Whoever writes at the same time, through connections of their own, the log has no gap and no fork."""
    together = threading.Barrier(4)

    def write(part: int) -> None:
        with open_case(place, wait_seconds=30) as own:
            together.wait()
            for number in range(part * 10, part * 10 + 5):
                own.add(report(number), statements(report(number)), at=DAY, by=str(part))
                own.audit("export", by=str(part))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with open_case(place) as case:
        assert [entry.number for entry in case.audit_log()] == list(range(1, 41))
        assert verify(case).faults == ()


def test_a_head_is_read_as_it_is_written() -> None:
    """`NUMBER:HASH`, in any case of letters; anything else is refused."""
    head = AuditHead(17, "ab" * 32)
    assert parse_head(str(head)) == parse_head(f" {str(head).upper()}\n") == head
    for wrong in ("", "17", "17:abc", f"-1:{'0' * 64}", f"x:{'0' * 64}", f"1:{'0' * 65}"):
        with pytest.raises(InputError, match="no head of an audit log"):
            parse_head(wrong)


LINES = st.lists(st.tuples(st.sampled_from(["login", "export"]), st.text(max_size=5), st.integers(-5, 5)), min_size=2)


@given(lines=LINES, data=st.data())
def test_no_change_of_a_chain_goes_unseen(lines: list[tuple[str, str, int]], data: st.DataObject) -> None:
    """Whichever field of whichever line is changed, or line left out or doubled, the chain no longer holds."""
    chain: list[AuditEntry] = []
    head = AuditHead()
    for act, by, value in lines:
        chain.append(next_entry(head, act, at=DAY, by=by, detail={"v": value}))
        head = chain[-1].head

    def holds(entries: list[AuditEntry]) -> bool:
        heads = [AuditHead(), *(entry.head for entry in entries)]
        return not any(chain_fault(*pair) for pair in zip(heads, entries, strict=False))

    assert holds(chain)
    place = data.draw(st.integers(0, len(chain) - 2))
    changes = {"by": "someone else", "act": "other", "target": "t", "detail": {"v": 99}, "at": day(1)}
    field = data.draw(st.sampled_from([*changes, "number", "previous", "hash", "marking"]))
    changes |= {"number": 99, "previous": "f" * 64, "hash": "f" * 64, "marking": Marking.CLEAR}
    changed = msgspec.structs.replace(chain[place], **{field: changes[field]})
    assert not holds([*chain[:place], changed, *chain[place + 1 :]])
    assert not holds([*chain[:place], *chain[place + 1 :]])
    assert not holds([*chain[: place + 1], *chain[place:]])


def test_a_line_that_cannot_be_read_is_said(case: Store) -> None:
    """One sentence names the line and what to do."""
    case.audit("login", by="ana")
    run(case, "DROP TRIGGER audit_is_not_changed" + (" ON audit" if "://" in case.name else ""))
    run(case, "UPDATE audit SET detail = '{'")
    with pytest.raises(CaseError, match="line 1 of the audit log cannot be read"):
        case.audit_log()
