// What can be asked is offered while one types: a combobox of the ARIA practices (1.2), whose list says how many statements each choice
// finds. What is offered is shown as text, never as markup.
"use strict";
{
  const wait = 120;
  const letters = 2;
  const most = 8;
  const groups = { issuer: "Issuers", country: "Countries", word: "Words", phrase: "Phrases", spelling: "Did you mean" };
  const list = document.createElement("div");
  let timer = 0;
  let asking = null;
  let at = -1;

  const box = () => document.getElementById("q");
  const choices = () => [...list.querySelectorAll("[role=option]")];

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    at = -1;
    box().setAttribute("aria-expanded", "false");
    box().removeAttribute("aria-activedescendant");
  };

  const mark = (index) => {
    const all = choices();
    at = index < -1 ? all.length - 1 : index >= all.length ? -1 : index;
    all.forEach((choice, other) => choice.setAttribute("aria-selected", String(other === at)));
    if (at < 0) {
      box().removeAttribute("aria-activedescendant");
    } else {
      box().setAttribute("aria-activedescendant", all[at].id);
      all[at].scrollIntoView({ block: "nearest" });
    }
  };

  const choose = (choice) => {
    box().value = choice.dataset.query;
    close();
    box().form.requestSubmit();
  };

  const element = (name, attributes, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };

  const show = (suggestions) => {
    list.replaceChildren();
    for (const [kind, label] of Object.entries(groups)) {
      const own = suggestions.filter((suggestion) => suggestion.kind === kind);
      if (own.length === 0) continue;
      const group = element("div", { role: "group", "aria-label": label }, element("div", { class: "kind", "aria-hidden": "true" }, label));
      for (const suggestion of own) {
        const count = suggestion.count.toLocaleString("en");
        const option = element(
          "div",
          { role: "option", "aria-selected": "false", id: `choice-${suggestions.indexOf(suggestion)}` },
          element("span", { class: "label", dir: "auto" }, suggestion.text),
          " ",
          element("span", { class: "n" }, count, element("span", { class: "hidden" }, " statements")));
        option.dataset.query = suggestion.query;
        group.append(option);
      }
      list.append(group);
    }
    list.hidden = suggestions.length === 0;
    at = -1;
    box().setAttribute("aria-expanded", String(!list.hidden));
    document.getElementById("told").textContent = list.hidden ? "" : `${suggestions.length} suggestions`;
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const typed = box().value;
    try {
      const answer = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(typed)}`, { signal: asking.signal });
      if (answer.ok && box().value === typed && document.activeElement === box()) show((await answer.json()).suggestions.slice(0, most));
    } catch {
      // Whoever types can search without being offered anything.
    }
  };

  const start = () => {
    for (const [key, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "choices",
    })) box().setAttribute(key, value);
    box().parentElement.append(list);
    list.hidden = true;
  };

  list.id = "choices";
  list.className = "choices";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const choice = event.target.closest("[role=option]");
    if (choice) choose(choice);
  });

  document.addEventListener("input", (event) => {
    if (event.target !== box()) return;
    clearTimeout(timer);
    if (box().value.trim().length < letters) close();
    else timer = setTimeout(ask, wait);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === box()) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.target !== box() || event.isComposing) return;
    if (event.key === "ArrowDown" && list.hidden && box().value.trim().length >= letters) ask();
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at - 1);
    else if (event.key === "Enter" && at >= 0) choose(choices()[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  document.addEventListener("shown", start);
  start();
}
