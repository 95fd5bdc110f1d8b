"""Agreements in different styles, written for these tests, with the numbers that each has by hand."""

from __future__ import annotations

__all__ = ["AGREEMENTS"]

TREATY = """COMPREHENSIVE PEACE AGREEMENT

between the Government of Arda and the Arda Liberation Front

The Parties,

Recalling the Ceasefire Protocol of 3 May 2019,

Have agreed as follows:

CHAPTER I
GENERAL PROVISIONS

Article 1
Definitions

1. In this Agreement:
   (a) "Force" means any armed unit;
   (b) "Zone" means the area in Annex A, as
       marked on the map;
   (c) "Commission" means:
       (i) the body of Article 7;
       (ii) its sub-committees.

2. Terms in the singular include the plural, as provided in
Article 5 of the Protocol.

Article 2
Purpose
The purpose of this Agreement is to end the war.

- 2 -

CHAPTER II
SECURITY

Article 3 - Cessation of hostilities

3.1 The Parties shall cease all hostilities within [24] hours.
3.2 The Commission shall verify.
3.2.1 It reports weekly[1].
3.2.2 It reports to both Parties.
3.3 Violations are dealt with under Article 7.

Article 4: Withdrawal
The forces leave the zone. They are
2016 in number, and leave by 5. May at the latest.

Done at Geneva on 4 June 2021 in two originals.

For the Government of Arda:
A. B. Smith
I. Petrov

ANNEX A
THE ZONE

I. North sector
II. South sector
"""

COMMUNIQUE = """Joint communiqué of the second round

The delegations of the two communities met on 4 and 5 May. They agreed on the following points:

1) a ceasefire from midnight on 7 May;
2) the exchange of lists of prisoners
   before 10 May;
3) to meet again.

Security

The sides reaffirm their pledge to protect all civilians in the valley at all times.

\u2022 Patrols are carried out jointly.
\u2022 Checkpoints are opened:
  \u2013 at the river;
  \u2013 at the pass.

Signed by the heads of delegation
1. M. Brown
2. J. Grey
"""

RESOLUTION = """The Assembly,

Deeply concerned by the fighting in the eastern districts,

A. Ceasefire

1. Calls upon all parties to cease fire;

2. Requests the Secretary-General:

(a) To send observers;

(b) To report:

(i) within 30 days;

(ii) every 60 days thereafter;

3. Decides to remain seized of the matter.

B. Humanitarian access

4. Demands that access is given;

5. Urges all States to help.
"""

POINTS = """Ten points

Point 1: Stop the shelling
Point 2: Open the road
Point 3: Free the prisoners
"""

SPANISH = """Acuerdo final

Artículo 1. Cese al fuego
Las partes cesan el fuego el 1. mayo.

Artículo 2. Desarme
a) entrega de armas;
b) destrucción de armas.
"""

BARE = """The fighting stops at dawn.

Prisoners go home within a week.

The border opens.
"""

AGREEMENTS = {
    "treaty": (
        TREATY,
        [
            "CHAPTER I",
            "Article 1",
            "1",
            "a",
            "b",
            "c",
            "i",
            "ii",
            "2",
            "Article 2",
            "CHAPTER II",
            "Article 3",
            "3.1",
            "3.2",
            "3.2.1",
            "3.2.2",
            "3.3",
            "Article 4",
            "ANNEX A",
            "I",
            "II",
        ],
    ),
    "communique": (COMMUNIQUE, ["1", "2", "3", "", "", "", "", ""]),
    "resolution": (RESOLUTION, ["A", "1", "2", "a", "b", "i", "ii", "3", "B", "4", "5"]),
    "points": (POINTS, ["Point 1", "Point 2", "Point 3"]),
    "spanish": (SPANISH, ["Artículo 1", "Artículo 2", "a", "b"]),
    "bare": (BARE, ["", "", ""]),
}
