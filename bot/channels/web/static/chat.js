// Sends a message without leaving the page. Everything here also works without this script.

const form = document.querySelector("#say");
const field = form.querySelector("#text");
const identity = form.querySelector("[name=id]");
const log = document.querySelector("#log");
const alert = form.querySelector("[role=alert]");
const status = form.querySelector("[role=status]");
const LONGEST = Number(form.dataset.longest);
const PATIENCE = 90 * 1000;

let busy = false;
let failed = null;
let attempts = 0;

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

const bubble = (className, who, text, dots) => {
  const made = element("div", className);
  const words = element("p", dots ? "dots" : "", text);
  words.dir = "auto";
  made.append(element("span", "who", who), words);
  return made;
};

const waiting = (text) => {
  const made = element("div", "exchange waiting");
  // The finished exchange is read out; this one only shows that something happens.
  made.setAttribute("aria-hidden", "true");
  if (text.trim()) made.append(bubble("mine", form.dataset.you, text));
  made.append(bubble("reply", form.dataset.brand, "…", true));
  return made;
};

const bringIntoView = (made) => {
  const reply = made.querySelector(".reply") ?? made;
  const tall = reply.getBoundingClientRect().height + form.offsetHeight > innerHeight;
  (tall ? made : form).scrollIntoView({ block: tall ? "start" : "end" });
};

const fall = (message, text) => {
  failed = message;
  alert.replaceChildren(element("span", "", text));
  if (message) {
    const again = element("button", "", form.dataset.again);
    again.type = "button";
    again.addEventListener("click", () => send(message));
    alert.append(again);
  }
  alert.hidden = false;
  status.textContent = "";
  // On a small screen the field may cover it.
  alert.scrollIntoView({ block: "nearest" });
};

const reasonIn = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  return page.querySelector("[data-trouble]")?.textContent ?? form.dataset.offline;
};

const show = (html) => {
  document.querySelector(".examples")?.remove();
  for (const old of log.querySelectorAll(".choices")) old.remove();
  document.querySelector("#latest")?.removeAttribute("id");
  const made = element("template");
  made.innerHTML = html;
  const exchange = made.content.firstElementChild;
  log.append(exchange);
  offerCopies(exchange);
  return exchange;
};

const end = (html) => {
  log.replaceChildren();
  show(html);
  form.remove();
  const reply = log.querySelector(".reply");
  reply.tabIndex = -1;
  reply.focus();
};

// Somebody was invited: the list beside the chat has one more.
const renewSide = async (exchange) => {
  const side = document.querySelector(".side");
  if (!side || !exchange.querySelector(".link")) return;
  const response = await fetch(location.href, { cache: "no-store" });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector(".side");
  if (fresh) side.replaceWith(fresh);
};

const accept = async (response, message) => {
  const html = await response.text();
  if (response.headers.has("rolecall-over")) {
    end(html);
    return;
  }
  if (attempts > 1) {
    // An attempt that seemed lost may have arrived: show what the server knows.
    location.reload();
    return;
  }
  identity.value = response.headers.get("rolecall-next-id");
  if (!message.choice) field.value = "";
  const exchange = show(html);
  bringIntoView(exchange);
  renewSide(exchange).catch(() => {});
};

const post = (message) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(message)) body.set(name, value);
  return fetch(form.action, {
    method: "POST",
    body,
    headers: { "rolecall-part": "exchange" },
    credentials: "same-origin",
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE),
  });
};

const attempt = async (message) => {
  attempts += 1;
  const shown = waiting(message.choice ?? message.text);
  log.append(shown);
  shown.scrollIntoView({ block: "nearest" });
  try {
    const response = await post(message);
    shown.remove();
    if (response.ok) {
      failed = null;
      await accept(response, message);
      attempts = 0;
    } else {
      fall(message, reasonIn(await response.text()));
    }
  } catch {
    shown.remove();
    fall(message, form.dataset.offline);
  }
};

const send = async (message) => {
  if (busy) return;
  const text = message.choice ?? message.text;
  if (text.length > LONGEST && [...text].length > LONGEST) {
    fall(null, form.dataset.tooLong);
    return;
  }
  busy = true;
  field.readOnly = true;
  alert.hidden = true;
  status.textContent = form.dataset.sending;
  await attempt(message);
  busy = false;
  field.readOnly = false;
  if (failed === null) status.textContent = "";
  if (form.isConnected) field.focus({ preventScroll: true });
};

// The same words are the same message, however often they are tried. Other words are another one.
const compose = (choice) => {
  const said = choice === undefined ? { text: field.value } : { choice };
  const same = failed && failed.choice === said.choice && failed.text === said.text;
  if (failed && !same) identity.value = `${identity.value.split(".")[0]}.${attempts}`;
  return { id: identity.value, ...said };
};

const offerCopies = (where) => {
  if (!navigator.clipboard) return;
  for (const button of where.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.copied;
      status.textContent = button.dataset.copied;
    });
  }
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const choice = event.submitter?.name === "choice" ? event.submitter.value : undefined;
  if (choice === undefined && !field.value.trim()) return;
  send(compose(choice));
});

// A touch keyboard has no Shift + Enter, so there Enter is a new line.
if (!matchMedia("(pointer: coarse)").matches) {
  const keys = document.querySelector("#keys");
  keys.hidden = false;
  field.setAttribute("aria-describedby", "keys");
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector(".send"));
  });
}

addEventListener("beforeunload", (event) => {
  if (form.isConnected && field.value.length > 80 && attempts === 0) event.preventDefault();
});

offerCopies(log);
if (log.childElementCount > 1) bringIntoView(log.lastElementChild);
