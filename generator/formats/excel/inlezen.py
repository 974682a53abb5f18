"""From the bytes of an Excel file to an `Invulling`: recognise, read, settle who it is about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.formats.excel.boek import Werkblad, Werkboek
from generator.formats.excel.lezer import ExcelLezing
from generator.formats.excel.namen import METABLAD, NAAM, RIJNAAM, naam_van, plek_van
from generator.formats.excel.plekken import vind_labels, vraagplekken
from generator.formats.excel.verborgen import GEDRUKT, MERKEN, merken_uit, tekstmerk
from generator.formats.excel.waarden import celtekst
from generator.formats.herkenning import Herkenning, herken
from generator.formats.inlezen import GENOEG, Plannen, kies_plan, maak_invulling
from generator.formats.leesplan import Leesplan
from generator.formats.veilig import Geweigerd
from generator.formats.verzamelaar import Verzamelaar
from generator.model import Invulling


def herken_excel(inhoud: bytes) -> Herkenning:
    """Return which form an Excel file says it is; `Geweigerd` when it can't be opened."""
    boek = Werkboek(inhoud)
    return _herkenning(boek, _meta(boek))


def lees_excel(inhoud: bytes, bestand: str, plannen: Plannen, sha256: str = "") -> Invulling:
    """Read a returned Excel form.

    Raises `Geweigerd` when it can't be opened or is no form of this organisation;
    everything else that is odd becomes a reading message of the `Invulling`.
    """
    boek = Werkboek(inhoud)
    meta = _meta(boek)
    herkenning = _herkenning(boek, meta)
    uit = Verzamelaar(bestand, "excel", _plan(boek, herkenning, plannen))
    ExcelLezing(boek, uit.plan, uit, gedrukt_uit(meta)).lees()
    return maak_invulling(uit, herkenning, sha256)


def _plan(boek: Werkboek, herkenning: Herkenning, plannen: Plannen) -> Leesplan:
    try:
        return kies_plan(herkenning, plannen, lambda plan: _score(boek, plan))
    except Geweigerd as fout:
        if fout.code == "L46" and boek.is_ander_werk_van_ons():
            raise Geweigerd("L52") from None
        raise


def _meta(boek: Werkboek) -> list[tuple[str, str]]:
    """Return the lines of the hidden sheet: name and value."""
    vel = next((vel for vel in boek.opbouw.vellen if vel.naam.casefold() == METABLAD), None)
    if vel is None:
        return []
    blad = boek.blad(vel.naam)
    rijen = sorted({waar[0] for plek in blad.cellen if (waar := plek_van(plek))})
    return [(blad.tekst(f"A{rij}"), _waarde(boek, blad, f"B{rij}")) for rij in rijen[:200]]


def _waarde(boek: Werkboek, blad: Werkblad, plek: str) -> str:
    cel = blad.cellen.get(plek)
    return celtekst(cel, boek).strip() if cel is not None else ""


def gedrukt_uit(meta: list[tuple[str, str]]) -> frozenset[str] | None:
    """Return the marks of what is printed on the form; None when the form doesn't say."""
    delen = [waarde for naam, waarde in meta if naam in (GEDRUKT, MERKEN) and waarde]
    return frozenset().union(*map(_merken, delen)) if delen else None


def gedrukt_van(boek: Werkboek) -> frozenset[str] | None:
    """Return the marks of what is printed on the form in a workbook; None when it doesn't say."""
    return gedrukt_uit(_meta(boek))


@lru_cache(maxsize=128)
def _merken(tekst: str) -> frozenset[str]:
    return merken_uit(tekst)


def _herkenning(boek: Werkboek, meta: list[tuple[str, str]]) -> Herkenning:
    return herken(dict(meta), boek.onderwerp(), _regels(boek))


def _regels(boek: Werkboek) -> Iterator[str]:
    """Yield the texts in which the printed identity line may stand: a cell, and the foot of the page."""
    for vel in boek.opbouw.zichtbaar:
        blad = boek.blad(vel.naam)
        yield from (cel.tekst for cel in blad.cellen.values() if " | controle " in cel.tekst)
        if voet := blad.voet():
            yield voet
            return


def heeft_antwoorden(inhoud: bytes) -> bool:
    """Tell whether somebody wrote in a place to fill in, or the form belongs to a dossier."""
    boek = Werkboek(inhoud)
    meta = _meta(boek)
    gedrukt = gedrukt_uit(meta) or frozenset()
    for naam, gebieden in boek.opbouw.namen:
        if not naam.casefold().startswith(NAAM) or naam.casefold().startswith(RIJNAAM):
            continue
        for gebied in gebieden:
            if gebied.blad not in boek.bladen:
                continue
            blad = boek.blad(gebied.blad)
            for cel in blad.in_gebied(gebied):
                tekst = celtekst(cel, boek).strip()
                if tekst and tekstmerk(tekst) not in gedrukt:
                    return True
    return bool(_herkenning(boek, meta).identiteit.dossier)


def _score(boek: Werkboek, plan: Leesplan) -> float:
    """Return which share of the questions of a form stands in the workbook: by name, else by label."""
    namen = {naam.casefold() for naam, _ in boek.opbouw.namen}
    gezocht = [*plan.bladen, *plan.kolommen]
    via_naam = sum(naam_van(sleutel).casefold() in namen for sleutel in gezocht) / (len(gezocht) or 1)
    if via_naam >= GENOEG:
        return via_naam
    plekken = set(vraagplekken(plan).values())
    return max(via_naam, len(plekken & set(vind_labels(boek, plan).cellen)) / (len(plekken) or 1))
