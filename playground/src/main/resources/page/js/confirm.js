/* "Are you sure", as the app words it. */
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { mrkdwn } from "./mrkdwn.js";
import { t } from "./words.js";

/** Shows Slack's confirm object; true where the person goes on. */
export function confirmed({ title, text, confirm, deny, style }) {
  return new Promise((answer) => {
    const dialog = h(
      "dialog.modal.small",
      { "aria-label": title?.text, "data-testid": "confirm", onclose: () => done(dialog.returnValue === "yes") },
      h(
        "form",
        { method: "dialog" },
        h("header", {}, h("h2", {}, withEmoji(title?.text ?? ""))),
        h("div.body", {}, h("p", {}, text?.type === "mrkdwn" ? mrkdwn(text.text) : withEmoji(text?.text ?? ""))),
        h(
          "footer",
          {},
          h("button.button.quiet", { value: "no" }, deny?.text ?? t("cancel")),
          h(`button.button.${style === "danger" ? "danger" : "primary"}`, { value: "yes", "data-testid": "confirm-yes" }, confirm?.text ?? t("ok")),
        ),
      ),
    );
    const done = (yes) => {
      dialog.remove();
      answer(yes);
    };
    document.body.append(dialog);
    dialog.showModal();
  });
}
