"""A deal model as plain names, as the drafting room takes it: here the two rooms meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goodoffices.draft.check import Limit
    from goodoffices.draft.linking import DealIssue
    from goodoffices.draft.text import Document
    from goodoffices.weigh import Model

__all__ = ["deal_issues", "limits_of_model"]


def deal_issues(model: Model) -> tuple[DealIssue, ...]:
    """Give the issues and options of a model as names, as the drafting room takes them."""
    from goodoffices.draft.linking import DealIssue, DealOption  # noqa: PLC0415  parsers

    return tuple(
        DealIssue(each.name, tuple(DealOption(option.name) for option in each.options)) for each in model.issues
    )


def limits_of_model(model: Model, document: Document) -> tuple[Limit, ...]:
    """Give what the mandates and red lines in a model exclude, by all names that a text has for these options."""
    from goodoffices.draft.check import Limit  # noqa: PLC0415  parsers
    from goodoffices.draft.linking import called, slug  # noqa: PLC0415  parsers

    linked = called(document, deal_issues(model))
    found = []
    for rule in model.constraints:
        if rule.party is None or rule.kind not in {"never", "only"}:
            continue
        for issue, options in rule.choices.items():
            known = model.issue(issue).names
            excluded = options if rule.kind == "never" else tuple(each for each in known if each not in options)
            found += [
                Limit(
                    party=rule.party,
                    issue=issue,
                    excluded=each,
                    options=(each, slug(each), f"{issue}={each}", *sorted(linked.get((issue, each), ()))),
                    statements=rule.source.statements,
                )
                for each in excluded
            ]
    return tuple(found)
