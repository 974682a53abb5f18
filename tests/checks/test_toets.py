"""The rules about the inrichting: each strikes and stays silent, at the right line; the models; P12 and P14."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import kleineinrichting
import pytest
from kleineinrichting import PEILDATUM, TEKST
from test_regels import zelfde_plekken
from toetsvoorbeelden import VOORBEELDEN, Voorbeeld

from generator import content
from generator.bron import lees_yaml
from generator.checks import PER_CODE, REGELS, InrichtingBlik, controleer, toets
from generator.checks.berichten import BERICHTEN
from generator.inrichting import REGELCODES, VASTE_REGELS, controleer_inrichting
from generator.model import Ernst, Rapport
from generator.organisatie import controleer_organisatie

CODES = [regel.code for regel in REGELS if regel.niveau == "inrichting"]
MODELLEN = sorted(content.uitgangsmodellen())


def rapport_van(voorbeeld: Voorbeeld) -> Rapport:
    vorige, model = (
        kleineinrichting.inrichting(deel) if deel is not None else None for deel in (voorbeeld.vorige, voorbeeld.model)
    )
    blik = InrichtingBlik.op(
        kleineinrichting.inrichting(voorbeeld.wijzig),
        voorbeeld.peildatum,
        hoofdstukken=voorbeeld.hoofdstukken,
        invullingen=voorbeeld.invullingen,
        vorige=vorige,
        model=model,
    )
    return toets(blik)


def uitkomst(rapport: Rapport) -> list[str]:
    return sorted(f"{b.code}:{b.context['variant']}" for b in rapport.bevindingen)


def test_de_kleine_inrichting_is_in_orde() -> None:
    rapport = rapport_van(Voorbeeld("-", "niets"))
    assert uitkomst(rapport) == []
    assert list(rapport.uitgevoerd) == CODES == [f"R{nr}" for nr in range(57, 70)]


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
def test_voorbeeld(voorbeeld: Voorbeeld) -> None:
    rapport = rapport_van(voorbeeld)
    assert uitkomst(rapport) == sorted(voorbeeld.verwacht)
    eigen = [b for b in rapport.bevindingen if b.code == voorbeeld.code]
    assert any(voorbeeld.zegt in b.bericht for b in eigen) or not voorbeeld.zegt, [b.bericht for b in eigen]
    plekken = {plek for b in eigen for plek in (b.vindplaatsen[0].veld, b.vindplaatsen[0].plek)}
    assert voorbeeld.plek in plekken or not voorbeeld.plek, plekken
    if voorbeeld.plekken:
        assert zelfde_plekken(voorbeeld.plekken, eigen[0]), eigen[0].vindplaatsen
    if voorbeeld.ernst:
        assert {b.ernst.value for b in eigen} == {voorbeeld.ernst}
    redenen = [o.reden for o in rapport.overgeslagen]
    assert any(voorbeeld.overgeslagen in reden for reden in redenen) or not voorbeeld.overgeslagen, redenen


@pytest.mark.parametrize("code", CODES)
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
    assert {code: set(BERICHTEN[code]) for code in CODES} == {code: genoemd[code] for code in CODES}


def test_berichten_zijn_af() -> None:
    for voorbeeld in VOORBEELDEN:
        for bevinding in rapport_van(voorbeeld).bevindingen:
            zonder = bevinding.bericht.replace("{client}", "").replace("{begeleider}", "")
            assert "{" not in zonder, bevinding.bericht
            assert "None" not in zonder
            assert "  " not in zonder
            assert zonder[-1] in '.?’"', zonder


# --------------------------------------------------------------------------
# The invented profiles of domein.md 4.9


def test_p12_verslaving_en_proef_zonder_vervolg() -> None:
    """A leefgebied ‘Verslaving’, and nothing after a trial."""
    gebied = {"sleutel": "verslaving", "naam": "Verslaving", "reikwijdte": "middelen"}
    voorbeeld = Voorbeeld("P12", "", wijzig={"leefgebieden[7]": gebied, "fasen[2].besluiten[2].vervolg": ""})
    rapport = rapport_van(voorbeeld)
    assert [(b.code, b.ernst) for b in rapport.bevindingen] == [("R59", Ernst.FOUT), ("R60", Ernst.FOUT)]
    assert "‘Verslaving’" in rapport.bevindingen[0].bericht
    assert "‘Proefopname’" in rapport.bevindingen[1].bericht


def test_p14_oude_handleiding_en_ongebruikte_bijlage() -> None:
    """A handleiding of sixteen months old, and annex 7 that nobody uses."""
    kaart = {"sleutel": "kaart", "naam": "Sociale kaart", "soort": "document", "bijlage": 7}
    wijzig = {"instrumenten[10]": kaart, "invoering.evaluatie_gehouden": "2027-01-12"}
    rapport = rapport_van(Voorbeeld("P14", "", wijzig=wijzig, peildatum=date(2027, 10, 1)))
    assert [(b.code, b.ernst) for b in rapport.bevindingen] == [("R64", Ernst.FOUT), ("R66", Ernst.WAARSCHUWING)]
    assert rapport.bevindingen[0].bericht.startswith("Bijlage 7 (‘Sociale kaart’) wordt nergens gebruikt.")
    assert "16 maanden geleden" in rapport.bevindingen[1].bericht


# --------------------------------------------------------------------------
# The starting models


@pytest.mark.parametrize("naam", MODELLEN)
def test_uitgangsmodellen_zwijgen(naam: str) -> None:
    """T11: only of opvang2004 opname and analyse don't fit before the deadline."""
    bron = lees_yaml(content.uitgangsmodellen()[naam])
    inrichting = controleer_organisatie(bron)
    rapport = toets(InrichtingBlik.op(inrichting, PEILDATUM, bron=bron, model=inrichting))
    zwaar = [f"{b.code}:{b.context['variant']}" for b in rapport.bevindingen if b.ernst is not Ernst.AANDACHTSPUNT]
    assert zwaar == (["R65:som"] if naam == "opvang2004" else [])
    assert [b.code for b in rapport.bevindingen if b.ernst is Ernst.AANDACHTSPUNT] == ["R67"]


