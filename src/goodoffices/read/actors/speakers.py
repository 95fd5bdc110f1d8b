"""The speakers of a transcript: persons and offices that only the labels of the turns name ("MR. KÖHLER:")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import fold

from ..labels import asks, layout_words
from ..pipeline import read_words
from .beside_offices import PARTICLES
from .gazetteer import names_in
from .labelled import name_in_label, names_behind_labels
from .lexicon import lexicon
from .naming import surname_of
from .roster import Mention, Role, Roster
from .sides import home_state

if TYPE_CHECKING:
    from ..document import Passage

__all__ = ["enter_speakers", "name_in_brackets", "speaker_names"]

_MOST_WORDS = 5
_LONGEST_BRACKET = 60
_LONGEST_ACRONYM = 10
_BRACKET = re.compile(r"[ \t]*[(\[]([^()\[\]\n]{2,50})[)\]]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


class Label(msgspec.Struct, frozen=True):
    """A speaker's label taken apart: the name, the office before or behind it, and the text of the whole."""

    name: str
    office: str
    titled: bool
    whole: str


def enter_speakers(roster: Roster) -> None:
    """Enter the persons whom the labels of a transcript name, with their offices; who only asks is left out."""
    bearers = _bearers(roster)
    titled = {role.person for role in roster.roles}
    full = names_behind_labels(roster.passages)
    for number, passage in enumerate(roster.passages):
        label = _label_in_full(passage, full, bearers)
        if label is None or not len(passage.doc):
            continue
        person = bearers.get(fold(label.name))
        if person is None:
            person = roster.enter(label.name, "person").id
            for form in _forms_of(label.name):
                bearers.setdefault(form, person)
        if not person:
            continue
        actor = roster.actors[person]
        actor.mentions.append(Mention(number, 0, 1, acts=True))
        if label.name != actor.name:
            actor.aliases[label.name] += 1
        side = _side_in_brackets(roster, passage)
        if side is not None:
            actor.side = side
            roster.actors[side].mentions.append(Mention(number, 0, 1, acts=True))
        if label.office and person not in titled:
            titled.add(person)
            of = _owner(roster, label)
            if actor.side is None and of is not None and " for " not in label.whole:  # sent "for Sudan", of whomever
                actor.side = of
            roster.roles.append(
                Role(person=person, title=label.office, of=of, tenure="current", passage=number, token=0)
            )


def _label_in_full(passage: Passage, full: Mapping[str, str], bearers: Mapping[str, str]) -> Label | None:
    """The label of a turn, with the full name where a surname alone stands for one that the report gives elsewhere."""
    label = _label_of(passage) or _label_in_brackets(passage)
    alone = name_in_label(passage) if full and (label is None or " " not in label.name) else []
    if len(alone) == 1 and (name := full.get(fold(alone[0]))) and fold(alone[0]) not in bearers:
        return Label(name, label.office if label else "", titled=True, whole=label.whole if label else name)
    return label


def _forms_of(name: str) -> tuple[str, ...]:
    """How labels give a name, folded: "Minister Carl Bildt:", then "Minister Bildt:", "DE LA ROCHA:" from then on."""
    tail = _with_particles(fold(name).split())
    return (fold(name), fold(surname_of(name)), *([tail] if tail else []))


def _side_in_brackets(roster: Roster, passage: Passage) -> str | None:
    """For whom a speaker speaks, where a bracket behind the name says it: "Mr Sabone (FPRC):", "(Government):"."""
    speaker = passage.block.speaker
    if speaker is None or not passage.sentences:
        return None
    text = passage.sentences[0].report.text
    found = _BRACKET.match(text[speaker.end : speaker.end + _LONGEST_BRACKET])
    if found is None:
        return None
    words = found[1].strip()
    names = list(names_in(read_words(words)))
    if names:
        side = roster.enter(names[0].entity.name, names[0].entity.kind, names[0].entity.iso)
        if words != side.name and words.endswith((side.name, *names[0].entity.names)):
            side.aliases[words] += 1  # "Federal Republic of Germany"
        return side.id
    if words.lower().removeprefix("the ").split(" ")[0] == "government":
        return home_state(roster) or roster.government
    initials = "".join(word[0] for word in re.split(r"[ -]", text[speaker.start : speaker.end]) if word).upper()
    if words.isupper() and words.isalpha() and len(words) <= _LONGEST_ACRONYM and not initials.startswith(words):
        return roster.enter(words, "organisation").id
    bodies = (a for a in roster.actors.values() if a.kind in {"organisation", "group"})
    return next((a.id for a in bodies if fold(words) in {fold(name) for name in (a.name, *a.aliases)}), None)


