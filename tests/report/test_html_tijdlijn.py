"""The drawing of a dossier: everything in its place, nothing over something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from html_rapporten import invoer
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.model import Faseperiode
from generator.report.html.beeld import Beeld
from generator.report.html.svg import BREED, LINKS, _rijen, _streepjes, tekening
from generator.report.html.tijdlijn import Tijdlijn, rijen_van, tijdlijn_van

TEKEN = 6.1


def beeld(model: str = "opvang2004", aantal: int = 12) -> Beeld:
    return Beeld(*invoer(aantal, model))


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(1, 200))))
def test_in_een_rij_raakt_niets_elkaar(stukken: list[tuple[float, float]]) -> None:
    plekken = sorted((links, links + breed) for links, breed in stukken)
    per_rij: dict[int, list[tuple[float, float]]] = {}
    for plek, rij in zip(plekken, _rijen(plekken), strict=True):
        per_rij.setdefault(rij, []).append(plek)
    for delen in per_rij.values():
        assert all(voor[1] <= na[0] for voor, na in pairwise(delen))


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(58, 3000))
def test_namen_van_maanden_staan_los_van_elkaar(van: date, dagen: int) -> None:
    tot = van + timedelta(days=dagen)
    streepjes = _streepjes(van, tot)
    per_dag = (BREED - LINKS) / dagen
    for (voor, een), (na, ander) in pairwise(streepjes):
        assert (na - voor).days * per_dag > (len(een) + len(ander)) / 2 * TEKEN * 0.85
    assert all(van <= dag <= tot for dag, _ in streepjes)


@pytest.mark.parametrize("model", ["opvang2004", "leefhuis2022", "kr8jongeren", "movisie2021"])
def test_alles_staat_binnen_de_tekening(model: str) -> None:
    geheel = beeld(model)
    for deel in geheel.dossiers:
        lijn = tijdlijn_van(deel, geheel)
        assert lijn is not None
        svg = etree.fromstring(tekening(lijn, geheel, deel.anker, "Verloop"))
        hoogte = float(svg.get("viewBox").split()[3])
        for vorm in svg.iter("use", "rect", "text"):
            x, y = float(vorm.get("x", LINKS)), float(vorm.get("y", 0))
            assert 0 <= x <= BREED
            assert 0 <= y <= hoogte
            assert x + float(vorm.get("width", 0)) <= BREED + 0.1
        assert len(svg.findall("use")) == 1 + len(lijn.punten) + len(lijn.vlaggen) + len(lijn.merken)
        assert len([b for b in svg.iter("rect") if b.get("class", "").startswith("b")]) == len(lijn.balken)


def test_een_verkeerd_jaar_drukt_de_rest_niet_in_elkaar() -> None:
    geheel = beeld()
    deel = geheel.dossiers[0]
    fout = Faseperiode(fase="aanmelding", cyclus=0, van=date(1026, 3, 1), tot=date(1026, 3, 2))
    verloop = replace(deel.dossier.verloop, perioden=(fout, *deel.dossier.verloop.perioden))
    lijn = tijdlijn_van(replace(deel, dossier=replace(deel.dossier, verloop=verloop)), geheel)
    assert lijn is not None
    assert (geheel.peildatum - lijn.van).days < 7 * 366
    svg = etree.fromstring(tekening(lijn, geheel, "d1", "x"))
    assert min(float(b.get("x")) for b in svg.iter("rect") if b.get("class") == "b") >= LINKS


def test_zonder_datums_geen_tekening_maar_wel_een_tabel() -> None:
    geheel = beeld()
    deel = next(d for d in geheel.dossiers if d.dossier.invullingen)
    kaal = [replace(i, waarden={}) for i in deel.dossier.invullingen]
    verloop = replace(deel.dossier.verloop, perioden=(), termijnen=())
    leeg = replace(deel, termijnen=(), dossier=replace(deel.dossier, invullingen=tuple(kaal), verloop=verloop))
    assert tijdlijn_van(leeg, geheel) is None
    assert len(rijen_van(leeg, None, geheel)) == len(kaal)


def test_de_tabel_zegt_wat_de_tekening_laat_zien() -> None:
    geheel = beeld(aantal=20)
    for deel in geheel.dossiers:
        lijn = tijdlijn_van(deel, geheel)
        assert isinstance(lijn, Tijdlijn)
        rijen = rijen_van(deel, lijn, geheel)
        assert {balk.zin for balk in lijn.balken} <= {rij.zin for rij in rijen}
        assert len(rijen) == len(lijn.balken) + len(deel.dossier.invullingen) + len(lijn.vlaggen)
        dagen = [rij.dag for rij in rijen if rij.dag]
        assert dagen == sorted(dagen)
