"""Constraints in words, for whoever asks why."""

from __future__ import annotations

from .constraints import Choices, Constraint

__all__ = ["listed", "words_of"]


def words_of(constraint: Constraint) -> str:
    """Say a constraint in words: its own where it has some."""
    if constraint.words:
        return constraint.words
    who = f"{constraint.party}: " if constraint.party else ""
    return who + _said(constraint)


def _said(constraint: Constraint) -> str:
    chosen = constraint.choices
    match constraint.kind:
        case "never":
            return f"never {listed(chosen, ' or ')}"
        case "only":
            return f"only {listed(chosen, ' and ')}"
        case "implication":
            return f"if {listed(chosen, ' and ')}, then {listed(constraint.then, ' or ')}"
        case "exclusion":
            return f"not together: {listed(chosen, ' and ')}"
        case "at most" | "at least":
            return f"{constraint.kind} {constraint.count} of {listed(chosen, '; ')}"


def listed(choices: Choices, between: str) -> str:
    """Say choices: "Capital = Port or Inland and Force = None"."""
    return between.join(f"{issue} = {' or '.join(options)}" for issue, options in choices.items())
