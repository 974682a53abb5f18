"""What a rule sees: model objects only, with the questions that rules often ask of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from string import ascii_letters, digits
from typing import Any, Protocol, TypeVar

from generator.bron import Bron
from generator.checks.eenmalig import eenmalig
from generator.checks.optillen import Overgang
from generator.checks.regel import Dekking, Overslaan
from generator.checks.veldplan import MeerDanTekst, Veldplan
from generator.dossier import hoofddatum, vervolg_van
from generator.formulier import opties_van, opzoeker_inrichting
from generator.kalender import Kalender, leeftijd_op
from generator.model import (
    Bestand,
    Dossier,
    Formulier,
    Inrichting,
    Invulling,
    Kolom,
    Leefgebied,
    Onleesbaar,
    Optie,
    Parameters,
    Veld,
)
from generator.veldsoorten import DELEN_HANDTEKENING, is_leeg, vergelijkbaar
from generator.versies import Verleden, naam_kaal
from generator.voorwaarde import Opzoeker, lees_voorwaarde

_STREEP = re.compile(r"[-–—_.…/\s]*")
_LANGSTE_NIETS = 24
IETS = frozenset(ascii_letters + digits) - frozenset("nN")
"""What begins with one of these is an answer: no dash, and no n.v.t. (`niets` says so too, but slower)."""
_NVT = frozenset(("nvt", "n.v.t", "n v t", "niet van toepassing"))
_VERBORGEN = frozenset(("dossier_nr", "cyclus_nr"))
_T = TypeVar("_T")
_B = TypeVar("_B", bound="_Blik")
# Of these kinds no value can be unreadable, or a day after the peildatum.
_ENKELVOUDIG = frozenset((type(None), str, int, float, bool))
# A number or a yes is an answer, whatever it says.
_GETAL = frozenset((int, float, bool))
_DEELNAAM = {"naam": "de naam", "datum": "de datum", "getekend": "‘Getekend’"}


def niets(waarde: Any, nvt_mag: bool = False) -> bool:
    """Return True when nothing was answered; only dashes or n.v.t. is nothing, unless that is allowed."""
    if not waarde:
        return waarde is None or is_leeg(waarde)
    if not isinstance(waarde, str):
        return False
    # No dash and no n.v.t. begins like this.
    if (eerste := waarde[0]).isalnum() and (eerste not in "nN" or len(waarde) > _LANGSTE_NIETS):
        return False
    if is_leeg(waarde):
        return True
    if nvt_mag:
        return False
    return vergelijkbaar(waarde) in _NVT or bool(_STREEP.fullmatch(waarde))


class _Blik(Protocol):
    @property
    def onthouden(self) -> dict[str, Any]: ...


def eenmaal(vraag: Callable[[_B], _T]) -> Callable[[_B], _T]:
    """Let a question that several rules ask of one form or dossier be worked out once, while its blik lives."""
    naam = f"{vraag.__module__}.{vraag.__name__}"

    @wraps(vraag)
    def antwoord(blik: _B) -> _T:
        onthouden = blik.onthouden
        if naam in onthouden:
            eerder: _T = onthouden[naam]
            return eerder
        gevonden = onthouden[naam] = vraag(blik)
        return gevonden

    return antwoord


@dataclass(frozen=True)
class Kader:
    """What holds for the whole run: the organisation, its forms and words, and the peildatum.

    ``inrichting`` has its texts filled in; ``dekking`` are the fields that have a rule of their own,
    each with when that rule minds it (None: always). ``verleden`` knows earlier versions of the forms;
    ``bron`` knows the place of every key of the inrichting, when that is what is judged.
    """

    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    woorden: Mapping[str, str]
    peildatum: date
    dekking: Mapping[str, tuple[Dekking | None, ...]] = field(default_factory=dict)
    verleden: Verleden = field(default_factory=Verleden)
    bron: Bron | None = None

    @property
    def parameters(self) -> Parameters:
        """The thresholds of the organisation."""
        return self.inrichting.parameters

    @cached_property
    def velden(self) -> Mapping[str, Mapping[str, Veld]]:
        """Form key → field key → field."""
        return {sleutel: {v.sleutel: v for v in f.velden} for sleutel, f in self.formulieren.items()}

    @cached_property
    def _overgangen(self) -> dict[tuple[str, str, str], Overgang | None]:
        return {}

    def overgang(self, deel: Invulling) -> Overgang | None:
        """Return the way from the version of a form to today's; None when today's is all that is known."""
        nu = self.formulieren.get(deel.formulier)
        if nu is None or deel.versie in ("", nu.versie):
            return None
        welke = deel.formulier, deel.versie, deel.organisatie
        if welke not in self._overgangen:
            toen = self.verleden.definitie_bij(nu, deel.versie, deel.organisatie)
            # One definition for one version, however the organisation was called.
            zelfde = (o for o in self._overgangen.values() if o is not None and o.toen is toen)
            self._overgangen[welke] = next(zelfde, Overgang(toen, nu)) if toen else None
        return self._overgangen[welke]

    def definitie(self, deel: Invulling) -> Formulier:
        """Return what a form is judged by: the version it was made with, brought to today's keys."""
        overgang = self.overgang(deel)
        return overgang.definitie if overgang else self.formulieren[deel.formulier]

    @cached_property
    def _plannen(self) -> dict[int, Veldplan]:
        return {}

    def plan(self, formulier: Formulier) -> Veldplan:
        """Return what rules want to know of a definition; a plan holds its definition, so its id stays its own."""
        plan = self._plannen.get(id(formulier))
        if plan is None:
            plan = self._plannen[id(formulier)] = Veldplan(formulier, self.dekking)
        return plan

    @cached_property
    def _plannen_nu(self) -> Mapping[str, Veldplan]:
        return {sleutel: self.plan(formulier) for sleutel, formulier in self.formulieren.items()}

    def plan_bij(self, deel: Invulling) -> Veldplan:
        """Return the plan of what a form is judged by (`definitie`)."""
        nu = self._plannen_nu[deel.formulier]
        return nu if deel.versie == nu.formulier.versie else self.plan(self.definitie(deel))

    @cached_property
    def eigen_namen(self) -> frozenset[str]:
        """What the organisation is called and was called before, as names are compared."""
        return frozenset(map(naam_kaal, (self.inrichting.organisatie.naam, *self.verleden.organisaties)))

    def is_blanco(self, deel: Invulling) -> bool:
        """True for a form in which nothing was filled in below the kop."""
        kop = self.plan_bij(deel).kop
        # The kop comes first and the last question is mostly answered: from behind one look is enough.
        for sleutel in reversed([*deel.waarden]):
            if sleutel not in kop and not is_leeg(deel.waarden[sleutel]):
                return False
        return True

    @cached_property
    def kalender(self) -> Kalender:
        """The working days of the organisation."""
        return Kalender.van(self.inrichting.organisatie.sluitingsdagen)

    @cached_property
    def buiten(self) -> Opzoeker:
        """Look-up for names in conditions that are about the organisation."""
        return opzoeker_inrichting(self.inrichting)

    def titel(self, formulier: str) -> str:
        """Return the title of a form as the organisation has it."""
        gevonden = self.formulieren.get(formulier)
        return gevonden.titel if gevonden else formulier

    def label(self, formulier: str, veld: str) -> str:
        """Return ``‘Datum plan’``."""
        gevonden = self.velden.get(formulier, {}).get(veld)
        return f"‘{gevonden.label if gevonden else veld}’"


