"""Forms as flat tables: one per form and one per repeating part, with columns that follow from the definition only.

A row of the first table is one returned form; a row of another is one row of a table field. What has no
column (a field or leefgebied that the definition no longer knows) goes along in the column ``overig``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from generator.formulier import JA_NEE, opties_van
from generator.model import Formulier, Invulling, Onleesbaar, Optie, Veld
from generator.veldsoorten import DELEN_HANDTEKENING, is_leeg
from generator.werklijst import DEELNAMEN

IDENTITEIT = ("dossier", "cyclus", "bestand", "sha256", "formulier", "versie")
KWIJTKOLOM, RESTKOLOM, RIJKOLOM = "kwijt", "overig", "rij"
_SOORT_IDENTITEIT = {"cyclus": "getal", RIJKOLOM: "getal"}
_TEKSTSOORTEN = ("kort", "lang", "keuze", "ja_nee", "voorgedrukt")
_CEL = re.compile(r"(?P<veld>[^.\[]+)(?:\[(?P<rij>\d+)\])?(?:\.(?P<rest>.+))?", re.DOTALL)
Cel = Any
"""None, text, a number, a date, a tuple of keys, `Onleesbaar` or `Merk.KWIJT`."""


class Merk(Enum):
    """What a cell holds that has no value of its own."""

    KWIJT = "kwijt"


@dataclass(frozen=True, slots=True)
class Kolomvorm:
    """One column: its name, its kind, where its value stands (``pad``), and what people see."""

    naam: str
    soort: str
    pad: tuple[str, ...] = ()
    label: str = ""
    opties: tuple[Optie, ...] = ()


@dataclass(frozen=True, slots=True)
class Tabelvorm:
    """The columns of one table; ``veld`` is empty for the table of the form itself."""

    formulier: str
    veld: str
    kolommen: tuple[Kolomvorm, ...]

    @property
    def naam(self) -> str:
        """``begeleidingsplan`` or ``begeleidingsplan.doelen``."""
        return f"{self.formulier}.{self.veld}" if self.veld else self.formulier


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with its rows; a cell is one of `Cel`."""

    vorm: Tabelvorm
    rijen: tuple[tuple[Cel, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdracht:
    """One form as it is handed over: its identity and its answers, as in `Invulling`."""

    dossier: str
    cyclus: int | None
    bestand: str
    sha256: str
    formulier: str
    versie: str
    waarden: Mapping[str, Any]
    niet_gevonden: tuple[str, ...] = ()

    @classmethod
    def van(cls, deel: Invulling, dossier: str = "") -> Overdracht:
        """Return what goes along of a form that was read; *dossier* is how its dossier is called as a whole."""
        return cls(dossier=dossier or deel.dossier, cyclus=deel.cyclus, bestand=deel.bestand, sha256=deel.sha256,
                   formulier=deel.formulier, versie=deel.versie, waarden=deel.waarden,
                   niet_gevonden=deel.niet_gevonden)  # fmt: skip


# --------------------------------------------------------------------------
# Columns


def tabelvormen(formulier: Formulier) -> tuple[Tabelvorm, ...]:
    """Return the tables of a tailored form: that of the form first, then one per table field in printed order."""
    gewoon = [kolom for veld in formulier.velden if veld.soort != "tabel" for kolom in _veldkolommen(veld, formulier)]
    tabellen = [veld for veld in formulier.velden if veld.soort == "tabel"]
    vast = (*IDENTITEIT, KWIJTKOLOM, RESTKOLOM)
    vormen = [Tabelvorm(formulier.sleutel, "", _met_vaste(vast, gewoon))]
    for veld in tabellen:
        eigen = [Kolomvorm(k.sleutel, k.soort, (k.sleutel,), k.label, k.opties) for k in veld.kolommen]
        vormen.append(Tabelvorm(formulier.sleutel, veld.sleutel, _met_vaste((*IDENTITEIT, RIJKOLOM), eigen)))
    return tuple(vormen)


def _met_vaste(vast: Sequence[str], eigen: Iterable[Kolomvorm]) -> tuple[Kolomvorm, ...]:
    """Put the columns that every table has in front; a key of the same name gets ``veld_`` before it."""
    kolommen = [Kolomvorm(naam, _SOORT_IDENTITEIT.get(naam, "kort")) for naam in vast]
    bezet = set(vast)
    for kolom in eigen:
        naam = kolom.naam
        while naam in bezet:
            naam = f"veld_{naam}"
        bezet.add(naam)
        kolommen.append(Kolomvorm(naam, kolom.soort, kolom.pad, kolom.label, kolom.opties))
    return tuple(kolommen)


def _veldkolommen(veld: Veld, formulier: Formulier) -> Iterator[Kolomvorm]:
    """Yield the columns of a field that is no table: one, one per leefgebied, or the parts of a signature."""
    if veld.per_leefgebied == "ja":
        for gebied in formulier.leefgebieden:
            yield Kolomvorm(f"{veld.sleutel}.{gebied.sleutel}", veld.soort, (veld.sleutel, gebied.sleutel),
                            f"{veld.label} ({gebied.naam})", opties_van(veld, gebied))  # fmt: skip
    elif veld.soort == "handtekening":
        for deel, soort in DELEN_HANDTEKENING.items():
            yield Kolomvorm(f"{veld.sleutel}.{deel}", soort, (veld.sleutel, deel),
                            f"{veld.label} ({DEELNAMEN[deel]})", JA_NEE if soort == "ja_nee" else ())  # fmt: skip
    else:
        opties = JA_NEE if veld.soort == "ja_nee" else veld.opties
        yield Kolomvorm(veld.sleutel, veld.soort, (veld.sleutel,), veld.label, opties)


# --------------------------------------------------------------------------
# Forms to rows


def tabellen_van(formulier: Formulier, delen: Iterable[Overdracht]) -> tuple[Tabel, ...]:
    """Return all tables of one form with the rows of these returned forms, in their order."""
    delen = tuple(delen)
    return tuple(tabel_van(vorm, formulier, delen) for vorm in tabelvormen(formulier))


def tabel_van(vorm: Tabelvorm, formulier: Formulier, delen: Iterable[Overdracht]) -> Tabel:
    """Return one of the tables of a form."""
    return Tabel(vorm, tuple(rij for deel in delen for rij in _rijen(vorm, formulier, deel)))


def _rijen(vorm: Tabelvorm, formulier: Formulier, deel: Overdracht) -> Iterator[tuple[Cel, ...]]:
    kwijt = frozenset(deel.niet_gevonden)
    begin = tuple(getattr(deel, naam) or None for naam in IDENTITEIT)
    if not vorm.veld:
        rest = json.dumps(_als_json(_rest(formulier, deel.waarden)), ensure_ascii=False, sort_keys=True)
        begin = (*begin, "|".join(deel.niet_gevonden) or None, rest if rest != "{}" else None)
        yield (*begin, *(_cel(kolom, deel.waarden, kwijt) for kolom in vorm.kolommen[len(begin) :]))
        return
    for nr, rij in enumerate(_tabelrijen(deel.waarden.get(vorm.veld)), 1):
        weg = frozenset(sleutel.removeprefix(f"{vorm.veld}.") for sleutel in kwijt)
        yield (*begin, nr, *(_cel(kolom, rij, weg) for kolom in vorm.kolommen[len(begin) + 1 :]))


def _tabelrijen(waarde: Any) -> Sequence[Mapping[str, Any]]:
    return waarde if _is_tabel(waarde) else ()


def _is_tabel(waarde: Any) -> bool:
    return isinstance(waarde, (tuple, list)) and all(isinstance(rij, Mapping) for rij in waarde)


def _cel(kolom: Kolomvorm, waarden: Mapping[str, Any], kwijt: frozenset[str]) -> Cel:
    """Return what stands in a cell: an answer, nothing, or that the place of the answer is lost."""
    waarde: Any = waarden
    for stap in kolom.pad:
        waarde = waarde.get(stap) if isinstance(waarde, Mapping) else None
    if waarde is not None and not is_leeg(waarde) and _past(kolom.soort, waarde):
        return tuple(waarde) if kolom.soort == "meerkeuze" and not isinstance(waarde, Onleesbaar) else waarde
    sleutel = ".".join(kolom.pad)
    weg = sleutel in kwijt or (kolom.soort == "meerkeuze" and any(s.startswith(f"{sleutel}.") for s in kwijt))
    return Merk.KWIJT if weg else None


def _past(soort: str, waarde: Any) -> bool:
    """True when a value is of the kind of its column, so that it can be read back."""
    if isinstance(waarde, Onleesbaar):
        return True
    if soort in _TEKSTSOORTEN:
        return isinstance(waarde, str)
    if soort == "datum":
        return type(waarde) is date
    if soort == "getal":
        return isinstance(waarde, (int, float)) and not isinstance(waarde, bool)
    return isinstance(waarde, (tuple, list)) and all(isinstance(d, str) and d and "|" not in d for d in waarde)


def _rest(formulier: Formulier, waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Return what has no column: key → value, in the keys that messages use."""
    rest: dict[str, Any] = {}
    for sleutel, waarde in waarden.items():
        if not is_leeg(waarde):
            rest |= _rest_van(formulier.veld(sleutel), sleutel, waarde, formulier)
    return rest


def _rest_van(veld: Veld | None, sleutel: str, waarde: Any, formulier: Formulier) -> dict[str, Any]:
    soorten: dict[str, str]
    if veld is None:
        return {sleutel: waarde}
    if veld.soort == "tabel":
        if not _is_tabel(waarde):
            return {sleutel: waarde}
        soorten = {kolom.sleutel: kolom.soort for kolom in veld.kolommen}
        cellen = {f"{sleutel}[{nr}].{k}": (k, w) for nr, rij in enumerate(waarde, 1) for k, w in rij.items()}
    elif veld.per_leefgebied == "ja" or veld.soort == "handtekening":
        if not isinstance(waarde, Mapping):
            return {sleutel: waarde}
        per_gebied = veld.per_leefgebied == "ja"
        soorten = {g.sleutel: veld.soort for g in formulier.leefgebieden} if per_gebied else {**DELEN_HANDTEKENING}
        cellen = {f"{sleutel}.{k}": (k, w) for k, w in waarde.items()}
    else:
        soorten, cellen = {sleutel: veld.soort}, {sleutel: (sleutel, waarde)}
    return {
        naam: w for naam, (k, w) in cellen.items() if not is_leeg(w) and not (k in soorten and _past(soorten[k], w))
    }


# --------------------------------------------------------------------------
# Rows to forms


@dataclass(slots=True)
class _Bouw:
    """One form while it is put together again."""

    identiteit: dict[str, Any]
    waarden: dict[str, Any] = field(default_factory=dict)
    kwijt: tuple[str, ...] = ()
    rest: dict[str, Any] = field(default_factory=dict)


def lees_terug(tabellen: Sequence[Tabel]) -> tuple[Overdracht, ...]:
    """Return the forms that stand in the tables of one form: what `tabellen_van` was given.

    A form is known by its file; a value that could not be read comes back as `Onleesbaar`.
    """
    hoofd, *delen = tabellen
    bouw: dict[str, _Bouw] = {}
    for rij in hoofd.rijen:
        deel = _begin(hoofd.vorm, rij)
        bouw[deel.identiteit["bestand"]] = deel
    for tabel in delen:
        plek = [kolom.naam for kolom in tabel.vorm.kolommen].index("bestand")
        for rij in tabel.rijen:
            cellen = {k.pad[0]: c for k, c in zip(tabel.vorm.kolommen, rij, strict=True) if k.pad and _gevuld(c)}
            bouw[str(rij[plek] or "")].waarden.setdefault(tabel.vorm.veld, []).append(cellen)
    return tuple(map(_klaar, bouw.values()))


def _gevuld(cel: Cel) -> bool:
    return cel is not None and cel is not Merk.KWIJT


def _begin(vorm: Tabelvorm, rij: Sequence[Cel]) -> _Bouw:
    vast = {k.naam: cel for k, cel in zip(vorm.kolommen, rij, strict=True) if not k.pad}
    identiteit = {naam: vast[naam] if naam == "cyclus" else vast[naam] or "" for naam in IDENTITEIT}
    deel = _Bouw(identiteit)
    deel.kwijt = tuple((vast[KWIJTKOLOM] or "").split("|")) if vast[KWIJTKOLOM] else ()
    deel.rest = _uit_json(json.loads(vast[RESTKOLOM])) if vast[RESTKOLOM] else {}
    for kolom, cel in zip(vorm.kolommen, rij, strict=True):
        if kolom.pad and _gevuld(cel):
            _zet(deel.waarden, kolom.pad, cel)
    return deel


def _zet(waarden: dict[str, Any], pad: Sequence[str], waarde: Any) -> None:
    *begin, laatste = pad
    for stap in begin:
        waarden = waarden.setdefault(stap, {})
    waarden[laatste] = waarde


def _klaar(deel: _Bouw) -> Overdracht:
    for sleutel, waarde in deel.rest.items():
        gevonden = _CEL.fullmatch(sleutel)
        if gevonden and gevonden["rij"]:
            deel.waarden[gevonden["veld"]][int(gevonden["rij"]) - 1][gevonden["rest"]] = waarde
        else:
            _zet(deel.waarden, sleutel.split(".", 1), waarde)
    waarden = {sleutel: tuple(w) if isinstance(w, list) else w for sleutel, w in deel.waarden.items()}
    return Overdracht(**deel.identiteit, waarden=waarden, niet_gevonden=deel.kwijt)


def _als_json(waarde: Any) -> Any:
    """Return a value as plain JSON that says what kind it was."""
    if isinstance(waarde, Onleesbaar):
        return {"#onleesbaar": waarde.ruw, "reden": waarde.reden}
    if isinstance(waarde, date):
        return {"#datum": waarde.isoformat()}
    if isinstance(waarde, Mapping):
        return {str(sleutel): _als_json(deel) for sleutel, deel in waarde.items()}
    return [_als_json(deel) for deel in waarde] if isinstance(waarde, (tuple, list)) else waarde


def _uit_json(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        if "#onleesbaar" in waarde:
            return Onleesbaar(waarde["#onleesbaar"], waarde["reden"])
        if "#datum" in waarde:
            return date.fromisoformat(waarde["#datum"])
        return {sleutel: _uit_json(deel) for sleutel, deel in waarde.items()}
    return tuple(map(_uit_json, waarde)) if isinstance(waarde, list) else waarde
