"""What is wrong with a workbook is said with sheet and cell, all at once, and never with a trace."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from generator.bron import Bron, OngeldigeBron, lees_yaml
from generator.content import uitgangsmodellen
from generator.organisatie import controleer_organisatie, lees_organisatie
from generator.werkboek import lees_werkboek, schrijf_werkboek

MODEL = lees_yaml(uitgangsmodellen()["opvang2004"])
INHOUD = schrijf_werkboek(MODEL)


@pytest.fixture
def boek(tmp_path: Path) -> Path:
    pad = tmp_path / "inrichting.xlsx"
    pad.write_bytes(INHOUD)
    return pad


def bewerkt(boek: Path, *cellen: tuple[str, str, Any]) -> Path:
    """Put values in cells, as another program would."""
    werkmap = load_workbook(boek)
    for blad, cel, waarde in cellen:
        werkmap[blad][cel] = waarde
    werkmap.save(boek)
    return boek


def fouten_van(doe: Callable[[], Any]) -> list[str]:
    with pytest.raises(OngeldigeBron) as gevonden:
        doe()
    return [str(fout).partition(".xlsx, ")[2] or str(fout) for fout in gevonden.value.fouten]


def test_alle_fouten_met_blad_en_cel(boek: Path) -> None:
    bewerkt(
        boek,
        ("Fasen", "I4", "opmerking"), ("Leefgebieden", "C5", None), ("Taken", "A5", "aanmeldng"), ("Taken", "A6", None),
        ("Termijnen", "B5", "termijnen"), ("Rollen", "A5", "eerst"), ("Parameters", "B6", "=1+1"),
        ("Parameters", "A7", "parameters.minleeftijd"), ("Organisatie", "A8", "organisatie.naam"),
        ("Termen", "A6", "client"),
        ("Log", "J9", "losse tekst"), ("Formulieren", "A5", None), ("Instrumenten", "K4", "mijn kolom"),
        ("Instrumenten", "K5", "x"),
    )  # fmt: skip
    gevonden = "\n".join(fouten_van(lambda: lees_werkboek(boek)))
    for deel in (
        "blad ‘Parameters’, cel B6: Hier staat een formule.",
        "blad ‘Parameters’, cel A7: Het onderdeel ‘parameters.minleeftijd’ ken ik hier niet. Bedoelde je",
        "blad ‘Organisatie’, cel A8: Het onderdeel ‘organisatie.naam’ staat hier dubbel.",
        "blad ‘Rollen’, cel A5: Hier hoort een nummer",
        "blad ‘Taken’, cel A5: Op blad ‘Fasen’ staat geen rij met de sleutel ‘aanmeldng’. Bedoelde je ‘aanmelding’?",
        "blad ‘Taken’, rij 6: Hier is niet te zien waar deze rij bij hoort. Vul in: fase.",
        "blad ‘Termijnen’, cel B5: Kies bij ‘lijst’ uit: termijn, frequentie. Bedoelde je ‘termijn’?",
        "blad ‘Termen’, rij 6, termen.client: ‘client’ staat hier dubbel.",
        "blad ‘Log’, cel J9: Boven deze tekst staat geen kop.",
        "blad ‘Formulieren’, rij 5: Vul in de kolom ‘sleutel’ een sleutel in.",
        "blad ‘Instrumenten’, cel K4: De kolom ‘mijn kolom’ ken ik niet.",
    ):
        assert deel in gevonden
    assert "cel I4: De kolom ‘opmerking’ ken ik niet." in gevonden
    assert "blad ‘Fasen’, rij 4: De kolom ‘" in gevonden
    assert "’ is weg. Zet hem terug; leeg mag." in gevonden


def test_wat_de_controle_vindt_staat_bij_de_cel(boek: Path) -> None:
    bewerkt(
        boek, ("Leefgebieden", "D5", None), ("Fasen", "G6", "een poosje"), ("Taken", "D5", "niemand"),
        ("Parameters", "B11", "veel"), ("Organisatie", "B12", "misschien"), ("Termen", "C5", "{fout}"),
    )  # fmt: skip
    gevonden = "\n".join(fouten_van(lambda: controleer_organisatie(lees_werkboek(boek))))
    assert "blad ‘Leefgebieden’, rij 5, leefgebieden[1]: Hier ontbreekt ‘reikwijdte’." in gevonden
    assert "blad ‘Parameters’, cel B11, parameters." in gevonden
    assert "blad ‘Organisatie’, cel B12, organisatie." in gevonden
    bewerkt(boek, ("Leefgebieden", "D5", "x"), ("Parameters", "B11", None), ("Organisatie", "B12", "ja"))
    gevonden = "\n".join(fouten_van(lambda: controleer_organisatie(lees_werkboek(boek))))
    assert "blad ‘Fasen’, cel G6, fasen[2].duur: De duur ‘een poosje’ begrijp ik niet." in gevonden
    assert "blad ‘Taken’, cel D5, fasen[1].taken[1].wie[1]: De rol ‘niemand’ staat niet in de lijst" in gevonden
    assert "blad ‘Termen’, cel C5, termen.client.meervoud: {fout} verwijst nergens naar." in gevonden


def test_wat_excel_ervan_maakt(boek: Path) -> None:
    from datetime import date, datetime

    bewerkt(
        boek, ("Log", "B5", date(2026, 11, 21)), ("Parameters", "B11", 21.0), ("Organisatie", "B12", True),
        ("Organisatie", "B7", 2026), ("Log", "C5", datetime(2026, 11, 21, 9, 30)), ("Leefgebieden", "C5", "a\r\nb"),
        ("Log", "B12", "   "),
    )  # fmt: skip
    gegevens = lees_werkboek(boek).gegevens
    assert gegevens["handleiding"]["log"][0]["datum"] == "2026-11-21"
    assert gegevens["handleiding"]["log"][0]["aanpassing"] == "2026-11-21T09:30:00"
    assert gegevens["organisatie"]["groepswonen"] == "ja"
    assert gegevens["organisatie"]["naam"] == "2026"
    assert gegevens["parameters"]["planning_max"] == 21
    assert gegevens["leefgebieden"][0]["naam"] == "a\nb"


def test_blad_weg_en_koppen_weg(boek: Path) -> None:
    werkmap = load_workbook(boek)
    del werkmap["Taken"]
    werkmap["Log"].delete_rows(1, 4)
    werkmap.save(boek)
    gevonden = "\n".join(fouten_van(lambda: lees_werkboek(boek)))
    assert "blad ‘Taken’: Het blad ‘Taken’ ontbreekt" in gevonden
    assert "blad ‘Log’: Het blad ‘Log’ ontbreekt, of de rij met koppen is weg." in gevonden


def test_volgorde_van_rijen(boek: Path) -> None:
    werkmap = load_workbook(boek)
    vel = werkmap["Leefgebieden"]
    was = [vel.cell(rij, 2).value for rij in range(5, 13)]
    vel["A5"], vel["A7"], vel["A12"] = 2.5, None, None
    vel.append([None, "erbij", "Erbij", "Onderaan."])
    werkmap.save(boek)
    nu = [deel["sleutel"] for deel in lees_werkboek(boek).gegevens["leefgebieden"]]
    assert nu == [was[1], was[2], was[0], *was[3:], "erbij"]


def test_fasen_houden_hun_volgorde_zonder_nummers(boek: Path) -> None:
    werkmap = load_workbook(boek)
    vel = werkmap["Fasen"]
    rijen = [[cel.value for cel in rij] for rij in vel.iter_rows(min_row=5, max_row=12)]
    for plek, rij in enumerate(sorted(rijen, key=lambda rij: str(rij[2])), 5):
        for kolom, waarde in enumerate([None, *rij[1:]], 1):
            vel.cell(plek, kolom).value = waarde
    werkmap.save(boek)
    assert lees_werkboek(boek).gegevens == MODEL.gegevens


@pytest.mark.parametrize(
    ("gegevens", "verwacht"),
    [
        ({"onbekend": 1}, "onbekend: De sleutel ‘onbekend’ ken ik hier niet."),
        ({"rollen": [{"taak": "x"}]}, "rollen[1].taak: De sleutel ‘taak’ ken ik hier niet. Bedoelde je"),
        ({"rollen": "geen"}, "rollen: Hier hoort een lijst"),
        ({"termen": []}, "termen: Hier horen sleutels met een waarde"),
        ({"organisatie": {"naam": 12}}, "organisatie.naam: Hier hoort tekst."),
        ({"organisatie": {"naam": ["a"]}}, "organisatie.naam: Hier hoort tekst of een getal"),
        ({"organisatie": {"naam": "a\x07"}}, "organisatie.naam: Hier staat een teken"),
        ({"organisatie": {"naam": "a" * 40_000}}, "organisatie.naam: Deze tekst is te lang voor een cel"),
        ({"organisatie": {"locaties": [1]}}, "organisatie.locaties: Hier hoort tekst."),
        ({"fasen": [{"taken": [{"wat": "x"}]}]}, "fasen[1]: Dit onderdeel heeft geen sleutel."),
        ({"fasen": [{"sleutel": "a", "taken": [{}]}, {"sleutel": "a"}]}, "fasen[1].sleutel: De sleutel ‘a’ staat er"),
        ([], "Dit bestand is leeg of geen inrichting."),
    ],
)  # fmt: skip
def test_wat_een_werkboek_niet_kan_houden(gegevens: Any, verwacht: str) -> None:
    assert verwacht in fouten_van(lambda: schrijf_werkboek(Bron("x.yaml", gegevens, {})))[0]


def test_tekst_wordt_geen_formule(tmp_path: Path) -> None:
    gegevens = {"organisatie": {"naam": '=HYPERLINK("http://x")', "eigenaar": "@SUM(A1)", "bewaarplaats": "-2+3"}}
    pad = tmp_path / "x.xlsx"
    pad.write_bytes(schrijf_werkboek(Bron("x.yaml", gegevens, {})))
    with zipfile.ZipFile(pad) as pakket:
        bladen = [pakket.read(naam) for naam in pakket.namelist() if naam.startswith("xl/worksheets/sheet")]
    assert not [blad for blad in bladen if b"<f>" in blad]
    assert lees_werkboek(pad).gegevens == gegevens


# --------------------------------------------------------------------------
# Files that are not opened


def zip_met(delen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, inhoud in delen.items():
            pakket.writestr(naam, inhoud)
    return uit.getvalue()


def vervangen(naam: str, was: bytes, wordt: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(INHOUD)) as pakket:
        delen = {deel: pakket.read(deel) for deel in pakket.namelist()}
    assert was in delen[naam]
    return zip_met(delen | {naam: delen[naam].replace(was, wordt, 1)})


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
KERN = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}
SPREADSHEETML = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (b"", "is leeg"),
        (b"geen werkboek", "geen Excel-werkmap"),
        (OLE, "oude soort (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (zip_met({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "(.ods). Open het"),
        (zip_met({"xl/workbook.bin": b""}), "(.xlsb)"),
        (zip_met({"word/document.xml": b""}), "geen Excel-werkmap"),
        (zip_met(KERN | {"xl/x.xml": b"<!DOCTYPE x>"}), "DOCTYPE"),
        (zip_met(KERN | {"xl/x.xml": "<!DOCTYPE x>".encode("utf-16")}), "DOCTYPE"),
        (zip_met(KERN | {f"xl/{nr}.xml": b"" for nr in range(600)}), "veel te groot"),
        (zip_met(KERN | {"xl/x.xml": b" " * 50_000_000}), "veel te groot"),
        (zip_met(KERN | {"xl/x.xml": b"<c/>" * 300_001}), "veel te veel cellen"),
        (INHOUD[:-300], "beschadigd"),
        (INHOUD[:2000] + bytes(500) + INHOUD[2500:], "beschadigd"),
        (zip_met(KERN), "niet te lezen"),
        (vervangen("xl/workbook.xml", SPREADSHEETML, b"http://purl.oclc.org/ooxml/spreadsheetml/main"), "Strict"),
    ],
)
def test_geweigerd_met_reden(inhoud: bytes, verwacht: str, tmp_path: Path) -> None:
    pad = tmp_path / "inrichting.xlsx"
    pad.write_bytes(inhoud)
    (fout,) = fouten_van(lambda: lees_werkboek(pad))
    assert verwacht in fout


def test_geen_werkboek_van_ons(tmp_path: Path) -> None:
    pad = tmp_path / "begroting.xlsx"
    Workbook().save(pad)
    (fout,) = fouten_van(lambda: lees_werkboek(pad))
    assert "geen werkboek van achtfasen" in fout


@pytest.mark.parametrize("naam", ["er_niet.xlsx", "map.xlsx", "oud.xls", "open.ods"])
def test_niet_te_openen(naam: str, tmp_path: Path) -> None:
    (tmp_path / "map.xlsx").mkdir()
    (tmp_path / "oud.xls").write_bytes(OLE)
    (tmp_path / "open.ods").write_bytes(zip_met({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}))
    assert len(fouten_van(lambda: lees_organisatie(str(tmp_path / naam)))) == 1


def test_verre_cel_en_grote_samenvoeging(boek: Path) -> None:
    """Neither a cell in the last corner nor a merged sheet takes time or memory."""
    inhoud = vervangen(
        "xl/worksheets/sheet2.xml", b"</sheetData>",
        b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>'
        b'<mergeCells><mergeCell ref="F20:XFD1048576"/></mergeCells>',
    )  # fmt: skip
    boek.write_bytes(inhoud)
    assert lees_werkboek(boek).gegevens == MODEL.gegevens
