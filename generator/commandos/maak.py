"""``achtfasen maak``: the handleiding, the forms and the posters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.klik import FORMAATWOORD, FORMATEN, Bestandspad, Keuze, Opdracht, toon_voortgang
from generator.opdrachten import Opdrachtfout

_DELEN = ("handleiding", "formulieren", "posters")
# Which formats a part comes in; forms come in all of them.
_KAN = {"handleiding": ("word", "pdf"), "posters": ("word",)}


@click.command("maak", cls=Opdracht)
@click.argument("inrichting", metavar="INRICHTING")
@click.option("--naar", type=Bestandspad(), default="output", metavar="MAP",
              help="Waar alles komt te staan (anders: output).")  # fmt: skip
@click.option("--formaat", "formaten", type=Keuze(FORMATEN), multiple=True,
              help="Soort bestand; mag vaker (anders: word).")  # fmt: skip
@click.option("--alleen", type=Keuze(_DELEN), help="Maak maar een van de drie.")
@click.option("--formulier", "sleutels", multiple=True, metavar="SLEUTEL", help="Maak alleen dit formulier; mag vaker.")
def maak(inrichting: str, naar: Path, formaten: tuple[str, ...], alleen: str | None, sleutels: tuple[str, ...]) -> int:
    """Maak de handleiding, de formulieren en de posters (A3).

    De formulieren komen er in Word, in Excel of als invulbare pdf. De handleiding is er in Word en in pdf; voor die
    pdf is LibreOffice nodig. De posters zijn er alleen in Word.
    """
    from generator.formats import FORMATEN as alle
    from generator.inrichting import zoek_inrichting
    from generator.opdrachten import Maakopdracht
    from generator.opdrachten import maak as maak_bestanden
    from generator.organisatie import lees_organisatie

    if sleutels and alleen not in (None, "formulieren"):
        raise Opdrachtfout(f"Met --alleen {alleen} worden er geen formulieren gemaakt, maar je geeft ook --formulier. "
                           "Laat een van de twee weg.")  # fmt: skip
    gekozen = tuple(formaat for formaat in alle if formaat in (formaten or ("word",)))
    delen = {alleen} if alleen else {"formulieren"} if sleutels else set(_DELEN)
    opmerkingen = list(_niet_in(gekozen, delen))
    gelezen = lees_organisatie(inrichting)
    with toon_voortgang("Formulieren maken") as voortgang:
        opdracht = Maakopdracht(
            naar=naar,
            thuis=zoek_inrichting(inrichting).parent,
            handleiding="handleiding" in delen and any(formaat in gekozen for formaat in _KAN["handleiding"]),
            formulieren="formulieren" in delen,
            posters="posters" in delen and "word" in gekozen,
            sleutels=sleutels,
            formaten=gekozen,
            voortgang=voortgang,
        )
        uitslag = maak_bestanden(gelezen, opdracht)
    for regel in (*uitslag.paden, *uitslag.versies):
        click.echo(str(regel))
    for zin in (*opmerkingen, *uitslag.let_op):
        click.echo(f"Let op: {zin}", err=True)
    if uitslag.fout:
        raise uitslag.fout
    return 0


def _niet_in(formaten: Sequence[str], delen: set[str]) -> Iterator[str]:
    """Yield which part is not made because the format is not for it; raises `Opdrachtfout` when nothing is left."""
    anders = [deel for deel in ("handleiding", "posters") if deel in delen and not set(_KAN[deel]) & set(formaten)]
    if set(anders) == delen:
        waarom = {"posters": "De posters zijn er alleen in Word. Kies --formaat word.",
                  "handleiding": "De handleiding is een boek om te lezen; die is er niet in Excel. "
                                 "Kies --formaat word of --formaat pdf."}  # fmt: skip
        raise Opdrachtfout(waarom[anders[0]])
    if anders:
        wat, waarin = " en de ".join(anders), " en ".join(FORMAATWOORD[formaat] for formaat in formaten)
        yield f"De {wat} zijn er niet in {waarin}. Wil je die ook, geef dan ook --formaat word."
