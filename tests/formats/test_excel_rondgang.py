"""What is filled in in Excel comes back: ``lees(vul(x)) == x``, for every form and every answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from excelblad import Werk, maak_werk
from hypothesis import given
from invullen import CYCLUS, DOSSIER, aantal_bladen, codes, velden_bij, volle_antwoorden
from strategieen import antwoorden
from test_rondgang import EXTRA_VAN_LEEFHUIS, VAN_OPVANG, buiten_de_grenzen, regelmatig

from generator.formats.excel.indeling import vrije_rijen
from generator.formulier import definities


@pytest.fixture(scope="session")
def werken() -> Mapping[str, Werk]:
    """The forms of both models."""
    return {model: maak_werk(model) for model in ("opvang2004", "leefhuis2022")}


ALLE = [*((s, "opvang2004") for s in VAN_OPVANG), *((s, "leefhuis2022") for s in EXTRA_VAN_LEEFHUIS)]


@pytest.fixture(scope="module", params=ALLE, ids=lambda p: p[0])
def blad(request: pytest.FixtureRequest, werken: Mapping[str, Werk]) -> tuple[str, Werk]:
    """Each form that there is."""
    sleutel, model = request.param
    return sleutel, werken[model]


def test_alle_formulieren() -> None:
    assert sorted(sleutel for sleutel, _ in ALLE) == sorted(definities())


def test_rondgang(blad: tuple[str, Werk]) -> None:
    sleutel, werk = blad
    formulier = werk.formulieren[sleutel]

    @given(ruw=antwoorden(formulier))
    def komt_terug(ruw: dict[str, Any]) -> None:
        waarden = regelmatig(formulier, ruw)
        gelezen = werk.lees(werk.gevuld(sleutel, waarden))
        assert gelezen.waarden == waarden
        assert list(gelezen.waarden) == list(waarden)
        assert gelezen.niet_gevonden == ()
        assert codes(gelezen) == ["L18"] * len(buiten_de_grenzen(formulier, waarden))
        assert velden_bij(gelezen, "L18") == buiten_de_grenzen(formulier, waarden)
        assert dict(gelezen.routes) == {"tag": aantal_bladen(formulier, waarden, vrije_rijen)}

    komt_terug()


def test_alles_gevuld(blad: tuple[str, Werk]) -> None:
    sleutel, werk = blad
    waarden = volle_antwoorden(werk.formulieren[sleutel])
    gelezen = werk.lees(werk.vol(sleutel), "map/een.xlsx")
    assert gelezen.waarden == waarden
    assert codes(gelezen) == []
    assert (gelezen.dossier, gelezen.cyclus) == (DOSSIER, CYCLUS)
    plekken = {antwoord.sleutel: antwoord.vindplaats for antwoord in gelezen.antwoorden}
    assert len(plekken) == len(gelezen.antwoorden)
    assert {(p.bestand, p.formaat, p.formulier, p.route) for p in plekken.values()} == {
        ("map/een.xlsx", "excel", sleutel, "tag")
    }
    assert [naam for naam, p in plekken.items() if not p.plek or p.veld != naam] == []


def test_leeg_formulier_is_leeg(blad: tuple[str, Werk]) -> None:
    sleutel, werk = blad
    gelezen = werk.lees(werk.blanco(sleutel))
    assert gelezen.waarden == {}
    assert gelezen.niet_gevonden == ()
    assert codes(gelezen) == []
    assert dict(gelezen.routes) == {"tag": aantal_bladen(werk.formulieren[sleutel], {}, vrije_rijen)}
    assert (gelezen.dossier, gelezen.cyclus) == ("", None)


def test_zelfde_invoer_zelfde_bytes(blad: tuple[str, Werk]) -> None:
    from generator.formats.excel.schrijver import maak_formulier

    sleutel, werk = blad
    assert maak_formulier(werk.formulieren[sleutel], werk.inrichting) == werk.blanco(sleutel)
    assert werk.vol(sleutel) == werk.vol(sleutel)
