"""The command: what is written, what isn't, and what is never written over."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from invullen import volle_antwoorden

from generator.checks import controleer
from generator.cli import main
from generator.commandos.exporteer import _FORMATEN
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Bestand, Formulier, Inrichting, Invulling
from generator.uitwisseling.csvtabel import uit_csv
from generator.uitwisseling.export import FORMATEN, LIJST, Exportfout, Levering, levering_van, schrijf_export
from generator.uitwisseling.tabellen import Overdracht, lees_terug, tabellen_van, tabelvormen
from generator.uitwisseling.werkboek import uit_werkboek

MODEL = "leefhuis2022"


@cache
def organisatie() -> tuple[Inrichting, Mapping[str, Formulier]]:
    gelezen = lees_inrichting(MODEL)
    return ingevuld(gelezen), formulieren_van(gelezen)


def bestand(formulier: str, nr: int = 1, dossier: str = "D-0042", **anders: Any) -> Bestand:
    inrichting, formulieren = organisatie()
    feiten: dict[str, Any] = {
        "formulier": formulier, "versie": formulieren[formulier].versie if formulier in formulieren else "1",
        "organisatie": inrichting.organisatie.naam, "uitgangsmodel": MODEL, "dossier": dossier, "cyclus": 1,
        "bestand": f"in/{nr}.docx", "formaat": "docx", "sha256": hashlib.sha256(str(nr).encode()).hexdigest(),
    }  # fmt: skip
    feiten["waarden"] = volle_antwoorden(formulieren[formulier]) if formulier in formulieren else {}
    deel = Invulling(**(feiten | anders))
    return Bestand(pad=deel.bestand, status="gelezen", invulling=deel, sha256=deel.sha256, formaat="docx")


def levering(*bestanden: Bestand) -> Levering:
    inrichting, formulieren = organisatie()
    rapport = controleer(bestanden, lees_inrichting(MODEL), date(2026, 6, 1), formulieren=formulieren, regels=())
    return levering_van(rapport, inrichting, formulieren)


def alle_namen(map_: Path) -> set[str]:
    return {pad.relative_to(map_).as_posix() for pad in map_.rglob("*") if pad.is_file()}


def test_van_elk_formulier_staat_er_alles(tmp_path: Path) -> None:
    _, formulieren = organisatie()
    bron = levering(*(bestand(sleutel, nr) for nr, sleutel in enumerate(formulieren)))
    assert bron.aantal == 34
    assert bron.dossiers == 1
    naar = tmp_path / "uit"
    namen = schrijf_export(bron, naar, FORMATEN, "2026-06-01")
    assert {*namen, LIJST} == alle_namen(naar)
    for sleutel, formulier in formulieren.items():
        vormen = tabelvormen(formulier)
        csv = lees_terug([uit_csv((naar / "csv" / f"{v.naam}.csv").read_bytes(), v) for v in vormen])
        xlsx = lees_terug(uit_werkboek((naar / "xlsx" / f"{sleutel}.xlsx").read_bytes(), vormen))
        assert csv == xlsx == bron.delen[sleutel]
        assert csv[0].waarden == volle_antwoorden(formulier)
    antwoorden = sorted((naar / "fhir" / "QuestionnaireResponse").iterdir())
    assert len(antwoorden) == 34
    for pad in antwoorden:
        assert QuestionnaireResponse.model_validate_json(pad.read_bytes()).id == pad.stem


def test_zonder_een_formulier_staan_de_tabellen_er_ook(tmp_path: Path) -> None:
    leeg = schrijf_export(levering(), tmp_path / "a", ("csv", "xlsx"), "2026-06-01")
    vol = schrijf_export(levering(bestand("memo")), tmp_path / "b", ("csv", "xlsx"), "2026-06-01")
    assert leeg == vol
    assert "csv/begeleidingsplan.doelen.csv" in leeg


def test_twee_keer_hetzelfde_is_twee_keer_gelijk(tmp_path: Path) -> None:
    bron = levering(bestand("memo"), bestand("rie", 2))
    for naam in ("a", "b"):
        schrijf_export(bron, tmp_path / naam, FORMATEN, "2026-06-01")
    inhoud = {pad.relative_to(tmp_path / "a"): pad.read_bytes() for pad in (tmp_path / "a").rglob("*.*")}
    assert inhoud == {pad.relative_to(tmp_path / "b"): pad.read_bytes() for pad in (tmp_path / "b").rglob("*.*")}


def test_wat_niet_meegaat_wordt_geteld() -> None:
    bron = levering(
        bestand("memo"),
        bestand("memo", 2, waarden={"dossier_nr": "D-0042"}),
        bestand("memo", 3, organisatie="Een ander", uitgangsmodel="opvang2004"),
        bestand("bestaat_niet", 4),
        Bestand(pad="in/5.docx", status="geweigerd", reden="kapot"),
        Bestand(pad="in/6.tmp", status="overgeslagen"),
    )
    assert bron.aantal == 1
    assert bron.niet_mee == {
        "niet ingevuld": 1,
        "van een andere organisatie": 1,
        "met een formulier dat hier niet gebruikt wordt": 1,
        "geweigerd": 1,
        "overgeslagen": 1,
    }


def test_een_dossier_heet_overal_hetzelfde() -> None:
    bron = levering(bestand("memo"), bestand("rie", 2, dossier="d-0042 "))
    assert {deel.dossier for delen in bron.delen.values() for deel in delen} == {"d-0042"}
    assert bron.dossiers == 1


@pytest.mark.skipif(os.name != "posix", reason="rechten zijn elders anders")
def test_alleen_de_eigenaar_mag_erbij(tmp_path: Path) -> None:
    naar = tmp_path / "uit"
    schrijf_export(levering(bestand("memo")), naar, FORMATEN, "2026-06-01")
    assert stat.S_IMODE(naar.stat().st_mode) == 0o700
    assert {stat.S_IMODE(pad.stat().st_mode) for pad in naar.rglob("*") if pad.is_file()} == {0o600}


# -- what is there already


def test_een_volgende_export_vervangt_de_vorige(tmp_path: Path) -> None:
    naar = tmp_path / "uit"
    schrijf_export(levering(bestand("memo"), bestand("memo", 2)), naar, FORMATEN, "2026-06-01")
    (naar / "notitie.txt").write_text("van mij")
    schrijf_export(levering(bestand("memo", 2)), naar, ("fhir",), "2026-06-02")
    gebleven = alle_namen(naar)
    assert "notitie.txt" in gebleven
    assert sum(naam.startswith("fhir/QuestionnaireResponse/") for naam in gebleven) == 1
    assert not (naar / "csv").exists()
    assert not (naar / "kolommen.csv").exists()


def test_wat_iemand_wijzigde_blijft_staan(tmp_path: Path) -> None:
    naar = tmp_path / "uit"
    schrijf_export(levering(bestand("memo")), naar, ("csv",), "2026-06-01")
    (naar / "csv" / "memo.csv").write_text("bewerkt")
    voor = {naam: (naar / naam).read_bytes() for naam in alle_namen(naar)}
    with pytest.raises(Exportfout, match="gewijzigd na de vorige export"):
        schrijf_export(levering(bestand("memo", 2)), naar, ("csv",), "2026-06-01")
    assert {naam: (naar / naam).read_bytes() for naam in alle_namen(naar)} == voor


def test_een_bestand_van_een_ander_blijft_staan(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "memo.csv").write_text("van een ander")
    with pytest.raises(Exportfout, match="niet van een eerdere export"):
        schrijf_export(levering(), tmp_path, ("csv",), "2026-06-01")
    assert alle_namen(tmp_path) == {"csv/memo.csv"}


@pytest.mark.parametrize("inhoud", ["", "[]", '{"schema": "anders"}', '{"schema": "achtfasen.export/1"}',
                                    '{"schema": "achtfasen.export/1", "bestanden": []}', "\0"])  # fmt: skip
def test_een_vreemde_lijst(tmp_path: Path, inhoud: str) -> None:
    (tmp_path / LIJST).write_text(inhoud)
    with pytest.raises(Exportfout, match="niet van een export"):
        schrijf_export(levering(), tmp_path, ("csv",), "2026-06-01")
    assert alle_namen(tmp_path) == {LIJST}


def test_een_lijst_wijst_niet_buiten_de_map(tmp_path: Path) -> None:
    buiten = tmp_path / "buiten.txt"
    buiten.write_text("blijft")
    naar = tmp_path / "uit"
    naar.mkdir()
    som = hashlib.sha256(b"blijft").hexdigest()
    bestanden = {"../buiten.txt": som, str(buiten): som}
    (naar / LIJST).write_text(json.dumps({"schema": "achtfasen.export/1", "bestanden": bestanden}))
    schrijf_export(levering(), naar, ("fhir",), "2026-06-01")
    assert buiten.read_text() == "blijft"


def test_na_afbreken_kan_het_opnieuw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    naar, bron = tmp_path / "uit", levering(bestand("memo"))

    def breekt(*_: Any) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as anders:
        anders.setattr("generator.uitwisseling.export.als_werkboek", breekt)
        with pytest.raises(KeyboardInterrupt):
            schrijf_export(bron, naar, FORMATEN, "2026-06-01")
    assert "csv/memo.csv" not in alle_namen(naar) or (naar / LIJST).exists()
    schrijf_export(bron, naar, FORMATEN, "2026-06-01")
    assert (naar / "xlsx" / "memo.xlsx").exists()


# -- the command


@pytest.fixture(scope="module")
def voorbeeld(voorbeelddossiers: Path) -> Path:
    return voorbeelddossiers


def test_de_formaten_van_de_opdracht() -> None:
    assert _FORMATEN == FORMATEN


def test_de_opdracht(voorbeeld: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    naar = tmp_path / "uit"
    assert main(["exporteer", str(voorbeeld), "--inrichting", "opvang2004", "--naar", str(naar)]) == 0
    gezegd = capsys.readouterr().out
    assert "32 formulieren van 4 dossiers staan in" in gezegd
    assert "gegevens van cliënten" in gezegd
    formulier = formulieren_van(lees_inrichting("opvang2004"))["begeleidingsplan"]
    tabellen = [uit_csv((naar / "csv" / f"{v.naam}.csv").read_bytes(), v) for v in tabelvormen(formulier)]
    plannen = lees_terug(tabellen)
    assert [(plan.dossier, plan.cyclus) for plan in plannen] == [
        ("D-0001", 1), ("D-0002", 1), ("D-0002", 2), ("D-0005", 1), ("D-0006", 1)]  # fmt: skip
    assert all(plan.waarden["doelen"] for plan in plannen)
    assert tabellen_van(formulier, plannen) == tuple(tabellen)


@pytest.mark.parametrize(
    ("extra", "gezegd"),
    [
        (["--naar", "{dossiers}/uit"], "ligt tussen de formulieren"),
        (["--naar", "{dossiers}"], "ligt tussen de formulieren"),
        (["--naar", "{bestand}"], "is een bestand"),
        (["--naar", "{dossiers}/../x", "--formaat", "json"], "Kies uit: csv, xlsx, fhir"),
        ([], "--naar"),
    ],
)
def test_verkeerd_gebruik(
    voorbeeld: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], extra: list[str], gezegd: str
) -> None:
    vast = tmp_path / "bestand.txt"
    vast.write_text("hier")
    delen = [deel.format(dossiers=voorbeeld, bestand=vast) for deel in extra]
    paden = [str(next(voorbeeld.glob("P1/*.docx")))] if "{bestand}" in extra else [str(voorbeeld)]
    assert main(["exporteer", *paden, "--inrichting", "opvang2004", *delen]) == 2
    assert gezegd in capsys.readouterr().err
    assert vast.read_text() == "hier"


def test_het_voorbeeld_in_de_uitleg(voorbeeld: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uitleg = (Path(__file__).parents[2] / "docs" / "uitwisseling.md").read_text(encoding="utf-8")
    code = uitleg.split("```python\n")[1].split("```")[0]
    main(["exporteer", str(voorbeeld), "--inrichting", "opvang2004", "--naar", str(tmp_path / "export")])
    capsys.readouterr()
    exec(code.replace("mijn-organisatie", "opvang2004").replace("export/csv", f"{tmp_path.as_posix()}/export/csv"), {})
    assert capsys.readouterr().out.splitlines()[:2] == ["D-0001 1 3", "D-0002 1 2"]


def test_een_overdracht_is_wat_er_gelezen_is() -> None:
    deel = bestand("memo").invulling
    assert deel is not None
    assert Overdracht.van(deel, "D-9").dossier == "D-9"
    assert Overdracht.van(deel).waarden == deel.waarden
