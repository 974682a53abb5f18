"""Fill a blank PDF form from answers: a copy of the blank in which only answers and identity change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pikepdf import Dictionary, Name, Object, Pdf, String

from generator.formats.bladen import Blad, bladen_van, bladwaarde, kolomblad
from generator.formats.identiteit import Identiteit
from generator.formats.merken import Merken
from generator.formats.opbouw import lege_rijen
from generator.formats.pdf.aankleding import uit_tekst
from generator.formats.pdf.afwerking import LIJST, REGELS, VOETGRIJS, VOETMAAT, bewaar, grootst, verschijning
from generator.formats.pdf.document import PdfDocument
from generator.formats.pdf.letters import Lettertype, lettertype
from generator.formats.pdf.namen import AAN, IDENTITEIT, UIT, VOETREGEL, celnaam, veldnaam
from generator.formats.pdf.openen import open_pdf
from generator.formats.pdf.rondom import waarom_geen_formulier
from generator.formats.pdf.vervolgblad import zet_vervolgbladen
from generator.formats.pdf.vlakken import Vlak, tekstvlak
from generator.formats.veilig import Geweigerd
from generator.model import Formulier, Veld
from generator.veldsoorten import VELDSOORTEN, schone_tekst

# Blanks with more rows are made per so many, so that they can be used again.
_STAP = 4


class Vuller:
    """Fills one blank many times; a blank with more rows is made when answers ask for it, and kept."""

    def __init__(self, blanco: bytes, formulier: Formulier) -> None:
        """Open a blank of *formulier*; raises `generator.formats.veilig.Geweigerd` when that can't be done."""
        self._formulier = formulier
        document = PdfDocument(blanco)
        if not document.velden:
            raise waarom_geen_formulier(document, blanco, {formulier.sleutel: formulier})
        self._blanco = _Blanco(blanco)
        self._groter: dict[tuple[tuple[str, int], ...], _Blanco] = {}

    def vul(
        self, antwoorden: Mapping[str, Any], dossier: str = "", cyclus: int | None = None, merken: Merken | None = None
    ) -> bytes:
        """Return the filled form.

        *antwoorden* are regular (`generator.veldsoorten.normaliseer_antwoorden`). When a table has more rows than
        the blank, and when there are *merken*, the pages are set anew: that takes a second, and raises
        `generator.formats.pdf.schrijver.GeenPango` where it can't be done. *dossier* and *cyclus* become part of
        the identity.
        """
        waarden: list[tuple[str, Blad, Any]] = []
        rijen: dict[str, int] = {}
        for veld in self._formulier.velden:
            if veld.sleutel not in antwoorden:
                continue
            if veld.soort == "tabel":
                cellen, vrij = _tabelwaarden(veld, antwoorden[veld.sleutel])
                waarden += cellen
                if vrij > lege_rijen(veld):
                    rijen[veld.sleutel] = -(-vrij // _STAP) * _STAP
            else:
                waarden += _veldwaarden(veld, self._formulier, antwoorden[veld.sleutel])
        blanco = self._passend(rijen, merken)
        return blanco.vul(waarden, dossier, "" if cyclus is None else str(cyclus))

    def _passend(self, rijen: Mapping[str, int], merken: Merken | None) -> _Blanco:
        """Return a blank with enough rows, and with marks."""
        if merken is not None:
            return self._zet(rijen, merken)
        if not rijen:
            return self._blanco
        welke = tuple(sorted(rijen.items()))
        if welke not in self._groter:
            self._groter[welke] = self._zet(rijen, None)
        return self._groter[welke]

    def _zet(self, rijen: Mapping[str, int], merken: Merken | None) -> _Blanco:
        from generator.formats.pdf.schrijver import zet_formulier

        aankleding = uit_tekst(self._blanco.aankleding)
        if aankleding is None:
            raise Geweigerd("L46")
        return _Blanco(zet_formulier(self._formulier, aankleding, rijen, merken))


def vul(
    blanco: bytes, formulier: Formulier, antwoorden: Mapping[str, Any], dossier: str = "", cyclus: int | None = None
) -> bytes:
    """Fill one blank once; see `Vuller.vul`."""
    return Vuller(blanco, formulier).vul(antwoorden, dossier, cyclus)


def _veldwaarden(veld: Veld, formulier: Formulier, waarde: Any) -> Iterator[tuple[str, Blad, Any]]:
    for blad in bladen_van(veld, formulier):
        deel = bladwaarde(blad, waarde)
        if deel is not None:
            yield veldnaam(blad.sleutel), blad, deel


def _tabelwaarden(veld: Veld, regels: Any) -> tuple[list[tuple[str, Blad, Any]], int]:
    """Return what goes into the cells of a table, and how many free rows that takes."""
    uit: list[tuple[str, Blad, Any]] = []
    if not isinstance(regels, tuple):
        return uit, 0
    bladen = {kolom.sleutel: kolomblad(veld, kolom) for kolom in veld.kolommen}
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), "")
    gedrukt = {rij.sleutel for rij in veld.rijen} if drager else set()
    vrij = 0
    for regel in regels:
        eigen = str(regel.get(drager)) if drager else ""
        rij: str | int = eigen
        if eigen in gedrukt:
            gedrukt.discard(eigen)
        else:
            vrij, eigen = vrij + 1, ""
            rij = vrij
        for kolom, blad in bladen.items():
            if not (eigen and kolom == drager):
                uit.append((celnaam(veld.sleutel, rij, kolom), blad, regel.get(kolom)))
    return uit, vrij


