"""`goodoffices weigh`: a deal model in, the report of the deal out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
import msgspec

from goodoffices.record import InputError, Marking

from .case_circles import circle_option
from .options import MARKING, as_of_option, now
from .output import printable, progress

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from goodoffices.brief.weighing import Report
    from goodoffices.weigh import Model
    from goodoffices.weigh.analysis import Analysis

    from .weigh_case import Record

__all__ = ["weigh"]

_FORMS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json"}
_MODELS = {".yaml", ".yml"}
_STAGES = 9


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for, as the options say it."""

    model: str | None
    output: str | None
    form: str | None
    explain: str | None
    case: str | None
    audience: Marking
    circles: tuple[str, ...]
    as_of: dt.datetime | None
    draws: int
    seed: int
    convert: Literal["genius", "ktab", "yaml"] | None
    foretell: bool

    @property
    def drafts(self) -> bool:
        """Is the model itself what is to be written?"""
        ending = Path(self.output or "").suffix.lower()
        return self.model is None and (ending in _MODELS or (self.output is None and self.form is None))


@click.command()
@click.argument("model", metavar="[MODEL]", required=False)
@click.option("-o", "--output", metavar="FILE", help="Where to write it; `-` is standard output.")
@click.option(
    "--format", "form", type=click.Choice(["html", "md", "json"]), help="The form; that of FILE's name where not given."
)
@click.option(
    "--explain",
    metavar="PACKAGE",
    help="Say of one package alone why each party would or would not sign: 'Issue=Option; Issue=Option', or nash, "
    "kalai-smorodinsky, egalitarian, utilitarian.",
)
@click.option("--case", metavar="CASE", help="Draft MODEL from the record of a case; with MODEL, quote its sources.")
@click.option(
    "--audience", type=MARKING, default=Marking.RED, metavar="MARKING", help="Leave out what this audience may not see."
)
@circle_option
@as_of_option
@click.option(
    "--draws",
    type=click.IntRange(1, 1_000_000),
    default=10_000,
    show_default=True,
    help="How many draws of the unknown numbers a probability takes.",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Of the chance.")
@click.option(
    "--convert", type=click.Choice(["genius", "ktab", "yaml"]), help="Write the model in another format, unweighed."
)
@click.option("--foretell", is_flag=True, help="Say what positions foretell (a KTAB CSV, or one of positions).")
def weigh(**options: object) -> None:
    """Analyse a deal: which packages all could sign, who blocks, what would unlock it, what to find out next.

    MODEL is a YAML file, a folder with a GENIUS or GeniusWeb scenario, or a KTAB CSV. HTML is written to deal.html;
    Markdown, JSON and explanations go to standard output. With --case and no MODEL, the model is drafted from the
    record; drafted again over an edited file, people's edits stay, and what the news would change is listed.

    \b
    Examples:
      goodoffices weigh examples/weigh/two-banks.yaml -o deal.html
      goodoffices weigh scenarios/dinner/ --format md
      goodoffices weigh positions.csv --foretell
      goodoffices weigh model.yaml --explain nash
      goodoffices weigh --case talks.goodoffices -o model.yaml
      goodoffices weigh model.yaml --case talks.goodoffices -o deal.html
      goodoffices weigh scenarios/dinner/ --convert yaml -o dinner.yaml
    """  # noqa: D301  \b keeps click from filling the lines
    wish = msgspec.convert(options, Wish)
    _refuse(wish)
    if wish.foretell:
        _foretell(wish)
    elif wish.drafts:
        from .weigh_case import draft  # noqa: PLC0415  the record, for those who draft

        draft(wish)
    elif wish.convert:
        _convert(wish)
    else:
        _report(wish)


def _refuse(wish: Wish) -> None:
    """Refuse what cannot be meant."""
    if wish.model is None and wish.case is None:
        msg = "name a model, or a case with --case to draft one from"
        raise click.UsageError(msg)
    for name, given in (("--audience", wish.audience != Marking.RED), ("--for", wish.circles), ("--as-of", wish.as_of)):
        if given and wish.case is None:
            msg = f"{name} goes with --case: a model alone knows no audience"
            raise click.UsageError(msg)
    wants = {"--explain": wish.explain, "--convert": wish.convert, "--foretell": wish.foretell}
    chosen = [name for name, given in wants.items() if given]
    if len(chosen) > 1:
        msg = f"{' and '.join(chosen)} ask for two different things: give one"
        raise click.UsageError(msg)
    if (wish.convert or wish.foretell) and (wish.case or not wish.model):
        msg = f"{chosen[0]} takes a MODEL and no case"
        raise click.UsageError(msg)
    if wish.convert and wish.form:
        msg = "--format is of a report; --convert says what the model is written as"
        raise click.UsageError(msg)
    if wish.convert == "genius" and wish.output in {None, "-"}:
        msg = "a GENIUS scenario is a folder: name it with -o"
        raise click.UsageError(msg)


def _report(wish: Wish) -> None:
    from goodoffices.brief.weighing import build_weighing  # noqa: PLC0415  the analysis, for those who weigh
    from goodoffices.weigh.leading import pick_package  # noqa: PLC0415  as above

    model, record = _model(wish)
    asked = pick_package(model, wish.explain) if wish.explain else None
    analysis = _weighed(model, wish, asked)
    report = build_weighing(
        analysis,
        file=Path(wish.model or wish.case or "").name,
        generated=now(),
        marking=record.marking if record else None,
        sentences=record.sentences if record else None,
        order=analysis.beside.order,
        coalitions=analysis.beside.powers,
        only_asked=bool(wish.explain),
    )
    _write(report, wish)


def _model(wish: Wish) -> tuple[Model, Record | None]:
    """The model, and what the record says of its sources where there is one."""
    from goodoffices.weigh import read_model  # noqa: PLC0415  reads YAML and XML

    if wish.case is None:
        return read_model(wish.model or ""), None
    from .weigh_case import drafted, record_of  # noqa: PLC0415  the record, for those who have one

    if wish.model is None:
        return drafted(wish)
    model = read_model(wish.model)
    return model, record_of(model, wish)


def _weighed(model: Model, wish: Wish, asked: NDArray[np.intp] | None) -> Analysis:
    from goodoffices.weigh.analysis import analysing  # noqa: PLC0415  as above

    found: list[Analysis] = []

    def stages() -> Iterator[str]:
        found.append((yield from analysing(model, draws=wish.draws, seed=wish.seed, asked=asked)))

    for _ in progress(stages(), label="Weighing", total=_STAGES):
        pass
    return found[0]


def _foretell(wish: Wish) -> None:
    from goodoffices.brief.weighing import build_foretelling  # noqa: PLC0415  numbers, for those who forecast
    from goodoffices.weigh.positions import read_positions  # noqa: PLC0415  as above

    title, note, issues = read_positions(wish.model or "")
    report = build_foretelling(issues, title=title, note=note, file=Path(wish.model or "").name, generated=now())
    _write(report, wish)


def _convert(wish: Wish) -> None:
    from goodoffices.weigh import read_model, write_model  # noqa: PLC0415  reads YAML and XML
    from goodoffices.weigh.model import ktab_text, write_genius, yaml_text  # noqa: PLC0415  as above

    model, place = read_model(wish.model or ""), Path(wish.output or "-")
    if wish.convert == "genius":
        write_genius(model, place, place.name)
    elif wish.convert == "yaml" and place.suffix.lower() in _MODELS and place.exists():
        write_model(model, place)
    else:
        _put(ktab_text(model) if wish.convert == "ktab" else yaml_text(model), wish.output or "-", "model")
        return
    click.echo(f"The model is in {place.resolve()}", err=True)


def _write(report: Report, wish: Wish) -> None:
    from goodoffices.brief.weighing import (  # noqa: PLC0415  templates
        weighing_to_html,
        weighing_to_json,
        weighing_to_markdown,
    )

    usual = "md" if wish.explain or wish.foretell else "html"
    form = wish.form or _FORMS.get(Path(wish.output or "").suffix.lower(), usual)
    if form == "json":
        text = weighing_to_json(report).decode("utf-8")
    else:
        text = weighing_to_markdown(report) if form == "md" else weighing_to_html(report)
    _put(text, wish.output or ("deal.html" if form == "html" else "-"), "report")


def _put(text: str, output: str, what: str) -> None:
    if output == "-":
        click.echo(text, nl=not text.endswith("\n"))
        return
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as error:
        msg = f"cannot write {output!r}: {error.strerror}; name another file with -o"
        raise InputError(msg) from None
    click.echo(printable(f"The {what} is in {Path(output).resolve()}"), err=True)
