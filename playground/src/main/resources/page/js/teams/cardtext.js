/* Text of cards and messages: the little markdown that Teams knows, read into runs. Nothing in it is ever code. */
import { h } from "../dom.js";
import { link } from "../link.js";

const MARKS = new RegExp([
  "\\\\([\\\\`*_{}[\\]()#+.!-])", "\\*\\*([^*\\n]+)\\*\\*", "(?<![\\w*])\\*([^*\\s][^*\\n]*)\\*(?!\\w)", "(?<!\\w)_([^_\\n]+)_(?!\\w)",
  "`([^`\\n]+)`", "\\[([^\\]\\n]*)\\]\\(([^()\\s]+)\\)",
].join("|"), "g");
const MENTION = /<at>([^<]*)<\/at>/g;

/** Runs {text, strong, soft, code, href, mention}; plain text has mentions only. */
export function runs(text, plain) {
  return split(text, MENTION, ([, name]) => ({ text: name, mention: true }))
    .flatMap((run) => (plain || run.mention ? [run] : split(run.text, MARKS, marked)));
}

function marked([, escaped, strong, soft, soft2, code, label, href]) {
  if (escaped) return { text: escaped };
  if (strong) return { text: strong, strong: true };
  if (soft ?? soft2) return { text: soft ?? soft2, soft: true };
  return code ? { text: code, code: true } : { text: label || href, href };
}

function split(text, pattern, read) {
  const found = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push(read(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

/** Text as nodes. */
export function textNodes(text, plain = false) {
  return runs(text, plain).map((run) => {
    if (run.href) return link(run.href, run.text);
    const tag = tagOf(run);
    return tag ? h(tag, {}, run.text) : run.text;
  });
}

function tagOf({ strong, soft, code, mention }) {
  if (mention) return "span.mention";
  return (strong && "strong") || (soft && "em") || (code && "code");
}

/** The same for Microsoft's renderer, which takes markup only: everything foreign is escaped. */
export function textMarkup(text) {
  const inner = runs(text, false).map((run) => {
    const words = escaped(run.text);
    if (run.href) return /^(https?:\/\/|mailto:)/i.test(run.href) ? `<a href="${escaped(run.href)}" rel="noopener noreferrer">${words}</a>` : words;
    if (run.mention) return `<span class="mention">${words}</span>`;
    const tag = tagOf(run);
    return tag ? `<${tag}>${words}</${tag}>` : words;
  }).join("");
  return `<span class="lines">${inner}</span>`;
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
