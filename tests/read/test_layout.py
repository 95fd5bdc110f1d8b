"""Layout: every kind of page comes apart into the blocks that a person sees."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.read.layout import Block, lay_out
from goodoffices.record import make_report


def blocks(text: str) -> tuple[Block, ...]:
    """Lay out a text."""
    return lay_out(make_report(text, path="a.txt", title="A"))


def shown(text: str) -> list[tuple[str, str]]:
    """Each block's kind and characters."""
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


def cells(text: str, block: Block) -> list[list[str]]:
    """The cells of a table."""
    return [[text[cell.start : cell.end] for cell in row] for row in block.rows]


def turns(text: str) -> list[tuple[str | None, str]]:
    """Each block's speaker and characters."""
    return [(text[b.speaker.start : b.speaker.end] if b.speaker else None, text[b.start : b.end]) for b in blocks(text)]


LINE_A_PARAGRAPH = """The delegations of both sides met in Oslo on Tuesday and spoke for nine hours about the dam, \
officials said.
Where the talks stand
The government wants the turbines to stay under its own control, while the lake provinces want a joint board for them.
Key points include:
- Control of the dam
- Return of displaced families
| Issue | Government | Lake provinces |
|---|---|---|
| Dam | Non-negotiable | Joint board |
| Return | | Demands |
What comes next
A second round is planned for May in the same place, with the same mediators and more experts at the table.
"""


def test_a_line_a_paragraph() -> None:
    """Without a blank line between them, headings, a list and a table are told from the paragraphs."""
    found = blocks(LINE_A_PARAGRAPH)
    kinds = [block.kind for block in found]
    assert kinds == [
        "paragraph", "heading", "paragraph", "paragraph", "item", "item", "table", "heading", "paragraph",
    ]  # fmt: skip
    assert [block.heading for block in found] == [None, None, 1, 1, 1, 1, 1, None, 7]
    assert [block.lead for block in found][4:6] == [3, 3]
    assert cells(LINE_A_PARAGRAPH, found[6]) == [
        ["Issue", "Government", "Lake provinces"],
        ["Dam", "Non-negotiable", "Joint board"],
        ["Return", "", "Demands"],
    ]


WRAPPED = """MUSCAT (Gulf Wire), 12 March 2025 — Envoys of the two sides agreed on
Wednesday to exchange lists of prisoners, the United Nations said, in what the
envoy called "a small but real step".

Hans Keller, the envoy, told reporters that both delegations had accepted a
timetable. He did not say when the first
exchange would take place.

What comes next

Three points are open:

  1. The number of prisoners,
     which each side puts differently.
  2. The role of the monitors

"We are ready," said the head of the southern delegation, "but the other side
- he did not name it - is not."

REACTIONS

The neighbours welcomed the news.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines wrapped at a width are joined; a dash at the start of one of them is no bullet; a dateline is left out."""
    assert [(kind, " ".join(text.split())) for kind, text in shown(WRAPPED)] == [
        (
            "paragraph",
            (
                "Envoys of the two sides agreed on Wednesday to exchange lists of prisoners, the United Nations said, "
                'in what the envoy called "a small but real step".'
            ),
        ),
        (
            "paragraph",
            (
                "Hans Keller, the envoy, told reporters that both delegations had accepted a timetable. "
                "He did not say when the first exchange would take place."
            ),
        ),
        ("heading", "What comes next"),
        ("paragraph", "Three points are open:"),
        ("item", "The number of prisoners, which each side puts differently."),
        ("item", "The role of the monitors"),
        (
            "paragraph",
            (
                '"We are ready," said the head of the southern delegation, "but the other side '
                '- he did not name it - is not."'
            ),
        ),
        ("heading", "REACTIONS"),
        ("paragraph", "The neighbours welcomed the news."),
    ]


TRANSCRIPT = """Joint press conference of the President of Cyprus and the Envoy
Nicosia, 3 May 2025

PRESIDENT GEORGIOU: Good afternoon. We had a constructive meeting.

We remain committed to a federation.

MS. HOLGUIN (through interpreter): Thank you. I will be brief:
the talks resume in June.

Q: Will the guarantors take part?

(Laughter.)

Q    And when?

MS. HOLGUIN: They are invited.

END
"""


