# ruff: noqa: E501  (a table of data: one line per example)
"""For every rule about the inrichting: what strikes and what stays silent, as changes to one small inrichting.

``verwacht`` is the exact outcome over *all* rules, as ``code:variant``; ``zegt`` is a part of the message.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kleineinrichting import PEILDATUM, WEG

from generator.model import Invulling


@dataclass(frozen=True)
class Voorbeeld:
    """One example: the changes, and what all rules together should say."""

    code: str
    wat: str
    verwacht: tuple[str, ...] = ()
    wijzig: Mapping[str, Any] = field(default_factory=dict)
    zegt: str = ""
    plek: str = ""
    ernst: str = ""
    overgeslagen: str = ""
    hoofdstukken: tuple[tuple[str, str], ...] = ()
    invullingen: tuple[Invulling, ...] = ()
    vorige: Mapping[str, Any] | None = None
    model: Mapping[str, Any] | None = None
    peildatum: date = PEILDATUM
    # The places that the first finding of this rule points at, all of them.
    plekken: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.code} {self.wat}"


def vel(formulier: str, **waarden: Any) -> Invulling:
    """Return a filled form of the organisation itself."""
    return Invulling(formulier=formulier, versie="1", organisatie="De Proef", dossier="", cyclus=None,
                     bestand=f"{formulier}.docx", formaat="word", waarden=waarden)  # fmt: skip


def gebied(naam: str, **meer: Any) -> dict[str, Any]:
    return {"sleutel": "nieuw", "naam": naam, "reikwijdte": "x", **meer}


def instrument(sleutel: str, naam: str, **meer: Any) -> dict[str, Any]:
    return {"sleutel": sleutel, "naam": naam, "soort": "document", **meer}


def termijn(tekst: str, **meer: Any) -> dict[str, Any]:
    return {"sleutel": "t", "naam": "Termijn", "tekst": tekst, **meer}


# fmt: off
TIEN = {f"rv_{nr}": "ja" for nr in range(1, 11)}
VIJF = {f"va_{nr}": "ja" for nr in range(1, 6)}
MATRIX = "fasen[6].matrix"
# A form that is called what its instrument is called.
_TITELS = {f"formulieren.{sleutel}.titel": titel for sleutel, titel in (
    ("aanmelding", "Aanmeldformulier"), ("intake", "Intakeformulier"), ("checklist_opstart", "Checklist"),
    ("persoonsbeschrijving", "Beschrijving"), ("begeleidingsplan", "Mijn plan"))}
V = Voorbeeld
VOORBEELDEN: tuple[Voorbeeld, ...] = (
    # R57
    V("R57", "twee fasen met één naam", ("R57:dubbel",), {"fasen[3].naam": "intake "}, "Fase 2 en fase 3 heten allebei ‘intake’. Geef elke fase een eigen naam, bijvoorbeeld ‘Opstart’ voor fase 3", ernst="fout", plekken=("fasen[3].naam", "fasen[2].naam")),
    V("R57", "een fase zonder naam", ("R57:naamloos",), {"fasen[3].naam": " "}, "Fase 3 heeft geen naam", "fasen[3].naam"),
    V("R57", "een eigen naam mag", (), {"fasen[3].naam": "Opname"}),
    # R58
    V("R58", "eigen hoofdstuk zegt er niets over", ("R58:ontbreekt",), zegt="in 010-inleiding.md een regel", ernst="fout", hoofdstukken=(("010-inleiding.md", "# Ons gebouw"),)),
    V("R58", "eigen hoofdstuk is leeg", ("R58:ontbreekt",), hoofdstukken=(("handleiding/010-inleiding.md", ""),), plek="handleiding.teksten.basishouding"),
    V("R58", "eigen hoofdstuk roept de eigen tekst", (), hoofdstukken=(("010-inleiding.md", "# Inleiding\n\n:::tekst basishouding\n"),)),
    V("R58", "een ander eigen hoofdstuk zegt het", (), hoofdstukken=(("010-inleiding.md", ""), ("015-visie.md", "Wij werken\nkrachtgericht."))),
    V("R58", "een ander hoofdstuk erbij vervangt niets", (), hoofdstukken=(("125-gebouw.md", "# Ons gebouw"),)),
    V("R58", "alleen de tekst van het model", ("R58:eigen_woorden",), {"handleiding.teksten.basishouding": WEG}, ernst="aandachtspunt"),
    V("R58", "een tekst die nog geschreven moet worden", ("R58:eigen_woorden",), {"handleiding.teksten.basishouding": "Volgt nog."}),
    V("R58", "visie mag ook", (), {"handleiding.teksten.basishouding": WEG, "handleiding.teksten.visie": "We kijken naar wat iemand kan."}),
    # R59
    V("R59", "probleem in de naam", ("R59:probleem",), {"leefgebieden[7]": gebied("Verslaving en meer")}, "onder ‘Gezondheid’", "leefgebieden[7].naam", "fout"),
    V("R59", "psychiatrie", ("R59:probleem",), {"leefgebieden[7]": gebied("Psychiatrische hulp")}),
    V("R59", "justitie", ("R59:probleem",), {"leefgebieden[7]": gebied("Justitieel contact")}, "onder ‘Mensen om je heen’"),
    V("R59", "opvoeding", ("R59:probleem",), {"leefgebieden[7]": gebied("Opvoeding")}),
    V("R59", "eigen probleemwoord", ("R59:probleem",), {"leefgebieden[7]": gebied("Uithuiszetting", basisgebied="wonen"), "parameters.probleemwoorden": ["uithuiszet"]}, "onder ‘Thuis’"),
    V("R59", "twijfelwoord", ("R59:twijfel",), {"leefgebieden[7]": gebied("Schulden")}, "onder ‘Geld’", ernst="aandachtspunt"),
    V("R59", "eigen twijfelwoord", ("R59:twijfel",), {"leefgebieden[7]": gebied("Conflicten"), "parameters.twijfelwoorden": ["conflict"]}),
    V("R59", "het probleem in de omschrijving mag", (), {"leefgebieden[4].reikwijdte": "ook verslaving en psychiatrie"}),
    V("R59", "twee gebieden", ("R59:basisgebied", "R59:te_weinig"), {"leefgebieden[6]": WEG, "leefgebieden[5]": WEG, "leefgebieden[4]": WEG, "leefgebieden[3]": WEG}, "bijvoorbeeld Wonen"),
    V("R59", "één gebied dat alles draagt", ("R59:te_weinig",), {"leefgebieden": [gebied("Alles", synoniemen=["Zingeving", "Wonen", "financiën", "Relaties", "Lichamelijke gezondheid", "psychische gezondheid", "Dagbesteding"])]}, "Er staat hier 1"),
    V("R59", "een basisgebied zonder plek", ("R59:basisgebied",), {"leefgebieden[4].synoniemen": WEG}, "‘basisgebied: psychisch’", "leefgebieden", "fout"),
    V("R59", "de naam is al die van het model", (), {"leefgebieden[6].sleutel": "anders"}),
    # R60
    V("R60", "intake zonder besluiten", ("R60:geen_besluiten",), {"fasen[2].besluiten": []}, "zoals toelating", "fasen[2].besluiten", "fout"),
    V("R60", "uitkomst zonder vervolg", ("R60:geen_vervolg",), {"fasen[2].besluiten[2].vervolg": ""}, "Vul bij ‘vervolg’ in: opstart, dat is fase 3 (Kennismaking), of", "fasen[2].besluiten[2].vervolg"),
    V("R60", "onbekende uitkomst zonder vervolg", ("R60:geen_vervolg",), {"fasen[7].besluiten[3]": {"uitkomst": "pauze", "naam": "Pauze"}}, "in: uitstroom"),
    V("R60", "afwijzing zonder vervolg", ("R60:geen_vervolg",), {"fasen[1].besluiten[2].vervolg": ""}, "in: einde, of"),
    V("R60", "voortzetten zonder vervolg: één keer gemeld", ("R60:geen_vervolg",), {"fasen[7].besluiten[1].vervolg": WEG}, "in: analyse"),
    V("R60", "voortzetten leidt terug naar het begin", ("R60:voortzetten",), {"fasen[7].besluiten[1].vervolg": "intake"}, "in: analyse."),
    V("R60", "voortzetten past niet bij herstart_fase", ("R60:herstart",), {"fasen[7].besluiten[1].vervolg": "planning"}, "zet herstart_fase op 5"),
    V("R60", "herstart in de planning", (), {"fasen[7].besluiten[1].vervolg": "planning", "parameters.herstart_fase": 5}),
    V("R60", "voortzetten onder een andere naam", (), {"fasen[7].besluiten[1].uitkomst": "doorgaan"}),
    V("R60", "de kring is niet rond", ("R60:geen_kring",), {"fasen[7].besluiten[1]": WEG}, "vervolg: analyse"),
    V("R60", "geen weg naar het afscheid", ("R60:onbereikbaar",), {"fasen[7].besluiten[2].vervolg": "einde"}, "vervolg: uitstroom", "fasen[7].besluiten"),
    V("R60", "geen weg naar de opstart: één keer gemeld", ("R60:onbereikbaar",), {"fasen[2].besluiten": [{"uitkomst": "afwijzing", "naam": "Nee", "vervolg": "einde"}]}, "naar fase 3"),
    V("R60", "alleen via de wachtlijst", (), {"fasen[2].besluiten": [{"uitkomst": "wachtlijst", "naam": "Wachten", "vervolg": "wachten"}]}),
    V("R60", "een besluit in een andere fase is een afslag", (), {"fasen[6].besluiten": [{"uitkomst": "stop", "naam": "Stoppen", "vervolg": "uitstroom"}]}),
    # R61
    V("R61", "vier weken", ("R61:kort",), {"parameters.min_traject": 28}, "28 dagen", "parameters.min_traject", "fout"),
    V("R61", "een dag te kort", ("R61:kort",), {"parameters.min_traject": 41}, "41 dagen"),
    V("R59", "drie gebieden die samen alles dragen", (), {"leefgebieden": [gebied("Alles", synoniemen=["Zingeving", "Wonen", "financiën", "Relaties", "Lichamelijke gezondheid", "psychische gezondheid", "Dagbesteding"]),
      {**gebied("Buurt"), "sleutel": "buurt"}, {**gebied("Reizen"), "sleutel": "reizen"}]}),
    V("R61", "precies zes weken", (), {"parameters.min_traject": 42}),
    # R62
    V("R62", "twee lege cellen: één bevinding", ("R62:leeg",), {f"{MATRIX}.hoe": "", f"{MATRIX}.waar": WEG}, "‘Waar’ (op welke plek?) en ‘Hoe’ (welke kwaliteitseisen gelden?)", "fasen[6].matrix.waar", "waarschuwing"),
    V("R62", "onbekende rol", ("R62:wie",), {f"{MATRIX}.wie": "Coach; psycholoog"}, "‘psycholoog’"),
    V("R62", "rol met een tikfout", ("R62:wie",), {f"{MATRIX}.wie": "deelnmer"}, "Bedoelde je ‘deelnemer’?"),
    V("R62", "rol met iets erbij, synoniem en iedereen", (), {f"{MATRIX}.wie": "De coach stelt op, met het cliëntsysteem; alle collega's"}),
    V("R62", "onbekend instrument", ("R62:waarmee",), {f"{MATRIX}.waarmee": "Mijn plan; Sociale kaart"}, "‘Sociale kaart’", f"{MATRIX}.waarmee"),
    V("R62", "instrument met iets erbij", (), {f"{MATRIX}.waarmee": "Mijn plan op de laptop; gesprekskaarten, telefoon"}),
    V("R62", "nergens vertrouwelijk", ("R62:vertrouwelijk",), {f"fasen[{nr}].matrix.waar": "Op kantoor" for nr in range(1, 9)}, ernst="aandachtspunt"),
    V("R62", "op één plek vertrouwelijk", (), {f"fasen[{nr}].matrix.waar": "Op kantoor" for nr in range(1, 8)}),
    # R63
    V("R63", "zonder werkwijze", ("R63:ontbreekt",), {"fasen[7].werkwijze": WEG}, "ontbreekt de werkwijze", "fasen[7].werkwijze", "waarschuwing"),
    V("R63", "zonder doel en instrument", ("R63:ontbreekt",), {"fasen[8].doel": [" "], "fasen[8].instrumenten": []}, "het doel en een instrument"),
    V("R63", "duur open zonder voorstel", ("R63:ontbreekt",), {"fasen[7].duur_voorstel": WEG}, "de duur"),
    V("R63", "instrument alleen bij een taak", (), {"fasen[8].instrumenten": [], "fasen[8].taken": [{"wat": "Praten", "wie": ["client"], "waarmee": ["exit"]}]}),
    # R64
    V("R64", "formulier van een fase is geen bijlage", ("R64:geen_bijlage",), {"instrumenten[8].bijlage": "geen"}, "‘Afscheidsformulier’ staat bij fase 8", "instrumenten[8].bijlage", "fout"),
    V("R64", "formulier zonder instrument", ("R64:geen_instrument",), {"formulieren.toestemming": {}, "fasen[2].aandachtspunten": ["Vul het {formulier.toestemming} in."]}, "formulier: toestemming", "fasen[2].aandachtspunten[1]"),
    V("R64", "titel van een formulier in de matrix", ("R64:geen_instrument",), {"formulieren.exit": {"titel": "Exit"}, "fasen[8].instrumenten": ["gesprek"], "instrumenten[8]": WEG, "fasen[8].matrix.waarmee": "exit"}),
    V("R64", "formulier staat uit", ("R64:uit",), {"formulieren.exit.aan": "nee"}, "exit aan"),
    V("R64", "formulier staat niet in de lijst", ("R64:uit",), {"formulieren.exit": WEG}),
    V("R64", "bijlage nergens gebruikt", ("R64:ongebruikt",), {"instrumenten[10]": instrument("kaart", "Sociale kaart", bijlage=17)}, "Bijlage 17 (‘Sociale kaart’)", "instrumenten[10]"),
    V("R64", "formulier nergens gebruikt", ("R64:ongebruikt",), {"formulieren.toestemming": {}, "instrumenten[10]": instrument("t", "Toestemming", soort="formulier", formulier="toestemming")}, "bij de instrumenten van fase 2"),
    V("R64", "geen bijlage en nergens gebruikt", (), {"instrumenten[10]": instrument("kaart", "Sociale kaart", bijlage="geen")}),
    V("R64", "gebruikt in een tekst", (), {"instrumenten[10]": instrument("kaart", "Sociale kaart"), "fasen[1].aandachtspunten": ["Kijk op de {instrument.kaart}."]}),
    V("R64", "gebruikt in de matrix", (), {"instrumenten[10]": instrument("kaart", "Sociale kaart"), "fasen[1].matrix.waarmee": "{instrument.aanmelding}; sociale kaart."}),
    V("R64", "twee keer hetzelfde nummer", ("R64:dubbel",), {"instrumenten[4].bijlage": 1, "instrumenten[1].bijlage": 1, "handleiding.teksten.plan": WEG}, "2 is nog vrij", "instrumenten[4].bijlage"),
    V("R64", "vaste nummers", (), {"instrumenten[4].bijlage": 12, "instrumenten[1].bijlage": 11, "handleiding.teksten.plan": WEG}),
    V("R64", "verwijzing wijst nergens heen", ("R64:verwijzing_leeg",), {"handleiding.teksten.plan": "Kijk in bijlage 15."}, "de hoogste is 9", "handleiding.teksten.plan"),
    V("R64", "verwijzing naar iets anders", ("R64:verwijzing_anders",), {"handleiding.teksten.plan": "Gebruik {instrument.exit} (bijlage 6)."}, "‘Afscheidsformulier’ is bijlage 8"),
    V("R64", "verwijzing naar wat geen bijlage is", ("R64:verwijzing_leeg",), {"instrumenten[4].bijlage": "geen", "handleiding.teksten.plan": "Gesprekskaarten (bijlage 20)"}, "haal de verwijzing weg"),
    V("R64", "verwijzing in een eigen hoofdstuk", ("R64:verwijzing_leeg",), hoofdstukken=(("125-extra.md", "# Extra\n\nZie bijlage 77."),), plek="regel 3"),
    V("R64", "verwijzing zonder naam", (), {"handleiding.teksten.plan": "Kijk ook in bijlage 3."}),
    # R65
    V("R65", "minimum langer dan maximum", ("R65:min_max",), {"fasen[1].duur": "4 tot 2 weken"}, "Bedoel je 2 weken tot 4 weken?", "fasen[1].duur", "waarschuwing"),
    V("R65", "gemiddelde buiten de grenzen", ("R65:gemiddelde",), {"fasen[6].duur": "4 tot 6 weken, gemiddeld 8 weken"}, "minimaal 4 weken en maximaal 6 weken"),
    V("R65", "termijn zonder begin", ("R65:anker",), {"fasen[2].termijnen": [termijn("binnen 5 werkdagen", parameter="uitnodiging_max")]}, "binnen 5 werkdagen na aanmeldingsbesluit", "fasen[2].termijnen[1].tekst"),
    V("R65", "antwoord binnen een dag", (), {"fasen[2].termijnen": [termijn("binnen 24 uur")]}),
    V("R65", "een ritme heeft geen begin nodig", (), {"fasen[2].frequenties": [termijn("60 tot 90 minuten"), termijn("maximaal 2 keer per week")]}),
    V("R65", "fasen passen niet voor de termijn", ("R65:som",), {"fasen[4].duur": "1 tot 4 weken, maximaal 4 weken na de start"}, "duren samen tot 6 weken", "fasen[4].duur", plekken=("fasen[4].duur", "fasen[3].duur")),
    V("R65", "fase zelf zonder lengte", ("R65:som",), {"fasen[3].duur": "1 tot 4 weken na de start", "fasen[4].duur": "maximaal 4 weken na de start"}),
    V("R65", "lengte van een eerdere fase onbekend", (), {"fasen[4].duur": "1 tot 4 weken, maximaal 4 weken na de start", "fasen[3].duur": "volgens het plan"}),
    V("R65", "woorden en parameter verschillen", ("R65:parameter",), {"fasen[5].termijnen[1].tekst": "maximaal 3 weken na persoonsbeschrijving"}, "Zet planning_max op 21", "fasen[5].termijnen[1].tekst"),
    V("R65", "ritme en parameter verschillen", ("R65:parameter",), {"fasen[6].frequenties": [termijn("minimaal 1 keer per week", parameter="voortgang_max")]}, "Zet voortgang_max op 7"),
    V("R65", "ritme in woorden verschilt", ("R65:parameter",), {"fasen[4].frequenties": [termijn("gemiddeld 1 keer per maand", parameter="analyse_interval")], "parameters.analyse_interval": "7 dagen"}, "op 1 maand"),
    V("R65", "aantal verschilt", ("R65:parameter",), {"fasen[6].frequenties": [termijn("minimaal 3 keer", parameter="min_meldingen")]}, "op 3"),
    V("R65", "twee grenzen verschillen", ("R65:parameter",), {"fasen[7].termijnen": [termijn("6 tot 12 maanden na start", parameter="algemene_evaluatie")], "parameters.algemene_evaluatie": "6 tot 9 maanden"}),
    V("R65", "duur van een fase en parameter", ("R65:parameter",), {"fasen[5].duur": "maximaal 5 weken na persoonsbeschrijving", "fasen[5].termijnen": []}, plek="fasen[5].duur"),
    V("R65", "duur van een fase verschilt van termijn en parameter", ("R65:parameter",), {"fasen[5].duur": "maximaal 5 weken na persoonsbeschrijving"}, plek="fasen[5].duur"),
    V("R65", "duur en termijn verschillen allebei: één keer gemeld", ("R65:parameter",), {"fasen[5].duur": "maximaal 3 weken na persoonsbeschrijving", "fasen[5].termijnen[1].tekst": "binnen 21 dagen na persoonsbeschrijving"}, plek="fasen[5].termijnen[1].tekst"),
    V("R65", "parameter staat uit", ("R65:parameter_uit",), {"parameters.planning_max": "uit"}, "zet planning_max dan op 14", ernst="aandachtspunt"),
    V("R65", "een maand is ongeveer 30 dagen", (), {"fasen[4].termijnen[1].tekst": "maximaal 1 maand na de start", "fasen[4].duur": "1 tot 2 weken", "parameters.analyse_max": 30}),
    V("R65", "werkdagen", (), {"fasen[1].termijnen": [termijn("binnen 1 week na aanmeldingsbesluit", parameter="uitnodiging_max")]}),
    V("R65", "een termijn zonder getal", (), {"fasen[5].termijnen[1].tekst": "zo vaak als nodig"}),
    V("R65", "een lege parameter", (), {"fasen[5].frequenties": [termijn("2 weken", parameter="")]}),
    V("R65", "een andere parameter", (), {"fasen[5].frequenties": [termijn("16 jaar", parameter="leeftijd_toestemming")]}),
    V("R65", "van een naar twee", ("R65:min_max",), {"fasen[1].duur": "2 tot 1 weken"}, "Bedoel je 1 week tot 2 weken?"),
    V("R65", "het gemiddelde is het minimum", (), {"fasen[6].duur": "4 tot 6 weken, gemiddeld 4 weken"}),
    V("R65", "het gemiddelde is het maximum", (), {"fasen[6].duur": "4 tot 6 weken, gemiddeld 6 weken"}),
    V("R65", "het gemiddelde is meer dan het maximum, en er is geen minimum", ("R65:gemiddelde",), {"fasen[6].duur": "maximaal 4 weken, gemiddeld 8 weken"}, "maximaal 4 weken"),
    V("R65", "hele weken heten weken", ("R65:som",), {"fasen[3].duur": "1 tot 7 dagen na de start", "fasen[4].duur": "1 tot 22 dagen, maximaal 4 weken na de start"},
      "Kennismaking (hoogstens 1 week) en Analyse (hoogstens 22 dagen) duren samen tot 29 dagen"),
    V("R65", "de kortste van twee termijnen telt", ("R65:parameter", "R65:som"), {"fasen[4].duur": "1 tot 4 weken, maximaal 4 weken na de start", "fasen[4].termijnen[1].tekst": "maximaal 7 weken na de start", "parameters.analyse_max": 49}),
    V("R65", "de termijn staat alleen bij de termijnen", ("R65:som",), {"fasen[4].duur": "1 tot 3 weken"}),
    V("R65", "een andere termijn zegt niet wanneer de fase klaar is", (), {"fasen[4].duur": "1 tot 2 weken", "fasen[4].termijnen[2]": termijn("maximaal 1 week na de start")}),
    V("R65", "drie procent verschil is nog dezelfde afspraak", (), {"fasen[6].frequenties": [termijn("minimaal 1 keer per 97 dagen", parameter="voortgang_max")], "parameters.voortgang_max": 100}),
    V("R65", "een dag meer verschil niet", ("R65:parameter",), {"fasen[6].frequenties": [termijn("minimaal 1 keer per 96 dagen", parameter="voortgang_max")], "parameters.voortgang_max": 100}, "Zet voortgang_max op 96"),
    V("R65", "weken en werkdagen verschillen", ("R65:parameter",), {"fasen[1].termijnen": [termijn("binnen 2 weken na aanmeldingsbesluit", parameter="uitnodiging_max")]}, "Zet uitnodiging_max op 10"),
    V("R65", "alleen de kortste van twee grenzen verschilt", ("R65:parameter",), {"fasen[7].termijnen": [termijn("6 tot 12 maanden na start", parameter="algemene_evaluatie")], "parameters.algemene_evaluatie": "3 tot 12 maanden"}),
    V("R65", "de kortste duur van een traject", ("R65:parameter",), {"fasen[6].frequenties": [termijn("minimaal 8 weken", parameter="min_traject")]}, "Zet min_traject op 56"),
    V("R65", "een termijn zonder getal zegt niets over de duur", ("R65:parameter",), {"fasen[5].duur": "maximaal 5 weken na persoonsbeschrijving", "fasen[5].termijnen[1].tekst": "zo vaak als nodig"}, plek="fasen[5].duur"),
    V("R65", "een parameter zonder getal", (), {"fasen[4].frequenties": [termijn("gemiddeld 1 keer per maand", parameter="analyse_interval")], "parameters.analyse_interval": "volgens het plan"}),
    V("R65", "een termijn vanaf een eerdere fase is niet de lengte van deze", ("R65:som",), {"fasen[4].duur": "1 tot 5 weken, maximaal 4 weken na de start"}, "Analyse (hoogstens 5 weken)"),
    V("R65", "wat vóór een gesprek hoort, is geen lengte", ("R65:som",), {"fasen[3].duur": "maximaal 2 weken, maximaal 8 dagen voor evaluatiegesprek", "fasen[4].duur": "1 tot 4 weken, maximaal 4 weken na de start"}, "duren samen tot 6 weken"),
    V("R65", "van twee lengtes telt de kortste", (), {"fasen[3].duur": "1 tot 2 weken, maximaal 3 weken na de start"}),
    # R66
    V("R66", "zestien maanden oud", ("R66:oud",), peildatum=date(2027, 10, 1), wijzig={"invoering.evaluatie_gehouden": "2027-01-12"}, zegt="16 maanden geleden herzien (01-06-2026); afgesproken is: één keer per jaar", plek="handleiding.datum", ernst="waarschuwing"),
    V("R66", "eigen grens", ("R66:oud",), {"parameters.herzien_max": 90}, "binnen 90 dagen"),
    V("R66", "op de laatste dag", (), {"parameters.herzien_max": 174}),
    V("R66", "een dag over de grens", ("R66:oud",), {"parameters.herzien_max": 173}, "binnen 173 dagen"),
    V("R66", "vandaag herzien", (), {"parameters.herzien_max": 90, "handleiding.log[4]": {"datum": "2026-11-22", "versie": "3", "aanpassing": "x", "vervolg": "y"}}),
    V("R66", "wat nog moet komen telt niet", ("R66:oud",), {"parameters.herzien_max": 90, "handleiding.log[4]": {"datum": "2026-11-23", "versie": "3", "aanpassing": "x", "vervolg": "y"}}, "(01-06-2026)"),
    V("R66", "een schrikkeljaar is ook een jaar", ("R66:oud",), {"parameters.herzien_max": 366, "invoering.evaluatie_gehouden": "2027-01-12"}, "één keer per jaar", peildatum=date(2027, 10, 1)),
    V("R66", "iets meer dan een jaar", ("R66:oud",), {"parameters.herzien_max": 367, "invoering.evaluatie_gehouden": "2027-01-12"}, "binnen 367 dagen", peildatum=date(2027, 10, 1)),
    V("R66", "het log is nieuwer", (), {"parameters.herzien_max": 90, "handleiding.log[4]": {"datum": "2026-10-01", "versie": "3", "aanpassing": "x", "vervolg": "y"}}),
    V("R66", "geen afspraak over herzien", (), {"parameters.herzien_max": "uit", "handleiding.datum": "2010-01-01"}, overgeslagen="de parameter herzien_max staat uit"),
    V("R66", "nog gelijk aan het uitgangsmodel", (), {"parameters.herzien_max": 90, "organisatie.naam": "Ander"}, model={"parameters.herzien_max": 90}, overgeslagen="nog niet in gebruik"),
    V("R66", "versie zonder regel in het log", ("R66:zonder_logregel",), {"handleiding.versie": "3"}, 'versie: "3"', "handleiding.versie"),
    V("R66", "logregel zonder vervolg", ("R66:logregel",), {"handleiding.log[1].vervolg": ""}, "regel 1 van het log is nog leeg: ‘vervolg’", "handleiding.log[1]"),
    V("R66", "één versie op twee datums", ("R66:dubbel",), {"handleiding.log[3].datum": "2026-09-01"}, "01-06-2026 en 01-09-2026", "handleiding.log[3]", plekken=("handleiding.log[3]", "handleiding.log[2]")),
    V("R66", "veranderd zonder nieuwe versie", ("R66:zelfde_versie",), {"fasen[3].duur": "1 tot 2 dagen na de start"}, vorige={}, plek="handleiding.versie"),
    V("R66", "veranderd met een nieuwe versie", (), {"fasen[3].duur": "1 tot 2 dagen na de start"}, vorige={"handleiding.versie": "1"}),
    V("R66", "niets veranderd", (), vorige={"handleiding.log[3]": WEG, "invoering.gestart": "2025-12-01"}),
    V("R66", "afgeweken zonder reden", ("R66:reden",), {"fasen[3].duur": "1 tot 2 dagen na de start", "formulieren.intake.titel": "Intakeformulier"}, "fase 3 (Kennismaking) en formulier ‘Intakeformulier’", "fasen[3]", "aandachtspunt", model={}),
    V("R66", "andere leefgebieden zonder reden", ("R66:reden",), {"leefgebieden[1].naam": "Huis"}, "leefgebieden: ", model={}),
    V("R66", "afgeweken met reden", (), {"fasen[3].duur": "1 tot 2 dagen na de start", "leefgebieden[1].naam": "Huis", "handleiding.redenen": {"fasen.opstart": "Kort.", "leefgebieden": "Warm."}}, model={}),
    V("R66", "een lege reden is geen reden", ("R66:reden",), {"fasen[3].duur": "1 tot 2 dagen na de start", "handleiding.redenen": {"fasen.opstart": " "}}, model={}),
    V("R66", "andere woorden vragen geen reden", (), {"fasen[3].kern": "Iets anders"}, model={}),
    V("R66", "veranderd in zes fasen", ("R66:zelfde_versie",), {f"fasen[{nr}].kern": "Iets anders" for nr in range(1, 7)}, "en nog 2 onderdelen", vorige={}),
    V("R66", "veranderd in vier fasen", ("R66:zelfde_versie",), {f"fasen[{nr}].kern": "Iets anders" for nr in range(1, 5)}, "Fase 3: Kennismaking en Fase 4: Analyse)", vorige={}),
    V("R66", "vijf formulieren afgeweken zonder reden", ("R66:reden",), _TITELS, "formulier ‘Beschrijving’ en nog 1, en nergens staat waarom. Zet bij ‘handleiding: redenen’ een zin, bijvoorbeeld: formulieren.aanmelding:", model={}),
    V("R66", "vier formulieren afgeweken zonder reden", ("R66:reden",), {n: t for n, t in _TITELS.items() if "plan" not in n}, "formulier ‘Checklist’ en formulier ‘Beschrijving’", model={}),
    # R67
    V("R67", "nog niets", ("R67:niets",), {"invoering": WEG}, ernst="aandachtspunt"),
    V("R67", "een lege invoering is nog niets", ("R67:niets",), {"invoering": {}}),
    V("R67", "voorwaarde niet beoordeeld", ("R67:niet_beoordeeld",), {"invoering.randvoorwaarden[4].oordeel": WEG, "invoering.randvoorwaarden[10]": WEG}, "4 (Timing) en 10 (Financiële middelen)", "invoering.randvoorwaarden", "waarschuwing"),
    V("R67", "geen enkele beoordeeld", ("R67:niet_beoordeeld",), {"invoering.randvoorwaarden": WEG}, "alle tien"),
    V("R67", "nee zonder actie", ("R67:geen_actie",), {"invoering.randvoorwaarden[7].actie": WEG}, "Randvoorwaarde 7 (Teamoverleg) is ‘nee’", "invoering.randvoorwaarden[7]"),
    V("R67", "deels zonder actie", ("R67:geen_actie",), {"invoering.randvoorwaarden[1].oordeel": "deels"}),
    V("R67", "geen criteria", ("R67:geen_criteria",), {"invoering.criteria": WEG}),
    V("R67", "geen evaluatie gepland", ("R67:geen_evaluatie",), {"invoering.evaluatie_gepland": WEG}, "bijvoorbeeld rond 05-01-2027", "invoering.evaluatie_gepland"),
    V("R67", "geen evaluatie en geen begin", ("R67:geen_evaluatie",), {"invoering.evaluatie_gepland": WEG, "invoering.gestart": WEG}, "na de start."),
    V("R67", "evaluatie veel later", ("R67:evaluatie_laat",), {"invoering.evaluatie_gepland": "2028-01-01"}, "bijvoorbeeld op 05-01-2027"),
    V("R67", "evaluatie op de laatste dag", (), {"invoering.evaluatie_gepland": "2027-04-06"}),
    V("R67", "evaluatie een dag te laat", ("R67:evaluatie_laat",), {"invoering.evaluatie_gepland": "2027-04-07"}),
    V("R67", "evaluatie dertig dagen voorbij", (), {"invoering.evaluatie_gepland": "2026-10-23"}),
    V("R67", "evaluatie een dag langer voorbij", ("R67:evaluatie_voorbij",), {"invoering.evaluatie_gepland": "2026-10-22"}),
    V("R67", "evaluatie voorbij", ("R67:evaluatie_voorbij",), {"invoering.evaluatie_gepland": "2026-09-01"}),
    V("R67", "evaluatie gehouden", (), {"invoering.evaluatie_gepland": WEG, "invoering.evaluatie_gehouden": "2026-11-01"}),
    V("R67", "verankerpunt leeg", ("R67:verankering",), {"invoering.verankering[2]": WEG}, "opfristraining", ernst="aandachtspunt"),
    V("R67", "alles op formulieren", (), {"invoering": WEG}, invullingen=(
        vel("randvoorwaarden", **TIEN), vel("verankering", **VIJF),
        vel("implementatieplan", ip_criteria=({"criterium": "x"},), ip_gestart=date(2026, 1, 5), ip_evaluatie_datum=date(2027, 1, 5)))),
    V("R67", "formulier: nee zonder actie", ("R67:geen_actie",), invullingen=(vel("randvoorwaarden", **{**TIEN, "rv_7": "nee", "rv_7_actie": "-"}),), plek="rv_7_actie"),
    V("R67", "het laatste formulier gaat voor", (), invullingen=(
        vel("randvoorwaarden", of_datum=date(2026, 6, 1), **TIEN), vel("randvoorwaarden", of_datum=date(2026, 1, 1), **{**TIEN, "rv_7": "nee"}))),
    V("R67", "alleen een halve lijst", ("R67:geen_criteria", "R67:geen_evaluatie", "R67:niet_beoordeeld", "R67:verankering"), {"invoering": WEG},
      invullingen=(vel("randvoorwaarden", rv_1="ja"),)),
    V("R67", "evaluatie van de werkwijze ligt er", (), {"invoering.evaluatie_gepland": WEG}, invullingen=(vel("eval_werkwijze", of_datum=date(2026, 11, 1), ew_resultaat="x"),)),
    # R68
    V("R68", "bekend woord voor de cliënt", ("R68:oud_woord",), {"fasen[2].kern": "De cliënten praten."}, "Hier staat nog ‘cliënt’; jullie kozen ‘deelnemer’. Schrijf {client}", "fasen[2].kern", "aandachtspunt"),
    V("R68", "woord van vroeger, op twee plekken", ("R68:oud_woord",), {"fasen[2].kern": "Met huurders.", "fasen[3].kern": "De huurder."}, "op nog 1 plek; jullie kozen ‘deelnemer’"),
    V("R68", "woord van vroeger, op drie plekken", ("R68:oud_woord",), {f"fasen[{nr}].kern": "De huurder." for nr in (2, 3, 4)}, "en op nog 2 plekken", plekken=("fasen[2].kern", "fasen[3].kern", "fasen[4].kern")),
    V("R68", "bekend woord voor de begeleider", ("R68:oud_woord",), {"handleiding.teksten.plan": "Je mentor helpt."}, "{begeleider}"),
    V("R68", "in een eigen hoofdstuk", ("R68:oud_woord",), hoofdstukken=(("125-extra.md", "# Extra\n\n:::tekst plan\n\nDe cliënt."),), plek="regel 5"),
    V("R68", "deel van een ander woord, of tussen aanhalingstekens", (), {"fasen[2].kern": "Het cliëntenoverleg, de mentor-training en ‘cliënt’ als woord."}),
    V("R68", "het woord is ook een eigen woord", (), {"termen.maat": {"enkelvoud": "mentor", "meervoud": "mentoren"}, "fasen[2].kern": "De mentor praat."}),
    V("R68", "een naam van meer woorden", (), {"termen.extern": {"enkelvoud": "mentor van school", "meervoud": "x"}, "fasen[2].kern": "De mentor van school praat mee."}),
    V("R68", "in een verwijzing, bron, synoniem of logregel", (), {"fasen[2].kern": "{De_client} en {mentor}", "termen.mentor": {"enkelvoud": "maatje", "meervoud": "maatjes"}, "fasen[2].bron": "cliënt", "handleiding.log[1].aanpassing": "cliënt werd deelnemer"}),
    V("R68", "twee dingen met één naam", ("R68:dubbele_naam",), {"instrumenten[4].naam": "mijn plan"}, "In de lijst ‘instrumenten’ heten er 2 ‘mijn plan’", plekken=("instrumenten[6]", "instrumenten[4]")),
    V("R68", "twee rollen met één naam", ("R68:dubbele_naam",), {"rollen[3]": {"sleutel": "ander", "naam": "Coach"}}),
    V("R68", "één formulier met twee namen", ("R68:twee_namen",), {"formulieren.exit": {"titel": "Exitlijst"}}, "‘Afscheidsformulier’ en ‘Exitlijst’", "instrumenten[8]"),
    # R69
    V("R69", "geen criteria", ("R69:geen_criteria",), {"criteria": WEG}, "zet dan criteria_gebruiken op nee".capitalize(), "criteria", "waarschuwing"),
    V("R69", "geen contra-indicaties", ("R69:geen_contra",), {"contra_indicaties": []}),
    V("R69", "geen vraag", ("R69:geen_vraag",), {"criteria[1].vraag": "18 jaar"}, "‘Hulpvraag’", "criteria[1].vraag"),
    V("R69", "niet gebruikt", (), {"criteria": WEG, "contra_indicaties": WEG, "parameters.criteria_gebruiken": "nee", "parameters.contra_gebruiken": "nee"}),
    V("R69", "uitgezet", (), {"criteria": WEG, "parameters.regels_uit": ["R69"]}, overgeslagen="uitgezet in de inrichting"),
)
