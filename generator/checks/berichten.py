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
        "cyclus": "{formulier}: {veld} is nog leeg, en er zijn formulieren van meer dan één cyclus. Vul het nummer "
        "in{vermoeden}. Zolang dat er niet is, telt dit formulier niet mee in de vergelijking met de andere.",
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
    "R14": {
        "nee": "{formulier}: in {veld} staat {rij} ‘nee’, maar het besluit is ‘{besluit}’. "
        "Pas het besluit aan, of schrijf bij {kolom} waarom het toch kan.",
        "onbekend": "{formulier}: in {veld} staat {rij} ‘onbekend’, en het besluit is al ‘{besluit}’. "
        "Zoek het uit, of schrijf bij {kolom} hoe je het nog te weten komt.",
        "bereidheid": "{formulier}: bij {veld} staat ‘nee’, maar het besluit is ‘{besluit}’. "
        "Vraag het {de_client} nog eens, of pas het besluit aan.",
        "kenmerken": "{formulier}: bij {veld} koos je er {aantal}, en minstens {minstens} is afgesproken. "
        "Het besluit is ‘{besluit}’. Kijk of er een kenmerk bij hoort, of pas het besluit aan.",
    },
    "R15": {
        "ja": "{formulier}: in {veld} staat {rij} ‘ja’, maar het besluit is ‘{besluit}’{waar}. "
        "Pas het besluit aan, of leg bij {afwijking} vast wie dit goed vond en waarom.",
        "onbekend": "{formulier}: in {veld} staat {rij} ‘onbekend’, en het besluit is al ‘{besluit}’{waar}. "
        "Zoek het uit, of leg bij {afwijking} vast wie dit goed vond en waarom.",
        "begeleiding": "{formulier}: bij {veld} staat ‘nee’, maar het besluit is ‘{besluit}’{waar}. "
        "Pas het besluit aan, of leg bij {afwijking} vast wie dit goed vond en waarom.",
    },
    "R16": {
        "te_jong": "{formulier}: volgens {veld} was {de_client} {leeftijd} jaar op {datum} ({ander}); "
        "de ondergrens is {grens} jaar. Kijk of de datums kloppen, of pas het besluit aan.",
        "te_oud": "{formulier}: volgens {veld} was {de_client} {leeftijd} jaar op {datum} ({ander}); "
        "de bovengrens is {grens} jaar. Kijk of de datums kloppen, of pas het besluit aan.",
    },
    "R17": {
        "crisis": "{formulier}: bij {veld} staat ‘ja’, maar het besluit is ‘{besluit}’ en geen spoed. "
        "Is spoed overwogen? Kijk of crisis en besluit bij elkaar passen.",
        "twijfel": "{formulier}: bij {twijfel} staat ‘ja’, maar {veld} is nog leeg. "
        "Overleg met een collega, en vul in met wie.",
    },
    "R18": {
        "waarheen": "{formulier}: het besluit is ‘{besluit}’, maar {veld} is nog leeg. "
        "Vul in waar {de_client} terechtkan.",
        "reden": "{formulier}: het besluit is ‘{besluit}’, maar {veld} is nog leeg. "
        "Schrijf een reden op die je {de_client} kunt geven.",
    },
    "R19": {
        "wachtlijst": "{formulier}: het besluit is ‘{besluit}’, maar bij {veld} staat {plekken}. "
        "Kijk of dat aantal klopt, en of wachten nodig is.",
        "vol": "{formulier}: het besluit is ‘{besluit}’, maar bij {veld} staat {plekken}. "
        "Kijk of dat aantal klopt, of pas het besluit aan.",
        "aanbod": "{formulier}: het besluit is ‘{besluit}’, maar bij {veld} staat ‘nee’. "
        "Kijk of jullie aanbod past, of pas het besluit aan.",
        "geen_groep": "{formulier}: {veld} is ingevuld, maar {organisatie} heeft geen groepswonen. "
        "Haal het antwoord weg, of zet groepswonen aan in de inrichting.",
        "wel_groep": "{formulier}: {veld} is nog leeg, en het besluit is al ‘{besluit}’. "
        "{Organisatie} heeft groepswonen: weeg dit mee en vul het in.",
    },
    "R20": {
        "proef_reden": "{formulier}: het besluit is ‘{besluit}’, maar {veld} is nog leeg. "
        "Schrijf op wat jullie samen willen ontdekken.",
        "proef_eind": "{formulier}: het besluit is ‘{besluit}’, maar {veld} is nog leeg. "
        "Spreek een einddatum af en vul die in.",
        "voorwaarden": "{formulier}: het besluit is ‘{besluit}’, maar in {veld} staat nog niets. "
        "Schrijf op welke afspraken gelden en wie erop let.",
        "wie": "{formulier}: het besluit is ‘{besluit}’, maar bij geen afspraak in {veld} staat wie erop let. "
        "Vul {kolom} in.",
    },
    "R21": {
        "begeleider": "{formulier}: alle acties bij doel {doel} zijn van {de_begeleider}. "
        "Wat kan {de_client} zelf doen, of iemand uit het netwerk? Bespreek het samen.",
        "netwerk": "{formulier}: in {veld} doet niemand uit het netwerk mee. "
        "Is er iemand die wil helpen? Vraag het {de_client}.",
    },
    "R22": {
        "doel_vroeg": "{formulier}: bij doel {doel} is {kolom} {datum}. Dat is vóór {ander} ({plan_datum}). "
        "Wijzig een van beide.",
        "actie_vroeg": "{formulier}: de actie in regel {regel} van {veld} is klaar op {datum}. "
        "Dat is vóór {ander} ({plan_datum}). Wijzig een van beide.",
        "actie_laat": "{formulier}: de actie in regel {regel} van {veld} is klaar op {datum}, maar doel {doel} "
        "al op {streefdatum} ({kolom}). Wijzig een van beide.",
        "evaluatie": "{formulier}: {veld} is {datum}, en dan is nog geen enkel doel klaar: "
        "bij {kolom} is {eerste} de eerste. Wijzig een van beide.",
    },
    "R23": {
        "nee": "{formulier}: {doel} is niet gehaald, maar {kolom} is nog leeg. "
        "Schrijf kort op waarom; dat helpt bij het volgende plan.",
        "deels": "{formulier}: {doel} is deels gehaald, maar {kolom} is nog leeg. "
        "Schrijf kort op waarom; dat helpt bij het volgende plan.",
    },
    "R24": {
        "bestemming": "{formulier}: het besluit is ‘{besluit}’, maar {veld} is nog leeg. Vul dit in.",
        "gehaald": "{formulier}: alle doelen in {veld} zijn gehaald en er is geen nieuwe vraag, maar het besluit is "
        "‘{besluit}’. Schrijf op welke vraag er nog ligt, of pas het besluit aan.",
        "afronden": "{formulier}: in {veld} staat bij elk doel ‘afronden’, maar het besluit is ‘{besluit}’. "
        "Kijk wat er nog te doen is, of pas het besluit aan.",
        "plek": "{formulier}: bij {veld} staat ‘nee’, maar het besluit is ‘{besluit}’. "
        "Bespreek welke plek beter past, of pas een van beide aan.",
    },
    "R25": {
        "mail_datum": "{formulier}{wanneer}: {veld} is nog leeg. Stuur bericht en vul de datum in.",
        "register_nr": "{formulier}{wanneer}: {veld} is nog leeg. Meld het voorval in jullie systeem, "
        "en vul het nummer in.",
        "volgnummer": "{formulier}{wanneer}: {veld} is nog leeg. Tel de eerdere voorvallen mee en vul het nummer in.",
        "igj_leeg": "{formulier}{wanneer}: bij {bron} staat ‘ja’. Dan moet duidelijk zijn of de inspectie het weet. "
        "Vul {veld} in.",
        "igj_nee": "{formulier}{wanneer}: bij {bron} staat ‘ja’, maar bij {veld} staat ‘nee’. "
        "Meld het bij de inspectie, en vul de datum in.",
        "igj_datum": "{formulier}{wanneer}: de inspectie weet ervan, maar {veld} is nog leeg. Vul de datum in.",
        "sprong": "{formulier}{wanneer}: bij {veld} staat {nummer}. Het voorval ervoor is nummer {vorige}, "
        "dus je verwacht {verwacht}. Kijk of er een formulier ontbreekt, of verbeter het nummer.",
    },
    "R26": {
        "volgorde": "{formulier}: {veld} is {datum}. Dat is vóór {ander} op {ander_formulier} ({ander_datum}). "
        "Kijk of beide datums kloppen.",
    },
    "R27": {
        "te_laat": "{formulier}: {veld} is {datum}. Dat is {dagen} na het besluit van {vanaf}; afgesproken is "
        "hoogstens "
        "{grens}. Kijk of de datums kloppen, en bespreek hoe het op tijd lukt.",
        "ontbreekt": "{formulier}: {veld} is nog leeg. Het besluit is van {vanaf}, en binnen {grens} hoort de "
        "uitnodiging weg te zijn. Stuur die, en vul de datum in.",
        "later": "{formulier}: bij {veld} staat {datum}, en dat is na {peildatum}. Het besluit is van {vanaf}, en "
        "binnen {grens} hoort de uitnodiging weg te zijn. Kijk of de datum klopt, en bespreek hoe het op tijd lukt.",
    },
    "R28": {
        "te_laat": "{formulier}: {veld} is {datum}. Dat is {dagen} na het gesprek van {vanaf}; afgesproken is "
        "hoogstens "
        "{grens}. Kijk of de datums kloppen, en bespreek hoe het op tijd lukt.",
        "ontbreekt": "{formulier}: {veld} is nog leeg. Het gesprek was op {vanaf}, en binnen {grens} hoort het besluit "
        "op papier te staan. Stuur de brief, en vul de datum in.",
        "later": "{formulier}: bij {veld} staat {datum}, en dat is na {peildatum}. Het gesprek was op {vanaf}, en "
        "binnen {grens} hoort het besluit op papier te staan. Kijk of de datum klopt, en bespreek hoe het op tijd "
        "lukt.",
        "zonder_reden": "{formulier}: de brief is verstuurd, maar {veld} is nog leeg. "
        "Vul in welke reden erin staat, zodat {de_client} het besluit begrijpt.",
    },
    "R29": {
        "te_laat": "{formulier}: tussen de start ({vanaf}) en {veld} ({datum}) zitten {dagen}. Afgesproken is "
        "hoogstens "
        "{grens}. Kijk of de datums kloppen, en bespreek hoe het op tijd lukt.",
        "ontbreekt": "De start was op {vanaf}, {dagen} geleden. Binnen {grens} hoort er een beschrijving te zijn "
        "(‘{gevraagd}’). Plan de gesprekken, of voeg het bestand toe.",
    },
    "R30": {
        "te_laat": "{gevraagd}{van_cyclus}: tussen {vorig} ({vanaf}) en het plan ({datum}) zitten {dagen}. "
        "Afgesproken is hoogstens {grens}. Kijk of de datums kloppen, en bespreek hoe het op tijd lukt.",
        "ontbreekt": "{vorig}{van_cyclus} is van {vanaf}, {dagen} geleden; binnen {grens} hoort er "
        "een plan te zijn (‘{gevraagd}’). Maak het samen, of voeg het bestand toe.",
    },
    "R31": {
        "te_kort": "‘{fase}’{van_cyclus} duurde {dagen} ({vanaf} tot {datum}). Afgesproken is: {duur}. "
        "Kijk of de datums kloppen, en bespreek of er genoeg tijd was.",
        "te_lang": "‘{fase}’{van_cyclus} duurde {dagen} ({vanaf} tot {datum}). Afgesproken is: {duur}. "
        "Kijk of de datums kloppen, en bespreek of dit bij de afspraken in het plan hoort.",
        "loopt": "‘{fase}’{van_cyclus} loopt al {dagen}, sinds {vanaf}. Afgesproken is: {duur}. "
        "Rond de fase af, of voeg het bestand toe waarin dat staat.",
    },
    "R32": {
        "weinig": "‘{fase}’{van_cyclus}: ik zie {gesprekken} in {dagen} ({vanaf} tot {datum}). Afgesproken is "
        "gemiddeld {afspraak}. Vul de datums aan, of spreek een vast moment af.",
        "geen": "‘{fase}’{van_cyclus}: ik zie geen enkel gesprek in {dagen} ({vanaf} tot {datum}). Afgesproken is "
        "gemiddeld {afspraak}. Leg de gesprekken vast, of spreek een vast moment af.",
    },
    "R33": {
        "gat": "{gevraagd}{van_cyclus}: tussen {vanaf} en {datum} is in {dagen} geen voortgangsgesprek vastgelegd. "
        "Afgesproken is minstens elke {grens}. Voeg het verslag toe, of spreek een vast moment af.",
        "open": "{gevraagd}{van_cyclus}: na {vanaf} is er geen voortgangsgesprek meer vastgelegd, al {dagen}. "
        "Afgesproken is minstens elke {grens}. Plan een gesprek, of voeg het verslag toe.",
    },
    "R34": {
        "ontbreekt": "{formulier}: op {vanaf} is gekozen voor een intake, {dagen} geleden. Binnen {grens} hoort die "
        "er te "
        "zijn (‘{gevraagd}’). Plan het gesprek, of voeg het bestand toe.",
        "na_einde": "Het besluit op {eerder}{van} is {besluit}, en toch is {later} ingevuld. "
        "Is het een nieuwe aanmelding? Vul dan eerst {aanmelding} in. Klopt het besluit niet, pas het dan aan.",
    },
    "R35": {
        "wachtlijst": "{later} is er al, maar het besluit op {eerder}{van} is {besluit}. Is er een plek? "
        "Leg dat besluit dan vast op {eerder}, met de datum.",
        "na_einde": "{later} is er, maar het besluit op {eerder}{van} is {besluit}. Klopt dat niet, pas het besluit "
        "dan aan. "
        "Is het een nieuwe aanmelding? Vul dan eerst {aanmelding} in.",
        "contact": "Na {vanaf} is er geen contact meer vastgelegd, al {dagen}, terwijl het besluit {besluit} is. "
        "Afgesproken is minstens elke {grens}. Bel {de_client}, en leg dat vast.",
        "contact_gat": "Tussen {vanaf} en {datum} is in {dagen} geen contact vastgelegd, terwijl het besluit {besluit} "
        "was. Afgesproken is minstens elke {grens}. Voeg het verslag toe, of bespreek hoe het beter kan.",
    },
    "R36": {
        "proef": "{formulier}: {bronveld} is {uiterlijk}, en er is geen nieuw besluit na {besluit}. "
        "Bespreek of {de_client} doorgaat, en leg het besluit vast.",
        "voorwaarde": "{formulier}: in {veld} staat nog niets over {mist} van de {aantal} afspraken uit {afspraken} "
        "({intake}). Vul in of het gelukt is.",
    },
    "R37": {
        "te_laat": "{formulier}: na een spoedopname hoort de intake binnen {grens} na de start. De start was op "
        "{vanaf}, "
        "het gesprek op {datum}: {dagen} later. Kijk of de datums kloppen, en bespreek hoe het op tijd lukt.",
        "ontbreekt": "Na een spoedopname hoort de intake binnen {grens} na de start. De start was op {vanaf}, {dagen} "
        "geleden, en er is geen gesprek (‘{gevraagd}’). Plan het, of voeg het bestand toe.",
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
    "R40": {
        "wens": "{formulier}: over {gebieden} staat een wens in ‘{beschrijving}’, maar hier is nog niets gekozen. "
        "Kies samen ja, nee of later bij {veld}.",
        "doel": "{formulier}: doel {doel} gaat over {gebied}, maar ‘{beschrijving}’ zegt niets over dat gebied. "
        "Past dit doel bij wat {de_client} wil? Bespreek het samen.",
    },
    "R41": {
        "ontbreekt": "{formulier}: doel {doel} uit het plan ({plan}) komt niet terug. "
        "Vul bij {veld} in of het gehaald is.",
        "onbekend": "{formulier}: bij {veld} staat doel {doel}, maar dat doel staat niet in het plan ({plan}). "
        "Kijk welk nummer het moet zijn.",
    },
    "R42": {
        "kwijt": "Doel {doel} is niet helemaal gehaald en gaat door, maar staat niet in het plan van cyclus {cyclus} "
        "({nieuw}). Zet het bij {veld}, of leg bij {keuze} uit waarom het nu niet kan.",
    },
    "R44": {
        "niet_aangepast": "{formulier}: op {datum} stond bij {veld} ‘nee’, en daarna is het plan niet aangepast. "
        "Maak samen een nieuwe versie ({plan}), of bespreek het doel bij de evaluatie.",
    },
    "R43": {
        "ontbreekt": "{formulier}: het besluit van {vanaf} is {besluit}, {dagen} geleden. Binnen {grens} hoort er een "
        "plan "
        "te zijn voor cyclus {nummer} (‘{gevraagd}’). Maak het samen, of voeg het bestand toe.",
        "na_afronden": "{later} is van cyclus {nummer}, maar cyclus {cyclus} eindigde{van} met {besluit}. "
        "Kijk of het nummer van de cyclus klopt, of het besluit.",
        "sprong": "{later} is van cyclus {nummer}, maar van cyclus {mist} is er niets. "
        "Kijk of het nummer klopt, of voeg de bestanden toe.",
        "dubbel": "{later} heeft nummer {nummer}, maar cyclus {nummer} was toen al klaar: het besluit is {besluit}. "
        "Geef de formulieren van de nieuwe ronde nummer {volgende}.",
        "zonder_beschrijving": "{later} is van cyclus {nummer}, maar {beschrijving} van die cyclus is er niet. "
        "Maak een nieuwe, of kies daarop ja bij {veld}.",
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
    "R46": {
        "zonder": "{formulier}: in regel {regel} van {veld} staat iets van {datum} met iemand van buiten, "
        "en er is geen toestemming van {de_client}. Vraag die eerst ({toestemming}), of haal de informatie weg.",
        "te_vroeg": "{formulier}: in regel {regel} van {veld} staat iets van {datum} met iemand van buiten. "
        "De toestemming kwam pas later ({toestemming}). Kijk of de datums kloppen, en bespreek het met {de_client}.",
        "verlopen": "{formulier}: in regel {regel} van {veld} staat iets van {datum} met iemand van buiten. "
        "De toestemming gold toen niet meer ({toestemming}). Vraag opnieuw toestemming.",
        "ander": "{formulier}: in regel {regel} van {veld} staat iets van {datum} met iemand van buiten "
        "die ik niet terugzie op de toestemming ({toestemming}). Kijk of het dezelfde is; zo niet, vraag dan ook "
        "daarvoor toestemming.",
        "formulier": "{formulier}: bij {veld} staat {datum}, maar er is geen formulier ‘{toestemming}’. "
        "Voeg het bestand toe, of leg de toestemming alsnog samen vast.",
    },
    "R47": {
        "wissel": "{formulier}{van_cyclus}: bij {veld} staat een andere naam dan bij {ander} ({ander_formulier}). "
        "Is er een wissel van {begeleider}? Leg die vast bij ‘Afwijken van de afspraken’.",
    },
    "R48": {
        "start": "Er is al een formulier ‘{later}’, maar nog geen {rie}. Vul die samen in, of voeg het bestand toe.",
        "niet_in_plan": "{formulier}: {risicos} {staat} niet bij {veld} ({rie}). Spreek af wat helpt, en wie dat doet.",
        "algemeen": "{formulier}: bij de algemene evaluatie van {datum} hoort een nieuwe {rie}. "
        "Vul die in, of voeg het bestand toe.",
        "ouders": "{formulier}: bij {veld} staat geen ouder of verzorger. Vraag of een ouder meekijkt en aanvult.",
    },
    "R49": {
        "evaluatie": "{formulier}{van_cyclus}: {aantal} {voorvallen} mee naar de evaluatie, maar {veld} is leeg. "
        "Bespreek wat je ervan leerde, en schrijf dat op.",
        "memo": "{formulier}: bij het voorval van {datum} is nog geen {memo}. "
        "Schrijf kort op met wie er daarna contact was.",
    },
    "R50": {
        "taak": "{formulier}: in {veld} is {taken} nog niet afgetekend. Teken af, of zeg waarom het niet hoeft.",
        "taken": "{formulier}: in {veld} zijn {aantal} taken nog niet afgetekend: {taken}. "
        "Teken af, of zeg waarom het niet hoeft.",
        "reden": "{formulier}: {taken} hoeft niet, maar {veld} is leeg. Schrijf kort op waarom.",
    },
    "R51": {
        "ontbreekt": "Het vertrek was op {vertrek}, en er is nog geen {exit}. Vraag {de_client} alsnog hoe het was, "
        "of voeg het bestand toe.",
        "poging": "Het vertrek was op {vertrek}, en er is geen {exit}. Vraag achteraf hoe {de_client} het vond, "
        "en noteer bij de checklist of dat gelukt is.",
        "na_vertrek": "{formulier}: {veld} is {datum}, {dagen} na het vertrek ({vertrek}). "
        "Kijk of beide datums kloppen.",
        "te_vroeg": "{formulier}: {veld} is {datum}, {dagen} vóór het vertrek ({vertrek}). "
        "Afgesproken is hoogstens {grens}. Kijk of er nog iets te bespreken is.",
    },
    "R52": {
        "tevredenheid": "Het dossier is gesloten (vertrek {vertrek}), en nergens staat hoe tevreden {de_client} was. "
        "Is dat gevraagd?",
        "nazorg": "Het dossier is gesloten (vertrek {vertrek}), en nergens staat iets over nazorg. "
        "Spreek af of er nog contact is, en schrijf dat op.",
        "overdracht": "Er is vervolghulp aangevraagd, maar geen overdracht vastgelegd (vertrek {vertrek}). "
        "Is er een gesprek of brief geweest?",
        "laat": "{formulier}: {veld} is {datum}. De uitstroom begon op {begin}; vraag vervolghulp liefst binnen "
        "{marge} dagen aan, dan sluit ze aan.",
    },
    "R53": {
        "geboortedatum": "{formulier}: {veld} is {datum}, maar op {ander_formulier} staat {ander_datum}. "
        "Kijk welke klopt, en of dit formulier in het goede dossier zit.",
        "client_naam": "{formulier}: bij {veld} staat een andere naam dan op {ander_formulier}. "
        "Kijk of dit formulier in het goede dossier zit.",
    },
    "R54": {
        "kort": "{formulier}: van de start ({start}) tot het vertrek ({vertrek}) zijn {dagen} dagen. "
        "Het model is bedoeld voor minstens {grens}. Paste deze hulp bij de vraag?",
    },
    "R55": {
        "waarschuwing": "{formulier}: de begeleiding stopt omdat afspraken niet zijn nagekomen, "
        "maar er is geen eerdere waarschuwing vastgelegd. Zet die bij {veld}, of voeg de memo toe.",
        "meldingen": "{formulier}: bij {veld} {aantal}; het zijn er minstens {grens}. "
        "Vul aan wie wanneer bericht kreeg.",
        "alternatief": "{formulier}: {veld} is nog leeg. Schrijf op welke andere plek is besproken.",
    },
    "R56": {
        "leeg": "{formulier}: {veld} is leeg. Wat vraagt {de_client} nu zelf? Schrijf het op in eigen woorden.",
        "gebied": "{formulier}: bij de aanmelding ging het ook over {gebieden} ({aanmelding}); "
        "in het plan komt dat niet terug. Speelt het nog? Vraag het {de_client}.",
    },
    "R57": {
        "dubbel": "Fase {een} en fase {twee} heten allebei ‘{naam}’. Geef elke fase een eigen naam, "
        "bijvoorbeeld ‘{voorstel}’ voor fase {twee}.",
        "naamloos": "Fase {nr} heeft geen naam. Kies een eigen naam, bijvoorbeeld ‘{voorstel}’.",
    },
    "R58": {
        "ontbreekt": "In je eigen hoofdstukken staat nergens wat krachtgericht werken is, of dat {de_client} centraal "
        "staat. Het model vraagt dat. Schrijf het bij ‘teksten: basishouding’, en zet in {bestand} een regel met "
        "‘:::tekst basishouding’.",
        "eigen_woorden": "Over de basishouding staat er alleen wat het model zegt. Beschrijf bij ‘teksten: "
        "basishouding’ in een paar zinnen wat krachtgericht werken bij jullie betekent.",
    },
    "R59": {
        "probleem": "Het leefgebied ‘{naam}’ heet naar een probleem. Het model kijkt naar wat voor ieder mens telt. "
        "Zet dit onder ‘{gebied}’, of kies een andere naam.",
        "twijfel": "Het leefgebied ‘{naam}’ lijkt naar een probleem te heten. Bespreek of dit onder ‘{gebied}’ kan, "
        "of kies een naam die bij ieder mens past.",
        "te_weinig": "Er {staan} hier {aantal} leefgebieden. Met minder dan drie zie je niet het hele leven. "
        "Voeg er een paar toe, bijvoorbeeld {voorstel}.",
        "basisgebied": "Nergens is plek voor {gebieden}. Het model kijkt naar het hele leven. Voeg een leefgebied toe, "
        "zet bij een leefgebied ‘basisgebied: {sleutel}’, of zet ‘{naam}’ bij de synoniemen van het gebied "
        "waar het onder valt.",
    },
    "R60": {
        "geen_besluiten": "Bij {fase} staan geen besluiten. Deze fase eindigt met een keuze. Zet bij ‘besluiten’ "
        "de uitkomsten, zoals {voorstel}.",
        "geen_vervolg": "Na ‘{besluit}’ in {fase} staat niet wat er volgt. Vul bij ‘vervolg’ in: {voorstel}{naar}, "
        "of kies een eigen route.",
        "voortzetten": "‘{besluit}’ leidt nu naar {vervolg}. Wie doorgaat, begint opnieuw in de kern. "
        "Vul bij ‘vervolg’ in: {voorstel}.",
        "herstart": "‘{besluit}’ leidt naar {vervolg}, maar bij de parameter herstart_fase staat {herstart} "
        "({voorstel}). Maak ze gelijk: vul bij ‘vervolg’ {voorstel} in, of zet herstart_fase op {ander}.",
        "geen_kring": "Bij {fase} leidt geen besluit terug naar de analyse of de planning. De kern van het model is "
        "een kring. Voeg een besluit ‘voortzetten’ toe, met als vervolg: {voorstel}.",
        "onbereikbaar": "Geen enkel besluit leidt naar {fase}, dus die fase wordt altijd overgeslagen. "
        "Geef een besluit van {eerder} als vervolg: {voorstel}.",
    },
    "R61": {
        "kort": "De kortste duur van een traject staat op {dagen} dagen. Het model vraagt ten minste zes weken. "
        "Zet min_traject op {norm} of hoger.",
    },
    "R62": {
        "leeg": "In de matrix is bij {fase} nog leeg: {rijen}. Vul dit in.",
        "wie": "In de matrix staat bij {fase}, rij ‘Wie’: ‘{naam}’. Die rol is er niet.{tip} "
        "Kies een rol uit de lijst, of zet deze erbij bij ‘rollen’.",
        "waarmee": "In de matrix staat bij {fase}, rij ‘Waarmee’: ‘{naam}’. Dat instrument is er niet.{tip} "
        "Kies een instrument uit de lijst, of zet dit erbij bij ‘instrumenten’.",
        "vertrouwelijk": "In de matrix noemt ‘Waar’ bij geen enkele fase een plek om vertrouwelijk te praten. "
        "Zet erbij waar dat kan, bijvoorbeeld: een spreekkamer waar niemand meeluistert.",
    },
    "R63": {
        "ontbreekt": "Bij {fase} ontbreekt {delen}. Elke fase beschrijft een doel, een duur, een instrument en een "
        "werkwijze. Vul dit in bij {sleutels}.",
    },
    "R64": {
        "geen_bijlage": "‘{formulier}’ staat bij {fase}, maar is geen bijlage. Haal bij dit instrument de regel "
        "‘bijlage: geen’ weg; het krijgt dan vanzelf een nummer.",
        "geen_instrument": "‘{formulier}’ staat bij {fase}, maar is geen bijlage. Zet het erbij bij ‘instrumenten’, "
        "met soort: formulier en formulier: {sleutel}.",
        "uit": "‘{formulier}’ staat bij {fase}, maar dit formulier gebruiken jullie niet. Zet bij ‘formulieren’ "
        "{sleutel} aan, of haal het weg uit de fase.",
        "ongebruikt": "Bijlage {nr} (‘{naam}’) wordt nergens gebruikt. Zet ‘{sleutel}’ bij de instrumenten van {fase}, "
        "of zet hier ‘bijlage: geen’.",
        "dubbel": "{namen} hebben hetzelfde bijlagenummer ({nr}). Geef er één een ander nummer; {vrij} is nog vrij.",
        "verwijzing_leeg": "Hier staat ‘bijlage {nr}’, maar die bijlage is er niet; de hoogste is {hoogste}. {tip}.",
        "verwijzing_anders": "Hier staat ‘{naam} (bijlage {nr})’, maar bijlage {nr} is ‘{ander}’. {tip}.",
    },
    "R65": {
        "min_max": "Bij ‘{naam}’ in {fase} staat ‘{tekst}’: het minimum ({min}) is langer dan het maximum ({max}). "
        "Bedoel je {voorstel}?",
        "gemiddelde": "Bij ‘{naam}’ in {fase} staat ‘{tekst}’: het gemiddelde ({gemiddeld}) past niet bij {grenzen}. "
        "Kijk welk getal klopt.",
        "anker": "Bij ‘{naam}’ in {fase} staat ‘{tekst}’, maar niet vanaf welk moment dat telt. "
        "Schrijf bijvoorbeeld: {voorstel}.",
        "som": "{fasen} duren samen tot {som}, maar {fase} moet klaar zijn: {termijn}. Dat past alleen als de fasen "
        "overlappen. Maak een fase korter of de termijn langer; overlappen ze met opzet, dan kan dit zo blijven.",
        "parameter": "Bij ‘{naam}’ in {fase} staat ‘{tekst}’, maar de parameter {parameter} is {waarde}. Dossiers "
        "toetsen we aan de parameter. Zet {parameter} op {voorstel}, of pas de tekst aan.",
        "parameter_uit": "Bij ‘{naam}’ in {fase} staat ‘{tekst}’, maar de parameter {parameter} staat uit. Niemand "
        "bewaakt deze termijn dan. Wil je dat wel, zet {parameter} dan op {voorstel}.",
    },
    "R66": {
        "oud": "De handleiding is {maanden} maanden geleden herzien ({datum}); afgesproken is: {afspraak}. Loop haar "
        "samen door, geef haar een nieuwe datum en versie, en zet in het log wat er anders is.",
        "zonder_logregel": "De handleiding heeft versie ‘{versie}’, maar in het log staat geen regel bij die versie. "
        "Voeg een regel toe met versie: \"{versie}\", de datum, wat er veranderde en wat er nog moet gebeuren.",
        "logregel": "In regel {nr} van het log is nog leeg: {leeg}. Vul dit in; is er niets meer nodig, "
        "schrijf dan ‘Niets meer nodig.’",
        "dubbel": "In het log staat versie ‘{versie}’ bij twee datums: {een} en {twee}. Geef de laatste een nieuw "
        "versienummer.",
        "zelfde_versie": "Er is iets veranderd sinds de vorige inrichting ({delen}), maar de versie is nog ‘{versie}’. "
        "Geef de handleiding een nieuwe versie en schrijf de wijziging in het log.",
        "reden": "Jullie wijken af van het uitgangsmodel bij {delen}, en nergens staat waarom. Zet bij ‘handleiding: "
        "redenen’ een zin, bijvoorbeeld: {sleutel}: \"Zo sluit het aan bij hoe wij werken.\"",
    },
    "R67": {
        "niets": "Over de invoering is nog niets vastgelegd. Beoordeel samen de tien randvoorwaarden, en zet de "
        "uitkomst bij ‘invoering’ of vul de formulieren van de organisatie in.",
        "niet_beoordeeld": "Nog niet beoordeeld van de tien randvoorwaarden: {punten}. Bespreek ze samen, "
        "en vul ja, deels of nee in.",
        "geen_actie": "Randvoorwaarde {nr} ({naam}) is ‘{oordeel}’, maar er staat geen actie bij. "
        "Vul in wat jullie gaan doen, wie dat doet en wanneer.",
        "geen_criteria": "Er staat niet waaraan jullie zien dat deze werkwijze helpt. Leg minstens één criterium vast, "
        "met hoe jullie het meten.",
        "geen_evaluatie": "Er is geen evaluatie van de werkwijze gepland. Kies een datum ongeveer een jaar na de "
        "start{wanneer}.",
        "evaluatie_laat": "De invoering begon op {gestart} en de evaluatie staat op {gepland}. Het model vraagt een "
        "evaluatie na ongeveer een jaar. Plan haar eerder, bijvoorbeeld op {voorstel}.",
        "evaluatie_voorbij": "De evaluatie van de werkwijze stond op {gepland}, maar er staat niet wanneer ze er was. "
        "Vul die datum in, of plan een nieuwe evaluatie.",
        "verankering": "Nog niet ingevuld bij de verankering: {punten}. Spreek af hoe jullie dit regelen, "
        "dan blijft de werkwijze leven.",
    },
    "R68": {
        "oud_woord": "Hier staat nog ‘{oud}’{meer}; jullie kozen ‘{nieuw}’. Schrijf {verwijzing}, dan klopt het woord "
        "overal vanzelf.",
        "dubbele_naam": "In de lijst ‘{lijst}’ heten er {aantal} ‘{naam}’. Geef elk een eigen naam, "
        "of maak er één van.",
        "twee_namen": "Eén formulier heeft twee namen: {namen}. Kies er één, en gebruik die bij het instrument "
        "en bij ‘formulieren: {sleutel}’.",
    },
    "R69": {
        "geen_criteria": "Er zijn geen criteria. Zet er bij ‘criteria’ minstens één, met een vraag. "
        "Gebruik je ze niet? Zet dan criteria_gebruiken op nee.",
        "geen_contra": "Er zijn geen contra-indicaties. Zet er bij ‘contra_indicaties’ minstens één, met een vraag. "
        "Gebruik je ze niet? Zet dan contra_gebruiken op nee.",
        "geen_vraag": "Bij ‘{naam}’ staat geen vraag die je met ja of nee kunt beantwoorden. "
        "Maak er een vraag van, met een vraagteken.",
    },
    "R70": {
        "gelijk": "{formulier}{van_cyclus}: {bestanden} zijn gelijk. Ze tellen één keer. Bewaar er één.",
        "los": "{formulier}{van_cyclus}: {bestanden} hebben dezelfde antwoorden. Die tellen één keer. "
        "Er staat ook iets naast de vragen, en dat is misschien niet overal hetzelfde. "
        "Lees dat eerst, neem over wat telt, en bewaar daarna er één.",
        "anders": "{formulier}{van_cyclus}: er zijn {aantal} exemplaren die verschillen: {bestanden}. "
        "Kies welke geldt en haal de andere weg.",
    },
    "R71": {
        "versie": "{formulier}: dit formulier is gemaakt met versie {versie}; nu geldt versie {nu}. "
        "Kijk of er vragen veranderd zijn, en neem de volgende keer een nieuw formulier.",
        "nieuw": "{formulier}: dit formulier is gemaakt met versie {versie}; nu geldt versie {nu}. "
        "Nieuw sindsdien: {velden}. Kijk of je dit nog moet aanvullen, en neem de volgende keer een nieuw formulier.",
        "anders": "{formulier}: dit formulier is gemaakt met versie {versie}; nu geldt versie {nu}. "
        "Anders sindsdien: {velden}. Er kwam niets bij. Neem de volgende keer een nieuw formulier.",
        "gebieden": "{formulier}: dit formulier is gemaakt met versie {versie}; nu geldt versie {nu}. "
        "Sindsdien zijn de leefgebieden anders: {gebieden}. Neem de volgende keer een nieuw formulier.",
        "zelfde": "{formulier}: dit formulier is gemaakt met versie {versie}; nu geldt versie {nu}. "
        "De vragen zijn dezelfde. Neem de volgende keer een nieuw formulier.",
        "ander": "{formulier}: dit formulier is van {van}; je kijkt na met de inrichting van {organisatie}. "
        "Kijk of het in de goede map staat, of kies de goede inrichting. Verder kijk ik dit formulier niet na.",
        "andere_naam": "{formulier}: dit formulier is van {van}; je kijkt na met de inrichting van {organisatie}. "
        "Kijk of het in de goede map staat. Heet je organisatie nu anders, dan is het goed zo.",
    },
    "R72": {
        "geweigerd": "‘{naam}’ is niet gelezen. {reden}",
        "formulier": "‘{naam}’ is een formulier ({sleutel}) dat {organisatie} niet gebruikt. "
        "Kijk of het in de goede map staat.",
        "leeg": "In ‘{naam}’ is onder de kop nog niets ingevuld. Vul het in, of haal het uit de map.",
        "dossier": "‘{naam}’ is bij geen dossier te zetten, want er staat geen dossiernummer. "
        "Vul {veld} boven aan het formulier in.",
    },
    "R74": {
        "gepland": "{formulier}: {bronveld} is {vanaf}, en er is nog geen evaluatie (‘{gevraagd}’). "
        "Plan het gesprek, of voeg het bestand toe.",
        "streefdatum": "{formulier}: de laatste {bronveld} is {vanaf}, en er is nog geen evaluatie (‘{gevraagd}’). "
        "Plan het gesprek, of voeg het bestand toe.",
        "algemeen": "Sinds {vanaf} ({formulier}, {bronveld}) is er geen algemene evaluatie geweest. "
        "Afgesproken is: elke {afspraak}. Plan het gesprek, of voeg het bestand toe.",
    },
    "R73": {
        "dubbel": "De dossiers {nummers} gaan misschien over dezelfde persoon: naam en geboortedatum zijn gelijk. "
        "Kijk of ze samen horen.",
    },
    "R75": {
        "ontbreekt": "Het plan is getekend op {datum}, maar er is nog geen {ontbreekt}. "
        "Maak die, of voeg het bestand toe.",
        "rie": "{formulier}: deze is van {datum}; daarna kwam een nieuwe {rie} ({rie_datum}). Werk haar bij.",
        "mentor": "{formulier}: bij {veld} staat iemand anders dan op het nieuwste formulier. Werk de kaart bij.",
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
    "versie_zonder_veld": "de vraag {veld} stond nog niet op deze versie van het formulier {formulier}",
    "leeftijd_onbekend": "de geboortedatum is niet bekend, dus is niet te zeggen of {veld} nodig is ({formulier})",
    "geen_doelen": "er staan geen doelen met een nummer in het plan ({formulier})",
    "overleden": "na een overlijden vraag ik hier niets meer over",
    "uitgezet": "deze regel is uitgezet in de inrichting, bij parameters: regels_uit",
    "nog_het_model": "deze inrichting is nog gelijk aan het uitgangsmodel {model} en dus nog niet in gebruik: "
    "hoe oud de handleiding is, telt nog niet",
    "cyclus_onbekend": "op {formulieren} staat niet van welke cyclus het is",
    "onleesbaar_bestand": "wat bij dit dossier lijkt te horen, telt nog niet mee: {bestanden}",
}

# When one file lost many questions at once.
VEEL_KWIJT = (
    "{formulier}: {aantal} vragen zijn uit het formulier verdwenen, zoals {velden}. Ze zijn dus niet leeg, maar weg. "
    "Neem een nieuw formulier of zet de vragen terug."
)

# A fout that the dossier explains.
VASTGELEGD = "{bericht} Dit is vastgelegd als afwijking, op {datum}."
