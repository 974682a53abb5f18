# ruff: noqa: E501  (small definitions: one line per field)
"""A small organisation with small forms and one complete dossier, for tests of the rules.

Nothing here depends on the content of ``formulieren/`` or ``sjablonen/``, save the kop.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.bron import lees_yaml, maak_record
from generator.formulier import op_maat
from generator.inrichting import woorden_van
from generator.model import FASEN, Bestand, Formulier, Inrichting, Invulling, Melding
from generator.veldsoorten import normaliseer_antwoorden

PEILDATUM = date(2026, 6, 1)
WEG = object()

_FASE = """
  - sleutel: {fase}
    naam: {naam}
    kort: {fase}
    kern: kern
    doel: [doel]
    duur: {duur}
    besluiten: [{besluiten}]
"""
_DUUR = {
    "aanmelding": "1 dag tot 2 weken na aanmelding",
    "intake": "maximaal 4 weken na intakegesprek",
    "opstart": "1 tot 6 weken na start",
    "analyse": "maximaal 8 weken na start",
    "planning": "maximaal 5 weken",
    "uitvoering": "volgens het plan, gemiddeld 8 weken na ondertekening",
    "evaluatie": "maximaal 10 werkdagen na evaluatie",
    "uitstroom": "1 week tot 1 maand na evaluatiebesluit",
}
_BESLUITEN = {
    "aanmelding": "{uitkomst: intake, naam: intake, vervolg: intake}, "
    "{uitkomst: spoed, naam: spoed, vervolg: opstart}, "
    "{uitkomst: doorverwijzing, naam: doorverwijzing, vervolg: einde}",
    "intake": "{uitkomst: toelating, naam: opname, vervolg: opstart, synoniemen: [plaatsing]}, "
    "{uitkomst: proef, naam: proef, vervolg: opstart}, "
    "{uitkomst: voorwaardelijk, naam: voorwaardelijk, vervolg: opstart}, "
    "{uitkomst: doorverwijzing, naam: doorverwijzing, vervolg: einde}, "
    "{uitkomst: wachtlijst, naam: wachtlijst, vervolg: wachten}, "
    "{uitkomst: nogmaals, naam: nog een gesprek, vervolg: intake}, "
    "{uitkomst: afwijzing, naam: afwijzing, vervolg: einde}",
    "evaluatie": "{uitkomst: voortzetten, naam: doorgaan, vervolg: analyse}, "
    "{uitkomst: bijstellen, naam: bijstellen, vervolg: planning}, "
    "{uitkomst: afronden, naam: afronden, vervolg: uitstroom}",
}
_INRICHTING = """
schema: achtfasen.inrichting/1
uitgangsmodel: klein
organisatie: {naam: De Proef, minderjarigen: ja}
termen:
  client: {enkelvoud: deelnemer, meervoud: deelnemers}
  begeleider: {enkelvoud: begeleider, meervoud: begeleiders}
rollen: [{sleutel: begeleider}, {sleutel: client}]
leefgebieden:
  - {sleutel: wonen, naam: Wonen, reikwijdte: huis, synoniemen: [woonsituatie]}
  - {sleutel: financien, naam: Financiën, reikwijdte: geld}
  - {sleutel: werk, naam: Werk, reikwijdte: werk}
instrumenten: []
formulieren: {}
handleiding: {versie: "1", datum: 2026-01-01}
parameters:
  planning_max: 14
  evaluatie_tekenen: ja
  uitnodiging_max: 5
  intakebrief_max: 60
  analyse_max: 45
  analyse_interval: 1 maand
  voortgang_max: 100
fasen:
"""

_FORMULIEREN = {
    "aanmelding": """
