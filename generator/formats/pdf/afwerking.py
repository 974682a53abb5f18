"""What WeasyPrint leaves to be done: fields that every viewer understands, and the identity of the form."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, String, settings

from generator.formats.bladen import Blad
from generator.formats.pdf import opmaak
from generator.formats.pdf.aankleding import Aankleding
from generator.formats.pdf.html import Vak, meerregelig
from generator.formats.pdf.letters import Lettertype, invulletters, lettertype, typcodes
from generator.formats.pdf.namen import AAN, IDENTITEIT, KEUZELIJST, UIT, VOETREGEL
from generator.formats.pdf.vlakken import Vlak, tekstvlak, vakje
from generator.model import Formulier
from generator.veldsoorten import VELDSOORTEN

ALLEEN_LEZEN, VERPLICHT = 1, 1 << 1
REGELS, LIJST, NIET_SPELLEN = 1 << 12, 1 << 17, 1 << 22
AFDRUKKEN, VERBORGEN = 4, 2
VOETGRIJS = "0.33 0.38 0.42 rg"
VOETMAAT, _VOETHOOG, _VOETONDER = 6.5, 10.0, 24.0
LIJSTEN = ("keuze", "ja_nee")
_DATUMVORM = "dd-mm-yyyy"


def werk_af(ruw: bytes, formulier: Formulier, aankleding: Aankleding, vakken: Mapping[str, Vak]) -> bytes:
    """Return the finished form; *vakken* are its places to fill in, by name."""
    with Pdf.open(io.BytesIO(ruw)) as pdf:
        letters = lettertype(invulletters())
        hulp = _Afwerker(pdf, letters)
        for veld in list(pdf.Root.AcroForm.Fields):
            hulp.veld(veld, vakken[str(veld.T)])
        hulp.identiteit(aankleding)
        hulp.formulier()
        hulp.document(formulier, aankleding)
        return bewaar(pdf)


def bewaar(pdf: Pdf, klein: bool = False) -> bytes:
    """Return a PDF as bytes, the same every time; *klein* takes more time to make them few."""
    settings.set_flate_compression_level(9 if klein else 6)
    uit = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what was odd about a file before is still odd after
        pdf.save(
            uit, object_stream_mode=ObjectStreamMode.generate, compress_streams=True, deterministic_id=True,
            recompress_flate=klein,
        )  # fmt: skip
    return uit.getvalue()


class _Afwerker:
    """Finishes one document."""

    def __init__(self, pdf: Pdf, letters: Lettertype) -> None:
        self.pdf = pdf
        self.letters = letters
        self.bronnen = pdf.make_indirect(_bronnen(pdf, letters))
        self._lijsten: dict[tuple[tuple[str, str], ...], Object] = {}

    def veld(self, veld: Object, vak: Vak) -> None:
        """Make one field sound: its rectangle, flags, letters, choices and appearance."""
        x1, y1, x2, y2 = (float(getal) for getal in veld.Rect)
        links, onder, rechts, boven = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        veld.Rect = Array([round(links, 2), round(onder, 2), round(rechts, 2), round(boven, 2)])
        vlaggen = VERPLICHT if vak.verplicht else 0
        breed, hoog = round(rechts - links, 2), round(boven - onder, 2)
        for overbodig in ("/Border", "/MK", "/V"):
            if overbodig in veld:
                del veld[overbodig]
        if vak.blad.soort == "vakje":
            veld.V = veld.AS = Name(f"/{UIT}")
            toestanden = {f"/{AAN}": self._vakje(breed, hoog, True), f"/{UIT}": self._vakje(breed, hoog, False)}
            veld.AP = Dictionary(N=Dictionary(toestanden))
        else:
            veld.DA = String(f"/AF {_grootte(vak)} Tf 0 g")
            if vak.blad.soort in LIJSTEN:
                vlaggen |= LIJST
                veld.Opt = Array([keuze[1] for keuze in veld.Opt])
                if vak.blad.soort == "keuze":
                    veld[KEUZELIJST] = self._keuzelijst(vak.blad)
            elif meerregelig(vak):
                vlaggen |= REGELS
            if vak.blad.soort == "datum":
                veld.AA = _datumtoets(self.pdf)
            if vak.in_cel:
                veld.AFKlein = True
            self._tekst(
                veld, vak, Vlak(breed, hoog, vak.blad.soort in LIJSTEN or meerregelig(vak), grootst(vak.in_cel))
            )
        veld.Ff = vlaggen

    def _keuzelijst(self, blad: Blad) -> Object:
        """Return the list with the keys of a choice: who renames a choice can still read forms from before.

        Viewers show and keep only labels. The list is kept once for all fields that have it.
        """
        paren = tuple((optie.label, optie.sleutel) for optie in blad.opties)
        if paren not in self._lijsten:
            delen = [String(deel) for paar in paren for deel in paar]
            self._lijsten[paren] = self.pdf.make_indirect(Array(delen))
        return self._lijsten[paren]

    def _tekst(self, veld: Object, vak: Vak, vlak: Vlak) -> None:

        tekst = "" if vak.vooraf is None else VELDSOORTEN[vak.blad.soort].toon(vak.vooraf, vak.blad.omgeving)
        if tekst:
            veld.V = veld.DV = String(tekst)
        tekening, _ = tekstvlak(tekst, vlak, self.letters)
        veld.AP = Dictionary(N=self._stroom(tekening, vlak.breed, vlak.hoog))

    def _vakje(self, breed: float, hoog: float, aan: bool) -> Object:
        return self._stroom(vakje(breed, hoog, aan), breed, hoog)

    def _stroom(self, tekening: bytes, breed: float, hoog: float) -> Object:
        return verschijning(self.pdf, tekening, breed, hoog, self.bronnen)

    def identiteit(self, aankleding: Aankleding) -> None:
        """Add the hidden field with the identity, and the line that is printed at the foot of every page."""
        regel = aankleding.identiteit.regel()
        verborgen = self.pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(IDENTITEIT), V=String(regel), Ff=ALLEEN_LEZEN,
            F=VERBORGEN, Rect=Array([0, 0, 0, 0]), DA=String("/AF 0 Tf 0 g"), P=self.pdf.pages[0].obj,
            TU=String("Herkenning van dit formulier"),
            AP=Dictionary(N=self._stroom(b"/Tx BMC EMC", 0, 0)),
        ))  # fmt: skip
        self.pdf.pages[0].obj.Annots.append(verborgen)
        voet = self.pdf.make_indirect(Dictionary(
            FT=Name.Tx, T=String(VOETREGEL), V=String(regel), Ff=ALLEEN_LEZEN, Kids=Array([]),
            DA=String(f"/AF {VOETMAAT} Tf {VOETGRIJS}"), TU=String("Herkenning van dit formulier, voor op papier"),
        ))  # fmt: skip
        for blad in self.pdf.pages:
            voet.Kids.append(self._voet(blad.obj, voet, regel))
        self.pdf.Root.AcroForm.Fields.extend([verborgen, voet])

    def _voet(self, blad: Object, voet: Object, regel: str) -> Object:

        breed = round(float(blad.MediaBox[2]) - 2 * opmaak.MARGE, 2)
        tekening, _ = tekstvlak(regel, Vlak(breed, _VOETHOOG, False, VOETMAAT), self.letters, VOETGRIJS)
        links = opmaak.MARGE - 2.5
        kind = self.pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, Parent=voet, P=blad, F=AFDRUKKEN,
            Rect=Array([links, _VOETONDER, links + breed, _VOETONDER + _VOETHOOG]),
            AP=Dictionary(N=self._stroom(tekening, breed, _VOETHOOG)),
        ))  # fmt: skip
        if "/Annots" not in blad:
            blad.Annots = Array([])
        blad.Annots.append(kind)
        tag_veld(self.pdf, kind, blad)
        return kind

    def formulier(self) -> None:
        """Give the form its letters, and throw away those that the fields were laid out with."""
        acroform = self.pdf.Root.AcroForm
        acroform.DR = Dictionary(Font=self.bronnen.Font)
        acroform.DA = String("/AF 0 Tf 0 g")
        if "/NeedAppearances" in acroform:
            del acroform["/NeedAppearances"]
        for blad in self.pdf.pages:
            letters = blad.obj.Resources.get("/Font", Dictionary())
            for naam in list(letters.keys()):
                if "AchtfasenVak" in str(letters[naam].get("/BaseFont", "")):
                    del letters[naam]

    def document(self, formulier: Formulier, aankleding: Aankleding) -> None:
        """Set title, subject and language, and keep what is needed to add pages later."""
        info = self.pdf.docinfo
        info["/Title"], info["/Subject"] = formulier.titel, aankleding.identiteit.regel()
        info["/Author"], info["/Creator"] = aankleding.organisatie, "achtfasen"
        self.pdf.Root.Lang = String("nl")
        eigen = Dictionary(LastModified=String("D:20000101000000Z"), Private=String(aankleding.als_tekst()))
        self.pdf.Root.PieceInfo = Dictionary(Achtfasen=eigen)
        for blad in self.pdf.pages:
            blad.obj.Tabs = Name.S
        _zeg_waar_koppen_over_gaan(self.pdf.Root.StructTreeRoot.K[0], in_kop=False)


def grootst(in_cel: bool) -> float:
    """Return the size of the letters in a field: in a table they are smaller."""
    return 9.0 if in_cel else 10.0


def _grootte(vak: Vak) -> str:
    """Return the size for who types: 0 lets the viewer make long texts smaller, so that all of it is printed."""
    passend = meerregelig(vak) or (vak.in_cel and vak.blad.soort in LIJSTEN)
    return "0" if passend else f"{grootst(vak.in_cel):g}"


def verschijning(pdf: Pdf, tekening: bytes, breed: float, hoog: float, bronnen: Object) -> Object:
    """Return the appearance of one field; never shared, because some programs write over it."""
    return Stream(pdf, tekening, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, breed, hoog], Resources=bronnen)


def _zeg_waar_koppen_over_gaan(element: Object, in_kop: bool) -> None:
    """Say of every heading of a table whether it is about its column or its row."""
    soort = str(element.get("/S", ""))
    if soort == "/TH":
        eigen = element.get("/A", Dictionary(O=Name.Table))
        eigen.Scope = Name.Column if in_kop else Name.Row
        element.A = eigen
    kinderen = element.get("/K")
    for kind in kinderen if isinstance(kinderen, Array) else ():
        if isinstance(kind, Dictionary) and "/S" in kind:
            _zeg_waar_koppen_over_gaan(kind, in_kop or soort == "/THead")


def tag_veld(pdf: Pdf, kind: Object, blad: Object) -> None:
    """Put a field of our own in the tree of tags, behind the rest of the document."""
    wortel = pdf.Root.StructTreeRoot
    document = wortel.K[0]
    verwijzing = Dictionary(Type=Name.OBJR, Obj=kind, Pg=blad)
    deel = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, K=Array([verwijzing]), P=document, Pg=blad))
    document.K.append(deel)
    nummers = wortel.ParentTree.Nums
    nummer = int(nummers[len(nummers) - 2]) + 1
    paar: list[Any] = [nummer, deel]
    nummers.extend(paar)
    kind.StructParent = nummer


def _datumtoets(pdf: Pdf) -> Dictionary:
    """Return the check that viewers with scripts do while a date is typed; others leave it."""

    def script(opdracht: str) -> Dictionary:
        return Dictionary(S=Name.JavaScript, JS=String(f'{opdracht}("{_DATUMVORM}");'))

    return Dictionary(K=script("AFDate_KeystrokeEx"), F=script("AFDate_FormatEx"))


# --------------------------------------------------------------------------
# Letters


def _bronnen(pdf: Pdf, letters: Lettertype) -> Dictionary:
    """Return the letters of the fields twice, out of one program: to type with, and with every letter there is."""
    programma = Stream(pdf, letters.programma, Length1=len(letters.programma))
    typen = pdf.make_indirect(_typletter(pdf, letters, programma))
    alles = pdf.make_indirect(_alle_letters(pdf, letters, programma))
    return Dictionary(Font=Dictionary(AF=typen, AFU=alles))


def _beschrijving(pdf: Pdf, letters: Lettertype, programma: Object, vlaggen: int) -> Object:
    return pdf.make_indirect(Dictionary(
        Type=Name.FontDescriptor, FontName=Name(f"/AFVAKK+{letters.naam}"), Flags=vlaggen, ItalicAngle=0, StemV=80,
        FontBBox=Array(list(letters.doos)), Ascent=letters.stijging, Descent=letters.daling,
        CapHeight=round(0.65 * letters.stijging), FontFile2=programma,
    ))  # fmt: skip


def _typletter(pdf: Pdf, letters: Lettertype, programma: Object) -> Dictionary:
    from fontTools.agl import UV2AGL

    codes = typcodes(letters)
    breedtes = [letters.breedtes[codes[code]] if code in codes else 0 for code in range(1, 256)]
    verschillen: list[Any] = []
    vorige = 0
    for code, teken in codes.items():
        if code != vorige + 1 or not verschillen:
            verschillen.append(code)
        naam = UV2AGL.get(ord(teken), f"uni{ord(teken):04X}")
        verschillen.append(Name(f"/{naam}"))
        vorige = code
    codering = Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array(verschillen))
    return Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name(f"/AFVAKK+{letters.naam}"), FirstChar=1, LastChar=255,
        Widths=pdf.make_indirect(Array(breedtes)), Encoding=codering,
        FontDescriptor=_beschrijving(pdf, letters, programma, 32),
        ToUnicode=_naar_unicode(pdf, {f"{code:02X}": teken for code, teken in codes.items()}, "<00> <FF>"),
    )  # fmt: skip


def _alle_letters(pdf: Pdf, letters: Lettertype, programma: Object) -> Dictionary:

    naam = Name(f"/AFVAKK+{letters.naam}")
    lijst: list[Any] = list(letters.alle_breedtes)
    breedtes: list[Any] = [0, Array(lijst)]
    stelsel = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    onder = pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=naam, CIDSystemInfo=stelsel, CIDToGIDMap=Name.Identity,
        DW=500, W=pdf.make_indirect(Array(breedtes)),
        FontDescriptor=_beschrijving(pdf, letters, programma, 4),
    ))  # fmt: skip
    per_nummer: dict[str, str] = {}
    for teken, nummer in letters.nummers.items():
        per_nummer.setdefault(f"{nummer:04X}", teken)
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=naam, Encoding=Name("/Identity-H"), DescendantFonts=Array([onder]),
        ToUnicode=_naar_unicode(pdf, per_nummer, "<0000> <FFFF>"),
    )  # fmt: skip


def _naar_unicode(pdf: Pdf, codes: Mapping[str, str], ruimte: str) -> Object:
    """Return what a viewer copies and searches by: code → character, at most a hundred in one block."""
    regels = [f"<{code}> <{teken.encode('utf-16-be').hex()}>" for code, teken in sorted(codes.items())]
    blokken = [regels[nr : nr + 100] for nr in range(0, len(regels), 100)]
    lijst = "\n".join(f"{len(blok)} beginbfchar\n" + "\n".join(blok) + "\nendbfchar" for blok in blokken)
    return Stream(pdf, (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /AF def\n"
        f"/CMapType 2 def\n1 begincodespacerange\n{ruimte}\nendcodespacerange\n{lijst}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode())  # fmt: skip
