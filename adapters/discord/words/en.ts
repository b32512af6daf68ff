import type { Format } from '../../../src/index.ts';

/** `null` for the channel of the group that reads this, who know it by its name. */
const place = (channel: string | null): string => (channel === null ? 'this group’s channel' : `channel ${channel}`);

/** Sentences that only Discord needs: pages of forms, menus and direct messages, and what `doctor` and `connect` say of it. */
export const en = {
  'discord.more': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '# more is not shown here.', other: '# more are not shown here.' }),
  'discord.file': 'Only you can see this file. Download it before you dismiss this message.',
  'discord.file.failed':
    'The file couldn’t be attached here. Run the command in your group’s channel, or try again later.',
  'discord.copyBelow': 'The text is in the next message.',
  'discord.datePlaceholder': 'Mar 9, 2026',
  'discord.part': ({ part, parts }: { part: number; parts: number }) =>
    `Part ${part} of ${parts} is kept for 30 minutes. Nothing has been saved or posted yet.`,
  'discord.partLost': ({ part, parts }: { part: number; parts: number }) =>
    `This form expired after 30 minutes, or Curbside was restarted. What you typed in ${part === 2 ? 'part 1' : `parts 1 to ${part - 1}`} of ${parts} is gone, so please fill it in again. What you typed in part ${part} is still here. Nothing has been saved or posted yet.`,
  'discord.openPart': ({ part }: { part: number }) => `Open part ${part}`,
  'discord.continue': 'Continue',
  'discord.correct': 'Edit',
  'discord.formGone':
    'This form expired after 30 minutes, or Curbside was restarted. What you typed is gone, and nothing was saved. Please run the command again.',
  'discord.confirm': 'This can’t be undone. Continue?',
  'discord.directMessage':
    'Curbside doesn’t read messages, and nothing you wrote was kept. If it mentions a client, please delete it here. To ask your colleagues, run /consult ask in your group’s channel. You’ll see what they will see before anything is posted.',
  'discord.directMessage.write':
    'To write to a colleague you choose, run /checkin now in your group’s channel, if your group uses check-ins.',
  'discord.place': ({ place }: { place: string }) => place,
  'discord.serverOnly': 'This only works in a server. Run it in your group’s channel.',
  'discord.menu.check': 'Check for identifiers',
  'discord.menu.log': 'Log this consultation',
  'discord.doctor.token': ({ app }: { app: string }) => `Discord accepts the token of the application ${app}.`,
  'discord.doctor.tokenRefused':
    'Discord didn’t accept the token. In the developer portal, under “Bot”, choose “Reset Token” and copy it into DISCORD_TOKEN.',
  'discord.doctor.unreachable': ({ why }: { why: string }) =>
    `Can’t reach Discord (${why}). Check the network, your proxy, and DISCORD_API_URL if you set it.`,
  'discord.refused.servers': 'The bot is in more servers than one connection can serve. Run a second installation.',
  'discord.refused.intents':
    'Discord doesn’t allow these intents. Curbside doesn’t use privileged intents. Check that DISCORD_TOKEN belongs to the application you set up for it.',
  'discord.refused.closed': ({ code }: { code: number }) =>
    `Discord closed the connection with code ${code}. Start Curbside again. If this keeps happening, update Curbside.`,
  'discord.refused.said': ({ code }: { code: string | number }) =>
    `Discord returned an error (code ${code}). Wait a minute and try again. If this keeps happening, update Curbside.`,
  'discord.doctor.app': 'DISCORD_APP_ID belongs to the token.',
  'discord.doctor.appOther':
    'DISCORD_APP_ID and the token belong to different applications. Copy “Application ID” from “General Information” of the same application.',
  'discord.doctor.intents': 'No privileged intent is on, and none is needed.',
  'discord.doctor.intentsMore':
    'A privileged intent is on for this application. Curbside doesn’t need it, so you can turn it off under “Bot”.',
  'discord.doctor.channel': ({ channel }: { channel: string | null }) =>
    `The bot has the permissions it needs in ${place(channel)}.`,
  'discord.doctor.channelMissing': ({ channel, permissions }: { channel: string | null; permissions: string }) =>
    `In ${place(channel)}, the bot is missing: ${permissions}. In the channel’s settings, under “Permissions”, add Curbside and allow these.`,
  'discord.doctor.channelHidden': ({ channel, invite }: { channel: string | null; invite: string }) =>
    `The bot can’t see ${place(channel)}. Allow “View Channel” for it there, or add it to the server again: ${invite}`,
  'discord.doctor.channelGone': ({ channel }: { channel: string | null }) =>
    `${channel === null ? 'This group’s channel' : `Channel ${channel}`} no longer exists. Set up the group in another channel.`,
  'discord.doctor.clock': ({ seconds }: { seconds: number }) =>
    `This machine’s clock is ${seconds} seconds off from Discord’s. Set it from a time server.`,
  'discord.doctor.clockFine': 'This machine’s clock matches Discord’s.',
  'discord.connect.create':
    'Create the application. On the page that opens, choose “New Application”, name it Curbside, and choose “Create”.',
  'discord.connect.token':
    'Copy the bot’s token. Open “Bot”, choose “Reset Token”, and copy the token. Leave all three “Privileged Gateway Intents” off.',
  'discord.connect.isId':
    'This is an ID, not a token. The token is longer and has two dots in it. It’s under “Bot”, “Reset Token”.',
  'discord.connect.isSecret':
    'This is the public key or the client secret, not the token. The token is under “Bot”, “Reset Token”.',
  'discord.connect.notToken': 'This isn’t a bot token. The token has two dots in it. It’s under “Bot”, “Reset Token”.',
  'discord.connect.invite': ({ link }: { link: string }) =>
    `Add the bot to your server. Open this link, choose the server, and choose “Authorize”: ${link}`,
  'discord.connect.channel':
    'If your group’s channel is private, open its settings, “Permissions”, “Add members or roles”, and add Curbside.',
  'discord.connect.setUp': 'Try /curbside setup in the channel your group will use.',
};
