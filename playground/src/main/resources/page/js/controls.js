/* The interactive elements of Block Kit. Each tells its surface when it is used, and can be read in a modal. */
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { confirmed } from "./confirm.js";
import { busy, icon, menuButton } from "./small.js";
import { people, world, botUser } from "./world.js";
import { t } from "./words.js";

export const plain = (text) => (text?.emoji === false ? text.text : withEmoji(text?.text ?? ""));

/**
 * Draws an element of a block. The surface says what happens on use: surface.use(block, element, answer).
 * Where the surface collects fields (a modal), each element says how it is read.
 */
export function control(element, block, surface) {
  const draw = DRAW[element.type];
  return draw ? draw(element, block, surface) : h("span.unknown", {}, element.type);
}

const DRAW = {
  button, overflow,
  static_select: (e, b, s) => oneOf(e, b, s, options(e), "option"),
  external_select: (e, b, s) => oneOf(e, b, s, options(e), "option"),
  users_select: (e, b, s) => oneOf(e, b, s, users(), "user"),
  channels_select: (e, b, s) => oneOf(e, b, s, rooms(), "channel"),
  conversations_select: (e, b, s) => oneOf(e, b, s, rooms(), "conversation"),
  multi_static_select: (e, b, s) => manyOf(e, b, s, options(e), "options"),
  multi_external_select: (e, b, s) => manyOf(e, b, s, options(e), "options"),
  multi_users_select: (e, b, s) => manyOf(e, b, s, users(), "users"),
  multi_channels_select: (e, b, s) => manyOf(e, b, s, rooms(), "channels"),
  multi_conversations_select: (e, b, s) => manyOf(e, b, s, rooms(), "conversations"),
  checkboxes: (e, b, s) => manyOf(e, b, s, options(e), "options"),
  radio_buttons: radios,
  datepicker: (e, b, s) => typed(e, b, s, "date", "selected_date", e.initial_date),
  timepicker: (e, b, s) => typed(e, b, s, "time", "selected_time", e.initial_time),
  datetimepicker: moment,
  plain_text_input: text,
  email_text_input: (e, b, s) => typed(e, b, s, "email", "value", e.initial_value),
  url_text_input: (e, b, s) => typed(e, b, s, "url", "value", e.initial_value),
  number_input: (e, b, s) => typed(e, b, s, "number", "value", e.initial_value),
  rich_text_input: richInput,
};

const hook = (element) => ({ "data-testid": `action-${element.action_id}`, id: element.field_id });

async function use(node, element, block, surface, answer) {
  if (!surface.use || (block.type === "input" && !block.dispatch_action)) return;
  if (element.confirm && !(await confirmed(element.confirm))) return;
  // the control API takes whatever was chosen as "value", Slack's own shape stands beside it
  await busy(node, () => surface.use(block, element, { value: Object.values(answer)[0], ...answer }));
}

function collect(element, block, surface, read, write) {
  surface.fields?.push({ block: block.block_id, action: element.action_id, type: element.type, read, write });
}

function button(element, block, surface) {
  const style = { primary: "primary", danger: "danger" }[element.style] ?? "quiet";
  const attributes = { ...hook(element), "aria-label": element.accessibility_label };
  const tell = (node) => use(node, element, block, surface, { value: element.value });
  if (/^https?:\/\//.test(element.url ?? "")) {
    return h(
      `a.button.${style}`,
      { ...attributes, href: element.url, target: "_blank", rel: "noopener noreferrer", onclick: (e) => void tell(e.currentTarget) },
      plain(element.text), icon("out"),
    );
  }
  return h(`button.button.${style}`, { ...attributes, type: "button", onclick: (e) => tell(e.currentTarget) }, plain(element.text));
}