fase: aanmelding
velden:
  - {sleutel: aanmelddatum, soort: datum, label: Datum aanmelding, verplicht: ja, vandaag_of_eerder: ja}
  - {sleutel: hulpvraag, soort: lang, label: Hulpvraag, verplicht: ja}
  - {sleutel: leefgebieden_vraag, soort: meerkeuze, label: Gebieden, verplicht: ja, opties_uit: leefgebieden}
  - sleutel: criteria
    soort: tabel
    label: Criteria
    verplicht: ja
    kolommen:
      - {sleutel: criterium, soort: voorgedrukt, label: Criterium}
      - {sleutel: voldoet, soort: keuze, label: "Klopt dit?", verplicht: ja, opties: [{sleutel: ja, label: ja}, {sleutel: nee, label: nee}, {sleutel: onbekend, label: onbekend}]}
      - {sleutel: toelichting, soort: kort, label: Toelichting}
    rijen: [{sleutel: leeftijd, tekst: Leeftijd}, {sleutel: vraag, tekst: Vraag past}, {sleutel: bereidheid, tekst: Doet mee, verplicht: nee}]
  - sleutel: contra
    soort: tabel
    label: Contra-indicaties
    kolommen:
      - {sleutel: contra_indicatie, soort: voorgedrukt, label: Contra-indicatie}
      - {sleutel: aanwezig, soort: keuze, label: "Speelt dit?", opties: [{sleutel: ja, label: ja}, {sleutel: nee, label: nee}, {sleutel: onbekend, label: onbekend}]}
      - {sleutel: toelichting, soort: kort, label: Toelichting}
    rijen: [{sleutel: dreiging, tekst: Dreiging, verplicht: nee}, {sleutel: zorg, tekst: Zware zorg, verplicht: nee}]
  - {sleutel: begeleiding_mogelijk, soort: ja_nee, label: Helpt begeleiding}
  - {sleutel: bereidheid, soort: ja_nee, label: Bereid}
  - {sleutel: kenmerken, soort: meerkeuze, label: Kenmerken, verplicht: als twijfel = ja, opties: [{sleutel: a, label: A}, {sleutel: b, label: B}]}
  - {sleutel: crisis, soort: ja_nee, label: Crisis}
  - {sleutel: twijfel, soort: ja_nee, label: Twijfel}
  - {sleutel: overleg_met, soort: kort, label: Overlegd met, verplicht: als twijfel = ja}
  - {sleutel: overleg_datum, soort: datum, label: Datum overleg, verplicht: als twijfel = ja}
  - {sleutel: besluit, soort: keuze, label: Besluit, verplicht: ja, opties_uit: besluiten}
  - {sleutel: besluit_datum, soort: datum, label: Datum besluit, verplicht: ja, vandaag_of_eerder: ja}
  - {sleutel: uitnodiging_datum, soort: datum, label: Uitnodiging op, verplicht: als besluit = intake, vandaag_of_eerder: ja}
  - {sleutel: verwezen_naar, soort: kort, label: Verwezen naar, verplicht: als besluit = doorverwijzing}
  - {sleutel: besluit_reden, soort: kort, label: Reden, verplicht: als besluit ≠ intake}
""",
    "intake": """
fase: intake
velden:
  - {sleutel: gesprek_datum, soort: datum, label: Datum gesprek, verplicht: ja, vandaag_of_eerder: ja}
  - sleutel: functioneren
    soort: tabel
    label: Functioneren
    verplicht: ja
    rijen_uit: leefgebieden
    kolommen:
      - {sleutel: leefgebied, soort: voorgedrukt, label: Leefgebied}
      - {sleutel: goed, soort: lang, label: Goed}
      - {sleutel: minder, soort: lang, label: Minder}
  - {sleutel: hulp, soort: lang, label: Andere hulp, verplicht: ja, nvt_mag: ja}
  - {sleutel: kracht, soort: kort, label: Kracht, verplicht: ja, per_leefgebied: ja}
  - {sleutel: plekken, soort: getal, label: Plekken, verplicht: als organisatie.minderjarigen = ja}
  - {sleutel: werkgever, soort: kort, label: Werkgever, verplicht: als leeftijd >= 18}
  - {sleutel: besluit, soort: keuze, label: Intakebesluit, verplicht: ja, opties_uit: besluiten}
  - {sleutel: besluit_datum, soort: datum, label: Datum besluit, verplicht: ja, vandaag_of_eerder: ja}
  - {sleutel: brief_datum, soort: datum, label: Datum brief, vandaag_of_eerder: ja}
  - {sleutel: brief_reden, soort: lang, label: Reden in de brief, verplicht: ja}
  - {sleutel: verwezen_naar, soort: kort, label: Verwezen naar, verplicht: als besluit = doorverwijzing}
  - {sleutel: w_plekken, soort: getal, label: Vrije plekken}
  - {sleutel: w_aanbod, soort: keuze, label: Past het aanbod, opties: [{sleutel: ja, label: ja}, {sleutel: deels, label: deels}, {sleutel: nee, label: nee}]}
  - {sleutel: w_groep, soort: keuze, label: Past de groep, verplicht: als w_aanbod = deels, opties: [{sleutel: ja, label: ja}, {sleutel: nee, label: nee}]}
  - {sleutel: wachtlijst_sinds, soort: datum, label: Wachtlijst sinds}
  - {sleutel: aanvullende_info_nodig, soort: ja_nee, label: Navraag nodig}
  - {sleutel: toestemming_datum, soort: datum, label: Toestemming op, verplicht: als aanvullende_info_nodig = ja}
  - {sleutel: mentor, soort: kort, label: "Vaste {begeleider}"}
  - {sleutel: proef_reden, soort: lang, label: Reden proef, verplicht: als besluit = proef}
  - {sleutel: proef_eind, soort: datum, label: Proef tot, verplicht: als besluit = proef}
  - sleutel: voorwaarden
    soort: tabel
    label: Bindende afspraken
    verplicht: als besluit = voorwaardelijk
    kolommen:
      - {sleutel: afspraak, soort: lang, label: Afspraak, verplicht: ja}
      - {sleutel: wie, soort: kort, label: Wie let erop, verplicht: ja}
      - {sleutel: streng, soort: ja_nee, label: Streng}
      - {sleutel: controle, soort: datum, label: Bekijken op, verplicht: als streng = ja}
