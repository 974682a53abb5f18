"""The parts that a chapter calls in with a ``:::`` line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from generator import content
from generator.bron import bedoelde
from generator.handboek import bijlagen, fasedelen, invoering, matrix, op_maat, schema
from generator.handboek.blokken import AANLOOP, Alinea, Blok, Cel, Kop, Liggend, Stuk, Tabel, alinea, cel, koprij, lijst
from generator.handboek.boek import Boek, datum_in_woorden, hoofdletter
from generator.handboek.fouten import Handboekfout
from generator.handboek.markdown import OPROEP, lees_markdown, lees_passage
from generator.model import Criterium, Fase, Leefgebied, Rol, Term
from generator.taal import opsomming

Deel = Callable[[Boek], list[Blok]]
Fasedeel = Callable[[Boek, Fase], list[Blok]]
_FASEPATROON = "fase.md"
_LIGGEND = f"{OPROEP}liggend"
_TEKSTOPROEP = re.compile(rf"^{OPROEP}tekst (\S+)", re.MULTILINE)


def lees_hoofdstuk(naam: str, boek: Boek) -> list[Blok]:
    """Return the blocks of chapter *naam*, its parts filled in.

    Raises `Handboekfout` when it isn't there, `Hoofdstukfout` with all mistakes in it.
    """
    open_ = boek.in_hoofdstuk(naam)
    hoofdstuk = boek.hoofdstukken.lees(naam)
    return lees_markdown(
        hoofdstuk.tekst, open_, lambda deel, rest: roep(deel, rest, open_), hoofdstuk.plek, streng=hoofdstuk.eigen
    )


def roep(naam: str, rest: str, boek: Boek) -> list[Blok]:
    """Return the blocks of the part called *naam*; *rest* is what stands behind it."""
    if naam == "tekst":
        return eigen_tekst(boek, rest)
    if naam == "liggend":
        if _LIGGEND in boek.geopend:
            raise Handboekfout("Deze bladzijde ligt al. Haal deze regel weg, of zet hem in een ander hoofdstuk.")
        return [Liggend(tuple(lees_hoofdstuk(rest, boek.in_hoofdstuk(_LIGGEND))))]
    if naam in _DELEN:
        return _DELEN[naam](boek)
    if naam in _FASEDELEN and boek.fase is not None:
        return _FASEDELEN[naam](boek, boek.fase)
    if naam in _FASEDELEN:
        raise Handboekfout(f"‘{OPROEP}{naam}’ hoort bij een fase. Gebruik het alleen in fase.md en in de map fasen.")
    bekend = sorted([*_DELEN, *_FASEDELEN, "als", "eind", "tekst", "liggend"])
    tip = bedoelde(naam, bekend) or f" Kies uit: {', '.join(bekend)}."
    raise Handboekfout(f"Het deel ‘{OPROEP}{naam}’ ken ik niet.{tip}")


def eigen_tekst(boek: Boek, sleutel: str) -> list[Blok]:
    """Return a passage of the organisation itself; nothing when it has none.

    Raises `Handboekfout` for a key that neither the organisation nor the model knows.
    """
    teksten = boek.inrichting.handleiding.teksten
    bekend = {*teksten, *_tekstsleutels()}
    if sleutel not in bekend:
        tip = bedoelde(sleutel, bekend) or " Zet haar bij ‘handleiding: teksten’ in je inrichting."
        raise Handboekfout(f"De tekst ‘{sleutel}’ is er niet.{tip}")
    return lees_passage(teksten.get(sleutel, ""), boek)


@cache
def _tekstsleutels() -> frozenset[str]:
    """Return the keys of the passages that the chapters of the model have room for."""
    teksten = (pad.read_text(encoding="utf-8") for pad in content.hoofdstukken().rglob("*.md"))
    return frozenset(sleutel for tekst in teksten for sleutel in _TEKSTOPROEP.findall(tekst))


def fasen(boek: Boek) -> list[Blok]:
    """Return the eight fasen, each by the pattern of ``handleiding/fase.md``."""
    return [blok for fase in boek.inrichting.fasen for blok in lees_hoofdstuk(_FASEPATROON, boek.bij(fase))]


def toelichting(boek: Boek, fase: Fase) -> list[Blok]:
    """Return the passage of the model about a fase, ``handleiding/fasen/<sleutel>.md``."""
    return lees_hoofdstuk(f"fasen/{fase.sleutel}.md", boek)


def verder(boek: Boek, fase: Fase) -> list[Blok]:
    """Return what the model adds after the steps of a fase, if anything: ``<sleutel>-verder.md``."""
    naam = f"fasen/{fase.sleutel}-verder.md"
    return lees_hoofdstuk(naam, boek) if boek.hoofdstukken.heeft(naam) else []


def fasen_op_een_rij(boek: Boek) -> list[Blok]:
    """Return the eight fasen at a glance: what each is about and how long it takes."""
    kop = koprij("Fase", "Waar het om gaat", "Duur")
    rijen = tuple(_fase_op_een_rij(boek, nr, fase) for nr, fase in enumerate(boek.inrichting.fasen, 1))
    return [Tabel((24, 50, 26), (kop, *rijen), omschrijving="De acht fasen met hun kern en duur")]


def _fase_op_een_rij(boek: Boek, nr: int, fase: Fase) -> tuple[Cel, ...]:
    naam = (Stuk(f"{nr}  ", "Fasecijfer"), Stuk(boek.tekst(fase.naam), "Strong"))
    return cel(naam), cel(boek.regel(fase.kern)), cel(hoofdletter(boek.tekst(fase.duur)))


def lijst_van_fasen(boek: Boek) -> list[Blok]:
    """Return the names of the fasen as a numbered list."""
    return [Alinea((Stuk(boek.tekst(fase.naam)),), "List Number", "fasen") for fase in boek.inrichting.fasen]


def leefgebieden(boek: Boek) -> list[Blok]:
    """Return every leefgebied with its scope, themes and questions that invite to tell."""
    return [blok for nr, gebied in enumerate(boek.inrichting.leefgebieden, 1) for blok in _gebied(boek, nr, gebied)]


def _gebied(boek: Boek, nr: int, gebied: Leefgebied) -> list[Blok]:
    blokken: list[Blok] = [Kop(3, (Stuk(f"{nr}. {boek.tekst(gebied.naam)}"),))]
    blokken.append(Alinea(boek.regel(gebied.reikwijdte), AANLOOP))
    if not (gebied.themas or gebied.vragen):
        return blokken
    themas = lijst(map(boek.tekst, gebied.themas), "Kaderlijst")
    vragen = lijst(map(boek.tekst, gebied.vragen), "Kaderlijst")
    kolommen = [("Thema’s", themas, 36), ("Vragen die uitnodigen om te vertellen", vragen, 64)]
    kolommen = [kolom for kolom in kolommen if kolom[1]]
    kop = tuple(cel(alinea(naam, "Kaderlabel")) for naam, _, _ in kolommen)
    rij = tuple(Cel(tuple(regels)) for _, regels, _ in kolommen)
    uitleg = f"Thema’s en vragen bij {boek.tekst(gebied.naam)}"
    return [*blokken, Tabel(tuple(b for _, _, b in kolommen), (kop, rij), "Kader", 1, uitleg)]


def namen_van_leefgebieden(boek: Boek) -> list[Blok]:
    """Return the names of the leefgebieden as a numbered list."""
    return [
        Alinea((Stuk(boek.tekst(gebied.naam)),), "List Number", "gebieden") for gebied in boek.inrichting.leefgebieden
    ]


def criteria(boek: Boek) -> list[Blok]:
    """Return the criteria as a table of name and question."""
    return _criteria(boek, boek.inrichting.criteria, "Criterium")


def contra_indicaties(boek: Boek) -> list[Blok]:
    """Return the contra-indicaties as a table of name and question."""
    return _criteria(boek, boek.inrichting.contra_indicaties, "Contra-indicatie")


def _criteria(boek: Boek, rijen: tuple[Criterium, ...], naam: str) -> list[Blok]:
    if not rijen:
        return []
    kop = koprij(naam, "Vraag", "Uitzondering door")
    inhoud = tuple(_criterium(boek, deel) for deel in rijen)
    return [Tabel((28, 50, 22), (kop, *inhoud), omschrijving=f"{naam}, vraag en wie een uitzondering kan maken")]


def _criterium(boek: Boek, deel: Criterium) -> tuple[Cel, ...]:
    uitleg = Alinea(boek.regel(deel.toelichting), "Tabel klein") if deel.toelichting else ""
    wie = hoofdletter(boek.wie(deel.uitzondering_door)) or "–"
    return cel((Stuk(boek.tekst(deel.naam), "Strong"),)), cel(boek.regel(deel.vraag), uitleg), cel(wie)


def rollen(boek: Boek) -> list[Blok]:
    """Return every rol with what it stands for and its tasks."""
    return [blok for rol in boek.inrichting.rollen for blok in _rol(boek, rol)]


def _rol(boek: Boek, rol: Rol) -> list[Blok]:
    if not (rol.omschrijving or rol.taken):
        return []
    blokken: list[Blok] = [Kop(3, (Stuk(hoofdletter(boek.tekst(boek.inrichting.rolnaam(rol.sleutel)))),))]
    if rol.omschrijving:
        blokken.append(Alinea(boek.regel(rol.omschrijving)))
    return blokken + [Alinea(boek.regel(taak), "List Bullet") for taak in rol.taken]


def rollen_per_fase(boek: Boek) -> list[Blok]:
    """Return which rol takes part in which fase."""
    fasen = boek.inrichting.fasen
    namen = [(str(nr), boek.tekst(fase.kort)) for nr, fase in enumerate(fasen, 1)]
    kop = [cel(nr, naam, stijl="Fasestrook") for nr, naam in namen]
    rijen = []
    for rol in boek.inrichting.rollen:
        doet_mee = [rol.sleutel in _wie_in(fase) for fase in fasen]
        if any(doet_mee):
            naam = hoofdletter(boek.tekst(boek.inrichting.rolnaam(rol.sleutel)))
            rijen.append((cel(naam), *(cel(alinea("●" if mee else "–", "Tabelmidden")) for mee in doet_mee)))
    if not rijen:
        return []
    eerste = cel(alinea("Rol", "Matrixkop"))
    uitleg = "Welke rol in welke fase meedoet"
    breedtes = (20, *(10,) * len(fasen))
    return [Tabel(breedtes, ((eerste, *kop), *rijen), "Matrix", omschrijving=uitleg, eerste_kolom=True)]


def _wie_in(fase: Fase) -> set[str]:
    groepen = (stap.wie for stap in fase.werkwijze), (taak.wie for taak in fase.taken)
    termijnen = (termijn.wie for termijn in (*fase.termijnen, *fase.frequenties))
    return {sleutel for groep in (*groepen, termijnen) for wie in groep for sleutel in wie}


def begrippen(boek: Boek) -> list[Blok]:
    """Return the own words of which something can be said: what they mean, or what they replace."""
    rijen = [rij for sleutel, term in boek.inrichting.termen.items() if any((rij := _begrip(boek, sleutel, term))[1:])]
    if not rijen:
        return []
    namen = ("Ons woord", "Wat we ermee bedoelen", "Dit zeggen we niet meer")
    breedtes = (24.0, 50.0, 26.0)
    gevuld = [nr for nr in range(3) if any(rij[nr] for rij in rijen)]
    kop = koprij(*(namen[nr] for nr in gevuld))
    inhoud = tuple(tuple(cel((Stuk(rij[nr], "" if nr else "Strong"),)) for nr in gevuld) for rij in rijen)
    return [Tabel(tuple(breedtes[nr] for nr in gevuld), (kop, *inhoud), omschrijving="Onze eigen woorden")]


def _begrip(boek: Boek, sleutel: str, term: Term) -> tuple[str, str, str]:
    uitleg = next((rol.omschrijving for rol in boek.inrichting.rollen if rol.sleutel == sleutel), "")
    return hoofdletter(boek.tekst(term.enkelvoud)), boek.tekst(uitleg), ", ".join(map(boek.tekst, term.vroeger))


def versie(boek: Boek) -> list[Blok]:
    """Return which version this is and who looks after it."""
    handleiding, organisatie = boek.inrichting.handleiding, boek.inrichting.organisatie
    zin = f"Dit is versie {handleiding.versie} van {datum_in_woorden(handleiding.datum)}."
    if handleiding.herzien_door:
        zin += f" Herzien door: {opsomming(handleiding.herzien_door)}."
    if organisatie.eigenaar:
        zin += f" Eigenaar: {organisatie.eigenaar}."
    if organisatie.bewaarplaats:
        zin += f" De geldende versie staat hier: {organisatie.bewaarplaats}."
    return [alinea(boek.tekst(zin))]


def wijzigingslog(boek: Boek) -> list[Blok]:
    """Return the history of the handleiding."""
    regels = boek.inrichting.handleiding.log
    if not regels:
        return [alinea("Er zijn nog geen wijzigingen vastgelegd.")]
    kop = koprij("Datum", "Versie", "Aanpassing", "Vervolg", "Door")
    rijen = tuple(
        (
            cel(datum_in_woorden(regel.datum)),
            cel(regel.versie),
            *(cel(boek.tekst(tekst)) for tekst in (regel.aanpassing, regel.vervolg, regel.door)),
        )
        for regel in regels
    )
    return [Tabel((17, 10, 31, 27, 15), (kop, *rijen), omschrijving="Wijzigingen van deze handleiding")]


_DELEN: Mapping[str, Deel] = {
    "schema": schema.schema,
    "fasen": fasen,
    "fasen-op-een-rij": fasen_op_een_rij,
    "fasenlijst": lijst_van_fasen,
    "leefgebieden": leefgebieden,
    "leefgebiedenlijst": namen_van_leefgebieden,
    "criteria": criteria,
    "contra-indicaties": contra_indicaties,
    "matrix": matrix.matrix,
    "rollen": rollen,
    "rollen-per-fase": rollen_per_fase,
    "op_maat": op_maat.op_maat,
    "begrippen": begrippen,
    "randvoorwaarden": invoering.randvoorwaarden,
    "randvoorwaarden-oordeel": invoering.oordelen,
    "invoering": invoering.invoering,
    "versie": versie,
    "bijlagenlijst": bijlagen.lijst_van_bijlagen,
    "documenten": bijlagen.documenten_zonder_nummer,
    "wijzigingslog": wijzigingslog,
}
_FASEDELEN: Mapping[str, Fasedeel] = {
    "strook": fasedelen.strook,
    "kern": fasedelen.kern,
    "kader": fasedelen.kader,
    "toelichting": toelichting,
    "werkwijze": fasedelen.werkwijze,
    "verder": verder,
    "wegingspunten": fasedelen.wegingspunten,
    "besluiten": fasedelen.besluiten,
    "termijnen": fasedelen.termijnen,
    "taken": fasedelen.taken,
    "aandachtspunten": fasedelen.aandachtspunten,
}
