"""Small helpers to look inside a finished handleiding."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from generator.formulier import formulieren_van
from generator.handboek import maak_handleiding
from generator.model import Inrichting

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Handleiding:
    """A finished handleiding, opened without any help of a Word library."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        with ZipFile(pad) as archief:
            self.delen = {naam: archief.read(naam) for naam in archief.namelist()}
        self.wortel = etree.fromstring(self.delen["word/document.xml"])
        stijlen = etree.fromstring(self.delen["word/styles.xml"]).findall(f"{W}style")
        self.stijlnaam = {s.get(f"{W}styleId"): s.find(f"{W}name").get(f"{W}val") for s in stijlen}

    def stijl(self, alinea: etree._Element) -> str:
        """The name of the style of a paragraph."""
        gevonden = alinea.find(f"{W}pPr/{W}pStyle")
        return self.stijlnaam[gevonden.get(f"{W}val")] if gevonden is not None else ""

    def alineas(self, *stijlen: str) -> list[etree._Element]:
        """All paragraphs with one of these styles, in order."""
        return [alinea for alinea in self.wortel.iter(f"{W}p") if self.stijl(alinea) in stijlen]

    @staticmethod
    def tekst(element: etree._Element) -> str:
        """The text in an element; a tab or break is a space."""
        delen = element.iter(f"{W}t", f"{W}tab", f"{W}br")
        return "".join(deel.text or "" if deel.tag == f"{W}t" else " " for deel in delen)

    def koppen(self) -> list[tuple[int, str]]:
        """Level and text of every heading, in order."""
        alineas = self.alineas("heading 1", "heading 2", "heading 3")
        return [(int(self.stijl(alinea)[-1]), self.tekst(alinea)) for alinea in alineas]

    def tabellen(self, stijl: str) -> list[etree._Element]:
        """All tables with a style, by its name."""
        gevonden = []
        for tabel in self.wortel.iter(f"{W}tbl"):
            eigen = tabel.find(f"{W}tblPr/{W}tblStyle")
            if eigen is not None and self.stijlnaam[eigen.get(f"{W}val")] == stijl:
                gevonden.append(tabel)
        return gevonden


def maak(inrichting: Inrichting, pad: Path) -> Handleiding:
    """Make and open the handleiding of *inrichting*."""
    maak_handleiding(inrichting, formulieren_van(inrichting), pad)
    return Handleiding(pad)
