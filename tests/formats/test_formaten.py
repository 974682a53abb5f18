"""One form in three formats: the same answers give the same record, apart from where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from drukkerij import Drukkerij, lees, organisatie
from hypothesis import given, settings
from invullen import CYCLUS, DOSSIER, codes, volle_antwoorden
from strategieen import antwoorden

from generator.formats import FORMATEN, Formaatnaam
from generator.formulier import definities
from generator.model import Formulier, Invulling
from generator.veldsoorten import normaliseer_antwoorden

# Every form there is, each with a model that has it.
MODELLEN = ("opvang2004", "leefhuis2022")
MODEL_VAN = {sleutel: model for model in reversed(MODELLEN) for sleutel in organisatie(model)[1]}
FORMULIEREN = pytest.mark.parametrize("sleutel", sorted(MODEL_VAN))
IN_ELK = pytest.mark.parametrize("naam", FORMATEN)


def kern(gelezen: Invulling) -> dict[str, Any]:
    """Return what a form says, without how and where that was read."""
    return {
        "formulier": gelezen.formulier,
        "versie": gelezen.versie,
        "organisatie": gelezen.organisatie,
        "uitgangsmodel": gelezen.uitgangsmodel,
        "handleiding": gelezen.handleiding,
        "dossier": gelezen.dossier,
        "cyclus": gelezen.cyclus,
        "waarden": gelezen.waarden,
        "volgorde": list(gelezen.waarden),
        "niet_gevonden": gelezen.niet_gevonden,
        "codes": codes(gelezen),
    }


def formulier_van(sleutel: str) -> Formulier:
    return organisatie(MODEL_VAN[sleutel])[1][sleutel]


def in_elk(drukkerij: Drukkerij, sleutel: str, waarden: Mapping[str, Any]) -> dict[Formaatnaam, Invulling]:
    """Return what is read back from each format."""
    model = MODEL_VAN[sleutel]
    return {naam: lees(drukkerij.vul(naam, sleutel, waarden, DOSSIER, CYCLUS, model), model) for naam in FORMATEN}


def test_elk_formulier_doet_mee() -> None:
    assert sorted(MODEL_VAN) == sorted(definities())
    assert len(MODEL_VAN) == 34


@FORMULIEREN
def test_hetzelfde_in_elk_formaat(sleutel: str, drukkerij: Drukkerij) -> None:
    """The property itself; few examples per form, as a PDF that grows is laid out again."""

    @settings(max_examples=2)
    @given(ruw=antwoorden(formulier_van(sleutel)))
    def is_hetzelfde(ruw: dict[str, Any]) -> None:
        waarden, fouten = normaliseer_antwoorden(formulier_van(sleutel), ruw)
        assert fouten == ()
        gelezen = in_elk(drukkerij, sleutel, waarden)
        assert gelezen["word"].waarden == waarden
        assert [deel.formaat for deel in gelezen.values()] == list(FORMATEN)
        for naam in FORMATEN:
            assert kern(gelezen[naam]) == kern(gelezen["word"]), naam

    is_hetzelfde()


@FORMULIEREN
def test_vol_in_elk_formaat(sleutel: str, drukkerij: Drukkerij) -> None:
    waarden = volle_antwoorden(formulier_van(sleutel))
    for naam, gelezen in in_elk(drukkerij, sleutel, waarden).items():
        assert gelezen.waarden == waarden, naam
        assert codes(gelezen) == [], naam
        assert (gelezen.dossier, gelezen.cyclus) == (DOSSIER, CYCLUS), naam
        plekken = {antwoord.vindplaats.formaat for antwoord in gelezen.antwoorden}
        assert plekken == {naam}


@IN_ELK
@FORMULIEREN
def test_leeg_is_leeg(sleutel: str, naam: Formaatnaam, drukkerij: Drukkerij) -> None:
    gelezen = lees(drukkerij.blanco(naam, sleutel, MODEL_VAN[sleutel]), MODEL_VAN[sleutel])
    assert (gelezen.waarden, gelezen.niet_gevonden, codes(gelezen)) == ({}, (), [])
    assert (gelezen.formulier, gelezen.versie) == (sleutel, formulier_van(sleutel).versie)
    assert (gelezen.dossier, gelezen.cyclus) == ("", None)
