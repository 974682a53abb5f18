"""R46: first consent, then asking others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.checks.blik import DossierBlik, FormulierBlik
from generator.checks.personen import naamdelen
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.checks.tijd import gemist
from generator.model import Ernst

_FORMULIER = "toestemming"
# What shows that a source is someone outside the organisation (S2:186-187, 285-295).
_BUITEN = (
    r"huisarts|ggz|psychiat|psycholoog|ziekenhuis|specialist|tandarts|apothe|kliniek|school\b|leerkracht|docent|"
    r"reclassering|politie|gemeente|wijkteam|buurtteam|uwv\b|jeugdzorg|jeugdbescherm|veilig thuis|bewindvoerder|"
    r"schuldhulp|kredietbank|woningcorporatie|werkgever|therapeut"
)
_BUITEN_KLEIN = re.compile(_BUITEN)
_BUITEN_HOE_DAN_OOK = re.compile(_BUITEN, re.IGNORECASE)
_ALGEMEEN = frozenset(
    "praktijk stichting dienst team centrum afdeling huis bureau instelling zorg mevrouw meneer".split()
)


class Navraag(NamedTuple):
    """Something that was asked of, or told to, someone outside: who, when, and in which row of which table."""

    wie: str
    datum: date
    deel: FormulierBlik
    tabel: str
    regel: int

    @property
    def plek(self) -> Plek:
        """Where it stands."""
        return Plek(self.deel.invulling, f"{self.tabel}[{self.regel}].datum")


def navragen(blik: DossierBlik) -> Iterator[Navraag]:
    """Yield every exchange with others that the forms show."""
    for deel in blik.alle("persoonsbeschrijving"):
        for nr, wie, datum in _rijen(deel, "bronnen", "bron"):
            if _van_buiten(wie):
                yield Navraag(wie, datum, deel, "bronnen", nr)
    for deel in blik.alle("incident"):
        for nr, wie, datum in _rijen(deel, "mail_hulpverleners", "wie"):
            yield Navraag(wie, datum, deel, "mail_hulpverleners", nr)


def _van_buiten(wie: str) -> bool:
    # In text without capitals the search is several times faster.
    gevonden = _BUITEN_KLEIN.search(wie.lower()) if wie.isascii() else _BUITEN_HOE_DAN_OOK.search(wie)
    return gevonden is not None


def _rijen(deel: FormulierBlik, tabel: str, kolom: str) -> Iterator[tuple[int, str, date]]:
    for nr, rij in enumerate(deel.rijen(tabel), 1):
        wie, datum = rij.get(kolom), rij.get("datum")
        if isinstance(wie, str) and isinstance(datum, date):
            yield nr, wie, datum


@regel("R46", "Eerst toestemming", ernst=Ernst.FOUT, bron="S2:186-187; S3:488, 517; W14", niveau="dossier",
       leest=(f"{_FORMULIER}.toestemming_datum", f"{_FORMULIER}.akkoord", f"{_FORMULIER}.geldig_tot",
              f"{_FORMULIER}.ingetrokken_op"))  # fmt: skip
def eerst_toestemming(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Er is iets gevraagd aan of gemaild naar iemand van buiten, zonder geldige toestemming op die dag.

    Gekeken wordt naar de gebruikte informatie in de beschrijving (als daar iemand van buiten staat, zoals een
    huisarts) en naar mails over een incident. Die persoon of instantie hoort op een toestemming te staan die op die
    dag gold: toestemming voor de een is er geen voor de ander.

    Staat op de intake dat navraag nodig is en wanneer er toestemming kwam, dan hoort het formulier daarvan er te zijn
    zodra de volgende stap gezet is. Ontbreekt het, dan is dat een waarschuwing.

    Slecht: op 3 februari is bij de huisarts navraag gedaan; de toestemming is van 10 februari.
    Goed: de toestemming voor de huisarts is van 1 februari, de navraag van 3 februari.
    """
    if _FORMULIER not in blik.kader.formulieren:
        return
    gegeven = [deel for deel in blik.alle(_FORMULIER) if deel.waarde("akkoord") != "nee"]
    gevonden = [treffer for navraag in navragen(blik) if (treffer := _oordeel(blik, navraag, gegeven))]
    yield from (gemist(blik, treffer) for treffer in gevonden)
    if not any(treffer.variant == "zonder" for treffer in gevonden):
        yield from _na_intake(blik)


