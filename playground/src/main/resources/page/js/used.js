/* What all interactive elements have in common: their hook for tests, telling their surface, and being read. */
import { withEmoji } from "./emoji.js";
import { confirmed } from "./confirm.js";
import { busy } from "./small.js";

export const plain = (text) => (text?.emoji === false ? text.text : withEmoji(text?.text ?? ""));

export const hook = (element) => ({ "data-testid": `action-${element.action_id}`, id: element.field_id });

export async function use(node, element, block, surface, answer) {
  if (!surface.use || (block.type === "input" && !block.dispatch_action)) return;
  if (element.confirm && !(await confirmed(element.confirm))) return;
  // the control API takes whatever was chosen as "value", Slack's own shape stands beside it
  await busy(node, () => surface.use(block, element, { value: Object.values(answer)[0], ...answer }));
}

export function collect(element, block, surface, read, write) {
  surface.fields?.push({ block: block.block_id, action: element.action_id, type: element.type, read, write });
}
