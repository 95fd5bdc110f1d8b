"""A model as the plain mappings, lists and texts of a YAML file, each thing in one form only.

An issue is always a mapping here, also where a file writes a plain list of options.
"""

from __future__ import annotations

from goodoffices.weigh.errors import ModelError

from ..areas import Area
from ..constraints import Constraint
from ..model import Interaction, Issue, Model, NoDeal, Option, Party
from ..preferences import Line, Order, Points, Preference
from .tree_carrying import carrying_tree
from .tree_numbers import Fields, Tree, choices_tree, number_tree, plain, source_tree

__all__ = ["Tree", "tree_of"]

#: Names that would be taken for the forms of a preference.
TAKEN = ("order", "line")


def tree_of(model: Model) -> Fields:
    """Write a model as plain data, what is left at its default left out.

    Raises:
        ModelError: If an option or issue is called "order" or "line": in a file, these are forms of a preference.
    """
    tree: Fields = {}
    for name, text in (("title", model.title), ("note", model.note)):
        if text:
            tree[name] = text
    tree["scale"] = [plain(end) for end in model.scale]
    if model.areas:
        tree["areas"] = {area.name: _area(area) for area in model.areas}
    tree["issues"] = {issue.name: _issue(issue) for issue in model.issues}
    tree["parties"] = {party.name: _party(party) for party in model.parties}
    if model.no_deal:
        tree["no deal"] = _no_deal(model.no_deal)
    if model.interactions:
        tree["interactions"] = [_interaction(each) for each in model.interactions]
    if model.constraints:
        tree["constraints"] = [_constraint(each) for each in model.constraints]
    tree |= carrying_tree(model.carrying)
    if model.drafted:
        tree["drafted"] = list(model.drafted)
    return tree


def _preference(preference: Preference) -> Tree:
    match preference:
        case Points(of) if not of:
            return "unknown"
        case Points(of):
            if taken := [name for name in TAKEN if name in of]:
                msg = f"a YAML model cannot call an option or issue {taken[0]!r}: give it another name"
                raise ModelError(msg)
            return {name: number_tree(number) for name, number in of.items()}
        case Order(tiers, source):
            return _order(tiers, source_tree(source))
        case Line(points):
            return {"line": {str(plain(value)): number_tree(number) for value, number in points}}


def _order(tiers: tuple[tuple[str, ...], ...], source: Fields) -> Tree:
    """As "A > B = C" where no name can be mistaken, as a list otherwise."""
    names = [name for tier in tiers for name in tier]
    plain = all(not set(name) & set("<>=\n") and name == name.strip() and name != "unknown" for name in names)
    order: Tree = (
        " > ".join(" = ".join(tier) for tier in tiers)
        if plain
        else [tier[0] if len(tier) == 1 else list(tier) for tier in tiers]
    )
    return {"order": order, **source} if source or not plain else order


def _issue(issue: Issue) -> Fields:
    source = source_tree(issue.source)
    if issue.range:
        cut = issue.range
        fields: Fields = {"from": plain(cut.start), "to": plain(cut.stop), "steps": cut.steps}
        if cut.unit:
            fields["unit"] = cut.unit
        return {"range": fields, **source}
    return {"options": _options(issue.options), **source}


def _options(options: tuple[Option, ...]) -> Tree:
    if all(option == Option(option.name) for option in options):
        return [option.name for option in options]
    return {option.name: _option(option) for option in options}


def _option(option: Option) -> Fields:
    gives: Fields = {"gives": choices_tree(option.gives)} if option.gives else {}
    return {**gives, **source_tree(option.source)}


def _area(area: Area) -> Fields:
    fields: Fields = {}
    if area.outline:
        fields["outline"] = [[plain(east), plain(north)] for east, north in area.outline]
    if area.km2 is not None:
        fields["km2"] = number_tree(area.km2)
    if area.held_by is not None:
        fields["held by"] = area.held_by
    if area.claimed_by:
        fields["claimed by"] = area.claimed_by[0] if len(area.claimed_by) == 1 else list(area.claimed_by)
    return {**fields, **source_tree(area.source)}


def _party(party: Party) -> Fields:
    fields: Fields = {} if party.signs else {"signs": False}
    if party.weights != Points():
        fields["weights"] = _preference(party.weights)
    if party.scores:
        fields["scores"] = {issue: _preference(each) for issue, each in party.scores.items()}
    if party.reservation is not None:
        fields["reservation"] = number_tree(party.reservation)
    if party.no_deal is not None:
        fields["no deal"] = _no_deal(party.no_deal)
    if party.discount != 1:
        fields["discount"] = plain(party.discount)
    if party.influence is not None:
        fields["influence"] = number_tree(party.influence)
    if party.ratifies is not None:
        fields["ratifies"] = party.ratifies
    return {**fields, **source_tree(party.source)}


def _no_deal(no_deal: NoDeal) -> Fields:
    fields: Fields = {"words": no_deal.words} if no_deal.words else {}
    if no_deal.package:
        fields["package"] = dict(no_deal.package)
    return {**fields, **source_tree(no_deal.source)}


def _interaction(interaction: Interaction) -> Fields:
    fields: Fields = {"words": interaction.words} if interaction.words else {}
    fields["when"] = choices_tree(interaction.when)
    fields["worth"] = {party: number_tree(number) for party, number in interaction.worth.items()}
    return {**fields, **source_tree(interaction.source)}


def _constraint(constraint: Constraint) -> Fields:
    fields: Fields = {"id": constraint.key}
    for name, text in (("party", constraint.party or ""), ("words", constraint.words)):
        if text:
            fields[name] = text
    chosen = choices_tree(constraint.choices)
    match constraint.kind:
        case "implication":
            fields |= {"if": chosen, "then": choices_tree(constraint.then)}
        case "exclusion":
            fields["not together"] = chosen
        case "at most" | "at least":
            fields |= {constraint.kind: constraint.count, "of": chosen}
        case kind:
            fields[kind] = chosen
    return {**fields, **source_tree(constraint.source)}