def _oordeel(blik: DossierBlik, navraag: Navraag, gegeven: list[FormulierBlik]) -> Treffer | None:
    geldig = [deel for deel in gegeven if _geldt_op(deel, navraag.datum)]
    if any(_noemt(deel, navraag.wie) for deel in geldig):
        return None
    feiten = {"veld": navraag.deel.label(navraag.tabel), "regel": navraag.regel, "datum": navraag.datum,
              "toestemming": blik.kader.titel(_FORMULIER)}  # fmt: skip
    if geldig:
        return Treffer("ander", (navraag.plek, *_plekken(geldig)), feiten)
    return Treffer(_waarom_niet(gegeven, navraag.datum), (navraag.plek, *_plekken(gegeven)), feiten)


def _na_intake(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Yield the intakes that speak of a consent that is nowhere, once the next step was taken."""
    if blik.alle(_FORMULIER) or not (blik.alle("checklist_opstart") or blik.alle("persoonsbeschrijving")):
        return
    for deel in blik.alle("intake"):
        dag = deel.datum("toestemming_datum")
        if deel.waarde("aanvullende_info_nodig") == "ja" and dag:
            feiten = {"veld": deel.label("toestemming_datum"), "datum": dag,
                      "toestemming": blik.kader.titel(_FORMULIER)}  # fmt: skip
            treffer = Treffer("formulier", (Plek(deel.invulling, "toestemming_datum"),), feiten, Ernst.WAARSCHUWING)
            yield gemist(blik, treffer)


def _plekken(delen: list[FormulierBlik]) -> tuple[Plek, ...]:
    return tuple(Plek(deel.invulling, "toestemming_datum") for deel in delen[:3])


def _geldt_op(deel: FormulierBlik, dag: date) -> bool:
    """True when a consent had been given, and had not run out or been withdrawn; its last day still counts."""
    gegeven, tot, weg = (deel.datum(veld) for veld in ("toestemming_datum", "geldig_tot", "ingetrokken_op"))
    return gegeven is not None and gegeven <= dag and (tot is None or dag <= tot) and (weg is None or dag < weg)


def _waarom_niet(gegeven: list[FormulierBlik], dag: date) -> str:
    datums = [datum for deel in gegeven if (datum := deel.datum("toestemming_datum"))]
    if not datums:
        return "zonder"
    return "verlopen" if min(datums) <= dag else "te_vroeg"


def _noemt(deel: FormulierBlik, wie: str) -> bool:
    """True when the consent names this party: a word of the name or organisation is the same."""
    if deel.kwijt("partij.naam") or deel.kwijt("partij.organisatie"):
        return True
    gevraagd = set(naamdelen(wie)) - _ALGEMEEN
    for rij in deel.rijen("partij"):
        genoemd = {woord for kolom in ("naam", "organisatie") for woord in naamdelen(str(rij.get(kolom) or ""))}
        if _verwant(gevraagd, genoemd - _ALGEMEEN):
            return True
    return not deel.rijen("partij")


def _verwant(gevraagd: set[str], genoemd: set[str]) -> bool:
    """Two words agree when one begins with the other: huisarts and huisartsenpraktijk."""
    een, ander = (tuple(woord for woord in woorden if len(woord) > 2) for woorden in (gevraagd, genoemd))
    return any(woord.startswith(ander) for woord in een) or any(woord.startswith(een) for woord in ander)


REGELS = (eerst_toestemming,)