""",
    "toestemming": """
fase: intake
velden:
  - {sleutel: toestemming_datum, soort: datum, label: Datum toestemming, verplicht: ja}
  - sleutel: partij
    soort: tabel
    label: Personen of instanties
    verplicht: ja
    min_rijen: 2
    kolommen: [{sleutel: naam, soort: kort, label: Naam, verplicht: ja}, {sleutel: organisatie, soort: kort, label: Organisatie}]
  - {sleutel: akkoord, soort: ja_nee, label: Stemt in}
  - {sleutel: geldig_tot, soort: datum, label: Geldig tot}
  - {sleutel: ingetrokken_op, soort: datum, label: Ingetrokken op}
  - {sleutel: handtekening_client, soort: handtekening, label: "Handtekening {client}"}
  - {sleutel: handtekening_ouder, soort: handtekening, label: Handtekening ouder}
""",
    "checklist_opstart": """
fase: opstart
velden:
  - {sleutel: startdatum, soort: datum, label: Startdatum, verplicht: ja}
  - sleutel: taken
    soort: tabel
    label: Taken
    kolommen:
      - {sleutel: taak, soort: voorgedrukt, label: Taak}
      - {sleutel: gereed, soort: datum, label: Klaar op, vandaag_of_eerder: ja}
      - {sleutel: afgetekend_door, soort: kort, label: Afgetekend door}
      - {sleutel: nvt, soort: ja_nee, label: Hoeft niet}
      - {sleutel: nvt_reden, soort: kort, label: Waarom niet}
    rijen: [{sleutel: rondleiding, tekst: Rondleiding}, {sleutel: indicatie, tekst: Indicatie, verplicht: nee}, {sleutel: brandles, tekst: Brandles, verplicht: als slaapt = ja}]
  - {sleutel: slaapt, soort: ja_nee, label: Slaapt hier}
  - {sleutel: tekenen, soort: handtekening, label: "Handtekening {begeleider}", verplicht: ja}
""",
    "persoonsbeschrijving": """
fase: analyse
velden:
  - {sleutel: datum_pb, soort: datum, label: Datum beschrijving, verplicht: ja, vandaag_of_eerder: ja}
  - {sleutel: nog_actueel_vorige, soort: ja_nee, label: "Geldt de vorige nog?"}
  - {sleutel: lg_situatie, soort: lang, label: Nu, per_leefgebied: ja}
  - {sleutel: lg_goed, soort: lang, label: Goed, per_leefgebied: ja}
  - {sleutel: lg_minder, soort: lang, label: Minder, per_leefgebied: ja}
  - {sleutel: lg_wens, soort: lang, label: Wens, per_leefgebied: ja}
  - {sleutel: lg_niet_relevant, soort: kort, label: Niet aan de orde, per_leefgebied: ja}
  - {sleutel: lg_plicht, soort: kort, label: Altijd iets, per_leefgebied: ja, verplicht: als nog_actueel_vorige ≠ ja en datum_pb is gevuld}
  - {sleutel: toekomst, soort: lang, label: Toekomst}
  - sleutel: bronnen
    soort: tabel
    label: Bronnen
    kolommen: [{sleutel: bron, soort: kort, label: Bron}, {sleutel: datum, soort: datum, label: Datum bron}, {sleutel: besproken, soort: ja_nee, label: Besproken}]
  - {sleutel: besproken_op, soort: datum, label: Besproken op, vandaag_of_eerder: ja}
  - {sleutel: kopie_op, soort: datum, label: Kopie op, vandaag_of_eerder: ja}
  - {sleutel: afwijking_reden, soort: lang, label: Reden geen kopie}
  - {sleutel: afwijking_teamleider, soort: kort, label: Overlegd met, verplicht: als kopie_op is leeg}
  - {sleutel: verklaring, soort: kort, label: Verklaring, verplicht: als toekomst is leeg}
""",
    "begeleidingsplan": """
