# ruff: noqa: E501  (a table of data: one line per example)
"""Examples of the rules about what was weighed, planned, looked back on and reported (R14–R25, R40, R56)."""

from __future__ import annotations

from datetime import date
from typing import Any

from kleindossier import WEG
from voorbeeld import CYCLUS_2, EVAL, GEEN_GEBIEDEN, PB, PLAN, Voorbeeld, overal

from generator.model import Bestand, Onleesbaar

AANM = "aanmelding"
_LATER = ("toestemming", "checklist_opstart", PB, PLAN, EVAL, "incident", "checklist_uitstroom")
TOT_INTAKE: dict[str, Any] = dict.fromkeys(_LATER, WEG)
ALLEEN_AANM: dict[str, Any] = {**TOT_INTAKE, "intake": WEG}
DOORVERWEZEN = {
    f"{AANM}.besluit": "doorverwijzing",
    f"{AANM}.besluit_reden": "Tekst.",
    f"{AANM}.verwezen_naar": "Tekst.",
}
# The first decision has no date, so that nothing is said about the order of the two (R26).
OPNIEUW = {**TOT_INTAKE, f"{AANM}@2.aanmelddatum": "2026-01-08", f"{AANM}@2.besluit_datum": "2026-01-08", **DOORVERWEZEN,
           f"{AANM}@2.uitnodiging_datum": "2026-01-09", f"{AANM}.besluit_datum": WEG, f"{AANM}.uitnodiging_datum": WEG}  # fmt: skip
SPOED = {f"{AANM}.besluit": "spoed", f"{AANM}.besluit_reden": "Tekst."}
TWIJFEL = {
    f"{AANM}.twijfel": "ja",
    f"{AANM}.overleg_met": "Sam",
    f"{AANM}.overleg_datum": "2026-01-05",
    f"{AANM}.kenmerken": ["a"],
}
WACHTLIJST = {
    **TOT_INTAKE,
    "intake.besluit": "wachtlijst",
    "intake.brief_datum": "2026-01-15",
    "intake.wachtlijst_sinds": "2026-01-14",
}
IN_JANUARI = date(2026, 1, 20)
PROEF = {**TOT_INTAKE, "intake.besluit": "proef", "intake.proef_reden": "Tekst.", "intake.proef_eind": "2026-06-30"}
ONDER_VOORWAARDE = {**TOT_INTAKE, "intake.besluit": "voorwaardelijk"}
VERDER = {"checklist_uitstroom": WEG, f"{EVAL}.besluit": "voortzetten"}
ALLES_GEHAALD = {**VERDER, f"{EVAL}.per_doel.1": {"doel_nr": 2, "behaald": "ja"}}
ALLES_AFGEROND = {f"{EVAL}.pea": [{"doel_nr": n, "proces": "A", "effect": "B", "actie": "afronden"} for n in (1, 2)]}
IN_MEI = date(2026, 5, 10)
VERSIE_2 = {f"{PLAN}.plan_versie": 2, f"{PLAN}.wijzig_reden": "Tekst."}
MELDPLICHT = {"incident.tussen_deelnemers": "ja", "incident.igj_gemeld": "ja", "incident.igj_datum": "2026-02-03"}
WENS_FINANCIEN = {f"{PB}.lg_wens.financien": "Tekst."}
GEEN_KEUZE = {f"{PLAN}.keuze.1": WEG, f"{PLAN}.gewenste_situatie.financien": "Tekst."}
VRAAG = {f"{AANM}.leefgebieden_vraag": ["wonen", "financien"]}


def _afwijking(waarvan: str, formulier: str = AANM) -> dict[str, Any]:
    """Return a complete deviation, as the reader gives it."""
    return {
        f"{formulier}.afwijking": (
            {"waarvan": waarvan, "reden": "Tekst.", "akkoord": "Sam", "datum": date(2026, 1, 5)},
        )
    }


def _criteria(*standen: str, **toelichting: str) -> dict[str, Any]:
    namen = ("leeftijd", "vraag", "bereidheid", "kenmerken")
    rijen = [{"criterium": naam, "voldoet": stand} for naam, stand in zip(namen, standen, strict=False)]
    return {f"{AANM}.criteria": [{**rij, **({"toelichting": toelichting[rij["criterium"]]} if rij["criterium"] in toelichting else {})}
                                 for rij in rijen]}  # fmt: skip


def _contra(*standen: str) -> dict[str, Any]:
    namen = ("dreiging", "zorg")
    return {
        f"{AANM}.contra": [
            {"contra_indicatie": naam, "aanwezig": stand} for naam, stand in zip(namen, standen, strict=False)
        ]
    }


def _soorten(*soorten: tuple[int, str]) -> dict[str, Any]:
    acties: list[dict[str, Any]] = [
        {"doel_nr": doel, "actie": "A", "wie": "Noor", "wanneer": "2026-04-01"} for doel, _ in soorten
    ]
    return {f"{PLAN}.acties": [{**actie, **({"soort_wie": soort} if soort else {})}
                               for actie, (_, soort) in zip(acties, soorten, strict=True)]}  # fmt: skip


def _doelen(*doelen: tuple[int, str]) -> dict[str, Any]:
    return {f"{PLAN}.doelen": [{"doel_nr": nr, "leefgebied": "wonen", "doel": "A", "prioriteit": "hoog", "streefdatum": dag}
                               for nr, dag in doelen]}  # fmt: skip


def _geweigerd() -> tuple[Bestand, ...]:
    return (Bestand(pad="map/kapot.docx", status="geweigerd", reden="Kapot.", code="L41"),)


