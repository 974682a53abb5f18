"""``vul``: a blank filled from an answer file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import content
from generator.bestanden import schrijf_veilig
from generator.bron import Bron, OngeldigeBron, Pad, bedoelde, lees_yaml
from generator.opdrachten.fout import Opdrachtfout

if TYPE_CHECKING:
    from generator.formats import Formaatnaam
    from generator.formats.identiteit import Identiteit
    from generator.model import Formulier, Inrichting
    from generator.versies import Verleden

_SLEUTELS = ("formulier", "dossier", "cyclus", "antwoorden")


@dataclass(frozen=True, slots=True)
class Antwoordbestand:
    """An answer file that was read: for which form and dossier, and the answers as they stand there."""

    bron: Bron
    formulier: str
    dossier: str
    cyclus: int | None
    antwoorden: Mapping[str, Any]


def lees_antwoordbestand(pad: Path) -> Antwoordbestand:
    """Read an answer file; raises `OngeldigeBron` with all that is wrong in its frame."""
    bron = lees_yaml(pad)
    gegevens = bron.gegevens
    if not isinstance(gegevens, dict):
        raise OngeldigeBron(
            [bron.fout((), "Dit is geen antwoordbestand. Het begint met: formulier, dossier, antwoorden.")]
        )
    fouten = [
        bron.fout((sleutel,), f"De sleutel ‘{sleutel}’ ken ik hier niet.{bedoelde(sleutel, _SLEUTELS)}")
        for sleutel in gegevens
        if sleutel not in _SLEUTELS
    ]
    antwoorden, cyclus = gegevens.get("antwoorden") or {}, gegevens.get("cyclus")
    if not isinstance(antwoorden, dict):
        fouten.append(bron.fout(("antwoorden",), "Hier horen antwoorden: de sleutel van een veld, dan het antwoord."))
    if not isinstance(gegevens.get("formulier"), str):
        fouten.append(bron.fout((), "Hier ontbreekt ‘formulier’: de sleutel van het formulier."))
    if cyclus is not None and not isinstance(cyclus, int):
        fouten.append(bron.fout(("cyclus",), "Hier hoort een heel getal: 1, 2, 3 …"))
    if fouten:
        raise OngeldigeBron(fouten)
    dossier = gegevens.get("dossier")
    return Antwoordbestand(bron, gegevens["formulier"], "" if dossier is None else str(dossier), cyclus, antwoorden)


def regelmatige_antwoorden(antwoorden: Antwoordbestand, formulier: Formulier) -> dict[str, Any]:
    """Return the answers in regular form; raises `OngeldigeBron` for what the form doesn't have."""
    from generator.veldsoorten import normaliseer_antwoorden

    ruw = dict(antwoorden.antwoorden)
    if formulier.veld("dossier_nr") is not None:
        ruw.setdefault("dossier_nr", antwoorden.dossier or None)
    if formulier.veld("cyclus_nr") is not None:
        ruw.setdefault("cyclus_nr", antwoorden.cyclus)
    waarden, fouten = normaliseer_antwoorden(formulier, ruw)
    if fouten:
        bron = antwoorden.bron
        raise OngeldigeBron(bron.fout(("antwoorden", *_sleutelpad(fout.sleutel)), fout.bericht) for fout in fouten)
    return waarden


def _sleutelpad(sleutel: str) -> Pad:
    """Return ``doelen[2].doel`` as a key path, to find its line."""
    delen = re.findall(r"([^.\[\]]+)|\[(\d+)\]", sleutel)
    return tuple(int(nr) - 1 if nr else naam for naam, nr in delen)


def vul_formulier(
    blanco: Path,
    antwoorden: Path,
    naar: Path,
    inrichting: Inrichting | None = None,
    verleden: Verleden | None = None,
) -> list[str]:
    """Fill a blank of any format from an answer file; return what was kept as typed because it can't be understood.

    A blank of an earlier version is filled as what it is, when *verleden* has that version;
    otherwise it is refused as soon as an answer has no place in it.
    """
    from generator.formats import Geweigerd, formaat_met, reden_van
    from generator.formulier import formulieren_van

    for invoer in (blanco, antwoorden):
        if naar.exists() and invoer.exists() and naar.samefile(invoer):
            raise Opdrachtfout(f"‘{naar}’ is ook de invoer. Kies een andere naam bij --naar.")
    gegeven = lees_antwoordbestand(antwoorden)
    _spaar_ander_dossier(naar, gegeven.dossier)
    inhoud, soort, wie = _open_blanco(blanco)
    _zelfde_soort(blanco, naar, soort)
    formulieren = formulieren_van(inrichting or _inrichting_van(blanco, wie.uitgangsmodel))
    _hoort_erbij(blanco, wie.formulier, gegeven.formulier, formulieren)
    nu = formulieren[wie.formulier]
    toen = verleden.definitie_bij(nu, wie.versie, wie.organisatie) if verleden else None
    formulier = toen or nu
    waarden = regelmatige_antwoorden(gegeven, formulier)
    try:
        gevuld = formaat_met(soort).maak_vuller(inhoud, formulier).vul(waarden, gegeven.dossier, gegeven.cyclus)
    except Geweigerd as fout:
        raise Opdrachtfout(f"‘{blanco}’: {reden_van(fout)}") from fout
    if toen is None and wie.versie != nu.versie:
        _alles_heeft_een_plek(gevuld, nu, waarden, f"‘{blanco}’ is versie {wie.versie}; nu geldt {nu.versie}")
    schrijf_veilig(naar, gevuld)
    return _onbegrepen(waarden)


