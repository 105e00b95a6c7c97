// The texts, one JSON a language; and times as people write them.

export const LANGUAGES = { es: "Español", ca: "Català", eu: "Euskara", gl: "Galego", en: "English" };

let texts = {};
let chosen = "es";

/** The language that the citizen chose, or the first of the browser's that there is. */
export function best(wish, browsers = navigator.languages) {
  return [wish, ...browsers.map((tag) => tag.split("-")[0])].find((tag) => tag in LANGUAGES) ?? "es";
}

export const language = () => chosen;

/** Reads a language's texts. */
export async function speak(tag) {
  const response = await fetch(new URL(`../texts/${tag}.json`, import.meta.url));
  texts = await response.json();
  chosen = tag;
}

/** A text, with what belongs into its braces. */
export function t(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** A moment: the hour today, day and hour otherwise. */
export function moment(at, today = Date.now()) {
  const date = new Date(at);
  const sameDay = date.toDateString() === new Date(today).toDateString();
  return new Intl.DateTimeFormat(chosen, sameDay ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" }).format(date);
}

/** Minutes and seconds. */
export const duration = (milliseconds) => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
