/* Cards that ask to be refreshed are asked for anew when they come into sight, once for each version. */
import { act } from "../doors.js";
import { toast } from "../small.js";
import { refreshes } from "./message.js";
import { changesOf, colleague } from "./tenant.js";

const looked = new Set();
const waiting = new Map();
let queue = Promise.resolve();

const eye = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    eye.unobserve(target);
    const look = waiting.get(target);
    waiting.delete(target);
    // one after the other, as a person looks
    if (look) queue = queue.then(look).catch((trouble) => toast(trouble.message, "trouble"));
  }
}, { scrollMargin: "600px" });

/** Lets the message refresh itself for this person, when its node is seen. */
export function watch(node, message, person) {
  const version = `${person}/${message.id}/${changesOf(message.id)}`;
  if (looked.has(version) || !refreshes(message).some((one) => isFor(one, person))) return;
  waiting.set(node, async () => {
    if (looked.has(version)) return;
    looked.add(version);
    await act("teams/look", { person, message: message.id });
  });
  eye.observe(node);
}

/** For those it names; where it names nobody the playground counts the members itself. */
const isFor = ({ userIds }, person) => !userIds || userIds.includes(colleague(person)?.teams_id);
