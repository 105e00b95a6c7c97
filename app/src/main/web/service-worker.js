// Shows the app where there is no network, and says that a request waits. Answers nothing by itself.

const SHELL = "app-clave-shell";
const PATIENCE_MILLIS = 3000;

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function fill() {
  const files = await (await fetch("files.json", { cache: "no-cache" })).json();
  const cache = await caches.open(SHELL);
  await cache.addAll(["./", ...files].map((file) => new Request(file, { cache: "no-cache" })));
}

// What is new comes from the network; what was seen last serves where the network is slow or away.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const here = new URL("./", self.location);
  if (request.method !== "GET" || !request.url.startsWith(here.href)) return;
  event.respondWith(fresh(request));
});

async function fresh(request) {
  const cache = await caches.open(SHELL);
  const kept = () => cache.match(request, { ignoreSearch: true });
  try {
    const response = await Promise.race([
      fetch(request),
      new Promise((_, reject) => setTimeout(() => reject(new Error("slow")), PATIENCE_MILLIS)),
    ]);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch {
    return (await kept()) ?? (request.mode === "navigate" ? cache.match("./") : fetch(request));
  }
}

self.addEventListener("push", (event) => event.waitUntil(tell(event.data)));

async function tell(data) {
  let told = {};
  try {
    told = data?.json() ?? {};
  } catch {
    // Not ours; the app will ask.
  }
  for (const client of await self.clients.matchAll({ type: "window" })) client.postMessage("request");
  const texts = await spoken();
  await self.registration.showNotification(texts.pushTitle, {
    body: texts.pushBody.replace("{agency}", told.agencyName ?? "Cl@ve"),
    icon: "icons/icon-192.png",
    badge: "icons/icon-192.png",
    tag: told.id ?? "request",
    lang: texts.tag,
    requireInteraction: true,
    timestamp: Date.now(),
  });
}

async function spoken() {
  const cache = await caches.open(SHELL);
  const language = (await (await cache.match("chosen-language"))?.text()) ?? "es";
  return { ...(await (await cache.match(`texts/${language}.json`)).json()), tag: language };
}

self.addEventListener("message", (event) => {
  if (event.data?.language) {
    event.waitUntil(caches.open(SHELL).then((cache) => cache.put("chosen-language", new Response(event.data.language))));
  }
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: "window" }).then((open) => {
      const app = open.find((client) => "focus" in client);
      return app ? app.focus().then((client) => client.postMessage("request")) : self.clients.openWindow("./#/home");
    }),
  );
});
