"""The handleiding as a whole: nothing left open, nothing empty, and what Word needs to know."""

from __future__ import annotations

import errno
import re
from dataclasses import replace
from pathlib import Path

import pytest
from handleidinglezer import Handleiding, W, maak

from generator.bestanden import SchrijfFout
from generator.handboek import Handboekfout, maak_handleiding
from generator.model import Aanpassing, Inrichting

HOOFDSTUKKEN = [
    "Inleiding",
    "Het model in één beeld",
    "Leefgebieden",
    "Leeswijzer",
    "Bijstelling en versie",
    "Doelgroep en selectie",
    "De acht fasen",
    "De matrix",
    "Rollen en verantwoordelijkheden",
    "Continuïteit en bereikbaarheid",
    "Rapportage en incidenten",
    "Toestemming en privacy",
    "Samenwerken met de omgeving",
    "Leren en deskundigheid",
    "Volgen en leren",
    "Onderbouwing",
    "Randvoorwaarden",
    "Invoering",
    "Bijlagen",
    "Wijzigingslog",
]


def test_geen_plek_blijft_open(handleiding: Handleiding) -> None:
    for naam, inhoud in handleiding.delen.items():
        if naam.startswith("word/") and naam.endswith(".xml"):
            tekst = re.sub(r"<[^>]+>", "", inhoud.decode())
            assert not re.search(r"\{[{%]|[%}]\}|\{[a-zA-Z_.]+\}|:::", tekst), naam


def test_hoofdstukken_en_acht_fasen(handleiding: Handleiding, inrichting: Inrichting) -> None:
    koppen = handleiding.koppen()
    assert [tekst for niveau, tekst in koppen if niveau == 1] == HOOFDSTUKKEN
    fasen = [tekst for niveau, tekst in koppen if niveau == 2 and tekst.startswith("Fase ")]
    assert fasen == [f"Fase {nr}: {fase.naam}" for nr, fase in enumerate(inrichting.fasen, 1)]


def test_koppen_slaan_geen_niveau_over(handleiding: Handleiding) -> None:
    vorig = 0
    for niveau, tekst in handleiding.koppen():
        assert niveau <= vorig + 1, tekst
        vorig = niveau


def test_geen_lege_kop(handleiding: Handleiding) -> None:
    leeg = 0
    for element in handleiding.wortel[0]:
        stijl = handleiding.stijl(element) if element.tag == f"{W}p" else "tabel"
        if stijl.startswith("heading"):
            assert not leeg or int(stijl[-1]) > leeg, handleiding.tekst(element)
            leeg = int(stijl[-1])
        elif stijl not in ("Na tabel", "Paginakop") and handleiding.tekst(element).strip():
            leeg = 0
    assert not leeg


def test_inhoudsopgave_noemt_elke_kop_met_een_pagina(handleiding: Handleiding) -> None:
    alineas = [alinea for alinea in handleiding.alineas("toc 1", "toc 2") if list(alinea.iter(f"{W}tab"))]
    namen, paginas = zip(*(handleiding.tekst(alinea).rsplit(" ", 1) for alinea in alineas), strict=True)
    assert list(namen) == [tekst for niveau, tekst in handleiding.koppen() if niveau < 3]
    nummers = list(map(int, paginas))
    assert nummers == sorted(nummers)
    assert nummers[0] == 1  # title page and contents count apart, in roman numbers
    assert len(set(nummers)) > 20


def test_inhoudsopgave_is_een_veld_en_word_stelt_geen_vraag(handleiding: Handleiding) -> None:
    opdrachten = [deel.text or "" for deel in handleiding.wortel.iter(f"{W}instrText")]
    assert opdrachten[0].split()[0] == "TOC"
    ankers = {merk.get(f"{W}name") for merk in handleiding.wortel.iter(f"{W}bookmarkStart")}
    verwijzingen = [opdracht.split()[1] for opdracht in opdrachten if "PAGEREF" in opdracht]
    assert verwijzingen
    assert set(verwijzingen) <= ankers
    soorten = [teken.get(f"{W}fldCharType") for teken in handleiding.wortel.iter(f"{W}fldChar")]
    assert soorten.count("begin") == soorten.count("separate") == soorten.count("end")
    assert b"updateFields" not in handleiding.delen["word/settings.xml"]
    assert b"w:dirty" not in handleiding.delen["word/document.xml"]


def test_elke_koppeling_heeft_een_doel_en_elk_merk_is_uniek(handleiding: Handleiding) -> None:
    merken = [merk.get(f"{W}name") for merk in handleiding.wortel.iter(f"{W}bookmarkStart")]
    assert len(merken) == len(set(merken))
    assert {link.get(f"{W}anchor") for link in handleiding.wortel.iter(f"{W}hyperlink")} <= set(merken)


def test_matrix_heeft_zes_bij_acht_cellen(handleiding: Handleiding) -> None:
    matrix = handleiding.tabellen("Matrix")[0]
    kop, *rijen = matrix.findall(f"{W}tr")
    assert kop.find(f"{W}trPr/{W}tblHeader") is not None
    cellen = [handleiding.tekst(cel) for rij in rijen for cel in rij.findall(f"{W}tc")[1:]]
    assert len(cellen) == 48
    assert all(cellen)


def test_matrix_staat_liggend(handleiding: Handleiding) -> None:
    secties = list(handleiding.wortel.iter(f"{W}sectPr"))
    assert [sectie.find(f"{W}pgSz").get(f"{W}orient") for sectie in secties[:4]] == [None, None, "landscape", None]
    assert [sectie.find(f"{W}titlePg") is not None for sectie in secties] == [True, *[False] * (len(secties) - 1)]


