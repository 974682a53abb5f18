"""The worklist for Excel: what stands where, and that no text becomes anything but text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from generator.cli import main
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import (
    Bestand,
    Bevinding,
    Dossier,
    Ernst,
    Formulier,
    Inrichting,
    Invulling,
    Rapport,
    Termijnstand,
    Verloop,
    Vindplaats,
)
from generator.report import xlsx
from generator.report.xlsx import MAX_TEKENS, celtekst, rapport_als_xlsx, waarom_niet

VAST = ["Werklijst", "Termijnen", "Dossiers", "Bestanden", "Over"]
LASTIG = ("=1+1", "+31612345678", "-2", "@som", "<script>alert(1)</script>", "https://voorbeeld.nl", "mailto:x@y.nl",
          "internal:Blad!A1", '=HYPERLINK("http://x")', "{=SOM(A1)}", "0012", "1e5", "#N/A", "\x00\x07\x1b[31mrood",
          "\u202eomgekeerd\u202c", "_x0041_", "regel\r\nregel", "x" * 40_000, "😀" * 20_000)  # fmt: skip
PEILDATUM = date(2026, 6, 1)


@cache
def organisatie() -> tuple[Inrichting, Mapping[str, Formulier]]:
    gelezen = lees_inrichting("opvang2004")
    return ingevuld(gelezen), formulieren_van(gelezen)


def rapport(tekst: str = "gewoon", dossier: str = "D-1", aantal: int = 1) -> Rapport:
    """Return a report in which *tekst* stands wherever somebody's own text can stand."""
    waarden = {"client_naam": tekst, "ingevuld_door": tekst, "ingevuld_rol": "begeleider", "overweging": tekst}
    pad = f"map/{tekst[:50]}.docx"
    deel = Invulling(formulier="aanmelding", versie=tekst[:20], organisatie="", dossier=dossier, cyclus=1, bestand=pad,
                     formaat="docx", waarden=waarden, routes={"tag": 12, "label": 1},
                     niet_gevonden=("a", "b"))  # fmt: skip
    termijnen = tuple(
        Termijnstand(soort="intake", cyclus=0, formulier="intake", veld="gesprek_datum", vanaf=PEILDATUM,
                     uiterlijk=PEILDATUM + timedelta(days=dagen), gedaan=None, bron=deel, bronveld="")
        for dagen in (-3, 7, 60)
    )  # fmt: skip
    plek = Vindplaats(bestand=pad, formulier="aanmelding", veld="client_naam")
    bevindingen = tuple(
        Bevinding(code="R01", titel="", ernst=ernst, bericht=tekst, vindplaatsen=(plek,), dossier=dossier)
        for ernst in Ernst
        for _ in range(aantal)
    )
    geweigerd = Bestand(pad=f"map/{tekst[:50]}.pdf", status="geweigerd", reden=tekst)
    return Rapport(
        inrichting=tekst, organisatie=tekst, peildatum=PEILDATUM.isoformat(), uitgevoerd=(), overgeslagen=(),
        bestanden=(Bestand(pad=pad, status="gelezen", invulling=deel), geweigerd), bevindingen=bevindingen,
        dossiers=(Dossier(nummer=dossier, invullingen=(deel,), stand="aangemeld", fase="aanmelding", cyclus=1,
                          verloop=Verloop(termijnen=termijnen)),),
    )  # fmt: skip


def boek(gegeven: Rapport, **wat: bool) -> Any:
    return load_workbook(io.BytesIO(rapport_als_xlsx(gegeven, *organisatie(), **wat)))


def rijen(vel: Any) -> list[dict[str, Any]]:
    kop, *rest = vel.iter_rows(values_only=True)
    return [dict(zip(kop, rij, strict=True)) for rij in rest]


def test_bladen() -> None:
    assert boek(rapport()).sheetnames == VAST
    assert boek(rapport(), met_antwoorden=True).sheetnames == [*VAST[:-1], "Antwoorden", "Over"]


def test_werklijst() -> None:
    gevonden = rijen(boek(rapport("Noor"))["Werklijst"])
    assert [rij["Ernst"] for rij in gevonden] == ["fout", "waarschuwing", "aandachtspunt"]
    # Who filled it in has the name of the client here, and that is never a colleague.
    assert gevonden[0] == {
        "Wie": None, "Dossier": "D-1", "Formulier": "Aanmeldingsformulier", "Veld": "Naam cliënt", "Ernst": "fout",
        "Code": "R01", "Wat er aan de hand is": "Noor", "Klaar?": None, "Opmerking": None, "Bestand": "map/Noor.docx",
    }  # fmt: skip


def test_termijnen_zijn_wat_nog_moet() -> None:
    gevonden = rijen(boek(rapport())["Termijnen"])
    assert [(rij["Stand"], rij["Dagen te laat"], rij["Nog dagen"]) for rij in gevonden] == [
        ("te laat", 3, None),
        ("loopt", None, 7),
    ]
    assert gevonden[0]["Uiterlijk"] == datetime(2026, 5, 29)
    assert gevonden[0]["Formulier"] == "Intakeformulier"