def test_a_transcript() -> None:
    """Each turn has its speaker, also where it goes on in a paragraph of its own; a stage direction has none."""
    assert turns(TRANSCRIPT) == [
        (None, "Joint press conference of the President of Cyprus and the Envoy"),
        (None, "Nicosia, 3 May 2025"),
        ("PRESIDENT GEORGIOU", "Good afternoon. We had a constructive meeting."),
        ("PRESIDENT GEORGIOU", "We remain committed to a federation."),
        ("MS. HOLGUIN", "Thank you. I will be brief:\nthe talks resume in June."),
        ("Q", "Will the guarantors take part?"),
        (None, "(Laughter.)"),
        ("Q", "And when?"),
        ("MS. HOLGUIN", "They are invited."),
    ]


def test_an_interview_with_names_in_bold() -> None:
    """Bold names open turns, a name alone on its line too; a list belongs to who says it."""
    text = (
        "**Interviewer:** What is open?\n\n**Marta Rios:**\nThree things:\n- land\n- credit\n\n**Interviewer:** And?\n"
    )
    assert turns(text) == [
        ("Interviewer", "What is open?"),
        ("Marta Rios", "Three things:"),
        ("Marta Rios", "land"),
        ("Marta Rios", "credit"),
        ("Interviewer", "And?"),
    ]


def test_questions_and_answers() -> None:
    """Q. and A. open turns; a sentence that begins with the article does not."""
    text = "Q. What did he say?\nA. He said talks go on.\nA senior official agreed.\nQ. When?\nA. In May.\n"
    assert turns(text) == [
        ("Q", "What did he say?"),
        ("A", "He said talks go on."),
        ("A", "A senior official agreed."),
        ("Q", "When?"),
        ("A", "In May."),
    ]


