"""The wording of every rule, in one place: code → variant → what a colleague would say.

``{formulier}`` is the title of the form as the organisation has it, ``{veld}`` the label as
printed, in quotes; the other facts come from the rule. Terms such as ``{de_client}`` may be
used as everywhere. No message repeats what somebody typed in a text field.
"""

from __future__ import annotations

from collections.abc import Mapping

BERICHTEN: Mapping[str, Mapping[str, str]] = {
    "R01": {
        "leeg": "{formulier}: {veld} is nog leeg. Vul dit in.",
        "nvt": "{formulier}: bij {veld} staat alleen een streepje of ‘n.v.t.’. Dat kan hier niet. "
        "Geef antwoord op de vraag.",
        "tabel": "{formulier}: in {veld} staat nog niets. Vul minstens één regel in.",
        "rijen": "{formulier}: in {veld} staan {staat} regels; het zijn er minstens {aantal}. Vul ze aan.",
        "voorgedrukt": "{formulier}: {kolom} is nog niet ingevuld bij {rijen} ({veld}). Vul dit in.",
    },
    "R02": {
        "keuze": "{formulier}: bij {bron} koos je ‘{keuze}’. Vul dan ook {veld} in.",
        "waarde": "{formulier}: door wat er bij {bron} staat, is {veld} nodig. Vul dit in.",
        "omdat_leeg": "{formulier}: {bron} is leeg, en dan is {veld} nodig. Vul een van beide in.",
        "altijd": "{formulier}: {veld} is nog leeg en hoort hier ingevuld te zijn. Vul dit in.",
    },
    "R03": {
        "een": "{formulier}: wat bij {veld} staat, komt niet in de lijst voor. Kies {keuzes}.",
        "meer": "{formulier}: bij {veld} staat iets dat niet in de lijst voorkomt. Kies een of meer van: {keuzes}.",
    },
    "R04": {
        "fout": "{formulier}: bij {veld} staat {staat}, maar {reden}. "
        "Schrijf dag-maand-jaar, bijvoorbeeld 28-02-2026.",
        "onleesbaar": "{formulier}: bij {veld} staat iets dat ik niet als datum kan lezen. "
        "Schrijf dag-maand-jaar, bijvoorbeeld 28-02-2026.",
        "toekomst": "{formulier}: bij {veld} staat {datum}. Dat is na {peildatum}, terwijl het al gebeurd moet zijn. "
        "Kijk of de datum klopt.",
    },
    "R05": {
        "nergens": "{formulier}: nergens staat wat goed gaat. Vraag {de_client} wat lukt en wie daarbij helpt, "
        "en vul {veld} in.",
        "een_kant": "{formulier}: bij {gebieden} is {veld} nog leeg. Een beschrijving laat allebei zien: "
        "vul {veld} in naast {anders}.",
    },
    "R06": {
        "persoonsbeschrijving": "{formulier}: over {gebieden} staat nog niets, ook niet dat het nu niet speelt. "
        "Beschrijf het kort, of vul {niet} in.",
        "intake": "{formulier}: bij {veld} staat nog niets over {gebieden}. Vul in wat goed gaat en wat minder gaat.",
        "begeleidingsplan": "{formulier}: over {gebieden} staat nog niets. Vul {veld} in, "
        "of kies bij {keuze} nee of later.",
    },
    "R07": {
        "toekomst": "{formulier}: {veld} is nog leeg. Vraag {de_client} hoe een goede dag er over een jaar uitziet.",
        "wens": "{formulier}: bij geen enkel leefgebied staat een wens. Vraag {de_client} wat er anders mag, "
        "of juist mag blijven, en vul {veld} in.",
    },
    "R08": {
        "einddoel": "{formulier}: {veld} is nog leeg. Zonder einddoel is bij de evaluatie niet te zien "
        "of {de_client} op weg is. Vul het samen in.",
        "doelen": "{formulier}: bij {veld} staat nog geen doel. Schrijf minstens één doel op.",
    },
    "R09": {
        "geen_actie": "{formulier}: doel {doel} heeft nog geen actie. Vul bij {veld} in wie wat doet en wanneer.",
        "doel_nr": "{formulier}: bij de actie in regel {regel} van {veld} staat geen doel. "
        "Vul het nummer in van het doel waar de actie bij hoort.",
        "actie": "{formulier}: in regel {regel} van {veld} staat nog geen actie. Schrijf op wat er gebeurt.",
        "wie": "{formulier}: wie doet de actie in regel {regel} van {veld}? Vul {kolom} in.",
        "wanneer": "{formulier}: wanneer is de actie in regel {regel} van {veld} klaar? Vul {kolom} in.",
        "onbekend_doel": "{formulier}: de actie in regel {regel} van {veld} hoort bij doel {doel}, maar dat doel "
        "staat niet in het plan. Kijk welk nummer het moet zijn.",
    },
    "R10": {
        "doel_nr": "{formulier}: {dit_doel} heeft nog geen nummer. Vul {kolom} in, dan kunnen acties ernaar verwijzen.",
        "doel": "{formulier}: bij {dit_doel} staat nog niet wat het doel is. Vul {kolom} in.",
        "streefdatum": "{formulier}: {dit_doel} heeft nog geen streefdatum. Spreek een datum af en vul die in.",
        "leefgebied": "{formulier}: bij {dit_doel} staat nog geen leefgebied. Vul {kolom} in.",
        "prioriteit": "{formulier}: bij {dit_doel} is {kolom} nog leeg. Kies samen hoe belangrijk dit doel nu is.",
        "dubbel": "{formulier}: {aantal} doelen hebben nummer {doel}. Geef elk doel een eigen nummer, "
        "en kijk ook de acties na.",
    },
    "R11": {
        "ontbreekt": "{formulier}: {veld} ontbreekt nog. Laat tekenen, met naam en datum.",
        "niet_getekend": "{formulier}: bij {veld} is wel iets ingevuld, maar ‘Getekend’ staat niet op ja. "
        "Laat tekenen, of kies ja als dat al gebeurd is.",
        "datum": "{formulier}: bij {veld} staat geen datum. Vul in wanneer er getekend is.",
        "te_vroeg": "{formulier}: bij {veld} staat {datum}, maar {ander} is {vanaf}. Tekenen kan pas daarna. "
        "Kijk of beide datums kloppen.",
    },
    "R12": {
        "aanpakken": "{formulier}: in regel {regel} van {veld} is {kolom} nog leeg. "
        "Kies samen ja, nee of later.",
        "reden": "{formulier}: in regel {regel} van {veld} koos je ‘{keuze}’. Vul bij {kolom} kort in waarom.",
    },
    "R13": {
        "doel": "{formulier}: doel {doel} komt niet terug in {veld}. Vul proces, effect en actie in.",
        "deel": "{formulier}: bij doel {doel} in {veld} is nog leeg: {kolommen}. Vul dit in.",
    },
    "R26": {
        "volgorde": "{formulier}: {veld} is {datum}. Dat is vóór {ander} op {ander_formulier} ({ander_datum}). "
        "Kijk of beide datums kloppen.",
    },
    "R30": {
        "te_laat": "{plan}{van_cyclus}: tussen {beschrijving} ({vanaf}) en het plan ({datum}) zitten {dagen} dagen. "
        "Afgesproken is hoogstens {grens} dagen. Kijk of de datums kloppen, en bespreek hoe het op tijd lukt.",
        "ontbreekt": "{beschrijving}{van_cyclus} is van {vanaf}, {dagen} dagen geleden; binnen {grens} dagen hoort er "
        "een plan te zijn ({plan}). Maak het samen, of voeg het bestand toe.",
    },
    "R38": {
        "overgeslagen": "{later} is er al, maar {eerder} ontbreekt. Sla ‘{fase}’ niet over. "
        "Vul het formulier alsnog in, of voeg het bestand toe.",
    },
    "R39": {
        "onbekend": "{formulier}: {organisatie} heeft geen leefgebied {vreemd}. "
        "Gebruik een nieuw formulier, of zet deze naam in de inrichting bij de synoniemen.",
        "ontbreekt": "{formulier}: {organisatie} werkt ook met {gebieden}, maar dat staat niet op dit formulier. "
        "Gebruik een nieuw formulier.",
        "anders": "{formulier}: dit formulier heeft {vreemd}, en {organisatie} heeft {gebieden}. "
        "Gebruik een nieuw formulier, of zet de oude naam in de inrichting bij de synoniemen.",
    },
    "R41": {
        "ontbreekt": "{formulier}: doel {doel} uit het plan ({plan}) komt niet terug. "
        "Vul bij {veld} in of het gehaald is.",
        "onbekend": "{formulier}: bij {veld} staat doel {doel}, maar dat doel staat niet in het plan ({plan}). "
        "Kijk welk nummer het moet zijn.",
    },
    "R45": {
        "besproken": "{formulier}: {veld} is nog leeg. Bespreek de beschrijving samen en vul de datum in.",
        "kopie": "{formulier}: {veld} is nog leeg. Geef een kopie aan {de_client}, "
        "of vul in waarom dat niet kan en met wie je dat overlegde ({velden}).",
        "afwijking": "{formulier}: {veld} is nog leeg, en {velden} ook. "
        "Zonder kopie is allebei nodig: de reden, en met wie je dat overlegde.",
        "bron": "{formulier}: in regel {regel} van {veld} staat dat de informatie niet besproken is. "
        "Bespreek die met {de_client}, of laat die weg.",
    },
    "R70": {
        "gelijk": "{formulier}{van_cyclus}: {bestanden} zijn gelijk. Ze tellen één keer. Bewaar er één.",
        "anders": "{formulier}{van_cyclus}: er zijn {aantal} exemplaren die verschillen: {bestanden}. "
        "Kies welke geldt en haal de andere weg.",
    },
    "R71": {
        "versie": "{formulier}: dit formulier is van versie {versie}; nu geldt versie {nu}. "
        "Kijk of er vragen veranderd zijn, en neem de volgende keer een nieuw formulier.",
    },
    "R72": {
        "geweigerd": "‘{naam}’ is niet gelezen. {reden}",
        "formulier": "‘{naam}’ is een formulier ({sleutel}) dat {organisatie} niet gebruikt. "
        "Kijk of het in de goede map staat.",
        "leeg": "In ‘{naam}’ is onder de kop nog niets ingevuld. Vul het in, of haal het uit de map.",
        "dossier": "‘{naam}’ is bij geen dossier te zetten, want er staat geen dossiernummer. "
        "Vul {veld} boven aan het formulier in.",
    },
}  # fmt: skip

