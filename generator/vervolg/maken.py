"""From a folder of returned forms to the next forms of every dossier, filled in beforehand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.batch import Grenzen, controleer_paden
from generator.bestanden import oorzaak_van, schrijf_veilig
from generator.bron import bedoelde
from generator.checks.blik import Kader
from generator.checks.uitvoeren import maak_kader
from generator.dossier import dossiersleutel
from generator.formats import ACHTERVOEGSEL, Formaatnaam, formaat_met
from generator.formats.formaat import Vuller
from generator.formulier import definities_van, formulieren_van
from generator.model import Dossier, Formulier, Inrichting, Rapport
from generator.organisatie import lees_organisatie
from generator.verloop import RAPPORTAGE
from generator.versies import Verleden, leg_vast, versiemap
from generator.vervolg.beeld import Beeld
from generator.vervolg.namen import bestandsnaam, mapnamen
from generator.vervolg.overnemen import Voorvuller, Voorvulling
from generator.vervolg.volgorde import Advies, Volgend, adviseer, kies

Blanco = Callable[[Formulier], bytes]
Voortgang = Callable[[int, int], None]
# What makes it unsure whose answers these are.
_ZELFDE_PERSOON, _ANDERE_ORGANISATIE = "R53", "R71"
_VAKER = (RAPPORTAGE, "memo", "incident", "casusinbreng", "leefgebiedenwijzer")
_NABIJ = 5


class Vervolgfout(Exception):
    """There is nothing to make a next form of; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervolgopdracht:
    """What is asked: which files, for which organisation, where to, for which dossier and forms, in which format."""

    paden: tuple[Path, ...]
    inrichting: str
    naar: Path
    peildatum: date
    dossier: str = ""
    sleutels: tuple[str, ...] = ()
    grenzen: Grenzen | None = None
    verleden: Verleden | None = None
    thuis: Path | None = None
    formaat: Formaatnaam = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """A next form: where it is, why, how many places were filled in, and what was left for the person."""

    pad: Path
    titel: str
    reden: str
    aantal: int
    opmerkingen: tuple[str, ...] = ()
    stond_er: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossieruitslag:
    """What became of one dossier: forms, or why there are none. ``kan_niet`` when something is in the way."""

    nummer: str
    gemaakt: tuple[Gemaakt, ...] = ()
    redenen: tuple[str, ...] = ()
    kan_niet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervolguitslag:
    """What became of the whole folder."""

    dossiers: tuple[Dossieruitslag, ...]
    gelezen: int
    geweigerd: int
    vreemd: int = 0
    meldingen: tuple[str, ...] = ()


def maak_vervolg(
    opdracht: Vervolgopdracht, blanco: Callable[[Inrichting], Blanco], voortgang: Voortgang | None = None
) -> Vervolguitslag:
    """Read, see what comes next, and write it; input files are never changed.

    Raises `Vervolgfout` for wrong use, `SchrijfFout` when a form can't be written, `OngeldigeBron` for
    an inrichting that isn't right.
    """
    _paden_kloppen(opdracht)
    inrichting = lees_organisatie(opdracht.inrichting)
    formulieren = formulieren_van(inrichting)
    for sleutel in opdracht.sleutels:
        _sleutel_klopt(sleutel, inrichting, formulieren)
    rapport = controleer_paden(opdracht.paden, inrichting, opdracht.peildatum, naam=opdracht.inrichting,
                               grenzen=opdracht.grenzen, voortgang=voortgang, verleden=opdracht.verleden)  # fmt: skip
    return uit_rapport(rapport, inrichting, opdracht, blanco(inrichting))


def uit_rapport(rapport: Rapport, inrichting: Inrichting, opdracht: Vervolgopdracht, blanco: Blanco) -> Vervolguitslag:
    """Make the next forms of dossiers that were read and judged already; see `maak_vervolg`."""
    dossiers = _gekozen(rapport, opdracht)
    kader = maak_kader(inrichting, opdracht.peildatum, formulieren_van(inrichting), ())
    kader = replace(kader, verleden=opdracht.verleden or kader.verleden)
    werk = _Werk(opdracht, kader, blanco, rapport)
    return Vervolguitslag(
        dossiers=tuple(werk.doe(dossier) for dossier in dossiers),
        gelezen=sum(bestand.status == "gelezen" for bestand in rapport.bestanden),
        geweigerd=sum(bestand.status == "geweigerd" for bestand in rapport.bestanden),
        vreemd=sum(bevinding.code == _ANDERE_ORGANISATIE for bevinding in rapport.bevindingen),
        meldingen=tuple(werk.versies(inrichting)),
    )