@dataclass(frozen=True, slots=True)
class Blad:
    """One value in a form and where it stands: a field, one leefgebied of it, a cell, a part of a signature."""

    sleutel: str
    waarde: Any
    veld: Veld
    kolom: Kolom | None = None
    gebied: Leefgebied | None = None
    rij: str = ""
    deel: str = ""

    @property
    def soort(self) -> str:
        """The kind that gives the value its meaning."""
        return self.kolom.soort if self.kolom else DELEN_HANDTEKENING[self.deel] if self.deel else self.veld.soort

    @property
    def opties(self) -> tuple[Optie, ...]:
        """The choices that are allowed here."""
        return opties_van(self.kolom or self.veld, self.gebied)

    @property
    def naam(self) -> str:
        """Return where the value stands, in words: ``‘Wie’ in regel 2 van ‘Acties’``."""
        if self.kolom:
            return f"‘{self.kolom.label}’ {self.rij} van ‘{self.veld.label}’"
        if self.gebied:
            return f"‘{self.veld.label}’ ({self.gebied.naam})"
        if self.deel:
            return f"{_DEELNAAM[self.deel]} bij ‘{self.veld.label}’"
        return f"‘{self.veld.label}’"


def rijnaam(veld: Veld, rij: Mapping[str, Any], nr: int) -> str:
    """Return ``in regel 2``, or for a printed row ``bij ‘Rondleiding’``."""
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), "")
    tekst = next((r.tekst for r in veld.rijen if drager and r.sleutel == rij.get(drager)), None)
    return f"bij ‘{tekst}’" if tekst else f"in regel {nr}"