class _Blanco:
    """A blank that is ready to be copied: where its fields are, and how large."""

    def __init__(self, inhoud: bytes) -> None:
        self._inhoud = inhoud
        with open_pdf(inhoud) as pdf:
            self.aankleding = _aankleding(pdf)
            if "/AcroForm" not in pdf.Root or not self.aankleding:
                raise Geweigerd("L46")
            velden = {str(veld.T): veld for veld in pdf.Root.AcroForm.Fields}
            self._plek = {naam: veld.objgen for naam, veld in velden.items()}
            self._vlak = {naam: _vlak(veld) for naam, veld in velden.items() if "/Rect" in veld}
            self._letters = _letters(pdf)

    def vul(self, waarden: list[tuple[str, Blad, Any]], dossier: str, cyclus: str) -> bytes:
        """Return a copy with values in it, and with another identity."""
        with open_pdf(self._inhoud) as pdf:
            bronnen = pdf.Root.AcroForm.DR
            te_lang: list[tuple[str, str]] = []
            for naam, blad, waarde in waarden:
                plek = self._plek.get(naam)
                if plek is not None and (rest := self._zet(pdf, pdf.get_object(plek), naam, blad, waarde, bronnen)):
                    te_lang.append(rest)
            if dossier or cyclus:
                self._identiteit(pdf, dossier, cyclus, bronnen)
            if te_lang:
                voet = str(pdf.get_object(self._plek[VOETREGEL]).V)
                zet_vervolgbladen(pdf, te_lang, self._letters, bronnen, voet)
            return bewaar(pdf)

    def _zet(
        self, pdf: Pdf, veld: Object, naam: str, blad: Blad, waarde: Any, bronnen: Object
    ) -> tuple[str, str] | None:
        """Put a value into a field; return its name for people and its text when not all of it can be seen."""

        if blad.soort == "vakje":
            veld.V = veld.AS = Name(f"/{AAN if waarde else UIT}")
            return None
        tekst = "" if waarde is None else VELDSOORTEN[blad.soort].toon(waarde, blad.omgeving)
        if not tekst and "/V" not in veld:
            return None
        veld.V = String(schone_tekst(tekst))
        vlak = self._vlak[naam]
        tekening, past = tekstvlak(tekst, vlak, self._letters)
        veld.AP = Dictionary(N=verschijning(pdf, tekening, vlak.breed, vlak.hoog, bronnen))
        return None if past else (str(veld.get("/TU", naam)), tekst)

    def _identiteit(self, pdf: Pdf, dossier: str, cyclus: str, bronnen: Object) -> None:
        """Put the dossier and the cycle into the three places of the identity."""
        aankleding = uit_tekst(self.aankleding)
        oud = aankleding.identiteit if aankleding else Identiteit()
        regel = replace(oud, dossier=dossier, cyclus=cyclus).regel()
        pdf.docinfo["/Subject"] = regel
        for naam in (IDENTITEIT, VOETREGEL):
            veld = pdf.get_object(self._plek[naam])
            veld.V = String(regel)
            for kind in veld.get("/Kids", ()):
                vlak = _vlak(kind)._replace(grootst=VOETMAAT)
                tekening, _ = tekstvlak(regel, vlak, self._letters, VOETGRIJS)
                kind.AP = Dictionary(N=verschijning(pdf, tekening, vlak.breed, vlak.hoog, bronnen))


def _aankleding(pdf: Pdf) -> str:
    eigen = pdf.Root.get("/PieceInfo")
    try:
        return str(eigen.Achtfasen.Private) if eigen is not None else ""
    except (AttributeError, TypeError):
        return ""


def _vlak(veld: Object) -> Vlak:
    x1, y1, x2, y2 = (float(getal) for getal in veld.Rect)
    vlaggen = int(veld.get("/Ff", 0))
    regels = bool(vlaggen & (REGELS | LIJST))
    return Vlak(round(x2 - x1, 2), round(y2 - y1, 2), regels, grootst("/AFKlein" in veld))


def _letters(pdf: Pdf) -> Lettertype:
    """Return the letters that the blank itself brings along."""
    beschrijving = pdf.Root.AcroForm.DR.Font.AFU.DescendantFonts[0].FontDescriptor
    return lettertype(bytes(beschrijving.FontFile2.read_bytes()))
