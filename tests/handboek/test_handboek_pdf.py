"""The PDF without LibreOffice: what is said, what stands, and which own annexes go along."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from generator.cli import main
from generator.formulier import formulieren_van
from generator.handboek import Handboekfout, libreoffice, pdf
from generator.handboek.boek import Boek
from generator.handboek.inhoudsopgave import vul_paginas
from generator.handboek.libreoffice import GeenLibreOffice, paginas_uit_pdf, pdf_van, zoek_libreoffice
from generator.handboek.pdf import Bladwijzer, EigenBijlage, eigen_bijlagen
from generator.handboek.pdftags import beschrijf_tekeningen
from generator.inrichting import lees_inrichting
from generator.model import Inrichting

MODEL = "opvang2004"


@pytest.fixture
def zonder_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.handboek.libreoffice.zoek_libreoffice", lambda: None)


@pytest.fixture
def boek(inrichting: Inrichting) -> Boek:
    """A book in which the huisregels are an annex."""
    delen = tuple(
        replace(deel, bijlage="automatisch") if deel.sleutel == "huisregels" else deel
        for deel in inrichting.instrumenten
    )
    anders = replace(inrichting, instrumenten=delen)
    return Boek.van(anders, formulieren_van(anders))


def blad(aantal: int = 1) -> bytes:
    schrijver = PdfWriter()
    for _ in range(aantal):
        schrijver.add_blank_page(200, 200)
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


# --------------------------------------------------------------------------
# the command


@pytest.mark.usefixtures("zonder_libreoffice")
def test_alleen_pdf_zonder_libreoffice_is_mislukt_maar_word_staat_er(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["maak", MODEL, "--naar", str(tmp_path), "--formaat", "pdf", "--alleen", "handleiding"])
    uit, fout = capsys.readouterr()
    assert status == 2
    assert uit.splitlines() == [str(tmp_path / "handleiding.docx")]
    assert "LibreOffice" in fout
    assert "bewaar haar daar als pdf" in fout
    assert [pad.name for pad in tmp_path.iterdir()] == ["handleiding.docx"]


@pytest.mark.usefixtures("zonder_libreoffice")
def test_word_en_pdf_zonder_libreoffice_is_gelukt_met_een_let_op(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    formaten = ["--formaat", "word", "--formaat", "pdf"]
    status = main(["maak", MODEL, "--naar", str(tmp_path), *formaten, "--alleen", "handleiding"])
    uit, fout = capsys.readouterr()
    assert status == 0
    assert uit.splitlines() == [str(tmp_path / "handleiding.docx")]
    assert fout.startswith("Let op: ")
    assert "LibreOffice" in fout


def test_pdf_van_alles_is_ook_elk_formulier(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.handboek.pdf.pdf_van", lambda docx: blad(3))
    monkeypatch.setattr("generator.opdrachten.maken.maak_pdfs", lambda _, formulieren: [b"%PDF"] * len(formulieren))
    assert main(["maak", MODEL, "--naar", str(tmp_path), "--formaat", "pdf"]) == 0
    uit, fout = capsys.readouterr()
    formulieren = [tmp_path / "formulieren" / f"{sleutel}.pdf" for sleutel in formulieren_van(lees_inrichting(MODEL))]
    paden = [tmp_path / "handleiding.docx", *formulieren, tmp_path / "handleiding.pdf"]
    assert uit.splitlines() == [str(pad) for pad in paden]
    assert "Let op: De posters zijn er niet in pdf." in fout
    assert "geschat" in fout  # this PDF has no headings to count pages by
    wortel = PdfReader(tmp_path / "handleiding.pdf").trailer["/Root"]
    assert wortel["/Lang"] == "nl-NL"


def test_een_libreoffice_die_niets_maakt_wordt_gezegd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doet_niets = tmp_path / "soffice"
    doet_niets.write_text("#!/bin/sh\nexit 0\n")
    doet_niets.chmod(0o755)
    monkeypatch.setattr(libreoffice, "zoek_libreoffice", lambda: str(doet_niets))
    with pytest.raises(GeenLibreOffice, match="maakte geen pdf"):
        pdf_van(b"")
    monkeypatch.setattr(libreoffice, "zoek_libreoffice", lambda: str(tmp_path / "weg"))
    with pytest.raises(GeenLibreOffice, match="start niet"):
        pdf_van(b"")


def test_een_libreoffice_die_blijft_hangen_wordt_beeindigd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hangt = tmp_path / "soffice"
    merk = tmp_path / "kind"
    hangt.write_text(f"#!/bin/sh\n(sleep 3; touch {merk}) &\nwait\n")
    hangt.chmod(0o755)
    monkeypatch.setattr(libreoffice, "zoek_libreoffice", lambda: str(hangt))
    monkeypatch.setattr(libreoffice, "_GEDULD", 0.5)
    with pytest.raises(GeenLibreOffice, match="niet klaar"):
        pdf_van(b"")
    import time

    time.sleep(3.2)
    assert not merk.exists()  # what it had started itself is ended too


def test_libreoffice_wordt_ook_buiten_het_pad_gevonden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda naam: None)
    monkeypatch.setattr(libreoffice, "_GEWONE_PLEKKEN", (str(tmp_path / "libreoffice*" / "program" / "soffice"),))
    monkeypatch.setenv("ProgramFiles", str(tmp_path / "Program Files"))
    assert zoek_libreoffice() is None
    unix = tmp_path / "libreoffice25.2" / "program" / "soffice"
    unix.parent.mkdir(parents=True)
    unix.touch()
    assert zoek_libreoffice() == str(unix)
    windows = tmp_path / "Program Files" / "LibreOffice" / "program" / "soffice.exe"
    windows.parent.mkdir(parents=True)
    windows.touch()
    assert zoek_libreoffice() == str(windows)


# --------------------------------------------------------------------------
# own annexes


def test_eigen_bijlagen_op_nummer_en_wat_niet_meegaat(boek: Boek, tmp_path: Path) -> None:
    map_ = tmp_path / "bijlagen"
    map_.mkdir()
    for naam in ("huisregels.PDF", "huisregel.pdf", "intake.pdf", "notitie.txt", ".verborgen.pdf"):
        (map_ / naam).write_bytes(blad())
    gevonden, zinnen = eigen_bijlagen(boek, tmp_path)
    assert [(deel.nr, deel.titel, deel.pad.name) for deel in gevonden] == [
        (boek.nummers["huisregels"], "Huisregels", "huisregels.PDF")
    ]
    verkeerd, dubbel = zinnen
    assert "huisregel.pdf" in verkeerd
    assert "Bedoelde je ‘huisregels’?" in verkeerd
    assert "intake.pdf" in dubbel
    assert eigen_bijlagen(boek, None) == ([], [])


def _beveiligd() -> bytes:
    schrijver = PdfWriter()
    schrijver.add_blank_page(200, 200)
    schrijver.encrypt("geheim", algorithm="RC4-128")
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


KAPOT: dict[str, Callable[[], bytes]] = {
    "geen goede pdf": lambda: b"dit is geen pdf",
    "beveiligd": _beveiligd,
    "geen bladzijde": lambda: blad(0),
}


@pytest.mark.parametrize("reden", KAPOT)
def test_een_onbruikbare_eigen_bijlage_wordt_gezegd_voordat_er_werk_is(
    reden: str, boek: Boek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def te_vroeg(docx: bytes) -> bytes:
        raise AssertionError

    monkeypatch.setattr(pdf, "pdf_van", te_vroeg)
    (tmp_path / "x.pdf").write_bytes(KAPOT[reden]())
    with pytest.raises(Handboekfout, match=rf"x\.pdf.*{reden}|In ‘.*x\.pdf’ staat {reden}"):
        pdf.maak_pdf(boek, tmp_path / "x.docx", tmp_path / "uit.pdf", [EigenBijlage(2, "X", tmp_path / "x.pdf")])


def test_bijgevoegde_bladzijden_wijzen_niet_in_onze_structuur() -> None:
    """A key into the structure tree would make a screen reader read other text."""
    bron = PdfWriter()
    bron.add_blank_page(200, 200)
    bron.pages[0][NameObject("/StructParents")] = NumberObject(0)
    notitie = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Text"),
                                NameObject("/StructParent"): NumberObject(1)})  # fmt: skip
    bron.pages[0][NameObject("/Annots")] = ArrayObject([bron._add_object(notitie)])
    bron._root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject()})
    ruw = io.BytesIO()
    bron.write(ruw)
    schrijver = PdfWriter(clone_from=PdfReader(io.BytesIO(blad())))
    pdf._voeg_toe(schrijver, PdfReader(ruw))
    uit = io.BytesIO()
    schrijver.write(uit)
    eerste, tweede = PdfReader(uit).pages
    assert "/StructParents" not in tweede
    assert all("/StructParent" not in deel.get_object() for deel in tweede.get("/Annots") or ())
    assert "/AcroForm" not in PdfReader(uit).trailer["/Root"]
    assert eerste.mediabox.width == 200


# --------------------------------------------------------------------------
# bookmarks, labels and pages


def test_bijlagen_hangen_onder_hun_hoofdstuk_op_nummer() -> None:
    titels = ("Inleiding", "Bijlagen", "Wijzigingslog", "Bijlage 2: B", "Bijlage 10: J")
    koppen = [Bladwijzer(titel, nr) for nr, titel in enumerate(titels, 2)]
    koppen[1].onder.append(Bladwijzer("Documenten zonder nummer", 3))
    nummers = {"Bijlage 2: B": 2, "Bijlage 10: J": 10}
    assert pdf._etiketten(koppen, nummers) == {0: "i", 2: "", 5: "B2-", 6: "B10-"}
    genest = pdf._genest(koppen, nummers)
    pdf._onder_bijlagen(genest).append(Bladwijzer("Bijlage 3: C", 9))
    pdf._sorteer(genest, {**nummers, "Bijlage 3: C": 3})
    assert [kop.titel for kop in genest] == ["Inleiding", "Bijlagen", "Wijzigingslog"]
    assert [kop.titel for kop in genest[1].onder] == [
        "Documenten zonder nummer", "Bijlage 2: B", "Bijlage 3: C", "Bijlage 10: J",
    ]  # fmt: skip


def test_paginas_tellen_vanaf_de_eerste_kop() -> None:
    schrijver = PdfWriter()
    for _ in range(9):
        schrijver.add_blank_page(200, 200)
    for titel, nr in (("Inleiding", 3), ("Slot", 6), ("Bijlage 1: A", 8)):
        schrijver.add_outline_item(title=titel, page_number=nr)
    uit = io.BytesIO()
    schrijver.write(uit)
    assert paginas_uit_pdf(uit.getvalue(), ["_Toc1", "_Toc2"]) == {"_Toc1": 1, "_Toc2": 4}
    with pytest.raises(Handboekfout, match="andere koppen"):
        paginas_uit_pdf(uit.getvalue(), ["_Toc1", "_Toc2", "_Toc3", "_Toc4"])


def test_paginas_invullen_zegt_of_er_iets_veranderde(inrichting: Inrichting) -> None:
    from generator.handboek.maken import opgemaakt

    lichaam = opgemaakt(Boek.van(inrichting, formulieren_van(inrichting))).element.body
    merk = libreoffice.ankers(lichaam)[0]
    assert vul_paginas(lichaam, {merk: 77})
    assert not vul_paginas(lichaam, {merk: 77})


def test_een_tekening_wordt_een_figuur_met_woorden() -> None:
    def element(soort: str, *onder: DictionaryObject, **meer: str) -> DictionaryObject:
        uit = DictionaryObject({NameObject("/S"): NameObject(soort), NameObject("/K"): ArrayObject(onder)})
        for naam, waarde in meer.items():
            uit[NameObject(f"/{naam}")] = NameObject(waarde)
        return uit

    vormen = [element("/Figure") for _ in range(3)]
    alinea, logo, los = (
        element("/Figuur", element("/Div")),
        element("/P", element("/Figure", Alt="/logo")),
        element("/P"),
    )
    document = element("/Document", logo, alinea, *vormen, los)
    boom = DictionaryObject({NameObject("/K"): ArrayObject([document])})
    beschrijf_tekeningen(DictionaryObject({NameObject("/StructTreeRoot"): boom}), ["Het schema", "te veel"])
    assert document["/K"] == [logo, alinea, los]
    assert (alinea["/S"], alinea["/Alt"]) == ("/Figure", "Het schema")
    assert alinea["/K"][1:] == vormen
    assert [vorm["/S"] for vorm in vormen] == ["/NonStruct"] * 3
    assert all(vorm["/P"] is alinea for vorm in vormen)
    assert logo["/S"] == "/P"


def test_vormen_zonder_tekst_worden_samen_een_figuur() -> None:
    vormen = [DictionaryObject({NameObject("/S"): NameObject("/Figure")}) for _ in range(2)]
    boom = DictionaryObject({NameObject("/S"): NameObject("/Document"), NameObject("/K"): ArrayObject(vormen)})
    wortel = DictionaryObject({NameObject("/StructTreeRoot"): boom})
    beschrijf_tekeningen(wortel, ["Het schema"])
    assert boom["/K"] == vormen[:1]
    assert vormen[0]["/Alt"] == "Het schema"
