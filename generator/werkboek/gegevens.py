"""From the cells of a workbook to plain data, with the place of every key path.

What is wrong with a cell or a row is collected; nothing is guessed and nothing dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.bron import Bron, Bronfout, OngeldigeBron, Pad, bedoelde, toon_pad
from generator.model import FASEN, Inrichting
from generator.werkboek.cellen import GEEN, NIETS, Cel, lijst_uit, tekst_uit, woorden_uit
from generator.werkboek.indeling import LIJST, WAARDE, Kaart, Kolom, Tabel, Variant, kaarten, plaats_van, tabellen
from generator.werkboek.soorten import NAAM, PLEK, Patroon, Veldsoort, Vorm, record_op, velden

_FASEN: Patroon = ("fasen", PLEK)


@dataclass(frozen=True, slots=True)
class Veldcel:
    """What stands in a cell, and where."""

    waarde: Cel
    plek: str


@dataclass(frozen=True, slots=True)
class Leesrij:
    """A row that was read: its place, and its cells by column; empty cells are left out."""

    plek: str
    cellen: Mapping[str, Veldcel]


@dataclass(slots=True)
class Gelezen:
    """What stands in a workbook, before it is understood."""

    bladen: dict[str, str] = field(default_factory=dict)
    kaarten: dict[str, list[Leesrij]] = field(default_factory=dict)
    rijen: dict[str, list[Leesrij]] = field(default_factory=dict)
    fouten: list[Bronfout] = field(default_factory=list)


def bron_uit(gelezen: Gelezen, bestand: str) -> Bron:
    """Return the data in a workbook; `OngeldigeBron` with every cell that can't be understood."""
    bouwer = _Bouwer(bestand, gelezen)
    bouwer.bouw()
    if bouwer.fouten:
        raise OngeldigeBron(bouwer.fouten)
    return Bron(bestand, _op_volgorde(bouwer.gegevens, Inrichting), bouwer.regels)


class _Verkeerd(Exception):
    """A row or cell that can't be used; the mistake has been noted."""


