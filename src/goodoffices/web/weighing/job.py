"""What is done with a model in a process of its own: reading, changing, weighing, drafting. It knows no web."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from goodoffices.brief.weighing import Report, build_weighing
from goodoffices.desk.audience import Audience
from goodoffices.desk.worth import TextWorth, weigh_text
from goodoffices.draft.text import parse_text
from goodoffices.record import InputError, Marking, most_restricted
from goodoffices.record.store import open_case
from goodoffices.record.view import View
from goodoffices.weigh import Model, ModelError, draft_model, redraft
from goodoffices.weigh.analysis import analyse
from goodoffices.weigh.model import edit_yaml, parse_yaml, yaml_text

from .building import build_on
from .converting import MOST_BYTES, converted
from .filling import fill_in

__all__ = [
    "DRAWS",
    "MOST_BYTES",
    "Convert",
    "Done",
    "Draft",
    "Fault",
    "Job",
    "Redraft",
    "Weigh",
    "WeighText",
    "work",
]

DRAWS = 10_000
"""Draws of the unknown numbers: as many as the command takes."""
_MOST_NUMBERS = 6_000
"""Scores of a model that is weighed here: parties times options."""
_FILE = "model"


class Weigh(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Read a model, change it, and say what it comes to.

    Attributes:
        text: The YAML.
        fields: What was typed into its form; empty for nothing.
        act: A button of the form that adds or takes out, or "".
        by: Who typed it.
        analysed: Is it weighed, or only read?
    """

    text: str
    fields: Mapping[str, str] = {}
    act: str = ""
    by: str = ""
    analysed: bool = True


class Convert(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Read files of any format that models are kept in: name -> content."""

    files: Mapping[str, bytes]


class Draft(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Draft a model from what one audience may see of a case, under a title."""

    case: str
    audience: Audience
    title: str = ""


class Redraft(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Draft again over a model that people edited."""

    case: str
    audience: Audience
    text: str


class WeighText(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Say what a text is worth in a deal.

    Attributes:
        model: The YAML of the model.
        source: The text as an audience sees it.
        earlier: An earlier text, or "" for none.
    """

    model: str
    source: str
    earlier: str = ""


Job: TypeAlias = Weigh | Convert | Draft | Redraft | WeighText


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a model.

    Attributes:
        words: One sentence.
        line: In its text, from 1; 0 where it is not known.
        column: In the line, from 1; 0 where it is not known.
    """

    words: str
    line: int = 0
    column: int = 0


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a job.

    Attributes:
        text: The YAML, as it was changed; as it was handed in where it cannot be read.
        model: The model; None where it cannot be read.
        report: What it comes to; statements are named by their ids alone. None where it was not asked for.
        fault: What is wrong with it, or None.
        wrong: Field of the form -> what is wrong with what was typed.
        changes: What drafting again changed, or would, in words.
        marking: Of a draft: the most restricted marking of all that was looked at.
        worth: Of a text: what it is worth.
    """

    text: str = ""
    model: Model | None = None
    report: Report | None = None
    fault: Fault | None = None
    wrong: dict[str, str] = {}
    changes: tuple[str, ...] = ()
    marking: Marking = Marking.CLEAR
    worth: TextWorth | None = None


def work(job: Job) -> Done:
    """Do a job; what is wrong with a model is an answer and no error."""
    try:
        return _worked(job)
    except InputError as error:
        text = job.text if isinstance(job, Weigh | Redraft) else ""
        return Done(text=text, fault=_fault(error))
    except (MemoryError, RecursionError):
        return Done(fault=Fault(words="this takes more memory than a model may; leave out options or issues"))


def _worked(job: Job) -> Done:
    match job:
        case Weigh():
            return _weighed(job)
        case Convert():
            return _read(converted(job.files))
        case Draft():
            return _drafted(job)
        case Redraft():
            return _redrafted(job)
        case WeighText():
            return _worth(job)


def _fault(error: InputError) -> Fault:
    if isinstance(error, ModelError):
        where = "" if error.line else " / ".join(error.place)
        words = f"{where}: {error.fault}" if where and not error.fault.startswith(where) else error.fault
        return Fault(words=words, line=error.line, column=error.column)
    return Fault(words=str(error))


def _parsed(text: str) -> Model:
    if len(text.encode("utf-8")) > MOST_BYTES:
        msg = f"a model has at most {MOST_BYTES:,} bytes; this is larger"
        raise ModelError(msg)
    model = parse_yaml(text, _FILE)
    _refuse_large(model)
    return model


def _refuse_large(model: Model) -> None:
    numbers = len(model.parties) * sum(len(issue.options) for issue in model.issues)
    if numbers > _MOST_NUMBERS:
        msg = (
            f"{numbers:,} scores (parties times options) are more than the {_MOST_NUMBERS:,} that are weighed in the "
            "browser; weigh it with the command: goodoffices weigh MODEL"
        )
        raise ModelError(msg)


def _weighed(job: Weigh) -> Done:
    text, model, wrong = job.text, _parsed(job.text), dict[str, str]()
    if job.fields:
        filled = fill_in(model, job.fields, by=job.by)
        wrong, model = filled.wrong, filled.model
    fault = None
    try:
        model = build_on(model, job.act)
        text = edit_yaml(text, model, _FILE)
        model = _parsed(text)
    except InputError as error:
        # What was typed contradicts itself, or a button cannot do it: the model is shown as it was before.
        # Lines are of a text that nobody has seen.
        fault, model = msgspec.structs.replace(_fault(error), line=0, column=0), _parsed(job.text)
        text = job.text
    if fault is None and job.analysed:
        return Done(text=text, model=model, report=_report(model), wrong=wrong)
    return Done(text=text, model=model, fault=fault, wrong=wrong)


def _worth(job: WeighText) -> Done:
    model = _parsed(job.model)
    earlier = parse_text(job.earlier, tolerant=True) if job.earlier else None
    return Done(worth=weigh_text(model, parse_text(job.source, tolerant=True), earlier=earlier))


def _report(model: Model) -> Report:
    analysis = analyse(model, draws=DRAWS)
    return build_weighing(analysis, order=analysis.beside.order, coalitions=analysis.beside.powers)


def _read(model: Model) -> Done:
    text = yaml_text(model)
    return Done(text=text, model=_parsed(text))


def _drafted(job: Draft) -> Done:
    with open_case(job.case) as store:
        view = job.audience.view(store)
        done = _read(msgspec.structs.replace(draft_model(view), title=job.title))
        marking = _marking(view)
    return msgspec.structs.replace(done, marking=marking)


def _redrafted(job: Redraft) -> Done:
    _parsed(job.text)
    with open_case(job.case) as store:
        view = job.audience.view(store)
        text, changes = redraft(f"{job.text}\n", view)
        marking = _marking(view)
    told = tuple(each.words for each in changes)
    return Done(text=text, model=_parsed(text), changes=told, marking=marking)


def _marking(view: View) -> Marking:
    """How restricted what is made of all that a view holds is: counts and names come from all of it."""
    reports = [each.marking for each in view.reports()]
    return most_restricted([Marking.CLEAR, *reports, *(each.marking for each in view.statements())])
