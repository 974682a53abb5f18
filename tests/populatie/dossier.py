"""Builds one correct dossier: the course first, then a form for every step, with its special fields by hand."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from generator.checks.personen import naamdelen
from generator.duur import lees_duur
from generator.kalender import leeftijd_op
from populatie import woorden
from populatie.agenda import EINDE_BIJ_AANMELDING, ONGEWOON, Agenda, passend
from populatie.model import HERSTART_5, PEILDATUM, Deel, Geval, Model, model_van
from populatie.vullen import Vulling

_VOLWASSEN = 18
_LEEFTIJDEN = {"opvang2004": (19, 68), "movisie2021": (19, 68), "kr8jongeren": (16, 22), "leefhuis2022": (9, 45)}
_INTAKEBESLUIT = {
    "wachtlijst": "wachtlijst",
    "afgehaakt": "wachtlijst",
    "proef": "proef",
    "proef_door": "proef",
    "proef_weg": "proef",
    "voorwaardelijk": "voorwaardelijk",
    "doorverwezen_na_intake": "doorverwijzing",
    "afgewezen_na_intake": "afwijzing",
}
_AANMELDBESLUIT = {"spoed": "spoed", "doorverwezen": "doorverwijzing", "afgewezen": "afwijzing"}
_INVULLER = {"aanmelding": "dienstdoende", "intake": "intaker"}


def maak_dossier(
    model: str, zaad: object, stadium: str, route: str, peildatum: date = PEILDATUM, nummer: str = ""
) -> Geval:
    """Return a correct dossier of an organisation, on a route, that is at a stage on the peildatum.

    The same arguments give the same dossier. Its truth (`Geval.verwacht`) is empty, save where the
    domain itself asks for a talk (domein.md 4.8: put out before the evaluatie).
    """
    rng = Random(f"{model}|{route}|{stadium}|{zaad}")
    agenda = passend(model_van(model), rng, route, stadium, peildatum)
    bouw = _Bouw(model_van(model), rng, agenda, peildatum, nummer or f"D-{rng.randint(1, 9999):04d}")
    return bouw.geval()


class _Bouw:
    """One dossier in the making."""

    def __init__(self, model: Model, rng: Random, agenda: Agenda, peildatum: date, nummer: str) -> None:
        self.model, self.rng, self.agenda, self.peildatum, self.nummer = model, rng, agenda, peildatum, nummer
        self.dag, self.route = agenda.dag, agenda.route
        laag, hoog = _LEEFTIJDEN[model.sleutel.partition("+")[0]]
        self.geboren = self.dag["aanmelding"] - timedelta(days=rng.randint(laag * 366 + 180, hoog * 365))
        self.naam = woorden.persoon(rng)
        # Of Wout de Wilde both words begin with the same letter: see test_populatie, the rules trip over ‘W. de Wilde’.
        self.kort = len({deel[0].casefold() for deel in naamdelen(self.naam)}) == 2
        self.mentor, self.intaker = rng.choice(woorden.MENTOREN), rng.choice(woorden.INTAKERS)
        self.dienst, self.leider = rng.choice(woorden.DIENST), rng.choice(woorden.LEIDERS)
        self.naaste, self.relatie = rng.choice(woorden.NETWERK)
        self.instantie = rng.choice(woorden.INSTANTIES)
        self.ouder = f"{rng.choice(woorden.VOORNAMEN)} {self.naam.partition(' ')[2]}"
        gebieden = list(model.gebieden)
        rng.shuffle(gebieden)
        self.gebieden, self.stil = gebieden[: rng.randint(2, 3)], gebieden[-1] if rng.random() < 0.5 else ""
        self.navraag = rng.random() < 0.6
        self.geldt_nog = rng.random() < 0.5
        self.delen: list[Deel] = []
        self.plannen: dict[int, list[dict[str, Any]]] = {}
        self.voorvallen = 0
        self.wissel: list[dict[str, Any]] | None = None

    def geval(self) -> Geval:
        """Build every form that is there at this stage."""
        self._begin()
        for nr in range(1, self.agenda.cycli + 1):
            self._kring(nr)
        if self.agenda.is_er("uitstroom", self.agenda.cycli):
            self._uitstroom()
        geval = Geval(self.nummer, self.model.sleutel, self.route, self.agenda.stadium, self.peildatum, self.delen,
                      self.geboren, self.naam, cycli=self.agenda.cycli, tot=self.agenda.venster()[1])  # fmt: skip
        if self.route in ONGEWOON and self.route != "overlijden":
            # Put out in fase 6: the missing evaluatie is something to talk about (domein.md 4.8, P9).
            geval.verwacht["R38 aandachtspunt"] += 1
        if self.route == "proef_weg":
            # The steps that weren't taken yet: beschrijving, plan and evaluatie.
            geval.verwacht["R38 aandachtspunt"] += 3
        if self.route == "kort":
            geval.verwacht["R54 aandachtspunt"] += 1
        return geval

    # ----------------------------------------------------------------------
    # What every form shares

    def _kop(self, cyclus: int | None, dag: date, wie: str, rol: str) -> dict[str, Any]:
        naam = woorden.met_voorletter(self.naam) if self.rng.random() < 0.05 and self.kort else self.naam
        rollen = {r.sleutel for r in self.model.inrichting.rollen}
        kop: dict[str, Any] = {
            "dossier_nr": self.nummer, "client_naam": naam, "geboortedatum": self.geboren, "datum_ingevuld": dag,
            "ingevuld_door": wie, "ingevuld_rol": rol if rol in rollen else "begeleider",
        }  # fmt: skip
        return kop | ({"cyclus_nr": cyclus} if cyclus else {})

    def _voeg(self, formulier: str, dag: date, vast: dict[str, Any], cyclus: int | None = None, wie: str = "") -> None:
        """Fill a form and add it, when the organisation uses it."""
        if not self.model.heeft(formulier):
            return
        dag = min(dag, self.peildatum)
        rol = _INVULLER.get(formulier, "begeleider")
        alles = {**self._kop(cyclus, dag, wie or self.mentor, rol), **vast}
        vulling = Vulling(self.model, formulier, alles, self.rng, dag, wie or self.mentor)
        self.delen.append(Deel(formulier, cyclus, vulling.vul()))

    def _teken(self, wie: str, dag: date) -> dict[str, Any]:
        return {"naam": wie, "datum": dag, "getekend": "ja"}

    def _jong(self, dag: date, grens: int = _VOLWASSEN) -> bool:
        return leeftijd_op(self.geboren, dag) < grens

    def _zin(self) -> str:
        return woorden.zin(self.rng)

    # ----------------------------------------------------------------------
    # Fase 1 to 3

    def _begin(self) -> None:
        is_er = self.agenda.is_er
        if self.route == "terug":
            self._aanmelding("doorverwijzing", "v_")
        self._aanmelding(_AANMELDBESLUIT.get(self.route, "intake"))
        stappen = [("intake", self._intake), ("opstart", self._opstart)]
        for stadium, maak in stappen if self.route != "spoed" else stappen[::-1]:
            if is_er(stadium, self.agenda.cycli) or self.agenda.cycli > 1:
                maak()

    def _aanmelding(self, besluit: str, keer: str = "") -> None:
        """Add an aanmelding; with *keer* ``v_`` an earlier one, that led elsewhere."""
        aangemeld, besloten = self.dag[f"{keer}aanmelding"], self.dag[f"{keer}a_besluit"]
        jong = self._jong(aangemeld)
        aanmelder = self.rng.choice(["familie", "verwijzer"] if jong else ["client", "verwijzer"])
        weg = besluit != "intake"
        twijfel = self.rng.random() < 0.15
        self._voeg("aanmelding", besloten if weg else self.dag["uitnodiging"], {
            "aanmelddatum": aangemeld, "aanmelder": aanmelder, "ontvangen_door": self.dienst,
            "meldwijze": self.rng.choice(["telefoon", "schriftelijk", "persoonlijk"]),
            "leefgebieden_vraag": [g for g in self.model.gebieden if g in self.gebieden], "bereidheid": "ja",
            "informatie_gegeven": "ja", "begeleiding_mogelijk": "ja", "hulpvraag": self._zin(),
            "criteria": self._criteria(besluit), "contra": self._contra(besluit),
            "crisis": "ja" if besluit == "spoed" else "nee", "twijfel": "ja" if twijfel else "nee",
            "overleg_met": self.leider if twijfel else None,
            "overleg_datum": aangemeld if twijfel else None, "besluit": besluit, "besluit_datum": besloten,
            "besluit_reden": self.rng.choice(woorden.REDENEN) if weg else None,
            "intake_datum": None if weg else self.dag.get("w_gesprek", self.dag["gesprek"]),
            "uitnodiging_datum": None if weg else self.dag["uitnodiging"],
        }, wie=self.dienst)  # fmt: skip

    def _criteria(self, besluit: str) -> list[dict[str, Any]]:
        """Return the criteria: one that isn't met has a reason, or leads to another place."""
        rijen = [{"criterium": c.sleutel, "voldoet": "ja"} for c in self.model.inrichting.criteria]
        if self.rng.random() < 0.2:
            rij = self.rng.choice([r for r in rijen if "leeftijd" not in r["criterium"]])
            rij["voldoet"] = self.rng.choice(["nee", "onbekend"])
            if besluit in ("intake", "spoed"):
                rij["toelichting"] = "Dit is in orde voordat de begeleiding begint."
        return rijen

    def _contra(self, besluit: str) -> list[dict[str, Any]]:
        """Return what stands in the way: only where somebody is sent elsewhere."""
        rijen = [{"contra_indicatie": c.sleutel, "aanwezig": "nee"} for c in self.model.inrichting.contra_indicaties]
        if besluit in ("doorverwijzing", "afwijzing") and self.rng.random() < 0.5:
            self.rng.choice(rijen)["aanwezig"] = self.rng.choice(["ja", "onbekend"])
        return rijen

    def _intake(self) -> None:
        besluit = _INTAKEBESLUIT.get(self.route, "toelating")
        if self.route == "opnieuw":
            self._intakeformulier("wachtlijst", "w_")
            self._voeg("memo", self.dag["w_contact"], {"datum_tijd": self.dag["w_contact"], "memo_soort": "overig",
                                                       "in_evaluatie": "nee"})  # fmt: skip
        self._intakeformulier(besluit, "")
        if self.route == "proef_door":
            self._intakeformulier("toelating", "p_")
        if self.navraag:
            self._toestemming()

    def _intakeformulier(self, besluit: str, keer: str) -> None:
        """Add an intake; with *keer* ``w_`` the first of two, that put somebody on the waiting list."""
        dag = {naam: self.dag[keer + naam] for naam in ("gesprek", "overleg", "i_besluit", "brief")}
        gewacht = besluit == "wachtlijst" or self.route == "geplaatst"
        binnen = besluit in ("toelating", "proef", "voorwaardelijk")
        self._voeg("intake", dag["brief"], {
            "gesprek_datum": dag["gesprek"],
            "functioneren": [{"leefgebied": g, "goed": woorden.over(self.rng, "lg_goed", g),
                              "minder": woorden.over(self.rng, "lg_minder", g)} for g in self.model.gebieden],
            "aanvullende_info_nodig": "ja" if self.navraag else "nee",
            "toestemming_datum": self.dag["toestemming"] if self.navraag else None,
            "w_aanbod": "ja" if binnen or gewacht else "nee", "w_plekken": 0 if besluit == "wachtlijst" else 2,
            "w_groep": "ja", "voorstel": besluit, "besluit": besluit, "overleg_datum": dag["overleg"],
            "besluit_datum": dag["i_besluit"], "brief_datum": dag["brief"],
            "brief_reden": self.rng.choice(woorden.REDENEN) if not binnen else self._zin(),
            "mentor": self.mentor if binnen else None, "mentor_door": self.leider if binnen else None,
            "proef_eind": self._proef_eind(dag["i_besluit"]) if besluit == "proef" else None,
            "voorwaarden": self._voorwaarden() if besluit == "voorwaardelijk" else None,
            "wachtlijst_sinds": dag["gesprek"] if gewacht else None,
            "wachtlijst_contact": f"{self.intaker} belt om de week" if gewacht else None,
        }, wie=self.intaker)  # fmt: skip

    def _proef_eind(self, besluit: date) -> date:
        """Return until when a trial lasts: past everything, or just after what ends it."""
        slot = {"proef_door": "p_i_besluit", "proef_weg": "vertrek"}.get(self.route)
        return self.dag[slot] + timedelta(days=self.rng.randint(0, 5)) if slot else besluit + timedelta(days=140)

    def _voorwaarden(self) -> list[dict[str, Any]]:
        afspraken = ("Elke week naar het gesprek komen", "Niet gebruiken in huis")
        return [{"afspraak": a, "wie": self.mentor, "controle": self.dag["taken"]} for a in afspraken]

    def _toestemming(self) -> None:
        dag = self.dag["toestemming"]
        jong = self._jong(dag, self.model.inrichting.parameters.leeftijd_toestemming)
        self._voeg("toestemming", dag, {
            "partij": [{"naam": self.instantie, "gegevens": "hoe het gaat", "richting": "opvragen",
                        "doel": "de begeleiding laten aansluiten"}],
            "akkoord": "ja", "toestemming_datum": dag, "geldig_tot": dag + timedelta(days=364),
            "intrekken_bekend": "ja", "handtekening_client": self._teken(self.naam, dag),
            "handtekening_ouder": self._teken(self.ouder, dag) if jong else None,
        })  # fmt: skip

    def _opstart(self) -> None:
        start = self.dag["start"]
        verder = self.agenda.stadium != "opstart"
        dag = self.dag["taken"] if verder else min(self.peildatum, self.dag["taken"])
        self._voeg("checklist_opstart", dag, {
            "startdatum": start, "ontvangen_door": self.mentor, "setting": self._setting(),
            "taken": self._taken("checklist_opstart", start, self.dag["taken"], af=verder),
            "tekenen": self._teken(self.mentor, dag),
        })  # fmt: skip
        if self.model.heeft("rie"):
            self._rie("start", self.agenda.tussen(start, 1, 4))

    def _setting(self) -> str:
        veld = self.model.formulieren["checklist_opstart"].veld("setting")
        return self.rng.choice([o.sleutel for o in veld.opties]) if veld else "opname"

    def _taken(self, formulier: str, van: date, tot: date, af: bool) -> list[dict[str, Any]]:
        """Return a checklist: all signed off, or the first half."""
        veld = self.model.formulieren[formulier].veld("taken")
        rijen = []
        for nr, rij in enumerate(veld.rijen if veld else ()):
            dag = tot if rij is veld.rijen[-1] else min(self.agenda.tussen(van, 0, max((tot - van).days, 0)), tot)
            klaar = {"gereed": dag, "afgetekend_door": self.mentor} if af or (nr < 3 and dag <= self.peildatum) else {}
            if af and formulier == "checklist_uitstroom" and nr in (1, 9, 11) and self.rng.random() < 0.2:
                klaar = {"nvt": "ja", "nvt_reden": "Dat was al eerder geregeld."}
            rijen.append({"taak": rij.sleutel, "wie": self.mentor, "gepland": dag, **klaar})
        return rijen

    def _rie(self, moment: str, dag: date) -> None:
        dag = min(dag, self.peildatum)
        risicos = [{"nr": 1, "risico": "Weglopen als het te druk wordt", "leefgebied": self.gebieden[0],
                    "nog_aanwezig": "ja", "maatregel": "Samen een rustige plek kiezen", "wie": self.mentor},
                   {"nr": 2, "risico": "Vallen van de trap", "leefgebied": None, "nog_aanwezig": "ja",
                    "maatregel": "Een leuning maken", "wie": self.leider}]  # fmt: skip
        jong = self._jong(dag)
        self._voeg("rie", dag, {
            "rie_datum": dag, "rie_moment": moment, "risicos": risicos, "besproken_op": dag,
            "ingevuld_door_wie": ["ouders", "begeleider"] if jong else ["begeleider", "client"],
            "handtekening": self._teken(self.ouder if jong else self.mentor, dag),
        })  # fmt: skip

    # ----------------------------------------------------------------------
    # Fase 4 to 7

    def _kring(self, nr: int) -> None:
        is_er = self.agenda.is_er
        if is_er("analyse", nr):
            self._analyse(nr)
        if is_er("planning", nr):
            self._plan(nr)
        if is_er("uitvoering", nr):
            self._uitvoering(nr)
        if self.route == "algemeen" and nr == self.agenda.cycli:
            self._algemeen(nr)
        if is_er("evaluatie", nr):
            self._evaluatie(nr)

    def _analyse(self, nr: int) -> None:
        if nr > 1 and self.model.inrichting.parameters.herstart_fase == 5:
            return
        dag = self.dag[f"pb{nr}"]
        begin = self.dag["start"] if nr == 1 else self.dag[f"e_besluit{nr - 1}"]
        gesprekken = self.agenda._om_de(begin, dag, 5, 8)
        if nr == 1 and gesprekken:
            self._voeg("leefgebiedenwijzer", gesprekken[0], {
                "gesprek_datum": gesprekken[0],
                "lg_situatie": {g: woorden.over(self.rng, "lg_situatie", g) for g in self.gebieden},
                "lg_krachten": {g: woorden.over(self.rng, "lg_krachten", g) for g in self.gebieden},
            }, cyclus=nr)  # fmt: skip
        if nr > 1 and self.geldt_nog:
            vast: dict[str, Any] = {"datum_pb": dag, "nog_actueel_vorige": "ja", "geschreven_door": "samen"}
        else:
            vast = self._beschrijving(nr, dag, gesprekken)
        self._voeg("persoonsbeschrijving", dag, vast, cyclus=nr)

    def _beschrijving(self, nr: int, dag: date, gesprekken: list[date]) -> dict[str, Any]:
        beschreven = [g for g in self.model.gebieden if g != self.stil]
        velden = ("lg_situatie", "lg_goed", "lg_minder", "lg_wens")
        bronnen = [{"bron": "Gesprek over hoe het gaat", "datum": d, "besproken": "ja"} for d in (*gesprekken, dag)]
        if nr == 1 and self.navraag:
            bronnen.append({"bron": self.instantie, "datum": gesprekken[-1] if gesprekken else dag, "besproken": "ja"})
        return {
            "datum_pb": dag, "geschreven_door": self.rng.choice(["client", "samen"]),
            "nog_actueel_vorige": None if nr == 1 else "nee",
            **{veld: {g: woorden.over(self.rng, veld, g) for g in beschreven} for veld in velden},
            "lg_niet_relevant": {self.stil: "Hier is nu niets voor nodig, het loopt goed."} if self.stil else None,
            "toekomst": self._zin(), "bronnen": bronnen, "besproken_op": dag, **self._kopie(dag),
            "netwerk": [{"naam": self.naaste, "relatie": self.relatie, "soort": "informeel"}],
        }  # fmt: skip

    def _kopie(self, dag: date) -> dict[str, Any]:
        """Return that a copy was given; or why not, and with whom that was settled."""
        if self.rng.random() < 0.9:
            return {"kopie_op": dag}
        return {"kopie_op": None, "afwijking_reden": "Er is nu geen veilige plek voor papieren.",
                "afwijking_teamleider": self.leider}  # fmt: skip

    def _plan(self, nr: int, versie: int = 1) -> None:
        dag, eval_dag = self.dag[f"plan{nr}"], self.dag[f"eval{nr}"]
        if versie > 1:
            dag = self.agenda.tussen(self.agenda.gesprekken[nr][0], 1, 4)
        streef = eval_dag - timedelta(days=self.rng.randint(0, 6))
        self.plannen[nr] = self._doelen(nr, streef)
        jong = self._jong(dag)
        self._voeg("begeleidingsplan", dag, {
            "plan_datum": dag, "plan_versie": versie, "hulpvragen": self._zin(), "einddoel": self._zin(),
            "gewenste_situatie": {g: woorden.over(self.rng, "lg_wens", g) for g in self.gebieden},
            "keuze": self._keuze(), "doelen": self.plannen[nr], "acties": self._acties(nr, dag, streef),
            "observatiepunten": [{"doel_nr": d["doel_nr"], "begrip": self._zin()} for d in self.plannen[nr]],
            "afspraken": self._afspraken(), "netwerk_rol": f"{self.naaste} denkt mee en gaat mee naar afspraken.",
            "gesprek_frequentie": "Elke week een uur", "evaluatie_gepland": eval_dag, "kopie_op": dag,
            "handtekening_client": self._teken(self.naam, dag), "handtekening_mentor": self._teken(self.mentor, dag),
            "handtekening_ouder": self._teken(self.ouder, dag) if jong else None,
        }, cyclus=nr)  # fmt: skip
        if versie == 1:
            self._kaart(nr, dag)

    def _doelen(self, nr: int, streef: date) -> list[dict[str, Any]]:
        return [{"doel_nr": n, "leefgebied": g, "doel": f"Ik wil {self.rng.choice(woorden.DOELEN)}.",
                 "soort": "verandering", "prioriteit": "hoog" if n == 1 else "midden", "streefdatum": streef}
                for n, g in enumerate(self.gebieden, 1)]  # fmt: skip

    def _keuze(self) -> list[dict[str, Any]]:
        rijen = []
        for g in self.model.gebieden:
            if g == self.stil:
                continue
            nu = g in self.gebieden
            rij = {"leefgebied": g, "wens": woorden.over(self.rng, "lg_wens", g), "aanpakken": "ja" if nu else "later"}
            rijen.append(rij if nu else rij | {"reden": "Eerst wat het meest nodig is."})
        return rijen

    def _acties(self, nr: int, dag: date, streef: date) -> list[dict[str, Any]]:
        rijen = []
        for doel in self.plannen[nr]:
            wie = [(self.naam, "client"), (self.mentor, "begeleider")]
            wie = [*wie[:1], (self.naaste, "netwerk")] if doel["doel_nr"] == 1 else wie
            for naam, soort in wie:
                wanneer = min(self.agenda.tussen(dag, 2, 25), streef)
                rijen.append({"doel_nr": doel["doel_nr"], "actie": self.rng.choice(woorden.ACTIES), "wie": naam,
                              "soort_wie": soort, "wanneer": wanneer})  # fmt: skip
        return rijen

    def _afspraken(self) -> list[dict[str, Any]] | None:
        if not self.model.heeft("rie"):
            return None
        return [{"afspraak": "Samen een rustige plek kiezen", "rie_nr": n, "wie": self.mentor} for n in (1, 2)]

    def _kaart(self, nr: int, dag: date) -> None:
        vernieuwd = self.dag["rie2"] if self.route == "algemeen" and nr == self.agenda.cycli else dag
        self._voeg("deelnemerskaart", max(dag, vernieuwd), {
            "roepnaam": self.naam.split()[0], "kaart_mentor": self.mentor, "kaart_vervanger": self.leider,
            "contacten": [{"naam": self.naaste, "telefoon": "06 00 00 00 01", "mag_informatie": "ja"}],
            "geldig_vanaf": dag, "bijgewerkt_op": max(dag, vernieuwd),
        }, cyclus=nr)  # fmt: skip
        self._voeg("signaleringsplan", dag, {
            "sp_datum": dag, "sp_opgesteld_met": ["client", "begeleider"],
            "handtekening_client": self._teken(self.naam, dag), "handtekening_mentor": self._teken(self.mentor, dag),
        }, cyclus=nr)  # fmt: skip

    def _uitvoering(self, nr: int) -> None:
        dagen = [dag for dag in self.agenda.gesprekken[nr] if dag <= self.peildatum]
        gewijzigd = self.route == "gewijzigd"
        for plaats, dag in enumerate(dagen):
            volgende = self.agenda.tussen(dag, 8, 12)
            self._voeg("rapportage", dag, {
                "rap_datum": dag, "rap_soort": "voortgangsgesprek", "doel_nr": "1", "verandering": "nee",
                "voortgang": "loopt", "doel_haalbaar": "nee" if gewijzigd and plaats == 0 else "ja",
                "volgende_afspraak": volgende,
            }, cyclus=nr)  # fmt: skip
            if self.rng.random() < 0.2:
                soort = self.rng.choice(["observatie", "dagrapport"])
                self._voeg("rapportage", dag, {"rap_datum": dag, "rap_soort": soort, "verandering": "nee"}, cyclus=nr)
            if plaats == 0 and self.model.heeft("incident") and self.rng.random() < 0.5:
                self._voorval(nr, dag)
        if gewijzigd:
            self._plan(nr, versie=2)

    def _voorval(self, nr: int, dag: date) -> None:
        self.voorvallen += 1
        self._voeg("incident", dag, {
            "datum_tijd": dag, "plaats": self.rng.choice(woorden.PLAATSEN), "incident_type": ["agressie"],
            "memo_soort": "contact_incident", "in_evaluatie": "ja", "meldsoort": "mic",
            "register_nr": f"MIC-{self.rng.randint(100, 999)}", "volgnummer": self.voorvallen, "mail_datum": dag,
            "tussen_deelnemers": "ja", "schade": "nee", "igj_gemeld": "ja", "igj_datum": dag,
            "mail_hulpverleners": [{"wie": self.instantie, "datum": dag}] if self.navraag else None,
        }, cyclus=nr)  # fmt: skip
        self._voeg("memo", dag, {
            "datum_tijd": dag, "plaats": self.rng.choice(woorden.PLAATSEN), "memo_soort": "contact_incident",
            "in_evaluatie": "ja",
        }, cyclus=nr)  # fmt: skip

    def _evaluatie(self, nr: int) -> None:
        verder = nr < self.agenda.cycli or self.agenda.stadium == "voortgezet"
        self._evaluatieformulier(nr, self.dag[f"eval{nr}"], self.dag[f"e_besluit{nr}"], "cyclus", verder)

    def _algemeen(self, nr: int) -> None:
        """The general evaluatie of leefhuis: over the whole of the past months, with a new risk inventory."""
        self._rie("algemene_evaluatie", self.dag["rie2"])
        self._evaluatieformulier(nr, self.dag["algemeen"], self.dag["algemeen"], "algemeen", True)

    def _evaluatieformulier(self, nr: int, dag: date, besluit_dag: date, soort: str, verder: bool) -> None:
        per_doel, pea = self._per_doel(nr, verder)
        if nr == self.agenda.cycli and soort == "cyclus" and self.rng.random() < 0.1:
            self._wissel(dag)
        terug = [{"afspraak": v["afspraak"], "nagekomen": "ja"} for v in self._voorwaarden()]
        proef = [{"afspraak": "De proef", "nagekomen": "ja", "besluit": "gaat door"}]
        terug = {"voorwaardelijk": terug, "proef": proef, "proef_door": proef}.get(self.route)
        eerste = nr == 1 and soort == "cyclus"
        self._voeg("evaluatie", besluit_dag, {
            "eval_datum": dag, "eval_soort": soort, "aanwezigen": f"{self.naam} en {self.mentor}",
            "per_doel": per_doel, "pea": pea, "op_weg_einddoel": "ja", "juiste_plek": "ja",
            "nieuwe_vragen": [{"aandrager": self.naam, "vraag": self._zin()}] if verder else None,
            "voorwaarden_terug": terug if eerste else None,
            "risico_terug": self._zin() if self.voorvallen else None,
            "doelen_rie": self.dag.get("rie2") if soort == "algemeen" else None,
            "besluit": "voortzetten" if verder else "afronden", "besluit_datum": besluit_dag,
            "pb_nieuw": None if not verder else "nee",
            "afronden_resultaat": None if verder else "ja",
            "afronden_bestemming": None if verder else "zelfstandig",
            "handtekening_client": self._teken(self.naam, besluit_dag), "afwijking": self.wissel,
            "handtekening_mentor": self._teken(self.mentor, besluit_dag),
        }, cyclus=nr)  # fmt: skip

    def _wissel(self, dag: date) -> None:
        """Give somebody another mentor, on record; where there is a card with the name, that would change too."""
        if not self.model.heeft("deelnemerskaart"):
            self.mentor = next(naam for naam in woorden.MENTOREN if naam.split()[0] != self.mentor.split()[0])
            self.wissel = [{"waarvan": "begeleider", "reden": "Een andere baan", "akkoord": self.leider, "datum": dag}]

    def _per_doel(self, nr: int, verder: bool) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Return per goal how it went: when the guidance goes on, the last goal was not yet reached."""
        doelen, pea = [], []
        for doel in self.plannen[nr]:
            loopt = verder and doel is self.plannen[nr][-1]
            rij = {"doel_nr": doel["doel_nr"], "behaald": "deels" if loopt else "ja",
                   "relevant": "ja" if loopt else "nee", "reden": self._zin()}  # fmt: skip
            doelen.append(rij)
            actie = "voortzetten" if loopt else "afronden"
            pea.append({"doel_nr": doel["doel_nr"], "proces": self._zin(), "effect": self._zin(), "actie": actie})
        return doelen, pea

    # ----------------------------------------------------------------------
    # Fase 8

    def _uitstroom(self) -> None:
        weg = self.agenda.stadium == "gesloten"
        vertrek, ongewoon = self.dag["vertrek"], self.route in ONGEWOON
        if self.route == "stopzetting":
            self._hulpvraag()
        dag = vertrek if weg else self.dag["checklist"]
        self._voeg("checklist_uitstroom", dag, {
            "uitstroomsoort": self.route if ongewoon else "vrijwillig", "vertrekdatum": vertrek,
            "uitstroomreden": self._zin() if ongewoon else None, "nazorg_tot": vertrek + timedelta(days=60),
            "taken": self._taken("checklist_uitstroom", self.dag["checklist"], vertrek, af=weg),
            "tekenen": self._teken(self.mentor, dag),
        })  # fmt: skip
        if weg and not ongewoon and self.route != "afgehaakt":
            self._voeg("overdracht", self.dag["checklist"], {
                "aanvraag_datum": self.dag["checklist"], "overdracht_datum": vertrek, "akkoord_client": "ja",
                "doelen_stand": [{"doel_nr": 1, "doel": self._zin(), "stand": "gehaald"}],
            })  # fmt: skip
            anoniem = self.rng.random() < 0.2
            self._voeg("exit", self.dag["exit"], {
                **({"client_naam": None, "ingevuld_door": None} if anoniem else {}),
                "gesprek_datum": self.dag["exit"], "totaalcijfer": self.rng.randint(6, 9), "nazorg": "ja",
                "overdracht": "ja", "herkenbaar": "anoniem" if anoniem else "met_naam",
            })  # fmt: skip

    def _hulpvraag(self) -> None:
        dag = self.dag["hulpvraag"]
        eerder = [self.dag["plan1"] + timedelta(days=n) for n in (3, 5)]
        self._voeg("hulpvraagwijziging", dag, {
            "hv_datum": dag, "hv_soort": "stopgrond", "hv_grond": "niet_nakomen", "hv_einddatum": self.dag["vertrek"],
            "hv_meldingen": [{"datum": d, "aan_wie": self.naam, "vorm": "mail"} for d in eerder],
        }, cyclus=None)  # fmt: skip


def past(model: str, route: str) -> bool:
    """True when an organisation knows this route."""
    soort = model_van(model)
    if route == "afgewezen":
        return soort.besluit("aanmelding", "afwijzing")
    if route == "afgewezen_na_intake":
        return soort.besluit("intake", "afwijzing")
    if route == "algemeen":
        return soort.inrichting.parameters.algemene_evaluatie != "uit"
    if route == "kort":  # where fases have a length, every one of them would be too short
        return not any(d and (d.min or d.max) for d in (lees_duur(f.duur) for f in soort.inrichting.fasen[5:]))
    if model == HERSTART_5:
        return route in ("twee_cycli", "drie_cycli")
    return route not in EINDE_BIJ_AANMELDING or soort.besluit("aanmelding", "doorverwijzing")