# --------------------------------------------------------------------------
# Wrong use


def _paden_kloppen(opdracht: Vervolgopdracht) -> None:
    for pad in opdracht.paden:
        if not pad.exists():
            raise Vervolgfout(f"‘{pad}’ bestaat niet. Controleer de naam en de map.")
        _niet_binnen(opdracht.naar, pad)


def _niet_binnen(doel: Path, pad: Path) -> None:
    """Next forms never stand among the forms they are made of: they would be read as filled in."""
    if pad.is_dir() and doel.resolve().is_relative_to(pad.resolve()):
        raise Vervolgfout(
            f"‘{doel}’ ligt in ‘{pad}’, tussen de ingevulde formulieren. Kies bij --naar een map daarbuiten."
        )


def _sleutel_klopt(sleutel: str, inrichting: Inrichting, formulieren: Mapping[str, Formulier]) -> None:
    client = [naam for naam, formulier in formulieren.items() if formulier.soort == "client"]
    if sleutel in client:
        return
    if sleutel in formulieren:
        raise Vervolgfout(f"‘{formulieren[sleutel].titel}’ gaat over de organisatie en hoort bij geen dossier.")
    if sleutel in definities_van(inrichting):
        raise Vervolgfout(
            f"Het formulier ‘{sleutel}’ staat uit in deze inrichting. Zet het aan bij ‘formulieren’, of kies een ander."
        )
    tip = bedoelde(sleutel, client)
    raise Vervolgfout(f"Het formulier ‘{sleutel}’ is er niet. Kies uit: {', '.join(client)}.{tip}")


def _gekozen(rapport: Rapport, opdracht: Vervolgopdracht) -> Sequence[Dossier]:
    """Return the dossiers that were asked for; raises `Vervolgfout` when there are none."""
    if not rapport.dossiers and any(b.code == _ANDERE_ORGANISATIE for b in rapport.bevindingen):
        raise Vervolgfout(
            f"Alle formulieren zijn van een andere organisatie dan {rapport.organisatie}. Kies de goede inrichting bij "
            "--inrichting, of een andere map."
        )
    if not rapport.dossiers:
        raise Vervolgfout(
            "Ik vond geen formulier van een dossier dat ik kan lezen. Kijk of de map klopt, en wat er mis is met: "
            f"achtfasen controleer {' '.join(map(str, opdracht.paden))} --inrichting {opdracht.inrichting}"
        )
    if not opdracht.dossier:
        return rapport.dossiers
    gezocht = dossiersleutel(opdracht.dossier)
    gevonden = [dossier for dossier in rapport.dossiers if dossiersleutel(dossier.nummer) == gezocht]
    if not gevonden:
        nummers = [dossier.nummer for dossier in rapport.dossiers]
        raise Vervolgfout(
            f"Dossier ‘{opdracht.dossier}’ staat er niet bij.{bedoelde(opdracht.dossier, nummers)}"
            f"{_lijst(nummers, opdracht.dossier)}"
        )
    return gevonden


def _lijst(nummers: Sequence[str], gezocht: str) -> str:
    nabij = get_close_matches(gezocht, nummers, n=_NABIJ, cutoff=0.5) or list(nummers[:_NABIJ])
    rest = f" en nog {len(nummers) - len(nabij)}" if len(nummers) > len(nabij) else ""
    return f" Wel {'dossier' if len(nummers) == 1 else 'dossiers'}: {', '.join(nabij)}{rest}."


# --------------------------------------------------------------------------
# One dossier at a time


