# ruff: noqa: E501  (a table of data: one line per example)
"""Examples for the rules that look at a dossier as a whole: people, consent, risks, leaving; see `regelvoorbeelden`."""

from __future__ import annotations

from datetime import date
from typing import Any

import kleindossier
from kleindossier import MENTOR, WEG
from voorbeeld import CYCLUS_2, EVAL, PB, PLAN, Voorbeeld, overal

from generator.model import Bestand, Onleesbaar

AANM, INTAKE, START, UIT = "aanmelding", "intake", "checklist_opstart", "checklist_uitstroom"
EXIT, HV, KAART, RAP = "exit", "hulpvraagwijziging", "deelnemerskaart", "rapportage"
KAPOT = (Bestand(pad="map/kapot.docx", status="geweigerd", reden="Kapot.", code="L41"),)
NA_EVAL: dict[str, Any] = {UIT: WEG}
NA_PLAN: dict[str, Any] = {UIT: WEG, EVAL: WEG}
UITGEZET = {f"{UIT}.uitstroomsoort": "uitzetting"}
GESTOPT = {f"{UIT}.uitstroomsoort": "stopzetting"}
OVERLEDEN = {f"{UIT}.uitstroomsoort": "overlijden"}
VAN_DE_WACHTLIJST = {f"{INTAKE}.besluit": "wachtlijst", f"{INTAKE}.plekken": 0, START: WEG, PB: WEG, PLAN: WEG, EVAL: WEG,
                     EXIT: WEG, HV: WEG, "incident": WEG, "memo": WEG, "rie": WEG, f"{UIT}.vertrekdatum": "2026-02-10"}  # fmt: skip
_KLAAR = [{"taak": taak, "afgetekend_door": "Sam"} for taak in ("afscheid", "sleutels", "papieren", "geldzaken")]


def _afwijking(waarvan: str, formulier: str = PB, dag: date = date(2026, 2, 1), **anders: Any) -> dict[str, Any]:
    """Return a deviation as raw values: the small forms don't have the part itself."""
    return {
        f"{formulier}.afwijking": ({"waarvan": waarvan, "reden": "Tekst.", "akkoord": "Sam", "datum": dag, **anders},)
    }


def _wissels(*dagen: date) -> dict[str, Any]:
    return {f"{PB}.afwijking": tuple(_afwijking("begeleider", PB, dag)[f"{PB}.afwijking"][0] for dag in dagen)}


def _bron(dag: str, wie: str = "Huisarts") -> dict[str, Any]:
    return {f"{PB}.bronnen": [{"bron": wie, "datum": dag, "besproken": "ja"}]}


def _mail(dag: str, wie: str = "Huisarts") -> dict[str, Any]:
    return {"incident.mail_hulpverleners": [{"wie": wie, "datum": dag}]}


def _partij(*namen: tuple[str, str]) -> dict[str, Any]:
    return {"toestemming.partij": [{"naam": naam, "organisatie": bij} for naam, bij in (*namen, ("Noor", "Bank"))]}


def _doorgaand(
    behaald: str = "nee", actie: str = "voortzetten", relevant: Any = WEG, gebied: str = "werk"
) -> dict[str, Any]:
    """Return two cycles: goal 2 of the first, about *gebied*, goes on (or not); the second has only a goal 1 about wonen."""
    doel = {"leefgebied": "wonen", "doel": "A", "prioriteit": "hoog", "streefdatum": "2026-07-01"}
    return {
        **CYCLUS_2,
        f"{PLAN}.doelen.1.leefgebied": gebied,
        f"{EVAL}.per_doel.1.behaald": behaald,
        f"{EVAL}.per_doel.1.relevant": relevant,
        f"{EVAL}.pea.1.actie": actie,
        f"{PB}.lg_niet_relevant": WEG,
        **{f"{PB}.{veld}.werk": "Tekst." for veld in ("lg_situatie", "lg_goed", "lg_minder")},
        f"{PB}@2.lg_niet_relevant": WEG,
        **{f"{PB}@2.{veld}.werk": "Tekst." for veld in ("lg_situatie", "lg_goed", "lg_minder")},
        f"{PLAN}.keuze": [
            {"leefgebied": "wonen", "wens": "Tekst.", "aanpakken": "ja"},
            {"leefgebied": "financien", "wens": "Tekst.", "aanpakken": "later", "reden": "Tekst."},
            {"leefgebied": "werk", "wens": "Tekst.", "aanpakken": "ja"},
        ],
        f"{PLAN}@2.doelen": [{**doel, "doel_nr": 1}],
        f"{PLAN}@2.acties": [
            {"doel_nr": 1, "actie": "A", "wie": "Noor", "wanneer": "2026-06-01", "soort_wie": "client"}
        ],
        f"{PLAN}@2.gewenste_situatie.werk": "Tekst.",
    }


def _los(formulier: str, dag: str, **velden: Any) -> Bestand:
    """Return one more form of the dossier, filled in on *dag*."""
    kop = {"client_naam": "Noor Voorbeeld", "datum_ingevuld": dag, "ingevuld_door": "Sam", "ingevuld_rol": "begeleider"}
    naam, _, dossier = formulier.partition("/")
    return kleindossier.bestand(f"{naam}#{dag}", {**kop, **velden}, **({"dossier": dossier} if dossier else {}))


def _ander_dossier(nummer: str, naam: str, geboren: str = "1990-04-01") -> Bestand:
    return _los(f"memo/{nummer}", "2026-02-01", client_naam=naam, geboortedatum=geboren, datum_tijd="2026-02-01")


def _taken(*extra: dict[str, Any], klaar: int = 4) -> dict[str, Any]:
    return {f"{UIT}.taken": [*_KLAAR[:klaar], *extra]}


