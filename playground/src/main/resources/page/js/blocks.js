/* Block Kit as nodes (docs.slack.dev, blocks). */
import { control } from "./controls.js";
import { h } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";
import { richText } from "./richtext.js";
import { plain } from "./used.js";
import { t } from "./words.js";

let fields = 0;

/** Draws blocks on a surface; see controls.js for what a surface is. */
export function blocks(list, surface) {
  return (list ?? []).map((one) => block(one, surface));
}

export function block(one, surface) {
  const node = DRAW[one.type]?.(one, surface) ?? h("p.unknown", {}, one.type);
  node.dataset.block = one.block_id ?? "";
  return node;
}

const DRAW = {
  section, context, image, input,
  header: (block) => h("h3.block-header", {}, plain(block.text)),
  divider: () => h("hr"),
  actions: (block, surface) =>
    h("div.block-actions", {}, block.elements.map((element) => control(element, block, surface))),
  rich_text: (block) => richText(block),
  markdown: (block) => h("div.block-markdown", {}, block.text),
  video: (block) => h("p.picture", {}, plain(block.title)),
  file: () => h("p.picture", {}, t("file")),
};

/** A text object: plain_text with emoji, or mrkdwn. */
export function text(object) {
  return object.type === "mrkdwn" ? mrkdwn(object.text) : [h("span.plain", {}, plain(object))];
}

function section(block, surface) {
  const fieldNodes = (block.fields ?? []).map((one) => h("div.field", {}, text(one)));
  return h(
    block.accessory ? "div.block-section.with-accessory" : "div.block-section",
    {},
    h(
      "div.block-text",
      {},
      block.text && h("div", {}, text(block.text)),
      fieldNodes.length > 0 && h("div.fields", {}, fieldNodes),
    ),
    block.accessory && h("div.accessory", {}, accessory(block, surface)),
  );
}

const accessory = (block, surface) =>
  block.accessory.type === "image" ? picture(block.accessory, "thumb") : control(block.accessory, block, surface);

function context(block) {
  return h(
    "div.block-context",
    {},
    block.elements.map((one) =>
      one.type === "image" ? picture(one, "tiny") : h("span", {}, text(one))),
  );
}

function image(block) {
  return h("figure", {}, block.title && h("figcaption", {}, plain(block.title)), picture(block, "wide"));
}

/** Only pictures of this server are fetched, the workspace's files among them; others are named by their description. */
function picture({ image_url: elsewhere, slack_file: file, alt_text: description }, size) {
  const address = file?.id ? new URL(`play/slack/files/${encodeURIComponent(file.id)}`, location.href).href : elsewhere;
  const own = address && URL.canParse(address) && new URL(address).origin === location.origin;
  const words = () =>
    h(`span.picture.${size}`, { role: "img", "aria-label": description, title: description }, size === "wide" ? description : "");
  if (!own) return words();
  const instead = (event) => event.target.replaceWith(words());
  return h("img", { class: size, src: address, alt: description, loading: "lazy", onerror: instead });
}

function input(block, surface) {
  const id = `field-${++fields}`;
  const node = control({ ...block.element, field_id: id }, block, surface);
  const hint = block.hint && h("p.hint", { id: `${id}-hint` }, plain(block.hint));
  const error = h("p.field-error", { id: `${id}-error`, hidden: true, "data-testid": `error-${block.block_id}` });
  node.setAttribute("aria-describedby", `${id}-hint ${id}-error`);
  if (node.getAttribute("role")) node.setAttribute("aria-label", plain(block.label));
  return h(
    "div.block-input",
    {},
    h("label", { for: id }, plain(block.label), block.optional && h("small", {}, ` ${t("optional")}`)),
    node, hint, error,
  );
}
