/* What the page knows of the Teams tenant: what is the same for all, and what each person sees. */
import { sightOf } from "../doors.js";

export const TEAMS_KINDS = [
  "teams.message", "teams.message_changed", "teams.message_deleted", "teams.reaction", "teams.view", "teams.dialog",
  "teams.dialog_closed", "teams.note", "teams.trouble", "teams.standing", "teams.disabled", "teams.team",
];

export const tenant = { name: "", bot: {}, people: [], teams: [], disabled: false };

/** By person: {person, conversations, messages by conversation, dialog}. */
const sights = new Map();
/** How often a message was changed: what is new about it may be looked at anew. */
const changes = new Map();

export async function fillTenant({ teams = {} }) {
  Object.assign(tenant, {
    name: teams.tenant?.name ?? "", bot: teams.bot ?? {}, people: teams.people ?? [], teams: teams.teams ?? [],
  });
  const fresh = await Promise.all(tenant.people.map((one) => sightOf(one.id)));
  sights.clear();
  tenant.people.forEach((one, place) => sights.set(one.id, fresh[place]));
}

/** True where it is about the house itself, so that everything is to be read anew. */
export function patchTenant(kind, it) {
  switch (kind) {
    case "teams.message": return each(it.conversation, (list) => upsert(list, it));
    case "teams.message_changed":
      changes.set(it.id, changesOf(it.id) + 1);
      return each(it.conversation, (list) => upsert(list, it));
    case "teams.message_deleted": return each(it.conversation, (list) => drop(list, it.id));
    case "teams.reaction": return each(it.conversation, (list) => reacted(list, it));
    case "teams.view": return seenBy(it);
    case "teams.dialog": return dialog(it.person, it);
    case "teams.dialog_closed": return dialog(it.person, null);
    case "teams.disabled": tenant.disabled = it.disabled; return true;
    case "teams.standing":
    case "teams.team": return true;
    default: return false;
  }
}

function each(conversation, change) {
  for (const { messages } of sights.values()) if (messages[conversation]) change(messages[conversation]);
  return false;
}

function upsert(list, message) {
  const known = list.findIndex((one) => one.id === message.id);
  if (known >= 0) list[known] = message;
  else list.push(message);
}

function drop(list, id) {
  const known = list.findIndex((one) => one.id === id);
  if (known >= 0) list.splice(known, 1);
}

/** Whoever has a view of their own keeps it. */
function reacted(list, { id, reactions }) {
  const known = list.findIndex((one) => one.id === id);
  if (known >= 0) list[known] = { ...list[known], reactions };
}

function seenBy({ person, message }) {
  const list = sights.get(person)?.messages[message.conversation];
  if (list) upsert(list, message);
  return false;
}

function dialog(person, it) {
  const sight = sights.get(person);
  if (sight) sight.dialog = it;
  return false;
}

export const changesOf = (message) => changes.get(message) ?? 0;
export const hasTeams = () => tenant.people.length > 0;
export const botName = () => tenant.bot.name ?? "Grenselos";
export const colleague = (id) => tenant.people.find((one) => one.id === id);
export const nameOf = (id) => colleague(id)?.name ?? id ?? "?";
export const firstName = (id) => nameOf(id).split(/\s/)[0];

/** By GUID, "29:" id, address, or the address's part before the "@". */
export const known = (who) => tenant.people.find((one) =>
  [one.id, one.teams_id, one.email, one.email?.split("@")[0]].includes(who));

export const conversationsOf = (person) => sights.get(person)?.conversations ?? [];
export const conversation = (person, id) => conversationsOf(person).find((one) => one.id === id);
export const messagesOf = (person, id) => sights.get(person)?.messages[id] ?? [];
export const dialogOf = (person) => sights.get(person)?.dialog ?? null;
export const teamOf = (one) => tenant.teams.find((team) => team.id === one?.place);
export const isPersonal = (one) => one?.kind === "personal";
export const isChannel = (one) => one?.kind === "channel";
export const nameOfRoom = (one) => (isPersonal(one) ? botName() : one?.name ?? "");
