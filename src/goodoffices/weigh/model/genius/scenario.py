"""A GENIUS scenario, as ANAC uses them: one domain and one profile a party, in XML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from goodoffices.weigh.errors import ModelError

from ..model import Issue, Model, Option, Party, Range
from ..numbers import Exact, Source
from ..preferences import Points
from .files import Element, is_domain, is_scenario, number_of, parse_xml, wrong
from .issues import Item, Topic, topics

__all__ = ["read_genius"]


def read_genius(folder: Path) -> Model:
    """Read the scenario in a folder.

    Each issue's evaluations are divided by the highest of that issue, and weights by their sum. Where the highest is
    0 and none is below, the issue is worth 0 throughout; where all are 0 or below, they are divided by the size of the
    lowest. An item that a profile leaves out, or gives no evaluation, counts as 0. A whole-number issue's evaluator
    gives its scores as they are, kept in [0, 1]. A profile without any weight weighs all issues alike.

    Args:
        folder: The folder; files of other kinds in it are passed over. Profiles are taken by file name.

    Returns:
        The model, on the scale of 0 to 1 (wider where a score or a reservation value lies outside).

    Raises:
        ModelError: If a file is malformed, there is no profile, or a profile does not fit the domain.
    """
    parsed = [(path, parse_xml(path)) for path in sorted(folder.glob("*.xml"))]
    scenario = [(path, root) for path, root in parsed if is_scenario(root)]
    domains = [(path, root) for path, root in scenario if is_domain(root)]
    profiles = [(path, root) for path, root in scenario if not is_domain(root)]
    if not profiles:
        msg = "no profile of a party is here: a profile has weights and evaluations"
        raise ModelError(msg, file=str(folder))
    if len(domains) > 1:
        names = " and ".join(path.name for path, _ in domains[:2])
        msg = f"two domains are here, {names}: a scenario has one"
        raise ModelError(msg, file=str(folder))
    path, root = (domains or profiles)[0]
    agenda = topics(path, root)
    if not agenda:
        raise wrong(path, root, "no issue is here: name at least one")
    parties = tuple(_party(path, root, agenda) for path, root in profiles)
    worth = [number.value for party in parties for number in _numbers(party)]
    scale = (min([0.0, *worth]), max([1.0, *worth]))
    return Model(
        parties=parties, issues=tuple(_issue(topic) for topic in agenda), scale=scale, title=folder.resolve().name
    )


def _numbers(party: Party) -> list[Exact]:
    """All scores, and the reservation value: no deal may be better than any package."""
    points = [scores for scores in party.scores.values() if isinstance(scores, Points)]
    numbers = [number for each in points for number in each.of.values()]
    return [number for number in [*numbers, party.reservation] if isinstance(number, Exact)]


def _issue(topic: Topic) -> Issue:
    options = tuple(Option(item.name) for item in topic.items)
    if topic.whole and topic.whole[0] < topic.whole[1]:
        low, high = topic.whole
        cut = Range(start=low, stop=high, steps=high - low + 1)
        return Issue(name=topic.name, options=options, range=cut)
    return Issue(name=topic.name, options=options)


def _party(path: Path, root: Element, agenda: Sequence[Topic]) -> Party:
    own = {topic.name: topic for topic in topics(path, root)}
    scores, weights = {}, {}
    points = _weights(path, root, list(own.values()))
    for topic in agenda:
        if topic.name not in own:
            raise wrong(path, root, f"this profile has no issue {topic.name!r}, and the domain has")
        mine = own.pop(topic.name)
        scores[topic.name] = _points(path, topic, mine)
        weights[topic.name] = points[mine.index]
    for mine in own.values():
        raise wrong(path, mine.element, f"this profile has an issue {mine.name!r}, and the domain has none")
    reservation, discount = root.find(".//reservation"), root.find(".//discount_factor")
    return Party(
        name=path.stem,
        weights=Points(weights),
        scores=scores,
        reservation=None if reservation is None else Exact(number_of(path, reservation, "value")),
        discount=1.0 if discount is None else number_of(path, discount, "value"),
    )


def _weights(path: Path, root: Element, mine: Sequence[Topic]) -> dict[str, Exact]:
    found = {each.get("index", ""): number_of(path, each, "value") for each in root.iter("weight")}
    for each in root.iter("weight"):
        if number_of(path, each, "value") < 0:
            raise wrong(path, each, f"a weight of {each.get('value')}: it must be 0 or more")
    if not any(topic.index in found for topic in mine):
        return {topic.index: Exact(1.0, Source(note="the profile gives no weight")) for topic in mine}
    return {topic.index: Exact(found.get(topic.index, 0.0)) for topic in mine}


def _points(path: Path, topic: Topic, mine: Topic) -> Points:
    """What the domain's items are worth, the highest as 1."""
    given = _matched(path, topic, mine)
    values = [item.evaluation for item in mine.items if item.evaluation is not None]
    divisor = 1.0 if topic.whole else _divisor(values)
    return Points({item.name: _score(given.get(item.name), divisor) for item in topic.items})


def _divisor(values: Sequence[float]) -> float:
    highest, lowest = max(values, default=0.0), min(values, default=0.0)
    return highest if highest > 0 else -lowest or 1.0


def _score(item: Item | None, divisor: float) -> Exact:
    if item is None or item.evaluation is None:
        return Exact(0.0, Source(note="the profile gives no evaluation"))
    return Exact(item.evaluation / divisor)


def _matched(path: Path, topic: Topic, mine: Topic) -> Mapping[str, Item]:
    """Find each item of a profile in the domain: by its name, or by its number where that item is still free."""
    names = {item.name for item in topic.items}
    given = {item.name: item for item in mine.items if item.name in names}
    numbered = {item.index: item.name for item in topic.items if item.name not in given}
    for item in mine.items:
        if item.name in names:
            continue
        name = numbered.pop(item.index, None)
        if name is None:
            fault = f"the item {item.name!r} of {mine.name!r} is not in the domain: take the domain's name for it"
            raise wrong(path, mine.element, fault)
        given[name] = item
    return given
