"""A returned workbook: its parts found and opened safely, its sheets, names and texts read only when asked for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.formats.excel.namen import (
    DC,
    EIGEN_BLADEN,
    OPMERKER,
    R_STRIKT,
    RELS,
    S_STRIKT,
    Element,
    R,
    S,
    celnaam,
    plek_van,
    s,
)
from generator.formats.veilig import Geweigerd, Pakket, ontleed

C, V, IS, F, T, RUN, ROW = s("c"), s("v"), s("is"), s("f"), s("t"), s("r"), s("row")
_RELATIE = f"{{{RELS}}}Relationship"
_RID, _RID_STRIKT = f"{{{R}}}id", f"{{{R_STRIKT}}}id"
# More than a form can have, and less than makes a computer run out of memory.
MAX_TAGS = 3_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
_ODS = b"opendocument.spreadsheet"
_GESTUURD = re.compile("_x([0-9A-Fa-f]{4})_")
_GEBIED = re.compile(
    r"(?:'((?:[^']|'')+)'|([^'!\[\]]+))!(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?"
)
_VERBORGEN_RIJ = re.compile(rb"<(?:\w+:)?row\b[^>]* hidden=")
_EINDE_CELLEN = re.compile(rb"</(\w+:)?sheetData\s*>")
_VOETCODE = re.compile(r'&(?:&|[LCRPN]|"[^"]*"|\d+ ?|.)')
_ONDERTEKEND = re.compile(rf"\n\({OPMERKER}, \d\d-\d\d-\d{{4}}\)$")
_DAGTEKEN, _TIJDTEKEN = re.compile(r"[dyj]|mmm", re.I), re.compile(r"[hus]", re.I)
_DUUR = re.compile(r"\[[hmsu]+\]", re.I)
_LETTERLIJK = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATUMNUMMERS = frozenset([*range(14, 18), 22, *range(27, 37), *range(50, 59)])
_TIJDNUMMERS = frozenset([*range(18, 22), *range(45, 48)])
_PROCENTNUMMERS = frozenset([9, 10])


class Gebied(NamedTuple):
    """A rectangle of cells on a sheet."""

    blad: str
    rij: int
    kolom: int
    tot_rij: int
    tot_kolom: int


@dataclass(frozen=True, slots=True)
class Vel:
    """One sheet of a workbook: its name, its part, and whether people see it."""

    naam: str
    deel: str
    verborgen: bool


@dataclass(frozen=True, slots=True)
class Opbouw:
    """What the workbook part says: its sheets, and its names with where each points."""

    vellen: tuple[Vel, ...]
    namen: tuple[tuple[str, tuple[Gebied, ...]], ...]
    datum1904: bool
    teksten: str
    stijlen: str

    @property
    def zichtbaar(self) -> tuple[Vel, ...]:
        """The sheets that people see; those that should be hidden don't count, also when somebody shows them."""
        return tuple(vel for vel in self.vellen if not vel.verborgen and vel.naam.casefold() not in EIGEN_BLADEN)


class Cel(NamedTuple):
    """What one cell holds: the type as in the file, the value as text, whether it is a formula, and its style."""

    soort: str
    tekst: str
    formule: bool
    stijl: str


