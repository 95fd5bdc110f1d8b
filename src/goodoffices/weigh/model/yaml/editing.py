"""A YAML model changed by program: only what differs is touched, and people's comments, order and spelling stay."""

from __future__ import annotations

import io
from typing import Any

from ..model import Model
from .reading import parse_yaml
from .tree import Tree, tree_of
from .writing import printer, styled

__all__ = ["edit_yaml"]


def edit_yaml(text: str, model: Model, file: str = "model.yaml") -> str:
    """Change the text of a model so that it says what `model` says.

    Args:
        text: The document as it stands.
        model: What it should say.
        file: What errors call it.

    Returns:
        The new text; the old one where it says so already.

    Raises:
        ModelError: If the document cannot be read.
    """
    before, after = tree_of(parse_yaml(text, file)), tree_of(model)
    if before == after:
        return text
    yaml = printer()
    offset = _offset(text)
    yaml.indent(mapping=2, sequence=2 + offset, offset=offset)
    document = yaml.load(text)
    _merge(document, before, after, 0)
    out = io.StringIO()
    yaml.dump(document, out)
    return out.getvalue()


def _offset(text: str) -> int:
    """How far lists are indented under their name: as the first one in the file is."""
    above = ""
    for line in text.splitlines():
        bare = line.lstrip()
        if bare.startswith("- ") and above.rstrip().endswith(":"):
            return max(0, min(8, len(line) - len(bare) - (len(above) - len(above.lstrip()))))
        if bare and not bare.startswith("#"):
            above = line
    return 2


def _merge(node: Any, before: dict[str, Tree], after: dict[str, Tree], depth: int) -> None:  # noqa: ANN401 - ruamel's
    """Bring a mapping from what it says to what it should say."""
    for key in before:
        if key not in after and key in node:
            del node[key]
    for key, wanted in after.items():
        if key not in before or key not in node:
            # At its own place: what was given another name must not jump to the end.
            place = sum(each in node for each in list(after)[: list(after).index(key)])
            node.insert(place, key, styled(wanted, depth + 1))
        elif before[key] != wanted:
            _change(node, key, before[key], wanted, depth + 1)


def _change(parent: Any, key: Any, before: Tree, wanted: Tree, depth: int) -> None:  # noqa: ANN401 - ruamel's own types
    """Change one part: inside it where its form stays, as a whole where not."""
    node = parent[key]
    if isinstance(wanted, dict) and set(wanted) == {"options"} and isinstance(node, list) and isinstance(before, dict):
        before, wanted = before["options"], wanted["options"]  # a plain list of options
    if isinstance(before, dict) and isinstance(wanted, dict) and isinstance(node, dict):
        _merge(node, before, wanted, depth)
    elif isinstance(before, list) and isinstance(wanted, list) and isinstance(node, list) and len(node) == len(before):
        _merge_list(node, before, wanted, depth)
    else:
        parent[key] = styled(wanted, depth)


def _merge_list(node: Any, before: list[Tree], wanted: list[Tree], depth: int) -> None:  # noqa: ANN401 - ruamel's own
    """Take out, change and add items; items are told apart by their `id` or name, or are what they say."""
    names = [_name(item) for item in before]
    target = [_name(item) for item in wanted]
    for place in reversed(range(len(names))):
        if names[place] not in target:
            del node[place], names[place], before[place]
    if target[: len(names)] != names:
        node[:] = [styled(item, depth + 1) for item in wanted]
        return
    for place, (old, new) in enumerate(zip(before, wanted, strict=False)):
        if old != new:
            _change(node, place, old, new, depth + 1)
    for item in wanted[len(names) :]:
        node.append(styled(item, depth + 1))


def _name(item: Tree) -> str:
    if isinstance(item, dict):
        return str(next((item[name] for name in ("id", "name", "words", "party") if name in item), item))
    return str(item)
