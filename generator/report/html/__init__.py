"""The report as one page for the browser: a map, deadlines, a worklist, and a timeline per dossier."""

from __future__ import annotations

from generator.report.html.pagina import rapport_als_html, waarom_niet

__all__ = ["rapport_als_html", "waarom_niet"]
