"""R23 and R24: what the evaluatie says about goals that were not reached, and about the decision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.checks.blik import FormulierBlik, niets
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.model import Ernst

_EVAL = "evaluatie"
_VERDER = ("analyse", "planning")


@regel("R23", "Niet gehaald zonder reden", ernst=Ernst.WAARSCHUWING, bron="S2:382-383; S3:286", niveau="formulier",
       nodig=(f"{_EVAL}.per_doel",), dekt=(f"{_EVAL}.per_doel.reden",))  # fmt: skip
def niet_gehaald_zonder_reden(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Een doel is niet of deels gehaald, en er staat niet hoe dat komt.

    Slecht: doel 2 is deels gehaald, en ‘Hoe komt dat?’ is leeg.
    Goed: doel 2 is niet gehaald, met een korte reden.
    """
    if onzeker := blik.onzeker(("per_doel.reden",)):
        yield onzeker
        return
    for nr, rij in enumerate(blik.rijen("per_doel"), 1):
        sleutel, behaald = f"per_doel[{nr}].reden", rij.get("behaald")
        if behaald in ("nee", "deels") and niets(rij.get("reden")) and not blik.kwijt(sleutel):
            feiten = {"doel": _doel(rij.get("doel_nr"), nr), "kolom": blik.label("per_doel.reden")}
            yield Treffer(behaald, (Plek(blik.invulling, sleutel),), feiten)


def _doel(nummer: Any, nr: int) -> str:
    return f"doel {nummer}" if isinstance(nummer, (int, float)) else f"het doel in regel {nr}"


def _bij_afronden(blik: FormulierBlik, _: str) -> bool:
    return blik.vervolg == "uitstroom"


@regel("R24", "Evaluatiebesluit onderbouwd", ernst=Ernst.WAARSCHUWING, bron="S2:384-405; S3:290-293",
       niveau="formulier", nodig=(f"{_EVAL}.besluit",),
       leest=tuple(f"{_EVAL}.{veld}" for veld in ("per_doel", "pea", "nieuwe_vragen", "juiste_plek")),
       dekt=(f"{_EVAL}.afronden_bestemming",), dekt_als=_bij_afronden)  # fmt: skip
def besluit_onderbouwd(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Het evaluatiebesluit past niet bij de rest van de evaluatie.

    Doorgaan terwijl alle doelen gehaald zijn en er geen nieuwe vraag is; doorgaan terwijl bij alle doelen de actie
    ‘afronden’ is; doorgaan terwijl dit niet de goede plek is; of afronden zonder bestemming. De eerste twee niet
    bij een algemene evaluatie. Na uitzetting of stopzetting is het een aandachtspunt.

    Slecht: alle doelen zijn gehaald, er is geen nieuwe vraag, en het besluit is voortzetten.
    Goed: alle doelen zijn gehaald, er is een nieuwe vraag, en het besluit is voortzetten.
    """
    ongewoon = blik.dossier is not None and blik.dossier.verloop.ongewoon_vertrek
    ernst = Ernst.AANDACHTSPUNT if ongewoon else None
    for variant, veld in _twijfels(blik):
        feiten = {"veld": blik.label(veld), "besluit": blik.gekozen("besluit")}
        yield Treffer(variant, tuple(Plek(blik.invulling, naam) for naam in (veld, "besluit")), feiten, ernst)


def _twijfels(blik: FormulierBlik) -> Iterator[tuple[str, str]]:
    """Yield the wording and the field of what doesn't go with the decision."""
    if _bij_afronden(blik, "") and blik.leeg("afronden_bestemming"):
        yield "bestemming", "afronden_bestemming"
    if blik.vervolg not in _VERDER:
        return
    algemeen = blik.waarde("eval_soort") == "algemeen"
    if not algemeen and _overal(blik, "per_doel", "behaald", "ja") and blik.leeg("nieuwe_vragen"):
        yield "gehaald", "per_doel"
    elif not algemeen and _overal(blik, "pea", "actie", "afronden"):
        yield "afronden", "pea"
    if blik.waarde("juiste_plek") == "nee":
        yield "plek", "juiste_plek"


def _overal(blik: FormulierBlik, tabel: str, kolom: str, waarde: str) -> bool:
    """True when a column of a table that the form has says the same in every row, and there is a row."""
    rijen = blik.rijen(tabel) if tabel in blik.velden else ()
    return bool(rijen) and all(rij.get(kolom) == waarde for rij in rijen)


REGELS = (niet_gehaald_zonder_reden, besluit_onderbouwd)
