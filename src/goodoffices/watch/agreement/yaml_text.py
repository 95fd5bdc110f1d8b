"""YAML as people write it: each number remembers how it was written, and what would swell beyond all bounds is refused.

``provision: 1.10`` is article 1.10 and not 1.1; an anchor used a few times over is a convenience, and one that is used
nine times at each of nine levels a billion entries.
"""

from __future__ import annotations

import functools
from typing import Any

from ..errors import AgreementError

__all__ = ["read_yaml", "shown", "written"]

_MOST_VALUES = 1_000_000
_DEEPEST = 40
_SHOWN = 60


class _Whole(int):
    """A whole number with the way in which it was written."""

    written: str


class _Decimal(float):
    """A number with the way in which it was written."""

    written: str


def read_yaml(source: str, name: str) -> Any:  # noqa: ANN401  whatever YAML holds
    """Read YAML; mappings and lists know on which line they stand.

    Args:
        source: The text.
        name: What to call it in messages.

    Raises:
        AgreementError: It is no YAML, or its anchors make more than a million values of it.
    """
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415  only where an agreement is read

    try:
        values = _yaml().load(source)
    except MarkedYAMLError as odd:
        mark = odd.problem_mark or odd.context_mark
        msg = f"no YAML: {odd.problem}"
        raise AgreementError(msg, name=name, line=mark.line + 1 if mark else 0) from odd
    except (YAMLError, RecursionError, ValueError, OverflowError, AttributeError, TypeError) as odd:
        # The last two come from inside the reader, where a tag does not fit the value that it stands before.
        msg = f"no YAML: {shown(str(odd).splitlines()[0] if str(odd) else 'it cannot be taken apart')}"
        raise AgreementError(msg, name=name) from odd
    fault = _swollen(values)
    if fault:
        raise AgreementError(fault, name=name)
    return values


def written(value: object) -> str:
    """A plain value as it stands in the file."""
    return str(getattr(value, "written", value)).strip()


def shown(value: object) -> str:
    """A value for a message, cut short."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _swollen(values: object) -> str:
    """What is wrong with the size of what was read, each anchor counted as often as it is used; "" for nothing."""
    many, todo = 0, [(values, 0)]
    while todo:
        value, depth = todo.pop()
        many += 1
        if many > _MOST_VALUES:
            return f"its anchors make more than {_MOST_VALUES:,} values of it: write them out, or use fewer"
        if depth > _DEEPEST:
            return f"its lists lie more than {_DEEPEST} deep, or an anchor stands in itself: write it flat"
        if isinstance(value, dict):
            todo.extend((each, depth + 1) for each in value.values())
        elif isinstance(value, list):
            todo.extend((each, depth + 1) for each in value)
    return ""


@functools.cache
def _kind() -> type:
    """The reader's constructor, with numbers that remember how they were written."""
    from ruamel.yaml.constructor import RoundTripConstructor  # noqa: PLC0415  as above

    class _Constructor(RoundTripConstructor):
        """Makes our numbers of the file's."""

    def decimal(constructor: Any, node: Any) -> _Decimal:  # noqa: ANN401  ruamel's
        made = _Decimal(constructor.construct_yaml_float(node))
        made.written = node.value
        return made

    def whole(constructor: Any, node: Any) -> _Whole:  # noqa: ANN401  ruamel's
        made = _Whole(constructor.construct_yaml_int(node))
        made.written = node.value
        return made

    _Constructor.add_constructor("tag:yaml.org,2002:float", decimal)
    _Constructor.add_constructor("tag:yaml.org,2002:int", whole)
    return _Constructor


def _yaml() -> Any:  # noqa: ANN401  ruamel's
    from ruamel.yaml import YAML  # noqa: PLC0415  as above

    yaml = YAML(typ="rt")
    yaml.Constructor = _kind()
    return yaml
