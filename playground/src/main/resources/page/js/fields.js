/* Elements into which people write: texts, days and times. */
import { h } from "./dom.js";
import { collect, hook, plain, use } from "./used.js";

const PAUSE = 250; // milliseconds without a key before a text is told

function field(tag, element, block, attributes) {
  const named = block.label ? {} : { "aria-label": plain(element.placeholder) || element.action_id };
  return h(tag, {
    ...hook(element), ...named, placeholder: plain(element.placeholder) || null,
    autofocus: element.focus_on_load || null, ...attributes,
  });
}

/** When a text is told: on Enter unless the element says otherwise (docs.slack.dev, dispatch action configuration). */
const tells = (element, when) =>
  (element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"]).includes(when);

function live(input, element, block, surface) {
  if (!block.dispatch_action || !surface.type || !tells(element, "on_character_entered")) return;
  let waiting = null;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => input.isConnected && surface.type(block, element, { value: input.value }), PAUSE);
  });
}

function onEnter(input, element, block, surface, answer) {
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !block.dispatch_action) return;
    if (!tells(element, "on_enter_pressed")) return;
    event.preventDefault();
    use(input, element, block, surface, answer());
  });
}

/** A field of one line. */
export function typed(element, block, surface, type, value) {
  const input = field("input", element, block, {
    type, value: value ?? "", maxlength: element.max_length, minlength: element.min_length,
    min: element.min_value, max: element.max_value, step: element.is_decimal_allowed ? "any" : null,
  });
  const answer = () => ({ value: input.value || null });
  onEnter(input, element, block, surface, answer);
  live(input, element, block, surface);
  collect(element, block, surface, answer, (old) => (input.value = old.value ?? ""));
  return input;
}

/** A day or a time; told when it is chosen. */
export function picked(element, block, surface, type, value) {
  const key = `selected_${type}`;
  const input = field("input", element, block, { type, value: value ?? "" });
  const answer = () => ({ [key]: input.value || null });
  input.addEventListener("change", () => use(input, element, block, surface, answer()));
  collect(element, block, surface, answer, (old) => (input.value = old[key] ?? ""));
  return input;
}

export function text(element, block, surface) {
  if (!element.multiline) return typed(element, block, surface, "text", element.initial_value);
  const area = field("textarea", element, block, {
    rows: "5", maxlength: element.max_length, value: element.initial_value ?? "",
  });
  const answer = () => ({ value: area.value || null });
  live(area, element, block, surface);
  collect(element, block, surface, answer, (old) => (area.value = old.value ?? ""));
  return area;
}

export function moment(element, block, surface) {
  const input = field("input", element, block, { type: "datetime-local" });
  const answer = () => ({ selected_date_time: input.value ? Math.floor(new Date(input.value) / 1000) : null });
  input.addEventListener("change", () => use(input, element, block, surface, answer()));
  collect(element, block, surface, answer, () => {});
  return input;
}

export function richInput(element, block, surface) {
  const area = field("textarea", element, block, { rows: "5" });
  const run = () => ({ type: "rich_text_section", elements: [{ type: "text", text: area.value }] });
  collect(element, block, surface,
    () => ({ rich_text_value: area.value ? { type: "rich_text", elements: [run()] } : null }), () => {});
  return area;
}
