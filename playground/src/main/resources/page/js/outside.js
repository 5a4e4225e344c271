/* The world outside: public posts, newest on top, with their answers below them. */
import { actingAs, composer, counted, gone, nameOf } from "./composer.js";
import { act } from "./doors.js";
import { fingerprint, h, keyed } from "./dom.js";
import { postText } from "./posttext.js";
import { busy, icon, iconButton, portrait } from "./small.js";
import { fromHouse, world } from "./world.js";
import { clock, full, language, number, t } from "./words.js";

const SHOWN = 120;
let open = null; // {id, kind: "reply"|"edit"}: the one inline box
let draft = "";

/** Builds the column once; the answer draws it anew from the world. */
export function outside() {
  const title = h("h1", { id: "outside-title" });
  const note = h("p.note");
  const feed = h("div.feed", { role: "feed", "aria-labelledby": "outside-title", "data-testid": "feed" });
  const empty = h("p.empty");
  const box = composer(() => draw());
  const node = h("section.outside", { "aria-labelledby": "outside-title", id: "outside" },
    h("header.land-head", {}, title, note), box.node, feed, empty);

  function draw() {
    title.textContent = t("outside");
    note.textContent = t("outside-note");
    empty.textContent = world.statuses.length ? "" : t("quiet");
    box.refresh();
    const acting = actingAs()?.acct;
    const version = ({ root, answers }) =>
      fingerprint([root, answers, [root, ...answers].map(fromHouse), language(), [root, ...answers].some((one) => one.id === open?.id) && open, acting]);
    keyed(feed, threads().slice(0, SHOWN), (one) => one.root.id, version, (one, known) => thread(one, !known));
  }
  draw.node = node;
  redraw = draw;
  return draw;
}

let redraw = () => {};

function threads() {
  const known = new Map(world.statuses.map((one) => [one.id, one]));
  const rootOf = (one) => {
    let at = one;
    while (known.has(at.in_reply_to)) at = known.get(at.in_reply_to);
    return at;
  };
  const all = new Map();
  for (const one of world.statuses) {
    const root = rootOf(one);
    if (!all.has(root.id)) all.set(root.id, { root, answers: [] });
    if (one !== root) all.get(root.id).answers.unshift(one);
  }
  return [...all.values()].sort((a, b) => (a.root.id.length - b.root.id.length || (a.root.id < b.root.id ? -1 : 1)) * -1);
}

function thread({ root, answers }, fresh) {
  const young = Date.now() - new Date(root.created_at) < 8000;
  return h("div.thread", { class: fresh && young ? "arrived" : "" },
    root.boost_of ? boosted(root) : status(root, "status"),
    answers.length > 0 && h("div.answers", {}, answers.map((one) => status(one, "reply"))));
}

function boosted(boost) {
  const original = world.statuses.find((one) => one.id === boost.boost_of);
  return h("article.status.boosted", { "data-testid": "status", "data-id": boost.id },
    h("p.boost-line", {}, icon("boost"), t("boosted", { name: nameOf(boost.account) })),
    original && h("p.excerpt", {}, `${nameOf(original.account)}: ${original.text.slice(0, 90)}`));
}

function status(one, kind) {
  const house = fromHouse(one);
  const at = new Date(one.created_at);
  return h(
    "article.status", { class: house ? "ours" : "", "data-testid": kind, "data-id": one.id, "aria-label": nameOf(one.account) },
    portrait(nameOf(one.account)),
    h("div.status-body", {},
      h("header", {},
        h("strong", {}, nameOf(one.account)),
        house && h("span.tag", {}, t("from-house")),
        h("span.handle", {}, `@${one.account}`),
        h("a.when", { href: one.url, target: "_blank", rel: "noopener", title: full(at) }, clock(at)),
        one.edited_at && h("span.edited", {}, t("edited"))),
      h("div", { lang: one.lang }, postText(one.text)),
      tools(one, house),
      open?.id === one.id && inlineBox(one)),
  );
}

function tools(one, house) {
  const doing = (path, body) => (event) => busy(event.currentTarget, () => act(`network/${path}`, body));
  const me = actingAs()?.acct;
  const counted = (name, sign, count, onclick, testid) => {
    const button = iconButton(sign, t(name), onclick, { "data-testid": testid });
    if (count) button.append(h("span", {}, number(count)));
    return button;
  };
  return h("div.tools", { role: "group", "aria-label": t("tools") },
    counted("reply", "reply", one.replies, () => toggle(one, "reply"), "reply-button"),
    counted("boost", "boost", one.boosts, doing("boost", { account: me, id: one.id }), "boost-button"),
    counted("favourite", "star", one.favourites, doing("favourite", { account: me, id: one.id }), "favourite-button"),
    !house && iconButton("edit", t("edit"), () => toggle(one, "edit"), { "data-testid": "edit-button" }),
    !house && iconButton("trash", t("delete"), async (event) => {
      if (await busy(event.currentTarget, () => act("network/delete", { id: one.id }))) gone();
    }, { "data-testid": "delete-button" }));
}

function toggle(one, kind) {
  const same = open?.id === one.id && open.kind === kind;
  open = same ? null : { id: one.id, kind };
  draft = kind === "edit" ? one.text : "";
  redraw();
  document.querySelector(same ? `[data-id="${one.id}"] .tools button` : ".inline-box textarea")?.focus();
}

function inlineBox(one) {
  const label = open.kind === "edit" ? t("edit") : t("reply-as", { name: actingAs()?.name ?? "" });
  const box = h("textarea", { rows: "2", value: draft, "aria-label": label, placeholder: label, "data-testid": `${open.kind}-box` });
  const send = h("button.button.primary", { type: "submit", "data-testid": `${open.kind}-send` }, open.kind === "edit" ? t("save") : t("reply"));
  box.addEventListener("input", () => {
    draft = box.value;
    send.disabled = !draft.trim() || counted(draft) > 500;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") toggle(one, open.kind);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send.click();
  });
  return h("form.inline-box", { onsubmit: (event) => (event.preventDefault(), sendInline(send, one)) },
    box,
    h("div", {}, h("button.button.quiet", { type: "button", onclick: () => toggle(one, open.kind) }, t("cancel")), send));
}

function sendInline(button, one) {
  const { kind } = open;
  const body = kind === "edit"
    ? { id: one.id, text: draft.trim() }
    : { account: actingAs()?.acct, text: draft.trim(), in_reply_to: one.id };
  return busy(button, async () => {
    await act(`network/${kind === "edit" ? "edit" : "post"}`, body);
    open = null;
    draft = "";
    redraw();
  });
}
