"""Invented people and sentences. Everything here was made up; no name belongs to anybody we know."""

from __future__ import annotations

from random import Random

VOORNAMEN = tuple(
    "Ruben Noor Sami Elif Joris Fenna Youssef Lotte Dirk Amira Pim Sanne Kofi Marit Bas Yara Teun Imane Wout Jasmijn "
    "Milan Roos Abel Naima Gijs Tess Omar Vera Hidde Zeynep Luuk Mirthe Ravi Femke Stijn Aya Koen Linde Tariq Evi "
    "Jelle Maud Idris Saar Thijs Nora Cas Hanna Emre Wietske Freek Duaa Sjoerd Lieke Anil Merel".split()
)
ACHTERNAMEN = (
    "Aldering", "van der Meulen", "Kramer", "el Idrissi", "Postma", "de Wilde", "Oosterling", "Yildirim", "Hoekstra",
    "van den Akker", "Boateng", "Terpstra", "Vermaas", "Achterberg", "Ten Hoeve", "Zwart", "Bouazza", "Lindeman",
    "Rozendal", "van Es", "Wiersma", "Demir", "Huisman", "Pranger", "Sluiter", "Koopmans", "Mensah", "de Graaf",
    "Veenstra", "Blom", "van Rijswijk", "Tuinstra", "Ouali", "Schuurman", "Nagelkerke", "Bijlsma", "Ramdin", "Engel",
    "ter Horst", "Kuipers", "Zandstra", "Faber", "Moerman", "Haddou", "Drost", "Winkelhuis", "Palsma", "Oortgiesen",
)  # fmt: skip
MENTOREN = ("Ilse Kramer", "Tom Wiersma", "Aisha Blom", "Peter Oosterling", "Sietske Faber", "Mo Haddou", "Karin Drost")
INTAKERS = ("Anke Moerman", "Joost Palsma", "Hilde Zandstra")
DIENST = ("Wim Tuinstra", "Greet Sluiter", "Nadia Ouali")
LEIDERS = ("Marjan Kuipers", "Henk Lindeman")
NETWERK = (("Mieke", "zus"), ("Jamal", "oud-collega"), ("oma Riet", "oma"), ("Bram", "vriend"), ("Sofie", "buurvrouw"))
INSTANTIES = ("Huisartsenpraktijk De Linde", "GGZ Oeverland", "Wijkteam Noord", "Bewindvoerder Stroomkant")
PLAATSEN = ("woonkamer", "keuken", "tuin", "gang", "buiten bij de fietsen")
REDENEN = (
    "De vraag vraagt om een andere vorm van hulp dan wij kunnen geven.",
    "Een plek dichter bij de eigen familie past beter.",
    "Op korte termijn is meer zorg nodig dan hier mogelijk is.",
)
_GOED = ("Dit lukt al goed", "Hier zit veel kracht", "Dit gaat de laatste tijd beter", "Daar is al veel opgebouwd")
_MINDER = ("soms is het veel", "het overzicht raakt af en toe zoek", "alleen lukt het nog niet", "het kost energie")
_WENS = (
    "Ik wil hier meer rust in",
    "Ik wil dit zelf kunnen",
    "Ik wil dit houden zoals het is",
    "Ik wil een stap verder",
)
_ZINNEN = (
    "We hebben hier samen rustig over gesproken.",
    "Het gaat stap voor stap de goede kant op.",
    "Er is een duidelijke vraag, en de wil om eraan te werken is groot.",
    "De eerste weken waren wennen; daarna kwam er ritme in.",
    "Het netwerk denkt mee en wil graag helpen.",
)
DOELEN = ("een vast ritme opbouwen", "zelf de regie nemen", "een eigen plek vinden", "weer contact opbouwen")
ACTIES = ("een afspraak maken", "elke week oefenen", "samen een lijst maken", "bellen met wie kan helpen")


def zin(rng: Random) -> str:
    """Return a sentence that could stand in any text field."""
    return rng.choice(_ZINNEN)


def over(rng: Random, veld: str, gebied: str) -> str:
    """Return a sentence on one leefgebied for a field such as ``lg_goed``."""
    keuze = {"lg_goed": _GOED, "lg_krachten": _GOED, "lg_minder": _MINDER, "lg_wens": _WENS}.get(veld, _ZINNEN)
    return f"{rng.choice(keuze).rstrip('.').capitalize()} ({gebied})."


def persoon(rng: Random) -> str:
    """Return the full name of somebody who does not exist."""
    return f"{rng.choice(VOORNAMEN)} {rng.choice(ACHTERNAMEN)}"


def met_voorletter(naam: str) -> str:
    """Return ``R. Aldering`` for ``Ruben Aldering``."""
    voornaam, _, rest = naam.partition(" ")
    return f"{voornaam[0]}. {rest}"
