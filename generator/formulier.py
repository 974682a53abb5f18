"""Form definitions: read, checked, and tailored to an organisation.

A definition file describes one form once, for every format.  `op_maat` turns it
into the form of one organisation: switched off fields gone, options and
preprinted rows filled in from the inrichting, all texts in its own words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from generator import content
from generator.bron import Bron, Bronfout, OngeldigeBron, Pad, bedoelde, lees_yaml, maak_record
from generator.inrichting import woorden_van
from generator.model import (
    FASEN,
    KERNFASEN,
    Aanpassing,
    Formulier,
    Inrichting,
    Kolom,
    Leefgebied,
    Optie,
    Rij,
    Sectie,
    Streng,
    Veld,
)
from generator.taal import vul_record_in
from generator.voorwaarde import Opzoeker, Voorwaardefout, lees_voorwaarde

MAX_SLEUTEL = 24
_SLEUTEL = re.compile(r"[a-z][a-z0-9_]*")
_OPTIES_UIT = ("rollen", "leefgebieden", "themas", "besluiten", "criteria", "contra_indicaties", "fasen")
_RIJEN_UIT = ("leefgebieden", "criteria", "contra_indicaties", "fasen", "instrumenten")
_BUITEN = ("organisatie", "parameter", "formulier", "rol")
JA_NEE = (Optie(sleutel="ja", label="ja"), Optie(sleutel="nee", label="nee"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop(Streng):
    """The fields that stand at the top of every form."""

    velden: tuple[Veld, ...]


@cache
def definities() -> Mapping[str, Formulier]:
    """Return all form definitions, by key, as their files have them.

    Raises `OngeldigeBron` with the mistakes of all files together.
    """
    fouten: list[Bronfout] = []
    gelezen: dict[str, Formulier] = {}
    for pad in content.formulieren():
        try:
            gelezen[pad.stem] = lees_definitie(pad)
        except OngeldigeBron as fout:
            fouten += fout.fouten
    if fouten:
        raise OngeldigeBron(fouten)
    return gelezen


def definities_van(inrichting: Inrichting) -> Mapping[str, Formulier]:
    """Return the definitions that an organisation can choose from: all of the model, and its own."""
    return {**definities(), **inrichting.eigen_formulieren} if inrichting.eigen_formulieren else definities()


def lees_eigen_definities(map_: Path) -> dict[str, Formulier]:
    """Return the definitions in a folder of an organisation, by key; none when there is no such folder.

    Raises `OngeldigeBron` with the mistakes of all files together.
    """
    fouten: list[Bronfout] = []
    gelezen: dict[str, Formulier] = {}
    for pad in sorted(map_.glob("*.yaml")):
        if pad.stem in definities():
            bericht = "Dit formulier heeft het model al. Pas het aan in je inrichting, of kies een andere naam."
            fouten.append(Bronfout(str(pad), None, "", bericht))
            continue
        try:
            gelezen[pad.stem] = lees_definitie(pad)
        except OngeldigeBron as fout:
            fouten += fout.fouten
    if fouten:
        raise OngeldigeBron(fouten)
    return gelezen


def lees_definitie(pad: Path, tekst: str | None = None) -> Formulier:
    """Read one form definition; raises `OngeldigeBron` with all its mistakes."""
    bron = lees_yaml(pad, tekst)
    formulier = maak_record(Formulier, bron)
    fouten = [bron.fout(plek, bericht) for plek, bericht in _controleer(formulier, pad.stem)]
    if fouten:
        raise OngeldigeBron(fouten)
    return formulier


@cache
def kopvelden(soort: str = "client") -> tuple[Veld, ...]:
    """Return the fields that every form of a kind starts with (domein.md 3.0 and 3.17)."""
    bron: Bron = lees_yaml(content.formulierdeel("_kop.yaml" if soort == "client" else f"_kop_{soort}.yaml"))
    return maak_record(Kop, bron).velden


@cache
def afwijkingssectie() -> Sectie:
    """Return the section in which a deviation is put on record: what, why, who agreed, when (domein.md 4.0)."""
    return maak_record(Sectie, lees_yaml(content.formulierdeel("_afwijking.yaml")))


# --------------------------------------------------------------------------
# Checks of a definition


def _controleer(formulier: Formulier, bestandsnaam: str) -> Iterator[tuple[Pad, str]]:
    if formulier.sleutel != bestandsnaam:
        yield ("sleutel",), f"De sleutel hoort gelijk te zijn aan de bestandsnaam: {bestandsnaam}."
    if formulier.soort == "client" and formulier.fase is None:
        yield (), "Hier ontbreekt ‘fase’: bij welke fase hoort dit formulier?"
    if formulier.soort == "organisatie" and (formulier.fase or formulier.ook_fase):
        yield ("fase",), "Een formulier van de organisatie hoort niet bij een fase. Haal ‘fase’ en ‘ook_fase’ weg."
    bovenaan = kopvelden(formulier.soort)
    kop = {veld.sleutel for veld in bovenaan}
    for lijst in ("kop_verplicht", "kop_vrij"):
        for plek, sleutel in enumerate(getattr(formulier, lijst)):
            if sleutel not in kop:
                yield (lijst, plek), f"De kop heeft geen veld ‘{sleutel}’.{bedoelde(sleutel, kop)}"
    gezien: dict[str, str] = {veld.sleutel: "de kop" for veld in bovenaan}
    namen = {v.sleutel for v in bovenaan} | {v.sleutel for s in formulier.secties for v in s.velden}
    yield from _secties_kloppen(formulier)
    for nr, sectie in enumerate(formulier.secties):
        labels: dict[str, str] = {}
        for plek, veld in enumerate(sectie.velden):
            pad: Pad = ("secties", nr, "velden", plek)
            if veld.sleutel in gezien:
                yield (*pad, "sleutel"), f"De sleutel ‘{veld.sleutel}’ staat ook in {gezien[veld.sleutel]}."
            gezien[veld.sleutel] = f"sectie ‘{sectie.titel}’"
            if labelvorm(veld.label) in labels:
                yield (*pad, "label"), f"Het label ‘{veld.label}’ staat twee keer in deze sectie. Maak ze verschillend."
            labels[labelvorm(veld.label)] = veld.sleutel
            yield from _veld_klopt(veld, pad, namen)


def _secties_kloppen(formulier: Formulier) -> Iterator[tuple[Pad, str]]:
    """A section is found by its key when tailoring, and by its title when reading: both are used once."""
    for naam in ("sleutel", "titel"):
        gezien: set[str] = set()
        for nr, sectie in enumerate(formulier.secties):
            waarde = labelvorm(getattr(sectie, naam))
            if waarde in gezien:
                yield ("secties", nr, naam), f"Twee secties hebben hetzelfde bij ‘{naam}’. Maak ze verschillend."
            gezien.add(waarde)
    for nr, sectie in enumerate(formulier.secties):
        yield from _alleen_als_klopt(sectie.alleen_als, ("secties", nr, "alleen_als"))


def labelvorm(label: str) -> str:
    """Return a label as a reader compares it: case, marks, dots and colons at the end don't count."""
    return " ".join(label.split()).strip(" .:*()").casefold()


