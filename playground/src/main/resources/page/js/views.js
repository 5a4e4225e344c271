/* What modals and home tabs share: blocks drawn in place, fields that are read, and telling the app of both. */
import { block } from "./blocks.js";
import { act } from "./doors.js";
import { fingerprint, keyed } from "./dom.js";
import { language } from "./words.js";

/**
 * Fills a node with the blocks of a view. A block that did not change stays as it is, with the cursor
 * in it; in one that did, what was typed is kept, as Slack keeps it.
 */
export function viewBody(node) {
  let now = {};
  const fields = () => [...node.children].flatMap((child) => child.fields ?? []);

  /** The fields in the shape of Slack's view.state.values. */
  function values() {
    const all = {};
    for (const { block: id, action, type, read } of fields()) (all[id] ??= {})[action] = { type, ...read() };
    return all;
  }

  const tell = (verb, it, element, answer) => act(`slack/${verb}`, {
    user: now.person, view_id: now.view.id, block_id: it.block_id, action_id: element.action_id,
    ...answer, values: values(),
  });

  function draw(person, view) {
    const same = now.view?.id === view.id && now.person === person;
    const kept = same ? values() : view.state?.values ?? {};
    if (!same) node.replaceChildren();
    now = { person, view };
    keyed(node, view.blocks ?? [], (one) => one.block_id, (one) => fingerprint([one, person, language()]), (one) => {
      const own = [];
      const surface = {
        fields: own,
        use: (it, element, answer) => tell("view-action", it, element, answer),
        type: (it, element, answer) => tell("type", it, element, answer).catch(() => null),
      };
      const drawn = block(one, surface);
      drawn.fields = own;
      own.forEach((field) => restore(field, kept));
      return drawn;
    });
  }
  return { node, draw, values };
}

function restore({ block: id, action, type, write }, kept) {
  const old = kept[id]?.[action];
  if (old?.type === type) write(old);
}
