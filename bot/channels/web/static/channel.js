// Looks for new posts now and then. What is there stays where it is; new posts come at the end.

const posts = document.querySelector("#posts");
const empty = document.querySelector("#empty");
const news = document.querySelector("#news");
const EVERY = 8000;

let tag = "";

const known = () => new Map([...posts.children].map((post) => [post.dataset.post, post]));

const merge = (fresh) => {
  const before = known();
  const incoming = new Set(fresh.map((post) => post.dataset.post));
  for (const [id, post] of before) if (!incoming.has(id)) post.remove();
  let added = false;
  for (const post of fresh) {
    const old = before.get(post.dataset.post);
    if (old === undefined) {
      posts.append(post);
      added = true;
    } else if (old.textContent !== post.textContent) {
      old.replaceWith(post);
    }
  }
  empty.hidden = fresh.length > 0;
  if (added) news.textContent = posts.dataset.new;
};

const look = async () => {
  if (document.hidden) return;
  try {
    const headers = tag ? { "If-None-Match": tag } : {};
    const response = await fetch(posts.dataset.from, { headers, cache: "no-store" });
    if (response.status !== 200) return;
    tag = response.headers.get("ETag") ?? "";
    const made = document.createElement("template");
    made.innerHTML = await response.text();
    merge([...made.content.children]);
  } catch {
    // Offline for a while: the next look tries again, and the Refresh link is there.
  }
};

setInterval(look, EVERY);
document.addEventListener("visibilitychange", look);
