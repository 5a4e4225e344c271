/* Slack's modals as real dialogs: one at a time, for whoever acts. */
import { blocks } from "./blocks.js";
import { plain } from "./controls.js";
import { act } from "./doors.js";
import { h } from "./dom.js";
import { busy, iconButton } from "./small.js";
import { user, world } from "./world.js";
import { t } from "./words.js";

let shown = null;

/** Shows the topmost view of a person, or nothing. */
export function showViewOf(person) {
  const view = person && (world.views[person] ?? []).at(-1);
  if (!view) return hide();
  if (shown?.person === person && shown.view.id === view.id && shown.view.hash === view.hash) return null;
  const kept = shown?.view.id === view.id ? values(shown.fields) : {};
  hide();
  return show(person, view, kept);
}

function hide() {
  if (!shown) return null;
  const { dialog } = shown;
  shown = null;
  dialog.close();
  dialog.remove();
  return null;
}

function show(person, view, kept) {
  const fields = [];
  const surface = { fields, use: (block, element, answer) => pressed(person, view, block, element, answer, fields) };
  const body = h("div.body", {}, blocks(view.blocks, surface));
  const close = () => leave(person, view);
  const dialog = h(
    "dialog.modal",
    { "data-testid": "modal", "aria-label": plain(view.title), oncancel: (event) => (event.preventDefault(), close()) },
    h("form", { onsubmit: (event) => (event.preventDefault(), submit(event, person, view, dialog, fields)), novalidate: true },
      h("header", {},
        h("div", {}, h("h2", {}, plain(view.title)), h("p.as", {}, t("as", { name: user(person)?.real_name ?? person }))),
        iconButton("close", t("close"), close, { "data-testid": "modal-x" })),
      body,
      h("footer", {},
        h("button.button.quiet", { type: "button", onclick: close, "data-testid": "modal-close" }, view.close ? plain(view.close) : t("close")),
        view.submit && h("button.button.primary", { type: "submit", "data-testid": "modal-submit" }, plain(view.submit)))),
  );
  restore(fields, kept);
  document.body.append(dialog);
  shown = { person, view, dialog, fields };
  dialog.showModal();
  body.querySelector("[autofocus], input, textarea, select")?.focus();
}

/** The fields in the shape of Slack's view.state.values. */
function values(fields) {
  const all = {};
  for (const { block, action, type, read } of fields) (all[block] ??= {})[action] = { type, ...read() };
  return all;
}

function restore(fields, kept) {
  fields.forEach(({ block, action, write }) => kept[block]?.[action] && write(kept[block][action]));
}

function pressed(person, view, block, element, answer, fields) {
  return act("slack/view-action", {
    user: person, view_id: view.id, block_id: block.block_id, action_id: element.action_id,
    ...answer, values: values(fields),
  });
}

function leave(person, view) {
  if (shown?.view.id !== view.id) return;
  busy(null, () => act("slack/close", { user: person, view_id: view.id }));
}

async function submit(event, person, view, dialog, fields) {
  const missing = emptyOnes(view, values(fields));
  if (Object.keys(missing).length) return tellErrors(dialog, missing);
  const answer = await busy(event.submitter, () =>
    act("slack/submit", { user: person, view_id: view.id, values: values(fields) }));
  return tellErrors(dialog, answer?.errors ?? {});
}

/** Slack itself refuses an empty field that is not optional. */
function emptyOnes(view, given) {
  const errors = {};
  for (const block of view.blocks ?? []) {
    if (block.type !== "input" || block.optional) continue;
    const { type, ...answer } = given[block.block_id]?.[block.element.action_id] ?? {};
    if (Object.values(answer).every((one) => one == null || one.length === 0)) errors[block.block_id] = t("required");
  }
  return errors;
}

function tellErrors(dialog, errors) {
  let first = null;
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