class Werkboek:
    """The parts of a returned form that matter; everything else stays packed."""

    def __init__(self, inhoud: bytes) -> None:
        """Open the file; `Geweigerd` with the reason when it can't be read."""
        _weiger_verwanten(inhoud)
        self.pakket = Pakket(inhoud)
        self.naam = self._hoofddeel()
        map_, naam = posixpath.split(self.naam)
        self.rels = posixpath.join(map_, "_rels", naam + ".rels")
        self.ruw = self.pakket.lees(self.naam)
        self.ruwe_rels = self.pakket.lees(self.rels) if self.rels in self.pakket else b""
        self.opbouw = _opbouw(self.ruw, self.ruwe_rels, map_)
        if not self.opbouw.vellen:
            raise Geweigerd("L41", oorzaak="er zit geen werkblad in")
        self._vellen: dict[str, Werkblad] = {}
        self._teksten: dict[str, str] = {}

    def _hoofddeel(self) -> str:
        if "content.xml" in self.pakket and "mimetype" in self.pakket:
            raise Geweigerd("L55")
        if "_rels/.rels" not in self.pakket:
            raise Geweigerd("L41", oorzaak="dit is geen Office-bestand")
        hoofd = _hoofddeel_uit(self.pakket.lees("_rels/.rels"))
        if hoofd.endswith(".bin"):
            raise Geweigerd("L56")
        if not hoofd or hoofd not in self.pakket:
            raise Geweigerd("L41", oorzaak="het hoofddeel ontbreekt")
        return hoofd

    @property
    def heeft_macros(self) -> bool:
        """Tell whether there are macros in it; they are never looked at."""
        return any(naam.endswith("vbaProject.bin") for naam in self.pakket.namen)

    @cached_property
    def bladen(self) -> dict[str, Vel]:
        """The sheets by name."""
        return {vel.naam: vel for vel in self.opbouw.vellen}

    def blad(self, naam: str) -> Werkblad:
        """Return the content of a sheet, read once."""
        if naam not in self._vellen:
            self._vellen[naam] = Werkblad(self, self.bladen[naam])
        return self._vellen[naam]

    @cached_property
    def _strings(self) -> list[Element]:
        deel = self.opbouw.teksten
        return list(ontleed_deel(self.pakket.lees(deel))) if deel in self.pakket else []

    def opgemaakte_tekst(self, blad: str, plek: str) -> Element | None:
        """Return the element with the text of a cell and its looks; None when there is no text."""
        cel = next((cel for cel in self.blad(blad).wortel.iter(C) if cel.get("r") == plek), None)
        if cel is None:
            return None
        return self.gedeeld(cel.findtext(V) or "") if cel.get("t") == "s" else cel.find(IS)

    def gedeeld(self, nummer: str) -> Element | None:
        """Return a shared text by its number; None when the number points nowhere."""
        if not nummer.isdecimal() or int(nummer) >= len(self._strings):
            return None
        return self._strings[int(nummer)]

    def gedeelde_tekst(self, nummer: str) -> str:
        """Return the words of a shared text; nothing when the number points nowhere."""
        tekst = self._teksten.get(nummer)
        if tekst is None:
            element = self.gedeeld(nummer)
            tekst = self._teksten[nummer] = "" if element is None else richtekst(element)
        return tekst

    @cached_property
    def _stijlen(self) -> tuple[str, ...]:
        deel = self.opbouw.stijlen
        return celvormen(self.pakket.lees(deel)) if deel in self.pakket else ()

    def vorm_van(self, stijl: str) -> str:
        """Return how a number in a cell is shown: ``datum``, ``tijd``, ``procent`` or nothing special."""
        return self._stijlen[int(stijl)] if stijl.isdecimal() and int(stijl) < len(self._stijlen) else ""

    def is_ander_werk_van_ons(self) -> bool:
        """Tell whether it is a worklist, overview or inrichting that achtfasen made."""
        return "docProps/core.xml" in self.pakket and b"achtfasen" in self.pakket.lees("docProps/core.xml")

    def onderwerp(self) -> str:
        """Return the subject of the file: the identity line may stand there."""
        if "docProps/core.xml" not in self.pakket:
            return ""
        element = ontleed(self.pakket.lees("docProps/core.xml")).find(f"{{{DC}}}subject")
        return (element.text or "") if element is not None else ""

    def opmerkingen(self) -> Iterator[tuple[str, Element]]:
        """Yield part and content of the notes at the cells of every sheet."""
        for vel in self.opbouw.vellen:
            for soort, pad in self.verwijzingen(vel.deel):
                if soort == "comments":
                    yield pad, ontleed_deel(self.pakket.lees(pad))

    def verwijzingen(self, deel: str) -> list[tuple[str, str]]:
        """Return kind and part of what a part refers to inside the file."""
        map_, naam = posixpath.split(deel)
        rels = posixpath.join(map_, "_rels", naam + ".rels")
        if rels not in self.pakket:
            return []
        return [
            (str(relatie.get("Type")).rpartition("/")[2], pad)
            for relatie in ontleed(self.pakket.lees(rels)).iter(_RELATIE)
            if relatie.get("TargetMode") != "External"
            and (pad := doelpad(map_, str(relatie.get("Target")))) in self.pakket
        ]

    def andermans_opmerkingen(self) -> int:
        """Return how many notes people put in it; our own don't count."""
        if not any("comments" in naam for naam in self.pakket.namen):
            return 0
        aantal = 0
        for _, wortel in self.opmerkingen():
            auteurs = [(auteur.text or "").strip() for auteur in wortel.iter(s("author"))]
            for opmerking in wortel.iter(s("comment")):
                nummer = opmerking.get("authorId") or ""
                auteur = auteurs[int(nummer)] if nummer.isdecimal() and int(nummer) < len(auteurs) else ""
                aantal += not is_van_ons(auteur, opmerking)
        return aantal


