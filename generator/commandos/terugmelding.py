"""``achtfasen terugmelding``: forms with comments, and a letter for each colleague."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.klik import Bestandspad, Datum, Opdracht, Tekst, toon_voortgang
from generator.opdrachten import Opdrachtfout

if TYPE_CHECKING:
    from generator.model import Rapport
    from generator.terugmelding import Uitkomst, Verzending

_PAD = Bestandspad()
_CODE = Tekst()


@click.command("terugmelding", cls=Opdracht)
@click.argument("paden", metavar="PAD…", type=_PAD, nargs=-1, required=True)
@click.option("--inrichting", required=True, metavar="INRICHTING", help="Waaraan de formulieren getoetst worden.")
@click.option("--naar", type=_PAD, required=True, metavar="MAP", help="Een nieuwe map voor de kopieën en de brieven.")
@click.option("--peildatum", type=Datum(), help="De dag waarop je kijkt (anders: vandaag).")
@click.option("--alleen", type=_CODE, multiple=True, metavar="CODE", help="Meld alleen deze codes; zie controleer.")
@click.option("--negeer", type=_CODE, multiple=True, metavar="CODE", help="Laat deze codes weg; zie controleer.")
@click.option("--geaccepteerd", type=_PAD, metavar="BESTAND",
              help="Wat jullie accepteren (anders: geaccepteerd.yaml naast de inrichting).")  # fmt: skip
@click.option("--met-namen", is_flag=True, help="Zet namen in de brieven, niet alleen dossiernummers.")
@click.option("--ook-zonder-vragen", is_flag=True, help="Schrijf ook wie niets hoeft te doen: een kort bedankje.")
def terugmelding(
    paden: tuple[Path, ...],
    inrichting: str,
    naar: Path,
    peildatum: date | None,
    alleen: tuple[str, ...],
    negeer: tuple[str, ...],
    geaccepteerd: Path | None,
    met_namen: bool,
    ook_zonder_vragen: bool,
) -> int:
    """Geef ingevulde formulieren terug, met opmerkingen en een brief.

    Van elk formulier waar iets mee is, komt er een kopie met opmerkingen: in Word in de kantlijn, in Excel als notitie
    bij de cel, in een pdf als geel briefje. Wie het invulde krijgt ook een korte brief: wat goed is, en wat er nog
    gevraagd wordt. Alles komt in MAP, per persoon en per dossier. De formulieren zelf blijven zoals ze zijn.
    """
    from generator.model import Codekeuze
    from generator.opdrachten import controleer_bestanden
    from generator.terugmelding import Mapfout, Verzending
    from generator.terugmelding.maken import controleer_map

    try:
        controleer_map(naar, paden)
    except Mapfout as fout:
        raise Opdrachtfout(str(fout)) from fout
    keuze = Codekeuze(alleen=alleen, negeer=negeer)
    with toon_voortgang() as voortgang:
        rapport = controleer_bestanden(
            paden, inrichting, peildatum or date.today(), keuze=keuze, geaccepteerd=geaccepteerd, voortgang=voortgang
        )
    opdracht = Verzending(naar=naar, huisstijl=_huisstijl(inrichting), met_namen=met_namen,
                        ook_zonder_vragen=ook_zonder_vragen)  # fmt: skip
    for regel in _overzicht(rapport, _maak(rapport, inrichting, opdracht), naar):
        click.echo(regel)
    return 0


def _huisstijl(inrichting: str) -> Path | None:
    from generator.inrichting import zoek_inrichting
    from generator.opdrachten import eigen_sjabloon

    return eigen_sjabloon(zoek_inrichting(inrichting).parent, "formulier.docx")


def _maak(rapport: Rapport, naam: str, opdracht: Verzending) -> Uitkomst:
    from generator.formats import Geweigerd, reden_van
    from generator.formulier import formulieren_van
    from generator.inrichting import ingevuld
    from generator.opdrachten import verleden_van
    from generator.organisatie import lees_organisatie
    from generator.terugmelding import maak_terugmelding

    gegevens = lees_organisatie(naam)
    formulieren = formulieren_van(gegevens)
    try:
        return maak_terugmelding(rapport, ingevuld(gegevens), formulieren, opdracht, verleden_van(naam))
    except Geweigerd as fout:
        raise Opdrachtfout(f"De huisstijl ‘{opdracht.huisstijl}’ is niet te lezen. {reden_van(fout)}") from fout


def _overzicht(rapport: Rapport, uitkomst: Uitkomst, naar: Path) -> list[str]:
    """Return what was done and where it stands, then what needs attention."""
    gelezen = sum(bestand.status == "gelezen" for bestand in rapport.bestanden)
    kopieen = sum(post.kopieen for post in uitkomst.post)
    regels = [f"{_aantal(gelezen, 'formulier', 'formulieren')} nagekeken."]
    if not uitkomst.post:
        return [*regels, "Er is niets terug te melden, dus er is niets geschreven."]
    regels.append(
        f"{_aantal(kopieen, 'kopie', 'kopieën')} met opmerkingen en "
        f"{_aantal(len(uitkomst.post), 'brief', 'brieven')} staan in {naar}:"
    )
    for post in uitkomst.post:
        wat = [_aantal(post.vragen, "punt", "punten") if post.vragen else "een bedankje"]
        wat += [_aantal(post.kopieen, "kopie", "kopieën")] if post.kopieen else []
        regels.append(f"  {post.map_.name}: {', '.join(wat)}")
    if any(not post.wie for post in uitkomst.post):
        regels.append("In ‘onbekend’ staat waar geen naam bij te vinden was. Die brief is voor jou.")
    return [*regels, *(f"Let op: {zin}" for zin in uitkomst.niet_gelukt)]


def _aantal(getal: int, een: str, meer: str) -> str:
    return f"{getal} {een if getal == 1 else meer}"
