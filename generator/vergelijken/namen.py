"""How the parts of an inrichting are called in a sentence, and by what two of them are the same."""

from __future__ import annotations

from collections.abc import Mapping

from generator import model

# Record type → what makes two of them the same, and by what people call it.
KENMERK: Mapping[type, tuple[str, str]] = {
    model.Rol: ("sleutel", "naam"),
    model.Leefgebied: ("sleutel", "naam"),
    model.Werkwijze: ("titel", "titel"),
    model.Taak: ("wat", "wat"),
    model.Besluit: ("uitkomst", "naam"),
    model.Termijn: ("sleutel", "naam"),
    model.Instrument: ("sleutel", "naam"),
    model.Criterium: ("sleutel", "naam"),
    model.Logregel: ("aanpassing", "datum"),
    model.Randvoorwaarde: ("nr", "nr"),
    model.Evaluatiecriterium: ("criterium", "criterium"),
    model.Verankerpunt: ("nr", "nr"),
    model.Veld: ("sleutel", "label"),
    model.Kolom: ("sleutel", "label"),
    model.Optie: ("sleutel", "label"),
    model.Rij: ("sleutel", "tekst"),
    model.Sectie: ("sleutel", "titel"),
}

# Fields whose texts are keys of something else: shown by its name.
VERWIJST: Mapping[tuple[type, str], str] = {
    (model.Fase, "instrumenten"): "instrument",
    (model.Werkwijze, "wie"): "rol",
    (model.Taak, "wie"): "rol",
    (model.Taak, "waarmee"): "instrument",
    (model.Termijn, "wie"): "rol",
    (model.Criterium, "uitzondering_door"): "rol",
    (model.Besluit, "vervolg"): "fase",
    (model.Instrument, "formulier"): "formulier",
    (model.Formulier, "fase"): "fase",
    (model.Formulier, "ook_fase"): "fase",
    (model.Formulier, "ingevuld_door"): "rol",
}

_BRON = ("de bronvermelding", "de bronvermeldingen")
_ALGEMEEN: Mapping[str, tuple[str, str]] = {
    "bron": _BRON,
    "sleutel": ("de sleutel", ""),
    "naam": ("de naam", ""),
    "omschrijving": ("de omschrijving", ""),
    "toelichting": ("de toelichting", ""),
    "tekst": ("de tekst", ""),
    "synoniemen": ("het synoniem", "de synoniemen"),
    "voorstel": ("de aanduiding ‘voorstel’", "de aanduidingen ‘voorstel’"),
    "wie": ("de uitvoerder", "de uitvoerders"),
    "wanneer": ("het moment", ""),
    "waar": ("de plaats", ""),
    "hoe": ("de manier", ""),
    "waarmee": ("het hulpmiddel", "de hulpmiddelen"),
    "soort": ("de soort", ""),
    "titel": ("de titel", ""),
    "label": ("het opschrift", ""),
    "hulp": ("de hulptekst", ""),
    "plaatshouder": ("de voorbeeldtekst", ""),
    "verplicht": ("de plicht", ""),
    "opties": ("de keuze", "de keuzes"),
    "opties_uit": ("de herkomst van de keuzes", ""),
    "alleen_als": ("de voorwaarde om mee te doen", ""),
    "datum": ("de datum", ""),
    "versie": ("de versie", ""),
}

