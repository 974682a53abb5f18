# ruff: noqa: E501  (a table of data: one line per example)
"""Examples for the rules about deadlines, durations and what follows on a decision; see `regelvoorbeelden`."""

from __future__ import annotations

from datetime import date
from typing import Any

import kleindossier
from kleindossier import WEG
from voorbeeld import CYCLUS_2, EVAL, PB, PLAN, Voorbeeld

from generator.model import Bestand

AANM, START, UIT = "aanmelding", "checklist_opstart", "checklist_uitstroom"
TOT_UITSTROOM: dict[str, Any] = {UIT: WEG}
TOT_EVAL = {**TOT_UITSTROOM, EVAL: WEG}
TOT_PLAN = {**TOT_EVAL, PLAN: WEG}
TOT_START = {**TOT_PLAN, PB: WEG}
TOT_INTAKE = {**TOT_START, START: WEG, "incident": WEG}
TOT_AANM = {**TOT_INTAKE, "intake": WEG, "toestemming": WEG}
KAPOT = (Bestand(pad="map/kapot.docx", status="geweigerd", reden="Kapot.", code="L41"),)
DOORVERWEZEN = {
    f"{AANM}.besluit": "doorverwijzing",
    f"{AANM}.besluit_reden": "Tekst.",
    f"{AANM}.verwezen_naar": "Tekst.",
    f"{AANM}.uitnodiging_datum": WEG,
}
VROEGER = {**DOORVERWEZEN, f"{AANM}.aanmelddatum": "2025-11-03", f"{AANM}.besluit_datum": "2025-11-03"}
SPOED = {f"{AANM}.besluit": "spoed", f"{AANM}.besluit_reden": "Tekst.", f"{AANM}.uitnodiging_datum": WEG}
# Start on 6 January; the talk on 26 January is 20 days later.
P10 = {
    **SPOED,
    START + ".startdatum": "2026-01-06",
    "intake.gesprek_datum": "2026-01-26",
    "intake.besluit_datum": "2026-01-26",
}
WACHTLIJST = {**TOT_INTAKE, "intake.besluit": "wachtlijst", "intake.brief_datum": "2026-01-20"}
PROEF_KERN = {"intake.besluit": "proef", "intake.proef_reden": "Tekst.", "intake.proef_eind": "2026-02-20"}
PROEF = {**TOT_START, **PROEF_KERN}
AFSPRAKEN = [{"afspraak": "Elke week bellen", "wie": "Sam"}, {"afspraak": "Huur op tijd", "wie": "Noor"}]
VOORWAARDELIJK = {"intake.besluit": "voorwaardelijk", "intake.voorwaarden": AFSPRAKEN}
VOORTZETTEN = {**TOT_UITSTROOM, f"{EVAL}.besluit": "voortzetten", f"{EVAL}.afronden_bestemming": WEG}
CYCLUS_3 = {naam.replace("@2", "@3"): waarde for naam, waarde in CYCLUS_2.items()}
EERST_5 = {"herstart_fase": 5}


def gesprek(dag: str, soort: str = "voortgangsgesprek") -> Bestand:
    """Return a report of a day."""
    kop = {
        "client_naam": "Noor Voorbeeld",
        "datum_ingevuld": "2026-01-20",
        "ingevuld_door": "Sam",
        "ingevuld_rol": "begeleider",
    }
    return kleindossier.bestand(f"rapportage#{dag}", {**kop, "rap_datum": dag, "rap_soort": soort}, cyclus=1)


def _gepland(dag: str) -> dict[str, Any]:
    return {f"{PLAN}.plan_datum": dag, **{f"{PLAN}.handtekening_{wie}.datum": dag for wie in ("client", "mentor")}}


def _geevalueerd(dag: str) -> dict[str, Any]:
    """Return an evaluatie of one day, as planned."""
    getekend = {f"{EVAL}.handtekening_{wie}.datum": dag for wie in ("client", "mentor")}
    return {
        f"{EVAL}.eval_datum": dag,
        f"{EVAL}.besluit_datum": dag,
        f"{PLAN}.evaluatie_gepland": max(dag, "2026-05-04"),
        **getekend,
    }


def _bronnen(*dagen: str) -> dict[str, Any]:
    return {f"{PB}.bronnen": [{"bron": "Gesprek", "datum": dag, "besproken": "ja"} for dag in dagen]}


def _terug(*afspraken: str) -> dict[str, Any]:
    return {f"{EVAL}.voorwaarden_terug": [{"afspraak": tekst} for tekst in afspraken]}


def _cyclus_1_opnieuw(plan: str) -> dict[str, Any]:
    """Return the second round under the number of the first: a copy of the plan, of another day."""
    doelen = [
        {"doel_nr": n, "leefgebied": "wonen", "doel": "A", "prioriteit": "hoog", "streefdatum": "2026-07-01"}
        for n in (1, 2)
    ]
    acties = [
        {"doel_nr": n, "actie": "A", "wie": "Noor", "wanneer": "2026-07-01", "soort_wie": "client"} for n in (1, 2)
    ]
    return {PLAN: {"doelen": doelen, "acties": acties, "evaluatie_gepland": "2026-07-01", "plan_datum": plan, "plan_versie": 2, "wijzig_reden": "Tekst.",
                   "handtekening_client": {"naam": "Noor Voorbeeld", "datum": plan, "getekend": "ja"},
                   "handtekening_mentor": {"naam": kleindossier.MENTOR, "datum": plan, "getekend": "ja"}}}  # fmt: skip


