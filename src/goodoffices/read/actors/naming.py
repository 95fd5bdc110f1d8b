"""Which short name is whose: surnames and other parts of the full names that a report gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from goodoffices.record import fold

from .persons import SUFFIXES, PersonName

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["by_surname", "name_persons", "surname_of", "surnames_in", "with_owner", "with_title"]

_PARTS_OF_NAMES = frozenset(
    {"pope", "king", "queen", "prince", "princess", "emir", "sultan", "sheikh", "shaikh", "sheik", "lord", "lady"}
    | {"cardinal", "archbishop", "bishop", "pastor", "ayatollah", "imam", "mullah", "maulana", "mawlawi", "patriarch"}
    | {"comandante", "subcomandante", "aga", "agha", "baba", "maître", "maitre", "mzee", "hajji", "haji", "sir"}
    | {"sardar", "begum", "maulvi", "molvi", "alhaji", "padre", "father", "datuk", "dato", "teungku", "ustadz", "ustaz"}
    | {"bung", "kyai", "phra", "mwalimu", "comrade", "mullah", "sri", "tun"}
)
"""Titles by which people are called as much as by their names."""


def name_persons(names: Iterable[PersonName], confirmed: Iterable[str]) -> dict[str, str]:
    """Say whose each form of a name is: form -> full name; forms that are nobody's are left out.

    Args:
        names: All that may be names, over the whole report.
        confirmed: Forms that an office or a verb of speech speaks for.

    Returns:
        Full names map to themselves; a surname, or another part, that only one full name has maps to that.
    """
    sure = set(confirmed)
    names = list(names)
    counts = Counter(name.text for name in names)
    labelled = {name.text for name in names if name.sure}
    full = [text for text in counts if len(text.split()) > 1 and (text in labelled or text in sure)]
    full = _longest_of_one_person(full)
    owners: dict[str, set[str]] = {}
    for text in full:
        for part in _parts(text):
            owners.setdefault(part, set()).add(text)
    meant = {text: text for text in full}
    for text in counts:
        if text in meant:
            continue
        candidates = _owners_of(text, owners)
        if len(candidates) == 1:
            meant[text] = next(iter(candidates))
        elif not candidates and text in sure and text not in meant:
            meant[text] = text
    return meant


def surname_of(full: str) -> str:
    """The last part of a name that is no "Jr."."""
    words = full.replace(",", "").split()
    return words[-2] if len(words) > 1 and words[-1].lower() in SUFFIXES else words[-1]


def by_surname(meant: dict[str, str]) -> dict[str, set[str]]:
    """Surname -> the full names that end in it, of names of one word or more, as `name_persons` gives them."""
    owners: dict[str, set[str]] = {}
    for full in set(meant.values()):
        owners.setdefault(surname_of(full), set()).add(full)
    return owners


def surnames_in(doc: Doc, owners: dict[str, set[str]], taken: set[int]) -> Iterator[PersonName]:
    """Find the surnames, standing alone, of persons whose full names the report gives, wherever the parser saw none.

    Args:
        doc: One parsed block.
        owners: Surname -> full names, as `by_surname` gives them.
        taken: Tokens that name someone already.
    """
    for token in doc:
        if token.i in taken or len(token) <= 2:  # noqa: PLR2004
            continue
        if sum(len(full.split()) > 1 for full in owners.get(token.text, ())) == 1:
            yield PersonName(token.text, token.i, token.i + 1, sure=True)


def _longest_of_one_person(full: list[str]) -> list[str]:
    """Drop full names whose words all stand in a longer one: "Min Aung" beside "Min Aung Hlaing"."""
    words = {text: set(fold(text).split()) for text in full}
    holding: dict[str, list[str]] = {}
    for text in full:
        for word in words[text]:
            holding.setdefault(word, []).append(text)
    rarest = {text: min((holding[word] for word in words[text]), key=len, default=full) for text in full}
    return [text for text in full if not any(words[text] < words[other] for other in rarest[text])]


def _parts(text: str) -> set[str]:
    parts = [part for part in text.split() if len(part) > 2 or part is text.rsplit(maxsplit=1)[-1]]  # noqa: PLR2004  initials
    tails = {" ".join(text.split()[n:]) for n in range(1, len(text.split()))}
    return {fold(part) for part in (*parts, *tails)}


def _owners_of(text: str, owners: dict[str, set[str]]) -> set[str]:
    folded = fold(text)
    if folded in owners:
        return owners[folded]
    shared = [owners.get(word, set()) for word in folded.split()]
    return set.intersection(*shared) if shared else set()


def with_title(doc: Doc, name: PersonName) -> Iterator[str]:
    """A name with the title that is as good as a part of it, as the report has it: "Pope Francis", "Sheikh Hasina"."""
    first = name.start - 1
    if first >= 0 and doc[first].text[:1].isupper() and doc[first].lower_ in _PARTS_OF_NAMES:
        first -= first > 0 and doc[first - 1].text == "Crown"
        yield doc[first : name.end].text


def with_owner(doc: Doc, start: int, end: int) -> str | None:
    """A body with the state whose it is, as the report has it: "Peru's Congress"; None where none stands before it."""
    owner = doc.user_data["named"].get(start - 2) if start > 1 and doc[start - 1].tag_ == "POS" else None
    if owner is None or owner.kind != "state" or end - start > 1:
        return None
    first = start - 2
    while first > 0 and doc.user_data["named"].get(first - 1) is owner:
        first -= 1
    return doc[first:end].text
