// A Bolt app that takes what our tests deliver to the bot, by Bolt's own receiver: says its port, then what each listener got, one JSON object a line.
import bolt from "@slack/bolt";

const [secret, base] = process.argv.slice(2);
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => "error", setName() {} };
const say = (what) => console.log(JSON.stringify(what));
const receiver = new bolt.HTTPReceiver({ signingSecret: secret, endpoints: ["/slack/events"], logger: quiet });
const app = new bolt.App({
  receiver,
  logger: quiet,
  clientOptions: { slackApiUrl: base },
  authorize: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
    say({ authorize: { teamId, enterpriseId, isEnterpriseInstall } });
    return { botToken: "xoxb-loopback", botId: "BBOT", botUserId: "UBOT" };
  },
});
app.message(async ({ message, context }) => say({ message: message.text, subtype: message.subtype, team: context.teamId }));
app.event("app_mention", async ({ event }) => say({ mention: event.text }));
app.event("app_home_opened", async ({ event }) => say({ home: event.user }));
app.event("tokens_revoked", async ({ event }) => say({ revoked: event.tokens.bot }));
app.event("app_uninstalled", async () => say({ uninstalled: true }));
app.command("/interview", async ({ ack, command }) => {
  say({ command: command.text, channel: command.channel_id });
  await ack();
});
app.action(/.*/, async ({ ack, action, body }) => {
  say({ action: action.action_id, value: action.value ?? action.selected_option?.value, user: body.user.id });
  await ack();
});
app.shortcut(/.*/, async ({ ack, shortcut }) => {
  say({ shortcut: shortcut.callback_id, of: shortcut.type });
  await ack();
});
app.view(/.*/, async ({ ack, view, body }) => {
  say({ view: view.callback_id, values: Object.keys(view.state.values), user: body.user.id });
  await ack();
});
const server = await app.start({ port: 0, host: "127.0.0.1" });
say({ port: server.address().port });
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
