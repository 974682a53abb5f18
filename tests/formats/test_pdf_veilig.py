"""PDFs that mean harm: bombs, circles, and more than any form has. All of them end, and say why."""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from invullen import codes
from pdfhulp import bestand, bewaard, blanco, formulier, lees, model, open_, reden, veld, vol
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from generator.formats import is_ingevuld
from generator.formats.pdf.formaat import heeft_antwoorden, herken
from generator.formats.pdf.openen import MAX_VELDEN
from generator.formats.veilig import Geweigerd


def met_velden(velden: list[Dictionary] | Array, vast: bool = True) -> bytes:
    pdf = Pdf.new()
    pdf.add_blank_page()
    delen = [pdf.make_indirect(deel) for deel in velden] if vast else velden
    pdf.Root.AcroForm = Dictionary(Fields=Array(list(delen)))
    return bewaard(pdf)


def tekstveld(naam: str, **meer: object) -> Dictionary:
    return Dictionary(FT=Name.Tx, T=String(naam), V=String("x"), **meer)


def test_tienduizend_velden() -> None:
    inhoud = met_velden([tekstveld(f"af__veld{nr}") for nr in range(10_000)])
    assert str(MAX_VELDEN) in reden("exit", inhoud, "L65")
    for doe in (herken, heeft_antwoorden):
        with pytest.raises(Geweigerd) as fout:
            doe(inhoud)
        assert fout.value.code == "L65"


def test_veel_velden_in_groepen() -> None:
    pdf = Pdf.new()
    pdf.add_blank_page()
    groepen = []
    for groep in range(20):
        kinderen = [pdf.make_indirect(tekstveld(f"af__g{groep}v{nr}")) for nr in range(400)]
        groepen.append(pdf.make_indirect(Dictionary(T=String(f"g{groep}"), Kids=Array(kinderen))))
    pdf.Root.AcroForm = Dictionary(Fields=Array(groepen))
    reden("exit", bewaard(pdf), "L65")


def test_velden_in_een_kring() -> None:
    pdf = Pdf.new()
    pdf.add_blank_page()
    een = pdf.make_indirect(Dictionary(T=String("een")))
    twee = pdf.make_indirect(Dictionary(T=String("twee"), Kids=Array([een])))
    een.Kids = Array([twee, een])
    pdf.Root.AcroForm = Dictionary(Fields=Array([een, twee]))
    reden("exit", bewaard(pdf), "L46")


def test_een_kring_in_een_echt_formulier_verliest_niets() -> None:
    with open_(vol("exit")) as pdf:
        groep = pdf.make_indirect(Dictionary(T=String("groep")))
        groep.Kids = Array([groep, veld(pdf, "af__dossier_nr")])
        pdf.Root.AcroForm.Fields.append(groep)
        gelezen = lees("exit", bewaard(pdf))
    assert gelezen.waarden["dossier_nr"] == "D-0042"
    assert codes(gelezen) == []


def test_velden_in_velden_in_velden() -> None:
    pdf = Pdf.new()
    pdf.add_blank_page()
    deel = pdf.make_indirect(tekstveld("af__diep"))
    for nr in range(300):
        deel = pdf.make_indirect(Dictionary(T=String(f"n{nr}"), Kids=Array([deel])))
    pdf.Root.AcroForm = Dictionary(Fields=Array([deel]))
    reden("exit", bewaard(pdf), "L65")


def test_dezelfde_velden_op_elk_blad() -> None:
    """Pages that all show the same list: nothing is walked along twice."""
    with open_(vol("exit")) as pdf:
        alle = pdf.pages[0].Annots
        for _ in range(100):
            pdf.pages.append(pdf.pages[0])
            pdf.pages[-1].obj.Annots = alle
        assert lees("exit", bewaard(pdf)).waarden["dossier_nr"] == "D-0042"


def test_duizenden_bladzijden() -> None:
    with open_(vol("exit")) as pdf:
        for _ in range(600):
            pdf.add_blank_page(page_size=(100, 100))
        reden("exit", bewaard(pdf), "L65")


