// Slack's own Socket Mode client on the connections of the Slack that our tests speak to: node socket-mode.mjs BASE APPTOKEN.
// Acknowledges each envelope and says what came, one JSON object a line; ends when standard input does.
import { SocketModeClient } from "@slack/socket-mode";

const [base, appToken] = process.argv.slice(2);
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => "error", setName() {} };
const client = new SocketModeClient({ appToken, clientOptions: { slackApiUrl: base }, logger: quiet });
const say = (what) => console.log(JSON.stringify(what));
client.on("connected", () => say({ connected: true }));
client.on("slack_event", async ({ ack, type, body, accepts_response_payload }) => {
  await ack(accepts_response_payload ? { text: "answered" } : undefined);
  say({ type, event: body.event?.type, action: body.actions?.[0]?.action_id, command: body.command });
});
await client.start();
process.stdin.resume();
process.stdin.on("end", async () => {
  await client.disconnect();
  process.exit(0);
});
