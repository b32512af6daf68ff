/** Sentences that only Slack needs: windows, the app's entry in Slack, and what `doctor` finds. */
export const slack = {
  'slack.app': 'Curbside',
  'slack.about': 'Ask colleagues about a case without identifiers, close it with your decision, keep the record.',
  'slack.aboutLong':
    'Curbside runs consultation groups of clinicians. It shows the person who asks what colleagues will see, with identifiers taken out, before anything is posted. Answers come in a thread; the decision can be kept as a consultation record. It reads no messages. It does not find every identifier: whoever posts remains responsible.',
  'slack.command.consult': 'Ask your colleagues, log a consultation, see open questions and your own',
  'slack.command.checkin': 'Your own check-ins, seen by nobody else',
  'slack.command.supervision': 'Supervision pairs, hours and signatures',
  'slack.command.experts': 'Find a colleague to ask; say what you can be asked about',
  'slack.command.curbside': 'Set up, help, agreement, settings, privacy, status',
  'slack.shortcut.ask': 'Ask your colleagues',
  'slack.shortcut.ask.about': 'Opens the form. You see what colleagues will see before anything is posted.',
  'slack.shortcut.check': 'Check for identifiers',
  'slack.shortcut.check.about': 'Shows you alone what in this message could identify a person.',
  'slack.shortcut.log': 'Log this thread',
  'slack.shortcut.log.about': 'Opens a consultation record about this thread, for you alone.',
  'slack.wait': 'One moment',
  'slack.wait.text': 'This takes a little longer than usual. It appears here by itself.',
  'slack.tooLate': 'Slack did not let the window open in time. Nothing was lost: run it once more.',
  'slack.close': 'Close',
  'slack.someone': 'a colleague',
  'slack.cut': 'The rest does not fit here.',
  'slack.zones': 'Type a city, for example Chicago',
  'slack.confirm': 'Please confirm',
  'slack.check.bot': 'Slack accepts the bot token.',
  'slack.check.botRefused': ({ why }: { why: string }) =>
    `Slack does not accept the bot token (${why}). If the app was taken out of the workspace, install it again first. Then copy the “Bot User OAuth Token” from “OAuth & Permissions” into SLACK_BOT_TOKEN.`,
  'slack.check.unreachable': ({ why }: { why: string }) =>
    `Slack cannot be reached (${why}). Check the network, a proxy, and SLACK_API_URL if you set it.`,
  'slack.check.scopes': 'The bot has every permission it needs.',
  'slack.check.scopesMissing': ({ scopes }: { scopes: string }) =>
    `The bot lacks permissions: ${scopes}. Update the app from “curbside manifest slack” and install it to the workspace again.`,
  'slack.check.scopesMore': ({ scopes }: { scopes: string }) =>
    `The bot has permissions that Curbside does not use: ${scopes}. Remove them under “OAuth & Permissions”.`,
  'slack.check.app': 'Slack accepts the app token; Socket Mode works.',
  'slack.check.appRefused': ({ why }: { why: string }) =>
    `Slack does not accept the app token (${why}). Make one with connections:write under “Basic Information”, “App-Level Tokens”, put it into SLACK_APP_TOKEN, and switch Socket Mode on.`,
  'slack.check.http': ({ port }: { port: number }) =>
    `Slack is expected to call this machine on port ${port}, path /slack/events, through an https address.`,
  'slack.port.inUse': ({ port, host }: { port: number; host: string }) =>
    `Port ${port} on ${host} is taken by another program. Stop that one, or set PORT to another number and pass Slack’s calls on to it.`,
  'slack.port.forbidden': ({ port }: { port: number; host: string }) =>
    `Port ${port} is kept for the system’s own services. Set PORT to 1024 or more, and let the proxy with the certificate pass Slack’s calls on to it.`,
  'slack.port.noHost': ({ host }: { port: number; host: string }) =>
    `HOST: this machine has no address ${host}. Leave HOST out to listen on this machine alone.`,
  'slack.check.entry':
    'Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET with PORT is set, so Slack cannot reach Curbside. Set one of them.',
  'slack.check.clock': ({ seconds }: { seconds: number }) =>
    `This machine’s clock is ${seconds} seconds off Slack’s. Slack signs requests with the time and turns away more than 300 seconds. Set the clock from a time server.`,
  'slack.check.clockFine': 'The clock agrees with Slack’s.',
  'slack.check.channel': 'The bot is in the group’s channel.',
  'slack.check.channelOut': 'The bot is not in the group’s channel. Run “/invite @Curbside” there.',
  'slack.check.channelArchived':
    'The group’s channel is archived. Unarchive it, or run /curbside setup in another channel.',
  'slack.check.channelGone':
    'The group’s channel cannot be seen: it was deleted, or it is private and the bot was removed. Invite the bot, or run /curbside setup in another channel.',
};
