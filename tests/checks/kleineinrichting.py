# ruff: noqa: E501  (a table of data)
"""One small, complete inrichting of an invented organisation, about which `toets` has nothing to say."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.bron import Bron, lees_yaml
from generator.inrichting import controleer_inrichting
from generator.model import Inrichting

PEILDATUM = date(2026, 11, 22)
WEG = object()

_FASE = """
  - sleutel: {sleutel}
    naam: {naam}
    kort: {sleutel}
    kern: Wat er in deze fase gebeurt.
    doel: [Weten wat we samen willen.]
    duur: {duur}
    instrumenten: [{instrumenten}]
    werkwijze:
      - {{titel: Stap, tekst: "{{Begeleider}} en {{client}} praten samen.", wie: [begeleider, client]}}
    besluiten: [{besluiten}]
    termijnen: [{termijnen}]
    matrix:
      wat: Praten en kiezen
      wie: "{{Client}}; {{begeleider}}; zo nodig familie"
      wanneer: Elke week
      waar: In een gesloten spreekkamer
      waarmee: "{waarmee}"
      hoe: Rustig en in gewone taal
"""
_DELEN = {
    "aanmelding": ("Aanmelding", "1 tot 7 dagen na aanmelding", "aanmelding", "{uitkomst: intake, naam: Intake, vervolg: intake}, "
                   "{uitkomst: afwijzing, naam: Afwijzing, vervolg: einde}", ""),
    "intake": ("Intake", "1 tot 2 weken na intakegesprek", "intake", "{uitkomst: toelating, naam: Toelating, vervolg: opstart}, "
               "{uitkomst: proef, naam: Proefopname, vervolg: opstart}, "
               "{uitkomst: wachtlijst, naam: Wachtlijst, vervolg: wachten}", ""),
    "opstart": ("Kennismaking", "1 tot 2 weken na de start", "checklist_opstart", "", ""),
    "analyse": ("Analyse", "1 tot 2 weken, maximaal 4 weken na de start", "persoonsbeschrijving, gesprek", "",
                "{sleutel: beschrijving, naam: Beschrijving klaar, tekst: maximaal 4 weken na de start, parameter: analyse_max}"),
    "planning": ("Planning", "maximaal 2 weken na persoonsbeschrijving", "begeleidingsplan", "",
                 "{sleutel: plan, naam: Plan klaar, tekst: maximaal 2 weken na persoonsbeschrijving, parameter: planning_max}"),
    "uitvoering": ("Uitvoering", "volgens het plan, gemiddeld 8 weken", "begeleidingsplan", "", ""),
    "evaluatie": ("Evaluatie", "niet vastgelegd", "evaluatie", "{uitkomst: voortzetten, naam: Voortzetten, vervolg: analyse}, "
                  "{uitkomst: afronden, naam: Afronden, vervolg: uitstroom}", ""),
    "uitstroom": ("Afscheid", "1 tot 6 weken na evaluatiebesluit", "exit", "", ""),
}  # fmt: skip
_KOP = """schema: achtfasen.inrichting/1
uitgangsmodel: klein
organisatie: {naam: De Proef}
termen:
  client: {enkelvoud: deelnemer, meervoud: deelnemers, vroeger: [huurder]}
  begeleider: {enkelvoud: coach, meervoud: coaches}
rollen:
  - {sleutel: client, synoniemen: [cliënt]}
  - {sleutel: begeleider, omschrijving: "Begeleidt {de_client}."}
leefgebieden:
  - {sleutel: wonen, naam: Thuis, reikwijdte: je huis, basisgebied: wonen}
  - {sleutel: geld, naam: Geld, reikwijdte: je geld, basisgebied: financien}
  - {sleutel: mensen, naam: Mensen om je heen, reikwijdte: wie er is, basisgebied: sociaal}
  - {sleutel: gezond, naam: Gezondheid, reikwijdte: lijf en hoofd, basisgebied: lichamelijk, synoniemen: [Psychische gezondheid]}
  - {sleutel: werk, naam: Je dag, reikwijdte: wat je doet, synoniemen: [dagbesteding]}
  - {sleutel: zin, naam: Zingeving, reikwijdte: wat telt}
