"""Files that must not be opened, or can't be: each refused with its own code and a Dutch sentence."""

from __future__ import annotations

import io
import os
import random
import stat
import struct
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from invullen import codes, geweigerd, lees, vol_bestand
from schade import delen_van, ingepakt, vervang, weg

from generator.formats import LEESMELDINGEN, Geweigerd, Lezer, herken, lees_bestand
from generator.formats.veilig import MAX_BESTAND, MAX_DELEN, MAX_UITGEPAKT, Pakket, lees_bytes, ontleed
from generator.handboek import maak_handleiding
from generator.model import Formulier, Inrichting

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows kent dit soort bestanden niet")
SOORTEN = ["x.odt", "x.rtf", "x.jpg", "x", "x.msg"]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.fixture(scope="module")
def goed(formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes]) -> bytes:
    """A filled form that can be read."""
    return vol_bestand(formulieren["evaluatie"], blanco)


def met_soort(inhoud: bytes, soort: str) -> bytes:
    """Return the document with another content type for its main part."""
    gewoon = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return vervang(inhoud, "[Content_Types].xml", gewoon, soort)


def met_vlag(inhoud: bytes, vlag: int) -> bytes:
    """Return the zip with a general purpose flag set on every entry."""
    uit = bytearray(inhoud)
    for merk, plek in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        vanaf = 0
        while (vanaf := inhoud.find(merk, vanaf)) >= 0:
            (oud,) = struct.unpack_from("<H", uit, vanaf + plek)
            struct.pack_into("<H", uit, vanaf + plek, oud | vlag)
            vanaf += 4
    return bytes(uit)


def met_hoofddeel(inhoud: bytes, xml: bytes) -> bytes:
    """Return the document with other XML as its main part."""
    return ingepakt(delen_van(inhoud) | {"word/document.xml": xml})


def zip_van(delen: Mapping[str, bytes]) -> bytes:
    return ingepakt(dict(delen))


# -- other kinds of file


@pytest.mark.parametrize(
    ("naam", "code"),
    [("oud.doc", "L40"), ("x.docx", "L40"), ("x.DOCX", "L40"), ("x.docm", "L40")],
)
def test_wachtwoord_of_oud_doc(lezer: Lezer, naam: str, code: str) -> None:
    assert geweigerd(lezer, OLE, naam).code == code


@pytest.mark.parametrize("naam", SOORTEN)
@pytest.mark.parametrize("inhoud", [b"{\\rtf1}", b"tekst"])
def test_ander_soort_bestand(lezer: Lezer, naam: str, inhoud: bytes) -> None:
    bestand = geweigerd(lezer, inhoud, naam)
    assert bestand.code == "L47"
    assert naam.partition(".")[2] in (bestand.reden or "")


