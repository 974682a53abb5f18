"""A PDF that came back: its fields by name, what they hold, and who it says it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, ObjectType, PdfError, Stream, String

from generator.formats.herkenning import Herkenning, herken
from generator.formats.identiteit import lees_regel
from generator.formats.pdf.namen import KEUZELIJST, eigen_naam, is_herkenning
from generator.formats.pdf.openen import MAX_BLADZIJDEN, MAX_DIEPTE, MAX_VELDEN, open_pdf, vertaald
from generator.formats.veilig import Geweigerd
from generator.veldsoorten import schone_tekst

_LANGSTE = 200_000
_MEESTE_KEUZES = 50
_LANGSTE_LIJST = 500
_DRUKKNOP = 1 << 16
# What the library says of a file that lost something; of what is merely untidy it says other things.
_SCHADE = ("xref", "reconstruct", "damaged", "recover", "error", "stream", "expected", "premature", "missing")


class Waarde(NamedTuple):
    """What one field holds: its text, and of a box whether it is on, by its value and by what it shows.

    ``vreemd`` when it holds something that is no text.
    """

    tekst: str = ""
    aan: bool | None = None
    getoond: bool | None = None
    vreemd: bool = False


LEEG = Waarde()


class ExtraVak(NamedTuple):
    """A field that isn't ours and holds something: its name, its text, and its page from 1 (0: on no page).

    ``vreemd`` when it holds something that is no text.
    """

    naam: str
    tekst: str
    blad: int = 0
    vreemd: bool = False


class PdfDocument:
    """One PDF with limits: at most 5,000 fields, 500 pages, and no circles."""

    def __init__(self, inhoud: bytes) -> None:
        """Open *inhoud* and walk along its fields; `Geweigerd` when it can't be opened or holds too much."""
        self.pdf = open_pdf(inhoud)
        self.velden: dict[str, list[Waarde]] = {}
        self.plekken: dict[str, list[Object]] = {}
        self.extra: list[tuple[str, Object, Waarde, str]] = []
        self.herkenregels: list[str] = []
        self.aantal_vakken = 0
        self._gezien: set[tuple[int, int]] = set()
        with vertaald():
            self.acroform = _deel(self.pdf.Root, "/AcroForm")
            if len(self.pdf.pages) > MAX_BLADZIJDEN:
                raise Geweigerd("L65", oorzaak=f"{len(self.pdf.pages)} bladzijden")
            self.bladen = [blad.obj for blad in self.pdf.pages]
            self._loop()

    @cached_property
    def beschadigd(self) -> bool:
        """Tell whether something in the file had to be mended, or could not be."""
        return any(teken in str(w) for w in self.pdf.get_warnings() for teken in _SCHADE)

    # -- fields

    def _loop(self) -> None:
        velden = _lijst(self.acroform, "/Fields")
        self._bezoek(velden, "", None, 0)
        if self.aantal_annotaties > self.aantal_vakken:  # a program that moved pages may have left fields behind
            self._bezoek(self._weesvakken(), "", None, 0)

    def _weesvakken(self) -> list[Object]:
        """Return the places to fill in that stand on pages, whatever the list of fields says."""
        alle = (deel for _, deel in self.annotaties() if woord(deel.get("/Subtype")) == "/Widget" and "/T" in deel)
        return [deel for deel in alle if deel.objgen not in self._gezien]

    def _bezoek(self, velden: list[Object], boven: str, ouder: Object | None, diepte: int) -> None:
        if diepte > MAX_DIEPTE:
            raise Geweigerd("L65", oorzaak="velden in velden in velden")
        for veld in velden:
            plek = veld.objgen
            if plek != (0, 0):
                if plek in self._gezien:
                    continue
                self._gezien.add(plek)
            if self.aantal_vakken > MAX_VELDEN:
                raise Geweigerd("L65", oorzaak=f"meer dan {MAX_VELDEN} velden")
            self.aantal_vakken += 1
            self._veld(veld, boven, ouder, diepte)

    def _veld(self, veld: Object, boven: str, ouder: Object | None, diepte: int) -> None:
        eigen = veld.get("/T")
        deel = woord(eigen) if eigen is not None else ""
        naam = f"{boven}.{deel}" if boven and deel else boven or deel
        kinderen = _lijst(veld, "/Kids") if "/Kids" in veld else []
        if kinderen:
            if any("/T" in kind for kind in kinderen):
                self._bezoek(kinderen, naam, veld if "/V" in veld or ouder is None else ouder, diepte + 1)
                return
            self.aantal_vakken += max(0, len(kinderen) - 1)
        ons = eigen_naam(naam)
        if ons:
            self.velden.setdefault(ons, []).append(_waarde(veld, ouder, kinderen))
            self.plekken.setdefault(ons, []).append(veld)
        else:
            self._niet_van_ons(naam, veld, _waarde(veld, ouder, kinderen), kinderen)

    def _niet_van_ons(self, naam: str, veld: Object, waarde: Waarde, kinderen: list[Object]) -> None:
        """Keep what no question holds: the identity of the form, or a field that somebody else made."""
        if is_herkenning(naam) or lees_regel(waarde.tekst) is not None:
            self.herkenregels.append(waarde.tekst)
            return
        soort = woord(_geerfd(veld, "/FT"))
        if soort == "/Sig":
            return
        tekst = waarde.tekst
        if soort == "/Btn":
            tekst = _aangekruist(naam, veld, waarde, kinderen)
            waarde = waarde._replace(vreemd=False)
        if tekst.strip() or waarde.vreemd:
            self.extra.append((naam, kinderen[0] if kinderen else veld, waarde, tekst))

    def keuzelijst(self, naam: str) -> dict[str, str]:
        """Return the list of a choice as the file itself carries it: label → key; empty when it carries none."""
        for veld in self.plekken.get(naam, ()):
            lijst = _geerfd(veld, KEUZELIJST)
            if isinstance(lijst, Array) and len(lijst) <= 2 * _LANGSTE_LIJST:
                delen = [woord(deel) if isinstance(deel, String) else "" for deel in list(lijst)]
                return {schone_tekst(label): sleutel for label, sleutel in zip(delen[::2], delen[1::2], strict=False)}
        return {}

    def extra_vakken(self) -> Iterator[ExtraVak]:
        """Yield the fields that aren't ours and hold something, with the pages they stand on."""
        bladen = {deel.objgen: nummer for nummer, deel in self.annotaties()} if self.extra else {}
        for naam, veld, waarde, tekst in self.extra:
            yield ExtraVak(naam, tekst, bladen.get(veld.objgen, 0), waarde.vreemd)

    def annotaties(self) -> Iterator[tuple[int, Object]]:
        """Yield page number and annotation of all that lies on the pages."""
        for nummer, blad in enumerate(self.bladen, 1):
            for deel in _lijst(blad, "/Annots"):
                yield nummer, deel

    @property
    def aantal_annotaties(self) -> int:
        """How much lies on the pages; when that is as many as there are fields, nobody added anything."""
        alle = (blad.get("/Annots") for blad in self.bladen)
        return sum(len(deel) for deel in alle if isinstance(deel, Array))

    # -- who it is

    def herkenning(self) -> Herkenning:
        """Return which form it says it is: by the hidden field, the subject and the line at the foot."""
        eerste, *rest = [*self.herkenregels[:20], ""]
        return herken({}, eerste, [self.info("/Subject"), *filter(None, rest)])

    def info(self, naam: str) -> str:
        """Return a property of the document; empty when there is none."""
        info = _deel(self.pdf.trailer, "/Info")
        return woord(info.get(naam, "")) if info is not None else ""

    @property
    def xfa(self) -> bool:
        """Tell whether it is a form of the kind that only Adobe's own programs can fill in."""
        return self.acroform is not None and "/XFA" in self.acroform


