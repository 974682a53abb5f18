"""Groups forms into dossiers and derives where each dossier stands (domein.md 4.8).

Stands before `generator.checks` in the order of imports: the rules look at dossiers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.formulier import formulieren_van
from generator.model import FASEN, KERNFASEN, Dossier, Formulier, Inrichting, Invulling
from generator.verloop import ONGEWOON_VERTREK, Afspraken, verloop_bij

STANDEN: Mapping[str, str] = {
    "aangemeld": "aangemeld",
    "wacht_op_intake": "wacht op de intake",
    "spoedopname": "spoedopname",
    "intake_loopt": "intake loopt",
    "intake_afgerond": "intake afgerond",
    "wachtlijst": "op de wachtlijst",
    "proef": "op proef",
    "voorwaardelijk": "voorwaardelijk gestart",
    "gestart": "gestart",
    "kern": "in de kern van het traject",
    "voortgezet": "voortgezet",
    "uitstroom": "in de uitstroom",
    "uitzetting": "vertrekt door uitzetting of stopzetting",
    "doorverwezen": "doorverwezen",
    "afgewezen": "afgewezen",
    "gesloten": "gesloten",
}
# The date by which forms of one kind are put in order.
HOOFDDATUM: Mapping[str, str] = {
    "aanmelding": "aanmelddatum",
    "intake": "gesprek_datum",
    "toestemming": "toestemming_datum",
    "checklist_opstart": "startdatum",
    "leefgebiedenwijzer": "gesprek_datum",
    "persoonsbeschrijving": "datum_pb",
    "begeleidingsplan": "plan_datum",
    "evaluatie": "eval_datum",
    "checklist_uitstroom": "vertrekdatum",
    "exit": "gesprek_datum",
    "rie": "rie_datum",
    "signaleringsplan": "sp_datum",
    "deelnemerskaart": "bijgewerkt_op",
    "rapportage": "rap_datum",
    "memo": "datum_tijd",
    "incident": "datum_tijd",
    "casusinbreng": "inbreng_datum",
    "overdracht": "overdracht_datum",
    "hulpvraagwijziging": "hv_datum",
}
# Forms that show that the core of the guidance has begun; a memo or an incident may come before it.
KERNFORMULIEREN = ("leefgebiedenwijzer", "persoonsbeschrijving", "begeleidingsplan", "rapportage", "evaluatie")
# Fase → before, in or after the core; where among the fasen; and whether its cycle counts.
_PLAATSEN: Mapping[str, tuple[int, int, bool]] = {
    fase: (1 if fase in KERNFASEN else 0 if nr < FASEN.index(KERNFASEN[0]) else 2, nr, fase in KERNFASEN)
    for nr, fase in enumerate(FASEN)
}
_STREEPJES = str.maketrans("‐‑‒–—−", "------")


def dossiersleutel(nummer: str) -> str:
    """Return a dossier number as it is compared: case, spaces and the kind of dash don't count."""
    sleutel = "".join(nummer.split()).casefold()
    return sleutel if sleutel.isascii() else sleutel.translate(_STREEPJES)


def maak_dossiers(
    invullingen: Sequence[Invulling],
    inrichting: Inrichting,
    peildatum: date,
    formulieren: Mapping[str, Formulier] | None = None,
) -> tuple[Dossier, ...]:
    """Group forms by dossier number, each dossier in order of fase, cyclus and date.

    Forms without a number, and those of the organisation itself, are left out.
    *formulieren* are those of the inrichting; give them when you have them already.
    """
    return tuple(dossiers_van(invullingen, inrichting, peildatum, formulieren))


def dossiers_van(
    invullingen: Sequence[Invulling],
    inrichting: Inrichting,
    peildatum: date,
    formulieren: Mapping[str, Formulier] | None = None,
) -> Iterator[Dossier]:
    """Yield the dossiers of `maak_dossiers` one at a time."""
    formulieren = formulieren_van(inrichting) if formulieren is None else formulieren
    groepen: dict[str, list[Invulling]] = {}
    for deel in invullingen:
        formulier = formulieren.get(deel.formulier)
        if formulier is not None and formulier.soort == "organisatie":
            continue
        if sleutel := dossiersleutel(deel.dossier):
            groepen.setdefault(sleutel, []).append(deel)
    afspraken = Afspraken(inrichting, formulieren, peildatum)
    fasen = {sleutel: formulier.fase or FASEN[0] for sleutel, formulier in formulieren.items()}
    for sleutel in sorted(groepen):
        yield _dossier(groepen[sleutel], afspraken, fasen)


