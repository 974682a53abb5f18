"""The workbook of an inrichting, edited in LibreOffice as a person would, and read back.

What must come back is exactly what was edited: in the data, and in the text of the YAML.
"""

from __future__ import annotations

import copy
import difflib
from pathlib import Path
from typing import Any

import pytest
from libreoffice_client import LibreOffice

from generator.bron import OngeldigeBron, lees_yaml
from generator.content import uitgangsmodellen
from generator.organisatie import controleer_organisatie
from generator.werkboek import Werkboek, lees_geheel, maak_yaml, schrijf_werkboek

pytestmark = [pytest.mark.client, pytest.mark.traag]

MODEL = uitgangsmodellen()["leefhuis2022"]
TEKST = MODEL.read_text(encoding="utf-8")
OUD = lees_yaml(MODEL).gegevens
NAAM = "Financiën & geld: € 5,–"
REIKWIJDTE = "Eerste regel met ë.\n\n= geen som, en {client}"


class Calc:
    """LibreOffice Calc, one task at a time."""

    def __init__(self, office: LibreOffice, map_: Path) -> None:
        self.office, self.map, self._nr = office, map_, 0

    def bewerk(self, *stappen: Any, uit: tuple[str, ...] = (".xlsx",)) -> Werkboek:
        """Make a workbook, do the steps in it, save it by way of the formats *uit*, and read it."""
        self._nr += 1
        heen = self.map / f"werkboek{self._nr}.xlsx"
        heen.write_bytes(schrijf_werkboek(lees_yaml(MODEL), TEKST))
        paden = [str(self.map / f"terug{self._nr}-{nr}{soort}") for nr, soort in enumerate(uit)]
        taak = {"bestand": str(heen), "stappen": stappen, "uit": paden}
        if not self.office.doe([taak], "uno_werkboek.py")["calc"]:
            pytest.skip("this LibreOffice has no Calc (package libreoffice-calc)")
        return lees_geheel(Path(paden[-1]))


