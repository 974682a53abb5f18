"""Click in Dutch: help texts, headings and every message about wrong use."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.formatting import HelpFormatter

from generator.bron import bedoelde
from generator.taal import opsomming

# As `generator.formats.FORMATEN`, which is too heavy to load for a help text.
FORMATEN = ("word", "excel", "pdf")
FORMAATWOORD = {"word": "Word", "excel": "Excel", "pdf": "pdf"}
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NEDERLANDS = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_EERSTE_JAAR, _LAATSTE_JAAR = 1990, 2100


class Waardefout(click.BadParameter):
    """A value that can't be, said in Dutch."""


class Keuze(click.ParamType):  # type: ignore[type-arg]
    """One of a few words."""

    name = "keuze"

    def __init__(self, keuzes: Sequence[str]) -> None:
        """Keep the words."""
        self.keuzes = tuple(keuzes)

    def get_metavar(self, param: click.Parameter, ctx: Any = None) -> str:
        """Return ``[word|excel]``."""
        return f"[{'|'.join(self.keuzes)}]"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the word itself, also when it was written in capitals."""
        gewoon = {keuze.casefold(): keuze for keuze in self.keuzes}.get(str(value).casefold())
        if gewoon is not None:
            return gewoon
        raise Waardefout(f"‘{value}’ kan hier niet. Kies uit: {', '.join(self.keuzes)}.{bedoelde(value, self.keuzes)}")


def eenmaal(ctx: click.Context, param: click.Parameter, waarden: tuple[str, ...]) -> str | None:
    """Return the one value of an option that is ``multiple`` to notice a second; None when it wasn't given.

    Click itself keeps the last and says nothing.
    """
    if len(set(waarden)) > 1:
        zin = f"Hier kan er maar één tegelijk; je gaf {opsomming(waarden)}. Geef de opdracht voor elk apart."
        raise Waardefout(zin, ctx, param)
    return waarden[0] if waarden else None


class Datum(click.ParamType):  # type: ignore[type-arg]
    """A day, as JJJJ-MM-DD."""

    name = "JJJJ-MM-DD"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the day."""
        try:
            dag = value if isinstance(value, date) else _dag(str(value))
        except ValueError:
            raise Waardefout(
                f"‘{value}’ is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-21.{_andersom(str(value))}"
            ) from None
        if not _EERSTE_JAAR <= dag.year <= _LAATSTE_JAAR:
            raise Waardefout(f"‘{value}’ kan niet. Kies een jaar van {_EERSTE_JAAR} tot en met {_LAATSTE_JAAR}.")
        return dag


def _dag(tekst: str) -> date:
    """Return the day of ``2026-11-21``; weeks and days without dashes are no days here."""
    if not _ISO.fullmatch(tekst):
        raise ValueError(tekst)
    return date.fromisoformat(tekst)


def _andersom(tekst: str) -> str:
    """Return a suggestion for a day that was written the Dutch way."""
    gevonden = _NEDERLANDS.fullmatch(tekst.strip())
    if gevonden is None:
        return ""
    dag, maand, jaar = map(int, gevonden.groups())
    try:
        return f" Bedoelde je ‘{date(jaar, maand, dag).isoformat()}’?"
    except ValueError:
        return ""


class Aantal(click.ParamType):  # type: ignore[type-arg]
    """A whole number of at least one."""

    name = "AANTAL"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the number."""
        if str(value).isdecimal() and 1 <= int(value) <= 256:
            return int(value)
        raise Waardefout(f"‘{value}’ kan hier niet. Geef een heel getal van 1 tot en met 256.")


class Tekst(click.ParamType):  # type: ignore[type-arg]
    """A word that isn't empty; whether it means something is for the command."""

    name = "TEKST"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the word."""
        if not str(value).strip(" ,"):
            raise Waardefout("Hier hoort een woord of een code.")
        return value


class Bestandspad(click.ParamType):  # type: ignore[type-arg]
    """A path; whether it exists is for the command."""

    name = "PAD"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the path."""
        if not str(value) or "\0" in str(value):
            raise Waardefout("Hier hoort de naam van een bestand of map.")
        return Path(value)


