"""The state of an agreement on a day, as a page: the board, the timeline, and what each thing rests on."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re

import pytest
from watching_sample import ACCUSED, AGREEMENT, BREACH, ENTRIES, VAGUE, at, outlook, said

from goodoffices.brief.watching import Backing, render_state
from goodoffices.brief.watching.build import build_state
from goodoffices.brief.watching.model import ObligationView, StatePage
from goodoffices.record import Marking
from goodoffices.watch.log import Reading, entry_id, log_of
from goodoffices.watch.state import state


def page(on: str = "2026-03-26", entries: tuple[object, ...] = ENTRIES) -> StatePage:
    """The page of the small truce on a day."""
    log = log_of(entries)  # type: ignore[arg-type]
    return build_state(state(AGREEMENT, log, on=at(on)), Backing(log=log.as_known()))


def view(made: StatePage, own: str) -> ObligationView:
    """One obligation of it."""
    return next(each for each in made.obligations if each.id == own)


def test_every_obligation_is_in_one_column() -> None:
    """The counts by state add up to the obligations, and are in the order of an obligation's life."""
    made = page()
    assert sum(each.count for each in made.states) == len(made.obligations)
    assert [each.state for each in made.states] == ["conditional", "active", "breached", "fulfilled"]


def test_a_change_opens_the_entry_that_caused_it() -> None:
    """By whom, where it stands, upon which incidents, how sure, and its marking."""
    (cause,) = view(page(), "ceasefire").causes
    assert (cause.entry, cause.by) == (entry_id(BREACH), "Commission")
    assert cause.sources == ("https://commission.example/3",)
    assert cause.incidents == ("a", "b")
    assert cause.note == "two craters; 80% sure"
    assert cause.marking == "TLP:AMBER"


def test_without_the_log_causes_are_their_ids() -> None:
    """A page can be written from the outlook alone; it opens less and says no less."""
    made = build_state(outlook("2026-03-26"), Backing())
    assert [each.words for each in view(made, "ceasefire").causes] == [entry_id(BREACH)]


def test_spans_cover_the_time_from_the_entry_into_force_without_a_gap() -> None:
    """Conditional, active, breached, fulfilled: each starts where the one before ends."""
    spans = view(page("2026-05-01"), "withdrawal").spans
    assert spans[0].start == AGREEMENT.in_force
    assert spans[-1].end == at("2026-05-01")
    assert all(left.end == right.start for left, right in itertools.pairwise(spans))
    assert [each.state for each in spans] == ["conditional", "active", "fulfilled"]


def test_what_arises_anew_begins_when_it_arises() -> None:
    """The answer to a call has no time before the call."""
    answer = view(page(), "answer/c-1")
    assert answer.family == "answer"
    assert answer.spans[0].start == at("2026-03-10T08:00")


def test_a_deadline_is_the_last_day_on_which_it_can_be_done() -> None:
    """Due on 30 April, not on the first instant at which it is too late; of hours, to the minute."""
    assert view(page(), "pledge").due_words == "by 30 April 2026"
    assert view(page(), "answer/c-1").due_words == "by 11 March 2026, 08:00 UTC"


def test_waits_say_true_false_and_unknown() -> None:
    """Nobody has read the fund: unknown, not false."""
    waits = {each.words: each.label for each in view(page("2026-03-12"), "relief").waits_for}
    assert waits == {"withdrawal is fulfilled": "false", "value(paid) >= 100": "unknown"}


def test_where_the_time_is_not_known_both_states_are_shown() -> None:
    """Withdrawn on some day between 20 March and 2 April, due on the 21st: done, or in breach."""
    found = view(page("2026-03-26"), "withdrawal")
    assert (found.state, found.or_else) == ("fulfilled", "breached")
    assert "the state may be another: withdrawal" in " ".join(page("2026-03-26").sentences)


def test_an_open_power_says_why_with_its_clause() -> None:
    """Snapback is open since the breach, by clause 12."""
    (power,) = page().powers
    assert (power.state, power.clause, power.effect) == ("open", "12", "suspends relief")
    assert [(each.words, each.holds) for each in power.why] == [("ceasefire was breached", True)]
    assert power.since == at("2026-03-10")


def test_circles_claims_and_entries_without_effect_are_listed() -> None:
    """Settlement and guarantee wait for each other; South's accusation is a claim; a remedy of nothing is idle."""
    odd = said("remedied", "withdrawal", "2026-03-12", "Commission")
    made = page("2026-03-26", (*ENTRIES, odd))
    assert made.loops == (("guarantee", "settlement"),)
    assert [claim.entry for claim in view(made, "ceasefire").claims] == [entry_id(ACCUSED)]
    assert [each.cause.entry for each in made.idle] == [entry_id(odd)]