def _cel(element: Element, soort: str, gedeeld: Callable[[str], str]) -> Cel:
    """Return what an element of a cell says; *gedeeld* gives a shared text by its number."""
    formule, tekst = False, ""
    for deel in element:
        if deel.tag == V:
            tekst = deel.text or ""
        elif deel.tag == F:
            formule = True
        elif deel.tag == IS:
            tekst = richtekst(deel)
    if soort == "s":
        tekst = gedeeld(tekst)
    elif soort == "str":
        tekst = zonder_stuurtekens(tekst)
    return Cel(soort, tekst, formule, element.get("s") or "")


class Werkblad:
    """The cells of one sheet that hold something."""

    def __init__(self, boek: Werkboek, vel: Vel) -> None:
        """Read the sheet; a part that is gone is a sheet without cells."""
        self.naam = vel.naam
        ruw = boek.pakket.lees(vel.deel) if vel.deel in boek.pakket else f'<worksheet xmlns="{S}"/>'.encode()
        cellen, self._staart = _gesplitst(ruw)
        self.wortel = ontleed_deel(cellen)
        self._iets_verborgen = b' hidden="' in cellen and _VERBORGEN_RIJ.search(cellen) is not None
        self.cellen: dict[str, Cel] = {}
        self._lees_cellen(boek.gedeelde_tekst)
        if "" in self.cellen:  # a writer that leaves places out: they follow one another
            op_volgorde = _op_volgorde(self.wortel)
            self.cellen = {plek: _cel(cel, cel.get("t") or "n", boek.gedeelde_tekst) for plek, cel in op_volgorde}
        if b"<f" in cellen or b":f>" in cellen or b":f " in cellen:
            self._formules_zonder_uitkomst(boek.gedeelde_tekst)

    def _lees_cellen(self, tekst: Callable[[str], str]) -> None:
        for inhoud in self.wortel.iter(V, IS):
            element = inhoud.getparent()
            if element is None or element.tag != C:
                continue
            soort = element.get("t") or "n"
            if len(element) > 1 or soort == "str":
                cel = _cel(element, soort, tekst)
            elif soort == "s":  # as nearly always
                cel = Cel("s", tekst(inhoud.text or ""), False, element.get("s") or "")
            elif inhoud.tag == IS:
                cel = Cel(soort, richtekst(inhoud), False, element.get("s") or "")
            else:
                cel = Cel(soort, inhoud.text or "", False, element.get("s") or "")
            self.cellen[element.get("r") or ""] = cel

    def _formules_zonder_uitkomst(self, tekst: Callable[[str], str]) -> None:
        """Formulas that were never worked out have no value; they are something all the same."""
        for formule in self.wortel.iter(F):
            cel = formule.getparent()
            if cel is not None and cel.tag == C and (plek := cel.get("r")) and plek not in self.cellen:
                self.cellen[plek] = _cel(cel, cel.get("t") or "n", tekst)

    def tekst(self, plek: str) -> str:
        """Return the text of a cell."""
        cel = self.cellen.get(plek)
        return cel.tekst if cel is not None else ""

    def in_gebied(self, gebied: Gebied) -> Iterator[Cel]:
        """Yield the cells in a rectangle that hold something."""
        for plek, cel in self.cellen.items():
            rij, kolom = plek_van(plek) or (0, 0)
            if gebied.rij <= rij <= gebied.tot_rij and gebied.kolom <= kolom <= gebied.tot_kolom:
                yield cel

    @cached_property
    def samengevoegd(self) -> tuple[tuple[int, int, int, int], ...]:
        """The merged rectangles: row, column, last row, last column."""
        return _samengevoegd(_groep(self._staart, "mergeCells"))

    @cached_property
    def verborgen_rijen(self) -> frozenset[int]:
        """The numbers of the rows that people don't see."""
        if not self._iets_verborgen:
            return frozenset()
        rijen = self.wortel.iter(ROW)
        return frozenset(int(rij.get("r") or 0) for rij in rijen if rij.get("hidden") in ("1", "true"))

    @cached_property
    def verborgen_kolommen(self) -> tuple[tuple[int, int], ...]:
        """First and last number of the columns that people don't see."""
        verborgen = [kolom for kolom in self.wortel.iter(s("col")) if kolom.get("hidden") in ("1", "true")]
        return tuple((int(kolom.get("min") or 0), int(kolom.get("max") or 0)) for kolom in verborgen)

    def voet(self) -> str:
        """Return the text of the footers, without marks for fonts and places."""
        if b" | controle " not in self._staart or not (groep := _groep(self._staart, "headerFooter")):
            return ""
        voeten = ontleed_deel(groep).iter(s("oddFooter"), s("evenFooter"), s("firstFooter"))
        delen = [zonder_stuurtekens(deel.text or "") for deel in voeten]
        return _VOETCODE.sub(lambda t: "&" if t[0] == "&&" else " ", " ".join(delen))