def _open_blanco(blanco: Path) -> tuple[bytes, Formaatnaam, Identiteit]:
    """Return what a blank holds, its format, and which form it says it is; opened with the limits of every reader."""
    from generator.formats import Geweigerd, formaat_met, formaat_van, reden_van
    from generator.formats.veilig import lees_bytes

    try:
        inhoud = lees_bytes(blanco)
        soort = formaat_van(inhoud, blanco)
        return inhoud, soort, formaat_met(soort).herken(inhoud).identiteit
    except Geweigerd as fout:
        raise Opdrachtfout(f"‘{blanco}’: {reden_van(fout)}") from fout


def _zelfde_soort(blanco: Path, naar: Path, soort: Formaatnaam) -> None:
    """A filled form is of the kind that its blank is; a name that says otherwise could not be opened."""
    from generator.formats import ACHTERVOEGSEL

    einde = ACHTERVOEGSEL[soort]
    if naar.suffix.lower() != einde:
        raise Opdrachtfout(
            f"‘{naar}’ past niet bij ‘{blanco.name}’. Kies bij --naar een naam die eindigt op {einde}, "
            f"zoals ‘{naar.with_suffix(einde).name}’."
        )


def _hoort_erbij(blanco: Path, is_: str, gevraagd: str, formulieren: Mapping[str, Formulier]) -> None:
    """The blank is the form that the answers are for, and the organisation has it."""
    if is_ != gevraagd:
        bericht = f"De antwoorden zijn voor het formulier ‘{gevraagd}’, maar ‘{blanco}’ is "
        raise Opdrachtfout(bericht + (f"‘{is_}’." if is_ else "niet als formulier te herkennen."))
    if is_ not in formulieren:
        raise Opdrachtfout(f"Deze inrichting heeft geen formulier ‘{is_}’. Geef een andere op.")


def _alles_heeft_een_plek(gevuld: bytes, formulier: Formulier, waarden: Mapping[str, Any], wat: str) -> None:
    """Refuse a blank of another version in which an answer would be lost."""
    from generator.formats import Lezer

    terug = Lezer({formulier.sleutel: formulier}).lees_inhoud(Path("terug"), gevuld).invulling
    staat = terug.waarden if terug else {}
    weg = [naam for naam, waarde in waarden.items() if waarde is not None and not _staat_er(waarde, staat.get(naam))]
    if weg:
        labels = [veld.label for veld in formulier.velden if veld.sleutel in weg]
        raise Opdrachtfout(
            f"{wat}. Niet elk antwoord heeft daarin een plek: {', '.join(f'‘{label}’' for label in labels)}. "
            "Neem een nieuw leeg formulier."
        )


def _staat_er(waarde: Any, staat: Any) -> bool:
    """True when something stands wherever there was an answer."""
    if isinstance(waarde, Mapping):
        return all(deel is None or _staat_er(deel, _deel(staat, naam)) for naam, deel in waarde.items())
    if isinstance(waarde, tuple) and any(isinstance(deel, Mapping) for deel in waarde):
        rijen = staat if isinstance(staat, tuple) else ()
        return len(rijen) >= len(waarde) and all(map(_staat_er, waarde, rijen))
    if isinstance(waarde, tuple):
        return isinstance(staat, tuple) and set(waarde) <= set(staat)
    return waarde in ("", ()) or staat is not None


def _deel(waarde: Any, naam: str) -> Any:
    return waarde.get(naam) if isinstance(waarde, Mapping) else None


def _inrichting_van(bestand: Path, uitgangsmodel: str) -> Inrichting:
    from generator.organisatie import lees_organisatie

    if uitgangsmodel not in content.uitgangsmodellen():
        raise Opdrachtfout(
            f"Aan ‘{bestand}’ is niet te zien bij welke inrichting het hoort. Geef die op met --inrichting."
        )
    return lees_organisatie(uitgangsmodel)


def _onbegrepen(waarden: Any, pad: str = "") -> list[str]:
    from generator.model import Onleesbaar

    if isinstance(waarden, Onleesbaar):
        return [f"{pad}: {waarden.reden}. Wat er stond is zo overgenomen."]
    if isinstance(waarden, Mapping):
        return [zin for naam, deel in waarden.items() for zin in _onbegrepen(deel, f"{pad}.{naam}" if pad else naam)]
    if isinstance(waarden, tuple):
        return [zin for nr, deel in enumerate(waarden, 1) for zin in _onbegrepen(deel, f"{pad}[{nr}]")]
    return []


def _spaar_ander_dossier(naar: Path, dossier: str) -> None:
    """A filled form of someone else is never written over."""
    from generator.formats import Geweigerd, herken

    try:
        staat_er = herken(naar).identiteit.dossier if naar.is_file() else ""
    except Geweigerd:
        return
    if staat_er and staat_er != dossier:
        raise Opdrachtfout(f"In ‘{naar}’ staat al een formulier van dossier {staat_er}. Kies een andere naam.")
