"""Attributions of single sentences and short paragraphs: who, by which cue, what."""

from __future__ import annotations

import pytest

from goodoffices.read.attribution import Attribution, attributions


def said(text: str, one: Attribution) -> tuple[str, str, str]:
    """Source, cue and content as words; pieces are joined by ``||``."""
    return tuple("||".join(text[a:b] for a, b in spans) for spans in (one.source, one.cue, one.content))  # type: ignore[return-value]


def all_said(text: str) -> list[tuple[str, str, str]]:
    """Every attribution of a text as words."""
    return [said(text, one) for one in attributions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The envoy said that the talks would resume on Monday.",
            ("The envoy", "said", "that the talks would resume on Monday"),
        ),
        (
            "The talks would resume on Monday, according to the mediator.",
            ("the mediator", "according to", "The talks would resume on Monday"),
        ),
        (
            "“We will not sign,” said the rebel commander. “Not today.”",
            ("the rebel commander", "said", "“We will not sign,”||“Not today.”"),
        ),
        (
            "The government and the National Liberation Army said they had agreed on a truce.",
            ("The government and the National Liberation Army", "said", "they had agreed on a truce"),
        ),
        (
            "“The corridor,” the minister added, “will open tomorrow.”",
            ("the minister", "added", "“The corridor,”||“will open tomorrow.”"),
        ),
        (
            "Officials told reporters that the border would stay closed.",
            ("Officials", "told", "that the border would stay closed"),
        ),
    ],
    ids=["that", "according to", "inverted", "coordinated source", "split quotation", "told"],
)
def test_who_says_what(text: str, expected: tuple[str, str, str]) -> None:
    """The plain forms of attribution give source, cue and content."""
    assert expected in all_said(text)


def test_kinds_follow_the_quotation_marks() -> None:
    """A content in marks is direct, one with marks in it mixed, one without indirect."""
    text = (
        "“We are ready to talk,” the general said.\n"
        "The general said that the offer was “not serious” and came late.\n"
        "The general said that the offer came late."
    )
    assert [one.kind for one in attributions(text)] == ["direct", "mixed", "indirect"]


def test_a_participle_takes_the_speaker_for_its_source() -> None:
    """In "... said X, adding that Y" the one who said X added Y, and X ends before it."""
    text = "The envoy said the parties had met the mediators, adding that a second round would follow."
    found = all_said(text)
    assert ("The envoy", "said", "the parties had met the mediators") in found
    assert ("The envoy", "adding", "that a second round would follow") in found


def test_a_source_inside_what_is_said_is_found_too() -> None:
    """A said that B had warned that ...: both are attributions."""
    text = "The minister said that Sudan had warned that it would withdraw from the talks."
    assert [one[:2] for one in all_said(text)] == [("The minister", "said"), ("Sudan", "had warned")]


def test_a_relative_pronoun_comes_with_what_it_stands_for() -> None:
    """The source of "..., which said" is the pronoun; its antecedent is given beside it."""
    text = "The offer angered the junta, which said that the border would stay closed."
    found = next(one for one in attributions(text) if one.lemma == "say")
    assert text[slice(*found.source[0])] == "which"
    assert text[slice(*found.antecedent[0])] == "the junta"


def test_the_one_who_is_told_is_not_the_source() -> None:
    """Addressee and source are kept apart."""
    text = "Officials told reporters that the border would stay closed."
    (found,) = attributions(text)
    assert text[slice(*found.addressee[0])] == "reporters"


def test_a_denied_cue_is_marked() -> None:
    """What someone did not say is not handed on as said."""
    (found,) = attributions("The rebels did not say whether they would attend the talks.")
    assert found.negated


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    """An opening mark without a closing one is taken up by the next paragraph's opening mark, as one attribution."""
    text = (
        "The archbishop said: “The valley has waited for twenty years.\n\n“It will not wait for another.”\n\nRain fell."
    )
    (found,) = attributions(text)
    assert said(text, found) == (
        "The archbishop",
        "said",
        "“The valley has waited for twenty years.||“It will not wait for another.”",
    )


def test_a_line_that_leads_in_names_the_speaker_of_the_next() -> None:
    """A line like "The colonel continued:" stands for the quotation in the paragraph behind it."""
    text = "The colonel continued:\n\n“Our patrols see the same trucks every night. They turn back at dawn.”"
    (found,) = attributions(text)
    assert said(text, found)[:2] == ("The colonel", "continued")
    assert found.kind == "direct"


def test_a_cue_ends_where_a_second_one_starts() -> None:
    """In "said it was X and warned Y" the second verb is the speaker's, not part of what was said."""
    text = "China said it was opposed to the test and warned the North that it would answer."
    contents = [content for _, cue, content in all_said(text) if cue == "said"]
    assert contents == ["it was opposed to the test"]


@pytest.mark.parametrize(
    ("text", "propositional"),
    [("The envoy said that the talks had failed.", True), ("The envoy criticised the plan.", False)],
)
def test_a_clause_is_told_from_a_topic(text: str, propositional: bool) -> None:  # noqa: FBT001  a parameter of the test
    """Only a clause or a quotation is something that can be agreed or denied."""
    assert [one.propositional for one in attributions(text)] == [propositional]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The envoy said that the truce would hold.", "human"),
        ("The talks showed that the truce would hold.", "abstract"),
        ("The report said that the truce would hold.", "document"),
        ("She said that the truce would hold.", "third"),
    ],
)
def test_what_cannot_speak_is_told_from_who_can(text: str, kind: str) -> None:
    """The kind of the source tells a speaker from a document, an event and a pronoun."""
    assert [one.source_kind for one in attributions(text)] == [kind]


def test_an_event_without_a_speaker_is_no_attribution() -> None:
    """A sentence in which no one says, thinks or wants anything gives nothing."""
    assert attributions("The bridge lies south of the town. Snow covered it in March.") == []


def test_spans_are_sorted_and_inside_the_text() -> None:
    """Attributions come in the order of the text, and their spans are real."""
    text = "The envoy said it was late. “Very late,” the general agreed. The talks failed, the mediator said."
    found = attributions(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()


@pytest.mark.parametrize(
    "text",
    [
        '"We shall go home," Ana Ruiz said. "The war is over and we have lost."',
        '"We shall go home," said Ana Ruiz. "The war is over and we have lost."',
        '"We shall go home," said Ana Ruiz, who commands the rebels. "The war is over and we have lost."',
    ],
)
def test_what_the_same_speaker_goes_on_to_say_is_one_attribution(text: str) -> None:
    """The sentence between two quotations that says whose the first is does not begin a new one."""
    (found,) = attributions(text)
    pieces = text.split('"')[1::2]
    assert [text[start:end].strip('"') for start, end in found.content] == pieces