def _gesplitst(ruw: bytes) -> tuple[bytes, bytes]:
    """Return a sheet up to its last cell, as a sheet of its own, and what stands behind that.

    Behind the cells stand lists, colours and pictures, often more than the answers: they needn't be parsed.
    """
    slot = _EINDE_CELLEN.match(ruw, max(ruw.rfind(b"</", 0, ruw.rfind(b"sheetData")), 0))
    if slot is None:
        return ruw, ruw
    return ruw[: slot.end()] + b"</" + (slot[1] or b"") + b"worksheet>", ruw[slot.end() :]


def _groep(staart: bytes, soort: str) -> bytes:
    """Return one element of what stands behind the cells, as XML of its own; nothing when it isn't there."""
    treffer = re.search(rf"<((?:\w+:)?){soort}\b.*?</\1{soort}\s*>".encode(), staart, re.S)
    if treffer is None:
        return b""
    ruimte = f'xmlns="{S}"' if not treffer[1] else f'xmlns:{treffer[1].decode()[:-1]}="{S}"'
    return f"<x {ruimte}>".encode() + treffer[0] + b"</x>"


@lru_cache(maxsize=512)
def _samengevoegd(groep: bytes) -> tuple[tuple[int, int, int, int], ...]:
    """Return merged rectangles; those of a form that nobody changed are the same every time."""
    if not groep:
        return ()
    hoeken = [
        tuple(map(plek_van, (deel.get("ref") or "").split(":"))) for deel in ontleed_deel(groep).iter(s("mergeCell"))
    ]
    return tuple((*paar[0], *paar[1]) for paar in hoeken if len(paar) == 2 and paar[0] and paar[1])


def is_van_ons(auteur: str, opmerking: Element) -> bool:
    """Tell whether a note is our own: by who wrote it, or by its last line where a program dropped that."""
    return auteur == OPMERKER or _ONDERTEKEND.search("".join(map(str, opmerking.itertext())).rstrip()) is not None


def _op_volgorde(wortel: Element) -> Iterator[tuple[str, Element]]:
    rijnummer = 0
    for rij in wortel.iter(ROW):
        rijnummer = int(rij.get("r") or rijnummer + 1)
        kolom = 0
        for cel in rij.iterchildren(C):
            plek = plek_van(cel.get("r") or "")
            kolom = plek[1] if plek else kolom + 1
            if len(cel):
                yield celnaam(rijnummer, kolom), cel


def ontleed_deel(ruw: bytes) -> Element:
    """Parse a part of a workbook, bounded; strict OOXML is first brought to the common namespace."""
    if ruw.count(b"<") > MAX_TAGS:
        raise Geweigerd("L42", oorzaak="er staat veel meer in dan in een formulier past")
    strikt = S_STRIKT.encode()
    return ontleed(ruw.replace(strikt, S.encode()) if strikt in ruw else ruw)


def doelpad(map_: str, doel: str) -> str:
    """Return the part that a reference points to."""
    return posixpath.normpath(doel.lstrip("/") if doel.startswith("/") else posixpath.join(map_, doel))


def richtekst(element: Element) -> str:
    """Return the text of a shared or inline text; how it is pronounced doesn't count."""
    stukken = []
    for deel in element:
        if deel.tag == T:
            stukken.append(deel.text or "")
        elif deel.tag == RUN:
            stukken += [t.text or "" for t in deel.iterchildren(T)]
    return zonder_stuurtekens("".join(stukken))


