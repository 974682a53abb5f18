"""The list of forms with their fields, as a document; ``python -m generator.formulierlijst`` prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator import content
from generator.formulier import definities, kopvelden
from generator.inrichting import lees_inrichting
from generator.model import FASEN, Aanpassing, Formulier, Inrichting, Kolom, Sectie, Term, Veld
from generator.taal import standaardwoorden, termwoorden, vul_record_in

_KOP = """# Formulieren

Deze lijst is gemaakt uit de formulieren zelf (`python -m generator.formulierlijst > docs/formulieren.md`). Wijzig haar
niet met de hand. Er staat in wat elk formulier vraagt, in gewone woorden; een organisatie gebruikt haar eigen
woorden, en kan vragen weglaten of toevoegen ([zo doe je dat](eigen-organisatie.md)).

Achter een vraag staat **altijd** als ze ingevuld moet worden, of de voorwaarde waaronder dat zo is.
Bij een tabel staan de kolommen eronder.
"""
_MODELKOP = """
| Formulier | Sleutel | Fase | Vragen | Uitgangsmodellen |
|---|---|---|---|---|
"""
_SOORT = {"kort": "korte tekst", "lang": "eigen woorden", "ja_nee": "ja of nee", "meerkeuze": "een of meer keuzes"}


def formulieren_markdown() -> str:
    """Return docs/formulieren.md as it should be."""
    formulieren = [*_in_gewone_woorden()]
    modellen = {naam: lees_inrichting(naam) for naam in content.uitgangsmodellen()}
    rijen = [_rij(formulier, modellen) for formulier in formulieren]
    kop = "".join(_kop(soort, titel) for soort, titel in _KOPPEN)
    return _KOP + _MODELKOP + "".join(rijen) + kop + "".join(map(_hoofdstuk, formulieren))


_KOPPEN = (("client", "De kop van een cliëntformulier"), ("organisatie", "De kop van een formulier van de organisatie"))


def _in_gewone_woorden() -> Iterator[Formulier]:
    woorden = _woorden()
    alle = sorted(definities().values(), key=lambda f: (FASEN.index(f.fase) if f.fase else len(FASEN), f.sleutel))
    return (vul_record_in(formulier, woorden) for formulier in alle)


def _woorden() -> dict[str, str]:
    return {
        "organisatie": "de organisatie",
        **standaardwoorden(),
        **termwoorden("client", Term(enkelvoud="cliënt", meervoud="cliënten")),
        **termwoorden("begeleider", Term(enkelvoud="begeleider", meervoud="begeleiders")),
        **{f"fase.{fase}": fase for fase in FASEN},
        **{f"fase.{fase}.kort": fase for fase in FASEN},
        **{f"formulier.{sleutel}": definitie.titel.lower() for sleutel, definitie in definities().items()},
    }


def _rij(formulier: Formulier, modellen: dict[str, Inrichting]) -> str:
    uit = Aanpassing(aan="nee")
    aan = [naam for naam, model in modellen.items() if model.formulieren.get(formulier.sleutel, uit).aan == "ja"]
    anker = formulier.titel.lower().replace(" ", "-").replace(",", "").replace("/", "")
    titel = f"[{formulier.titel}](#{anker})"
    aantal = len(replace(formulier, kop=()).velden)
    waar = "alle" if len(aan) == len(modellen) else ", ".join(aan) or "geen"
    return f"| {titel} | `{formulier.sleutel}` | {_fase(formulier)} | {aantal} | {waar} |\n"


def _fase(formulier: Formulier) -> str:
    return ", ".join(filter(None, (formulier.fase, *formulier.ook_fase))) or "de organisatie"


def _kop(soort: str, titel: str) -> str:
    velden = tuple(vul_record_in(veld, _woorden()) for veld in kopvelden(soort))
    return f"\n## {titel}\n" + "".join(_sectie(Sectie(sleutel="kop", titel="", velden=velden)))


def _hoofdstuk(formulier: Formulier) -> str:
    feiten = f"Sleutel `{formulier.sleutel}`, versie {formulier.versie}, {_fase(formulier)}. Bron: {formulier.bron}."
    delen = [f"\n## {formulier.titel}\n\n{formulier.doel}\n\n{feiten}\n"]
    for sectie in formulier.secties:
        delen += _sectie(sectie)
    return "".join(delen)


def _sectie(sectie: Sectie) -> Iterator[str]:
    if sectie.titel:
        alleen = f" (alleen als {sectie.alleen_als})" if sectie.alleen_als else ""
        yield f"\n### {sectie.titel}{alleen}\n"
    yield "\n| Sleutel | Vraag | Antwoord | Invullen | Bron |\n|---|---|---|---|---|\n"
    for veld in sectie.velden:
        yield _regel(veld.sleutel, veld, veld.alleen_als, veld.bron)
        for kolom in veld.kolommen:
            yield _regel(f"{veld.sleutel}.{kolom.sleutel}", kolom)


def _regel(sleutel: str, veld: Veld | Kolom, alleen_als: str = "", bron: str = "") -> str:
    alleen = f"; alleen als {alleen_als}" if alleen_als else ""
    return f"| `{sleutel}` | {_cel(veld.label)} | {_cel(_antwoord(veld))} | {_cel(_plicht(veld) + alleen)} | {bron} |\n"


def _plicht(veld: Veld | Kolom) -> str:
    return {"ja": "altijd", "nee": "mag leeg"}.get(veld.verplicht, veld.verplicht)


def _antwoord(veld: Veld | Kolom) -> str:
    soort = _SOORT.get(veld.soort, veld.soort)
    keuzes = [optie.label for optie in veld.opties]
    if veld.opties_uit:
        keuzes.append(f"de eigen {veld.opties_uit.replace('_', '-').replace('.', ' van ')}")
    per = " per leefgebied" if isinstance(veld, Veld) and veld.per_leefgebied == "ja" else ""
    return f"{soort}{per}" + (f": {'; '.join(keuzes)}" if keuzes else "")


def _cel(tekst: str) -> str:
    return tekst.replace("|", "\\|")


if __name__ == "__main__":
    import sys

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(formulieren_markdown())