@pytest.fixture(scope="module")
def calc(libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> Calc:
    return Calc(libreoffice, tmp_path_factory.mktemp("calc"))


def verschil(boek: Werkboek) -> tuple[list[str], list[str]]:
    """Return which lines left the YAML and which came into it; it must hold the data of the workbook."""
    tekst, behouden = maak_yaml(boek.bron.gegevens, boek.yamltekst)
    assert behouden
    assert lees_yaml(Path("x.yaml"), tekst).gegevens == boek.bron.gegevens
    regels = list(difflib.ndiff(TEKST.splitlines(), tekst.splitlines()))
    return [r[2:] for r in regels if r[:2] == "- "], [r[2:] for r in regels if r[:2] == "+ "]


@pytest.mark.parametrize("uit", [(".xlsx",), (".ods", ".xlsx"), (".xlsx", ".xlsx")])
def test_alleen_bewaard_is_gelijk(calc: Calc, uit: tuple[str, ...]) -> None:
    boek = calc.bewerk(uit=uit)
    assert boek.bron.gegevens == OUD
    assert boek.yamltekst == TEKST
    assert maak_yaml(boek.bron.gegevens, boek.yamltekst)[0] == TEKST


@pytest.mark.parametrize("uit", [(".xlsx",), (".ods", ".xlsx")])
def test_schuiven_verandert_niets(calc: Calc, uit: tuple[str, ...]) -> None:
    """Sorted, moved, renamed, copied, with empty rows and columns: the inrichting is the same."""
    boek = calc.bewerk(
        ["sorteer", "Taken", "wat", True],
        ["sorteer", "Leefgebieden", "naam", False],
        ["sorteer", "Fasen", "naam", False],
        ["sorteer", "Parameters", "onderdeel", True],
        ["kolom_erbij", "Rollen", "naam"],
        ["kolom_naar", "Taken", "wie", "hoe"],
        ["rij_in", "Rollen", 8, 2],
        ["rij_in", "Besluiten", 0, 3],
        ["hernoem", "Taken", "Onze taken (2026)"],
        ["hernoem", "Termen", "Jan's woorden"],
        ["verplaats", "Fasen", 0],
        ["kopie", "Rollen", "Rollen kopie"],
        ["blad_erbij", "Aantekeningen", "Nog bespreken"],
        uit=uit,
    )
    assert boek.bron.gegevens == OUD
    assert verschil(boek) == ([], [])


def test_wijzigingen_komen_precies_terug(calc: Calc) -> None:
    boek = calc.bewerk(
        ["sorteer", "Leefgebieden", "naam", True],
        ["typ", "Leefgebieden", {"sleutel": "financien"}, "naam", NAAM],
        ["typ", "Leefgebieden", {"sleutel": "wonen"}, "reikwijdte", REIKWIJDTE],
        ["rij_erbij", "Leefgebieden", None, {"sleutel": "vrije_tijd", "naam": "Vrije tijd", "reikwijdte": "Sport."}],
        ["rij_erbij", "Werkwijze", {"titel": "Aanmelding aannemen"},
         {"fase": "aanmelding", "titel": "Nieuw", "tekst": "T."}],
        ["rij_weg", "Rollen", {"sleutel": "igj"}],
        ["typ", "Parameters", {"onderdeel": "parameters.planning_max"}, "waarde", "21"],
        ["typ", "Parameters", {"onderdeel": "parameters.marge"}, "waarde", "2.5"],
        ["typ", "Organisatie", {"onderdeel": "handleiding.versie"}, "waarde", "5"],
        ["typ", "Log", {"aanpassing": OUD["handleiding"]["log"][0]["aanpassing"]}, "datum", "2021-06-04"],
        ["typ", "Formulieren", {"sleutel": "memo"}, "aan", "nee"],
    )  # fmt: skip
    nieuw: Any = copy.deepcopy(OUD)
    gebieden = {deel["sleutel"]: deel for deel in nieuw["leefgebieden"]}
    gebieden["financien"]["naam"] = NAAM
    gebieden["wonen"]["reikwijdte"] = REIKWIJDTE
    nieuw["leefgebieden"].append({"sleutel": "vrije_tijd", "naam": "Vrije tijd", "reikwijdte": "Sport."})
    nieuw["fasen"][0]["werkwijze"].insert(1, {"titel": "Nieuw", "tekst": "T."})
    nieuw["rollen"] = [rol for rol in nieuw["rollen"] if rol["sleutel"] != "igj"]
    nieuw["parameters"] |= {"planning_max": 21, "marge": 2.5}
    nieuw["handleiding"]["versie"] = "5"
    nieuw["handleiding"]["log"][0]["datum"] = "2021-06-04"
    nieuw["formulieren"]["memo"]["aan"] = "nee"
    assert boek.bron.gegevens == nieuw
    weg, erbij = verschil(boek)
    assert len(erbij) == 15
    assert "  planning_max: 21              # dagen na de persoonsbeschrijving" in erbij
    assert '    naam: "Financiën & geld: € 5,–"' in erbij
    assert '  versie: "5"' in erbij
    # The comment right above the row that was deleted went with it; all others are still there.
    assert [regel.split()[1] for regel in weg if regel.lstrip().startswith("#")] == ["Of", "Laat"]


def test_fout_wordt_aangewezen(calc: Calc) -> None:
    boek = calc.bewerk(
        ["rij_in", "Fasen", 0, 1],
        ["typ", "Fasen", {"sleutel": "intake"}, "duur", "een poosje"],
        ["typ", "Taken", {"wat": "Aanmeldingsgesprek voeren"}, "wie", "mentorr"],
    )
    with pytest.raises(OngeldigeBron) as gevonden:
        controleer_organisatie(boek.bron)
    plekken = {fout.sleutelpad: fout.regel for fout in gevonden.value.fouten}
    assert plekken["fasen[2].duur"] == "blad ‘Fasen’, cel G7"
    assert plekken["fasen[1].taken[2].wie[1]"] == "blad ‘Taken’, cel D6"


def test_datum_en_formule(calc: Calc) -> None:
    with pytest.raises(OngeldigeBron, match="Hier staat een formule"):
        calc.bewerk(["typ", "Parameters", {"onderdeel": "parameters.planning_max"}, "waarde", "=7*2"])
    boek = calc.bewerk(["typ", "Parameters", {"onderdeel": "parameters.exit_dagen"}, "waarde", "2026-11-21"])
    assert boek.bron.gegevens["parameters"]["exit_dagen"] == "2026-11-21"
