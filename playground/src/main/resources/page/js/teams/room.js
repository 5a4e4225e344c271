/* One conversation in Teams, as one person sees it. */
import { fingerprint, h, keyed } from "../dom.js";
import { icon } from "../small.js";
import { language, t } from "../words.js";
import { isDark } from "./card.js";
import { teamsCompose } from "./compose.js";
import { botStanding, teamsHouseMenu } from "./housemenu.js";
import { watch } from "./looking.js";
import { teamsMessage } from "./message.js";
import { colleague, conversation, firstName, isChannel, isPersonal, messagesOf, nameOf, nameOfRoom, teamOf, tenant } from "./tenant.js";

export function teamsRoom() {
  const title = h("h2");
  const note = h("p.note");
  const menu = h("span");
  const list = h("div.messages", { role: "log", tabindex: "0" });
  const box = teamsCompose();
  const node = h("div.desk.teams-desk", {}, h("header.desk-head", {}, h("div", {}, title, note), menu), list, box.node);
  let last = "";

  function draw(person, room) {
    const one = conversation(person, room);
    const moved = last !== `${person}/${room}`;
    last = `${person}/${room}`;
    node.dataset.person = person;
    node.dataset.conversation = room;
    head(title, note, menu, person, one);
    box.fit(person, one);
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    drawMessages(list, person, one, box.answer);
    if (moved || atEnd) list.scrollTop = list.scrollHeight;
  }
  draw.node = node;
  return draw;
}

function head(title, note, menu, person, one) {
  const team = isChannel(one) && teamOf(one)?.name;
  title.textContent = nameOfRoom(one);
  const others = one && !isPersonal(one) ? one.members.map(firstName).join(", ") : colleague(person)?.title;
  note.textContent = [t("seen-by", { name: nameOf(person) }), botStanding(one), team, others].filter(Boolean).join(" · ");
  const print = fingerprint([one, colleague(person), tenant.disabled, language()]);
  if (menu.dataset.version === print) return;
  menu.dataset.version = print;
  menu.replaceChildren(one ? teamsHouseMenu(person, one) : "");
}

function drawMessages(list, person, one, answer) {
  const opened = list.querySelector(".menu:popover-open");
  if (opened && list.dataset.of === `${person}/${one.id}`) {
    // nothing is drawn anew under the hand of somebody who chooses
    opened.addEventListener("toggle", () => drawMessages(list, person, one, answer), { once: true });
    return;
  }
  list.dataset.of = `${person}/${one?.id}`;
  const all = inThreads(messagesOf(person, one?.id), isChannel(one));
  list.setAttribute("aria-label", t("messages"));
  list.classList.toggle("empty-list", all.length === 0);
  list.dataset.empty = t("nothing-yet");
  const version = (it) => fingerprint([it, person, isDark(), language(), tenant.bot]);
  keyed(list, all, (it) => `${person}${one.id}${it.reply ?? it.message.id}${it.reply ? "r" : ""}`, version, (it, before) => {
    if (it.reply) return replyButton(it.reply, answer);
    const node = teamsMessage(it.message, { person, before, onreply: isChannel(one) ? () => answer(it.message.root) : null });
    if (before) node.classList.add("changed");
    if (it.inThread) node.classList.add("in-thread");
    return node;
  });
  for (const { message } of all) {
    const node = message && list.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
    if (node) watch(node, message, person);
  }
}

/** In channels each message stands with its answers, and below them the way to answer. */
function inThreads(messages, isInChannel) {
  if (!isInChannel) return messages.map((message) => ({ message }));
  const roots = [...new Set(messages.map((one) => one.root))];
  return roots.flatMap((root) => [
    ...messages.filter((one) => one.root === root).map((message) => ({ message, inThread: message.id !== root })),
    { reply: root },
  ]);
}

const replyButton = (root, answer) => h("button.thread-reply", {
  type: "button", "data-testid": "thread-reply", "data-root": root, onclick: () => answer(root),
}, icon("reply"), t("thread-reply"));
