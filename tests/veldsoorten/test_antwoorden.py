"""A whole set of answers: what fits, and what is said about what doesn't."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from generator.model import Formulier, Kolom, Onleesbaar, Rij, Veld
from generator.veldsoorten import normaliseer_antwoorden, zonder_leeg
from generator.veldsoorten.antwoorden import regelmatige_rijen

TABEL = Veld(
    sleutel="taken",
    soort="tabel",
    label="Taken",
    kolommen=(
        Kolom(sleutel="taak", soort="voorgedrukt", label="Taak"),
        Kolom(sleutel="wie", soort="kort", label="Wie"),
    ),
    rijen=(Rij(sleutel="a", tekst="Taak A"), Rij(sleutel="b", tekst="Taak B", vooraf={"wie": "mentor"})),
)


@pytest.fixture
def plan(formulieren: Mapping[str, Formulier]) -> Formulier:
    return formulieren["begeleidingsplan"]


def fouten_van(formulier: Formulier, antwoorden: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(fout.sleutel, fout.bericht) for fout in normaliseer_antwoorden(formulier, antwoorden)[1]]


def test_volgorde_is_die_van_het_formulier(plan: Formulier) -> None:
    waarden, fouten = normaliseer_antwoorden(plan, {"einddoel": "x", "plan_datum": "6-3-2026", "dossier_nr": "D-1"})
    assert list(waarden.items()) == [("dossier_nr", "D-1"), ("plan_datum", date(2026, 3, 6)), ("einddoel", "x")]
    assert fouten == ()


@pytest.mark.parametrize("leeg", [None, "", "  ", [], {}, "\u00a0"])
def test_lege_antwoorden_vallen_weg(plan: Formulier, leeg: Any) -> None:
    sleutels = [veld.sleutel for veld in plan.velden if veld.soort in ("kort", "lang", "datum", "getal", "keuze")]
    waarden, _ = normaliseer_antwoorden(plan, dict.fromkeys(sleutels, None) | {"einddoel": leeg or None})
    assert waarden == {}


def test_onbekende_sleutels_met_suggestie(plan: Formulier) -> None:
    assert fouten_van(plan, {"eindoel": "x"}) == [
        ("eindoel", "Dit formulier heeft geen veld ‘eindoel’. Bedoelde je ‘einddoel’?")
    ]
    ((sleutel, bericht),) = fouten_van(plan, {"gewenste_situatie": {"woonen": "x"}})
    assert sleutel == "gewenste_situatie.woonen"
    assert bericht.endswith("Bedoelde je ‘wonen’?")
    ((sleutel, bericht),) = fouten_van(plan, {"doelen": [{"doel_nr": 1}, {"doell": "x"}]})
    assert sleutel == "doelen[2].doell"
    assert bericht.endswith("Bedoelde je ‘doel’?")
    assert [sleutel for sleutel, _ in fouten_van(plan, {"handtekening_client": {"paraaf": "x"}})] == [
        "handtekening_client.paraaf"
    ]


def test_verkeerde_vorm_blijft_bewaard(plan: Formulier) -> None:
    waarden, fouten = normaliseer_antwoorden(plan, {"doelen": "leren koken", "gewenste_situatie": "rust"})
    assert waarden == {
        "gewenste_situatie": Onleesbaar("rust", "hier hoort een antwoord per leefgebied"),
        "doelen": Onleesbaar("leren koken", "hier hoort een lijst van rijen"),
    }
    assert [fout.sleutel for fout in fouten] == ["doelen", "gewenste_situatie"]


def test_alle_fouten_tegelijk(plan: Formulier) -> None:
    fouten = fouten_van(plan, {"a": 1, "b": 2, "doelen": [{"c": 1, "d": 2}], "gewenste_situatie": {"e": 1}})
    assert [sleutel for sleutel, _ in fouten] == ["a", "b", "doelen[1].c", "doelen[1].d", "gewenste_situatie.e"]


def test_handtekening_met_alleen_een_naam(plan: Formulier) -> None:
    assert normaliseer_antwoorden(plan, {"handtekening_client": "Bo"}) == ({"handtekening_client": {"naam": "Bo"}}, ())


def test_handtekening_met_alle_delen(plan: Formulier) -> None:
    ruw = {"naam": "Bo", "datum": "6-3-2026", "getekend": True}
    waarden, _ = normaliseer_antwoorden(plan, {"handtekening_client": ruw})
    assert waarden["handtekening_client"] == {"naam": "Bo", "datum": date(2026, 3, 6), "getekend": "ja"}


def test_lege_rijen_en_cellen_vallen_weg(plan: Formulier) -> None:
    waarden, _ = normaliseer_antwoorden(plan, {"doelen": [{}, {"doel": " "}, {"doel": "x", "doel_nr": None}]})
    assert waarden == {"doelen": ({"doel": "x"},)}


# -- preprinted rows


def rijen(*regels: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    return regelmatige_rijen(TABEL, list(regels))


def test_voorgedrukte_rijen_staan_vooraan_in_volgorde() -> None:
    eigen, a, b = {"taak": "eigen", "wie": "x"}, {"taak": "a", "wie": "y"}, {"taak": "b", "wie": "z"}
    assert rijen(eigen, b, a) == (a, b, eigen)


def test_onaangeroerde_rijen_vallen_weg() -> None:
    assert rijen({"taak": "a"}, {"taak": "b", "wie": "mentor"}) == ()
    assert rijen({"taak": "b"}) == ()
    assert rijen({"taak": "b", "wie": "client"}) == ({"taak": "b", "wie": "client"},)


def test_dubbele_voorgedrukte_rij_blijft() -> None:
    een, twee = {"taak": "a", "wie": "x"}, {"taak": "a", "wie": "y"}
    assert rijen(een, twee) == (een, twee)


def test_rij_zonder_naam_blijft() -> None:
    assert rijen({"wie": "x"}) == ({"wie": "x"},)


def test_zonder_leeg() -> None:
    assert zonder_leeg({"a": "", "b": 0, "c": None, "d": (), "e": "x"}) == {"b": 0, "e": "x"}
