"""``voorbeeld``: the whole road with an invented organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator import content
from generator.bestanden import oorzaak_van, schrijf_veilig
from generator.bron import Bronfout, OngeldigeBron
from generator.opdrachten.blanco import blanco_van
from generator.opdrachten.fout import Opdrachtfout
from generator.opdrachten.lezen import controleer_bestanden, woorden_en_vragen
from generator.opdrachten.maken import Maakopdracht, Voortgang, maak
from generator.opdrachten.vullen import lees_antwoordbestand, regelmatige_antwoorden

if TYPE_CHECKING:
    from generator.formats import Formaatnaam
    from generator.formats.formaat import Vuller
    from generator.model import Formulier, Inrichting, Rapport

VOORBEELDMODEL = "opvang2004"
# The invented dossiers are judged on a day of their own, so that the outcome is always the same.
VOORBEELDDATUM = date(2026, 9, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """What was written, in which formats the forms are, the report, and what could not be made."""

    paden: tuple[Path, ...]
    formaten: tuple[Formaatnaam, ...]
    rapport: Rapport
    let_op: tuple[str, ...] = ()


def maak_voorbeeld(
    naar: Path, formaten: tuple[Formaatnaam, ...] = ("word", "excel", "pdf"), voortgang: Voortgang | None = None
) -> Voorbeeld:
    """Walk the whole road with an invented organisation; forms in *formaten*, as far as this computer can make them."""
    from generator.organisatie import lees_organisatie
    from generator.report.html import rapport_als_html
    from generator.report.json import rapport_als_json

    inrichting = lees_organisatie(VOORBEELDMODEL)
    in_word = maak(inrichting, Maakopdracht(naar=naar))
    overig = tuple(soort for soort in formaten if soort != "word")
    anders = maak(inrichting, Maakopdracht(naar=naar, handleiding=False, posters=False, formulieren=bool(overig),
                                           formaten=overig, voortgang=voortgang))  # fmt: skip
    gemaakt = {pad.suffix for pad in anders.paden}
    gelukt: tuple[Formaatnaam, ...] = ("word", *(soort for soort in overig if _achter(soort) in gemaakt))
    dossiers = naar / "dossiers"
    ingevuld = list(_vul_dossiers(inrichting, naar, gelukt))
    rapport = controleer_bestanden([dossiers], VOORBEELDMODEL, VOORBEELDDATUM)
    schrijf_veilig(naar / "rapport.json", rapport_als_json(rapport))
    schrijf_veilig(naar / "rapport.html", rapport_als_html(rapport, *woorden_en_vragen(VOORBEELDMODEL)))
    verder = [naar / "rapport.json", naar / "rapport.html", *_vervolg_van(inrichting, rapport, dossiers, naar)]
    let_op = (*anders.let_op, *([str(anders.fout)] if anders.fout else []))
    paden = (*in_word.paden, *anders.paden, *ingevuld, *verder)
    return Voorbeeld(paden=paden, formaten=gelukt, rapport=rapport, let_op=let_op)


def _achter(soort: Formaatnaam) -> str:
    from generator.formats import ACHTERVOEGSEL

    return ACHTERVOEGSEL[soort]


def _vervolg_van(inrichting: Inrichting, rapport: Rapport, dossiers: Path, naar: Path) -> Iterator[Path]:
    """Make the next forms of the invented dossiers, filled in beforehand."""
    from generator.vervolg import Vervolgopdracht
    from generator.vervolg.maken import uit_rapport

    opdracht = Vervolgopdracht(
        paden=(dossiers,), inrichting=VOORBEELDMODEL, naar=naar / "vervolg", peildatum=VOORBEELDDATUM
    )
    uitslag = uit_rapport(rapport, inrichting, opdracht, blanco_van(inrichting, None))
    yield from (deel.pad for dossier in uitslag.dossiers for deel in dossier.gemaakt)


def _vul_dossiers(inrichting: Inrichting, naar: Path, formaten: Sequence[Formaatnaam]) -> Iterator[Path]:
    """Fill the blanks that were made with the invented dossiers; within a dossier the formats take turns."""
    from generator.formulier import formulieren_van

    formulieren = formulieren_van(inrichting)
    vullers: dict[Path, Vuller] = {}
    for map_ in sorted(pad for pad in content.voorbeelden().iterdir() if pad.is_dir()):
        for nr, bron in enumerate(sorted(map_.glob("*.yaml"))):
            soort = formaten[nr % len(formaten)]
            doel = naar / "dossiers" / map_.name / f"{bron.stem}{_achter(soort)}"
            schrijf_veilig(doel, _gevuld(bron, formulieren, naar, soort, vullers))
            _ruim_vorige_op(doel)
            yield doel


def _gevuld(
    bron: Path, formulieren: Mapping[str, Formulier], naar: Path, soort: Formaatnaam, vullers: dict[Path, Vuller]
) -> bytes:
    from generator.formats import formaat_met

    gegeven = lees_antwoordbestand(bron)
    if (formulier := formulieren.get(gegeven.formulier)) is None:
        bericht = f"{VOORBEELDMODEL} gebruikt het formulier ‘{gegeven.formulier}’ niet."
        raise OngeldigeBron([Bronfout(str(bron), None, "formulier", bericht)])
    blanco = naar / "formulieren" / f"{formulier.sleutel}{_achter(soort)}"
    if blanco not in vullers:
        vullers[blanco] = formaat_met(soort).maak_vuller(blanco.read_bytes(), formulier)
    waarden = regelmatige_antwoorden(gegeven, formulier)
    return vullers[blanco].vul(waarden, gegeven.dossier, gegeven.cyclus)


def _ruim_vorige_op(doel: Path) -> None:
    """Take away the same form in another format, of an earlier example: both would be checked, as two forms."""
    from generator.formats import ACHTERVOEGSEL, Geweigerd, herken

    for pad in (doel.with_suffix(achter) for achter in ACHTERVOEGSEL.values()):
        try:
            if pad != doel and pad.is_file() and herken(pad).identiteit == herken(doel).identiteit:
                pad.unlink()
        except Geweigerd:
            continue
        except OSError as fout:
            raise Opdrachtfout(
                f"‘{pad}’ is van een vorig voorbeeld en is niet weg te halen. {oorzaak_van(fout)}"
            ) from fout
