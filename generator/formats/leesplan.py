"""What a reader looks for in a returned form, worked out once per definition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.formats.bladen import Blad, bladen_van
from generator.model import Formulier, Veld
from generator.veldsoorten import vergelijkbaar

Plaats = tuple[str, str, str]  # section, leefgebied, label: as compared


@dataclass(frozen=True, slots=True)
class Leesplan:
    """The leaves of a form by key, and where each stands on paper.

    ``bladen`` holds every single leaf; ``kolommen`` the columns of tables, by key, and
    ``rijplan`` the columns of each table in order.
    ``plaatsen`` is leaf or table → section, leefgebied and label; ``plekken`` says it in words.
    ``letterlijk`` are the printed texts as they are, ``vaste_tekst`` as they are compared.
    """

    formulier: Formulier
    bladen: Mapping[str, Blad]
    kolommen: Mapping[str, Blad]
    tabellen: Mapping[str, Veld]
    rijplan: Mapping[str, tuple[Blad, ...]]
    plaatsen: Mapping[str, Plaats]
    plekken: Mapping[str, str]
    vaste_tekst: frozenset[str]
    letterlijk: frozenset[str]


def maak_leesplan(formulier: Formulier) -> Leesplan:
    """Return the plan of a tailored form."""
    bladen: dict[str, Blad] = {}
    kolommen: dict[str, Blad] = {}
    tabellen: dict[str, Veld] = {}
    plaatsen: dict[str, Plaats] = {}
    for titel, velden in _delen(formulier):
        for veld in velden:
            if veld.soort == "tabel":
                tabellen[veld.sleutel] = veld
                plaatsen[veld.sleutel] = (titel, "", vergelijkbaar(veld.label))
            for blad in bladen_van(veld, formulier):
                (kolommen if blad.kolom else bladen)[blad.sleutel] = blad
                gebied = vergelijkbaar(blad.gebied.naam) if blad.gebied else ""
                plaatsen[blad.sleutel] = (titel, gebied, vergelijkbaar(veld.label))
    teksten = _vaste_tekst(formulier)
    vergeleken = frozenset(vergelijkbaar(tekst) for tekst in teksten)
    rijplan = {veld.sleutel: tuple(bladen_van(veld, formulier)) for veld in tabellen.values()}
    return Leesplan(formulier, bladen, kolommen, tabellen, rijplan, plaatsen, _plekken(formulier), vergeleken, teksten)


def _plekken(formulier: Formulier) -> dict[str, str]:
    """Return leaf, field or column → where it stands, for people."""
    plekken: dict[str, str] = {}
    delen = [("Kop van het formulier", formulier.kop)] + [(s.titel, s.velden) for s in formulier.secties]
    for titel, velden in delen:
        for veld in velden:
            plekken[veld.sleutel] = titel
            for blad in bladen_van(veld, formulier):
                waar = f"{titel}, {blad.gebied.naam}" if blad.gebied else titel
                plekken[blad.sleutel] = waar
                if blad.soort == "vakje":
                    plekken[blad.sleutel.rpartition(".")[0]] = waar
    return plekken


def _delen(formulier: Formulier) -> list[tuple[str, tuple[Veld, ...]]]:
    return [("", formulier.kop)] + [(vergelijkbaar(s.titel), s.velden) for s in formulier.secties]


def _vaste_tekst(formulier: Formulier) -> frozenset[str]:
    """Return the printed texts that stand outside the answers."""
    teksten = [formulier.titel, formulier.doel]
    for sectie in formulier.secties:
        teksten += [sectie.titel, sectie.uitleg, *(veld.label for veld in sectie.velden)]
        teksten += [veld.hulp for veld in sectie.velden]
    for gebied in formulier.leefgebieden:
        teksten += [gebied.naam, gebied.reikwijdte, " ".join(gebied.vragen[:2]), *gebied.synoniemen]
    return frozenset(tekst for tekst in teksten if tekst)