def test_bij_opvang2004_staat_waar_het_knelt() -> None:
    pad = content.uitgangsmodellen()["opvang2004"]
    bron = lees_yaml(pad)
    rapport = toets(InrichtingBlik.op(controleer_organisatie(bron), PEILDATUM, bron=bron))
    (som,) = [b for b in rapport.bevindingen if b.code == "R65"]
    regels = pad.read_text(encoding="utf-8").splitlines()
    plek = som.vindplaatsen[0]
    nr = int(plek.plek.split(",")[0].removeprefix("regel "))
    assert plek.veld == "fasen[4].duur"
    assert "maximaal 4 weken na opnamedatum" in regels[nr - 1]
    assert "Opnamefase" in som.bericht


# --------------------------------------------------------------------------
# Places, and rules that are switched off


@pytest.mark.parametrize(
    ("was", "wordt", "code", "veld"),
    [
        ("vervolg: opstart}, {uitkomst: w", "vervolg: ''}, {uitkomst: w", "R60", "fasen[2].besluiten[2].vervolg"),
        ("tekst: maximaal 2 weken", "tekst: maximaal 9 weken", "R65", "fasen[5].termijnen[1].tekst"),
        ("naam: Geld, reik", "naam: Schulden, reik", "R59", "leefgebieden[2].naam"),
        ("analyse_max: 28", "analyse_max: 28, min_traject: 7", "R61", "parameters.min_traject"),
    ],
)  # fmt: skip
def test_de_regel_in_het_bestand_klopt(was: str, wordt: str, code: str, veld: str) -> None:
    assert was in TEKST
    tekst = TEKST.replace(was, wordt, 1)
    bron = lees_yaml(Path("map/inrichting.yaml"), tekst)
    rapport = toets(InrichtingBlik.op(controleer_inrichting(bron), PEILDATUM, bron=bron))
    (bevinding,) = rapport.bevindingen
    plek = bevinding.vindplaatsen[0]
    nr = 1 + next(n for n, regel in enumerate(tekst.splitlines()) if wordt in regel)
    assert (bevinding.code, plek.bestand, plek.veld) == (code, "map/inrichting.yaml", veld)
    assert plek.plek == f"regel {nr}, {veld}"


