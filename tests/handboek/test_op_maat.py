"""Parts about the organisation's own choices: what differs and why, and how the model is brought in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.bron import OngeldigeBron, lees_yaml
from generator.handboek.blokken import Alinea, Blok, Cel, Tabel
from generator.handboek.boek import Boek
from generator.handboek.delen import begrippen
from generator.handboek.invoering import invoering, oordelen, randvoorwaarden
from generator.handboek.op_maat import maatwerk, op_maat
from generator.inrichting import controleer_inrichting, schrijf_inrichting
from generator.model import Evaluatiecriterium, Inrichting, Invoering, Randvoorwaarde, Term, Verankerpunt


def cellen(blok: Blok) -> list[list[str]]:
    assert isinstance(blok, Tabel)
    return [[tekst_van(cel) for cel in rij] for rij in blok.rijen]


def tekst_van(deel: Cel | Alinea) -> str:
    alineas = deel.alineas if isinstance(deel, Cel) else (deel,)
    return "\n".join("".join(stuk.tekst for stuk in regel.inhoud) for regel in alineas)


@pytest.fixture
def anders(inrichting: Inrichting) -> Inrichting:
    eerste, *rest = inrichting.fasen
    return replace(
        inrichting,
        organisatie=replace(inrichting.organisatie, naam="Huis & Haard", accentkleur="#112233", minderjarigen="ja"),
        termen={**inrichting.termen, "client": Term(enkelvoud="gast", meervoud="gasten", vroeger=("bewoner",))},
        fasen=(replace(eerste, duur="1 dag"), *rest),
        handleiding=replace(
            inrichting.handleiding, versie="9", redenen={"termen": "Onze {clienten} kozen dit.", "rollen": "Zomaar."}
        ),
        invoering=Invoering(gestart="2026-02-01"),
    )


def test_zonder_wijziging_een_zin(inrichting: Inrichting) -> None:
    (zin,) = op_maat(Boek.van(inrichting, {}))
    assert isinstance(zin, Alinea)
    assert "nog niets aan het uitgangsmodel veranderd" in tekst_van(zin)


def test_zonder_bekend_uitgangsmodel_niets(inrichting: Inrichting) -> None:
    assert op_maat(Boek.van(replace(inrichting, uitgangsmodel="eigen"), {})) == []


def test_per_onderdeel_wat_en_waarom(anders: Inrichting) -> None:
    aanloop, tabel = op_maat(Boek.van(anders, {}))
    assert isinstance(aanloop, Alinea)
    kop, *rijen = cellen(tabel)
    assert kop == ["Onderdeel", "Wat er anders is", "Waarom"]
    per_kop = {rij[0]: rij[1:] for rij in rijen}
    assert "gast" in per_kop["Woorden"][0]
    assert per_kop["Woorden"][1] == "Onze gasten kozen dit."
    assert "minderjarigen" in per_kop["Organisatie"][0]
    assert "Huis & Haard" not in per_kop["Organisatie"][0]
    fase = next(naam for naam in per_kop if naam.startswith("Fase 1"))
    assert per_kop[fase][1] == ""
    assert not any("Versie" in naam or "Invoering" in naam for naam in per_kop)


def test_zonder_redenen_geen_lege_kolom(anders: Inrichting) -> None:
    zonder = replace(anders, handleiding=replace(anders.handleiding, redenen={}))
    assert cellen(op_maat(Boek.van(zonder, {}))[1])[0] == ["Onderdeel", "Wat er anders is"]


def test_naam_en_kleur_zijn_geen_maatwerk(inrichting: Inrichting) -> None:
    anders = replace(inrichting, organisatie=replace(inrichting.organisatie, naam="X", accentkleur="#000000"))
    assert maatwerk(anders) == ()


def test_tien_randvoorwaarden_zonder_oordeel(inrichting: Inrichting) -> None:
    boek = Boek.van(inrichting, {})
    (tabel,) = randvoorwaarden(boek)
    kop, *rijen = cellen(tabel)
    assert kop == ["Nr", "Voorwaarde", "Waar het om gaat"]
    assert [rij[0] for rij in rijen] == [str(nr) for nr in range(1, 11)]
    assert all(all(rij) for rij in rijen)
    assert "{" not in str(rijen)
    assert oordelen(boek) == invoering(boek) == []


def test_met_oordeel_ook_wie_en_wanneer(inrichting: Inrichting) -> None:
    deel = Randvoorwaarde(nr=7, oordeel="nee", actie="Elke week overleg", wie="teamleider", wanneer="2026-04-01")
    boek = Boek.van(replace(inrichting, invoering=Invoering(randvoorwaarden=(deel,))), {})
    (tabel,) = randvoorwaarden(boek)
    rijen = cellen(tabel)
    assert rijen[7][2:] == ["Nee", "Elke week overleg\nTeamleider, 1 april 2026"]
    assert rijen[1][2:] == ["", ""]


def test_invoering_noemt_alleen_wat_er_is(inrichting: Inrichting) -> None:
    gegevens = Invoering(
        gestart="2026-02-01",
        projectgroep=("Ans", "twee {clienten}"),
        criteria=(Evaluatiecriterium(criterium="Tevreden {clienten}", wanneer="elk jaar"),),
        verankering=(Verankerpunt(nr=5, geregeld="deels"), Verankerpunt(nr=1, geregeld="ja")),
    )
    tabellen = [b for b in invoering(Boek.van(replace(inrichting, invoering=gegevens), {})) if isinstance(b, Tabel)]
    feiten, criteria, verankering = map(cellen, tabellen)
    assert feiten == [["Projectgroep", "Gestart"], ["Ans en twee cliënten", "1 februari 2026"]]
    assert criteria == [["Waaraan merken we het?", "Wanneer"], ["Tevreden cliënten", "elk jaar"]]
    assert verankering == [["Wat", "Geregeld"], ["Inwerken", "Ja"], ["Coaching", "Deels"]]
    assert invoering(Boek.van(replace(inrichting, invoering=Invoering()), {})) == []


def test_begrippen_noemen_de_eigen_woorden(anders: Inrichting) -> None:
    (tabel,) = begrippen(Boek.van(anders, {}))
    rijen = cellen(tabel)
    gast = next(rij for rij in rijen if rij[0] == "Gast")
    assert gast[1]
    assert gast[2] == "bewoner"


@pytest.mark.parametrize(
    ("regels", "zegt"),
    [
        ("handleiding:redenen:fasen.opstrat", "Bedoelde je ‘fasen.opstart’?"),
        ("invoering:randvoorwaarden:11", "van 1 tot en met 10"),
        ("invoering:randvoorwaarden:dubbel", "staat er al"),
        ("invoering:verankering:6", "van 1 tot en met 5"),
        ("invoering:gestart", "is geen datum"),
        ("invoering:wanneer", "is geen datum"),
    ],
)
def test_fouten_krijgen_een_regel(inrichting: Inrichting, regels: str, zegt: str) -> None:
    punt = Randvoorwaarde
    gevallen = {
        "handleiding:redenen:fasen.opstrat": replace(
            inrichting, handleiding=replace(inrichting.handleiding, redenen={"fasen.opstrat": "x"})
        ),
        "invoering:randvoorwaarden:11": _met(inrichting, randvoorwaarden=(punt(nr=11),)),
        "invoering:randvoorwaarden:dubbel": _met(inrichting, randvoorwaarden=(punt(nr=2), punt(nr=2))),
        "invoering:verankering:6": _met(inrichting, verankering=(Verankerpunt(nr=6),)),
        "invoering:gestart": _met(inrichting, gestart="1 februari"),
        "invoering:wanneer": _met(inrichting, randvoorwaarden=(punt(nr=2, wanneer="1-4-2026"),)),
    }
    bron = lees_yaml(Path("inrichting.yaml"), schrijf_inrichting(gevallen[regels]))
    with pytest.raises(OngeldigeBron) as gevangen:
        controleer_inrichting(bron)
    (fout,) = gevangen.value.fouten
    assert zegt in fout.bericht
    assert isinstance(fout.regel, int)


def test_wanneer_mag_in_woorden(inrichting: Inrichting) -> None:
    goed = _met(inrichting, randvoorwaarden=(Randvoorwaarde(nr=2, wanneer="voorjaar 2027"),), gestart="2026-02-01")
    assert controleer_inrichting(lees_yaml(Path("inrichting.yaml"), schrijf_inrichting(goed))).invoering


def _met(inrichting: Inrichting, **delen: object) -> Inrichting:
    return replace(inrichting, invoering=Invoering(**delen))  # type: ignore[arg-type]
