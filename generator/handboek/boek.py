"""What every part of the handleiding needs to know, looked up once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.formulier import opzoeker_inrichting
from generator.handboek.blokken import Regel, Stuk
from generator.handboek.fouten import Handboekfout
from generator.handboek.hoofdstukken import Hoofdstukkenmap
from generator.handboek.nummers import bijlagenummers, verwijzing
from generator.inrichting import woorden_van
from generator.model import Fase, Formulier, Inrichting, Instrument
from generator.taal import VERWIJZING, opsomming, vul_in

_MAANDEN = tuple("januari februari maart april mei juni juli augustus september oktober november december".split())
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Boek:
    """The inrichting and its forms, with the words and annex numbers that follow from them.

    ``geopend`` are the chapters that are being read, the one inside the other; ``gebonden``
    says whether the blank forms stand behind the text.
    """

    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    woorden: Mapping[str, str]
    nummers: Mapping[str, int]
    fase: Fase | None = None
    hoofdstukken: Hoofdstukkenmap = field(default_factory=Hoofdstukkenmap)
    geopend: tuple[str, ...] = ()
    gebonden: bool = True

    @classmethod
    def van(
        cls,
        inrichting: Inrichting,
        formulieren: Mapping[str, Formulier],
        hoofdstukken: Hoofdstukkenmap | None = None,
    ) -> Boek:
        """Look up the words and numbers of *inrichting*; without *hoofdstukken* it has those of the model."""
        woorden, nummers = woorden_van(inrichting), bijlagenummers(inrichting)
        return cls(inrichting, formulieren, woorden, nummers, hoofdstukken=hoofdstukken or Hoofdstukkenmap())

    def bij(self, fase: Fase) -> Boek:
        """Return the same book, opened at *fase*: texts may say ``{fase_nr}`` and ``{deze_fase}``."""
        eigen = {"fase_nr": str(self.fasenummer(fase.sleutel)), "deze_fase": self.tekst(fase.naam)}
        return replace(self, fase=fase, woorden={**self.woorden, **eigen})

    def in_hoofdstuk(self, naam: str) -> Boek:
        """Return the same book with chapter *naam* open; a chapter that calls in itself would never end."""
        if naam.casefold() in self.geopend:
            raise Handboekfout(f"‘{naam}’ staat hier in zichzelf, zonder einde. Haal deze regel weg.")
        return replace(self, geopend=(*self.geopend, naam.casefold()))

    def tekst(self, tekst: str) -> str:
        """Return *tekst* in the organisation's own words."""
        return vul_in(tekst, self.woorden)

    def regel(self, tekst: str, stijl: str = "") -> Regel:
        """Return *tekst* as pieces; a form or tool that is an annex becomes a reference to it."""
        if "{formulier." not in tekst and "{instrument." not in tekst:
            return (Stuk(self.tekst(tekst), stijl),)
        stukken: list[Stuk] = []
        vorige = 0
        for treffer in VERWIJZING.finditer(tekst):
            instrument = self._genoemd(treffer[1])
            if instrument is None or instrument.sleutel not in self.nummers:
                continue
            stukken.append(Stuk(self.tekst(tekst[vorige : treffer.start()]), stijl))
            stukken += self.verwijzing(instrument)
            vorige = treffer.end()
        stukken.append(Stuk(self.tekst(tekst[vorige:]), stijl))
        return tuple(stuk for stuk in stukken if stuk.tekst)

    def _genoemd(self, naam: str) -> Instrument | None:
        groep, _, sleutel = naam.partition(".")
        lijst = self.inrichting.instrumenten
        if groep == "formulier":
            return next((deel for deel in lijst if deel.formulier == sleutel), None)
        return self.inrichting.instrument(sleutel) if groep == "instrument" else None

    def verwijzing(self, instrument: Instrument) -> Regel:
        """Return an instrument as the text names it: *Begeleidingsplan (bijlage 7)*."""
        return verwijzing(replace(instrument, naam=self.tekst(instrument.naam)), self.nummers)

    def fasenummer(self, sleutel: str) -> int:
        """Return 1 for the first fase … 8 for the last."""
        return 1 + next(nr for nr, fase in enumerate(self.inrichting.fasen) if fase.sleutel == sleutel)

    def fasenaam(self, sleutel: str) -> str:
        """Return a fase with its number: ``fase 3 Opnamefase``."""
        return f"fase {self.fasenummer(sleutel)}: {self.tekst(self.inrichting.fase(sleutel).naam)}"

    def wie(self, sleutels: tuple[str, ...]) -> str:
        """Return the names of rollen as a list in words."""
        namen = [self.tekst(self.inrichting.rolnaam(sleutel)) for sleutel in sleutels]
        return opsomming(list(dict.fromkeys(namen)))

    def aan(self, pad: str) -> bool:
        """True when a setting such as ``organisatie.minderjarigen`` is ja."""
        return bool(opzoeker_inrichting(self.inrichting)(pad) == "ja")

    def kent(self, pad: str) -> bool:
        """True when there is a setting of this name."""
        return opzoeker_inrichting(self.inrichting)(pad) is not None


def datum_in_woorden(datum: str) -> str:
    """Return ``2026-11-21`` as ``21 november 2026``; anything else as it is."""
    delen = _ISO.fullmatch(datum)
    if delen is None or not 1 <= int(delen[2]) <= 12:
        return datum
    return f"{int(delen[3])} {_MAANDEN[int(delen[2]) - 1]} {delen[1]}"


def hoofdletter(tekst: str) -> str:
    """Return *tekst* with a capital."""
    return tekst[:1].upper() + tekst[1:]