_NAMEN: Mapping[type, Mapping[str, tuple[str, str]]] = {
    model.Inrichting: {
        "schema": ("de versie van het bestandsformaat", ""),
        "uitgangsmodel": ("het uitgangsmodel", ""),
        "rollen": ("de rol", "de rollen"),
        "leefgebieden": ("het leefgebied", "de leefgebieden"),
        "instrumenten": ("het hulpmiddel", "de hulpmiddelen"),
        "criteria": ("het criterium", "de criteria"),
        "contra_indicaties": ("de contra-indicatie", "de contra-indicaties"),
    },
    model.Organisatie: {
        "logo": ("het logo", ""),
        "accentkleur": ("de kleur", ""),
        "locaties": ("de locatie", "de locaties"),
        "setting": ("de setting", "de settings"),
        "groepswonen": ("de keuze ‘groepswonen’", ""),
        "minderjarigen": ("de keuze ‘minderjarigen’", ""),
        "ambulant": ("de keuze ‘ambulant’", ""),
        "indicatie_nodig": ("de keuze ‘indicatie nodig’", ""),
        "eigenaar": ("de eigenaar van de handleiding", ""),
        "bewaarplaats": ("de bewaarplaats", ""),
    },
    model.Term: {"vroeger": ("het oude woord", "de oude woorden")},
    model.Rol: {"taken": ("de taak", "de taken")},
    model.Leefgebied: {
        "reikwijdte": ("de reikwijdte", ""),
        "themas": ("het thema", "de thema’s"),
        "vragen": ("de voorbeeldvraag", "de voorbeeldvragen"),
        "basisgebied": ("het basisgebied", ""),
    },
    model.Werkwijze: {"punten": ("het punt", "de punten")},
    model.Taak: {"wat": ("de omschrijving", "")},
    model.Matrixkolom: {rij: (f"de cel ‘{rij.capitalize()}’", "") for rij in model.MATRIXRIJEN},
    model.Besluit: {"uitkomst": ("de sleutel", ""), "vervolg": ("het vervolg", "")},
    model.Termijn: {
        "tekst": ("de termijn", ""),
        "parameter": ("de grens waaraan het vastzit", ""),
        "wie": ("de bewaker", "de bewakers"),
    },
    model.Fase: {
        "kort": ("de korte naam", ""),
        "kern": ("de kern", ""),
        "doel": ("het doel", "de doelen"),
        "duur": ("de duur", ""),
        "duur_voorstel": ("het voorstel voor de duur", ""),
        "instrumenten": ("het hulpmiddel", "de hulpmiddelen"),
        "werkwijze": ("de stap", "de stappen"),
        "wegingspunten": ("het wegingspunt", "de wegingspunten"),
        "besluiten": ("het besluit", "de besluiten"),
        "termijnen": ("de termijn", "de termijnen"),
        "frequenties": ("de frequentie", "de frequenties"),
        "taken": ("de taak", "de taken"),
        "matrix": ("de matrix", ""),
        "aandachtspunten": ("het aandachtspunt", "de aandachtspunten"),
    },
    model.Instrument: {"formulier": ("het formulier", ""), "bijlage": ("de bijlage", "")},
    model.Criterium: {"vraag": ("de vraag", ""), "uitzondering_door": ("wie een uitzondering mag maken", "")},
    model.Logregel: {"aanpassing": ("de aanpassing", ""), "vervolg": ("het vervolg", ""), "door": ("de maker", "")},
    model.Handleiding: {
        "herzien_door": ("de herziener", "de herzieners"),
        "teksten": ("de eigen tekst", "de eigen teksten"),
        "redenen": ("de reden voor", "de redenen"),
        "log": ("de logregel van", "de logregels"),
    },
    model.Randvoorwaarde: {"nr": ("het nummer", ""), "oordeel": ("het oordeel", ""), "actie": ("de actie", "")},
    model.Evaluatiecriterium: {
        "criterium": ("de omschrijving", ""),
        "meten": ("de manier van meten", ""),
        "doelwaarde": ("de doelwaarde", ""),
    },
    model.Verankerpunt: {"nr": ("het nummer", ""), "geregeld": ("het antwoord op ‘geregeld’", "")},
    model.Invoering: {
        "gestart": ("de startdatum", ""),
        "projectleider": ("de projectleider", ""),
        "projectgroep": ("het lid van de projectgroep", "de leden van de projectgroep"),
        "randvoorwaarden": ("randvoorwaarde", "de randvoorwaarden"),
        "criteria": ("het evaluatiecriterium", "de evaluatiecriteria"),
        "evaluatie_gepland": ("de datum waarop de evaluatie gepland is", ""),
        "evaluatie_gehouden": ("de datum waarop de evaluatie gehouden is", ""),
        "verankering": ("verankeringspunt", "de verankeringspunten"),
    },
    model.Formulier: {
        "fase": ("de fase", ""),
        "ook_fase": ("de andere fase", "de andere fasen"),
        "doel": ("het doel", ""),
        "ingevuld_door": ("de invuller", "de invullers"),
        "moment": ("het moment", ""),
        "liggend": ("de keuze ‘liggend’", ""),
        "kop_verplicht": ("het verplichte veld in de kop", "de verplichte velden in de kop"),
        "kop_vrij": ("het vrije veld in de kop", "de vrije velden in de kop"),
    },
    model.Sectie: {"uitleg": ("de uitleg", "")},
    model.Veld: {
        "per_leefgebied": ("de keuze ‘per leefgebied’", ""),
        "kolommen": ("de kolom", "de kolommen"),
        "rijen": ("de rij", "de rijen"),
        "rijen_uit": ("de herkomst van de rijen", ""),
        "min_rijen": ("het kleinste aantal rijen", ""),
        "reserve": ("het aantal lege rijen", ""),
        "minimum": ("het kleinste getal", ""),
        "maximum": ("het grootste getal", ""),
        "vandaag_of_eerder": ("de keuze ‘vandaag of eerder’", ""),
        "nvt_mag": ("de keuze ‘n.v.t. mag’", ""),
        "begrip": ("het begrip", ""),
    },
    model.Kolom: {
        "breedte": ("de breedte", ""),
        "vandaag_of_eerder": ("de keuze ‘vandaag of eerder’", ""),
    },
    model.Rij: {"vooraf": ("de ingevulde cel", "de ingevulde cellen")},
}

