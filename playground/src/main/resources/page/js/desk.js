/* One person's desk: the open conversation or the app's home tab. */
import { blocks } from "./blocks.js";
import { act } from "./doors.js";
import { fingerprint, h, keyed } from "./dom.js";
import { messageNode } from "./message.js";
import { busy, icon } from "./small.js";
import { appName, channel, forget, members, user, world } from "./world.js";
import { language, t } from "./words.js";

export function desk() {
  const title = h("h2");
  const note = h("p.note");
  const list = h("div.messages", { role: "log", tabindex: "0" });
  const home = h("div.home", { "data-testid": "home" });
  const box = compose();
  const node = h("div.desk", {}, h("header.desk-head", {}, title, note), list, home, box.node);
  let last = "";

  function draw(person, room) {
    const changed = last !== `${person}/${room}`;
    last = `${person}/${room}`;
    const isHome = room === "home";
    list.hidden = box.node.hidden = isHome;
    home.hidden = !isHome;
    head(title, note, person, room);
    if (isHome) return drawHome(home, person, changed);
    box.fit(person, room);
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    drawMessages(list, person, room);
    if (changed || atEnd) list.scrollTop = list.scrollHeight;
    return null;
  }
  draw.node = node;
  return draw;
}

function head(title, note, person, room) {
  const name = user(person)?.real_name ?? person;
  const one = channel(room);
  const label = room === "home" ? t("home") : one?.is_im ? (appName()) : `#${one?.name ?? ""}`;
  title.textContent = label;
  const others = one && !one.is_im ? members(one).map((id) => user(id)?.real_name.split(" ")[0] ?? id).join(", ") : user(person)?.title;
  note.textContent = [t("seen-by", { name }), others].filter(Boolean).join(" · ");
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

function drawHome(home, person, changed) {
  if (changed) busy(null, () => act("slack/home", { user: person }));
  const view = world.homes[person];
  const print = fingerprint([view, person, language()]);
  if (home.dataset.version === print) return;
  home.dataset.version = print;
  const surface = {
    use: (block, element, answer) =>
      act("slack/view-action", { user: person, view_id: view.id, block_id: block.block_id, action_id: element.action_id, ...answer }),
  };
  home.replaceChildren(...(view ? [h("div.blocks", {}, blocks(view.blocks, surface))] : [h("p.empty", {}, t("no-home"))]));
}

/** The box below a conversation; "/word ..." is a command. */
function compose() {
  const box = h("textarea", { rows: "1", "data-testid": "compose-box" });
  const send = h("button.icon-button.send", { type: "submit", "data-testid": "compose-send" }, icon("send"));
  let at = {};
  const node = h("form.compose", { onsubmit: (event) => (event.preventDefault(), say()) }, box, send);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    say();
  });
  function say() {
    const text = box.value.trim();
    if (!text) return null;
    return busy(send, async () => {
      const [, command, rest] = /^(\/[a-z0-9_-]+)\s*(.*)$/is.exec(text) ?? [];
      if (command) await act("slack/command", { ...at, command, text: rest });
      else await act("slack/say", { ...at, text });
      box.value = "";
    });
  }
  function fit(person, room) {
    at = { user: person, channel: room };
    const one = channel(room);
    const where = one?.is_im ? (appName()) : `#${one?.name ?? ""}`;
    box.placeholder = t("compose", { where });
    box.setAttribute("aria-label", t("compose", { where }));
    send.setAttribute("aria-label", t("send"));
    send.title = t("send");
  }
  return { node, fit };
}
