/** What only Discord needs words for: its pages of forms, menus and direct messages. */
export const discord = {
  'discord.more': ({ n }: { n: number }) => (n === 1 ? 'One more is not shown here.' : `${n} more are not shown here.`),
  'discord.copyBelow': 'The text is below, in a message of its own.',
  'discord.datePlaceholder': '2026-03-09',
  'discord.part': ({ part, parts }: { part: number; parts: number }) =>
    `Part ${part} of ${parts} is kept for 30 minutes. Nothing is saved or posted yet.`,
  'discord.continue': 'Continue',
  'discord.correct': 'Correct it',
  'discord.formGone':
    'This form was left for more than 30 minutes, or Curbside was restarted since. What you typed is gone; nothing was saved. Run the command again.',
  'discord.confirm': 'This cannot be undone. Go on?',
  'discord.someone': 'a colleague',
  'discord.directMessage':
    'Curbside reads no messages, and nothing of what you wrote was kept. If it says anything about a client, delete it here. To ask your colleagues, run /consult ask in your group’s channel: it shows you what they will see before anything is posted.',
  'discord.directMessage.write':
    'To write to a colleague you choose, run /checkin now in your group’s channel, if your group uses check-ins.',
  'discord.place': ({ place }: { place: string }) => place,
  'discord.serverOnly': 'This works inside a server only. Run it in your group’s channel.',
  'discord.menu.check': 'Check for identifiers',
  'discord.menu.log': 'Log this consultation',
  'discord.command.consult': 'Ask your colleagues, log a consultation, see open questions and your own',
  'discord.command.checkin': 'Your own check-ins, seen by nobody else',
  'discord.command.supervision': 'Supervision pairs, hours and signatures',
  'discord.command.experts': 'Find a colleague to ask; say what you can be asked about',
  'discord.command.curbside': 'Set up, help, agreement, settings, privacy, status',
  'discord.doctor.token': ({ app }: { app: string }) => `Discord accepts the token, of the application ${app}.`,
  'discord.doctor.tokenRefused':
    'Discord does not accept the token. In the developer portal, under “Bot”, choose “Reset Token” and copy it into DISCORD_TOKEN.',
  'discord.doctor.unreachable': ({ why }: { why: string }) =>
    `Discord cannot be reached (${why}). Check the network, a proxy, and DISCORD_API_URL if you set it.`,
  'discord.refused.servers': 'The bot is in more servers than one connection may serve. Run a second installation.',
  'discord.refused.intents':
    'Discord does not allow these intents. Curbside asks for no privileged one: check that DISCORD_TOKEN belongs to the application you set up for it.',
  'discord.refused.closed': ({ code }: { code: number }) =>
    `Discord closed the connection with the code ${code}. Start again; if it stays so, update Curbside.`,
  'discord.refused.said': ({ code }: { code: string | number }) =>
    `Discord answered with an error (code ${code}). Wait a minute and try again; if it stays so, update Curbside.`,
  'discord.doctor.app': 'DISCORD_APP_ID belongs to the token.',
  'discord.doctor.appOther':
    'DISCORD_APP_ID belongs to another application than the token. Copy “Application ID” from “General Information” of the same application.',
  'discord.doctor.intents': 'No privileged intent is switched on, and none is needed.',
  'discord.doctor.intentsMore':
    'A privileged intent is switched on for this application. Curbside asks for none; you can switch it off under “Bot”.',
  'discord.doctor.channel': ({ channel }: { channel: string }) => `The bot may do what it needs in channel ${channel}.`,
  'discord.doctor.channelMissing': ({ channel, permissions }: { channel: string; permissions: string }) =>
    `In channel ${channel} the bot lacks: ${permissions}. Open the channel’s settings, “Permissions”, add Curbside and allow these.`,
  'discord.doctor.channelHidden': ({ channel, invite }: { channel: string; invite: string }) =>
    `The bot cannot see channel ${channel}. Allow it “View Channel” there, or add it to the server again: ${invite}`,
  'discord.doctor.channelGone': ({ channel }: { channel: string }) =>
    `Channel ${channel} is not there any more. Set up the group in another channel.`,
  'discord.doctor.clock': ({ seconds }: { seconds: number }) =>
    `This machine’s clock is ${seconds} seconds off Discord’s. Set it from a time server.`,
  'discord.doctor.clockFine': 'The clock agrees with Discord’s.',
};