fase: planning
velden:
  - {sleutel: plan_datum, soort: datum, label: Datum plan, verplicht: ja, vandaag_of_eerder: ja}
  - {sleutel: plan_versie, soort: getal, label: Versie, verplicht: ja}
  - {sleutel: wijzig_reden, soort: lang, label: Reden wijziging, verplicht: als plan_versie > 1}
  - {sleutel: hulpvragen, soort: lang, label: Hulpvragen, verplicht: als plan_versie = 1}
  - {sleutel: netwerk_rol, soort: lang, label: Rol van het netwerk, verplicht: als plan_versie > 1}
  - {sleutel: gewenste_situatie, soort: lang, label: Gewenst, per_leefgebied: ja}
  - sleutel: keuze
    soort: tabel
    label: Keuzes
    verplicht: als plan_versie = 1
    kolommen:
      - {sleutel: leefgebied, soort: keuze, label: Leefgebied, opties_uit: leefgebieden, verplicht: ja}
      - {sleutel: wens, soort: kort, label: Wens, verplicht: ja}
      - sleutel: aanpakken
        soort: keuze
        label: Aanpakken?
        opties: [{sleutel: ja, label: ja}, {sleutel: nee, label: nee}, {sleutel: later, label: later}]
      - {sleutel: reden, soort: kort, label: Reden}
  - {sleutel: einddoel, soort: lang, label: Einddoel, verplicht: ja}
  - sleutel: doelen
    soort: tabel
    label: Doelen
    verplicht: ja
    kolommen:
      - {sleutel: doel_nr, soort: getal, label: Nr, verplicht: ja}
      - {sleutel: leefgebied, soort: keuze, label: Leefgebied, opties_uit: leefgebieden}
      - {sleutel: doel, soort: lang, label: Doel, verplicht: ja}
      - {sleutel: prioriteit, soort: keuze, label: Voorrang, opties: [{sleutel: hoog, label: hoog}, {sleutel: laag, label: laag}]}
      - {sleutel: streefdatum, soort: datum, label: Streefdatum, verplicht: ja}
  - sleutel: acties
    soort: tabel
    label: Acties
    verplicht: ja
    kolommen:
      - {sleutel: doel_nr, soort: getal, label: Doel, verplicht: ja}
      - {sleutel: actie, soort: lang, label: Actie, verplicht: ja}
      - {sleutel: wie, soort: kort, label: Wie, verplicht: ja}
      - {sleutel: wanneer, soort: datum, label: Wanneer, verplicht: ja}
      - {sleutel: soort_wie, soort: keuze, label: Soort, opties: [{sleutel: client, label: "{client}"}, {sleutel: begeleider, label: "{begeleider}"}, {sleutel: netwerk, label: netwerk}]}
      - {sleutel: status, soort: keuze, label: Status, opties: [{sleutel: loopt, label: loopt}, {sleutel: gereed, label: klaar}]}
  - sleutel: afspraken
    soort: tabel
    label: Afspraken
    kolommen: [{sleutel: afspraak, soort: lang, label: Afspraak, verplicht: ja}, {sleutel: rie_nr, soort: getal, label: Risico}]
  - {sleutel: evaluatie_gepland, soort: datum, label: Geplande evaluatie, verplicht: ja}
  - {sleutel: handtekening_client, soort: handtekening, label: "Handtekening {client}"}
  - {sleutel: handtekening_mentor, soort: handtekening, label: "Handtekening {begeleider}"}
  - {sleutel: handtekening_ouder, soort: handtekening, label: Handtekening ouder}
""",
    "evaluatie": """
fase: evaluatie
velden:
  - {sleutel: eval_datum, soort: datum, label: Datum evaluatie, verplicht: ja, vandaag_of_eerder: ja}
  - {sleutel: eval_soort, soort: keuze, label: Soort, opties: [{sleutel: cyclus, label: van deze cyclus}, {sleutel: algemeen, label: algemeen}]}
  - sleutel: per_doel
    soort: tabel
    label: Per doel
    verplicht: ja
    kolommen:
      - {sleutel: doel_nr, soort: getal, label: Doel, verplicht: ja}
      - {sleutel: behaald, soort: keuze, label: "Gehaald?", verplicht: ja, opties: [{sleutel: ja, label: ja}, {sleutel: deels, label: deels}, {sleutel: nee, label: nee}]}
      - {sleutel: reden, soort: lang, label: "Hoe komt dat?"}
      - {sleutel: relevant, soort: ja_nee, label: "Nog nodig?"}
  - sleutel: nieuwe_vragen
    soort: tabel
    label: Nieuwe vragen
    kolommen: [{sleutel: vraag, soort: lang, label: Vraag}]
  - {sleutel: juiste_plek, soort: ja_nee, label: Goede plek}
  - {sleutel: afronden_bestemming, soort: keuze, label: Waarheen, verplicht: als besluit = afronden, opties: [{sleutel: zelfstandig, label: zelfstandig}]}
  - sleutel: voorwaarden_terug
    soort: tabel
    label: Afspraken terug
    kolommen: [{sleutel: afspraak, soort: lang, label: Afspraak}]
  - sleutel: pea
    soort: tabel
    label: PEA
    verplicht: ja
    kolommen:
      - {sleutel: doel_nr, soort: getal, label: Doel, verplicht: ja}
      - {sleutel: proces, soort: lang, label: Proces, verplicht: ja}
      - {sleutel: effect, soort: lang, label: Effect, verplicht: ja}
      - {sleutel: actie, soort: keuze, label: Actie, verplicht: ja, opties: [{sleutel: voortzetten, label: voortzetten}, {sleutel: makkelijker, label: makkelijker}, {sleutel: uitbreiden, label: uitbreiden}, {sleutel: aanpassen, label: aanpassen}, {sleutel: borgen, label: vasthouden}, {sleutel: afronden, label: afronden}]}
  - {sleutel: risico_terug, soort: lang, label: Voorvallen}
  - {sleutel: besluit, soort: keuze, label: Evaluatiebesluit, verplicht: ja, opties_uit: besluiten}
  - {sleutel: besluit_datum, soort: datum, label: Datum besluit, verplicht: ja, vandaag_of_eerder: ja}
  - {sleutel: handtekening_client, soort: handtekening, label: "Handtekening {client}"}
  - {sleutel: handtekening_mentor, soort: handtekening, label: "Handtekening {begeleider}"}
