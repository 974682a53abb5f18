"use strict";
(() => {
  const alle = (wat, in_ = document) => [...in_.querySelectorAll(wat)];
  const een = (id) => document.getElementById(id);
  const keuze = een("keuze");
  const dossiers = alle("#dossiers ~ .dossier");
  const sectie = dossiers.length ? dossiers[0].parentElement : null;
  const VEEL = 25;

  // Sorting: every heading with data-s becomes a button.
  const volgorde = new Intl.Collator("nl", { numeric: true, sensitivity: "base" }).compare;
  const sleutel = (rij, nr) => {
    const cel = rij.cells[nr];
    return (cel.dataset.k ?? cel.textContent).trim();
  };
  const sorteer = (tabel, th, richting) => {
    const teken = richting === "descending" ? -1 : 1;
    const rijen = [...tabel.tBodies[0].rows].map((rij) => [sleutel(rij, th.cellIndex), rij]);
    rijen.sort(([a], [b]) => (!a || !b ? (a ? -1 : b ? 1 : 0) : teken * volgorde(a, b)));
    tabel.tBodies[0].append(...rijen.map(([, rij]) => rij));
    alle("th[aria-sort]", tabel).forEach((ander) => ander.removeAttribute("aria-sort"));
    th.setAttribute("aria-sort", richting);
  };
  alle("table.sorteer").forEach((tabel) => {
    [...tabel.tBodies[0].rows].forEach((rij, nr) => { rij.dataset.nr = nr; });
    alle("th[data-s]", tabel).forEach((th) => {
      const knop = document.createElement("button");
      knop.type = "button";
      knop.append(...th.childNodes);
      th.append(knop);
      knop.addEventListener("click", () => {
        const eerst = th.dataset.s === "af" ? "descending" : "ascending";
        const ander = eerst === "ascending" ? "descending" : "ascending";
        sorteer(tabel, th, th.getAttribute("aria-sort") === eerst ? ander : eerst);
      });
    });
  });
  const oudeVolgorde = () => alle("table.sorteer").forEach((tabel) => {
    const rijen = [...tabel.tBodies[0].rows].sort((a, b) => a.dataset.nr - b.dataset.nr);
    tabel.tBodies[0].append(...rijen);
    alle("th[aria-sort]", tabel).forEach((th) => th.removeAttribute("aria-sort"));
  });

  // Choosing: the map says which dossiers are in view, everything else follows.
  const laat = (deel, ja) => { if (deel.hidden === ja) deel.hidden = !ja; return ja; };
  const leegte = (wortel, nietLeeg) => alle(".geen", wortel).forEach((p) => laat(p, !nietLeeg));
  const kies = () => {
    const nummer = een("kn").value.trim().toLowerCase();
    const [wie, stand, ernst] = ["kb", "kt", "ke"].map((id) => een(id).value);
    const iets = nummer || wie || stand || ernst;
    const zichtbaar = new Set();
    const rijen = alle(".kaart tbody tr");
    rijen.forEach((rij) => {
      const ja = (!nummer || rij.cells[0].textContent.toLowerCase().includes(nummer))
        && (!wie || rij.dataset.b.split(" ").includes(wie))
        && (!stand || rij.dataset.t === stand)
        && (!ernst || rij.dataset.e.split(" ").includes(ernst));
      if (laat(rij, ja)) zichtbaar.add(rij.dataset.d);
    });
    const los = !nummer && !stand;
    const gewicht = alle(`.werk tr[data-e="${ernst}"]`).length ? ernst : "";
    alle("details.groep").forEach((groep) => {
      const regels = alle("tbody tr[data-d],tbody tr[data-e]", groep);
      if (!regels.length) return;
      const mag = !wie || groep.dataset.b === undefined || groep.dataset.b === wie;
      const over = regels.filter((rij) => laat(rij, mag && (rij.dataset.d ? zichtbaar.has(rij.dataset.d) : los)
        && (!gewicht || rij.dataset.e === undefined || rij.dataset.e === gewicht))).length;
      groep.querySelector(".tel").textContent = over;
      if (groep.dataset.b !== undefined) laat(groep, over > 0);
    });
    dossiers.forEach((deel) => laat(deel, zichtbaar.has(deel.id)));
    leegte(een("kaart").parentElement, zichtbaar.size);
    leegte(een("dossiers").parentElement, zichtbaar.size);
    leegte(een("werklijst").parentElement, alle("#werklijst ~ .groep").some((groep) => !groep.hidden)
      || !alle("#werklijst ~ .groep").length);
    sectie?.classList.toggle("veel", zichtbaar.size > VEEL);
    const n = zichtbaar.size;
    een("telling").textContent = iets
      ? `${n} van de ${rijen.length} dossiers ${n === 1 ? "staat" : "staan"} in beeld.`
      : `Alle ${rijen.length} dossiers staan in beeld.`;
  };
  if (keuze) {
    let wacht = 0;
    keuze.hidden = false;
    keuze.addEventListener("submit", (ev) => ev.preventDefault());
    keuze.addEventListener("input", () => { clearTimeout(wacht); wacht = setTimeout(kies, 150); });
    keuze.addEventListener("reset", () => setTimeout(() => { oudeVolgorde(); kies(); }));
    kies();
  }

  // A link to a dossier opens it.
  const openDoel = () => {
    const doel = een(decodeURIComponent(location.hash.slice(1)));
    if (!doel?.classList.contains("dossier")) return;
    doel.hidden = false;
    doel.open = true;
    doel.querySelector("summary").focus({ preventScroll: true });
    doel.scrollIntoView();
  };
  addEventListener("hashchange", openDoel);
  openDoel();
  document.addEventListener("click", (ev) => {
    const a = ev.target.closest?.('a[href^="#d"]');
    if (a && a.hash === location.hash) openDoel();
  });

  const knop = een("allesopen");
  if (knop) {
    knop.parentElement.hidden = false;
    knop.addEventListener("click", () => {
      const open = knop.textContent.startsWith("Open");
      dossiers.forEach((deel) => { if (!deel.hidden) deel.open = open; });
      knop.textContent = open ? "Sluit alle dossiers" : "Open alle dossiers";
    });
  }

  // On paper: everything that is folded away in the lists, and the dossiers when there are few.
  let geopend = [];
  addEventListener("beforeprint", () => {
    const veel = sectie?.classList.contains("veel");
    const dicht = alle(veel ? "details.groep:not([open])" : "details.groep:not([open]),.dossier:not([open])");
    geopend = dicht.filter((deel) => !deel.hidden);
    geopend.forEach((deel) => { deel.open = true; });
  });
  addEventListener("afterprint", () => geopend.forEach((deel) => { deel.open = false; }));
})();
