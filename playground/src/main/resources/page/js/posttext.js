/* A public post's words as nodes: links, hashtags and names stand out, all else is text. */
import { h } from "./dom.js";
import { link } from "./link.js";

const SPECIAL = /(?<url>https?:\/\/[^\s<>"]+)|(?<![\p{L}\p{N}_=/&])(?<tag>#[\p{L}\p{N}\p{M}_·]*[\p{L}_][\p{L}\p{N}\p{M}_·]*)|(?<![\p{L}\p{N}_=/])(?<name>@\w+(?:[\w.-]*\w)?(?:@[\w-]+(?:\.[\w-]+)*)?)/gu;

export function postText(text) {
  return h("div.post-text", {}, text.split(/\n{2,}/).map((paragraph) => h("p", {}, lines(paragraph))));
}

const lines = (paragraph) =>
  paragraph.split("\n").flatMap((line, place) => (place ? [h("br"), ...words(line)] : words(line)));

function words(line) {
  const nodes = [];
  let done = 0;
  for (const found of line.matchAll(SPECIAL)) {
    const { url, tag, name } = found.groups;
    const whole = url ? url.replace(/[.,;:!?'»)]+$/, "") : (tag ?? name);
    nodes.push(line.slice(done, found.index));
    nodes.push(url ? link(whole, short(whole)) : h(tag ? "span.hashtag" : "span.mention", {}, whole));
    done = found.index + whole.length;
  }
  nodes.push(line.slice(done));
  return nodes.filter((node) => node !== "");
}

function short(url) {
  const rest = url.replace(/^https?:\/\/(www\.)?/, "");
  return rest.length > 32 ? `${rest.slice(0, 31)}…` : rest;
}
