"""Time expressions, resolved against the report's day: what they mean as TIMEX3 values and as days.

`dates` reads a text; `find_dates` reads paragraphs that are parsed already; `interval_of` gives the record's interval.
"""

from .expression import TimeExpression, TimeType, interval_of
from .find import dates, find_dates

__all__ = ["TimeExpression", "TimeType", "dates", "find_dates", "interval_of"]