""",
    "rapportage": """
fase: uitvoering
velden:
  - {sleutel: rap_datum, soort: datum, label: Datum verslag, verplicht: ja, vandaag_of_eerder: ja}
  - {sleutel: rap_soort, soort: keuze, label: Soort verslag, verplicht: ja, opties: [{sleutel: voortgangsgesprek, label: gesprek}, {sleutel: observatie, label: observatie}]}
  - {sleutel: doel_haalbaar, soort: ja_nee, label: Doel haalbaar}
""",
    "incident": """
fase: aanmelding
velden:
  - {sleutel: datum_tijd, soort: datum, label: Wanneer, verplicht: ja, vandaag_of_eerder: ja}
  - {sleutel: mail_datum, soort: datum, label: Gemaild op, verplicht: ja, vandaag_of_eerder: ja}
  - {sleutel: register_nr, soort: kort, label: Nummer melding, verplicht: ja}
  - {sleutel: volgnummer, soort: getal, label: Hoeveelste voorval, verplicht: ja}
  - {sleutel: tussen_deelnemers, soort: ja_nee, label: "Agressie tussen {clienten}", verplicht: ja}
  - {sleutel: schade, soort: ja_nee, label: Schade, verplicht: ja}
  - {sleutel: igj_gemeld, soort: ja_nee, label: Inspectie weet ervan, verplicht: als tussen_deelnemers = ja of schade = ja}
  - {sleutel: igj_datum, soort: datum, label: Gemeld op, verplicht: als igj_gemeld = ja, vandaag_of_eerder: ja}
  - {sleutel: in_evaluatie, soort: ja_nee, label: Mee naar de evaluatie}
  - sleutel: mail_hulpverleners
    soort: tabel
    label: Gemaild aan
    kolommen: [{sleutel: wie, soort: kort, label: Wie}, {sleutel: datum, soort: datum, label: Datum}]
""",
    "checklist_uitstroom": """
fase: uitstroom
velden:
  - sleutel: uitstroomsoort
    soort: keuze
    label: Soort uitstroom
    verplicht: ja
    opties: [{sleutel: vrijwillig, label: in overleg}, {sleutel: uitzetting, label: uitzetting}, {sleutel: stopzetting, label: stopzetting}, {sleutel: overlijden, label: overlijden}]
  - {sleutel: vertrekdatum, soort: datum, label: Vertrekdatum, verplicht: ja}
  - {sleutel: nazorg_tot, soort: datum, label: Nazorg tot}
  - sleutel: taken
    soort: tabel
    label: Taken bij het vertrek
    kolommen:
      - {sleutel: taak, soort: voorgedrukt, label: Taak}
      - {sleutel: afgetekend_door, soort: kort, label: Afgetekend door}
      - {sleutel: nvt, soort: ja_nee, label: Hoeft niet}
      - {sleutel: nvt_reden, soort: kort, label: Waarom niet}
    rijen:
      - {sleutel: afscheid, tekst: Afscheid}
      - {sleutel: sleutels, tekst: Sleutels}
      - {sleutel: papieren, tekst: Papieren}
      - {sleutel: geldzaken, tekst: Geldzaken}
      - {sleutel: exitgesprek, tekst: Exitgesprek, verplicht: nee}
      - {sleutel: tevredenheid, tekst: Tevredenheid, verplicht: nee}
      - {sleutel: nazorg, tekst: Nazorg, verplicht: nee}
      - {sleutel: vervolghulp_aanvraag, tekst: Vervolghulp, verplicht: nee}
      - {sleutel: overdracht, tekst: Overdracht, verplicht: nee}
""",
    "rie": """
