"""Answers about line ends, for the stored client files: what LibreOffice 7 does with lines of all sorts."""

from __future__ import annotations

from typing import Any

REGELS: dict[str, Any] = {
    "dossier_nr": "D-0042",
    "client_naam": "Zoë d'Hondt",
    "bereikt": "huisarts\ngemeente\ntandarts",
    "tevreden_over": "- de gesprekken\n- het eten",
    "ontevreden_over": 'Ze zeiden: "dat kan niet".\nDaarna ging het beter.',
    "anders_gewenst": "We appten via WhatsApp en zagen TikTok.",
    "verbetersuggestie": "Meer rust 🙂\nMeer licht",
}