class _Bouwer:
    def __init__(self, bestand: str, gelezen: Gelezen) -> None:
        self.bestand, self.gelezen = bestand, gelezen
        self.fouten: list[Bronfout] = list(gelezen.fouten)
        self.gegevens: dict[str, Any] = {}
        self.regels: dict[Pad, int | str] = {}
        self._plekken: dict[Pad, dict[str, list[int]]] = {}

    def bouw(self) -> None:
        for naam, kaart in kaarten().items():
            self._kaart(kaart, self.gelezen.kaarten.get(naam, []))
        werk = [
            (variant, tabel, rijen)
            for tabel in tabellen().values()
            for variant, rijen in self._verdeeld(tabel, self.gelezen.rijen.get(tabel.naam, []))
        ]
        for variant, tabel, rijen in sorted(werk, key=lambda deel: len(deel[0].patroon)):
            if tabel.bundel:
                self._bundel(tabel, variant, rijen)
            elif variant.genummerd:
                self._lijsten(tabel, variant, rijen)
            else:
                self._losse(tabel, variant, rijen)

    def _fout(self, plek: str, bericht: str, pad: Pad = ()) -> _Verkeerd:
        self.fouten.append(Bronfout(self.bestand, plek, toon_pad(pad), bericht))
        return _Verkeerd()

    # -- sheets with a row per field

    def _kaart(self, kaart: Kaart, rijen: list[Leesrij]) -> None:
        bekend = {".".join((*patroon, naam)): (patroon, veld) for patroon, naam, veld in _kaartvelden(kaart)}
        gezien: set[str] = set()
        for rij in rijen:
            onderdeel, cel = rij.cellen.get("onderdeel"), rij.cellen.get(WAARDE)
            if onderdeel is None:
                if cel is not None:
                    self._fout(cel.plek, "Links van deze waarde staat niet waar zij bij hoort. Vul ‘onderdeel’ in.")
                continue
            naam = str(onderdeel.waarde).strip()
            if naam not in bekend:
                self._fout(onderdeel.plek, f"Het onderdeel ‘{naam[:60]}’ ken ik hier niet.{bedoelde(naam, bekend)}")
            elif naam in gezien:
                self._fout(onderdeel.plek, f"Het onderdeel ‘{naam}’ staat hier dubbel. Haal er één weg.")
            elif cel is not None:
                self._kaartveld(kaart, *bekend[naam], cel)
            gezien.add(naam)

    def _kaartveld(self, kaart: Kaart, patroon: Patroon, veld: Veldsoort, cel: Veldcel) -> None:
        record: dict[str, Any] = self.gegevens
        for nr, stap in enumerate(patroon):
            record = _onder(record, stap, {})
            self.regels.setdefault(patroon[: nr + 1], self.gelezen.bladen[kaart.naam])
        rol = "veld" if veld.record is None and (*patroon, veld.naam, NAAM) not in plaats_van() else "merk"
        self._veld(record, Kolom(veld.naam, rol, veld), cel, patroon)

    # -- rows

    def _verdeeld(self, tabel: Tabel, rijen: list[Leesrij]) -> Iterable[tuple[Variant, list[Leesrij]]]:
        """Say for every row which part of the inrichting it belongs to."""
        verdeeld: dict[Variant, list[Leesrij]] = {variant: [] for variant in tabel.varianten}
        for rij in rijen:
            if not _is_leeg(tabel, rij):
                try:
                    verdeeld[self._variant(tabel, rij)].append(rij)
                except _Verkeerd:
                    continue
        return verdeeld.items()

    def _variant(self, tabel: Tabel, rij: Leesrij) -> Variant:
        gevuld = {kolom.naam for kolom in tabel.kolommen if kolom.rol == "ouder" and kolom.naam in rij.cellen}
        passend = [variant for variant in tabel.varianten if set(variant.boven) == gevuld]
        if not passend:
            manieren = "; of ".join(dict.fromkeys(" en ".join(variant.boven) for variant in tabel.varianten))
            raise self._fout(rij.plek, f"Hier is niet te zien waar deze rij bij hoort. Vul in: {manieren}.")
        if not passend[0].lijst:
            return passend[0]
        cel = rij.cellen.get(LIJST)
        woord = str(cel.waarde).strip().lower() if cel else ""
        gevonden = [variant for variant in passend if variant.lijst == woord]
        if not gevonden:
            woorden = [variant.lijst for variant in passend]
            bericht = f"Kies bij ‘{LIJST}’ uit: {', '.join(woorden)}.{bedoelde(woord, woorden) if woord else ''}"
            raise self._fout(cel.plek if cel else rij.plek, bericht)
        return gevonden[0]

    def _lijsten(self, tabel: Tabel, variant: Variant, rijen: list[Leesrij]) -> None:
        """Make lists of records, each list in the order of its numbers."""
        lijsten: dict[Pad, tuple[list[Any], list[Leesrij]]] = {}
        for rij in rijen:
            try:
                houder, pad = self._houder(variant.patroon[:-1], variant.boven, rij)
            except _Verkeerd:
                continue
            lijsten.setdefault(pad, (houder, []))[1].append(rij)
        for pad, (lijst, van_lijst) in lijsten.items():
            self.regels.setdefault(pad, self.gelezen.bladen[tabel.naam])
            for rij in self._genummerd(tabel, variant, van_lijst):
                self._lijstrij(tabel, variant, rij, lijst, pad)

    def _lijstrij(self, tabel: Tabel, variant: Variant, rij: Leesrij, lijst: list[Any], pad: Pad) -> None:
        cel = rij.cellen.get(WAARDE)
        if cel and variant.ouders[-1] not in rij.cellen and not _velden_in(tabel, rij):
            # A list that is there, and empty.
            self._merk(cel)
            if cel.waarde == NIETS:
                self._leeg_in_groep(pad)
            return
        hier = (*pad, len(lijst))
        record = self._record(tabel, rij, hier)
        lijst.append(record)
        if isinstance(record, dict) and isinstance(record.get("sleutel"), str):
            self._plekken.setdefault(pad, {}).setdefault(record["sleutel"], []).append(len(lijst) - 1)

    def _leeg_in_groep(self, pad: Pad) -> None:
        groep: Any = self.gegevens
        for stap in pad[:-1]:
            groep = groep[stap]
        groep[pad[-1]] = None

    def _losse(self, tabel: Tabel, variant: Variant, rijen: list[Leesrij]) -> None:
        """Make records of a group, words of a group, or the one record that something else has."""
        in_groep = variant.patroon[-1] == NAAM
        gezien: set[Pad] = set()
        for rij in rijen:
            try:
                houder, pad = self._houder(variant.patroon[:-1], variant.boven, rij)
                naam = self._naam(variant.ouders[-1], rij) if in_groep else variant.patroon[-1]
                if (*pad, naam) in gezien:
                    wat = naam if in_groep else str(rij.cellen[variant.boven[-1]].waarde)
                    raise self._fout(rij.plek, f"‘{wat[:40]}’ staat hier dubbel. Haal er één weg.", (*pad, naam))
            except _Verkeerd:
                continue
            if pad:
                self.regels.setdefault(pad, self.gelezen.bladen[tabel.naam])
            gezien.add((*pad, naam))
            houder[naam] = self._los(tabel, variant, rij, (*pad, naam))

    def _los(self, tabel: Tabel, variant: Variant, rij: Leesrij, pad: Pad) -> Any:
        if _is_record(variant):
            return self._record(tabel, rij, pad)
        self.regels[pad] = rij.plek
        cel = rij.cellen.get("tekst")
        if cel is None:
            return None
        self.regels[pad] = cel.plek
        return _als_tekst(cel.waarde)

    def _bundel(self, tabel: Tabel, variant: Variant, rijen: list[Leesrij]) -> None:
        """Fill several groups of words from one row: labels, hulp and verplicht of a field."""
        for rij in rijen:
            try:
                houder, pad = self._houder(variant.patroon[:-2], variant.boven, rij)
                naam = self._naam(variant.ouders[-1], rij)
            except _Verkeerd:
                continue
            for kolom in tabel.bundel:
                cel = rij.cellen.get(kolom)
                if cel is None:
                    continue
                if (*pad, kolom, naam) in self.regels:
                    self._fout(cel.plek, f"‘{naam[:40]}’ staat hier dubbel. Haal er één weg.", (*pad, kolom, naam))
                self.regels.setdefault((*pad, kolom), self.gelezen.bladen[tabel.naam])
                self.regels[(*pad, kolom, naam)] = cel.plek
                _onder(houder, kolom, {})[naam] = _als_tekst(cel.waarde)

    # -- where a row belongs

    def _houder(self, patroon: Patroon, kolommen: tuple[str, ...], rij: Leesrij) -> tuple[Any, Pad]:
        """Return the list or group to which a row belongs, made when it isn't there yet."""
        hier: Any = self.gegevens
        pad: Pad = ()
        over = iter(kolommen)
        for nr, stap in enumerate(patroon):
            if stap == PLEK:
                plaats = self._plaats_in(pad, patroon[: nr + 1], next(over), rij)
                hier, pad = hier[plaats], (*pad, plaats)
            else:
                naam = stap if stap != NAAM else self._groepsnaam(hier, patroon[: nr + 1], next(over), rij)
                volgende = patroon[nr + 1] if nr + 1 < len(patroon) else ""
                hier, pad = _onder(hier, naam, [] if self._wordt_lijst(patroon, nr, volgende) else {}), (*pad, naam)
        return hier, pad

    @staticmethod
    def _wordt_lijst(patroon: Patroon, nr: int, volgende: str) -> bool:
        """Tell whether this step of a pattern holds a list; the last step of one may have been cut off."""
        return volgende == PLEK or (nr + 1 == len(patroon) and (*patroon, PLEK) in plaats_van())

    def _naam(self, kolom: str, rij: Leesrij) -> str:
        cel = rij.cellen.get(kolom)
        naam = _als_tekst(cel.waarde) if cel else None
        if naam is None:
            raise self._fout(cel.plek if cel else rij.plek, f"Vul in de kolom ‘{kolom}’ een sleutel in.")
        return naam

    def _plaats_in(self, pad: Pad, patroon: Patroon, kolom: str, rij: Leesrij) -> int:
        naam = self._naam(kolom, rij)
        plekken = self._plekken.get(pad, {})
        gevonden = plekken.get(naam, [])
        if len(gevonden) != 1:
            raise self._fout(rij.cellen[kolom].plek, _geen_ouder(naam, patroon, plekken, len(gevonden)))
        return gevonden[0]

    def _groepsnaam(self, groep: Any, patroon: Patroon, kolom: str, rij: Leesrij) -> str:
        naam = self._naam(kolom, rij)
        if patroon in plaats_van() and not isinstance(groep.get(naam), dict):
            raise self._fout(rij.cellen[kolom].plek, _geen_ouder(naam, patroon, groep, 0))
        return naam

    # -- cells

    def _record(self, tabel: Tabel, rij: Leesrij, pad: Pad) -> dict[str, Any] | None:
        self.regels[pad] = rij.plek
        record: dict[str, Any] = {}
        for kolom in tabel.kolommen:
            cel = rij.cellen.get(kolom.naam)
            if cel is not None and kolom.veld is not None:
                self._veld(record, kolom, cel, pad)
        merk = rij.cellen.get(WAARDE)
        if merk is not None:
            self._merk(merk)
            return record if record or merk.waarde == GEEN else None
        return record

    def _veld(self, record: dict[str, Any], kolom: Kolom, cel: Veldcel, pad: Pad) -> None:
        if kolom.veld is None:
            return
        hier = (*pad, kolom.naam)
        self.regels[hier] = cel.plek
        if kolom.rol == "merk":
            self._merk(cel)
            leeg: Any = [] if kolom.veld.vorm is Vorm.RECORDS else {}
            if not record.get(kolom.naam):
                record[kolom.naam] = leeg if cel.waarde == GEEN else None
            return
        try:
            record[kolom.naam] = _waarde(kolom.veld, cel.waarde)
        except ValueError as fout:
            self._fout(cel.plek, str(fout), hier)

    def _merk(self, cel: Veldcel) -> None:
        if cel.waarde not in (GEEN, NIETS):
            self._fout(cel.plek, f"Hier kan alleen {GEEN} of {NIETS} staan, of niets. Maak deze cel leeg.")

    # -- order

    def _genummerd(self, tabel: Tabel, variant: Variant, rijen: list[Leesrij]) -> list[Leesrij]:
        """Return the rows of one list in order.

        Numbers say the order; equal numbers stay as they stand.  A row without a number follows
        the row above it, and comes last when no numbered row follows.
        """
        nummers = [self._nummer(rij.cellen.get(tabel.volgorde)) for rij in rijen]
        if variant.patroon == _FASEN and (None in nummers or len(set(nummers)) < len(nummers)):
            return sorted(rijen, key=_faseplek)
        laatste = max((nr for nr, nummer in enumerate(nummers) if nummer is not None), default=-1)
        plaatsen: list[float] = []
        for nr, nummer in enumerate(nummers):
            vorige = plaatsen[-1] if plaatsen else float("-inf")
            plaatsen.append(nummer if nummer is not None else float("inf") if nr > laatste else vorige)
        return [rij for _, rij in sorted(zip(plaatsen, rijen, strict=True), key=lambda paar: paar[0])]

    def _nummer(self, cel: Veldcel | None) -> float | None:
        if cel is None:
            return None
        try:
            return float(str(cel.waarde).replace(",", "."))
        except ValueError:
            self._fout(cel.plek, "Hier hoort een nummer: de plek in de volgorde. Leeg laten mag ook.")
            return None