def _kolommen_kloppen(veld: Veld, pad: Pad) -> Iterator[tuple[Pad, str]]:
    sleutels: set[str] = set()
    labels: set[str] = set()
    for nr, kolom in enumerate(veld.kolommen):
        plek = (*pad, "kolommen", nr)
        if not _SLEUTEL.fullmatch(kolom.sleutel) or len(kolom.sleutel) > MAX_SLEUTEL:
            yield (*plek, "sleutel"), f"‘{kolom.sleutel}’ kan geen sleutel zijn: kleine letters, cijfers en _."
        if kolom.sleutel in sleutels:
            yield (*plek, "sleutel"), f"De sleutel ‘{kolom.sleutel}’ staat twee keer in deze tabel."
        if labelvorm(kolom.label) in labels:
            yield (*plek, "label"), f"Het label ‘{kolom.label}’ staat twee keer in deze tabel. Maak ze verschillend."
        sleutels.add(kolom.sleutel)
        labels.add(labelvorm(kolom.label))


def _veld_klopt(veld: Veld, pad: Pad, namen: set[str]) -> Iterator[tuple[Pad, str]]:
    if not _SLEUTEL.fullmatch(veld.sleutel) or len(veld.sleutel) > MAX_SLEUTEL:
        yield (*pad, "sleutel"), f"‘{veld.sleutel}’ kan geen sleutel zijn: kleine letters, cijfers en _, hooguit 24."
    if veld.soort in ("keuze", "meerkeuze") and not (veld.opties or veld.opties_uit):
        yield pad, "Een keuzeveld heeft opties nodig: vul ‘opties’ of ‘opties_uit’ in."
    if (veld.soort == "tabel") != bool(veld.kolommen):
        yield pad, "Kolommen horen bij een tabel, en een tabel heeft kolommen nodig."
    if veld.soort == "tabel" and veld.per_leefgebied == "ja":
        yield (*pad, "per_leefgebied"), "Geef een tabel rijen per leefgebied met ‘rijen_uit: leefgebieden’."
    if veld.rijen_uit and veld.rijen_uit not in _RIJEN_UIT:
        yield (*pad, "rijen_uit"), f"Kies uit: {', '.join(_RIJEN_UIT)}.{bedoelde(veld.rijen_uit, _RIJEN_UIT)}"
    if (veld.rijen or veld.rijen_uit) and not any(k.soort == "voorgedrukt" for k in veld.kolommen):
        yield (*pad, "kolommen"), "Bij voorgedrukte rijen hoort één kolom van soort ‘voorgedrukt’."
    yield from _opties_kloppen(veld, pad)
    yield from _kolommen_kloppen(veld, pad)
    yield from _voorwaarde_klopt(veld.verplicht, (*pad, "verplicht"), namen)
    yield from _alleen_als_klopt(veld.alleen_als, (*pad, "alleen_als"))
    kolomnamen = namen | {kolom.sleutel for kolom in veld.kolommen}
    for nr, kolom in enumerate(veld.kolommen):
        yield from _opties_kloppen(kolom, (*pad, "kolommen", nr))
        yield from _voorwaarde_klopt(kolom.verplicht, (*pad, "kolommen", nr, "verplicht"), kolomnamen)
        if kolom.soort == "keuze" and not (kolom.opties or kolom.opties_uit):
            yield (*pad, "kolommen", nr), "Een keuzekolom heeft opties nodig."
    for nr, rij in enumerate(veld.rijen):
        yield from _alleen_als_klopt(rij.alleen_als, (*pad, "rijen", nr, "alleen_als"))


