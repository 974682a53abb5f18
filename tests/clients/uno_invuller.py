"""Fill forms the way a person does in LibreOffice, and save them by several routes.

Run by the Python that has ``uno`` (Debian's /usr/bin/python3), standard library only:

    python3 uno_invuller.py PIPE JOB.json OUT.json

JOB is a list of ``{"blanco": path, "vul": {tag: value or [value per row]}, "uit": {route: path.docx}}``.
Routes: docx, odt, doc, rtf; the last three are saved in that format, opened again and saved as docx.
A value is a text, ``true``/``false`` for a box, or the label of a choice; null leaves the place alone.
OUT is ``{"versie": "7.4.7.2", "documenten": [{"geteld": {...}, "afwijkingen": [...]}]}``; a deviation is a
place where the screen does not show what was typed.
"""

from __future__ import annotations

import json
import re
import sys
import time
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from pathlib import Path

import uno
from com.sun.star.awt import KeyEvent
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

FILTERS = {"docx": "Office Open XML Text", "odt": "writer8", "doc": "MS Word 97", "rtf": "Rich Text Format"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OMLAAG, ENTER, ESCAPE, SPATIE = 1024, 1280, 1281, 1284
ALT = 4


def eigenschappen(**waarden):
    return tuple(PropertyValue(Name=naam, Value=waarde) for naam, waarde in waarden.items())


class Office:
    """The running LibreOffice."""

    def __init__(self, pijp, geduld=60.0):
        hier = uno.getComponentContext()
        oplosser = hier.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", hier)
        einde = time.monotonic() + geduld
        while True:
            try:
                self.context = oplosser.resolve(f"uno:pipe,name={pijp};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                if time.monotonic() > einde:
                    raise
                time.sleep(0.2)
        self.desktop = self.dienst("com.sun.star.frame.Desktop")
        self.opdrachten = self.dienst("com.sun.star.frame.DispatchHelper")
        self.toetsen = self.dienst("com.sun.star.awt.Toolkit")

    def dienst(self, naam):
        return self.context.ServiceManager.createInstanceWithContext(naam, self.context)

    @property
    def versie(self):
        lezer = self.dienst("com.sun.star.configuration.ConfigurationProvider")
        plek = eigenschappen(nodepath="/org.openoffice.Setup/Product")
        product = lezer.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", plek)
        return product.getByName("ooSetupVersionAboutBox") or product.getByName("ooSetupVersion")

    def open(self, pad, verborgen=False):
        document = self.desktop.loadComponentFromURL(Path(pad).as_uri(), "_blank", 0, eigenschappen(Hidden=verborgen))
        if document is None:
            raise RuntimeError(f"LibreOffice opens no document: {pad}")
        return document

    def bewaar(self, document, pad):
        soort = Path(pad).suffix[1:]
        document.storeToURL(Path(pad).as_uri(), eigenschappen(FilterName=FILTERS[soort], Overwrite=True))


class Invuller:
    """One open form."""

    def __init__(self, office, document):
        self.office = office
        self.besturing = document.CurrentController
        self.cursor = self.besturing.ViewCursor
        self.venster = self.besturing.Frame.ComponentWindow
        self.besturing.Frame.ContainerWindow.setFocus()
        self.vakken = [_Vak(deel) for deel in _delen(document.Text)]
        self.geteld = Counter()
        self.afwijkingen = []

    def vul(self, tags, waarden):
        if len(tags) != len(self.vakken):
            raise RuntimeError(f"{len(tags)} controls in the file, {len(self.vakken)} on the screen")
        rij = Counter()
        for tag, vak in zip(tags, self.vakken, strict=True):
            if vak.tag and vak.tag != tag:
                raise RuntimeError(f"{vak.tag} stands where {tag} was expected")
            waarde = waarden.get(tag)
            if isinstance(waarde, list):
                rij[tag] += 1
                waarde = waarde[rij[tag] - 1] if rij[tag] <= len(waarde) else None
            if waarde is not None:
                self._vul_vak(tag, vak, waarde)

    def _vul_vak(self, tag, vak, waarde):
        if vak.soort == "vakje":
            if vak.element.Checked != waarde:
                self._zet_cursor(vak)
                self._toets(SPATIE, " ")
                self._wacht(lambda: vak.element.Checked == waarde)
            ok = vak.element.Checked == waarde and vak.tekst == ("☒" if waarde else "☐")
        elif vak.soort == "keuze":
            ok = self._kies(vak, waarde)
        else:
            self._typ(vak, waarde)
            ok = vak.tekst == waarde
        self.geteld[vak.soort] += 1
        if not ok:
            self.afwijkingen.append([tag, vak.soort, waarde, vak.tekst])

    def _kies(self, vak, label):
        """Open the list with Alt+Down and walk to the item, as a person without a mouse does."""
        namen = [{p.Name: p.Value for p in keuze}["DisplayText"] for keuze in vak.element.ListItems]
        if label not in namen:
            return False
        for pauze in (0.02, 0.3):
            nu = vak.tekst
            stappen = namen.index(label) - (namen.index(nu) if nu in namen else 0)
            if nu == label:
                return True
            self._zet_cursor(vak)
            self._toets(OMLAAG, modifiers=ALT)
            time.sleep(pauze)
            for _ in range(abs(stappen)):
                self._toets(OMLAAG if stappen > 0 else OMLAAG + 1)
            self._toets(ENTER, "\r")
            if self._wacht(lambda: vak.tekst == label, 0.5 + pauze):
                return True
            self._toets(ESCAPE)
            time.sleep(pauze)
        vak.zet(label)
        self.geteld["keuze zonder lijst"] += 1
        return vak.tekst == label

    def _typ(self, vak, tekst):
        """Select what stands in the control and type over it; Enter between lines."""
        self._zet_cursor(vak)
        self.cursor.goRight(len(vak.tekst), True)
        for nr, regel in enumerate(tekst.split("\n")):
            if nr:
                self._opdracht(".uno:InsertPara")
            self._opdracht(".uno:InsertText", Text=regel)

    def _zet_cursor(self, vak):
        self.cursor.gotoRange(vak.begin(), False)
        if vak.soort == "veld":
            self.cursor.goRight(1, False)

    def _opdracht(self, naam, **waarden):
        self.office.opdrachten.executeDispatch(self.besturing.Frame, naam, "", 0, eigenschappen(**waarden))

    def _toets(self, code, teken="\0", modifiers=0):
        toets = KeyEvent()
        toets.KeyCode, toets.KeyChar, toets.Modifiers, toets.Source = code, uno.Char(teken), modifiers, self.venster
        self.office.toetsen.keyPress(toets)
        self.office.toetsen.keyRelease(toets)

    @staticmethod
    def _wacht(klaar, geduld=2.0):
        einde = time.monotonic() + geduld
        while not klaar():
            if time.monotonic() > einde:
                return False
            time.sleep(0.005)
        return True


class _Vak:
    """A place on the screen: an input field (LibreOffice 7.4 for plain text) or a content control."""

    def __init__(self, deel):
        self.tag = ""
        if deel.TextPortionType == "TextField":
            self.element, self.soort = deel.TextField, "veld"
            return
        self.element = deel.ContentControl
        namen = {p.Name for p in self.element.PropertySetInfo.Properties}
        if "Tag" in namen:  # LibreOffice 7.5 and later
            self.tag = self.element.Tag
        if self.element.Checkbox:
            self.soort = "vakje"
        elif self.element.ListItems:
            self.soort = "keuze"
        else:
            self.soort = "datum" if self.element.Date else "tekst"

    def _stukken(self):
        reeks = self.element.createEnumeration()
        while reeks.hasMoreElements():
            yield reeks.nextElement()

    @property
    def tekst(self):
        if self.soort == "veld":
            return self.element.Content
        return "".join(stuk.String for stuk in self._stukken())

    def begin(self):
        if self.soort == "veld":
            return self.element.Anchor.Start
        return next(stuk for stuk in self._stukken() if stuk.String).Start

    def zet(self, tekst):
        stukken = [stuk for stuk in self._stukken() if stuk.String]
        for stuk in stukken[1:]:
            stuk.String = ""
        stukken[0].String = tekst
        self.element.ShowingPlaceHolder = False


def _delen(tekst):
    """Yield the fillable portions of a text in order, through its tables."""
    reeks = tekst.createEnumeration()
    while reeks.hasMoreElements():
        blok = reeks.nextElement()
        if blok.supportsService("com.sun.star.text.TextTable"):
            for cel in blok.CellNames:
                yield from _delen(blok.getCellByName(cel))
        elif blok.supportsService("com.sun.star.text.Paragraph"):
            delen = blok.createEnumeration()
            while delen.hasMoreElements():
                deel = delen.nextElement()
                if deel.TextPortionType in ("TextField", "ContentControl"):
                    yield deel


def tags_in(pad):
    """Return the tags of the controls that stand in a line of text, in order."""
    with zipfile.ZipFile(pad) as pakket:
        document = ET.fromstring(pakket.read("word/document.xml"))
    tags = []
    for sdt in document.iter(f"{W}sdt"):
        inhoud, merk = sdt.find(f"{W}sdtContent"), sdt.find(f"{W}sdtPr/{W}tag")
        if merk is not None and inhoud.find(f"{W}r") is not None:
            tags.append(re.sub("^af:", "", merk.get(f"{W}val")))
    return tags


def doe(office, taak):
    document = office.open(taak["blanco"])
    try:
        vulling = taak.get("vul")
        uit = {"geteld": {}, "afwijkingen": []}
        if vulling is not None:
            invuller = Invuller(office, document)
            invuller.vul(tags_in(taak["blanco"]), vulling)
            uit = {"geteld": dict(invuller.geteld), "afwijkingen": invuller.afwijkingen}
        for route, pad in taak["uit"].items():
            eerst = pad if route == "docx" else f"{pad.removesuffix('.docx')}.{route}"
            office.bewaar(document, eerst)
    finally:
        document.close(True)
    for route, pad in taak["uit"].items():
        if route != "docx":
            tussen = office.open(f"{pad.removesuffix('.docx')}.{route}", verborgen=True)
            try:
                office.bewaar(tussen, pad)
            finally:
                tussen.close(True)
    return uit


def main(pijp, taken, uit):
    office = Office(pijp)
    gedaan = {"versie": office.versie, "documenten": []}
    for taak in json.loads(Path(taken).read_text(encoding="utf-8")):
        gedaan["documenten"].append(doe(office, taak))
    Path(uit).write_text(json.dumps(gedaan, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
