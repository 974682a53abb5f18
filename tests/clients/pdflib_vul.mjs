// Fill in a PDF form with pdf-lib, as a program that knows nothing of achtfasen would.
//   node pdflib_vul.mjs leeg.pdf antwoorden.json vol.pdf
// answers: {"tekst": {naam: tekst}, "keuze": {naam: keuze}, "vakje": [naam], "plat": false, "letters": true}
import { readFileSync, writeFileSync } from "node:fs";
import { PDFDocument } from "pdf-lib";

const [, , leeg, antwoorden, vol] = process.argv;
const wat = JSON.parse(readFileSync(antwoorden, "utf8"));
const pdf = await PDFDocument.load(readFileSync(leeg), { updateMetadata: false });
const formulier = pdf.getForm();
for (const [naam, tekst] of Object.entries(wat.tekst ?? {})) formulier.getTextField(naam).setText(tekst);
for (const [naam, keuze] of Object.entries(wat.keuze ?? {})) formulier.getDropdown(naam).select(keuze);
for (const naam of wat.vakje ?? []) formulier.getCheckBox(naam).check();
if (wat.plat) formulier.flatten();
writeFileSync(vol, await pdf.save({ updateFieldAppearances: wat.tekenen ?? true }));
console.log(JSON.stringify({ velden: formulier.getFields().length, titel: pdf.getTitle() }));