fase: opstart
velden:
  - {sleutel: rie_datum, soort: datum, label: Datum risico's, verplicht: ja}
  - {sleutel: rie_moment, soort: keuze, label: Moment, opties: [{sleutel: start, label: start}, {sleutel: algemene_evaluatie, label: algemene evaluatie}, {sleutel: tussentijds, label: tussendoor}]}
  - {sleutel: ingevuld_door_wie, soort: meerkeuze, label: Wie deden mee, opties: [{sleutel: ouders, label: ouder}, {sleutel: begeleider, label: "{begeleider}"}, {sleutel: client, label: "{client}"}]}
  - sleutel: risicos
    soort: tabel
    label: Risico's
    kolommen:
      - {sleutel: nr, soort: getal, label: Nr}
      - {sleutel: leefgebied, soort: keuze, label: Leefgebied, opties_uit: leefgebieden}
      - {sleutel: nog_aanwezig, soort: ja_nee, label: Nu nog}
""",
    "memo": """
fase: aanmelding
velden:
  - {sleutel: datum_tijd, soort: datum, label: Wanneer, verplicht: ja}
  - {sleutel: in_evaluatie, soort: ja_nee, label: Mee naar de evaluatie}
""",
    "deelnemerskaart": """
fase: opstart
velden:
  - {sleutel: kaart_mentor, soort: kort, label: "{begeleider}"}
  - {sleutel: geldig_vanaf, soort: datum, label: Geldig vanaf}
  - {sleutel: bijgewerkt_op, soort: datum, label: Bijgewerkt op, verplicht: ja}
""",
    "signaleringsplan": """
fase: analyse
velden:
  - {sleutel: sp_datum, soort: datum, label: Datum signaleringsplan, verplicht: ja}
""",
    "hulpvraagwijziging": """
fase: opstart
velden:
  - {sleutel: hv_datum, soort: datum, label: Datum, verplicht: ja}
  - {sleutel: hv_soort, soort: keuze, label: Wat verandert, verplicht: ja, opties: [{sleutel: behandeling, label: behandeling}, {sleutel: stopgrond, label: stoppen}]}
  - {sleutel: hv_grond, soort: keuze, label: Grond, verplicht: als hv_soort = stopgrond, opties: [{sleutel: dreiging, label: dreiging}, {sleutel: niet_nakomen, label: niet nagekomen}]}
  - sleutel: hv_meldingen
    soort: tabel
    label: Meldingen
    verplicht: als hv_soort = behandeling
    kolommen: [{sleutel: datum, soort: datum, label: Datum melding}, {sleutel: aan_wie, soort: kort, label: Aan wie}]
  - {sleutel: hv_alternatief, soort: lang, label: Andere plek, verplicht: als hv_soort = behandeling}
""",
    "overdracht": """
fase: uitstroom
velden:
  - {sleutel: overdracht_datum, soort: datum, label: Datum overdracht, verplicht: ja}
  - {sleutel: aanvraag_datum, soort: datum, label: Aangevraagd op}
""",
    "tevredenheid": """
fase: evaluatie
velden:
  - {sleutel: totaalcijfer, soort: getal, label: Cijfer}
""",
    "exit": """
fase: uitstroom
velden:
  - {sleutel: gesprek_datum, soort: datum, label: Datum exitgesprek, verplicht: ja}
  - {sleutel: tevreden_over, soort: lang, label: Tevreden over}
  - {sleutel: totaalcijfer, soort: getal, label: Cijfer}
  - {sleutel: nazorg, soort: ja_nee, label: Nazorg}
  - {sleutel: overdracht, soort: ja_nee, label: Overgedragen}
""",
}


@cache
def inrichting() -> Inrichting:
    fasen = "".join(_FASE.replace("{fase}", f).replace("{naam}", f.title()).replace("{besluiten}", _BESLUITEN.get(f, ""))
                    .replace("{duur}", _DUUR[f])
                    for f in FASEN)  # fmt: skip
    aan = ", ".join(f"{sleutel}: {{aan: ja}}" for sleutel in _FORMULIEREN)
    tekst = _INRICHTING.replace("formulieren: {}", f"formulieren: {{{aan}}}") + fasen
    return maak_record(Inrichting, lees_yaml(Path("klein.yaml"), tekst))


@cache
def formulieren() -> Mapping[str, Formulier]:
    woorden = woorden_van(inrichting())
    return {
        sleutel: op_maat(_definitie(sleutel, tekst), inrichting(), woorden) for sleutel, tekst in _FORMULIEREN.items()
    }


def _definitie(sleutel: str, tekst: str) -> Formulier:
    fase, _, velden = tekst.strip().partition("\n")
    inspringing = "\n".join(f"    {regel}" for regel in velden.splitlines())
    kop = (
        f"sleutel: {sleutel}\nversie: '2'\ntitel: {sleutel.replace('_', ' ').capitalize()}\n{fase}\ndoel: doel\n"
        f"ingevuld_door: [begeleider]\nmoment: nu\nsecties:\n  - sleutel: alles\n    titel: Alles\n"
    )
    return maak_record(Formulier, lees_yaml(Path(f"{sleutel}.yaml"), kop + inspringing))


MENTOR = "Sam Kramer"


def _handtekening(datum: str, naam: str = "Noor Voorbeeld") -> dict[str, str]:
    return {"naam": naam, "datum": datum, "getekend": "ja"}


# What stands or falls with other forms: gone when none of those is there, unless an example asks for it.
_HANGT_AAN = {
    "exit": ("checklist_uitstroom",),
    "memo": ("incident",),
    "rie": ("persoonsbeschrijving", "begeleidingsplan"),
    "rapportage": ("begeleidingsplan",),
    "hulpvraagwijziging": ("begeleidingsplan",),
    "deelnemerskaart": ("begeleidingsplan",),
    "signaleringsplan": ("begeleidingsplan",),
}
# Forms that no complete dossier needs; an example adds them.
_NIET_IN_BASIS = ("overdracht", "tevredenheid")
_PER_GEBIED = {"wonen": "Tekst.", "financien": "Tekst."}
_KOP = {
    "client_naam": "Noor Voorbeeld",
    "geboortedatum": "1990-04-01",
    "datum_ingevuld": "2026-01-05",
    "ingevuld_door": "Sam",
    "ingevuld_rol": "begeleider",
}
_BASIS: dict[str, dict[str, Any]] = {
    "aanmelding": {
        "aanmelddatum": "2026-01-05",
        "hulpvraag": "Tekst.",
        "leefgebieden_vraag": ["wonen"],
        "criteria": [{"criterium": "leeftijd", "voldoet": "ja"}, {"criterium": "vraag", "voldoet": "ja"}],
        "besluit": "intake",
        "besluit_datum": "2026-01-05",
        "uitnodiging_datum": "2026-01-05",
    },
    "intake": {
        "gesprek_datum": "2026-01-12",
        "functioneren": [{"leefgebied": g, "goed": "Tekst."} for g in ("wonen", "financien", "werk")],
        "hulp": "n.v.t.",
        "plekken": 2,
        "werkgever": "Tekst.",
        "kracht": {"wonen": "Tekst.", "financien": "Tekst.", "werk": "Tekst."},
        "besluit": "toelating",
        "besluit_datum": "2026-01-14",
        "brief_datum": "2026-02-20",
        "brief_reden": "Tekst.",
        "mentor": MENTOR,
    },
    "toestemming": {
        "toestemming_datum": "2026-01-12",
        "partij": [{"naam": "Huisarts"}, {"naam": "Bank"}],
        "handtekening_client": _handtekening("2026-01-12"),
    },
    "checklist_opstart": {
        "startdatum": "2026-02-01",
        "taken": [{"taak": "rondleiding", "gereed": "2026-02-10", "afgetekend_door": "Sam"}],
        "tekenen": _handtekening("2026-02-10"),
    },
    "persoonsbeschrijving": {
        "datum_pb": "2026-02-20",
        "lg_situatie": dict(_PER_GEBIED),
        "lg_goed": dict(_PER_GEBIED),
        "lg_minder": dict(_PER_GEBIED),
        "lg_wens": {"wonen": "Tekst."},
        "lg_niet_relevant": {"werk": "Werkt met plezier."},
        "lg_plicht": {"wonen": "x", "financien": "x", "werk": "x"},
        "toekomst": "Tekst.",
        "bronnen": [{"bron": "Huisarts", "besproken": "ja"}],
        "besproken_op": "2026-02-21",
        "kopie_op": "2026-02-21",
    },
    "begeleidingsplan": {
        "plan_datum": "2026-03-02",
        "plan_versie": 1,
        "hulpvragen": "Tekst.",
        "netwerk_rol": "Tekst.",
        "gewenste_situatie": {"wonen": "Tekst."},
        "keuze": [
            {"leefgebied": "wonen", "wens": "Tekst.", "aanpakken": "ja"},
            {"leefgebied": "financien", "wens": "Tekst.", "aanpakken": "later", "reden": "Eerst wonen."},
        ],
        "einddoel": "Tekst.",
        "doelen": [
            {"doel_nr": 1, "leefgebied": "wonen", "doel": "A", "prioriteit": "hoog", "streefdatum": "2026-05-01"},
            {"doel_nr": 2, "leefgebied": "wonen", "doel": "B", "prioriteit": "laag", "streefdatum": "2026-05-01"},
        ],
        "acties": [
            {"doel_nr": 1, "actie": "A", "wie": "Noor", "wanneer": "2026-04-01", "soort_wie": "client"},
            {"doel_nr": 2, "actie": "B", "wie": "Sam", "wanneer": "2026-04-01", "soort_wie": "client"},
        ],
        "afspraken": [{"afspraak": "Tekst.", "rie_nr": 1}],
        "evaluatie_gepland": "2026-05-04",
        "handtekening_client": _handtekening("2026-03-02"),
        "handtekening_mentor": _handtekening("2026-03-03", MENTOR),
    },
    "evaluatie": {
        "eval_datum": "2026-05-04",
        "eval_soort": "cyclus",
        "per_doel": [{"doel_nr": 1, "behaald": "ja"}, {"doel_nr": 2, "behaald": "nee", "reden": "Tekst."}],
        "afronden_bestemming": "zelfstandig",
        "pea": [{"doel_nr": n, "proces": "A", "effect": "B", "actie": "borgen"} for n in (1, 2)],
        "besluit": "afronden",
        "besluit_datum": "2026-05-04",
        "handtekening_client": _handtekening("2026-05-04"),
        "handtekening_mentor": _handtekening("2026-05-04", MENTOR),
    },
    "incident": {
        "datum_tijd": "2026-02-02",
        "mail_datum": "2026-02-02",
        "register_nr": "2026-1",
        "volgnummer": 1,
        "tussen_deelnemers": "nee",
        "schade": "nee",
    },
    "checklist_uitstroom": {
        "uitstroomsoort": "vrijwillig",
        "vertrekdatum": "2026-05-20",
        "taken": [{"taak": t, "afgetekend_door": "Sam"} for t in ("afscheid", "sleutels", "papieren", "geldzaken")],
    },
    "rie": {
        "rie_datum": "2026-02-03",
        "rie_moment": "tussentijds",
        "ingevuld_door_wie": ["client", "begeleider", "ouders"],
        "risicos": [{"nr": 1, "leefgebied": "wonen", "nog_aanwezig": "ja"}],
    },
    "memo": {"datum_tijd": "2026-05-05", "in_evaluatie": "nee"},
    "rapportage": {"rap_datum": "2026-03-20", "rap_soort": "observatie", "doel_haalbaar": "ja"},
    "deelnemerskaart": {"kaart_mentor": MENTOR, "geldig_vanaf": "2026-03-03", "bijgewerkt_op": "2026-03-03"},
    "signaleringsplan": {"sp_datum": "2026-03-03"},
    "hulpvraagwijziging": {
        "hv_datum": "2026-04-10",
        "hv_soort": "behandeling",
        "hv_meldingen": [{"datum": f"2026-04-{dag}", "aan_wie": "Huisarts"} for dag in (12, 14)],
        "hv_alternatief": "Tekst.",
    },
    "exit": {"gesprek_datum": "2026-05-06", "totaalcijfer": 8, "nazorg": "ja", "overdracht": "nee"},
    "overdracht": {"overdracht_datum": "2026-05-15", "aanvraag_datum": "2026-05-06"},
    "tevredenheid": {"totaalcijfer": 8},
}


def antwoorden(**wijzigingen: Any) -> dict[str, dict[str, Any]]:
    """Return the complete dossier, changed: ``**{"begeleidingsplan.acties.0.wie": WEG}``.

    A key is ``formulier``, ``formulier@cyclus`` or a path into it. A form of another cycle starts
    as a copy of the first.
    """
    alles = {sleutel: {**_KOP, **deel} for sleutel, deel in _BASIS.items()}
    alle = {sleutel: copy.deepcopy(deel) for sleutel, deel in alles.items() if sleutel not in _NIET_IN_BASIS}
    for pad, waarde in wijzigingen.items():
        formulier, *stappen = pad.split(".")
        if formulier not in alle:
            alle[formulier] = copy.deepcopy(alles[formulier.partition("@")[0]])
        _zet(alle if not stappen else alle[formulier], stappen or [formulier], waarde)
    gevraagd = {pad.partition(".")[0] for pad in wijzigingen}
    for naam, van in _HANGT_AAN.items():
        if naam not in gevraagd and not any(ander in alle for ander in van):
            alle.pop(naam, None)
    return alle


def _zet(groep: Any, stappen: Sequence[str], waarde: Any) -> None:
    *begin, laatste = [int(stap) if stap.isdigit() else stap for stap in stappen]
    for stap in begin:
        groep = groep[stap] if isinstance(stap, int) else groep.setdefault(stap, {})
    if waarde is WEG:
        groep.pop(laatste, None) if isinstance(groep, dict) else groep.pop(laatste)
    elif waarde is not None or laatste not in groep:
        groep[laatste] = copy.deepcopy(waarde)


def bestand(naam: str, gegeven: Mapping[str, Any], dossier: str = "D-1", **eigen: Any) -> Bestand:
    """Return one form as if it was read; *naam* is ``formulier``, ``formulier@cyclus`` or ``…#kopie``."""
    sleutel, _, cyclus = naam.partition("#")[0].partition("@")
    waarden, fouten = normaliseer_antwoorden(formulieren()[sleutel], gegeven)
    # A file may hold a choice that is not in the list; an answer file may not.
    assert not [fout for fout in fouten if "niet in de lijst" not in fout.bericht], fouten
    pad = f"map/{naam}.docx"
    invulling = Invulling(
        formulier=sleutel,
        versie="2",
        organisatie="De Proef",
        dossier=dossier,
        cyclus=int(cyclus)
        if cyclus
        else (1 if formulieren()[sleutel].fase in ("analyse", "planning", "uitvoering", "evaluatie") else None),
        bestand=pad,
        formaat="word",
        waarden=waarden,
    )
    return Bestand(pad=pad, status="gelezen", formaat="word", invulling=replace(invulling, **eigen))


def melding(code: str, veld: str, **context: Any) -> Melding:
    from generator.model import Vindplaats

    return Melding(code, {"veld": veld, **context}, Vindplaats("map/x.docx", "word", "", "", "", veld))
