/* Small pieces that both sides use: portraits, icons, menus, short notes. */
import { h, svg } from "./dom.js";
import { t } from "./words.js";

export function initials(name) {
  const parts = name.trim().split(/[\s.-]+/).filter(Boolean);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return ends.map((part) => [...part][0]).join("").toUpperCase() || "?";
}

function hue(text) {
  let sum = 7;
  for (const sign of text) sum = (sum * 31 + sign.codePointAt(0)) % 997;
  return sum % 8;
}

/** A round portrait for people outside, a square one for those in the house. */
export function portrait(name, kind = "round") {
  return h(`span.portrait.${kind}.hue-${hue(name)}`, { "aria-hidden": "true" }, initials(name));
}

export const appPortrait = () =>
  h("img.portrait.square", { src: "cairn.svg", alt: "", width: "36", height: "36" });

const ICONS = {
  reply: "M9 6 4 11l5 5M4 11h9a6 6 0 0 1 6 6v1",
  edit: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  boost: "M5 9l3-3 3 3M8 6v9a3 3 0 0 0 3 3h2M19 15l-3 3-3-3M16 18V9a3 3 0 0 0-3-3h-2",
  star: "M12 4l2.5 5.2 5.6.8-4 4 1 5.7L12 17l-5.1 2.7 1-5.7-4-4 5.6-.8z",
  home: "M4 11l8-7 8 7M6 10v9h12v-9M10 19v-5h4v5",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z",
  bolt: "M13 3L5 14h6l-1 7 8-11h-6z",
  moon: "M20 14a8 8 0 0 1-10-10 8 8 0 1 0 10 10z",
  send: "M4 12l16-8-6 16-3-6z",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  smile: "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM9 10h.01M15 10h.01M8.5 14.5a4.5 4.5 0 0 0 7 0",
  close: "M6 6l12 12M18 6L6 18",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20a6 6 0 0 1 12 0M16 4.5a3.5 3.5 0 0 1 0 6.5M17.5 14.5A6 6 0 0 1 21 20",
  out: "M14 5h5v5M19 5l-8 8M10 6H6v12h12v-4",
};

export function icon(name) {
  return svg(
    "svg",
    { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: ICONS[name] }),
  );
}

/** A button with a picture only; its name is read aloud and shown on hover. */
export function iconButton(name, label, onclick, attributes = {}) {
  return h("button.icon-button", { type: "button", "aria-label": label, title: label, onclick, ...attributes }, icon(name));
}

let menus = 0;

/** How many are waiting; nothing where none is. */
export const badge = (count) =>
  count > 0 && h("span.badge", {}, count > 9 ? "9+" : String(count), h("span.visually-hidden", {}, ` ${t("unread")}`));

/** A button that opens a list of choices: [{label, note, testid, choose}]. Escape and a press outside close it. */
export function menuButton(button, choices, kind = "list") {
  const menu = menuOf(choices, kind);
  button.setAttribute("aria-haspopup", "menu");
  button.addEventListener("click", () => open(menu, button));
  return h("span.menu-holder", {}, button, menu);
}

/** The same for a button that is not ours: the list is there while it is open. */
export function popMenu(button, choices) {
  const menu = menuOf(choices, "list");
  menu.addEventListener("toggle", ({ newState }) => newState === "closed" && menu.remove());
  button.closest(".card").append(menu);
  open(menu, button);
}

function menuOf(choices, kind) {
  const menu = h(`div.menu.${kind}`, { popover: "auto", role: "menu", id: `menu-${++menus}` });
  menu.append(
    ...choices.map(({ label, note, testid, name, choose }) =>
      h(
        "button",
        {
          type: "button", role: "menuitem", "data-testid": testid, "aria-label": name, title: name,
          onclick: () => {
            menu.hidePopover();
            choose();
          },
        },
        label,
        note && h("small", {}, note),
      ),
    ),
  );
  menu.addEventListener("keydown", (event) => moveFocus(menu, event));
  return menu;
}

function open(menu, button) {
  menu.showPopover();
  const from = button.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const left = Math.min(Math.max(8, from.left), innerWidth - size.width - 8);
  const below = from.bottom + 4 + size.height < innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? from.bottom + 4 : Math.max(8, from.top - size.height - 4)}px`;
  menu.querySelector("button")?.focus();
}

function moveFocus(menu, event) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...menu.querySelectorAll("button")];
  all.at((all.indexOf(document.activeElement) + step) % all.length)?.focus();
}

const MOST_NOTES = 4;

/** A short note at the edge; trouble and the words of a bot stay longer than news. */
export function toast(text, kind = "news", detail = null) {
  const note = h(`div.toast.${kind}`, { "data-testid": "toast" }, text, detail && h("small", {}, detail));
  const toasts = document.querySelector("#toasts");
  while (toasts.children.length >= MOST_NOTES) toasts.firstElementChild.remove();
  toasts.append(note);
  // shown anew it lies above a dialog that was opened after it
  if (toasts.matches(":popover-open")) toasts.hidePopover();
  toasts.showPopover();
  setTimeout(() => note.remove(), kind === "news" ? 4000 : 9000);
}

/** Runs something that may fail; while it runs the button is busy, and trouble becomes a toast. */
export async function busy(button, work) {
  if (button?.getAttribute("aria-busy") === "true") return null;
  button?.setAttribute("aria-busy", "true");
  try {
    return await work();
  } catch (trouble) {
    toast(trouble.message, "trouble");
    return null;
  } finally {
    button?.removeAttribute("aria-busy");
  }
}
