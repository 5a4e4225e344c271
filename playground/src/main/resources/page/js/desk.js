/* One person's desk: the open conversation or the app's home tab. */
import { compose } from "./compose.js";
import { act } from "./doors.js";
import { fingerprint, h, keyed } from "./dom.js";
import { appStanding, houseMenu, standing } from "./house.js";
import { messageNode } from "./message.js";
import { busy } from "./small.js";
import { viewBody } from "./views.js";
import { appName, channel, forget, members, pinned, user, world } from "./world.js";
import { language, t } from "./words.js";

export function desk() {
  const title = h("h2");
  const note = h("p.note");
  const menu = h("span");
  const pins = h("div.pinned-cards");
  const list = h("div.messages", { role: "log", tabindex: "0" });
  const home = homeTab();
  const box = compose();
  const node = h("div.desk", {}, h("header.desk-head", {}, h("div", {}, title, note), menu), pins, list, home.node, box.node);
  let last = "";

  function draw(person, room) {
    const changed = last !== `${person}/${room}`;
    last = `${person}/${room}`;
    const isHome = room === "home";
    list.hidden = pins.hidden = box.node.hidden = isHome;
    home.node.hidden = !isHome;
    head(title, note, menu, person, room);
    if (isHome) return home.draw(person, changed);
    box.fit(person, room);
    drawPins(pins, person, room);
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    drawMessages(list, person, room);
    if (changed || atEnd) list.scrollTop = list.scrollHeight;
    return null;
  }
  draw.node = node;
  return draw;
}

function head(title, note, menu, person, room) {
  const name = user(person)?.real_name ?? person;
  const one = channel(room);
  const label = room === "home" ? t("home") : one?.is_im ? (appName()) : `#${one?.name ?? ""}`;
  title.textContent = label;
  const others = one && !one.is_im ? members(one).map((id) => user(id)?.real_name.split(" ")[0] ?? id).join(", ") : user(person)?.title;
  const closed = one?.is_archived && t("archived");
  note.textContent = [t("seen-by", { name }), standing(user(person)), closed, appStanding(), others].filter(Boolean).join(" · ");
  const print = fingerprint([one, user(person), world.install, room, language()]);
  if (menu.dataset.version === print) return;
  menu.dataset.version = print;
  menu.replaceChildren(houseMenu(person, room));
}

/** The newest pin, whole, above the messages; it can be folded away. */
function drawPins(pins, person, room) {
  const newest = pinned(room).slice(0, 1);
  keyed(pins, newest, (it) => room + it.ts, (it) => fingerprint([it, person, language()]), (it, known) =>
    h("details.pinned", { open: known ? known.open : true, "data-testid": "pinned-card" },
      h("summary", {}, t("pinned")),
      messageNode(it, { channel: room, as: person, testid: "pinned" })));
}

function drawMessages(list, person, room) {
  const heard = world.whispers
    .filter((one) => one.user === person && one.channel === room)
    .map((one) => ({ message: one.message, whisper: true }));
  const all = [...(world.messages[room] ?? []).map((message) => ({ message })), ...heard]
    .sort((a, b) => threadOf(a.message) - threadOf(b.message) || Number(a.message.ts) - Number(b.message.ts));
  list.setAttribute("aria-label", t("messages"));
  list.classList.toggle("empty-list", all.length === 0);
  list.dataset.empty = t("nothing-yet");
  keyed(list, all, (it) => `${room}${it.message.ts}`, (it) => fingerprint([it, person, language()]), (it, known) => {
    const node = messageNode(it.message, {
      channel: room, as: person, whisper: it.whisper,
      ondrop: () => {
        forget({ channel: room, ts: it.message.ts });
        drawMessages(list, person, room);
      },
    });
    if (known) node.classList.add("changed");
    if (it.message.thread_ts && it.message.thread_ts !== it.message.ts) node.classList.add("in-thread");
    return node;
  });
}

const threadOf = (message) => Number(message.thread_ts ?? message.ts);

function homeTab() {
  const empty = h("p.empty");
  const body = viewBody(h("div.blocks"));
  const node = h("div.home", { "data-testid": "home" }, empty, body.node);
  function draw(person, opened) {
    if (opened) busy(null, () => act("slack/home", { user: person }));
    const view = world.homes[person];
    empty.textContent = view ? "" : t("no-home");
    body.node.hidden = !view;
    if (view) body.draw(person, view);
  }
  return { node, draw };
}