def woord(ding: object) -> str:
    """Return a name or text as it stands there; nothing when it can't be text at all."""
    try:
        return str(ding)
    except UnicodeDecodeError:
        return ""


def _deel(wortel: Object, naam: str) -> Object | None:
    """Return a part that is a dictionary; None when it is anything else."""
    deel = wortel.get(naam) if isinstance(wortel, Dictionary) else None
    return deel if isinstance(deel, Dictionary) else None


def _lijst(deel: Object | None, naam: str) -> list[Object]:
    """Return the dictionaries in a list; nothing when it is no list."""
    return [kind for kind in _lijst_ruw(deel, naam) if isinstance(kind, Dictionary)]


def _lijst_ruw(deel: Object | None, naam: str) -> list[Object]:
    if not isinstance(deel, Dictionary):
        return []
    lijst = deel.get(naam)
    if not isinstance(lijst, Array):
        return []
    if len(lijst) > MAX_VELDEN:
        raise Geweigerd("L65", oorzaak=f"meer dan {MAX_VELDEN} velden")
    return list(lijst)


def _waarde(veld: Object, ouder: Object | None, kinderen: list[Object]) -> Waarde:
    waarde = veld.get("/V")
    if waarde is None and ouder is not None:
        waarde = ouder.get("/V")
    toestand = veld.get("/AS")
    if toestand is None and kinderen:
        toestand = next((staat for kind in kinderen if (staat := kind.get("/AS")) is not None), None)
    if waarde is None and toestand is None:
        return _rijke_tekst(veld)
    return _van_object(waarde, toestand)


