/* The border between both lands: a line of cairns, a footpath, and what travels along it. */
import { h, svg } from "./dom.js";
import { initials } from "./small.js";
import { t } from "./words.js";

const MOST_ON_THE_WAY = 3;
const still = matchMedia("(prefers-reduced-motion: reduce)");
let onTheWay = 0;
const crossed = { in: 0, out: 0 };

export function border() {
  const drawing = svg("svg", { class: "border-drawing", "aria-hidden": "true" });
  const inward = h("span.crossed.in");
  const outward = h("span.crossed.out");
  const news = h("p.visually-hidden", { "aria-live": "polite" });
  const node = h("div.border", {}, drawing, inward, outward, news);
  new ResizeObserver(() => paint(drawing)).observe(node);
  const count = () => {
    inward.textContent = `${crossed.in} →`;
    inward.title = t("crossed-in", { count: crossed.in });
    outward.textContent = `← ${crossed.out}`;
    outward.title = t("crossed-out", { count: crossed.out });
  };
  return {
    node, draw: count,
    /** Something crosses from one element to another; direction is "in" or "out". */
    cross(from, to, name, direction, told) {
      crossed[direction]++;
      count();
      news.textContent = told;
      travel(from, to, name, direction);
    },
  };
}

/** The line wavers a little, as lines in real ground do; every so often stands a cairn. */
function paint(drawing) {
  const { width, height } = drawing.parentNode.getBoundingClientRect();
  drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const upright = height > width;
  const [long, middle] = upright ? [height, width / 2] : [width, height / 2];
  const at = (along) => middle + Math.sin(along / 83) * 4 + Math.sin(along / 29) * 1.6;
  const point = (along, across) => (upright ? [across, along] : [along, across]);
  const line = [];
  for (let along = 0; along <= long + 12; along += 12) line.push(point(along, at(along)).map((n) => n.toFixed(1)).join(" "));
  const gate = long * (upright ? 0.44 : 0.5);
  const parts = [svg("path", { class: "border-line", d: `M${line.join("L")}` })];
  if (upright) parts.push(footpath(width, gate));
  for (let along = gate - 150; along > 0; along -= 150) parts.push(...cairn(point, along, at));
  for (let along = gate + 150; along < long; along += 150) parts.push(...cairn(point, along, at));
  if (upright) parts.push(...cairn(point, gate - 34, at, 1.25), ...cairn(point, gate + 40, at, 1.25));
  drawing.replaceChildren(...parts);
}

function footpath(width, gate) {
  const d = `M-14 ${gate + 16}C${width * 0.12} ${gate + 16} ${width * 0.22} ${gate - 12} ${width / 2} ${gate - 2}S${width * 0.86} ${gate + 22} ${width + 6} ${gate - 4}`;
  return svg("path", { class: "footpath", d });
}

function cairn(point, along, at, size = 1) {
  const [x, y] = point(along, at(along));
  const stones = [[8.5, 4, 5.5], [6.4, 3.2, -0.6], [4, 2.6, -5.6]];
  return stones.map(([wide, high, below], place) =>
    svg("ellipse", { class: `stone s${place}`, cx: x + (place - 1) * 0.7, cy: y + below * size, rx: wide * size, ry: high * size }));
}

function middleOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const inView = (n, most) => Math.min(Math.max(n, 24), most - 24);
  return [inView(left + width / 2, innerWidth), inView(top + Math.min(height / 2, 40), innerHeight)];
}

function travel(from, to, name, direction) {
  if (!to) return;
  if (still.matches || !from || onTheWay >= MOST_ON_THE_WAY || document.hidden) return land(to);
  onTheWay++;
  const [x1, y1] = middleOf(from);
  const [x2, y2] = middleOf(to);
  const gate = gateOf();
  const d = `M${x1} ${y1}C${(x1 + gate.x) / 2} ${y1} ${gate.x - (gate.x - x1) / 3} ${gate.y} ${gate.x} ${gate.y}S${(x2 + gate.x) / 2} ${y2} ${x2} ${y2}`;
  const trail = svg("path", { class: "trail", d, pathLength: "1" });
  const layer = svg("svg", { class: "trail-layer", "aria-hidden": "true" }, trail);
  const letter = h("div.letter", { class: direction, "aria-hidden": "true" }, initials(name));
  letter.style.offsetPath = `path("${d}")`;
  document.body.append(layer, letter);
  const walk = letter.animate(
    [{ offsetDistance: "0%", transform: "scale(.6)" }, { transform: "scale(1.08)", offset: 0.5 }, { offsetDistance: "100%", transform: "scale(.7)" }],
    { duration: 1900, easing: "cubic-bezier(.45,.05,.3,1)", fill: "both" },
  );
  walk.onfinish = () => {
    onTheWay--;
    letter.remove();
    layer.classList.add("fading");
    setTimeout(() => layer.remove(), 700);
    land(to);
  };
}

function gateOf() {
  const { left, top, width, height } = document.querySelector(".border").getBoundingClientRect();
  return { x: left + width / 2, y: top + (height > width ? height * 0.44 : height / 2) };
}

function land(element) {
  element.classList.add("landed");
  setTimeout(() => element.classList.remove("landed"), 2200);
}
