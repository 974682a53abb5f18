"""What is to be said of a run as a whole: a peildatum that can't be meant, a folder without forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.checks.codes import RUNMELDINGEN
from generator.dossier import hoofddatum
from generator.model import Bevinding, Rapport, Vindplaats

_MINSTENS = 2
_BIJNA_ALLE = 0.8
_PADEN = 3


def runmelding(
    code: str, variant: str, feiten: Mapping[str, Any], plek: Vindplaats | None = None, dossier: str = ""
) -> Bevinding:
    """Return a finding about the run itself."""
    soort = RUNMELDINGEN[code]
    tekst = {n: w.strftime("%d-%m-%Y") if isinstance(w, date) else str(w) for n, w in feiten.items()}
    return Bevinding(
        code=code,
        titel=soort.titel,
        ernst=soort.ernst,
        bericht=soort.teksten[variant].format_map(tekst),
        vindplaatsen=(plek,) if plek else (),
        dossier=dossier,
        context={"variant": variant, **feiten},
    )


def met_runmeldingen(rapport: Rapport, paden: Sequence[Path], peildatum: date) -> Rapport:
    """Put what is to be said of the run before the findings, instead of the same thing for every form."""
    rapport = _zonder_formulieren(rapport, paden)
    datums = [
        datum
        for bestand in rapport.bestanden
        if bestand.status == "gelezen" and bestand.invulling and (datum := hoofddatum(bestand.invulling))
    ]
    later = [datum for datum in datums if datum > peildatum]
    if len(later) < max(_MINSTENS, _BIJNA_ALLE * len(datums)):
        return rapport
    feiten = {"peildatum": peildatum, "aantal": len(later), "totaal": len(datums), "laatste": max(later)}
    over = [deel for deel in rapport.bevindingen if deel.code != "R04" or deel.context.get("variant") != "toekomst"]
    return replace(rapport, bevindingen=(runmelding("A01", "vroeg", feiten), *over))


def _zonder_formulieren(rapport: Rapport, paden: Sequence[Path]) -> Rapport:
    if any(bestand.status == "gelezen" for bestand in rapport.bestanden):
        return rapport
    aantal, rest = len(rapport.bestanden), len(paden) - _PADEN
    namen = [f"‘{pad}’" for pad in paden[:_PADEN]] + ([f"nog {rest}"] if rest > 0 else [])
    ander = f"{aantal} {'ander bestand' if aantal == 1 else 'andere bestanden'}"
    feiten = {"paden": ", ".join(namen), "aantal": ander}
    melding = runmelding("A02", "anders" if aantal else "leeg", feiten)
    return replace(rapport, bevindingen=(melding, *rapport.bevindingen))
