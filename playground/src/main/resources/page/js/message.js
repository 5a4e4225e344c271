/* One message in the house: who, when, its blocks, reactions, and the emoji to press. */
import { blocks } from "./blocks.js";
import { act } from "./doors.js";
import { h } from "./dom.js";
import { emoji, QUICK } from "./emoji.js";
import { mrkdwn } from "./mrkdwn.js";
import { shortcutMenu } from "./shortcuts.js";
import { appPortrait, busy, icon, iconButton, menuButton, portrait } from "./small.js";
import { appName, botUser, user } from "./world.js";
import { clock, full, t } from "./words.js";

export const sentByApp = (message) => Boolean(message.bot_id) || message.user === botUser();
export const when = (message) => new Date(Number(message.ts) * 1000);

/**
 * Draws a message as one person sees it.
 * as: user id that presses and reacts; whisper: only that person sees it; ondrop: puts a whisper away;
 * testid: another hook than "message", for a second drawing of the same message
 */
export function messageNode(message, { channel, as, whisper, ondrop, lead, testid = "message" }) {
  const app = sentByApp(message);
  const name = app ? message.username ?? appName() : nameOf(message.user);
  const surface = { use: (block, element, answer) => press(message, channel, as, block, element, answer) };
  return h(
    "article.message",
    { class: [app ? "app" : "", whisper ? "whisper" : ""].join(" "), "data-testid": testid, "data-ts": message.ts },
    app ? appPortrait() : portrait(name, "square"),
    h(
      "div.message-body",
      {},
      lead,
      h(
        "header",
        {},
        h("strong", {}, name),
        app && h("span.tag", {}, "app"),
        h("time", { datetime: when(message).toISOString(), title: full(when(message)) }, clock(when(message))),
        message.edited && h("span.edited", {}, t("edited")),
        message.pinned_info && h("span.edited", {}, t("pinned-by", { name: nameOf(message.pinned_info.pinned_by) })),
      ),
      whisper && h("p.whisper-note", {}, icon("lock"), t("only-you"), iconButton("close", t("dismiss"), ondrop)),
      content(message, surface),
      reactions(message, channel, as),
    ),
    !whisper && emojiBar(message, channel, as),
  );
}

const nameOf = (id) => (id === botUser() ? appName() : user(id)?.real_name || user(id)?.name || id || "?");

function content(message, surface) {
  const drawn = message.blocks?.length ? blocks(message.blocks, surface) : [h("div.block-text", {}, mrkdwn(message.text ?? ""))];
  const attached = (message.attachments ?? []).map((one) =>
    h("div.attachment", {}, one.blocks ? blocks(one.blocks, surface) : mrkdwn(one.text ?? one.fallback ?? "")));
  return h("div.blocks", {}, drawn, attached);
}

function press(message, channel, as, block, element, answer) {
  return act("slack/press", {
    user: as, channel, ts: message.ts, block_id: block.block_id, action_id: element.action_id, ...answer,
  });
}

function reactions(message, channel, as) {
  const list = message.reactions ?? [];
  if (!list.length) return null;
  return h("div.reactions", {}, list.map(({ name, users = [], count }) => {
    const mine = users.includes(as);
    const who = users.map(nameOf).join(", ");
    return h(
      "button.reaction",
      {
        type: "button", class: mine ? "mine" : "", "aria-pressed": String(mine), title: who,
        "aria-label": t("reacted", { name, who }), "data-testid": `reaction-${name}`,
        onclick: (event) => react(event.currentTarget, message, channel, as, name, mine),
      },
      h("span.emoji", {}, emoji(name)), h("span", {}, String(count ?? users.length)),
    );
  }));
}

function react(button, message, channel, as, name, remove) {
  return busy(button, () => act("slack/react", { user: as, channel, ts: message.ts, name, remove }));
}

function emojiBar(message, channel, as) {
  const mine = (name) => (message.reactions ?? []).some((one) => one.name === name && one.users?.includes(as));
  const quick = QUICK.slice(0, 4).map((name) =>
    h("button", {
      type: "button", title: `:${name}:`, "aria-label": t("react", { name }), "data-testid": `react-${name}`,
      onclick: (event) => react(event.currentTarget, message, channel, as, name, mine(name)),
    }, emoji(name)));
  const more = menuButton(
    h("button", { type: "button", "aria-label": t("more-emoji"), title: t("more-emoji") }, icon("smile")),
    [...QUICK.slice(4), "heart", "bulb", "wave", "thinking_face", "rotating_light"].map((name) => ({
      label: emoji(name), name: `:${name}:`, testid: `react-${name}`,
      choose: () => react(null, message, channel, as, name, mine(name)),
    })),
    "grid",
  );
  return h("div.emoji-bar", { role: "group", "aria-label": t("emoji") }, quick, more, shortcutMenu(message, channel, as));
}
