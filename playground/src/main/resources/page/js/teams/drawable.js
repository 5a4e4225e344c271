/* A card made ready to be drawn, by whichever renderer. */
import { t } from "../words.js";
import { tenant } from "./tenant.js";

/**
 * A copy in which every action has its place as its id ("#0", as the playground names it), people
 * pickers have the tenant's people as choices, and no picture is fetched from elsewhere.
 */
export function drawable(card) {
  const copy = structuredClone(card);
  delete copy.refresh;
  delete copy.$schema;
  actionsOf(copy).forEach((action, place) => {
    action.id = `#${place}`;
    delete action.iconUrl;
    delete action.fallback;
  });
  walk(copy, (node) => {
    if (node.type === "Input.ChoiceSet") asChoices(node);
    if (node.type?.startsWith("Input.")) asked(node);
    if (node.type === "Image" && !isWithin(node.url) && !isOurs(node.url)) asWords(node);
  });
  return copy;
}

/** All actions in the order the playground counts them: those of a card that another shows come after its opener. */
export function actionsOf(card) {
  const own = [];
  gather(card, own);
  return own.flatMap((action) => (action.type === "Action.ShowCard" ? [action, ...actionsOf(action.card ?? {})] : [action]));
}

function gather(node, found) {
  if (!node || typeof node !== "object") return;
  if (String(node.type ?? "").startsWith("Action.")) {
    found.push(node);
    return;
  }
  for (const [name, child] of Object.entries(node)) {
    if (name !== "fallback" && name !== "refresh") gather(child, found);
  }
}

function walk(node, visit) {
  if (!node || typeof node !== "object") return;
  if (!Array.isArray(node)) visit(node);
  for (const [name, child] of Object.entries(node)) if (name !== "data") walk(child, visit);
}

function asChoices(node) {
  if (node["choices.data"]) {
    const people = tenant.people.map((one) => ({ title: one.name, value: one.id }));
    node.choices = [...(node.choices ?? []), ...people];
    delete node["choices.data"];
    if (!node.isMultiSelect) node.style = "compact";
    node.value = (node.value ?? "").split(",").map(idOf).join(",");
  }
  if (node.style === "filtered") node.style = "compact";
  if (node.style !== "expanded" && !node.isMultiSelect) node.placeholder ??= t("choose");
}

const idOf = (value) => tenant.people.find((one) => [one.teams_id, one.email].includes(value))?.id ?? value;

function asked(node) {
  if (node.isRequired) node.errorMessage ??= t("required");
}

/** A picture that the card itself carries. */
const isWithin = (address) => /^data:image\/(png|jpeg|gif);base64,[A-Za-z0-9+/]+=*$/.test(address ?? "");

function isOurs(address) {
  try {
    return new URL(address, location.href).origin === location.origin;
  } catch {
    return false;
  }
}

function asWords(node) {
  const { altText, id, spacing, separator, isVisible } = node;
  Object.keys(node).forEach((name) => delete node[name]);
  Object.assign(node, { type: "RichTextBlock", inlines: [{ type: "TextRun", text: altText || t("picture"), isSubtle: true, italic: true }] });
  Object.entries({ id, spacing, separator, isVisible }).forEach(([name, value]) => value !== undefined && (node[name] = value));
}
