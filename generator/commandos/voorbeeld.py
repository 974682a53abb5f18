"""``achtfasen voorbeeld``: the whole road with an invented organisation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.klik import FORMAATWOORD, Bestandspad, Opdracht, toon_voortgang
from generator.taal import opsomming

if TYPE_CHECKING:
    from generator.opdrachten.voorbeeld import Voorbeeld


@click.command("voorbeeld", cls=Opdracht)
@click.option("--naar", type=Bestandspad(), default="output/voorbeeld", metavar="MAP",
              help="Waar het voorbeeld komt te staan.")  # fmt: skip
def voorbeeld(naar: Path) -> int:
    """Loop de hele weg met een verzonnen organisatie.

    Maakt de handleiding en de formulieren, vult verzonnen dossiers in, en kijkt ze na. De formulieren zijn er in Word,
    in Excel en als pdf, ook door elkaar in één dossier.
    """
    from generator.opdrachten import maak_voorbeeld
    from generator.report.terminal import scherm, toon_rapport

    with toon_voortgang("Formulieren maken") as voortgang:
        gemaakt = maak_voorbeeld(naar, voortgang=voortgang)
    console = scherm()
    for regel in _wat_waar_staat(gemaakt, naar):
        console.print(regel)
    for zin in gemaakt.let_op:
        click.echo(f"Let op: {zin}", err=True)
    console.print()
    toon_rapport(gemaakt.rapport, console)
    return 0


def _wat_waar_staat(gemaakt: Voorbeeld, naar: Path) -> Iterator[str]:
    soorten = opsomming([FORMAATWOORD[soort] for soort in gemaakt.formaten])
    yield f"Er staan {len(gemaakt.paden)} bestanden in {naar}:"
    yield f"  {naar / 'handleiding.docx'}: de handleiding"
    yield f"  {naar / 'poster-matrix.docx'} en {naar / 'poster-stroomschema.docx'}: posters op A3"
    yield f"  {naar / 'formulieren'}: de lege formulieren, in {soorten}"
    yield (f"  {naar / 'dossiers'}: verzonnen dossiers, ingevuld in {soorten} door elkaar; "
           "in P5 en P6 zit met opzet iets fout")  # fmt: skip
    yield f"  {naar / 'rapport.html'}: de uitkomst van de controle hieronder, als webpagina"
    yield f"  {naar / 'rapport.json'}: dezelfde uitkomst, voor andere programma's"
    yield f"  {naar / 'vervolg'}: het volgende formulier van P5 en P6, alvast ingevuld"
