"""Several people's edits of one version."""

from __future__ import annotations

import pytest

from goodoffices.draft.errors import EditError
from goodoffices.draft.merge import accept, merge
from goodoffices.draft.text import Document, parse_text

SOURCE = """# Draft

We, the parties, agree.

1. The guns go back. They stay thirty miles away. The mission watches. {#guns}

2. Prisoners are released. {#release}
   (a) the sick first;
   (b) all of them;

3. The flag of the region stays on the town hall.

4. Roads open for traffic.

Done at the lake.
"""
BASE = parse_text(SOURCE)


def edited(*changes: tuple[str, str]) -> Document:
    """Edit the text."""
    source = SOURCE
    for old, new in changes:
        assert old in source
        source = source.replace(old, new)
    return parse_text(source)


def merged(*edits: Document) -> str:
    """Merge the edits of Anna, Ben and Cleo, and give the text."""
    return merge(BASE, dict(zip(("Anna", "Ben", "Cleo"), edits, strict=False))).document.source


def test_edits_of_different_provisions_both_stand() -> None:
    """Where no one else touched a provision, its edit stands with no bracket."""
    one, other = edited(("Roads open", "Roads and bridges open")), edited(("all of them", "all of them, by name"))
    both = edited(("Roads open", "Roads and bridges open"), ("all of them", "all of them, by name"))
    assert merged(one, other) == both.source


def test_the_same_edit_twice_is_one() -> None:
    """What two people changed alike is no clash."""
    one = edited(("thirty", "sixty"))
    assert merged(one, one) == one.source


def test_a_clash_becomes_a_bracket_around_what_differs() -> None:
    """Both wordings stand, each with its author; sentences that both have stay outside."""
    result = merge(BASE, {"Anna": edited(("thirty", "fifty")), "Ben": edited(("thirty", "twenty"))})
    bracket = "[Anna: They stay fifty miles away. | Ben: They stay twenty miles away.]"
    assert f"1. The guns go back. {bracket} The mission watches. {{#guns}}" in result.document.source
    assert [(clash.provision, clash.kind) for clash in result.clashes] == [("guns", "wording")]
    assert accept(result.document, "guns", "Ben").source == edited(("thirty", "twenty")).source


def test_dropped_by_one_and_changed_by_another() -> None:
    """The changed wording stands in a bracket, against nothing."""
    one, other = (
        edited(("flag of", "flag and anthem of")),
        edited(("3. The flag of the region stays on the town hall.\n\n", "")),
    )
    result = merge(BASE, {"Anna": one, "Ben": other})
    assert "3. [Anna: The flag and anthem of the region stays on the town hall. | Ben:]" in result.document.source
    assert result.clashes[0].kind == "deleted"


def test_dropped_by_one_and_left_by_the_others_goes() -> None:
    """Nobody else wanted anything there."""
    other = edited(("3. The flag of the region stays on the town hall.\n\n", ""))
    assert "flag" not in merged(BASE, other, BASE)


def test_wording_and_status_of_one_provision() -> None:
    """One rewords, the other marks as agreed: both stand."""
    result = merged(edited(("thirty", "fifty")), edited(("{#guns}", "{#guns .agreed by=North}")))
    assert "fifty miles away. The mission watches. {#guns .agreed by=North}" in result


def test_what_both_put_in_stands_in_order() -> None:
    """New provisions of both are in, where each put them, and those under a provision stay with it."""
    one = edited(("4. Roads", "4. Mines are cleared.\n\n5. Roads"))
    other = edited(("   (b) all of them;\n", "   (b) all of them;\n   (c) the dead too;\n"))
    result = merged(one, other)
    assert (
        result.index("(b) all") < result.index("(c) the dead") < result.index("3. The flag") < result.index("4. Mines")
    )
    assert "5. Roads" in result


def test_moved_by_one_and_reworded_by_the_other() -> None:
    """The provision stands where the one put it, in the words of the other."""
    flag = "3. The flag of the region stays on the town hall.\n\n"
    one = edited((flag, ""), ("1. The guns", f"{flag}1. The guns"))
    result = merged(one, edited(("flag of", "old flag of")))
    assert result.index("The old flag of") < result.index("The guns go back")
    assert result.count("flag") == 1


def test_three_people_and_two_of_one_mind() -> None:
    """Those who want the same share an alternative."""
    result = merged(edited(("thirty", "fifty")), edited(("thirty", "ten")), edited(("thirty", "fifty")))
    assert "[Anna, Cleo: They stay fifty miles away. | Ben: They stay ten miles away.]" in result


def test_the_preamble_and_the_title_are_merged_too() -> None:
    """Paragraphs that are no provisions clash like any other; a heading keeps its sign."""
    one = edited(("We, the parties,", "We, the states,"), ("# Draft", "# Treaty"))
    other = edited(("We, the parties,", "We, the peoples,"), ("# Draft", "# Accord"))
    result = merged(one, other)
    assert "# [Anna: Treaty | Ben: Accord]" in result
    assert "[Anna: We, the states, agree. | Ben: We, the peoples, agree.]" in result


def test_a_bracket_put_around_provisions() -> None:
    """Its lines come along with an edit, and an edit within it stands too."""
    flag = "3. The flag of the region stays on the town hall.\n"
    one = edited((flag, f"[North:\n{flag}]\n"))
    result = merge(BASE, {"Anna": one, "Ben": edited(("flag of", "old flag of"))})
    assert "[North:\n3. The old flag of" in result.document.source
    assert len(result.document.brackets) == 1


def test_names_and_bars_cannot_break_a_bracket() -> None:
    """Marks in names are left out, and a bar in a wording stays a word."""
    result = merge(BASE, {"anna | co.: x": edited(("thirty", "40 | 50")), "Ben": edited(("thirty", "20"))})
    assert "[Anna co. x: They stay 40 \\| 50 miles away. | Ben: They stay 20 miles away.]" in result.document.source
    assert result.document.faults == ()


def test_nothing_to_merge() -> None:
    """No edit at all is refused."""
    with pytest.raises(EditError, match="nothing to merge"):
        merge(BASE, {})


def test_editors_of_a_text_that_declares_its_parties() -> None:
    """Where only declared parties are labels, the front matter names the editors, whose words can be accepted."""
    front = "---\nparties: North, South\n---\n"
    base = parse_text(front + SOURCE)
    one, other = (parse_text(front + SOURCE.replace("thirty", each)) for each in ("fifty", "ten"))
    result = merge(base, {"Anna": one, "Ben": other}).document
    assert result.source.startswith("---\nparties: North, South\neditors: Anna, Ben\n---\n")
    assert "They stay ten miles away." in accept(result, "guns", "Ben").source
    again = merge(base, {"North": one, "South": other}).document
    assert again.source.startswith(front)
