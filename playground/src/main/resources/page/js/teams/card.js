/* A card of Teams: by Microsoft's renderer where it is there, else by ourselves. */
import { h } from "../dom.js";
import { toast } from "../small.js";
import { t } from "../words.js";
import { drawable } from "./drawable.js";
import { isHere, microsoftCard } from "./microsoft.js";
import { ownCard } from "./owncard.js";

const night = matchMedia("(prefers-color-scheme: dark)");
export const isDark = () => night.matches;
export const onTheme = (changed) => night.addEventListener("change", changed);

/**
 * Draws a card.
 *
 * send(action, inputs, button) tells the playground what was pressed and gives its outcome
 */
export function cardNode(card, send) {
  const node = h("div.card", { "data-testid": "card", "data-drawn-by": isHere() ? "microsoft" : "own" });
  const press = async (action, inputs, button) => {
    tellErrors(node, {});
    const outcome = await send(action, inputs, button);
    tellErrors(node, outcome?.errors ?? {});
  };
  const draw = isHere() ? microsoftCard : ownCard;
  node.append(draw(drawable(card), { press, follow, dark: isDark() }));
  return node;
}

function follow(address) {
  if (/^(https?:\/\/|mailto:)/i.test(address)) open(address, "_blank", "noopener,noreferrer");
  else toast(t("no-link"), "trouble", address);
}

function tellErrors(node, errors) {
  let first = null;
  node.querySelectorAll("[data-input]").forEach((place) => {
    const text = errors[place.dataset.input];
    const line = place.querySelector(".field-error");
    line.textContent = text ?? "";
    line.hidden = !text;
    place.classList.toggle("wrong", Boolean(text));
    const field = place.querySelector("input, textarea, select");
    field?.setAttribute("aria-invalid", String(Boolean(text)));
    if (text) first ??= field;
  });
  first?.focus();
}
