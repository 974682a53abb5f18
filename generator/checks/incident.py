"""R25: who was told about an incident, and whether the incidents of a dossier are counted through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.checks.blik import DossierBlik, FormulierBlik
from generator.checks.regel import Overslaan, Plek, Treffer, Uitkomst, regel
from generator.model import Ernst

_INCIDENT = "incident"
_NODIG = ("mail_datum", "register_nr", "volgnummer")
_MELDPLICHT = ("tussen_deelnemers", "schade")


def _in_dossier(blik: FormulierBlik, veld: str) -> bool:
    """True when R25 speaks of a field: of one about the inspection only when the form asks for it by itself."""
    if blik.dossier is None:
        return False
    return veld in _NODIG or (_gemeld_is(blik, "ja") if veld == "igj_datum" else _meldplicht(blik))


def _meldplicht(blik: FormulierBlik) -> bool:
    return any(blik.waarde(veld) == "ja" for veld in _MELDPLICHT)


def _gemeld_is(blik: FormulierBlik, antwoord: str) -> bool:
    return bool(blik.waarde("igj_gemeld") == antwoord)


@regel("R25", "Incident compleet gemeld", ernst=Ernst.FOUT, bron="S3:484-495", niveau="dossier", nodig=(_INCIDENT,),
       dekt=tuple(f"{_INCIDENT}.{veld}" for veld in (*_NODIG, "igj_gemeld", "igj_datum")),
       dekt_als=_in_dossier)  # fmt: skip
def incident_compleet_gemeld(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Bij agressie tussen deelnemers of bij schade weet de inspectie het niet, of niet is ingevuld of zij het weet.

    Ook: er is niet gemaild, er is geen nummer van de melding, of de nummers van de voorvallen lopen niet door.

    Slecht: er was agressie tussen deelnemers, en of de inspectie het weet is leeg.
    Goed: er was schade, en de inspectie weet het, met de datum erbij.
    """
    incidenten = blik.alle(_INCIDENT)
    for incident in incidenten:
        for veld in _NODIG:
            if incident.leeg(veld):
                yield _treffer(incident, veld, veld)
        yield from _inspectie(incident)
    yield from _doorgeteld(blik, incidenten)


def _inspectie(incident: FormulierBlik) -> Iterator[Uitkomst]:
    if onzeker := incident.onzeker((*_MELDPLICHT, "igj_gemeld")):
        yield onzeker
    elif _meldplicht(incident) and incident.leeg("igj_gemeld"):
        yield _treffer(incident, "igj_leeg", "igj_gemeld")
    elif _meldplicht(incident) and _gemeld_is(incident, "nee"):
        yield _treffer(incident, "igj_nee", "igj_gemeld")
    if _gemeld_is(incident, "ja") and incident.leeg("igj_datum"):
        yield _treffer(incident, "igj_datum", "igj_datum")


def _treffer(incident: FormulierBlik, variant: str, veld: str) -> Treffer:
    oorzaak = next((deel for deel in _MELDPLICHT if incident.waarde(deel) == "ja"), "")
    feiten = {"veld": incident.label(veld), "bron": incident.label(oorzaak), "wanneer": _wanneer(incident)}
    return Treffer(variant, (Plek(incident.invulling, veld),), feiten)


def _wanneer(incident: FormulierBlik) -> str:
    """Return `` (12-03-2026)``, or nothing when the day isn't known."""
    dag = incident.datum("datum_tijd")
    return f" ({dag:%d-%m-%Y})" if dag else ""


def _doorgeteld(blik: DossierBlik, incidenten: tuple[FormulierBlik, ...]) -> Iterator[Uitkomst]:
    """Yield the incidents whose number doesn't follow on the one before; the first may have any number."""
    rij = sorted(incidenten, key=lambda deel: (deel.datum("datum_tijd") or date.max, _nummer(deel) or 0))
    for eerste, tweede in pairwise(rij):
        vorige, nummer = _nummer(eerste), _nummer(tweede)
        if vorige is None or nummer is None or nummer == vorige + 1:
            continue
        if blik.geweigerd:
            yield Overslaan("onleesbaar_bestand", {"bestanden": ", ".join(blik.geweigerd)})
            return
        feiten = {"nummer": f"{nummer:g}", "vorige": f"{vorige:g}", "verwacht": f"{vorige + 1:g}",
                  "veld": tweede.label("volgnummer"), "wanneer": _wanneer(tweede)}  # fmt: skip
        yield Treffer("sprong", tuple(Plek(deel.invulling, "volgnummer") for deel in (tweede, eerste)), feiten)


def _nummer(incident: FormulierBlik) -> float | None:
    waarde = incident.waarde("volgnummer")
    return waarde if isinstance(waarde, (int, float)) else None


REGELS = (incident_compleet_gemeld,)