def test_dossiers() -> None:
    (rij,) = rijen(boek(rapport(aantal=2))["Dossiers"])
    assert (rij["Fouten"], rij["Waarschuwingen"], rij["Aandachtspunten"]) == (2, 2, 2)
    assert (rij["Stand"], rij["Cyclus"], rij["Formulieren"]) == ("aangemeld", 1, 1)
    assert rij["Fase"] == organisatie()[0].fase("aanmelding").naam
    assert (rij["Termijnen te laat"], rij["Uiterlijk"]) == (1, datetime(2026, 6, 8))


def test_bestanden() -> None:
    gelezen, geweigerd = rijen(boek(rapport("x"))["Bestanden"])
    assert (gelezen["Status"], gelezen["Herkend aan merkteken"], gelezen["Aan de vraag ernaast"]) == ("gelezen", 12, 1)
    assert gelezen["Vragen verdwenen"] == 2
    assert (geweigerd["Status"], geweigerd["Waarom niet"], geweigerd["Formulier"]) == ("geweigerd", "x", None)


def test_over() -> None:
    over = dict(boek(rapport("Huis"))["Over"].iter_rows(min_row=3, values_only=True))
    assert over["Organisatie"] == "Huis"
    assert over["Peildatum"] == "01-06-2026"
    assert over["Bestanden"] == "1 gelezen, 1 geweigerd, 0 overgeslagen"
    assert over["fout"].startswith("1 keer.")
    assert "nummers in plaats van namen" in over["Privacy"]


def test_geen_namen_of_antwoorden_tenzij_gevraagd() -> None:
    gegeven = rapport("Samira Yilmaz")
    (deel,) = gegeven.dossiers[0].invullingen
    plek = Vindplaats(bestand="map/1.docx", formulier="aanmelding", veld="client_naam")
    waarden = {"client_naam": "Samira Yilmaz", "overweging": "geheim", "ingevuld_door": "Noor"}
    deel = Invulling(formulier="aanmelding", versie="1", organisatie="", dossier="D-1", cyclus=1, bestand="map/1.docx",
                     formaat="docx", waarden=waarden)  # fmt: skip
    kaal = Rapport(
        inrichting="", organisatie="", peildatum="2026-06-01", uitgevoerd=(), overgeslagen=(),
        bestanden=(Bestand(pad="map/1.docx", status="gelezen", invulling=deel),),
        dossiers=(Dossier(nummer="D-1", invullingen=(deel,), stand="aangemeld", fase="aanmelding", cyclus=1),),
        bevindingen=(Bevinding(code="R01", titel="", ernst=Ernst.FOUT, bericht="leeg", vindplaatsen=(plek,),
                               dossier="D-1"),),
    )  # fmt: skip
    assert not {"Samira Yilmaz", "geheim"} & teksten(boek(kaal))
    assert "Samira Yilmaz" in teksten(boek(kaal, met_namen=True))
    assert "geheim" not in teksten(boek(kaal, met_namen=True))
    assert {"Samira Yilmaz", "geheim"} <= teksten(boek(kaal, met_antwoorden=True))
    assert rijen(boek(kaal, met_namen=True)["Werklijst"])[0]["Naam"] == "Samira Yilmaz"


def teksten(gegeven: Any) -> set[Any]:
    return {cel.value for vel in gegeven for rij in vel.iter_rows() for cel in rij}


@pytest.mark.parametrize("tekst", LASTIG)
def test_tekst_blijft_tekst(tekst: str) -> None:
    inhoud = rapport_als_xlsx(rapport(tekst, dossier=tekst[:300]), *organisatie(), met_namen=True, met_antwoorden=True)
    cellen = [cel for vel in load_workbook(io.BytesIO(inhoud)) for rij in vel.iter_rows() for cel in rij]
    assert [cel.coordinate for cel in cellen if cel.data_type in ("f", "e") or cel.hyperlink] == []
    assert any(cel.value == celtekst(tekst) and cel.data_type == "s" for cel in cellen)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bestand:
        for deel in bestand.namelist():
            ruw = bestand.read(deel)
            assert b"<f>" not in ruw or deel.startswith("xl/worksheets/") is False
            assert b"<hyperlink" not in ruw
            assert b"relationships/externalLink" not in ruw


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_elke_tekst_past_in_een_cel(tekst: str) -> None:
    schoon = celtekst(tekst)
    assert celtekst(schoon) == schoon
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202e]", schoon)


def test_te_lange_tekst_wordt_ingekort() -> None:
    for tekst in ("x" * 40_000, "😀" * 20_000, "a" + "😀" * 20_000):
        kort = celtekst(tekst)
        assert MAX_TEKENS - 1 <= len(kort.encode("utf-16-le")) // 2 <= MAX_TEKENS
        assert kort.endswith("…")
    assert celtekst("x" * MAX_TEKENS) == "x" * MAX_TEKENS


