/* Everybody: the newest cards of all people, so that a visitor sees at once where a post went. */
import { choosePerson } from "./choice.js";
import { fingerprint, h, keyed } from "./dom.js";
import { messageNode, sentByApp } from "./message.js";
import { icon, portrait } from "./small.js";
import { actorIn, channel, user, world } from "./world.js";
import { language, t } from "./words.js";

const SHOWN = 60;
let actor = null;

/** Who pressed last in the overview: their modals are shown there. */
export const lastActor = () => actor;

export function overview() {
  const title = h("h2");
  const note = h("p.note");
  const list = h("div.messages.overview", { "data-testid": "overview", tabindex: "0" });
  const node = h("div.desk", {}, h("header.desk-head", {}, title, note), list);

  function draw() {
    title.textContent = t("everybody");
    note.textContent = t("everybody-note");
    const cards = newest();
    list.classList.toggle("empty-list", cards.length === 0);
    list.setAttribute("aria-label", t("everybody"));
    list.dataset.empty = t("nobody-disturbed");
    keyed(list, cards, (it) => it.room.id + it.message.ts, (it) => fingerprint([it, language()]), card);
  }
  draw.node = node;
  return draw;
}

function newest() {
  return world.channels
    .flatMap((room) => (world.messages[room.id] ?? []).filter(sentByApp).map((message) => ({ room, message })))
    .sort((a, b) => Number(b.message.ts) - Number(a.message.ts))
    .slice(0, SHOWN);
}

function card({ room, message }, known) {
  const as = actorIn(room);
  const node = messageNode(message, { channel: room.id, as, lead: whereTo(room, as, message.ts) });
  const remember = () => (actor = as);
  node.addEventListener("pointerdown", remember, true);
  node.addEventListener("keydown", remember, true);
  if (known) node.classList.add("changed");
  if (!known && Date.now() / 1000 - Number(message.ts) < 8) node.classList.add("arrived");
  return node;
}

function whereTo(room, as) {
  const name = room.is_im ? (user(room.user)?.real_name ?? room.user) : `#${room.name}`;
  return h("button.where-to", { type: "button", onclick: () => choosePerson(as, room.id), title: t("go-there") },
    icon("reply"), room.is_im ? portrait(name, "square") : h("span.hash", {}, "#"),
    h("span", {}, room.is_im ? name : room.name), h("small", {}, room.is_im ? (user(room.user)?.title ?? "") : t("as", { name: user(as)?.real_name ?? "" })));
}

export const roomName = (id) => {
  const room = channel(id);
  return room?.is_im ? (user(room.user)?.real_name ?? "") : `#${room?.name ?? ""}`;
};
