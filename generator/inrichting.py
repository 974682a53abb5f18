"""The organisation's own configuration: YAML in and out, every mistake at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from generator import content
from generator.bron import Bron, Bronfout, OngeldigeBron, Pad, bedoelde, lees_yaml, maak_record
from generator.duur import lees_duur
from generator.kalender import lees_sluiting
from generator.model import BASISGEBIEDEN, FASEN, VERVOLGEN, Formulier, Inrichting
from generator.taal import losse_accolade, onbekende_verwijzingen, vul_record_in, woordenlijst

_SLEUTEL = re.compile(r"[a-z][a-z0-9_]{0,23}")
_KLEUR = re.compile(r"#[0-9A-Fa-f]{6}")
_DATUM = re.compile(r"\d{4}-\d\d-\d\d")
# The rules of domein.md chapter 4, and those that follow from the model itself: these can't be switched off.
# `generator.checks` has them; a test holds the two against each other.
REGELCODES = tuple(f"R{nr:02}" for nr in range(1, 76))
VASTE_REGELS = frozenset("R04 R26 R38 R41 R53 R57 R58 R59 R60 R61 R64 R72".split())
_DAG_EERST = re.compile(r"(?<![\d-])(\d\d?)[-/](\d\d?)(?:[-/](\d{4}))?(?![\d-])")
_LIJKT_DATUM = re.compile(r"\d[\d\s./-]*")
_AANTAL_RANDVOORWAARDEN, _AANTAL_VERANKERPUNTEN = 10, 5
# What `generator.vergelijken` calls the parts of an inrichting that may differ from the starting model.
_ONDERDELEN = (
    "organisatie", "termen", "leefgebieden", "rollen", "instrumenten", "criteria", "contra_indicaties", "parameters"
)  # fmt: skip


def zoek_inrichting(naam: str) -> Path:
    """Return the file of an inrichting (YAML or workbook), given its path, its folder or the name of a starting model.

    Raises `OngeldigeBron` when there is no such file or model, or when a folder holds two.
    """
    modellen = content.uitgangsmodellen()
    if naam in modellen and not Path(naam).exists():
        return modellen[naam]
    pad = Path(naam)
    if pad.is_dir():
        pad = _in_map(pad)
    if not pad.exists():
        tip = bedoelde(naam, modellen)
        bericht = f"Deze inrichting bestaat niet. Noem een bestand, of een uitgangsmodel: {', '.join(modellen)}.{tip}"
        raise OngeldigeBron([Bronfout(naam, None, "", bericht)])
    return pad


def _in_map(map_: Path) -> Path:
    """Return the inrichting in a folder: the YAML, or the workbook when that is all there is."""
    yaml, werkboek = map_ / "inrichting.yaml", map_ / "inrichting.xlsx"
    if yaml.exists() and werkboek.exists():
        bericht = "In deze map staan inrichting.yaml en inrichting.xlsx. Noem het bestand dat je bedoelt."
        raise OngeldigeBron([Bronfout(str(map_), None, "", bericht)])
    return werkboek if werkboek.exists() else yaml


def lees_bron(pad: Path) -> Bron:
    """Return the data in the file of an inrichting, YAML or workbook, with all places; errors as `OngeldigeBron`."""
    if pad.suffix.lower() in (".yaml", ".yml"):
        return lees_yaml(pad)
    from generator.werkboek import is_werkboek, lees_werkboek

    return lees_werkboek(pad) if is_werkboek(pad) else lees_yaml(pad)


def lees_inrichting(naam: str) -> Inrichting:
    """Read and check an inrichting; texts still hold their ``{…}``.

    Raises `OngeldigeBron` with all mistakes: file, line, key path, remedy.
    """
    return controleer_inrichting(lees_bron(zoek_inrichting(naam)))


def controleer_inrichting(bron: Bron, eigen_formulieren: Mapping[str, Formulier] | None = None) -> Inrichting:
    """Make the record from *bron* and check what a schema can't: references and durations.

    *eigen_formulieren* are definitions of the organisation's own, by key.
    """
    if not isinstance(bron.gegevens, dict):
        raise OngeldigeBron([bron.fout((), "Dit bestand is leeg of geen inrichting.")])
    fouten: list[Bronfout] = []
    if "eigen_formulieren" in bron.gegevens:
        bericht = "Een eigen formulier staat in een eigen bestand, in de map ‘formulieren’ naast je inrichting."
        raise OngeldigeBron([bron.fout(("eigen_formulieren",), bericht)])
    if "versies" in bron.gegevens:
        bericht = "De versie van een formulier zet je bij het formulier zelf, onder ‘formulieren’."
        raise OngeldigeBron([bron.fout(("versies",), bericht)])
    try:
        inrichting = maak_record(Inrichting, bron)
    except OngeldigeBron as fout:
        # The references of a file with a broken structure are still worth checking.
        fouten += fout.fouten
        fouten += [f for f in _losse_verwijzingen(bron) if f not in fouten]
        raise OngeldigeBron(fouten) from None
    inrichting = replace(inrichting, eigen_formulieren=eigen_formulieren or {})
    fouten += [bron.fout(pad, bericht) for pad, bericht in _verwijzingen(inrichting)]
    if fouten:
        raise OngeldigeBron(fouten)
    return inrichting


def ingevuld(inrichting: Inrichting) -> Inrichting:
    """Return the inrichting with every ``{…}`` in its texts replaced by the organisation's words."""
    titels = _titels(inrichting)
    woorden = woordenlijst(inrichting, titels)
    # Names may hold terms themselves ("Checklist {fase.opstart.kort}"): fill those first.
    woorden = {naam: vul_record_in(tekst, woorden) for naam, tekst in woorden.items()}
    return vul_record_in(inrichting, woorden)


