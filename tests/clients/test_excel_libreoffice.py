"""Excel forms that a person fills in in LibreOffice Calc, in Dutch and in English, saved by three routes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from clientantwoorden import antwoorden_voor
from excelantwoorden import te_typen_in_excel
from libreoffice_client import Afwezig, draaiend

from generator.formats import Lezer
from generator.formats.excel import formaat as excel
from generator.formats.excel.boek import Werkboek
from generator.formats.excel.namen import celnaam, naam_van
from generator.formats.opmerking import Opmerking
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Invulling, Onleesbaar

pytestmark = [pytest.mark.client, pytest.mark.traag]

INRICHTING = lees_inrichting("opvang2004")
FORMULIEREN = formulieren_van(INRICHTING)
LEZER = Lezer(FORMULIEREN)
SLEUTELS = ("begeleidingsplan", "aanmelding", "checklist_opstart")
ROUTES = {"xlsx": (".xlsx",), "ods": (".ods", "-ods.xlsx"), "xls": (".xls", "-xls.xlsx")}
PLAN, DOELEN = "begeleidingsplan", "Doelen voor deze periode"
SCRIPT = "uno_rekenblad.py"


def codes(gelezen: Invulling) -> list[str]:
    return sorted(melding.code for melding in gelezen.meldingen)


def lees(pad: Path) -> Invulling:
    bestand = LEZER.lees(pad)
    assert bestand.invulling is not None, bestand.reden
    return bestand.invulling


def plek(inhoud: bytes, sleutel: str, rij: int = 0) -> list[str]:
    (gebied,) = next(g for naam, g in Werkboek(inhoud).opbouw.namen if naam == naam_van(sleutel))
    return [gebied.blad, celnaam(gebied.rij + rij, gebied.kolom)]


def doelplek(rij: int) -> list[str]:
    return plek(BLANCO[PLAN], "doelen.doel", rij)


BLANCO = {sleutel: excel.maak_formulier(FORMULIEREN[sleutel], ingevuld(INRICHTING)) for sleutel in SLEUTELS}
# What a person types where the language of the machine matters.
LASTIG = {
    "dossier_nr": "0012345",
    "client_naam": "=1+1",
    "cyclus_nr": "2,5",
    "geboortedatum": "1 februari 2001",
    "plan_datum": "12/31/2026",
    "hulpvragen": "1e3",
    "netwerk_rol": "+31 6 12345678",
    "gesprek_frequentie": "3-4",
}


@dataclass
class Gedaan:
    """What one LibreOffice made."""

    map: Path
    getoond: dict[str, list[tuple[list[str], str]]]


def _taken(map_: Path) -> list[dict[str, Any]]:
    taken: list[dict[str, Any]] = []
    for sleutel in SLEUTELS:
        formulier = FORMULIEREN[sleutel]
        (map_ / f"{sleutel}-leeg.xlsx").write_bytes(BLANCO[sleutel])
        typ = te_typen_in_excel(BLANCO[sleutel], formulier, antwoorden_voor(formulier))
        uit = [[str(map_ / f"{sleutel}{eind}") for eind in route] for route in ROUTES.values()]
        taken.append({"bestand": str(map_ / f"{sleutel}-leeg.xlsx"), "typ": typ, "uit": uit})
    lastig = [[*plek(BLANCO[PLAN], sleutel), tekst] for sleutel, tekst in LASTIG.items()]
    uit = [[str(map_ / f"lastig{eind}") for eind in route] for route in ROUTES.values()]
    taken.append({"bestand": str(map_ / f"{PLAN}-leeg.xlsx"), "typ": lastig, "uit": uit})
    return taken


@pytest.fixture(scope="module", params=["nl-NL", "en-US"])
def gedaan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Gedaan]:
    """The forms, filled in with a profile in one language."""
    map_ = tmp_path_factory.mktemp("excel")
    try:
        with draaiend(map_, request.param) as office:
            taken = _taken(map_)
            uit = office.doe(taken, SCRIPT)
    except Afwezig as reden:
        pytest.skip(str(reden))
    namen = [*SLEUTELS, "lastig"]
    getoond = {
        naam: list(zip(taak["typ"], regels, strict=True))
        for naam, taak, regels in zip(namen, taken, uit["getoond"], strict=True)
    }
    return request.param, Gedaan(map_, getoond)


@pytest.mark.parametrize("sleutel", SLEUTELS)
@pytest.mark.parametrize("route", ROUTES)
def test_alles_komt_terug(gedaan: tuple[str, Gedaan], sleutel: str, route: str) -> None:
    gelezen = lees(gedaan[1].map / f"{sleutel}{ROUTES[route][-1]}")
    assert gelezen.waarden == antwoorden_voor(FORMULIEREN[sleutel])
    assert codes(gelezen) == []
    assert set(gelezen.routes) == {"tag"}
    assert gelezen.niet_gevonden == ()


@pytest.mark.parametrize("route", ROUTES)
def test_wat_van_de_taal_afhangt(gedaan: tuple[str, Gedaan], route: str) -> None:
    taal, werk = gedaan
    gelezen = lees(werk.map / f"lastig{ROUTES[route][-1]}")
    datum = Onleesbaar("12/31/2026", "die datum bestaat niet") if taal == "nl-NL" else date(2026, 12, 31)
    assert gelezen.waarden == {
        **{s: LASTIG[s] for s in ("dossier_nr", "client_naam", "hulpvragen", "netwerk_rol", "gesprek_frequentie")},
        "cyclus_nr": 2.5,
        "geboortedatum": date(2001, 2, 1),
        "plan_datum": datum,
    }
    toont = {cel[1]: tekst for cel, tekst in werk.getoond["lastig"]}
    assert toont[plek(BLANCO[PLAN], "client_naam")[1]] == "=1+1"


# -- what people do to a workbook


# LibreOffice 7.4 puts no rows in a protected sheet, also where the protection allows it: that is taken off first.
STAPPEN: dict[str, list[list[Any]]] = {
    "rijen": [
        *(["open_blad", blad] for blad in (DOELEN, "Formulier", "Acties per doel")),
        ["rijen_in", DOELEN, 7, 2],
        ["rijen_in", "Formulier", 9, 1],
        ["rijen_weg", "Acties per doel", 9, 2],
    ],
    "bladen": [
        ["hernoem", DOELEN, "Doelen (nieuw)"],
        ["verplaats", "Afspraken", 0],
        ["hernoem", "Formulier", "Plan & zo"],
    ],
    "sorteer": [["open_blad", DOELEN], ["sorteer", DOELEN, "A6:H13", 1, True]],
    "kolom": [
        ["open_blad", DOELEN],
        ["kolom_in", DOELEN, 4],
        ["open_blad", "Formulier"],
        ["kolom_in", "Formulier", 2],
    ],
    "kopie": [["kopieer", "Formulier", "Formulier (2)"]],
    "weg": [["verwijder", DOELEN]],
    "verborgen": [["open_blad", DOELEN], ["verberg_rij", DOELEN, 6]],
    "notitie": [["open_blad", "Formulier"], ["notitie", "Formulier", "B10", "Klopt dit?"]],
    "sleep": [["open_blad", "Formulier"], ["sleep", "Formulier", "einddoel", "netwerk_rol"]],
}


@pytest.fixture(scope="module")
def vervormd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled form after each of these, saved as xlsx and by way of ods; and one with notes of ours."""
    map_ = tmp_path_factory.mktemp("stappen")
    formulier = FORMULIEREN[PLAN]
    vol = excel.maak_vuller(BLANCO[PLAN], formulier).vul(antwoorden_voor(formulier), "D-0042", 2)
    (map_ / "vol.xlsx").write_bytes(vol)
    opmerkingen = [
        Opmerking(sleutel="einddoel", alineas=("Mooi.",)),
        Opmerking(sleutel="doelen[2].doel", alineas=("En?",)),
    ]
    met = excel.zet_opmerkingen(vol, LEZER.plan(PLAN), opmerkingen, date(2026, 3, 6))
    (map_ / "met.xlsx").write_bytes(met)
    waar = {sleutel: plek(vol, sleutel)[1] for sleutel in ("einddoel", "netwerk_rol")}
    taken = [
        {"bestand": str(map_ / "vol.xlsx"), "stappen": [[waar.get(d, d) if isinstance(d, str) else d for d in stap]
                                                        for stap in stappen],
         "uit": [[str(map_ / f"{naam}.xlsx")], [str(map_ / f"{naam}.ods"), str(map_ / f"{naam}-ods.xlsx")]]}
        for naam, stappen in STAPPEN.items()
    ]  # fmt: skip
    taken.append({"bestand": str(map_ / "met.xlsx"), "uit": [[str(map_ / "met-terug.xlsx")]]})
    try:
        with draaiend(map_, "nl-NL") as office:
            uit = office.doe(taken, SCRIPT)
    except Afwezig as reden:
        pytest.skip(str(reden))
    notities = {(blad, cel): tekst for blad, cel, _, tekst in uit["notities"][-1]}
    assert notities == {
        ("Formulier", waar["einddoel"]): "Mooi.\n(achtfasen, 06-03-2026)",
        (DOELEN, plek(vol, "doelen.doel", 1)[1]): "En?\n(achtfasen, 06-03-2026)",
    }
    return map_


