"""The flowchart: names stay inside their boxes, whatever they are."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.handboek.blokken import Tekening
from generator.handboek.boek import Boek
from generator.handboek.letters import REGELHOOGTE, breedte
from generator.handboek.schema import BREEDTE, passend, schema
from generator.model import Inrichting


@given(st.text(max_size=120), st.floats(40, 200), st.floats(10, 60), st.booleans())
def test_tekst_past_altijd_in_zijn_vak(tekst: str, ruimte: float, hoogte: float, vet: bool) -> None:
    regels, maat = passend(tekst, ruimte, hoogte, 12, 6.5, vet)
    assert all(breedte(regel, vet) * maat / 1000 <= ruimte + maat for regel in regels)
    assert len(regels) * maat * REGELHOOGTE <= max(hoogte, maat * REGELHOOGTE) + 0.01
    assert 6.5 <= maat <= 12


def _tekening(inrichting: Inrichting) -> Tekening:
    (blok,) = schema(Boek.van(inrichting, {}))
    assert isinstance(blok, Tekening)
    return blok


def test_acht_stations_de_lus_en_alle_besluiten(inrichting: Inrichting) -> None:
    tekening = _tekening(inrichting)
    teksten = [" ".join(vorm.regels) for vorm in tekening.vormen if vorm.regels]
    assert [tekst for tekst in teksten if tekst.isdigit()] == list("12345678")
    assert any("opnieuw vanaf fase" in tekst for tekst in teksten)
    for fase in inrichting.fasen:
        assert all(besluit.naam in tekening.omschrijving or besluit.vervolg == "analyse" for besluit in fase.besluiten)
    assert "einde" in teksten


def test_alles_blijft_binnen_de_tekening_ook_met_veel_besluiten(inrichting: Inrichting) -> None:
    eerste = inrichting.fasen[0]
    veel = replace(inrichting, fasen=(replace(eerste, besluiten=eerste.besluiten * 6), *inrichting.fasen[1:]))
    for tekening in (_tekening(inrichting), _tekening(veel)):
        for vorm in tekening.vormen:
            assert vorm.x + min(vorm.breedte, 0) >= -0.1
            assert vorm.x + max(vorm.breedte, 0) <= BREEDTE + 0.1
            assert vorm.y + min(vorm.hoogte, 0) >= -0.1
            assert vorm.y + max(vorm.hoogte, 0) <= tekening.hoogte + 0.1
