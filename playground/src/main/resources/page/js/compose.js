/* The box below a conversation; "/word ..." is a command, and its words are offered while it is typed. */
import { act } from "./doors.js";
import { h } from "./dom.js";
import { globalShortcuts } from "./shortcuts.js";
import { busy, icon, toast } from "./small.js";
import { appName, channel, user, world } from "./world.js";
import { t } from "./words.js";

const COMMAND = /^(\/[a-z0-9_-]+)\s*([^]*)$/i;

export function compose() {
  const list = h("div.completions", { role: "listbox", id: "completions", hidden: true, "data-testid": "completions" });
  const box = h("textarea", {
    rows: "1", "data-testid": "compose-box", role: "combobox", "aria-autocomplete": "list", "aria-controls": "completions", "aria-expanded": "false",
  });
  const send = h("button.icon-button.send", { type: "submit", "data-testid": "compose-send" }, icon("send"));
  const more = h("span");
  const node = h("form.compose", { onsubmit: (event) => (event.preventDefault(), say()) }, list, more, box, send);
  const offer = completions(box, list);
  let at = {};
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || offer.key(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    say();
  });

  function say() {
    const text = box.value.trim();
    if (!text) return null;
    const [, command, rest] = COMMAND.exec(text) ?? [];
    const known = world.app.commands?.map((one) => one.name);
    if (command && known && !known.includes(command)) return toast(t("no-command", { name: command }), "trouble");
    return busy(send, async () => {
      if (command) await act("slack/command", { ...at, command, text: rest });
      else await act("slack/say", { ...at, text });
      box.value = "";
      offer.hide();
    });
  }

  function fit(person, room) {
    const moved = at.user !== person || at.channel !== room;
    at = { user: person, channel: room };
    const one = channel(room);
    const where = one?.is_im ? appName() : `#${one?.name ?? ""}`;
    const closed = one?.is_archived || user(person)?.deleted;
    box.disabled = send.disabled = Boolean(closed);
    box.placeholder = closed ? t(one?.is_archived ? "archived" : "deactivated") : t("compose", { where });
    box.setAttribute("aria-label", t("compose", { where }));
    send.setAttribute("aria-label", t("send"));
    send.title = t("send");
    if (moved || !more.firstChild) more.replaceChildren(globalShortcuts(person) ?? "");
  }
  return { node, fit };
}

/** Commands whose name begins like the text, then the words of the command's usage hint. */
function fitting(text) {
  const commands = world.app.commands ?? [];
  if (!text.startsWith("/")) return [];
  const [, name, rest] = /^(\S+)\s+([^]*)$/.exec(text) ?? [];
  if (!name) {
    return commands.filter((one) => one.name.startsWith(text)).map((one) =>
      ({ fill: `${one.name} `, label: one.name, note: [one.description, one.usage_hint].filter(Boolean).join("  ") }));
  }
  const hint = commands.find((one) => one.name === name)?.usage_hint ?? "";
  return hint.replace(/^\[|\]$/g, "").split("|").map((one) => one.trim())
    .filter((one) => one && one.startsWith(rest) && one !== rest)
    .map((one) => ({ fill: `${name} ${one.split(/\s/)[0]}${/\s/.test(one) ? " " : ""}`, label: one }))
    .filter((one) => one.fill.trimEnd() !== text.trimEnd());
}

function completions(box, list) {
  let shown = [];
  let place = -1;
  const hide = () => show([]);
  function show(all) {
    shown = all;
    place = -1;
    list.hidden = !all.length;
    box.setAttribute("aria-expanded", String(all.length > 0));
    list.setAttribute("aria-label", t("completions"));
    list.replaceChildren(...all.map((one, n) => h(
      "div.completion", { role: "option", id: `completion-${n}`, "data-testid": "completion", onmousedown: (event) => (event.preventDefault(), take(n)) },
      one.label, one.note && h("small", {}, one.note))));
    mark();
  }
  function mark() {
    [...list.children].forEach((one, n) => one.setAttribute("aria-selected", String(n === place)));
    if (place >= 0) box.setAttribute("aria-activedescendant", `completion-${place}`);
    else box.removeAttribute("aria-activedescendant");
  }
  function take(n) {
    box.value = shown[n].fill;
    box.focus();
    show(fitting(box.value));
  }
  /** True where the key was for the list. Enter sends unless something was chosen with the arrows. */
  function key(event) {
    if (!shown.length) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) place = (place + step + shown.length + (place < 0 && step < 0 ? 1 : 0)) % shown.length;
    else if (event.key === "Escape") hide();
    else if (event.key === "Tab" || (event.key === "Enter" && place >= 0)) take(Math.max(place, 0));
    else return false;
    event.preventDefault();
    mark();
    return true;
  }
  box.addEventListener("input", () => show(fitting(box.value)));
  box.addEventListener("blur", hide);
  return { key, hide };
}
