/* The box below a conversation in Teams. Outside the chat with the bot it hears only what names it. */
import { act } from "../doors.js";
import { h } from "../dom.js";
import { busy, icon, iconButton } from "../small.js";
import { t } from "../words.js";
import { botName, isPersonal, messagesOf, nameOfRoom } from "./tenant.js";

const LINK = /^https?:\/\/\S+$/i;

export function teamsCompose() {
  const box = h("textarea", { rows: "1", "data-testid": "compose-box" });
  const send = h("button.icon-button.send", { type: "submit", "data-testid": "compose-send" }, icon("send"));
  const mention = h("button.icon-button.mention-button", { type: "button", "data-testid": "mention-bot", onclick: () => name() });
  const hint = h("p.hint", { hidden: true });
  const thread = h("p.replying", { hidden: true, "data-testid": "replying" });
  const node = h("div.teams-compose", {}, thread, h("form.compose", { onsubmit: (event) => (event.preventDefault(), say()) }, mention, box, send), hint);
  let at = {};
  let root = "";
  box.addEventListener("input", advise);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && root) answer("");
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    say();
  });

  const handle = () => `@${botName()}`;

  function name() {
    if (!box.value.includes(handle())) box.value = `${handle()} ${box.value}`;
    box.focus();
    advise();
  }

  function advise() {
    const heard = isPersonal(at.one) || !box.value.trim() || box.value.includes(handle());
    hint.hidden = heard;
    hint.textContent = t("needs-mention", { app: handle() });
  }

  function say() {
    const text = box.value.trim();
    if (!text || box.disabled) return null;
    const where = { person: at.person, conversation: at.one.id };
    return busy(send, async () => {
      if (LINK.test(text) && !root) await act("teams/paste", { ...where, url: text });
      else await act("teams/say", { ...where, text, root });
      box.value = "";
      answer("");
    });
  }

  /** Writes in the thread that this message began; "" for none. */
  function answer(message) {
    root = message;
    const first = messagesOf(at.person, at.one?.id).find((one) => one.id === root);
    thread.hidden = !root;
    thread.replaceChildren(
      h("span", {}, t("replying", { name: first?.bot ? botName() : first?.from?.name ?? "" })),
      iconButton("close", t("cancel"), () => answer(""), { "data-testid": "replying-cancel" }));
    if (root) box.focus();
    advise();
  }

  function fit(person, one) {
    const moved = at.person !== person || at.one?.id !== one?.id;
    at = { person, one };
    if (moved || !one) answer("");
    const where = nameOfRoom(one);
    box.disabled = send.disabled = !one;
    box.placeholder = t("compose-teams", { where });
    box.setAttribute("aria-label", t("compose-teams", { where }));
    send.setAttribute("aria-label", t("send"));
    send.title = t("send");
    mention.hidden = isPersonal(one);
    mention.textContent = handle();
    mention.title = t("mention-bot", { app: handle() });
    mention.setAttribute("aria-label", mention.title);
    advise();
  }
  return { node, fit, answer };
}
