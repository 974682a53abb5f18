"""Makes work of a finished report: who mends which finding, and what is due when.

Reports only show; what they need to know beyond the `Rapport` is worked out here, once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from generator.checks.blik import niets, rijnaam
from generator.dossier import dossiersleutel, hoofddatum
from generator.formulier import JA_NEE, opties_van
from generator.inrichting import woorden_van
from generator.model import (
    Bevinding,
    Dossier,
    Formulier,
    Inrichting,
    Invulling,
    Kolom,
    Onleesbaar,
    Optie,
    Rapport,
    Termijnstand,
    Veld,
    Vindplaats,
)
from generator.taal import vul_in
from generator.veldsoorten import DELEN_HANDTEKENING, VELDSOORTEN, Omgeving

Stand = Literal["te laat", "loopt", "gehaald", "te laat gehaald", "vervallen"]
STANDEN_TERMIJN: tuple[Stand, ...] = ("te laat", "loopt", "te laat gehaald", "gehaald", "vervallen")
BUITENSTAANDERS = frozenset("client ouder netwerk verwijzer extern hulpverlener igj bewoner".split())
"""Roles of people who don't work here: their name is never the name of who mends a form."""
TERMIJNNAMEN: Mapping[str, str] = {
    "uitnodiging": "Uitnodiging voor het gesprek na de aanmelding",
    "intake": "Gesprek na de aanmelding",
    "spoed_intake": "Gesprek na een start met spoed",
    "brief": "Brief met het besluit",
    "wachtlijst": "Contact tijdens het wachten",
    "proef": "Besluit aan het eind van de proef",
    "beschrijving": "Eerste {beschrijving}",
    "plan": "{Plan}",
    "voortgang": "Voortgangsgesprek",
    "evaluatie": "Evaluatie van het plan",
    "algemene_evaluatie": "Algemene evaluatie",
    "nieuwe_cyclus": "Nieuw {plan} na het besluit om door te gaan",
}
"""Kind of deadline (`generator.verloop.TERMIJNEN`) → what is due, in words."""
DEELNAMEN = {"naam": "naam", "datum": "datum", "getekend": "getekend"}
# Fields that name the begeleider, other than signatures; the definitions give them the begrip ``mentor``.
_NAAMVELDEN = ("mentor", "kaart_mentor")
_TEKENVELD = "handtekening_mentor"
_LANGSTE_NAAM = 60
_SPATIES = re.compile(r"\s+")
_DELEN = re.compile(r"(?P<veld>[^.\[]+)(?:\[(?P<rij>\d+)\])?(?:\.(?P<rest>.+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkregel:
    """One finding as work: who is to mend it, and where, in words.

    ``wie`` is the colleague who filled in the form, else the begeleider of the dossier, else nothing.
    ``titel`` and ``label`` are as printed on the form; ``formulier`` and ``veld`` are the keys.
    """

    wie: str
    dossier: str
    bestand: str
    formulier: str
    titel: str
    veld: str
    label: str
    bevinding: Bevinding


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnregel:
    """One deadline of a dossier on the peildatum.

    ``dagen`` is never negative: to the last day while it runs or when it was met in time, past the last day
    when it is late. ``titel`` is the title of the form that shows that it was met.
    """

    dossier: str
    wie: str
    soort: str
    naam: str
    cyclus: int
    formulier: str
    titel: str
    uiterlijk: date
    stand: Stand
    gedaan: date | None
    dagen: int


# --------------------------------------------------------------------------
# Names


def naamsleutel(naam: str) -> str:
    """Return a name as it is compared: case, spaces and a closing dot don't count."""
    return _SPATIES.sub(" ", naam).strip(" .,;").casefold()


def _schoon(waarde: Any) -> str:
    """Return what was typed as a name on one line; nothing for a dash, n.v.t. or what is no text."""
    if not isinstance(waarde, str) or niets(waarde):
        return ""
    naam = _SPATIES.sub(" ", waarde).strip()
    return naam if len(naam) <= _LANGSTE_NAAM else naam[: _LANGSTE_NAAM - 1].rstrip() + "…"


def begeleider_van(dossier: Dossier) -> str:
    """Return the begeleider of a dossier as the newest form names one; nothing when none does.

    The intake and the card have a field for it, plans and evaluaties a signature. Without any of those
    it is who filled in the newest form as begeleider.
    """
    client = {naamsleutel(naam) for deel in dossier.invullingen if (naam := _schoon(deel.waarde("client_naam")))}
    for zoek in (_genoemde, _invuller_als_begeleider):
        gevonden = [(hoofddatum(d) or date.min, nr, n) for nr, d in enumerate(dossier.invullingen)
                    for n in zoek(d) if naamsleutel(n) not in client]  # fmt: skip
        if gevonden:
            return max(gevonden)[2]
    return ""


def _genoemde(deel: Invulling) -> Iterator[str]:
    """Yield the begeleider as a form names one."""
    for veld in _NAAMVELDEN:
        if naam := _schoon(deel.waarde(veld)):
            yield naam
    tekening = deel.waarde(_TEKENVELD)
    if isinstance(tekening, Mapping) and (naam := _schoon(tekening.get("naam"))):
        yield naam


def _invuller_als_begeleider(deel: Invulling) -> Iterator[str]:
    if deel.waarde("ingevuld_rol") == "begeleider" and (naam := _schoon(deel.waarde("ingevuld_door"))):
        yield naam


def invuller_van(deel: Invulling, formulier: Formulier | None) -> str:
    """Return the colleague who filled in a form; nothing when that was someone else, or may have been.

    On a form that somebody may fill in without a name, and when the role says so, the name is no colleague's.
    """
    if formulier is None or "ingevuld_door" in formulier.kop_vrij or formulier.ingevuld_door == ("client",):
        return ""
    naam, rol = _schoon(deel.waarde("ingevuld_door")), deel.waarde("ingevuld_rol")
    if naamsleutel(naam) == naamsleutel(_schoon(deel.waarde("client_naam"))):
        return ""
    if isinstance(rol, str) and rol:
        return "" if rol in BUITENSTAANDERS else naam
    return "" if BUITENSTAANDERS & set(formulier.ingevuld_door) else naam


def naam_van_dossier(dossier: Dossier) -> str:
    """Return the name of the person, from the newest form that has one: only for who asked for names."""
    namen = (_schoon(deel.waarde("client_naam")) for deel in reversed(dossier.invullingen))
    return next(filter(None, namen), "")


class Collegas:
    """Who works on what: one spelling per colleague, the most frequent one."""

    def __init__(self, rapport: Rapport, formulieren: Mapping[str, Formulier]) -> None:
        delen = {b.pad: b.invulling for b in rapport.bestanden if b.invulling is not None}
        self._invullers = {pad: invuller_van(deel, formulieren.get(deel.formulier)) for pad, deel in delen.items()}
        self._begeleiders = {dossiersleutel(d.nummer): begeleider_van(d) for d in rapport.dossiers}
        self._schrijfwijze = _schrijfwijzen([*self._invullers.values(), *self._begeleiders.values()])

    def een_naam(self, naam: str) -> str:
        """Return a name in the spelling that is used for this colleague."""
        return self._schrijfwijze.get(naamsleutel(naam), naam)

    def begeleider(self, dossier: str) -> str:
        """Return the begeleider of a dossier number, or nothing."""
        return self.een_naam(self._begeleiders.get(dossiersleutel(dossier), ""))

    def wie(self, bestand: str, dossier: str) -> str:
        """Return who is to mend something in a file of a dossier, or nothing."""
        return self.een_naam(self._invullers.get(bestand, "")) or self.begeleider(dossier)


def _schrijfwijzen(namen: Iterable[str]) -> dict[str, str]:
    per_sleutel: dict[str, Counter[str]] = {}
    for naam in filter(None, namen):
        per_sleutel.setdefault(naamsleutel(naam), Counter())[naam] += 1
    # Of names that are as frequent, one with capitals only where they belong.
    return {
        s: min(teller, key=lambda n: (-teller[n], n.isupper() or n.islower(), n)) for s, teller in per_sleutel.items()
    }


# --------------------------------------------------------------------------
# Labels


def label_van(formulier: Formulier, sleutel: str, invulling: Invulling | None = None) -> str:
    """Return where a leaf key points, as printed: ``Acties, regel 2: Wie``, ``Wens (Wonen)``, ``Datum plan``.

    With *invulling* a printed row is called by its text. Of a key that the form doesn't have, nothing.
    """
    veld, rij, rest = _ontleed(formulier, sleutel)
    if veld is None:
        return ""
    if veld.soort == "tabel":
        return _tabelplek(veld, rij, rest, invulling)
    gebied = next((g.naam for g in formulier.leefgebieden if g.sleutel == rest.partition(".")[0]), "")
    if veld.per_leefgebied == "ja" and gebied:
        return f"{veld.label} ({gebied})"
    if veld.soort == "handtekening" and rest in DEELNAMEN:
        return f"{veld.label} ({DEELNAMEN[rest]})"
    optie = _optienaam(veld.opties, rest)
    return f"{veld.label} ({optie})" if optie else veld.label


def _ontleed(formulier: Formulier, sleutel: str) -> tuple[Veld | None, int, str]:
    gevonden = _DELEN.fullmatch(sleutel)
    if gevonden is None:
        return None, 0, ""
    return formulier.veld(gevonden["veld"]), int(gevonden["rij"] or 0), gevonden["rest"] or ""


def _optienaam(opties: Collection[Optie], sleutel: str) -> str:
    return next((optie.label for optie in opties if optie.sleutel == sleutel), "") if sleutel else ""


def _tabelplek(veld: Veld, nr: int, rest: str, invulling: Invulling | None) -> str:
    rijen = invulling.rijen(veld.sleutel) if invulling else ()
    rij = rijen[nr - 1] if 0 < nr <= len(rijen) else {}
    # ``rijnaam`` says it as messages do: "in regel 2", "bij ‘Rondleiding gegeven’".
    waar = rijnaam(veld, rij if isinstance(rij, Mapping) else {}, nr).partition(" ")[2] if nr else ""
    begin = f"{veld.label}, {waar}" if waar else veld.label
    kolom = _kolom(veld, rest)
    return f"{begin}: {kolom.label}" if kolom else begin


def _kolom(veld: Veld, sleutel: str) -> Kolom | None:
    return next((kolom for kolom in veld.kolommen if kolom.sleutel == sleutel.partition(".")[0]), None)


def _veldplaats(formulier: Formulier | None, sleutel: str) -> tuple[int, int, int]:
    """Return the place of a leaf in printed order: field, row, column or area."""
    if formulier is None or not sleutel:
        return -1, 0, 0
    veld, rij, rest = _ontleed(formulier, sleutel)
    if veld is None:
        return len(formulier.velden), 0, 0
    binnen = [k.sleutel for k in veld.kolommen] or [g.sleutel for g in formulier.leefgebieden]
    eerste = rest.partition(".")[0]
    return formulier.velden.index(veld), rij, binnen.index(eerste) + 1 if eerste in binnen else 0


# --------------------------------------------------------------------------
# The worklist


def werkregels(rapport: Rapport, inrichting: Inrichting, formulieren: Mapping[str, Formulier]) -> tuple[Werkregel, ...]:
    """Return one row per finding, by weight, then colleague (unknown last), dossier, form and field.

    *formulieren* are the tailored forms of *inrichting*.
    """
    return _Werkbank(rapport, formulieren).regels()


@dataclass(frozen=True)
class _Werkbank:
    rapport: Rapport
    formulieren: Mapping[str, Formulier]

    @cached_property
    def collegas(self) -> Collegas:
        return Collegas(self.rapport, self.formulieren)

    @cached_property
    def invullingen(self) -> Mapping[str, Invulling]:
        return {b.pad: b.invulling for b in self.rapport.bestanden if b.invulling is not None}

    @cached_property
    def plaats(self) -> Mapping[str, int]:
        return {sleutel: nr for nr, sleutel in enumerate(self.formulieren)}

    def regels(self) -> tuple[Werkregel, ...]:
        return tuple(sorted(map(self._regel, self.rapport.bevindingen), key=self._volgorde))

    def _regel(self, bevinding: Bevinding) -> Werkregel:
        plek = bevinding.vindplaatsen[0] if bevinding.vindplaatsen else Vindplaats("")
        invulling = self.invullingen.get(plek.bestand)
        formulier = self.formulieren.get(plek.formulier)
        return Werkregel(
            wie=self.collegas.wie(plek.bestand, bevinding.dossier),
            dossier=bevinding.dossier,
            bestand=plek.bestand,
            formulier=plek.formulier,
            titel=formulier.titel if formulier else plek.formulier,
            veld=plek.veld,
            label=(label_van(formulier, plek.veld, invulling) if formulier and plek.veld else "") or plek.plek,
            bevinding=bevinding,
        )

    def _volgorde(self, regel: Werkregel) -> tuple[Any, ...]:
        return (
            -regel.bevinding.ernst.gewicht,
            not regel.wie,
            naamsleutel(regel.wie),
            dossiersleutel(regel.dossier),
            self.plaats.get(regel.formulier, -1),
            regel.bestand,
            _veldplaats(self.formulieren.get(regel.formulier), regel.veld),
            regel.bevinding.code,
        )


def per_persoon(regels: Iterable[Werkregel]) -> dict[str, tuple[Werkregel, ...]]:
    """Return the rows per colleague, in order of name; those of nobody ("") last."""
    groepen: dict[str, list[Werkregel]] = {}
    for regel in regels:
        groepen.setdefault(regel.wie, []).append(regel)
    return {wie: tuple(groepen[wie]) for wie in sorted(groepen, key=lambda wie: (not wie, naamsleutel(wie)))}


# --------------------------------------------------------------------------
# Answers, for who asked for them


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoordregel:
    """One answer as people see it on paper; ``veld`` is the key of the leaf, ``label`` where it stands."""

    dossier: str
    bestand: str
    formulier: str
    titel: str
    cyclus: int | None
    veld: str
    label: str
    antwoord: str


def antwoordregels(rapport: Rapport, formulieren: Mapping[str, Formulier]) -> Iterator[Antwoordregel]:
    """Yield every answer of every form that was read, form by form: texts of clients, so only on request."""
    for bestand in rapport.bestanden:
        deel = bestand.invulling
        formulier = formulieren.get(deel.formulier) if deel else None
        if deel is None or formulier is None:
            continue
        for veld in formulier.velden:
            for sleutel, tekst in _bladteksten(veld, deel.waarde(veld.sleutel), formulier):
                yield Antwoordregel(dossier=deel.dossier, bestand=bestand.pad, formulier=formulier.sleutel,
                                    titel=formulier.titel, cyclus=deel.cyclus, veld=sleutel,
                                    label=label_van(formulier, sleutel, deel), antwoord=tekst)  # fmt: skip


def _bladteksten(veld: Veld, waarde: Any, formulier: Formulier) -> Iterator[tuple[str, str]]:
    """Yield the leaves of one field that hold something: key and text."""
    if veld.soort == "tabel" and isinstance(waarde, (tuple, list)):
        for nr, rij in enumerate(waarde, 1):
            for kolom in veld.kolommen:
                if (cel := rij.get(kolom.sleutel)) is not None:
                    yield f"{veld.sleutel}[{nr}].{kolom.sleutel}", _getoond(kolom.soort, cel, kolom.opties)
    elif veld.per_leefgebied == "ja" and isinstance(waarde, Mapping):
        for gebied in formulier.leefgebieden:
            if (deel := waarde.get(gebied.sleutel)) is not None:
                yield f"{veld.sleutel}.{gebied.sleutel}", _getoond(veld.soort, deel, opties_van(veld, gebied))
    elif veld.soort == "handtekening" and isinstance(waarde, Mapping):
        for naam, soort in DELEN_HANDTEKENING.items():
            if (deel := waarde.get(naam)) is not None:
                yield f"{veld.sleutel}.{naam}", _getoond(soort, deel, JA_NEE)
    elif waarde is not None:
        yield veld.sleutel, _getoond(veld.soort, waarde, veld.opties)


def _getoond(soort: str, waarde: Any, opties: tuple[Optie, ...]) -> str:
    if isinstance(waarde, Onleesbaar):
        return waarde.ruw
    return VELDSOORTEN[soort].toon(waarde, Omgeving(opties)) if soort in VELDSOORTEN else str(waarde)


# --------------------------------------------------------------------------
# Deadlines


def termijnregels(
    rapport: Rapport, inrichting: Inrichting, formulieren: Mapping[str, Formulier], vooruit: int = 30
) -> tuple[Termijnregel, ...]:
    """Return the deadlines of all dossiers by last day; what still runs only up to *vooruit* days ahead."""
    peildatum, woorden = date.fromisoformat(rapport.peildatum), woorden_van(inrichting)
    collegas = Collegas(rapport, formulieren)
    rijen: dict[Termijnregel, None] = {}
    for dossier in rapport.dossiers:
        wie = collegas.begeleider(dossier.nummer)
        for termijn in dossier.verloop.termijnen:
            stand, dagen = stand_van(termijn, peildatum)
            if stand == "loopt" and dagen > vooruit:
                continue
            definitie = formulieren.get(termijn.formulier)
            rij = Termijnregel(dossier=dossier.nummer, wie=wie, soort=termijn.soort,
                               naam=vul_in(TERMIJNNAMEN[termijn.soort], woorden), cyclus=termijn.cyclus,
                               formulier=termijn.formulier, titel=definitie.titel if definitie else "",
                               uiterlijk=termijn.uiterlijk, stand=stand, gedaan=_gedaan(termijn, peildatum),
                               dagen=dagen)  # fmt: skip
            # A form that was returned twice has its deadlines twice.
            rijen[rij] = None
    return tuple(sorted(rijen, key=lambda rij: (rij.uiterlijk, dossiersleutel(rij.dossier), rij.soort, rij.cyclus)))


def _gedaan(termijn: Termijnstand, peildatum: date) -> date | None:
    """Return the day on which it was met; what lies ahead is not met yet."""
    return termijn.gedaan if termijn.gedaan is not None and termijn.gedaan <= peildatum else None


def stand_van(termijn: Termijnstand, peildatum: date) -> tuple[Stand, int]:
    """Return how a deadline stands, and the days to or past its last day."""
    gedaan = _gedaan(termijn, peildatum)
    verschil = ((gedaan or peildatum) - termijn.uiterlijk).days
    if termijn.vervallen:
        return "vervallen", 0
    if gedaan is not None:
        return ("te laat gehaald" if verschil > 0 else "gehaald"), abs(verschil)
    return ("te laat" if verschil > 0 else "loopt"), abs(verschil)
