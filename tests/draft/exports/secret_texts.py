"""A text with a secret wherever the grammar has a place for one, and what each audience may find of it."""

from __future__ import annotations

from goodoffices.record import Marking

__all__ = ["ALWAYS_SHOWN", "HIDDEN_FROM_ALL", "SHOWN_FROM", "TEXT"]

TEXT = """---
title: Protocol on the lines
parties: North, South, Zpartyhidden
editors: Zeditor
round: zfrontmatter
---

<!-- zfirstcomment -->

The Parties, meeting in Port Selene [zpreambleamber]{marking=AMBER},

## Article 1. Withdrawal {#withdrawal .agreed by=North,South on=2026-11-01 issue=zissue note="znote"}

1. The ceasefire starts [Zpartyhidden: at dusk {option=zoption} | South: at dawn]{#zbracketid .private} in shownwords.
   {#zpartyhidden-start by=Zpartyhidden on=2026-10-31 statements=zstatement}

2. The towns of zgreen are quiet. <!-- zcomment --> {#green marking=GREEN obligations=zobligation}

3. The hills of zamber are quiet. {#amber marking=AMBER}

   (a) under zunderamber; {#under-amber}
   (b) under zundergreen. {#under-green marking=GREEN}

4. The coast of zstrict is quiet. {#strict marking=AMBER+STRICT}

5. The port of zred is quiet. {#red marking=RED}

6. The line runs [North: east {marking=GREEN} | South: west | zaltred {marking=RED}], see [the map](#zanchor) and
   [files](../zpath/file.pdf)[^zmark]. {#line}

7. Staff wrote [Zeditor: zfirst | South: zsecond]. {#staff}

[Zpartyhidden:

8. Nobody leaves the zone. {#zfenceid}

| South:

8. Everybody leaves. {#all-leave by=South}

]{.private}

[North:

9. A whole bracket of zfencered. {#fence-red}

]{marking=RED}

## Annex {#annex .private .agreed by=Zpartyhidden}

10. An annex of [Zpartyhidden: more | South: less]. {#more-or-less}

[^zmark]: zfootnote
"""

HIDDEN_FROM_ALL = (
    "zpartyhidden", "zeditor", "zfrontmatter", "zfirstcomment", "zissue", "znote", "zoption", "zbracketid",
    "zstatement", "2026-10-31", "zcomment", "zobligation", "zanchor", "zpath", "zmark", "zfootnote", "zfenceid",
    "all-leave",
)  # fmt: skip
"""What no audience finds, whatever it is cleared for."""

SHOWN_FROM = {
    "zgreen": Marking.GREEN,
    "zpreambleamber": Marking.AMBER,
    "zamber": Marking.AMBER,
    "zunderamber": Marking.AMBER,
    "zundergreen": Marking.AMBER,
    "zstrict": Marking.AMBER_STRICT,
    "zred": Marking.RED,
    "zaltred": Marking.RED,
    "zfencered": Marking.RED,
}
"""What an audience finds from that marking on, and no other."""

ALWAYS_SHOWN = ("shownwords", "Withdrawal", "dusk", "dawn", "zfirst", "zsecond", "Alternative 1", "west")