def _rijke_tekst(veld: Object) -> Waarde:
    """Some programs only keep the text with its layout."""
    rijk = veld.get("/RV")
    return LEEG if not isinstance(rijk, String) else Waarde(zonder_opmaak(woord(rijk)))


def zonder_opmaak(tekst: str) -> str:
    """Return the bare text of rich text, one line per paragraph."""
    import re
    from html import unescape

    regels = re.sub(r"(?i)</p\s*>|<br\s*/?>", "\n", tekst[:_LANGSTE])
    return unescape(re.sub(r"<[^<>]*>", "", regels)).strip()


def _van_object(waarde: Object | None, toestand: Object | None) -> Waarde:
    if toestand is None and getattr(waarde, "_type_code", None) is ObjectType.string:  # nearly always, and faster
        try:
            return Waarde(str(waarde))
        except UnicodeDecodeError:
            return Waarde(vreemd=True)
    getoond = _aan(woord(toestand)) if isinstance(toestand, Name) else None
    if isinstance(waarde, (String, Name)):
        try:
            tekst = str(waarde)
        except UnicodeDecodeError:
            return Waarde(vreemd=True)
        if isinstance(waarde, Name):
            return Waarde(tekst[1:], _aan(tekst), getoond)
        return Waarde(tekst, _aan(tekst) if toestand is not None else None, getoond)
    if isinstance(waarde, Array):
        delen = [woord(deel) for deel in list(waarde)[:_MEESTE_KEUZES] if isinstance(deel, (String, Name))]
        return Waarde(", ".join(delen), None, getoond)
    if isinstance(waarde, Stream):
        return _van_stroom(waarde)
    if waarde is None:
        return Waarde("", None, getoond)
    return Waarde(str(waarde)) if isinstance(waarde, (int, float)) else Waarde(vreemd=True)


def _van_stroom(waarde: Object) -> Waarde:
    """Return a long text that is kept as a stream of its own."""
    try:
        ruw = bytes(waarde.read_bytes())
    except (PdfError, RuntimeError, ValueError):
        return Waarde(vreemd=True)
    return Waarde(str(String(ruw[:_LANGSTE]))) if len(ruw) <= _LANGSTE else Waarde(vreemd=True)


def _geerfd(veld: Object, naam: str) -> Object | str:
    """Return what a field says of itself, else what the fields above it say."""
    for _ in range(MAX_DIEPTE):
        if naam in veld:
            return veld[naam]
        boven = veld.get("/Parent")
        if not isinstance(boven, Dictionary):
            break
        veld = boven
    return ""


def _aangekruist(naam: str, veld: Object, waarde: Waarde, kinderen: list[Object]) -> str:
    """Say of a box or a round that isn't ours that it is on; nothing when it is off, or a button to push."""
    vlaggen = _geerfd(veld, "/Ff")
    if isinstance(vlaggen, int) and vlaggen & _DRUKKNOP:
        return ""
    staten = [woord(deel.get("/AS", "")) for deel in (veld, *kinderen)]
    if not (waarde.aan or waarde.getoond or any(map(_aan, staten))):
        return ""
    keuze = waarde.tekst if len(kinderen) > 1 and _aan(waarde.tekst) else woord(veld.get("/TU", "")) or naam
    return f"aangekruist: {keuze}"


def _aan(staat: str) -> bool:
    return staat.lstrip("/").casefold() not in ("off", "", "nee", "no", "false", "0")
