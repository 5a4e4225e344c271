/* Which house is open, and there whose seat in Teams and which conversation; kept in the address. */
import { world } from "../world.js";
import { conversation, conversationsOf, hasTeams, isPersonal, known, messagesOf, tenant } from "./tenant.js";

const KEY = "grenselos.seen.teams";
const seen = load();

const hasSlack = () => world.users.length > 0;

/** Whether there are two houses to choose from. */
export const hasBoth = () => hasSlack() && hasTeams();

/** "teams" or "slack". */
export function house() {
  if (!hasBoth()) return hasTeams() ? "teams" : "slack";
  return params().get("house") === "teams" ? "teams" : "slack";
}

/** {person, room}: ids; the first person and their chat with the bot until another is chosen. */
export function seat() {
  const person = (known(params().get("as")) ?? tenant.people[0])?.id ?? null;
  const own = conversationsOf(person);
  const asked = params().get("in");
  const named = own.find((one) => one.id === asked) ?? own.find((one) => !isPersonal(one) && one.name === asked);
  return { person, room: (named ?? own.find(isPersonal) ?? own[0])?.id ?? null };
}

export const chooseHouse = (name) => go({ house: name });

/** Sits down in that person's place; without a room they keep the open one where it is theirs, too. */
export function sit(person, room) {
  go({ house: "teams", as: known(person)?.email ?? person, ...(room || !stays(person) ? { in: room ?? null } : {}) });
}

function stays(person) {
  const room = params().get("in");
  return room && conversation(person, room);
}

export function unreadIn(person, room) {
  const all = messagesOf(person, room);
  const last = Number(seen[person]?.[room] ?? 0);
  return all.filter((one) => Number(one.id) > last && one.from?.aadObjectId !== person).length;
}

export const unreadFor = (person) => conversationsOf(person).reduce((sum, one) => sum + unreadIn(person, one.id), 0);

export function seeIn(person, room) {
  const last = messagesOf(person, room).at(-1)?.id;
  if (!last || seen[person]?.[room] === last) return;
  (seen[person] ??= {})[room] = last;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(seen));
  } catch {
    // nothing is kept; the counts start anew after a reload
  }
}

const params = () => new URLSearchParams(location.search);

function go(changes) {
  const next = params();
  for (const [name, value] of Object.entries(changes)) {
    if (value == null) next.delete(name);
    else next.set(name, value);
  }
  const search = next.toString();
  history.pushState(null, "", `${location.pathname}${search && `?${search}`}${location.hash}`);
  dispatchEvent(new PopStateEvent("popstate"));
}

function load() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}