# Thresholds in words; the name as it stands in the file follows between brackets.
PARAMETERS: Mapping[str, str] = {
    "min_leeftijd": "de laagste leeftijd",
    "max_leeftijd": "de hoogste leeftijd",
    "min_kenmerken": "het kleinste aantal kenmerken",
    "uitnodiging_max": "de termijn voor de uitnodiging",
    "intakebrief_max": "de termijn voor de brief na de intake",
    "analyse_max": "de termijn voor de beschrijving",
    "planning_max": "de termijn voor het plan",
    "analyse_interval": "de tijd tussen twee gesprekken in de analyse",
    "voortgang_max": "de tijd tussen twee voortgangsgesprekken",
    "herstart_fase": "de fase waarmee een nieuwe cyclus begint",
    "marge": "de marge waarbuiten een duur opvalt",
    "min_traject": "de kortste duur van een traject",
    "exit_dagen": "de termijn voor het exitgesprek",
    "herzien_max": "de termijn voor het herzien van de handleiding",
    "spoed_intake_max": "de termijn voor een intake na spoed",
    "intake_wacht": "de wachttijd tot het intakegesprek",
    "wachtlijst_contact": "de tijd tussen twee contacten op de wachtlijst",
    "leeftijd_toestemming": "de leeftijd waarop iemand zelf tekent",
    "algemene_evaluatie": "de tijd tussen twee algemene evaluaties",
    "evaluatie_marge": "de marge bij de evaluatie",
    "min_meldingen": "het kleinste aantal meldingen",
    "toestemming_geldig": "de duur van een toestemming",
    "evaluatie_tekenen": "de keuze of de evaluatie getekend wordt",
    "pb_schrijver": "wie de beschrijving schrijft",
    "gespreksmethode": "de gespreksmethode",
    "criteria_gebruiken": "de keuze om criteria te gebruiken",
    "contra_gebruiken": "de keuze om contra-indicaties te gebruiken",
}
_LIJSTEN: Mapping[str, tuple[str, str]] = {
    "probleemwoorden": ("het probleemwoord", "de probleemwoorden"),
    "twijfelwoorden": ("het twijfelwoord", "de twijfelwoorden"),
    "regels_uit": ("de uitgezette regel", "de uitgezette regels"),
}

SOORTEN: Mapping[str, str] = {
    "kort": "een korte tekst",
    "lang": "een lange tekst",
    "datum": "een datum",
    "getal": "een getal",
    "keuze": "één keuze",
    "meerkeuze": "een of meer keuzes",
    "ja_nee": "ja of nee",
    "tabel": "een tabel",
    "handtekening": "een handtekening",
    "voorgedrukt": "een voorgedrukte tekst",
}


def naam_van(soort: type, veld: str) -> tuple[str, str]:
    """Return what a field is called, one and many, each with its article; a new field gets its own name."""
    if soort is model.Parameters:
        enkel = PARAMETERS.get(veld)
        if veld in _LIJSTEN:
            return _LIJSTEN[veld]
        return f"{enkel} ({veld})" if enkel else f"de grens ‘{veld}’", f"de lijst ‘{veld}’"
    eigen = _NAMEN.get(soort, {}).get(veld) or _ALGEMEEN.get(veld)
    return eigen or (f"het onderdeel ‘{veld.replace('_', ' ')}’", f"de onderdelen ‘{veld.replace('_', ' ')}’")
