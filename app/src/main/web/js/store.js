// What the app keeps on this phone: its keys, who it is to Cl@ve, and what the citizen chose. In IndexedDB, which can hold
// keys that cannot be read.

const NAME = "app-clave";
const STORE = "things";

let opened;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function within(mode, work) {
  const transaction = (await database()).transaction(STORE, mode, { durability: "strict" });
  const result = work(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(result?.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** What is kept by this name; undefined where there is nothing. */
export const read = (name) => within("readonly", (things) => things.get(name));

/** Keeps it. */
export const keep = (name, value) => within("readwrite", (things) => things.put(value, name));

/** Forgets it. */
export const forget = (name) => within("readwrite", (things) => things.delete(name));

/** The device: `{ id, name, keys, counter, unlock }`; undefined before the activation. */
export const device = () => read("device");

/** Changes the device in one transaction, so that two windows of the app do not undo each other. */
export async function changeDevice(change) {
  let changed;
  await within("readwrite", (things) => {
    const request = things.get("device");
    request.onsuccess = () => {
      if (!request.result) return;
      changed = { ...request.result, ...change(request.result) };
      things.put(changed, "device");
    };
  });
  return changed;
}

/** The number of the next answer; it is on the disk before it is used. */
export async function nextCount() {
  return (await changeDevice(({ counter }) => ({ counter: counter + 1 }))).counter;
}
