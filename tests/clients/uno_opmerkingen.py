"""Read the comments of Word files as LibreOffice shows them, and save the files again.

Run by the Python that has ``uno`` (Debian's /usr/bin/python3), standard library only:

    python3 uno_opmerkingen.py PIPE JOB.json OUT.json

JOB is a list of ``{"open": path.docx, "bewaar": path.docx, "pdf": path or null}``.  OUT is ``{"versie": "7.4.7.2",
"documenten": [[{"auteur": …, "initialen": …, "datum": [2026, 11, 21], "tekst": …, "bij": …}, …], …]}``; ``bij`` is
the text that the comment is anchored at.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from uno_invuller import Office, eigenschappen

_ANNOTATIE = "com.sun.star.text.textfield.Annotation"


def opmerkingen(document):
    velden = document.TextFields.createEnumeration()
    while velden.hasMoreElements():
        veld = velden.nextElement()
        if not veld.supportsService(_ANNOTATIE):
            continue
        dag = veld.DateTimeValue
        yield {
            "auteur": veld.Author,
            "initialen": veld.Initials,
            "datum": [dag.Year, dag.Month, dag.Day],
            "tekst": veld.Content,
            "bij": veld.Anchor.String,
        }


def doe(office, taak):
    document = office.open(taak["open"], verborgen=not taak.get("pdf"))
    try:
        gevonden = list(opmerkingen(document))
        office.bewaar(document, taak["bewaar"])
        if taak.get("pdf"):
            opties = eigenschappen(ExportNotes=False, ExportNotesInMargin=True)
            import uno

            filterdata = uno.Any("[]com.sun.star.beans.PropertyValue", opties)
            document.storeToURL(
                Path(taak["pdf"]).as_uri(), eigenschappen(FilterName="writer_pdf_Export", FilterData=filterdata)
            )
    finally:
        document.close(True)
    return gevonden


def main(pijp, taken, uit):
    office = Office(pijp)
    gedaan = {"versie": office.versie, "documenten": []}
    for taak in json.loads(Path(taken).read_text(encoding="utf-8")):
        gedaan["documenten"].append(doe(office, taak))
    Path(uit).write_text(json.dumps(gedaan, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
