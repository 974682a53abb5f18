"""Where the chapters come from: those of the organisation first, then those of the model.

An organisation puts Markdown files in ``handleiding/`` beside its inrichting.  A file with the
name of a chapter of the model replaces it, a new name that starts with a number is a chapter
more, and a file with nothing in it leaves the chapter out.  Nothing outside that folder is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator import content
from generator.bestanden import oorzaak_van
from generator.bron import bedoelde
from generator.handboek.fouten import Handboekfout, Hoofdstukfout
from generator.model import FASEN

EIGEN_MAP = "handleiding"
_FASENMAP = "fasen"
MAX_BYTES = 500_000
_OPMERKING = re.compile(r"<!--.*?-->", re.DOTALL)
_LIGGEND = re.compile(r"^\s*:::\s*liggend[ \t]+(\S+)", re.MULTILINE)
_NUMMER = re.compile(r"\d+")
_TEKSTBESTAND = (".txt", ".markdown", ".mdown", ".docx", ".doc", ".odt", ".rtf")
_UITLEG = ("readme.md", "leesmij.md")
_PER_FASE = {f"{_FASENMAP}/{fase}{meer}.md" for fase in FASEN for meer in ("", "-verder")}


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """The text of a chapter without remarks, how its file is called in messages, and whose it is."""

    tekst: str
    plek: str
    eigen: bool


@dataclass(frozen=True)
class Hoofdstukkenmap:
    """Finds a chapter by name (``fase.md``, ``fasen/intake.md``): the organisation's own first."""

    model: Path = field(default_factory=lambda: content.hoofdstukken())
    eigen: Path | None = None

    @classmethod
    def bij(cls, thuis: Path | None) -> Hoofdstukkenmap:
        """Return the chapters for an inrichting in folder *thuis*.

        Raises `Handboekfout` when its folder of chapters leads to somewhere else.
        """
        eigen = thuis / EIGEN_MAP if thuis is not None else None
        if thuis is None or eigen is None or not eigen.is_dir() or eigen.resolve() == content.hoofdstukken().resolve():
            return cls()
        if not eigen.resolve().is_relative_to(thuis.resolve()):
            raise Handboekfout(f"{eigen} verwijst naar een andere plek. Maak er een gewone map van.")
        return cls(eigen=eigen)

    def namen(self) -> list[str]:
        """Return the names of the chapters in order of number, then of name."""
        namen = {*self._eigen, *self._model}
        return sorted((naam for naam in namen if naam[0].isdigit() and "/" not in naam), key=_op_nummer)

    def heeft(self, naam: str) -> bool:
        """True when there is a chapter of this name."""
        return naam.casefold() in self._eigen or naam.casefold() in self._model

    def lees(self, naam: str) -> Hoofdstuk:
        """Return a chapter; raises `Handboekfout` when it isn't there or can't be read."""
        sleutel = naam.casefold()
        if (pad := self._eigen.get(sleutel)) is not None:
            return Hoofdstuk(self._tekst(pad), str(pad), eigen=True)
        if (pad := self._model.get(sleutel)) is None:
            bekend = (*self._eigen, *self._model)
            raise Handboekfout(f"Het hoofdstuk ‘{naam}’ is er niet.{bedoelde(naam, bekend)}")
        return Hoofdstuk(_zonder_opmerkingen(_gelezen(pad)), f"{EIGEN_MAP}/{naam}", eigen=False)

    def controleer(self) -> None:
        """Raise `Hoofdstukfout` for files in the own folder that would never be read."""
        if self.eigen is not None and (fouten := list(self._ongebruikt(self.eigen))):
            raise Hoofdstukfout(fouten)

    @cached_property
    def _model(self) -> dict[str, Path]:
        return dict(_bestanden(self.model))

    @cached_property
    def _eigen(self) -> dict[str, Path]:
        return dict(_bestanden(self.eigen)) if self.eigen is not None else {}

    def _tekst(self, pad: Path) -> str:
        assert self.eigen is not None
        if not pad.resolve().is_relative_to(self.eigen.resolve()):
            raise Hoofdstukfout([f"{pad} verwijst naar een bestand ergens anders. Zet het bestand zelf in deze map."])
        if not pad.is_file():
            raise Hoofdstukfout([f"{pad} is geen gewoon bestand. Haal het uit deze map."])
        return _zonder_opmerkingen(_gelezen(pad))

    def _ongebruikt(self, map_: Path) -> Iterator[str]:
        liggend = self._liggende()
        for naam, pad in self._eigen.items():
            if not (self._bekend(naam) or naam in liggend):
                bekend = [*self._model, *_PER_FASE]
                yield f"{pad} hoort bij geen hoofdstuk. {_naamgeving(pad, naam)}{bedoelde(naam, bekend)}"
        for pad in sorted(map_.iterdir()):
            if pad.suffix.lower() in _TEKSTBESTAND and (self._bekend(f"{pad.stem}.md") or pad.name[0].isdigit()):
                yield f"{pad} kan ik niet lezen. Bewaar het als platte tekst met een naam die eindigt op .md."
            elif pad.is_dir() and pad.name != _FASENMAP and any(pad.glob("*.md")):
                yield f"De map {pad} lees ik niet. Alleen de map ‘{_FASENMAP}’ mag; zet andere hoofdstukken in {map_}."

    def _bekend(self, naam: str) -> bool:
        naam = naam.casefold()
        return naam in self._model or naam in _PER_FASE or naam in _UITLEG or ("/" not in naam and naam[0].isdigit())

    def _liggende(self) -> set[str]:
        """Return the names that own chapters call in on a landscape page."""
        teksten = (self._tekst(pad) for pad in self._eigen.values())
        return {naam.casefold() for tekst in teksten for naam in _LIGGEND.findall(tekst)}


