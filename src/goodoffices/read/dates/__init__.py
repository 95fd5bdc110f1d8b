"""Time expressions, resolved against the report's day: what they mean as TIMEX3 values and as days.

`dates` reads a text; `days_of_labels` the days over the entries of a log;
`find_dates` reads paragraphs that are parsed already; `interval_of` gives the record's interval.
"""

from .expression import TimeExpression, TimeType, interval_of
from .find import dates, find_dates, read_alone
from .headed import days_of_labels

__all__ = ["TimeExpression", "TimeType", "dates", "days_of_labels", "find_dates", "interval_of", "read_alone"]
