"""Findings that the organisation accepts for a while: the list, and what it takes out of the counts.

Accepting is about one finding in one dossier, not about a rule: also what a ``vast`` rule finds may be accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.bron import Bron, Bronfout, OngeldigeBron, bedoelde, lees_yaml
from generator.checks.codes import BIJ_DOSSIER, CODES, regelcode, tip_bij
from generator.checks.runmelding import runmelding
from generator.dossier import dossiersleutel
from generator.model import Bevinding, Geaccepteerd, Rapport, Vindplaats

BESTANDSNAAM = "geaccepteerd.yaml"
_SLEUTELS = ("dossier", "code", "formulier", "veld", "reden", "tot", "door")
_NODIG = {
    "dossier": "het nummer van het dossier",
    "code": "de code van de bevinding, zoals R30",
    "reden": "waarom jullie dit accepteren",
    "tot": "tot en met welke dag, als jaar-maand-dag",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptatie:
    """One entry of the list; ``tot`` is the last day on which it counts."""

    dossier: str
    code: str
    reden: str
    tot: date
    formulier: str = ""
    veld: str = ""
    door: str = ""
    regel: int | str | None = None

    def past_bij(self, deel: Bevinding) -> bool:
        """True when it is about this finding, whatever the day."""
        if self.code != deel.code or dossiersleutel(self.dossier) != dossiersleutel(deel.dossier):
            return False
        # One reading message may speak of many fields: all of them must be meant.
        plekken = deel.vindplaatsen if deel.code.startswith("L") else deel.vindplaatsen[:1]
        return all(map(self._past_op, plekken or (Vindplaats(""),)))

    def _past_op(self, plek: Vindplaats) -> bool:
        zelfde_veld = plek.veld == self.veld or plek.veld.startswith((f"{self.veld}.", f"{self.veld}["))
        return self.formulier in ("", plek.formulier) and (not self.veld or zelfde_veld)


@dataclass(frozen=True, slots=True)
class Acceptatielijst:
    """The entries of one file, and its path."""

    bestand: str
    delen: tuple[Acceptatie, ...] = ()

    def op(self, rapport: Rapport, peildatum: date) -> Rapport:
        """Take what is accepted out of the findings; say which entries are of no use."""
        verdeling = _Verdeling(self.delen, peildatum)
        over = tuple(deel for deel in rapport.bevindingen if not verdeling.neem(deel))
        meldingen = tuple(self._meldingen(rapport, verdeling, peildatum))
        return replace(rapport, bevindingen=(*meldingen, *over), geaccepteerd=tuple(verdeling.geaccepteerd))

    def _meldingen(self, rapport: Rapport, verdeling: _Verdeling, peildatum: date) -> Iterator[Bevinding]:
        dossiers = {dossiersleutel(deel.nummer) for deel in rapport.dossiers}
        dossiers |= {dossiersleutel(deel.dossier) for deel in rapport.bevindingen}
        stil = {(deel.code, dossiersleutel(deel.dossier)) for deel in rapport.overgeslagen}
        for nr, deel in enumerate(self.delen):
            sleutel, raak = dossiersleutel(deel.dossier), nr in verdeling.geraakt
            if deel.code not in BIJ_DOSSIER:
                variant = "code_anders" if deel.code in CODES else "code"
                yield self._melding("A05", variant, deel)
            elif deel.tot < peildatum:
                yield self._melding("A03", "weer" if nr in verdeling.terug else "weg", deel)
            elif sleutel not in dossiers:
                yield self._melding("A05", "dossier", deel)
            # What could not be judged this time may be there still.
            elif not raak and not stil & {(deel.code, sleutel), (deel.code, "")}:
                yield self._melding("A04", "niets", deel)

    def _melding(self, code: str, variant: str, deel: Acceptatie) -> Bevinding:
        waar = f" ({', '.join(filter(None, (deel.formulier, deel.veld)))})" if deel.formulier or deel.veld else ""
        feiten = {"dossier": deel.dossier, "code": deel.code, "tot": deel.tot, "waar": waar, "tip": tip_bij(deel.code)}
        plek = Vindplaats(self.bestand, plek=f"regel {deel.regel}" if isinstance(deel.regel, int) else "")
        return runmelding(code, variant, feiten, plek, deel.dossier)


@dataclass(slots=True)
class _Verdeling:
    """Splits findings over what is accepted and what is not; notes which entries were about something."""

    delen: Sequence[Acceptatie]
    peildatum: date
    geaccepteerd: list[Geaccepteerd] = field(default_factory=list)
    geraakt: set[int] = field(default_factory=set)
    terug: set[int] = field(default_factory=set)
    _per_sleutel: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for nr, deel in enumerate(self.delen):
            self._per_sleutel.setdefault((deel.code, dossiersleutel(deel.dossier)), []).append(nr)

    def neem(self, bevinding: Bevinding) -> bool:
        """True when an entry that still holds is about this finding; it is kept apart then."""
        mogelijk = self._per_sleutel.get((bevinding.code, dossiersleutel(bevinding.dossier)), ())
        raak = [nr for nr in mogelijk if self.delen[nr].past_bij(bevinding)]
        self.geraakt.update(raak)
        geldig = [self.delen[nr] for nr in raak if self.delen[nr].tot >= self.peildatum]
        if not geldig:
            self.terug.update(raak)
            return False
        deel = max(geldig, key=lambda acceptatie: acceptatie.tot)
        self.geaccepteerd.append(
            Geaccepteerd(bevinding=bevinding, reden=deel.reden, tot=deel.tot.isoformat(), door=deel.door)
        )
        return True


# --------------------------------------------------------------------------
# Reading


def lees_acceptaties(pad: Path, formulieren: Iterable[str] = ()) -> Acceptatielijst:
    """Read a list of accepted findings; raises `OngeldigeBron` with all that is wrong in it.

    *formulieren* are the forms that an entry may name.
    """
    bron = lees_yaml(pad)
    gegevens = [] if bron.gegevens is None else bron.gegevens
    if not isinstance(gegevens, list):
        bericht = "Hier hoort een lijst: elke acceptatie begint met een streepje en ‘dossier:’."
        raise OngeldigeBron([bron.fout((), bericht)])
    bekend = tuple(formulieren)
    fouten = [fout for nr, deel in enumerate(gegevens) for fout in _fouten(bron, nr, deel, bekend)]
    if fouten:
        raise OngeldigeBron(fouten)
    return Acceptatielijst(bron.bestand, tuple(_acceptatie(bron, nr, deel) for nr, deel in enumerate(gegevens)))


def _acceptatie(bron: Bron, nr: int, deel: Mapping[str, Any]) -> Acceptatie:
    tekst = {sleutel: str(deel[sleutel]).strip() for sleutel in _SLEUTELS if deel.get(sleutel) is not None}
    einde = date.fromisoformat(tekst.pop("tot"))
    return Acceptatie(**{**tekst, "code": regelcode(tekst["code"])}, tot=einde, regel=bron.regel((nr,)))


def _fouten(bron: Bron, nr: int, deel: Any, formulieren: Sequence[str]) -> Iterator[Bronfout]:
    if not isinstance(deel, dict):
        yield bron.fout((nr,), "Hier horen sleutels met een waarde: dossier, code, reden en tot.")
        return
    for sleutel in deel:
        if sleutel not in _SLEUTELS:
            yield bron.fout((nr, sleutel), f"De sleutel ‘{sleutel}’ ken ik hier niet.{bedoelde(sleutel, _SLEUTELS)}")
        elif isinstance(deel[sleutel], (dict, list)):
            yield bron.fout((nr, sleutel), "Hier hoort één waarde, geen lijst of groep.")
    for sleutel, uitleg in _NODIG.items():
        if not str("" if deel.get(sleutel) is None else deel[sleutel]).strip():
            yield bron.fout((nr, sleutel), f"Hier ontbreekt ‘{sleutel}’: {uitleg}.")
    if (tot := deel.get("tot")) is not None and str(tot).strip() and not _is_dag(tot):
        yield bron.fout((nr, "tot"), f"‘{str(tot)[:40]}’ is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-21.")
    formulier = deel.get("formulier")
    if formulier is not None and formulieren and str(formulier) not in formulieren:
        tip = bedoelde(formulier, formulieren)
        yield bron.fout((nr, "formulier"), f"Het formulier ‘{str(formulier)[:40]}’ is er niet.{tip}")


def _is_dag(waarde: object) -> bool:
    tekst = str(waarde).strip()
    try:
        return len(tekst) == len("2026-11-21") and bool(date.fromisoformat(tekst))
    except ValueError:
        return False
