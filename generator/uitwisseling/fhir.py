"""Forms as FHIR R4 `Questionnaire`, returned forms as `QuestionnaireResponse`: plain data, ready for JSON.

``linkId`` is the key that all formats share (``doelen.streefdatum``, ``lg_goed.wonen``). A condition under which
a question *must* be answered is no ``enableWhen``: that would forbid an answer which people may give. It goes
along as an expression on ``required``, where it is simple.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from generator.formulier import JA_NEE, opties_van
from generator.model import Formulier, Inrichting, Kolom, Leefgebied, Onleesbaar, Optie, Veld
from generator.uitwisseling.fhircontrole import is_compleet
from generator.uitwisseling.fhirvoorwaarde import als_fhirpath
from generator.uitwisseling.tabellen import Overdracht
from generator.veldsoorten import DELEN_HANDTEKENING, is_leeg
from generator.werklijst import DEELNAMEN

Json = dict[str, Any]
TYPEN: Mapping[str, str] = {
    "kort": "string",
    "lang": "text",
    "datum": "date",
    "getal": "decimal",
    "keuze": "choice",
    "meerkeuze": "choice",
    "ja_nee": "boolean",
    "voorgedrukt": "open-choice",
}
"""Kind of field → ``Questionnaire.item.type``."""
HELE_GETALLEN = ("cyclus_nr",)
AFWEZIG = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
UITDRUKKING = "http://hl7.org/fhir/StructureDefinition/cqf-expression"
KWIJT, ONLEESBAAR = "error", "unsupported"
_NAAMRUIMTE = UUID("5d0f6c1e-7a43-4d0b-9a86-2b3f4f1c8e57")
_GEEN_ID = re.compile(r"[^A-Za-z0-9.-]+")


# --------------------------------------------------------------------------
# Names


def adres(inrichting: Inrichting, wat: str) -> str:
    """Return the canonical address of something of an organisation: always the same, and of nobody else."""
    return uuid5(_NAAMRUIMTE, f"{inrichting.organisatie.naam.strip().casefold()}\n{wat}").urn


def vragenlijst_id(formulier: Formulier) -> str:
    """Return the id of the Questionnaire of a form."""
    return _id(f"{formulier.sleutel}-{formulier.versie}")


def antwoord_id(deel: Overdracht) -> str:
    """Return the id of the QuestionnaireResponse of a file: by its content, so that nobody can be read from it."""
    kern = deel.sha256[:24] or uuid5(_NAAMRUIMTE, deel.bestand).hex[:24]
    return f"{_id(deel.formulier)[:39]}-{_id(kern)}"


def _id(tekst: str) -> str:
    return _GEEN_ID.sub("-", tekst).strip("-")[:64] or "x"


# --------------------------------------------------------------------------
# Questionnaire


def vragenlijst(formulier: Formulier, inrichting: Inrichting) -> Json:
    """Return the Questionnaire of a tailored form; *inrichting* has its texts filled in."""
    groepen = [_groep("groep:kop", "Kop", formulier.kop, formulier)] if formulier.kop else []
    groepen += [_groep(f"groep:{s.sleutel}", s.titel, s.velden, formulier) for s in formulier.secties if s.velden]
    return {
        "resourceType": "Questionnaire",
        "id": vragenlijst_id(formulier),
        "language": "nl",
        "url": adres(inrichting, formulier.sleutel),
        "version": formulier.versie,
        "name": "".join(deel.capitalize() for deel in formulier.sleutel.split("_")),
        "title": formulier.titel,
        "status": "active",
        "subjectType": ["Organization" if formulier.soort == "organisatie" else "Patient"],
        "publisher": inrichting.organisatie.naam,
        "description": formulier.doel,
        "item": groepen,
    }


def _groep(sleutel: str, titel: str, velden: Sequence[Veld], formulier: Formulier) -> Json:
    return {"linkId": sleutel, "text": titel, "type": "group", "item": [_veld(veld, formulier) for veld in velden]}


def _veld(veld: Veld, formulier: Formulier) -> Json:
    plicht = _plicht(veld.verplicht, formulier)
    if veld.soort == "tabel":
        groep = {"linkId": veld.sleutel, "text": veld.label, "type": "group", **plicht, "repeats": True}
        if veld.min_rijen and "_required" not in plicht:
            groep["required"] = True
        return {**groep, "item": [_kolom(veld, kolom) for kolom in veld.kolommen]}
    if veld.soort == "handtekening":
        delen = [_vraag(f"{veld.sleutel}.{deel}", DEELNAMEN[deel].capitalize(), soort, {}, ())
                 for deel, soort in DELEN_HANDTEKENING.items()]  # fmt: skip
        return {"linkId": veld.sleutel, "text": veld.label, "type": "group", **plicht, "item": delen}
    if veld.per_leefgebied == "ja":
        per_gebied = [_per_gebied(veld, gebied) for gebied in formulier.leefgebieden]
        return {"linkId": veld.sleutel, "text": veld.label, "type": "group", **plicht, "item": per_gebied}
    return _vraag(veld.sleutel, veld.label, veld.soort, plicht, veld.opties)


def _per_gebied(veld: Veld, gebied: Leefgebied) -> Json:
    return _vraag(f"{veld.sleutel}.{gebied.sleutel}", gebied.naam, veld.soort, {}, opties_van(veld, gebied))


def _kolom(veld: Veld, kolom: Kolom) -> Json:
    # What another column of the row says can't be said in one expression over the whole form.
    plicht = {"required": True} if kolom.verplicht == "ja" else {}
    return _vraag(f"{veld.sleutel}.{kolom.sleutel}", kolom.label, kolom.soort, plicht, kolom.opties)


def _vraag(sleutel: str, tekst: str, soort: str, plicht: Json, opties: Sequence[Optie]) -> Json:
    item = {"linkId": sleutel, "text": tekst, "type": _type(sleutel, soort, opties), **plicht}
    if soort == "meerkeuze":
        item["repeats"] = True
    if item["type"] in ("choice", "open-choice"):
        item["answerOption"] = [{"valueCoding": {"code": o.sleutel, "display": o.label}} for o in opties]
    return item


def _type(sleutel: str, soort: str, opties: Sequence[Optie]) -> str:
    if sleutel in HELE_GETALLEN:
        return "integer"
    # A choice out of nothing is no choice.
    return TYPEN[soort] if opties or TYPEN[soort] not in ("choice", "open-choice") else "string"


def _plicht(verplicht: str, formulier: Formulier) -> Json:
    if verplicht in ("ja", "nee"):
        return {"required": True} if verplicht == "ja" else {}
    uitdrukking = als_fhirpath(verplicht, formulier)
    if not uitdrukking:
        return {}
    waarde = {"language": "text/fhirpath", "expression": uitdrukking}
    return {"_required": {"extension": [{"url": UITDRUKKING, "valueExpression": waarde}]}}


# --------------------------------------------------------------------------
# QuestionnaireResponse


def antwoordformulier(
    deel: Overdracht, formulier: Formulier, inrichting: Inrichting, lijst: Json | None = None
) -> Json:
    """Return the QuestionnaireResponse of one returned form; *lijst* is its Questionnaire, if you have it.

    Who it is about is a dossier number and nothing else; names stand only where a question asks for one.
    """
    lijst = lijst or vragenlijst(formulier, inrichting)
    groepen = [("groep:kop", formulier.kop), *((f"groep:{s.sleutel}", s.velden) for s in formulier.secties)]
    items = [groep for sleutel, velden in groepen if (groep := _antwoordgroep(sleutel, velden, deel, formulier))]
    antwoord: Json = {
        "resourceType": "QuestionnaireResponse",
        "id": antwoord_id(deel),
        "language": "nl",
        "identifier": {"system": adres(inrichting, "bestand"), "value": deel.sha256 or antwoord_id(deel)},
        "questionnaire": f"{lijst['url']}|{lijst['version']}",
        "status": "in-progress",
        **_wie_en_wanneer(deel, formulier, inrichting),
    }
    if items:
        antwoord["item"] = items
    return antwoord | {"status": "completed" if is_compleet(lijst, antwoord) else "in-progress"}


def _wie_en_wanneer(deel: Overdracht, formulier: Formulier, inrichting: Inrichting) -> Json:
    gegevens: Json = {}
    if formulier.soort == "client" and (nummer := _schoon(deel.dossier).strip()):
        kenmerk = {"system": adres(inrichting, "dossiernummer"), "value": nummer}
        gegevens["subject"] = {"type": "Patient", "identifier": kenmerk}
    dag = deel.waarden.get("of_datum" if formulier.soort == "organisatie" else "datum_ingevuld")
    return {**gegevens, "authored": dag.isoformat()} if isinstance(dag, date) else gegevens


def _antwoordgroep(sleutel: str, velden: Sequence[Veld], deel: Overdracht, formulier: Formulier) -> Json | None:
    items = [item for veld in velden for item in _antwoorden(veld, deel, formulier)]
    return {"linkId": sleutel, "item": items} if items else None


def _antwoorden(veld: Veld, deel: Overdracht, formulier: Formulier) -> Iterator[Json]:
    """Yield the items of one field: none when it is empty, one per row for a table."""
    waarde, sleutel = deel.waarden.get(veld.sleutel), veld.sleutel
    delen: list[tuple[str, Any, str, Sequence[Optie]]]
    if veld.soort == "tabel":
        rijen = waarde if isinstance(waarde, (tuple, list)) else ()
        for rij in (rij for rij in rijen if isinstance(rij, Mapping)):
            delen = [(f"{sleutel}.{k.sleutel}", rij.get(k.sleutel), k.soort, k.opties) for k in veld.kolommen]
            yield from _onder(sleutel, delen, deel)
        return
    groep = waarde if isinstance(waarde, Mapping) else {}
    if veld.per_leefgebied == "ja":
        delen = [(f"{sleutel}.{g.sleutel}", groep.get(g.sleutel), veld.soort, opties_van(veld, g))
                 for g in formulier.leefgebieden]  # fmt: skip
        yield from _onder(sleutel, delen, deel)
    elif veld.soort == "handtekening":
        delen = [(f"{sleutel}.{d}", groep.get(d), soort, JA_NEE) for d, soort in DELEN_HANDTEKENING.items()]
        yield from _onder(sleutel, delen, deel)
    elif item := _item(sleutel, waarde, veld.soort, veld.opties, deel):
        yield item


def _onder(sleutel: str, delen: Sequence[tuple[str, Any, str, Sequence[Optie]]], deel: Overdracht) -> Iterator[Json]:
    items = [item for naam, waarde, soort, opties in delen if (item := _item(naam, waarde, soort, opties, deel))]
    if items:
        yield {"linkId": sleutel, "item": items}


def _item(sleutel: str, waarde: Any, soort: str, opties: Sequence[Optie], deel: Overdracht) -> Json | None:
    if is_leeg(waarde):
        weg = any(s == sleutel or (soort == "meerkeuze" and s.startswith(f"{sleutel}.")) for s in deel.niet_gevonden)
        return {"linkId": sleutel, "extension": [{"url": AFWEZIG, "valueCode": KWIJT}]} if weg else None
    antwoorden = None if isinstance(waarde, Onleesbaar) else _waarden(sleutel, waarde, soort, opties)
    if not antwoorden:
        return {"linkId": sleutel, "extension": [{"url": AFWEZIG, "valueCode": ONLEESBAAR}]}
    return {"linkId": sleutel, "answer": antwoorden}


def _waarden(sleutel: str, waarde: Any, soort: str, opties: Sequence[Optie]) -> list[Json] | None:
    """Return the answers of one question; None when the value doesn't fit it."""
    type_, keuzes = _type(sleutel, soort, opties), {optie.sleutel: optie.label for optie in opties}
    if type_ == "choice":
        gekozen = waarde if isinstance(waarde, (tuple, list)) else [waarde]
        return [_codering(keuzes, code) for code in gekozen] if all(code in keuzes for code in gekozen) else None
    if type_ == "open-choice" and waarde in keuzes:
        return [_codering(keuzes, waarde)]
    if type_ == "date":
        return [{"valueDate": waarde.isoformat()}] if isinstance(waarde, date) else None
    if type_ == "boolean":
        return [{"valueBoolean": waarde == "ja"}] if waarde in ("ja", "nee") else None
    if type_ == "integer":
        # In FHIR an integer has 32 bits.
        return [{"valueInteger": waarde}] if isinstance(waarde, int) and abs(waarde) < 2**31 else None
    if type_ == "decimal":
        return [{"valueDecimal": waarde}] if isinstance(waarde, (int, float)) else None
    return [{"valueString": tekst}] if isinstance(waarde, str) and (tekst := _schoon(waarde)) else None


def _codering(keuzes: Mapping[str, str], code: str) -> Json:
    return {"valueCoding": {"code": code, "display": keuzes[code]}}


def _schoon(tekst: str) -> str:
    """Return text without the control characters that FHIR doesn't allow."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", tekst)