function overflow(element, block, surface) {
  const opener = h(
    "button.button.quiet.square-button",
    { type: "button", "aria-label": t("more"), title: t("more"), "data-testid": `overflow-${element.action_id}` },
    icon("more"),
  );
  return menuButton(opener, (element.options ?? []).map((option) => ({
    label: plain(option.text),
    note: option.description && plain(option.description),
    testid: `option-${option.value}`,
    choose: () => {
      if (/^https?:\/\//.test(option.url ?? "")) open(option.url, "_blank", "noopener");
      return use(opener, element, block, surface, { selected_option: option });
    },
  })));
}

/** Choices as {value, label, raw, group}. */
function options(element) {
  const choice = (option, group) => ({ value: option.value, label: plain(option.text), raw: option, group });
  const grouped = (element.option_groups ?? []).flatMap((group) =>
    group.options.map((option) => choice(option, plain(group.label))));
  return [...(element.options ?? []).map((option) => choice(option)), ...grouped];
}

const users = () => people().map((one) => ({ value: one.id, label: one.real_name || one.name, raw: one.id }));
const rooms = () => world.channels
  .filter((one) => !one.is_im)
  .map((one) => ({ value: one.id, label: `#${one.name}`, raw: one.id }));

function initial(element, kind) {
  const given = element[`initial_${kind}`];
  return given?.value ?? given;
}

function oneOf(element, block, surface, choices, kind) {
  const first = h("option", { value: "" }, plain(element.placeholder) || t("choose"));
  const select = h("select", { ...hook(element), "aria-label": block.label ? null : plain(element.placeholder) || t("choose") }, first, grouped(choices));
  select.value = initial(element, kind) ?? "";
  const answer = () => ({ [`selected_${kind}`]: choices.find((one) => one.value === select.value)?.raw ?? null });
  select.addEventListener("change", () => select.value && use(select, element, block, surface, answer()));
  collect(element, block, surface, answer, (old) => {
    select.value = old[`selected_${kind}`]?.value ?? old[`selected_${kind}`] ?? "";
  });
  return select;
}

function grouped(choices) {
  const draw = (one) => h("option", { value: one.value }, one.label);
  const groups = [...new Set(choices.map((one) => one.group))];
  return groups.flatMap((group) => {
    const own = choices.filter((one) => one.group === group).map(draw);
    return group ? [h("optgroup", { label: group }, own)] : own;
  });
}

function ticks(element, block, surface, choices, type, checked) {
  const name = `${block.block_id}.${element.action_id}.${Math.random()}`;
  const boxes = choices.map((one) => h("input", { type, name, value: one.value, checked: checked(one) }));
  const lines = choices.map((one, place) =>
    h("label.tick", {}, boxes[place], h("span", {}, one.label, one.raw?.description && h("small", {}, plain(one.raw.description)))));
  const group = h("div.ticks", { ...hook(element), role: type === "radio" ? "radiogroup" : "group", tabindex: "-1" }, lines);
  return { group, boxes, picked: () => choices.filter((one, place) => boxes[place].checked).map((one) => one.raw) };
}

function manyOf(element, block, surface, choices, kind) {
  const before = (element[`initial_${kind}`] ?? []).map((one) => one.value ?? one);
  const { group, boxes, picked } = ticks(element, block, surface, choices, "checkbox", (one) => before.includes(one.value));
  const answer = () => ({ [`selected_${kind}`]: picked() });
  group.addEventListener("change", () => use(group, element, block, surface, answer()));
  collect(element, block, surface, answer, (old) => {
    const kept = (old[`selected_${kind}`] ?? []).map((one) => one.value ?? one);
    boxes.forEach((box) => (box.checked = kept.includes(box.value)));
  });
  return group;
}

function radios(element, block, surface) {
  const { group, boxes, picked } = ticks(element, block, surface, options(element), "radio",
    (one) => one.value === element.initial_option?.value);
  const answer = () => ({ selected_option: picked()[0] ?? null });
  group.addEventListener("change", () => use(group, element, block, surface, answer()));
  collect(element, block, surface, answer, (old) =>
    boxes.forEach((box) => (box.checked = box.value === old.selected_option?.value)));
  return group;
}

function field(tag, element, block, attributes) {
  const named = block.label ? {} : { "aria-label": plain(element.placeholder) || element.action_id };
  return h(tag, {
    ...hook(element), ...named, placeholder: plain(element.placeholder) || null,
    autofocus: element.focus_on_load || null, ...attributes,
  });
}

/** Tells on Enter or change, as far as the block asks for it. */
function typed(element, block, surface, type, key, value) {
  const input = field("input", element, block, {
    type, value: value ?? "", maxlength: element.max_length, minlength: element.min_length,
    min: element.min_value, max: element.max_value, step: element.is_decimal_allowed ? "any" : null,
  });
  const answer = () => ({ [key]: input.value || null });
  input.addEventListener("change", () => use(input, element, block, surface, answer()));
  collect(element, block, surface, answer, (old) => (input.value = old[key] ?? ""));
  return input;
}

function text(element, block, surface) {
  if (!element.multiline) return typed(element, block, surface, "text", "value", element.initial_value);
  const area = field("textarea", element, block, {
    rows: "5", maxlength: element.max_length, value: element.initial_value ?? "",
  });
  collect(element, block, surface, () => ({ value: area.value || null }), (old) => (area.value = old.value ?? ""));
  return area;
}

function moment(element, block, surface) {
  const input = field("input", element, block, { type: "datetime-local" });
  const answer = () => ({ selected_date_time: input.value ? Math.floor(new Date(input.value) / 1000) : null });
  input.addEventListener("change", () => use(input, element, block, surface, answer()));
  collect(element, block, surface, answer, () => {});
  return input;
}

function richInput(element, block, surface) {
  const area = field("textarea", element, block, { rows: "5" });
  const run = () => ({ type: "rich_text_section", elements: [{ type: "text", text: area.value }] });
  collect(element, block, surface,
    () => ({ rich_text_value: area.value ? { type: "rich_text", elements: [run()] } : null }), () => {});
  return area;
}