def _opties_kloppen(veld: Veld | Kolom, pad: Pad) -> Iterator[tuple[Pad, str]]:
    if veld.opties_uit and veld.opties_uit.split(".")[0] not in _OPTIES_UIT:
        yield (*pad, "opties_uit"), f"Kies uit: {', '.join(_OPTIES_UIT)}.{bedoelde(veld.opties_uit, _OPTIES_UIT)}"
    sleutels = [optie.sleutel for optie in veld.opties]
    if len(set(sleutels)) < len(sleutels):
        yield (*pad, "opties"), "Twee opties hebben dezelfde sleutel."
    labels = [labelvorm(optie.label) for optie in veld.opties]
    if len(set(labels)) < len(labels):
        yield (*pad, "opties"), "Twee opties hebben hetzelfde label. Maak ze verschillend."


def _voorwaarde_klopt(tekst: str, pad: Pad, namen: set[str]) -> Iterator[tuple[Pad, str]]:
    if tekst in ("ja", "nee"):
        return
    if not tekst.startswith("als "):
        yield pad, f"‘{tekst[:40]}’ kan hier niet. Schrijf ja, nee, of een voorwaarde: als besluit = intake."
        return
    try:
        voorwaarde = lees_voorwaarde(tekst)
    except Voorwaardefout as fout:
        yield pad, str(fout)
        return
    for naam in voorwaarde.namen:
        if naam not in namen and naam.split(".")[0] not in (*_BUITEN, "uitgangsmodel", "leeftijd"):
            yield pad, f"De voorwaarde noemt ‘{naam}’, maar dat veld bestaat niet.{bedoelde(naam, namen)}"


