/* Links out of the page. */
import { h } from "./dom.js";

/** A link to a web or mail address; anything else (javascript:, data:) stays text. */
export function link(address, label, ...more) {
  if (!/^(https?:\/\/|mailto:|\/network\/)/i.test(address)) return h("span", {}, label || address);
  return h(
    "a",
    { href: address, target: "_blank", rel: "noopener noreferrer", title: address, ...more[0] },
    label || address,
  );
}
