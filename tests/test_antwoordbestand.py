"""What docs/antwoordbestand.md shows can be done as it stands there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from drukkerij import Drukkerij, lees, organisatie

from generator.cli import main
from generator.formats import ACHTERVOEGSEL, FORMATEN, Formaatnaam
from generator.opdrachten import lees_antwoordbestand, regelmatige_antwoorden

UITLEG = (Path(__file__).parents[1] / "docs" / "antwoordbestand.md").read_text(encoding="utf-8")
VOORBEELDEN = [stuk.partition("```")[0] for stuk in UITLEG.split("```yaml\n")[1:]]


@pytest.mark.parametrize("soort", FORMATEN)
@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=["plan", "aanmelding"])
def test_elk_voorbeeld_vult_een_formulier(
    voorbeeld: str, soort: Formaatnaam, drukkerij: Drukkerij, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    antwoorden = tmp_path / "antwoorden.yaml"
    antwoorden.write_text(voorbeeld, encoding="utf-8")
    gegeven = lees_antwoordbestand(antwoorden)
    leeg, vol = (tmp_path / f"{naam}{ACHTERVOEGSEL[soort]}" for naam in ("leeg", "vol"))
    leeg.write_bytes(drukkerij.blanco(soort, gegeven.formulier))
    assert main(["vul", str(leeg), "--antwoorden", str(antwoorden), "--naar", str(vol)]) == 0
    assert capsys.readouterr().err == ""
    gelezen = lees(vol.read_bytes())
    formulier = organisatie("opvang2004")[1][gegeven.formulier]
    assert gelezen.waarden == regelmatige_antwoorden(gegeven, formulier)
    assert (gelezen.formulier, gelezen.dossier) == (gegeven.formulier, "D-0042")


def test_het_voorbeeld_zegt_wat_ernaast_staat(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(VOORBEELDEN[0], encoding="utf-8")
    gegeven = lees_antwoordbestand(tmp_path / "plan.yaml")
    waarden = regelmatige_antwoorden(gegeven, organisatie("opvang2004")[1][gegeven.formulier])
    assert waarden["plan_datum"] == date(2026, 3, 6)
    assert waarden["doelen"][0]["leefgebied"] == "wonen"
    assert waarden["handtekening_client"]["getekend"] == "ja"


def test_de_gedrukte_rij_bestaat(tmp_path: Path) -> None:
    """Another word would have been written in a spare row."""
    (tmp_path / "aanmelding.yaml").write_text(VOORBEELDEN[1], encoding="utf-8")
    gegeven = lees_antwoordbestand(tmp_path / "aanmelding.yaml")
    rijen = {rij.sleutel for rij in organisatie("opvang2004")[1]["aanmelding"].veld("criteria").rijen}  # type: ignore[union-attr]
    assert {rij["criterium"] for rij in gegeven.antwoorden["criteria"]} <= rijen
