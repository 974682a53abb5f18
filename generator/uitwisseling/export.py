"""Writes an export to a folder: tables, FHIR, and a list of what was written.

The folder holds data of clients, so only its owner may read what is written. What is there already is replaced
only if it comes from an earlier export and nobody changed it since.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from generator import __version__
from generator.bestanden import schrijf_veilig
from generator.checks.blik import Kader
from generator.checks.partij import van_een_ander
from generator.checks.uitvoeren import maak_kader
from generator.dossier import dossiersleutel
from generator.model import Bestand, Formulier, Inrichting, Invulling, Rapport
from generator.uitwisseling.cellen import beschermd
from generator.uitwisseling.csvtabel import als_csv, regels_als_csv
from generator.uitwisseling.fhir import antwoord_id, antwoordformulier, vragenlijst, vragenlijst_id
from generator.uitwisseling.tabellen import Overdracht, Tabelvorm, tabel_van, tabellen_van, tabelvormen
from generator.uitwisseling.werkboek import TeGroot, als_werkboek
from generator.versies import Verleden

FORMATEN = ("csv", "xlsx", "fhir")
LIJST, SCHEMA = "export.json", "achtfasen.export/1"
KOLOMMEN = "kolommen.csv"
Maker = Callable[[], bytes]


class Exportfout(Exception):
    """The export can't be made; the message says why and what to do."""


@dataclass(frozen=True)
class Levering:
    """What goes along: per form the returned ones, and how many files don't go along, by reason."""

    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    delen: Mapping[str, tuple[Overdracht, ...]]
    niet_mee: Mapping[str, int] = field(default_factory=dict)

    @property
    def aantal(self) -> int:
        """How many returned forms go along."""
        return sum(map(len, self.delen.values()))

    @property
    def dossiers(self) -> int:
        """How many dossiers they are about."""
        nummers = (dossiersleutel(deel.dossier) for delen in self.delen.values() for deel in delen)
        return len(set(filter(None, nummers)))


def levering_van(
    rapport: Rapport, inrichting: Inrichting, formulieren: Mapping[str, Formulier], verleden: Verleden | None = None
) -> Levering:
    """Choose what goes along: forms of this organisation in which something was filled in.

    *inrichting* has its texts filled in; *verleden* knows what the organisation was called before.
    """
    peildatum = date.fromisoformat(rapport.peildatum)
    kader = replace(maak_kader(inrichting, peildatum, formulieren), verleden=verleden or Verleden())
    nummers = {dossiersleutel(dossier.nummer): dossier.nummer for dossier in rapport.dossiers}
    delen: dict[str, list[Overdracht]] = {sleutel: [] for sleutel in formulieren}
    niet_mee: Counter[str] = Counter()
    for bestand in rapport.bestanden:
        deel = bestand.invulling
        if reden := _waarom_niet(bestand, formulieren):
            niet_mee[reden] += 1
        elif deel is not None and van_een_ander(deel, kader):
            niet_mee["van een andere organisatie"] += 1
        elif deel is not None and _blanco(deel, kader):
            niet_mee["niet ingevuld"] += 1
        elif deel is not None:
            delen[deel.formulier].append(Overdracht.van(deel, nummers.get(dossiersleutel(deel.dossier), "")))
    return Levering(inrichting, formulieren, {s: tuple(d) for s, d in delen.items()}, niet_mee)


def _waarom_niet(bestand: Bestand, formulieren: Mapping[str, Formulier]) -> str:
    """Return why a file has nothing to hand over, in words that follow a number."""
    if bestand.status != "gelezen":
        return bestand.status
    if bestand.invulling is None or bestand.invulling.formulier not in formulieren:
        return "met een formulier dat hier niet gebruikt wordt"
    return ""


def _blanco(deel: Invulling, kader: Kader) -> bool:
    return kader.is_blanco(deel) and not deel.niet_gevonden


# --------------------------------------------------------------------------
# What is to be written


def stukken(levering: Levering, formaten: Sequence[str]) -> Iterator[tuple[str, Maker]]:
    """Yield every file of an export: its name in the folder, and what makes its content.

    Which tables and questionnaires there are follows from the forms alone, not from what was filled in.
    """
    if "csv" in formaten or "xlsx" in formaten:
        yield KOLOMMEN, partial(kolommenlijst, levering.formulieren)
    for sleutel, formulier in levering.formulieren.items():
        delen = levering.delen.get(sleutel, ())
        if "csv" in formaten:
            for vorm in tabelvormen(formulier):
                yield f"csv/{vorm.naam}.csv", partial(_csv, vorm, formulier, delen)
        if "xlsx" in formaten:
            yield f"xlsx/{sleutel}.xlsx", partial(_werkboek, formulier, delen)
        if "fhir" in formaten:
            yield from _fhir(levering, formulier, delen)


def _csv(vorm: Tabelvorm, formulier: Formulier, delen: Sequence[Overdracht]) -> bytes:
    return als_csv(tabel_van(vorm, formulier, delen))


def _werkboek(formulier: Formulier, delen: Sequence[Overdracht]) -> bytes:
    return als_werkboek(tabellen_van(formulier, delen))


