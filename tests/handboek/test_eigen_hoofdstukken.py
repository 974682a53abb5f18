"""Chapters of the organisation itself: in place of those of the model, more, or none; every mistake said."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.handboek.blokken import Alinea, Blok, alle_koppen
from generator.handboek.boek import Boek
from generator.handboek.fouten import Handboekfout, Hoofdstukfout
from generator.handboek.hoofdstukken import MAX_BYTES, Hoofdstukkenmap
from generator.handboek.maken import hoofdstukken
from generator.model import Inrichting

Zet = Callable[[str, str | bytes], Path]


@pytest.fixture
def zet(tmp_path: Path) -> Zet:
    """Put a chapter beside the inrichting."""

    def zet(naam: str, inhoud: str | bytes) -> Path:
        pad = tmp_path / "handleiding" / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
        return pad

    return zet


def boek_in(thuis: Path, inrichting: Inrichting) -> Boek:
    return Boek.van(inrichting, {}, Hoofdstukkenmap.bij(thuis))


def koppen(thuis: Path, inrichting: Inrichting) -> list[str]:
    return [kop.tekst for kop in alle_koppen(hoofdstukken(boek_in(thuis, inrichting))) if kop.niveau == 1]


def alle_tekst(blokken: list[Blok]) -> str:
    return "\n".join("".join(s.tekst for s in blok.inhoud) for blok in blokken if isinstance(blok, Alinea))


def fouten(thuis: Path, inrichting: Inrichting) -> list[str]:
    with pytest.raises(Hoofdstukfout) as gevangen:
        hoofdstukken(boek_in(thuis, inrichting))
    return list(gevangen.value.fouten)


def test_vervangen_toevoegen_en_weglaten(zet: Zet, tmp_path: Path, inrichting: Inrichting) -> None:
    standaard = koppen(tmp_path, inrichting)
    zet("120-Toestemming.md", "# Eerst vragen\n\nTekst.\n")
    zet("125-muziek.md", "\ufeff# Muziek\n\nWe zingen met {de_client}.\n")
    zet("7-voorwoord.md", "# Voorwoord\n\nWelkom.\n")
    zet("130-samenwerking.md", "<!-- hier niet -->\n")
    eigen = koppen(tmp_path, inrichting)
    plek = standaard.index("Toestemming en privacy")
    assert eigen == ["Voorwoord", *standaard[:plek], "Eerst vragen", "Muziek", *standaard[plek + 2 :]]
    assert "We zingen met de cliënt." in alle_tekst(hoofdstukken(boek_in(tmp_path, inrichting)))


def test_ook_de_vorm_van_een_fase_en_een_fase_zelf(zet: Zet, tmp_path: Path, inrichting: Inrichting) -> None:
    zet("fase.md", "## {fase_nr}. {deze_fase}\n\n:::kern\n:::toelichting\n:::verder\n")
    zet("fasen/intake.md", "Onze eigen intake.\n")
    zet("fasen/intake-verder.md", "En verder.\n")
    tekst = alle_tekst(hoofdstukken(boek_in(tmp_path, inrichting)))
    assert tekst.index("Onze eigen intake.") < tekst.index("En verder.")
    namen = [kop.tekst for kop in alle_koppen(hoofdstukken(boek_in(tmp_path, inrichting)))]
    assert f"2. {inrichting.fase('intake').naam}" in namen


def test_zonder_eigen_map_staan_er_die_van_het_model(tmp_path: Path, inrichting: Inrichting) -> None:
    assert koppen(tmp_path, inrichting) == [
        kop.tekst for kop in alle_koppen(hoofdstukken(Boek.van(inrichting, {}))) if kop.niveau == 1
    ]


def test_een_liggende_bladzijde_van_jezelf(zet: Zet, tmp_path: Path, inrichting: Inrichting) -> None:
    zet("125-kaart.md", "# Kaart\n\n:::liggend breed.md\n")
    zet("breed.md", "## Breed\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    namen = [kop.tekst for kop in alle_koppen(hoofdstukken(boek_in(tmp_path, inrichting)))]
    assert namen.index("Breed") == namen.index("Kaart") + 1


def test_een_roep_mag_overal_op_een_eigen_regel(zet: Zet, tmp_path: Path, inrichting: Inrichting) -> None:
    zet(
        "125-a.md",
        "# A\n\nvoor [ons](https://ons.nl/x)\n:::als organisatie.groepswonen\n- punt\n:::eind\n- nog een\n:::versie\n",
    )
    tekst = alle_tekst(hoofdstukken(boek_in(tmp_path, inrichting)))
    assert "voor ons (https://ons.nl/x)\npunt\nnog een\nDit is versie" in tekst


@pytest.mark.parametrize(
    ("inhoud", "regel", "zegt"),
    [
        ("# A\n\n:::matriks\n", 3, "Bedoelde je ‘matrix’?"),
        ("# A\n\ntekst\nmet {clint}\n", 4, "{clint} verwijst nergens naar. Bedoelde je ‘client’?"),
        ("# A\n\n| a |\n|---|\n| 1 |\n| {clint} |\n", 6, "{clint} verwijst"),
        ("# A\n\n<!-- een\nopmerking -->\n\n:::eind\n", 6, "zonder ‘:::als’"),
        ("# A\n\n:::als organisatie.groepswonen\n\nx\n", 3, "geen einde"),
        ("# A\n\n:::als organisatie.groepswoning\n\nx\n:::eind\n", 3, "‘organisatie.groepswoning’ ken ik niet"),
        ("# A\n\nDit is <b>vet</b>.\n", 3, "HTML"),
        ("# A\n\n<!-- open\n", 3, "HTML"),
        ("# A\n\nDag {client naam}.\n", 3, "losse ‘{’"),
        ("# A\n\n#### Te diep\n\nx\n", 3, "drie hekjes"),
        ("# A\n\n![kaart](kaart.png)\n", 3, "plaatje"),
        ("# A\n\n:::kader\n", 3, "hoort bij een fase"),
        ("# A\n\n:::liggend ../../../etc/passwd\n", 3, "is er niet"),
        ("# A\n\n:::liggend 125-a.md\n", 3, "in zichzelf"),
        ("# A\n\n:::liggend matrix.md\n\n```\n{clint}\n```\n", 6, "{clint} verwijst"),
        (b"# A\n\ntekst\ncli\xebnt\n", 4, "Sla het bestand in je tekstprogramma op als UTF-8"),
    ],
)
def test_elke_fout_noemt_bestand_en_regel(
    zet: Zet, tmp_path: Path, inrichting: Inrichting, inhoud: str | bytes, regel: int, zegt: str
) -> None:
    pad = zet("125-a.md", inhoud)
    (fout,) = fouten(tmp_path, inrichting)
    assert fout.startswith(f"{pad}, regel {regel}: ")
    assert zegt in fout


def test_alle_fouten_tegelijk_en_elk_een_keer(zet: Zet, tmp_path: Path, inrichting: Inrichting) -> None:
    zet("fase.md", "## {deze_fase}\n\n:::kerm\n:::doel\n")
    zet("125-a.md", "# A\n\n{clint}\n")
    assert len(fouten(tmp_path, inrichting)) == 3


def test_een_hoofdstuk_dat_zichzelf_oproept_houdt_op(zet: Zet, tmp_path: Path, inrichting: Inrichting) -> None:
    zet("fase.md", ":::fasen\n")
    zet("fasen/intake.md", ":::toelichting\n")
    assert any("in zichzelf" in fout for fout in fouten(tmp_path, inrichting))


def test_te_groot(zet: Zet, tmp_path: Path, inrichting: Inrichting) -> None:
    pad = zet("125-a.md", "a" * (MAX_BYTES + 1))
    (fout,) = fouten(tmp_path, inrichting)
    assert fout.startswith(f"{pad} is te groot")


@pytest.mark.parametrize(
    ("naam", "zegt"),
    [
        ("muziek.md", "bijvoorbeeld 125-muziek.md"),
        ("fasen/inteke.md", "Bedoelde je ‘fasen/intake.md’?"),
        ("120-toestemming.md.txt", "eindigt op .md"),
        ("125-muziek.docx", "eindigt op .md"),
        ("fases/intake.md", "Alleen de map ‘fasen’ mag"),
    ],
)
def test_een_bestand_dat_niemand_leest_wordt_gezegd(
    zet: Zet, tmp_path: Path, inrichting: Inrichting, naam: str, zegt: str
) -> None:
    zet(naam, "# A\n\nx\n")
    (fout,) = fouten(tmp_path, inrichting)
    assert zegt in fout


@pytest.mark.parametrize("naam", ["leesmij.md", ".125-klad.md", "~$125.md", "logo.png"])
def test_wat_geen_hoofdstuk_is_mag_er_staan(zet: Zet, tmp_path: Path, inrichting: Inrichting, naam: str) -> None:
    zet(naam, "x")
    assert koppen(tmp_path, inrichting)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no fifo here")
def test_niets_van_buiten_de_map(zet: Zet, tmp_path: Path, inrichting: Inrichting) -> None:
    geheim = tmp_path / "geheim.md"
    geheim.write_text("# Geheim\n\nx\n", encoding="utf-8")
    (tmp_path / "handleiding").mkdir()
    link = tmp_path / "handleiding" / "125-a.md"
    link.symlink_to(geheim)
    assert "ergens anders" in fouten(tmp_path, inrichting)[0]
    link.unlink()
    os.mkfifo(link)
    assert "geen gewoon bestand" in fouten(tmp_path, inrichting)[0]


def test_een_map_die_ergens_anders_heen_wijst(tmp_path: Path, inrichting: Inrichting) -> None:
    thuis, elders = tmp_path / "thuis", tmp_path / "elders"
    thuis.mkdir()
    elders.mkdir()
    (thuis / "handleiding").symlink_to(elders)
    with pytest.raises(Handboekfout, match="andere plek"):
        Hoofdstukkenmap.bij(thuis)
