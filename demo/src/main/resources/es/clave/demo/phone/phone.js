const messages = document.getElementById("messages");
if (messages && window.EventSource) {
  const to = messages.dataset.to;
  const events = new EventSource("/events" + (to ? "?to=" + encodeURIComponent(to) : ""));
  events.onmessage = (event) => {
    // Written by this application, which escapes what it did not write itself.
    if (messages.innerHTML !== event.data) {
      messages.innerHTML = event.data;
      messages.scrollTop = 0;
    }
  };
  events.onopen = () => document.body.classList.add("live");
  events.onerror = () => document.body.classList.remove("live");
}
const chooser = document.getElementById("to");
if (chooser) {
  chooser.form.classList.add("enhanced");
}