V = Voorbeeld
VOORBEELDEN: tuple[Voorbeeld, ...] = (
    # R14
    V("R14", "criterium nee", ("R14:nee",), _criteria("ja", "nee"), ernst="fout", veld="criteria[2].voldoet"),
    V("R14", "criterium onbekend", ("R14:onbekend",), _criteria("ja", "onbekend"), ernst="waarschuwing"),
    V("R14", "twee criteria: elk apart", ("R14:nee", "R14:onbekend"), _criteria("onbekend", "nee")),
    V("R14", "spoed is ook positief", ("R14:nee",), {**SPOED, **_criteria("ja", "nee")}),
    V("R14", "alleen een streepje is geen uitleg", ("R14:nee",), _criteria("ja", "nee", vraag="-")),
    V("R14", "met uitleg", (), _criteria("ja", "nee", vraag="Tekst.")),
    V("R14", "onbekend met uitleg", (), _criteria("ja", "onbekend", vraag="Tekst.")),
    V("R14", "besluit is negatief", (), {**ALLEEN_AANM, **DOORVERWEZEN, **_criteria("ja", "nee")}),
    V("R14", "nog geen besluit", ("R01:leeg",), {f"{AANM}.besluit": WEG, **_criteria("ja", "nee")}),
    V("R14", "besluit verdwenen", (), {f"{AANM}.besluit": WEG, **_criteria("ja", "nee")},
      invulling={AANM: {"niet_gevonden": ("besluit",)}}, overgeslagen="is uit het formulier verdwenen"),
    V("R14", "toelichting verdwenen", (), _criteria("ja", "nee"), invulling={AANM: {"niet_gevonden": ("criteria.toelichting",)}},
      overgeslagen="‘Toelichting’ is uit het formulier verdwenen"),
    V("R14", "één vak met toelichting verdwenen", ("R14:nee",), _criteria("nee", "nee"),
      invulling={AANM: {"niet_gevonden": ("criteria[2].toelichting",)}}, overgeslagen="‘Toelichting’ is uit het formulier verdwenen"),
    V("R14", "criteria worden niet gebruikt", (), _criteria("ja", "nee"), parameters={"criteria_gebruiken": "nee"}),
    V("R14", "afwijking maakt er een aandachtspunt van", ("R14:nee",), _criteria("ja", "nee"), waarden=_afwijking("criteria"),
      ernst="aandachtspunt"),
    V("R14", "afwijking over iets anders helpt niet", ("R14:nee",), _criteria("ja", "nee"), waarden=_afwijking("contra"), ernst="fout"),
    V("R14", "onbekend met een afwijking", (), _criteria("ja", "onbekend"), waarden=_afwijking("criteria")),
    V("R14", "niet bereid", ("R14:bereidheid",), {f"{AANM}.bereidheid": "nee"}, ernst="fout"),
    V("R14", "bereid", (), {f"{AANM}.bereidheid": "ja"}),
    V("R14", "niet bereid, en het criterium zegt het al", ("R14:nee",), {f"{AANM}.bereidheid": "nee", **_criteria("ja", "ja", "nee")}),
    V("R14", "niet bereid, en het criterium legt het uit", (),
      {f"{AANM}.bereidheid": "nee", **_criteria("ja", "ja", "onbekend", bereidheid="Tekst.")}),
    V("R14", "niet bereid, en het criterium staat op ja", ("R14:bereidheid",), {f"{AANM}.bereidheid": "nee", **_criteria("ja", "ja", "ja")}),
    V("R14", "niet bereid, en criteria worden niet gebruikt", ("R14:bereidheid",),
      {f"{AANM}.bereidheid": "nee", **_criteria("ja", "ja", "nee")}, parameters={"criteria_gebruiken": "nee"}),
    V("R14", "bereidheid verdwenen", (), invulling={AANM: {"niet_gevonden": ("bereidheid",)}}, overgeslagen="‘Bereid’ is uit"),
    V("R14", "te weinig kenmerken", ("R14:kenmerken",), {f"{AANM}.kenmerken": ["a"]}, parameters={"min_kenmerken": 2}, ernst="fout"),
    V("R14", "geen kenmerk, en het veld mag leeg zijn", ("R14:kenmerken",), parameters={"min_kenmerken": 1}, zegt="koos je er 0"),
    V("R14", "geen kenmerk, en het veld is verplicht", ("R02:keuze",), {**TWIJFEL, f"{AANM}.kenmerken": WEG}, parameters={"min_kenmerken": 1}),
    V("R14", "één kenmerk, en het veld is verplicht", ("R14:kenmerken",), TWIJFEL, parameters={"min_kenmerken": 2}),
    V("R14", "precies genoeg kenmerken", (), {f"{AANM}.kenmerken": ["a", "b"]}, parameters={"min_kenmerken": 2}),
    V("R14", "kenmerken verdwenen", (), parameters={"min_kenmerken": 1}, invulling={AANM: {"niet_gevonden": ("kenmerken.a",)}},
      overgeslagen="‘Kenmerken’ is uit"),
    V("R14", "te weinig kenmerken, en het criterium zegt het al", ("R14:nee",), _criteria("ja", "ja", "ja", "nee"),
      parameters={"min_kenmerken": 1}),
    # R15
    V("R15", "contra-indicatie en toch intake", ("R15:ja",), _contra("nee", "ja"), ernst="fout"),
    V("R15", "besluit bij de intake is positief", ("R01:leeg", "R15:ja"), {f"{AANM}.besluit": WEG, **_contra("ja")}),
    V("R15", "onbekend", ("R15:onbekend",), _contra("onbekend"), ernst="waarschuwing"),
    V("R15", "toelichting is niet genoeg", ("R15:ja",),
      {f"{AANM}.contra": [{"contra_indicatie": "zorg", "aanwezig": "ja", "toelichting": "Tekst."}]}),
    V("R15", "spoed is ook positief", ("R15:ja",), {**SPOED, **_contra("ja")}),
    V("R15", "begeleiding helpt niet", ("R15:begeleiding",), {f"{AANM}.begeleiding_mogelijk": "nee"}, ernst="fout"),
    V("R15", "begeleiding helpt", (), {f"{AANM}.begeleiding_mogelijk": "ja"}),
    V("R15", "begeleiding helpt niet: de contra-indicatie zegt het al", ("R15:ja",),
      {f"{AANM}.begeleiding_mogelijk": "nee", **_contra("ja", "nee")}),
    V("R15", "begeleiding helpt niet, en een ander punt is onbekend", ("R15:begeleiding", "R15:onbekend"),
      {f"{AANM}.begeleiding_mogelijk": "nee", **_contra("onbekend")}),
    V("R15", "besluit is negatief", (), {**ALLEEN_AANM, **DOORVERWEZEN, **_contra("ja")}),
    V("R15", "op de wachtlijst, zonder besluit bij de aanmelding", ("R01:leeg",),
      {**WACHTLIJST, f"{AANM}.besluit": WEG, **_contra("ja")}, peildatum=IN_JANUARI),
    V("R15", "geen contra-indicatie", (), _contra("nee", "nee")),
    V("R15", "afwijking maakt er een aandachtspunt van", ("R15:ja",), _contra("ja"), waarden=_afwijking("contra"), ernst="aandachtspunt"),
    V("R15", "afwijking op de intake telt ook", ("R15:ja",), _contra("ja"), waarden=_afwijking("contra", "intake"), ernst="aandachtspunt"),
    V("R15", "onbekend met een afwijking", (), _contra("onbekend"), waarden=_afwijking("contra")),
    V("R15", "contra-indicaties worden niet gebruikt", (), _contra("ja"), parameters={"contra_gebruiken": "nee"}),
    V("R15", "afgewezen, en later opnieuw aangemeld", ("R01:leeg",), {**OPNIEUW, **_contra("ja")}),
    V("R15", "opnieuw aangemeld, en nu is er een contra-indicatie", ("R01:leeg", "R15:ja"),
      {**OPNIEUW, f"{AANM}@2.contra": [{"contra_indicatie": "zorg", "aanwezig": "ja"}]}),
    V("R15", "besluit verdwenen", (), {**ALLEEN_AANM, f"{AANM}.besluit": WEG, **_contra("ja")},
      invulling={AANM: {"niet_gevonden": ("besluit",)}}, overgeslagen="‘Besluit’ is uit"),
    V("R15", "tabel verdwenen", (), invulling={AANM: {"niet_gevonden": ("contra.aanwezig", "contra.toelichting")}},
      overgeslagen="‘Contra-indicaties’ is uit"),
    # R16
    V("R16", "een jaar te jong", ("R16:te_jong",), parameters={"min_leeftijd": 36}, ernst="fout"),
    V("R16", "precies oud genoeg", (), parameters={"min_leeftijd": 35}),
    V("R16", "een jaar te oud", ("R16:te_oud",), parameters={"max_leeftijd": 34}, ernst="fout"),
    V("R16", "precies niet te oud", (), parameters={"max_leeftijd": 35}),
    V("R16", "jarig op de dag van aanmelding", (), overal("geboortedatum", "2008-01-05"), parameters={"min_leeftijd": 18}),
    V("R16", "een dag later jarig", ("R16:te_jong",), overal("geboortedatum", "2008-01-06"), parameters={"min_leeftijd": 18}),
    V("R16", "criterium op nee en toch intake: één bevinding", ("R16:te_jong",), _criteria("nee", "ja"), parameters={"min_leeftijd": 36}),
    V("R16", "criterium op nee, en de leeftijd past: werk voor R14", ("R14:nee",), _criteria("nee", "ja"), parameters={"min_leeftijd": 18}),
    V("R16", "ander criterium op nee is niet de leeftijd", ("R14:nee", "R16:te_jong"), _criteria("ja", "nee"),
      parameters={"min_leeftijd": 36}),
    V("R16", "criterium op ja, besluit negatief", ("R16:te_jong",), {**ALLEEN_AANM, **DOORVERWEZEN}, parameters={"min_leeftijd": 36}),
    V("R16", "criterium op nee, besluit negatief", (), {**ALLEEN_AANM, **DOORVERWEZEN, **_criteria("nee", "ja")},
      parameters={"min_leeftijd": 36}),
    V("R16", "afwijking maakt er een aandachtspunt van", ("R16:te_jong",), parameters={"min_leeftijd": 36},
      waarden=_afwijking("criteria"), ernst="aandachtspunt"),
    V("R16", "geboortedatum leeg", ("R01:leeg",), {f"{AANM}.aanmelddatum": WEG}, parameters={"min_leeftijd": 36}),
    V("R16", "geen grens", (), overgeslagen="min_leeftijd en max_leeftijd staat uit"),
    # R17
    V("R17", "crisis, en geen spoed", ("R17:crisis",), {f"{AANM}.crisis": "ja"}, ernst="waarschuwing"),
    V("R17", "crisis en spoed", (), {**SPOED, f"{AANM}.crisis": "ja"}),
    V("R17", "crisis, nog geen besluit", ("R01:leeg",), {f"{AANM}.crisis": "ja", f"{AANM}.besluit": WEG}),
    V("R17", "geen crisis", (), {f"{AANM}.crisis": "nee"}),
    V("R17", "crisis verdwenen", ("R17:twijfel",), {**TWIJFEL, f"{AANM}.overleg_met": WEG},
      invulling={AANM: {"niet_gevonden": ("crisis",)}}, overgeslagen="‘Crisis’ is uit"),
    V("R17", "twijfel zonder overleg", ("R17:twijfel",), {**TWIJFEL, f"{AANM}.overleg_met": WEG}, ernst="waarschuwing"),
    V("R17", "twijfel met overleg", (), TWIJFEL),
    V("R17", "geen twijfel", (), {f"{AANM}.twijfel": "nee"}),
    V("R17", "overleg is verdwenen", (), {**TWIJFEL, f"{AANM}.overleg_met": WEG}, invulling={AANM: {"niet_gevonden": ("overleg_met",)}}),
    # R18
    V("R18", "doorverwezen, en verder niets", ("R18:reden", "R18:waarheen"), {**ALLEEN_AANM, f"{AANM}.besluit": "doorverwijzing"},
      ernst="fout"),
    V("R18", "doorverwezen met alleen een plek", ("R18:reden",), {**ALLEEN_AANM, **DOORVERWEZEN, f"{AANM}.besluit_reden": "n.v.t."}),
    V("R18", "doorverwezen met alleen een reden", ("R18:waarheen",), {**ALLEEN_AANM, **DOORVERWEZEN, f"{AANM}.verwezen_naar": WEG}),
    V("R18", "doorverwezen met plek en reden", (), {**ALLEEN_AANM, **DOORVERWEZEN}),
    V("R18", "spoed zonder reden is werk voor R02", ("R02:keuze",), {f"{AANM}.besluit": "spoed"}),
    V("R18", "afgewezen bij de intake, zonder reden", ("R18:reden",), {**TOT_INTAKE, "intake.besluit": "afwijzing", "intake.brief_reden": WEG}),
    V("R18", "afgewezen bij de intake, met reden", (), {**TOT_INTAKE, "intake.besluit": "afwijzing"}),
    V("R18", "doorverwezen bij de intake, zonder plek", ("R18:waarheen",), {**TOT_INTAKE, "intake.besluit": "doorverwijzing"}),
    V("R18", "doorverwezen bij de intake, met plek", (),
      {**TOT_INTAKE, "intake.besluit": "doorverwijzing", "intake.verwezen_naar": "Tekst."}),
    V("R18", "positief besluit zonder reden is werk voor R01", ("R01:leeg",), {"intake.brief_reden": WEG}, parameters={"intakebrief_max": "uit"}),
    V("R18", "positief besluit zonder reden in de brief is werk voor R28", ("R28:zonder_reden",), {"intake.brief_reden": WEG}),
    V("R18", "besluit verdwenen", (), {**ALLEEN_AANM, f"{AANM}.besluit": WEG}, invulling={AANM: {"niet_gevonden": ("besluit",)}},
      overgeslagen="‘Besluit’ is uit"),
    # R19
    V("R19", "wachtlijst terwijl er plek is", ("R19:wachtlijst",), {**WACHTLIJST, "intake.w_plekken": 1}, peildatum=IN_JANUARI,
      ernst="waarschuwing"),
    V("R19", "wachtlijst zonder plek", (), {**WACHTLIJST, "intake.w_plekken": 0}, peildatum=IN_JANUARI),
    V("R19", "wachtlijst, plekken niet ingevuld", (), WACHTLIJST, peildatum=IN_JANUARI),
    V("R19", "toelating zonder plek", ("R19:vol",), {"intake.w_plekken": 0}),
    V("R19", "toelating met één plek", (), {"intake.w_plekken": 1}),
    V("R19", "proef zonder plek", ("R19:vol",), {**PROEF, "intake.w_plekken": 0}),
    V("R19", "afwijzing zonder plek", (), {**TOT_INTAKE, "intake.besluit": "afwijzing", "intake.w_plekken": 0}),
    V("R19", "toelating terwijl het aanbod niet past", ("R19:aanbod",), {"intake.w_aanbod": "nee"}),
    V("R19", "toelating terwijl het aanbod past", (), {"intake.w_aanbod": "ja"}),
    V("R19", "wachtlijst terwijl het aanbod niet past", (), {**WACHTLIJST, "intake.w_aanbod": "nee"}, peildatum=IN_JANUARI),
    V("R19", "groep ingevuld zonder groepswonen", ("R19:geen_groep",), {"intake.w_groep": "ja"}),
    V("R19", "groepswonen, en de groep is leeg", ("R19:wel_groep",), organisatie={"groepswonen": "ja"}),
    V("R19", "groepswonen, en de groep is ingevuld", (), {"intake.w_groep": "ja"}, organisatie={"groepswonen": "ja"}),
    V("R19", "groepswonen, en de groep is verplicht: werk voor R02", ("R02:keuze",), {"intake.w_aanbod": "deels"},
      organisatie={"groepswonen": "ja"}),
    V("R19", "groepswonen, nog geen besluit", ("R01:leeg",), {**TOT_INTAKE, "intake.besluit": WEG}, organisatie={"groepswonen": "ja"}),
    V("R19", "plekken verdwenen", (), {"intake.w_aanbod": "nee"}, invulling={"intake": {"niet_gevonden": ("w_plekken",)}},
      overgeslagen="‘Vrije plekken’ is uit"),
    # R20
    V("R20", "proef zonder reden", ("R20:proef_reden",), {**PROEF, "intake.proef_reden": "-"}, ernst="fout"),
    V("R20", "proef zonder einde", ("R20:proef_eind",), {**PROEF, "intake.proef_eind": WEG}, ernst="fout"),
    V("R20", "proef volledig", (), PROEF),
    V("R20", "geen proef", (), {"intake.proef_reden": WEG}),
    V("R20", "voorwaardelijk zonder afspraak", ("R20:voorwaarden",), ONDER_VOORWAARDE, ernst="fout"),
    V("R20", "voorwaardelijk, bij niemand staat wie", ("R20:wie",),
      {**ONDER_VOORWAARDE, "intake.voorwaarden": [{"afspraak": "A"}, {"afspraak": "B"}]}, ernst="fout"),
    V("R20", "voorwaardelijk, bij één staat wie", ("R01:leeg",),
      {**ONDER_VOORWAARDE, "intake.voorwaarden": [{"afspraak": "A", "wie": "Sam"}, {"afspraak": "B"}]}),
    V("R20", "voorwaardelijk volledig", (), {**ONDER_VOORWAARDE, "intake.voorwaarden": [{"afspraak": "A", "wie": "Sam"}]}),
    V("R20", "niet voorwaardelijk: een leeg vak is werk voor R01", ("R01:leeg",), {"intake.voorwaarden": [{"afspraak": "A"}]}),
    V("R20", "kolom verdwenen", (), {**ONDER_VOORWAARDE, "intake.voorwaarden": [{"afspraak": "A"}]},
      invulling={"intake": {"niet_gevonden": ("voorwaarden.wie",)}}, overgeslagen="‘Wie let erop’ is uit"),
    V("R20", "één vak verdwenen", (), {**ONDER_VOORWAARDE, "intake.voorwaarden": [{"afspraak": "A"}]},
      invulling={"intake": {"niet_gevonden": ("voorwaarden[1].wie",)}}),
    V("R20", "niet te lezen", (), ONDER_VOORWAARDE, waarden={"intake.voorwaarden": Onleesbaar("x", "?")}, overgeslagen="is niet te lezen"),
    # R21
    V("R21", "de begeleider doet alles bij een doel", ("R21:begeleider",), _soorten((1, "begeleider"), (1, "begeleider"), (2, "client")),
      ernst="aandachtspunt"),
    V("R21", "samen", (), _soorten((1, "begeleider"), (1, "client"), (2, "netwerk"))),
    V("R21", "bij één actie staat geen soort", (), _soorten((1, "begeleider"), (1, ""), (2, "client"))),
    V("R21", "doel zonder actie is werk voor R09", ("R09:geen_actie",), _soorten((1, "client"))),
    V("R21", "nummer bij een actie onleesbaar", (), _soorten((1, "begeleider"), (2, "client")),
      waarden={f"{PLAN}.acties": ({"doel_nr": 1, "actie": "A", "wie": "Noor", "wanneer": date(2026, 4, 1), "soort_wie": "begeleider"},
                                  {"doel_nr": 2, "actie": "A", "wie": "Noor", "wanneer": date(2026, 4, 1), "soort_wie": "client"},
                                  {"doel_nr": Onleesbaar("een", "?"), "actie": "A", "wie": "Noor", "wanneer": date(2026, 4, 1),
                                   "soort_wie": "client"})}),
    V("R21", "geen actie en geen rol van het netwerk", ("R21:netwerk",), {f"{PLAN}.netwerk_rol": WEG}, ernst="aandachtspunt"),
    V("R21", "wel een actie van het netwerk", (), {f"{PLAN}.netwerk_rol": WEG, **_soorten((1, "client"), (2, "netwerk"))}),
    V("R21", "misschien een actie van het netwerk", (), {f"{PLAN}.netwerk_rol": WEG, **_soorten((1, "client"), (2, ""))}),
    V("R21", "soort bij een actie is niet te lezen", ("R03:een",), {f"{PLAN}.netwerk_rol": WEG, **_soorten((1, "client"), (2, "zomaar"))}),
    V("R21", "rol is verplicht: werk voor R02", ("R02:waarde",), {**VERSIE_2, f"{PLAN}.netwerk_rol": WEG}),
    V("R21", "nog geen acties", ("R09:geen_actie", "R09:geen_actie"), {f"{PLAN}.netwerk_rol": WEG, f"{PLAN}.acties": WEG}),
    V("R21", "kolom verdwenen", (), {f"{PLAN}.netwerk_rol": WEG}, invulling={PLAN: {"niet_gevonden": ("acties.soort_wie",)}},
      overgeslagen="‘Soort’ is uit"),
    # R22
    V("R21", "alleen bij het eerste doel doet de begeleider alles", ("R21:begeleider",), {f"{PLAN}.acties.0.soort_wie": "begeleider"}, zegt="doel 1"),
    V("R22", "actie zonder datum", ("R09:wanneer",), {f"{PLAN}.acties.1.wanneer": WEG}),
    V("R22", "tweede doel vóór het plan", ("R22:doel_vroeg",), {f"{PLAN}.doelen.1.streefdatum": "2026-03-01", f"{PLAN}.acties.1.wanneer": "2026-03-02"},
      veld="doelen[2].streefdatum", zegt="doel 2"),
    V("R22", "streefdatum vóór het plan: de actie krijgt geen tweede melding", ("R22:doel_vroeg",),
      {f"{PLAN}.doelen.0.streefdatum": "2026-03-01"}, ernst="waarschuwing"),
    V("R22", "streefdatum op de dag van het plan", (), {f"{PLAN}.doelen.0.streefdatum": "2026-03-02", f"{PLAN}.acties.0.wanneer": "2026-03-02"}),
    V("R22", "actie na een streefdatum op de dag van het plan", ("R22:actie_laat",), {f"{PLAN}.doelen.0.streefdatum": "2026-03-02"}),
    V("R22", "actie vóór het plan", ("R22:actie_vroeg",), {f"{PLAN}.acties.0.wanneer": "2026-03-01"}, ernst="waarschuwing", veld="acties[1].wanneer"),
    V("R22", "actie op de dag van het plan", (), {f"{PLAN}.acties.0.wanneer": "2026-03-02"}),
    V("R22", "actie die al klaar is", (), {f"{PLAN}.acties.0.wanneer": "2026-03-01", f"{PLAN}.acties.0.status": "gereed"}),
    V("R22", "actie die nog loopt", ("R22:actie_vroeg",), {f"{PLAN}.acties.0.wanneer": "2026-03-01", f"{PLAN}.acties.0.status": "loopt"}),
    V("R22", "actie na de streefdatum", ("R22:actie_laat",), {f"{PLAN}.acties.0.wanneer": "2026-05-02"}, ernst="waarschuwing"),
    V("R22", "actie op de streefdatum", (), {f"{PLAN}.acties.0.wanneer": "2026-05-01"}),
    V("R22", "actie bij een doel met een dubbel nummer: de laatste streefdatum telt", ("R10:dubbel",),
      {**_doelen((1, "2026-05-01"), (1, "2026-04-15"), (2, "2026-05-01")), f"{PLAN}.acties.0.wanneer": "2026-04-20"}),
    V("R22", "actie en doel zonder nummer horen niet bij elkaar", ("R09:doel_nr", "R10:doel_nr", "R41:onbekend"),
      {f"{PLAN}.doelen.0.doel_nr": WEG, f"{PLAN}.acties.0.doel_nr": WEG, f"{PLAN}.acties.0.wanneer": "2026-05-02"}),
    V("R22", "zonder streefdatum", ("R10:streefdatum",), {f"{PLAN}.doelen.0.streefdatum": WEG, f"{PLAN}.acties.0.wanneer": "2026-05-02"}),
    V("R22", "zonder datum van het plan", ("R01:leeg",), {f"{PLAN}.plan_datum": WEG, f"{PLAN}.doelen.0.streefdatum": "2026-03-01",
                                                        f"{PLAN}.acties.0.wanneer": "2026-02-01"}),
    V("R22", "evaluatie vóór alle streefdatums", ("R22:evaluatie",), {f"{PLAN}.evaluatie_gepland": "2026-04-30"}, ernst="waarschuwing"),
    V("R22", "evaluatie vóór alle streefdatums: de eerste wordt genoemd", ("R22:evaluatie",),
      {f"{PLAN}.evaluatie_gepland": "2026-04-30", f"{PLAN}.doelen.1.streefdatum": "2026-05-03"}, zegt="01-05-2026 de eerste"),
    V("R22", "evaluatie niet gepland", ("R01:leeg",), {f"{PLAN}.evaluatie_gepland": WEG}),
    V("R22", "evaluatie op de streefdatum", (), {f"{PLAN}.evaluatie_gepland": "2026-05-01"}),
    V("R22", "één doel is klaar vóór de evaluatie", (), {f"{PLAN}.evaluatie_gepland": "2026-04-30", f"{PLAN}.doelen.0.streefdatum": "2026-04-30"}),
    V("R22", "evaluatie eerst, en één streefdatum is leeg", ("R10:streefdatum", "R22:evaluatie"),
      {f"{PLAN}.evaluatie_gepland": "2026-04-30", f"{PLAN}.doelen.0.streefdatum": WEG}),
    V("R22", "evaluatie eerst, en één streefdatum is niet te lezen", ("R04:onleesbaar",),
      {f"{PLAN}.evaluatie_gepland": "2026-04-30", f"{PLAN}.doelen.0.streefdatum": "gauw"}),
    V("R22", "datum van het plan verdwenen", (), {f"{PLAN}.acties.0.wanneer": "2026-05-02"},
      invulling={PLAN: {"niet_gevonden": ("plan_datum",)}}, overgeslagen="‘Datum plan’ is uit"),
    # R23
    V("R23", "niet gehaald zonder reden", ("R23:nee",), {f"{EVAL}.per_doel.1.reden": WEG}, ernst="waarschuwing", zegt="doel 2 is niet gehaald"),
    V("R23", "deels gehaald zonder reden", ("R23:deels",), {f"{EVAL}.per_doel.1": {"doel_nr": 2, "behaald": "deels", "reden": "-"}}),
    V("R23", "doel zonder nummer", ("R01:leeg", "R23:nee", "R41:ontbreekt"),
      {f"{EVAL}.per_doel": [{"doel_nr": 1, "behaald": "ja"}, {"behaald": "nee"}]}),
    V("R23", "deels gehaald met reden", (), {f"{EVAL}.per_doel.1.behaald": "deels"}),
    V("R23", "gehaald", (), {f"{EVAL}.per_doel.1": {"doel_nr": 2, "behaald": "ja"}}),
    V("R23", "kolom verdwenen", (), {f"{EVAL}.per_doel.1.reden": WEG}, invulling={EVAL: {"niet_gevonden": ("per_doel.reden",)}},
      overgeslagen="‘Hoe komt dat?’ is uit"),
    V("R23", "één vak verdwenen", (), {f"{EVAL}.per_doel.1.reden": WEG}, invulling={EVAL: {"niet_gevonden": ("per_doel[2].reden",)}}),
    # R24
    V("R24", "alles gehaald, en toch doorgaan", ("R24:gehaald",), ALLES_GEHAALD, peildatum=IN_MEI, ernst="waarschuwing"),
    V("R24", "alles gehaald, en terug naar het plan", ("R24:gehaald",), {**ALLES_GEHAALD, f"{EVAL}.besluit": "bijstellen"}, peildatum=IN_MEI),
    V("R24", "alles gehaald, met een nieuwe vraag", (), {**ALLES_GEHAALD, f"{EVAL}.nieuwe_vragen": [{"vraag": "Tekst."}]}, peildatum=IN_MEI),
    V("R24", "alles gehaald, nieuwe vragen verdwenen", (), ALLES_GEHAALD, peildatum=IN_MEI,
      invulling={EVAL: {"niet_gevonden": ("nieuwe_vragen.vraag",)}}, overgeslagen="‘Nieuwe vragen’ is uit"),
    V("R24", "niet alles gehaald, en doorgaan", (), VERDER, peildatum=IN_MEI),
    V("R24", "niets ingevuld per doel is werk voor R41", ("R41:ontbreekt", "R41:ontbreekt"), {**VERDER, f"{EVAL}.per_doel": WEG}, peildatum=IN_MEI),
    V("R24", "alles gehaald en afronden", (), {f"{EVAL}.per_doel.1": {"doel_nr": 2, "behaald": "ja"}}),
    V("R24", "alles gehaald, algemene evaluatie", (), {**ALLES_GEHAALD, **ALLES_AFGEROND, f"{EVAL}.eval_soort": "algemeen"}, peildatum=IN_MEI),
    V("R24", "bij elk doel afronden, en toch doorgaan", ("R24:afronden",), {**VERDER, **ALLES_AFGEROND}, peildatum=IN_MEI),
    V("R24", "bij één doel afronden", (), {**VERDER, f"{EVAL}.pea.0.actie": "afronden"}, peildatum=IN_MEI),
    V("R24", "alles gehaald en bij elk doel afronden: één bevinding", ("R24:gehaald",), {**ALLES_GEHAALD, **ALLES_AFGEROND}, peildatum=IN_MEI),
    V("R24", "niet de goede plek, en toch doorgaan", ("R24:plek",), {**VERDER, f"{EVAL}.juiste_plek": "nee"}, peildatum=IN_MEI),
    V("R24", "de goede plek, en doorgaan", (), {**VERDER, f"{EVAL}.juiste_plek": "ja"}, peildatum=IN_MEI),
    V("R24", "niet de goede plek, en afronden", (), {f"{EVAL}.juiste_plek": "nee"}),
    V("R24", "afronden zonder bestemming", ("R24:bestemming",), {f"{EVAL}.afronden_bestemming": WEG}, ernst="waarschuwing"),
    V("R24", "doorgaan zonder bestemming", (), {**VERDER, f"{EVAL}.afronden_bestemming": WEG}, peildatum=IN_MEI),
    V("R24", "na uitzetting", ("R24:bestemming",), {f"{EVAL}.afronden_bestemming": WEG, "checklist_uitstroom.uitstroomsoort": "uitzetting"},
      ernst="aandachtspunt"),
    # R25
    V("R25", "niet gemaild", ("R25:mail_datum",), {"incident.mail_datum": WEG}, ernst="fout", zegt="2026): ‘Gemaild op’"),
    V("R25", "geen nummer van de melding", ("R25:register_nr",), {"incident.register_nr": "-"}, ernst="fout"),
    V("R25", "niet geteld", ("R25:volgnummer",), {"incident.volgnummer": WEG}, ernst="fout"),
    V("R25", "agressie, inspectie leeg", ("R25:igj_leeg",), {"incident.tussen_deelnemers": "ja"}, ernst="fout"),
    V("R25", "schade, inspectie leeg", ("R25:igj_leeg",), {"incident.schade": "ja"}, zegt="bij ‘Schade’ staat"),
    V("R25", "agressie, inspectie weet het niet", ("R25:igj_nee",), {**MELDPLICHT, "incident.igj_gemeld": "nee"}, ernst="fout"),
    V("R25", "inspectie weet het, datum leeg", ("R25:igj_datum",), {**MELDPLICHT, "incident.igj_datum": WEG}),
    V("R25", "volledig gemeld", (), MELDPLICHT),
    V("R25", "zonder plicht hoeft de inspectie niets te weten", (), {"incident.igj_gemeld": "nee"}),
    V("R25", "zonder plicht toch gemeld, datum leeg", ("R25:igj_datum",), {"incident.igj_gemeld": "ja"}),
    V("R25", "afwijking maakt er een aandachtspunt van", ("R25:igj_nee",), {**MELDPLICHT, "incident.igj_gemeld": "nee"},
      waarden=_afwijking("melding"), ernst="aandachtspunt"),
    V("R25", "schade verdwenen", (), {"incident.tussen_deelnemers": "ja"}, invulling={"incident": {"niet_gevonden": ("schade",)}},
      overgeslagen="‘Schade’ is uit"),
    V("R25", "nummer springt", ("R25:sprong",), kopie={"incident": {"datum_tijd": "2026-02-10", "volgnummer": 3}}, ernst="fout", zegt="nummer 1, dus je verwacht 2"),
    V("R25", "nummer blijft gelijk", ("R25:sprong",), kopie={"incident": {"datum_tijd": "2026-02-10"}}),
    V("R25", "nummers in de verkeerde volgorde", ("R25:sprong",), {"incident.volgnummer": 2},
      kopie={"incident": {"datum_tijd": "2026-02-10", "volgnummer": 1}}),
    V("R25", "nummers lopen door", (), kopie={"incident": {"datum_tijd": "2026-02-10", "volgnummer": 2}}),
    V("R25", "twee op één dag lopen door", (), kopie={"incident": {"volgnummer": 2}}),
    V("R25", "het tweede is niet geteld", ("R25:volgnummer",), kopie={"incident": {"datum_tijd": "2026-02-10", "volgnummer": ""}}),
    V("R25", "het eerste heeft een later nummer", (), {"incident.volgnummer": 5},
      kopie={"incident": {"datum_tijd": "2026-02-10", "volgnummer": 6}}),
    V("R25", "na een leeg nummer is niet te zeggen wat volgt", ("R25:volgnummer",), {"incident.volgnummer": WEG},
      kopie={"incident": {"datum_tijd": "2026-02-10", "volgnummer": 6}}),
    V("R25", "misschien in het onleesbare bestand", ("R72:geweigerd",), erbij=_geweigerd(),
      kopie={"incident": {"datum_tijd": "2026-02-10", "volgnummer": 3}}, overgeslagen="kapot.docx"),
    V("R25", "geen incident", (), {"incident": WEG}, overgeslagen="er is nog geen ‘Incident’"),
    # R40
    V("R40", "wens zonder keuze", ("R40:wens",), {**WENS_FINANCIEN, **GEEN_KEUZE}, ernst="waarschuwing"),
    V("R40", "wens met keuze", (), {**WENS_FINANCIEN, f"{PLAN}.gewenste_situatie.financien": "Tekst."}),
    V("R40", "wens met een doel", (), {**WENS_FINANCIEN, **GEEN_KEUZE, f"{PLAN}.doelen.1.leefgebied": "financien"}),
    V("R40", "geen wens", (), GEEN_KEUZE),
    V("R40", "wens in een gebied dat niet aan de orde is", (), {f"{PB}.lg_wens.werk": "Tekst."}),
    V("R40", "wens in een gebied dat het plan vergeet: werk voor R06", ("R06:begeleidingsplan",), {**WENS_FINANCIEN, f"{PLAN}.keuze.1": WEG}),
    V("R40", "keuze zonder leefgebied kan die wens zijn", ("R01:leeg",),
      {**WENS_FINANCIEN, f"{PLAN}.keuze.1.leefgebied": WEG, f"{PLAN}.gewenste_situatie.financien": "Tekst."}),
    V("R40", "leefgebied van een keuze is niet te lezen", ("R03:een",),
      {**WENS_FINANCIEN, f"{PLAN}.keuze.1.leefgebied": "tuin", f"{PLAN}.gewenste_situatie.financien": "Tekst."}),
    V("R40", "de beschrijving is er pas in de tweede cyclus", ("R38:overgeslagen",), {**CYCLUS_2, PB: WEG}),
    V("R40", "keuzes zijn verplicht en leeg: werk voor R02", ("R02:waarde",),
      {**WENS_FINANCIEN, f"{PLAN}.keuze": WEG, f"{PLAN}.gewenste_situatie.financien": "Tekst."}),
    V("R40", "keuzes mogen leeg zijn", ("R40:wens",),
      {**VERSIE_2, **WENS_FINANCIEN, f"{PLAN}.keuze": WEG, f"{PLAN}.gewenste_situatie.financien": "Tekst."}),
    V("R40", "nog geen keuzes en doelen", ("R08:doelen",),
      {**VERSIE_2, **WENS_FINANCIEN, f"{PLAN}.keuze": WEG, f"{PLAN}.doelen": WEG, f"{PLAN}.gewenste_situatie": {"wonen": "x", "financien": "x"}}),
    V("R40", "wens verdwenen", (), {**WENS_FINANCIEN, **GEEN_KEUZE},
      invulling={PB: {"niet_gevonden": tuple(f"lg_wens.{g}" for g in ("wonen", "financien", "werk"))}}, overgeslagen="‘Wens’ is uit"),
    V("R40", "de vorige beschrijving geldt nog: een oude wens hoeft niet terug", (),
      {**CYCLUS_2, f"{PB}@2.nog_actueel_vorige": "ja", **GEEN_GEBIEDEN, f"{PB}@2.toekomst": "Tekst.", **WENS_FINANCIEN,
       f"{PLAN}@2.keuze.1": WEG, f"{PLAN}@2.gewenste_situatie.financien": "Tekst."}),
    V("R40", "in de tweede cyclus een nieuwe wens", ("R40:wens",),
      {**CYCLUS_2, f"{PB}@2.lg_wens.financien": "Tekst.", f"{PLAN}@2.keuze.1": WEG, f"{PLAN}@2.gewenste_situatie.financien": "Tekst."}),
    V("R40", "alleen de laatste versie van het plan telt", (), {**WENS_FINANCIEN, **GEEN_KEUZE},
      kopie={PLAN: {"plan_versie": 2, "wijzig_reden": "Tekst.",
                    "keuze": [{"leefgebied": g, "wens": "Tekst.", "aanpakken": "ja"} for g in ("wonen", "financien")]}}),
    V("R40", "doel in een gebied dat niet beschreven is", ("R40:doel",), {f"{PLAN}.doelen.1.leefgebied": "werk"}, ernst="aandachtspunt", veld="doelen[2].leefgebied", zegt="doel 2 gaat over Werk"),
    V("R40", "doel in een beschreven gebied", (), {f"{PLAN}.doelen.1.leefgebied": "financien"}),
    V("R40", "doel in een gebied dat de beschrijving vergeet: werk voor R06", ("R06:persoonsbeschrijving",),
      {f"{PLAN}.doelen.1.leefgebied": "werk", f"{PB}.lg_niet_relevant": WEG, f"{PB}.lg_plicht.werk": WEG, f"{PB}.nog_actueel_vorige": "ja"}),
    V("R40", "doel in een gebied waarvan een vraag verdwenen is", (), {f"{PLAN}.doelen.1.leefgebied": "werk"},
      invulling={PB: {"niet_gevonden": ("lg_goed.werk",)}}),
    # R56
    V("R56", "hulpvragen leeg", ("R56:leeg",), {**VERSIE_2, f"{PLAN}.hulpvragen": "-"}, ernst="aandachtspunt"),
    V("R56", "hulpvragen verplicht en leeg: werk voor R02", ("R02:waarde",), {f"{PLAN}.hulpvragen": WEG}),
    V("R56", "gebied komt niet terug", ("R56:gebied",), {**VRAAG, **GEEN_KEUZE}, ernst="aandachtspunt"),
    V("R56", "gebied komt terug als keuze", (), VRAAG),
    V("R56", "gebied komt terug als doel", (), {**VRAAG, **GEEN_KEUZE, f"{PLAN}.doelen.1.leefgebied": "financien"}),
    V("R56", "gebied komt terug in een ander plan", (), {**CYCLUS_2, **VRAAG, **GEEN_KEUZE}),
    V("R56", "keuze zonder leefgebied in een ander plan kan dat gebied zijn", ("R01:leeg",),
      {**CYCLUS_2, f"{PLAN}@2.keuze.1.leefgebied": WEG, f"{PLAN}@2.gewenste_situatie.financien": "Tekst.", **VRAAG, **GEEN_KEUZE}),
    V("R56", "gebied ontbreekt in twee plannen, en R06 zegt het van één", ("R06:begeleidingsplan",),
      {**CYCLUS_2, f"{PLAN}@2.keuze.1": WEG, f"{PLAN}@2.gewenste_situatie.financien": "Tekst.", **VRAAG, f"{PLAN}.keuze.1": WEG}),
    V("R56", "bij een nieuwe aanmelding telt de laatste vraag", (), {
        f"{AANM}.leefgebieden_vraag": ["werk"], **{f"{AANM}.{veld}": "2025-11-03" for veld in ("aanmelddatum", "besluit_datum", "uitnodiging_datum")}},
      kopie={AANM: {"leefgebieden_vraag": ["wonen"], **dict.fromkeys(("aanmelddatum", "besluit_datum", "uitnodiging_datum"), "2026-01-05")}}),
    V("R56", "gebieden bij de aanmelding leeg", ("R01:leeg",), {f"{AANM}.leefgebieden_vraag": WEG, **GEEN_KEUZE}),
    V("R56", "gebied is niet aan de orde", (), {f"{AANM}.leefgebieden_vraag": ["wonen", "werk"]}),
    V("R56", "gebied ontbreekt ook in wat R06 zegt", ("R06:begeleidingsplan",), {**VRAAG, f"{PLAN}.keuze.1": WEG}),
    V("R56", "gebied ontbreekt ook in wat R40 zegt", ("R40:wens",), {**VRAAG, **WENS_FINANCIEN, **GEEN_KEUZE}),
    V("R56", "keuze zonder leefgebied kan dat gebied zijn", ("R01:leeg",),
      {**VRAAG, f"{PLAN}.keuze.1.leefgebied": WEG, f"{PLAN}.gewenste_situatie.financien": "Tekst."}),
    V("R56", "nog geen keuzes en doelen", ("R08:doelen",),
      {**VRAAG, **VERSIE_2, f"{PLAN}.keuze": WEG, f"{PLAN}.doelen": WEG, f"{PLAN}.gewenste_situatie": {"wonen": "x", "financien": "x"}}),
    V("R56", "vraag verdwenen", (), {**VRAAG, **GEEN_KEUZE}, invulling={AANM: {"niet_gevonden": ("leefgebieden_vraag.werk",)}},
      overgeslagen="‘Gebieden’ is uit"),
)  # fmt: skip
