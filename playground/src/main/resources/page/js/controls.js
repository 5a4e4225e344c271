/* The interactive elements of Block Kit. Each tells its surface when it is used, and can be read in a modal. */
import { h } from "./dom.js";
import { manyOf, oneOf, options, radios, rooms, users } from "./choices.js";
import { moment, picked, richInput, text, typed } from "./fields.js";
import { icon, menuButton } from "./small.js";
import { hook, plain, use } from "./used.js";
import { t } from "./words.js";

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
  datepicker: (e, b, s) => picked(e, b, s, "date", e.initial_date),
  timepicker: (e, b, s) => picked(e, b, s, "time", e.initial_time),
  datetimepicker: moment,
  plain_text_input: text,
  email_text_input: (e, b, s) => typed(e, b, s, "email", e.initial_value),
  url_text_input: (e, b, s) => typed(e, b, s, "url", e.initial_value),
  number_input: (e, b, s) => typed(e, b, s, "number", e.initial_value),
  rich_text_input: richInput,
};

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