def _alleen_als_klopt(tekst: str, pad: Pad) -> Iterator[tuple[Pad, str]]:
    if tekst:
        yield from _voorwaarde_klopt(tekst if tekst.startswith("als ") else f"als {tekst}", pad, set())


# --------------------------------------------------------------------------
# Checks of how an organisation tailors forms


def aanpassingsfouten(definitie: Formulier, aanpassing: Aanpassing) -> Iterator[tuple[Pad, str]]:
    """Yield what is wrong with how an organisation tailors one form: key path and message."""
    eigen = {veld.sleutel: veld for sectie in aanpassing.velden_erbij.values() for veld in sectie}
    velden = {veld.sleutel: veld for veld in (*kopvelden(definitie.soort), *definitie.velden)} | eigen
    for lijst in ("labels", "hulp", "verplicht", "opties_erbij", "rijen_erbij"):
        for sleutel in getattr(aanpassing, lijst):
            if sleutel not in velden:
                yield (lijst, sleutel), _veld_onbekend(sleutel, velden)
    for nr, sleutel in enumerate(aanpassing.velden_uit):
        if sleutel not in velden:
            yield ("velden_uit", nr), _veld_onbekend(sleutel, velden)
    for sleutel, plicht in aanpassing.verplicht.items():
        yield from _voorwaarde_klopt(plicht, ("verplicht", sleutel), set(velden))
    yield from _erbij_klopt(aanpassing, velden)
    yield from _labels_verschillen(definitie, aanpassing)
    yield from _nieuwe_velden_kloppen(definitie, aanpassing, set(velden))


def _labels_verschillen(definitie: Formulier, aanpassing: Aanpassing) -> Iterator[tuple[Pad, str]]:
    """An own label may not be that of another question in the same section: reading back needs the difference."""
    for sectie in definitie.secties:
        labels: dict[str, str] = {}
        for veld in sectie.velden:
            label = aanpassing.labels.get(veld.sleutel, veld.label)
            eerder = labels.setdefault(labelvorm(label), veld.sleutel)
            if eerder != veld.sleutel:
                eigen = veld.sleutel if veld.sleutel in aanpassing.labels else eerder
                yield ("labels", eigen), f"Het label ‘{label}’ staat al in deze sectie. Kies een ander."


def _veld_onbekend(sleutel: str, velden: Collection[str]) -> str:
    return f"Dit formulier heeft geen veld ‘{sleutel}’.{bedoelde(sleutel, velden)}"


def _erbij_klopt(aanpassing: Aanpassing, velden: Mapping[str, Veld]) -> Iterator[tuple[Pad, str]]:
    for sleutel, opties in aanpassing.opties_erbij.items():
        veld = velden.get(sleutel)
        if veld and veld.soort not in ("keuze", "meerkeuze"):
            yield ("opties_erbij", sleutel), f"‘{veld.label}’ is geen keuzeveld; hier kunnen geen opties bij."
        nieuw = [optie.sleutel for optie in opties] + [optie.sleutel for optie in (veld.opties if veld else ())]
        if len(set(nieuw)) < len(nieuw):
            yield ("opties_erbij", sleutel), "Twee opties hebben dezelfde sleutel."
    for sleutel in aanpassing.rijen_erbij:
        veld = velden.get(sleutel)
        if veld and not any(kolom.soort == "voorgedrukt" for kolom in veld.kolommen):
            yield ("rijen_erbij", sleutel), f"‘{veld.label}’ heeft geen voorgedrukte rijen; hier kunnen geen rijen bij."