instrumenten:
  - {sleutel: aanmelding, naam: Aanmeldformulier, soort: formulier, formulier: aanmelding}
  - {sleutel: intake, naam: Intakeformulier, soort: formulier, formulier: intake}
  - {sleutel: checklist_opstart, naam: Checklist, soort: formulier, formulier: checklist_opstart}
  - {sleutel: gesprek, naam: Gesprekskaarten, soort: hulpmiddel}
  - {sleutel: persoonsbeschrijving, naam: Beschrijving, soort: formulier, formulier: persoonsbeschrijving}
  - {sleutel: begeleidingsplan, naam: Mijn plan, soort: formulier, formulier: begeleidingsplan}
  - {sleutel: evaluatie, naam: Terugblik, soort: formulier, formulier: evaluatie}
  - {sleutel: exit, naam: Afscheidsformulier, soort: formulier, formulier: exit}
  - {sleutel: randvoorwaarden, naam: Tien randvoorwaarden, soort: formulier, formulier: randvoorwaarden}
criteria:
  - {sleutel: vraag, naam: Hulpvraag, vraag: "Heeft {de_client} een vraag?"}
contra_indicaties:
  - {sleutel: acuut, naam: Acuut gevaar, vraag: "Is er acuut gevaar?"}
formulieren: {aanmelding: {}, intake: {}, checklist_opstart: {}, persoonsbeschrijving: {}, begeleidingsplan: {}, evaluatie: {}, exit: {}, randvoorwaarden: {}}
parameters: {planning_max: 14, analyse_max: 28, herzien_max: 365, uitnodiging_max: 5, min_meldingen: 2}
handleiding:
  versie: "2"
  datum: 2026-06-01
  teksten:
    basishouding: We werken krachtgericht. {De_client} houdt de regie.
    plan: "Het plan staat in Mijn plan (bijlage 6). Bijlage 2 van het huurcontract bewaar je zelf."
  log:
    - {datum: 2025-05-01, versie: "1", aanpassing: Begin, vervolg: Over een jaar herzien}
    - {datum: 2026-06-01, versie: "2", aanpassing: Herzien, vervolg: Niets meer nodig.}
    - {datum: 2026-06-01, versie: "2", aanpassing: Nieuwe woorden, vervolg: Niets meer nodig.}
invoering:
  gestart: 2026-01-05
  criteria: [{criterium: Deelnemers zijn tevreden}]
  evaluatie_gepland: 2027-01-10
  randvoorwaarden:
RANDVOORWAARDEN
  verankering: [{nr: 1, geregeld: ja}, {nr: 2, geregeld: deels}, {nr: 3, geregeld: nee}, {nr: 4, geregeld: ja}, {nr: 5, geregeld: ja}]
fasen:
"""


def _tekst() -> str:
    punten = "\n".join(
        f"    - {{nr: {nr}, oordeel: {'nee, actie: Beginnen' if nr == 7 else 'ja'}}}" for nr in range(1, 11)
    )
    tekst = _KOP.replace("RANDVOORWAARDEN", punten)
    for sleutel, (naam, duur, instrumenten, besluiten, termijnen) in _DELEN.items():
        # Names as people type them, and as a reference.
        waarmee = "Mijn plan; telefoon" if sleutel == "uitvoering" else f"{{instrument.{instrumenten.split(',')[0]}}}"
        tekst += _FASE.format(sleutel=sleutel, naam=naam, duur=duur, instrumenten=instrumenten, besluiten=besluiten,
                              termijnen=termijnen, waarmee=waarmee)  # fmt: skip
    return tekst.replace("duur: niet vastgelegd", "duur: niet vastgelegd\n    duur_voorstel: Reken op twee weken.")


TEKST = _tekst()
_GEGEVENS = lees_yaml(Path("klein.yaml"), TEKST).gegevens


def inrichting(wijzig: Mapping[str, Any] | None = None) -> Inrichting:
    """Return the inrichting with changes: ``fasen[4].duur`` → another value, `WEG` to leave it out."""
    gegevens = copy.deepcopy(_GEGEVENS)
    for pad, waarde in (wijzig or {}).items():
        _zet(gegevens, [int(d) - 1 if d.isdigit() else d for d in re.findall(r"[^.\[\]]+", pad)], waarde)
    return controleer_inrichting(Bron("klein.yaml", gegevens, {}))


def _zet(gegevens: Any, pad: list[Any], waarde: Any) -> None:
    for deel in pad[:-1]:
        gegevens = gegevens.setdefault(deel, {}) if isinstance(gegevens, dict) else gegevens[deel]
    if waarde is WEG:
        del gegevens[pad[-1]]
    elif isinstance(gegevens, list) and pad[-1] == len(gegevens):
        gegevens.append(waarde)
    else:
        gegevens[pad[-1]] = waarde