class _Nederlands:
    """Help in Dutch, for one command or a group of them."""

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write ``Gebruik: …``."""
        stukken = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(stukken), prefix="Gebruik: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with a Dutch text."""
        optie: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if optie is not None:
            optie.help = "Toon deze uitleg."
        return optie

    def _opties(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        opties = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]  # type: ignore[attr-defined]
        regels = [regel for optie in opties if (regel := optie.get_help_record(ctx))]
        if regels:
            with formatter.section("Opties"):
                formatter.write_dl([(naam, tekst.replace("[required]", "[verplicht]")) for naam, tekst in regels])


class Opdracht(_Nederlands, click.Command):
    """A command whose help is Dutch."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say OPTIES where click would say OPTIONS."""
        kwargs.setdefault("options_metavar", "[OPTIES]")
        super().__init__(*args, **kwargs)

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the options."""
        self._opties(ctx, formatter)


class Groep(_Nederlands, click.Group):
    """A group of commands whose help is Dutch."""

    command_class = Opdracht

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say OPDRACHT where click would say COMMAND."""
        kwargs.setdefault("options_metavar", "[OPTIES]")
        kwargs.setdefault("subcommand_metavar", "OPDRACHT …")
        super().__init__(*args, **kwargs)

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the options and the commands."""
        self._opties(ctx, formatter)
        regels = [(naam, self.commands[naam].get_short_help_str(80)) for naam in self.list_commands(ctx)]
        with formatter.section("Opdrachten"):
            formatter.write_dl(regels)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which people need them."""
        return list(self.commands)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find the command; an unknown one gets a suggestion."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            tip = bedoelde(args[0], self.commands)
            raise click.UsageError(f"De opdracht ‘{args[0]}’ bestaat niet.{tip}", ctx)
        return super().resolve_command(ctx, args)


_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)")


def gebruiksfout(fout: click.ClickException) -> str:
    """Return in Dutch what is wrong with the use of a command, and where to find help."""
    context = getattr(fout, "ctx", None)
    hulp = f"\nMeer uitleg: {context.command_path} --help" if context else ""
    return _zin(fout) + hulp


def _zin(fout: click.ClickException) -> str:
    if isinstance(fout, click.NoSuchOption):
        return f"De optie {fout.option_name} bestaat niet.{bedoelde(fout.option_name, fout.possibilities or ())}"
    if isinstance(fout, click.MissingParameter):
        return f"Er ontbreekt iets: {_naam(fout)}."
    if isinstance(fout, Waardefout):
        return f"Bij {_naam(fout)}: {fout.message}" if fout.param else fout.message
    if isinstance(fout, click.BadParameter):
        return f"De waarde bij {_naam(fout)} past daar niet."
    if isinstance(fout, click.BadOptionUsage):
        zonder = "does not take" in fout.message
        return f"Achter {fout.option_name} hoort {'geen' if zonder else 'een'} waarde."
    if extra := _EXTRA.search(fout.message):
        return f"Dit hoort er niet bij: {extra[1]}."
    return fout.message if fout.message.startswith("De ") else "Deze opdracht is niet goed geschreven."


def _naam(fout: click.BadParameter) -> str:
    if fout.param is None:
        return "deze opdracht"
    if isinstance(fout.param, click.Option):
        return fout.param.opts[-1]
    return str(fout.param.metavar or fout.param.human_readable_name)


@contextmanager
def toon_voortgang(wat: str = "Lezen") -> Iterator[Callable[[int, int], None] | None]:
    """Give a progress bar on a terminal, with *wat* before it; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    kolommen = (TextColumn(wat), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*kolommen, console=Console(stderr=True), transient=True) as balk:
        taak = balk.add_task(wat, total=None)
        yield lambda gedaan, totaal: balk.update(taak, completed=gedaan, total=totaal)