def _rijen(waarde: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(waarde, (tuple, list)):
        return ()
    if waarde.__class__ is tuple and not [rij for rij in waarde if rij.__class__ is not dict]:
        return tuple(waarde)  # nearly always, and the same one: it is as it should be
    return tuple(rij for rij in waarde if rij.__class__ is dict or isinstance(rij, Mapping))


# Not frozen: a run makes one for every form, and Python fills a frozen record at a third of the speed.
@dataclass(eq=False)
class FormulierBlik:
    """One returned form, with its definition and the dossier it belongs to (if it has one).

    ``familie`` are all forms of that dossier, itself included; ``onthouden`` are the answers of questions that
    are worked out once (`eenmaal`).
    """

    kader: Kader
    invulling: Invulling
    formulier: Formulier
    dossier: Dossier | None = None
    familie: Sequence[FormulierBlik] = field(default=(), repr=False)
    _tabellen: dict[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict, init=False, repr=False)
    onthouden: dict[str, Any] = field(default_factory=dict, init=False, repr=False)
    _beantwoord: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False)
    _voorwaarden: dict[str, bool] = field(default_factory=dict, init=False, repr=False)

    def genoten(self, formulier: str) -> list[FormulierBlik]:
        """Return the forms of one kind in the same dossier, in order."""
        return [deel for deel in self.familie if deel.invulling.formulier == formulier]

    @eenmalig
    def plan(self) -> Veldplan:
        """What rules want to know of the definition."""
        return self.kader.plan(self.formulier)

    @eenmalig
    def velden(self) -> Mapping[str, Veld]:
        """The fields of the form by key, in the version it is judged by."""
        return self.plan.velden

    @property
    def cyclus(self) -> int:
        """The cycle; a form that doesn't say belongs to the first."""
        return self.invulling.cyclus or 1

    def waarde(self, sleutel: str) -> Any:
        """Return the value of a field; the kop falls back on the hidden identity."""
        waarde = self.invulling.waarden.get(sleutel)
        if sleutel in _VERBORGEN and is_leeg(waarde):
            return self.invulling.dossier if sleutel == "dossier_nr" else self.invulling.cyclus
        return waarde

    @eenmalig
    def bijzonder(self) -> list[tuple[str, Any]]:
        """The answers that ask for a second look, in order.

        One walk over all answers sets apart the many that are there, can be read and don't lie ahead: text that
        begins like text, a number, a day up to the peildatum. What remains are tables and groups, dashes, and
        what can't be read or is later. R01 to R04 look at nothing else.
        """
        peildatum, bijzonder = self.kader.peildatum, []
        for sleutel, waarde in self.invulling.waarden.items():
            soort = waarde.__class__
            if soort is str:
                if waarde[:1] in IETS:
                    continue
            elif soort is date:
                if waarde <= peildatum:
                    continue
            elif soort in _GETAL:
                continue
            bijzonder.append((sleutel, waarde))
        return bijzonder

    @eenmalig
    def heel(self) -> bool:
        """True for a form of today's version of which no leaf is lost, and no field as a whole is unreadable."""
        if self.invulling.niet_gevonden or self.kader.formulieren.get(self.formulier.sleutel) is not self.formulier:
            return False
        return Onleesbaar not in [waarde.__class__ for _, waarde in self.bijzonder]

    def leeg(self, sleutel: str) -> bool:
        """Return True when a field is there and nothing was answered."""
        veld = self.velden.get(sleutel)
        if veld is None or self.kwijt(sleutel):
            return False
        return niets(self.waarde(sleutel), veld.nvt_mag == "ja")

    @eenmalig
    def _kwijt(self) -> frozenset[str]:
        """Lost leaves, and the fields and areas of which every leaf is lost (of a meerkeuze: any box)."""
        bladen = frozenset(self.invulling.niet_gevonden)
        if not bladen:
            return bladen
        gebieden = {".".join(blad.split(".")[:2]) for blad in bladen}
        return bladen | gebieden | {v.sleutel for v in self.formulier.velden if self._heel_weg(v, bladen, gebieden)}

    def _heel_weg(self, veld: Veld, bladen: frozenset[str], gebieden: set[str]) -> bool:
        naam = veld.sleutel
        if veld.soort == "tabel":
            delen = [f"{naam}.{kolom.sleutel}" for kolom in veld.kolommen if kolom.soort != "voorgedrukt"]
        elif veld.per_leefgebied == "ja":
            return all(f"{naam}.{gebied.sleutel}" in gebieden for gebied in self.formulier.leefgebieden)
        elif veld.soort == "handtekening":
            delen = [f"{naam}.{deel}" for deel in DELEN_HANDTEKENING]
        else:
            return veld.soort == "meerkeuze" and any(blad.startswith(f"{naam}.") for blad in bladen)
        return bladen.issuperset(delen)

    def kwijt(self, sleutel: str) -> bool:
        """Return True when a field, area, column or cell (or what it is a part of) is lost."""
        if not self.invulling.niet_gevonden:
            return False
        veld, _, rest = sleutel.partition(".")
        kaal = veld.partition("[")[0]
        return not self._kwijt.isdisjoint((sleutel, kaal, f"{kaal}.{rest}"))

    def datum(self, sleutel: str) -> date | None:
        """Return the date of a field; None when it is empty, lost or unreadable."""
        waarde = self.waarde(sleutel)
        return waarde if isinstance(waarde, date) else None

    def rijen(self, sleutel: str) -> tuple[Mapping[str, Any], ...]:
        """Return the rows of a table; none when it is empty or unreadable."""
        waarde = self.invulling.waarden.get(sleutel)
        if waarde is None:
            return ()
        rijen = self._tabellen.get(sleutel)
        if rijen is None:
            rijen = self._tabellen[sleutel] = _rijen(waarde)
        return rijen

    def gebieden(self, sleutel: str) -> Mapping[str, Any]:
        """Return the values per leefgebied of a field; none when it is empty or unreadable."""
        waarde = self.invulling.waarden.get(sleutel)
        return waarde if waarde.__class__ is dict or isinstance(waarde, Mapping) else {}

    def beantwoord(self, sleutel: str) -> frozenset[str]:
        """Return the leefgebieden for which a field has an answer."""
        if sleutel not in self._beantwoord:
            gebieden = [gebied for gebied, waarde in self.gebieden(sleutel).items()
                        if (waarde.__class__ is str and waarde[:1] in IETS) or not niets(waarde)]  # fmt: skip
            self._beantwoord[sleutel] = frozenset(gebieden)
        return self._beantwoord[sleutel]

    def label(self, sleutel: str) -> str:
        """Return ``‘Datum plan’``: the label of a field or column (``acties.wie``) as printed."""
        veld, _, kolom = sleutel.partition(".")
        gevonden = self.velden.get(veld)
        if gevonden and kolom:
            return next((f"‘{k.label}’" for k in gevonden.kolommen if k.sleutel == kolom), f"‘{kolom}’")
        return f"‘{gevonden.label}’" if gevonden else self.kader.label(self.formulier.sleutel, veld)

    def gekozen(self, sleutel: str) -> str:
        """Return the label of the choice that was made, or nothing."""
        veld = self.velden.get(sleutel)
        waarde = self.waarde(sleutel)
        return next((optie.label for optie in opties_van(veld) if optie.sleutel == waarde), "") if veld else ""

    @eenmalig
    def vervolg(self) -> str:
        """What follows on the decision in this form: a fase, ``wachten``, ``overleg``, ``einde``, or nothing."""
        return vervolg_van(self.kader.inrichting, self.formulier.fase or "", self.waarde("besluit"))

    def moet(self, sleutel: str) -> bool:
        """Return True when the form itself asks for this field, given the other answers: R01 or R02 minds it."""
        veld = self.velden.get(sleutel)
        return veld is not None and veld.verplicht != "nee" and self.geldt(veld.verplicht)

    def geldt(self, plicht: str) -> bool:
        """Return True when ``ja``, or a condition on the fields of this form, holds; each is judged once."""
        if plicht == "ja":
            return True
        uitkomst = self._voorwaarden.get(plicht)
        if uitkomst is None:
            uitkomst = self._voorwaarden[plicht] = lees_voorwaarde(plicht).test(self._zoek)
        return uitkomst

    def gedekt(self, sleutel: str) -> bool:
        """Return True when another rule than R01 or R02 minds that this is empty."""
        return any(als is None or als(self, sleutel) for als in self.plan.dekkers(sleutel))

    def gemeld(self, sleutel: str, codes: Collection[str]) -> bool:
        """Return True when the reader already said something (one of *codes*) about this place."""
        return any(m.code in codes and m.vindplaats.veld == sleutel for m in self.invulling.meldingen)

    @eenmalig
    def leeftijd(self) -> int | None:
        """The age of the person on the date of this form, when a date of birth is known."""
        delen = (self.invulling, *(self.dossier.invullingen if self.dossier else ()))
        geboren = next((g for d in delen if isinstance(g := d.waarden.get("geboortedatum"), date)), None)
        if geboren is None:
            return None
        return leeftijd_op(geboren, hoofddatum(self.invulling) or self.kader.peildatum)

    @eenmalig
    def opvallend(self) -> tuple[Blad, ...]:
        """The values, other than in text, that can't be read or are a day too late, with their place.

        Too late is a day after the peildatum, where it can't lie ahead.
        """
        bladen: list[Blad] = []
        meer_dan_tekst = self.plan.meer_dan_tekst
        for sleutel, waarde in self.bijzonder:
            vraag = meer_dan_tekst.get(sleutel)
            if vraag is not None and not self._rustig(vraag, waarde):
                bladen += self._cellen(vraag) if vraag.kolommen else self._bladen(vraag.veld, waarde)
        return tuple(sorted(bladen, key=self.plan.volgorde)) if len(bladen) > 1 else tuple(bladen)

    def _rustig(self, vraag: MeerDanTekst, waarde: Any) -> bool:
        """True when the kinds of value in a table or group tell already that nothing is the matter."""
        if vraag.kolommen:
            groepen = self.rijen(vraag.veld.sleutel)
        elif waarde.__class__ is dict:
            groepen = (waarde,)
        else:
            return not self._valt_op(waarde, vraag.eerder)
        peildatum = self.kader.peildatum
        for groep in groepen:
            for deel in groep.values():
                if deel.__class__ in _ENKELVOUDIG:
                    continue
                if deel.__class__ is not date or (vraag.eerder and deel > peildatum):
                    return False
        return True

    def _valt_op(self, waarde: Any, eerder: bool) -> bool:
        if waarde.__class__ in _ENKELVOUDIG:
            return False
        if isinstance(waarde, date):
            return eerder and waarde > self.kader.peildatum
        return isinstance(waarde, Onleesbaar)

    def _bladen(self, veld: Veld, waarde: Any) -> Iterator[Blad]:
        eerder = veld.vandaag_of_eerder == "ja"
        if veld.per_leefgebied == "ja" and isinstance(waarde, Mapping):
            for gebied in self.formulier.leefgebieden:
                if self._valt_op(waarde.get(gebied.sleutel), eerder):
                    yield Blad(f"{veld.sleutel}.{gebied.sleutel}", waarde[gebied.sleutel], veld, gebied=gebied)
        elif veld.soort == "handtekening":
            for deel in DELEN_HANDTEKENING if isinstance(waarde, Mapping) else ():
                if self._valt_op(waarde.get(deel), True):
                    yield Blad(f"{veld.sleutel}.{deel}", waarde[deel], veld, deel=deel)
        elif self._valt_op(waarde, eerder):
            yield Blad(veld.sleutel, waarde, veld)

    def _cellen(self, vraag: MeerDanTekst) -> Iterator[Blad]:
        veld = vraag.veld
        for nr, rij in enumerate(self.rijen(veld.sleutel), 1):
            for sleutel, kolom in vraag.kolommen:
                if self._valt_op(rij.get(sleutel), kolom.vandaag_of_eerder == "ja"):
                    naam = rijnaam(veld, rij, nr)
                    yield Blad(f"{veld.sleutel}[{nr}].{sleutel}", rij[sleutel], veld, kolom, rij=naam)

    def zoek(self, rij: Mapping[str, Any] | None = None, veld: Veld | None = None, gebied: str = "") -> Opzoeker:
        """Return the look-up for a condition: columns of the row first, then fields, then the organisation."""
        if rij is None and not gebied:
            return self._zoek
        kolommen = {kolom.sleutel for kolom in veld.kolommen} if veld and rij is not None else frozenset()

        def naar(naam: str) -> Any:
            if naam in kolommen:
                return (rij or {}).get(naam)
            waarde = self._zoek(naam)
            return waarde.get(gebied) if gebied and isinstance(waarde, Mapping) else waarde

        return naar

    def _zoek(self, naam: str) -> Any:
        if naam == "leeftijd":
            return self.leeftijd
        if naam == "cyclus_nr":
            return self.cyclus
        if naam in self.velden or naam in self.invulling.waarden:
            return self.waarde(naam)
        return self.kader.buiten(naam)

    def onzeker(self, namen: Collection[str]) -> Overslaan | None:
        """Return why a condition on these fields can't be judged: one is lost or unreadable."""
        for naam in () if self.heel else namen:
            if self.kwijt(naam):
                return Overslaan("veld_kwijt", {"veld": self.label(naam), "formulier": self.formulier.titel})
            if isinstance(self.waarde(naam), Onleesbaar):
                return Overslaan("veld_onleesbaar", {"veld": self.label(naam), "formulier": self.formulier.titel})
        return None


