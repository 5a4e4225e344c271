/* What people fill in on cards drawn by ourselves. */
import { h } from "../dom.js";

let count = 0;

/** An input with its label and place for an error; what it holds is added to the fields around it, always as text. */
export function ownInput(it, around) {
  const id = `own-${++count}`;
  const [control, read] = (KINDS[it.type] ?? text)(it, id);
  around.fields.push({ id: it.id, read });
  const grouped = control.matches(".ticks");
  const label = it.label && h(grouped ? "p.own-label" : "label.own-label", { for: grouped ? null : id, id: `${id}-label` }, it.label,
    it.isRequired && h("span.own-required", { "aria-hidden": "true" }, " *"));
  if (grouped && it.label) control.setAttribute("aria-labelledby", `${id}-label`);
  if (!it.label && it.placeholder) control.setAttribute("aria-label", it.placeholder);
  if (it.isRequired) control.setAttribute("aria-required", "true");
  return h("div.own-input", { "data-input": it.id }, label, control, h("p.field-error", { hidden: true, role: "alert" }));
}

const KINDS = {
  "Input.Text": text,
  "Input.Number": (it, id) => field(it, id, { type: "number", min: it.min, max: it.max, step: "any" }),
  "Input.Date": (it, id) => field(it, id, { type: "date", min: it.min, max: it.max }),
  "Input.Time": (it, id) => field(it, id, { type: "time", min: it.min, max: it.max }),
  "Input.Toggle": toggle,
  "Input.ChoiceSet": choices,
};

function field(it, id, attributes) {
  const input = h("input", { id, value: String(it.value ?? ""), placeholder: it.placeholder, maxlength: it.maxLength, ...attributes });
  return [input, () => input.value];
}

function text(it, id) {
  if (!it.isMultiline) return field(it, id, { type: ["tel", "url", "email", "password"].includes(it.style) ? it.style : "text" });
  const area = h("textarea", { id, rows: "4", placeholder: it.placeholder, maxlength: it.maxLength, value: it.value ?? "" });
  return [area, () => area.value];
}

function toggle(it, id) {
  const [on, off] = [it.valueOn ?? "true", it.valueOff ?? "false"];
  const box = h("input", { id, type: "checkbox", checked: it.value === on });
  return [h("label.tick", {}, box, h("span", {}, it.title)), () => (box.checked ? on : off)];
}

function choices(it, id) {
  if (it.isMultiSelect) return ticks(it, id, "checkbox");
  if (it.style === "expanded") return ticks(it, id, "radio");
  const options = (it.choices ?? []).map((one) => h("option", { value: one.value }, one.title));
  const select = h("select", { id }, h("option", { value: "" }, it.placeholder ?? ""), options);
  select.value = it.value ?? "";
  return [select, () => select.value];
}

function ticks(it, id, type) {
  const before = (it.value ?? "").split(",");
  const boxes = (it.choices ?? []).map((one) => h("input", { type, name: id, value: one.value, checked: before.includes(one.value) }));
  const lines = boxes.map((box, place) => h("label.tick", {}, box, h("span", {}, it.choices[place].title)));
  const group = h("div.ticks", { id, role: type === "radio" ? "radiogroup" : "group" }, lines);
  return [group, () => boxes.filter((box) => box.checked).map((box) => box.value).join(",")];
}
