"""R47, R53 and R73: who is who. Names are compared as people write them, not letter by letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, TypeVar

from generator.checks.afwijking import afwijkingen_van
from generator.checks.blik import DossierBlik, FormulierBlik, PartijBlik, eenmaal
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.dossier import hoofddatum
from generator.model import Dossier, Ernst
from generator.taal import opsomming

_T = TypeVar("_T")
_WOORD = re.compile(r"[^\W\d_]+")
_TUSSEN = frozenset("van de den der het ter ten te in t d von el al la le du da dos".split())
# Where a form says who the vaste begeleider is.
_MENTOR = {"intake": "mentor", "begeleidingsplan": "handtekening_mentor", "evaluatie": "handtekening_mentor",
           "deelnemerskaart": "kaart_mentor"}  # fmt: skip


def naamdelen(naam: str) -> tuple[str, ...]:
    """Return the words of a name that tell people apart: no accents, case, dots or words such as ``van der``."""
    plat = naam.casefold()
    if not plat.isascii():
        plat = "".join(t for t in unicodedata.normalize("NFKD", plat) if not unicodedata.combining(t))
    woorden = _WOORD.findall(plat)
    return tuple(woord for woord in woorden if woord not in _TUSSEN) or tuple(woorden)


def zelfde_naam(een: str, ander: str) -> bool:
    """True when two names can be of one person: ``R. Aldering``, ``Ruben`` and ``Aldering, Ruben`` are."""
    if een == ander:
        return True
    eerste, tweede = sorted((naamdelen(een), naamdelen(ander)), key=len)
    if not eerste or not tweede or eerste == tweede:
        return True
    # Whole words first: else the W of ``W. de Wilde`` takes the surname.
    over, rest = list(tweede), []
    for woord in eerste:
        if woord in over:
            over.remove(woord)
        else:
            rest.append(woord)
    for woord in rest:
        gelijk = next((ander for ander in over if _een_voorletter(woord, ander)), None)
        if gelijk is None:
            return False
        over.remove(gelijk)
    # An initial alone says too little: the rest of the name has to agree as well.
    return any(len(woord) > 1 for woord in eerste)


def _een_voorletter(een: str, ander: str) -> bool:
    return 1 in (len(een), len(ander)) and een[0] == ander[0]


def _naam(deel: FormulierBlik, veld: str) -> str:
    """Return the name in a field, or that of who signed; nothing when it is empty or unreadable."""
    waarde = deel.waarde(veld)
    waarde = waarde.get("naam") if isinstance(waarde, Mapping) else waarde
    return waarde.strip() if isinstance(waarde, str) else ""


@eenmaal
def mentoren(blik: DossierBlik) -> list[tuple[FormulierBlik, str, str]]:
    """Return (form, field, name) wherever the dossier names the vaste begeleider, in order of date."""
    velden = _MENTOR
    delen = [deel for deel in blik.formulieren if deel.formulier.sleutel in velden]
    delen.sort(key=lambda deel: hoofddatum(deel.invulling) or blik.kader.peildatum)
    genoemd = [(deel, velden[deel.formulier.sleutel]) for deel in delen]
    return [(deel, veld, naam) for deel, veld in genoemd if (naam := _naam(deel, veld))]


@regel("R47", "Vaste begeleider", ernst=Ernst.WAARSCHUWING, bron="S2:214; S3:503-512; S0:1314", niveau="dossier")
def vaste_begeleider(blik: DossierBlik) -> Iterator[Uitkomst]:
    """De vaste begeleider is op een later formulier iemand anders, zonder dat de wissel is vastgelegd.

    Een wissel leg je vast bij ‘Afwijken van de afspraken’, uiterlijk op de dag van dat latere formulier; elke wissel
    opnieuw. Voornaam of voorletter maakt geen verschil. Dat er na een positief besluit nog niemand staat, meldt R02.

    Slecht: op het intakeformulier staat Ilse Kramer, onder het plan tekent Jan de Vries.
    Goed: op het intakeformulier staat Ilse Kramer, onder het plan tekent I. Kramer.
    """
    genoemd = mentoren(blik)
    wissels = wissels_van(blik)
    for (eerst, eerst_veld, was), (later, veld, nu) in pairwise(genoemd):
        dag = hoofddatum(later.invulling) or blik.kader.peildatum
        if zelfde_naam(was, nu):
            continue
        if wissels and wissels[0] <= dag:
            # Every change needs a record of its own.
            del wissels[0]
            continue
        feiten = {"veld": later.label(veld), "ander": eerst.label(eerst_veld), "ander_formulier": eerst.formulier.titel,
                  "van_cyclus": blik.van_cyclus(later.cyclus) if later.invulling.cyclus else ""}  # fmt: skip
        yield Treffer("wissel", (Plek(later.invulling, veld), Plek(eerst.invulling, eerst_veld)), feiten)


def wissels_van(blik: DossierBlik) -> list[date]:
    """Return the days on which a change of begeleider was recorded completely, in order."""
    return sorted({deel.datum for deel in afwijkingen_van(blik.dossier) if deel.waarvan == "begeleider"})


@regel("R53", "Zelfde persoon", ernst=Ernst.FOUT, bron="aanvulling", niveau="dossier", vast=True)
def zelfde_persoon(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Twee formulieren met hetzelfde dossiernummer noemen een andere naam of geboortedatum.

    Slecht: op de intake is de geboortedatum 17-05-1984, op de evaluatie 17-05-1985.
    Goed: op de intake staat Ruben Aldering, op de evaluatie R. Aldering.
    """
    yield from _verschillen(blik, "geboortedatum", lambda een, ander: bool(een == ander))
    yield from _verschillen(blik, "client_naam", lambda een, ander: zelfde_naam(str(een), str(ander)))


