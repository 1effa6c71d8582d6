// A search is narrowed in place: the next page is fetched and its content put where this one's is, so that the reader keeps the place in
// the list of filters, by eye and by keyboard. Every link is a page of its own, too, for whoever has no script or opens it in a new tab.
"use strict";
{
  const narrowing = ".filters, .chips, .ladder, .sort, .also, .time";
  const wide = matchMedia("(min-width: 60rem)");
  const main = document.getElementById("main");
  const drawer = document.createElement("dialog");
  let asking = null;

  /** What tells a link on the next page to be the one followed here. */
  const placeOf = (link) => ({
    facet: link.closest(".facet")?.id,
    label: link.closest("li")?.querySelector(".label")?.textContent ?? link.textContent.trim(),
    kind: link.classList.contains("exclude") ? ".exclude" : ".value",
    group: narrowing.split(", ").find((group) => link.closest(group)),
  });

  const find = (place) => {
    if (place.slider) return document.querySelector(".slider") ?? main;
    const within = (place.facet && document.getElementById(place.facet)) || document.querySelector(place.group);
    const rows = [...(within?.querySelectorAll(".label") ?? [])];
    const row = rows.find((label) => label.textContent === place.label)?.closest("li");
    return row?.querySelector(place.kind)
      ?? [...(within?.querySelectorAll("a") ?? [])].find((link) => link.textContent.trim() === place.label)
      ?? within?.querySelector("summary, a")
      ?? main;
  };

  const folded = () => [...document.querySelectorAll("details.facet, details.below")].map((details) => ({
    name: details.id || details.querySelector("summary").textContent, open: details.open,
  }));

  /** The parts of the page that say what is searched. */
  const show = (next) => {
    const states = folded();
    const old = document.getElementById("filters");
    const filters = next.getElementById("filters");
    const content = next.getElementById("main");
    document.title = next.title;
    for (const place of [".top .ask", ".top nav"]) {
      document.querySelector(place).replaceWith(next.querySelector(place));
    }
    if (drawer.open && filters) {
      old?.replaceWith(filters);
      drawer.querySelector("button").textContent = `Show ${content.querySelector("#count").textContent}`;
    }
    main.className = content.className;
    main.replaceChildren(...content.childNodes);
    for (const { name, open } of states) {
      const details = [...document.querySelectorAll("details.facet, details.below")]
        .find((other) => (other.id || other.querySelector("summary").textContent) === name);
      if (details) details.open = open;
    }
    document.getElementById("told").textContent = main.querySelector("h1").textContent.trim();
    document.dispatchEvent(new Event("shown"));
  };

  const go = async (address, place, top, push) => {
    asking?.abort();
    asking = new AbortController();
    main.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: asking.signal });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || answer.redirected || !next.getElementById("count")) throw new Error(answer.statusText);
      if (push) {
        history.replaceState({ top: scrollY }, "");
        history.pushState({ top }, "", address);
      }
      show(next);
      scrollTo({ top, behavior: "instant" });
      if (place) find(place).focus({ preventScroll: true });
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    } finally {
      main.removeAttribute("aria-busy");
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented) return;
    if (link.matches(".tofilters") && !wide.matches) {
      event.preventDefault();
      open();
    } else if (document.getElementById("count") && link.closest(narrowing)) {
      const address = new URL(link.href.baseVal ?? link.href, location.href);
      if (address.origin !== location.origin || address.pathname !== "/" || location.pathname !== "/") return;
      event.preventDefault();
      address.hash = "";
      go(address, placeOf(link), scrollY, true);
    }
  });

  document.addEventListener("narrow", (event) => {
    if (event.detail.pathname === "/") go(event.detail, { group: ".plot", slider: true }, scrollY, true);
  });

  addEventListener("popstate", (event) => {
    if (event.state && location.pathname === "/") go(location.href, null, event.state.top ?? 0, false);
  });

  // On a narrow screen the bars and the filters are drawn below the hits: the focus, and who listens, come to them in that order, too.
  const arrange = () => {
    const part = (name) => main.querySelector(`:scope > .${name}`);
    for (const name of wide.matches ? ["filters", "time", "results"] : ["results", "time", "filters"]) {
      if (part(name)) part("tofilters")?.before(part(name));
    }
  };

  // On a narrow screen filters come in a drawer over the hits.
  const open = () => {
    const filters = document.getElementById("filters");
    if (!filters) return;
    drawer.querySelector("button").textContent = `Show ${document.getElementById("count").textContent}`;
    drawer.prepend(filters);
    drawer.showModal();
  };

  drawer.className = "drawer";
  drawer.setAttribute("aria-label", "Filters");
  drawer.append(document.createElement("form"));
  drawer.firstChild.method = "dialog";
  drawer.firstChild.append(document.createElement("button"));
  drawer.addEventListener("close", () => {
    const filters = drawer.querySelector("#filters");
    document.getElementById("filters") === filters ? main.querySelector(".tofilters").before(filters) : filters?.remove();
    arrange();
    main.querySelector(".tofilters")?.focus();
  });
  drawer.addEventListener("click", (event) => event.target === drawer && drawer.close());
  wide.addEventListener("change", () => drawer.open ? drawer.close() : arrange());
  document.body.append(drawer);

  // On a narrow screen the rung in force may lie beyond the edge of the row.
  const bring = () => {
    const rung = document.querySelector(".ladder [aria-current]");
    if (rung) rung.closest("ol").scrollLeft = rung.offsetLeft - rung.closest("ol").offsetLeft - 24;
  };
  document.addEventListener("shown", bring);
  document.addEventListener("shown", arrange);
  bring();
  if (!wide.matches) arrange();
}
