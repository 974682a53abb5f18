"""When things happen in a dossier: days on which people work, within the terms of the organisation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from populatie.model import Model

STADIA = (
    "aanmelding", "intake", "opstart", "analyse", "planning", "uitvoering", "evaluatie", "voortgezet", "uitstroom",
    "gesloten",
)  # fmt: skip
ROUTES = (
    "gewoon", "spoed", "wachtlijst", "geplaatst", "proef", "voorwaardelijk", "doorverwezen", "doorverwezen_na_intake",
    "afgewezen", "afgewezen_na_intake", "uitzetting", "stopzetting", "overlijden", "twee_cycli", "drie_cycli",
    "algemeen", "gewijzigd", "kort", "opnieuw", "terug", "afgehaakt", "proef_door", "proef_weg",
)  # fmt: skip
EINDE_BIJ_AANMELDING = ("doorverwezen", "afgewezen")
EINDE_BIJ_INTAKE = ("doorverwezen_na_intake", "afgewezen_na_intake")
ONGEWOON = ("uitzetting", "stopzetting", "overlijden")
_KERN = ("analyse", "planning", "uitvoering", "evaluatie")
_CYCLI = {"twee_cycli": 2, "drie_cycli": 3, "algemeen": 3}
_RUIM = 9


def stadia_van(route: str) -> tuple[str, ...]:
    """Return the stages that a dossier on this route can be in."""
    if route in EINDE_BIJ_AANMELDING:
        return ("aanmelding",)
    if route in EINDE_BIJ_INTAKE or route == "wachtlijst":
        return ("intake",)
    if route in ONGEWOON:
        return ("uitstroom", "gesloten")
    if route in ("kort", "afgehaakt", "proef_weg"):
        return ("gesloten",)
    if route == "proef_door":
        return ("uitvoering", "evaluatie", "gesloten")
    if route == "gewijzigd":
        return ("uitvoering", "evaluatie", "gesloten")
    if route in _CYCLI:
        return ("voortgezet", *_KERN, "uitstroom", "gesloten") if route != "algemeen" else ("evaluatie", "gesloten")
    begin = ("opstart",) if route in ("spoed", "geplaatst", "opnieuw") else ("intake", "opstart")
    if route == "gewoon":
        begin = ("aanmelding", *begin)
    if route == "spoed":
        begin = ("aanmelding", "opstart", "intake")
    return (*begin, *_KERN, "uitstroom", "gesloten")


def cycli_van(route: str) -> int:
    """Return how many cycles a route has."""
    return _CYCLI.get(route, 1)


@dataclass(slots=True)
class Agenda:
    """The days of one dossier, from the first contact to the departure."""

    model: Model
    rng: Random
    route: str
    stadium: str
    dag: dict[str, date] = field(default_factory=dict)
    gesprekken: dict[int, list[date]] = field(default_factory=dict)
    zelfde_dag: bool = False

    def tussen(self, van: date, laag: int, hoog: int) -> date:
        """Return a working day between so many and so many days later."""
        dag = van + timedelta(days=self.rng.randint(laag, hoog))
        eind, kalender = van + timedelta(days=hoog), self.model.kalender
        vooruit = dag
        while not kalender.is_werkdag(vooruit):
            vooruit += timedelta(days=1)
        if vooruit <= eind:
            return vooruit
        while dag > van and not kalender.is_werkdag(dag):
            dag -= timedelta(days=1)
        # Round Christmas and Easter there may be no working day in between: then the next one.
        return dag if dag >= van + timedelta(days=laag) else vooruit

    def zet(self, naam: str, van: date, laag: int, hoog: int) -> date:
        """Give something its day."""
        self.dag[naam] = self.tussen(van, laag, hoog)
        return self.dag[naam]

    def maak(self, begin: date) -> Agenda:
        """Fill the whole course from the first contact on."""
        self.dag, self.gesprekken = {}, {}
        aangemeld = self.zet("aanmelding", begin, 0, 6)
        # Aanmelding and intake may be on one day (S0:304).
        self.zelfde_dag = self.route in ("gewoon", "voorwaardelijk") and self.rng.random() < 0.15
        besluit = self.zet("a_besluit", aangemeld, *((0, 0) if self.zelfde_dag else (1, 5)))
        self.zet("uitnodiging", besluit, 0, 0 if self.zelfde_dag else 3)
        if self.route == "spoed":
            start = self.zet("start", besluit, 0, 1)
            self._intake(self.zet("gesprek", start, 2, 5))
        else:
            wacht = (0, 0) if self.zelfde_dag else (2, 9)
            self._intake(self._eerste_intake(self.zet("gesprek", self.dag["uitnodiging"], *wacht)))
            ruimte = (14, 28) if self.route == "geplaatst" and not self._brief_telt() else (0, 0)
            start = self.zet("start", self.dag["i_besluit"] if ruimte == (0, 0) else self.dag["brief"], 1, 9)
        self.zet("taken", start, *((5, 7) if self.route == "kort" else (8, 12)))
        self._kringen(start)
        self._vertrek()
        if self.route == "proef_door":  # half of the plan has run: a second talk, and a decision to go on
            self.zet("p_gesprek", self.dag["plan1"], 9, 12)
            self.zet("p_overleg", self.dag["p_gesprek"], 1, 3)
            self.zet("p_brief", self.zet("p_i_besluit", self.dag["p_overleg"], 1, 4), 0, 2)
        return self

    def _eerste_intake(self, gesprek: date) -> date:
        """Return the day of the talk that leads on; on this route one before it led to the waiting list."""
        if self.route == "terug":
            vorige = self.dag["aanmelding"] - timedelta(days=self.rng.randint(90, 150))
            self.zet("v_a_besluit", self.zet("v_aanmelding", vorige, 0, 6), 1, 5)
        if self.route != "opnieuw":
            return gesprek
        self.dag["w_gesprek"] = gesprek
        self.zet("w_overleg", gesprek, 3, 6)
        self.zet("w_brief", self.zet("w_i_besluit", gesprek, 7, 10), 0, 2)
        self.zet("w_contact", gesprek, 15, 20)
        return self.zet("gesprek", gesprek, 22, 27)

    def _brief_telt(self) -> bool:
        return self.model.inrichting.parameters.grens("intakebrief_max") is not None

    def _intake(self, gesprek: date) -> None:
        self.dag["toestemming"] = gesprek
        self.zet("overleg", gesprek, 3, 7)
        wacht = self.route == "geplaatst" and not self._brief_telt()
        besluit = self.zet("i_besluit", self.dag["overleg"], 20, 26) if wacht else self.zet("i_besluit", gesprek, 7, 10)
        self.dag["overleg"] = min(self.dag["overleg"], besluit)
        self.zet("brief", besluit, 0, 2)

    def _kringen(self, start: date) -> None:
        vorige = start
        for nr in range(1, cycli_van(self.route) + 1):
            if self.route == "kort":
                self._korte_kring(vorige)
                return
            analyse = (18, 25) if nr == 1 else (7, 9)
            pb = self.zet(f"pb{nr}", vorige, *analyse)
            if nr > 1 and self.model.inrichting.parameters.herstart_fase == 5:
                pb = vorige
            plan = self.zet(f"plan{nr}", pb, 3, 9)
            self.zet(f"eval{nr}", plan, 45, 70)
            self.gesprekken[nr] = self._om_de(plan, self.dag[f"eval{nr}"], 8, 12)
            vorige = self.zet(f"e_besluit{nr}", self.dag[f"eval{nr}"], 7, 11)
        if self.route == "algemeen":
            self.zet("algemeen", self.dag["plan3"], 12, 20)
            self.dag["rie2"] = self.tussen(self.dag["algemeen"] - timedelta(days=6), 1, 5)

    def _korte_kring(self, start: date) -> None:
        """Give a traject of less than six weeks its days."""
        plan = self.zet("plan1", self.zet("pb1", start, 8, 10), 1, 3)
        self.gesprekken[1] = []
        self.zet("e_besluit1", self.zet("eval1", plan, 7, 9), 1, 3)

    def _om_de(self, van: date, tot: date, laag: int, hoog: int) -> list[date]:
        dagen, dag = [], van
        while (tot - dag).days > hoog:
            dag = self.tussen(dag, laag, hoog)
            dagen.append(dag)
        return dagen

    def _vertrek(self) -> None:
        if self.route == "afgehaakt":
            self.zet("checklist", self.dag["brief"], 9, 13)
            self.zet("vertrek", self.dag["checklist"], 1, 3)
        elif self.route == "proef_weg":
            self.zet("checklist", self.dag["taken"], 3, 5)
            self.zet("vertrek", self.dag["checklist"], 1, 3)
        elif self.route in ONGEWOON:
            gesprekken = self.gesprekken[1]
            vorige = gesprekken[len(gesprekken) // 2]
            self.gesprekken[1] = [dag for dag in gesprekken if dag <= vorige]
            self.zet("hulpvraag", vorige, 1, 3)
            self.zet("vertrek", vorige, 9, 12)
            self.dag["checklist"] = self.tussen(self.dag["hulpvraag"], 0, 1)
        else:
            laatste = self.dag[f"e_besluit{cycli_van(self.route)}"]
            self.zet("checklist", laatste, 1, 5)
            self.zet("vertrek", laatste, *((6, 8) if self.route == "kort" else (21, 36)))
        self.dag["exit"] = self.tussen(self.dag["vertrek"] - timedelta(days=6), 1, 5)

    # ----------------------------------------------------------------------
    # What is there on the peildatum, and how long that is in order

    @property
    def cycli(self) -> int:
        """The highest cycle that has begun at this stage."""
        aantal = cycli_van(self.route)
        return aantal - 1 if self.stadium == "voortgezet" else aantal

    def is_er(self, stadium: str, cyclus: int = 1) -> bool:
        """True when the forms of a stage (in a cycle) are there."""
        if self.route in ONGEWOON and stadium == "evaluatie":
            return False
        if self.route == "afgehaakt":
            return stadium in ("aanmelding", "intake", "uitstroom")
        if self.route == "proef_weg":
            return stadium in ("aanmelding", "intake", "opstart", "uitstroom")
        if cyclus < self.cycli or (self.stadium == "voortgezet" and stadium in _KERN):
            return cyclus <= self.cycli
        volgorde = ["aanmelding", "intake", "opstart", *_KERN, "uitstroom", "gesloten"]
        if self.route == "spoed":
            volgorde[1:3] = ["opstart", "intake"]
        hier = "evaluatie" if self.stadium == "voortgezet" else self.stadium
        return cyclus == self.cycli and volgorde.index(stadium) <= volgorde.index(hier)

    def venster(self) -> tuple[date, date]:
        """Return the first and last day on which this stage is true and nothing is overdue."""
        van, tot = getattr(self, f"_bij_{self.stadium}")()
        return van, min(tot, van + timedelta(days=_RUIM)) if tot else van + timedelta(days=400)

    def _na(self, naam: str, dagen: int) -> date:
        return self.dag[naam] + timedelta(days=dagen)

    def _bij_aanmelding(self) -> tuple[date, date | None]:
        if self.route in EINDE_BIJ_AANMELDING:
            return self.dag["a_besluit"], None
        if self.route == "spoed":
            return self.dag["a_besluit"], self._na("a_besluit", _RUIM)
        return self.dag["uitnodiging"], self._na("a_besluit", self.model.grens("intake_wacht", 21))

    def _bij_intake(self) -> tuple[date, date | None]:
        if self.route in EINDE_BIJ_INTAKE:
            return self.dag["brief"], None
        if self.route == "spoed":
            return max(self.dag["brief"], self._na("start", 6)), self._na("start", 21)
        return self.dag["brief"], self._na("brief", _RUIM)

    def _bij_opstart(self) -> tuple[date, date | None]:
        """Half of the tasks are done; nobody asks for a description before three weeks."""
        return max(self._na("start", 5), self.dag["start"]), self._na("start", 13)

    def _bij_analyse(self) -> tuple[date, date | None]:
        nr = self.cycli
        return self.dag[f"pb{nr}"], self._na(f"pb{nr}", 13)

    def _bij_planning(self) -> tuple[date, date | None]:
        nr = self.cycli
        return self.dag[f"plan{nr}"], self._na(f"plan{nr}", 7)

    def _bij_uitvoering(self) -> tuple[date, date | None]:
        gesprekken = self.gesprekken[self.cycli]
        if self.route == "proef_door":
            gesprekken = [dag for dag in gesprekken if dag >= self.dag["p_brief"]][:1] or gesprekken
        return gesprekken[-1], min(gesprekken[-1] + timedelta(days=12), self._na(f"eval{self.cycli}", -1))

    def _bij_evaluatie(self) -> tuple[date, date | None]:
        nr = self.cycli
        return self.dag[f"e_besluit{nr}"], self._na(f"e_besluit{nr}", _RUIM)

    _bij_voortgezet = _bij_evaluatie

    def _bij_uitstroom(self) -> tuple[date, date | None]:
        return self.dag["checklist"], self._na("vertrek", -1)

    def _bij_gesloten(self) -> tuple[date, date | None]:
        return self._na("vertrek", 1), None


def passend(model: Model, rng: Random, route: str, stadium: str, peildatum: date) -> Agenda:
    """Return a course in which the peildatum falls inside the window of the stage."""
    zaad = rng.random()
    for poging in range(40):
        begin = peildatum - timedelta(days=200)
        for _ in range(6):
            agenda = Agenda(model, Random(f"{zaad}-{poging}"), route, stadium).maak(begin)
            van, tot = agenda.venster()
            if van <= peildatum <= tot:
                return agenda
            ruimte = (tot - van).days // 2
            begin += peildatum - van - timedelta(days=min(ruimte, 3 + poging % 4))
    raise AssertionError(f"geen agenda voor {model.sleutel}, {route}, {stadium}")