def _verschillen(blik: DossierBlik, veld: str, gelijk: Any) -> Iterator[Uitkomst]:
    """Hold every form against the first that answers; one finding per form that differs."""
    soort = date if veld == "geboortedatum" else str
    eerste: FormulierBlik | None = None
    was: Any = None
    for deel in blik.formulieren:
        waarde = deel.invulling.waarden.get(veld)
        if not isinstance(waarde, soort) or not waarde:
            continue
        if eerste is None:
            eerste, was = deel, waarde
        if waarde == was or gelijk(was, waarde):
            continue
        feiten: dict[str, Any] = {"veld": deel.label(veld), "ander_formulier": eerste.formulier.titel}
        if soort is date:
            feiten |= {"datum": waarde, "ander_datum": was}
        yield Treffer(veld, (Plek(deel.invulling, veld), Plek(eerste.invulling, veld)), feiten)


@regel("R73", "Twee dossiers, één persoon", ernst=Ernst.WAARSCHUWING, bron="aanvulling", niveau="partij")
def twee_dossiers(blik: PartijBlik) -> Iterator[Uitkomst]:
    """Twee dossiers hebben dezelfde naam en geboortedatum. Zonder geboortedatum zwijgt de regel.

    Slecht: dossier 104 en dossier 188 zijn allebei van Noor Jansen, geboren op 3-4-1990.
    Goed: in dossier 104 en 188 staat dezelfde naam, met een andere geboortedatum.
    """
    per_dag: dict[date, list[Dossier]] = {}
    for dossier in blik.dossiers:
        naam, geboren = _eerste(dossier, "client_naam", str), _eerste(dossier, "geboortedatum", date)
        if geboren is not None and naam and naamdelen(naam):
            per_dag.setdefault(geboren, []).append(dossier)
    for groep in per_dag.values():
        for groepje in _zelfde_mensen(groep):
            nummers = opsomming([dossier.nummer for dossier in groepje])
            plekken = tuple(Plek(dossier.invullingen[0], "dossier_nr") for dossier in groepje)
            yield Treffer("dubbel", plekken, {"nummers": nummers})


def _eerste(dossier: Dossier, veld: str, soort: type[_T]) -> _T | None:
    """Return the first value of a field that can be read."""
    waarden = (deel.waarde(veld) for deel in dossier.invullingen)
    return next((waarde for waarde in waarden if isinstance(waarde, soort) and waarde), None)


def _zelfde_mensen(groep: list[Dossier]) -> Iterator[list[Dossier]]:
    """Yield the dossiers of which the names can be of one person, each dossier once."""
    over = list(groep)
    while over:
        eerste = over.pop(0)
        naam = _eerste(eerste, "client_naam", str) or ""
        gelijk = [dossier for dossier in over if zelfde_naam(naam, _eerste(dossier, "client_naam", str) or "")]
        over = [dossier for dossier in over if dossier not in gelijk]
        if gelijk:
            yield [eerste, *gelijk]


REGELS = (vaste_begeleider, zelfde_persoon, twee_dossiers)
