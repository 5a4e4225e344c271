/* What people in Teams put on a message: Teams' six, and any other emoji by its code point and name. */
import { act } from "../doors.js";
import { h } from "../dom.js";
import { busy, icon, menuButton } from "../small.js";
import { t } from "../words.js";
import { nameOf } from "./tenant.js";

const OWN = { like: "👍", heart: "❤️", laugh: "😆", surprised: "😮", sad: "😢", angry: "😡" };
/** The first four act on a card. */
const OFFERED = ["1f440_eyes", "1f645_nogesture", "1f552_threeoclock", "2705_whiteheavycheckmark", ...Object.keys(OWN)];

function sign(type) {
  const [code] = /^[0-9a-f]{2,6}(?=_|$)/.exec(type) ?? [];
  return OWN[type] ?? (code && parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(code, 16)) : type);
}

const title = (type) => type.split("_").at(-1);
const mine = (message, person, type) => (message.reactions ?? []).some((one) => one.type === type && one.people.includes(person));

function react(button, message, person, type) {
  return busy(button, () => act("teams/react", { person, message: message.id, type, remove: mine(message, person, type) }));
}

export function reactionsOf(message, person) {
  const list = message.reactions ?? [];
  if (!list.length) return null;
  return h("div.reactions", {}, list.map(({ type, people }) => {
    const own = people.includes(person);
    const who = people.map(nameOf).join(", ");
    return h("button.reaction", {
      type: "button", class: own ? "mine" : "", "aria-pressed": String(own), title: who,
      "aria-label": t("reacted", { name: title(type), who }), "data-testid": `reaction-${type}`,
      onclick: (event) => react(event.currentTarget, message, person, type),
    }, h("span.emoji", {}, sign(type)), h("span", {}, String(people.length)));
  }));
}

/** The buttons to react with, and a menu of the rest. */
export function reactionButtons(message, person) {
  const quick = OFFERED.slice(0, 4).map((type) => h("button", {
    type: "button", title: title(type), "aria-label": t("react", { name: title(type) }), "data-testid": `react-${type}`,
    onclick: (event) => react(event.currentTarget, message, person, type),
  }, sign(type)));
  const more = menuButton(
    h("button", { type: "button", "aria-label": t("more-emoji"), title: t("more-emoji"), "data-testid": "react-more" }, icon("smile")),
    OFFERED.slice(4).map((type) => ({
      label: sign(type), name: t("react", { name: title(type) }), testid: `react-${type}`, choose: () => react(null, message, person, type),
    })),
    "grid");
  return [quick, more];
}