def test_klaar_voor_filteren_afdrukken_en_afvinken() -> None:
    vellen = boek(rapport(aantal=3))
    for naam in VAST[:-1]:
        vel = vellen[naam]
        assert vel.freeze_panes == "A2"
        assert vel.auto_filter.ref.startswith("A1:")
        assert vel.page_setup.orientation == "landscape"
        assert vel.page_setup.paperSize == 9
        assert vel.print_title_rows == "$1:$1"
        assert (vel.page_setup.fitToWidth or 1, vel.page_setup.fitToHeight) == (1, 0)
    vel = vellen["Werklijst"]
    (keuze,) = vel.data_validations.dataValidation
    kolom = {cel.value: cel.column_letter for cel in vel[1]}["Klaar?"]
    assert (keuze.formula1, str(keuze.sqref)) == ('"ja,nee"', f"{kolom}2:{kolom}10")


def test_een_leeg_rapport() -> None:
    leeg = Rapport(inrichting="", organisatie="", peildatum="2026-06-01", bestanden=(), dossiers=(), bevindingen=(),
                   uitgevoerd=(), overgeslagen=())  # fmt: skip
    vellen = boek(leeg, met_namen=True, met_antwoorden=True)
    assert all(rijen(vellen[naam]) in ([], [dict.fromkeys(r, None) for r in rijen(vellen[naam])]) for naam in VAST[:-1])


def test_een_vol_blad_zegt_dat_er_meer_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_RIJEN", 2)
    vellen = boek(rapport())
    assert len(rijen(vellen["Werklijst"])) == 2
    assert (
        "Werklijst",
        "Dit blad is vol. Niet alles past erop. Kijk een deel van de map na, dan past het wel.",
    ) in list(vellen["Over"].iter_rows(values_only=True))


# -- what may be written over


def test_een_eigen_werklijst_mag_vervangen_worden(tmp_path: Path) -> None:
    pad = tmp_path / "w.xlsx"
    assert waarom_niet(pad) == ""
    pad.write_bytes(rapport_als_xlsx(rapport(), *organisatie()))
    assert waarom_niet(pad) == ""


@pytest.mark.parametrize(("kolom", "waarde"), [("Klaar?", "ja"), ("Opmerking", "gebeld"), ("Opmerking", 0)])
def test_een_bijgehouden_werklijst_blijft(tmp_path: Path, kolom: str, waarde: Any) -> None:
    pad = tmp_path / "w.xlsx"
    vellen = boek(rapport(aantal=3))
    vel = vellen["Werklijst"]
    vel[f"{ {cel.value: cel.column_letter for cel in vel[1]}[kolom] }4"] = waarde
    vellen.save(pad)
    assert "afgevinkt of opgeschreven" in waarom_niet(pad)


def test_een_ander_werkboek_blijft(tmp_path: Path) -> None:
    pad = tmp_path / "w.xlsx"
    Workbook().save(pad)
    assert "geen werklijst van achtfasen" in waarom_niet(pad)
    pad.write_bytes(b"geen werkboek")
    assert "niet te lezen" in waarom_niet(pad)


@pytest.fixture(scope="module")
def voorbeeld(voorbeelddossiers: Path) -> Path:
    return voorbeelddossiers


def controleer(voorbeeld: Path, pad: Path, *extra: str) -> int:
    return main(["controleer", str(voorbeeld), "--inrichting", "opvang2004", "--peildatum", "2026-09-20",
                 "--xlsx", str(pad), *extra])  # fmt: skip


def test_de_opdracht(voorbeeld: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "werklijst.xlsx"
    assert controleer(voorbeeld, pad, "--json", str(tmp_path / "r.json")) == 1
    assert f"De werklijst staat in {pad}." in capsys.readouterr().out.replace("\n", " ").replace("  ", " ")
    assert (tmp_path / "r.json").exists()
    vellen = load_workbook(pad)
    assert [(rij["Wie"], rij["Code"]) for rij in rijen(vellen["Werklijst"])] == [
        ("Ilse Kramer", "R11"),
        ("Noor van Dalen", "R09"),
        ("Noor van Dalen", "R41"),
        ("Ilse Kramer", "R30"),
    ]
    assert "Samira Oudkerk" not in teksten(vellen)
    assert controleer(voorbeeld, pad, "--met-namen", "--met-antwoorden") == 1
    assert "Samira Oudkerk" in teksten(load_workbook(pad))


def test_een_formulier_wordt_nooit_overschreven(
    voorbeeld: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = tmp_path / "w.xlsx"
    pad.write_bytes(next(voorbeeld.glob("P1/*.docx")).read_bytes())
    voor = pad.read_bytes()
    assert controleer(voorbeeld, pad) == 2
    assert "Kies een andere naam" in capsys.readouterr().err
    assert pad.read_bytes() == voor
    assert controleer(voorbeeld, tmp_path / "w.csv") == 2
    assert "eindigt op .xlsx" in capsys.readouterr().err