def zonder_stuurtekens(tekst: str) -> str:
    """Return a text in which ``_x000D_`` is the character that it stands for."""
    return _GESTUURD.sub(lambda t: chr(int(t[1], 16)), tekst) if "_x" in tekst else tekst


@lru_cache(maxsize=64)
def celvormen(ruw: bytes) -> tuple[str, ...]:
    """Return per cell style how it shows a number: ``datum``, ``tijd``, ``procent`` or nothing special."""
    wortel = ontleed_deel(ruw)
    eigen = {vorm.get("numFmtId"): vorm.get("formatCode") or "" for vorm in wortel.iter(s("numFmt"))}
    xfs = wortel.find(s("cellXfs"))
    return tuple(_vorm(xf.get("numFmtId") or "0", eigen) for xf in xfs) if xfs is not None else ()


def _vorm(nummer: str, eigen: dict[str | None, str]) -> str:
    if nummer in eigen:
        kern = _LETTERLIJK.sub("", eigen[nummer])
        if "%" in kern:
            return "procent"
        if _DUUR.search(eigen[nummer]) or (_TIJDTEKEN.search(kern) and not _DAGTEKEN.search(kern)):
            return "tijd"
        return "datum" if _DAGTEKEN.search(kern) and "General" not in kern else ""
    getal = int(nummer) if nummer.isdecimal() else 0
    if getal in _TIJDNUMMERS:
        return "tijd"
    return "datum" if getal in _DATUMNUMMERS else "procent" if getal in _PROCENTNUMMERS else ""


@lru_cache(maxsize=128)
def _opbouw(ruw: bytes, rels: bytes, map_: str) -> Opbouw:
    """Read the workbook part; forms of one kind have the same one, so it is kept."""
    wortel = ontleed_deel(ruw)
    relaties = list(ontleed(rels).iter(_RELATIE)) if rels else []
    paden = {relatie: doelpad(map_, str(relatie.get("Target"))) for relatie in relaties}
    soorten = {str(relatie.get("Type")).rpartition("/")[2]: paden[relatie] for relatie in reversed(relaties)}
    doelen = {r.get("Id"): paden[r] for r in relaties if str(r.get("Type")).endswith("/worksheet")}
    vellen = []
    for blad in wortel.iter(s("sheet")):
        deel = doelen.get(blad.get(_RID) or blad.get(_RID_STRIKT) or "")
        if deel:
            vellen.append(Vel(blad.get("name") or "", deel, blad.get("state") in ("hidden", "veryHidden")))
    namen = tuple((str(naam.get("name")), gebieden_van(naam.text or "")) for naam in wortel.iter(s("definedName")))
    instelling = wortel.find(s("workbookPr"))
    is1904 = instelling is not None and instelling.get("date1904") in ("1", "true")
    anders = soorten.get("sharedStrings", ""), soorten.get("styles", "")
    return Opbouw(tuple(vellen), namen, is1904, *anders)


@lru_cache(maxsize=64)
def _hoofddeel_uit(rels: bytes) -> str:
    """Return the main part that a package refers to."""
    hoofd = ""
    for relatie in ontleed(rels).iter(_RELATIE):
        if str(relatie.get("Type")).endswith("/officeDocument"):
            hoofd = posixpath.normpath(str(relatie.get("Target")).lstrip("/"))
    return hoofd


def gebieden_van(verwijzing: str) -> tuple[Gebied, ...]:
    """Return the rectangles that a name points to; none for ``#REF!``, a formula or another workbook."""
    gebieden = []
    for treffer in _GEBIED.finditer(verwijzing):
        begin, einde = plek_van(treffer[3]), plek_van(treffer[4] or treffer[3])
        if begin and einde and "#REF" not in treffer[0]:
            blad = (treffer[1] or treffer[2]).replace("''", "'")
            gebieden.append(Gebied(blad.lstrip("$,;="), *begin, *einde))
    return tuple(gebieden)


def _weiger_verwanten(inhoud: bytes) -> None:
    """Refuse relatives of a workbook with what to do about it."""
    if inhoud.startswith(_OLE):
        raise Geweigerd("L53" if _VERSLEUTELD in inhoud else "L54")
    if inhoud.startswith(b"PK") and _ODS in inhoud[:200]:
        raise Geweigerd("L55")