def test_an_indicator_shows_its_latest_reading_by_the_day() -> None:
    """Read twice; on the day between, the first holds; before, nobody has read it."""
    readings = tuple(
        Reading(indicator="paid", value=value, at=at(when), known=at(when))
        for value, when in ((20, "2026-03-10"), (60, "2026-03-20"))
    )
    values = [page(on, readings).indicators[0].value for on in ("2026-03-05", "2026-03-15", "2026-03-26")]
    assert values == [None, 20, 60]
    assert "nobody has read it" in page("2026-03-05", readings).indicators[0].words


def test_the_page_is_as_restricted_as_the_most_restricted_entry() -> None:
    """The finding is AMBER: so is the page; for an audience that may not see it, it is not on the page."""
    assert page().marking is Marking.AMBER
    log = log_of(ENTRIES)
    seen = log.as_known(None, Marking.GREEN)
    green = state(AGREEMENT, log, on=at("2026-03-26"), audience=Marking.GREEN)
    for form in ("text", "md", "html", "json"):
        written = render_state(green, form=form, backing=Backing(log=seen))
        assert "commission.example" not in written
        assert "AMBER" not in written


def test_names_never_become_markup() -> None:
    """What the agreement and the log say is escaped in the page and in Markdown."""
    made = outlook("2026-03-26")
    backing = Backing(log=log_of(ENTRIES))
    html = render_state(made, form="html", backing=backing)
    assert "cease &lt;all&gt; fire" in html
    assert "<all>" not in html
    assert "<other>" not in render_state(made, form="md", backing=backing)


@pytest.mark.parametrize("form", ["text", "md", "json", "html"])
def test_every_form_names_every_obligation(form: str) -> None:
    """No form leaves one out."""
    written = render_state(outlook("2026-03-26"), form=form)
    for each in ("ceasefire", "withdrawal", "relief", "pledge", "answer/c-1", "guarantee", "settlement"):
        assert each in written


def test_a_form_that_is_not_there_is_refused() -> None:
    """The message names those that are."""
    with pytest.raises(ValueError, match="text, json, md, html"):
        render_state(outlook("2026-03-26"), form="pdf")


def test_the_json_reads_back_into_the_page() -> None:
    """The format is named, and nothing is lost."""
    import msgspec  # noqa: PLC0415  beside its only use

    log = log_of(ENTRIES)
    written = render_state(outlook("2026-03-26"), form="json", backing=Backing(log=log))
    assert json.loads(written)["format"] == "goodoffices.watch.state/1"
    assert msgspec.json.decode(written, type=StatePage) == build_state(outlook("2026-03-26"), Backing(log=log))


def test_hundreds_of_tickets_are_told_short_in_text_and_in_full_in_json() -> None:
    """The terminal lists the last few and says how many there are before; the JSON has all."""
    calls = tuple(
        said("happened", "call", f"2026-03-{day:02d}T{hour:02d}:00", ref=f"c-{day}-{hour}")
        for day in range(2, 12)
        for hour in range(20)
    )
    made = outlook("2026-03-26", calls)
    text = render_state(made, form="text")
    assert "194 earlier ones" in text
    assert sum(each["family"] == "answer" for each in json.loads(render_state(made, form="json"))["obligations"]) == 200


def test_a_day_before_the_entry_into_force_is_a_page_too() -> None:
    """Nothing is owed yet, and the page says when."""
    text = render_state(outlook("2026-02-01", ()), form="text")
    assert "enters into force on 1 March 2026" in text


def test_what_was_known_then_stands_in_the_title() -> None:
    """As known on 10 March the breach was not known."""
    made = state(AGREEMENT, log_of(ENTRIES), on=at("2026-03-26"), known=at("2026-03-10"))
    log = log_of(ENTRIES).as_known(at("2026-03-10"))
    text = render_state(made, form="text", backing=Backing(log=log))
    assert "As it was known on 10 March 2026." in text
    assert "two craters" not in text


def test_the_vague_entry_says_between_when_and_when() -> None:
    """Its time is an interval."""
    causes = view(page("2026-03-26"), "withdrawal").causes
    assert causes[0].entry == entry_id(VAGUE)
    assert causes[0].at == "between 20 March 2026 and 2 April 2026"
    assert causes[0].known == dt.datetime(2026, 4, 3, tzinfo=dt.UTC)


def test_a_page_of_a_thousand_tickets_stays_small_and_every_link_leads_somewhere() -> None:
    """The last sixty stand one by one; links to earlier ones lead to their obligation."""
    calls = tuple(
        said("happened", "call", f"2026-03-{day:02d}T{n // 60:02d}:{n % 60:02d}", ref=f"c-{day}-{n}")
        for day in range(2, 12)
        for n in range(100)
    )
    html = render_state(outlook("2026-03-11", calls), form="html")
    assert len(html) < 700_000
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert "earlier ones are left out; the JSON has all" in html
