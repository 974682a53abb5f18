"""``achtfasen exporteer``: answers for other systems, as tables or FHIR."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.klik import Bestandspad, Keuze, Opdracht, toon_voortgang
from generator.opdrachten import Opdrachtfout

if TYPE_CHECKING:
    from generator.uitwisseling.export import Levering

_PAD = Bestandspad()
_FORMATEN = ("csv", "xlsx", "fhir")


@click.command("exporteer", cls=Opdracht)
@click.argument("paden", metavar="PAD…", type=_PAD, nargs=-1, required=True)
@click.option("--inrichting", required=True, metavar="INRICHTING", help="Van wie de formulieren zijn.")
@click.option("--naar", type=_PAD, required=True, metavar="MAP", help="Waar de export komt te staan.")
@click.option("--formaat", "formaten", type=Keuze(_FORMATEN), multiple=True,
              help="Soort bestand; mag vaker (anders: csv).")  # fmt: skip
def exporteer(paden: tuple[Path, ...], inrichting: str, naar: Path, formaten: tuple[str, ...]) -> int:
    """Zet antwoorden over naar een ander systeem.

    Er komen tabellen voor een spreadsheet of database (csv, xlsx), of bestanden volgens FHIR R4. In de export staan
    alle antwoorden, dus ook namen. Hoe alles in elkaar zit, staat in docs/uitwisseling.md.
    """
    from generator.opdrachten import controleer_bestanden, verleden_van, woorden_en_vragen
    from generator.uitwisseling.export import Exportfout, levering_van, schrijf_export

    _buiten_de_formulieren(naar, paden)
    formaten = tuple(formaat for formaat in _FORMATEN if formaat in (formaten or ("csv",)))
    with toon_voortgang() as voortgang:
        rapport = controleer_bestanden(paden, inrichting, date.today(), voortgang=voortgang)
    levering = levering_van(rapport, *woorden_en_vragen(inrichting), verleden=verleden_van(inrichting))
    try:
        geschreven = schrijf_export(levering, naar, formaten, rapport.peildatum)
    except Exportfout as fout:
        raise Opdrachtfout(str(fout)) from fout
    for zin in _overzicht(levering, naar, formaten, len(geschreven)):
        click.echo(zin)
    return 0


def _buiten_de_formulieren(naar: Path, paden: tuple[Path, ...]) -> None:
    """What is written among the forms would be read as one the next time."""
    doel = naar.resolve()
    for pad in (pad for pad in paden if pad.is_dir()):
        if doel.is_relative_to(pad.resolve()):
            raise Opdrachtfout(f"‘{naar}’ ligt tussen de formulieren. Kies een map buiten ‘{pad}’.")


def _overzicht(levering: Levering, naar: Path, formaten: tuple[str, ...], bestanden: int) -> Iterator[str]:
    """Yield what was done, what did not go along, and one sentence on privacy."""
    formulieren = f"{levering.aantal} formulier{'' if levering.aantal == 1 else 'en'}"
    dossiers = f"{levering.dossiers} dossier{'' if levering.dossiers == 1 else 's'}"
    wat = "1 bestand" if bestanden == 1 else f"{bestanden} bestanden"
    yield f"{formulieren} van {dossiers} staan in {naar}: {wat} ({', '.join(formaten)})."
    if levering.niet_mee:
        delen = ", ".join(f"{aantal} {reden}" for reden, aantal in sorted(levering.niet_mee.items()))
        yield f"Dit ging niet mee: {delen}."
    clienten = levering.inrichting.termen["client"].meervoud if "client" in levering.inrichting.termen else "cliënten"
    yield f"Let op: hierin staan gegevens van {clienten}, met namen. Bewaar de map veilig en deel haar niet zomaar."