def _fhir(levering: Levering, formulier: Formulier, delen: Sequence[Overdracht]) -> Iterator[tuple[str, Maker]]:
    inrichting, lijst = levering.inrichting, vragenlijst(formulier, levering.inrichting)
    yield f"fhir/Questionnaire/{vragenlijst_id(formulier)}.json", partial(_json, lijst)
    # The same file in two places is one response.
    for naam, deel in {antwoord_id(deel): deel for deel in delen}.items():
        maak = partial(_antwoord, deel, formulier, inrichting, lijst)
        yield f"fhir/QuestionnaireResponse/{naam}.json", maak


def _antwoord(deel: Overdracht, formulier: Formulier, inrichting: Inrichting, lijst: dict[str, Any]) -> bytes:
    return _json(antwoordformulier(deel, formulier, inrichting, lijst))


def _json(gegevens: Any) -> bytes:
    return (json.dumps(gegevens, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def kolommenlijst(formulieren: Mapping[str, Formulier]) -> bytes:
    """Return the columns of all tables as CSV: table, column, kind, what people see, and the choices."""
    regels = [("tabel", "kolom", "soort", "label", "keuzes")]
    for formulier in formulieren.values():
        for vorm in tabelvormen(formulier):
            for kolom in vorm.kolommen:
                keuzes = " | ".join(f"{optie.sleutel} = {optie.label}" for optie in kolom.opties)
                regels.append((vorm.naam, kolom.naam, kolom.soort, beschermd(kolom.label), beschermd(keuzes)))
    return regels_als_csv(regels)


# --------------------------------------------------------------------------
# Writing


def schrijf_export(levering: Levering, naar: Path, formaten: Sequence[str], peildatum: str) -> list[str]:
    """Write an export to *naar* and return the names of its files.

    Raises `Exportfout` before anything is written when something stands in the way.
    """
    gepland = dict(stukken(levering, formaten))
    vorige = _vorige(naar)
    _niets_in_de_weg(naar, gepland, vorige)
    if not naar.exists():
        naar.mkdir(parents=True)
        os.chmod(naar, 0o700)
    # When we are broken off halfway, the next export knows what is ours.
    _schrijf_lijst(naar, levering, peildatum, {**vorige, **dict.fromkeys(gepland, "")})
    geschreven: dict[str, str] = {}
    for naam, maak in gepland.items():
        try:
            inhoud = maak()
        except TeGroot as fout:
            raise Exportfout(str(fout)) from fout
        schrijf_veilig(naar / naam, inhoud, alleen_eigenaar=True)
        geschreven[naam] = hashlib.sha256(inhoud).hexdigest()
    for naam in vorige.keys() - geschreven.keys():
        _ruim_op(naar / naam, naar)
    _schrijf_lijst(naar, levering, peildatum, geschreven)
    return list(geschreven)


def _ruim_op(pad: Path, naar: Path) -> None:
    """Take away what an earlier export wrote and this one has not, and the folders that are empty then."""
    pad.unlink(missing_ok=True)
    for map_ in pad.parents:
        if map_ == naar or not map_.is_dir() or any(map_.iterdir()):
            return
        map_.rmdir()


def _vorige(naar: Path) -> dict[str, str]:
    """Return what an earlier export wrote here: name → sha256, empty when it was broken off."""
    pad = naar / LIJST
    if not pad.is_file():
        return {}
    try:
        gegevens = json.loads(pad.read_text(encoding="utf-8"))
        if gegevens["schema"] != SCHEMA:
            raise ValueError(gegevens["schema"])
        bestanden = {str(naam): str(som) for naam, som in gegevens["bestanden"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fout:
        raise Exportfout(f"‘{pad}’ is niet van een export van achtfasen. Kies een andere map.") from fout
    # Only names that an export can have: nothing outside the folder.
    return {naam: som for naam, som in bestanden.items() if ".." not in naam and not naam.startswith(("/", "\\"))}


def _niets_in_de_weg(naar: Path, gepland: Mapping[str, Maker], vorige: Mapping[str, str]) -> None:
    """Refuse when a file is not from an earlier export, or was changed since."""
    if naar.exists() and not naar.is_dir():
        raise Exportfout(f"‘{naar}’ is een bestand. Kies een map.")
    for naam in {**gepland, **vorige}:
        pad = naar / naam
        if not pad.exists():
            continue
        if naam not in vorige:
            raise Exportfout(f"‘{pad}’ bestaat al en is niet van een eerdere export. Kies een andere map.")
        if vorige[naam] and hashlib.sha256(pad.read_bytes()).hexdigest() != vorige[naam]:
            raise Exportfout(f"‘{pad}’ is gewijzigd na de vorige export. Bewaar het ergens anders, of kies een map.")


def _schrijf_lijst(naar: Path, levering: Levering, peildatum: str, bestanden: Mapping[str, str]) -> None:
    gegevens = {
        "schema": SCHEMA,
        "gemaakt_met": f"achtfasen {__version__}",
        "organisatie": levering.inrichting.organisatie.naam,
        "peildatum": peildatum,
        "formulieren": {
            sleutel: {"versie": formulier.versie, "aantal": len(levering.delen.get(sleutel, ()))}
            for sleutel, formulier in levering.formulieren.items()
        },
        "bestanden": dict(bestanden),
    }
    schrijf_veilig(naar / LIJST, _json(gegevens), alleen_eigenaar=True)
