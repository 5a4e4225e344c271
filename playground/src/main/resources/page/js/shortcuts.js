/* The app's shortcuts: in the menu of a message, and the global ones beside the box. */
import { act } from "./doors.js";
import { h } from "./dom.js";
import { busy, icon, menuButton } from "./small.js";
import { shortcuts } from "./world.js";
import { t } from "./words.js";

/** What can be done with one message: the app's shortcuts, and pinning. */
export function shortcutMenu(message, channel, as) {
  const opener = h("button", {
    type: "button", "aria-label": t("message-menu"), title: t("message-menu"), "data-testid": "message-menu",
  }, icon("more"));
  const at = { user: as, channel, ts: message.ts };
  const own = shortcuts(true).map((one) => ({
    label: one.name, testid: `shortcut-${one.callback_id}`,
    choose: () => busy(opener, () => act("slack/shortcut", { ...at, callback_id: one.callback_id })),
  }));
  const remove = Boolean(message.pinned_info);
  const pin = {
    label: t(remove ? "unpin" : "pin"), testid: "pin",
    choose: () => busy(opener, () => act("slack/pin", { ...at, remove })),
  };
  return menuButton(opener, [...own, pin]);
}

/** The global shortcuts of one person; nothing where the app has none. */
export function globalShortcuts(user) {
  const own = shortcuts(false);
  if (!own.length) return null;
  const opener = h("button.icon-button", {
    type: "button", "aria-label": t("shortcuts"), title: t("shortcuts"), "data-testid": "shortcuts",
  }, icon("bolt"));
  return menuButton(opener, own.map((one) => ({
    label: one.name, testid: `shortcut-${one.callback_id}`,
    choose: () => busy(opener, () => act("slack/shortcut", { user, callback_id: one.callback_id })),
  })));
}
