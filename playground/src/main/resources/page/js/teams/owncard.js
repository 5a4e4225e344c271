/* Cards drawn by ourselves, plainly, where Microsoft's renderer is not. */
import { h } from "../dom.js";
import { icon, menuButton } from "../small.js";
import { t } from "../words.js";
import { textNodes } from "./cardtext.js";
import { ownInput } from "./owninput.js";

/** The same as Microsoft's renderer is given; see microsoftCard. */
export function ownCard(card, handlers) {
  const around = { ...handlers, fields: [] };
  return h("div.own-card", {}, whole(card, around), h("p.own-note", {}, t("own-drawing")));
}

function whole(card, around) {
  return [...elements(card.body, around), bar(card.actions, around)];
}

const elements = (list, around) => (list ?? []).map((one) => framed(one, around));

const DRAWN = {
  TextBlock: (it) => h(it.style === "heading" ? "h3" : "p", { class: letters(it) }, textNodes(it.text ?? "")),
  RichTextBlock: (it, around) => h("p", {}, (it.inlines ?? []).map((run) => inline(run, around))),
  Container: (it, around) => pressable(it, around, h("div.own-box", { class: `own-${it.style ?? "default"}` }, elements(it.items, around))),
  ColumnSet: (it, around) => pressable(it, around, h("div.own-columns", {}, (it.columns ?? []).map((one) => column(one, around)))),
  FactSet: (it) => h("dl.own-facts", {}, (it.facts ?? []).map((one) => [h("dt", {}, one.title), h("dd", {}, textNodes(one.value ?? ""))])),
  Image: (it) => h("img.own-image", { src: it.url, alt: it.altText ?? "" }),
  ActionSet: (it, around) => bar(it.actions, around),
};

function framed(it, around) {
  const draw = DRAWN[it.type] ?? (it.type?.startsWith("Input.") ? ownInput : null);
  const node = draw ? draw(it, around) : h("p.own-note", {}, it.type ?? "?");
  if (it.separator) node?.classList?.add("own-separated");
  if (it.spacing) node?.classList?.add(`own-space-${it.spacing.toLowerCase()}`);
  if (it.id && node) node.dataset.element = it.id;
  if (it.isVisible === false) node.hidden = true;
  return node;
}

function column(it, around) {
  const wide = it.width === undefined || it.width === "stretch" || Number(it.width) > 0;
  return pressable(it, around, h("div.own-column", { class: wide ? "wide" : "" }, elements(it.items, around)));
}

function letters({ size = "", weight = "", color = "", isSubtle, fontType = "", wrap, style }) {
  return [
    size && `own-${size.toLowerCase()}`, (weight.toLowerCase() === "bolder" || style === "heading") && "own-bolder",
    color && `own-${color.toLowerCase()}`, isSubtle && "own-subtle", fontType.toLowerCase() === "monospace" && "own-mono",
    wrap === false && "own-cut",
  ].filter(Boolean).join(" ");
}

/** A run's text is plain: no mark in it means anything. */
function inline(run, around) {
  if (typeof run === "string") return run;
  const kinds = [letters(run), run.italic && "own-italic", run.strikethrough && "own-struck", run.underline && "own-under", run.highlight && "own-mark"];
  const attributes = { class: kinds.filter(Boolean).join(" ") };
  const { selectAction } = run;
  if (!selectAction) return h("span", attributes, run.text);
  return h("a", { ...attributes, ...asLink(selectAction), onclick: (event) => (event.preventDefault(), use(selectAction, around, event.currentTarget)) }, run.text);
}

const asLink = (action) =>
  (action.type === "Action.OpenUrl" && /^(https?:\/\/|mailto:)/i.test(action.url) ? { href: action.url } : { href: "#", role: "button" });

function pressable(it, around, node) {
  const { selectAction } = it;
  if (!selectAction) return node;
  const go = () => use(selectAction, around, node);
  Object.entries({ role: "button", tabindex: "0", "data-testid": "card-action" }).forEach(([name, value]) => node.setAttribute(name, value));
  if (selectAction.title) node.setAttribute("aria-label", selectAction.title);
  node.classList.add("own-pressable");
  node.addEventListener("click", go);
  node.addEventListener("keydown", (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), go()));
  return node;
}

function bar(actions, around) {
  if (!actions?.length) return null;
  const first = actions.filter((one) => one.mode !== "secondary");
  const more = [...first.splice(6), ...actions.filter((one) => one.mode === "secondary")];
  const opened = h("div.own-shown");
  return h("div.own-actions", {}, first.map((one) => button(one, around, opened)), more.length > 0 && overflow(more, around), opened);
}

function button(action, around, opened) {
  const kind = { positive: "primary", destructive: "danger" }[action.style] ?? "quiet";
  const shows = action.type === "Action.ShowCard";
  return h(`button.button.${kind}`, {
    type: "button", role: action.type === "Action.OpenUrl" ? "link" : null, title: action.tooltip, disabled: action.isEnabled === false, "data-testid": "card-action", "aria-expanded": shows ? "false" : null,
    onclick: ({ currentTarget }) => (shows ? show(action, around, opened, currentTarget) : use(action, around, currentTarget)),
  }, action.title ?? "");
}

function overflow(actions, around) {
  const opener = h("button.button.quiet.square-button", {
    type: "button", "aria-label": t("more"), title: t("more"), "data-testid": "card-more",
  }, icon("more"));
  return menuButton(opener, actions.filter((one) => one.isEnabled !== false).map((one) =>
    ({ label: one.title ?? "", testid: "card-action", choose: () => use(one, around, opener) })));
}

function show(action, around, opened, opener) {
  const open = opener.getAttribute("aria-expanded") !== "true";
  opened.parentNode.querySelectorAll(":scope > [aria-expanded]").forEach((one) => one.setAttribute("aria-expanded", "false"));
  opener.setAttribute("aria-expanded", String(open));
  if (!open) return opened.replaceChildren();
  // what is filled in around it is sent along, what was filled in there before is gone
  const inner = { ...around, fields: [...around.fields] };
  return opened.replaceChildren(...whole(action.card ?? {}, inner).filter(Boolean));
}

function use(action, around, node) {
  if (action.type === "Action.OpenUrl") return around.follow(action.url);
  if (action.type === "Action.ToggleVisibility") return toggle(action, node);
  const fields = action.associatedInputs === "none" ? [] : around.fields;
  return around.press(action.id, Object.fromEntries(fields.map((one) => [one.id, one.read()])), node);
}

function toggle({ targetElements }, node) {
  for (const target of targetElements ?? []) {
    const id = target.elementId ?? target;
    node.closest(".own-card").querySelectorAll(`[data-element="${CSS.escape(id)}"]`).forEach((one) => {
      one.hidden = typeof target.isVisible === "boolean" ? !target.isVisible : !one.hidden;
    });
  }
}
