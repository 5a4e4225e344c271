/* Starts the page: reads the state once, then follows what happens. */
import { border } from "./border.js";
import { choice, unreadOf } from "./choice.js";
import { nameOf } from "./composer.js";
import { listen, wholeState } from "./doors.js";
import { h } from "./dom.js";
import { inside } from "./inside.js";
import { showViewOf } from "./modal.js";
import { sentByApp } from "./message.js";
import { outside } from "./outside.js";
import { lastActor, roomName } from "./overview.js";
import { toast } from "./small.js";
import { onTheme } from "./teams/card.js";
import { showDialogOf } from "./teams/dialog.js";
import { loadRenderer } from "./teams/microsoft.js";
import { house, seat, unreadFor } from "./teams/seat.js";
import { conversation, fillTenant, isPersonal, nameOfRoom, patchTenant, tenant, TEAMS_KINDS } from "./teams/tenant.js";
import { channel, fill, fromHouse, KINDS, patch, people, subjectOf, user, world } from "./world.js";
import { loadWords, t } from "./words.js";

let parts = null;
let wanted = false;
let lastId = 0;
const gone = new Set();

await loadWords();
await begin();

async function begin() {
  const state = await patiently(everything);
  lastId = state.last_event ?? 0;
  if (!parts) build();
  await turn();
  const stream = listen(lastId, [...KINDS, ...TEAMS_KINDS], {
    heard,
    lost: () => document.body.classList.add("lost"),
    reconnected: () => {
      stream.close();
      begin();
    },
  });
  document.body.classList.remove("lost");
}

async function everything() {
  const state = await wholeState();
  await fillTenant(state);
  fill(state);
  return state;
}

/** The server may be starting: asks again until it answers. */
async function patiently(ask) {
  for (;;) {
    try {
      return await ask();
    } catch {
      document.body.classList.add("lost");
      await new Promise((later) => setTimeout(later, 1500));
    }
  }
}

function build() {
  parts = { outside: outside(), border: border(), inside: inside(draw), tabs: tabs() };
  document.querySelector("#page").replaceChildren(
    parts.outside.node, parts.border.node, parts.inside.node, parts.tabs.node,
    h("p.lost-note", { role: "alert" }, t("lost")));
  addEventListener("hashchange", draw);
  addEventListener("popstate", turn);
  onTheme(draw);
  document.body.dataset.land = "outside";
}

/** Another house or seat: what draws the cards of Teams is fetched when it is needed first. */
async function turn() {
  if (house() === "teams") await loadRenderer();
  draw();
}

function sum(all, count) {
  return all.reduce((before, one) => before + count(one.id), 0);
}

/** On a phone one land is shown at a time. */
function tabs() {
  const go = (land) => () => {
    document.body.dataset.land = land;
    draw();
  };
  const out = h("button", { type: "button", "data-testid": "tab-outside", onclick: go("outside") });
  const into = h("button", { type: "button", "data-testid": "tab-inside", onclick: go("inside") });
  return {
    node: h("nav.tabs", {}, out, into),
    draw() {
      const waiting = house() === "teams" ? sum(tenant.people, unreadFor) : sum(people(), unreadOf);
      out.textContent = t("outside-tab");
      into.replaceChildren(t("inside-tab"), waiting ? h("span.badge", {}, waiting > 99 ? "99+" : String(waiting)) : "");
      [[out, "outside"], [into, "inside"]].forEach(([one, land]) =>
        one.setAttribute("aria-current", String(document.body.dataset.land === land)));
    },
  };
}

function draw() {
  parts.outside();
  parts.border.draw();
  parts.inside();
  parts.tabs.draw();
  document.querySelector(".lost-note").textContent = t("lost");
  const isTeams = house() === "teams";
  showViewOf(isTeams ? null : choice().person ?? lastActor());
  showDialogOf(isTeams ? seat().person : null);
}

function heard(kind, details, id) {
  if (id <= lastId) return;
  lastId = id;
  if (kind.startsWith("teams.")) return heardInTeams(kind, details);
  const isNew = kind !== "slack.message" || !(world.messages[details.channel] ?? []).some((one) => one.ts === details.message.ts);
  patch(kind, details);
  if (kind.startsWith("slack.") && details.channel && !channel(details.channel)) return strangeRoom(kind, details);
  if (kind === "slack.trouble") tellTrouble(details);
  drawSoon(() => isNew && crossing(kind, details));
}

function heardInTeams(kind, details) {
  if (patchTenant(kind, details)) return strangeRoom(kind, details);
  const isMine = house() === "teams" && details.person === seat().person;
  if (isMine && kind === "teams.note") toast(details.text, "line");
  if (isMine && kind === "teams.trouble") toast(t("trouble-teams"), "trouble", details.text);
  return drawSoon(() => crossing(kind, details));
}

/** Many happenings make one drawing. */
const after = [];
function drawSoon(then) {
  after.push(then);
  if (wanted) return;
  wanted = true;
  requestAnimationFrame(() => {
    wanted = false;
    draw();
    after.splice(0).forEach((one) => one());
  });
}

/** Conversations begin without an event of their own: the whole is read anew. */
async function strangeRoom(kind, details) {
  await patiently(everything);
  drawSoon(() => crossing(kind, details));
}

function tellTrouble({ user: id, text }) {
  const name = user(id)?.real_name ?? "";
  toast(t("trouble", { name }), "trouble", text);
}

function crossing(kind, it) {
  if (kind === "slack.message" && sentByApp(it.message)) return goesIn(it);
  if (kind === "teams.message" && it.bot && house() === "teams") return goesIntoTeams(it);
  if (kind === "network.status" && fromHouse(it)) return goesOut(it);
  return null;
}

function goesIn({ channel: id, message }) {
  const room = channel(id);
  passes(message, id, room?.is_im ? `[data-person="${room.user}"]` : '[data-person="all"]', roomName(id));
}

function goesIntoTeams(message) {
  const owner = tenant.people.find((one) => conversation(one.id, message.conversation));
  const room = conversation(owner?.id, message.conversation);
  const to = isPersonal(room) ? `[data-person="${owner.id}"]` : `[data-conversation="${message.conversation}"]`;
  passes(message, message.conversation, to, isPersonal(room) ? owner.name : nameOfRoom(room));
}

/** The post that a message is about goes over the border, to a face or a room. */
function passes(message, id, goal, where) {
  const subject = subjectOf(message);
  const way = `${subject?.id}/${id}`;
  if (!subject || gone.has(way)) return; // later words on the same post are no new crossing
  gone.add(way);
  const from = visible(`[data-id="${subject.id}"]`) ?? visible(".feed") ?? visible('[data-testid="tab-outside"]');
  const to = visible(goal) ?? visible('[data-testid="tab-inside"]');
  parts.border.cross(from, to, nameOf(subject.account), "in", t("went-to", { name: nameOf(subject.account), where }));
}

function goesOut(status) {
  const to = visible(`[data-id="${status.id}"]`) ?? visible('[data-testid="tab-outside"]');
  const from = visible(".face[aria-current]") ?? visible('[data-testid="tab-inside"]');
  parts.border.cross(from, to, nameOf(status.account), "out", t("went-out", { name: nameOf(status.account) }));
}

function visible(selector) {
  const found = document.querySelector(selector);
  return found?.getClientRects().length ? found : null;
}
