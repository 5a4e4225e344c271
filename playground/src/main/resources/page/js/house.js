/* What happens to the house: a person's quiet, a channel that closes, the app that is thrown out. */
import { act } from "./doors.js";
import { h } from "./dom.js";
import { busy, icon, menuButton } from "./small.js";
import { appName, botUser, channel, isQuiet, user, world } from "./world.js";
import { t } from "./words.js";

/** The menu in the head of a desk: about the person in their own conversation and home, else about the channel. */
export function houseMenu(person, room) {
  const opener = h("button.icon-button", {
    type: "button", "aria-label": t("house-menu"), title: t("house-menu"), "data-testid": "house-menu",
  }, icon("more"));
  const one = channel(room);
  const does = (verb, body) => () => busy(opener, () => act(`slack/house/${verb}`, body));
  const choice = (word, verb, body) =>
    ({ label: t(word, { app: appName() }), testid: `house-${word}`, choose: does(verb, body) });
  const own = one && !one.is_im ? ofChannel(one, person, choice) : ofPerson(user(person) ?? {}, choice);
  return menuButton(opener, [...own, ...ofApp(choice)]);
}

function ofPerson(one, choice) {
  return [
    isQuiet(one) ? choice("quiet-end", "snooze", { user: one.id, minutes: 0 }) : choice("quiet-hour", "snooze", { user: one.id, minutes: 60 }),
    one.active === false ? choice("come-back", "present", { user: one.id, active: true }) : choice("go-away", "present", { user: one.id, active: false }),
    one.deleted ? choice("reactivate", "reactivate", { user: one.id }) : choice("deactivate", "deactivate", { user: one.id }),
  ];
}

function ofChannel(one, by, choice) {
  const inside = (one.members ?? []).includes(botUser());
  const about = { channel: one.id, by };
  return [
    one.is_archived ? choice("unarchive", "unarchive", about) : choice("archive", "archive", about),
    inside ? choice("app-out", "remove", { ...about, user: botUser() }) : choice("app-in", "invite", { ...about, user: botUser() }),
  ];
}

function ofApp(choice) {
  return world.install === "installed"
    ? [choice("revoke", "revoke-tokens", {}), choice("uninstall", "uninstall", {})]
    : [choice("install", "install", {})];
}

/** How somebody stands: "quiet until 10:30", "away", "deactivated"; empty where they are there. */
export function standing(one) {
  if (one?.deleted) return t("deactivated");
  if (isQuiet(one)) return t("quiet-until", { time: new Date(one.quiet_until * 1000).toTimeString().slice(0, 5) });
  return one?.active === false ? t("away") : "";
}

export const appStanding = () => (world.install === "installed" ? "" : t(`app-${world.install}`, { app: appName() }));
