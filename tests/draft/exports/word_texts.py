# ruff: noqa: E501 - the plain form has one line a paragraph
"""One text in two versions, with everything that the grammar has."""

from __future__ import annotations

import datetime as dt

AT = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.UTC)

OLD = """---
title: Protocol on the lines
parties: North, South, "United Front"
marking: AMBER
---

The Parties, **meeting** in [Port Selene](https://example.org/x), *recalling* the note,[^1]

## Article 1. Withdrawal {#withdrawal}

1. The forces of both Parties leave the zone:

   (a) within 30 days of signing, from the towns; {#towns .agreed by=North,"United Front" on=2026-11-01 statements=s-1}

   (b) within 60 days, from the hills. {#hills note="from Geneva"}

2. The Commission \\[sic\\] verifies it. <!-- Ana, 2026-11-01: Which one? --> {#verify}

   It reports each month to both Parties.

## Article 2. Prisoners {#prisoners}

[North:

3. The forces of South leave. {#south}

| South:

3. The forces of both leave. {#both}

]{.private}

4. The ceasefire starts [North: 24 hours {option=short} | South, United Front: [48 | 72] hours]{#when .private} after signing. {#start}

5. تنسحب القوات within 30 days. {#rtl}

6. Families of the missing are told before anybody else, by letter and in person. {#families .ad-referendum}

\\7. January is the day of the dead, and `code | here` stays.

---

[^1]: Note of the secretariat.

Done at Port Selene.

For North: A. Person
"""

NEW = (
    OLD.replace("30 days of signing, from the towns", "45 days of signing, from all towns")
    .replace("2. The Commission \\[sic\\] verifies it. <!-- Ana, 2026-11-01: Which one? --> {#verify}\n\n", "")
    .replace("   It reports each month to both Parties.\n\n", "")
    .replace("6. Families of the missing are told before anybody else, by letter and in person. {#families .ad-referendum}\n\n", "")
    .replace(
        "1. The forces of both",
        "6. Families of the missing are told before anybody else, by letter and in person. {#families .ad-referendum}\n\n"
        "1. The forces of both",
    )
    .replace("5. ", "7. ")
    .replace("Done at", "8. A harvest fund is set up in the valley. {#harvest}\n\nDone at")
    .replace("[48 | 72] hours", "72 hours")
    .replace('.agreed by=North,"United Front" on=2026-11-01', ".reserved")
)  # fmt: skip