def test_elk_deel_telt_zijn_eigen_paginas(handleiding: Handleiding) -> None:
    """Title page and contents roman, the text from 1 and on past the matrix, every annex from 1."""
    nummering = [sectie.find(f"{W}pgNumType") for sectie in handleiding.wortel.iter(f"{W}sectPr")]
    begin = [deel.get(f"{W}start") if deel is not None else None for deel in nummering]
    assert begin == ["1", "1", None, None, *["1"] * (len(begin) - 4)]
    assert len(begin) > 10
    soorten = [deel.get(f"{W}fmt") for deel in nummering if deel is not None]
    assert soorten == ["lowerRoman", *[None] * (len(soorten) - 1)]


def test_tabellen_hebben_een_kop_en_breken_geen_rij(handleiding: Handleiding) -> None:
    for naam in ("Handleidingtabel", "Matrix", "Kader"):
        tabellen = handleiding.tabellen(naam)
        assert tabellen
        for tabel in tabellen:
            rijen = tabel.findall(f"{W}tr")
            assert rijen[0].find(f"{W}trPr/{W}tblHeader") is not None
            assert all(rij.find(f"{W}trPr/{W}cantSplit") is not None for rij in rijen)


def test_elke_fase_begint_op_een_nieuwe_pagina_met_de_strook(handleiding: Handleiding) -> None:
    stroken = handleiding.tabellen("Fasestrooktabel")
    assert len(stroken) == 8
    for nr, strook in enumerate(stroken, 1):
        eerste = next(strook.iter(f"{W}p"))
        assert eerste.find(f"{W}pPr/{W}pageBreakBefore") is not None
        nu = [alinea for alinea in strook.iter(f"{W}p") if handleiding.stijl(alinea) == "Fasestrook nu"]
        assert handleiding.tekst(nu[0]) == f"● {nr}"


def test_taal_titel_en_omschrijving(handleiding: Handleiding, inrichting: Inrichting) -> None:
    assert b'w:lang w:val="nl-NL"' in handleiding.delen["word/styles.xml"]
    kern = handleiding.delen["docProps/core.xml"].decode()
    assert "<dc:language>nl-NL</dc:language>" in kern
    assert f"Handleiding 8-fasenmodel, {inrichting.organisatie.naam}" in kern
    (plaatje,) = (deel for deel in handleiding.wortel.iter("{*}docPr"))
    assert all(fase.naam in plaatje.get("descr") for fase in inrichting.fasen)


def test_voettekst_telt_de_paginas(handleiding: Handleiding) -> None:
    """A total of the whole file says nothing where each part counts from 1."""
    voet = b"".join(deel for naam, deel in handleiding.delen.items() if "footer" in naam)
    assert b" PAGE " in voet
    assert b"NUMPAGES" not in voet
    assert b"> van <" not in voet


def test_stijlen_blijven_klein_en_opmaak_zit_in_stijlen(handleiding: Handleiding) -> None:
    assert len(handleiding.delen["word/styles.xml"]) < 40_000
    tekening = {loop for deel in handleiding.wortel.iter("{*}txbxContent") for loop in deel.iter(f"{W}rPr")}
    for opmaak in set(handleiding.wortel.iter(f"{W}rPr")) - tekening:
        # A box to tick names its font, as in the form itself.
        assert [deel.tag for deel in opmaak] in ([f"{W}rStyle"], [f"{W}rFonts"])
        assert opmaak[0].tag == f"{W}rStyle" or handleiding.tekst(opmaak.getparent()) == "☐"


def test_een_afwezige_passage_laat_geen_spoor_na(inrichting: Inrichting, tmp_path: Path) -> None:
    from dataclasses import replace

    kaal = replace(inrichting, handleiding=replace(inrichting.handleiding, teksten={}))
    gemaakt = maak(kaal, tmp_path / "kaal.docx")
    assert [tekst for niveau, tekst in gemaakt.koppen() if niveau == 1] == HOOFDSTUKKEN
    assert "Als iemand gedwongen vertrekt" not in [tekst for _, tekst in gemaakt.koppen()]
    test_geen_lege_kop(gemaakt)


def test_een_kapotte_run_laat_de_oude_handleiding_staan(
    inrichting: Inrichting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doel = tmp_path / "handleiding.docx"
    doel.write_text("oud")
    monkeypatch.setattr("os.replace", _mislukt)
    with pytest.raises(SchrijfFout, match="De schijf is vol"):
        maak_handleiding(inrichting, {}, doel)
    assert doel.read_text() == "oud"
    assert [pad.name for pad in tmp_path.iterdir()] == ["handleiding.docx"]


def _mislukt(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no space left")


def test_een_logo_dat_er_niet_is_wordt_gezegd(inrichting: Inrichting, tmp_path: Path) -> None:
    from dataclasses import replace

    met_logo = replace(inrichting, organisatie=replace(inrichting.organisatie, logo=str(tmp_path / "weg.png")))
    with pytest.raises(Handboekfout, match=r"weg\.png"):
        maak_handleiding(met_logo, {}, tmp_path / "handleiding.docx")


def test_een_formulier_dat_uit_staat_is_geen_instrument(inrichting: Inrichting, tmp_path: Path) -> None:
    def genoemd(deel: Inrichting, naam: str) -> int:
        handleiding = maak(deel, tmp_path / f"{naam}.docx")
        kaders = [handleiding.tekst(kader) for kader in handleiding.tabellen("Kader")]
        return sum("Exitformulier" in kader for kader in kaders)

    uit = replace(inrichting, formulieren={**inrichting.formulieren, "exit": Aanpassing(aan="nee")})
    assert (genoemd(inrichting, "aan"), genoemd(uit, "uit")) == (1, 0)
