"""A dossier that grows form by form: each next one filled in beforehand, then finished as the example has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator import content
from generator.checks import controleer
from generator.formats import ACHTERVOEGSEL, Formaatnaam, Lezer, formaat_met, formaat_van
from generator.formats.word.vuller import vul
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Formulier, Inrichting, Invulling, Veld
from generator.opdrachten import Antwoordbestand, lees_antwoordbestand, regelmatige_antwoorden
from generator.vervolg import Dossieruitslag, Gemaakt, Vervolgopdracht, Vervolguitslag
from generator.vervolg.maken import uit_rapport

Blancomaker = Callable[[str, str, Formaatnaam], bytes]
# The column by which rows of two tables are one and the same.
SLEUTELKOLOM = {"keuze": "leefgebied", "doelen": "doel_nr", "per_doel": "doel_nr", "netwerk": "naam"}


@cache
def organisatie(model: str) -> tuple[Inrichting, Mapping[str, Formulier]]:
    inrichting = lees_inrichting(model)
    return inrichting, formulieren_van(inrichting)


@cache
def blanco(model: str, sleutel: str, soort: Formaatnaam = "word") -> bytes:
    inrichting, formulieren = organisatie(model)
    return formaat_met(soort).maak_formulier(formulieren[sleutel], ingevuld(inrichting))


def vervolg(
    paden: Sequence[Path],
    naar: Path,
    peildatum: date,
    model: str = "opvang2004",
    maak: Blancomaker = blanco,
    **anders: Any,
) -> Vervolguitslag:
    """Make the next forms, read in this process and with blanks that are made once for all tests."""
    inrichting, formulieren = organisatie(model)
    opdracht = replace(Vervolgopdracht(paden=tuple(paden), inrichting=model, naar=naar, peildatum=peildatum), **anders)
    lezer = Lezer(formulieren)
    vormen = {*ACHTERVOEGSEL.values()}
    bestanden = [lezer.lees(pad) for map_ in paden for pad in sorted(map_.rglob("*")) if pad.suffix in vormen]
    rapport = controleer(bestanden, inrichting, peildatum, formulieren=formulieren)
    return uit_rapport(
        rapport, inrichting, opdracht, lambda formulier: maak(model, formulier.sleutel, opdracht.formaat)
    )


def een(uitslag: Vervolguitslag) -> Dossieruitslag:
    """Return what became of the one dossier."""
    (dossier,) = uitslag.dossiers
    return dossier


def formulier_van(deel: Gemaakt) -> str:
    """Return the key of the form that was made."""
    return deel.pad.stem.split("-")[1]


def lees(pad: Path, model: str = "opvang2004") -> Invulling:
    """Read a form that must be readable, without anything odd in it."""
    bestand = Lezer(organisatie(model)[1]).lees(pad)
    assert bestand.invulling is not None, bestand.reden
    assert bestand.invulling.meldingen == ()
    return bestand.invulling


# --------------------------------------------------------------------------
# Finishing a form


def voltooi(
    voor: Path, antwoorden: Antwoordbestand, model: str = "opvang2004", maak: Blancomaker = blanco
) -> tuple[bytes, int]:
    """Fill in what the prefill left open, and nothing else; return the form, and how many places that took.

    What was filled in beforehand stays as it is, also where the example has other words.
    """
    formulier = organisatie(model)[1][antwoorden.formulier]
    staat = lees(voor, model).waarden
    heel = regelmatige_antwoorden(antwoorden, formulier)
    nieuw = {veld.sleutel: _samen(veld, staat.get(veld.sleutel), heel[veld.sleutel]) for veld in formulier.velden
             if veld.sleutel in heel and _open(veld, staat.get(veld.sleutel))}  # fmt: skip
    samen = {**staat, **nieuw}
    if (soort := formaat_van(voor.read_bytes(), voor)) == "word":
        inhoud = vul(voor.read_bytes(), formulier, nieuw, antwoorden.dossier, antwoorden.cyclus)
    else:  # only Word takes more answers in a form that holds some
        vuller = formaat_met(soort).maak_vuller(maak(model, formulier.sleutel, soort), formulier)
        inhoud = vuller.vul(samen, antwoorden.dossier, antwoorden.cyclus)
    return inhoud, geteld(samen) - geteld(staat)


def _open(veld: Veld, staat: Any) -> bool:
    return staat is None or veld.soort == "tabel" or veld.per_leefgebied == "ja"


def _samen(veld: Veld, staat: Any, heel: Any) -> Any:
    if staat is None:
        return heel
    if veld.per_leefgebied == "ja":
        return {**heel, **staat}
    kolom = SLEUTELKOLOM[veld.sleutel]
    over = {rij.get(kolom): rij for rij in heel}
    rijen = [{**over.pop(rij.get(kolom), {}), **rij} for rij in staat]
    return (*rijen, *over.values())


def geteld(waarden: Mapping[str, Any]) -> int:
    """Count the places with an answer: cells of tables, leefgebieden, parts of signatures."""
    return sum(_plekken(waarde) for waarde in waarden.values())


def _plekken(waarde: Any) -> int:
    if isinstance(waarde, Mapping):
        return len(waarde)
    if isinstance(waarde, tuple) and waarde and isinstance(waarde[0], Mapping):
        return sum(map(len, waarde))
    return 1


# --------------------------------------------------------------------------
# Step by step


@dataclass(frozen=True)
class Stap:
    """One form of an example: how many places were filled in beforehand, and how many the begeleider filled."""

    formulier: str
    cyclus: int | None
    reden: str
    vooraf: int
    zelf: int


def voorbeeldpaden(naam: str) -> list[Path]:
    return sorted((content.voorbeelden() / naam).glob("*.yaml"))


def loop(
    naam: str, map_: Path, soort: Formaatnaam = "word", maak: Blancomaker = blanco
) -> tuple[list[Stap], list[str]]:
    """Walk through an example dossier in one format; return its steps, and forms of it that were not offered."""
    dossier, naast = map_ / "dossier", map_ / "vervolg"
    dossier.mkdir()
    paden = voorbeeldpaden(naam)
    eerste = lees_antwoordbestand(paden[0])
    formulier = organisatie("opvang2004")[1][eerste.formulier]
    waarden = regelmatige_antwoorden(eerste, formulier)
    achter = ACHTERVOEGSEL[soort]
    vuller = formaat_met(soort).maak_vuller(maak("opvang2004", eerste.formulier, soort), formulier)
    (dossier / f"{paden[0].stem}{achter}").write_bytes(vuller.vul(waarden, eerste.dossier))
    stappen = [Stap(eerste.formulier, None, "", 0, geteld(waarden))]
    gemist: list[str] = []
    for nr, pad in enumerate(paden[1:]):
        gegeven = lees_antwoordbestand(pad)
        uitslag = een(vervolg([dossier], naast / str(nr), _dag(paden[nr], gegeven), maak=maak, formaat=soort))
        gevonden = [deel for deel in uitslag.gemaakt if formulier_van(deel) == gegeven.formulier]
        if not gevonden:
            gemist.append(pad.stem)
            continue
        (deel,) = gevonden
        inhoud, zelf = voltooi(deel.pad, gegeven, maak=maak)
        assert deel.pad.suffix == achter
        (dossier / f"{pad.stem}{achter}").write_bytes(inhoud)
        stappen.append(Stap(gegeven.formulier, gegeven.cyclus, deel.reden, deel.aantal, zelf))
    return stappen, gemist


def _dag(vorige: Path, gegeven: Antwoordbestand) -> date:
    """The day on which the next form is begun; nobody has left by then."""
    dagen = [lees_antwoordbestand(vorige).antwoorden["datum_ingevuld"], gegeven.antwoorden["datum_ingevuld"]]
    return min(date.fromisoformat(str(dag)) for dag in dagen)


def verslag(namen: Sequence[str], map_: Path) -> str:
    """Return how many places a begeleider no longer types: per form of the examples, and in all."""
    regels = []
    for naam in namen:
        (map_ / naam).mkdir(parents=True)
        stappen, _ = loop(naam, map_ / naam)
        for stap in stappen:
            cyclus = f" cyclus {stap.cyclus}" if stap.cyclus else ""
            regels.append(f"{naam}  {stap.formulier + cyclus:32} {stap.vooraf:4} vooraf, {stap.zelf:4} zelf")
        vooraf, zelf = sum(s.vooraf for s in stappen), sum(s.zelf for s in stappen)
        regels.append(f"{naam}  {'samen':32} {vooraf:4} vooraf, {zelf:4} zelf ({vooraf / (vooraf + zelf):.0%})")
    return "\n".join(regels)


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as tijdelijk:
        print(verslag(["P1", "P2"], Path(tijdelijk)))
