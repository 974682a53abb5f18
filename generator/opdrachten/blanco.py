"""Blank forms of an organisation, in the format that is asked for."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.opdrachten.fout import GeenPdf, Opdrachtfout
from generator.opdrachten.inrichtingen import HUISSTIJLMAP

if TYPE_CHECKING:
    from generator.formats import Formaatnaam
    from generator.handboek.aanhangsel import Blanco
    from generator.model import Formulier, Inrichting

# A form in PDF takes about a second of work, a process of its own two to start.
_PER_WERKER = 4


def eigen_sjabloon(thuis: Path | None, naam: str) -> Path | None:
    """Return the organisation's own Word template, when there is one beside its inrichting."""
    pad = thuis / HUISSTIJLMAP / naam if thuis else None
    return pad if pad is not None and pad.is_file() else None


def blanco_van(inrichting: Inrichting, thuis: Path | None, soort: Formaatnaam = "word") -> Blanco:
    """Return a maker of blank forms in the organisation's own house style: each is made once.

    It raises `Handboekfout` for a house style that can't be used, and when this computer can't make the format.
    """
    from generator.handboek.aanhangsel import blanco_maker

    return blanco_maker(inrichting, eigen_sjabloon(thuis, "formulier.docx"), soort)


def maak_blanco(blanco: Blanco, formulieren: Sequence[Formulier]) -> Iterator[bytes]:
    """Yield the blanks of forms, in their order; a house style that can't be used ends as `Opdrachtfout`."""
    from generator.handboek import Handboekfout

    try:
        yield from map(blanco, formulieren)
    except Handboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout


def maak_pdfs(inrichting: Inrichting, formulieren: Sequence[Formulier]) -> Iterator[bytes]:
    """Yield blanks in PDF, in the order of *formulieren*; many of them are made in processes side by side.

    Raises `GeenPdf` when this computer can't make them.
    """
    for inhoud in _in_werkers(inrichting, formulieren):
        if isinstance(inhoud, str):
            raise GeenPdf(f"De formulieren in pdf zijn niet gemaakt. {inhoud}")
        yield inhoud


def _in_werkers(inrichting: Inrichting, formulieren: Sequence[Formulier]) -> Iterator[bytes | str]:
    from generator.batch import kernen

    werkers = min(kernen(), len(formulieren) // _PER_WERKER)
    if werkers < 2:
        yield from map(_Drukker(inrichting).maak, formulieren)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    ploeg = ProcessPoolExecutor(werkers, get_context("spawn"), _begin_werker, (inrichting,))
    gedaan = 0
    try:
        for inhoud in ploeg.map(_maak_in_werker, formulieren):
            yield inhoud
            gedaan += 1
    except BrokenProcessPool:  # the system ended one, for want of memory: one by one it may go
        yield from map(_Drukker(inrichting).maak, formulieren[gedaan:])
    finally:
        ploeg.shutdown(cancel_futures=True)


class _Drukker:
    """Makes blanks in PDF; what stands in the way is an answer too, in words that go from process to process."""

    def __init__(self, inrichting: Inrichting) -> None:
        self._blanco = blanco_van(inrichting, None, "pdf")

    def maak(self, formulier: Formulier) -> bytes | str:
        from generator.handboek import Handboekfout

        try:
            return self._blanco(formulier)
        except Handboekfout as fout:
            return str(fout)


# What a process of its own makes blanks with.
_HIER: dict[str, _Drukker] = {}


def _begin_werker(inrichting: Inrichting) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever breaks it off speaks to the parent
    _HIER["pdf"] = _Drukker(inrichting)


def _maak_in_werker(formulier: Formulier) -> bytes | str:
    return _HIER["pdf"].maak(formulier)