@dataclass(slots=True)
class _Werk:
    """What is made once for the whole run: blanks, and what is looked up per form."""

    opdracht: Vervolgopdracht
    kader: Kader
    blanco: Blanco
    rapport: Rapport
    vullers: dict[str, Vuller] = field(default_factory=dict)
    voorvuller: Voorvuller = field(init=False)
    mappen: Mapping[str, str] = field(init=False)
    onzeker: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.voorvuller = Voorvuller(self.kader)
        self.mappen = mapnamen(dossier.nummer for dossier in self.rapport.dossiers)
        self.onzeker = frozenset(
            dossiersleutel(b.dossier) for b in self.rapport.bevindingen if b.code == _ZELFDE_PERSOON
        )

    def doe(self, dossier: Dossier) -> Dossieruitslag:
        """Make the next forms of one dossier."""
        if dossiersleutel(dossier.nummer) in self.onzeker:
            reden = "er staan twee namen of geboortedatums op de formulieren (R53); het nummer is misschien dubbel"
            return Dossieruitslag(nummer=dossier.nummer, redenen=(reden,), kan_niet=True)
        beeld = Beeld(self.kader, dossier)
        advies = adviseer(beeld)
        volgend, redenen = self._welke(beeld, advies)
        gemaakt = tuple(self._maak(beeld, deel, nr) for nr, deel in enumerate(volgend, len(dossier.invullingen) + 1))
        kan_niet = not gemaakt and advies.soort == "onduidelijk"
        return Dossieruitslag(nummer=dossier.nummer, gemaakt=gemaakt, redenen=redenen, kan_niet=kan_niet)

    def _welke(self, beeld: Beeld, advies: Advies) -> tuple[list[Volgend], tuple[str, ...]]:
        if not self.opdracht.sleutels:
            return list(advies.volgend), advies.redenen
        keuzes = [kies(beeld, advies, sleutel) for sleutel in dict.fromkeys(self.opdracht.sleutels)]
        return [k for k in keuzes if isinstance(k, Volgend)], tuple(k for k in keuzes if isinstance(k, str))

    def _maak(self, beeld: Beeld, volgend: Volgend, nr: int) -> Gemaakt:
        formulier = self.kader.formulieren[volgend.formulier]
        voor = self.voorvuller.vul_voor(beeld, volgend)
        map_ = self.opdracht.naar / self.mappen[beeld.dossier.nummer]
        for pad in self.opdracht.paden:
            _niet_binnen(map_, pad)
        doel = map_ / bestandsnaam(nr, volgend.formulier, volgend.cyclus, ACHTERVOEGSEL[self.opdracht.formaat])
        inhoud = self.vul(formulier, voor, beeld.dossier.nummer, volgend.cyclus)
        gemaakt = Gemaakt(pad=doel, titel=formulier.titel, reden=volgend.reden, aantal=voor.aantal,
                          opmerkingen=voor.opmerkingen)  # fmt: skip
        return _schrijf(gemaakt, inhoud, volgend)

    def vul(self, formulier: Formulier, voor: Voorvulling, dossier: str, cyclus: int) -> bytes:
        """Return the form, filled in beforehand; its blank is opened once."""
        if formulier.sleutel not in self.vullers:
            soort = formaat_met(self.opdracht.formaat)
            self.vullers[formulier.sleutel] = soort.maak_vuller(self.blanco(formulier), formulier)
        return self.vullers[formulier.sleutel].vul(voor.waarden, dossier, cyclus or None, voor.merken)

    def versies(self, inrichting: Inrichting) -> Iterator[str]:
        """Record the versions of the forms that went out; yield what changed since the last time."""
        map_ = versiemap(self.opdracht.thuis)
        if map_ is None or not self.vullers:
            return
        uitgegeven = [self.kader.formulieren[sleutel] for sleutel in self.vullers]
        nieuw = leg_vast(map_, inrichting.organisatie.naam, uitgegeven, date.today())
        yield from (str(deel) for deel in nieuw if not deel.eerste)


def _schrijf(gemaakt: Gemaakt, inhoud: bytes, volgend: Volgend) -> Gemaakt:
    """Write a form, unless one is there: somebody may have worked in it."""
    if (er_al := _staat_er(gemaakt.pad, volgend)) is None:
        schrijf_veilig(gemaakt.pad, inhoud)
        return gemaakt
    return replace(gemaakt, pad=er_al, stond_er=_inhoud(er_al) != inhoud)


def _inhoud(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError as fout:
        raise Vervolgfout(f"‘{pad}’ is niet te lezen. {oorzaak_van(fout)}") from fout


def _staat_er(doel: Path, volgend: Volgend) -> Path | None:
    """Return the file that is there for this form, of any format, under this number or that of an earlier run."""
    zelf = [doel.with_suffix(achter) for achter in ACHTERVOEGSEL.values()]
    zelf.sort(key=lambda pad: pad != doel)
    if volgend.formulier in _VAKER or volgend.nieuwe_versie:
        return next((pad for pad in zelf if pad.exists()), None)
    einde = "|".join(map(re.escape, ACHTERVOEGSEL.values()))
    staart = re.compile(rf"\d+{re.escape(doel.stem[doel.stem.index('-') :])}(?:{einde})")
    if not doel.parent.is_dir():
        return None
    gevonden = sorted(pad for pad in doel.parent.iterdir() if staart.fullmatch(pad.name))
    return next((pad for pad in zelf if pad in gevonden), gevonden[-1] if gevonden else None)
