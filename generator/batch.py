"""Find → read → group → check: many files, in processes of their own, each with limits.

Files are always read in a child process. A file that hangs its reader, eats its memory or
kills it outright is refused with L49; the worker is replaced and the rest goes on. The
parent hands out small stacks of paths and gets every file back as soon as it is done, so
that it knows at which file a worker stopped.
"""

from __future__ import annotations

import os
import signal
import stat
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from generator.checks import controleer
from generator.formats.meldingen import LEESMELDINGEN
from generator.formulier import formulieren_van
from generator.model import Bestand, Formulier, Inrichting, Rapport
from generator.versies import Verleden

Leesfunctie = Callable[[Path], Bestand]
# Makes the reader inside a worker; it must be importable there by name.
Lezermaker = Callable[[Mapping[str, Formulier]], Leesfunctie]
Voortgang = Callable[[int, int], None]

TIJD_PER_BESTAND = 20.0
GEHEUGEN_PER_BESTAND = 512 * 2**20
_TIJD_OM_TE_STARTEN = 60.0
_HOOGUIT_WACHTEN = 60.0
_STAPEL = 16
_PER_WERKER = 8
_STARTS_ZONDER_WERK = 3
_ROMMEL = {
    "thumbs.db": "Hulpbestand van Windows.",
    "desktop.ini": "Hulpbestand van Windows.",
    "__macosx": "Hulpmap van macOS.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """What reading one file may cost, and how many files are read at the same time."""

    werkers: int = 0
    seconden: float = TIJD_PER_BESTAND
    geheugen: int = GEHEUGEN_PER_BESTAND

    def aantal(self, bestanden: int) -> int:
        """Return how many workers are worth starting (0 means: as many as there are cores)."""
        gewenst = self.werkers or kernen()
        return max(1, min(gewenst, -(-bestanden // _PER_WERKER)))


def kernen() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def controleer_paden(
    paden: Sequence[Path],
    inrichting: Inrichting,
    peildatum: date,
    *,
    naam: str = "",
    grenzen: Grenzen | None = None,
    negeer: Iterable[Path] = (),
    voortgang: Voortgang | None = None,
    lezer: Lezermaker | None = None,
    verleden: Verleden | None = None,
) -> Rapport:
    """Check files and folders: the whole road from path to report.

    *negeer* are files that the command itself writes. *voortgang* is called with done and total.
    *verleden* knows earlier versions of the forms.
    """
    formulieren = formulieren_van(inrichting)
    gevonden = vind_bestanden(paden, negeer)
    lezer = lezer or met_verleden(slanke_lezer, verleden)
    bestanden = lees_alle(gevonden, formulieren, grenzen=grenzen, voortgang=voortgang, lezer=lezer)
    return controleer(bestanden, inrichting, peildatum, formulieren=formulieren, naam=naam, verleden=verleden)


# --------------------------------------------------------------------------
# Finding


@dataclass(frozen=True, slots=True)
class Vondst:
    """A path that was found; ``reden`` says why it is not read, ``status`` what it ends as."""

    pad: Path
    reden: str = ""
    status: str = "lezen"


def vind_bestanden(paden: Sequence[Path], negeer: Iterable[Path] = ()) -> list[Vondst]:
    """Return every file under *paden*, sorted, each once; what is skipped says why."""
    weg = {_echt(pad) for pad in negeer}
    gezien: set[str] = set()
    gevonden: list[Vondst] = []
    for pad in paden:
        for vondst in _onder(pad):
            echt = _echt(vondst.pad)
            if echt in gezien:
                continue
            gezien.add(echt)
            eigen = vondst.status == "lezen" and echt in weg
            gevonden.append(_overgeslagen(vondst.pad, _van_onszelf(vondst.pad)) if eigen else vondst)
    return sorted(gevonden, key=lambda vondst: str(vondst.pad))


def _van_onszelf(pad: Path) -> str:
    lijst = pad.suffix.lower() in (".yaml", ".yml")
    return "Dit is de lijst van geaccepteerde bevindingen." if lijst else "Dit is het rapport zelf."


def _echt(pad: Path) -> str:
    return os.path.abspath(pad)


def _onder(pad: Path) -> Iterator[Vondst]:
    if not pad.is_dir():
        yield _beoordeel(pad, genoemd=True)
        return
    open_mappen = [pad]
    while open_mappen:
        map_ = open_mappen.pop()
        try:
            inhoud = sorted(os.scandir(map_), key=lambda deel: deel.name)
        except OSError:
            yield Vondst(map_, "Deze map is niet te openen. Kijk of je erbij mag.", "geweigerd")
            continue
        for deel in inhoud:
            vondst = _beoordeel(Path(deel.path))
            if vondst.status == "map":
                open_mappen.append(vondst.pad)
            else:
                yield vondst


def _beoordeel(pad: Path, genoemd: bool = False) -> Vondst:
    """Say what happens with a path; a file that was named outright may be hidden."""
    if reden := _rommel(pad.name, genoemd):
        return _overgeslagen(pad, reden)
    try:
        toestand = os.lstat(pad)
        snelkoppeling = stat.S_ISLNK(toestand.st_mode)
        if snelkoppeling:
            toestand = os.stat(pad)
    except OSError:
        # It vanished, or points nowhere: the reader says so.
        return Vondst(pad)
    if stat.S_ISDIR(toestand.st_mode):
        return _overgeslagen(pad, "Snelkoppeling naar een map.") if snelkoppeling else Vondst(pad, "", "map")
    if not stat.S_ISREG(toestand.st_mode):
        return _overgeslagen(pad, "Geen gewoon bestand.")
    return Vondst(pad)


def _rommel(naam: str, genoemd: bool) -> str:
    if naam.startswith("~$") or (naam.startswith(".~lock.") and naam.endswith("#")):
        return "Slotbestand: iemand heeft het formulier nog open."
    if naam.casefold() in _ROMMEL:
        return _ROMMEL[naam.casefold()]
    return "Verborgen bestand of map." if naam.startswith(".") and not genoemd else ""


def _overgeslagen(pad: Path, reden: str) -> Vondst:
    return Vondst(pad, reden, "overgeslagen")


# --------------------------------------------------------------------------
# Reading


def lees_alle(
    gevonden: Sequence[Vondst],
    formulieren: Mapping[str, Formulier],
    *,
    grenzen: Grenzen | None = None,
    voortgang: Voortgang | None = None,
    lezer: Lezermaker | None = None,
) -> list[Bestand]:
    """Read what was found; the answer has one `Bestand` for each, in the same order."""
    paden = [vondst.pad for vondst in gevonden if vondst.status == "lezen"]
    gelezen: dict[Path, Bestand] = {}
    if paden:
        ploeg = _Ploeg(paden, formulieren, grenzen or Grenzen(), lezer or gewone_lezer)
        for aantal, (pad, bestand) in enumerate(ploeg.lees(), 1):
            gelezen[pad] = bestand
            if voortgang:
                voortgang(aantal, len(paden))
    return [gelezen.get(vondst.pad) or _niet_gelezen(vondst) for vondst in gevonden]


def _niet_gelezen(vondst: Vondst) -> Bestand:
    if vondst.status == "geweigerd":
        return Bestand(pad=str(vondst.pad), status="geweigerd", reden=vondst.reden, code="L48")
    return Bestand(pad=str(vondst.pad), status="overgeslagen", reden=vondst.reden)


def gewone_lezer(formulieren: Mapping[str, Formulier], verleden: Verleden | None = None) -> Leesfunctie:
    """Return the reader of all formats; in a worker, where heavy libraries may be loaded."""
    from generator.formats import Lezer

    return Lezer(formulieren, verleden).lees


def met_verleden(maak: Callable[..., Leesfunctie], verleden: Verleden | None) -> Lezermaker:
    """Return a maker of readers that know earlier versions; to a worker goes no more than where those are kept."""
    return partial(maak, verleden=Verleden(verleden.map_)) if verleden and verleden.map_ else maak


def slanke_lezer(formulieren: Mapping[str, Formulier], verleden: Verleden | None = None) -> Leesfunctie:
    """Return the reader without what no rule or report looks at: a batch holds ten thousand forms."""
    lees = gewone_lezer(formulieren, verleden)

    def lees_slank(pad: Path) -> Bestand:
        bestand = lees(pad)
        if (deel := bestand.invulling) is None:
            return bestand
        antwoorden = tuple(antwoord._replace(ruw="") for antwoord in deel.antwoorden)
        return replace(bestand, invulling=replace(deel, antwoorden=antwoorden))

    return lees_slank


def afgebroken(pad: Path) -> Bestand:
    """Return the record of a file that its reader did not survive."""
    return Bestand(pad=str(pad), status="geweigerd", reden=LEESMELDINGEN["L49"].tekst, code="L49")


@dataclass(slots=True)
class _Werker:
    """One child process: what it still has to answer, and until when it may take for the first of it."""

    proces: Any
    lijn: Connection
    taken: deque[Path] = field(default_factory=deque)
    klaar: bool = False
    tot: float = 0.0

    def antwoordt(self) -> bool:
        """True when an answer is waiting: a worker that died may have sent its last words."""
        try:
            return self.lijn.poll()
        except OSError:
            return False

    def stop(self) -> None:
        self.lijn.close()
        if self.proces.is_alive():
            self.proces.kill()
        self.proces.join()
        self.proces.close()


_HIER = "hier"


class LezersStartenNiet(RuntimeError):
    """No worker gets as far as reading; the message is Dutch."""


class _Ploeg:
    """A few workers that read a row of files."""

    def __init__(
        self, paden: Sequence[Path], formulieren: Mapping[str, Formulier], grenzen: Grenzen, lezer: Lezermaker
    ) -> None:
        self.wachtrij = deque(paden)
        self.formulieren = formulieren
        self.grenzen = grenzen
        self.lezer = lezer
        self.aantal = grenzen.aantal(len(paden))
        self.werkers: list[_Werker] = []
        self.valse_starts = 0

    def lees(self) -> Iterator[tuple[Path, Bestand]]:
        """Yield every path with its outcome, in the order in which they come back."""
        try:
            while self.wachtrij or any(werker.taken for werker in self.werkers):
                self._vul_aan()
                yield from self._luister()
                yield from self._ruim_op()
        finally:
            for werker in self.werkers:
                werker.stop()
            self.werkers = []

    def _vul_aan(self) -> None:
        while len(self.werkers) < self.aantal and (self.wachtrij or not self.werkers):
            self.werkers.append(self._start())
        for werker in self.werkers:
            if werker.klaar and not werker.taken and self.wachtrij:
                self._geef(werker)

    def _start(self) -> _Werker:
        context = get_context("spawn")
        hier, daar = context.Pipe()
        # The forms follow once it is there: a child that dies at birth would block a large hand-over for ever.
        proces = context.Process(target=_werk, args=(daar, self.lezer, self.grenzen.geheugen), daemon=True)
        proces.start()
        daar.close()
        return _Werker(proces, hier, tot=time.monotonic() + _TIJD_OM_TE_STARTEN)

    def _geef(self, werker: _Werker) -> None:
        # Small stacks near the end, so that all workers finish together.
        aantal = max(1, min(_STAPEL, len(self.wachtrij) // (2 * self.aantal)))
        stapel = [self.wachtrij.popleft() for _ in range(min(aantal, len(self.wachtrij)))]
        werker.taken.extend(stapel)
        werker.tot = time.monotonic() + self.grenzen.seconden
        try:
            werker.lijn.send([str(pad) for pad in stapel])
        except OSError:
            # It died while waiting: nothing was read, so nothing is to blame.
            self.wachtrij.extendleft(reversed(stapel))
            werker.taken.clear()
            werker.tot = 0.0

    def _luister(self) -> Iterator[tuple[Path, Bestand]]:
        rest = min(werker.tot for werker in self.werkers) - time.monotonic()
        lijnen = {werker.lijn: werker for werker in self.werkers}
        for lijn in wait(list(lijnen), min(max(0.0, rest), _HOOGUIT_WACHTEN)):
            werker = lijnen[lijn]  # type: ignore[index]
            try:
                bericht = werker.lijn.recv()
            except (EOFError, OSError):
                werker.tot = 0.0
                continue
            if bericht == _HIER:
                self._geef_formulieren(werker)
            elif bericht is None:
                werker.klaar, werker.tot, self.valse_starts = True, float("inf"), 0
            elif werker.taken:
                pad = werker.taken.popleft()
                werker.tot = time.monotonic() + self.grenzen.seconden if werker.taken else float("inf")
                yield pad, bericht

    def _geef_formulieren(self, werker: _Werker) -> None:
        try:
            werker.lijn.send(self.formulieren)
        except OSError:
            werker.tot = 0.0

    def _ruim_op(self) -> Iterator[tuple[Path, Bestand]]:
        """Replace workers that died or took too long; the file they were at is the one to blame."""
        nu = time.monotonic()
        for werker in [
            werker for werker in self.werkers if werker.tot <= nu and not (werker.tot and werker.antwoordt())
        ]:
            self.werkers.remove(werker)
            werker.stop()
            if werker.taken:
                pad = werker.taken.popleft()
                self.wachtrij.extendleft(reversed(werker.taken))
                yield pad, afgebroken(pad)
            elif not werker.klaar:
                self._valse_start()

    def _valse_start(self) -> None:
        self.valse_starts += 1
        if self.valse_starts >= _STARTS_ZONDER_WERK:
            raise LezersStartenNiet(
                "De leesprocessen starten niet. Sluit andere programma’s om geheugen vrij te maken, "
                "en probeer het opnieuw."
            )


# --------------------------------------------------------------------------
# Inside a worker


def _werk(lijn: Connection, maak: Lezermaker, geheugen: int) -> None:
    """Read stacks of paths until the parent is gone; answer every file by itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        lijn.send(_HIER)
        lees = maak(lijn.recv())
        _begrens_geheugen(geheugen)
        lijn.send(None)
        while True:
            for pad in lijn.recv():
                lijn.send(_lees_een(lees, Path(pad)))
    except (EOFError, OSError):
        return


def _lees_een(lees: Leesfunctie, pad: Path) -> Bestand:
    try:
        return lees(pad)
    except MemoryError:
        # What is left of this process can't be trusted: let the parent start a fresh one.
        os._exit(1)
    except Exception:
        return replace(afgebroken(pad), reden="Het lezen van dit bestand ging onverwacht mis. "
                       "Open het, sla het opnieuw op en probeer het nog eens.")  # fmt: skip


def _begrens_geheugen(extra: int) -> None:
    """Let this process grow by *extra* bytes at most, where the system can guard that."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as bestand:
            nu = int(bestand.read().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        grens = nu + extra if hard == resource.RLIM_INFINITY else min(nu + extra, hard)
        resource.setrlimit(resource.RLIMIT_AS, (grens, hard))
    except (ImportError, OSError, ValueError):
        return
