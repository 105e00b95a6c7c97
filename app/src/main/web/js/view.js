// Elements without markup in strings, and the one place where a screen is shown.

import { t } from "./texts.js";

const main = document.getElementById("main");
const spoken = document.getElementById("announce");
let leave = () => {};
let shown = 0;

/** An element: attributes, `on…` listeners, then children; false and undefined are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== false && child !== null));
  return element;
}

/**
 * Shows a screen: its title gets the focus, so that screen readers begin there. `left` is called when another comes.
 * Answers a function that says whether it is still the one that is shown.
 */
export function show(title, children, { left = () => {}, className = "" } = {}) {
  leave();
  leave = left;
  const mine = ++shown;
  document.title = `${title} – APP Cl@ve`;
  const heading = h("h1", { tabindex: "-1" }, title);
  main.className = className;
  main.replaceChildren(heading, ...children.flat().filter(Boolean));
  window.scrollTo(0, 0);
  heading.focus({ preventScroll: true });
  return () => shown === mine;
}

/** Says something aloud that is seen already. */
export function announce(text) {
  spoken.textContent = "";
  requestAnimationFrame(() => (spoken.textContent = text));
}

/** What went wrong, where it is read out at once. */
export const alert = () => h("p", { class: "alert", role: "alert", hidden: true });

/** Puts a text into it; an empty one takes it away. */
export function say(place, text) {
  place.textContent = text;
  place.hidden = !text;
}

/** A labelled field with hint and error, tied together for assistive technology. */
export function field(id, { label, hint, ...attributes }) {
  const input = h("input", { id, name: id, class: "input", autocomplete: "off", spellcheck: "false", ...attributes });
  const error = h("p", { class: "error", id: `${id}-error`, hidden: true });
  const described = [hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(" ");
  input.setAttribute("aria-describedby", described);
  const box = h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    hint && h("p", { class: "hint", id: `${id}-hint` }, hint),
    error,
    input,
  );
  return {
    box,
    input,
    wrong(text) {
      error.textContent = text;
      error.hidden = !text;
      if (text) {
        input.setAttribute("aria-invalid", "true");
        input.focus();
      } else input.removeAttribute("aria-invalid");
    },
  };
}

/** A button that does its work once at a time. */
export function button(text, work, { kind = "primary", ...attributes } = {}) {
  const element = h("button", { type: "button", class: `button button--${kind}`, ...attributes }, text);
  element.addEventListener("click", () => busy(element, work));
  return element;
}

/** A form whose button does its work once at a time. */
export function form(text, work, ...children) {
  const submit = h("button", { type: "submit", class: "button button--primary" }, text);
  return h(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        busy(submit, work);
      },
    },
    ...children,
    submit,
  );
}

async function busy(element, work) {
  if (element.getAttribute("aria-busy") === "true") return;
  element.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    element.removeAttribute("aria-busy");
  }
}

/** Whether the citizen means it. */
export function sure(question, yes) {
  return new Promise((resolve) => {
    const done = (answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    const dialog = h(
      "dialog",
      { class: "dialog", "aria-labelledby": "sure" },
      h("p", { id: "sure" }, question),
      h(
        "div",
        { class: "actions" },
        button(yes, () => done(true), { kind: "danger" }),
        button(t("cancel"), () => done(false), { kind: "secondary" }),
      ),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      done(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
