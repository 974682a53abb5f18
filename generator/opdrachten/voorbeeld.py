"""``voorbeeld``: the whole road with an invented organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator import content
from generator.bestanden import schrijf_veilig
from generator.bron import Bronfout, OngeldigeBron
from generator.opdrachten.lezen import controleer_bestanden, woorden_en_vragen
from generator.opdrachten.maken import Maakopdracht, blanco_van, maak
from generator.opdrachten.vullen import lees_antwoordbestand, regelmatige_antwoorden

if TYPE_CHECKING:
    from generator.model import Formulier, Inrichting, Rapport

VOORBEELDMODEL = "opvang2004"
# The invented dossiers are judged on a day of their own, so that the outcome is always the same.
VOORBEELDDATUM = date(2026, 9, 20)


def maak_voorbeeld(naar: Path) -> tuple[list[Path], Rapport]:
    """Walk the whole road with an invented organisation; return what was written, and the report."""
    from generator.formulier import formulieren_van
    from generator.organisatie import lees_organisatie
    from generator.report.html import rapport_als_html
    from generator.report.json import rapport_als_json

    inrichting = lees_organisatie(VOORBEELDMODEL)
    gemaakt = maak(inrichting, Maakopdracht(naar=naar)).paden
    dossiers = naar / "dossiers"
    gemaakt += _vul_dossiers(inrichting, formulieren_van(inrichting), dossiers)
    rapport = controleer_bestanden([dossiers], VOORBEELDMODEL, VOORBEELDDATUM)
    schrijf_veilig(naar / "rapport.json", rapport_als_json(rapport))
    schrijf_veilig(naar / "rapport.html", rapport_als_html(rapport, *woorden_en_vragen(VOORBEELDMODEL)))
    gemaakt += [naar / "rapport.json", naar / "rapport.html", *_vervolg_van(inrichting, rapport, dossiers, naar)]
    return gemaakt, rapport


def _vervolg_van(inrichting: Inrichting, rapport: Rapport, dossiers: Path, naar: Path) -> Iterator[Path]:
    """Make the next forms of the invented dossiers, filled in beforehand."""
    from generator.vervolg import Vervolgopdracht
    from generator.vervolg.maken import uit_rapport

    opdracht = Vervolgopdracht(
        paden=(dossiers,), inrichting=VOORBEELDMODEL, naar=naar / "vervolg", peildatum=VOORBEELDDATUM
    )
    uitslag = uit_rapport(rapport, inrichting, opdracht, blanco_van(inrichting, None))
    yield from (deel.pad for dossier in uitslag.dossiers for deel in dossier.gemaakt)


def _vul_dossiers(inrichting: Inrichting, formulieren: Mapping[str, Formulier], naar: Path) -> Iterator[Path]:
    from generator.formats.word import maak_formulier, vul
    from generator.inrichting import ingevuld

    gevuld = ingevuld(inrichting)
    blanco: dict[str, bytes] = {}
    for pad in sorted(content.voorbeelden().glob("*/*.yaml")):
        gegeven = lees_antwoordbestand(pad)
        if (formulier := formulieren.get(gegeven.formulier)) is None:
            bericht = f"{VOORBEELDMODEL} gebruikt het formulier ‘{gegeven.formulier}’ niet."
            raise OngeldigeBron([Bronfout(str(pad), None, "formulier", bericht)])
        if formulier.sleutel not in blanco:
            blanco[formulier.sleutel] = maak_formulier(formulier, gevuld)
        waarden = regelmatige_antwoorden(gegeven, formulier)
        doel = naar / pad.parent.name / f"{pad.stem}.docx"
        schrijf_veilig(doel, vul(blanco[formulier.sleutel], formulier, waarden, gegeven.dossier, gegeven.cyclus))
        yield doel
