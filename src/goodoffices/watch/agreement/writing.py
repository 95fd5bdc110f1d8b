"""An agreement as the YAML that `read_agreement` reads, with the words of the text above each obligation."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from ..conditions import Condition, in_words, span_in_words
from .model import Agreement, Alert, Due, Duty, Indicator, Obligation, Power

__all__ = ["write_agreement"]

_WIDTH = 110


def write_agreement(agreement: Agreement, *, notes: dict[str, tuple[str, ...]] | None = None) -> str:
    """Write an agreement as YAML.

    Args:
        agreement: What was agreed.
        notes: By id of an obligation, lines that stand above it as comments.

    Returns:
        What `parse_agreement` reads as the same agreement, but for the lines on which things stand.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415  only where an agreement is written
    from ruamel.yaml.comments import CommentedMap, CommentedSeq  # noqa: PLC0415  the same

    top = CommentedMap(_head(agreement))
    obligations = CommentedSeq(
        [CommentedMap(_marked(_obligation(each), each, agreement)) for each in agreement.obligations]
    )
    for place, each in enumerate(agreement.obligations):
        lines = (notes or {}).get(each.id, ())
        if lines:
            obligations.yaml_set_comment_before_after_key(place, before="\n".join(map(_one_line, lines)), indent=2)
    top["obligations"] = obligations
    for key, entries in (
        ("powers", [_marked(_power(each), each, agreement) for each in agreement.powers]),
        ("alerts", [_marked(_alert(each), each, agreement) for each in agreement.alerts]),
    ):
        if entries:
            top[key] = entries
    if agreement.ladder:
        top["ladder"] = list(agreement.ladder)
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(top, out)
    return out.getvalue()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _head(agreement: Agreement) -> dict[str, Any]:
    values: dict[str, Any] = {"agreement": agreement.name, "in force": _instant(agreement.in_force)}
    values |= {"parties": list(agreement.parties)} if agreement.parties else {}
    values |= {"actors": {key: list(names) for key, names in agreement.actors.items()}} if agreement.actors else {}
    values |= {"trust source": True} if agreement.trusts_source else {}
    values |= {"marking": agreement.marking.value} if agreement.marking.rank else {}
    values |= {"circle": list(agreement.circles)} if agreement.circles else {}
    values |= {"files": dict(agreement.files)} if agreement.files else {}
    values |= (
        {"indicators": [_marked(_indicator(each), each, agreement) for each in agreement.indicators]}
        if agreement.indicators
        else {}
    )
    return values


def _instant(at: dt.datetime) -> Any:  # noqa: ANN401  a date where the time is midnight
    return at.date() if at.time() == dt.time() else at.isoformat()


def _condition(condition: Condition | None) -> str:
    return in_words(condition) if condition is not None else ""


def _marked(
    values: dict[str, Any], each: Obligation | Power | Indicator | Alert, agreement: Agreement
) -> dict[str, Any]:
    values |= {} if each.marking is agreement.marking else {"marking": each.marking.value}
    return values if each.circles == agreement.circles else values | {"circle": list(each.circles)}


def _obligation(each: Obligation) -> dict[str, Any]:
    values = {
        "id": each.id,
        "provision": each.provision,
        "owes": list(each.owes),
        "to": list(each.to),
        "act": each.act,
        "duty": each.duty.value if each.duty is not Duty.DO else "",
        "kind": each.kind,
        "words": each.words,
        "zones": list(each.zones),
        "trigger": _condition(each.trigger),
        "lapses": _condition(each.lapses),
        "starts": _condition(each.starts),
        **_due(each.due),
        "until": _condition(each.until),
        "suspended while": _condition(each.suspended_while),
        "met when": _condition(each.met),
        "breached when": _condition(each.broken),
        "each": each.each,
        "every": span_in_words(each.every) if each.every else "",
        "verified by": list(each.verified_by),
        "evidence": each.evidence,
        "incidents": list(each.incidents),
        "issue": each.issue,
        "option": each.option,
        "statements": list(each.statements),
    }
    kept = {key: value for key, value in values.items() if value or key == "owes"}
    return kept if each.confirmed else kept | {"confirmed": False}


def _due(due: Due | None) -> dict[str, Any]:
    if due is None:
        return {}
    if due.at is not None:
        last = due.at - dt.timedelta(days=1)  # a day is over at midnight: what is due on it may be done on it
        return {"due": last.date() if due.at.time() == dt.time() else due.at.isoformat()}
    return {"within": span_in_words(due.within) if due.within else "", "of": _condition(due.of)}


def _power(each: Power) -> dict[str, Any]:
    values = {
        "id": each.id,
        "clause": each.clause,
        "holder": list(each.holder),
        "act": each.act,
        "when": _condition(each.when),
        "suspends": list(each.effect.suspends),
        "reinstates": list(each.effect.reinstates),
        "discharges": list(each.effect.discharges),
        "automatic": each.automatic,
    }
    return {key: value for key, value in values.items() if value}


def _indicator(each: Indicator) -> dict[str, Any]:
    values = {
        "id": each.id,
        "label": each.label,
        "unit": each.unit,
        "objective": each.objective,
        "baseline": each.baseline,
        "target": each.target,
        "better": each.better if each.better != "more" else "",
    }
    return {key: value for key, value in values.items() if value not in ("", None)}


def _alert(each: Alert) -> dict[str, Any]:
    values = {
        "id": each.id,
        "when": _condition(each.when),
        "due within": span_in_words(each.due_within) if each.due_within else "",
        "of": list(each.of),
        "say": each.say,
    }
    return {key: value for key, value in values.items() if value}
