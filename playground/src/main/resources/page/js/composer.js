/* The box in which a customer writes: who, what, an example to start from. */
import { act } from "./doors.js";
import { fingerprint, h } from "./dom.js";
import { busy, menuButton, portrait, toast } from "./small.js";
import { account, customers } from "./world.js";
import { language, t } from "./words.js";

const LIMIT = 500;
let writer = null;

/** The customer that acts outside; the first one until another is chosen. */
export function actingAs() {
  const known = customers();
  return known.find((one) => one.acct === writer) ?? known[0];
}

/** Characters as the network counts them: a link is 23. */
export function counted(text) {
  const without = text.replace(/https?:\/\/[^\s<>"]+/g, "x".repeat(23));
  return [...new Intl.Segmenter().segment(without)].length;
}

/** Builds the box once; refresh() fits it to new accounts and another language. */
export function composer(changed) {
  const box = h("textarea", { id: "post-box", rows: "3", "data-testid": "post-box" });
  const who = h("select", { id: "post-as", "data-testid": "post-as" });
  const left = h("span.left", { "aria-live": "off" });
  const face = h("span");
  const button = h("button.button.primary", { type: "submit", "data-testid": "post-button" });
  const ideas = h("span");
  const label = h("label.visually-hidden", { for: "post-box" });
  const whoLabel = h("label", { for: "post-as" });
  const form = h(
    "form.composer", { onsubmit: (event) => (event.preventDefault(), post()) },
    h("div.composer-who", {}, face, h("div", {}, whoLabel, who)),
    label, box,
    h("div.composer-foot", {}, ideas, left, button),
  );

  const count = () => {
    const rest = LIMIT - counted(box.value);
    left.textContent = box.value ? String(rest) : "";
    left.classList.toggle("over", rest < 0);
    button.disabled = !box.value.trim() || rest < 0;
  };
  const post = () => busy(button, async () => {
    if (button.disabled || !actingAs()) return;
    await act("network/post", { account: actingAs().acct, text: box.value.trim() });
    box.value = "";
    count();
  });
  box.addEventListener("input", count);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  who.addEventListener("change", () => {
    writer = who.value;
    refresh();
    changed();
  });

  let drawn = "";
  function refresh() {
    const me = actingAs();
    const print = fingerprint([customers(), me, language()]);
    if (print === drawn) return; // an open list of choices stays open
    drawn = print;
    who.replaceChildren(...customers().map((one) =>
      h("option", { value: one.acct, selected: one === me }, `${one.name} · @${one.acct}`)));
    face.replaceChildren(portrait(me?.name ?? "?"));
    whoLabel.textContent = t("post-as");
    label.textContent = t("post-label");
    box.placeholder = t("post-placeholder");
    button.textContent = t("post");
    ideas.replaceChildren(examples(box, count));
    count();
  }
  refresh();
  return { node: form, refresh };
}

function examples(box, count) {
  const opener = h("button.button.quiet", { type: "button", "data-testid": "examples" }, t("example"));
  const take = (text) => {
    box.value = text;
    count();
    box.focus();
  };
  return menuButton(opener, t("examples").map(({ about, text }) =>
    ({ label: about, note: text, choose: () => take(text) })), "wide");
}

export const nameOf = (acct) => account(acct)?.name ?? acct;
export const gone = () => toast(t("deleted"));
