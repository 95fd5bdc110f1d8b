"""Who can make or break a task, as the report says it."""

from __future__ import annotations

from goodoffices.brief.build.phrases import join_names
from goodoffices.brief.weighing.model import CoalitionView, MemberView
from goodoffices.weigh.coalitions import Power, Standing

__all__ = ["coalition_view"]

_LISTED = 12


def coalition_view(power: Power, task: str = "") -> CoalitionView:
    """Write what was found of a task.

    Args:
        power: What was found.
        task: What is to be carried, in words.
    """
    ranked = sorted(power.members, key=lambda each: -each.pivotal_share)
    return CoalitionView(
        task=task,
        possible=power.possible,
        words=tuple(each for each in _words(power) if each),
        members=tuple(_member(each) for each in ranked),
        least=power.least[:_LISTED],
        blocking=power.blocking[:_LISTED],
        stable=power.stable[:_LISTED],
        free_riders=power.free_riders[:_LISTED],
    )


def _member(found: Standing) -> MemberView:
    lacks = join_names([f"{amount:g} of {means}" for means, amount in found.lacks_without.items()])
    return MemberView(name=found.name, veto=found.veto, pivotal_share=found.pivotal_share, lacks=lacks)


def _words(power: Power) -> tuple[str, ...]:
    if not power.possible:
        return ("Even all together cannot carry it.",)
    vetoes = [member.name for member in power.members if member.veto]
    stable = power.stable[0] if power.stable else ()
    riders = power.free_riders[0] if power.free_riders else ()
    return (
        f"Nobody can carry it without {join_names(vetoes)}." if vetoes else "No single member can stop it.",
        f"The smallest coalition that carries it: {join_names(power.least[0])}." if power.least else "",
        (
            f"It holds together as {join_names(stable)}: none of them gains by leaving, and nobody gains by joining."
            if power.stable
            else "No coalition holds together: somebody always gains by leaving or by joining."
        ),
        f"{join_names(riders)} would gain and stay out." if riders else "",
    )
