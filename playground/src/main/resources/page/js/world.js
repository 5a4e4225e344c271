/* What the page knows of both sides, patched by what happens. Drawing is told through watchers. */

export const KINDS = [
  "network.status", "network.edited", "network.deleted", "network.account", "network.counts",
  "slack.message", "slack.message_changed", "slack.message_deleted", "slack.reaction",
  "slack.ephemeral", "slack.view", "slack.home", "slack.trouble",
  "slack.pin", "slack.user", "slack.channel", "slack.install",
];

export const world = {
  accounts: [], statuses: [], team: {}, bot: {}, users: [], channels: [],
  messages: {}, views: {}, homes: {}, whispers: [], app: {}, install: "installed",
};

/** Names of the accounts that an app posts for. */
const house = new Set();

export function fill(state) {
  const { network = {}, slack = {} } = state;
  Object.assign(world, {
    accounts: network.accounts ?? [],
    statuses: network.statuses ?? [],
    team: slack.team ?? {},
    bot: slack.bot ?? {},
    users: slack.users ?? [],
    channels: slack.channels ?? [],
    messages: slack.messages ?? {},
    views: slack.views ?? {},
    homes: slack.homes ?? {},
    whispers: slack.whispers ?? [],
    app: slack.app ?? {},
    install: slack.install ?? "installed",
  });
  house.clear();
  world.accounts.forEach((one) => one.app && house.add(one.acct));
  world.statuses.forEach((one) => one.app && house.add(one.account));
}

export function patch(kind, it) {
  switch (kind) {
    case "network.account": return known(it);
    case "network.status": return newest(it);
    case "network.edited":
    case "network.counts": return merge(world.statuses.find((one) => one.id === it.id), it);
    case "network.deleted": return drop(world.statuses, (one) => one.id === it.id);
    case "slack.message":
    case "slack.message_changed":
    case "slack.pin":
    case "slack.reaction": return upsert((world.messages[it.channel] ??= []), it.message, "ts");
    case "slack.message_deleted": return forget(it);
    case "slack.ephemeral": return whisper(it);
    case "slack.view": world.views[it.user] = it.view ? [it.view] : []; return null;
    case "slack.home": world.homes[it.user] = it.view; return null;
    case "slack.user": return upsert(world.users, it, "id");
    case "slack.channel": return upsert(world.channels, it, "id");
    case "slack.install": world.install = it.install; return null;
    default: return null;
  }
}

function known(account) {
  if (account.app) house.add(account.acct);
  upsert(world.accounts, account, "id");
}

function newest(status) {
  if (status.app) house.add(status.account);
  if (!world.statuses.some((one) => one.id === status.id)) world.statuses.unshift(status);
  world.statuses.splice(400);
}

function whisper({ user, channel, message }) {
  drop(world.whispers, (one) => one.message.ts === message.ts);
  world.whispers.push({ user, channel, message });
}

export function forget({ channel, ts }) {
  drop(world.messages[channel] ?? [], (one) => one.ts === ts);
  drop(world.whispers, (one) => one.message.ts === ts);
}

function upsert(list, item, id) {
  const known = list.findIndex((one) => one[id] === item[id]);
  if (known >= 0) list[known] = item;
  else list.push(item);
}

function merge(known, change) {
  if (known) Object.assign(known, change);
}

function drop(list, unwanted) {
  const at = list.findIndex(unwanted);
  if (at >= 0) list.splice(at, 1);
}

export const account = (acct) => world.accounts.find((one) => one.acct === acct);
export const user = (id) => world.users.find((one) => one.id === id);
export const channel = (id) => world.channels.find((one) => one.id === id);

export const botUser = () => world.bot.user_id ?? world.bot.user ?? world.bot.id;
export const appName = () => world.bot.real_name ?? world.bot.name ?? "Grenselos";
export const people = () => world.users.filter((one) => one.id !== botUser() && !one.is_bot);

/** Whether they want not to be disturbed just now. */
export const isQuiet = (one) => (one?.quiet_until ?? 0) * 1000 > Date.now();

/** The pinned messages of a channel, the newest pin first. */
export const pinned = (room) => (world.messages[room] ?? [])
  .filter((one) => one.pinned_info)
  .sort((a, b) => b.pinned_info.pinned_ts - a.pinned_info.pinned_ts);

export const shortcuts = (onMessage) => (world.app.shortcuts ?? []).filter((one) => one.on_message === onMessage);

/** Members of the house, without the app. */
export const members = (one) => (one.members ?? []).filter((id) => id !== botUser());
export const channelsOf = (id) =>
  world.channels.filter((one) => (one.is_im ? one.user === id : one.members?.includes(id)));

/** Who a visitor acts as in a channel when no person is chosen. */
export const actorIn = (one) => (one.is_im ? one.user : members(one)[0]);

/** Customers: everybody outside except accounts that an app posts for. */
export const customers = () => world.accounts.filter((one) => !house.has(one.acct));

/** Whether an app posted it: the house, as seen from outside. */
export const fromHouse = (status) => house.has(status.account);

/** The post that a message is about, found by the link that leads to it. */
export function subjectOf(message) {
  const content = message.blocks ?? message.attachments ?? message.text ?? "";
  const link = /\/network\/@[^/"|>\\\s]+\/(\d+)/.exec(JSON.stringify(content));
  return link && world.statuses.find((one) => one.id === link[1]);
}
