"""R01–R04: what holds for every field of every form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter
from typing import Any

from generator.checks.blik import IETS, Blad, FormulierBlik, eenmaal, niets, rijnaam
from generator.checks.leefgebieden import vreemde_gebieden
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.checks.veldplan import Plicht, Tabelplicht
from generator.model import Ernst, Invulling, Kolom, Onleesbaar, Rij, Veld
from generator.taal import opsomming
from generator.veldsoorten import is_leeg, vergelijkbaar
from generator.veldsoorten.keuze import OP_HET_FORMULIER
from generator.verloop import vermoedelijke_cyclus
from generator.voorwaarde import Voorwaarde, lees_voorwaarde

_KEUZES = ("keuze", "meerkeuze", "ja_nee")
# The reader said enough about these: two answers, more than one choice.
_AL_GEZEGD = ("L01", "L12")
_TOONBAAR = re.compile(r"[\d\s./-]{4,14}|\d{1,2}\.?[\s-]+[a-z]{3,9}\.?[\s-]+\d{2,4}", re.IGNORECASE)
_NAMEN_HOOGUIT = 3
_PLAATS = attrgetter("plaats")


@dataclass(frozen=True, slots=True)
class Leemte:
    """A place that should hold something and does not; ``plicht`` is ``ja`` or the condition."""

    sleutel: str
    naam: str
    variant: str
    plicht: str
    feiten: Mapping[str, Any] = field(default_factory=dict)
    rij: Mapping[str, Any] | None = None
    gebied: str = ""


def leemten(blik: FormulierBlik, voorwaardelijk: bool) -> Iterator[Leemte]:
    """Yield what is empty and should not be; fields with a rule of their own are left out."""
    for plicht in _open(blik):
        veld = plicht.veld
        if blik.kwijt(veld.sleutel):
            continue
        if plicht.zelf and bool(plicht.voorwaarde) is voorwaardelijk and not blik.gedekt(veld.sleutel):
            yield from _veld(blik, veld)
        kolommen = plicht.soms if voorwaardelijk else plicht.kolommen
        if kolommen and veld.sleutel in blik.invulling.waarden:
            yield from _cellen(blik, veld, kolommen)


@eenmaal
def _open(blik: FormulierBlik) -> list[Plicht]:
    """Return, in printed order, what may be empty: most fields have an answer that needs no second look."""
    plichten, open_ = blik.plan.plichten, []
    # Only of a whole form it is sure that a condition does not hold.
    heel, geldt = blik.heel, blik.geldt
    for naam in plichten.namen.difference(blik.invulling.waarden):
        plicht = plichten.enkel[naam]
        if not plicht.voorwaarde or not heel or geldt(plicht.voorwaarde):
            open_.append(plicht)
    for naam, waarde in blik.bijzonder:
        enkel = plichten.enkel.get(naam)
        if enkel is None or not niets(waarde, enkel.nvt_mag):
            continue
        if not enkel.voorwaarde or not heel or geldt(enkel.voorwaarde):
            open_.append(enkel)
    for plicht in plichten.samengesteld:
        if plicht.tabel is None or not _vol(blik, plicht, plicht.tabel):
            open_.append(plicht)
    return sorted(open_, key=_PLAATS) if len(open_) > 1 else open_


def _vol(blik: FormulierBlik, plicht: Plicht, tabel: Tabelplicht) -> bool:
    """True when a table surely lacks nothing: enough rows, all the printed ones, and no column left open."""
    rijen = blik.rijen(plicht.veld.sleutel)
    if len(rijen) < tabel.minstens:
        return False
    for rij in rijen:
        for kolom in tabel.kolommen:
            waarde = rij.get(kolom)
            if waarde.__class__ is str and waarde[:1] in IETS:
                continue
            if niets(waarde, plicht.nvt_mag):
                return False
    if not tabel.voorgedrukt:
        return True
    return tabel.voorgedrukt.issubset([naam for rij in rijen if isinstance(naam := rij.get(tabel.drager), str)])


def _veld(blik: FormulierBlik, veld: Veld) -> Iterator[Leemte]:
    waarde = blik.waarde(veld.sleutel)
    if isinstance(waarde, Onleesbaar):
        return
    if veld.soort == "tabel":
        yield from _tabel(blik, veld)
    elif veld.per_leefgebied == "ja":
        yield from _gebieden(blik, veld)
    elif niets(waarde, veld.nvt_mag == "ja"):
        yield Leemte(veld.sleutel, f"‘{veld.label}’", "leeg" if is_leeg(waarde) else "nvt", veld.verplicht)


def _gebieden(blik: FormulierBlik, veld: Veld) -> Iterator[Leemte]:
    waarden, nvt_mag = blik.gebieden(veld.sleutel), veld.nvt_mag == "ja"
    leeg = [
        gebied
        for gebied in blik.formulier.leefgebieden
        if niets(waarden.get(gebied.sleutel), nvt_mag)
        and not blik.kwijt(f"{veld.sleutel}.{gebied.sleutel}")
        and _geldt(blik, veld.verplicht, gebied=gebied.sleutel)
    ]
    if leeg:
        sleutel = f"{veld.sleutel}.{leeg[0].sleutel}"
        naam = f"‘{veld.label}’ ({opsomming([gebied.naam for gebied in leeg])})"
        yield Leemte(sleutel, naam, "leeg", veld.verplicht, gebied=leeg[0].sleutel)


def _tabel(blik: FormulierBlik, veld: Veld) -> Iterator[Leemte]:
    rijen = blik.rijen(veld.sleutel)
    naam = f"‘{veld.label}’"
    if not rijen:
        yield Leemte(veld.sleutel, naam, "tabel", veld.verplicht)
    elif len(rijen) < veld.min_rijen:
        yield Leemte(veld.sleutel, naam, "rijen", veld.verplicht, {"aantal": veld.min_rijen, "staat": len(rijen)})
    else:
        yield from _overgeslagen_rijen(blik, veld, rijen)


def _overgeslagen_rijen(blik: FormulierBlik, veld: Veld, rijen: tuple[Mapping[str, Any], ...]) -> Iterator[Leemte]:
    """Yield the required columns of printed rows in which nobody wrote; a row that is gone (L30) is not empty."""
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), None)
    if drager is None:
        return
    moet = [kolom for kolom in veld.kolommen if kolom.verplicht == "ja" and kolom.soort != "voorgedrukt"]
    gezien = {naam for rij in rijen if isinstance(naam := rij.get(drager), str)} if moet else set()
    leeg = [rij for rij in veld.rijen if rij.sleutel not in gezien and _rij_moet(blik, rij)] if moet else []
    leeg = [rij for rij in leeg if not blik.kwijt(f"{veld.sleutel}.{drager}.{rij.sleutel}")]
    for kolom in moet if leeg else ():
        feiten = {"kolom": f"‘{kolom.label}’", "rijen": _namen(leeg)}
        yield Leemte(veld.sleutel, f"‘{veld.label}’", "voorgedrukt", veld.verplicht, feiten)


def _rij_moet(blik: FormulierBlik, rij: Rij) -> bool:
    return rij.verplicht == "ja" or (rij.verplicht != "nee" and _geldt(blik, rij.verplicht))


def _namen(rijen: list[Rij]) -> str:
    namen = [f"‘{rij.tekst}’" for rij in rijen[:_NAMEN_HOOGUIT]]
    rest = len(rijen) - len(namen)
    return opsomming([*namen, f"nog {rest}"] if rest else namen)


def _cellen(blik: FormulierBlik, veld: Veld, kolommen: tuple[Kolom, ...]) -> Iterator[Leemte]:
    nvt_mag = veld.nvt_mag == "ja"
    for nr, rij in enumerate(blik.rijen(veld.sleutel), 1):
        for kolom in kolommen:
            waarde = rij.get(kolom.sleutel)
            if waarde.__class__ is str and waarde[:1] in IETS:
                continue
            # Without this R02 would name every empty cell that nobody asked for, only to drop it again.
            if niets(waarde, nvt_mag) and _geldt(blik, kolom.verplicht, rij, veld) and _telt_cel(blik, veld, nr, kolom):
                sleutel = f"{veld.sleutel}[{nr}].{kolom.sleutel}"
                naam = Blad(sleutel, None, veld, kolom, rij=rijnaam(veld, rij, nr)).naam
                yield Leemte(sleutel, naam, "leeg", kolom.verplicht, rij=rij)


def _telt_cel(blik: FormulierBlik, veld: Veld, nr: int, kolom: Kolom) -> bool:
    """True when an empty cell is not lost, and no rule of its own minds it."""
    heel = f"{veld.sleutel}.{kolom.sleutel}"
    weg = blik.kwijt(heel) or blik.kwijt(f"{veld.sleutel}[{nr}].{kolom.sleutel}")
    return not weg and not blik.gedekt(heel)


def _geldt(blik: FormulierBlik, plicht: str, rij: Mapping[str, Any] | None = None, veld: Veld | None = None,
           gebied: str = "") -> bool:  # fmt: skip
    if rij is None and not gebied:
        return blik.geldt(plicht)
    return plicht == "ja" or lees_voorwaarde(plicht).geldt(blik.zoek(rij, veld, gebied))


@regel("R01", "Verplicht veld leeg", ernst=Ernst.FOUT, bron="S2:174", niveau="formulier")
def verplicht_veld_leeg(blik: FormulierBlik) -> Iterable[Uitkomst]:
    """Een verplicht veld is leeg, of er staat alleen een streepje of n.v.t. waar dat niet kan.

    Ook: een verplichte kolom in een begonnen regel, of een tabel met te weinig regels. Ontbreekt het nummer van de
    cyclus terwijl er meer dan één cyclus is, dan zwijgen de regels die daar niet buiten kunnen.

    Slecht: op het intakeformulier is ‘Hulpvraag’ leeg.
    Goed: ‘Hulpvraag’ is ingevuld; ‘Hulp van nu en van eerder’ is n.v.t., want daar mag dat.
    """
    return _altijd_nodig(blik) if _open(blik) else ()


def _altijd_nodig(blik: FormulierBlik) -> Iterator[Uitkomst]:
    for leemte in leemten(blik, voorwaardelijk=False):
        feiten = {"veld": leemte.naam, **leemte.feiten}
        if leemte.sleutel == "cyclus_nr" and (delen := _meer_cycli(blik)):
            cyclus = vermoedelijke_cyclus(blik.invulling, delen)
            feiten["vermoeden"] = f": naar de datums te zien is het {cyclus}" if cyclus else ""
            leemte = replace(leemte, variant="cyclus")
        yield Treffer(leemte.variant, (Plek(blik.invulling, leemte.sleutel),), feiten)


def _meer_cycli(blik: FormulierBlik) -> tuple[Invulling, ...]:
    """Return the forms of the dossier when this one may be of more than one cycle."""
    dossier = blik.dossier
    return dossier.invullingen if dossier and blik.invulling in dossier.verloop.zonder_nummer else ()


@regel("R02", "Voorwaardelijk veld leeg", ernst=Ernst.FOUT, bron="S2:138-140, 199-206", niveau="formulier")
def voorwaardelijk_veld_leeg(blik: FormulierBlik) -> Iterable[Uitkomst]:
    """Een antwoord maakt een ander veld nodig, en dat veld is leeg.

    Slecht: je twijfelt over het besluit, en ‘Datum overleg’ is leeg.
    Goed: er is geen twijfel; ‘Datum overleg’ mag dan leeg blijven.
    """
    return _soms_nodig(blik) if _open(blik) else ()


def _soms_nodig(blik: FormulierBlik) -> Iterator[Uitkomst]:
    for leemte in leemten(blik, voorwaardelijk=True):
        voorwaarde = lees_voorwaarde(leemte.plicht)
        veld = blik.velden[leemte.sleutel.split(".")[0].split("[")[0]]
        if leemte.rij is None and (onzeker := blik.onzeker(voorwaarde.namen)):
            yield onzeker
        elif _geldt(blik, leemte.plicht, leemte.rij, veld, leemte.gebied) and not _onbeslist(blik, voorwaarde):
            variant, feiten = _waardoor(blik, voorwaarde, veld, leemte.rij)
            feiten = {"veld": leemte.naam, **feiten, **leemte.feiten}
            yield Treffer(variant, (Plek(blik.invulling, leemte.sleutel),), feiten)


def _onbeslist(blik: FormulierBlik, voorwaarde: Voorwaarde) -> bool:
    """True when the choices that the condition compares are still to be made: that is said of those."""
    namen = [naam for naam, _ in voorwaarde.vergelijkingen if naam in blik.velden]
    if not namen or set(namen) != set(voorwaarde.namen) or not all(is_leeg(blik.waarde(naam)) for naam in namen):
        return False
    plichten = [blik.velden[naam].verplicht for naam in namen]
    return any(plicht != "nee" and _geldt(blik, plicht) for plicht in plichten)


def _waardoor(
    blik: FormulierBlik, voorwaarde: Voorwaarde, veld: Veld, rij: Mapping[str, Any] | None
) -> tuple[str, dict[str, Any]]:
    """Return the wording that names what made the field needed."""
    bronnen: dict[str, Veld | Kolom] = {**blik.velden}
    if rij is not None:
        bronnen |= {kolom.sleutel: kolom for kolom in veld.kolommen}
    zoek = blik.zoek(rij, veld)
    vergeleken = {naam for naam, _ in voorwaarde.vergelijkingen}
    for naam in voorwaarde.namen:
        waarde = zoek(naam)
        if naam not in bronnen or (is_leeg(waarde) and naam in vergeleken):
            continue
        bron, feiten = bronnen[naam], {"bron": f"‘{bronnen[naam].label}’"}
        keuze = next((optie.label for optie in bron.opties if optie.sleutel == waarde), None)
        if keuze is not None:
            return "keuze", {**feiten, "keuze": keuze}
        return ("omdat_leeg" if is_leeg(waarde) else "waarde"), feiten
    return "altijd", {}


@regel("R03", "Onbekende keuze of rol", ernst=Ernst.FOUT, bron="S0:332-346", niveau="formulier")
def onbekende_keuze(blik: FormulierBlik) -> Iterable[Uitkomst]:
    """Bij een keuzeveld staat iets dat, ook na synoniemen, niet in de lijst voorkomt.

    Slecht: bij ‘Intakebesluit’ is ‘misschien’ getypt.
    Goed: bij ‘Intakebesluit’ staat ‘plaatsing’, een synoniem van ‘opname’.
    """
    return _onbekende_keuzes(blik) if blik.opvallend else ()


def _onbekende_keuzes(blik: FormulierBlik) -> Iterator[Uitkomst]:
    for blad in blik.opvallend:
        if isinstance(blad.waarde, Onleesbaar) and blad.soort in _KEUZES and not blik.gemeld(blad.sleutel, _AL_GEZEGD):
            if _zegt_r39(blik, blad, blad.waarde):
                continue
            variant = "meer" if blad.soort == "meerkeuze" else "een"
            keuzes = opsomming([f"‘{optie.label}’" for optie in blad.opties], "of")
            yield Treffer(variant, (Plek(blik.invulling, blad.sleutel),), {"veld": blad.naam, "keuzes": keuzes})


def _zegt_r39(blik: FormulierBlik, blad: Blad, waarde: Onleesbaar) -> bool:
    """True when R39 names this very leefgebied for the whole form."""
    if (blad.kolom or blad.veld).opties_uit != "leefgebieden":
        return False
    gekozen = vergelijkbaar(waarde.ruw)
    return any(
        gekozen == vergelijkbaar(gebied.replace("_", " ")) or waarde.reden.endswith(f"{OP_HET_FORMULIER}‘{gebied}’")
        for gebied in vreemde_gebieden(blik)
    )


@regel("R04", "Datum klopt niet", ernst=Ernst.FOUT, bron="S3:540-566", niveau="formulier", vast=True)
def datum_klopt(blik: FormulierBlik) -> Iterable[Uitkomst]:
    """Een datum is niet te lezen, bestaat niet, of ligt na de peildatum terwijl het al gebeurd heet.

    Slecht: ‘Datum evaluatiegesprek’ is 31-02-2026.
    Goed: ‘Geplande evaluatie’ is een dag in de toekomst; dat veld gaat over wat nog komt.
    """
    return _onjuiste_datums(blik) if blik.opvallend else ()


def _onjuiste_datums(blik: FormulierBlik) -> Iterator[Uitkomst]:
    for blad in blik.opvallend:
        if blad.soort != "datum" or blik.gemeld(blad.sleutel, _AL_GEZEGD):
            continue
        hier, feiten = (Plek(blik.invulling, blad.sleutel),), {"veld": blad.naam}
        if isinstance(blad.waarde, Onleesbaar):
            yield _onleesbaar(blad.waarde, hier, feiten)
        elif isinstance(blad.waarde, date):
            yield Treffer("toekomst", hier, {**feiten, "datum": blad.waarde, "peildatum": blik.kader.peildatum})


def _onleesbaar(waarde: Onleesbaar, hier: tuple[Plek, ...], feiten: dict[str, Any]) -> Treffer:
    """Show what was typed only when it can be nothing but a date."""
    if _TOONBAAR.fullmatch(waarde.ruw.strip()):
        return Treffer("fout", hier, {**feiten, "staat": waarde.ruw.strip(), "reden": waarde.reden})
    return Treffer("onleesbaar", hier, feiten)


REGELS = (verplicht_veld_leeg, voorwaardelijk_veld_leeg, onbekende_keuze, datum_klopt)
