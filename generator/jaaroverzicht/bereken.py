"""From a finished report to the figures of a year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.dossier import hoofddatum
from generator.inrichting import ingevuld, woorden_van
from generator.jaaroverzicht.beeld import Jaarbeeld, jaarbeeld, mens
from generator.jaaroverzicht.cijfers import Jaar, Jaarcijfers, Stellingen
from generator.jaaroverzicht.geheim import GRENS, Getal, Telboek, bescherm
from generator.jaaroverzicht.regels import Slagen, regelstaten, slagen, tel_regels, vaak_leeg
from generator.jaaroverzicht.tellen import (
    TEVREDENHEID,
    Opzet,
    leg_verbanden,
    tel_besluiten,
    tel_bestemming,
    tel_crisis,
    tel_doelen,
    tel_dringend,
    tel_formulieren,
    tel_gebieden,
    tel_incidenten,
    tel_standen,
    tel_stellingen,
    tel_uitstroom,
)
from generator.jaaroverzicht.tijden import Gemeten, Termijnsoort, tel_looptijden, tel_termijnen
from generator.model import Formulier, Inrichting, Invulling, Rapport
from generator.verloop import AANMELDING, EVAL, INTAKE

_CIJFER = "totaalcijfer"
_EIGEN, _EIGEN_EVALUATIE = "exit_jaar", "eval_werkwijze"


class GeenCijfers(ValueError):
    """There is nothing to count in this year; the message is Dutch and says what to do."""


def bereken(
    rapport: Rapport, inrichting: Inrichting, formulieren: Mapping[str, Formulier], jaar: int, peildatum: date
) -> Jaarcijfers:
    """Count a year from a report of all dossiers; small numbers are hidden.

    *inrichting* may still hold ``{…}``; *formulieren* are its tailored forms. Counted are the days up to
    31 December or *peildatum*, whichever comes first. Raises `GeenCijfers` when nothing happened in the year.
    """
    kan_geteld(jaar, peildatum)
    beeld = jaarbeeld(rapport, ingevuld(inrichting), formulieren, Jaar(jaar, min(date(jaar, 12, 31), peildatum)))
    _is_er_iets(rapport, beeld)
    return _Rekening(rapport, beeld, woorden_van(inrichting)).uitkomst(peildatum)


def kan_geteld(jaar: int, peildatum: date) -> None:
    """Raise `GeenCijfers` for a year of which no day has passed."""
    if date(jaar, 1, 1) > peildatum:
        dag = peildatum.strftime("%d-%m-%Y")
        raise GeenCijfers(
            f"{jaar} is nog niet begonnen: de peildatum is {dag}. Kies een eerder jaar, of een latere --peildatum."
        )


def _is_er_iets(rapport: Rapport, beeld: Jaarbeeld) -> None:
    """Refuse a year without anything in it: an overview of noughts only raises questions."""
    if not rapport.dossiers:
        raise GeenCijfers(
            "Er is geen enkel formulier van een dossier gelezen. Controleer de map; met achtfasen controleer zie je "
            "per bestand waarom."
        )
    if beeld.trajecten or any(next(beeld.formulieren_van(sleutel), None) for sleutel in beeld.formulieren):
        return
    dagen = [dag for d in rapport.dossiers for deel in d.invullingen if (dag := hoofddatum(deel))]
    wel = f" De formulieren gaan over {_jaren(dagen)}." if dagen else " Op geen enkel formulier staat een datum."
    raise GeenCijfers(f"In {beeld.jaar.jaar} is er in deze dossiers niets gebeurd.{wel} Controleer het jaar en de map.")


def _jaren(dagen: list[date]) -> str:
    eerste, laatste = min(dagen).year, max(dagen).year
    return str(eerste) if eerste == laatste else f"{eerste} tot en met {laatste}"


class _Rekening:
    """One telling of a year: first all counts, then what may be seen of them, then the records."""

    def __init__(self, rapport: Rapport, beeld: Jaarbeeld, woorden: Mapping[str, str]) -> None:
        self.rapport, self.beeld, self.woorden = rapport, beeld, woorden
        self.boek = Telboek()
        self.slagen: Slagen = slagen(rapport, beeld)
        self.opzet: dict[str, Opzet] = {}
        self.tevreden: dict[str, Opzet] = {}
        self.looptijden: tuple[Gemeten, ...] = ()
        self.termijnen: tuple[Termijnsoort, ...] = ()

    def uitkomst(self, peildatum: date) -> Jaarcijfers:
        self._tel()
        getallen = bescherm(self.boek.tellingen, self.boek.sommen)
        tabellen: dict[str, Any] = {naam: opzet.met(getallen) for naam, opzet in self.opzet.items()}
        fasen = {fase: self.beeld.inrichting.fase(fase).naam for fase in (AANMELDING, INTAKE)}
        return Jaarcijfers(
            organisatie=self.beeld.inrichting.organisatie.naam,
            jaar=self.beeld.jaar,
            peildatum=peildatum,
            aanmeldingen=getallen.get(f"form.{AANMELDING}", Getal(0)),
            crisis=getallen["crisis"],
            besluiten=tuple((naam, tabellen.pop(f"besluit.{fase}")) for fase, naam in fasen.items()),
            stellingen=tuple(self._stellingen(sleutel, opzet, getallen) for sleutel, opzet in self.tevreden.items()),
            looptijden=tuple(gemeten.met(getallen) for gemeten in self.looptijden),
            termijnen=tuple(soort.met(getallen) for soort in self.termijnen),
            regels=regelstaten(self.slagen, getallen, self.beeld, self.woorden),
            leeg=vaak_leeg(self.slagen, self.beeld),
            geweigerd=getallen["geweigerd"],
            zonder_datum=getallen["zonder_datum"],
            eigen_jaaroverzicht=self._eigen_jaaroverzicht(),
            eigen_evaluatie=any(self.beeld.jaar.bevat(hoofddatum(d)) for d in self._van_organisatie(_EIGEN_EVALUATIE)),
            te_klein=len({mens(d) for d in self.beeld.trajecten}) < GRENS,
            **tabellen,
        )

    def _tel(self) -> None:
        boek, beeld, opzet = self.boek, self.beeld, self.opzet
        opzet["beeld"], opzet["standen"] = tel_standen(boek, beeld)
        opzet["formulieren"] = tel_formulieren(boek, beeld, self.slagen.bestanden)
        tel_crisis(boek, beeld)
        for fase in (AANMELDING, INTAKE):
            opzet[f"besluit.{fase}"] = tel_besluiten(boek, beeld, fase)
        opzet["evaluatiebesluiten"] = tel_besluiten(boek, beeld, EVAL)
        opzet["bestemming"] = tel_bestemming(boek, beeld)
        opzet["dringend"] = tel_dringend(boek, beeld)
        opzet["uitstroom"] = tel_uitstroom(boek, beeld)
        opzet["incidenten"] = tel_incidenten(boek, beeld)
        opzet["gebieden"], opzet["doelen"] = tel_gebieden(boek, beeld), tel_doelen(boek, beeld)
        gevraagd = [sleutel for sleutel in TEVREDENHEID if sleutel in beeld.formulieren]
        self.tevreden = {sleutel: tel_stellingen(boek, beeld, sleutel) for sleutel in gevraagd}
        self.looptijden = tel_looptijden(boek, beeld)
        self.termijnen = tel_termijnen(boek, beeld, self.woorden)
        tel_regels(boek, self.slagen)
        leg_verbanden(boek)
        boek.zet("geweigerd", sum(bestand.status == "geweigerd" for bestand in self.rapport.bestanden))
        boek.zet("zonder_datum", beeld.zonder_datum)

    def _stellingen(self, sleutel: str, opzet: Opzet, getallen: Mapping[str, Getal]) -> Stellingen:
        gezien = [(deel.waarde(_CIJFER), mens(d)) for d, deel in self.beeld.formulieren_van(sleutel)]
        cijfers = [(w, wie) for w, wie in gezien if isinstance(w, (int, float)) and not isinstance(w, bool)]
        genoeg = len({wie for _, wie in cijfers}) >= GRENS
        return Stellingen(
            formulier=sleutel,
            titel=self.beeld.formulieren[sleutel].titel,
            ingevuld=getallen[f"form.{sleutel}"],
            stellingen=opzet.met(getallen),
            cijfer=round(sum(w for w, _ in cijfers) / len(cijfers), 1) if genoeg else None,
        )

    def _van_organisatie(self, sleutel: str) -> list[Invulling]:
        return [b.invulling for b in self.rapport.bestanden if b.invulling and b.invulling.formulier == sleutel]

    def _eigen_jaaroverzicht(self) -> str:
        """Return what the organisation's own overview of the exits says of their number: hetzelfde, anders, or nothing.

        Only that: the rest of it is free text (domein.md 3.17).
        """
        eigen = [deel for deel in self._van_organisatie(_EIGEN) if deel.waarde("ej_jaar") == self.beeld.jaar.jaar]
        if not eigen:
            return ""
        exits = sum(1 for _ in self.beeld.formulieren_van("exit"))
        return "hetzelfde" if eigen[-1].waarde("ej_aantal") == exits else "anders"
