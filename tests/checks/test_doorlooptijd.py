"""How long a fase took, in the words of an organisation: its numbers, and the day from which they count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import kleindossier
import pytest
from kleindossier import WEG, antwoorden, bestand
from regelvoorbeelden_termijnen import TOT_START, gesprek
from voorbeeld import CYCLUS_2, EVAL, PB, PLAN

from generator.checks import controleer
from generator.checks.doorlooptijd import vergeleken
from generator.duur import Maat
from generator.kalender import Kalender
from generator.model import Bestand, Formulier

VERDER = {**CYCLUS_2, f"{EVAL}.afronden_bestemming": WEG}


@pytest.mark.parametrize(
    ("tot", "maat", "factor", "verschil"),
    [
        ("2026-03-08", Maat(1, "week"), 1, 0),
        ("2026-03-09", Maat(1, "week"), 1, 1),
        ("2026-03-07", Maat(1, "week"), 1, -1),
        ("2026-03-01", Maat(1, "dag"), 1, 0),
        ("2026-03-01", Maat(2, "dag"), 1, -1),
        ("2026-04-01", Maat(1, "maand"), 1, 0),
        ("2026-04-02", Maat(1, "maand"), 1, 1),
        ("2027-03-01", Maat(1, "jaar"), 1, 0),
        ("2026-05-01", Maat(0.5, "maand"), 4, 0.125),
        ("2026-03-01", Maat(1, "werkdag"), 1, 0),
        ("2026-03-01", Maat(2, "werkdag"), 1, -1),
        ("2026-03-06", Maat(5, "werkdag"), 1, 0),
        ("2026-03-08", Maat(5, "werkdag"), 1, 0),
        ("2026-03-09", Maat(5, "werkdag"), 1, 1),
        ("2026-03-22", Maat(1, "week"), 1.5, 10.5),
        ("2026-03-31", Maat(20, "dag"), 1.5, 0),
        ("2026-03-11", Maat(15, "dag"), 1 / 1.5, 0),
    ],
)
def test_vergeleken(tot: str, maat: Maat, factor: float, verschil: float) -> None:
    assert vergeleken(date(2026, 3, 1), date.fromisoformat(tot), maat, factor, Kalender()) == pytest.approx(verschil)


def oordelen(fase: str, duur: str, wijzig: dict[str, Any]) -> list[tuple[str, int, str, str]]:
    """Return what R31 says of one fase of the small dossier when it has this duration."""
    klein = kleindossier.inrichting()
    fasen = tuple(replace(f, duur=duur if f.sleutel == fase else "volgens het plan") for f in klein.fasen)
    bestanden = [bestand(naam, gegeven) for naam, gegeven in antwoorden(**wijzig).items()]
    rapport = controleer(bestanden, replace(klein, fasen=fasen), kleindossier.PEILDATUM,
                         formulieren=kleindossier.formulieren())  # fmt: skip
    r31 = [b.context for b in rapport.bevindingen if b.code == "R31"]
    return [(str(c["variant"]), int(c["van_cyclus"][-1:] or 0), str(c["vanaf"]), str(c["dagen"])) for c in r31]


@pytest.mark.parametrize(
    ("fase", "duur", "wijzig", "verwacht"),
    [
        ("intake", "maximaal 9 dagen na aanmelding", {}, []),
        ("intake", "maximaal 8 dagen na aanmelding", {}, [("te_lang", 0, "2026-01-05", "9 dagen")]),
        ("intake", "minimaal 3 dagen", {}, [("te_kort", 0, "2026-01-12", "2 dagen")]),
        ("intake", "minimaal 3 dagen na aanmelding", {}, []),
        ("intake", "maximaal 1 dag voor start", {}, []),
        ("intake", "maximaal 1 dag na versiedatum", {}, []),
        ("intake", "maximaal 1 dag na start", {}, []),
        ("intake", "af en toe", {}, []),
        ("intake", "zo vaak als nodig", {}, []),
        ("intake", "minimaal 72 uur", {}, []),
        ("intake", "maximaal 24 uur", {}, [("te_lang", 0, "2026-01-12", "2 dagen")]),
        ("evaluatie", "minimaal 2 dagen", {}, [("te_kort", 0, "2026-05-04", "1 dag")]),
        ("evaluatie", "minimaal 1 dag", {}, []),
        ("evaluatie", "minimaal 2 dagen", {f"{EVAL}.eval_datum": "2026-05-05"}, []),
        ("uitvoering", "maximaal 92 dagen na start", {}, []),
        ("uitvoering", "maximaal 91 dagen na start", {}, [("te_lang", 0, "2026-02-01", "92 dagen")]),
        ("uitvoering", "maximaal 10 weken, gemiddeld 1 week", {}, []),
        ("uitvoering", "minimaal 1 week, gemiddeld 60 weken", {}, []),
        ("uitstroom", "maximaal 88 dagen na persoonsbeschrijving", {}, [("te_lang", 0, "2026-02-20", "89 dagen")]),
        ("uitstroom", "maximaal 89 dagen na persoonsbeschrijving", {}, []),
        ("analyse", "maximaal 3 weken na start", VERDER, []),
        ("analyse", "maximaal 18 dagen na start", VERDER, [("te_lang", 1, "2026-02-01", "19 dagen")]),
        ("analyse", "minimaal 3 dagen na start", VERDER, [("te_kort", 2, "2026-05-04", "1 dag")]),
        ("planning", "minimaal 2 dagen na persoonsbeschrijving", VERDER, [("te_kort", 2, "2026-05-05", "1 dag")]),
        ("planning", "maximaal 1 dag na evaluatie", VERDER, []),
        ("planning", "minimaal 2 dagen na persoonsbeschrijving", {f"{PLAN}.plan_datum": "2026-02-20"},
         [("te_kort", 0, "2026-02-20", "1 dag")]),
        ("uitvoering", "maximaal 20 dagen na persoonsbeschrijving", VERDER,
         [("te_lang", 1, "2026-02-20", "73 dagen"), ("loopt", 2, "2026-05-05", "27 dagen")]),
        ("intake", "maximaal 8 dagen na aanmeldingsbesluit", {}, [("te_lang", 0, "2026-01-05", "9 dagen")]),
        ("planning", "maximaal 5 dagen na intakegesprek", {f"{PLAN}.plan_datum": "2026-02-20"},
         [("te_lang", 0, "2026-01-12", "39 dagen")]),
    ],
)  # fmt: skip
def test_duur_en_anker(fase: str, duur: str, wijzig: dict[str, Any], verwacht: list[Any]) -> None:
    assert oordelen(fase, duur, wijzig) == verwacht


# --------------------------------------------------------------------------
# R32: where the talks stand, says when they can be counted

BRON = {f"{PB}.bronnen": [{"bron": "Gesprek", "datum": "2026-02-03", "besproken": "ja"}]}


def zonder(veld: str = "") -> Mapping[str, Formulier]:
    """Return the small forms without the rapportage, or without one question of it."""
    formulieren = dict(kleindossier.formulieren())
    rapportage = formulieren.pop("rapportage")
    if not veld:
        return formulieren
    secties = [replace(s, velden=tuple(v for v in s.velden if v.sleutel != veld)) for s in rapportage.secties]
    return {**formulieren, "rapportage": replace(rapportage, secties=tuple(secties))}


def r32(wijzig: dict[str, Any], formulieren: Mapping[str, Formulier], *erbij: Bestand) -> list[str]:
    """Return what R32 says two weeks and a day after the start; one talk a week was agreed."""
    klein = kleindossier.inrichting()
    parameters = replace(klein.parameters, analyse_interval="7 dagen")
    bestanden = [bestand(naam, gegeven) for naam, gegeven in antwoorden(**wijzig).items()]
    rapport = controleer([*bestanden, *erbij], replace(klein, parameters=parameters), date(2026, 2, 16),
                         formulieren=formulieren)  # fmt: skip
    return [str(b.context["variant"]) for b in rapport.bevindingen if b.code == "R32"]


@pytest.mark.parametrize("formulieren", [zonder(), zonder("rap_soort"), zonder("rap_datum")])
def test_r32_wacht_op_de_beschrijving_als_daar_de_gesprekken_staan(formulieren: Mapping[str, Formulier]) -> None:
    assert r32(TOT_START, formulieren) == []
    klaar = {**BRON, f"{PB}.datum_pb": "2026-02-16", f"{PB}.besproken_op": "2026-02-16", PLAN: WEG, EVAL: WEG,
             "checklist_uitstroom": WEG}  # fmt: skip
    assert r32(klaar, formulieren) == ["weinig"]
    assert r32({**klaar, f"{PB}.bronnen": WEG}, formulieren) == []


def test_r32_wacht_niet_als_er_verslagen_zijn() -> None:
    assert r32(TOT_START, kleindossier.formulieren()) == ["geen"]
    assert r32(TOT_START, kleindossier.formulieren(), gesprek("2026-02-03")) == ["weinig"]
    assert r32(TOT_START, kleindossier.formulieren(), gesprek("2026-02-03"), gesprek("2026-02-09")) == []


def wijzer(datum: str) -> Bestand:
    """Return a leefgebiedenwijzer of that day; the small forms have none, so it looks like an exit."""
    los = bestand("exit", {**antwoorden()["exit"], "gesprek_datum": datum})
    assert los.invulling is not None
    pad = f"map/wijzer {datum}.docx"
    return replace(los, pad=pad, invulling=replace(los.invulling, formulier="leefgebiedenwijzer", bestand=pad))


def test_r32_telt_een_leefgebiedenwijzer_als_gesprek() -> None:
    eigen = replace(kleindossier.formulieren()["exit"], sleutel="leefgebiedenwijzer", fase="analyse")
    formulieren = {**kleindossier.formulieren(), "leefgebiedenwijzer": eigen}
    assert r32(TOT_START, formulieren) == ["geen"]
    assert r32(TOT_START, formulieren, wijzer("2026-02-03")) == ["weinig"]
    assert r32(TOT_START, formulieren, wijzer("2026-02-03"), wijzer("2026-02-09")) == []