def woorden_van(inrichting: Inrichting) -> dict[str, str]:
    """Return the word list of an inrichting, the names of its forms included."""
    woorden = woordenlijst(inrichting, _titels(inrichting))
    return {naam: vul_record_in(tekst, woorden) for naam, tekst in woorden.items()}


def _titels(inrichting: Inrichting) -> dict[str, str]:
    """Return form key → the name of its instrument, or the title the organisation gave it."""
    titels = {i.formulier: i.naam for i in inrichting.instrumenten if i.formulier}
    titels |= {sleutel: deel.titel for sleutel, deel in inrichting.formulieren.items() if deel.titel}
    return titels


def schrijf_inrichting(inrichting: Inrichting) -> str:
    """Return an inrichting as YAML; reading it back gives the same record."""
    from io import StringIO

    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    uit = StringIO()
    yaml.dump(plat(inrichting), uit)
    return uit.getvalue()


def plat(waarde: Any) -> Any:
    """Return a record as plain data, without what is as it is by itself; `bron.maak_record` reads it back."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        eigen = [veld for veld in fields(waarde) if not veld.metadata.get("buiten_bestand")]
        delen = {veld.name: (veld, getattr(waarde, veld.name)) for veld in eigen}
        return {naam: plat(deel) for naam, (veld, deel) in delen.items() if not _standaard(veld, deel)}
    if isinstance(waarde, Mapping):
        return {sleutel: plat(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, tuple):
        return [plat(deel) for deel in waarde]
    return waarde


def _standaard(veld: Any, waarde: Any) -> bool:
    if veld.default is not MISSING:
        return bool(veld.default == waarde)
    return veld.default_factory is not MISSING and bool(veld.default_factory() == waarde)


# --------------------------------------------------------------------------
# Checks across the parts of an inrichting


def _losse_verwijzingen(bron: Bron) -> Iterator[Bronfout]:
    """Check what can be checked without a valid record: the eight fasen and the instruments."""
    gegevens = bron.gegevens
    fasen = gegevens.get("fasen")
    if not isinstance(fasen, list):
        return
    gevonden = [fase.get("sleutel") for fase in fasen if isinstance(fase, dict)]
    for sleutel in FASEN:
        if sleutel not in gevonden:
            yield bron.fout(("fasen",), _fase_ontbreekt(sleutel))
    lijst = gegevens.get("instrumenten")
    bekend = [i.get("sleutel") for i in lijst if isinstance(i, dict)] if isinstance(lijst, list) else []
    for nr, fase in enumerate(fasen):
        genoemd = fase.get("instrumenten") if isinstance(fase, dict) else None
        for plek, sleutel in enumerate(genoemd if isinstance(genoemd, list) else ()):
            if sleutel not in bekend:
                bericht = f"Het instrument ‘{sleutel}’ staat niet in de lijst ‘instrumenten’."
                yield bron.fout(("fasen", nr, "instrumenten", plek), bericht + bedoelde(sleutel, map(str, bekend)))


def _fase_ontbreekt(sleutel: str) -> str:
    return f"De fase ‘{sleutel}’ ontbreekt. Het model heeft acht fasen; de naam mag anders, weglaten kan niet (R57)."


def _verwijzingen(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    yield from _fasevolgorde(inrichting)
    yield from _sleutels(inrichting)
    yield from _rollen(inrichting)
    yield from _fasedelen(inrichting)
    yield from _overig(inrichting)
    yield from _redenen(inrichting)
    yield from _invoering(inrichting)
    yield from _regels_uit(inrichting)
    yield from _teksten(inrichting)


def _fasevolgorde(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    sleutels = [fase.sleutel for fase in inrichting.fasen]
    ontbreekt = [sleutel for sleutel in FASEN if sleutel not in sleutels]
    for sleutel in ontbreekt:
        yield ("fasen",), _fase_ontbreekt(sleutel)
    if not ontbreekt and tuple(sleutels) != FASEN:
        goed = ", ".join(FASEN)
        yield ("fasen",), f"De acht fasen staan niet op volgorde of staan dubbel. Zo hoort het (R57): {goed}."


def _sleutels(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    lijsten = ("rollen", "leefgebieden", "instrumenten", "criteria", "contra_indicaties")
    for lijst in lijsten:
        gezien: set[str] = set()
        for nr, deel in enumerate(getattr(inrichting, lijst)):
            if deel.sleutel in gezien:
                yield (lijst, nr, "sleutel"), f"De sleutel ‘{deel.sleutel}’ staat er al. Kies een andere."
            elif not _SLEUTEL.fullmatch(deel.sleutel):
                yield (lijst, nr, "sleutel"), _geen_sleutel(deel.sleutel)
            gezien.add(deel.sleutel)
    for term in ("client", "begeleider"):
        if term not in inrichting.termen:
            yield ("termen",), f"Hier ontbreekt de term ‘{term}’. Die is nodig in alle teksten."


def _geen_sleutel(sleutel: str) -> str:
    return (
        f"‘{sleutel[:40]}’ kan geen sleutel zijn: gebruik kleine letters, cijfers en _, "
        "begin met een letter en houd het bij 24 tekens."
    )


def _rollen(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    for nr, rol in enumerate(inrichting.rollen):
        if not rol.naam and rol.sleutel not in inrichting.termen:
            yield ("rollen", nr), f"De rol ‘{rol.sleutel}’ heeft geen naam en er is geen term met die sleutel."
    bekend = {rol.sleutel for rol in inrichting.rollen}
    for pad, wie in _alle_wie(inrichting):
        for plek, sleutel in enumerate(wie):
            if sleutel not in bekend:
                yield (
                    (*pad, plek),
                    f"De rol ‘{sleutel}’ staat niet in de lijst ‘rollen’.{_welke_rol(sleutel, inrichting)}",
                )


def _welke_rol(woord: str, inrichting: Inrichting) -> str:
    """Return a suggestion: the rol that has this word as a synonym or name, or that looks like it."""
    for rol in inrichting.rollen:
        if woord.casefold() in {naam.casefold() for naam in (inrichting.rolnaam(rol.sleutel), *rol.synoniemen)}:
            return f" Bedoelde je ‘{rol.sleutel}’?"
    sleutels = [rol.sleutel for rol in inrichting.rollen]
    return bedoelde(woord, sleutels) or f" Kies uit: {', '.join(sleutels)}."


def _alle_wie(inrichting: Inrichting) -> Iterator[tuple[Pad, tuple[str, ...]]]:
    for nr, fase in enumerate(inrichting.fasen):
        for lijst in ("werkwijze", "taken", "termijnen", "frequenties"):
            for plek, deel in enumerate(getattr(fase, lijst)):
                yield ("fasen", nr, lijst, plek, "wie"), deel.wie
    for lijst in ("criteria", "contra_indicaties"):
        for plek, deel in enumerate(getattr(inrichting, lijst)):
            yield (lijst, plek, "uitzondering_door"), deel.uitzondering_door


def _fasedelen(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    instrumenten = {deel.sleutel for deel in inrichting.instrumenten}
    parameters = {veld.name for veld in fields(inrichting.parameters)}
    for nr, fase in enumerate(inrichting.fasen):
        hier: Pad = ("fasen", nr)
        yield from _instrumenten_van(fase, hier, instrumenten)
        for plek, besluit in enumerate(fase.besluiten):
            if besluit.vervolg and besluit.vervolg not in VERVOLGEN:
                tip = bedoelde(besluit.vervolg, VERVOLGEN)
                bericht = f"‘{besluit.vervolg}’ kan geen vervolg zijn. Kies uit: {', '.join(VERVOLGEN)}.{tip}"
                yield (*hier, "besluiten", plek, "vervolg"), bericht
        if lees_duur(fase.duur) is None:
            yield (*hier, "duur"), _geen_duur(fase.duur)
        for lijst in ("termijnen", "frequenties"):
            for plek, deel in enumerate(getattr(fase, lijst)):
                if lees_duur(deel.tekst) is None:
                    yield (*hier, lijst, plek, "tekst"), _geen_duur(deel.tekst)
                if deel.parameter and deel.parameter not in parameters:
                    tip = bedoelde(deel.parameter, parameters)
                    yield (*hier, lijst, plek, "parameter"), f"De parameter ‘{deel.parameter}’ bestaat niet.{tip}"


def _instrumenten_van(fase: Any, hier: Pad, bekend: set[str]) -> Iterator[tuple[Pad, str]]:
    genoemd = [((*hier, "instrumenten", plek), naam) for plek, naam in enumerate(fase.instrumenten)]
    for nr, taak in enumerate(fase.taken):
        genoemd += [((*hier, "taken", nr, "waarmee", plek), naam) for plek, naam in enumerate(taak.waarmee)]
    for pad, naam in genoemd:
        if naam not in bekend:
            yield pad, f"Het instrument ‘{naam}’ staat niet in de lijst ‘instrumenten’.{bedoelde(naam, bekend)}"


def _geen_duur(tekst: str) -> str:
    return (
        f"De duur ‘{tekst[:60]}’ begrijp ik niet. Schrijf bijvoorbeeld: 1 dag tot 1 week; "
        "maximaal 2 weken na persoonsbeschrijving; gemiddeld 8 weken; minimaal 1 keer per 2 weken; "
        "volgens het plan; niet vastgelegd."
    )


def _geen_sluiting(tekst: str) -> str:
    """Say what a closing day should look like; turn a date around when somebody began with the day."""
    if lees_sluiting(" t/m ".join(reversed(tekst.split(" t/m ")))) is not None:
        return f"Bij ‘{tekst[:30]}’ ligt de laatste dag vóór de eerste. Draai ze om."
    omgekeerd = _DAG_EERST.sub(lambda deel: "-".join(d.zfill(2) for d in reversed(deel.groups()) if d), tekst)
    tip = f" Bedoelde je {omgekeerd}?" if lees_sluiting(omgekeerd) is not None else ""
    return (
        f"‘{tekst[:30]}’ lees ik niet als sluitingsdag. Schrijf eerst het jaar, dan de maand, dan de dag: 2026-12-28. "
        f"Elk jaar: 12-28. Meer dagen: 2026-07-20 t/m 2026-07-31.{tip}"
    )


def _overig(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    if not _KLEUR.fullmatch(inrichting.organisatie.accentkleur):
        yield ("organisatie", "accentkleur"), 'Schrijf een kleur als # met zes tekens, bijvoorbeeld "#1F5C7A".'
    for nr, gebied in enumerate(inrichting.leefgebieden):
        if gebied.basisgebied and gebied.basisgebied not in BASISGEBIEDEN:
            tip = f"Kies uit: {', '.join(BASISGEBIEDEN)}.{bedoelde(gebied.basisgebied, BASISGEBIEDEN)}"
            yield ("leefgebieden", nr, "basisgebied"), f"‘{gebied.basisgebied}’ ken ik niet als basisgebied. {tip}"
    for nr, tekst in enumerate(inrichting.organisatie.sluitingsdagen):
        if lees_sluiting(tekst) is None:
            yield ("organisatie", "sluitingsdagen", nr), _geen_sluiting(tekst)
    bekend = bekende_formulieren(inrichting)
    for sleutel in inrichting.formulieren:
        if sleutel not in bekend:
            yield ("formulieren", sleutel), f"Het formulier ‘{sleutel}’ bestaat niet.{_welk_formulier(sleutel, bekend)}"
    for nr, instrument in enumerate(inrichting.instrumenten):
        if instrument.soort == "formulier" and instrument.formulier not in bekend:
            tip = _welk_formulier(instrument.formulier or "", bekend)
            bericht = f"Het formulier ‘{instrument.formulier or ''}’ bestaat niet.{tip}"
            yield ("instrumenten", nr, "formulier"), bericht
    yield from _datums(inrichting)
    for naam in ("analyse_interval", "algemene_evaluatie", "toestemming_geldig"):
        tekst = getattr(inrichting.parameters, naam)
        if tekst != "uit" and lees_duur(tekst) is None:
            yield ("parameters", naam), _geen_duur(tekst)


def _welk_formulier(woord: str, bekend: set[str]) -> str:
    """Return a suggestion: the form whose key looks like *woord* or is a part of it."""
    deel = next((sleutel for sleutel in sorted(bekend) if len(sleutel) > 3 and sleutel in woord.casefold()), None)
    waar = " Alle formulieren zie je met: achtfasen lijst formulieren."
    return f" Bedoelde je ‘{deel}’?" if deel else bedoelde(woord, bekend) or waar


def bekende_formulieren(inrichting: Inrichting) -> set[str]:
    """Return the keys of all forms that there are: those of the model, and the organisation's own."""
    return {pad.stem for pad in content.formulieren()} | set(inrichting.eigen_formulieren)


