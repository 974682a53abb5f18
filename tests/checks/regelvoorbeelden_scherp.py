# ruff: noqa: E501  (a table of data: one line per example)
"""Examples that hold a rule to its very limit: the last day, the second form of a kind, a word of two letters.

Each is here because a small change of the rule (`tools/mutaties.py`) went unnoticed without it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import kleindossier
from kleindossier import MENTOR, WEG, antwoorden
from regelvoorbeelden_dossier import (
    AANM,
    EXIT,
    KAART,
    KAPOT,
    RAP,
    START,
    UIT,
    VAN_DE_WACHTLIJST,
    _afwijking,
    _ander_dossier,
    _bron,
    _doorgaand,
    _los,
    _partij,
    _taken,
    _wissels,
)
from regelvoorbeelden_termijnen import DOORVERWEZEN, PROEF_KERN, VOORTZETTEN, VROEGER, _cyclus_1_opnieuw
from voorbeeld import CYCLUS_2, EVAL, GEEN_GEBIEDEN, PB, PLAN, Voorbeeld, overal

from generator.model import Antwoord, Bestand, Onleesbaar, Vindplaats

V = Voorbeeld
ZONDER_NUMMER: dict[str, Any] = {"cyclus": None}
_ALLES = tuple(antwoorden())
_NA_PLAN: dict[str, Any] = {UIT: WEG, EVAL: WEG}
# In the second cycle the beschrijving speaks of work as well.
_WERK_2: dict[str, Any] = {f"{PB}@2.{veld}.werk": "x" for veld in ("lg_situatie", "lg_goed", "lg_minder")} | {
    f"{PB}@2.lg_niet_relevant": WEG
}
# The second cycle is evaluated, and ends.
_EVAL_2: dict[str, Any] = {
    f"{EVAL}@2.eval_datum": "2026-05-25",
    f"{EVAL}@2.besluit_datum": "2026-05-25",
    f"{EVAL}@2.handtekening_client.datum": "2026-05-25",
    f"{EVAL}@2.handtekening_mentor.datum": "2026-05-25",
    f"{EVAL}@2.besluit": "afronden",
}
_NA_HET_PLAN = (EVAL, UIT, EXIT, RAP, KAART, "signaleringsplan", "hulpvraagwijziging")
_TOESTEMMING_OP_DE_DAG = {
    "toestemming.toestemming_datum": "2026-02-03",
    "toestemming.handtekening_client.datum": "2026-02-03",
}


def _doelen(*welke: tuple[int, str]) -> list[dict[str, Any]]:
    vast = {"doel": "A", "prioriteit": "hoog", "streefdatum": "2026-07-01"}
    return [{"doel_nr": nr, "leefgebied": gebied, **vast} for nr, gebied in welke]


def _acties(*doelen: int) -> list[dict[str, Any]]:
    vast = {"actie": "A", "wie": "Noor", "wanneer": "2026-06-01", "soort_wie": "client"}
    return [{"doel_nr": nr, **vast} for nr in doelen]


def _versie_2(dag: str, *doelen: tuple[int, str]) -> dict[str, Any]:
    """Return what a second version of a plan has of its own."""
    tekens = {"handtekening_client": "Noor Voorbeeld", "handtekening_mentor": MENTOR}
    getekend = {veld: {"naam": naam, "datum": dag, "getekend": "ja"} for veld, naam in tekens.items()}
    return {"plan_datum": dag, "plan_versie": 2, "wijzig_reden": "Tekst.", "netwerk_rol": "Tekst.", "doelen": _doelen(*doelen),
            "acties": _acties(*(nr for nr, _ in doelen)), "evaluatie_gepland": "2026-07-01", **getekend}  # fmt: skip


def _exits(aantal: int, dag: str = "2026-05-06", cijfer: int = 0) -> tuple[Bestand, ...]:
    """Return more exit forms of the dossier; without a *cijfer* each has its own."""
    eigen = [{**antwoorden()[EXIT], "gesprek_datum": dag, "totaalcijfer": cijfer or nr} for nr in range(1, aantal + 1)]
    return tuple(kleindossier.bestand(f"{EXIT}#{nr}", gegeven) for nr, gegeven in enumerate(eigen, 1))


def _andersom(bestand: Bestand) -> Bestand:
    """Return the same answers in another order."""
    assert bestand.invulling is not None
    waarden = dict(reversed(bestand.invulling.waarden.items()))
    return replace(bestand, invulling=replace(bestand.invulling, waarden=waarden))


def _getypt(tekst: str) -> dict[str, Any]:
    """Return a form in which somebody typed between the questions."""
    plek = Vindplaats("map/x.docx", "word", "", "", "", "")
    los = Antwoord("_losse_tekst[1]", tekst, tekst, plek)
    return {"antwoorden": (los,), "meldingen": (kleindossier.melding("L15", "", waar="Onder ‘De aanmelding’"),)}


def _met_los(tekst: str) -> Bestand:
    return kleindossier.bestand(f"{AANM}#9", antwoorden()[AANM], **_getypt(tekst))


def _met_opmerking(nr: int) -> Bestand:
    meldingen = (kleindossier.melding("L16", "", aantal=1),)
    return kleindossier.bestand(f"{AANM}#{nr}", antwoorden()[AANM], meldingen=meldingen)


def _gesprekken(*dagen: str) -> list[dict[str, str]]:
    return [{"bron": "Gesprek", "datum": dag, "besproken": "ja"} for dag in dagen]


VOORBEELDEN: tuple[Voorbeeld, ...] = (
    # R46
    V("R46", "ingetrokken op de dag dat ze gegeven is", ("R46:verlopen",),
      {**_bron("2026-02-03"), **_TOESTEMMING_OP_DE_DAG, "toestemming.ingetrokken_op": "2026-02-03"}),
    V("R46", "de eerste is verlopen, de tweede komt pas later", ("R46:verlopen",), {**_bron("2026-02-05"), "toestemming.geldig_tot": "2026-02-01"},
      kopie={"toestemming": {"toestemming_datum": "2026-02-10", "geldig_tot": "2026-12-31",
                             "handtekening_client": {"naam": "Noor Voorbeeld", "datum": "2026-02-10", "getekend": "ja"}}},
      plekken=("bronnen[1].datum", "toestemming_datum", "toestemming_datum")),
    V("R46", "een woord van twee letters zegt niets", ("R46:ander",), {**_bron("2026-02-03", "Psychiater Bo"), **_partij(("Boer", "Bo"))}),
    V("R46", "een woord van drie letters wel", (), {**_bron("2026-02-03", "Psychiater Bob"), **_partij(("Bobbe", "x"))}),
    V("R46", "de tweede regel", ("R46:te_vroeg",), {f"{PB}.bronnen": [{"bron": "Huisarts", "datum": dag, "besproken": "ja"} for dag in ("2026-02-03", "2026-01-11")]},
      zegt="in regel 2 van ‘Bronnen’", plekken=("bronnen[2].datum", "toestemming_datum")),
    V("R46", "vier toestemmingen, en drie daarvan noemen is genoeg", ("R46:te_vroeg",), {**_bron("2026-01-11"), **{f"toestemming@{nr}.geldig_tot": "2026-12-31" for nr in (2, 3, 4)}},
      plekken=("bronnen[1].datum", *["toestemming_datum"] * 3)),
    V("R46", "een van de woorden begint met wat op de toestemming staat", (), _bron("2026-02-03", "Huisartsenpraktijk Linde")),
    # R01, R02 and R03
    V("R01", "tabel die niet te lezen is, is niet leeg", (), waarden={"toestemming.partij": Onleesbaar("x", "?")}),
    V("R01", "n.v.t. bij een leefgebied waar dat niet kan", ("R01:leeg",), {"intake.kracht.financien": "n.v.t.", "intake.kracht.werk": "-"}, veld="kracht.financien", zegt="Financiën en Werk"),
    V("R01", "n.v.t. in een regel waar dat niet kan", ("R01:leeg",), {"toestemming.partij.0.naam": "n.v.t."}, veld="partij[1].naam"),
    V("R01", "cel die verdwenen is, is niet leeg", (), {"toestemming.partij.0": {"organisatie": "x"}}, invulling={"toestemming": {"niet_gevonden": ("partij[1].naam",)}}),
    V("R01", "op volgorde van het formulier", ("R01:leeg", "R01:leeg"), {"intake.kracht": WEG, "intake.besluit_datum": WEG}, plekken=("kracht.wonen",)),
    V("R01", "twee, op volgorde van het formulier", ("R01:leeg", "R01:tabel"), {f"{AANM}.criteria": WEG, f"{AANM}.besluit_datum": WEG}, plekken=("criteria",)),
    V("R02", "verdwenen antwoord dat het veld nodig kan maken", (), invulling={"intake": {"niet_gevonden": ("aanvullende_info_nodig",)}}, overgeslagen="‘Navraag nodig’"),
    V("R02", "verdwenen antwoord, en het veld is gelezen maar leeg", (), waarden={"intake.toestemming_datum": None},
      invulling={"intake": {"niet_gevonden": ("aanvullende_info_nodig",)}}, overgeslagen="‘Navraag nodig’"),
    # R05 and R06
    V("R05", "tweede cyclus, en er staat weer iets", ("R02:omdat_leeg", "R05:een_kant", "R07:toekomst"), {**CYCLUS_2, f"{PB}@2.lg_goed.wonen": WEG, f"{PB}@2.toekomst": WEG}),
    V("R05", "de vorige geldt nog, en toch staat er iets", (), {**CYCLUS_2, f"{PB}@2.lg_goed.wonen": WEG, f"{PB}@2.nog_actueel_vorige": "ja"}),
    V("R06", "intake: alleen een streepje bij het gebied", ("R06:intake",), {"intake.functioneren.2": {"leefgebied": "werk", "goed": "-"}}),
    V("R06", "intake: één kant is genoeg", (), {"intake.functioneren.2": {"leefgebied": "werk", "goed": "x", "minder": "-"}}),
    V("R06", "een latere beschrijving zegt niets over dit plan", (), {**CYCLUS_2, **_WERK_2, f"{PLAN}@2.gewenste_situatie.werk": "x"}),
    V("R06", "bij het tweede plan hoort de tweede beschrijving", ("R06:begeleidingsplan",), {**CYCLUS_2, **_WERK_2}, plekken=("begeleidingsplan@2",), zegt="over Werk"),
    V("R06", "de laatste beschrijving van een cyclus telt", ("R06:begeleidingsplan", "R70:anders"), kopie={PB: {"datum_pb": "2026-02-22", "lg_niet_relevant": {},
      **{veld: {"wonen": "x", "financien": "x", "werk": "x"} for veld in ("lg_situatie", "lg_goed", "lg_minder")}}}),
    V("R06", "over een gebied is één antwoord verdwenen, en verder staat er niets", (), {f"{PB}.lg_niet_relevant": WEG, f"{PB}.lg_plicht.werk": WEG},
      invulling={PB: {"niet_gevonden": ("lg_plicht.werk",)}}),
    # R09
    V("R09", "bij wie staat een streepje", ("R09:wie",), {f"{PLAN}.acties.1.wie": "-"}, veld="acties[2].wie", zegt="regel 2"),
    V("R10", "twee doelen zonder nummer hebben niet hetzelfde nummer", ("R10:doel_nr", "R10:doel_nr"), {f"{PLAN}.doelen.0.doel_nr": WEG, f"{PLAN}.doelen.1.doel_nr": WEG}),
    # R25
    V("R25", "drie op één dag: wat geen nummer heeft, staat niet tussen de andere", ("R25:sprong", "R25:volgnummer"), {"incident@2.volgnummer": WEG, "incident@3.volgnummer": 3}, plekken=("incident@2",)),
    # R26
    V("R26", "uitnodiging vóór het besluit", ("R26:volgorde",), {f"{AANM}.besluit_datum": "2026-01-06"}, plekken=("uitnodiging_datum", "besluit_datum")),
    V("R26", "intake vóór de aanmelding", ("R26:volgorde",), {"intake.gesprek_datum": "2026-01-04"}, plekken=("gesprek_datum", "uitnodiging_datum")),
    V("R26", "intake op de dag van een nieuwe aanmelding, vóór het besluit daarover", ("R26:volgorde",),
      {f"{AANM}.aanmelddatum": "2025-11-03", f"{AANM}.besluit_datum": "2025-11-03", f"{AANM}.uitnodiging_datum": "2025-11-03"},
      kopie={AANM: {"aanmelddatum": "2026-01-12", "besluit_datum": "2026-01-13", "uitnodiging_datum": "2026-01-13"}}, plekken=("gesprek_datum", "uitnodiging_datum")),
    V("R26", "de vorige intake hoort niet bij de nieuwe aanmelding, al kwam de brief erna", (),
      {f"{AANM}.aanmelddatum": "2025-11-03", f"{AANM}.besluit_datum": "2025-11-03", f"{AANM}.uitnodiging_datum": "2025-11-03",
       "intake.gesprek_datum": "2025-12-16", "intake.besluit_datum": "2026-01-12", "intake.brief_datum": "2026-01-14"},
      kopie={AANM: {"aanmelddatum": "2026-01-05", "besluit_datum": "2026-01-05", "uitnodiging_datum": "2026-01-05"},
             "intake": {"gesprek_datum": "2026-01-13", "besluit_datum": "2026-01-14", "brief_datum": "2026-02-20"}}),
    V("R26", "intakebesluit vóór het gesprek", ("R26:volgorde",), {"intake.besluit_datum": "2026-01-11"}, plekken=("besluit_datum", "gesprek_datum")),
    V("R26", "intakebesluit vóór het gesprek, nog geen brief", ("R26:volgorde", "R28:ontbreekt"), {"intake.besluit_datum": "2026-01-11", "intake.brief_datum": WEG}),
    V("R26", "intake zonder enige datum", ("R01:leeg", "R01:leeg"),
      {"intake.gesprek_datum": WEG, "intake.besluit_datum": WEG, "intake.brief_datum": WEG}),
    V("R26", "volgorde in de eerste cyclus, en de tweede heeft een oud nummer", ("R26:volgorde", "R31:te_lang", "R43:dubbel"),
      {**VOORTZETTEN, f"{EVAL}.eval_datum": "2026-03-01", f"{EVAL}.handtekening_client.datum": "2026-03-01", f"{EVAL}.handtekening_mentor.datum": "2026-03-01"},
      kopie=_cyclus_1_opnieuw("2026-05-20"), plekken=("eval_datum", "plan_datum")),
    V("R26", "alleen een memo en een incident", (), {naam: WEG for naam in _ALLES if naam not in ("memo", "incident")}),
    V("R26", "de tweede versie van het plan is ouder dan de eerste", ("R26:volgorde",), kopie={PLAN: _versie_2("2026-03-01", (1, "wonen"), (2, "wonen"))}, plekken=("plan_datum", "plan_datum"), zegt="01-03-2026"),
    # R30
    V("R30", "een dag over de grens", ("R30:te_laat",), {f"{PB}.datum_pb": "2026-02-15"}, plekken=("plan_datum", "datum_pb"), zegt="zitten 15 dagen. Afgesproken is hoogstens 14"),
    V("R30", "te laat, en vandaag gemaakt", ("R30:te_laat",), {f"{PB}.datum_pb": "2026-02-15", f"{PLAN}.handtekening_mentor.datum": "2026-03-02",
      **dict.fromkeys(_NA_HET_PLAN, WEG)}, peildatum=date(2026, 3, 2)),
    V("R30", "te laat in de tweede cyclus", ("R30:te_laat",), {**CYCLUS_2, f"{PLAN}@2.plan_datum": "2026-05-20", **{f"{PLAN}@2.handtekening_{wie}.datum": "2026-05-20" for wie in ("client", "mentor")}},
      zegt="Begeleidingsplan van cyclus 2: tussen"),
    V("R30", "te laat, en de datum van het plan ligt nog in de toekomst", ("R04:toekomst", "R30:ontbreekt"), {f"{PB}.datum_pb": "2026-02-10", f"{PLAN}.plan_datum": "2026-03-20",
      f"{PLAN}.handtekening_mentor.datum": "2026-03-02", **dict.fromkeys((EVAL, UIT, EXIT, RAP, "hulpvraagwijziging"), WEG)}, peildatum=date(2026, 3, 10), zegt="is van 10-02-2026, 28 dagen geleden"),
    # R38
    V("R38", "van de wachtlijst gegaan", (), VAN_DE_WACHTLIJST),
    V("R38", "twee cycli, geen aanmelding", ("R38:overgeslagen",), {**CYCLUS_2, AANM: WEG}, zegt="‘Intake’ is er al, maar ‘Aanmelding’ ontbreekt"),
    V("R38", "twee cycli, geen intake", ("R38:overgeslagen",), {**CYCLUS_2, "intake": WEG}, zegt="‘Checklist opstart’ is er al, maar ‘Intake’ ontbreekt"),
    V("R38", "twee cycli, vertrokken zonder tweede evaluatie", ("R38:overgeslagen",), {n: w for n, w in CYCLUS_2.items() if n != UIT},
      zegt="‘Checklist uitstroom’ is er al, maar ‘Evaluatie’ van cyclus 2 ontbreekt"),
    V("R38", "vertrokken op de laatste dag van de proef", ("R38:overgeslagen",), {**PROEF_KERN, "intake.proef_eind": "2026-05-20", EVAL: WEG}, ernst="aandachtspunt"),
    V("R38", "vertrokken een dag na de proef", ("R38:overgeslagen",), {**PROEF_KERN, "intake.proef_eind": "2026-05-19", EVAL: WEG}, ernst="fout"),
    V("R38", "een datum bij de proef die er geen is", ("R38:overgeslagen",), {"intake.proef_eind": "2026-05-20", EVAL: WEG}, ernst="fout"),
    V("R38", "nog niet vertrokken na een proef", ("R36:proef", "R38:overgeslagen", "R74:gepland"), {**PROEF_KERN, "intake.proef_eind": "2026-05-20", PB: WEG, EVAL: WEG, UIT: WEG}, ernst="fout"),
    V("R38", "het plan dat ontbreekt heeft geen nummer", ("R01:cyclus",), {**CYCLUS_2, **_EVAL_2}, invulling={f"{PLAN}@2": ZONDER_NUMMER}),
    V("R38", "een ander formulier dan dat zonder nummer ontbreekt", ("R01:cyclus", "R38:overgeslagen"), {**CYCLUS_2, AANM: WEG}, invulling={f"{PB}@2": ZONDER_NUMMER}),
    V("R38", "wat geen nummer heeft, bewijst geen cyclus", ("R01:cyclus", "R38:overgeslagen"), {**{n: w for n, w in CYCLUS_2.items() if PLAN not in n}, PB: WEG},
      invulling={PLAN: ZONDER_NUMMER}, zegt="‘Evaluatie’ van cyclus 1 is er al, maar ‘Persoonsbeschrijving’ van cyclus 1"),
    # R34 and R35
    V("R34", "doorverwezen, en toch twee formulieren verder", ("R34:na_einde",), {**DOORVERWEZEN, START: WEG}, plekken=("gesprek_datum", "besluit")),
    V("R34", "doorverwezen zonder datum", ("R01:leeg", "R34:na_einde"), {**DOORVERWEZEN, f"{AANM}.besluit_datum": WEG}, zegt="op ‘Aanmelding’ is ‘doorverwijzing’"),
    V("R35", "begonnen, en het besluit is nog een gesprek", ("R35:na_einde",), {"intake.besluit": "nogmaals"}),
    # R43
    V("R43", "de tweede cyclus was klaar, en het nummer bleef", ("R31:te_kort", "R43:dubbel"), {**CYCLUS_2, **_EVAL_2, f"{EVAL}@2.besluit": "voortzetten", f"{EVAL}@2.afronden_bestemming": WEG},
      kopie={f"{PLAN}@2": _cyclus_1_opnieuw("2026-05-28")[PLAN]}, zegt="heeft nummer 2, maar cyclus 2 was toen al klaar: het besluit is ‘doorgaan’. Geef de formulieren van de nieuwe ronde nummer 3"),
    V("R43", "een plan te veel in de eerste en in de tweede cyclus", ("R31:te_kort", "R43:dubbel", "R43:dubbel"),
      {**CYCLUS_2, **_EVAL_2, f"{EVAL}@2.besluit": "voortzetten", f"{EVAL}@2.afronden_bestemming": WEG},
      kopie={PLAN: _cyclus_1_opnieuw("2026-05-05")[PLAN], f"{PLAN}@2": _cyclus_1_opnieuw("2026-05-28")[PLAN]}, plekken=("plan_datum",)),
    V("R43", "beschrijving en plan met het oude nummer", ("R43:dubbel",), VOORTZETTEN,
      kopie={PB: {"datum_pb": "2026-05-07", "besproken_op": "2026-05-07", "kopie_op": "2026-05-07"}, **_cyclus_1_opnieuw("2026-05-20")},
      plekken=("datum_pb", "plan_datum"), zegt="‘Persoonsbeschrijving’ heeft nummer 1, maar cyclus 1 was toen al klaar: het besluit is ‘doorgaan’"),
    V("R70", "een nummer dat niet is opgehoogd, en R43 staat uit", ("R70:anders",), VOORTZETTEN, parameters={"regels_uit": ("R43",)},
      kopie={PB: {"datum_pb": "2026-05-07", "besproken_op": "2026-05-07", "kopie_op": "2026-05-07"}}),
    V("R43", "zonder nieuwe beschrijving, en al een evaluatie", ("R31:te_kort", "R43:zonder_beschrijving",), {n: w for n, w in {**CYCLUS_2, **_EVAL_2}.items() if f"{PB}@2" not in n},
      plekken=("plan_datum",), zegt="‘Begeleidingsplan’ is van cyclus 2"),
    # R40
    V("R40", "doel zonder nummer in een gebied dat niet beschreven is", ("R09:onbekend_doel", "R10:doel_nr", "R40:doel", "R41:onbekend"),
      {f"{PLAN}.doelen.1.leefgebied": "werk", f"{PLAN}.doelen.1.doel_nr": WEG}, zegt="doel in regel 2 gaat over Werk"),
    V("R05", "‘geldt nog’ zegt niets in de eerste cyclus", ("R05:een_kant",), {f"{PB}.nog_actueel_vorige": "ja", f"{PB}.lg_goed.wonen": WEG},
      zegt="bij Wonen is ‘Goed’ nog leeg. Een beschrijving laat allebei zien: vul ‘Goed’ in naast ‘Minder’"),
    V("R05", "‘geldt nog’ zegt wel iets als de cyclus niet bekend is", ("R01:cyclus",), {**CYCLUS_2, f"{PB}@2.nog_actueel_vorige": "ja", **GEEN_GEBIEDEN, f"{PB}@2.toekomst": WEG, f"{PB}@2.verklaring": "x"},
      invulling={f"{PB}@2": ZONDER_NUMMER}),
    V("R05", "een gebied waarover niets staat is werk voor R06", ("R06:persoonsbeschrijving",),
      {f"{PB}.lg_niet_relevant": WEG, f"{PB}.lg_plicht.werk": WEG, f"{PB}.nog_actueel_vorige": "ja"}),
    V("R06", "de vorige beschrijving geldt nog", (), {**CYCLUS_2, f"{PB}@2.nog_actueel_vorige": "ja", **GEEN_GEBIEDEN, f"{PB}@2.toekomst": "x"}),
    V("R39", "een antwoord verdwenen op een formulier zonder leefgebieden", (), {f"{AANM}.hulpvraag": WEG}, invulling={AANM: {"niet_gevonden": ("hulpvraag",)}}),
    V("R39", "één vraag over een leefgebied verdwenen", (), {f"{PB}.lg_wens.wonen": WEG}, invulling={PB: {"niet_gevonden": ("lg_wens.werk", "lg_wens.wonen")}}),
    V("R39", "leefgebied ontbreekt, met vragen die uit delen bestaan", ("R39:ontbreekt",), {f"{PB}.lg_niet_relevant": WEG, f"{PB}.lg_plicht.werk": WEG},
      invulling={PB: {"niet_gevonden": tuple(f"{veld}.werk.deel" for veld in ("lg_situatie", "lg_goed", "lg_minder", "lg_wens", "lg_niet_relevant", "lg_plicht"))}},
      plekken=("lg_situatie.werk",), zegt="werkt ook met ‘Werk’, maar dat"),
    V("R45", "de vorige beschrijving geldt nog", (), {**CYCLUS_2, f"{PB}@2.nog_actueel_vorige": "ja", **GEEN_GEBIEDEN, f"{PB}@2.toekomst": "x", f"{PB}@2.besproken_op": WEG, f"{PB}@2.kopie_op": WEG}),
    V("R02", "de keuze die het veld nodig maakt wordt genoemd", ("R02:keuze",), {"intake.w_aanbod": "deels"}, zegt="koos je ‘deels’"),
    V("R03", "een leefgebied dat R39 al noemt, en een andere keuze die niet kan", ("R03:een", "R39:onbekend"),
      {f"{PLAN}.keuze.0.leefgebied": "tuin", f"{PLAN}.keuze.1.aanpakken": "tuin"}, waarden={f"{PLAN}.gewenste_situatie": {"wonen": "x", "tuin": "x"}}, veld="keuze[2].aanpakken"),
    V("R06", "de vorige beschrijving geldt nog, en er staat niets", (), {**CYCLUS_2, f"{PB}@2.nog_actueel_vorige": "ja", **GEEN_GEBIEDEN, f"{PB}@2.lg_plicht": WEG, f"{PB}@2.toekomst": "x"}),
    # Deviations on record
    V("R11", "vastgelegd op het plan zelf", ("R11:ontbreekt",), {f"{PLAN}.handtekening_client": WEG}, waarden=_afwijking("tekenen", PLAN), ernst="aandachtspunt"),
    V("R11", "vastgelegd op een ander formulier", ("R11:ontbreekt",), {f"{PLAN}.handtekening_client": WEG}, waarden=_afwijking("tekenen", PB), ernst="fout"),
    V("R11", "vastgelegd op het plan van de tweede cyclus", ("R11:ontbreekt",), {**CYCLUS_2, f"{PLAN}@2.handtekening_client": WEG}, waarden=_afwijking("tekenen", f"{PLAN}@2"), ernst="aandachtspunt"),
    V("R11", "vastgelegd op het plan van de vorige cyclus", ("R11:ontbreekt",), {**CYCLUS_2, f"{PLAN}@2.handtekening_client": WEG}, waarden=_afwijking("tekenen", PLAN), ernst="fout"),
    V("R01", "open vraag vastgelegd op een formulier zonder cyclus", ("R01:leeg",), {f"{AANM}.hulpvraag": WEG}, waarden=_afwijking("invullen", AANM), ernst="aandachtspunt"),
    V("R01", "open vraag vastgelegd op een ander formulier", ("R01:leeg",), {f"{AANM}.hulpvraag": WEG}, waarden=_afwijking("invullen", "intake"), ernst="fout"),
    V("R46", "vastgelegd in een andere cyclus", ("R46:te_vroeg",), {**CYCLUS_2, **_bron("2026-01-11")}, waarden=_afwijking("toestemming", f"{PB}@2"), ernst="fout"),
    V("R46", "vastgelegd in dezelfde, tweede cyclus", ("R46:te_vroeg",), {**CYCLUS_2, f"{PB}@2.bronnen": [{"bron": "Huisarts", "datum": "2026-01-11", "besproken": "ja"}]},
      waarden=_afwijking("toestemming", f"{PB}@2"), ernst="aandachtspunt"),
    V("R46", "vastgelegd op een formulier zonder cyclus", ("R46:te_vroeg",), {**CYCLUS_2, f"{PB}@2.bronnen": [{"bron": "Huisarts", "datum": "2026-01-11", "besproken": "ja"}]},
      waarden=_afwijking("toestemming", "intake"), ernst="aandachtspunt"),
    V("R46", "een afwijking die niet te lezen is", ("R46:te_vroeg",), _bron("2026-01-11"), waarden={f"{PB}.afwijking": (Onleesbaar("x", "?"),)}, ernst="fout"),
    # R71
    V("R71", "oude versie bewaard: een vraag en een leefgebied nieuw", ("R71:nieuw",), {"intake.kracht.werk": WEG, "intake.functioneren.2": WEG}, invulling={"intake": {"versie": "1"}}, oud={"intake": ("hulp", "-werk")}, zegt="leefgebied ‘Werk’"),
    V("R71", "een andere naam op een formulier van de versie van nu", ("R71:andere_naam",), invulling={"intake": {"organisatie": "De Buren", "uitgangsmodel": "klein"}}),
    V("R71", "een leefgebied nieuw, en een ander verdwenen: R39 zegt het al", ("R39:ontbreekt",), {"intake.kracht.werk": WEG, "intake.kracht.wonen": WEG, "intake.functioneren.2": WEG},
      invulling={"intake": {"versie": "1", "niet_gevonden": ("kracht.wonen",)}}, oud={"intake": ("-werk",)}),
    V("R71", "een leefgebied van toen is er niet meer: dat is voor R39 niet vreemd", ("R71:gebieden",), waarden={"intake.kracht": {**dict.fromkeys(("wonen", "financien", "werk"), "x"), "tuin": "x"}},
      invulling={"intake": {"versie": "1"}}, oud={"intake": ("*tuin",)}),
    V("R71", "een vraag nieuw, en een leefgebied heet anders: dat is niet nieuw", ("R71:nieuw",), invulling={"intake": {"versie": "1"}}, oud={"intake": ("hulp", "-wonen", "*woonsituatie")},
      zegt="Nieuw sindsdien: ‘Andere hulp’. Kijk"),
    # R14, R23, R31, R32 and R41
    V("R14", "een ander criterium is nee, en bereidheid ook", ("R14:bereidheid", "R14:nee"), {f"{AANM}.criteria.1.voldoet": "nee", f"{AANM}.bereidheid": "nee"}),
    V("R31", "opstart zonder einde, en een beschrijving zonder datum", ("R01:leeg",), {f"{PB}.datum_pb": WEG, f"{START}.taken.0.gereed": WEG, PLAN: WEG, EVAL: WEG, UIT: WEG},
      peildatum=date(2026, 5, 10)),
    V("R32", "precies de afgesproken tijd tussen de gesprekken", (), {f"{PB}.datum_pb": "2026-02-22", f"{PB}.besproken_op": "2026-02-22", f"{PB}.kopie_op": "2026-02-22",
      f"{PB}.bronnen": _gesprekken("2026-02-05", "2026-02-12")}, parameters={"analyse_interval": "7 dagen"}),
    V("R32", "een dag meer", ("R32:weinig",), {f"{PB}.datum_pb": "2026-02-23", f"{PB}.besproken_op": "2026-02-23", f"{PB}.kopie_op": "2026-02-23",
      f"{PB}.bronnen": _gesprekken("2026-02-05", "2026-02-12")}, parameters={"analyse_interval": "7 dagen"}),
    V("R32", "één van twee datums niet te lezen", ("R04:onleesbaar",), parameters={"analyse_interval": "7 dagen"},
      waarden={f"{PB}.bronnen": ({"bron": "x", "datum": date(2026, 2, 5)}, {"bron": "y", "datum": Onleesbaar("toen", "?")})}, overgeslagen="‘Datum bron’ is niet te lezen"),
    V("R32", "een aantal keer zonder tijd is geen afspraak", (), parameters={"analyse_interval": "2 keer"}),
    V("R41", "plan zonder doelen", ("R08:doelen",), {f"{PLAN}.doelen": WEG}, overgeslagen="geen doelen"),
    V("R41", "twee plannen met één versie: het laatste telt", ("R41:ontbreekt", "R70:anders"),
      kopie={PLAN: {**_versie_2("2026-04-01", (1, "wonen"), (2, "wonen"), (3, "wonen")), "plan_versie": 1}}),
    # R42 and R44
    V("R42", "de laatste versie van het nieuwe plan telt", (), _doorgaand(), kopie={f"{PLAN}@2": _versie_2("2026-05-08", (1, "wonen"), (2, "wonen"))}),
    V("R42", "de laatste versie van het oude plan zegt waar het doel over gaat", (), _doorgaand(), kopie={PLAN: _versie_2("2026-04-01", (1, "wonen"), (2, "wonen"))}),
    V("R42", "het nummer staat bij een van de doelen", (), {**_doorgaand(), f"{PLAN}@2.doelen": _doelen((1, "wonen"), (2, "financien")), f"{PLAN}@2.acties": _acties(1, 2)}),
    V("R44", "geen termijn afgesproken: de dag zelf", (), {**_NA_PLAN, f"{RAP}.doel_haalbaar": "nee"}, parameters={"planning_max": "uit"}, peildatum=date(2026, 3, 20)),
    V("R44", "geen termijn afgesproken: de dag erna", ("R44:niet_aangepast",), {**_NA_PLAN, f"{RAP}.doel_haalbaar": "nee"}, parameters={"planning_max": "uit"},
      peildatum=date(2026, 3, 21)),
    V("R44", "besproken bij de evaluatie van de volgende cyclus", ("R31:te_kort",), {**CYCLUS_2, **_EVAL_2, f"{RAP}.doel_haalbaar": "nee", f"{RAP}.rap_datum": "2026-05-20"},
      peildatum=date(2026, 6, 15)),
    # R47, R53 and R73
    V("R47", "twee wissels, en maar een die al vastgelegd was", ("R47:wissel",),
      {f"{PLAN}.handtekening_mentor.naam": "Jan de Vries", f"{KAART}.kaart_mentor": "Kim Bos", f"{KAART}.bijgewerkt_op": "2026-04-10",
       f"{EVAL}.handtekening_mentor.naam": "Kim Bos"}, waarden=_wissels(date(2026, 2, 1), date(2026, 5, 1)), veld="kaart_mentor"),
    V("R53", "andere naam op het tweede formulier", ("R53:client_naam",), {"incident.client_naam": "Piet Anders"},
      plekken=("incident:client_naam", "aanmelding:client_naam"), zegt="Aanmelding"),
    V("R53", "andere geboortedatum op het tweede formulier", ("R53:geboortedatum",), {"incident.geboortedatum": "1991-04-01"}, zegt="01-04-1991"),
    V("R53", "een accent maakt geen verschil", (), {"intake.client_naam": "Noór Voorbéeld"}),
    V("R53", "een ander tussenvoegsel ook niet", (), {"aanmelding.client_naam": "Noor van Voorbeeld", "intake.client_naam": "Noor de Voorbeeld"}),
    V("R53", "een naam zonder letters zegt niets", (), {"intake.client_naam": "123"}),
    V("R73", "geboortedatum nergens bekend", (), overal("geboortedatum", WEG), erbij=(_los("memo/D-2", "2026-02-01", datum_tijd="2026-02-01"),)),
    V("R73", "geboortedatum op het eerste formulier onleesbaar", ("R04:onleesbaar", "R73:dubbel"), waarden={"aanmelding.geboortedatum": Onleesbaar("x", "?")},
      erbij=(_ander_dossier("D-2", "Noor Voorbeeld"),), plekken=("aanmelding:dossier_nr", "memo:dossier_nr"), zegt="D-1 en D-2"),
    # R48, R49 and R75
    V("R48", "geen inventarisatie: het eerste formulier telt", ("R48:start",), {"rie": WEG}, plekken=("persoonsbeschrijving",), zegt="formulier ‘Persoonsbeschrijving’"),
    V("R48", "risico niet in het eerste plan, wel in het tweede", ("R48:niet_in_plan",), {**CYCLUS_2, f"{PLAN}.afspraken": WEG, "rie.risicos.0.leefgebied": "werk"},
      plekken=("afspraken", "risicos"), zegt="risico 1 staat"),
    V("R48", "twee algemene evaluaties: de laatste zonder nieuwe inventarisatie", ("R48:algemeen",), {f"{EVAL}@2.eval_soort": "algemeen", f"{EVAL}@2.eval_datum": "2026-03-10",
      f"{EVAL}@2.besluit_datum": "2026-03-10", **{f"{EVAL}@2.handtekening_{wie}.datum": "2026-03-10" for wie in ("client", "mentor")}},
      kopie={EVAL: {"eval_soort": "algemeen"}}, zegt="04-05-2026"),
    V("R48", "algemene evaluatie zonder datum", ("R01:leeg",), {f"{EVAL}@2.eval_soort": "algemeen", f"{EVAL}@2.eval_datum": WEG, "rie.rie_datum": "2026-01-20"}),
    V("R49", "evaluatie zonder datum", ("R01:leeg",), {f"{EVAL}.eval_datum": WEG, "memo.datum_tijd": "2026-04-20", "memo.in_evaluatie": "ja"}),
    V("R49", "een algemene evaluatie van een later nummer was eerder, en nam het mee", (), {"memo.datum_tijd": "2026-03-05", "memo.in_evaluatie": "ja",
      f"{EVAL}@2.eval_soort": "algemeen", f"{EVAL}@2.eval_datum": "2026-03-10", f"{EVAL}@2.besluit_datum": "2026-03-10", f"{EVAL}@2.risico_terug": "Tekst.",
      **{f"{EVAL}@2.handtekening_{wie}.datum": "2026-03-10" for wie in ("client", "mentor")}}),
    V("R49", "vier voorvallen, en drie daarvan noemen is genoeg", ("R49:evaluatie",), {f"memo{nr}.{veld}": waarde for nr in ("", "@2", "@3", "@4")
      for veld, waarde in (("datum_tijd", f"2026-04-2{nr[1:] or 0}"), ("in_evaluatie", "ja"))}, plekken=("risico_terug", "datum_tijd", "datum_tijd", "datum_tijd"), zegt="4 voorvallen"),
    V("R75", "twee plannen getekend: het eerste telt", ("R75:ontbreekt",), {**CYCLUS_2, KAART: WEG, f"{PLAN}.handtekening_client.datum": "2026-03-05"}, zegt="getekend op 05-03-2026"),
    V("R75", "de laatste kaart telt", (), {"rie.rie_datum": "2026-03-04"}, kopie={KAART: {"bijgewerkt_op": "2026-03-05"}}),
    V("R75", "de laatste inventarisatie telt", ("R75:rie",), kopie={"rie": {"rie_datum": "2026-03-04"}}, zegt="04-03-2026"),
    V("R75", "kaart van de dag van de evaluatie, met de vorige begeleider", (), {f"{EVAL}.handtekening_mentor.naam": "Jan de Vries", f"{KAART}.bijgewerkt_op": "2026-05-04"},
      waarden=_wissels(date(2026, 4, 1))),
    V("R75", "de wissel is van de dag van de evaluatie", ("R75:mentor",), {f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"}, waarden=_wissels(date(2026, 5, 4))),
    V("R40", "doel in een gebied dat niet beschreven is, en een ander antwoord is verdwenen", ("R40:doel",), {f"{PLAN}.doelen.1.leefgebied": "werk"},
      invulling={PB: {"niet_gevonden": ("toekomst",)}}),
    V("R56", "de vraag van de laatste aanmelding telt", ("R56:gebied",), {**VROEGER, f"{PLAN}.gewenste_situatie.financien": "x", f"{PLAN}.keuze.1": WEG},
      kopie={AANM: {"aanmelddatum": "2026-01-05", "besluit_datum": "2026-01-05", "besluit": "intake", "uitnodiging_datum": "2026-01-05", "leefgebieden_vraag": ["wonen", "financien"]}}),
    V("R56", "gebied ontbreekt in twee plannen: het laatste wordt genoemd", ("R56:gebied",), {**CYCLUS_2, f"{AANM}.leefgebieden_vraag": ["wonen", "financien"],
      **{f"{plan}.{veld}": waarde for plan in (PLAN, f"{PLAN}@2") for veld, waarde in (("gewenste_situatie.financien", "x"), ("keuze.1", WEG))}},
      plekken=("begeleidingsplan@2", "aanmelding")),
    # R50
    V("R50", "alleen de beschrijving is er", ("R50:taak",), {f"{START}.taken": WEG, PLAN: WEG, EVAL: WEG, UIT: WEG}, peildatum=date(2026, 2, 25)),
    V("R50", "niet te zeggen of die taak moet, al staat er nog iets", (), {f"{START}.slaapt": "ja"}, invulling={START: {"niet_gevonden": ("slaapt",)}}),
    # R51, R52 and R54
    V("R51", "twee checklists: de laatste wordt genoemd", ("R51:ontbreekt", "R70:anders"), {EXIT: WEG, **_taken({"taak": "nazorg", "afgetekend_door": "x"}, {"taak": "tevredenheid", "afgetekend_door": "x"})},
      kopie={UIT: {"vertrekdatum": "2026-05-21"}}, plekken=("checklist_uitstroom#kopie",)),
    V("R52", "twee checklists: de laatste wordt genoemd", ("R52:nazorg", "R70:anders"), {f"{EXIT}.nazorg": WEG}, kopie={UIT: {"vertrekdatum": "2026-05-21"}},
      plekken=("checklist_uitstroom#kopie",)),
    V("R54", "twee checklists: de laatste wordt genoemd", ("R54:kort", "R70:anders"), kopie={UIT: {"vertrekdatum": "2026-05-21"}}, parameters={"min_traject": 120},
      plekken=("checklist_uitstroom#kopie",)),
    V("R52", "regel over vervolghulp waarin niets staat", (), _taken({"taak": "vervolghulp_aanvraag", "nvt": "nee"})),
    V("R52", "overgedragen, zegt een van twee exitformulieren", ("R70:anders",), _taken({"taak": "vervolghulp_aanvraag", "afgetekend_door": "Sam"}), kopie={EXIT: {"overdracht": "ja"}}),
    V("R55", "een melding aan niemand telt, als er een datum staat", (), {"hulpvraagwijziging.hv_meldingen.1": {"datum": "2026-04-14", "aan_wie": "-"}}),
    V("R52", "nazorg op een van twee checklists", ("R70:anders",), {f"{EXIT}.nazorg": WEG}, kopie={UIT: {"nazorg_tot": "2026-08-01"}}),
    # R70 and R72
    V("R70", "vier exemplaren", ("R70:anders",), erbij=_exits(3), zegt="4 exemplaren die verschillen: ‘exit#1.docx’, ‘exit#2.docx’, ‘exit#3.docx’ en ‘exit.docx’. Kies"),
    V("R70", "vijf exemplaren", ("R70:anders",), erbij=_exits(4), zegt="5 exemplaren die verschillen: ‘exit#1.docx’, ‘exit#2.docx’, ‘exit#3.docx’, ‘exit#4.docx’ en nog 1. Kies"),
    V("R70", "twee gelijke en een andere: van de gelijke wordt de eerste genoemd", ("R70:anders", "R70:gelijk"), erbij=_exits(1, "2026-05-06", 8) + _exits(3)[2:],
      zegt="verschillen: ‘exit#1.docx’ en ‘exit#3.docx’"),
    V("R70", "gelijk, al staan de antwoorden in een andere volgorde", ("R70:gelijk",), erbij=(_andersom(kleindossier.bestand(f"{EXIT}#1", antwoorden()[EXIT])),)),
    V("R70", "gelijke antwoorden, en in de tweede typte iemand ernaast", ("L15", "R70:los"), erbij=(_met_los("Nog iets."),), ernst="aandachtspunt",
      zegt="‘aanmelding#9.docx’ en ‘aanmelding.docx’ hebben dezelfde antwoorden"),
    V("R70", "gelijke antwoorden, en in de eerste typte iemand ernaast", ("L15", "R70:los"), invulling={AANM: _getypt("Nog iets.")}, kopie={AANM: {}}),
    V("R70", "gelijke antwoorden, en in de tweede staat een opmerking", ("L16", "R70:los"), erbij=(_met_opmerking(9),)),
    V("R70", "opmerkingen in beide: niemand weet of ze gelijk zijn", ("L16", "L16", "R70:los"), erbij=(_met_opmerking(8), _met_opmerking(9))),
    V("R70", "in beide typte iemand hetzelfde ernaast", ("L15", "R70:gelijk"), invulling={AANM: _getypt("Nog iets.")}, erbij=(_met_los("Nog iets."),)),
    V("R70", "een enkel formulier met iets ernaast is niet dubbel", ("L15",), invulling={AANM: _getypt("Nog iets.")}),
    V("R70", "een nieuwe aanmelding is geen dubbele", (), VROEGER, kopie={AANM: {"aanmelddatum": "2026-01-05", "besluit_datum": "2026-01-05", "besluit": "intake", "uitnodiging_datum": "2026-01-05"}}),
    V("R70", "zonder cyclus is de eerste", ("R70:gelijk",), erbij=(kleindossier.bestand(f"{EXIT}#1", antwoorden()[EXIT], cyclus=1),)),
    V("R70", "zonder versie is de eerste", ("R01:leeg", "R70:anders"), {f"{PLAN}.plan_versie": WEG, f"{PLAN}.hulpvragen": "Tekst."}, kopie={PLAN: {"plan_versie": 1}}),
    V("R70", "zonder soort is een evaluatie van de cyclus", ("R70:anders",), {f"{EVAL}.eval_soort": WEG}, kopie={EVAL: {"eval_soort": "cyclus"}}),
    V("R72", "de reden staat erbij", ("R72:geweigerd",), erbij=KAPOT, zegt="‘kapot.docx’ is niet gelezen. Kapot."),
    # R55
    V("R55", "een melding zonder datum telt", (), {"hulpvraagwijziging.hv_meldingen.1": {"aan_wie": "Huisarts"}}),
)  # fmt: skip
