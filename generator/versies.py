"""The versions of an organisation's forms: they rise by themselves when the questions change.

Beside an inrichting stands ``versies/``: ``overzicht.json`` says which versions there have been,
and every version has a file with the form as it was. Reading never writes; `leg_vast` does, when
forms are made.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar

from generator import content
from generator.bestanden import schrijf_veilig
from generator.bron import MAX_BYTES, Bron, Bronfout, OngeldigeBron, maak_record
from generator.formulier import definities_van, formulieren_van
from generator.inrichting import plat
from generator.model import Formulier, Inrichting, Kolom, Streng, Veld
from generator.taal import opsomming
from generator.veldsoorten import vergelijkbaar

VERSIEMAP, OVERZICHT = "versies", "overzicht.json"
# Who may fill in a form is no question of it: another rol makes no new version.
_GEEN_VRAAG = ("rollen",)
_VREEMD = re.compile(r"[^A-Za-z0-9._-]")
_EINDGETAL = re.compile(r"\d{1,9}$")
_GENOEMD = 4
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie(Streng):
    """One version of a form: its number, since when, and the fingerprint of its questions."""

    versie: str
    datum: str
    afdruk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht(Streng):
    """All versions there have been, oldest first, and the names that the organisation had."""

    schema: Literal["achtfasen.versies/1"] = "achtfasen.versies/1"
    organisaties: tuple[str, ...] = ()
    formulieren: Mapping[str, tuple[Versie, ...]] = field(default_factory=dict)


# --------------------------------------------------------------------------
# What counts as a change


def afdruk(formulier: Formulier) -> str:
    """Return a fingerprint of the questions of a tailored form: their keys, kinds, duties and choices.

    Labels, help and order don't count: an old form can still be read and judged.
    """
    velden = {veld.sleutel: _vraag(veld, formulier) for veld in formulier.velden}
    tekst = json.dumps(velden, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(tekst.encode("utf-8")).hexdigest()[:16]


def _vraag(veld: Veld, formulier: Formulier) -> dict[str, Any]:
    per_gebied = veld.per_leefgebied == "ja"
    return {
        "soort": veld.soort,
        "verplicht": veld.verplicht,
        "opties": _opties(veld),
        "kolommen": {k.sleutel: (k.soort, k.verplicht, _opties(k)) for k in veld.kolommen},
        "rijen": sorted(rij.sleutel for rij in veld.rijen),
        "leefgebieden": sorted(gebied.sleutel for gebied in formulier.leefgebieden) if per_gebied else None,
        "themas": {g.sleutel: len(g.themas) for g in formulier.leefgebieden} if veld.opties_uit == "themas" else None,
        "grenzen": (veld.minimum, veld.maximum, veld.min_rijen),
    }


def _opties(veld: Veld | Kolom) -> list[str]:
    return [] if veld.opties_uit in _GEEN_VRAAG else sorted(optie.sleutel for optie in veld.opties)


@dataclass(frozen=True, slots=True)
class Verschil:
    """What changed between two versions of a form, by label, each in quotes."""

    erbij: tuple[str, ...] = ()
    weg: tuple[str, ...] = ()
    anders: tuple[str, ...] = ()
    gebieden_erbij: tuple[str, ...] = ()
    gebieden_weg: tuple[str, ...] = ()

    def zin(self) -> str:
        """Return it in words: ``er kwam een vraag bij: ‘Bewindvoerder’``."""
        delen = [
            _zin(self.erbij, "er kwam een vraag bij", "er kwamen {} vragen bij"),
            _zin(self.weg, "er ging een vraag af", "er gingen {} vragen af"),
            _zin(self.anders, "een vraag veranderde", "{} vragen veranderden"),
            _zin(self.gebieden_erbij, "er kwam een leefgebied bij", "er kwamen {} leefgebieden bij"),
            _zin(self.gebieden_weg, "er ging een leefgebied af", "er gingen {} leefgebieden af"),
        ]
        return "; ".join(filter(None, delen)) or "de vragen zijn veranderd"


def _zin(namen: Sequence[str], een: str, meer: str) -> str:
    kop = een if len(namen) == 1 else meer.format(len(namen))
    return f"{kop}: {genoemd(namen)}" if namen else ""


def genoemd(namen: Sequence[str]) -> str:
    """Return names as a list in words, the first few when there are many."""
    rest = len(namen) - _GENOEMD
    return opsomming([*namen[:_GENOEMD], f"nog {rest}"] if rest > 1 else list(namen))


def verschil(oud: Formulier, nieuw: Formulier) -> Verschil:
    """Return what changed between two tailored versions of one form."""
    eerst, nu = ({veld.sleutel: veld for veld in deel.velden} for deel in (oud, nieuw))
    samen = [(eerst[sleutel], veld) for sleutel, veld in nu.items() if sleutel in eerst]
    kolommen = [naam for a, b in samen for naam in _nieuwe_kolommen(a, b)]
    gebieden = [{g.sleutel: f"‘{g.naam}’" for g in deel.leefgebieden if _met_gebieden(deel)} for deel in (oud, nieuw)]
    wissel = frozenset(gebieden[0].keys() ^ gebieden[1].keys())
    return Verschil(
        erbij=(*(f"‘{veld.label}’" for sleutel, veld in nu.items() if sleutel not in eerst), *kolommen),
        weg=tuple(f"‘{veld.label}’" for sleutel, veld in eerst.items() if sleutel not in nu),
        anders=tuple(f"‘{b.label}’" for a, b in samen if _anders(_vraag(a, oud), _vraag(b, nieuw), wissel)),
        gebieden_erbij=tuple(naam for sleutel, naam in gebieden[1].items() if sleutel not in gebieden[0]),
        gebieden_weg=tuple(naam for sleutel, naam in gebieden[0].items() if sleutel not in gebieden[1]),
    )


def bestond(formulier: Formulier, blad: str) -> bool:
    """True when a form has this leaf: a field, a column of it, a choice, or a leefgebied (``doelen.doel``)."""
    naam, _, rest = blad.partition(".")
    veld = formulier.veld(naam)
    if veld is None or not rest:
        return veld is not None
    deel = rest.split(".")[0]
    if veld.soort == "tabel":
        return any(kolom.sleutel == deel for kolom in veld.kolommen)
    if veld.per_leefgebied == "ja":
        return any(gebied.sleutel == deel for gebied in formulier.leefgebieden)
    return veld.soort != "meerkeuze" or any(optie.sleutel == deel for optie in veld.opties)


def _met_gebieden(formulier: Formulier) -> bool:
    """True when a form asks something per leefgebied, or has them as choices or rows."""
    return any(
        veld.per_leefgebied == "ja"
        or "leefgebieden" in (veld.rijen_uit, veld.opties_uit, *(kolom.opties_uit for kolom in veld.kolommen))
        for veld in formulier.velden
    )


def _nieuwe_kolommen(oud: Veld, nieuw: Veld) -> list[str]:
    bekend = {kolom.sleutel for kolom in oud.kolommen}
    return [f"‘{k.label}’ bij ‘{nieuw.label}’" for k in nieuw.kolommen if oud.kolommen and k.sleutel not in bekend]


def _anders(oud: dict[str, Any], nieuw: dict[str, Any], gebieden: frozenset[str]) -> bool:
    """True when a question changed in more than its leefgebieden and its new columns: those are told apart."""
    blijft = {s: k for s, k in nieuw["kolommen"].items() if s in oud["kolommen"] or not oud["kolommen"]}
    a, b = oud, {**nieuw, "kolommen": blijft}
    return any(_zonder(a[d], gebieden) != _zonder(b[d], gebieden) for d in a if d not in ("leefgebieden", "themas"))


def _zonder(waarde: Any, weg: frozenset[str]) -> Any:
    """Return a part of a question without some keys, however deep."""
    if isinstance(waarde, dict):
        return {sleutel: _zonder(deel, weg) for sleutel, deel in waarde.items()}
    if isinstance(waarde, (list, tuple)):
        return [_zonder(deel, weg) for deel in waarde if not isinstance(deel, str) or deel not in weg]
    return waarde


# --------------------------------------------------------------------------
# Reading


def versiemap(thuis: Path | None) -> Path | None:
    """Return the folder of the versions beside an inrichting; None for the folder of the starting models."""
    if thuis is None or any(thuis.resolve() == pad.parent.resolve() for pad in content.uitgangsmodellen().values()):
        return None
    return thuis / VERSIEMAP


def lees_overzicht(map_: Path | None) -> Overzicht:
    """Return which versions there have been; none when there is no such file.

    Raises `OngeldigeBron` when the file is damaged.
    """
    if map_ is None or not (map_ / OVERZICHT).exists():
        return Overzicht()
    remedie = "Zet een reservekopie terug. Heb je die niet, haal het bestand dan weg: het tellen begint dan opnieuw."
    return _lees(map_ / OVERZICHT, Overzicht, remedie)


def lees_versie(map_: Path | None, formulier: str, versie: str) -> Formulier | None:
    """Return a form as it was in an earlier version, tailored; None when it was not kept.

    Raises `OngeldigeBron` when the file is damaged.
    """
    pad = versiebestand(map_, formulier, versie) if map_ else None
    if pad is None or not pad.exists():
        return None
    remedie = "Zet een reservekopie terug, of haal het bestand weg: zonder kan achtfasen ook verder."
    gelezen = _lees(pad, Formulier, remedie)
    return gelezen if (gelezen.sleutel, gelezen.versie) == (formulier, versie) else None


def versiebestand(map_: Path, formulier: str, versie: str) -> Path:
    """Return where a version of a form is kept; a version may be any text, a file name may not."""
    return map_ / f"{formulier}-{_VREEMD.sub('_', versie)[:40]}.json"


def _lees(pad: Path, soort: type[T], remedie: str) -> T:
    naam = str(pad)
    try:
        if pad.stat().st_size > MAX_BYTES:
            raise ValueError
        gegevens = json.loads(pad.read_text(encoding="utf-8"))
        if not isinstance(gegevens, dict):
            raise ValueError
        return maak_record(soort, Bron(naam, gegevens, {}))
    except OSError:
        bericht = f"Dit bestand is niet te lezen. {remedie}"
    except (ValueError, RecursionError):
        bericht = f"Dit bestand is beschadigd. {remedie}"
    except OngeldigeBron as fout:
        plek = fout.fouten[0].sleutelpad
        bericht = f"Dit bestand is beschadigd{f' (bij {plek})' if plek else ''}. {remedie}"
    raise OngeldigeBron([Bronfout(naam, None, "", bericht)])


def met_versies(inrichting: Inrichting, map_: Path | None) -> Inrichting:
    """Return the inrichting with the version that each of its forms has by now; nothing is written.

    A version that the organisation gave by hand stays. Raises `OngeldigeBron` when the history is damaged.
    """
    verleden = lees_overzicht(map_).formulieren
    if not verleden:
        return inrichting
    definities = definities_van(inrichting)
    versies = {
        sleutel: _versie_nu(formulier, verleden[sleutel], definities[sleutel].versie)
        for sleutel, formulier in formulieren_van(inrichting).items()
        if verleden.get(sleutel) and not inrichting.formulieren[sleutel].versie
    }
    return replace(inrichting, versies=versies)


def _versie_nu(formulier: Formulier, verleden: Sequence[Versie], definitie: str) -> str:
    laatste, gehad = verleden[-1], {deel.versie for deel in verleden}
    if _later(definitie, gehad):
        return definitie
    return laatste.versie if laatste.afdruk == afdruk(formulier) else volgende(laatste.versie, gehad)


def _later(versie: str, gehad: Iterable[str]) -> bool:
    """True when a definition says that it is later than all versions there have been."""
    return all(deel.isdecimal() and versie.isdecimal() and int(deel) < int(versie) for deel in gehad)


def volgende(versie: str, gehad: Iterable[str] = ()) -> str:
    """Return the version after this one: ``2`` after ``1``, ``2004-2`` after ``2004-1``, ``concept-2`` after a word."""
    bezet = {versie, *gehad}
    while versie in bezet:
        getal = _EINDGETAL.search(versie)
        versie = f"{versie[: getal.start()]}{int(getal[0]) + 1:0{len(getal[0])}d}" if getal else f"{versie}-2"
    return versie


def naam_kaal(naam: str) -> str:
    """Return the name of an organisation as it can be compared with what a form keeps of it."""
    return vergelijkbaar(naam.replace("|", "/"))


@dataclass(frozen=True)
class Verleden:
    """What an organisation had before: its names, and earlier versions of its forms."""

    map_: Path | None = None

    @cached_property
    def organisaties(self) -> tuple[str, ...]:
        """The names of the organisation, for as long as versions are kept."""
        return lees_overzicht(self.map_).organisaties

    @cached_property
    def _verschillen(self) -> dict[tuple[str, str], Verschil | None]:
        return {}

    def sindsdien(self, formulier: Formulier, versie: str) -> Verschil | None:
        """Return what changed since a version of *formulier*, or None when that version was not kept."""
        sleutel = formulier.sleutel, versie
        if sleutel not in self._verschillen:
            vorige = self.versie(*sleutel)
            self._verschillen[sleutel] = verschil(vorige, formulier) if vorige else None
        return self._verschillen[sleutel]

    @cached_property
    def _gelezen(self) -> dict[tuple[str, str], Formulier | None]:
        return {}

    def definitie_bij(self, nu: Formulier, versie: str, organisatie: str) -> Formulier | None:
        """Return the definition that a form of an earlier version was made with; None when today's is all there is.

        A version of another organisation is not ours, whatever its number.
        """
        if versie in ("", nu.versie) or self.map_ is None or not self._kent(organisatie):
            return None
        return self.versie(nu.sleutel, versie)

    def _kent(self, organisatie: str) -> bool:
        """True for a name that this organisation had while versions were kept, and for no name at all."""
        return not organisatie or naam_kaal(organisatie) in map(naam_kaal, self.organisaties)

    def versie(self, formulier: str, versie: str) -> Formulier | None:
        """Return a form as it was, or None when that version was not kept."""
        sleutel = formulier, versie
        if sleutel not in self._gelezen:
            self._gelezen[sleutel] = lees_versie(self.map_, formulier, versie)
        return self._gelezen[sleutel]


# --------------------------------------------------------------------------
# Writing


@dataclass(frozen=True, slots=True)
class Nieuw:
    """A version that was recorded; ``verschil`` is empty for a first one, or when the last one was not kept."""

    formulier: Formulier
    eerste: bool
    zelfde_versie: bool
    verschil: Verschil | None = None

    def __str__(self) -> str:
        """Return what to tell: ``Begeleidingsplan: versie 2 (er kwam een vraag bij: ‘Bewindvoerder’).``"""
        wat = (self.verschil or Verschil()).zin()
        if self.zelfde_versie:
            return f"{self.formulier.titel}: nog steeds versie {self.formulier.versie}, want die staat vast ({wat})."
        return f"{self.formulier.titel}: versie {self.formulier.versie} ({wat})."


def leg_vast(map_: Path, organisatie: str, formulieren: Iterable[Formulier], datum: date) -> tuple[Nieuw, ...]:
    """Record the versions of forms that were made; return what is new since the last time.

    Raises `OngeldigeBron` when the history is damaged, `SchrijfFout` when it can't be written.
    """
    overzicht = lees_overzicht(map_)
    verleden = dict(overzicht.formulieren)
    nieuw: list[Nieuw] = []
    for formulier in formulieren:
        gehad = verleden.get(formulier.sleutel, ())
        deze = Versie(versie=formulier.versie, datum=datum.isoformat(), afdruk=afdruk(formulier))
        if gehad and (gehad[-1].versie, gehad[-1].afdruk) == (deze.versie, deze.afdruk):
            continue
        nieuw.append(_nieuw(map_, formulier, gehad))
        verleden[formulier.sleutel] = (*(deel for deel in gehad if deel.versie != deze.versie), deze)
        _schrijf(versiebestand(map_, formulier.sleutel, formulier.versie), formulier)
    namen = tuple(dict.fromkeys((*overzicht.organisaties, organisatie)))
    volledig = Overzicht(organisaties=namen, formulieren=dict(sorted(verleden.items())))
    if volledig != overzicht:
        _schrijf(map_ / OVERZICHT, volledig)
    return tuple(nieuw)


def _nieuw(map_: Path, formulier: Formulier, gehad: Sequence[Versie]) -> Nieuw:
    if not gehad:
        return Nieuw(formulier, True, False)
    vorige = lees_versie(map_, formulier.sleutel, gehad[-1].versie)
    anders = verschil(vorige, formulier) if vorige else None
    return Nieuw(formulier, False, gehad[-1].versie == formulier.versie, anders)


def _schrijf(pad: Path, record: Any) -> None:
    schema = {"schema": record.schema} if isinstance(record, Overzicht) else {}
    tekst = json.dumps({**schema, **plat(record)}, ensure_ascii=False, indent=1)
    schrijf_veilig(pad, (tekst + "\n").encode("utf-8"))
