"""``maak``: the handleiding, the forms and the posters of an organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from generator.bestanden import SchrijfFout, schrijf_veilig
from generator.bron import bedoelde
from generator.opdrachten.blanco import blanco_van, eigen_sjabloon, maak_blanco, maak_pdfs
from generator.opdrachten.fout import GeenPdf, Opdrachtfout

if TYPE_CHECKING:
    from generator.formats import Formaatnaam
    from generator.handboek.aanhangsel import Blanco
    from generator.model import Formulier, Inrichting

Voortgang = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maakopdracht:
    """What has to be made, everything or a part of it, and in which formats; ``thuis`` is the folder of the inrichting.

    Forms come in every format that is asked for; the handleiding in Word, and laid out as PDF as well; posters only
    in Word. ``voortgang`` hears how many of the forms are done, and how many there are.
    """

    naar: Path
    thuis: Path | None = None
    handleiding: bool = True
    formulieren: bool = True
    posters: bool = True
    sleutels: tuple[str, ...] = ()
    formaten: tuple[Formaatnaam, ...] = ("word",)
    voortgang: Voortgang | None = None


@dataclass(slots=True)
class Maakuitslag:
    """What was written, which forms got another version, and in sentences what needs attention.

    ``fout`` is why it failed after all: nothing that was asked for could be made, or something of the
    organisation itself is in the way. What is in ``paden`` stands.
    """

    paden: list[Path] = field(default_factory=list)
    versies: list[str] = field(default_factory=list)
    let_op: list[str] = field(default_factory=list)
    fout: Opdrachtfout | None = None


def maak(inrichting: Inrichting, opdracht: Maakopdracht) -> Maakuitslag:
    """Make the handleiding, the forms and the posters of an organisation.

    The versions of the forms are kept beside its inrichting (`generator.versies`).
    """
    from generator.formulier import formulieren_van

    formulieren = formulieren_van(inrichting)
    for sleutel in opdracht.sleutels:
        if sleutel not in formulieren:
            tip = bedoelde(sleutel, formulieren)
            raise Opdrachtfout(f"Het formulier ‘{sleutel}’ is er niet. Kies uit: {', '.join(formulieren)}.{tip}")
    gekozen = [formulieren[sleutel] for sleutel in opdracht.sleutels] or list(formulieren.values())
    if opdracht.formulieren:
        for formulier, soort in product(gekozen, opdracht.formaten):
            _spaar_ingevuld(_doel(opdracht, formulier, soort))
    return _Maker(_met_logo(inrichting, opdracht.thuis), formulieren, gekozen, opdracht).maak()


def _doel(opdracht: Maakopdracht, formulier: Formulier, soort: Formaatnaam) -> Path:
    from generator.formats import ACHTERVOEGSEL

    return opdracht.naar / "formulieren" / f"{formulier.sleutel}{ACHTERVOEGSEL[soort]}"


@dataclass(slots=True)
class _Maker:
    """Makes what was asked for, and keeps what came of it."""

    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    gekozen: Sequence[Formulier]
    opdracht: Maakopdracht
    uitslag: Maakuitslag = field(default_factory=Maakuitslag)
    mislukt: list[GeenPdf] = field(default_factory=list)
    gelukt: bool = False
    gedaan: int = 0

    def maak(self) -> Maakuitslag:
        opdracht, in_word = self.opdracht, blanco_van(self.inrichting, self.opdracht.thuis)
        if opdracht.handleiding:
            self.uitslag.paden.append(self._handleiding(in_word))
            self.gelukt = "word" in opdracht.formaten
        if opdracht.posters and "word" in opdracht.formaten:
            self._klaar(_maak_posters(self.inrichting, opdracht))
        if opdracht.formulieren:
            self._formulieren(in_word)
        self.uitslag.versies += _bewaar_versies(self.inrichting, self._uitgegeven(), opdracht.thuis)
        if opdracht.handleiding and "pdf" in opdracht.formaten:
            self._probeer(self._handleiding_in_pdf)
        self._sluit_af()
        return self.uitslag

    def _klaar(self, paden: Sequence[Path]) -> None:
        self.uitslag.paden += paden
        self.gelukt = self.gelukt or bool(paden)

    def _probeer(self, stap: Callable[[], Iterator[Path]]) -> None:
        """Take a step that this computer may not be fit for: all else goes on."""
        try:
            for pad in stap():
                self._klaar([pad])
        except GeenPdf as fout:
            self.mislukt.append(fout)
        except Opdrachtfout as fout:
            self.uitslag.fout = fout

    def _sluit_af(self) -> None:
        """What could not be made is a note; when it was all that was asked for, the command failed."""
        zinnen = list(dict.fromkeys(map(str, self.mislukt)))
        if zinnen and not self.gelukt and self.uitslag.fout is None:
            self.uitslag.fout = GeenPdf("\n".join(zinnen))
        else:
            self.uitslag.let_op += zinnen

    def _uitgegeven(self) -> list[Formulier]:
        """Return the forms that went out; the handleiding holds all of them."""
        if self.opdracht.handleiding:
            return list(self.formulieren.values())
        return list(self.gekozen) if self.opdracht.formulieren and self.gelukt else []

    def _handleiding(self, blanco: Blanco) -> Path:
        from generator.handboek import Handboekfout, maak_handleiding

        thuis, doel = self.opdracht.thuis, self.opdracht.naar / "handleiding.docx"
        sjabloon = eigen_sjabloon(thuis, "handleiding.docx")
        try:
            maak_handleiding(self.inrichting, self.formulieren, doel, sjabloon=sjabloon, thuis=thuis, blanco=blanco)
        except Handboekfout as fout:
            raise Opdrachtfout(str(fout)) from fout
        return doel

    def _handleiding_in_pdf(self) -> Iterator[Path]:
        pad, zinnen = maak_pdf(self.inrichting, self.opdracht)
        self.uitslag.let_op += zinnen
        yield pad

    def _formulieren(self, in_word: Blanco) -> None:
        """Make the forms, format by format; PDF takes longest, and can't be made everywhere."""
        from generator.formats import FORMATEN

        for soort in sorted(self.opdracht.formaten, key=FORMATEN.index):
            self._probeer(partial(self._in_formaat, soort, in_word))

    def _in_formaat(self, soort: Formaatnaam, in_word: Blanco) -> Iterator[Path]:
        for formulier, inhoud in zip(self.gekozen, self._blanco(soort, in_word), strict=True):
            doel = _doel(self.opdracht, formulier, soort)
            schrijf_veilig(doel, inhoud)
            self.gedaan += 1
            if self.opdracht.voortgang:
                self.opdracht.voortgang(self.gedaan, len(self.gekozen) * len(self.opdracht.formaten))
            yield doel

    def _blanco(self, soort: Formaatnaam, in_word: Blanco) -> Iterator[bytes]:
        if soort == "pdf":
            return maak_pdfs(self.inrichting, self.gekozen)
        blanco = in_word if soort == "word" else blanco_van(self.inrichting, self.opdracht.thuis, soort)
        return maak_blanco(blanco, self.gekozen)