def _datums(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    from datetime import date

    datums: list[tuple[Pad, str]] = [(("handleiding", "datum"), inrichting.handleiding.datum)]
    datums += [(("handleiding", "log", nr, "datum"), r.datum) for nr, r in enumerate(inrichting.handleiding.log)]
    datums += _datums_van_invoering(inrichting)
    for pad, tekst in datums:
        try:
            if not _DATUM.fullmatch(tekst):
                raise ValueError
            date.fromisoformat(tekst)
        except ValueError:
            yield pad, f"‘{tekst[:30]}’ is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-21."


def _datums_van_invoering(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    """Yield the dates that are filled in; when an action has to be done may be said in words too."""
    if (invoering := inrichting.invoering) is None:
        return
    for naam in ("gestart", "evaluatie_gepland", "evaluatie_gehouden"):
        if tekst := getattr(invoering, naam):
            yield ("invoering", naam), tekst
    for lijst in ("randvoorwaarden", "criteria"):
        for nr, deel in enumerate(getattr(invoering, lijst)):
            if _LIJKT_DATUM.fullmatch(deel.wanneer):
                yield ("invoering", lijst, nr, "wanneer"), deel.wanneer


def _redenen(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    formulieren = {*(pad.stem for pad in content.formulieren()), *inrichting.formulieren}
    bekend = [*_ONDERDELEN, *(f"fasen.{fase}" for fase in FASEN), *(f"formulieren.{f}" for f in sorted(formulieren))]
    for sleutel in inrichting.handleiding.redenen:
        if sleutel not in bekend:
            tip = bedoelde(sleutel, bekend)
            kies = f"Kies uit: {', '.join(_ONDERDELEN)}, fasen.<fase> of formulieren.<formulier>."
            yield ("handleiding", "redenen", sleutel), f"‘{sleutel}’ is geen onderdeel van de inrichting. {kies}{tip}"


def _regels_uit(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    """Only a rule that is there, and that doesn't follow from the model itself, can be switched off."""
    for plek, code in enumerate(inrichting.parameters.regels_uit):
        pad: Pad = ("parameters", "regels_uit", plek)
        if code not in REGELCODES:
            tip = bedoelde(code.strip().upper(), REGELCODES)
            yield pad, f"De regel ‘{code[:20]}’ bestaat niet.{tip} Zie: achtfasen lijst regels."
        elif code in VASTE_REGELS:
            yield pad, f"De regel {code} hoort bij het model zelf en kan niet uit. Haal {code} hier weg."


def _invoering(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    if (invoering := inrichting.invoering) is None:
        return
    lijsten = (("randvoorwaarden", _AANTAL_RANDVOORWAARDEN), ("verankering", _AANTAL_VERANKERPUNTEN))
    for lijst, hoogste in lijsten:
        gezien: set[int] = set()
        for plek, deel in enumerate(getattr(invoering, lijst)):
            pad: Pad = ("invoering", lijst, plek, "nr")
            if not 1 <= deel.nr <= hoogste:
                yield pad, f"Nummer {deel.nr} is er niet. Kies een nummer van 1 tot en met {hoogste}."
            elif deel.nr in gezien:
                yield pad, f"Nummer {deel.nr} staat er al. Elk nummer komt één keer voor."
            gezien.add(deel.nr)


def _teksten(inrichting: Inrichting) -> Iterator[tuple[Pad, str]]:
    woorden = woorden_van(inrichting) | {f"formulier.{sleutel}": "" for sleutel in bekende_formulieren(inrichting)}
    for pad, tekst in alle_teksten(inrichting, ()):
        for naam in onbekende_verwijzingen(tekst, woorden):
            yield pad, f"{{{naam}}} verwijst nergens naar.{bedoelde(naam, woorden)}"
        if los := losse_accolade(tekst):
            yield pad, f"Hier staat een losse ‘{los}’. Schrijf een verwijzing zo: {{client}}."


def alle_teksten(waarde: Any, pad: Pad) -> Iterator[tuple[Pad, str]]:
    """Yield every text inside a record with its key path."""
    if isinstance(waarde, str):
        yield pad, waarde
    elif isinstance(waarde, tuple):
        for nr, deel in enumerate(waarde):
            yield from alle_teksten(deel, (*pad, nr))
    elif isinstance(waarde, Mapping):
        for sleutel, deel in waarde.items():
            yield from alle_teksten(deel, (*pad, str(sleutel)))
    elif is_dataclass(waarde):
        for veld in fields(waarde):
            yield from alle_teksten(getattr(waarde, veld.name), (*pad, veld.name))
