"""The arithmetic of periods, holidays and lengths."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.read.dates.calendar import FINENESS, Period, period_of
from goodoffices.read.dates.holidays import easter, holiday_on
from goodoffices.read.dates.length import Amount, Length
from goodoffices.read.dates.pattern import RuleBook

UNITS = st.sampled_from([unit for unit in FINENESS if unit != "weekend"])
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(3000, 1, 1))


@given(UNITS, DAYS)
def test_a_period_holds_its_day(unit: str, day: dt.date) -> None:
    """The period of a day begins no later and ends no earlier."""
    period = period_of(unit, day)  # type: ignore[arg-type]
    assert period.first <= day <= period.last


@given(UNITS, DAYS, st.integers(-50, 50))
def test_shifting_there_and_back(unit: str, day: dt.date, count: int) -> None:
    """A shift by some and then by as many back changes nothing; neighbours touch."""
    period = period_of(unit, day)  # type: ignore[arg-type]
    moved = period.shift(count)
    if moved and (back := moved.shift(-count)):
        assert back == period
    after = period.shift(1)
    assert after is None or after.first == period.last + dt.timedelta(days=1)


def test_the_calendar_ends() -> None:
    """Beyond the years 1 to 9999 there is no period."""
    assert Period(dt.date(2026, 1, 1), "century").shift(1000) is None
    assert Period(dt.date(2026, 1, 1), "day").shift(10**9) is None


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [(2024, (3, 31), (5, 5)), (2025, (4, 20), (4, 20)), (2026, (4, 5), (4, 12)), (2013, (3, 31), (5, 5))],
)
def test_easter(year: int, western: tuple[int, int], orthodox: tuple[int, int]) -> None:
    """Easter falls where the churches' tables have it."""
    assert easter(year) == dt.date(year, *western)
    assert easter(year, orthodox=True) == dt.date(year, *orthodox)


def test_thanksgiving() -> None:
    """The fourth Thursday of November."""
    assert holiday_on("thanksgiving", 2023) == dt.date(2023, 11, 23)


def test_length_writes_days_and_hours_apart() -> None:
    """ISO 8601 sets a T before hours."""
    assert Length(amounts=(Amount(2, "hour"), Amount(20, "minute"))).value == "PT2H20M"
    assert Length(amounts=(Amount(0.5, "century"),)).value == "P50Y"


def test_an_open_bracket_is_refused() -> None:
    """A pattern that does not close a bracket fails where it is written, not where it is used."""
    with pytest.raises(ValueError, match="bracket stays open"):
        RuleBook().rule("[the month")(lambda match: match)
