/** What `curbside connect` says of each platform: what to do there, where each value is, and what speaks against a pasted one. */
export const connect = {
  'slack.connect.create':
    'Create the app. On the page that opens, choose your workspace, then choose “Next” and “Create”. Every setting is filled in.',
  'slack.connect.byHand':
    'If the link doesn’t work, go to api.slack.com/apps, choose “Create New App”, “From a manifest”, and paste what this prints: npm run -s curbside -- manifest slack',
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
