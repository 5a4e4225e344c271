/* Builds elements. Text always becomes text nodes: nothing foreign is ever read as HTML. */

/** h("a.link", {href, onclick, "aria-label"}, "text", [more]): null and false children are left out. */
export function h(spec, attributes, ...children) {
  const [tag, ...classes] = spec.split(".");
  const element = document.createElement(tag || "div");
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes ?? {})) set(element, name, value);
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

function set(element, name, value) {
  if (value == null || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "class") element.classList.add(...value.split(" ").filter(Boolean));
  else if (["value", "checked", "disabled", "selected"].includes(name)) element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Makes a container hold one element for each item, in order. An element stays the same, with its
 * focus and open menus, as long as the item's version does.
 */
export function keyed(container, items, key, version, draw) {
  const focused = container.contains(document.activeElement) && document.activeElement;
  const before = new Map([...container.children].map((child) => [child.dataset.key, child]));
  const after = items.map((item) => {
    const known = before.get(key(item));
    if (known?.dataset.version === version(item)) return known;
    const fresh = draw(item, known);
    fresh.dataset.key = key(item);
    fresh.dataset.version = version(item);
    return fresh;
  });
  const stays = new Set(after);
  [...container.children].forEach((child) => stays.has(child) || child.remove());
  after.forEach((element, place) => {
    if (container.children[place] !== element) {
      container.insertBefore(element, container.children[place] ?? null);
    }
  });
  if (focused && !focused.isConnected) refocus(container, focused);
}

/** Whoever pressed a button in something that was drawn anew stays where they were. */
function refocus(container, lost) {
  const key = lost.closest("[data-key]")?.dataset.key;
  const place = key && [...container.children].find((child) => child.dataset.key === key);
  const hook = lost.dataset.testid;
  const same = hook && place?.querySelector(`[data-testid="${CSS.escape(hook)}"]`);
  if (same) {
    same.focus({ preventScroll: true });
    if ("selectionStart" in lost && same.value === lost.value) same.setSelectionRange(lost.selectionStart, lost.selectionEnd);
    return;
  }
  place?.setAttribute("tabindex", "-1");
  place?.focus({ preventScroll: true });
}

/** A short fingerprint of anything JSON can hold. */
export function fingerprint(value) {
  const text = JSON.stringify(value) ?? "";
  let sum = 5381;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 33) ^ text.charCodeAt(i)) | 0;
  return `${text.length}.${sum}`;
}
