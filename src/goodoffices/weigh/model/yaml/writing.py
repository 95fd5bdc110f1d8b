"""A model as the text of a YAML file."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from ..model import Model
from .tree import Tree, tree_of

if TYPE_CHECKING:
    from ruamel.yaml import YAML

__all__ = ["printer", "styled", "yaml_text"]

#: A list or mapping is written on one line where it is no longer than this.
ONE_LINE = 88
#: Never fold a line: what people wrote on one line stays on one line.
WIDTH = 1 << 30
WORDS = {"", "~", "null", "true", "false", "yes", "no", "on", "off"}
#: A date, or a number as YAML writes it: with signs, points, underscores, as hours and minutes.
MISTAKABLE = re.compile(r"[-+.]?\d[\d_.,:eExXoO+TZ-]*$|[-+]?\.(inf|nan)$", re.IGNORECASE)


def printer() -> YAML:
    """Make a reader and writer of YAML for which every plain scalar is text, as it is for `parse_yaml`."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - heavy, and only YAML models need it
    from ruamel.yaml.resolver import VersionedResolver  # noqa: PLC0415

    class Texts(VersionedResolver):
        """Finds no number, truth value or date in a plain scalar."""

        @property
        def versioned_resolver(self) -> dict[str, object]:
            """No pattern at all."""
            return {}

    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = Texts
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def yaml_text(model: Model) -> str:
    """Write a model as YAML.

    Args:
        model: A model that is checked.

    Returns:
        The text; `parse_yaml` makes the same model of it.

    Raises:
        ModelError: If an option or issue is called "order" or "line".
    """
    out = io.StringIO()
    printer().dump(styled(tree_of(model)), out)
    return out.getvalue()


def styled(tree: Tree, depth: int = 0) -> Any:  # noqa: ANN401 - ruamel's own types
    """Turn plain data into ruamel's, short parts on one line, all scalars as text."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq  # noqa: PLC0415

    if isinstance(tree, dict):
        if set(tree) == {"options"} and isinstance(tree["options"], list):
            return styled(tree["options"], depth)
        made: Any = CommentedMap((_scalar(key), styled(value, depth + 1)) for key, value in tree.items())
        if set(tree) <= {"line"}:  # its keys are numbers, and stand as such
            made = CommentedMap((key, CommentedMap((str(at), item) for at, item in made[key].items())) for key in made)
    elif isinstance(tree, list):
        made = CommentedSeq(styled(item, depth + 1) for item in tree)
    else:
        return _scalar(tree)
    if depth > 0 and (len(str(tree)) <= ONE_LINE or _ids(tree)) and "\n" not in str(tree):
        made.fa.set_flow_style()
    return made


def _ids(tree: Tree) -> bool:
    """True for a list of words without a space: ids and marks stay on one line, however many."""
    return isinstance(tree, list) and all(isinstance(each, str) and " " not in each for each in tree)


def _scalar(value: str | float) -> Any:  # noqa: ANN401 - ruamel's own types
    """A scalar as text; a text that another reader of YAML would take for something else is quoted."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString  # noqa: PLC0415

    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    return DoubleQuotedScalarString(value) if _mistakable(value) else value


def _mistakable(text: str) -> bool:
    """True for what another reader takes for a number, a truth value, a date or nothing."""
    return text.casefold() in WORDS or MISTAKABLE.match(text) is not None