def _kaartvelden(kaart: Kaart) -> Iterable[tuple[Patroon, str, Veldsoort]]:
    for patroon in kaart.patronen:
        for naam, veld in velden(record_op(patroon)).items():
            yield patroon, naam, veld


def _is_record(variant: Variant) -> bool:
    try:
        record_op(variant.patroon)
    except KeyError:
        return False
    return True


def _velden_in(tabel: Tabel, rij: Leesrij) -> bool:
    return any(kolom.rol == "veld" and kolom.naam in rij.cellen for kolom in tabel.kolommen)


def _is_leeg(tabel: Tabel, rij: Leesrij) -> bool:
    """Tell whether a row says nothing: only a number, or only to what it belonged."""
    rollen = {kolom.naam: kolom.rol for kolom in tabel.kolommen}
    over = {rollen[naam] for naam in rij.cellen} - {"nr", "ouder", "lijst"}
    return not over or (bool(tabel.bundel) and over == {"sleutel"})


def _faseplek(rij: Leesrij) -> int:
    cel = rij.cellen.get("sleutel")
    sleutels: tuple[str, ...] = FASEN
    return sleutels.index(str(cel.waarde)) if cel and cel.waarde in sleutels else len(sleutels)


def _geen_ouder(naam: str, patroon: Patroon, bekend: Iterable[str], aantal: int) -> str:
    tabel, _ = plaats_van()[patroon]
    if aantal:
        return (
            f"De sleutel ‘{naam[:40]}’ staat op blad ‘{tabel.blad}’ dubbel. Zo is niet te zien waar deze rij bij hoort."
        )
    return f"Op blad ‘{tabel.blad}’ staat geen rij met de sleutel ‘{naam[:40]}’.{bedoelde(naam, bekend)}"