V = Voorbeeld
VOORBEELDEN: tuple[Voorbeeld, ...] = (
    # R42
    V("R42", "doel gaat door en staat nergens", ("R42:kwijt",), _doorgaand(), ernst="waarschuwing"),
    V("R42", "deels gehaald telt ook", ("R42:kwijt",), _doorgaand("deels")),
    V("R42", "nog nodig, zonder vervolg bij PEA", ("R42:kwijt",), _doorgaand(actie="afronden", relevant="ja")),
    *(V("R42", f"vervolg is {actie}", ("R42:kwijt",), _doorgaand(actie=actie)) for actie in ("makkelijker", "uitbreiden", "aanpassen")),
    V("R42", "gehaald", (), {**_doorgaand("ja"), f"{EVAL}.per_doel.0": {"doel_nr": 1, "behaald": "nee", "reden": "x"}}),
    V("R42", "niet gehaald, en het gaat niet door", (), _doorgaand(actie="afronden", relevant="nee")),
    V("R42", "vasthouden is niet doorgaan", (), _doorgaand(actie="borgen")),
    V("R42", "het nummer staat in het nieuwe plan", (), {**_doorgaand(), f"{PLAN}@2.doelen.0.doel_nr": 2, f"{PLAN}@2.acties.0.doel_nr": 2}),
    V("R42", "een doel over hetzelfde leefgebied", (), _doorgaand(gebied="wonen")),
    *(V("R42", f"bij dat leefgebied de keuze {keuze}", (), {**_doorgaand(), f"{PLAN}@2.keuze.1": {"leefgebied": "werk", "wens": "x", "aanpakken": keuze, "reden": "x"},
                                                           f"{PLAN}@2.gewenste_situatie.financien": "x"}) for keuze in ("nee", "later")),
    V("R42", "bij dat leefgebied de keuze ja", ("R42:kwijt",), {**_doorgaand(), f"{PLAN}@2.keuze.1": {"leefgebied": "werk", "wens": "x", "aanpakken": "ja"},
                                                               f"{PLAN}@2.gewenste_situatie.financien": "x"}),
    V("R42", "een nummer in het nieuwe plan is niet te lezen", (), {**_doorgaand(), f"{PLAN}@2.doelen.0.doel_nr": "twee"}),
    V("R42", "de nummers van het nieuwe plan zijn weg", (), _doorgaand(), invulling={f"{PLAN}@2": {"niet_gevonden": ("doelen.doel_nr",)}}),
    V("R42", "nog geen nieuw plan", (), {**_doorgaand(), f"{PLAN}@2": WEG}, peildatum=date(2026, 5, 15)),
    V("R42", "twee gelijke evaluaties: één bevinding", ("R42:kwijt", "R70:gelijk"), _doorgaand(), kopie={EVAL: {}}),
    # R44: the report of 20 March; a plan may take 14 days, so up to 3 April.
    V("R44", "niet aangepast", ("R44:niet_aangepast",), {**NA_PLAN, f"{RAP}.doel_haalbaar": "nee"}, peildatum=date(2026, 4, 4), ernst="waarschuwing"),
    V("R44", "laatste dag", (), {**NA_PLAN, f"{RAP}.doel_haalbaar": "nee"}, peildatum=date(2026, 4, 3)),
    V("R44", "haalbaar", (), NA_PLAN, peildatum=date(2026, 4, 4)),
    V("R44", "een nieuwe versie", (), {**NA_PLAN, f"{RAP}.doel_haalbaar": "nee"}, peildatum=date(2026, 4, 4),
      kopie={PLAN: {"plan_datum": "2026-03-21", "plan_versie": 2, "wijzig_reden": "x", "handtekening_client": {"naam": "N", "datum": "2026-03-21", "getekend": "ja"},
                    "handtekening_mentor": {"naam": MENTOR, "datum": "2026-03-21", "getekend": "ja"}}}),
    V("R44", "een versie van dezelfde dag is er geen van daarna", ("R44:niet_aangepast",), {**NA_PLAN, f"{RAP}.doel_haalbaar": "nee"}, peildatum=date(2026, 4, 4),
      kopie={PLAN: {"plan_datum": "2026-03-20", "plan_versie": 2, "wijzig_reden": "x", "handtekening_client": {"naam": "N", "datum": "2026-03-20", "getekend": "ja"},
                    "handtekening_mentor": {"naam": MENTOR, "datum": "2026-03-20", "getekend": "ja"}}}),
    V("R44", "besproken bij de evaluatie", (), {**NA_EVAL, f"{RAP}.doel_haalbaar": "nee"}, peildatum=date(2026, 5, 10)),
    V("R44", "evaluatie op dezelfde dag telt", (), {**NA_EVAL, f"{RAP}.doel_haalbaar": "nee", f"{RAP}.rap_datum": "2026-05-04"}, peildatum=date(2026, 5, 25)),
    V("R44", "verslag na de evaluatie", ("R44:niet_aangepast",), {**NA_EVAL, f"{RAP}.doel_haalbaar": "nee", f"{RAP}.rap_datum": "2026-05-05"}, peildatum=date(2026, 5, 25)),
    V("R44", "het plan van de volgende cyclus telt", (), {**CYCLUS_2, f"{RAP}.doel_haalbaar": "nee", f"{RAP}.rap_datum": "2026-05-05"}, peildatum=date(2026, 5, 25)),
    V("R44", "vertrokken", (), {f"{RAP}.doel_haalbaar": "nee", f"{RAP}.rap_datum": "2026-05-05"}),
    V("R44", "datum verdwenen", (), {**NA_PLAN, f"{RAP}.doel_haalbaar": "nee"}, peildatum=date(2026, 4, 4), invulling={RAP: {"niet_gevonden": ("rap_datum",)}},
      overgeslagen="‘Datum verslag’ is uit"),
    V("R44", "misschien in het onleesbare bestand", ("R72:geweigerd",), {**NA_PLAN, f"{RAP}.doel_haalbaar": "nee"}, peildatum=date(2026, 4, 4), erbij=KAPOT,
      overgeslagen="kapot.docx"),
    # R46: consent on 12 January.
    V("R46", "navraag vóór de toestemming", ("R46:te_vroeg",), _bron("2026-01-11"), ernst="fout", plekken=("bronnen[1].datum", "toestemming_datum")),
    V("R46", "navraag op de dag zelf", (), _bron("2026-01-12")),
    V("R46", "geen toestemming", ("R46:zonder",), {**_bron("2026-02-03"), "toestemming": WEG}, ernst="fout"),
    V("R46", "geen akkoord", ("R46:zonder",), {**_bron("2026-02-03"), "toestemming.akkoord": "nee"}),
    V("R46", "akkoord", (), {**_bron("2026-02-03"), "toestemming.akkoord": "ja"}),
    V("R46", "na de laatste dag", ("R46:verlopen",), {**_bron("2026-02-04"), "toestemming.geldig_tot": "2026-02-03"}, ernst="fout"),
    V("R46", "op de laatste dag", (), {**_bron("2026-02-03"), "toestemming.geldig_tot": "2026-02-03"}),
    V("R46", "op de dag dat het is ingetrokken", ("R46:verlopen",), {**_bron("2026-02-03"), "toestemming.ingetrokken_op": "2026-02-03"}),
    V("R46", "een dag voor het intrekken", (), {**_bron("2026-02-02"), "toestemming.ingetrokken_op": "2026-02-03"}),
    V("R46", "een andere partij", ("R46:ander",), _bron("2026-02-03", "Psychiater"), ernst="fout"),
    V("R46", "een andere partij, vastgelegd", ("R46:ander",), _bron("2026-02-03", "Psychiater"), waarden=_afwijking("toestemming"), ernst="aandachtspunt"),
    V("R46", "de organisatie van de partij", (), {**_bron("2026-02-03", "Psychiater GGZ"), **_partij(("A. Bos", "GGZ Oost"))}),
    V("R46", "bijna hetzelfde woord", (), {**_bron("2026-02-03"), **_partij(("Huisartsenpraktijk Oost", "x"))}),
    V("R46", "een algemeen woord zegt niets", ("R46:ander",), {**_bron("2026-02-03", "Praktijk de psychiater"), **_partij(("Praktijk Oost", "x"))}),
    V("R46", "een tweede toestemming voor die partij", (), _bron("2026-02-03", "Psychiater"), kopie={"toestemming": {"partij": [{"naam": "Psychiater"}, {"naam": "B"}]}}),
    V("R46", "iemand van binnen", (), {**_bron("2026-01-11", "Gesprek met Noor"), "toestemming.toestemming_datum": "2026-02-01",
                                      "toestemming.handtekening_client.datum": "2026-02-01"}),
    V("R46", "bron zonder datum", (), {"toestemming.toestemming_datum": "2026-02-22", "toestemming.handtekening_client.datum": "2026-02-22"}),
    V("R46", "mail over een incident", ("R46:te_vroeg",), _mail("2026-01-11", "De wijkagent"), zegt="in regel 1 van ‘Gemaild aan’", veld="mail_hulpverleners[1].datum"),
    V("R46", "mail over een incident naar een ander", ("R46:ander",), _mail("2026-02-03", "De wijkagent"), ernst="fout"),
    V("R46", "mail over een incident met toestemming", (), _mail("2026-02-03")),
    V("R46", "twee regels: elk apart", ("R46:te_vroeg", "R46:te_vroeg"), {**_bron("2026-01-11"), **_mail("2026-01-11")}),
    V("R46", "vastgelegd", ("R46:te_vroeg",), _bron("2026-01-11"), waarden=_afwijking("toestemming"), ernst="aandachtspunt"),
    V("R46", "iets anders vastgelegd", ("R46:te_vroeg",), _bron("2026-01-11"), waarden=_afwijking("termijn"), ernst="fout"),
    V("R46", "vastgelegd zonder akkoord", ("R46:te_vroeg",), _bron("2026-01-11"), waarden=_afwijking("toestemming", akkoord=" "), ernst="fout"),
    V("R46", "datum van de toestemming verdwenen", (), {**_bron("2026-01-11"), "toestemming.toestemming_datum": WEG},
      invulling={"toestemming": {"niet_gevonden": ("toestemming_datum",)}}, overgeslagen="‘Datum toestemming’ is uit"),
    V("R46", "datum van de toestemming onleesbaar", ("R04:onleesbaar",), _bron("2026-01-11"), waarden={"toestemming.toestemming_datum": Onleesbaar("x", "?")},
      overgeslagen="‘Datum toestemming’ is niet"),
    V("R46", "namen op de toestemming verdwenen", (), _bron("2026-02-03", "Psychiater"), invulling={"toestemming": {"niet_gevonden": ("partij.naam",)}}),
    V("R46", "misschien in het onleesbare bestand", ("R72:geweigerd",), {**_bron("2026-02-03"), "toestemming": WEG}, erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R46", "navraag bij de intake, formulier ontbreekt", ("R46:formulier",),
      {"toestemming": WEG, "intake.aanvullende_info_nodig": "ja", "intake.toestemming_datum": "2026-01-12"}, ernst="waarschuwing"),
    V("R46", "navraag bij de intake, formulier is er", (), {"intake.aanvullende_info_nodig": "ja", "intake.toestemming_datum": "2026-01-12"}),
    V("R46", "navraag bij de intake niet nodig", (), {"toestemming": WEG, "intake.aanvullende_info_nodig": "nee", "intake.toestemming_datum": "2026-01-12"}),
    V("R46", "navraag bij de intake, geen datum: werk voor R02", ("R02:keuze",), {"toestemming": WEG, "intake.aanvullende_info_nodig": "ja"}),
    V("R46", "navraag bij de intake, nog niet gestart", (),
      {"toestemming": WEG, "intake.aanvullende_info_nodig": "ja", "intake.toestemming_datum": "2026-01-12", START: WEG, PB: WEG, PLAN: WEG, EVAL: WEG, UIT: WEG, "incident": WEG},
      peildatum=date(2026, 2, 21)),
    V("R46", "navraag bij de intake, alleen gestart", ("R46:formulier",),
      {"toestemming": WEG, "intake.aanvullende_info_nodig": "ja", "intake.toestemming_datum": "2026-01-12", PB: WEG, PLAN: WEG, EVAL: WEG, UIT: WEG, "incident": WEG},
      peildatum=date(2026, 2, 21)),
    V("R46", "navraag bij de intake, en de bron zegt het al", ("R46:zonder",),
      {**_bron("2026-02-03"), "toestemming": WEG, "intake.aanvullende_info_nodig": "ja", "intake.toestemming_datum": "2026-01-12"}),
    V("R46", "intake: misschien in het onleesbare bestand", ("R72:geweigerd",),
      {"toestemming": WEG, "intake.aanvullende_info_nodig": "ja", "intake.toestemming_datum": "2026-01-12"}, erbij=KAPOT, overgeslagen="kapot.docx"),
    # R47
    V("R47", "een ander tekent het plan", ("R47:wissel", "R47:wissel"), {f"{PLAN}.handtekening_mentor.naam": "Jan de Vries"}, ernst="waarschuwing"),
    V("R47", "een ander tekent de evaluatie", ("R47:wissel",), {f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"}),
    V("R47", "voorletter", (), {f"{EVAL}.handtekening_mentor.naam": "S. Kramer"}),
    V("R47", "alleen voornaam", (), {f"{EVAL}.handtekening_mentor.naam": "sam"}),
    V("R47", "andersom geschreven", (), {f"{EVAL}.handtekening_mentor.naam": "Kramer, Sam"}),
    V("R47", "andere voorletter", ("R47:wissel",), {f"{EVAL}.handtekening_mentor.naam": "B. Kramer"}),
    V("R47", "niemand genoemd", (), {"intake.mentor": WEG}),
    V("R47", "wissel vastgelegd", (), {KAART: WEG, f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"}, waarden=_wissels(date(2026, 4, 1))),
    V("R47", "wissel vastgelegd op de dag zelf", (), {KAART: WEG, f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"}, waarden=_wissels(date(2026, 5, 4))),
    V("R47", "wissel een dag later vastgelegd", ("R47:wissel",), {f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"}, waarden=_wissels(date(2026, 5, 5))),
    V("R47", "iets anders vastgelegd", ("R47:wissel",), {f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"}, waarden=_afwijking("termijn")),
    V("R47", "wissel zonder reden vastgelegd", ("R47:wissel",), {f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"}, waarden=_afwijking("begeleider", reden="")),
    V("R47", "twee wissels, één vastgelegd", ("R47:wissel",), {KAART: WEG, "intake.mentor": "Ilse Bos", f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"},
      waarden=_wissels(date(2026, 2, 1))),
    V("R47", "twee wissels, allebei vastgelegd", (), {KAART: WEG, "intake.mentor": "Ilse Bos", f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"},
      waarden=_wissels(date(2026, 2, 1), date(2026, 4, 1))),
    V("R47", "handtekening verdwenen", (), {f"{PLAN}.handtekening_mentor": WEG},
      invulling={PLAN: {"niet_gevonden": tuple(f"handtekening_mentor.{deel}" for deel in ("naam", "datum", "getekend"))}}),
    # R48
    V("R48", "geen inventarisatie bij de start", ("R48:start",), {"rie": WEG}, ernst="waarschuwing"),
    V("R48", "nog geen beschrijving", (), {"rie": WEG, PB: WEG, PLAN: WEG, EVAL: WEG, UIT: WEG}, peildatum=date(2026, 2, 25)),
    V("R48", "start: misschien in het onleesbare bestand", ("R72:geweigerd",), {"rie": WEG}, erbij=KAPOT, overgeslagen="kapot.docx"),
    V("R48", "risico niet in het plan", ("R48:niet_in_plan",), {"rie.risicos.0.leefgebied": "werk", f"{PLAN}.afspraken": WEG}),
    V("R48", "twee risico's niet in het plan: één bevinding", ("R48:niet_in_plan",), {"rie.risicos": [{"nr": n, "leefgebied": "werk", "nog_aanwezig": "ja"} for n in (2, 3)]}, zegt="staan"),
    V("R48", "de laatste inventarisatie voor het plan telt", (), {"rie.risicos.0": {"nr": 1, "leefgebied": "werk", "nog_aanwezig": "ja"}, f"{PLAN}.afspraken": WEG},
      kopie={"rie": {"rie_datum": "2026-03-01", "risicos": [{"nr": 1, "leefgebied": "werk", "nog_aanwezig": "nee"}]}}),
    V("R48", "risico bij de afspraken", (), {"rie.risicos.0.leefgebied": "werk"}),
    V("R48", "risico in een gebied met een doel", (), {f"{PLAN}.afspraken": WEG}),
    V("R48", "risico zonder gebied", ("R48:niet_in_plan",), {"rie.risicos.0.leefgebied": WEG, f"{PLAN}.afspraken.0.rie_nr": 2}),
    V("R48", "risico is er niet meer", (), {"rie.risicos.0": {"nr": 1, "leefgebied": "werk", "nog_aanwezig": "nee"}, f"{PLAN}.afspraken": WEG}),
    V("R48", "inventarisatie van de dag van het plan", ("R48:niet_in_plan",), {"rie.risicos.0.leefgebied": "werk", f"{PLAN}.afspraken": WEG, "rie.rie_datum": "2026-03-02"}),
    V("R48", "inventarisatie van na het plan", (), {"rie.risicos.0.leefgebied": "werk", f"{PLAN}.afspraken": WEG, "rie.rie_datum": "2026-03-03"}),
    V("R48", "alleen de laatste versie van het plan telt", (), {"rie.risicos.0.leefgebied": "werk", f"{PLAN}.afspraken": WEG},
      kopie={PLAN: {"plan_versie": 2, "wijzig_reden": "x", "afspraken": [{"afspraak": "x", "rie_nr": 1}]}}),
    V("R48", "afspraken verdwenen", (), {"rie.risicos.0.leefgebied": "werk", f"{PLAN}.afspraken": WEG},
      invulling={PLAN: {"niet_gevonden": ("afspraken.afspraak", "afspraken.rie_nr")}}, overgeslagen="‘Afspraken’ is uit"),
    V("R48", "nummers bij de afspraken verdwenen", (), {"rie.risicos.0.leefgebied": "werk", f"{PLAN}.afspraken.0.rie_nr": WEG},
      invulling={PLAN: {"niet_gevonden": ("afspraken.rie_nr",)}}),
    V("R48", "algemene evaluatie zonder nieuwe", ("R48:algemeen",), {f"{EVAL}.eval_soort": "algemeen", "rie.rie_moment": "start"}),
    V("R48", "algemene evaluatie met een nieuwe van de dag zelf", (), {f"{EVAL}.eval_soort": "algemeen", "rie.rie_datum": "2026-05-04", f"{KAART}.bijgewerkt_op": "2026-05-04"}),
    V("R48", "algemene evaluatie met een nieuwe van een dag later", ("R48:algemeen",), {f"{EVAL}.eval_soort": "algemeen", "rie.rie_datum": "2026-05-05", f"{KAART}.bijgewerkt_op": "2026-05-05"}),
    V("R48", "algemene evaluatie met die van de startdag", ("R48:algemeen",), {f"{EVAL}.eval_soort": "algemeen", "rie.rie_datum": "2026-02-01"}),
    V("R48", "algemeen: misschien in het onleesbare bestand", ("R72:geweigerd",), {f"{EVAL}.eval_soort": "algemeen", "rie.rie_moment": "start"}, erbij=KAPOT,
      overgeslagen="kapot.docx"),
    # On 3 February.
    V("R48", "kind zonder ouder", ("R48:ouders",), {**overal("geboortedatum", "2008-02-04"), "rie.ingevuld_door_wie": ["client"]}),
    V("R48", "vandaag volwassen", (), {**overal("geboortedatum", "2008-02-03"), "rie.ingevuld_door_wie": ["client"]}),
    V("R48", "wie meedeed is leeg", (), {"rie.ingevuld_door_wie": []}),
    V("R48", "datum onleesbaar", ("R04:onleesbaar",), {"rie.rie_datum": "gauw"}, overgeslagen="‘Datum risico's’ is niet"),
    # R49
    V("R49", "voorval komt niet terug", ("R49:evaluatie",), {"incident.in_evaluatie": "ja"}, ernst="waarschuwing", zegt="1 voorval moest"),
    V("R49", "twee voorvallen: één bevinding", ("R49:evaluatie",), {"incident.in_evaluatie": "ja", "memo.in_evaluatie": "ja", "memo.datum_tijd": "2026-05-04"},
      zegt="2 voorvallen moesten"),
    V("R49", "voorval komt terug", (), {"incident.in_evaluatie": "ja", f"{EVAL}.risico_terug": "Tekst."}),
    V("R49", "wat bij de eerste evaluatie hoorde, hoeft niet bij de tweede", (), {
        UIT: WEG, "memo.in_evaluatie": "ja", "memo.datum_tijd": "2026-05-04", f"{EVAL}.risico_terug": "Tekst.", f"{EVAL}.besluit": "voortzetten",
        f"{EVAL}.afronden_bestemming": WEG}, kopie={EVAL: {
            "eval_soort": "algemeen", "eval_datum": "2026-05-20", "besluit_datum": "2026-05-20", "risico_terug": "",
            **{f"handtekening_{wie}": {"naam": MENTOR, "datum": "2026-05-20", "getekend": "ja"} for wie in ("client", "mentor")}}},
      peildatum=date(2026, 5, 25)),
    V("R49", "hoeft niet mee", (), {"incident.in_evaluatie": "nee"}),
    V("R49", "memo op de dag van de evaluatie", ("R49:evaluatie",), {"memo.in_evaluatie": "ja", "memo.datum_tijd": "2026-05-04"}),
    V("R49", "memo een dag na de evaluatie", (), {"memo.in_evaluatie": "ja"}),
    V("R49", "nog geen evaluatie", (), {**NA_PLAN, "incident.in_evaluatie": "ja"}, peildatum=date(2026, 5, 10)),
    V("R49", "vraag verdwenen", (), {"incident.in_evaluatie": "ja"}, invulling={EVAL: {"niet_gevonden": ("risico_terug",)}}, overgeslagen="‘Voorvallen’ is uit"),
    V("R49", "incident zonder memo", ("R49:memo",), {"memo": WEG}),
    V("R49", "memo van een dag eerder", ("R49:memo",), {"memo.datum_tijd": "2026-02-01"}),
    V("R49", "memo van dezelfde dag", (), {"memo.datum_tijd": "2026-02-02"}),
    V("R49", "incident van vandaag", (), {"memo": WEG, "incident.datum_tijd": "2026-06-01", "incident.mail_datum": "2026-06-01"}),
    V("R49", "memo: misschien in het onleesbare bestand", ("R72:geweigerd",), {"memo": WEG}, erbij=KAPOT, overgeslagen="kapot.docx"),
    # R50
    V("R50", "taak niet afgetekend", ("R50:taak",), {f"{START}.taken.0.afgetekend_door": WEG}, ernst="waarschuwing"),
    V("R50", "taak is geen regel", ("R50:taak",), {f"{START}.taken": WEG}),
    V("R50", "alleen een streepje", ("R50:taak",), {f"{START}.taken.0.afgetekend_door": "-"}),
    V("R50", "nog geen beschrijving", (), {f"{START}.taken": WEG, PB: WEG, PLAN: WEG, EVAL: WEG, UIT: WEG}, peildatum=date(2026, 2, 25)),
    V("R50", "een taak die alleen soms moet", ("R50:taak",), {f"{START}.slaapt": "ja"}),
    V("R50", "een taak die hier niet hoeft", (), {f"{START}.slaapt": "nee"}),
    V("R50", "niet te zeggen of die taak moet", (), {f"{START}.slaapt": WEG}, invulling={START: {"niet_gevonden": ("slaapt",)}}),
    V("R50", "hoeft niet, met reden", (), {f"{START}.taken.0": {"taak": "rondleiding", "nvt": "ja", "nvt_reden": "x"}}),
    V("R50", "hoeft niet, zonder reden", ("R50:reden",), {f"{START}.taken.0": {"taak": "rondleiding", "nvt": "ja"}}),
    V("R50", "uitstroom: twee taken open", ("R50:taken",), _taken(klaar=2), zegt="‘Papieren’ en ‘Geldzaken’. Teken"),
    V("R50", "uitstroom: vier taken open", ("R50:taken",), _taken(klaar=0), zegt="4 taken nog niet afgetekend: ‘Afscheid’, ‘Sleutels’, ‘Papieren’ en nog 1."),
    V("R50", "uitstroom: nog niet vertrokken", (), {**_taken(klaar=0), f"{UIT}.vertrekdatum": "2026-06-02"}),
    V("R50", "uitstroom: vandaag vertrokken", ("R50:taken",), {**_taken(klaar=0), f"{UIT}.vertrekdatum": "2026-06-01"}),
    V("R50", "uitzetting: een reden hoeft niet", (), {**UITGEZET, **_taken({"taak": "geldzaken", "nvt": "ja"}, klaar=3)}),
    V("R50", "uitzetting: niets gezegd", ("R50:taak",), {**UITGEZET, **_taken(klaar=3)}),
    V("R50", "van de wachtlijst gegaan", (), {**VAN_DE_WACHTLIJST, **_taken(klaar=0)}),
    V("R50", "taken verdwenen", (), {f"{START}.taken": WEG}, overgeslagen="‘Taken’ is uit",
      invulling={START: {"niet_gevonden": tuple(f"taken.{k}" for k in ("gereed", "afgetekend_door", "nvt", "nvt_reden"))}}),
    V("R50", "kolom verdwenen", (), {f"{START}.taken.0.afgetekend_door": WEG}, invulling={START: {"niet_gevonden": ("taken.afgetekend_door",)}}),
    # R51: departure on 20 May.
    V("R51", "geen exitgesprek", ("R51:ontbreekt",), {EXIT: WEG, **_taken({"taak": "nazorg", "afgetekend_door": "x"}, {"taak": "tevredenheid", "afgetekend_door": "x"})},
      ernst="waarschuwing"),
    V("R51", "vandaag vertrokken", (), {EXIT: WEG, f"{UIT}.vertrekdatum": "2026-06-01",
                                       **_taken({"taak": "nazorg", "afgetekend_door": "x"}, {"taak": "tevredenheid", "afgetekend_door": "x"})}),
    V("R51", "uitzetting zonder poging", ("R51:poging",), {EXIT: WEG, **UITGEZET, **_taken({"taak": "nazorg", "nvt": "ja"}, {"taak": "tevredenheid", "nvt": "ja"})},
      ernst="aandachtspunt"),
    V("R51", "uitzetting met een poging", (),
      {EXIT: WEG, **UITGEZET, **_taken({"taak": "nazorg", "nvt": "ja"}, {"taak": "tevredenheid", "nvt": "ja"}, {"taak": "exitgesprek", "nvt": "ja"})}),
    V("R51", "stopzetting met een poging", (),
      {EXIT: WEG, **GESTOPT, **_taken({"taak": "nazorg", "nvt": "ja"}, {"taak": "tevredenheid", "nvt": "ja"}, {"taak": "exitgesprek", "afgetekend_door": "Sam"})}),
    V("R51", "na het vertrek", ("R51:na_vertrek",), {f"{EXIT}.gesprek_datum": "2026-05-21"}, zegt="21-05-2026, 1 dag na het vertrek"),
    V("R51", "op de dag van het vertrek", (), {f"{EXIT}.gesprek_datum": "2026-05-20"}),
    V("R51", "na een uitzetting mag het later", (), {f"{EXIT}.gesprek_datum": "2026-05-28", **UITGEZET}),
    V("R51", "veertien dagen ervoor", ("R51:te_vroeg",), parameters={"exit_dagen": 13}, ernst="waarschuwing", zegt="14 dagen vóór het vertrek (20-05-2026). Afgesproken is hoogstens 13 dagen."),
    V("R51", "precies op de grens", (), parameters={"exit_dagen": 14}),
    V("R51", "te vroeg na een uitzetting", ("R51:te_vroeg",), UITGEZET, parameters={"exit_dagen": 13}, ernst="aandachtspunt"),
    V("R51", "overleden", (), {EXIT: WEG, **OVERLEDEN}),
    V("R51", "van de wachtlijst gegaan", (), VAN_DE_WACHTLIJST),
    V("R51", "nog niet vertrokken", (), {EXIT: WEG, f"{UIT}.vertrekdatum": "2026-06-02"}),
    V("R51", "datum verdwenen", (), {f"{EXIT}.gesprek_datum": WEG}, invulling={EXIT: {"niet_gevonden": ("gesprek_datum",)}}, overgeslagen="‘Datum exitgesprek’ is uit"),
    V("R51", "misschien in het onleesbare bestand", ("R72:geweigerd",), {EXIT: WEG}, erbij=KAPOT, overgeslagen="kapot.docx"),
    # R52
    V("R52", "tevredenheid nergens", ("R52:tevredenheid",), {f"{EXIT}.totaalcijfer": WEG}, ernst="aandachtspunt"),
    V("R52", "tevredenheid in woorden", (), {f"{EXIT}.totaalcijfer": WEG, f"{EXIT}.tevreden_over": "Tekst."}),
    V("R52", "tevredenheid afgetekend", (), {f"{EXIT}.totaalcijfer": WEG, **_taken({"taak": "tevredenheid", "afgetekend_door": "Sam"})}),
    V("R52", "tevredenheid hoeft niet", (), {f"{EXIT}.totaalcijfer": WEG, **_taken({"taak": "tevredenheid", "nvt": "ja", "nvt_reden": "x"})}),
    V("R52", "tevredenheid op een eigen formulier", (), {f"{EXIT}.totaalcijfer": WEG, "tevredenheid.totaalcijfer": 7}),
    V("R52", "cijfer verdwenen", (), {f"{EXIT}.totaalcijfer": WEG}, invulling={EXIT: {"niet_gevonden": ("totaalcijfer",)}}),
    V("R52", "nazorg nergens", ("R52:nazorg",), {f"{EXIT}.nazorg": WEG}),
    V("R52", "geen nazorg is ook een afspraak", (), {f"{EXIT}.nazorg": "nee"}),
    V("R52", "nazorg tot een dag", (), {f"{EXIT}.nazorg": WEG, f"{UIT}.nazorg_tot": "2026-07-01"}),
    V("R52", "nazorg hoeft niet", (), {f"{EXIT}.nazorg": WEG, **_taken({"taak": "nazorg", "nvt": "ja", "nvt_reden": "x"})}),
    V("R52", "vervolghulp zonder overdracht", ("R52:overdracht",), _taken({"taak": "vervolghulp_aanvraag", "afgetekend_door": "Sam"})),
    V("R52", "vervolghulp hoeft niet", (), _taken({"taak": "vervolghulp_aanvraag", "nvt": "ja", "nvt_reden": "x"})),
    V("R52", "overdracht afgetekend", (), _taken(*({"taak": taak, "afgetekend_door": "Sam"} for taak in ("vervolghulp_aanvraag", "overdracht")))),
    V("R52", "overdracht hoeft niet", (), _taken({"taak": "vervolghulp_aanvraag", "afgetekend_door": "Sam"}, {"taak": "overdracht", "nvt": "ja", "nvt_reden": "x"})),
    V("R52", "overdracht bevestigd bij de exit", (), {**_taken({"taak": "vervolghulp_aanvraag", "afgetekend_door": "Sam"}), f"{EXIT}.overdracht": "ja"}),
    V("R52", "overdracht op een formulier", (), {**_taken({"taak": "vervolghulp_aanvraag", "afgetekend_door": "Sam"}), "overdracht": None}),
    # The decision to finish was on 4 May, and there are 14 days.
    V("R52", "laat aangevraagd", ("R52:laat",), {"overdracht.aanvraag_datum": "2026-05-19"}),
    V("R52", "op de laatste dag aangevraagd", (), {"overdracht.aanvraag_datum": "2026-05-18"}),
    V("R52", "marge staat uit", (), {"overdracht.aanvraag_datum": "2026-05-19"}, parameters={"evaluatie_marge": "uit"}),
    V("R52", "nog niet vertrokken", (), {EXIT: WEG, f"{UIT}.vertrekdatum": "2026-06-02"}),
    V("R52", "uitgezet: alles hoeft niet", (), {EXIT: WEG, **UITGEZET, **_taken(*({"taak": taak, "nvt": "ja"} for taak in ("exitgesprek", "tevredenheid", "nazorg")))}),
    V("R52", "uitgezet, en niets gezegd", ("R51:poging", "R52:nazorg", "R52:tevredenheid"), {EXIT: WEG, **UITGEZET}, ernst="aandachtspunt"),
    V("R52", "overleden", (), {EXIT: WEG, **OVERLEDEN}),
    V("R52", "van de wachtlijst gegaan", (), VAN_DE_WACHTLIJST),
    V("R52", "misschien in het onleesbare bestand", ("R72:geweigerd",), {f"{EXIT}.nazorg": WEG}, erbij=KAPOT, overgeslagen="kapot.docx"),
    # R53
    V("R53", "andere geboortedatum", ("R53:geboortedatum",), {f"{EVAL}.geboortedatum": "1991-04-01"}, ernst="fout"),
    V("R53", "geboortedatum leeg", (), {f"{EVAL}.geboortedatum": WEG}),
    V("R53", "geboortedatum onleesbaar", ("R04:onleesbaar",), {f"{EVAL}.geboortedatum": "lente"}),
    V("R53", "andere naam", ("R53:client_naam",), {f"{EVAL}.client_naam": "Piet Anders"}, ernst="fout"),
    V("R53", "andere naam op twee formulieren: elk apart", ("R53:client_naam", "R53:client_naam"), {f"{EVAL}.client_naam": "Piet Anders", f"{PB}.client_naam": "Piet Anders"}),
    V("R53", "andere naam en geboortedatum", ("R53:client_naam", "R53:geboortedatum"), {f"{EVAL}.client_naam": "Piet Anders", f"{EVAL}.geboortedatum": "1991-04-01"}),
    V("R53", "voorletter", (), {f"{EVAL}.client_naam": "N. Voorbeeld"}),
    V("R53", "hoofdletters en een tussenvoegsel", (), {f"{EVAL}.client_naam": "NOOR van VOORBEELD"}),
    V("R53", "voorletter gelijk aan die van de achternaam", (), {**overal("client_naam", "Wout de Wilde"), f"{EVAL}.client_naam": "W. de Wilde"}),
    V("R53", "die voorletter eerst", (), {**overal("client_naam", "W. de Wilde"), f"{EVAL}.client_naam": "Wout de Wilde"}),
    V("R53", "een afwijking over iets anders helpt niet", ("R53:client_naam",), {f"{EVAL}.client_naam": "Piet Anders"}, waarden=_afwijking("invullen", EVAL), ernst="fout"),
    # R54: start on 1 February, departure on 20 May: 108 days.
    V("R54", "een dag te kort", ("R54:kort",), parameters={"min_traject": 109}, ernst="aandachtspunt", zegt="zijn 108 dagen. Het model is bedoeld voor minstens 109"),
    V("R54", "vertrokken op de dag van de start", ("R38:overgeslagen", "R38:overgeslagen", "R38:overgeslagen", "R51:na_vertrek", "R54:kort"),
      {EVAL: WEG, PLAN: WEG, PB: WEG, f"{UIT}.vertrekdatum": "2026-02-01"}),
    V("R54", "vertrokken vóór de start: dat zegt R26", ("R26:volgorde", "R38:overgeslagen", "R38:overgeslagen", "R38:overgeslagen", "R51:na_vertrek"),
      {EVAL: WEG, PLAN: WEG, PB: WEG, f"{UIT}.vertrekdatum": "2026-01-31"}),
    V("R54", "precies lang genoeg", (), parameters={"min_traject": 108}),
    V("R54", "uitgezet", (), UITGEZET, parameters={"min_traject": 109}),
    V("R54", "gestopt", (), GESTOPT, parameters={"min_traject": 109}),
    V("R54", "overleden", (), OVERLEDEN, parameters={"min_traject": 109}),
    V("R54", "op proef", (), {"intake.besluit": "proef", "intake.proef_reden": "x", "intake.proef_eind": "2026-06-01"}, parameters={"min_traject": 109}),
    V("R54", "nog niet vertrokken", (), NA_EVAL, parameters={"min_traject": 109}, peildatum=date(2026, 5, 10)),
    V("R54", "start verdwenen", (), {f"{START}.startdatum": WEG}, parameters={"min_traject": 109}, invulling={START: {"niet_gevonden": ("startdatum",)}},
      overgeslagen="‘Startdatum’ is uit"),
    # R55
    V("R55", "één melding", ("R55:meldingen",), {f"{HV}.hv_meldingen.1": WEG}, ernst="waarschuwing", zegt="staat 1 melding"),
    V("R55", "een regel met alleen een streepje telt niet", ("R55:meldingen",), {f"{HV}.hv_meldingen.1": {"aan_wie": "-"}}, zegt="staat 1 melding"),
    V("R55", "geen melding", ("R55:meldingen",), {f"{HV}.hv_meldingen": WEG}),
    V("R55", "drie meldingen afgesproken", ("R55:meldingen",), parameters={"min_meldingen": 3}),
    V("R55", "precies genoeg", (), parameters={"min_meldingen": 2}),
    V("R55", "geen andere plek", ("R55:alternatief",), {f"{HV}.hv_alternatief": WEG}),
    V("R55", "geen andere plek en één melding", ("R55:alternatief", "R55:meldingen"), {f"{HV}.hv_alternatief": WEG, f"{HV}.hv_meldingen.1": WEG}),
    V("R55", "niet-nakomen zonder waarschuwing", ("R55:waarschuwing",), {f"{HV}.hv_soort": "stopgrond", f"{HV}.hv_grond": "niet_nakomen"}),
    V("R55", "niet-nakomen, gewaarschuwd op de dag zelf", ("R55:waarschuwing",),
      {f"{HV}.hv_soort": "stopgrond", f"{HV}.hv_grond": "niet_nakomen", f"{HV}.hv_meldingen.0.datum": "2026-04-10"}),
    V("R55", "niet-nakomen, een dag eerder gewaarschuwd", (),
      {f"{HV}.hv_soort": "stopgrond", f"{HV}.hv_grond": "niet_nakomen", f"{HV}.hv_meldingen.0.datum": "2026-04-09"}),
    V("R55", "niet-nakomen, eerder een memo", (), {f"{HV}.hv_soort": "stopgrond", f"{HV}.hv_grond": "niet_nakomen", "memo.datum_tijd": "2026-04-09"}),
    V("R55", "niet-nakomen, een memo van de dag zelf", ("R55:waarschuwing",), {f"{HV}.hv_soort": "stopgrond", f"{HV}.hv_grond": "niet_nakomen", "memo.datum_tijd": "2026-04-10"}),
    V("R55", "stoppen om dreiging", (), {f"{HV}.hv_soort": "stopgrond", f"{HV}.hv_grond": "dreiging", f"{HV}.hv_meldingen": WEG, f"{HV}.hv_alternatief": WEG}),
    V("R55", "meldingen verdwenen", (), {f"{HV}.hv_meldingen": WEG}, invulling={HV: {"niet_gevonden": ("hv_meldingen.datum", "hv_meldingen.aan_wie")}},
      overgeslagen="‘Meldingen’ is uit"),
    V("R55", "andere plek verdwenen", (), {f"{HV}.hv_alternatief": WEG}, invulling={HV: {"niet_gevonden": ("hv_alternatief",)}}),
    V("R55", "de waarschuwing is misschien het onleesbare bestand", ("R72:geweigerd",), {f"{HV}.hv_soort": "stopgrond", f"{HV}.hv_grond": "niet_nakomen"}, erbij=KAPOT,
      overgeslagen="kapot.docx"),
    V("R55", "geen vraagwijziging", (), {HV: WEG}, overgeslagen="er is nog geen ‘Hulpvraagwijziging’"),
    # R73
    V("R73", "tweede dossier van dezelfde", ("R73:dubbel",), erbij=(_ander_dossier("D-2", "Noor Voorbeeld"),), ernst="waarschuwing"),
    V("R73", "met een voorletter", ("R73:dubbel",), erbij=(_ander_dossier("D-2", "N. Voorbeeld"),)),
    V("R73", "andersom geschreven", ("R73:dubbel",), erbij=(_ander_dossier("D-2", "Voorbeeld, Noor"),)),
    V("R73", "drie dossiers: één bevinding", ("R73:dubbel",), erbij=(_ander_dossier("D-2", "Noor Voorbeeld"), _ander_dossier("D-3", "Noor Voorbeeld"))),
    V("R73", "andere geboortedatum", (), erbij=(_ander_dossier("D-2", "Noor Voorbeeld", "1990-04-02"),)),
    V("R73", "andere naam", (), erbij=(_ander_dossier("D-2", "Piet Voorbeeld"),)),
    V("R73", "geboortedatum onbekend", (), erbij=(_los("memo/D-2", "2026-02-01", datum_tijd="2026-02-01"),)),
    # R75: signed on 2 March.
    V("R75", "geen kaart", ("R75:ontbreekt",), {**NA_EVAL, KAART: WEG}, peildatum=date(2026, 5, 10), ernst="waarschuwing"),
    V("R75", "geen signaleringsplan", ("R75:ontbreekt",), {**NA_EVAL, "signaleringsplan": WEG}, peildatum=date(2026, 5, 10)),
    V("R75", "geen van beide", ("R75:ontbreekt", "R75:ontbreekt"), {**NA_EVAL, KAART: WEG, "signaleringsplan": WEG}, peildatum=date(2026, 5, 10)),
    V("R75", "de dag van tekenen", (), {**NA_PLAN, KAART: WEG, RAP: WEG, f"{PLAN}.handtekening_mentor.datum": "2026-03-02"}, peildatum=date(2026, 3, 2)),
    V("R75", "de dag erna", ("R75:ontbreekt",), {**NA_PLAN, KAART: WEG, RAP: WEG, f"{PLAN}.handtekening_mentor.datum": "2026-03-02"}, peildatum=date(2026, 3, 3)),
    V("R75", "nog niet getekend", ("R11:niet_getekend",), {**NA_EVAL, KAART: WEG, f"{PLAN}.handtekening_client.getekend": "nee"}, peildatum=date(2026, 5, 10)),
    V("R75", "vertrokken", (), {KAART: WEG, "signaleringsplan": WEG}),
    V("R75", "kaart ouder dan de inventarisatie", ("R75:rie",), {"rie.rie_datum": "2026-03-04"}),
    V("R75", "kaart van dezelfde dag", (), {"rie.rie_datum": "2026-03-03"}),
    V("R75", "later bijgewerkt", (), {"rie.rie_datum": "2026-03-04", f"{KAART}.bijgewerkt_op": "2026-03-04"}),
    V("R75", "andere begeleider na een wissel", ("R75:mentor",), {f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"}, waarden=_wissels(date(2026, 4, 1))),
    V("R75", "andere begeleider, zonder wissel: werk voor R47", ("R47:wissel",), {f"{EVAL}.handtekening_mentor.naam": "Jan de Vries"}),
    V("R75", "kaart bijgewerkt na de wissel", (),
      {f"{EVAL}.handtekening_mentor.naam": "Jan de Vries", f"{KAART}.kaart_mentor": "J. de Vries", f"{KAART}.bijgewerkt_op": "2026-04-02"},
      waarden=_wissels(date(2026, 4, 1))),
    V("R75", "kaart op de dag van de evaluatie bijgewerkt", (),
      {f"{EVAL}.handtekening_mentor.naam": "Jan de Vries", f"{KAART}.kaart_mentor": "J. de Vries", f"{KAART}.bijgewerkt_op": "2026-05-04"},
      waarden=_wissels(date(2026, 4, 1))),
    V("R75", "misschien in het onleesbare bestand", ("R72:geweigerd",), {**NA_EVAL, KAART: WEG}, peildatum=date(2026, 5, 10), erbij=KAPOT, overgeslagen="kapot.docx"),
)  # fmt: skip
