# ruff: noqa: E501  (a table of data: one line per example)
"""For every rule: what strikes and what stays silent, as small changes to one complete dossier.

``verwacht`` is the exact outcome over *all* rules, as ``code:variant`` (reading messages as their
code): so every example also shows that one omission is reported once.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from kleindossier import MENTOR, WEG, melding
from regelvoorbeelden_dossier import VOORBEELDEN as _DOSSIER
from regelvoorbeelden_inhoud import VOORBEELDEN as _INHOUD
from regelvoorbeelden_termijnen import VOORBEELDEN as _TERMIJNEN
from voorbeeld import CYCLUS_2, EVAL, GEEN_GEBIEDEN, PB, PLAN, Voorbeeld, overal

from generator.model import Bestand, Melding, Onleesbaar


def _meldingen(*meldingen: Melding) -> dict[str, Any]:
    return {"meldingen": meldingen}


V = Voorbeeld
VOORBEELDEN: tuple[Voorbeeld, ...] = (
    # R01
    V("R01", "verplicht veld leeg", ("R01:leeg",), {"aanmelding.hulpvraag": WEG}, ernst="fout"),
    V("R01", "alleen een streepje", ("R01:nvt",), {"aanmelding.hulpvraag": " - "}),
    V("R01", "n.v.t. waar dat niet kan", ("R01:nvt",), {"aanmelding.hulpvraag": "N.v.t."}),
    V("R01", "tabel zonder regels", ("R01:tabel",), {"toestemming.partij": WEG}),
    V("R01", "tabel met te weinig regels", ("R01:rijen",), {"toestemming.partij.1": WEG}),
    V("R01", "voorgedrukte regel vergeten", ("R01:voorgedrukt",), {"aanmelding.criteria.1": WEG}),
    V("R01", "kolom in begonnen regel", ("R01:leeg",), {"aanmelding.criteria.1": {"criterium": "vraag", "toelichting": "x"}}),
    V("R01", "meerkeuze zonder kruisje", ("R01:leeg",), {"aanmelding.leefgebieden_vraag": []}),
    V("R01", "per leefgebied: één bevinding", ("R01:leeg",), {"intake.kracht.wonen": WEG, "intake.kracht.werk": "-"}),
    V("R01", "naam in de kop leeg", ("R01:leeg",), {"intake.client_naam": WEG}),
    V("R01", "n.v.t. waar dat mag", (), {"intake.hulp": "n.v.t."}),
    V("R01", "verdwenen veld is niet leeg", (), {"aanmelding.hulpvraag": WEG},
      invulling={"aanmelding": {"niet_gevonden": ("hulpvraag",)}}),
    V("R01", "verdwenen veld geeft alleen L09", ("L09",), {"aanmelding.hulpvraag": WEG},
      invulling={"aanmelding": {"niet_gevonden": ("hulpvraag",), **_meldingen(melding("L09", "hulpvraag"))}}),
    V("R01", "een verdwenen vakje maakt de vraag niet leeg", (), {"aanmelding.leefgebieden_vraag": WEG},
      invulling={"aanmelding": {"niet_gevonden": ("leefgebieden_vraag.werk",)}}),
    V("R01", "onleesbaar is niet leeg", ("R04:onleesbaar",), waarden={"aanmelding.aanmelddatum": Onleesbaar("Piet", "?")}),
    # R02
    V("R02", "keuze maakt veld nodig", ("R02:keuze",), {"aanmelding.twijfel": "ja", "aanmelding.overleg_met": "Sam",
                                                         "aanmelding.kenmerken": ["a"]}),
    V("R02", "getal maakt veld nodig", ("R02:waarde",), {f"{PLAN}.plan_versie": 2}),
    V("R02", "leeg veld maakt ander veld nodig", ("R02:omdat_leeg", "R07:toekomst"), {f"{PB}.toekomst": WEG}),
    V("R02", "de organisatie maakt veld nodig: dan is het gewoon verplicht", ("R01:leeg",), {"intake.plekken": WEG}),
    V("R02", "de leeftijd maakt veld nodig", ("R02:altijd",), {"intake.werkgever": WEG}),
    V("R02", "kolom in de regel maakt kolom nodig", ("R02:keuze",),
      {"intake.voorwaarden": [{"afspraak": "A", "wie": "Sam", "streng": "ja"}]}),
    V("R02", "per leefgebied", ("R02:waarde",), {f"{PB}.lg_plicht.wonen": WEG}),
    V("R02", "lege keuze is werk voor R01", ("R01:leeg",), {"aanmelding.besluit": WEG}),
    V("R02", "keuze is verdwenen: niet te beoordelen", (), {"aanmelding.besluit": WEG},
      invulling={"aanmelding": {"niet_gevonden": ("besluit",)}}, overgeslagen="is uit het formulier verdwenen"),
    V("R02", "keuze is onleesbaar: niet te beoordelen", ("R03:een",), waarden={"aanmelding.besluit": Onleesbaar("x", "?")},
      overgeslagen="is niet te lezen"),
    # R03
    V("R03", "onbekende keuze", ("R03:een",), {"intake.besluit": "misschien"}),
    V("R03", "onbekende rol", ("R03:een",), {"intake.ingevuld_rol": "Jan"}),
    V("R03", "onbekende meerkeuze", ("R03:meer",), {"aanmelding.leefgebieden_vraag": "tuin"}),
    V("R03", "in een tabel, met L04 van de lezer", ("R03:een",), {f"{PLAN}.keuze.0.aanpakken": "ooit"},
      invulling={PLAN: _meldingen(melding("L04", "keuze[1].aanpakken"))}),
    V("R03", "de lezer zei al dat er twee kruisjes staan", ("L12",), {"intake.besluit": "opname en proef"},
      invulling={"intake": _meldingen(melding("L12", "besluit"))}),
    V("R03", "synoniem", (), {"intake.besluit": "plaatsing"}),
    # R04
    V("R04", "datum die niet bestaat", ("R04:fout",), {"aanmelding.aanmelddatum": "31-02-2026"}),
    V("R04", "datum zonder volledig jaar", ("R04:fout",), {"aanmelding.aanmelddatum": "3-2-26"}),
    V("R04", "tekst in plaats van datum", ("R04:onleesbaar",), {"aanmelding.aanmelddatum": "toen Piet belde"}),
    V("R04", "in de toekomst", ("R04:toekomst", "R26:volgorde"), {f"{EVAL}.besluit_datum": "2026-07-01"}),
    V("R04", "handtekening in de toekomst", ("R04:toekomst",), {f"{PLAN}.handtekening_client.datum": "2026-07-01"}),
    V("R04", "in een tabel", ("R04:onleesbaar",), {f"{PLAN}.acties.0.wanneer": "gauw"}),
    V("R04", "toekomst mag bij een plan", (), {f"{PLAN}.evaluatie_gepland": "2026-12-01"}),
    # R05
    V("R05", "alleen minder goed", ("R05:een_kant",), {f"{PB}.lg_goed.wonen": WEG}, ernst="waarschuwing"),
    V("R05", "alleen goed", ("R05:een_kant",), {f"{PB}.lg_minder.wonen": "-"}),
    V("R05", "nergens krachten", ("R05:nergens",), {f"{PB}.lg_goed": WEG}, ernst="fout"),
    V("R05", "niet aan de orde", (), {f"{PB}.lg_goed.wonen": WEG, f"{PB}.lg_niet_relevant.wonen": "x"}),
    V("R05", "vorige geldt nog", (), {**CYCLUS_2, f"{PB}@2.nog_actueel_vorige": "ja", **GEEN_GEBIEDEN, f"{PB}@2.toekomst": "x"}),
    V("R05", "veld verdwenen", (), {f"{PB}.lg_goed": WEG},
      invulling={PB: {"niet_gevonden": tuple(f"lg_goed.{g}" for g in ("wonen", "financien", "werk"))}},
      overgeslagen="verdwenen"),
    V("R05", "één gebied verdwenen", (), {f"{PB}.lg_goed.wonen": WEG}, invulling={PB: {"niet_gevonden": ("lg_goed.wonen",)}}),
    # R06
    V("R06", "beschrijving", ("R06:persoonsbeschrijving",),
      {f"{PB}.lg_niet_relevant": WEG, f"{PB}.lg_plicht.werk": WEG, f"{PB}.nog_actueel_vorige": "ja"}),
    V("R06", "intake", ("R06:intake",), {"intake.functioneren.2": WEG}, ernst="waarschuwing"),
    V("R06", "intake helemaal leeg: één bevinding", ("R06:intake",), {"intake.functioneren": WEG}),
    V("R06", "plan", ("R06:begeleidingsplan",), {f"{PLAN}.keuze.1": WEG}),
    V("R06", "plan: later telt", (), {f"{PLAN}.gewenste_situatie": WEG}),
    V("R06", "plan: niet aan de orde in beschrijving", (), {f"{PLAN}.keuze.1": WEG, f"{PB}.lg_niet_relevant.financien": "x"}),
    # R07
    V("R07", "geen toekomst", ("R02:omdat_leeg", "R07:toekomst"), {f"{PB}.toekomst": WEG}, ernst="waarschuwing"),
    V("R07", "geen wens", ("R07:wens",), {f"{PB}.lg_wens": WEG}),
    V("R07", "één wens is genoeg", (), {f"{PB}.lg_wens": {"financien": "x"}}),
    # R08
    V("R08", "geen einddoel", ("R08:einddoel",), {f"{PLAN}.einddoel": WEG}, ernst="fout"),
    V("R08", "geen doelen", ("R08:doelen",), {f"{PLAN}.doelen": WEG}, overgeslagen="geen doelen"),
    V("R08", "één doel", (), {f"{PLAN}.doelen.1": WEG, f"{PLAN}.acties.1": WEG, f"{EVAL}.per_doel.1": WEG, f"{EVAL}.pea.1": WEG}),
    # R09
    V("R09", "doel zonder actie", ("R09:geen_actie",), {f"{PLAN}.acties.1": WEG}, ernst="fout"),
    V("R09", "alle acties weg: per doel één", ("R09:geen_actie", "R09:geen_actie"), {f"{PLAN}.acties": WEG}),
    V("R09", "zonder wie", ("R09:wie",), {f"{PLAN}.acties.0.wie": WEG}, veld="acties[1].wie"),
    V("R09", "zonder wanneer", ("R09:wanneer",), {f"{PLAN}.acties.0.wanneer": WEG}),
    V("R09", "zonder actie", ("R09:actie",), {f"{PLAN}.acties.0.actie": WEG}),
    V("R09", "zonder doelnummer", ("R09:doel_nr", "R09:geen_actie"), {f"{PLAN}.acties.0.doel_nr": WEG}),
    V("R09", "onbekend doel", ("R09:geen_actie", "R09:onbekend_doel"), {f"{PLAN}.acties.0.doel_nr": 7}),
    V("R09", "nummer van een doel onleesbaar: geen verwijt aan de acties of de evaluatie", (),
      {f"{PLAN}.doelen.0.doel_nr": "een"}),
    V("R09", "nummer bij een actie onleesbaar: misschien is dat de actie", (), {f"{PLAN}.acties.0.doel_nr": "een"}),
    V("R41", "een nieuwe versie van het plan telt, en niet de eerste", ("R41:ontbreekt",), kopie={PLAN: {
        "plan_versie": 2, "wijzig_reden": "Tekst.", "netwerk_rol": "Tekst.", "plan_datum": "2026-04-01",
        "doelen": [{"doel_nr": n, "leefgebied": "wonen", "doel": "A", "prioriteit": "hoog", "streefdatum": "2026-05-01"} for n in (1, 2, 3)],
        "acties": [{"doel_nr": n, "actie": "A", "wie": "Noor", "wanneer": "2026-05-01", "soort_wie": "client"} for n in (1, 2, 3)],
        **{f"handtekening_{wie}": {"naam": MENTOR, "datum": "2026-04-01", "getekend": "ja"} for wie in ("client", "mentor")}}}),
    V("R41", "nummer in de evaluatie onleesbaar: misschien is dat het doel", (), {f"{EVAL}.per_doel.1.doel_nr": "twee"}),
    V("R09", "twee acties bij een doel", (), {f"{PLAN}.acties": [{"doel_nr": n, "actie": "A", "wie": "B", "wanneer": "2026-04-01"}
                                                               for n in (1, 1, 2)]}),
    V("R09", "kolom verdwenen", (), {f"{PLAN}.acties.0.wie": WEG}, invulling={PLAN: {"niet_gevonden": ("acties.wie",)}}),
    # R10
    V("R10", "zonder streefdatum", ("R10:streefdatum",), {f"{PLAN}.doelen.0.streefdatum": WEG}, ernst="fout", veld="doelen[1].streefdatum"),
    V("R10", "zonder leefgebied", ("R10:leefgebied",), {f"{PLAN}.doelen.0.leefgebied": WEG}, ernst="waarschuwing"),
    V("R10", "zonder voorrang", ("R10:prioriteit",), {f"{PLAN}.doelen.0.prioriteit": WEG}, ernst="waarschuwing"),
    V("R10", "zonder doel", ("R10:doel",), {f"{PLAN}.doelen.0.doel": WEG}),
    V("R10", "zonder nummer", ("R09:onbekend_doel", "R10:doel_nr", "R41:onbekend"), {f"{PLAN}.doelen.0.doel_nr": WEG}),
    V("R10", "dubbel nummer", ("R10:dubbel",), {f"{PLAN}.doelen": [
        {"doel_nr": n, "leefgebied": "wonen", "doel": "A", "prioriteit": "hoog", "streefdatum": "2026-05-01"} for n in (1, 2, 2)]}),
    V("R10", "volledig doel erbij", (), {f"{PLAN}.doelen.0.prioriteit": "laag"}),
    # R11
    V("R11", "cliënt tekende niet", ("R11:ontbreekt",), {f"{PLAN}.handtekening_client": WEG}, ernst="fout"),
    V("R11", "naam staat er, maar niet getekend", ("R11:niet_getekend",), {f"{PLAN}.handtekening_mentor": {"naam": "Sam"}}),
    V("R11", "zonder datum", ("R11:datum",), {f"{PLAN}.handtekening_client.datum": WEG}),
    V("R11", "vóór het plan", ("R11:te_vroeg",), {f"{PLAN}.handtekening_client.datum": "2026-02-28"}),
    V("R11", "evaluatie is een waarschuwing", ("R11:ontbreekt",), {f"{EVAL}.handtekening_client": WEG}, ernst="waarschuwing"),
    V("R11", "toestemming", ("R11:ontbreekt",), {"toestemming.handtekening_client": WEG}, ernst="fout"),
    V("R11", "minderjarig, ouder tekende plan en toestemming niet", ("R11:ontbreekt", "R11:ontbreekt"),
      overal("geboortedatum", "2012-01-01")),
    V("R11", "zestien: alleen bij het plan tekent een ouder mee", ("R11:ontbreekt",),
      overal("geboortedatum", "2009-06-01")),
    V("R11", "achttien op de dag van het plan, zeventien bij de toestemming", (), overal("geboortedatum", "2008-03-02")),
    V("R11", "een dag na het plan achttien", ("R11:ontbreekt",), overal("geboortedatum", "2008-03-03")),
    V("R11", "vóór een plan van vandaag", ("R11:te_vroeg",), {EVAL: WEG, "checklist_uitstroom": WEG, "rapportage": WEG, f"{PLAN}.plan_datum": "2026-03-03",
      f"{PLAN}.handtekening_client.datum": "2026-03-02"}, peildatum=date(2026, 3, 3)),
    V("R11", "definitie vraagt een handtekening", ("R11:ontbreekt",), {"checklist_opstart.tekenen": WEG}, ernst="waarschuwing"),
    V("R11", "evaluatie hoeft niet", (), {f"{EVAL}.handtekening_client": WEG}, parameters={"evaluatie_tekenen": "nee"}),
    V("R11", "leeftijd onbekend", (),
      overal("geboortedatum", WEG), overgeslagen="geboortedatum is niet bekend"),
    V("R11", "handtekening verdwenen", (), {f"{PLAN}.handtekening_client": WEG}, invulling={PLAN: {"niet_gevonden": tuple(
        f"handtekening_client.{deel}" for deel in ("naam", "datum", "getekend"))}}),
    # R12
    V("R12", "geen keuze", ("R12:aanpakken",), {f"{PLAN}.keuze.0.aanpakken": WEG}, ernst="waarschuwing", veld="keuze[1].aanpakken"),
    V("R12", "later zonder reden", ("R12:reden",), {f"{PLAN}.keuze.1.reden": WEG}),
    V("R12", "nee met reden", (), {f"{PLAN}.keuze.1.aanpakken": "nee"}),
    # R13
    V("R13", "effect leeg", ("R13:deel",), {f"{EVAL}.pea.0.effect": WEG}, ernst="waarschuwing", veld="pea[1].effect"),
    V("R13", "doel vergeten", ("R13:doel",), {f"{EVAL}.pea.1": WEG}),
    V("R13", "alles weg: per doel één", ("R13:doel", "R13:doel"), {f"{EVAL}.pea": WEG}),
    V("R13", "regel zonder nummer", ("R01:leeg", "R13:deel", "R13:doel"), {f"{EVAL}.pea.1": {"proces": "x", "effect": "x"}}, zegt="in regel 2"),
    V("R13", "volledig", (), {f"{EVAL}.pea.0.effect": "x"}),
    # R26
    V("R26", "beschrijving vóór start", ("R26:volgorde",), {"checklist_opstart.startdatum": "2026-02-25"}, ernst="fout"),
    V("R26", "plan vóór beschrijving is niet ook R30", ("R26:volgorde",), {f"{PLAN}.plan_datum": "2026-02-15"}),
    V("R26", "brief vóór besluit", ("R26:volgorde",), {"intake.brief_datum": "2026-01-13"}),
    V("R26", "tweede cyclus", ("R26:volgorde",), {**CYCLUS_2, f"{PB}@2.datum_pb": "2026-05-01"}),
    V("R26", "een eerdere aanmelding is een rij op zichzelf", ("R26:volgorde",), {
        "aanmelding.aanmelddatum": "2025-11-03", "aanmelding.besluit_datum": "2025-11-02", "aanmelding.uitnodiging_datum": "2025-11-04"},
      kopie={"aanmelding": {"aanmelddatum": "2026-01-05", "besluit_datum": "2026-01-05", "uitnodiging_datum": "2026-01-05"}}),
    V("R26", "een tweede intake is een rij op zichzelf", ("R26:volgorde",),
      kopie={"intake": {"gesprek_datum": "2026-01-26", "besluit_datum": "2026-01-25", "brief_datum": "2026-01-27"}}),
    V("R26", "een algemene evaluatie tussendoor", (), kopie={EVAL: {"eval_soort": "algemeen", "eval_datum": "2026-03-01"}}),
    V("R26", "de brief mag na de start komen", (), {"intake.brief_datum": "2026-02-10"}),
    V("R26", "zelfde dag", (), {"intake.gesprek_datum": "2026-01-05"}),
    V("R26", "spoed: intake na de start", (), {"aanmelding.besluit": "spoed", "aanmelding.besluit_reden": "crisis",
                                              "checklist_opstart.startdatum": "2026-01-06"}),
    V("R26", "datum onleesbaar", ("R04:onleesbaar",), {"intake.gesprek_datum": "toen"}, overgeslagen="is niet te lezen"),
    # R30
    V("R30", "24 dagen", ("R30:te_laat",), {f"{PB}.datum_pb": "2026-02-06"}, ernst="waarschuwing"),
    V("R30", "nog geen plan na de termijn", ("R30:ontbreekt",), {PLAN: WEG, EVAL: WEG, "checklist_uitstroom": WEG}),
    V("R30", "nog geen plan binnen de termijn", (), {PLAN: WEG, EVAL: WEG, "checklist_uitstroom": WEG},
      peildatum=date(2026, 3, 4)),
    V("R30", "precies veertien dagen", (), {f"{PB}.datum_pb": "2026-02-16"}),
    V("R30", "uit", (), {f"{PB}.datum_pb": "2026-02-06"}, parameters={"planning_max": "uit"}, overgeslagen="staat uit"),
    V("R30", "misschien in het onleesbare bestand", ("R72:geweigerd",), {PLAN: WEG, EVAL: WEG, "checklist_uitstroom": WEG},
      erbij=(Bestand(pad="map/kapot.docx", status="geweigerd", reden="Kapot.", code="L41"),), overgeslagen="kapot.docx"),
    # R38
    V("R38", "plan zonder beschrijving", ("R38:overgeslagen",), {PB: WEG}, ernst="fout"),
    V("R38", "geen intake", ("R38:overgeslagen",), {"intake": WEG}),
    V("R38", "geen plan, wel evaluatie", ("R38:overgeslagen",), {PLAN: WEG}),
    V("R38", "tweede cyclus zonder evaluatie van de eerste", ("R38:overgeslagen",), {**CYCLUS_2, EVAL: WEG}),
    V("R38", "uitzetting", ("R38:overgeslagen",), {EVAL: WEG, "checklist_uitstroom.uitstroomsoort": "uitzetting"},
      ernst="aandachtspunt"),
    V("R38", "spoed: alleen R37", ("R37:ontbreekt",), {"intake": WEG, "aanmelding.besluit": "spoed", "aanmelding.besluit_reden": "x"}),
    V("R38", "kring herstart bij planning", (), {**CYCLUS_2, f"{PB}@2": WEG}, parameters={"herstart_fase": 5}),
    V("R38", "de checklist bij de start is geen kern", (), {"checklist_opstart": WEG}),
    V("R38", "onderweg", (), {PB: WEG, PLAN: WEG, EVAL: WEG, "checklist_uitstroom": WEG}, peildatum=date(2026, 2, 25)),
    V("R38", "misschien in het onleesbare bestand", ("R72:geweigerd",), {"intake": WEG},
      erbij=(Bestand(pad="map/kapot.docx", status="geweigerd", reden="Kapot.", code="L41"),), overgeslagen="kapot.docx"),
    # R39
    V("R39", "onbekend leefgebied", ("R39:onbekend",), waarden={f"{PB}.lg_goed": {"wonen": "x", "financien": "x", "tuin": "x"}},
      invulling={PB: _meldingen(melding("L10", "lg_goed.tuin"))}, ernst="fout"),
    V("R39", "leefgebied ontbreekt, en L09 zwijgt", ("R39:ontbreekt",), {f"{PB}.lg_niet_relevant": WEG, f"{PB}.lg_plicht.werk": WEG},
      invulling={PB: {"niet_gevonden": tuple(f"{v}.werk" for v in ("lg_situatie", "lg_goed", "lg_minder", "lg_wens",
                                                                   "lg_niet_relevant", "lg_plicht")),
                      **_meldingen(melding("L09", "lg_goed"), melding("L09", "lg_wens"))}}),
    V("R39", "ander leefgebied", ("R39:anders",), waarden={f"{PLAN}.gewenste_situatie": {"wonen": "x", "tuin": "x"}},
      invulling={PLAN: {"niet_gevonden": ("gewenste_situatie.werk",)}}),
    V("R39", "synoniem", (), waarden={f"{PLAN}.gewenste_situatie": {"woonsituatie": "x"}},
      invulling={PLAN: {"niet_gevonden": ("gewenste_situatie.wonen",), **_meldingen(melding("L10", "gewenste_situatie.woonsituatie"))}}),
    # R41
    V("R41", "doel niet geëvalueerd", ("R41:ontbreekt",), {f"{EVAL}.per_doel.1": WEG}, ernst="fout"),
    V("R41", "onbekend doel", ("R13:doel", "R41:onbekend"),
      {f"{EVAL}.per_doel": [{"doel_nr": n, "behaald": "ja"} for n in (1, 2, 3)]}),
    V("R41", "niets geëvalueerd: per doel één", ("R41:ontbreekt", "R41:ontbreekt"), {f"{EVAL}.per_doel": WEG}),
    V("R41", "uitzetting", ("R41:ontbreekt",),
      {f"{EVAL}.per_doel.1": WEG, "checklist_uitstroom.uitstroomsoort": "uitzetting"}, ernst="aandachtspunt"),
    V("R41", "algemene evaluatie", (), {f"{EVAL}.per_doel.1": WEG, f"{EVAL}.eval_soort": "algemeen"}),
    V("R41", "nog geen evaluatie", (), {EVAL: WEG, "checklist_uitstroom": WEG}, overgeslagen="er is nog geen ‘Evaluatie’",
      peildatum=date(2026, 5, 18)),
    # R45
    V("R45", "niet besproken", ("R45:besproken",), {f"{PB}.besproken_op": WEG}, ernst="fout"),
    V("R45", "geen kopie", ("R45:kopie",), {f"{PB}.kopie_op": WEG}),
    V("R45", "geen kopie, geen overleg", ("R45:afwijking",), {f"{PB}.kopie_op": WEG, f"{PB}.afwijking_reden": "x"}),
    V("R45", "bron niet besproken", ("R45:bron",), {f"{PB}.bronnen.0.besproken": "nee"}),
    V("R45", "afwijking volledig", (), {f"{PB}.kopie_op": WEG, f"{PB}.afwijking_reden": "x", f"{PB}.afwijking_teamleider": "x"}),
    # R70
    V("R70", "twee verschillende evaluaties", ("R70:anders",), kopie={EVAL: {"besluit": "voortzetten"}}, ernst="waarschuwing"),
    V("R70", "twee gelijke", ("R70:gelijk",), kopie={EVAL: {}}, ernst="aandachtspunt"),
    V("R70", "gelijk met een leemte: één bevinding erover", ("R01:leeg", "R70:gelijk"), {"intake.client_naam": WEG},
      kopie={"intake": {}}),
    V("R70", "tweede versie van het plan", (), kopie={PLAN: {"plan_versie": 2, "wijzig_reden": "x"}}),
    V("R70", "twee toestemmingen", (), kopie={"toestemming": {"partij": [{"naam": "A"}, {"naam": "B"}]}}),
    # R71
    V("R71", "oude versie", ("R71:versie",), invulling={"intake": {"versie": "1"}}, ernst="waarschuwing"),
    V("R71", "oude versie bewaard: een vraag nieuw", ("R71:nieuw",), invulling={"intake": {"versie": "1"}}, oud={"intake": ("hulp",)}),
    V("R71", "wat nieuw is, is niet verdwenen", ("R71:nieuw",), {"intake.hulp": WEG},
      invulling={"intake": {"versie": "1", "niet_gevonden": ("hulp",), **_meldingen(melding("L09", "hulp"))}}, oud={"intake": ("hulp",)}),
    V("R71", "wat er al was, is wel verdwenen", ("L09", "R71:zelfde"), {"intake.hulp": WEG},
      invulling={"intake": {"versie": "1", "niet_gevonden": ("hulp",), **_meldingen(melding("L09", "hulp"))}}, oud={"intake": ()}),
    V("R71", "oude versie bewaard: een vraag minder", ("R71:anders",), invulling={"toestemming": {"versie": "1"}}, oud={"toestemming": ("+vroeger",)}),
    V("R71", "oude versie bewaard: een leefgebied nieuw", ("R71:gebieden",),
      {"intake.kracht.werk": WEG, "intake.functioneren.2": WEG}, invulling={"intake": {"versie": "1"}}, oud={"intake": ("-werk",)}),
    V("R71", "een leefgebied nieuw: R39 laat het aan R71", ("R71:gebieden",), {"intake.kracht.werk": WEG, "intake.functioneren.2": WEG},
      invulling={"intake": {"versie": "1", "niet_gevonden": ("kracht.werk",)}}, oud={"intake": ("-werk",)}),
    V("R71", "oude versie bewaard: dezelfde vragen", ("R71:zelfde",), invulling={"intake": {"versie": "1"}}, oud={"intake": ()}),
    V("R71", "versie onbekend", (), invulling={"intake": {"versie": ""}}),
    V("R71", "van een andere organisatie, met een ander model: één bevinding", ("R71:ander",), {"toestemming.partij": WEG},
      invulling={"toestemming": {"organisatie": "De Buren", "uitgangsmodel": "groot", "versie": "1"}}, ernst="waarschuwing"),
    V("R71", "een andere naam, hetzelfde model", ("R71:andere_naam",), ernst="aandachtspunt",
      invulling={"intake": {"organisatie": "De Buren", "uitgangsmodel": "klein", "versie": "1"}}),
    V("R71", "de naam van vroeger", (), invulling={"intake": {"organisatie": "De  Oude", "uitgangsmodel": "groot"}}, oud={}),
    V("R71", "een ander model, dezelfde naam", (), invulling={"intake": {"uitgangsmodel": "groot"}}),
    # R72
    V("R72", "geweigerd", ("R72:geweigerd",),
      erbij=(Bestand(pad="a/x.doc", status="geweigerd", reden="Oud.", code="L40"),), ernst="fout"),
    V("R72", "geen dossiernummer", ("R72:dossier",), invulling={"toestemming": {"dossier": " "}}),
    V("R72", "helemaal leeg", ("R72:leeg",), {"toestemming": {"client_naam": "Noor"}}),
    V("R72", "formulier dat niet gebruikt wordt", ("R72:formulier",), invulling={"toestemming": {"formulier": "casusinbreng"}}),
    V("R72", "overgeslagen is geen bevinding", (), erbij=(Bestand(pad="a/~$x.docx", status="overgeslagen", reden="Slot."),)),
    *_INHOUD,
    *_TERMIJNEN,
    *_DOSSIER,
)  # fmt: skip
