/* Slack's mrkdwn as nodes (docs.slack.dev, Formatting message text). Only text nodes hold foreign text. */
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link } from "./link.js";
import { channel, user } from "./world.js";
import { clock, full } from "./words.js";

const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "<(?<angle>[^<>\\n]+)>",
    ":(?<emoji>[a-z0-9_+'-]+(?:::skin-tone-\\d)?):",
    styled("bold", "\\*"),
    styled("italic", "_"),
    styled("strike", "~"),
  ].join("|"),
  "gu",
);
const TAGS = { bold: "strong", italic: "em", strike: "s" };

/** A mark opens after a space or a sign, and closes before one. */
function styled(name, mark) {
  return `(?<![\\p{L}\\p{N}${mark}])${mark}(?<${name}>[^\\s${mark}](?:[^\\n${mark}]*[^\\s${mark}])?)${mark}(?![\\p{L}\\p{N}${mark}])`;
}

const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The nodes of a text: code blocks, quotes, then what stands within lines. */
export function mrkdwn(text) {
  return text.split(/```/).flatMap((part, place, parts) => {
    const closed = place % 2 === 1 && place < parts.length - 1;
    if (closed) return [h("pre", {}, h("code", {}, plain(part.replace(/^\n|\n$/g, ""))))];
    return lines(place % 2 === 1 ? "```" + part : part);
  });
}

function lines(text) {
  const nodes = [];
  let quote = null;
  text.split("\n").forEach((line, place) => {
    const quoted = /^(&gt;|>) ?/.exec(line);
    if (quoted) {
      if (quote) quote.append(h("br"));
      else nodes.push((quote = h("blockquote")));
      quote.append(...inline(line.slice(quoted[0].length)));
      return;
    }
    if (place > 0 && !quote) nodes.push(h("br"));
    quote = null;
    nodes.push(...inline(line));
  });
  return nodes;
}

function inline(text) {
  const nodes = [];
  let done = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > done) nodes.push(plain(text.slice(done, found.index)));
    nodes.push(node(found.groups, found[0]));
    done = found.index + found[0].length;
  }
  if (done < text.length) nodes.push(plain(text.slice(done)));
  return nodes;
}

function node(groups, whole) {
  if (groups.code) return h("code", {}, plain(groups.code));
  if (groups.emoji) return sign(groups.emoji, whole);
  if (groups.angle) return angle(groups.angle);
  const style = Object.keys(TAGS).find((name) => groups[name]);
  return h(TAGS[style], {}, inline(groups[style]));
}

function sign(name, whole) {
  const drawn = emoji(name);
  return drawn === whole ? whole : h("span.emoji", { role: "img", "aria-label": name }, drawn);
}

/** What stands between < and >: somebody, a channel, a call to all, a date or an address. */
function angle(text) {
  const [target, label] = text.split(/\|(.*)/s);
  if (target.startsWith("@")) return person(target.slice(1), label);
  if (target.startsWith("#")) return room(target.slice(1), label);
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!subteam^")) return mention(plain(label ?? "@group"));
  if (target.startsWith("!")) return mention(`@${plain(label ?? target.slice(1))}`, true);
  return link(plain(target), label && plain(label));
}

const mention = (text, all) => h(all ? "span.mention.all" : "span.mention", {}, text);

export const person = (id, label) =>
  mention(`@${user(id)?.real_name || user(id)?.name || plain(label ?? id)}`);

export const room = (id, label) => mention(`#${channel(id)?.name ?? plain(label ?? id)}`);

function date(target, fallback) {
  const [, seconds] = target.split("^");
  const when = new Date(Number(seconds) * 1000);
  if (Number.isNaN(when.getTime())) return plain(fallback ?? "");
  return h("time", { datetime: when.toISOString(), title: full(when) }, clock(when));
}