def _nieuwe_velden_kloppen(definitie: Formulier, aanpassing: Aanpassing, namen: set[str]) -> Iterator[tuple[Pad, str]]:
    secties = {sectie.sleutel: sectie for sectie in definitie.secties}
    bezet = {veld.sleutel for veld in (*kopvelden(definitie.soort), *definitie.velden)}
    for sleutel, velden in aanpassing.velden_erbij.items():
        if sleutel not in secties:
            bericht = f"Dit formulier heeft geen sectie ‘{sleutel}’. Kies uit: {', '.join(secties)}."
            yield ("velden_erbij", sleutel), bericht + bedoelde(sleutel, secties)
            continue
        labels = {labelvorm(veld.label) for veld in secties[sleutel].velden}
        for nr, veld in enumerate(velden):
            pad: Pad = ("velden_erbij", sleutel, nr)
            if veld.sleutel in bezet:
                yield (*pad, "sleutel"), f"De sleutel ‘{veld.sleutel}’ is al van een ander veld. Kies een andere."
            if labelvorm(veld.label) in labels:
                yield (*pad, "label"), f"Het label ‘{veld.label}’ staat al in deze sectie. Kies een ander."
            yield from _veld_klopt(veld, pad, namen)


# --------------------------------------------------------------------------
# Tailoring


def opzoeker_inrichting(inrichting: Inrichting) -> Opzoeker:
    """Return a look-up for names in conditions that are about the organisation, not the form."""

    def zoek(naam: str) -> Any:
        groep, _, rest = naam.partition(".")
        if groep == "organisatie":
            return getattr(inrichting.organisatie, rest, None)
        if groep == "parameter":
            return getattr(inrichting.parameters, rest, None)
        if groep == "formulier":
            aanpassing = inrichting.formulieren.get(rest)
            return "ja" if aanpassing and aanpassing.aan == "ja" else "nee"
        if groep == "rol":
            return "ja" if any(rol.sleutel == rest for rol in inrichting.rollen) else "nee"
        return inrichting.uitgangsmodel if naam == "uitgangsmodel" else None

    return zoek


def formulieren_van(inrichting: Inrichting) -> dict[str, Formulier]:
    """Return the forms that an organisation uses, tailored, in order of fase; its own forms come last.

    *inrichting* may still hold ``{…}``; what comes out holds none.
    """
    woorden = woorden_van(inrichting)
    return {
        definitie.sleutel: op_maat(definitie, inrichting, woorden) for definitie in definities_in_gebruik(inrichting)
    }


def definities_in_gebruik(inrichting: Inrichting) -> list[Formulier]:
    """Return the definitions of the forms that an organisation uses, in order; see `formulieren_van`."""
    gebruikt = [
        definitie
        for sleutel, definitie in definities_van(inrichting).items()
        if sleutel in inrichting.formulieren and inrichting.formulieren[sleutel].aan == "ja"
    ]
    volgorde = {fase.sleutel: nr for nr, fase in enumerate(inrichting.fasen)}
    eerste = _eerste_gebruik(inrichting)
    gebruikt.sort(key=lambda f: (volgorde[f.fase] if f.fase else len(FASEN), eerste.get(f.sleutel, 999), f.sleutel))
    return gebruikt


def _eerste_gebruik(inrichting: Inrichting) -> dict[str, int]:
    """Return form key → place of its first mention, among the instruments of the fasen or else in the list."""
    formulier_van = {i.sleutel: i.formulier for i in inrichting.instrumenten if i.formulier}
    genoemd = [formulier_van[n] for fase in inrichting.fasen for n in fase.instrumenten if n in formulier_van]
    genoemd += formulier_van.values()
    return {str(sleutel): nr for nr, sleutel in reversed(list(enumerate(genoemd)))}


def op_maat(definitie: Formulier, inrichting: Inrichting, woorden: Mapping[str, str] | None = None) -> Formulier:
    """Return the form of one organisation: fields, options, rows and words filled in; ``{}`` leaves the words open."""
    woorden = woorden_van(inrichting) if woorden is None else woorden
    aanpassing = inrichting.formulieren.get(definitie.sleutel, Aanpassing())
    zoek = opzoeker_inrichting(inrichting)
    secties = tuple(
        replace(sectie, velden=velden)
        for sectie in _alle_secties(definitie)
        if _van_toepassing(sectie.alleen_als, zoek)
        and (velden := _velden_op_maat(sectie, definitie, aanpassing, inrichting))
    )
    formulier = replace(
        definitie,
        versie=aanpassing.versie or inrichting.versies.get(definitie.sleutel) or definitie.versie,
        titel=aanpassing.titel or _instrumentnaam(definitie, inrichting) or definitie.titel,
        kop=_kop_op_maat(definitie, aanpassing, inrichting),
        secties=secties,
        leefgebieden=inrichting.leefgebieden,
    )
    return vul_record_in(formulier, woorden) if woorden else formulier


