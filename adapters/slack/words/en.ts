/** What became of a file. The permission is optional; whoever runs Curbside can also make the file. */
const fileWords = {
  sent: 'Sent to you in a direct message from Curbside. Slack keeps it there until you delete it.',
  notAllowed:
    'Curbside isn’t allowed to send files in this workspace. Sending them is an optional permission (files:write) that whoever manages the Slack app can add. Curbside uses it only for files you ask for, in your own direct messages.',
  failed: 'The file couldn’t be sent. Please try again later.',
} as const;

/** Sentences that only Slack needs: windows, the app's entry in Slack, and what `doctor` and `connect` say of it. */
export const en = {
  'slack.app': 'Curbside',
  'slack.about': 'Ask colleagues about a de-identified case, close it with your decision, and keep a record.',
  'slack.aboutLong':
    'Curbside runs consultation groups for clinicians. Before anything is posted, it shows the person who asks what colleagues will see, with identifiers removed. Answers come in a thread, and the decision can be kept as a consultation record. Curbside doesn’t read messages. It doesn’t find every identifier, so whoever posts remains responsible.',
  'slack.shortcut.ask': 'Ask your colleagues',
  'slack.shortcut.ask.about': 'Opens the form. Before anything is posted, you see what colleagues will see.',
  'slack.shortcut.check': 'Check for identifiers',
  'slack.shortcut.check.about': 'Shows what in this message could identify a person. Only you see it.',
  'slack.shortcut.log': 'Log this thread',
  'slack.shortcut.log.about': 'Opens a consultation record about this thread that only you can see.',
  'slack.wait': 'One moment',
  'slack.wait.text': 'This is taking longer than usual. It will appear here.',
  'slack.tooLate': 'Slack couldn’t open the window in time. Nothing was lost. Please run it again.',
  'slack.close': 'Close',
  'slack.cut': 'The rest doesn’t fit here.',
  'slack.zones': 'Type a city, such as Chicago',
  'slack.confirm': 'Please confirm',
  'slack.check.bot': 'Slack accepts the bot token.',
  'slack.check.botRefused': ({ why }: { why: string }) =>
    `Slack didn’t accept the bot token (${why}). If the app was removed from the workspace, install it again first. Then copy the “Bot User OAuth Token” from “OAuth & Permissions” into SLACK_BOT_TOKEN.`,
  'slack.check.unreachable': ({ why }: { why: string }) =>
    `Can’t reach Slack (${why}). Check the network, your proxy, and SLACK_API_URL if you set it.`,
  'slack.check.scopes': 'The bot has every permission it needs.',
  'slack.check.scopesMissing': ({ scopes }: { scopes: string }) =>
    `The bot is missing permissions: ${scopes}. Update the app from “npm run curbside -- manifest slack” and reinstall it to the workspace.`,
  'slack.check.scopesMore': ({ scopes }: { scopes: string }) =>
    `The bot has permissions that Curbside doesn’t use: ${scopes}. Remove them under “OAuth & Permissions”.`,
  'slack.check.app': 'Slack accepts the app token, and Socket Mode works.',
  'slack.check.appRefused': ({ why }: { why: string }) =>
    `Slack didn’t accept the app token (${why}). Create one with connections:write under “Basic Information”, “App-Level Tokens”, copy it into SLACK_APP_TOKEN, and turn on Socket Mode.`,
  'slack.check.http': ({ port }: { port: number }) =>
    `Slack should call this machine on port ${port}, path /slack/events, through an https address.`,
  'slack.check.client': 'Slack accepts the client ID and client secret.',
  'slack.check.clientRefused': ({ why }: { why: string }) =>
    `Slack didn’t accept the client ID and client secret (${why}). Copy both from “Basic Information”, “App Credentials”, into SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.`,
  'slack.check.clientUnclear': ({ why }: { why: string }) =>
    `Slack didn’t say whether the client ID and client secret are right (${why}). Run the check again in a minute.`,
  'slack.check.install': 'Workspaces install the app at the same https address, path /slack/install.',
  'slack.install.title': 'Add Curbside to your workspace',
  'slack.install.about':
    'Curbside runs consultation groups for clinicians. Slack will ask whether you want to add it, and list what it may do.',
  'slack.install.reads': 'It can’t read messages. Nothing is posted until you set up a group.',
  'slack.install.button': 'Add to Slack',
  'slack.installed.title': 'Curbside was added to your workspace',
  'slack.installed.invite':
    'Next, open Slack, go to the channel your group will use (usually a private one), and type: /invite @Curbside',
  'slack.installed.setUp': 'Then type /curbside setup in that channel. You can close this page.',
  'slack.notInstalled.title': 'Curbside wasn’t added',
  'slack.notInstalled.again':
    'Slack or this page stopped before it was done, for example because it was canceled or took more than 10 minutes. Nothing was changed.',
  'slack.notInstalled.button': 'Start again',
  'slack.port.inUse': ({ port, host }: { port: number; host: string }) =>
    `Port ${port} on ${host} is in use by another program. Stop that program, or set PORT to another number and forward Slack’s calls to it.`,
  'slack.port.forbidden': ({ port }: { port: number; host: string }) =>
    `Port ${port} is reserved for system services. Set PORT to 1024 or higher, and have the proxy with the certificate forward Slack’s calls to it.`,
  'slack.port.noHost': ({ host }: { port: number; host: string }) =>
    `HOST: this machine has no address ${host}. Leave HOST empty to listen on this machine only.`,
  'slack.check.entry':
    'Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET with PORT is set, so Slack can’t reach Curbside. Set one of them.',
  'slack.check.clock': ({ seconds }: { seconds: number }) =>
    `This machine’s clock is ${seconds} seconds off from Slack’s. Slack requests are refused when the clocks differ by more than 300 seconds. Set the clock from a time server.`,
  'slack.check.clockFine': 'This machine’s clock matches Slack’s.',
  'slack.check.channel': 'The bot is in the group’s channel.',
  'slack.check.channelOut': 'The bot is not in the group’s channel. Run “/invite @Curbside” there.',
  'slack.check.channelArchived':
    'The group’s channel is archived. Unarchive it, or run /curbside setup in another channel.',
  'slack.check.channelGone':
    'Curbside can’t see the group’s channel. It was deleted, or it is private and the bot was removed. Invite the bot, or run /curbside setup in another channel.',
  'slack.file': ({ became }: { became: keyof typeof fileWords }) => fileWords[became],
  'slack.connect.create':
    'Create the app. On that page, choose your workspace, then choose “Next” and “Create”. Every setting is filled in.',
  'slack.connect.byHand': ({ apps }: { apps: string }) =>
    `Open ${apps} and choose “Create New App”, then “From a manifest”. Where Slack shows a manifest, replace it with what this prints in a second terminal, in the same folder: npm run -s curbside -- manifest slack`,
  'slack.connect.install':
    'Install it. On the app’s page, open “Install App” and choose “Install to Workspace”. If Slack asks an administrator for approval, stop here with Ctrl+C and run this command again once the app is approved.',
  'slack.connect.botToken':
    'Copy the bot token. Open “OAuth & Permissions” and copy “Bot User OAuth Token”. It starts with xoxb-.',
  'slack.connect.appToken':
    'Copy an app token. Open “Basic Information”, find “App-Level Tokens”, and choose “Generate Token and Scopes”. Enter a name such as “Curbside”, add the scope connections:write, choose “Generate”, and copy the token. It starts with xapp-.',
  'slack.connect.isAppToken': 'This is an app token. The bot token starts with xoxb-, under “OAuth & Permissions”.',
  'slack.connect.isBotToken':
    'This is a bot token. The app token starts with xapp-, under “Basic Information”, “App-Level Tokens”.',
  'slack.connect.isUserToken':
    'This token acts for a person or for the app’s settings. Curbside needs “Bot User OAuth Token”, which starts with xoxb-.',
  'slack.connect.isSecret':
    'This looks like a client secret or the signing secret. A token starts with xoxb- or xapp-.',
  'slack.connect.notBotToken': 'This isn’t a bot token. It starts with xoxb-, under “OAuth & Permissions”.',
  'slack.connect.notAppToken':
    'This isn’t an app token. It starts with xapp-, under “Basic Information”, “App-Level Tokens”.',
  'slack.connect.invite':
    'In Slack, open the channel your group will use (usually a private one) and type: /invite @Curbside',
  'slack.connect.setUp': 'Try /curbside setup in that channel.',
};
