"""The overview of a year in LibreOffice: every word of the charts, and every table, comes out."""

from __future__ import annotations

import io
import re

import pytest
from populatie import PEILDATUM, bestanden_van, model_van, populatie

from generator.checks import controleer
from generator.handboek.libreoffice import pdf_van, zoek_libreoffice
from generator.inrichting import ingevuld, woorden_van
from generator.jaaroverzicht import bereken
from generator.jaaroverzicht.verhaal import Deel, verhaal
from generator.jaaroverzicht.word import maak_word

pytestmark = [
    pytest.mark.client,
    pytest.mark.traag,
    pytest.mark.skipif(zoek_libreoffice() is None, reason="LibreOffice is not installed"),
]
MODEL = "leefhuis2022"


def test_alles_komt_op_papier() -> None:
    from pypdf import PdfReader

    soort = model_van(MODEL)
    gevallen = [geval for geval in populatie(300, "papier") if geval.model == MODEL]
    rapport = controleer([b for g in gevallen for b in bestanden_van(g)], soort.inrichting, PEILDATUM,
                         formulieren=soort.formulieren)  # fmt: skip
    cijfers = bereken(rapport, soort.inrichting, soort.formulieren, PEILDATUM.year, PEILDATUM)
    delen = verhaal(cijfers, woorden_van(soort.inrichting))
    lezer = PdfReader(io.BytesIO(pdf_van(maak_word(cijfers, delen, ingevuld(soort.inrichting)))))
    assert 5 <= len(lezer.pages) <= 12
    tekst = re.sub(r"\s+", "", "".join(pagina.extract_text() for pagina in lezer.pages))
    for deel in delen:
        assert _plat(deel.titel) in tekst
        _staten_staan_er(deel, tekst)
    for pagina in lezer.pages:
        assert pagina.extract_text().strip()


def _staten_staan_er(deel: Deel, tekst: str) -> None:
    """Every line stands in its table, and once more in the chart when there is one."""
    for staat in deel.staten:
        keer = 2 if staat.reeksen() and staat.grafiek == "staven" else 1
        rijen = staat.rijen[:-1] if staat.samen else staat.rijen
        for rij in rijen:
            assert tekst.count(_plat(str(rij[0]))) >= keer, rij[0]


def _plat(tekst: str) -> str:
    return re.sub(r"\s+", "", tekst)
