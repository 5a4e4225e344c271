/* One message in Teams as one person sees it: who, when, its words and cards, reactions, and what can be done with it. */
import { act } from "../doors.js";
import { fingerprint, h } from "../dom.js";
import { appPortrait, busy, icon, menuButton, portrait } from "../small.js";
import { clock, full, language, t } from "../words.js";
import { cardNode, isDark } from "./card.js";
import { textNodes } from "./cardtext.js";
import { reactionButtons, reactionsOf } from "./reactions.js";
import { botName } from "./tenant.js";

const CARD = "application/vnd.microsoft.card.adaptive";
/** The commands of the app's message extension, by their ids. */
const COMMANDS = { askExpert: "ask-expert", keepAnswer: "keep-answer" };

const cardsOf = (message) => (message.attachments ?? []).filter((one) => one.contentType === CARD).map((one) => one.content);
export const refreshes = (message) => cardsOf(message).map((card) => card.refresh).filter(Boolean);

/**
 * Draws a message.
 *
 * before: the node that showed it until now: cards that did not change stay, with what was typed
 * onreply: begins an answer in its thread; missing where there are no threads
 */
export function teamsMessage(message, { person, before, onreply }) {
  const name = message.bot ? botName() : message.from?.name ?? "?";
  const at = new Date(message.at);
  const node = h("article.message.teams", {
    class: message.bot ? "app" : "", "aria-label": name, "data-testid": "message", "data-id": message.id,
  },
  message.bot ? appPortrait() : portrait(name, "square"),
  h("div.message-body", {},
    h("header", {},
      h("strong", {}, name), message.bot && h("span.tag", {}, "app"),
      h("time", { datetime: at.toISOString(), title: full(at) }, clock(at)),
      message.edited && h("span.edited", {}, t("edited"))),
    message.text && h("div.teams-text", {}, textNodes(message.text, message.textFormat === "plain")),
    cards(message, person, before),
    reactionsOf(message, person)),
  h("div.emoji-bar", { role: "group", "aria-label": t("emoji") }, reactionButtons(message, person), menu(message, person, onreply)));
  node.cards = node.querySelector(".cards");
  return node;
}

function cards(message, person, before) {
  const all = cardsOf(message);
  if (!all.length) return null;
  const print = fingerprint([all, person, isDark(), language()]);
  if (before?.cards?.dataset.print === print) return before.cards;
  return h("div.cards", { "data-print": print }, all.map((card) => cardNode(card, send(message, person))));
}

/** Lines from the bot and troubles come by the stream. */
const send = (message, person) => (action, inputs, button) =>
  busy(button, () => act("teams/press", { person, message: message.id, action, inputs }));

function menu(message, person, onreply) {
  const opener = h("button", {
    type: "button", "aria-label": t("message-menu"), title: t("message-menu"), "data-testid": "message-menu",
  }, icon("more"));
  const reply = onreply && { label: t("thread-reply"), testid: "reply-in-thread", choose: onreply };
  const commands = Object.entries(COMMANDS).map(([command, word]) => ({
    label: t(word), testid: `extension-${command}`,
    choose: () => busy(opener, () => act("teams/extension", { person, message: message.id, command })),
  }));
  return menuButton(opener, [reply, ...commands].filter(Boolean));
}
