/* The playground's control API and its stream. */

/** Does something on the playground; throws an Error whose message can be shown. */
export async function act(path, body) {
  const answer = await fetch(`/play/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  const json = parsed(text);
  if (!answer.ok) throw new Error(json?.error ?? json?.title ?? (text || `HTTP ${answer.status}`));
  return json ?? {};
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const wholeState = () => read("/play/state");

/** All that one person of the Teams tenant sees. */
export const sightOf = (person) => read(`/play/teams/state?person=${encodeURIComponent(person)}`);

async function read(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

/**
 * Hears what happens from where the state ended. The browser reconnects by itself and names the last
 * id it saw; as the server may have been replaced meanwhile, the caller fetches everything anew then.
 */
export function listen(after, kinds, { heard, reconnected, lost }) {
  const source = new EventSource(`/play/stream?after=${after}`);
  let broken = false;
  for (const kind of kinds) {
    source.addEventListener(kind, (event) => heard(kind, JSON.parse(event.data), +event.lastEventId));
  }
  source.addEventListener("open", () => {
    if (broken) reconnected();
    broken = false;
  });
  source.addEventListener("error", () => {
    broken = true;
    lost();
    if (source.readyState === EventSource.CLOSED) {
      source.close();
      setTimeout(reconnected, 2000);
    }
  });
  return source;
}
