/* The rules as text: colours, a way to the line, and no text lost. Without this the page works as a plain form. */
(() => {
  "use strict";
  const form = document.querySelector("[data-editor]");
  if (!form) return;
  const MOST = 150000; // more takes longer than a key press
  const areas = [...form.querySelectorAll("[data-code] textarea")];

  // Colours lie behind the text, which itself is see-through.
  const paint = (area) => {
    const yaml = window.Prism && window.Prism.languages.yaml;
    const box = area.parentElement;
    if (!yaml || area.value.length > MOST) {
      box.classList.remove("painted");
      return;
    }
    let layer = box.querySelector("pre");
    if (!layer) {
      layer = document.createElement("pre");
      layer.setAttribute("aria-hidden", "true");
      layer.appendChild(document.createElement("code"));
      box.prepend(layer);
    }
    // Prism escapes the text before it puts tags around its words
    layer.firstChild.innerHTML = window.Prism.highlight(area.value, yaml, "yaml") + "\n";
    box.classList.add("painted");
    follow(area);
  };
  const follow = (area) => {
    const layer = area.parentElement.querySelector("pre");
    if (!layer) return;
    layer.scrollTop = area.scrollTop;
    layer.scrollLeft = area.scrollLeft;
  };
  for (const area of areas) {
    let due = 0;
    area.addEventListener("input", () => {
      cancelAnimationFrame(due);
      due = requestAnimationFrame(() => paint(area));
    });
    area.addEventListener("scroll", () => follow(area), { passive: true });
    new ResizeObserver(() => follow(area)).observe(area);
    paint(area);
  }

  // A problem's link puts the cursor into its line.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-text]");
    const area = link && document.getElementById(link.dataset.text);
    if (!area) return;
    event.preventDefault();
    const lines = area.value.split("\n");
    const line = Math.min(Math.max(Number(link.dataset.line) || 1, 1), lines.length);
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    area.focus();
    const value = lines[line - 1].match(/^\s*(?:- )?[\w-]+:\s*["']?/);
    const place = Number(link.dataset.character);
    if (place > 0 && value) area.setSelectionRange(start + value[0].length + place - 1, start + value[0].length + place);
    else area.setSelectionRange(start, start + lines[line - 1].length);
    const height = parseFloat(getComputedStyle(area).lineHeight) || 20;
    area.scrollTop = Math.max(0, (line - 4) * height);
    area.scrollIntoView({ block: "nearest" });
    follow(area);
  });

  // Whoever is signed out keeps the text, and is told; the page is not left.
  const say = (text, ...buttons) => {
    const note = document.createElement("div");
    note.className = "note warn";
    note.setAttribute("role", "alert");
    note.append(text, " ", ...buttons);
    form.prepend(note);
    return note;
  };
  let told = false;
  document.body.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status !== 401) return;
    event.preventDefault();
    if (!told) say(form.dataset.out);
    told = true;
  });

  // What was typed stays in this tab until it is saved.
  const key = "grenselos-draft";
  const draft = () => ({
    base: form.dataset.base,
    texts: areas.map((area) => [area.parentElement.parentElement.querySelector("[name=file]").value, area.value]),
  });
  const first = JSON.stringify(draft());
  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(key) || "null");
  } catch {
    kept = null;
  }
  const forget = () => sessionStorage.removeItem(key);
  if (kept && form.dataset.fresh !== undefined && kept.base === form.dataset.base && JSON.stringify(kept) !== first) {
    const button = (text, act) => {
      const one = document.createElement("button");
      one.type = "button";
      one.textContent = text;
      one.addEventListener("click", () => {
        act();
        note.remove();
      });
      return one;
    };
    const note = say(
      form.dataset.kept,
      button(form.dataset.take, () => {
        for (const [name, text] of kept.texts) {
          const area = areas.find((one) => one.parentElement.parentElement.querySelector("[name=file]").value === name);
          if (!area) continue;
          area.value = text;
          area.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }),
      button(form.dataset.drop, forget),
    );
  }
  let keeping = 0;
  form.addEventListener("input", () => {
    clearTimeout(keeping);
    keeping = setTimeout(() => {
      try {
        sessionStorage.setItem(key, JSON.stringify(draft()));
      } catch {
        /* the tab has no room; the form still has the text */
      }
    }, 500);
  });
})();
