/* What happens to the bot in Teams: it is installed or thrown out, blocked, switched off. */
import { act } from "../doors.js";
import { h } from "../dom.js";
import { busy, icon, menuButton } from "../small.js";
import { t } from "../words.js";
import { botName, colleague, isChannel, isPersonal, tenant } from "./tenant.js";

export function teamsHouseMenu(person, one) {
  const opener = h("button.icon-button", {
    type: "button", "aria-label": t("house-menu"), title: t("house-menu"), "data-testid": "house-menu",
  }, icon("more"));
  const choice = (word, verb, body) => ({
    label: t(word, { app: botName() }), testid: `house-${word}`, choose: () => busy(opener, () => act(`teams/${verb}`, body)),
  });
  return menuButton(opener, [...(isPersonal(one) ? ofPerson(person, one, choice) : ofPlace(person, one, choice)), ofTenant(choice)]);
}

function ofPerson(person, one, choice) {
  const old = colleague(person)?.old_client;
  const block = (how) => ({ person, how });
  const standing = {
    INSTALLED: [choice("block", "house/block", block("blocked")), choice("silence", "house/block", block("silenced"))],
    BLOCKED: [choice("unblock", "house/block", block("not"))],
    SILENCED: [choice("unblock", "house/block", block("not"))],
  }[one.standing] ?? [];
  return [installing(one, { person }, choice), ...standing, choice(old ? "usual-client" : "old-client", "client", { person, old: !old })];
}

function ofPlace(person, one, choice) {
  return [installing(one, { person, place: one.place }, choice)];
}

function installing(one, body, choice) {
  const there = one.standing !== "ABSENT";
  const where = isPersonal(one) ? "own" : isChannel(one) ? "team" : "chat";
  return choice(`${there ? "remove-from" : "install-in"}-${where}`, "house/install", { ...body, remove: there });
}

const ofTenant = (choice) =>
  choice(tenant.disabled ? "enable-bot" : "disable-bot", "house/disable", { on: !tenant.disabled });

/** How the bot stands there; empty where all is well. */
export function botStanding(one) {
  if (tenant.disabled) return t("bot-disabled", { app: botName() });
  return one && one.standing !== "INSTALLED" ? t(`bot-${one.standing.toLowerCase()}`, { app: botName() }) : "";
}