@pytest.mark.parametrize("eind", [".xlsx", "-ods.xlsx"])
@pytest.mark.parametrize(
    ("stap", "verwacht"),
    [("rijen", []), ("bladen", []), ("sorteer", []), ("kolom", []), ("kopie", None), ("verborgen", ["L27"]),
     ("notitie", ["L16"])],
)  # fmt: skip
def test_vervormd_en_toch_alles_terug(vervormd: Path, stap: str, verwacht: list[str] | None, eind: str) -> None:
    gelezen = lees(vervormd / f"{stap}{eind}")
    waarden = antwoorden_voor(FORMULIEREN[PLAN])
    if stap == "sorteer":
        waarden["doelen"] = tuple(sorted(waarden["doelen"], key=lambda rij: -rij["doel_nr"]))
    assert gelezen.waarden == waarden
    assert gelezen.niet_gevonden == ()
    assert verwacht is None or codes(gelezen) == verwacht


@pytest.mark.parametrize("eind", [".xlsx", "-ods.xlsx"])
def test_een_blad_weg_is_verloren_en_niet_leeg(vervormd: Path, eind: str) -> None:
    gelezen = lees(vervormd / f"weg{eind}")
    waarden = antwoorden_voor(FORMULIEREN[PLAN])
    del waarden["doelen"]
    assert gelezen.waarden == waarden
    assert gelezen.niet_gevonden == ("doelen",)
    assert codes(gelezen) == ["L09"]


@pytest.mark.parametrize("eind", [".xlsx", "-ods.xlsx"])
def test_een_antwoord_over_een_ander_gesleept(vervormd: Path, eind: str) -> None:
    """What a person sees counts: the text stands beside another question now."""
    gelezen = lees(vervormd / f"sleep{eind}")
    waarden = antwoorden_voor(FORMULIEREN[PLAN])
    waarden["netwerk_rol"] = waarden.pop("einddoel")
    assert gelezen.waarden == waarden
    assert set(codes(gelezen)) == {"L26"}


def test_onze_opmerkingen_blijven_van_ons(vervormd: Path) -> None:
    gelezen = lees(vervormd / "met-terug.xlsx")
    assert gelezen.waarden == antwoorden_voor(FORMULIEREN[PLAN])
    assert codes(gelezen) == []
