"""Own checks on FHIR questionnaires and responses: what libraries that check only the shape don't look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

Json = Mapping[str, Any]
TYPEN = ("group", "string", "text", "date", "decimal", "integer", "boolean", "choice", "open-choice")
_ID = re.compile(r"[A-Za-z0-9.-]{1,64}")
_WAARDEN: Mapping[str, tuple[str, ...]] = {
    "string": ("valueString",),
    "text": ("valueString",),
    "date": ("valueDate",),
    "decimal": ("valueDecimal",),
    "integer": ("valueInteger",),
    "boolean": ("valueBoolean",),
    "choice": ("valueCoding",),
    "open-choice": ("valueCoding", "valueString"),
}
_PYTHON: Mapping[str, type | tuple[type, ...]] = {
    "valueString": str, "valueDate": str, "valueDecimal": (int, float), "valueInteger": int, "valueBoolean": bool,
    "valueCoding": Mapping,
}  # fmt: skip


def alle_items(items: Sequence[Json]) -> Iterator[Json]:
    """Yield items and what stands in them, in order."""
    for item in items:
        yield item
        yield from alle_items(item.get("item", ()))


def fouten_in_vragenlijst(lijst: Json) -> list[str]:
    """Return what is wrong with a Questionnaire, in English for who builds; an empty list when all is well."""
    fouten = [] if _ID.fullmatch(str(lijst.get("id"))) else ["id"]
    items = list(alle_items(lijst.get("item", ())))
    fouten += [f"linkId {naam} stands {n} times" for naam, n in Counter(i["linkId"] for i in items).items() if n > 1]
    for item in items:
        fouten += [f"{item['linkId']}: {fout}" for fout in _fouten_in_vraag(item)]
    return fouten


def _fouten_in_vraag(item: Json) -> Iterator[str]:
    soort = item["type"]
    if soort not in TYPEN:
        yield f"type {soort}"
    if not str(item.get("text", "")).strip():
        yield "no text"
    if (soort == "group") != bool(item.get("item")):
        yield "a group has items, a question has none"
    codes = [optie["valueCoding"]["code"] for optie in item.get("answerOption", ())]
    if (soort in ("choice", "open-choice")) != bool(codes) or len(set(codes)) != len(codes):
        yield "a choice has options, each once"


def fouten_in_antwoord(antwoord: Json, lijst: Json) -> list[str]:
    """Return what is wrong with a QuestionnaireResponse, held against its Questionnaire."""
    fouten = [] if _ID.fullmatch(str(antwoord.get("id"))) else ["id"]
    if antwoord.get("questionnaire") != f"{lijst['url']}|{lijst['version']}":
        fouten.append("another questionnaire")
    if (antwoord.get("status") == "completed") != is_compleet(lijst, antwoord):
        fouten.append("status")
    if "authored" in antwoord and not _is_dag(antwoord["authored"]):
        fouten.append("authored")
    return fouten + list(_fouten_in_items(antwoord.get("item", ()), lijst["item"], ""))


def _fouten_in_items(items: Sequence[Json], vragen: Sequence[Json], waar: str) -> Iterator[str]:
    """Yield what is wrong with the items on one level: unknown, out of order, twice, or of another type."""
    volgorde = {vraag["linkId"]: nr for nr, vraag in enumerate(vragen)}
    gezien = [item["linkId"] for item in items]
    for naam in gezien:
        if naam not in volgorde:
            yield f"{waar}{naam} is no question here"
    plaatsen = [volgorde[naam] for naam in gezien if naam in volgorde]
    if plaatsen != sorted(plaatsen):
        yield f"{waar or 'form'}: out of order"
    for item in (item for item in items if item["linkId"] in volgorde):
        vraag = vragen[volgorde[item["linkId"]]]
        if gezien.count(item["linkId"]) > 1 and not (vraag["type"] == "group" and vraag.get("repeats")):
            yield f"{item['linkId']} stands twice"
        yield from _fouten_in_item(item, vraag)


def _fouten_in_item(item: Json, vraag: Json) -> Iterator[str]:
    naam, antwoorden = item["linkId"], item.get("answer", ())
    if vraag["type"] == "group":
        if antwoorden or not item.get("item"):
            yield f"{naam}: a group holds items"
        yield from _fouten_in_items(item.get("item", ()), vraag["item"], f"{naam} > ")
        return
    if not antwoorden and not item.get("extension"):
        yield f"{naam}: no answer"
    if len(antwoorden) > 1 and not vraag.get("repeats"):
        yield f"{naam}: more than one answer"
    for antwoord in antwoorden:
        if not _past(antwoord, vraag):
            yield f"{naam}: the answer is not of type {vraag['type']}"


def _past(antwoord: Json, vraag: Json) -> bool:
    soort: str
    waarde: Any
    (soort, waarde), *meer = antwoord.items()
    if meer or soort not in _WAARDEN[vraag["type"]] or not isinstance(waarde, _PYTHON[soort]):
        return False
    if soort == "valueCoding":
        return {"valueCoding": waarde} in list(vraag["answerOption"])
    if soort == "valueDate":
        return _is_dag(waarde)
    return bool(soort == "valueBoolean" or (waarde != "" and not isinstance(waarde, bool)))


def _is_dag(tekst: Any) -> bool:
    try:
        return bool(date.fromisoformat(tekst).isoformat() == tekst)
    except (TypeError, ValueError):
        return False


def is_compleet(lijst: Json, antwoord: Json) -> bool:
    """True when every question that must always be answered has an answer: then the status is ``completed``."""
    return _alles_er(lijst["item"], antwoord.get("item", ()))


def _alles_er(vragen: Sequence[Json], items: Sequence[Json]) -> bool:
    per_naam: dict[str, list[Json]] = {}
    for item in items:
        per_naam.setdefault(item["linkId"], []).append(item)
    for vraag in vragen:
        eigen = per_naam.get(vraag["linkId"], [])
        if vraag.get("required") and not any(map(_is_er, eigen)):
            return False
        # The groups of the form itself are there, also when nothing stands in them.
        onder = eigen or ([{}] if str(vraag["linkId"]).startswith("groep:") else [])
        if vraag["type"] == "group" and not all(_alles_er(vraag["item"], item.get("item", ())) for item in onder):
            return False
    return True


def _is_er(item: Json) -> bool:
    return bool(item.get("answer")) or any(map(_is_er, item.get("item", ())))