def test_een_plek_mag_ook_een_cel_van_een_werkboek_zijn() -> None:
    bron = lees_yaml(Path("inrichting.xlsx"), TEKST.replace("naam: Geld, reik", "naam: Schulden, reik"))
    cellen = {pad: f"blad {str(pad[0] if pad else '').title()}, cel B{regel}" for pad, regel in bron.regels.items()}
    bron = type(bron)(bron.bestand, bron.gegevens, cellen)
    rapport = toets(InrichtingBlik.op(controleer_inrichting(bron), PEILDATUM, bron=bron))
    assert rapport.bevindingen[0].vindplaatsen[0].plek.startswith("blad Leefgebieden, cel B")


def test_vaste_regels_zijn_overal_dezelfde() -> None:
    assert {regel.code for regel in REGELS if regel.vast} == VASTE_REGELS & set(PER_CODE)
    assert set(REGELCODES) >= set(PER_CODE)
    assert set(REGELCODES) >= VASTE_REGELS


@pytest.mark.parametrize(
    ("code", "zin"),
    [
        ("R60", "De regel R60 hoort bij het model zelf en kan niet uit."),
        ("R04", "De regel R04 hoort bij het model zelf en kan niet uit."),
        ("r30", "De regel ‘r30’ bestaat niet. Bedoelde je ‘R30’?"),
        ("R99", "De regel ‘R99’ bestaat niet."),
    ],
)
def test_een_vaste_of_onbekende_regel_kan_niet_uit(code: str, zin: str) -> None:
    from generator.bron import OngeldigeBron

    tekst = TEKST.replace("analyse_max: 28", f"analyse_max: 28, regels_uit: [R63, {code}]")
    with pytest.raises(OngeldigeBron) as fout:
        controleer_inrichting(lees_yaml(Path("inrichting.yaml"), tekst))
    (melding,) = fout.value.fouten
    assert melding.sleutelpad == "parameters.regels_uit[2]"
    assert melding.regel == 1 + next(n for n, regel in enumerate(tekst.splitlines()) if "regels_uit" in regel)
    assert melding.bericht.startswith(zin)


def test_een_uitgezette_regel_zwijgt_ook_over_dossiers() -> None:
    inrichting = kleineinrichting.inrichting({"parameters.regels_uit": ["R01", "R30"]})
    rapport = controleer((), inrichting, PEILDATUM)
    assert {"R01", "R30"} == {o.code for o in rapport.overgeslagen if "uitgezet in de inrichting" in o.reden}
    assert not {"R01", "R30"} & set(rapport.uitgevoerd)
    assert not set(CODES) & {*rapport.uitgevoerd, *(o.code for o in rapport.overgeslagen)}


def _lege_teksten() -> list[tuple[str | int, ...]]:
    """Return the key paths of some texts of the small inrichting, spread over all of it."""
    from generator.inrichting import alle_teksten

    return [pad for pad, tekst in alle_teksten(kleineinrichting.inrichting(), ()) if tekst][::7]


@pytest.mark.parametrize("pad", _lege_teksten(), ids=lambda pad: ".".join(map(str, pad)))
@pytest.mark.parametrize("tekst", ["", "{client} ‘x’ bijlage 99999; [rood]"])
def test_een_vreemde_tekst_laat_toets_niet_struikelen(pad: tuple[str | int, ...], tekst: str) -> None:
    from generator.bron import OngeldigeBron, toon_pad

    try:
        inrichting = kleineinrichting.inrichting({toon_pad(pad): tekst})
    except OngeldigeBron:
        return
    rapport = toets(InrichtingBlik.op(inrichting, PEILDATUM, vorige=kleineinrichting.inrichting(), model=inrichting))
    assert all(bevinding.bericht for bevinding in rapport.bevindingen)