def _dossier(delen: list[Invulling], afspraken: Afspraken, fasen: Mapping[str, str]) -> Dossier:
    op_volgorde = tuple(sorted(delen, key=lambda deel: _plaats(deel, fasen.get(deel.formulier, FASEN[0]))))
    return Dossier(
        nummer=op_volgorde[0].dossier.translate(_STREEPJES).strip(),
        invullingen=op_volgorde,
        stand=_Beeld(op_volgorde, afspraken.inrichting, afspraken.peildatum).stand(),
        fase=fasen.get(op_volgorde[-1].formulier, FASEN[0]),
        cyclus=max([deel.cyclus or 1 for deel in delen]),
        verloop=verloop_bij(op_volgorde, afspraken),
    )


def _plaats(deel: Invulling, fase: str) -> tuple[Any, ...]:
    groep, nr, kern = _PLAATSEN[fase]
    cyclus = (deel.cyclus or 1) if kern else 0
    return groep, cyclus, nr, hoofddatum(deel) or date.max, volgnummer(deel), deel.bestand


def hoofddatum(deel: Invulling) -> date | None:
    """Return the date that a form is about, or else the day on which it was filled in."""
    waarde = deel.waarden.get(HOOFDDATUM.get(deel.formulier, ""))
    if not isinstance(waarde, date):
        waarde = deel.waarden.get("datum_ingevuld")
    return waarde if isinstance(waarde, date) else None


def volgnummer(deel: Invulling) -> int:
    """Return the version of a plan within its cycle; 1 when it says nothing readable."""
    waarde = deel.waarden.get("plan_versie")
    return waarde if isinstance(waarde, int) else 1


def vervolg_van(inrichting: Inrichting, fase: str, uitkomst: Any) -> str:
    """Return what follows on a decision: a fase, ``wachten``, ``overleg``, ``einde``, or nothing."""
    if not isinstance(uitkomst, str):
        return ""
    besluiten = next((deel.besluiten for deel in inrichting.fasen if deel.sleutel == fase), ())
    return next((besluit.vervolg for besluit in besluiten if besluit.uitkomst == uitkomst), "")


@dataclass(frozen=True, slots=True)
class _Beeld:
    """The forms of one dossier in order, to read its stand from."""

    delen: tuple[Invulling, ...]
    inrichting: Inrichting
    peildatum: date

    def stand(self) -> str:
        return self._uitstroom() or self._kern() or self._begin()

    def _laatste(self, formulier: str) -> Invulling | None:
        for deel in reversed(self.delen):
            if deel.formulier == formulier:
                return deel
        return None

    def _uitstroom(self) -> str:
        if (checklist := self._laatste("checklist_uitstroom")) is not None:
            vertrek = checklist.waarde("vertrekdatum")
            if isinstance(vertrek, date) and vertrek <= self.peildatum:
                return "gesloten"
            soort = checklist.waarde("uitstroomsoort")
            return "uitzetting" if soort in ONGEWOON_VERTREK and soort != "overlijden" else "uitstroom"
        return "uitstroom" if self._laatste("exit") else ""

    def _kern(self) -> str:
        # After a general evaluatie the cycle simply runs on.
        kern = [deel for deel in self.delen if deel.formulier in KERNFORMULIEREN
                and deel.waarde("eval_soort") != "algemeen"]  # fmt: skip
        if not kern:
            return ""
        laatste = kern[-1]
        if laatste.formulier == "evaluatie":
            vervolg = vervolg_van(self.inrichting, "evaluatie", laatste.waarde("besluit"))
            return {"uitstroom": "uitstroom", "analyse": "voortgezet", "planning": "voortgezet"}.get(vervolg, "kern")
        return "kern"

    def _begin(self) -> str:
        intake, start = self._laatste("intake"), self._laatste("checklist_opstart")
        na_intake = self._na_intake(intake) if intake else ""
        if na_intake in ("proef", "voorwaardelijk"):
            return na_intake
        if start is not None:
            return "gestart"
        return na_intake or self._na_aanmelding(self._laatste("aanmelding"))

    def _na_intake(self, intake: Invulling) -> str:
        besluit = intake.waarde("besluit")
        vervolg = vervolg_van(self.inrichting, "intake", besluit)
        if vervolg == "opstart":
            return besluit if besluit in ("proef", "voorwaardelijk") else "intake_afgerond"
        return {"wachten": "wachtlijst", "einde": _einde(besluit)}.get(vervolg, "intake_loopt")

    def _na_aanmelding(self, aanmelding: Invulling | None) -> str:
        besluit = aanmelding.waarde("besluit") if aanmelding else None
        vervolg = vervolg_van(self.inrichting, "aanmelding", besluit)
        bekend = {"intake": "wacht_op_intake", "opstart": "spoedopname", "einde": _einde(besluit)}
        return bekend.get(vervolg, "aangemeld")


def _einde(besluit: Any) -> str:
    return "doorverwezen" if besluit == "doorverwijzing" else "afgewezen"
