/* Elements in which people choose: menus, ticks and radio buttons. */
import { h } from "./dom.js";
import { collect, hook, plain, use } from "./used.js";
import { people, world } from "./world.js";
import { t } from "./words.js";

/** Choices as {value, label, raw, group}. */
export function options(element) {
  const choice = (option, group) => ({ value: option.value, label: plain(option.text), raw: option, group });
  const grouped = (element.option_groups ?? []).flatMap((group) =>
    group.options.map((option) => choice(option, plain(group.label))));
  return [...(element.options ?? []).map((option) => choice(option)), ...grouped];
}

export const users = () => people().map((one) => ({ value: one.id, label: one.real_name || one.name, raw: one.id }));
export const rooms = () => world.channels
  .filter((one) => !one.is_im)
  .map((one) => ({ value: one.id, label: `#${one.name}`, raw: one.id }));

function initial(element, kind) {
  const given = element[`initial_${kind}`];
  return given?.value ?? given;
}

export function oneOf(element, block, surface, choices, kind) {
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
  const lines = choices.map((one, place) => [
    one.group && one.group !== choices[place - 1]?.group && h("p.tick-group", {}, one.group),
    h("label.tick", {}, boxes[place], h("span", {}, one.label, one.raw?.description && h("small", {}, plain(one.raw.description)))),
  ]);
  const group = h("div.ticks", { ...hook(element), role: type === "radio" ? "radiogroup" : "group", tabindex: "-1" }, lines);
  return { group, boxes, picked: () => choices.filter((one, place) => boxes[place].checked).map((one) => one.raw) };
}

export function manyOf(element, block, surface, choices, kind) {
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

export function radios(element, block, surface) {
  const { group, boxes, picked } = ticks(element, block, surface, options(element), "radio",
    (one) => one.value === element.initial_option?.value);
  const answer = () => ({ selected_option: picked()[0] ?? null });
  group.addEventListener("change", () => use(group, element, block, surface, answer()));
  collect(element, block, surface, answer, (old) =>
    boxes.forEach((box) => (box.checked = box.value === old.selected_option?.value)));
  return group;
}
