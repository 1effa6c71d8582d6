// Everything works without script. This one adds: stepping through matches, copying the citation, "/" to go to the search box.
"use strict";

// Keys by themselves disturb those who speak to their browser: they can be switched off, for good (WCAG 2.1.4).
const keys = { get on() { return localStorage.getItem("keys") !== "off"; } };
for (const place of document.querySelectorAll("[data-keys]")) {
  const button = place.querySelector("button");
  const show = () => {
    place.hidden = false;
    button.setAttribute("aria-pressed", String(keys.on));
    button.textContent = `Single-key shortcuts: ${keys.on ? "on" : "off"}`;
  };
  button.addEventListener("click", () => {
    localStorage.setItem("keys", keys.on ? "off" : "on");
    show();
  });
  show();
}

for (const bar of document.querySelectorAll(".matches")) {
  const marks = [...document.querySelectorAll("mark[id]")];
  let now = marks.findIndex((mark) => `#${mark.id}` === location.hash);
  const step = (by) => {
    marks[now]?.classList.remove("now");
    now = now < 0 && by < 0 ? marks.length - 1 : (now + by + marks.length) % marks.length;
    marks[now].classList.add("now");
    marks[now].scrollIntoView({ block: "center" });
    place.textContent = `${now + 1} of ${marks.length}`;
  };
  const button = (label, by) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = label;
    element.addEventListener("click", () => step(by));
    return element;
  };
  const place = document.createElement("span");
  place.setAttribute("role", "status");
  bar.querySelector(".jump").replaceChildren(button("Previous", -1), button("Next", 1), place);
  document.addEventListener("keydown", (event) => {
    if (keys.on && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, select, textarea")) {
      if (event.key === "n") step(1);
      if (event.key === "p") step(-1);
    }
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    const label = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

document.addEventListener("keydown", (event) => {
  const box = document.getElementById("q");
  if (keys.on && event.key === "/" && box && !event.target.closest("input, select, textarea")) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

// A form sends its empty fields too; addresses are kept short.
document.addEventListener("formdata", (event) => {
  for (const [name, value] of [...event.formData]) {
    if (!value) event.formData.delete(name);
  }
});
