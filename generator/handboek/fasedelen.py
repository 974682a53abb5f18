"""The parts of a fase: strip, box, steps, decisions, deadlines and tasks."""

from __future__ import annotations

from collections.abc import Iterable

from generator.handboek.blokken import AANLOOP, Alinea, Blok, Cel, Regel, Stuk, Tabel, alinea, cel, koprij
from generator.handboek.boek import Boek, hoofdletter
from generator.handboek.nummers import in_gebruik
from generator.model import Besluit, Fase, Taak, Termijn, Werkwijze

VERVOLG_IN_WOORDEN = {
    "": "nog niet vastgelegd",
    "einde": "hier stopt de weg bij ons",
    "wachten": "op de wachtlijst tot er plek is",
    "overleg": "eerst overleg, daarna alsnog een besluit",
}
VOORSTEL = "voorstel"


def strook(boek: Boek, fase: Fase) -> list[Blok]:
    """Return the strip of eight; the current fase stands out by weight, ground and a mark."""
    cellen = []
    for nr, deel in enumerate(boek.inrichting.fasen, 1):
        nu = deel is fase
        regels = [alinea(f"● {nr}" if nu else str(nr), "Fasestrook nu" if nu else "Fasestrook")]
        regels.append(alinea(boek.tekst(deel.kort), "Fasestrook nu" if nu else "Fasestrook"))
        cellen.append(Cel(tuple(regels), nadruk=nu))
    eerste = Alinea(cellen[0].alineas[0].inhoud, cellen[0].alineas[0].stijl, nieuwe_pagina=True)
    cellen[0] = Cel((eerste, cellen[0].alineas[1]), cellen[0].nadruk)
    nummer = boek.fasenummer(fase.sleutel)
    uitleg = f"De acht fasen op een rij. Dit is fase {nummer} van 8: {boek.tekst(fase.naam)}."
    breedtes = tuple(1.2 if deel is fase else 1.0 for deel in boek.inrichting.fasen)
    return [Tabel(breedtes, (tuple(cellen),), "Fasestrooktabel", 0, uitleg, versiering=True)]


def kern(boek: Boek, fase: Fase) -> list[Blok]:
    """Return the one sentence that says what the fase is about."""
    return [Alinea(boek.regel(fase.kern), "Aanhef")]


def kader(boek: Boek, fase: Fase) -> list[Blok]:
    """Return the box with doel, duur and instrumenten, to take in at a glance."""
    doel = _kaderlijst(boek.regel(tekst) for tekst in fase.doel)
    duur = _kaderlijst(map(boek.regel, _duur_en_ritme(fase)))
    instrumenten = _kaderlijst(_instrumenten(boek, fase))
    kop = tuple(cel(alinea(naam, "Kaderlabel")) for naam in ("Doel", "Duur en ritme", "Instrumenten"))
    rij = (Cel(tuple(doel)), Cel(tuple(duur)), Cel(tuple(instrumenten)))
    return [Tabel((36, 32, 32), (kop, rij), "Kader", 1, "Doel, duur en instrumenten van deze fase")]


def _duur_en_ritme(fase: Fase) -> Iterable[str]:
    yield hoofdletter(fase.duur)
    for deel in fase.frequenties:
        yield f"{deel.naam}: {deel.tekst}"


def _kaderlijst(regels: Iterable[Regel]) -> list[Alinea]:
    alle = list(regels)
    if not alle:
        return [Alinea((Stuk("Geen eigen instrumenten."),), "Kadertekst")]
    return [Alinea(regel, "Kadertekst" if len(alle) == 1 else "Kaderlijst") for regel in alle]


def _instrumenten(boek: Boek, fase: Fase) -> Iterable[Regel]:
    for sleutel in fase.instrumenten:
        instrument = boek.inrichting.instrument(sleutel)
        if instrument is not None and in_gebruik(boek.inrichting, instrument):
            yield boek.verwijzing(instrument)


def werkwijze(boek: Boek, fase: Fase) -> list[Blok]:
    """Return the steps: what happens and who does it."""
    return [blok for stap in fase.werkwijze for blok in _stap(boek, fase, stap)]


def _stap(boek: Boek, fase: Fase, stap: Werkwijze) -> list[Blok]:
    blokken: list[Blok] = [Alinea(boek.regel(stap.titel), "Stap", f"stap-{fase.sleutel}")]
    blokken += [Alinea(boek.regel(deel), "Staptekst") for deel in stap.tekst.splitlines() if deel.strip()]
    blokken += [Alinea(boek.regel(punt), "List Bullet 2") for punt in stap.punten]
    if stap.wie:
        blokken.append(Alinea((Stuk("Wie: "), Stuk(boek.wie(stap.wie), "Wie")), "Stap wie"))
    return blokken


