"""Plans: of one author or one name, with all the versions that reports tell of, in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from goodoffices.record.content import PlanContent, PlanVersion

from . import lexicon
from .cast import Cast
from .choice import fullest, most
from .claims import Claim
from .kind import Kind
from .wording import alike, folded, matter

__all__ = ["Plans"]


class Plans(Kind[PlanContent]):
    """How plans are gathered."""

    content = PlanContent

    def __init__(self, cast: Cast) -> None:
        """Take who is who."""
        self._cast = cast

    def _author(self, claim: Claim[PlanContent]) -> str:
        """The side whose plan it is; empty where unknown."""
        return self._cast.side(claim.content.author) if claim.content.author else ""

    def _own_name(self, claim: Claim[PlanContent]) -> frozenset[str]:
        """What the name says beside "the 28-point peace plan" and the author's name."""
        author = self._cast.words(claim.content.author) | self._cast.words(self._author(claim))
        return frozenset(word for word in matter(claim.content.name, "plan") - author if not word.isdigit())

    def form(self, claim: Claim[PlanContent]) -> Hashable:
        """Author and folded name."""
        return self._author(claim), folded(claim.content.name)

    def marks(self, claim: Claim[PlanContent]) -> Iterator[Hashable]:
        """Author, each word of its own name, the whole name, each number of points."""
        yield from (("word", word) for word in self._own_name(claim))
        yield ("name", folded(claim.content.name))
        if author := self._author(claim):
            yield ("author", author)
        yield from (("points", version.points) for version in claim.content.versions if version.points)

    def fits(self, one: Claim[PlanContent], other: Claim[PlanContent]) -> bool:
        """Not of two authors; of like names or, where one has none of its own, one author, name or number of points."""
        author, another = self._author(one), self._author(other)
        if author and another and author != another:
            return False
        name, name2 = self._own_name(one), self._own_name(other)
        if name and name2:
            return alike(name, name2, cover_from=1)
        if author and author == another:
            return True
        if not name and not name2 and not author and not another:
            return folded(one.content.name) == folded(other.content.name)
        return _one_count(one, other)

    def rank(self, claim: Claim[PlanContent]) -> tuple[int, ...]:
        """Those with a name of their own first, then those with an author."""
        return not self._own_name(claim), not claim.content.author

    def vague(self, claim: Claim[PlanContent]) -> bool:
        """Without a name of its own, it joins only where one plan alone fits."""
        return not self._own_name(claim)

    def merge(self, claims: Sequence[Claim[PlanContent]]) -> PlanContent:
        """The name and author that most give; all versions in their order; all items."""
        said = [claim.content for claim in claims]
        items = {
            (folded(item.text), item.issue): item for content in reversed(said) for item in reversed(content.items)
        }
        return PlanContent(
            name=most(content.name for content in said),
            author=fullest(content.author for content in said),
            versions=_versions(said),
            items=tuple(items[key] for key in sorted(items)),
        )


def _one_count(one: Claim[PlanContent], other: Claim[PlanContent]) -> bool:
    """Do both have a version of one number of points?"""
    counts = {version.points for version in one.content.versions if version.points}
    return any(version.points in counts for version in other.content.versions)


def _key(version: PlanVersion) -> tuple[int, str]:
    """Versions of one key are one: of one number of points, else of one label."""
    return version.points or 0, "" if version.points else version.label.casefold()


def _versions(said: Iterable[PlanContent]) -> tuple[PlanVersion, ...]:
    """All versions once, in the order in which reports have them follow each other."""
    forms: dict[tuple[int, str], list[PlanVersion]] = defaultdict(list)
    before: dict[tuple[int, str], set[tuple[int, str]]] = defaultdict(set)
    for content in said:
        keys = [_key(version) for version in content.versions]
        for place, version in enumerate(content.versions):
            forms[keys[place]].append(version)
            before[keys[place]].update(keys[max(place - 1, 0) : place])
    merged = {key: _version(versions) for key, versions in forms.items()}
    return tuple(merged[key] for key in _in_order(merged, before))


def _version(versions: Sequence[PlanVersion]) -> PlanVersion:
    when = min((version.when for version in versions if version.when), key=lambda text: (len(text), text), default=None)
    label = fullest(version.label for version in versions) or ""
    return PlanVersion(label=label, points=versions[0].points, when=when)


def _in_order(
    versions: dict[tuple[int, str], PlanVersion], before: dict[tuple[int, str], set[tuple[int, str]]]
) -> Iterator[tuple[int, str]]:
    """Each version behind those that a report has before it; where reports contradict each other, by date and label."""
    left = dict.fromkeys(sorted(versions, key=lambda key: _age(versions[key])))
    while left:
        free = next((key for key in left if not (before[key] - {key}) & left.keys()), next(iter(left)))
        del left[free]
        yield free


def _age(version: PlanVersion) -> tuple[bool, str, int, int]:
    label, labels = version.label.casefold(), lexicon.words().versions
    place = labels.index(label) if label in labels else labels.index("")
    return version.when is None, version.when or "", place, -(version.points or 0)