def _alle_secties(definitie: Formulier) -> tuple[Sectie, ...]:
    """Return the sections, that for deviations included.

    It stands before the last one: a deviation is known when people decide, discuss or sign, and it never stands
    alone on a last page.
    """
    if definitie.afwijking == "nee":
        return definitie.secties
    return (*definitie.secties[:-1], afwijkingssectie(), *definitie.secties[-1:])


def _instrumentnaam(definitie: Formulier, inrichting: Inrichting) -> str | None:
    return next((i.naam for i in inrichting.instrumenten if i.formulier == definitie.sleutel), None)


def _van_toepassing(alleen_als: str, zoek: Opzoeker) -> bool:
    return not alleen_als or lees_voorwaarde(alleen_als).geldt(zoek)


def _kop_op_maat(definitie: Formulier, aanpassing: Aanpassing, inrichting: Inrichting) -> tuple[Veld, ...]:
    kern = any(fase in KERNFASEN for fase in (definitie.fase, *definitie.ook_fase))
    velden = [veld for veld in kopvelden(definitie.soort) if kern or veld.sleutel != "cyclus_nr"]
    velden = [replace(v, verplicht="ja") if v.sleutel in definitie.kop_verplicht else v for v in velden]
    velden = [replace(v, verplicht="nee") if v.sleutel in definitie.kop_vrij else v for v in velden]
    return tuple(_veld_op_maat(veld, definitie, aanpassing, inrichting) for veld in velden)


def _velden_op_maat(
    sectie: Sectie, definitie: Formulier, aanpassing: Aanpassing, inrichting: Inrichting
) -> tuple[Veld, ...]:
    zoek = opzoeker_inrichting(inrichting)
    alle = sectie.velden + aanpassing.velden_erbij.get(sectie.sleutel, ())
    return tuple(
        _veld_op_maat(veld, definitie, aanpassing, inrichting)
        for veld in alle
        if veld.sleutel not in aanpassing.velden_uit and _van_toepassing(veld.alleen_als, zoek)
    )


def _veld_op_maat(veld: Veld, definitie: Formulier, aanpassing: Aanpassing, inrichting: Inrichting) -> Veld:
    sleutel = veld.sleutel
    rijen = _rijen_op_maat(veld, inrichting) + aanpassing.rijen_erbij.get(sleutel, ())
    return replace(
        veld,
        label=aanpassing.labels.get(sleutel, veld.label),
        hulp=aanpassing.hulp.get(sleutel, veld.hulp),
        verplicht=_plicht_op_maat(aanpassing.verplicht.get(sleutel, veld.verplicht), inrichting),
        opties=_opties_op_maat(veld, definitie, inrichting) + aanpassing.opties_erbij.get(sleutel, ()),
        rijen=rijen,
        kolommen=tuple(
            replace(kolom, opties=_opties_op_maat(kolom, definitie, inrichting, rijen)) for kolom in veld.kolommen
        ),
    )


def _plicht_op_maat(verplicht: str, inrichting: Inrichting) -> str:
    """Settle a condition that is about the organisation alone: its forms shouldn't say “if”."""
    if not verplicht.startswith("als "):
        return verplicht
    voorwaarde = lees_voorwaarde(verplicht)
    if not all(naam.split(".")[0] in (*_BUITEN, "uitgangsmodel") for naam in voorwaarde.namen):
        return verplicht
    return "ja" if voorwaarde.geldt(opzoeker_inrichting(inrichting)) else "nee"


