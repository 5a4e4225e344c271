/* The page's own words, in Norwegian bokmål and English. */

const KEY = "grenselos.lang";
const LANGUAGES = ["nb", "en"];
let words = {};
let chosen = "nb";

export const language = () => chosen;
export const locale = () => (chosen === "nb" ? "nb-NO" : "en-GB");

/** ?lang= wins over the remembered choice, that over the browser's languages. */
export async function loadWords() {
  const asked = new URLSearchParams(location.search).get("lang");
  const spoken = navigator.languages.some((tag) => /^(nb|nn|no)\b/.test(tag)) ? "nb" : "en";
  await choose([asked, remembered(), spoken].find((one) => LANGUAGES.includes(one)));
}

export async function choose(lang) {
  const answer = await fetch(`lang/${lang}.json`);
  words = await answer.json();
  chosen = lang;
  document.documentElement.lang = lang;
  document.title = words.title;
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // a browser that keeps nothing asks again next time
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** t("post.by", {name}) fills {name}; a list stays a list. */
export function t(key, values = {}) {
  const found = words[key] ?? key;
  if (Array.isArray(found)) return found;
  return found.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

export function clock(date) {
  const today = new Date().toDateString() === date.toDateString();
  const time = new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit" }).format(date);
  if (today) return time;
  return `${new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short" }).format(date)} ${time}`;
}

export const full = (date) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "full", timeStyle: "medium" }).format(date);

export const number = (value) => new Intl.NumberFormat(locale()).format(value);