V = Voorbeeld
VOORBEELDEN: tuple[Voorbeeld, ...] = (
    # R27: decision on Monday 5 January, so Monday 12 January is the fifth working day.
    V("R27", "zes werkdagen", ("R27:te_laat",), {f"{AANM}.uitnodiging_datum": "2026-01-13", "intake.gesprek_datum": "2026-01-14"},
      ernst="waarschuwing"),
    V("R27", "vijf werkdagen", (), {f"{AANM}.uitnodiging_datum": "2026-01-12", "intake.gesprek_datum": "2026-01-14"}),
    V("R27", "een sluitingsdag telt niet", (), {f"{AANM}.uitnodiging_datum": "2026-01-13", "intake.gesprek_datum": "2026-01-14"},
      organisatie={"sluitingsdagen": ("2026-01-08",)}),
    V("R27", "nog niet weg na de termijn", ("R27:ontbreekt",), {**TOT_AANM, f"{AANM}.uitnodiging_datum": WEG}, peildatum=date(2026, 1, 13), zegt="binnen 5 werkdagen"),
    V("R27", "nog niet weg op de laatste dag", (), {**TOT_AANM, f"{AANM}.uitnodiging_datum": WEG}, peildatum=date(2026, 1, 12)),
    V("R27", "een datum van na de peildatum is niet leeg", ("R04:toekomst", "R27:later"),
      {**TOT_AANM, f"{AANM}.uitnodiging_datum": "2026-01-20"}, peildatum=date(2026, 1, 13), zegt="staat 20-01-2026"),
    V("R27", "gesprek op de dag van het besluit", (), {f"{AANM}.uitnodiging_datum": WEG, "intake.gesprek_datum": "2026-01-05"}),
    V("R27", "gesprek een dag na het besluit", ("R27:ontbreekt",), {f"{AANM}.uitnodiging_datum": WEG, "intake.gesprek_datum": "2026-01-06"}),
    V("R27", "besluit zonder datum: dan is de uitnodiging werk voor R02", ("R01:leeg", "R02:keuze"),
      {f"{AANM}.uitnodiging_datum": WEG, f"{AANM}.besluit_datum": WEG}),
    V("R27", "doorverwezen", (), {**TOT_AANM, **DOORVERWEZEN}),
    V("R27", "spoed", (), {**SPOED, START + ".startdatum": "2026-01-10"}),
    V("R27", "uit: dan is het werk voor R02", ("R02:keuze",), {f"{AANM}.uitnodiging_datum": WEG}, parameters={"uitnodiging_max": "uit"},
      overgeslagen="staat uit"),
    V("R27", "datum verdwenen", (), {f"{AANM}.uitnodiging_datum": WEG}, invulling={AANM: {"niet_gevonden": ("uitnodiging_datum",)}},
      overgeslagen="‘Uitnodiging op’ is uit"),
    V("R27", "datum onleesbaar", ("R04:onleesbaar",), {f"{AANM}.uitnodiging_datum": "gauw"}, overgeslagen="‘Uitnodiging op’ is niet"),
    V("R27", "los formulier", ("R27:te_laat", "R72:dossier"), {f"{AANM}.uitnodiging_datum": "2026-01-13"},
      invulling={AANM: {"dossier": ""}}),
    V("R27", "twee gelijke aanmeldingen: één bevinding", ("R27:te_laat", "R70:gelijk"),
      {f"{AANM}.uitnodiging_datum": "2026-01-13", "intake.gesprek_datum": "2026-01-14"}, kopie={AANM: {}}),
    V("R27", "een latere aanmelding op tijd: alleen de eerste is te laat", ("R27:te_laat",), {
        f"{AANM}.aanmelddatum": "2025-11-03", f"{AANM}.besluit_datum": "2025-11-03", f"{AANM}.uitnodiging_datum": "2025-11-12"}, kopie={AANM: {
            "aanmelddatum": "2026-01-05", "besluit_datum": "2026-01-05", "uitnodiging_datum": "2026-01-05"}}),
    # R28: the talk on 12 January, 60 days: 13 March.
    V("R28", "een dag te laat", ("R28:te_laat",), {"intake.brief_datum": "2026-03-14"}, ernst="waarschuwing"),
    V("R28", "op de laatste dag", (), {"intake.brief_datum": "2026-03-13"}),
    V("R28", "nog geen brief na de termijn", ("R28:ontbreekt",), {**TOT_INTAKE, "intake.brief_datum": WEG, "intake.brief_reden": WEG},
      peildatum=date(2026, 3, 14)),
    V("R28", "nog geen brief op de laatste dag", (), {**TOT_INTAKE, "intake.brief_datum": WEG, "intake.brief_reden": WEG},
      peildatum=date(2026, 3, 13)),
    V("R28", "een datum van na de peildatum is niet leeg", ("R04:toekomst", "R28:later"),
      {**TOT_INTAKE, "intake.brief_datum": "2026-03-20"}, peildatum=date(2026, 3, 14), zegt="staat 20-03-2026"),
    V("R28", "brief zonder reden", ("R28:zonder_reden",), {"intake.brief_reden": "-"}),
    V("R28", "te laat en zonder reden", ("R28:te_laat", "R28:zonder_reden"), {"intake.brief_datum": "2026-03-14", "intake.brief_reden": WEG}),
    V("R28", "zonder gesprek geen termijn: dan is de reden werk voor R01", ("R01:leeg", "R01:leeg"),
      {"intake.gesprek_datum": WEG, "intake.brief_datum": WEG, "intake.brief_reden": WEG}),
    V("R28", "wel een brief, zonder gesprek en zonder reden: over de reden één bevinding", ("R01:leeg", "R28:zonder_reden"),
      {"intake.gesprek_datum": WEG, "intake.brief_reden": WEG}),
    V("R28", "uit", (), {"intake.brief_datum": "2026-03-14"}, parameters={"intakebrief_max": "uit"}, overgeslagen="staat uit"),
    V("R28", "brief verdwenen", (), {"intake.brief_datum": WEG}, invulling={"intake": {"niet_gevonden": ("brief_datum",)}},
      overgeslagen="‘Datum brief’ is uit"),
    # R29: start 1 February, beschrijving 19 days later.
    V("R29", "een dag te laat", ("R29:te_laat",), parameters={"analyse_max": 18}, ernst="waarschuwing"),
    V("R29", "op de laatste dag", (), parameters={"analyse_max": 19}),
    V("R29", "nog geen beschrijving na de termijn", ("R29:ontbreekt",), TOT_START, parameters={"analyse_max": 30}, peildatum=date(2026, 3, 4)),
    V("R29", "nog geen beschrijving op de laatste dag", (), TOT_START, parameters={"analyse_max": 30}, peildatum=date(2026, 3, 3)),
    V("R29", "er is al een plan: dan is het R38", ("R38:overgeslagen",), {PB: WEG}, parameters={"analyse_max": 18}),
    V("R29", "beschrijving zonder datum is werk voor R01", ("R01:leeg",), {**TOT_PLAN, f"{PB}.datum_pb": WEG}),
    V("R29", "uit", (), TOT_START, parameters={"analyse_max": "uit"}, peildatum=date(2026, 3, 4), overgeslagen="staat uit"),
    V("R29", "misschien in het onleesbare bestand", ("R72:geweigerd",), TOT_START, parameters={"analyse_max": 30}, peildatum=date(2026, 3, 4),
      erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R29", "datum onleesbaar", ("R04:onleesbaar",), {f"{PB}.datum_pb": "gauw"}, parameters={"analyse_max": 18}, overgeslagen="‘Datum beschrijving’ is niet"),
    # R30
    V("R30", "alleen een nieuwe rapportage verbergt geen plan", ("R30:ontbreekt",), TOT_PLAN, peildatum=date(2026, 3, 7),
      erbij=(gesprek("2026-03-05", "observatie"),)),
    V("R30", "laatste dag", (), TOT_PLAN, peildatum=date(2026, 3, 6)),
    # R31
    V("R31", "te lang", ("R31:te_lang",), {f"{EVAL}.besluit_datum": "2026-05-20", UIT + ".vertrekdatum": "2026-05-30"}, ernst="aandachtspunt"),
    V("R31", "precies tien werkdagen", (), {f"{EVAL}.besluit_datum": "2026-05-19", UIT + ".vertrekdatum": "2026-05-30"}),
    V("R31", "te kort", ("R31:te_kort",), {UIT + ".vertrekdatum": "2026-05-10"}),
    V("R31", "precies een week", (), {UIT + ".vertrekdatum": "2026-05-11"}),
    V("R31", "precies een maand", (), {UIT + ".vertrekdatum": "2026-06-04"}, peildatum=date(2026, 6, 10)),
    V("R31", "langer dan een maand", ("R31:te_lang",), {UIT + ".vertrekdatum": "2026-06-05"}, peildatum=date(2026, 6, 10)),
    V("R31", "eindigt op de peildatum", ("R31:te_kort",), {UIT + ".vertrekdatum": "2026-05-10"}, peildatum=date(2026, 5, 10)),
    V("R31", "begint en eindigt op één dag", ("R31:te_kort", "R51:na_vertrek"), {UIT + ".vertrekdatum": "2026-05-04"}, peildatum=date(2026, 5, 10)),
    V("R31", "de volgende fase begon zonder besluit, en het dossier loopt nog", ("R01:leeg", "R01:leeg"),
      {**TOT_UITSTROOM, f"{AANM}.besluit": WEG, f"{AANM}.besluit_datum": WEG}),
    V("R31", "loopt te lang", ("R31:loopt",), TOT_UITSTROOM, peildatum=date(2026, 6, 5)),
    V("R31", "loopt een maand", (), TOT_UITSTROOM, peildatum=date(2026, 6, 4)),
    V("R31", "vertrek staat gepland, en duurt te lang", ("R31:loopt",), {UIT + ".vertrekdatum": "2026-07-30"}, peildatum=date(2026, 6, 5)),
    V("R31", "gemiddeld: anderhalf keer zo lang mag", (), {**TOT_UITSTROOM, **_geevalueerd("2026-05-25")}),
    V("R31", "gemiddeld: nog langer niet", ("R31:te_lang",), {**TOT_UITSTROOM, **_geevalueerd("2026-05-26")}),
    V("R31", "gemiddeld: veel korter", ("R31:te_kort",), {**TOT_UITSTROOM, **_geevalueerd("2026-04-08")}, peildatum=date(2026, 5, 1)),
    V("R31", "gemiddeld: korter mag", (), {**TOT_UITSTROOM, **_geevalueerd("2026-04-09")}, peildatum=date(2026, 5, 1)),
    V("R31", "dat zegt R30 al", ("R30:te_laat",), {**TOT_UITSTROOM, **_gepland("2026-03-31"), **_geevalueerd("2026-05-20")}),
    V("R31", "R30 staat uit", ("R31:te_lang",), {**TOT_UITSTROOM, **_gepland("2026-03-31"), **_geevalueerd("2026-05-20")}, parameters={"planning_max": "uit"}),
    V("R31", "de evaluatie blijft uit: dat zegt R74 al", ("R74:gepland",), TOT_EVAL, parameters={"voortgang_max": "uit"}, peildatum=date(2026, 9, 1)),
    V("R31", "een open taak is niet R31 maar R50", ("R50:taak",), {START + ".taken": WEG}),
    V("R31", "nog aan het opstarten", ("R31:loopt",), {**TOT_START, START + ".taken": WEG}, parameters={"analyse_max": "uit", "analyse_interval": "uit"},
      peildatum=date(2026, 3, 16)),
    V("R31", "zes weken opstarten", (), {**TOT_START, START + ".taken": WEG}, parameters={"analyse_max": "uit", "analyse_interval": "uit"},
      peildatum=date(2026, 3, 15)),
    V("R31", "de volgende fase begon zonder besluit: dat zegt R01", ("R01:leeg", "R01:leeg"), {f"{AANM}.besluit": WEG, f"{AANM}.besluit_datum": WEG}),
    V("R31", "nog geen besluit bij de aanmelding", ("R01:leeg", "R01:leeg", "R31:loopt"), {**TOT_AANM, f"{AANM}.besluit": WEG, f"{AANM}.besluit_datum": WEG},
      peildatum=date(2026, 1, 20)),
    V("R31", "nog geen besluit binnen twee weken", ("R01:leeg", "R01:leeg"), {**TOT_AANM, f"{AANM}.besluit": WEG, f"{AANM}.besluit_datum": WEG},
      peildatum=date(2026, 1, 19)),
    V("R31", "misschien in het onleesbare bestand", ("R72:geweigerd",), TOT_UITSTROOM, peildatum=date(2026, 6, 5), erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R31", "datum verdwenen", (), {**TOT_UITSTROOM, f"{EVAL}.besluit_datum": "2026-05-20"}, invulling={EVAL: {"niet_gevonden": ("besluit_datum",)}},
      overgeslagen="‘Datum besluit’ is uit"),
    # R32: the analyse is 19 days.
    V("R32", "te weinig gesprekken", ("R32:weinig",), _bronnen("2026-02-10"), parameters={"analyse_interval": "12 dagen"}, ernst="waarschuwing"),
    V("R32", "precies genoeg", (), _bronnen("2026-02-10", "2026-02-20"), parameters={"analyse_interval": "7 dagen", "marge": 1.4}),
    V("R32", "net te weinig", ("R32:weinig",), _bronnen("2026-02-10", "2026-02-20"), parameters={"analyse_interval": "1 keer per week", "marge": 1.35}),
    V("R32", "in een maand", (), _bronnen("2026-02-10"), parameters={"analyse_interval": "1 maand"}),
    V("R32", "twee keer per week", ("R32:weinig",), _bronnen("2026-02-10", "2026-02-12"), parameters={"analyse_interval": "2 keer per week"}),
    V("R32", "een dag telt één keer", ("R32:weinig",), _bronnen("2026-02-10", "2026-02-10"), parameters={"analyse_interval": "7 dagen"}),
    V("R32", "buiten de fase telt niet", ("R32:weinig",), _bronnen("2026-01-31", "2026-02-01", "2026-02-21"), parameters={"analyse_interval": "7 dagen"}),
    V("R32", "een verslag telt mee", (), _bronnen("2026-02-10"), parameters={"analyse_interval": "7 dagen"}, erbij=(gesprek("2026-02-17"),)),
    V("R32", "een observatie is geen gesprek", ("R32:weinig",), _bronnen("2026-02-10"), parameters={"analyse_interval": "7 dagen"},
      erbij=(gesprek("2026-02-17", "observatie"),)),
    V("R32", "geen enkel gesprek", ("R32:geen",), parameters={"analyse_interval": "12 dagen"}),
    V("R32", "geen enkel gesprek, maar nog niet lang", (), parameters={"analyse_interval": "13 dagen"}),
    V("R32", "geldt nog, dus geen gesprekken nodig", (), {**CYCLUS_2, f"{PB}@2.nog_actueel_vorige": "ja", f"{PB}@2.datum_pb": "2026-05-24", f"{PLAN}@2.plan_datum": "2026-05-25",
                                                         f"{PB}@2.besproken_op": "2026-05-25", f"{PB}@2.kopie_op": "2026-05-25",
                                                         **{f"{PLAN}@2.handtekening_{wie}.datum": "2026-05-25" for wie in ("client", "mentor")}},
      parameters={"analyse_interval": "13 dagen"}),
    V("R32", "woorden zonder getal", (), parameters={"analyse_interval": "volgens het plan"}),
    V("R32", "woorden die niet te lezen zijn", (), parameters={"analyse_interval": "af en toe"}),
    V("R32", "uit", (), parameters={"analyse_interval": "uit"}, overgeslagen="staat uit"),
    V("R32", "datum van een bron onleesbaar", ("R04:onleesbaar",), _bronnen("gauw"), parameters={"analyse_interval": "7 dagen"},
      overgeslagen="‘Datum bron’ is niet"),
    V("R32", "datums van bronnen verdwenen", (), parameters={"analyse_interval": "7 dagen"}, invulling={PB: {"niet_gevonden": ("bronnen.datum",)}},
      overgeslagen="‘Datum bron’ is uit"),
    V("R32", "misschien in het onleesbare bestand", ("R72:geweigerd",), parameters={"analyse_interval": "12 dagen"}, erbij=KAPOT, overgeslagen="kapot.docx"),
    # R33: plan 2 March, evaluatie 4 May: 63 days.
    V("R33", "geen gesprek tot de evaluatie", ("R33:gat",), parameters={"voortgang_max": 62}, ernst="waarschuwing"),
    V("R33", "net geen gat", (), parameters={"voortgang_max": 63}),
    V("R33", "twee gaten", ("R33:gat", "R33:gat"), parameters={"voortgang_max": 29}, erbij=(gesprek("2026-04-01"),), plekken=("rap_datum", "plan_datum")),
    V("R33", "één gat", ("R33:gat",), parameters={"voortgang_max": 32}, erbij=(gesprek("2026-04-01"),)),
    V("R33", "een gesprek ertussen", (), parameters={"voortgang_max": 33}, erbij=(gesprek("2026-04-01"),)),
    V("R33", "een observatie is geen gesprek", ("R33:gat",), parameters={"voortgang_max": 62}, erbij=(gesprek("2026-04-01", "observatie"),)),
    V("R33", "een gesprek na de evaluatie telt niet", ("R33:gat",), parameters={"voortgang_max": 62}, erbij=(gesprek("2026-05-10"),)),
    V("R33", "nog geen gesprek", ("R33:open",), TOT_EVAL, parameters={"voortgang_max": 30}, peildatum=date(2026, 4, 2)),
    V("R33", "laatste dag", (), TOT_EVAL, parameters={"voortgang_max": 30}, peildatum=date(2026, 4, 1)),
    V("R33", "laatste dag na een gesprek", (), TOT_EVAL, parameters={"voortgang_max": 30}, peildatum=date(2026, 4, 19), erbij=(gesprek("2026-03-20"),)),
    V("R33", "stil na een gesprek", ("R33:open",), TOT_EVAL, parameters={"voortgang_max": 30}, peildatum=date(2026, 4, 20), erbij=(gesprek("2026-03-20"),)),
    V("R33", "een vertrek in de toekomst is nog geen gat", ("R38:overgeslagen",), {EVAL: WEG, UIT + ".uitstroomsoort": "uitzetting", UIT + ".vertrekdatum": "2026-07-30"},
      parameters={"voortgang_max": 30}, peildatum=date(2026, 4, 1)),
    V("R33", "uit", (), parameters={"voortgang_max": "uit"}, overgeslagen="staat uit"),
    V("R33", "datum van een verslag onleesbaar", ("R04:onleesbaar",), parameters={"voortgang_max": 62}, erbij=(gesprek("gauw"),),
      overgeslagen="‘Datum verslag’ is niet"),
    V("R33", "misschien in het onleesbare bestand", ("R72:geweigerd",), parameters={"voortgang_max": 62}, erbij=KAPOT, overgeslagen="kapot.docx"),
    # R34: decision 5 January, 21 days: 26 January.
    V("R34", "geen intake na de termijn", ("R34:ontbreekt",), TOT_AANM, peildatum=date(2026, 1, 27), ernst="fout", zegt="22 dagen geleden. Binnen 21 dagen"),
    V("R34", "geen intake op de laatste dag", (), TOT_AANM, peildatum=date(2026, 1, 26)),
    V("R34", "een late intake is er nu", (), {"intake.gesprek_datum": "2026-01-28", "intake.besluit_datum": "2026-01-28"}),
    V("R34", "er is al een start: dan is het R38", ("R38:overgeslagen",), {"intake": WEG}),
    V("R34", "uit", (), TOT_AANM, peildatum=date(2026, 1, 27), parameters={"intake_wacht": "uit"}),
    V("R34", "vastgelegd", ("R34:ontbreekt",), TOT_AANM, peildatum=date(2026, 1, 27), ernst="aandachtspunt",
      waarden={f"{AANM}.afwijking": ({"waarvan": "besluit", "reden": "Ziek.", "akkoord": "Sam", "datum": date(2026, 1, 20)},)}),
    V("R34", "misschien in het onleesbare bestand", ("R72:geweigerd",), TOT_AANM, peildatum=date(2026, 1, 27), erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R34", "doorverwezen, en toch een intake", ("R34:na_einde",), DOORVERWEZEN, ernst="fout", zegt="van 05-01-2026 is ‘doorverwijzing’"),
    V("R34", "doorverwezen, en verder niets", (), {**TOT_AANM, **DOORVERWEZEN}),
    V("R34", "doorverwezen, met een toestemming daarvoor", (), {**TOT_INTAKE, "intake": WEG, **DOORVERWEZEN}),
    V("R34", "doorverwezen, en later opnieuw aangemeld", (), VROEGER, kopie={AANM: {
        "aanmelddatum": "2026-01-05", "besluit": "intake", "besluit_datum": "2026-01-05", "uitnodiging_datum": "2026-01-05"}}),
    V("R34", "opnieuw aangemeld vóór het besluit over de vorige", (), {**VROEGER, f"{AANM}.besluit_datum": "2025-11-14"}, kopie={AANM: {
        "aanmelddatum": "2025-11-10", "besluit": "intake", "besluit_datum": "2025-11-10", "uitnodiging_datum": "2025-11-11"}}),
    V("R34", "opnieuw aangemeld, en geen intake", ("R34:ontbreekt",), {**TOT_AANM, **VROEGER}, kopie={AANM: {
        "aanmelddatum": "2026-01-05", "besluit": "intake", "besluit_datum": "2026-01-05", "uitnodiging_datum": "2026-01-05"}}, peildatum=date(2026, 1, 27)),
    V("R34", "twee aanmeldingen van dezelfde dag", ("R34:na_einde", "R70:anders"), DOORVERWEZEN, kopie={AANM: {"besluit": "intake", "uitnodiging_datum": "2026-01-05"}}),
    V("R34", "doorverwezen, misschien opnieuw aangemeld", ("R72:geweigerd",), DOORVERWEZEN, erbij=KAPOT, overgeslagen="kapot.docx"),
    # R35
    V("R35", "P4: wachtlijst en toch start", ("R35:wachtlijst",), {**WACHTLIJST, START: None, START + ".startdatum": "2026-02-01"},
      peildatum=date(2026, 2, 12), ernst="waarschuwing"),
    V("R35", "wachtlijst, daarna plek", (), {"intake.besluit": "wachtlijst"}, kopie={"intake": {"gesprek_datum": "2026-01-26", "besluit": "toelating", "besluit_datum": "2026-01-26"}}),
    V("R35", "wachtlijst, en nog niet begonnen", (), WACHTLIJST, peildatum=date(2026, 2, 13)),
    V("R35", "afgewezen en toch start", ("R35:na_einde",), {"intake.besluit": "afwijzing"}, ernst="fout", plekken=("startdatum", "besluit")),
    V("R35", "afgewezen, en verder niets", (), {**TOT_INTAKE, "intake.besluit": "afwijzing"}),
    V("R35", "afgewezen, en later opnieuw aangemeld", (), {"intake.besluit": "afwijzing"}, kopie={
        AANM: {"aanmelddatum": "2026-01-15", "besluit": "intake", "besluit_datum": "2026-01-15", "uitnodiging_datum": "2026-01-15"},
        "intake": {"gesprek_datum": "2026-01-20", "besluit": "toelating", "besluit_datum": "2026-01-22"}}),
    V("R35", "spoed, en later afgewezen", (), {**TOT_START, **SPOED, START + ".startdatum": "2026-01-06", "intake.besluit": "afwijzing"},
      peildatum=date(2026, 2, 20), parameters={"analyse_interval": "uit"}),
    V("R35", "spoed, later afgewezen, en toch een plan", ("R35:na_einde",), {**SPOED, START + ".startdatum": "2026-01-10", "intake.besluit": "afwijzing"}),
    V("R35", "spoed, en afgewezen op de dag van de start", (), {**TOT_START, **SPOED, START + ".startdatum": "2026-01-14", "intake.besluit": "afwijzing"},
      peildatum=date(2026, 2, 20), parameters={"analyse_interval": "uit"}),
    V("R35", "geen spoed, en afgewezen na de start", ("R26:volgorde", "R35:na_einde"), {**TOT_START, START + ".startdatum": "2026-01-13",
      "intake.besluit": "afwijzing"}, peildatum=date(2026, 2, 20), parameters={"analyse_interval": "uit"}),
    V("R35", "afgewezen, en toch twee cycli", ("R35:na_einde",), {**CYCLUS_2, "intake.besluit": "afwijzing", START: WEG, f"{EVAL}.afronden_bestemming": WEG},
      zegt="‘Persoonsbeschrijving’ van cyclus 1"),
    V("R35", "wachtlijst, en al verder dan de start", ("R35:wachtlijst",), {"intake.besluit": "wachtlijst"}, zegt="‘Checklist opstart’", veld="startdatum", plekken=("startdatum", "besluit")),
    V("R35", "contact: datum van een memo onleesbaar", ("R04:onleesbaar",), {**WACHTLIJST, "memo.datum_tijd": "gauw"}, peildatum=date(2026, 2, 14),
      overgeslagen="‘Wanneer’ is niet"),
    V("R35", "besluit onbekend", ("R03:een",), {"intake.besluit": "misschien"}, overgeslagen="‘Intakebesluit’ is niet"),
    V("R35", "geen contact op de wachtlijst", ("R35:contact",), WACHTLIJST, peildatum=date(2026, 2, 14), ernst="waarschuwing", zegt="al 31 dagen, terwijl het besluit ‘wachtlijst’ is. Afgesproken is minstens elke 30 dagen"),
    V("R35", "laatste dag zonder contact", (), WACHTLIJST, peildatum=date(2026, 2, 13)),
    V("R35", "er was contact", (), WACHTLIJST, peildatum=date(2026, 2, 14), erbij=(gesprek("2026-02-10", "observatie"),)),
    V("R35", "te laat contact", ("R35:contact_gat",), WACHTLIJST, peildatum=date(2026, 2, 20), erbij=(gesprek("2026-02-14"),), plekken=("rap_datum", "besluit_datum"), zegt="terwijl het besluit ‘wachtlijst’ was"),
    V("R35", "wachtlijst sinds later", (), {**WACHTLIJST, "intake.wachtlijst_sinds": "2026-01-15"}, peildatum=date(2026, 2, 14)),
    V("R35", "contact: uit", (), WACHTLIJST, parameters={"wachtlijst_contact": "uit"}),
    V("R35", "contact: misschien in het onleesbare bestand", ("R72:geweigerd",), WACHTLIJST, peildatum=date(2026, 2, 14),
      erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R35", "contact: datum onleesbaar", ("R04:onleesbaar",), WACHTLIJST, peildatum=date(2026, 2, 14),
      erbij=(gesprek("gauw"),), overgeslagen="‘Datum verslag’ is niet"),
    # R36
    V("R36", "proef voorbij", ("R36:proef",), PROEF, peildatum=date(2026, 2, 21), ernst="waarschuwing"),
    V("R36", "laatste dag van de proef", (), PROEF, peildatum=date(2026, 2, 20)),
    V("R36", "later besloten", (), PROEF, peildatum=date(2026, 2, 21), kopie={"intake": {"gesprek_datum": "2026-02-18", "besluit": "toelating", "besluit_datum": "2026-02-18",
                                                                                        "brief_datum": "2026-02-20"}}),
    V("R36", "vertrokken tijdens de proef", ("R38:overgeslagen",) * 3, {**PROEF_KERN, PB: WEG, PLAN: WEG, EVAL: WEG, UIT + ".uitstroomsoort": "uitzetting",
                                                                      UIT + ".vertrekdatum": "2026-02-18"}, peildatum=date(2026, 3, 20)),
    V("R36", "gepland vertrek na de proef is nog geen besluit", ("R36:proef", *("R38:overgeslagen",) * 3),
      {**PROEF_KERN, PB: WEG, PLAN: WEG, EVAL: WEG, UIT + ".uitstroomsoort": "uitzetting", UIT + ".vertrekdatum": "2026-03-18"}, peildatum=date(2026, 2, 21)),
    V("R36", "de evaluatie is het besluit", (), {**PROEF_KERN, "intake.proef_eind": "2026-05-04"}),
    V("R36", "proef: misschien in het onleesbare bestand", ("R72:geweigerd",), PROEF, peildatum=date(2026, 2, 21), erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R36", "één afspraak komt niet terug", ("R36:voorwaarde",), {**VOORWAARDELIJK, **_terug("elke week bellen")}),
    V("R36", "allebei terug", (), {**VOORWAARDELIJK, **_terug("Elke week bellen", "Huur op tijd")}),
    V("R36", "met andere woorden", (), {**VOORWAARDELIJK, **_terug("Elke week bellen", "Huur betaald?")}),
    V("R36", "een andere afspraak vervangt maar één", ("R36:voorwaarde",), {**VOORWAARDELIJK, **_terug("Iets nieuws")}),
    V("R36", "helemaal niet terug", ("R36:voorwaarde",), VOORWAARDELIJK),
    V("R36", "niet voorwaardelijk", (), {"intake.voorwaarden": AFSPRAKEN}),
    V("R36", "in de tweede evaluatie hoeft het niet meer", (), {**VOORWAARDELIJK, **CYCLUS_2, **_terug("Elke week bellen", "Huur op tijd"), f"{EVAL}.afronden_bestemming": WEG}),
    V("R36", "vraag verdwenen", (), VOORWAARDELIJK, invulling={EVAL: {"niet_gevonden": ("voorwaarden_terug.afspraak",)}}, overgeslagen="‘Afspraken terug’ is uit"),
    V("R36", "afspraken verdwenen uit de intake", (), VOORWAARDELIJK, invulling={"intake": {"niet_gevonden": ("voorwaarden.afspraak",)}},
      overgeslagen="‘Afspraak’ is uit"),
    V("R36", "een algemene evaluatie is niet de eerste", (), {**VOORWAARDELIJK, **_terug("Elke week bellen", "Huur op tijd")},
      kopie={EVAL: {"eval_soort": "algemeen", "eval_datum": "2026-03-20", "voorwaarden_terug": []}}),
    V("R36", "pas bij de tweede intake voorwaardelijk", ("R36:voorwaarde",), {"intake.besluit": "wachtlijst"}, kopie={"intake": {
        "gesprek_datum": "2026-01-26", "besluit": "voorwaardelijk", "besluit_datum": "2026-01-26", "voorwaarden": AFSPRAKEN}}),
    V("R36", "pas in de tweede evaluatie terug", ("R36:voorwaarde",), {
        **VOORWAARDELIJK, **CYCLUS_2, f"{EVAL}.afronden_bestemming": WEG, f"{EVAL}@2.besluit": "voortzetten", f"{EVAL}@2.afronden_bestemming": WEG,
        f"{EVAL}@2.voorwaarden_terug": [{"afspraak": deel["afspraak"]} for deel in AFSPRAKEN],
        **{f"{EVAL}@2.{veld}": "2026-07-01" for veld in ("eval_datum", "besluit_datum", "handtekening_client.datum", "handtekening_mentor.datum")}},
      peildatum=date(2026, 7, 3)),
    V("R36", "een regel zonder afspraak telt niet", ("R01:leeg",), {
        **VOORWAARDELIJK, "intake.voorwaarden": [AFSPRAKEN[0], {"wie": "Noor"}], **_terug("Elke week bellen")}),
    # R37
    V("R37", "P10: intake na twintig dagen", ("R37:te_laat",), P10, ernst="waarschuwing"),
    V("R37", "precies veertien dagen", (), {**P10, "intake.gesprek_datum": "2026-01-20"}),
    V("R37", "vijftien dagen", ("R37:te_laat",), {**P10, "intake.gesprek_datum": "2026-01-21"}),
    V("R37", "nog geen intake", ("R37:ontbreekt",), {**TOT_START, **SPOED, "intake": WEG}, peildatum=date(2026, 2, 16)),
    V("R37", "nog geen intake op de laatste dag", (), {**TOT_START, **SPOED, "intake": WEG}, peildatum=date(2026, 2, 15)),
    V("R37", "geen spoed: dan is het R38", ("R38:overgeslagen",), {**TOT_START, "intake": WEG}, peildatum=date(2026, 2, 16)),
    V("R37", "uit", (), P10, parameters={"spoed_intake_max": "uit"}, overgeslagen="staat uit"),
    V("R37", "misschien in het onleesbare bestand", ("R72:geweigerd",), {**TOT_START, **SPOED, "intake": WEG}, peildatum=date(2026, 2, 16), erbij=KAPOT,
      overgeslagen="kapot.docx"),
    V("R37", "datum onleesbaar", ("R04:onleesbaar",), {**P10, "intake.gesprek_datum": "gauw"}, overgeslagen="‘Datum gesprek’ is niet"),
    # R38
    V("R38", "een cyclus zonder iets is R43", ("R43:sprong",), {**CYCLUS_3, f"{EVAL}.afronden_bestemming": WEG}),
    # R43: decision to go on 4 May, 14 × 1.5 = 21 days: 25 May.
    V("R43", "geen plan na de termijn", ("R43:ontbreekt",), VOORTZETTEN, peildatum=date(2026, 5, 26), ernst="fout", zegt="is ‘doorgaan’, 22 dagen geleden. Binnen 21 dagen hoort er een plan te zijn voor cyclus 2"),
    V("R43", "geen plan op de laatste dag", (), VOORTZETTEN, peildatum=date(2026, 5, 25)),
    V("R43", "andere marge: zestien hele dagen", ("R43:ontbreekt",), VOORTZETTEN, parameters={"marge": 1.2}, peildatum=date(2026, 5, 21)),
    V("R43", "andere marge, laatste dag", (), VOORTZETTEN, parameters={"marge": 1.2}, peildatum=date(2026, 5, 20)),
    V("R43", "uit", (), VOORTZETTEN, parameters={"planning_max": "uit"}),
    V("R43", "er is een nieuwe beschrijving: dan is het R30", ("R30:ontbreekt",), {**CYCLUS_2, PLAN + "@2": WEG}),
    V("R43", "vertrokken", (), {f"{EVAL}.besluit": "voortzetten", f"{EVAL}.afronden_bestemming": WEG}),
    V("R43", "plan van de volgende cyclus", (), {**CYCLUS_2, f"{EVAL}.afronden_bestemming": WEG}),
    V("R43", "misschien in het onleesbare bestand", ("R72:geweigerd",), VOORTZETTEN, peildatum=date(2026, 5, 26), erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R43", "afgerond en toch een nieuwe cyclus", ("R43:na_afronden",), {**CYCLUS_2, f"{EVAL}.besluit": "afronden"}, ernst="fout"),
    V("R43", "afgerond, zonder beschrijving verder: één bevinding", ("R43:na_afronden",), {**CYCLUS_2, f"{EVAL}.besluit": "afronden", f"{PB}@2": WEG}),
    V("R43", "twee evaluaties die elkaar tegenspreken zijn R70", ("R70:anders",), {**CYCLUS_2, f"{EVAL}.besluit": "afronden"}, kopie={EVAL: {"besluit": "voortzetten"}}),
    V("R43", "zonder nieuwe beschrijving", ("R43:zonder_beschrijving",), {**CYCLUS_2, f"{PB}@2": WEG, f"{EVAL}.afronden_bestemming": WEG}),
    V("R43", "herstart bij de planning", (), {**CYCLUS_2, f"{PB}@2": WEG, f"{EVAL}.afronden_bestemming": WEG}, parameters=EERST_5),
    V("R43", "zonder beschrijving: misschien in het onleesbare bestand", ("R72:geweigerd",), {**CYCLUS_2, f"{PB}@2": WEG, f"{EVAL}.afronden_bestemming": WEG},
      erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R43", "sprong over twee cycli", ("R43:sprong",), {naam.replace("@2", "@4"): w for naam, w in CYCLUS_2.items()}, zegt="maar van cyclus 2 tot en met 3 is er niets"),
    V("R43", "sprong: misschien in het onleesbare bestand", ("R72:geweigerd",), CYCLUS_3, erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R43", "nummer niet opgehoogd", ("R43:dubbel",), VOORTZETTEN, kopie=_cyclus_1_opnieuw("2026-05-20"), zegt="ronde nummer 2."),
    V("R43", "nieuwe versie op de dag van het besluit", (), VOORTZETTEN, kopie=_cyclus_1_opnieuw("2026-05-04"), peildatum=date(2026, 5, 25)),
    V("R43", "na afronden alleen een algemene evaluatie", (), {f"{EVAL}@2.eval_soort": "algemeen"}),
    V("R43", "afgerond, en toch twee nieuwe cycli", ("R26:volgorde", "R38:overgeslagen", "R43:na_afronden"),
      {**CYCLUS_2, **CYCLUS_3, f"{EVAL}.besluit": "afronden"}, zegt="is van cyclus 2"),
    V("R43", "de eerste cyclus ontbreekt", ("R43:sprong", "R48:start", "R75:ontbreekt", "R75:ontbreekt"),
      {**{n: w for n, w in CYCLUS_2.items() if "@2" in n}, PB: WEG, PLAN: WEG, EVAL: WEG, UIT: WEG}, zegt="van cyclus 1 is er niets"),
    V("R43", "sprong over één cyclus", ("R43:sprong",), {**CYCLUS_3, f"{EVAL}.afronden_bestemming": WEG}, zegt="maar van cyclus 2 is er niets"),
    V("R43", "sprong naar een plan", ("R43:sprong",), {**CYCLUS_3, f"{PB}@3": WEG, f"{EVAL}.afronden_bestemming": WEG}, parameters=EERST_5,
      zegt="‘Begeleidingsplan’ is van cyclus 3"),
    V("R43", "besluit onleesbaar", ("R03:een",), {**VOORTZETTEN, f"{EVAL}.besluit": "misschien"}, overgeslagen="‘Evaluatiebesluit’ is niet"),
    V("R43", "vastgelegd", ("R43:ontbreekt",), VOORTZETTEN, peildatum=date(2026, 5, 26), ernst="aandachtspunt",
      waarden={f"{EVAL}.afwijking": ({"waarvan": "termijn", "reden": "Ziek.", "akkoord": "Sam", "datum": date(2026, 5, 20)},)}),
    # R74: planned for 4 May, 14 days: 18 May.
    V("R74", "geen evaluatie na de marge", ("R74:gepland",), TOT_EVAL, peildatum=date(2026, 5, 19), ernst="waarschuwing"),
    V("R74", "geen evaluatie op de laatste dag", (), TOT_EVAL, peildatum=date(2026, 5, 18)),
    V("R74", "een late evaluatie is er nu", (), {**TOT_UITSTROOM, **{f"{EVAL}.{veld}": "2026-05-25" for veld in ("eval_datum", "besluit_datum")},
                                                **{f"{EVAL}.handtekening_{wie}.datum": "2026-05-25" for wie in ("client", "mentor")}}),
    V("R74", "laatste streefdatum", ("R01:leeg", "R74:streefdatum"), {**TOT_EVAL, f"{PLAN}.evaluatie_gepland": WEG, f"{PLAN}.doelen.1.streefdatum": "2026-05-10"},
      peildatum=date(2026, 5, 25)),
    V("R74", "laatste streefdatum, nog niet", ("R01:leeg",), {**TOT_EVAL, f"{PLAN}.evaluatie_gepland": WEG, f"{PLAN}.doelen.1.streefdatum": "2026-05-10"},
      peildatum=date(2026, 5, 24)),
    V("R74", "vertrokken: dan is het R38", ("R38:overgeslagen",), {EVAL: WEG}),
    V("R74", "uit", (), TOT_EVAL, parameters={"evaluatie_marge": "uit", "voortgang_max": "uit"}, peildatum=date(2026, 5, 19)),
    V("R74", "misschien in het onleesbare bestand", ("R72:geweigerd",), TOT_EVAL, peildatum=date(2026, 5, 19), erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R74", "algemeen: nooit geweest", ("R74:algemeen",), TOT_UITSTROOM, parameters={"algemene_evaluatie": "1 tot 3 maanden"}, peildatum=date(2026, 5, 31)),
    V("R74", "algemeen: laatste dag", (), TOT_UITSTROOM, parameters={"algemene_evaluatie": "2 tot 4 maanden"}),
    V("R74", "algemeen: geweest", (), TOT_UITSTROOM, parameters={"algemene_evaluatie": "1 tot 3 maanden"}, kopie={EVAL: {"eval_soort": "algemeen", "eval_datum": "2026-03-01"}}),
    V("R74", "algemeen: te lang geleden", ("R74:algemeen",), TOT_UITSTROOM, parameters={"algemene_evaluatie": "3 maanden"},
      kopie={EVAL: {"eval_soort": "algemeen", "eval_datum": "2026-02-28"}}),
    V("R74", "algemeen: vertrokken", (), parameters={"algemene_evaluatie": "1 tot 3 maanden"}),
    V("R74", "algemeen: woorden zonder getal", (), TOT_UITSTROOM, parameters={"algemene_evaluatie": "volgens het plan"}),
    V("R74", "een algemene evaluatie sluit de cyclus niet af", ("R74:gepland",), {**TOT_UITSTROOM, f"{EVAL}.eval_soort": "algemeen"},
      parameters={"voortgang_max": "uit"}),
    V("R74", "datum onleesbaar", ("R04:onleesbaar",), {**TOT_EVAL, f"{PLAN}.evaluatie_gepland": "ooit"}, peildatum=date(2026, 5, 19), overgeslagen="‘Geplande evaluatie’ is niet"),
)  # fmt: skip