# Why a rule could not be judged.
REDENEN: Mapping[str, str] = {
    "niet_gebruikt": "{organisatie} gebruikt dit formulier niet: {formulieren}",
    "veld_niet_gebruikt": "de vraag {veld} staat niet op het formulier {formulier}",
    "uit": "de parameter {parameter} staat uit in de inrichting",
    "geen_formulier": "er is nog geen {formulieren}",
    "veld_kwijt": "{veld} is uit het formulier verdwenen ({formulier})",
    "veld_onleesbaar": "{veld} is niet te lezen ({formulier})",
    "leeftijd_onbekend": "de geboortedatum is niet bekend, dus is niet te zeggen of {veld} nodig is ({formulier})",
    "geen_doelen": "er staan geen doelen met een nummer in het plan ({formulier})",
    "onleesbaar_bestand": "een bestand dat bij dit dossier lijkt te horen is niet gelezen: {bestanden}",
}

# When one file lost many questions at once.
VEEL_KWIJT = (
    "{formulier}: {aantal} vragen zijn uit het formulier verdwenen, zoals {velden}. Ze zijn dus niet leeg, maar weg. "
    "Neem een nieuw formulier of zet de vragen terug."
)

# A fout that the dossier explains.
VASTGELEGD = "{bericht} Dit is vastgelegd als afwijking, op {datum}."
