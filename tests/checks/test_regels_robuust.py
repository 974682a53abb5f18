"""Whatever a form holds, no rule fails; what can't be judged is skipped or found, never raised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import kleindossier
from hypothesis import given
from hypothesis import strategies as st
from kleindossier import PEILDATUM, antwoorden, bestand, formulieren, inrichting

from generator.checks import controleer
from generator.model import Bestand, Onleesbaar

ENKEL = st.one_of(
    st.none(),
    st.sampled_from(["ja", "nee", "wonen", "-", "", "n.v.t.", "intake", "spoed", "later", "algemeen", "uitzetting"]),
    st.integers(-3, 9),
    st.floats(allow_nan=False, allow_infinity=False, width=16),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.builds(Onleesbaar, st.text(max_size=12), st.just("reden")),
    st.text(max_size=12),
)
KOLOMMEN = st.sampled_from(["doel_nr", "actie", "wie", "leefgebied", "aanpakken", "besproken"])
WAARDE = st.one_of(
    ENKEL,
    st.lists(ENKEL, max_size=3).map(tuple),
    st.lists(st.dictionaries(KOLOMMEN, ENKEL), max_size=3).map(tuple),
    st.dictionaries(st.sampled_from(["wonen", "werk", "tuin", "naam", "datum", "getekend"]), ENKEL, max_size=4),
)  # fmt: skip


@st.composite
def partijen(draw: st.DrawFn) -> list[Bestand]:
    bestanden = []
    for naam, gegeven in antwoorden(**draw(st.sampled_from([{}, {"begeleidingsplan@2.plan_versie": 2}]))).items():
        if draw(st.integers(0, 5)) == 0:
            continue
        deel = bestand(naam, gegeven).invulling
        assert deel is not None
        velden = [veld.sleutel for veld in formulieren()[deel.formulier].velden]
        raar: dict[str, Any] = draw(st.dictionaries(st.sampled_from(velden), WAARDE, max_size=4))
        kwijt = draw(st.lists(st.sampled_from([*velden, "doelen.doel_nr", "lg_goed.wonen", "acties.wie"]), max_size=4))
        deel = replace(deel, waarden={**deel.waarden, **raar}, niet_gevonden=tuple(kwijt),
                       dossier=draw(st.sampled_from(["D-1", "D-1", "D-1", ""])),
                       cyclus=draw(st.sampled_from([deel.cyclus, None, 1, 3])))  # fmt: skip
        bestanden.append(Bestand(pad=deel.bestand, status="gelezen", invulling=deel))
    return bestanden


@given(partijen())
def test_geen_enkele_inhoud_laat_een_regel_vallen(bestanden: list[Bestand]) -> None:
    rapport = controleer(bestanden, inrichting(), PEILDATUM, formulieren=formulieren())
    assert len(rapport.bestanden) == len(bestanden)


@given(st.permutations(list(kleindossier.antwoorden())))
def test_de_volgorde_van_bestanden_maakt_niet_uit(volgorde: list[str]) -> None:
    alle = antwoorden(**{"aanmelding.hulpvraag": "-", "begeleidingsplan.doelen.0.streefdatum": None})
    bestanden = [bestand(naam, alle[naam]) for naam in volgorde]
    rapport = controleer(bestanden, inrichting(), PEILDATUM, formulieren=formulieren())
    eerste = controleer([bestand(n, alle[n]) for n in alle], inrichting(), PEILDATUM, formulieren=formulieren())
    assert rapport.bevindingen == eerste.bevindingen
    assert rapport.dossiers == eerste.dossiers
