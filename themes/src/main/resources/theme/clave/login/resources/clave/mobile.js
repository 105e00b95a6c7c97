// The page that waits for the app: its QR is renewed every second, and it goes on by itself.

const ASK_EVERY = 2000;
const STALE_AFTER = 5000;

export function wait(form) {
  const { request: key, events, state } = form.dataset;
  const image = form.querySelector("[data-qr]");
  let source;
  let asking;
  let gone = false;
  let lastQr = Date.now();

  for (const part of form.querySelectorAll("[data-without-script]")) part.hidden = true;
  timeLeft(form);
  later(form);
  // The app opens the page that goes on, in this window or another.
  if (!events) return;
  connect();
  document.addEventListener("visibilitychange", connect);
  window.addEventListener("pagehide", stop);
  // A QR that is dead looks dead.
  if (image) setInterval(() => image.classList.toggle("qr--still", Date.now() - lastQr > STALE_AFTER), 1000);

  function connect() {
    stop();
    // What nobody sees is not drawn: a hidden page is told of changes only.
    const address = document.hidden ? `${events}&qr=0` : events;
    source = new EventSource(address);
    source.addEventListener("request", (event) => told(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      // The browser connects again by itself; until it has, and where it cannot, the page asks.
      if (!asking && !gone) asking = setInterval(ask, ASK_EVERY);
    });
    source.addEventListener("open", () => {
      clearInterval(asking);
      asking = undefined;
    });
  }

  function stop() {
    source?.close();
    clearInterval(asking);
    asking = undefined;
  }

  async function ask() {
    try {
      const answer = await fetch(state);
      if (answer.ok) told(await answer.json());
      else if (answer.status === 403) goOn();
    } catch {
      // no connection at the moment
    }
  }

  function told(news) {
    if (news.key !== key) return goOn();
    if (!news.qr || !image) return;
    lastQr = Date.now();
    const margin = Number(image.dataset.qr);
    const side = news.size + 2 * margin;
    image.setAttribute("viewBox", `${-margin} ${-margin} ${side} ${side}`);
    image.querySelector("path").setAttribute("d", news.qr);
  }

  // By the form, so that nothing but the page itself ends the login.
  function goOn() {
    if (gone) return;
    gone = true;
    stop();
    const go = form.querySelector("[data-go]");
    go.disabled = false;
    HTMLFormElement.prototype.submit.call(form);
  }
}

function timeLeft(form) {
  const box = form.querySelector("[data-time-left]");
  const left = box.querySelector("[data-left]");
  const end = Date.now() + Number(box.dataset.timeLeft) * 1000;
  tick();
  setInterval(tick, 1000);

  function tick() {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    left.textContent = box.dataset.textLeft.replace("{0}", shown);
  }
}

// What is offered only after a while.
function later(form) {
  const part = form.querySelector("[data-after]");
  const seconds = Number(part?.dataset.after ?? 0);
  if (!part || seconds === 0) return;
  part.hidden = true;
  setTimeout(() => {
    part.hidden = false;
    form.querySelector("[data-announce]").textContent = part.querySelector(".hint").textContent;
  }, seconds * 1000);
}
