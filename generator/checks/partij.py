"""R70–R72: doubles, old forms, and files that have no place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from generator.checks.blik import DossierBlik, FormulierBlik, Kader, PartijBlik
from generator.checks.leefgebieden import zelfde_leefgebieden
from generator.checks.regel import Bestandsplek, Plek, Treffer, Uitkomst, regel
from generator.checks.tijd import dubbele
from generator.dossier import HOOFDDATUM, hoofddatum
from generator.model import Bestand, Ernst, Formulier, Invulling
from generator.taal import opsomming
from generator.versies import genoemd, naam_kaal

_GENOEMD = 4
# Of these a dossier may hold any number.
_OP_EIGEN_DAG = frozenset(("aanmelding", "intake", "rie", "tevredenheid", "deelnemerskaart", "signaleringsplan"))
MEERVOUDIG = frozenset(("toestemming", "leefgebiedenwijzer", "rapportage", "memo", "incident", "casusinbreng"))
# The reader saw that a person left something, but not what it says: comments, another form, a drawing.
_NIET_GELEZEN = frozenset(("L16", "L35", "L37"))


def soortgelijk(deel: Invulling) -> tuple[Any, ...]:
    """Return what two forms of one dossier have in common when only one of them should exist."""
    versie, soort = deel.waarden.get("plan_versie"), deel.waarden.get("eval_soort")
    # Who comes back has a second aanmelding and intake; a general evaluatie and a new look at the risks come
    # every year, and a card is brought up to date.
    eigen_dag = deel.formulier in _OP_EIGEN_DAG or soort == "algemeen"
    dag = hoofddatum(deel) if eigen_dag else None
    # An evaluatie that doesn't say is of its cycle.
    return deel.formulier, deel.cyclus or 1, str(versie or 1), "" if soort == "cyclus" else str(soort or ""), dag


def inhoud(deel: Invulling) -> str:
    """Return the answers of a form as one text, to see whether two forms say the same."""
    return json.dumps(deel.waarden, sort_keys=True, default=str)


def _inhouden(delen: Sequence[Invulling]) -> list[str]:
    """Return what forms of one kind say, as texts that are equal when the forms say the same.

    The whole content is only written out for forms of the same day, and with the same questions answered: when one
    of these differs, the rest need not be looked at.
    """
    merken = [f"{_dag(deel)} {','.join(sorted(deel.waarden))}" for deel in delen]
    return [inhoud(deel) if merken.count(merk) > 1 else merk for deel, merk in zip(delen, merken, strict=True)]


def _dag(deel: Invulling) -> str:
    """Return the day that a form is about, as `inhoud` writes it."""
    dag = deel.waarden.get(HOOFDDATUM.get(deel.formulier, "datum_ingevuld"))
    return f'"{dag}"' if dag.__class__ is date else json.dumps(dag, default=str)


def _ernaast(deel: Invulling) -> tuple[Any, ...]:
    """Return what stands in a form beside its questions, as something that is equal when that says the same.

    What only the reading messages mention can't be compared: that is equal in copies of one file, and only there.
    """
    los = ((antwoord.sleutel.partition("[")[0], antwoord.ruw) for antwoord in deel.antwoorden
           if not _bij_een_vraag(antwoord.sleutel, deel.waarden))  # fmt: skip
    ongelezen = any(melding.code in _NIET_GELEZEN for melding in deel.meldingen)
    return (deel.sha256 or deel.bestand) if ongelezen else "", *sorted(los)


def _bij_een_vraag(sleutel: str, waarden: Mapping[str, Any]) -> bool:
    """True when what was read under a key is one of the answers, or a part of one."""
    naam, _, rest = sleutel.partition(".")
    waarde = waarden.get(naam.partition("[")[0])
    if waarde is None or rest == "_ernaast":
        return False
    if "[" in naam and isinstance(waarde, Sequence):
        return any(rest in rij for rij in waarde if isinstance(rij, Mapping))
    return rest in waarde if rest and isinstance(waarde, Mapping) else True


def dubbele_plaatsen(delen: Sequence[Invulling]) -> list[list[int]]:
    """Return of which forms only one should exist: groups of places in *delen*."""
    ruw: dict[tuple[str, int], list[int]] = {}
    for nr, deel in enumerate(delen):
        ruw.setdefault((deel.formulier, deel.cyclus or 1), []).append(nr)
    if len(ruw) == len(delen):  # mostly: then there is nothing to compare
        return []
    groepen: dict[tuple[Any, ...], list[int]] = {}
    for plaatsen in ruw.values():
        for nr in plaatsen if len(plaatsen) > 1 else ():
            groepen.setdefault(soortgelijk(delen[nr]), []).append(nr)
    return [plaatsen for plaatsen in groepen.values() if len(plaatsen) > 1]


def zonder_dubbele(delen: Sequence[Invulling]) -> tuple[Invulling, ...]:
    """Return forms without the second and later ones that give exactly the same answers."""
    weg = _dubbel_van(delen)
    return tuple(deel for nr, deel in enumerate(delen) if nr not in weg) if weg else tuple(delen)


def dubbel_met_meer(delen: Sequence[Invulling]) -> list[int]:
    """Return the places of doubles that hold something beside the questions that the forms before them don't."""
    gezien: dict[int, list[tuple[Any, ...]]] = {}
    meer = []
    for nr, eerste in _dubbel_van(delen).items():
        eerder, hier = gezien.setdefault(eerste, [_ernaast(delen[eerste])]), _ernaast(delen[nr])
        if hier not in eerder:
            eerder.append(hier)
            meer.append(nr)
    return meer


