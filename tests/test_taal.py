"""The organisation's own words in every text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.inrichting import alle_teksten, ingevuld, woorden_van
from generator.model import Inrichting, Term
from generator.taal import (
    getalwoord,
    onbekende_verwijzingen,
    opsomming,
    vul_in,
    vul_record_in,
    woordenlijst,
)

WOORDEN = {"client": "cliënt", "team": "het team", "fase.opstart": "opname", "leeg": ""}


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("{client}", "cliënt"),
        ("{Client}", "Cliënt"),
        ("De {client} en {team}.", "De cliënt en het team."),
        ("{Team} beslist", "Het team beslist"),
        ("{fase.opstart}", "opname"),
        ("{Fase.opstart}", "Opname"),
        ("{onbekend}", "{onbekend}"),
        ("{{client}}", "{cliënt}"),
        ("{ client }", "{ client }"),
        ("{}", "{}"),
        ("{CLIENT}", "{CLIENT}"),
        ("{leeg}", ""),
        ("{Leeg}", ""),
        ("zonder", "zonder"),
        ("{client.__class__}", "{client.__class__}"),
        ("{0}", "{0}"),
        ("{client", "{client"),
        ("%s %(client)s ${client}", "%s %(client)s $cliënt"),
    ],
)
def test_vul_in(tekst: str, uit: str) -> None:
    assert vul_in(tekst, WOORDEN) == uit


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [("{client} {Client}", []), ("{clint} {x.y}", ["clint", "x.y"]), ("{ a } {}", []), ("{CLIENT}", ["CLIENT"])],
)
def test_onbekende_verwijzingen(tekst: str, namen: list[str]) -> None:
    assert onbekende_verwijzingen(tekst, WOORDEN) == namen


@given(tekst=st.text(alphabet="{}clientTEAM .é", max_size=40))
def test_wat_blijft_staan_is_wat_onbekend_is(tekst: str) -> None:
    over = vul_in(tekst, dict.fromkeys(WOORDEN, "x"))
    assert onbekende_verwijzingen(over, {}) == onbekende_verwijzingen(tekst, WOORDEN) or "{x" in over or "x}" in over


def test_woord_met_accolades_wordt_niet_nog_eens_ingevuld() -> None:
    assert vul_in("{client}", {"client": "{team}", "team": "x"}) == "{team}"


@dataclass(frozen=True)
class Doos:
    tekst: str
    lijst: tuple[Any, ...]
    groep: dict[str, Any]
    getal: int = 3


def test_hele_records_hoe_diep_ook() -> None:
    doos = Doos("{client}", ("{team}", Doos("{Client}", (), {}), 4), {"{client}": "{client}", "x": ("{team}",)})
    assert vul_record_in(doos, WOORDEN) == Doos(
        "cliënt", ("het team", Doos("Cliënt", (), {}), 4), {"{client}": "cliënt", "x": ("het team",)}
    )


@pytest.mark.parametrize(
    ("lidwoord", "woorden"),
    [
        ("de", {"de_client": "de bewoner", "deze_client": "deze bewoner", "die_client": "die bewoner",
                "elke_client": "elke bewoner", "onze_client": "onze bewoner"}),
        ("het", {"de_client": "het bewoner", "deze_client": "dit bewoner", "die_client": "dat bewoner",
                 "elke_client": "elk bewoner", "onze_client": "ons bewoner"}),
    ],
)  # fmt: skip
def test_lidwoorden(opvang: Inrichting, lidwoord: Any, woorden: dict[str, str]) -> None:
    from dataclasses import replace

    term = Term(enkelvoud="bewoner", meervoud="bewoners", lidwoord=lidwoord)
    lijst = woordenlijst(replace(opvang, termen={**opvang.termen, "client": term}))
    assert {naam: lijst[naam] for naam in woorden} == woorden
    assert (lijst["client"], lijst["clienten"], lijst["clients"]) == ("bewoner", "bewoners", "bewoners")


def test_woordenlijst_van_opvang(opvang: Inrichting) -> None:
    woorden = woorden_van(opvang)
    assert {naam: woorden[naam] for naam in ("organisatie", "client", "clienten", "de_client", "de_team")} == {
        "organisatie": "Opvang De Brug",
        "client": "cliënt",
        "clienten": "cliënten",
        "de_client": "de cliënt",
        "de_team": "het team",
    }
    assert (woorden["fase.opstart"], woorden["fase.opstart.kort"]) == ("Opnamefase", "Opname")
    assert woorden["leefgebied.wonen"] == "Huisvesting"
    assert woorden["parameter.planning_max"] == "14"
    assert woorden["aantal_leefgebieden"] == "acht"
    assert woorden["gespreksmethode"] == "motiverende gespreksvoering"
    assert [naam for naam, tekst in woorden.items() if onbekende_verwijzingen(tekst, {})] == []


def test_elke_rol_is_een_woord(opvang: Inrichting) -> None:
    woorden = woorden_van(opvang)
    assert [rol.sleutel for rol in opvang.rollen if rol.sleutel not in woorden] == []


def test_ingevuld_laat_niets_staan(opvang: Inrichting) -> None:
    over = [(pad, tekst) for pad, tekst in alle_teksten(ingevuld(opvang), ()) if onbekende_verwijzingen(tekst, {})]
    assert over == []


@pytest.mark.parametrize(
    ("getal", "woord"), [(0, "nul"), (1, "één"), (8, "acht"), (12, "twaalf"), (13, "13"), (-1, "-1")]
)
def test_getalwoord(getal: int, woord: str) -> None:
    assert getalwoord(getal) == woord


@pytest.mark.parametrize(
    ("delen", "uit"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (("a", "b", "c"), "a, b en c")]
)
def test_opsomming(delen: Any, uit: str) -> None:
    assert opsomming(delen) == uit
    assert opsomming(delen, "of") == uit.replace(" en ", " of ")
