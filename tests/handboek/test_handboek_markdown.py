"""Chapters in Markdown: what counts as text, what calls in a part, what is left out."""

from __future__ import annotations

import pytest

from generator.handboek.blokken import Alinea, Blok, Kop, Stuk, Tabel, alinea, zonder_lege_koppen
from generator.handboek.boek import Boek
from generator.handboek.fouten import Handboekfout
from generator.handboek.markdown import lees_markdown, lees_passage
from generator.model import Inrichting


@pytest.fixture(scope="module")
def boek(inrichting: Inrichting) -> Boek:
    return Boek.van(inrichting, {})


def lees(tekst: str, boek: Boek) -> list[Blok]:
    return lees_markdown(tekst, boek, lambda naam, rest: [alinea(f"[{naam} {rest}]")], "proef.md")


def tekst_van(blok: Blok) -> str:
    assert isinstance(blok, Alinea | Kop)
    return "".join(stuk.tekst for stuk in blok.inhoud)


def test_woorden_worden_na_het_lezen_ingevuld(boek: Boek) -> None:
    (blok,) = lees("Dag {de_client}, **{begeleider}** en *{organisatie}*.", boek)
    assert isinstance(blok, Alinea)
    assert [stuk.stijl for stuk in blok.inhoud] == ["", "Strong", "", "Emphasis", ""]
    assert "{" not in tekst_van(blok)


def test_lijsten_en_tabellen(boek: Boek) -> None:
    blokken = lees("- een\n- twee\n  - diep\n\n1. a\n2. b\n\n1) c\n\n| x | y |\n|---|---|\n| 1 | 2 |\n", boek)
    stijlen = [blok.stijl for blok in blokken if isinstance(blok, Alinea)]
    assert stijlen == ["List Bullet", "List Bullet", "List Bullet 2", *["List Number"] * 3]
    lijsten = [blok.lijst for blok in blokken if isinstance(blok, Alinea) and blok.lijst]
    assert lijsten[0] == lijsten[1] != lijsten[2]
    assert isinstance(blokken[-1], Tabel)
    assert len(blokken[-1].rijen) == 2


def test_een_deel_wordt_opgeroepen_en_een_voorwaarde_gevolgd(boek: Boek) -> None:
    tekst = ":::als organisatie.minderjarigen\n\nalleen voor kinderen\n\n:::schema\n:::eind\n:::tekst basishouding\n"
    assert [tekst_van(blok) for blok in lees(tekst, boek)] == ["[tekst basishouding]"]


def test_een_einde_zonder_begin_wordt_gemeld(boek: Boek) -> None:
    with pytest.raises(Handboekfout, match=r"proef\.md"):
        lees("tekst\n\n:::eind\n", boek)


def test_een_passage_roept_niets_op_en_maakt_geen_kop(boek: Boek) -> None:
    blokken = lees_passage("# Groot\n\n:::matrix\n\n    ingesprongen", boek)
    assert [tekst_van(blok) for blok in blokken] == ["Groot", ":::matrix", "ingesprongen"]
    assert not any(isinstance(blok, Kop) for blok in blokken)


def test_lege_koppen_vallen_weg() -> None:
    def kop(niveau: int, tekst: str) -> Kop:
        return Kop(niveau, (Stuk(tekst),))

    blokken = [kop(1, "a"), kop(2, "leeg"), kop(2, "b"), kop(3, "leeg"), kop(3, "c"), alinea("x"), kop(1, "leeg")]
    assert [tekst_van(blok) for blok in zonder_lege_koppen(blokken)] == ["a", "b", "c", "x"]
