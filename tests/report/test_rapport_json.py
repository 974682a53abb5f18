"""The shape of the JSON report (ontwerp.md, Interfaces)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from generator.model import (
    Antwoord,
    Bestand,
    Bevinding,
    Dossier,
    Ernst,
    Invulling,
    Onleesbaar,
    Overgeslagen,
    Rapport,
    Vindplaats,
)
from generator.report.json import lezing_als_gegevens, rapport_als_gegevens, rapport_als_json

GEHEIM = "Geheim van Noor 👍"


def invulling() -> Invulling:
    waarden = {
        "einddoel": GEHEIM,
        "plan_datum": date(2026, 3, 2),
        "keuzes": ("a", "b"),
        "doelen": ({"doel_nr": 1, "streefdatum": Onleesbaar("gauw", "?")},),
        "lg_goed": {"wonen": "x"},
    }
    plekken = (("einddoel", "tag"), ("lg_goed.wonen", "bladwijzer"), ("doelen[1].doel_nr", "naast het veld"))
    antwoorden = tuple(
        Antwoord(s, GEHEIM, GEHEIM, Vindplaats("p.docx", "word", "Doelen", route)) for s, route in plekken
    )
    return Invulling(formulier="begeleidingsplan", versie="3", organisatie="O", dossier="D-0001", cyclus=1,
                     bestand="p.docx", formaat="word", waarden=waarden, antwoorden=antwoorden)  # fmt: skip


@pytest.fixture
def rapport() -> Rapport:
    plek = Vindplaats("p.docx", "word", "Plan", "tag", "begeleidingsplan", "plan_datum")
    return Rapport(
        inrichting="opvang2004",
        organisatie="O",
        peildatum="2026-11-21",
        bestanden=(
            Bestand(pad="p.docx", status="gelezen", sha256="ab", formaat="word", invulling=invulling()),
            Bestand(pad="q.doc", status="geweigerd", reden="Oud.", code="L40"),
            Bestand(pad="~$p.docx", status="overgeslagen", reden="Slot."),
        ),
        dossiers=(Dossier(nummer="D-0001", invullingen=(), stand="kern", fase="planning", cyclus=1),),
        bevindingen=(
            Bevinding(code="R30", titel="Plan op tijd", ernst=Ernst.WAARSCHUWING, bericht="Te laat.",
                      vindplaatsen=(plek,), dossier="D-0001", bron="S2:317"),
            Bevinding(code="R72", titel="Niet te plaatsen", ernst=Ernst.FOUT, bericht="Oud.",
                      vindplaatsen=(Vindplaats("q.doc"),)),
        ),
        uitgevoerd=("R30",),
        overgeslagen=(Overgeslagen(code="R41", dossier="D-0001", reden="er is nog geen evaluatie"),),
    )  # fmt: skip


def test_vorm(rapport: Rapport) -> None:
    assert rapport_als_gegevens(rapport) == {
        "schema": "achtfasen.rapport/1",
        "geldig": False,
        "inrichting": "opvang2004",
        "peildatum": "2026-11-21",
        "tellingen": {"bestanden": 3, "gelezen": 1, "geweigerd": 1, "fout": 1, "waarschuwing": 1, "aandachtspunt": 0},
        "bestanden": [
            {"pad": "p.docx", "sha256": "ab", "status": "gelezen", "reden": None, "formaat": "word",
             "formulier": "begeleidingsplan", "versie": "3", "dossier": "D-0001", "cyclus": 1,
             "routes": {"tag": 1, "bladwijzer": 1, "label": 0, "naast het veld": 1}},
            {"pad": "q.doc", "sha256": None, "status": "geweigerd", "reden": "Oud.", "formaat": None,
             "formulier": None, "versie": None, "dossier": None, "cyclus": None,
             "routes": {"tag": 0, "bladwijzer": 0, "label": 0}},
            {"pad": "~$p.docx", "sha256": None, "status": "overgeslagen", "reden": "Slot.", "formaat": None,
             "formulier": None, "versie": None, "dossier": None, "cyclus": None,
             "routes": {"tag": 0, "bladwijzer": 0, "label": 0}},
        ],
        "dossiers": [{"dossier": "D-0001", "stand": "kern", "fase": "planning", "cyclus": 1}],
        "bevindingen": [
            {"code": "R30", "titel": "Plan op tijd", "ernst": "waarschuwing", "dossier": "D-0001", "bestand": "p.docx",
             "formulier": "begeleidingsplan", "veld": "plan_datum", "plek": "Plan", "bericht": "Te laat.",
             "bron": "S2:317"},
            {"code": "R72", "titel": "Niet te plaatsen", "ernst": "fout", "dossier": None, "bestand": "q.doc",
             "formulier": None, "veld": None, "plek": None, "bericht": "Oud.", "bron": None},
        ],
        "overgeslagen": [{"code": "R41", "dossier": "D-0001", "reden": "er is nog geen evaluatie"}],
    }  # fmt: skip


def test_geen_antwoorden_tenzij_gevraagd(rapport: Rapport) -> None:
    assert GEHEIM not in rapport_als_json(rapport).decode()
    met = json.loads(rapport_als_json(rapport, met_antwoorden=True))
    assert met["bestanden"][0]["antwoorden"] == {
        "einddoel": GEHEIM,
        "plan_datum": "2026-03-02",
        "keuzes": ["a", "b"],
        "doelen": [{"doel_nr": 1, "streefdatum": "gauw"}],
        "lg_goed": {"wonen": "x"},
    }
    assert met["bestanden"][1]["antwoorden"] == {}


def test_zelfde_rapport_geeft_zelfde_bytes(rapport: Rapport) -> None:
    assert rapport_als_json(rapport) == rapport_als_json(replace(rapport))


def test_naam_die_geen_tekst_is_breekt_niets(rapport: Rapport) -> None:
    raar = Bestand(pad="a\udcffb.docx", status="geweigerd", reden="x")
    assert b'"a?b.docx"' in rapport_als_json(replace(rapport, bestanden=(raar,)))


def test_lezing_noemt_elk_blad_met_route() -> None:
    gegevens = lezing_als_gegevens(Bestand(pad="p.docx", status="gelezen", invulling=invulling()))
    assert gegevens["velden"][1] == {
        "veld": "lg_goed.wonen",
        "waarde": GEHEIM,
        "ruw": GEHEIM,
        "route": "bladwijzer",
        "plek": "Doelen",
    }
    assert gegevens["antwoorden"]["einddoel"] == GEHEIM
    assert lezing_als_gegevens(Bestand(pad="x", status="geweigerd", reden="y"))["velden"] == []
