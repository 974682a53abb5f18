"""``achtfasen jaaroverzicht``: a year in totals, for management."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.klik import Bestandspad, Datum, Opdracht, Waardefout, toon_voortgang
from generator.opdrachten import Opdrachtfout

if TYPE_CHECKING:
    from generator.jaaroverzicht import Jaarcijfers
    from generator.jaaroverzicht.maken import Doelen
    from generator.model import Inrichting

_PAD = Bestandspad()
_EERSTE_JAAR, _LAATSTE_JAAR = 1990, 2100


class Jaartal(click.ParamType):  # type: ignore[type-arg]
    """A year in four figures."""

    name = "JJJJ"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the year as a number."""
        tekst = str(value)
        if len(tekst) == 4 and tekst.isdecimal() and _EERSTE_JAAR <= int(tekst) <= _LAATSTE_JAAR:
            return int(tekst)
        raise Waardefout(f"‘{value}’ is geen jaar. Schrijf het met vier cijfers, zoals 2026.")


@click.command("jaaroverzicht", cls=Opdracht)
@click.argument("paden", metavar="PAD…", type=_PAD, nargs=-1, required=True)
@click.option("--inrichting", required=True, metavar="INRICHTING", help="Waaraan de formulieren getoetst worden.")
@click.option("--jaar", type=Jaartal(), required=True, metavar="JJJJ", help="Het jaar waarover je telt.")
@click.option("--naar", type=_PAD, required=True, metavar="MAP", help="Waar het overzicht komt: map of .docx-bestand.")
@click.option("--peildatum", type=Datum(), help="Tot en met welke dag je telt (anders: vandaag).")
@click.option("--overschrijf", is_flag=True, help="Vervang een overzicht dat er al staat.")
def jaaroverzicht(
    paden: tuple[Path, ...],
    inrichting: str,
    jaar: int,
    naar: Path,
    peildatum: date | None,
    overschrijf: bool,
) -> int:
    """Tel een jaar, voor de leiding: een Word-document met grafieken, en een Excel-bestand.

    Er staan alleen totalen in. Groepen kleiner dan vijf staan er als ‘< 5’.
    """
    from generator.organisatie import lees_organisatie

    doelen = _doelen(naar, jaar, overschrijf)
    gegevens = lees_organisatie(inrichting)
    cijfers = _bereken(paden, inrichting, gegevens, jaar, peildatum or date.today(), doelen)
    _schrijf(cijfers, inrichting, gegevens, doelen)
    for doel in doelen.alle:
        click.echo(str(doel))
    if cijfers.te_klein:
        click.echo("Let op: er zijn minder dan vijf dossiers. Daarom staan er geen getallen in.", err=True)
    return 0


def _doelen(naar: Path, jaar: int, overschrijf: bool) -> Doelen:
    """Return where the files come; what stands there already is only replaced when it is an overview, and asked for."""
    from generator.jaaroverzicht.maken import doelen_van, is_jaaroverzicht

    doelen = doelen_van(naar, jaar)
    if doelen is None:
        raise Opdrachtfout(f"‘{naar}’ kan niet: kies een map, of een naam die eindigt op .docx. Het Excel-bestand "
                           "komt ernaast.")  # fmt: skip
    for doel in doelen.alle:
        if doel.is_file() and not overschrijf:
            raise Opdrachtfout(f"‘{doel}’ bestaat al. Kies een andere map, of maak het opnieuw met --overschrijf.")
        if doel.is_file() and not is_jaaroverzicht(doel):
            raise Opdrachtfout(f"‘{doel}’ is geen jaaroverzicht; ik overschrijf het niet. Kies een andere naam.")
    return doelen


def _bereken(
    paden: tuple[Path, ...], naam: str, inrichting: Inrichting, jaar: int, peildatum: date, doelen: Doelen
) -> Jaarcijfers:
    from generator.formulier import formulieren_van
    from generator.jaaroverzicht import GeenCijfers, bereken, kan_geteld
    from generator.opdrachten import controleer_bestanden

    try:
        kan_geteld(jaar, peildatum)  # before the reading, which may take long
        with toon_voortgang() as voortgang:
            rapport = controleer_bestanden(paden, naam, peildatum, negeer=doelen.alle, voortgang=voortgang)
        return bereken(rapport, inrichting, formulieren_van(inrichting), jaar, peildatum)
    except GeenCijfers as fout:
        raise Opdrachtfout(str(fout)) from fout


def _schrijf(cijfers: Jaarcijfers, naam: str, inrichting: Inrichting, doelen: Doelen) -> None:
    from generator.handboek.fouten import Handboekfout
    from generator.inrichting import zoek_inrichting
    from generator.jaaroverzicht.maken import schrijf

    try:
        schrijf(cijfers, inrichting, doelen, zoek_inrichting(naam).parent)
    except Handboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout
