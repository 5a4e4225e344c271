/* The house inside: its people, and the desk of the one that is chosen or the overview of all. */
import { choice, choosePerson, see, unread, unreadOf } from "./choice.js";
import { desk } from "./desk.js";
import { fingerprint, h, keyed } from "./dom.js";
import { standing } from "./house.js";
import { overview } from "./overview.js";
import { badge, icon, portrait } from "./small.js";
import { chooseHouse, hasBoth, house } from "./teams/seat.js";
import { teamsSide } from "./teams/side.js";
import { tenant } from "./teams/tenant.js";
import { appName, channelsOf, isQuiet, members, people, user, world } from "./world.js";
import { choose, language, t } from "./words.js";

export function inside(changed) {
  const title = h("h1", { id: "inside-title" });
  const note = h("p.note");
  const languages = h("div.languages", { role: "group" }, languageButton("nb", "Norsk", changed), languageButton("en", "English", changed));
  const houses = h("div.languages.houses", { role: "group" }, houseButton("slack", "Slack"), houseButton("teams", "Teams"));
  const rail = h("nav.rail");
  const rooms = h("nav.rooms");
  const stage = h("div.stage");
  const node = h("section.inside", { "aria-labelledby": "inside-title", id: "inside" },
    h("header.land-head", {}, h("div", {}, title, note), h("span.brand", {}, h("img", { src: "cairn.svg", alt: "" }), "Grenselos"), houses, languages),
    h("div.house", {}, rail, rooms, stage));
  const drawDesk = desk();
  const drawOverview = overview();
  const drawTeams = teamsSide();

  function draw() {
    const isTeams = house() === "teams";
    title.textContent = t("inside");
    note.textContent = t("inside-note", { team: (isTeams ? tenant.name : world.team.name) ?? "" });
    houses.hidden = !hasBoth();
    houses.setAttribute("aria-label", t("house"));
    houses.querySelectorAll("button").forEach((one) => one.setAttribute("aria-pressed", String(one.value === house())));
    languages.setAttribute("aria-label", t("language"));
    languages.querySelectorAll("button").forEach((one) =>
      one.setAttribute("aria-pressed", String(one.lang === language())));
    rail.setAttribute("aria-label", t("people"));
    rooms.setAttribute("aria-label", t("rooms"));
    node.dataset.house = house();
    if (isTeams) {
      node.classList.remove("all");
      drawTeams({ rail, rooms, stage, visible: node.getClientRects().length > 0 });
    } else {
      drawSlack();
    }
  }

  function drawSlack() {
    const { person, room } = choice();
    if (person && node.getClientRects().length) see(person, room);
    node.classList.toggle("all", !person);
    drawRail(rail, person);
    drawRooms(rooms, person, room);
    const view = person ? drawDesk : drawOverview;
    if (stage.firstChild !== view.node) stage.replaceChildren(view.node);
    view(person, room);
  }
  draw.node = node;
  return draw;
}

function houseButton(value, name) {
  return h("button", { type: "button", value, "data-testid": `house-${value}`, onclick: () => chooseHouse(value) }, name);
}

function languageButton(lang, name, changed) {
  return h("button", {
    type: "button", lang, title: name, "data-testid": `lang-${lang}`,
    onclick: async () => {
      await choose(lang);
      changed();
    },
  }, lang === "nb" ? "nb" : "en", h("span.visually-hidden", {}, ` ${name}`));
}

function drawRail(rail, person) {
  const all = [{ id: null }, ...people()];
  const version = (one) => fingerprint([one, one.id === person, one.id && unreadOf(one.id), language()]);
  keyed(rail, all, (one) => one.id ?? "all", version, (one) => (one.id ? face(one, person) : everybody(person)));
}

function everybody(person) {
  return h("button.face", {
    type: "button", "aria-current": person ? null : "true", "data-testid": "person-all", "data-person": "all",
    onclick: () => choosePerson(null),
  }, h("span.portrait.square.all", {}, icon("people")), h("span.face-name", {}, t("everybody")));
}

function face(one, person) {
  const waiting = unreadOf(one.id);
  const name = one.real_name || one.name;
  const stands = standing(one);
  return h("button.face", {
    type: "button", class: stands ? "absent" : "", "aria-current": one.id === person ? "true" : null,
    title: [name, one.title, stands].filter(Boolean).join(", "),
    "data-testid": `person-${one.id}`, "data-person": one.id, onclick: () => choosePerson(one.id),
  }, portrait(name, "square"), h("span.face-name", {}, name.split(/\s/)[0]), isQuiet(one) && icon("moon"), badge(waiting));
}

function drawRooms(rooms, person, room) {
  if (!person) return rooms.replaceChildren();
  const own = channelsOf(person);
  const entries = [
    { head: t("app"), key: "app" },
    ...own.filter((one) => one.is_im).map((one) => ({ one, key: one.id })),
    { home: true, key: "home" },
    { head: t("channels"), key: "channels" },
    ...own.filter((one) => !one.is_im).map((one) => ({ one, key: one.id })),
  ];
  const version = (it) => fingerprint([it, it.one && unread(person, it.one.id), room, person, language()]);
  return keyed(rooms, entries, (it) => it.key, version, (it) => entry(it, person, room));
}

function entry({ head, home, one }, person, room) {
  if (head) return h("h2", {}, head);
  const id = home ? "home" : one.id;
  const waiting = home ? 0 : unread(person, id);
  const sign = home ? icon("home") : one.is_im ? h("img", { src: "cairn.svg", alt: "" }) : one.is_private ? icon("lock") : h("span.hash", {}, "#");
  return h("button.room", {
    type: "button", class: waiting ? "waiting" : "", "aria-current": id === room ? "page" : null,
    title: one && !one.is_im ? members(one).map((m) => user(m)?.real_name ?? m).join(", ") : null,
    "data-testid": `channel-${home ? "home" : one.id}`, onclick: () => choosePerson(person, id),
  }, sign, h("span", {}, home ? t("home") : one.is_im ? (appName()) : one.name), badge(waiting));
}
