"""Posters: A3, one sheet, large letters, readable for everyone; and a flowchart with open ends."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from handleidinglezer import Handleiding, W

from generator.handboek.boek import Boek
from generator.handboek.fasedelen import besluiten
from generator.handboek.fouten import Handboekfout
from generator.handboek.letters import breedte
from generator.handboek.paginering import ruimte_over
from generator.handboek.poster import MATRIX, STROOMSCHEMA, maak_posters, matrixposter, schemaposter, vergroot
from generator.handboek.schema import BREEDTE, in_woorden, teken
from generator.model import MATRIXRIJEN, Inrichting
from generator.opdrachten import Maakopdracht, Opdrachtfout, maak
from generator.organisatie import lees_organisatie

MODELLEN = ("opvang2004", "leefhuis2022", "movisie2021", "kr8jongeren")


def met_langere_cellen(inrichting: Inrichting, keer: int) -> Inrichting:
    fasen = (
        replace(f, matrix=replace(f.matrix, **{rij: " ".join([f.matrix.cel(rij)] * keer) for rij in MATRIXRIJEN}))
        for f in inrichting.fasen
    )
    return replace(inrichting, fasen=tuple(fasen))


def letters(document: Any, stijl: str) -> float:
    gevonden = next(
        s for s in document.styles.element.findall(f"{W}style") if s.find(f"{W}name").get(f"{W}val") == stijl
    )
    return int(gevonden.find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2


def plaatje(pad: Path, breed: int, hoog: int) -> Path:
    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))

    maat = struct.pack(">IIBBBBB", breed, hoog, 8, 0, 0, 0, 0)
    beeld = zlib.compress(b"".join(b"\0" + b"\x80" * breed for _ in range(hoog)))
    pad.write_bytes(b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", maat) + stuk(b"IDAT", beeld) + stuk(b"IEND", b""))
    return pad


@pytest.fixture(scope="module")
def posters(tmp_path_factory: pytest.TempPathFactory, inrichting: Inrichting) -> tuple[Handleiding, Handleiding]:
    matrix, schema = maak_posters(inrichting, tmp_path_factory.mktemp("posters"))
    assert (matrix.name, schema.name) == (MATRIX, STROOMSCHEMA)
    return Handleiding(matrix), Handleiding(schema)


def test_op_a3_met_titel_taal_en_omschrijving(posters: tuple[Handleiding, Handleiding], inrichting: Inrichting) -> None:
    maten = [poster.wortel.find(f".//{W}pgSz").attrib.values() for poster in posters]
    assert [list(maat) for maat in maten] == [["23811", "16838", "landscape"], ["16838", "23811"]]
    for poster in posters:
        assert len(list(poster.wortel.iter(f"{W}sectPr"))) == 1
        assert len(poster.koppen()) == 1
        kern = poster.delen["docProps/core.xml"].decode()
        assert "<dc:language>nl-NL</dc:language>" in kern
        assert f"8-fasenmodel, {inrichting.organisatie.naam}" in kern
        assert f"{inrichting.organisatie.naam}. Versie" in poster.tekst(poster.wortel)
    tabel = posters[0].tabellen("Matrix")[0]
    assert tabel.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")
    assert len(tabel.findall(f"{W}tr")) == 7
    (beeld,) = posters[1].wortel.iter("{*}docPr")
    assert all(fase.naam in beeld.get("descr") for fase in inrichting.fasen)


@pytest.mark.parametrize("model", MODELLEN)
def test_grote_letters_op_een_blad(model: str) -> None:
    boek = Boek.van(lees_organisatie(model), {})
    matrix, schema = matrixposter(boek), schemaposter(boek)
    assert letters(matrix, "Matrixtekst") >= 11
    assert min(letters(matrix, stijl) for stijl in ("Matrixkop", "Matrixrij", "Tabel klein", "Opmerking")) >= 9
    assert ruimte_over(matrix) >= 0
    assert 0 <= ruimte_over(schema) < 60


@pytest.mark.parametrize(("keer", "kleinst"), [(2, 9), (4, 6)])
def test_lange_cellen_blijven_op_een_blad(inrichting: Inrichting, keer: int, kleinst: float) -> None:
    document = matrixposter(Boek.van(met_langere_cellen(inrichting, keer), {}))
    assert ruimte_over(document) >= 0
    assert letters(document, "Matrixtekst") >= kleinst


def test_een_woord_blijft_heel(inrichting: Inrichting) -> None:
    document = matrixposter(Boek.van(inrichting, {}))
    maat = letters(document, "Matrixtekst")
    tabel = document.tables[-1]
    breedtes = [int(kolom.get(f"{W}w")) / 20 for kolom in tabel._tbl.iter(f"{W}gridCol")]
    for rij in tabel.rows[1:]:
        for vak, ruimte in zip(rij.cells[1:], breedtes[1:], strict=True):
            assert all(breedte(woord) * maat / 1000 <= ruimte - 6.5 for woord in vak.text.replace("-", "- ").split())


def test_een_woord_zonder_einde_breekt_niets(inrichting: Inrichting) -> None:
    eerste, *rest = inrichting.fasen
    lang = replace(inrichting, fasen=(replace(eerste, matrix=replace(eerste.matrix, wat="W" * 300)), *rest))
    document = matrixposter(Boek.van(lang, {}))
    assert ruimte_over(document) >= 0
    assert letters(document, "Matrixtekst") >= 9


def test_logo_staat_ernaast_met_omschrijving(inrichting: Inrichting, tmp_path: Path) -> None:
    logo = plaatje(tmp_path / "logo.png", 900, 100)
    met = replace(inrichting, organisatie=replace(inrichting.organisatie, logo=str(logo), naam="A & B"))
    for pad in maak_posters(met, tmp_path):
        poster = Handleiding(pad)
        (anker,) = poster.wortel.iter("{*}anchor")
        assert anker.find("{*}docPr").get("descr") == "Logo van A & B"
        assert int(anker.find("{*}extent").get("cx")) <= 80 * 36000
    with pytest.raises(Handboekfout, match="weg"):
        maak_posters(replace(met, organisatie=replace(met.organisatie, logo=str(tmp_path / "weg.png"))), tmp_path)


def test_maak_alleen_posters(inrichting: Inrichting, tmp_path: Path) -> None:
    opdracht = Maakopdracht(naar=tmp_path / "uit", handleiding=False, formulieren=False)
    assert [pad.name for pad in maak(inrichting, opdracht).paden] == [MATRIX, STROOMSCHEMA]
    assert sorted(pad.name for pad in (tmp_path / "uit").iterdir()) == [MATRIX, STROOMSCHEMA]


def test_een_sjabloon_dat_niet_deugt_wordt_gezegd(inrichting: Inrichting, tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "handleiding.docx").write_text("geen Word")
    opdracht = Maakopdracht(naar=tmp_path / "uit", thuis=tmp_path, handleiding=False, formulieren=False)
    with pytest.raises(Opdrachtfout, match=r"handleiding\.docx"):
        maak(inrichting, opdracht)


def test_vergroot_maakt_alles_even_veel_groter(inrichting: Inrichting) -> None:
    klein = teken(Boek.van(inrichting, {}))
    groot = vergroot(klein, 1.5)
    assert (groot.breedte, groot.hoogte) == (klein.breedte * 1.5, klein.hoogte * 1.5)
    assert all(g.grootte <= k.grootte * 1.5 for g, k in zip(groot.vormen, klein.vormen, strict=True))


@pytest.mark.parametrize("hoog", [500.0, 640.0])
def test_schema_vult_de_hoogte(inrichting: Inrichting, hoog: float) -> None:
    tekening = teken(Boek.van(inrichting, {}), hoog)
    assert tekening.hoogte == pytest.approx(hoog)
    assert all(-0.1 <= vorm.y <= hoog + 0.1 and -0.1 <= vorm.x <= BREEDTE + 0.1 for vorm in tekening.vormen)


def test_een_besluit_zonder_vervolg(inrichting: Inrichting) -> None:
    fasen = (replace(f, besluiten=tuple(replace(b, vervolg="") for b in f.besluiten)) for f in inrichting.fasen)
    boek = Boek.van(replace(inrichting, fasen=tuple(fasen)), {})
    open_ = [vorm for vorm in teken(boek).vormen if vorm.regels == ("?",)]
    assert len(open_) == sum(len(fase.besluiten) for fase in inrichting.fasen)
    assert all(vorm.streep for vorm in open_)
    assert "vervolg nog niet vastgelegd" in in_woorden(boek)
    (tabel,) = besluiten(boek, boek.inrichting.fasen[0])
    assert "→ nog niet vastgelegd" in str(tabel)


def test_een_duur_die_niet_vastligt_staat_niet_in_het_schema(inrichting: Inrichting) -> None:
    eerste, *rest = inrichting.fasen
    tekening = teken(Boek.van(replace(inrichting, fasen=(replace(eerste, duur="niet vastgelegd"), *rest)), {}))
    assert not any("iet vastgelegd" in regel for vorm in tekening.vormen for regel in vorm.regels)
