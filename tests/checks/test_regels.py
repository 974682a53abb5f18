"""Every rule strikes where it should, stays silent where it should, and is in the list."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import kleindossier
import pytest
from regelvoorbeelden import VOORBEELDEN, Voorbeeld

import generator
from generator.checks import PER_CODE, REGELS, controleer
from generator.checks.berichten import BERICHTEN, REDENEN
from generator.checks.lijst import regels_markdown
from generator.model import Bestand, Bevinding, Formulier, Rapport, Veld
from generator.taal import VERWIJZING
from generator.versies import Verleden

CHECKS = Path(generator.__file__).parent / "checks"
# Those about the inrichting have examples of their own, in test_toets.py.
CODES = {regel.code for regel in REGELS if regel.niveau != "inrichting"}


def bestanden_van(voorbeeld: Voorbeeld) -> list[Bestand]:
    bestanden = []
    alle = kleindossier.antwoorden(**voorbeeld.wijzig)
    for naam, gegeven in alle.items():
        bestand = kleindossier.bestand(naam, gegeven)
        assert bestand.invulling is not None
        ruw = {pad.split(".")[1]: w for pad, w in voorbeeld.waarden.items() if pad.split(".")[0] == naam}
        eigen: dict[str, Any] = {"waarden": {**bestand.invulling.waarden, **ruw}, **voorbeeld.invulling.get(naam, {})}
        bestanden.append(replace(bestand, invulling=replace(bestand.invulling, **eigen)))
    for naam, anders in voorbeeld.kopie.items():
        bestanden.append(kleindossier.bestand(f"{naam}#kopie", {**alle[naam], **anders}))
    return [*bestanden, *voorbeeld.erbij]


def rapport_van(voorbeeld: Voorbeeld) -> Rapport:
    inrichting = kleindossier.inrichting()
    inrichting = replace(
        inrichting,
        parameters=replace(inrichting.parameters, **voorbeeld.parameters),
        organisatie=replace(inrichting.organisatie, **voorbeeld.organisatie),
    )
    return controleer(bestanden_van(voorbeeld), inrichting, voorbeeld.peildatum, formulieren=kleindossier.formulieren(),
                      verleden=Bewaard(voorbeeld.oud) if voorbeeld.oud is not None else None)  # fmt: skip


class Bewaard(Verleden):
    """A history as an example describes it, without files."""

    organisaties = ("De Oude", "De Proef")  # type: ignore[assignment]

    def __init__(self, oud: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(Path("geen echte map"))
        object.__setattr__(self, "oud", oud)

    def versie(self, formulier: str, versie: str) -> Formulier | None:
        if versie != "1" or formulier not in self.oud:  # type: ignore[attr-defined]
            return None
        anders = self.oud[formulier]  # type: ignore[attr-defined]
        oud = kleindossier.formulieren()[formulier]
        erbij = tuple(Veld(sleutel=naam[1:], soort="kort", label=naam[1:]) for naam in anders if naam[0] == "+")
        secties = [replace(s, velden=tuple(v for v in s.velden if v.sleutel not in anders)) for s in oud.secties]
        secties[0] = replace(secties[0], velden=secties[0].velden + erbij)
        gebieden = tuple(g for g in oud.leefgebieden if f"-{g.sleutel}" not in anders)
        gebieden += tuple(replace(gebieden[0], sleutel=n[1:], naam=n[1:], synoniemen=()) for n in anders if n[0] == "*")
        return replace(oud, versie="1", secties=tuple(secties), leefgebieden=gebieden)


def uitkomst(rapport: Rapport) -> list[str]:
    return sorted(f"{b.code}:{b.context['variant']}" if b.code in PER_CODE else b.code for b in rapport.bevindingen)


def test_het_hele_dossier_is_in_orde() -> None:
    rapport = rapport_van(Voorbeeld("-", "niets"))
    assert uitkomst(rapport) == []
    assert set(rapport.uitgevoerd) == CODES


def zelfde_plekken(genoemd: tuple[str, ...], bevinding: Bevinding) -> bool:
    """True when a finding points at these places, by field, by form, or by both."""
    plekken = [
        {plek.veld, plek.formulier, f"{plek.formulier}:{plek.veld}", Path(plek.bestand).stem}
        for plek in bevinding.vindplaatsen
    ]
    return len(plekken) == len(genoemd) and all(naam in namen for naam, namen in zip(genoemd, plekken, strict=True))


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
def test_voorbeeld(voorbeeld: Voorbeeld) -> None:
    rapport = rapport_van(voorbeeld)
    assert uitkomst(rapport) == sorted(voorbeeld.verwacht)
    eigen = [b for b in rapport.bevindingen if b.code == voorbeeld.code]
    if voorbeeld.ernst:
        assert {b.ernst.value for b in eigen} == {voorbeeld.ernst}
    velden = {b.vindplaatsen[0].veld for b in eigen}
    assert voorbeeld.veld in velden or not voorbeeld.veld, velden
    assert any(voorbeeld.zegt in b.bericht for b in eigen) or not voorbeeld.zegt, [b.bericht for b in eigen]
    if voorbeeld.plekken:
        assert zelfde_plekken(voorbeeld.plekken, eigen[0]), eigen[0].vindplaatsen
    redenen = [o.reden for o in rapport.overgeslagen]
    assert any(voorbeeld.overgeslagen in reden for reden in redenen) or not voorbeeld.overgeslagen, redenen


@pytest.mark.parametrize("code", sorted(CODES))
def test_elke_regel_heeft_een_treffend_en_een_zwijgend_voorbeeld(code: str) -> None:
    eigen = [v for v in VOORBEELDEN if v.code == code]
    assert any(verwacht.startswith(code) for v in eigen for verwacht in v.verwacht), f"{code} slaat nergens aan"
    assert any(not any(verwacht.startswith(code) for verwacht in v.verwacht) for v in eigen), f"{code} zwijgt nergens"


def test_elke_tekst_komt_in_een_voorbeeld_voor() -> None:
    genoemd = defaultdict(set)
    for voorbeeld in VOORBEELDEN:
        for verwacht in voorbeeld.verwacht:
            code, _, variant = verwacht.partition(":")
            genoemd[code].add(variant)
    assert set(BERICHTEN) == set(PER_CODE)
    assert {code: set(BERICHTEN[code]) for code in CODES} == {code: genoemd[code] for code in CODES}


def test_geen_bericht_houdt_accolades_over() -> None:
    for voorbeeld in VOORBEELDEN:
        rapport = rapport_van(voorbeeld)
        for tekst in [b.bericht for b in rapport.bevindingen if b.code in PER_CODE] + [
            o.reden for o in rapport.overgeslagen
        ]:
            assert not VERWIJZING.search(tekst), tekst
            assert "None" not in tekst
            assert not re.search(r"\b[uU]\b", tekst), f"schrijf je, geen u: {tekst}"


def test_geen_bericht_herhaalt_wat_iemand_typte() -> None:
    geheim = "Geheim over Noor"
    for voorbeeld in VOORBEELDEN:
        bestanden = []
        for bestand in bestanden_van(voorbeeld):
            deel = bestand.invulling
            bestanden.append(
                replace(bestand, invulling=replace(deel, waarden=_met(deel.waarden, geheim))) if deel else bestand
            )
        rapport = controleer(
            bestanden, kleindossier.inrichting(), voorbeeld.peildatum, formulieren=kleindossier.formulieren()
        )
        for bevinding in rapport.bevindingen:
            assert geheim not in bevinding.bericht
            assert geheim not in str(bevinding.context)


def _met(waarde: Any, geheim: str) -> Any:
    """Put a secret in every free text."""
    from generator.model import Onleesbaar

    if isinstance(waarde, Onleesbaar):
        return Onleesbaar(geheim, waarde.reden)
    if isinstance(waarde, dict):
        return {sleutel: _met(deel, geheim) for sleutel, deel in waarde.items()}
    if isinstance(waarde, tuple):
        return tuple(_met(deel, geheim) for deel in waarde)
    return geheim if isinstance(waarde, str) and waarde[:1].isupper() else waarde


def test_codes_zijn_uniek_en_op_volgorde() -> None:
    codes = [regel.code for regel in REGELS]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.code)
def test_uitleg_heeft_slecht_en_goed(regel: Any) -> None:
    assert "\nSlecht:" in regel.uitleg
    assert "\nGoed:" in regel.uitleg


def test_wat_een_regel_noemt_bestaat() -> None:
    from dataclasses import fields

    from generator.formulier import definities, kopvelden

    bekend = {f.sleutel: {v.sleutel: v for v in (*kopvelden(f.soort), *f.velden)} for f in definities().values()}
    for regel in REGELS:
        for naam in (*regel.nodig, *regel.leest, *regel.gebruikt, *regel.dekt):
            formulier, *delen = naam.split(".")
            if formulier == "*" or (not delen and formulier in bekend):
                continue
            veld, *kolom = delen
            assert veld in bekend[formulier], naam
            assert not kolom or kolom[0] in {k.sleutel for k in bekend[formulier][veld].kolommen}, naam
        assert set(regel.parameters) <= {v.name for v in fields(kleindossier.inrichting().parameters)}


def test_lijst_in_docs_is_bij() -> None:
    docs = CHECKS.parent.parent / "docs" / "regels.md"
    assert docs.read_text(encoding="utf-8") == regels_markdown(), "python -m generator.checks.lijst > docs/regels.md"


def test_regels_kennen_geen_bestandsformaat() -> None:
    for pad in CHECKS.glob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            namen = [knoop.module or ""] if isinstance(knoop, ast.ImportFrom) else []
            namen += [naam.name for naam in knoop.names] if isinstance(knoop, ast.Import) else []
            # Its messages stand among the findings, and are explained like them.
            mag = {"generator.formats.meldingen"} if pad.name in ("uitvoeren.py", "uitleg.py", "codes.py") else set()
            assert not [n for n in namen if n.startswith("generator.formats") and n not in mag], pad


def test_redenen_worden_gebruikt() -> None:
    code = "".join(pad.read_text(encoding="utf-8") for pad in CHECKS.glob("*.py") if pad.name != "berichten.py")
    assert [reden for reden in REDENEN if f'"{reden}"' not in code] == []