def speaker_names(passages: Sequence[Passage]) -> tuple[str, ...]:
    """The full names that the labels of a transcript give, or that stand elsewhere for the surnames in them."""
    labels = (_label_of(passage) or _label_in_brackets(passage) for passage in passages)
    given = [label.name for label in labels if label is not None and " " in label.name]
    names = dict.fromkeys((*given, *names_behind_labels(passages).values()))
    surnames = {tail for name in names if (tail := _with_particles(fold(name).split()))}
    return tuple(name for name in names if fold(name) not in surnames)  # "DE LA CALLE" is no name of its own


def _label_of(passage: Passage) -> Label | None:
    speaker = passage.block.speaker
    if speaker is None or not passage.sentences:
        return None
    whole = passage.sentences[0].report.text[speaker.start : speaker.end]
    if asks(whole):
        return None
    front, _, back = whole.partition(",")
    words = _WORD.findall(_plainly(front))
    titles = layout_words()["titles"] | lexicon().offices | lexicon().honorifics
    first = 0
    while first < len(words) and words[first].lower().rstrip(".") in titles | {"of", "for", "and"}:
        first += 1
    end = next((i for i in range(first + 1, len(words)) if words[i].lower() in {"of", "for"}), len(words))
    name = words[first:end]
    if not _is_name(name) or (len(name) == 1 and not first):
        return None
    before = words[:first]
    office = " ".join(before) if _is_office(before) else ""
    behind = _WORD.findall(_plainly(back))
    office = office or (" ".join(behind) if _is_office(behind[-1:]) or _is_office(behind[:2]) else "")
    return Label(" ".join(name), office, bool(first), whole)


def _label_in_brackets(passage: Passage) -> Label | None:
    """The person whom a bracket names behind an office: "Spokesperson (Ms Nirupama Rao):"."""
    speaker = passage.block.speaker
    if speaker is None or not passage.sentences:
        return None
    text = passage.sentences[0].report.text
    office = text[speaker.start : speaker.end]
    name = name_in_brackets(text, speaker.end)
    if not name or not _is_office(_WORD.findall(_plainly(office))) or not _is_name(name.split()):
        return None
    return Label(name, _plainly(office), titled=True, whole=office)


def name_in_brackets(text: str, start: int) -> str:
    """The name in the bracket that a text has at `start`, without honorifics; empty where none has two words."""
    found = _BRACKET.match(text, start, start + _LONGEST_BRACKET)
    words = _WORD.findall(found[1]) if found is not None else []
    while words and words[0].lower().rstrip(".") in lexicon().honorifics | layout_words()["titles"]:
        words = words[1:]
    return " ".join(words) if len(words) > 1 and all(word[0].isupper() for word in words) else ""


def _plainly(words: str) -> str:
    """Write words in capitals as names are written."""
    return words.title() if words.isupper() else words


def _is_office(words: list[str]) -> bool:
    lower = [word.lower() for word in words]
    pairs = {" ".join(lower[i : i + 2]) for i in range(len(lower))}
    return bool(({*lower} | pairs) & lexicon().offices)


def _is_name(words: list[str]) -> bool:
    known = lexicon()
    lower = {word.lower() for word in words}
    bodies = known.not_persons | known.organisations | known.groups | known.bodies | layout_words()["questions"]
    if not 1 <= len(words) <= _MOST_WORDS or lower & bodies or not words[-1][:1].isupper():
        return False
    return not list(names_in(read_words(" ".join(words))))


def _bearers(roster: Roster) -> dict[str, str]:
    """Folded names, surnames and given names of the persons -> their ids, empty where several bear one."""
    persons = [actor for actor in roster.actors.values() if actor.kind == "person"]
    given, last = dict[str, str](), dict[str, str]()
    for actor in persons:
        for own, part in ((given, fold(actor.name).split()[0]), (last, fold(surname_of(actor.name)))):
            own[part] = "" if part in own else actor.id
        if tail := _with_particles(fold(actor.name).split()):
            last[tail] = "" if tail in last else actor.id
    found = given | last
    return found | {fold(actor.name): actor.id for actor in persons}


def _with_particles(words: list[str]) -> str:
    """The surname with what belongs to it ("de la calle"); empty where it is the last word alone."""
    first = next((i for i, word in enumerate(words) if i and word in PARTICLES), None)
    return " ".join(words[first:]) if first is not None else ""


def _owner(roster: Roster, label: Label) -> str | None:
    names: Iterator[str] = (
        roster.enter(n.entity.name, n.entity.kind, n.entity.iso).id for n in names_in(read_words(_plainly(label.whole)))
    )
    return next(names, None)