def _bewaar_versies(inrichting: Inrichting, formulieren: Sequence[Formulier], thuis: Path | None) -> Iterator[str]:
    """Record the versions of forms that were made; yield what changed since the last time."""
    from generator.versies import leg_vast, versiemap

    map_ = versiemap(thuis)
    if map_ is None:
        return
    try:
        nieuw = leg_vast(map_, inrichting.organisatie.naam, formulieren, date.today())
    except SchrijfFout as fout:
        yield f"De versies van je formulieren zijn niet bewaard: {fout}"
        return
    yield from (str(deel) for deel in nieuw if not deel.eerste)


def _met_logo(inrichting: Inrichting, thuis: Path | None) -> Inrichting:
    """A logo is named as seen from the folder of the inrichting."""
    logo = inrichting.organisatie.logo
    if not logo or thuis is None:
        return inrichting
    return replace(inrichting, organisatie=replace(inrichting.organisatie, logo=str(thuis / logo)))


def _maak_posters(inrichting: Inrichting, opdracht: Maakopdracht) -> list[Path]:
    from generator.handboek import Handboekfout
    from generator.handboek.poster import maak_posters

    try:
        return maak_posters(inrichting, opdracht.naar, sjabloon=eigen_sjabloon(opdracht.thuis, "handleiding.docx"))
    except Handboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout


def _spaar_ingevuld(doel: Path) -> None:
    """A form that someone filled in is never replaced by a blank."""
    from generator.formats import is_ingevuld

    if is_ingevuld(doel):
        raise Opdrachtfout(f"‘{doel}’ is ingevuld; ik overschrijf het niet. Zet het ergens anders, of kies een map.")


def maak_pdf(inrichting: Inrichting, opdracht: Maakopdracht) -> tuple[Path, list[str]]:
    """Lay out the handleiding that `maak` made as PDF beside it; return it and what needs attention.

    Raises `GeenPdf` without a LibreOffice that works, and `Opdrachtfout` when an own annex can't be read.
    """
    from generator.formulier import formulieren_van
    from generator.handboek import Handboekfout
    from generator.handboek.boek import Boek
    from generator.handboek.libreoffice import GeenLibreOffice
    from generator.handboek.pdf import eigen_bijlagen
    from generator.handboek.pdf import maak_pdf as maak

    boek = Boek.van(inrichting, formulieren_van(inrichting))
    docx, doel = opdracht.naar / "handleiding.docx", opdracht.naar / "handleiding.pdf"
    eigen, zinnen = eigen_bijlagen(boek, opdracht.thuis)
    try:
        return doel, zinnen + maak(boek, docx, doel, eigen)
    except GeenLibreOffice as fout:
        raise GeenPdf(
            f"De handleiding in pdf is niet gemaakt. {fout} Of open ‘{docx}’ in Word en bewaar haar daar als pdf."
        ) from fout
    except Handboekfout as fout:
        raise Opdrachtfout(f"De handleiding in pdf is niet gemaakt. {fout}") from fout