def _rijen_op_maat(veld: Veld, inrichting: Inrichting) -> tuple[Rij, ...]:
    zoek = opzoeker_inrichting(inrichting)
    eigen = tuple(rij for rij in veld.rijen if _van_toepassing(rij.alleen_als, zoek))
    if veld.rijen_uit == "leefgebieden":
        return tuple(Rij(sleutel=g.sleutel, tekst=g.naam) for g in inrichting.leefgebieden) + eigen
    if veld.rijen_uit == "fasen":
        return tuple(Rij(sleutel=f.sleutel, tekst=f.naam) for f in inrichting.fasen) + eigen
    if veld.rijen_uit == "instrumenten":
        return tuple(_instrumentrijen(veld, inrichting)) + eigen
    if veld.rijen_uit:
        lijst = inrichting.criteria if veld.rijen_uit == "criteria" else inrichting.contra_indicaties
        return tuple(Rij(sleutel=c.sleutel, tekst=c.vraag) for c in lijst) + eigen
    return eigen


def _instrumentrijen(veld: Veld, inrichting: Inrichting) -> Iterator[Rij]:
    """Yield a row per instrument of each fase; a column ``fase`` is filled in beforehand.

    A tool of several fasen says of which one: two rows never have the same text.
    """
    met_fase = any(kolom.sleutel == "fase" for kolom in veld.kolommen)
    aantal = Counter(sleutel for fase in inrichting.fasen for sleutel in fase.instrumenten)
    for nr, fase in enumerate(inrichting.fasen, 1):
        for sleutel in fase.instrumenten:
            instrument = inrichting.instrument(sleutel)
            tekst = instrument.naam if instrument else sleutel
            tekst += f" ({fase.kort})" if aantal[sleutel] > 1 else ""
            yield Rij(sleutel=f"f{nr}_{sleutel}", tekst=tekst, vooraf={"fase": fase.sleutel} if met_fase else {})


def _opties_op_maat(
    veld: Veld | Kolom, definitie: Formulier, inrichting: Inrichting, rijen: tuple[Rij, ...] = ()
) -> tuple[Optie, ...]:
    if veld.soort == "ja_nee":
        return JA_NEE
    if veld.soort == "voorgedrukt":
        return tuple(Optie(sleutel=rij.sleutel, label=rij.tekst) for rij in rijen)
    groep, _, rest = (veld.opties_uit or "").partition(".")
    if groep == "rollen":
        return tuple(_roloptie(rol, inrichting) for rol in inrichting.rollen) + veld.opties
    if groep == "leefgebieden":
        gebieden = inrichting.leefgebieden
        return tuple(Optie(sleutel=g.sleutel, label=g.naam, synoniemen=g.synoniemen) for g in gebieden) + veld.opties
    if groep == "besluiten":
        besluiten = inrichting.fase(rest or definitie.fase or "").besluiten
        return tuple(Optie(sleutel=b.uitkomst, label=b.naam, synoniemen=b.synoniemen) for b in besluiten) + veld.opties
    if groep == "fasen":
        return tuple(Optie(sleutel=f.sleutel, label=f.naam) for f in inrichting.fasen) + veld.opties
    if groep in ("criteria", "contra_indicaties"):
        return tuple(Optie(sleutel=c.sleutel, label=c.naam) for c in getattr(inrichting, groep)) + veld.opties
    return veld.opties


def _roloptie(rol: Any, inrichting: Inrichting) -> Optie:
    return Optie(sleutel=rol.sleutel, label=inrichting.rolnaam(rol.sleutel), synoniemen=rol.synoniemen)


def thema_opties(gebied: Leefgebied) -> tuple[Optie, ...]:
    """Return the themes of a leefgebied as choices: ``t1``, ``t2`` … in order."""
    return tuple(Optie(sleutel=f"t{nr}", label=thema) for nr, thema in enumerate(gebied.themas, 1))


def opties_van(veld: Veld | Kolom, gebied: Leefgebied | None = None) -> tuple[Optie, ...]:
    """Return the choices of a tailored field; those of one leefgebied when it asks for themes."""
    if veld.opties_uit == "themas" and gebied is not None:
        return thema_opties(gebied)
    return veld.opties
