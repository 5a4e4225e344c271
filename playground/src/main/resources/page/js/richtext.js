/* Slack's rich_text block as nodes (docs.slack.dev, rich text block). */
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link } from "./link.js";
import { person, room } from "./mrkdwn.js";
import { clock, full } from "./words.js";

export function richText(block) {
  return h("div.rich", {}, (block.elements ?? []).map(part));
}

function part(it) {
  switch (it.type) {
    case "rich_text_section": return h("p", {}, runs(it));
    case "rich_text_quote": return h("blockquote", {}, runs(it));
    case "rich_text_preformatted": return h("pre", {}, h("code", {}, runs(it)));
    case "rich_text_list": return list(it);
    default: return null;
  }
}

function list(it) {
  const ordered = it.style === "ordered";
  const start = ordered ? { start: String((it.offset ?? 0) + 1) } : {};
  const items = (it.elements ?? []).map((one) => h("li", {}, runs(one)));
  return h(ordered ? "ol" : "ul", { class: `indent-${Math.min(8, it.indent ?? 0)}`, ...start }, items);
}

const runs = (it) => (it.elements ?? []).map((one) => dressed(run(one), one.style ?? {}));

function run(it) {
  switch (it.type) {
    case "text": return it.text;
    case "link": return link(it.url, it.text);
    case "emoji": return h("span.emoji", { role: "img", "aria-label": it.name }, sign(it));
    case "user": return person(it.user_id);
    case "channel": return room(it.channel_id);
    case "usergroup": return h("span.mention", {}, `@${it.usergroup_id}`);
    case "broadcast": return h("span.mention.all", {}, `@${it.range}`);
    case "color": return h("code", {}, it.value);
    case "date": return date(it);
    default: return it.fallback ?? "";
  }
}

function sign(it) {
  const known = emoji(it.name);
  if (!known.startsWith(":") || !it.unicode) return known;
  return String.fromCodePoint(...it.unicode.split("-").map((hex) => parseInt(hex, 16)));
}

function date(it) {
  const when = new Date(it.timestamp * 1000);
  return h("time", { datetime: when.toISOString(), title: full(when) }, clock(when));
}

const STYLES = { code: "code", bold: "strong", italic: "em", strike: "s", underline: "u", highlight: "mark" };

function dressed(node, style) {
  return Object.entries(STYLES).reduce(
    (inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner),
    node,
  );
}