def bom(maat: int = 400_000_000) -> bytes:
    """Return a stream that inflates to *maat* zeros."""
    pers = zlib.compressobj(9)
    stuk = b"\0" * 1_000_000
    return b"".join(pers.compress(stuk) for _ in range(maat // len(stuk))) + pers.flush()


def test_bom_in_een_waarde_wordt_niet_uitgepakt() -> None:
    with open_(vol("exit")) as pdf:
        stroom = Stream(pdf, b"")
        stroom.write(bom(), filter=Name.FlateDecode)
        veld(pdf, "af__dossier_nr").V = stroom
        inhoud = bewaard(pdf, compress_streams=False, stream_decode_level=None)
    gelezen = lees("exit", inhoud)
    assert "L36" in codes(gelezen)


def test_bom_in_een_bladzijde_wordt_niet_uitgepakt() -> None:
    pdf = Pdf.new()
    pdf.add_blank_page()
    stroom = Stream(pdf, b"")
    stroom.write(bom(), filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = stroom
    reden("exit", bewaard(pdf, compress_streams=False), "L46")


def test_bom_in_de_objecten() -> None:
    kop = b"%PDF-1.7\n"
    stroom = bom(200_000_000)
    deel = b"1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(stroom)
    tabel = b"\nendstream\nendobj\ntrailer\n<< /Root 2 0 R /Size 3 >>\nstartxref\n0\n%%EOF\n"
    assert bestand("exit", kop + deel + stroom + tabel).status == "geweigerd"


@pytest.mark.parametrize(
    "velden",
    [
        Array([]),
        Array([1, None, String("x"), Name.X]),
        Array([Array([Array([])])]),
    ],
)
def test_een_lijst_met_onzin(velden: Array) -> None:
    reden("exit", met_velden(velden, vast=False), "L46")


@pytest.mark.parametrize("kapot", [b"1", b"(x)", b"/X", b"<< >>", b"[1 2]", b"[[[1]]]"])
@pytest.mark.parametrize("plek", ["/T", "/V", "/AS", "/Kids", "/RV", "/TU", "/Rect", "/DV", "/P", "/FT"])
def test_elk_deel_van_een_veld_kan_onzin_zijn(plek: str, kapot: bytes) -> None:
    with open_(vol("exit")) as pdf:
        for naam in ("af__dossier_nr", "_formulier", "_voetregel"):
            veld(pdf, naam)[plek] = Object.parse(kapot)
        inhoud = bewaard(pdf)
    assert bestand("exit", inhoud).status in ("gelezen", "geweigerd")
    for doe in (herken, heeft_antwoorden):
        with suppress(Geweigerd):
            doe(inhoud)


@pytest.mark.filterwarnings("ignore::pikepdf.PageCopyWarning")
@pytest.mark.parametrize("kapot", [b"1", b"(x)", b"/X", b"<< >>", b"[1 2]", b"[[[1]]]"])
@pytest.mark.parametrize("plek", ["/AcroForm", "/OpenAction", "/Names", "/AA", "/StructTreeRoot", "/PieceInfo"])
def test_elk_deel_van_de_wortel_kan_onzin_zijn(plek: str, kapot: bytes) -> None:
    with open_(vol("exit")) as pdf:
        pdf.Root[plek] = Object.parse(kapot)
        inhoud = bewaard(pdf)
    assert bestand("exit", inhoud).status in ("gelezen", "geweigerd")
    for doe in (herken, heeft_antwoorden):
        with suppress(Geweigerd):
            doe(inhoud)


def test_rommel_op_een_bladzijde() -> None:
    with open_(vol("exit")) as pdf:
        pdf.pages[0].Annots.extend(
            [1, String("x"), Dictionary(Subtype=1), Dictionary(Subtype=Name.FreeText, Contents=1)]
        )
        gelezen = lees("exit", bewaard(pdf))
    assert codes(gelezen) == []


def test_ingevuld_of_niet(tmp_path: Path) -> None:
    for naam, inhoud, verwacht in (("leeg", blanco("exit"), False), ("vol", vol("exit"), True)):
        pad = tmp_path / f"{naam}.pdf"
        pad.write_bytes(inhoud)
        assert is_ingevuld(pad) is verwacht
    pad.write_bytes(b"%PDF-1.7 rommel")
    assert is_ingevuld(pad) is False


def test_voorgedrukte_waarde_is_geen_antwoord() -> None:
    """Some rows come with something filled in: that is not somebody who wrote."""
    gevuld = [
        sleutel
        for sleutel, deel in model("leefhuis2022").formulieren.items()
        if any(rij.vooraf for een in deel.velden for rij in een.rijen)
    ]
    assert gevuld
    for sleutel in gevuld[:2]:
        assert formulier(sleutel) is not None
        assert not heeft_antwoorden(blanco(sleutel))
