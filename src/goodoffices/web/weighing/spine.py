"""The spine of the thread for one audience: its issues, options and provisions, and what leads from one to another."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import msgspec

from goodoffices.brief.build.phrases import clip
from goodoffices.draft.linking import DealIssue, DealOption, find_passages, slug
from goodoffices.draft.linking.deals import Names
from goodoffices.draft.text import parse_text
from goodoffices.record import issues as vocabulary
from goodoffices.web.asking import Asking
from goodoffices.web.drafting.shown import ShownText, texts_of
from goodoffices.web.drafting.worker import TooLong, timed
from goodoffices.weigh.model import Model

from .answering import read_only
from .cited import named_in
from .linking import ties_of
from .models import listed, read
from .thread import Link, Node

__all__ = ["Spine", "issue_key", "issue_node", "spine_of"]

_SECONDS = 12.0


class Spine(msgspec.Struct, frozen=True, kw_only=True):
    """What stands fixed, whatever is chosen.

    Attributes:
        nodes: Issues of models, options, provisions.
        links: What leads to what.
        options: Names by which texts and agreements call issues and options -> the keys of the nodes.
        sources: Option -> statements of the record that it rests on.
        provisions: Id or number of a provision, with the slug of its text's title -> the keys of the nodes.
        models: How many models there are.
        texts: How many texts there are.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    options: dict[tuple[str, str], tuple[str, str]]
    sources: dict[str, tuple[str, ...]]
    provisions: dict[tuple[str, str], tuple[str, str]]
    models: int
    texts: int


class Said(msgspec.Struct, frozen=True):
    """What a provision says, and what it links: issues of the record, issues and options as the text names them."""

    id: str
    number: str
    words: str
    issues: tuple[str, ...]
    linked: tuple[str, ...]
    options: tuple[str, ...]


def issue_key(name: str) -> tuple[str, str]:
    """The node of an issue by what somebody calls it: an id or label of the record, or a name of its own."""
    by_label = {slug(term.label): issue for issue, term in vocabulary().items()}
    plain = slug(name)
    return "issue", name if name in vocabulary() else by_label.get(plain, plain)


def issue_node(key: tuple[str, str], label: str = "") -> Node:
    """Write an issue as a node; one of the record's leads to its page."""
    known = vocabulary().get(key[1])
    words = known.label if known else label or key[1].replace("-", " ")
    href = f"/matrix/{quote(key[1], safe='')}" if known else ""
    return Node(column="issue", id=key[1], says=words, under="" if known else "of a model alone", href=href)


def spine_of(who: Asking) -> Spine:
    """Put the spine together from the models and texts that one may see."""
    making = _Making(who)
    for version in listed(who):
        making.model(version.name, version.title or version.name)
    texts = texts_of(who)
    for text in texts:
        making.text(text)
    return making.made(len(texts))


def said_in(source: str) -> tuple[Said, ...]:
    """Take a text apart as far as the thread needs it."""
    document = parse_text(source, tolerant=True)
    by_id: dict[str, list[object]] = {}
    for each in find_passages(document):
        by_id.setdefault(each.provision, []).append(each)
    return tuple(_said(each, by_id.get(each.id, [])) for each in document.provisions if each.text)


def _said(provision: object, passages: list[object]) -> Said:
    # Both are structs of the draft room; what crosses a process is plain.
    issues = dict.fromkeys(issue for each in passages for issue in each.issues)  # type: ignore[attr-defined]
    linked = dict.fromkeys(
        (*provision.links.issues, *(name for each in passages for name in each.links.issues))  # type: ignore[attr-defined]
    )
    options = dict.fromkeys(
        (*provision.links.options, *(name for each in passages for name in each.links.options))  # type: ignore[attr-defined]
    )
    return Said(provision.id, provision.number, clip(provision.text, 160), tuple(issues), tuple(linked), tuple(options))  # type: ignore[attr-defined]


class _Making:
    def __init__(self, who: Asking) -> None:
        self._who = who
        self._nodes: dict[tuple[str, str], Node] = {}
        self._links: dict[Link, None] = {}
        self._called: dict[tuple[str, str], tuple[str, str]] = {}
        self._sources: dict[str, tuple[str, ...]] = {}
        self._provisions: dict[tuple[str, str], tuple[str, str]] = {}
        self._names: list[Names] = []
        self._models = 0

    def _node(self, node: Node) -> tuple[str, str]:
        self._nodes.setdefault(node.key, node)
        return node.key

    def model(self, name: str, title: str) -> None:
        version, text = read(self._who, name)
        self._models += 1
        model = read_only(self._who, text).model
        if model is None:
            return
        known = self._who.view.statements_by_id(named_in(text))
        ties = ties_of(model, {}, known).issues
        self._names.append(Names(_deal_issues(model)))
        there = {each.id for each in known}
        for n, issue in enumerate(model.issues):
            key = ("issue", ties[issue.name]) if issue.name in ties else issue_key(issue.name)
            self._node(issue_node(key, issue.name))
            for option in issue.options:
                own = f"{slug(issue.name)}={slug(option.name)}"
                under = clip(f"{issue.name}, {title}", 80)
                href = f"/weigh/{quote(version.name)}#issue-{n}"
                self._node(Node(column="option", id=own, says=clip(option.name, 120), under=under, href=href))
                self._links[Link(key, ("option", own))] = None
                self._called[(slug(issue.name), slug(option.name))] = ("option", own)
                cited = (each for each in option.source.statements if each in there)
                self._sources[own] = tuple(dict.fromkeys((*self._sources.get(own, ()), *cited)))
            self._called[(slug(issue.name), "")] = key

    def text(self, text: ShownText) -> None:
        try:
            said: tuple[Said, ...] = timed(said_in, text.source, size=len(text.source), seconds=_SECONDS)
        except TooLong:
            return
        title = slug(text.title)
        for each in said:
            own = f"{text.name}#{each.id}"
            under = clip(f"{each.number + ', ' if each.number else ''}{text.title}", 80)
            href = f"/draft/{quote(text.name)}#p-{quote(each.id)}"
            key = self._node(Node(column="provision", id=own, says=each.words, under=under, href=href))
            self._provisions.setdefault((each.id, ""), key)
            if each.number:
                self._provisions.setdefault((each.number, title), key)
            for left in self._meant(each):
                self._links[Link(left, key)] = None

    def _meant(self, said: Said) -> Iterator[tuple[str, str]]:
        """The options and issues that a provision is about: those that it links, else those that it speaks of."""
        options = [
            self._called[pair]
            for name in said.options
            for names in self._names
            for issue, option in names.options(name, said.linked)
            if (pair := (slug(issue), slug(option))) in self._called
        ]
        yield from dict.fromkeys(options)
        issues = [self.issue(name) for name in said.linked] or [issue_key(name) for name in said.issues]
        for key in dict.fromkeys(issues):
            self._node(issue_node(key))
            yield key

    def issue(self, name: str) -> tuple[str, str]:
        """The node of an issue as a text or an agreement names it."""
        known = (names.issue(name) for names in self._names)
        found = next((each for each in known if each), name)
        return self._called.get((slug(found), ""), issue_key(found))

    def made(self, texts: int) -> Spine:
        return Spine(
            nodes=tuple(self._nodes.values()),
            links=tuple(self._links),
            options=self._called,
            sources=self._sources,
            provisions=self._provisions,
            models=self._models,
            texts=texts,
        )


def _deal_issues(model: Model) -> list[DealIssue]:
    return [DealIssue(each.name, tuple(DealOption(name) for name in each.names)) for each in model.issues]