def _onder(houder: Any, naam: str, anders: Any) -> Any:
    """Return what stands below a key; made when there is nothing, or only that it had no value."""
    if not isinstance(houder.get(naam), type(anders)):
        houder[naam] = anders
    return houder[naam]


def _als_tekst(cel: Cel) -> str | None:
    waarde = tekst_uit(cel)
    return waarde if waarde is None or isinstance(waarde, str) else str(waarde)


def _waarde(veld: Veldsoort, cel: Cel) -> Any:
    """Return the value of a field; ValueError with what is wrong with the cell."""
    if veld.vorm is Vorm.LIJST:
        return lijst_uit(str(cel))
    if veld.vorm is Vorm.WOORDEN:
        return woorden_uit(str(cel))
    return tekst_uit(cel) if veld.vorm is Vorm.GETAL else _als_tekst(cel)


def _op_volgorde(gegevens: Any, soort: type[Any]) -> Any:
    """Return a record with its keys in the order of the model."""
    if not isinstance(gegevens, dict):
        return gegevens
    return {naam: _deel(gegevens[naam], veld) for naam, veld in velden(soort).items() if naam in gegevens}


def _deel(waarde: Any, veld: Veldsoort) -> Any:
    if veld.record is None or not isinstance(waarde, list | dict):
        return waarde
    if veld.vorm is Vorm.RECORD:
        return _op_volgorde(waarde, veld.record)
    if isinstance(waarde, list):
        return [_op_volgorde(deel, veld.record) for deel in waarde]
    if veld.vorm is Vorm.GROEP:
        return {naam: _op_volgorde(deel, veld.record) for naam, deel in waarde.items()}
    return {naam: [_op_volgorde(rij, veld.record) for rij in deel] if isinstance(deel, list) else deel
            for naam, deel in waarde.items()}  # fmt: skip
