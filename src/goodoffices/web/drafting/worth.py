"""What a text is worth in a deal, for a page: worked out in the processes that weigh, never while a page is made."""

from __future__ import annotations

from typing import Any

import msgspec

from goodoffices.desk.worth import BracketWorth, ChosenPackage, TextWorth
from goodoffices.record.errors import InputError
from goodoffices.web.asking import Asking
from goodoffices.web.weighing.job import Done, WeighText
from goodoffices.web.weighing.scales import Busy, TooLong, scales

from .deal import model_for
from .shown import ShownText, one_text

__all__ = ["TextWeighed", "earlier_of", "weigh_source", "weigh_text_soon", "worth_of", "written"]


class TextWeighed(msgspec.Struct, frozen=True, kw_only=True):
    """A text on the scales.

    Attributes:
        model: Name of the model.
        worth: What the text is worth; None where that is not known.
        against: Number of the earlier version that it is compared with; 0 for none.
        pending: Is it still being weighed?
        problem: Why it could not be weighed, or "".
    """

    model: str
    worth: TextWorth | None = None
    against: int = 0
    pending: bool = False
    problem: str = ""

    @property
    def deciding(self) -> tuple[BracketWorth, ...]:
        """The brackets that the deal decides: those first that move somebody most."""
        brackets = self.worth.brackets if self.worth else ()
        linked = [each for each in brackets if each.linked]
        return tuple(sorted(linked, key=lambda each: (-max((by for _, by in each.moves), default=0.0), each.number)))

    @property
    def aside(self) -> tuple[BracketWorth, ...]:
        """The brackets that answer no issue of the deal: these move nobody."""
        return tuple(each for each in self.worth.brackets if not each.linked) if self.worth else ()

    @property
    def signed(self) -> tuple[ChosenPackage, ...]:
        """The packages listed that all would sign."""
        return tuple(each for each in self.worth.packages if each.together) if self.worth else ()

    @property
    def others(self) -> tuple[ChosenPackage, ...]:
        """The packages listed that somebody would not sign."""
        return tuple(each for each in self.worth.packages if not each.together) if self.worth else ()


def earlier_of(who: Asking, text: ShownText, number: int | None) -> ShownText | None:
    """The version to compare with: the one of a number, else the one before; None for the first, or for 0.

    Raises:
        NotInCase: If there is no version of that number.
    """
    if number is None:
        number = text.number - 1
    return one_text(who, text.name, number) if number and number != text.number else None


def weigh_text_soon(who: Asking, text: ShownText, model: str, earlier: ShownText | None) -> TextWeighed:
    """Weigh a text for a page that shows itself without its answer where that takes a while.

    Args:
        who: Who asks.
        text: The text as they see it.
        model: Name of the model; "" for the first there is.
        earlier: What to compare it with.

    Raises:
        NotInCase: If they may see no model of that name.
    """
    name, described = model_for(who, model)
    against = earlier.number if earlier else 0
    if not described:
        return TextWeighed(model="", against=against)
    job = WeighText(model=described, source=text.source, earlier=earlier.source if earlier else "")
    try:
        done = scales().soon(job, account=who.account.name)
    except (TooLong, Busy) as error:
        return TextWeighed(model=name, against=against, problem=str(error))
    return _weighed(name, against, done)


def weigh_source(who: Asking, source: str, model: str, earlier: ShownText | None) -> TextWeighed:
    """Weigh what somebody wrote, and wait for it.

    Args:
        who: Who asks.
        source: The text.
        model: Name of the model; "" for the first there is.
        earlier: What to compare it with.

    Raises:
        NotInCase: If they may see no model of that name.
        Busy: If too many weigh.
    """
    name, described = model_for(who, model)
    against = earlier.number if earlier else 0
    if not described:
        return TextWeighed(model="", against=against)
    job = WeighText(model=described, source=source, earlier=earlier.source if earlier else "")
    try:
        return _weighed(name, against, scales().do(job, account=who.account.name))
    except TooLong as error:
        return TextWeighed(model=name, against=against, problem=str(error))


def worth_of(who: Asking, source: str, model: str, earlier: ShownText | None) -> TextWorth:
    """The same, where nothing else is asked.

    Raises:
        InputError: If there is no model, or it cannot be weighed.
    """
    found = weigh_source(who, source, model, earlier)
    if found.worth is None:
        msg = found.problem or "there is no deal model here to weigh a text in; make one in the weigh room"
        raise InputError(msg)
    return found.worth


def _weighed(name: str, against: int, done: Done | None) -> TextWeighed:
    if done is None:
        return TextWeighed(model=name, against=against, pending=True)
    problem = done.fault.words if done.fault else ""
    return TextWeighed(model=name, against=against, worth=done.worth, problem=problem)


def written() -> dict[str, Any]:
    """How the templates of a text on the scales write numbers."""
    from goodoffices.brief.weighing.build.amounts import amount, percent, span  # noqa: PLC0415  pages of deals

    return {"amount": amount, "percent": percent, "span": span}
