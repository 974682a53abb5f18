// Open an Excel form in a library of programs that people fill forms with, type answers, and save it.
//
//   node rekenblad.mjs exceljs|sheetjs IN.xlsx OUT.xlsx JOB.json
//
// JOB is [[sheet, cell, value], …]; a value is a text, a number, a boolean, or {"datum": "2026-03-06"}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const nodig = createRequire(import.meta.url);
const [wie, van, naar, taak] = process.argv.slice(2);
const typ = JSON.parse(readFileSync(taak, "utf8"));
const waarde = (wat) => (wat && wat.datum ? new Date(`${wat.datum}T00:00:00Z`) : wat);

if (wie === "exceljs") {
  const Excel = nodig("exceljs");
  const boek = new Excel.Workbook();
  await boek.xlsx.readFile(van);
  for (const [blad, plek, wat] of typ) boek.getWorksheet(blad).getCell(plek).value = waarde(wat);
  await boek.xlsx.writeFile(naar);
} else {
  const XLSX = nodig("xlsx");
  const boek = XLSX.read(readFileSync(van), { cellStyles: true, cellDates: false });
  for (const [blad, plek, wat] of typ) {
    const vel = boek.Sheets[blad];
    if (wat && wat.datum) vel[plek] = { t: "n", v: (Date.parse(wat.datum) - Date.UTC(1899, 11, 30)) / 864e5, z: "dd-mm-yyyy" };
    else vel[plek] = { t: typeof wat === "number" ? "n" : typeof wat === "boolean" ? "b" : "s", v: wat };
  }
  XLSX.writeFile(boek, naar, { bookType: "xlsx" });
}
