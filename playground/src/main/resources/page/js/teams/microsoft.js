/* Microsoft's own renderer, where its file is there. */
import { h } from "../dom.js";
import { popMenu } from "../small.js";
import { t } from "../words.js";
import { textMarkup } from "./cardtext.js";
import { hostConfig } from "./hostconfig.js";

let loading = null;

/** Loads the renderer once; afterwards {@link isHere} is known. "?cards=own" does without, to look at our own drawing. */
export function loadRenderer() {
  if (new URLSearchParams(location.search).get("cards") === "own") return Promise.resolve();
  return (loading ??= new Promise((done) => {
    document.head.append(h("script", { src: "vendor/adaptivecards.min.js", onload: done, onerror: done }));
  }).then(setUp));
}

const library = () => globalThis.AdaptiveCards;
export const isHere = () => Boolean(library());

function setUp() {
  if (!isHere()) return;
  const { AdaptiveCard, GlobalSettings, Strings } = library();
  Strings.defaults.overflowButtonTooltip = () => t("more");
  GlobalSettings.setTabIndexAtCardRoot = false;
  GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = textMarkup(text);
    result.didProcess = true;
  };
  AdaptiveCard.onDisplayOverflowActionMenu = (actions, button) => {
    popMenu(button, actions.filter((one) => one.isEnabled).map((one) => ({
      label: one.title, testid: "card-action", choose: () => one.execute(),
    })));
    return true;
  };
}

/** Draws a card made drawable; press(id, inputs, button) is called for what is sent, follow(url) for a link. */
export function microsoftCard(card, { press, follow, dark }) {
  const { AdaptiveCard, HostConfig } = library();
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(hostConfig(dark));
  drawn.onExecuteAction = (action) => {
    const kind = action.getJsonTypeName();
    if (kind === "Action.OpenUrl") follow(action.url);
    else press(action.id, values(action), action.renderedElement);
  };
  drawn.parse(card);
  const node = drawn.render() ?? h("div");
  drawn.getAllInputs().forEach(mark);
  node.querySelectorAll(".ac-pushButton").forEach((button) => {
    button.dataset.testid = button.getAttribute("aria-label") === t("more") ? "card-more" : "card-action";
  });
  return node;
}

function values(action) {
  const inputs = Object.values(action.getReferencedInputs?.() ?? {});
  return Object.fromEntries(inputs.map((one) => [one.id, String(one.value ?? "")]));
}

/** Errors are written beside the input that has them. */
function mark(input) {
  const place = input.renderedElement;
  if (!place) return;
  place.dataset.input = input.id;
  place.append(h("p.field-error", { hidden: true, role: "alert" }));
}