def _dubbel_van(delen: Sequence[Invulling]) -> dict[int, int]:
    """Return the place of each form that answers as an earlier one does → the place of that one."""
    weg: dict[int, int] = {}
    for plaatsen in dubbele_plaatsen(delen):
        teksten = _inhouden([delen[nr] for nr in plaatsen])
        eerste = [plaatsen[teksten.index(tekst)] for tekst in teksten]
        weg |= {nr: van for nr, van in zip(plaatsen, eerste, strict=True) if van != nr}
    return weg


@regel("R70", "Dubbel formulier", ernst=Ernst.WAARSCHUWING, bron="aanvulling", niveau="dossier")
def dubbel_formulier(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Van een dossier zijn er twee formulieren van dezelfde soort, cyclus en versie.

    Zijn de antwoorden gelijk, dan is het een aandachtspunt; ze tellen één keer. Staat er in een ervan ook iets naast
    de vragen, zoals een opmerking, lees dat dan voordat je er een weghaalt. Verschillen ze, dan moet je kiezen.

    Slecht: er zijn twee evaluaties van cyclus 1, met een ander besluit.
    Goed: er zijn twee versies van het plan, met versie 1 en 2.
    """
    groepen = dubbele_plaatsen(blik.dossier.invullingen)
    apart = _nummer_eerst(blik) if groepen else ()
    for plaatsen in groepen:
        delen = [blik.formulieren[nr] for nr in plaatsen]
        los = [deel for deel in delen if deel.invulling in apart]
        vast = [deel for deel in delen if deel.invulling not in apart]
        for groep in (vast, los):
            if len(groep) > 1:
                yield from _vergeleken(blik, groep, kiezen=groep is vast)


def _vergeleken(blik: DossierBlik, groep: list[FormulierBlik], kiezen: bool) -> Iterator[Treffer]:
    """Yield what forms that are one too many have in common; *kiezen* when one of those that differ has to go."""
    per_inhoud: dict[str, list[FormulierBlik]] = {}
    for deel, tekst in zip(groep, _inhouden([deel.invulling for deel in groep]), strict=True):
        per_inhoud.setdefault(tekst, []).append(deel)
    for gelijk in (delen for delen in per_inhoud.values() if len(delen) > 1):
        anders = len({_ernaast(deel.invulling) for deel in gelijk}) > 1
        yield _dubbel(blik, "los" if anders else "gelijk", gelijk, Ernst.AANDACHTSPUNT)
    if kiezen and len(per_inhoud) > 1 and groep[0].formulier.sleutel not in MEERVOUDIG:
        yield _dubbel(blik, "anders", [delen[0] for delen in per_inhoud.values()], None)


def _nummer_eerst(blik: DossierBlik) -> tuple[Invulling, ...]:
    """Return the forms of which the number of the cycle is missing or not raised: R01 and R43 say so, and first."""
    dossier = blik.dossier
    if "R43" in blik.kader.parameters.regels_uit:
        return dossier.verloop.zonder_nummer
    return (*dossier.verloop.zonder_nummer, *dubbele(blik))


def _dubbel(blik: DossierBlik, variant: str, delen: list[FormulierBlik], ernst: Ernst | None) -> Treffer:
    namen = [f"‘{PurePath(deel.invulling.bestand).name}’" for deel in delen]
    rest = len(namen) - _GENOEMD
    feiten = {
        "aantal": len(delen),
        "bestanden": opsomming([*namen[:_GENOEMD], f"nog {rest}"] if rest > 0 else namen),
        "van_cyclus": blik.van_cyclus(delen[0].cyclus),
    }
    return Treffer(variant, tuple(Plek(deel.invulling) for deel in delen), feiten, ernst)


@regel("R71", "Oud sjabloon", ernst=Ernst.WAARSCHUWING, bron="S2:84; S3:538-591", niveau="formulier")
def oud_sjabloon(blik: FormulierBlik) -> Iterable[Uitkomst]:
    """Een formulier is gemaakt met een andere versie dan die nu geldt, of voor een andere organisatie.

    Is een formulier van een andere organisatie met een ander uitgangsmodel, dan kijkt geen andere regel ernaar.

    Slecht: het plan is van versie 1, en nu geldt versie 2.
    Goed: het plan is van de versie die nu geldt.
    """
    deel = blik.invulling
    vreemd = deel.organisatie != blik.kader.inrichting.organisatie.naam
    return _oud_sjabloon(blik) if vreemd or deel.versie != blik.formulier.versie or not blik.heel else ()


def _oud_sjabloon(blik: FormulierBlik) -> Iterator[Uitkomst]:
    deel, versie, nu = blik.invulling, blik.invulling.versie, _nu(blik).versie
    if _andere_naam(deel, blik.kader):
        variant = "ander" if van_een_ander(deel, blik.kader) else "andere_naam"
        ernst = Ernst.AANDACHTSPUNT if variant == "andere_naam" else None
        yield Treffer(variant, (Plek(deel),), {"van": deel.organisatie}, ernst)
    elif versie and versie != nu and (gevonden := _verouderd(blik)):
        variant, feiten = gevonden
        yield Treffer(variant, (Plek(deel),), {"versie": versie, "nu": nu, **feiten})


def van_een_ander(deel: Invulling, kader: Kader) -> bool:
    """True for a form of another organisation that began with another model: its questions are not ours."""
    return deel.uitgangsmodel not in ("", kader.inrichting.uitgangsmodel) and _andere_naam(deel, kader)


def _andere_naam(deel: Invulling, kader: Kader) -> bool:
    """True when a form names an organisation that is not this one, nor what it was called before."""
    naam = deel.organisatie
    return bool(naam) and naam != kader.inrichting.organisatie.naam and naam_kaal(naam) not in kader.eigen_namen


def _nu(blik: FormulierBlik) -> Formulier:
    """Return the form as it is today, whatever version this one is judged by."""
    return blik.kader.formulieren[blik.formulier.sleutel]


def _verouderd(blik: FormulierBlik) -> tuple[str, dict[str, str]] | None:
    """Return which wording fits an old version, by what changed since; None when R39 says it all."""
    overgang = blik.kader.overgang(blik.invulling)
    sindsdien = blik.kader.verleden.sindsdien(_nu(blik), blik.invulling.versie) if overgang else None
    if overgang is None or sindsdien is None:
        return "versie", {}
    if sindsdien.erbij:
        verhuisd = {f"‘{g.naam}’" for g in overgang.nu.leefgebieden if g.sleutel in overgang.gebieden.values()}
        gebieden = [f"leefgebied {naam}" for naam in sindsdien.gebieden_erbij if naam not in verhuisd]
        return "nieuw", {"velden": genoemd((*sindsdien.erbij, *gebieden))}
    if sindsdien.weg or sindsdien.anders:
        return "anders", {"velden": genoemd((*sindsdien.weg, *sindsdien.anders))}
    if sindsdien.gebieden_erbij or sindsdien.gebieden_weg:
        if any(zelfde_leefgebieden.functie(blik)):
            return None
        return "gebieden", {"gebieden": genoemd((*sindsdien.gebieden_erbij, *sindsdien.gebieden_weg))}
    return "zelfde", {}


@regel("R72", "Niet te plaatsen", ernst=Ernst.FOUT, bron="aanvulling", niveau="partij", vast=True,
       dekt=("*.dossier_nr",))  # fmt: skip
def niet_te_plaatsen(blik: PartijBlik) -> Iterator[Uitkomst]:
    """Een bestand is niet te lezen, hoort bij geen formulier of dossier, of is helemaal leeg.

    Slecht: een formulier zonder dossiernummer.
    Goed: een formulier met een dossiernummer in de kop.
    """
    for bestand in blik.bestanden:
        if bestand.status == "geweigerd":
            feiten = {"naam": _naam(bestand.pad), "reden": bestand.reden or "", "leescode": bestand.code}
            yield Treffer("geweigerd", (Bestandsplek(bestand.pad, bestand.formaat),), feiten)
        elif bestand.status == "gelezen" and bestand.invulling is not None:
            yield from _plaats(blik, bestand, bestand.invulling)


def _plaats(blik: PartijBlik, bestand: Bestand, invulling: Invulling) -> Iterator[Uitkomst]:
    formulier = blik.kader.formulieren.get(invulling.formulier)
    if formulier is None:
        yield Treffer("formulier", (Plek(invulling),), _feiten(bestand, invulling))
    elif blik.kader.is_blanco(invulling) and not invulling.niet_gevonden:
        yield Treffer("leeg", (Plek(invulling),), _feiten(bestand, invulling))
    elif formulier.soort == "client" and not invulling.dossier.strip():
        veld = {"veld": blik.kader.label(invulling.formulier, "dossier_nr")}
        yield Treffer("dossier", (Plek(invulling, "dossier_nr"),), _feiten(bestand, invulling) | veld)


def _feiten(bestand: Bestand, invulling: Invulling) -> dict[str, str]:
    return {"naam": _naam(bestand.pad), "sleutel": invulling.formulier}


def _naam(pad: str) -> str:
    return PurePath(pad).name


REGELS = (dubbel_formulier, oud_sjabloon, niet_te_plaatsen)