# Not frozen, as a `FormulierBlik`.
@dataclass(eq=False)
class DossierBlik:
    """One dossier; ``cyclus`` is set for rules that judge cycle by cycle.

    ``geweigerd`` names files that probably belong to this dossier but could not be read:
    what seems absent may be in there.
    """

    kader: Kader
    dossier: Dossier
    formulieren: tuple[FormulierBlik, ...]
    cyclus: int = 0
    geweigerd: tuple[str, ...] = ()
    _cycli: dict[int, DossierBlik] = field(default_factory=dict, repr=False)

    @classmethod
    def op(cls, kader: Kader, dossier: Dossier, geweigerd: tuple[str, ...] = ()) -> DossierBlik:
        """Return the view of a dossier; its forms, in order, are looked at through one view each."""
        familie: list[FormulierBlik] = []
        for deel in dossier.invullingen:
            plan = kader.plan_bij(deel)
            blik = FormulierBlik(kader, deel, plan.formulier, dossier, familie)
            blik.plan = plan
            familie.append(blik)
        heel = cls(kader, dossier, tuple(familie), geweigerd=geweigerd)
        heel._cycli[0] = heel
        return heel

    def laat_los(self) -> None:
        """Let go of what refers to itself, when nobody looks at this dossier any more.

        Then the views are gone at once; else it takes the garbage collector to find that out, for every dossier.
        """
        self._cycli.clear()
        for deel in self.formulieren:
            deel.familie = ()

    @eenmalig
    def onthouden(self) -> dict[str, Any]:
        """The answers of questions that are worked out once (`eenmaal`)."""
        return {}

    def bij(self, cyclus: int) -> DossierBlik:
        """Return the same dossier, looked at for one cycle (0: all)."""
        if cyclus == self.cyclus:
            return self
        if cyclus not in self._cycli:
            self._cycli[cyclus] = DossierBlik(
                self.kader, self.dossier, self.formulieren, cyclus, self.geweigerd, self._cycli
            )
        return self._cycli[cyclus]

    def alle(self, formulier: str) -> tuple[FormulierBlik, ...]:
        """Return the forms of one kind, of the cycle that is looked at (all when it is 0)."""
        return self._per_soort.get(formulier, ())

    @eenmalig
    def _per_soort(self) -> Mapping[str, tuple[FormulierBlik, ...]]:
        per_soort: dict[str, tuple[FormulierBlik, ...]] = {}
        cyclus = self.cyclus
        for deel in self.formulieren:
            if not cyclus or cyclus == (deel.invulling.cyclus or 1):
                formulier = deel.formulier.sleutel
                per_soort[formulier] = (*per_soort.get(formulier, ()), deel)
        return per_soort

    @eenmalig
    def soorten(self) -> frozenset[str]:
        """The kinds of form that there are, of the cycle that is looked at."""
        return frozenset(self._per_soort)

    @eenmalig
    def heel(self) -> bool:
        """True when all forms are whole, so that every field can be judged."""
        return all(deel.heel for deel in self.formulieren)

    @property
    def spoed(self) -> bool:
        """True when the decision on the aanmelding led straight to the start."""
        return self.dossier.verloop.spoed

    @property
    def ongewoon_vertrek(self) -> bool:
        """True after uitzetting, stopzetting or overlijden: not every step could be taken."""
        return self.dossier.verloop.ongewoon_vertrek

    def van_cyclus(self, cyclus: int) -> str:
        """Return `` van cyclus 2`` when the dossier has more than one cycle, else nothing."""
        return f" van cyclus {cyclus}" if self.dossier.cyclus > 1 else ""


@dataclass(frozen=True)
class PartijBlik:
    """The whole batch: every file, and the forms in it that could be placed."""

    kader: Kader
    bestanden: tuple[Bestand, ...]
    dossiers: tuple[Dossier, ...] = field(default=())
