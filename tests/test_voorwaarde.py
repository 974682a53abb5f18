"""Conditions: what can be said, what it means, and what is said about what can't be read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.voorwaarde import Voorwaardefout, is_niets, lees_voorwaarde


def geldt(tekst: str, **waarden: Any) -> bool:
    return lees_voorwaarde(tekst).geldt(lambda naam: waarden.get(naam.replace(".", "_")))


@pytest.mark.parametrize(
    ("tekst", "waarden", "uit"),
    [
        ("als besluit = intake", {"besluit": "intake"}, True),
        ("als besluit = intake", {"besluit": "proef"}, False),
        ("als besluit = intake", {}, False),
        ("besluit = intake", {"besluit": "intake"}, True),
        ("als aanmelder ≠ client", {"aanmelder": "familie"}, True),
        ("als aanmelder != client", {"aanmelder": "client"}, False),
        ("als aanmelder ≠ client", {}, True),
        ("als besluit = toelating|proef", {"besluit": "proef"}, True),
        ("als besluit = toelating | proef", {"besluit": "proef"}, True),
        ("als besluit ≠ toelating|proef", {"besluit": "proef"}, False),
        ("als cyclus_nr > 1", {"cyclus_nr": 2}, True),
        ("als cyclus_nr > 1", {"cyclus_nr": 1}, False),
        ("als cyclus_nr > 1", {}, False),
        ("als cyclus_nr >= 2", {"cyclus_nr": 2}, True),
        ("als cyclus_nr ≥ 2", {"cyclus_nr": 1}, False),
        ("als cyclus_nr <= 2", {"cyclus_nr": 2}, True),
        ("als cyclus_nr ≤ 2", {"cyclus_nr": 3}, False),
        ("als cyclus_nr < 2", {"cyclus_nr": "1"}, True),
        ("als cyclus_nr > 1", {"cyclus_nr": "veel"}, False),
        ("als leeftijd < parameter.leeftijd_toestemming", {"leeftijd": 15, "parameter_leeftijd_toestemming": 16}, True),
        ("als leeftijd < parameter.leeftijd_toestemming", {"leeftijd": 15, "parameter_leeftijd_toestemming": "uit"}, 0),
        ("als a < b", {"a": date(2026, 1, 1), "b": date(2026, 1, 2)}, True),
        ("als kopie_op is leeg", {}, True),
        ("als kopie_op is leeg", {"kopie_op": ""}, True),
        ("als kopie_op is leeg", {"kopie_op": date(2026, 1, 1)}, False),
        ("als kopie_op is gevuld", {"kopie_op": 0}, True),
        ("als tabel is gevuld", {"tabel": ()}, False),
        ("als organisatie.groepswonen = ja", {"organisatie_groepswonen": "ja"}, True),
        ("als setting = wonen", {"setting": ("ambulant", "wonen")}, True),
        ("als setting ≠ wonen", {"setting": ("ambulant", "wonen")}, False),
        ("als niet a = ja", {"a": "nee"}, True),
        ("als niet niet a = ja", {"a": "ja"}, True),
        ("als a = ja en b = ja", {"a": "ja", "b": "ja"}, True),
        ("als a = ja en b = ja", {"a": "ja"}, False),
        ("als a = ja of b = ja", {"b": "ja"}, True),
        ("als niet (a = ja en b = nee)", {"a": "ja", "b": "nee"}, False),
        ("als niet (a = ja en b = nee)", {"a": "ja", "b": "ja"}, True),
        ("als  ( a=ja )", {"a": "ja"}, True),
        ("als plan_versie = 2", {"plan_versie": 2}, True),
    ],
)
def test_geldt(tekst: str, waarden: dict[str, Any], uit: bool) -> None:
    assert geldt(tekst, **waarden) is bool(uit)


@pytest.mark.parametrize(("a", "b", "c"), [(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)])
def test_en_gaat_voor_of(a: int, b: int, c: int) -> None:
    waarden = {"a": str(a), "b": str(b), "c": str(c)}
    assert geldt("als a = 1 of b = 1 en c = 1", **waarden) is bool(a or (b and c))
    assert geldt("als (a = 1 of b = 1) en c = 1", **waarden) is bool((a or b) and c)
    assert geldt("als niet a = 1 en b = 1", **waarden) is bool(not a and b)


def test_namen_en_vergelijkingen() -> None:
    voorwaarde = lees_voorwaarde("als a = x|y en (b is leeg of niet a > 3) en c ≠ z")
    assert voorwaarde.namen == ("a", "b", "c")
    assert voorwaarde.vergelijkingen == (("a", ("x", "y")), ("c", ("z",)))


@pytest.mark.parametrize(
    ("tekst", "bericht"),
    [
        ("", "Waar de naam van een veld hoort, houdt de voorwaarde op."),
        ("als ", "Waar de naam van een veld hoort, houdt de voorwaarde op."),
        ("als a", "Na ‘a’ hoort =, ≠, <, > of ‘is leeg’ / ‘is gevuld’."),
        ("als a b", "Na ‘a’ hoort =, ≠, <, > of ‘is leeg’ / ‘is gevuld’."),
        ("als a is", "Na ‘a is’ hoort ‘leeg’ of ‘gevuld’."),
        ("als a is vol", "Na ‘a is’ hoort ‘leeg’ of ‘gevuld’."),
        ("als a =", "Achter het teken ontbreekt een waarde."),
        ("als a = x|", "Achter het teken ontbreekt een waarde."),
        ("als (a = x", "Er ontbreekt een haakje ‘)’."),
        ("als a = x y", "Na ‘a = x y’ staat iets dat er niet hoort: ‘y’."),
        ("als a = x)", "Na ‘a = x)’ staat iets dat er niet hoort: ‘)’."),
        ("als a = x en", "Waar de naam van een veld hoort, houdt de voorwaarde op."),
        ("als = x", "Waar de naam van een veld hoort, staat ‘=’."),
        ("als niet", "Waar de naam van een veld hoort, houdt de voorwaarde op."),
    ],
)
def test_fouten(tekst: str, bericht: str) -> None:
    with pytest.raises(Voorwaardefout) as fout:
        lees_voorwaarde(tekst)
    assert str(fout.value) == bericht


@pytest.mark.parametrize("tekst", ["als ) = x", "als a = =", "als a = (", "als a = |", "als a = b!"])
def test_teken_op_de_plek_van_een_naam(tekst: str) -> None:
    with pytest.raises(Voorwaardefout):
        lees_voorwaarde(tekst)


@given(tekst=st.text(alphabet="ab =≠<>|()!niet of en is leeg", max_size=40))
def test_elke_tekst_is_een_voorwaarde_of_een_fout(tekst: str) -> None:
    bericht = ""
    try:
        voorwaarde = lees_voorwaarde(tekst)
    except Voorwaardefout as fout:
        bericht = str(fout)
    assert bericht or voorwaarde.geldt(lambda naam: None) in (True, False)


@pytest.mark.parametrize(("waarde", "uit"), [(None, 1), ("", 1), ((), 1), ({}, 1), (0, 0), (False, 0), ("0", 0)])
def test_is_niets(waarde: Any, uit: int) -> None:
    assert is_niets(waarde) is bool(uit)
