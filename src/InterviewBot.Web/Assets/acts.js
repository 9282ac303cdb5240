// What people do, sent to the bot. The delivery id is the same at every try of one act, so a repeated try counts once.
const token = document.querySelector("meta[name=chat-token]");
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

export const me = document.body.dataset.as;
/** This tab's own: another tab may have chosen another since. */
export const language = document.documentElement.lang;
export const words = document.body.dataset;
export const newDelivery = () => crypto.randomUUID();

/**
 * Answers { kind, html, kept }: "done" (taken; html is a private line or null; kept is false for a line that became nothing), "busy" (nothing was taken, html says so),
 * "refused" (never to be taken), "unanswered" (nobody knows: try again with the same delivery).
 */
export async function act(name, body) {
  for (let round = 0; round < 4; round++) {
    const response = await post(name, body);
    if (response === null) {
      await pause(500 * 2 ** round);
    } else if (response.status === 204) {
      return { kind: "done", html: null, kept: true };
    } else if (response.ok) {
      const { html, kept } = await response.json();
      return { kind: "done", html, kept };
    } else if (response.status === 503) {
      return { kind: "busy", html: (await response.json().catch(() => ({}))).html ?? null };
    } else if (response.status === 400 && (await response.json().catch(() => ({}))).title === "stale-token") {
      await renewToken();
    } else if (response.status >= 500) {
      return { kind: "unanswered", html: null };
    } else {
      return { kind: "refused", html: null };
    }
  }
  return { kind: "unanswered", html: null };
}

async function post(name, body) {
  try {
    return await fetch(`/local/${me}/${name}?lang=${language}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", RequestVerificationToken: token.content },
      body: JSON.stringify(body),
      keepalive: true,
    });
  } catch {
    return null;
  }
}

// The process was restarted without its keys: the page outlived its token.
async function renewToken() {
  const response = await fetch("/local/token").catch(() => null);
  if (response?.ok) token.content = await response.text();
}