@pytest.mark.parametrize("hoe", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_een_zip_met_formulieren_moet_uitgepakt(lezer: Lezer, goed: bytes, hoe: int) -> None:
    """Such a file is not broken: nobody has to repair it."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", hoe) as pakket:
        pakket.writestr("a.docx", goed)
        pakket.writestr("b.docx", goed)
    bestand = geweigerd(lezer, uit.getvalue(), "Formulieren.ZIP")
    assert bestand.code == "L47"
    assert "zip-bestand. Pak het uit" in (bestand.reden or "")


@pytest.mark.parametrize(
    "naam", ["x.txt", "x.TXT", "lijst.csv", "rapport.json", "rapport.html", "inrichting.yaml", "x.log"]
)
@pytest.mark.parametrize("inhoud", [b"", b"tekst", b"%PDF-1.7"])
def test_wat_nooit_een_formulier_is_wordt_overgeslagen_met_reden(lezer: Lezer, naam: str, inhoud: bytes) -> None:
    bestand = lezer.lees_inhoud(Path(naam), inhoud)
    soort = naam.partition(".")[2].lower()
    assert (bestand.status, bestand.reden, bestand.invulling) == (
        "overgeslagen",
        f"Dit is geen formulier ({soort}).",
        None,
    )


@pytest.mark.parametrize(
    "naam", ["x", "x.zip", "x.docx.bak", "x.DOCX", "x.tmp", "x.xlsx", "x.xlsm", "x.pdf", "x.odt", "x.ods", "x.pptx"]
)
def test_formulier_met_een_andere_naam_wordt_gelezen(lezer: Lezer, goed: bytes, naam: str) -> None:
    assert lees(lezer, goed, naam).formulier == "evaluatie"


@pytest.mark.parametrize(
    ("soort", "naam", "code"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "x.docm", "L43"),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "x.docx", "L43"),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "x.dotm", "L43"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "x.dotx", "L44"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "x.docx", "L44"),
    ],
)
def test_macros_en_sjablonen(lezer: Lezer, goed: bytes, soort: str, naam: str, code: str) -> None:
    assert geweigerd(lezer, met_soort(goed, soort), naam).code == code


def test_macro_die_zich_niet_meldt(lezer: Lezer, goed: bytes) -> None:
    assert geweigerd(lezer, ingepakt(delen_van(goed) | {"word/vbaProject.bin": OLE})).code == "L43"


def test_macro_onder_een_andere_naam(lezer: Lezer, goed: bytes) -> None:
    delen = delen_van(goed) | {"word/x.bin": OLE}
    override = b'<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(b"</Types>", override)
    assert geweigerd(lezer, ingepakt(delen)).code == "L43"


def test_presentatie_in_een_docx(lezer: Lezer, goed: bytes) -> None:
    delen = delen_van(goed)
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(b"wordprocessingml", b"presentationml")
    assert geweigerd(lezer, ingepakt(delen)).code == "L46"


# -- damaged


@pytest.mark.parametrize("inhoud", [b"", b"PK", b"PK\x03\x04", b"geen zip", b"PK\x05\x06" + bytes(18), bytes(1000)])
def test_geen_zip(lezer: Lezer, inhoud: bytes) -> None:
    assert geweigerd(lezer, inhoud).code == "L41"


@pytest.mark.parametrize("deel", [0.1, 0.5, 0.9, 0.999])
def test_afgebroken_bestand(lezer: Lezer, goed: bytes, deel: float) -> None:
    assert geweigerd(lezer, goed[: int(len(goed) * deel)]).code == "L41"


def test_controlesom_klopt_niet(lezer: Lezer, goed: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(goed)) as pakket:
        som = struct.pack("<L", pakket.getinfo("word/document.xml").CRC)
    assert geweigerd(lezer, goed.replace(som, b"\x00\x11\x22\x33")).code == "L41"


@pytest.mark.parametrize("deel", ["_rels/.rels", "word/document.xml"])
def test_onmisbaar_deel_ontbreekt(lezer: Lezer, goed: bytes, deel: str) -> None:
    delen = delen_van(goed)
    del delen[deel]
    assert geweigerd(lezer, ingepakt(delen)).code == "L41"


def test_zonder_inhoudssoorten(lezer: Lezer, goed: bytes) -> None:
    delen = delen_van(goed)
    del delen["[Content_Types].xml"]
    assert geweigerd(lezer, ingepakt(delen)).code == "L46"


def test_gewone_zip(lezer: Lezer) -> None:
    assert geweigerd(lezer, zip_van({"foto.jpg": b"x"})).code == "L41"


@pytest.mark.parametrize("xml", [b"", b"geen xml", b"<w:document", b"<a/>x", b"\xff\xfe\x00", b"<a>\xff</a>"])
@pytest.mark.parametrize(
    "deel", ["word/document.xml", "_rels/.rels", "word/_rels/document.xml.rels", "docProps/custom.xml"]
)
def test_verminkte_xml(lezer: Lezer, goed: bytes, deel: str, xml: bytes) -> None:
    assert geweigerd(lezer, ingepakt(delen_van(goed) | {deel: xml})).code == "L41"


@pytest.mark.parametrize("xml", [b"<a/>", b"<w:document xmlns:w='urn:x'><w:body/></w:document>"])
def test_andere_xml(lezer: Lezer, goed: bytes, xml: bytes) -> None:
    bestand = lezer.lees_inhoud(Path("x.docx"), met_hoofddeel(goed, xml))
    assert (bestand.status, bestand.code) in {("geweigerd", "L41"), ("geweigerd", "L46"), ("gelezen", "")}
    if bestand.invulling:
        assert bestand.invulling.waarden == {}
        assert set(codes(bestand.invulling)) == {"L09"}


def test_leeg_lichaam(lezer: Lezer, goed: bytes) -> None:
    xml = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
    gelezen = lees(lezer, met_hoofddeel(goed, xml))
    assert gelezen.waarden == {}
    assert set(codes(gelezen)) == {"L09"}


# -- unsafe

BOM = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><d>&c;</d>"""
XXE = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>"""
EXTERN = b"""<?xml version="1.0"?><!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd"><d/>"""


@pytest.mark.parametrize("xml", [BOM, XXE, EXTERN], ids=["bom", "xxe", "extern"])
@pytest.mark.parametrize(
    "deel",
    [
        "word/document.xml",
        "word/footer1.xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "docProps/custom.xml",
        "docProps/core.xml",
        "[Content_Types].xml",
    ],
)
def test_dtd(lezer: Lezer, goed: bytes, deel: str, xml: bytes) -> None:
    assert geweigerd(lezer, ingepakt(delen_van(goed) | {deel: xml})).code == "L45"


@pytest.mark.parametrize("codering", ["utf-16", "utf-16-le", "utf-16-be"])
def test_dtd_in_utf16(lezer: Lezer, goed: bytes, codering: str) -> None:
    xml = BOM.decode().replace('version="1.0"', 'version="1.0" encoding="utf-16"').encode(codering)
    assert geweigerd(lezer, met_hoofddeel(goed, xml)).code == "L45"


@pytest.mark.parametrize("codering", ["utf-32", "utf-7", "cp037", "cp1026"])
def test_dtd_in_een_vreemde_codering_wordt_nooit_uitgevoerd(lezer: Lezer, goed: bytes, codering: str) -> None:
    xml = XXE.decode().replace('version="1.0"', f'version="1.0" encoding="{codering}"').encode(codering)
    bestand = lezer.lees_inhoud(Path("x.docx"), met_hoofddeel(goed, xml))
    assert "root:" not in repr(bestand)
    if bestand.status == "geweigerd":
        assert bestand.code in {"L41", "L45", "L46"}


def test_ontleder_vult_geen_entiteiten_in(tmp_path: Path) -> None:
    geheim = tmp_path / "geheim.txt"
    geheim.write_text("wachtwoord")
    xml = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{geheim.as_uri()}">]><d>&x;</d>'.encode()
    assert "wachtwoord" not in "".join(map(str, ontleed(xml).itertext()))


def test_diep_genest(lezer: Lezer, goed: bytes) -> None:
    assert geweigerd(lezer, met_hoofddeel(goed, b"<a>" * 5_000 + b"</a>" * 5_000)).code == "L41"


def test_net_niet_te_diep_genest(lezer: Lezer, goed: bytes) -> None:
    """As deep as the parser allows: our own walk must not run out of stack either."""
    w = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    diep = b"<w:smartTag>" * 240 + b"<w:r><w:t>x</w:t></w:r>" + b"</w:smartTag>" * 240
    xml = b'<w:document xmlns:w="' + w + b'"><w:body><w:p>' + diep + b"</w:p></w:body></w:document>"
    assert lees(lezer, met_hoofddeel(goed, xml)).waarden == {}


def test_bom_van_uitgepakte_bytes(lezer: Lezer, goed: bytes) -> None:
    bom = met_hoofddeel(goed, b"<d>" + b" " * (MAX_UITGEPAKT + 1) + b"</d>")
    assert len(bom) < 200_000
    bestand = geweigerd(lezer, bom)
    assert bestand.code == "L42"


def test_bom_die_over_zijn_omvang_liegt(lezer: Lezer, goed: bytes) -> None:
    """The directory says it is small; what comes out is not."""
    xml = b"<d>" + b" " * (MAX_UITGEPAKT + 1) + b"</d>"
    bom = bytearray(met_hoofddeel(goed, xml))
    omvang = struct.pack("<L", len(xml))
    for _ in range(2):
        plek = bom.find(omvang)
        assert plek > 0
        bom[plek : plek + 4] = struct.pack("<L", 100)
    assert geweigerd(lezer, bytes(bom)).code in {"L41", "L42"}


def test_bom_in_een_deel_dat_we_niet_nodig_hebben_deert_niet(lezer: Lezer, goed: bytes) -> None:
    bom = ingepakt(delen_van(goed) | {"word/media/x.bmp": bytes(MAX_UITGEPAKT + 1)})
    assert lees(lezer, bom).formulier == "evaluatie"


def test_samen_te_groot(lezer: Lezer, goed: bytes) -> None:
    """No part is too large by itself; together they are."""
    vulling = b" " * (MAX_UITGEPAKT // 2)
    delen = delen_van(goed)
    for naam in ("[Content_Types].xml", "docProps/app.xml"):
        delen[naam] += vulling
    assert geweigerd(lezer, ingepakt(delen)).code == "L42"


def test_te_veel_onderdelen(lezer: Lezer, goed: bytes) -> None:
    delen = delen_van(goed) | {f"x/{nr}": b"" for nr in range(MAX_DELEN)}
    assert geweigerd(lezer, ingepakt(delen)).code == "L42"


def test_veel_lege_alineas_zijn_geen_bezwaar(lezer: Lezer, goed: bytes) -> None:
    veel = b"<w:p/>" * 100_000 + b"</w:body>"
    inhoud = met_hoofddeel(goed, delen_van(goed)["word/document.xml"].replace(b"</w:body>", veel))
    assert codes(lees(lezer, inhoud)) == []


def test_versleutelde_zip(lezer: Lezer, goed: bytes) -> None:
    assert geweigerd(lezer, met_vlag(goed, 0x1)).code == "L40"


def test_onbekende_manier_van_inpakken(lezer: Lezer, goed: bytes) -> None:
    anders = bytearray(goed)
    for merk, plek in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        vanaf = 0
        while (vanaf := goed.find(merk, vanaf)) >= 0:
            struct.pack_into("<H", anders, vanaf + plek, 97)
            vanaf += 4
    assert geweigerd(lezer, bytes(anders)).code == "L41"


@pytest.mark.parametrize("doel", ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://voorbeeld.nl/x"])
def test_verwijzing_naar_buiten_wordt_niet_gevolgd(lezer: Lezer, goed: bytes, doel: str) -> None:
    assert geweigerd(lezer, vervang(goed, "_rels/.rels", "word/document.xml", doel)).code == "L41"


@pytest.mark.parametrize("doel", ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd"])
def test_voettekst_van_buiten_wordt_niet_gevolgd(lezer: Lezer, goed: bytes, doel: str) -> None:
    inhoud = vervang(goed, "word/_rels/document.xml.rels", '"footer1.xml"', f'"{doel}"')
    gelezen = lees(lezer, inhoud)
    assert codes(gelezen) == []
    assert "root:" not in repr(gelezen)


def test_twee_onderdelen_met_dezelfde_naam(lezer: Lezer, goed: bytes) -> None:
    """Which of the two Word shows is not ours to guess; no answer may come out of thin air."""
    uit = io.BytesIO(goed)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(uit, "a") as pakket:
        pakket.writestr("word/document.xml", delen_van(goed)["word/document.xml"])
    assert lezer.lees_inhoud(Path("x.docx"), uit.getvalue()).status in {"gelezen", "geweigerd"}


# -- not this organisation's


def test_geen_formulier(lezer: Lezer, goed: bytes) -> None:
    w = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    brief = b'<w:document xmlns:w="' + w + b'"><w:body><w:p><w:r><w:t>Beste Sam</w:t></w:r></w:p></w:body></w:document>'
    inhoud = weg("docProps/custom.xml", "docProps/core.xml", "word/footer1.xml")(met_hoofddeel(goed, brief))
    assert geweigerd(lezer, inhoud).code == "L46"


def test_formulier_niet_in_gebruik(formulieren: Mapping[str, Formulier], goed: bytes) -> None:
    zonder = {sleutel: formulier for sleutel, formulier in formulieren.items() if sleutel != "evaluatie"}
    bestand = geweigerd(Lezer(zonder), goed)
    assert bestand.code == "L50"
    assert "evaluatie" in (bestand.reden or "")


# -- on disk


def test_van_schijf_en_uit_het_geheugen_is_gelijk(
    lezer: Lezer, formulieren: Mapping[str, Formulier], goed: bytes, tmp_path: Path
) -> None:
    pad = tmp_path / "een map" / "évaluatie.docx"
    pad.parent.mkdir()
    pad.write_bytes(goed)
    assert lezer.lees(pad) == lezer.lees_inhoud(pad, goed) == lees_bestand(pad, formulieren)
    assert herken(pad).identiteit.formulier == "evaluatie"
    assert pad.read_bytes() == goed


@posix
def test_fifo(lezer: Lezer, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.docx")
    assert lezer.lees(tmp_path / "x.docx").code == "L48"


@posix
def test_koppeling_naar_dev_zero(lezer: Lezer, tmp_path: Path) -> None:
    (tmp_path / "x.docx").symlink_to("/dev/zero")
    assert lezer.lees(tmp_path / "x.docx").code == "L48"


@posix
def test_koppeling_in_een_kring(lezer: Lezer, tmp_path: Path) -> None:
    (tmp_path / "x.docx").symlink_to("x.docx")
    assert lezer.lees(tmp_path / "x.docx").code == "L48"


@posix
def test_koppeling_naar_een_formulier(lezer: Lezer, goed: bytes, tmp_path: Path) -> None:
    (tmp_path / "echt").write_bytes(goed)
    (tmp_path / "x.docx").symlink_to("echt")
    assert lezer.lees(tmp_path / "x.docx").status == "gelezen"


def test_map(lezer: Lezer, tmp_path: Path) -> None:
    assert lezer.lees(tmp_path).code == "L48"


def test_verdwenen(lezer: Lezer, tmp_path: Path) -> None:
    assert lezer.lees(tmp_path / "weg.docx").code == "L48"


@posix
def test_geen_recht(lezer: Lezer, goed: bytes, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root mag alles lezen")
    pad = tmp_path / "x.docx"
    pad.write_bytes(goed)
    pad.chmod(0)
    assert lezer.lees(pad).code == "L48"


def test_naam_met_nulteken(lezer: Lezer) -> None:
    assert lezer.lees(Path("x\0.docx")).code == "L48"


def test_te_groot_bestand(lezer: Lezer, tmp_path: Path) -> None:
    pad = tmp_path / "x.docx"
    with open(pad, "wb") as bestand:
        bestand.truncate(MAX_BESTAND + 1)
    bericht = lezer.lees(pad)
    assert bericht.code == "L42"
    assert "30 MB" in (bericht.reden or "")


@posix
def test_bestand_blijft_onaangeroerd(lezer: Lezer, goed: bytes, tmp_path: Path) -> None:
    pad = tmp_path / "x.docx"
    pad.write_bytes(goed)
    pad.chmod(0o444)
    voor = pad.stat()
    lezer.lees(pad)
    na = pad.stat()
    assert (na.st_mtime_ns, na.st_size, stat.S_IMODE(na.st_mode)) == (voor.st_mtime_ns, voor.st_size, 0o444)
    assert list(tmp_path.iterdir()) == [pad]


# -- anything at all


@pytest.mark.parametrize("naam", ["rapport.json", "notitie.txt", "lijst.csv", "inrichting.yaml"])
def test_wat_geen_formulier_kan_zijn_wordt_overgeslagen(lezer: Lezer, naam: str) -> None:
    bestand = lezer.lees_inhoud(Path(naam), b"{}")
    assert (bestand.status, bool(bestand.reden), bestand.code) == ("overgeslagen", True, "")


def test_de_handleiding_is_geen_formulier(lezer: Lezer, tmp_path: Path, opvang: Inrichting) -> None:
    doel = tmp_path / "handleiding.docx"
    maak_handleiding(opvang, lezer.formulieren, doel)
    bestand = lezer.lees(doel)
    assert (bestand.status, bestand.reden) == ("overgeslagen", "Dit is de handleiding, geen formulier.")


def test_elke_weigercode_heeft_een_test_of_een_lezer_nodig() -> None:
    """Those of Excel (from L53) and of PDF (from L60) stand with their own tests."""
    weigeren = {code for code, regel in LEESMELDINGEN.items() if regel.weigert}
    excel = {"L53", "L54", "L55", "L56", "L57"}  # test_excel_veilig.py
    pdf = {"L60", "L61", "L62", "L63", "L64", "L65", "L68", "L69"}  # test_pdf_schade.py, test_pdf_maken.py
    gedeeld = {"L40", "L41", "L42", "L43", "L44", "L45", "L46", "L47", "L48", "L49", "L50", "L51", "L52"}
    assert weigeren == gedeeld | excel | pdf


def test_omgevallen_bits(lezer: Lezer, goed: bytes) -> None:
    @given(zaad=st.integers(0, 2**32), aantal=st.sampled_from([1, 1, 2, 5, 20, 200]))
    def geeft_een_bestand(zaad: int, aantal: int) -> None:
        toeval = random.Random(zaad)
        stuk = bytearray(goed)
        for _ in range(aantal):
            stuk[toeval.randrange(len(stuk))] ^= 1 << toeval.randrange(8)
        bestand = lezer.lees_inhoud(Path("x.docx"), bytes(stuk))
        assert bestand.status in {"gelezen", "geweigerd"}
        assert (bestand.status == "geweigerd") == bool(bestand.reden)

    for _ in range(20):
        geeft_een_bestand()


@pytest.mark.parametrize(
    "deel",
    [
        "word/document.xml",
        "word/footer1.xml",
        "docProps/custom.xml",
        "docProps/core.xml",
        "docProps/app.xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    ],
)
def test_omgevallen_bits_in_de_xml(lezer: Lezer, goed: bytes, deel: str) -> None:
    """Damage that the check sum of the zip does not give away."""
    delen = delen_van(goed)

    @given(zaad=st.integers(0, 2**32), aantal=st.sampled_from([1, 2, 5, 50]))
    def geeft_een_bestand(zaad: int, aantal: int) -> None:
        toeval = random.Random(zaad)
        stuk = bytearray(delen[deel])
        for _ in range(aantal):
            stuk[toeval.randrange(len(stuk))] = toeval.choice(b"<>/=\"' \x00az:09\xff&;")
        bestand = lezer.lees_inhoud(Path("x.docx"), ingepakt(delen | {deel: bytes(stuk)}))
        assert bestand.status in {"gelezen", "geweigerd"}

    geeft_een_bestand()


@pytest.mark.parametrize("naam", "w:tag w:val w:sdtContent w:sdtPr w:tc w:tr w:p w:tbl w:body".split())
def test_verhaspelde_bouw(lezer: Lezer, goed: bytes, naam: str) -> None:
    """Elements and attributes that are somewhere else than any program puts them."""
    xml = delen_van(goed)["word/document.xml"].decode()

    @given(zaad=st.integers(0, 2**32))
    def geeft_een_bestand(zaad: int) -> None:
        toeval = random.Random(zaad)
        ander = toeval.choice(["w:tag", "w:x", "w:sdt", "w:sdtContent", "w:p", "w:t", "w:tc", "w:tr", "w:tbl", "w:r"])
        anders = xml.replace(naam, ander) if naam != "w:val" else xml.replace("w:val=", f"{ander}=")
        bestand = lezer.lees_inhoud(Path("x.docx"), met_hoofddeel(goed, anders.encode()))
        assert bestand.status in {"gelezen", "geweigerd"}

    geeft_een_bestand()


@given(inhoud=st.binary(max_size=300))
@example(b"PK\x03\x04")
def test_willekeurige_bytes(inhoud: bytes) -> None:
    assert Lezer({}).lees_inhoud(Path("x.docx"), inhoud).status == "geweigerd"


@given(inhoud=st.binary(max_size=300))
def test_pakket_geeft_nooit_een_andere_fout(inhoud: bytes) -> None:
    with pytest.raises(Geweigerd) as geweigerd_met:
        Pakket(b"PK\x03\x04" + inhoud)
    assert geweigerd_met.value.code in {"L41", "L42"}


def test_lees_bytes_weigert_met_code(tmp_path: Path) -> None:
    with pytest.raises(Geweigerd) as fout:
        lees_bytes(tmp_path / "weg")
    assert (fout.value.code, fout.value.context) == ("L48", {"oorzaak": "het bestand is er niet meer"})