def test_names_that_come_again() -> None:
    """Names in small letters open turns where they come again and again."""
    text = "Maria Lopez: Good evening.\nJuan Perez: Thank you.\nMaria Lopez: And the truce?\nJuan Perez: It holds.\n"
    assert [speaker for speaker, _ in turns(text)] == ["Maria Lopez", "Juan Perez"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Zelensky: Peace must be dignified\n\nThe president said on Wednesday that talks go on.\n",
        "Background: The talks began in May.\nAnalysis: Nothing is certain yet.\nNext steps: A round in June.\n",
        "Ceasefire: Both accept.\nTerritory: They disagree.\nPrisoners: Lists were sent.\nTimetable: None yet.\n",
        "BREAKING: Talks end.\nUPDATE: They go on.\n",
        "- Inclusive dialogue: All take part.\n- Open channels: They stay.\n- Inclusive dialogue: Again.\n",
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    """A colon alone makes no speaker: headlines, labels and issues are not turns."""
    assert all(speaker is None for speaker, _ in turns(text))


def test_levels_of_a_list() -> None:
    """Items nest by indent and by the way in which they are numbered; (i) after (h) is a letter."""
    text = "The sides agree:\n1. Withdrawal:\n(a) of tanks:\n(i) in the north;\n(ii) in the south;\n(b) of guns.\n"
    text += "2. Return.\n"
    found = [(b.level, text[b.start : b.end], b.lead) for b in blocks(text)[1:]]
    assert found == [
        (1, "Withdrawal:", 0),
        (2, "of tanks:", 1),
        (3, "in the north;", 2),
        (3, "in the south;", 2),
        (2, "of guns.", 1),
        (1, "Return.", 0),
    ]
    letters = "\n".join(f"({letter}) Point {letter}." for letter in "abcdefghij")
    assert {block.level for block in blocks(letters)} == {1}
    bullets = "- one\n  - two\n    - three\n- four\n"
    assert [block.level for block in blocks(bullets)] == [1, 2, 3, 1]


@pytest.mark.parametrize("bullet", ["-", "*", "•", "–", "—", "1.", "1)", "(1)", "a)", "(i)", "·", "►"])
def test_bullets_of_every_kind(bullet: str) -> None:
    """All that opens an item in reports is read as that and left out of its text."""
    text = f"They want:\n{bullet} land for farmers\n{bullet} roads for all\n"
    assert shown(text)[1:] == [("item", "land for farmers"), ("item", "roads for all")]


@pytest.mark.parametrize(
    "line", ["1.5 million people fled.", "2026 was worse.", "-5 degrees in the camp.", "A. Smith left."]
)
def test_what_only_looks_like_a_bullet(line: str) -> None:
    """Numbers, signs and initials at the start of a sentence stay in it."""
    assert shown(f"They met in Oslo.\n{line}\nThey left.\n")[1] == ("paragraph", line)


def test_a_list_that_lost_its_bullets() -> None:
    """Short lines under a line that leads them in are a list."""
    text = (
        "Key points include:\nRelease of all detainees\nA monitoring mission\nThe round was held in Oslo, they said.\n"
    )
    assert [kind for kind, _ in shown(text)] == ["paragraph", "item", "item", "paragraph"]


def test_headings_of_every_kind() -> None:
    """Hashes, underlines, bold, capitals, numbers and plain short lines are headings with their levels."""
    text = """# Title

Under
-----

Words of it.

**Bold one**

Words of it.

FOUR PARTIES AT THE TABLE
Words of it.

1. Ceasefire
The sides stop all fire on the day of signature.
2. Return
The families go home within a year of signature.
"""
    found = [(b.level, text[b.start : b.end]) for b in blocks(text) if b.kind == "heading"]
    assert found == [
        (1, "Title"), (2, "Under"), (2, "Bold one"), (2, "FOUR PARTIES AT THE TABLE"), (2, "Ceasefire"), (2, "Return"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["By Jane Doe", "7 January 2026", "He said no.", "It includes:", "“We will not yield”"]
)
def test_what_is_no_heading(line: str) -> None:
    """Bylines, dates, sentences, lead-ins and quotations are paragraphs."""
    text = f"Talks resume in Oslo\n\n{line}\n\nThe delegations met on Tuesday, they said.\n"
    assert shown(text)[1] == ("paragraph", line)


@pytest.mark.parametrize(
    "text",
    [
        "Issue\tGovernment\tRebels\nTruce\taccepts\tdemands\nLand\toffers\trejects\n",
        (
            "Issue      Government     Rebels\n-----      ----------     ------\nTruce      accepts        demands\n"
            "Land       offers         rejects\n"
        ),
        (
            "+-------+------------+---------+\n| Issue | Government | Rebels |\n+-------+------------+---------+\n"
            "| Truce | accepts | demands |\n| Land | offers | rejects |\n+-------+------------+---------+\n"
        ),
        "Issue | Government | Rebels\nTruce | accepts | demands\nLand | offers | rejects\n",
        "Issue | Government | Rebels\n--- | --- | ---\nTruce | accepts | demands\nLand | offers | rejects\n",
    ],
)
def test_tables_of_every_kind(text: str) -> None:
    """Tabs, aligned columns, frames and Markdown give the same table, its rule left out."""
    (table,) = blocks(text)
    rows = [["Issue", "Government", "Rebels"], ["Truce", "accepts", "demands"], ["Land", "offers", "rejects"]]
    assert (table.kind, cells(text, table)) == ("table", rows)


@pytest.mark.parametrize(
    "text",
    [
        "Talks | with a bar go on.\n",
        "He met her | twice.\nThey spoke | of land | there.\nShe left | early.\n",
        "He left.  She stayed.\nThey met.  They ate.\n",
        "| one\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    """A bar or two spaces in a sentence make no table."""
    assert [kind for kind, _ in shown(text)] == ["paragraph"] * len(shown(text))


def test_front_matter_says_nothing() -> None:
    """The keys and values above a Markdown file are no part of the report's blocks."""
    assert shown("---\ntitle: Talks\ndate: 2026-01-07\n---\nThey met in Oslo.\n") == [
        ("paragraph", "They met in Oslo.")
    ]


HOSTILE = {
    "one word": "peace " * 1_000_000,
    "rows": "| a | b | c |\n|---|---|---|\n" + "".join(f"| {n} | x | y |\n" for n in range(10_000)),
    "columns": "| a " * 100_000 + "|\n|---|\n" + "| x " * 100_000,
    "bars": "|" * 300_000,
    "bar lines": "| x\n" * 50_000,
    "gaps": "aa  bb\ncc   dd\n" * 25_000,
    "tabs": "a\tb\nc\td\te\n" * 25_000,
    "stars": "**a" * 100_000,
    "marks": "> " * 200_000 + "#" * 100_000 + "(" * 100_000 + "-" * 200_000 + "x",
    "turns": "Mr A: hello\nMs B: hi\n" * 25_000,
    "capitals": "AAAA BBBB\n" * 50_000,
    "numbers": "".join(f"{n % 900}. Alpha\n" for n in range(50_000)),
    "steps": "".join(" " * n + "- a\n" for n in range(1_000)),
    "dates": "7 January 2026\n" * 25_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_in_time(name: str) -> None:
    """The time grows with the length of the text and not faster: none takes more than five seconds."""
    start = time.process_time()
    blocks(HOSTILE[name])
    assert time.process_time() - start < 5


def test_ten_thousand_rows_are_all_read() -> None:
    """A long table is one block with every row."""
    (table,) = blocks(HOSTILE["rows"])
    assert len(table.rows) == 10_001


PIECES = [
    "- ",
    "1. ",
    "(a) ",
    "# ",
    "**",
    "|",
    "||",
    "\n",
    "\n\n",
    "  ",
    "\t",
    ": ",
    "Q: ",
    "PRESIDENT X: ",
    "---",
    "===",
    "> ",
]
PIECES += ["Talks", " went on.", "Oslo", "they", "7 January 2026", "By Jane Doe", "(Laughter.)", "“", "A. ", "END"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join))
def test_blocks_lie_in_the_text_in_order(text: str) -> None:
    """Whatever the page, blocks hold words, follow each other, and point to blocks above them."""
    found = blocks(text)
    behind = 0
    for at, block in enumerate(found):
        assert behind <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip()
        assert block.heading is None or (block.heading < at and found[block.heading].kind == "heading")
        assert block.lead is None or block.lead < at
        assert bool(block.rows) == (block.kind == "table")
        for cell in (cell for row in block.rows for cell in row):
            assert block.start <= cell.start <= cell.end <= block.end
        if block.speaker:
            assert block.speaker.end <= block.start
            assert text[block.speaker.start : block.speaker.end].strip()
        behind = block.end


def test_no_word_of_the_development_reports_is_lost(shared: Path) -> None:
    """On the four development reports every word stands in a block."""
    for path in sorted((shared / "reading" / "paris").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = blocks(text)
        between = "".join(
            text[a:b] for a, b in zip([0, *(b.end for b in found)], [b.start for b in found], strict=False)
        )
        assert not any(char.isalnum() for char in between + text[found[-1].end :])


def test_a_table_of_days_and_sentences_comes_apart_into_entries() -> None:
    """Each row of such a table is an item on its day; a table of days and short words stays one."""
    head, rule = "| Date | What happened |\n", "| --- | --- |\n"
    told = ("The sides met in Oslo.", "Nobody came to the hall.", "Rain fell on the tents.")
    rows = "".join(f"| {day} May | {text} |\n" for day, text in enumerate(told, start=1))
    text = head + rule + rows
    found = blocks(text)
    assert [(b.kind, text[b.start : b.end]) for b in found] == [("item", one) for one in told]
    assert [text[b.dated.start : b.dated.end] for b in found if b.dated] == ["1 May", "2 May", "3 May"]
    short = head + rule + "".join(f"| {day} May | Round {day}, Oslo |\n" for day in (1, 2, 3))
    assert [b.kind for b in blocks(short)] == ["table"]
    spoken = head.replace("Date", "Party") + rule + rows
    assert [b.kind for b in blocks(spoken)] == ["table"]
