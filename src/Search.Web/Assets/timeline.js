// The bars over time are one stop for who goes by keyboard: arrows walk along them and Enter narrows to one. A pointer chooses one, or
// drags over several. Without script the table below them has the links.
"use strict";
{
  const start = () => {
    const plot = document.querySelector(".plot");
    if (!plot) return;
    const bars = [...plot.querySelectorAll("g")];
    const told = document.querySelector(".time .told");
    const slider = document.createElement("div");
    const text = (index) => bars[index].querySelector("title").textContent;
    let at = bars.length - 1;
    let from = -1;

    const show = (first, last) => {
      bars.forEach((bar, index) => bar.classList.toggle("now", index >= first && index <= last));
      told.textContent = first === last ? text(first) : `${text(first).split(":")[0]} to ${text(last).split(":")[0]}`;
    };
    const clear = () => {
      bars.forEach((bar) => bar.classList.remove("now"));
      told.textContent = "";
    };
    const walk = (index) => {
      at = Math.min(bars.length - 1, Math.max(0, index));
      slider.setAttribute("aria-valuenow", String(at));
      slider.setAttribute("aria-valuetext", text(at));
    };
    const narrow = (first, last) => {
      const address = new URL(location.href);
      for (const name of ["cursor", "at", "passed"]) address.searchParams.delete(name);
      address.searchParams.set("from", bars[first].dataset.from);
      address.searchParams.set("to", bars[last].dataset.to);
      document.dispatchEvent(new CustomEvent("narrow", { detail: address }));
    };
    const under = (event) => {
      const box = plot.getBoundingClientRect();
      const view = plot.querySelector("svg").viewBox.baseVal;
      const x = view.x + ((event.clientX - box.left) / box.width) * view.width;
      return Math.min(bars.length - 1, Math.max(0, Math.floor(x / 10)));
    };

    for (const [key, value] of Object.entries({
      class: "slider", role: "slider", tabindex: "0", "aria-label": "Period", "aria-valuemin": "0", "aria-valuemax": String(at),
    })) slider.setAttribute(key, value);
    walk(at);
    slider.addEventListener("focus", () => show(at, at));
    slider.addEventListener("blur", clear);
    slider.addEventListener("keydown", (event) => {
      const steps = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowDown: at - 1, ArrowUp: at + 1, Home: 0, End: bars.length - 1 };
      if (event.key in steps) {
        walk(steps[event.key]);
        show(at, at);
        event.preventDefault();
      } else if (event.key === "Enter") {
        narrow(at, at);
      }
    });

    plot.classList.add("live");
    plot.append(slider);
    plot.addEventListener("pointerdown", (event) => { from = event.button === 0 ? under(event) : -1; });
    plot.addEventListener("pointermove", (event) => show(...[from < 0 ? under(event) : from, under(event)].sort((a, b) => a - b)));
    plot.addEventListener("pointerleave", () => {
      from = -1;
      clear();
    });
    plot.addEventListener("pointerup", (event) => {
      if (from >= 0) narrow(...[from, under(event)].sort((a, b) => a - b));
      from = -1;
    });
  };
  document.addEventListener("shown", start);
  start();
}
