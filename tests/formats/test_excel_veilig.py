"""What came from outside as a workbook: bounded, without trust, refused with the reason and the remedy."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from excelblad import Boekje, Werk, delen_van, maak_werk, wijzig
from hypothesis import given
from hypothesis import strategies as st
from invullen import codes, geweigerd, volle_antwoorden

from generator.formats import LEESMELDINGEN, is_ingevuld
from generator.formats.delen import schrijf_delen
from generator.formats.excel import formaat as excel
from generator.formats.excel.namen import S, s
from generator.formats.opmerking import Opmerking

PLAN = "begeleidingsplan"
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(scope="module")
def werk() -> Werk:
    """The forms of opvang2004."""
    return maak_werk("opvang2004")


@pytest.fixture(scope="module")
def goed(werk: Werk) -> bytes:
    """A filled form."""
    return werk.vol(PLAN)


def zip_van(delen: Mapping[str, bytes], manier: int = zipfile.ZIP_DEFLATED) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", manier) as pakket:
        for naam, deel in delen.items():
            pakket.writestr(naam, deel)
    return uit.getvalue()


def met_blad(goed: bytes, xml: bytes) -> bytes:
    return schrijf_delen(delen_van(goed) | {"xl/worksheets/sheet1.xml": xml})


def blad(cellen: str) -> bytes:
    return f'<worksheet xmlns="{S}"><sheetData>{cellen}</sheetData></worksheet>'.encode()


def test_elke_weigercode_van_excel_heeft_een_test() -> None:
    """L57 is about filling in: `test_excel_schade`."""
    van_excel = {code for code, regel in LEESMELDINGEN.items() if regel.weigert and "L53" <= code <= "L58"}
    assert van_excel == {"L53", "L54", "L55", "L56", "L57"}


@pytest.mark.parametrize(
    ("inhoud", "naam", "code"),
    [
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "x.xlsx", "L53"),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "x.xls", "L54"),
        (zip_van({"mimetype": ODS, "content.xml": b"<a/>"}), "x.ods", "L55"),
        (zip_van({"mimetype": ODS, "content.xml": b"<a/>"}, zipfile.ZIP_STORED), "x.xlsx", "L55"),
        (b"", "x.xlsx", "L41"),
        (b"geen zip", "x.xlsx", "L41"),
        (zip_van({"xl/workbook.xml": b"<a/>"}), "x.xlsx", "L41"),
    ],
    ids=["wachtwoord", "xls", "ods", "ods-xlsx", "leeg", "tekst", "half"],
)
def test_wat_geen_werkboek_is(werk: Werk, inhoud: bytes, naam: str, code: str) -> None:
    bestand = geweigerd(werk.lezer, inhoud, naam)
    assert bestand.code == code


def test_xlsb(werk: Werk, goed: bytes) -> None:
    delen = delen_van(goed)
    delen["_rels/.rels"] = delen["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/workbook.bin")
    assert geweigerd(werk.lezer, schrijf_delen(delen), "x.xlsb").code == "L56"


def test_ander_werkboek_is_geen_formulier(werk: Werk) -> None:
    from xlsxwriter import Workbook

    uit = io.BytesIO()
    boek = Workbook(uit, {"in_memory": True})
    boek.add_worksheet("Kas").write_string(0, 0, "saldo")
    boek.close()
    assert geweigerd(werk.lezer, uit.getvalue(), "kas.xlsx").code == "L46"


def test_eigen_werk_van_achtfasen_wordt_overgeslagen(werk: Werk) -> None:
    """A workbook of an inrichting, or a worklist, may lie among the forms."""
    from generator.bron import lees_yaml
    from generator.content import uitgangsmodellen
    from generator.werkboek import schrijf_werkboek

    inhoud = schrijf_werkboek(lees_yaml(uitgangsmodellen()["opvang2004"]))
    bestand = werk.lezer.lees_inhoud(Path("inrichting.xlsx"), inhoud)
    assert (bestand.status, bestand.code) == ("overgeslagen", "")
    assert bestand.reden == "Dit is een brief, lijst of werkboek van achtfasen, geen formulier."


@pytest.mark.parametrize(
    "deel", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "docProps/core.xml"]
)
def test_doctype(werk: Werk, goed: bytes, deel: str) -> None:
    slecht = wijzig(goed, deel, lambda t: t.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1))
    assert geweigerd(werk.lezer, slecht).code == "L45"


def test_bom_van_een_blad(werk: Werk, goed: bytes) -> None:
    """One megabyte that becomes more than sixty."""
    assert geweigerd(werk.lezer, met_blad(goed, blad("<row/>" * 11_000_000))).code == "L42"


def test_miljoenen_teksten(werk: Werk, goed: bytes) -> None:
    delen = delen_van(goed) | {"xl/sharedStrings.xml": f'<sst xmlns="{S}">{"<si/>" * 4_000_000}</sst>'.encode()}
    assert geweigerd(werk.lezer, schrijf_delen(delen)).code == "L42"


def test_een_verre_cel(werk: Werk, goed: bytes) -> None:
    """Far away is not large: it is kept as text beside the form."""
    boek = Boekje(goed)
    boek.zet_op("Formulier", "XFD1048576", "ver weg")
    gelezen = werk.lees(boek.inhoud())
    assert gelezen.waarden == volle_antwoorden(werk.formulieren[PLAN])
    assert codes(gelezen) == ["L15"]


def test_naam_over_een_hele_kolom(werk: Werk, goed: bytes) -> None:
    boek = Boekje(goed)
    boek.namen(lambda naam, doel: doel.replace("$13", "$1048576") if naam.startswith("af_doelen__") else doel)
    gelezen = werk.lees(boek.inhoud())
    assert gelezen.waarden == volle_antwoorden(werk.formulieren[PLAN])
    boek.namen(lambda naam, doel: "'Formulier'!$A$1:$XFD$1048576" if naam == "af_einddoel" else doel)
    gelezen = werk.lees(boek.inhoud())
    assert gelezen.waarden == volle_antwoorden(werk.formulieren[PLAN])


def test_gedeelde_tekst_die_er_niet_is(werk: Werk, goed: bytes) -> None:
    boek = Boekje(goed)
    boek.zet("einddoel", "99999", "s")
    boek.zet("plan_datum", "-1", "s")
    gelezen = werk.lees(boek.inhoud())
    assert "einddoel" not in gelezen.waarden


@pytest.mark.parametrize("weg", ["xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml", "docProps/app.xml"])
def test_onderdeel_weg(werk: Werk, goed: bytes, weg: str) -> None:
    delen = delen_van(goed)
    del delen[weg]
    bestand = werk.lezer.lees_inhoud(Path("x.xlsx"), schrijf_delen(delen))
    assert bestand.status == "gelezen"


def test_blad_zonder_deel(werk: Werk, goed: bytes) -> None:
    delen = delen_van(goed)
    del delen["xl/worksheets/sheet1.xml"]
    gelezen = werk.lees(schrijf_delen(delen))
    assert "einddoel" in gelezen.niet_gevonden


def test_omgevallen_bits(werk: Werk, goed: bytes) -> None:
    @given(zaad=st.integers(0, 2**32), aantal=st.sampled_from([1, 1, 2, 5, 20, 200]))
    def geeft_een_bestand(zaad: int, aantal: int) -> None:
        toeval = random.Random(zaad)
        stuk = bytearray(goed)
        for _ in range(aantal):
            stuk[toeval.randrange(len(stuk))] ^= 1 << toeval.randrange(8)
        bestand = werk.lezer.lees_inhoud(Path("x.xlsx"), bytes(stuk))
        assert bestand.status in ("gelezen", "geweigerd")

    geeft_een_bestand()


def test_verminkte_xml_geeft_nooit_een_stille_fout(werk: Werk, goed: bytes) -> None:
    """Letters in a part are changed: it is read or refused, and never falls over."""
    delen = delen_van(goed)

    @given(zaad=st.integers(0, 2**32), deel=st.sampled_from(sorted(n for n in delen if n.endswith(".xml"))))
    def nooit(zaad: int, deel: str) -> None:
        toeval = random.Random(zaad)
        stuk = bytearray(delen[deel])
        for _ in range(toeval.choice([1, 3, 30])):
            stuk[toeval.randrange(len(stuk))] = toeval.choice(b'<>&"/ =09azAZ')
        bestand = werk.lezer.lees_inhoud(Path("x.xlsx"), schrijf_delen(delen | {deel: bytes(stuk)}))
        assert bestand.status in ("gelezen", "geweigerd", "overgeslagen")

    nooit()


# -- formulas


@pytest.mark.parametrize(
    "tekst", ["=1+1", "+31 6 12", "-5", "@SOM(A1)", '=HYPERLINK("http://x")', "{=1}", "http://x.nl"]
)
def test_geen_antwoord_wordt_een_formule_of_koppeling(werk: Werk, tekst: str) -> None:
    inhoud = werk.gevuld(PLAN, {"einddoel": tekst, "doelen": ({"doel": tekst},)})
    for naam, deel in delen_van(inhoud).items():
        if naam.startswith("xl/worksheets/sheet"):
            assert b"<f" not in deel.replace(b"<formula", b"")
    assert b"http://x" not in b"".join(d for n, d in delen_van(inhoud).items() if n.endswith(".rels"))
    assert werk.lees(inhoud).waarden == {"einddoel": tekst, "doelen": ({"doel": tekst},)}


def test_tekstvakken_zijn_tekst(werk: Werk) -> None:
    """Format ``@``: Excel leaves what is typed alone."""
    boek = Boekje(werk.blanco(PLAN))
    stijlen = Boekje(werk.blanco(PLAN)).delen["xl/styles.xml"]
    from generator.formats.excel.boek import ontleed_deel

    xfs = ontleed_deel(stijlen).find(s("cellXfs"))
    assert xfs is not None
    vormen = {naam: xfs[int(boek.cel(*boek.waar(naam)).get("s") or 0)].get("numFmtId") for naam in
              ("af_einddoel", "af_dossier_nr", "af_doelen__doel", "af_ingevuld_rol")}  # fmt: skip
    assert set(vormen.values()) == {"49"}


# -- who wrote in it


def test_heeft_antwoorden(werk: Werk, tmp_path: Path) -> None:
    for nr, (inhoud, verwacht) in enumerate([
        (werk.blanco(PLAN), False),
        (werk.gevuld(PLAN, {"einddoel": "x"}), True),
        (werk.gevuld(PLAN, {"doelen": ({"doel": "x"},)}), True),
        (werk.gevuld(PLAN, {}, "D-1"), True),
        (werk.blanco("checklist_opstart"), False),
        (werk.gevuld("checklist_opstart", {}), False),
    ]):  # fmt: skip
        pad = tmp_path / f"{nr}.xlsx"
        pad.write_bytes(inhoud)
        assert is_ingevuld(pad) is verwacht
        assert excel.heeft_antwoorden(inhoud) is verwacht


def test_herken(werk: Werk, goed: bytes) -> None:
    wie = excel.herken(goed)
    assert (wie.identiteit.formulier, wie.identiteit.dossier, wie.identiteit.cyclus) == (PLAN, "D-0042", "2")
    assert wie.gevonden >= 4
    assert wie.regel_klopt


def test_lange_identiteit_past_niet_in_de_voet_en_is_er_toch(werk: Werk) -> None:
    dossier = "D" * 250
    gelezen = werk.lees(werk.gevuld(PLAN, {}, dossier, 1))
    assert (gelezen.dossier, codes(gelezen)) == (dossier, [])


@pytest.mark.parametrize("dossier", ["D&D", "A & B", "&L&7 x", "D<1>", "–", "é/ç", "_x0041_"])
def test_elk_dossiernummer(werk: Werk, dossier: str) -> None:
    gelezen = werk.lees(werk.gevuld(PLAN, {}, dossier, 1))
    assert codes(gelezen) == []
    assert gelezen.dossier == dossier


def test_opmerkingen_weigeren_wat_niet_te_openen_is(werk: Werk) -> None:
    from generator.formats import Geweigerd

    plan = werk.lezer.plan(PLAN)
    with pytest.raises(Geweigerd):
        excel.zet_opmerkingen(b"geen zip", plan, [Opmerking(sleutel="", alineas=("x",))], date(2026, 3, 1))
