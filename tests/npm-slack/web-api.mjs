// Slack's own client against the Slack that our tests speak to: node web-api.mjs BASE TOKEN BLOCKS.json. It throws at anything but ok.
import { readFileSync } from "node:fs";
import { WebClient } from "@slack/web-api";

const [base, token, file, trigger] = process.argv.slice(2);
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => "error", setName() {} };
const web = new WebClient(token, { slackApiUrl: base, retryConfig: { retries: 0 }, logger: quiet, rejectRateLimitedCalls: true });
const { text, blocks } = JSON.parse(readFileSync(file, "utf8"));
const refused = async (work) => {
  try {
    await work();
    return "ok";
  } catch (e) {
    return e.data?.error ?? e.code ?? String(e);
  }
};

const me = await web.auth.test();
const { channel } = await web.conversations.open({ users: "U1" });
const metadata = { event_type: "interviewbot_card", event_payload: { key: "1:prompt:1" } };
const posted = await web.chat.postMessage({ channel: channel.id, text, blocks, metadata });
await web.chat.update({ channel: posted.channel, ts: posted.ts, text: "edited", blocks });
await web.reactions.add({ channel: posted.channel, timestamp: posted.ts, name: "memo" });
await web.chat.postEphemeral({ channel: "C1", user: "U1", text, blocks });
const threaded = await web.chat.postMessage({ channel: "C1", text, blocks });
await web.chat.postMessage({ channel: "C1", text, blocks, thread_ts: threaded.ts });
const { user } = await web.users.info({ user: "U2", include_locale: true });
const info = await web.conversations.info({ channel: "C1" });
const history = await web.conversations.history({ channel: channel.id, include_all_metadata: true });
const view = { type: "modal", title: { type: "plain_text", text: "t" }, blocks };
const opened = await web.views.open({ trigger_id: trigger, view });
await web.views.update({ view_id: opened.view.id, view });
await web.views.publish({ user_id: "U1", view: { type: "home", blocks } });
const errors = {
  missing: await refused(() => web.chat.update({ channel: posted.channel, ts: "1.1", text, blocks })),
  channel: await refused(() => web.chat.postMessage({ channel: "CNOT", text, blocks })),
  person: await refused(() => web.chat.update({ channel: "U1", ts: posted.ts, text, blocks })),
  blocks: await refused(() => web.chat.postMessage({ channel: "C1", text, blocks: [{ type: "section" }] })),
  trigger: await refused(() => web.views.open({ trigger_id: trigger, view })),
  token: await refused(() => new WebClient("xoxb-no", { slackApiUrl: base, retryConfig: { retries: 0 }, logger: quiet }).auth.test()),
};
await web.chat.delete({ channel: posted.channel, ts: posted.ts });
console.log(
  JSON.stringify({
    me: { team: me.team_id, user: me.user_id, bot: me.bot_id },
    channel: channel.id,
    edited: history.messages.find((m) => m.ts === posted.ts)?.text,
    key: history.messages.find((m) => m.ts === posted.ts)?.metadata?.event_payload?.key,
    locale: user.locale,
    zone: user.tz,
    shared: info.channel.is_ext_shared,
    errors,
  }),
);
