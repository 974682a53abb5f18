"""An organisation's own form, in a file beside its inrichting, is a form like any other."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.bron import OngeldigeBron
from generator.formulier import formulieren_van
from generator.inrichting import lees_inrichting, schrijf_inrichting
from generator.opdrachten import Maakopdracht, begin_inrichting, controleer_bestanden, maak, vul_formulier
from generator.organisatie import lees_organisatie
from generator.voorwaarde import lees_voorwaarde

BEWIND = """
sleutel: bewind
versie: "1"
titel: Afspraken met de bewindvoerder
fase: opstart
doel: Met dit formulier leg je vast wie over het geld gaat.
ingevuld_door: [begeleider]
moment: Binnen twee weken na de start
secties:
  - sleutel: wie
    titel: Wie gaat over het geld?
    velden:
      - {sleutel: bewindvoerder, soort: kort, label: Naam van de bewindvoerder, verplicht: ja}
      - {sleutel: weekgeld, soort: getal, label: "Weekgeld van {client}", minimum: 0}
"""


@pytest.fixture
def organisatie(tmp_path: Path) -> Path:
    thuis = tmp_path / "haven"
    pad = begin_inrichting(thuis, "opvang2004")
    tekst = pad.read_text(encoding="utf-8")
    tekst = tekst.replace("\nformulieren:\n", "\nformulieren:\n  bewind: {aan: ja}\n", 1)
    pad.write_text(tekst, encoding="utf-8")
    (thuis / "formulieren").mkdir()
    (thuis / "formulieren" / "bewind.yaml").write_text(BEWIND, encoding="utf-8")
    return thuis


def test_hele_weg(organisatie: Path, tmp_path: Path) -> None:
    inrichting = lees_organisatie(str(organisatie))
    formulier = formulieren_van(inrichting)["bewind"]
    assert [veld.label for veld in formulier.secties[0].velden][1] == "Weekgeld van cliënt"
    uit = tmp_path / "uit"
    maak(inrichting, Maakopdracht(naar=uit, thuis=organisatie, handleiding=False, sleutels=("bewind",)))
    antwoorden = tmp_path / "a.yaml"
    antwoorden.write_text(
        "formulier: bewind\ndossier: D-1\nantwoorden: {client_naam: Jip, datum_ingevuld: 2026-01-02, "
        "ingevuld_door: Jan, ingevuld_rol: begeleider, weekgeld: 60}\n",
        encoding="utf-8",
    )
    vul_formulier(uit / "formulieren" / "bewind.docx", antwoorden, tmp_path / "in" / "bewind.docx", inrichting)
    rapport = controleer_bestanden([tmp_path / "in"], str(organisatie), date(2026, 2, 1))
    assert [(b.code, b.vindplaatsen[0].veld) for b in rapport.bevindingen] == [("R01", "bewindvoerder")]
    assert rapport.bestanden[0].invulling is not None
    assert rapport.bestanden[0].invulling.waarden["weekgeld"] == 60


def test_het_voorbeeld_uit_de_uitleg_klopt(organisatie: Path) -> None:
    uitleg = (Path(__file__).parents[1] / "docs" / "eigen-formulier.md").read_text(encoding="utf-8")
    blokken = re.findall(r"```yaml\n(.*?)```", uitleg, re.DOTALL)
    (organisatie / "formulieren" / "bewind.yaml").write_text(blokken[0], encoding="utf-8")
    bewind = formulieren_van(lees_organisatie(str(organisatie)))["bewind"]
    assert [veld.soort for veld in bewind.secties[0].velden] == ["kort", "getal", "keuze", "lang"]
    for regel in blokken[2].splitlines():
        voorwaarde = regel.removeprefix("verplicht: ")
        assert lees_voorwaarde(voorwaarde).namen


def fouten(organisatie: Path) -> str:
    with pytest.raises(OngeldigeBron) as fout:
        lees_organisatie(str(organisatie))
    return str(fout.value)


def test_fout_in_een_eigen_formulier(organisatie: Path) -> None:
    pad = organisatie / "formulieren" / "bewind.yaml"
    pad.write_text(BEWIND.replace("soort: kort", "soort: kortt"), encoding="utf-8")
    assert "bewind.yaml, regel 13" in fouten(organisatie)
    assert "Bedoelde je ‘kort’?" in fouten(organisatie)


def test_de_sleutel_van_het_model_blijft_van_het_model(organisatie: Path) -> None:
    (organisatie / "formulieren" / "bewind.yaml").rename(organisatie / "formulieren" / "intake.yaml")
    assert "intake.yaml: Dit formulier heeft het model al." in fouten(organisatie)


def test_zonder_bestand_bestaat_het_formulier_niet(organisatie: Path) -> None:
    (organisatie / "formulieren" / "bewind.yaml").unlink()
    assert "Het formulier ‘bewind’ bestaat niet." in fouten(organisatie)


def test_niet_in_het_bestand_zelf(organisatie: Path) -> None:
    with (organisatie / "inrichting.yaml").open("a", encoding="utf-8") as bestand:
        bestand.write("eigen_formulieren: {}\n")
    assert "in de map ‘formulieren’ naast je inrichting" in fouten(organisatie)


def test_komt_niet_in_het_geschreven_bestand() -> None:
    assert "eigen_formulieren" not in schrijf_inrichting(lees_inrichting("opvang2004"))
