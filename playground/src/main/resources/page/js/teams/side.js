/* The inside as a Teams tenant: its people, the conversations of the one that is chosen, and the open one. */
import { fingerprint, h, keyed } from "../dom.js";
import { badge, icon, portrait } from "../small.js";
import { language, t } from "../words.js";
import { teamsRoom } from "./room.js";
import { seat, seeIn, sit, unreadFor, unreadIn } from "./seat.js";
import { botName, conversationsOf, firstName, isChannel, isPersonal, nameOfRoom, tenant } from "./tenant.js";

export function teamsSide() {
  const drawRoom = teamsRoom();
  let last = "";

  /** Fills the three parts of the house. */
  return function draw({ rail, rooms, stage, visible }) {
    const { person, room } = seat();
    if (person && room && visible) seeIn(person, room);
    const version = (one) => fingerprint([one, one.id === person, unreadFor(one.id), language()]);
    keyed(rail, tenant.people, (one) => one.id, version, (one) => face(one, person));
    drawRooms(rooms, person, room);
    if (last !== room) rooms.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    last = room;
    if (stage.firstChild !== drawRoom.node) stage.replaceChildren(drawRoom.node);
    drawRoom(person, room);
  };
}

function face(one, person) {
  return h("button.face", {
    type: "button", "aria-current": one.id === person ? "true" : null, title: [one.name, one.title].filter(Boolean).join(", "),
    "data-testid": `person-${one.email.split("@")[0]}`, "data-person": one.id, onclick: () => sit(one.id),
  }, portrait(one.name, "square"), h("span.face-name", {}, firstName(one.id)), badge(unreadFor(one.id)));
}

function drawRooms(rooms, person, room) {
  const own = conversationsOf(person);
  const group = (key, head, list) => (list.length ? [{ key, head }, ...list.map((one) => ({ key: one.id, one }))] : []);
  const entries = [
    ...group("chats", t("chats"), [...own.filter(isPersonal), ...own.filter((one) => !isPersonal(one) && !isChannel(one))]),
    ...tenant.teams.flatMap((team) => group(team.id, team.name, own.filter((one) => isChannel(one) && one.place === team.id))),
  ].map((it) => ({ ...it, key: it.head ? `head-${it.key}` : it.key }));
  const version = (it) => fingerprint([it, it.one && unreadIn(person, it.one.id), room, person, language(), botName()]);
  keyed(rooms, entries, (it) => it.key, version, (it) => (it.head ? h("h2", {}, it.head) : entry(it.one, person, room)));
}

function entry(one, person, room) {
  const waiting = unreadIn(person, one.id);
  const sign = isPersonal(one) ? h("img", { src: "cairn.svg", alt: "" }) : isChannel(one) ? h("span.hash", {}, "#") : icon("people");
  return h("button.room", {
    type: "button", class: [waiting ? "waiting" : "", one.standing === "INSTALLED" ? "" : "absent"].join(" "),
    "aria-current": one.id === room ? "page" : null, title: one.members.length > 1 ? one.members.map(firstName).join(", ") : null,
    "data-testid": `conversation-${isPersonal(one) ? "bot" : one.name}`, "data-conversation": one.id, onclick: () => sit(person, one.id),
  }, sign, h("span", {}, nameOfRoom(one)), badge(waiting));
}
