/* Slack's modals as real dialogs: one at a time, for whoever acts. */
import { act } from "./doors.js";
import { fingerprint, h } from "./dom.js";
import { busy, iconButton } from "./small.js";
import { plain } from "./used.js";
import { viewBody } from "./views.js";
import { user, world } from "./world.js";
import { language, t } from "./words.js";

let shown = null;

/** Shows the topmost view of a person, or nothing. An update of the same view leaves the cursor where it is. */
export function showViewOf(person) {
  const view = person && (world.views[person] ?? []).at(-1);
  if (!view) return hide();
  if (shown?.person !== person || shown.view.id !== view.id) {
    hide();
    shown = open(person, view.id);
  }
  return draw(shown, view);
}

function hide() {
  if (!shown) return null;
  const { dialog } = shown;
  shown = null;
  dialog.close();
  dialog.remove();
  return null;
}

function open(person, id) {
  const one = { person, view: { id }, head: h("header"), foot: h("footer"), body: viewBody(h("div.body")) };
  one.trouble = h("p.field-error.whole", { hidden: true, role: "alert", "data-testid": "modal-trouble" });
  one.form = h(
    "form", { novalidate: true, onsubmit: (event) => (event.preventDefault(), submit(event, one)) },
    one.head, one.body.node, one.trouble, one.foot,
  );
  one.dialog = h("dialog.modal", { "data-testid": "modal", oncancel: (event) => (event.preventDefault(), leave(one)) }, one.form);
  one.form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && one.view.submit) one.form.requestSubmit();
  });
  document.body.append(one.dialog);
  one.dialog.showModal();
  return one;
}

function draw(one, view) {
  const print = fingerprint([view.hash, language()]);
  if (one.print === print) return;
  const fresh = !one.print;
  one.print = print;
  one.view = view;
  one.dialog.setAttribute("aria-label", plain(view.title));
  frame(one, fingerprint([view.title, view.close, view.submit, language()]));
  one.body.draw(one.person, view);
  if (fresh) one.body.node.querySelector("[autofocus], input, textarea, select")?.focus();
}

/** Title and buttons, drawn anew only where they changed. */
function frame(one, print) {
  if (one.frame === print) return;
  one.frame = print;
  const { view, person } = one;
  const close = () => leave(one);
  one.head.replaceChildren(
    h("div", {}, h("h2", {}, plain(view.title)), h("p.as", {}, t("as", { name: user(person)?.real_name ?? person }))),
    iconButton("close", t("close"), close, { "data-testid": "modal-x" }));
  one.foot.replaceChildren(
    h("button.button.quiet", { type: "button", onclick: close, "data-testid": "modal-close" }, view.close ? plain(view.close) : t("close")),
    ...(view.submit ? [h("button.button.primary", { type: "submit", "data-testid": "modal-submit" }, plain(view.submit))] : []));
}

function leave(one) {
  if (shown !== one) return;
  busy(null, () => act("slack/close", { user: one.person, view_id: one.view.id }));
}

async function submit(event, one) {
  const values = one.body.values();
  const missing = emptyOnes(one.view, values);
  if (Object.keys(missing).length) return tellErrors(one, missing);
  const answer = await busy(event.submitter, () =>
    act("slack/submit", { user: one.person, view_id: one.view.id, values }));
  return tellErrors(one, answer?.errors ?? {});
}

/** Slack itself refuses an empty field that is not optional. */
function emptyOnes(view, given) {
  const errors = {};
  for (const block of view.blocks ?? []) {
    if (block.type !== "input" || block.optional) continue;
    const { type, ...answer } = given[block.block_id]?.[block.element.action_id] ?? {};
    if (Object.values(answer).every((it) => it == null || it.length === 0)) errors[block.block_id] = t("required");
  }
  return errors;
}

/** What is wrong with a field stands beside it; what is wrong with none, such as an app that is away, below all. */
function tellErrors({ dialog, trouble }, errors) {
  let first = null;
  trouble.textContent = errors[""] ?? "";
  trouble.hidden = !errors[""];
  dialog.querySelectorAll(".block-input").forEach((node) => {
    const text = errors[node.dataset.block];
    const line = node.querySelector(".field-error");
    const field = node.querySelector("[id^=field-]");
    line.textContent = text ?? "";
    line.hidden = !text;
    node.classList.toggle("wrong", Boolean(text));
    field?.setAttribute("aria-invalid", String(Boolean(text)));
    if (text) first ??= field;
  });
  first?.focus();
}
