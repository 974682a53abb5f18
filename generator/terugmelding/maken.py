"""Writes what goes back: MAP/<colleague>/brief.docx and .txt, and MAP/<colleague>/<dossier>/<form>."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from generator.bestanden import schrijf_veilig
from generator.formats import ACHTERVOEGSEL, Formaatnaam, Geweigerd, Lezer, reden_van
from generator.model import Formulier, Inrichting, Rapport
from generator.terugmelding.brief import Brief, Briefschrijver, als_tekst
from generator.terugmelding.briefword import als_word
from generator.terugmelding.kopie import kopie_van, per_bestand
from generator.terugmelding.namen import Namen, veilige_bestandsnaam, veilige_naam
from generator.terugmelding.stapel import Stapel
from generator.versies import Verleden
from generator.werklijst import termijnregels, werkregels

NIEMAND, ZONDER_DOSSIER, BRIEF = "onbekend", "zonder dossiernummer", "brief"
# What systems leave behind in an empty folder.
_ROMMEL = frozenset(("thumbs.db", "desktop.ini"))


class Mapfout(Exception):
    """The folder can't be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzending:
    """Where it goes, in which house style, and what the letters say."""

    naar: Path
    huisstijl: Path | None = None
    met_namen: bool = False
    ook_zonder_vragen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What was written for one colleague (nothing: nobody in particular)."""

    wie: str
    map_: Path
    kopieen: int
    vragen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What was written, per colleague, and in sentences what could not be."""

    post: tuple[Post, ...]
    niet_gelukt: tuple[str, ...] = ()


def controleer_map(naar: Path, paden: Sequence[Path]) -> None:
    """Raise `Mapfout` when *naar* lies in what is checked, or when something stands in it already."""
    doel = naar.resolve()
    for pad in paden:
        echt = pad.resolve()
        if pad.is_dir() and (doel == echt or echt in doel.parents):
            raise Mapfout(
                f"‘{naar}’ ligt in de map die je nakijkt (‘{pad}’). Dan telt een volgende keer elk formulier dubbel. "
                "Kies een map daarbuiten."
            )
    if naar.exists() and not naar.is_dir():
        raise Mapfout(f"‘{naar}’ is een bestand. Kies een map.")
    if naar.is_dir() and any(not _is_rommel(deel.name) for deel in naar.iterdir()):
        raise Mapfout(f"In ‘{naar}’ staat al iets. Kies een nieuwe map, dan blijft bewaard wat daar staat.")


def _is_rommel(naam: str) -> bool:
    return naam.startswith(".") or naam.casefold() in _ROMMEL


def maak_terugmelding(
    rapport: Rapport,
    inrichting: Inrichting,
    formulieren: Mapping[str, Formulier],
    opdracht: Verzending,
    verleden: Verleden | None = None,
) -> Uitkomst:
    """Write copies and letters of a finished report; return what was written.

    *inrichting* has its texts filled in, *formulieren* are its tailored forms; *verleden* knows earlier versions.
    Raises `SchrijfFout` when the system refuses, `Geweigerd` when the house style can't be read.
    """
    stapel = Stapel(rapport, inrichting, formulieren)
    adres = _Adres(opdracht.naar)
    kopieen: dict[str, str] = {}
    niet_gelukt: list[str] = []
    lezer = Lezer(formulieren, verleden)
    for pad, bevindingen in per_bestand(stapel).items():
        wie = stapel.wie(pad)
        try:
            inhoud = kopie_van(pad, bevindingen, stapel, lezer)
        except Geweigerd as fout:
            niet_gelukt.append(f"Van ‘{pad}’ is geen kopie gemaakt. {reden_van(fout)}")
            continue
        formaat = cast("Formaatnaam", stapel.gelezen[pad].formaat)
        schrijf_veilig(adres.formulier(wie, stapel.dossier_van(pad), pad, formaat), inhoud)
        kopieen[pad] = wie
    brieven = _brieven(stapel, opdracht, kopieen)
    return Uitkomst(post=tuple(_post(brieven, kopieen, stapel, adres, opdracht)), niet_gelukt=tuple(niet_gelukt))


def _brieven(stapel: Stapel, opdracht: Verzending, kopieen: Mapping[str, str]) -> Iterator[Brief]:
    delen = stapel.rapport, stapel.inrichting, stapel.formulieren
    schrijver = Briefschrijver(stapel, werkregels(*delen), termijnregels(*delen), kopieen, opdracht.met_namen)
    return schrijver.brieven(opdracht.ook_zonder_vragen)


def _post(
    brieven: Iterator[Brief], kopieen: Mapping[str, str], stapel: Stapel, adres: _Adres, opdracht: Verzending
) -> Iterator[Post]:
    """Write every letter in its two forms."""
    aantal = Counter(kopieen.values())
    for brief in brieven:
        map_ = adres.map_van(brief.wie)
        word = als_word(brief.blokken, stapel.inrichting, stapel.rapport.peildatum, opdracht.huisstijl)
        schrijf_veilig(map_ / f"{BRIEF}.docx", word)
        schrijf_veilig(map_ / f"{BRIEF}.txt", als_tekst(brief.blokken).encode("utf-8", "replace"))
        yield Post(wie=brief.wie, map_=map_, kopieen=aantal[brief.wie], vragen=brief.vragen)


class _Adres:
    """Where everything goes: one folder per colleague, in it one per dossier."""

    def __init__(self, naar: Path) -> None:
        self._naar, self._namen = naar, Namen()
        self._namen.geef("", "", naam=NIEMAND)

    def map_van(self, wie: str) -> Path:
        naam = self._namen.geef("", wie, naam=veilige_naam(wie, "collega"))
        for soort in ("docx", "txt"):
            self._namen.geef(naam, f"{BRIEF}.{soort}", naam=f"{BRIEF}.{soort}")
        return self._naar / naam

    def formulier(self, wie: str, dossier: str, pad: str, formaat: Formaatnaam) -> Path:
        map_ = self.map_van(wie)
        van_dossier = veilige_naam(dossier, "dossier") if dossier else ZONDER_DOSSIER
        onder = map_ / self._namen.geef(map_.name, f"dossier {dossier}", naam=van_dossier)
        return onder / self._namen.geef(
            f"{map_.name}/{onder.name}", pad, naam=veilige_bestandsnaam(pad, ACHTERVOEGSEL[formaat])
        )
