/* Whose desk and which conversation is open, kept in the address so that "back" works; and what was seen. */
import { actorIn, channel, channelsOf, world } from "./world.js";

const KEY = "grenselos.seen";
const seen = load();

/** {person, room}; person is null in the overview, room is a channel id or "home". */
export function choice() {
  const [first, second] = location.hash.replace(/^#\/?/, "").split("/");
  const linked = channel(first); // a link to a message names its channel only
  const [person, room] = linked ? [actorIn(linked), linked.id] : [first, second];
  if (!person || !world.users.some((one) => one.id === person)) return { person: null, room: null };
  const own = channelsOf(person);
  const direct = own.find((one) => one.is_im) ?? own[0];
  const known = room === "home" || own.some((one) => one.id === room);
  return { person, room: known ? room : (direct?.id ?? "home") };
}

export function choosePerson(person, room) {
  location.hash = person ? `#/${person}${room ? `/${room}` : ""}` : "#/";
}

export function unread(person, room) {
  const last = Number(seen[person]?.[room] ?? 0);
  return (world.messages[room] ?? []).filter((one) => Number(one.ts) > last && one.user !== person).length;
}

export const unreadOf = (person) =>
  channelsOf(person).reduce((sum, one) => sum + unread(person, one.id), 0);

export function see(person, room) {
  const last = (world.messages[room] ?? []).at(-1)?.ts;
  if (!last || seen[person]?.[room] === last) return;
  (seen[person] ??= {})[room] = last;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(seen));
  } catch {
    // nothing is kept; the counts start anew after a reload
  }
}

function load() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}