def _bestanden(map_: Path) -> Iterator[tuple[str, Path]]:
    """Yield name in lower case → file of the chapters in a folder and its folder ``fasen``."""
    for begin, plek in (("", map_), (f"{_FASENMAP}/", map_ / _FASENMAP)):
        for pad in sorted(plek.iterdir()) if plek.is_dir() else ():
            if pad.suffix.lower() == ".md" and pad.name[0] not in ".~" and not pad.is_dir():
                yield f"{begin}{pad.name}".casefold(), pad


def _op_nummer(naam: str) -> tuple[int, str]:
    nummer = _NUMMER.match(naam)
    return int(nummer[0]) if nummer else 0, naam


def _naamgeving(pad: Path, naam: str) -> str:
    if naam.startswith(f"{_FASENMAP}/"):
        return f"In de map ‘{_FASENMAP}’ heet een bestand naar een fase: {', '.join(FASEN)}."
    return f"Laat de naam met een nummer beginnen, bijvoorbeeld 125-{pad.name}."


def _gelezen(pad: Path) -> str:
    """Return what is in a file; raises `Hoofdstukfout` with what to do when that can't be."""
    try:
        if pad.stat().st_size > MAX_BYTES:
            grens = MAX_BYTES // 1000
            raise Hoofdstukfout([f"{pad} is te groot: hoogstens {grens} kB. Verdeel de tekst over meer hoofdstukken."])
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise Hoofdstukfout([f"{pad} kan ik niet lezen. {oorzaak_van(fout)}"]) from None
    try:
        return inhoud.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        bericht = "Hier staat een teken dat geen UTF-8 is. Sla het bestand in je tekstprogramma op als UTF-8."
        raise Hoofdstukfout([f"{pad}, regel {regel}: {bericht}"]) from None


def _zonder_opmerkingen(tekst: str) -> str:
    """Leave out remarks; lines keep their number."""
    return _OPMERKING.sub(lambda treffer: "\n" * treffer[0].count("\n"), tekst)