def wegingspunten(boek: Boek, fase: Fase) -> list[Blok]:
    """Return what is weighed before a decision."""
    if not fase.wegingspunten:
        return []
    zin = alinea("Voordat we besluiten, leggen we deze punten naast elkaar:", AANLOOP)
    return [zin, *(Alinea(boek.regel(punt), "List Bullet") for punt in fase.wegingspunten)]


def besluiten(boek: Boek, fase: Fase) -> list[Blok]:
    """Return the decisions and what follows from each."""
    rijen = [_besluit(boek, besluit) for besluit in fase.besluiten]
    if not rijen:
        return []
    kop = koprij("Besluit", "Vervolg", "Toelichting")
    return [Tabel((24, 28, 48), (kop, *rijen), omschrijving="Besluiten van deze fase en wat erop volgt")]


def _besluit(boek: Boek, besluit: Besluit) -> tuple[Cel, ...]:
    naam: Regel = (Stuk(boek.tekst(besluit.naam), "Strong"),)
    if besluit.voorstel == "ja":
        naam += (Stuk(f" ({VOORSTEL})", "Voorstel"),)
    vervolg = f"→ {vervolg_in_woorden(boek, besluit.vervolg)}"
    return cel(naam), cel(vervolg), cel(boek.regel(besluit.toelichting))


def vervolg_in_woorden(boek: Boek, vervolg: str) -> str:
    """Return where a decision leads to."""
    return VERVOLG_IN_WOORDEN.get(vervolg) or boek.fasenaam(vervolg)


def termijnen(boek: Boek, fase: Fase) -> list[Blok]:
    """Return the deadlines and frequencies with who keeps an eye on them."""
    alle = (*_duur_als_termijn(fase), *fase.termijnen, *fase.frequenties)
    rijen = [_termijn(boek, termijn) for termijn in alle]
    if not rijen:
        return []
    kop = koprij("Waarvoor", "Termijn", "Wie let erop")
    return [Tabel((44, 34, 22), (kop, *rijen), omschrijving="Termijnen en ritme van deze fase")]


def _duur_als_termijn(fase: Fase) -> Iterable[Termijn]:
    """What the model proposes about the length of a fase is worth a line of its own."""
    if fase.duur_voorstel:
        uitleg = fase.duur_voorstel
        yield Termijn(sleutel="duur", naam="Duur van deze fase", tekst=fase.duur, toelichting=uitleg)


def _termijn(boek: Boek, termijn: Termijn) -> tuple[Cel, ...]:
    naam = boek.regel(termijn.naam)
    if termijn.voorstel == "ja":
        naam += (Stuk(f" ({VOORSTEL})", "Voorstel"),)
    klein = Alinea(boek.regel(termijn.toelichting), "Tabel klein") if termijn.toelichting else ""
    return cel(naam, klein), cel(hoofdletter(boek.tekst(termijn.tekst))), cel(hoofdletter(boek.wie(termijn.wie)))


def taken(boek: Boek, fase: Fase) -> list[Blok]:
    """Return the tasks: what and how well, who, when and where, with what."""
    if not fase.taken:
        return []
    kop = koprij("Wat en hoe", "Wie", "Wanneer en waar", "Waarmee")
    rijen = tuple(_taak(boek, taak) for taak in fase.taken)
    return [Tabel((33, 19, 24, 24), (kop, *rijen), omschrijving="Taken van deze fase")]


def _taak(boek: Boek, taak: Taak) -> tuple[Cel, ...]:
    hoe = Alinea(boek.regel(hoofdletter(boek.tekst(taak.hoe))), "Tabel klein") if taak.hoe else ""
    waar = Alinea(boek.regel(hoofdletter(boek.tekst(taak.waar))), "Tabel klein") if taak.waar else ""
    wanneer = hoofdletter(boek.tekst(taak.wanneer))
    gevonden = [boek.inrichting.instrument(sleutel) for sleutel in taak.waarmee]
    waarmee = [boek.verwijzing(deel) for deel in gevonden if deel]
    return cel(boek.regel(taak.wat), hoe), cel(hoofdletter(boek.wie(taak.wie))), cel(wanneer, waar), cel(*waarmee)


def aandachtspunten(boek: Boek, fase: Fase) -> list[Blok]:
    """Return what to watch for in this fase."""
    return [Alinea(boek.regel(punt), "List Bullet") for punt in fase.aandachtspunten]
