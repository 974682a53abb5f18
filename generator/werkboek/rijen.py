"""From plain data to the cells of a workbook; what no cell can hold is a mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.bron import Bron, Bronfout, OngeldigeBron, Pad, bedoelde
from generator.model import Inrichting
from generator.werkboek.cellen import GEEN, NIETS, Cel, Onhoudbaar, lijst_in, tekst_in, woorden_in
from generator.werkboek.indeling import LIJST, WAARDE, Tabel, Variant, plaats_van, woordtabellen
from generator.werkboek.soorten import NAAM, PLEK, Patroon, Veldsoort, Vorm, velden

Rij = dict[str, Cel]
Zet = Callable[[str, Cel], None]

_HOORT_TEKST = "Hier hoort tekst. Zet aanhalingstekens om de waarde als het een getal is."
_HOORT_WAARDE = "Hier hoort tekst of een getal, geen lijst of groep."
_HOORT_LIJST = "Hier hoort een lijst: zet elk onderdeel op een eigen regel met een streepje ervoor."
_HOORT_GROEP = "Hier horen sleutels met een waarde (sleutel: waarde)."
_GEEN_SLEUTEL = "Dit onderdeel heeft geen sleutel. Zonder sleutel kan in een werkboek niets bij dit onderdeel horen."
_DUBBEL = "De sleutel ‘{}’ staat er al. In een werkboek is dan niet te zien wat bij welk onderdeel hoort."


@dataclass(slots=True)
class Inhoud:
    """All cells of a workbook: rows per table, and one value per key path for the rest."""

    kaart: dict[str, Cel] = field(default_factory=dict)
    rijen: dict[str, list[Rij]] = field(default_factory=dict)


def inhoud_van(bron: Bron) -> Inhoud:
    """Return the cells for the data of *bron*.

    Raises `OngeldigeBron` with everything that a workbook can't hold: unknown keys, a list
    where text belongs, things that belong to something without a key of its own.
    """
    vuller = _Vuller(bron)
    if not isinstance(bron.gegevens, dict):
        raise OngeldigeBron([bron.fout((), "Dit bestand is leeg of geen inrichting.")])
    vuller.record(bron.gegevens, Inrichting, _Plek((), (), ()), vuller.kaart(()))
    if vuller.fouten:
        raise OngeldigeBron(vuller.fouten)
    return vuller.inhoud


@dataclass(frozen=True, slots=True)
class _Plek:
    """Where the walk is: in the schema, in the data, and below which keys."""

    patroon: Patroon
    pad: Pad
    ouders: tuple[str, ...]

    def verder(self, stap: str) -> _Plek:
        return _Plek((*self.patroon, stap), (*self.pad, stap), self.ouders)

    def in_groep(self, sleutel: str) -> _Plek:
        return _Plek((*self.patroon, NAAM), (*self.pad, sleutel), (*self.ouders, sleutel))

    def in_lijst(self, nr: int, sleutel: str) -> _Plek:
        return _Plek((*self.patroon, PLEK), (*self.pad, nr), (*self.ouders, sleutel))


class _Vuller:
    """Walks through the data, in step with the schema."""

    def __init__(self, bron: Bron) -> None:
        self.bron = bron
        self.fouten: list[Bronfout] = []
        self.inhoud = Inhoud()
        self._bundels: dict[tuple[str, ...], Rij] = {}

    def kaart(self, pad: Pad) -> Zet:
        """Return what puts a field of a single record in its row."""
        return lambda naam, cel: self.inhoud.kaart.__setitem__(".".join(map(str, (*pad, naam))), cel)

    def record(self, gegevens: Mapping[str, Any], soort: type[Any], plek: _Plek, zet: Zet) -> None:
        bekend = velden(soort)
        for naam, waarde in gegevens.items():
            veld = bekend.get(naam)
            if veld is None:
                bericht = f"De sleutel ‘{naam}’ ken ik hier niet.{bedoelde(naam, bekend)}"
                self.fouten.append(self.bron.fout((*plek.pad, naam), bericht))
            elif veld.record is None and (*plek.patroon, naam) not in woordtabellen():
                self._cel(veld, waarde, (*plek.pad, naam), zet)
            else:
                self._kind(veld, waarde, plek.verder(naam), zet)

    # -- one cell

    def _cel(self, veld: Veldsoort, waarde: Any, pad: Pad, zet: Zet) -> None:
        bericht = _bezwaar(veld, waarde)
        if bericht is None:
            try:
                zet(veld.naam, _naar_cel(veld, waarde))
                return
            except Onhoudbaar as fout:
                bericht = str(fout)
        self.fouten.append(self.bron.fout(pad, bericht))

    def _sleutel(self, sleutel: str, pad: Pad) -> Cel:
        try:
            return tekst_in(sleutel)
        except Onhoudbaar as fout:
            self.fouten.append(self.bron.fout(pad, str(fout)))
            return ""

    # -- what has rows of its own

    def _kind(self, veld: Veldsoort, waarde: Any, plek: _Plek, zet: Zet) -> None:
        hoort: type[Any] = list if veld.vorm is Vorm.RECORDS else dict
        if waarde is None:
            zet(veld.naam, NIETS)
        elif not isinstance(waarde, hoort):
            self.fouten.append(self.bron.fout(plek.pad, _HOORT_LIJST if hoort is list else _HOORT_GROEP))
        elif not waarde:
            zet(veld.naam, GEEN)
        elif veld.vorm is Vorm.RECORD:
            self._een(waarde, veld.record, plek)
        elif veld.vorm is Vorm.RECORDS:
            self._lijst(waarde, veld.record, plek)
        else:
            self._groep(veld, waarde, plek)

    def _een(self, waarde: dict[str, Any], soort: Any, plek: _Plek) -> None:
        if plek.patroon in plaats_van():
            tabel, variant = plaats_van()[plek.patroon]
            self.record(waarde, soort, plek, self._rij(tabel, variant, plek).__setitem__)
        else:
            self.record(waarde, soort, plek, self.kaart(plek.pad))

    def _lijst(self, waarde: list[Any], soort: Any, plek: _Plek) -> None:
        self._sleutels(waarde, soort, plek)
        for nr, deel in enumerate(waarde):
            sleutel = deel.get("sleutel") if isinstance(deel, dict) else None
            hier = plek.in_lijst(nr, sleutel if isinstance(sleutel, str) else "")
            tabel, variant = plaats_van()[hier.patroon]
            rij = self._rij(tabel, variant, hier)
            rij[variant.ouders[-1]] = nr + 1
            self._deel(deel, soort, hier, rij)

    def _groep(self, veld: Veldsoort, waarde: dict[str, Any], plek: _Plek) -> None:
        for sleutel, deel in waarde.items():
            hier = plek.in_groep(sleutel)
            if veld.vorm is Vorm.GROEP_RECORDS:
                self._lijst_in_groep(veld, deel, hier)
                continue
            tabel, variant = plaats_van()[hier.patroon]
            rij = self._bundelrij(tabel, variant, hier) if tabel.bundel else self._rij(tabel, variant, hier)
            if veld.vorm is Vorm.WOORDEN:
                kolom = veld.naam if tabel.bundel else "tekst"
                self._cel(Veldsoort(kolom, Vorm.TEKST), deel, hier.pad, rij.__setitem__)
            else:
                self._deel(deel, veld.record, hier, rij)

    def _lijst_in_groep(self, veld: Veldsoort, deel: Any, plek: _Plek) -> None:
        if deel is None or deel == []:
            tabel, variant = plaats_van()[(*plek.patroon, PLEK)]
            self._rij(tabel, variant, plek)[WAARDE] = NIETS if deel is None else GEEN
        elif isinstance(deel, list):
            self._lijst(deel, veld.record, plek)
        else:
            self.fouten.append(self.bron.fout(plek.pad, _HOORT_LIJST))

    def _deel(self, deel: Any, soort: Any, plek: _Plek, rij: Rij) -> None:
        """Fill the row of one record; an empty one says so, unless its key shows that it is there."""
        if isinstance(deel, dict):
            if not deel and plek.patroon[-1] == PLEK:
                rij[WAARDE] = GEEN
            self.record(deel, soort, plek, rij.__setitem__)
        elif deel is None:
            rij[WAARDE] = NIETS
        else:
            self.fouten.append(self.bron.fout(plek.pad, _HOORT_GROEP))

    def _rij(self, tabel: Tabel, variant: Variant, plek: _Plek) -> Rij:
        """Return a new row that says to what it belongs."""
        rij: Rij = {
            naam: self._sleutel(waarde, plek.pad) for naam, waarde in zip(variant.ouders, plek.ouders, strict=False)
        }
        if variant.genummerd:
            rij.pop(variant.ouders[-1], None)
        if variant.lijst:
            rij[LIJST] = variant.lijst
        self.inhoud.rijen.setdefault(tabel.naam, []).append(rij)
        return rij

    def _bundelrij(self, tabel: Tabel, variant: Variant, plek: _Plek) -> Rij:
        """Return the row that several groups of words share: one per key."""
        wie = (tabel.naam, *plek.ouders)
        if wie not in self._bundels:
            self._bundels[wie] = self._rij(tabel, variant, plek)
        return self._bundels[wie]

    def _sleutels(self, waarde: list[Any], soort: Any, plek: _Plek) -> None:
        """Check that what has rows elsewhere can be found by its key."""
        delen = [(nr, deel) for nr, deel in enumerate(waarde) if isinstance(deel, dict)]
        aantal = Counter(deel["sleutel"] for _, deel in delen if isinstance(deel.get("sleutel"), str))
        for nr, deel in delen:
            if not any(deel.get(veld.naam) for veld in velden(soort).values() if veld.record is not None):
                continue
            sleutel = deel.get("sleutel")
            if not isinstance(sleutel, str):
                self.fouten.append(self.bron.fout((*plek.pad, nr), _GEEN_SLEUTEL))
            elif aantal[sleutel] > 1:
                self.fouten.append(self.bron.fout((*plek.pad, nr, "sleutel"), _DUBBEL.format(sleutel[:40])))


def _bezwaar(veld: Veldsoort, waarde: Any) -> str | None:
    """Return why a value doesn't fit a field, or None when it does."""
    if waarde is None:
        return None
    if veld.vorm is Vorm.LIJST:
        return _HOORT_LIJST if not isinstance(waarde, list) else _teksten(waarde)
    if veld.vorm is Vorm.WOORDEN:
        return _HOORT_GROEP if not isinstance(waarde, dict) else _teksten(waarde.values())
    if isinstance(waarde, list | dict):
        return _HOORT_WAARDE
    return None if isinstance(waarde, str) or veld.vorm is Vorm.GETAL else _HOORT_TEKST


def _teksten(waarden: Any) -> str | None:
    return None if all(deel is None or isinstance(deel, str) for deel in waarden) else _HOORT_TEKST


def _naar_cel(veld: Veldsoort, waarde: Any) -> Cel:
    if veld.vorm is Vorm.LIJST:
        return lijst_in(waarde)
    return woorden_in(waarde) if veld.vorm is Vorm.WOORDEN else tekst_in(waarde)


def koppen(inhoud: Inhoud, tabel: Tabel) -> Iterator[str]:
    """Yield the columns that a table needs: all fields, and marks only where there is one."""
    gebruikt = {naam for rij in inhoud.rijen.get(tabel.naam, ()) for naam in rij}
    yield from (kolom.naam for kolom in tabel.kolommen if kolom.rol != "merk" or kolom.naam in gebruikt)
