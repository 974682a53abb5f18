"""``achtfasen vervolg``: the next forms of a dossier, filled in beforehand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.klik import FORMATEN, Aantal, Bestandspad, Datum, Keuze, Opdracht, Tekst, eenmaal, toon_voortgang
from generator.opdrachten import Opdrachtfout

if TYPE_CHECKING:
    from generator.formats import Formaatnaam
    from generator.vervolg import Dossieruitslag, Vervolgopdracht, Vervolguitslag

_PAD, _TEKST = Bestandspad(), Tekst()
_DOSSIERS_IN_BEELD = 12
_STOND_ER = "staat er al; ik laat het zoals het is"


@click.command("vervolg", cls=Opdracht)
@click.argument("paden", metavar="PAD…", type=_PAD, nargs=-1, required=True)
@click.option("--inrichting", required=True, metavar="INRICHTING", help="De organisatie waar de dossiers bij horen.")
@click.option("--naar", type=_PAD, required=True, metavar="MAP", help="Waar de formulieren komen: buiten PAD.")
@click.option("--dossier", type=_TEKST, metavar="NR", help="Alleen dit dossier (anders: alle dossiers).")
@click.option("--formulier", "sleutels", type=_TEKST, multiple=True, metavar="SLEUTEL",
              help="Maak dit formulier; mag vaker (anders: wat er nu aan de beurt is).")  # fmt: skip
@click.option("--formaat", type=Keuze(FORMATEN), multiple=True, callback=eenmaal, help="Soort bestand (anders: word).")
@click.option("--peildatum", type=Datum(), help="De dag waarop je kijkt (anders: vandaag).")
@click.option("--alles", is_flag=True, help="Toon alle dossiers, ook als het er veel zijn.")
@click.option("--werkers", type=Aantal(), help="Zoveel bestanden tegelijk (anders: het aantal kernen).")
def vervolg(
    paden: tuple[Path, ...],
    inrichting: str,
    naar: Path,
    dossier: str | None,
    sleutels: tuple[str, ...],
    formaat: Formaatnaam | None,
    peildatum: date | None,
    alles: bool,
    werkers: int | None,
) -> int:
    """Maak het volgende formulier van een dossier, alvast ingevuld.

    Wat al bekend is, staat er al in: wie het is, wensen, doelen die doorlopen, afspraken. Bij elk antwoord staat uit
    welk formulier het komt. Datums, besluiten, toestemmingen en handtekeningen gaan nooit mee.

    De uitslag is 0 als het gelukt is, 1 als bij een dossier iets in de weg staat, 2 als de opdracht niet klopt.
    """
    from generator.batch import Grenzen
    from generator.inrichting import zoek_inrichting
    from generator.opdrachten import verleden_van
    from generator.vervolg import Vervolgopdracht

    opdracht = Vervolgopdracht(
        paden=paden,
        inrichting=inrichting,
        naar=naar,
        peildatum=peildatum or date.today(),
        dossier=(dossier or "").strip(),
        sleutels=sleutels,
        grenzen=Grenzen(werkers=werkers or 0),
        verleden=verleden_van(inrichting),
        thuis=zoek_inrichting(inrichting).parent,
        formaat=formaat or "word",
    )
    uitslag = maak(opdracht)
    for regel in verslag(uitslag, naar, alles or bool(dossier)):
        click.echo(regel)
    return 1 if any(deel.kan_niet for deel in uitslag.dossiers) else 0


def maak(opdracht: Vervolgopdracht) -> Vervolguitslag:
    """Make the next forms; wrong use and a house style that can't be read end as `Opdrachtfout`."""
    from generator.batch import LezersStartenNiet
    from generator.handboek import Handboekfout
    from generator.opdrachten import blanco_van
    from generator.vervolg import Vervolgfout, maak_vervolg

    try:
        with toon_voortgang() as voortgang:
            return maak_vervolg(opdracht, partial(blanco_van, thuis=opdracht.thuis, soort=opdracht.formaat), voortgang)
    except (Vervolgfout, LezersStartenNiet, Handboekfout) as fout:
        raise Opdrachtfout(str(fout)) from fout


# --------------------------------------------------------------------------
# On the screen


def verslag(uitslag: Vervolguitslag, naar: Path, alles: bool) -> Iterator[str]:
    """Yield what was made and why, and why nothing for others: first the totals, then dossier by dossier."""
    gemaakt = [deel for dossier in uitslag.dossiers for deel in dossier.gemaakt]
    nieuw = [deel for deel in gemaakt if not deel.stond_er]
    velden = sum(deel.aantal for deel in nieuw)
    yield f"{_aantal(uitslag.gelezen, 'formulier', 'formulieren')} gelezen van {_dossiers(len(uitslag.dossiers))}."
    yield from _niet_gelezen(uitslag)
    if nieuw:
        soorten = Counter(deel.titel for deel in nieuw)
        yield f"{_aantal(len(nieuw), 'formulier', 'formulieren')} klaargezet in {naar}, met {velden} antwoorden erin:"
        yield f"  {', '.join(f'{aantal} × {titel}' for titel, aantal in soorten.most_common())}"
    else:
        yield "Er is geen nieuw formulier klaargezet."
    yield from uitslag.meldingen
    # What needs somebody goes first.
    op_volgorde = sorted(uitslag.dossiers, key=lambda deel: not deel.kan_niet)
    getoond = op_volgorde if alles else op_volgorde[:_DOSSIERS_IN_BEELD]
    for dossier in getoond:
        yield ""
        yield from _dossier(dossier)
    if rest := len(uitslag.dossiers) - len(getoond):
        yield ""
        yield f"… en nog {_dossiers(rest)}. Met --alles zie je ze allemaal."
    if nieuw:
        yield ""
        yield "Lees samen na wat er al staat, en verander wat niet meer klopt. De rest vullen jullie zelf in."


def _niet_gelezen(uitslag: Vervolguitslag) -> Iterator[str]:
    if uitslag.geweigerd:
        wat = _aantal(uitslag.geweigerd, "bestand is", "bestanden zijn")
        yield f"Let op: {wat} niet te lezen; daaruit is niets overgenomen. Zie: achtfasen controleer."
    if uitslag.vreemd:
        wat = _aantal(uitslag.vreemd, "formulier is", "formulieren zijn")
        yield f"Let op: {wat} van een andere organisatie; daaruit is niets overgenomen."


def _dossier(dossier: Dossieruitslag) -> Iterator[str]:
    """Yield what became of one dossier; never what somebody answered."""
    if not dossier.gemaakt:
        kop = "niets gemaakt" if not dossier.kan_niet else "let op, niets gemaakt"
        yield f"{dossier.nummer}: {kop}"
    else:
        yield f"{dossier.nummer}:"
    for deel in dossier.gemaakt:
        wat = _STOND_ER if deel.stond_er else f"{deel.aantal} antwoorden alvast ingevuld"
        yield f"  {deel.titel}: {deel.reden}"
        yield f"    {deel.pad} ({wat})"
        if deel.opmerkingen and not deel.stond_er:
            yield "    Niet overgenomen; vul dit zelf in:"
            yield from (f"      {opmerking}" for opmerking in deel.opmerkingen)
    for reden in dossier.redenen:
        yield f"  {reden[:1].upper()}{reden[1:]}."


def _dossiers(aantal: int) -> str:
    return _aantal(aantal, "dossier", "dossiers")


def _aantal(getal: int, een: str, meer: str) -> str:
    return f"{getal} {een if getal == 1 else meer}"
