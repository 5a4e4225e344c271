/* Dialogs of Teams: a card in a window over the chat, one at a time, for whoever acts. */
import { act } from "../doors.js";
import { fingerprint, h } from "../dom.js";
import { busy, iconButton } from "../small.js";
import { language, t } from "../words.js";
import { cardNode, isDark } from "./card.js";
import { dialogOf, nameOf } from "./tenant.js";

let shown = null;

/** Shows the open dialog of a person, or nothing. */
export function showDialogOf(person) {
  const it = person && dialogOf(person);
  if (!it) return hide();
  if (shown?.person !== person) {
    hide();
    shown = open(person);
  }
  const print = fingerprint([it, isDark(), language()]);
  if (shown.print === print) return null;
  shown.print = print;
  return draw(shown, it);
}

function hide() {
  if (!shown) return null;
  const { node } = shown;
  shown = null;
  node.close();
  node.remove();
  return null;
}

function open(person) {
  const one = { person, head: h("header"), body: h("div.body") };
  one.node = h("dialog.modal.teams-dialog", {
    "data-testid": "modal", oncancel: (event) => (event.preventDefault(), leave(one)),
  }, one.head, one.body);
  document.body.append(one.node);
  one.node.showModal();
  return one;
}

function draw(one, it) {
  one.node.setAttribute("aria-label", it.title || t("dialog"));
  one.node.classList.toggle("small", it.width === "small");
  one.node.classList.toggle("large", it.width === "large" || Number(it.width) > 700);
  one.head.replaceChildren(
    h("div", {}, h("h2", {}, it.title || t("dialog")), h("p.as", {}, t("as", { name: nameOf(one.person) }))),
    iconButton("close", t("close"), () => leave(one), { "data-testid": "modal-x" }));
  one.body.replaceChildren(cardNode(it.card ?? {}, (action, inputs, button) =>
    busy(button, () => act("teams/submit", { person: one.person, action, inputs }))));
  one.body.scrollTop = 0;
  one.body.querySelector("input, textarea, select")?.focus();
}

function leave(one) {
  if (shown === one) busy(null, () => act("teams/close", { person: one.person }));
}
