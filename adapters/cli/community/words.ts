import { run } from '../run.ts';

/** Below the key of whoever receives. */
export const belowKey = `
Give this line to the operator who exports the community. It isn’t a secret, because it can only encrypt. Make sure it
arrives unchanged: read the last characters to each other. Import the file before you change the key of this data.`;

/** What stays behind, and what the group has to know. */
const leftBehind = `
These don’t move:
- Text that someone typed and didn’t post. It was only in memory. Drafts without identifiers do move.
- The app and its tokens. The other operator connects their own app, or takes over yours on Slack or Discord. A new app
  can’t change the old one’s messages, and buttons on old messages only work while the old app is running.
- Links between accounts in different communities, and codes for linking accounts. People can link them again.
- Messages on the platform. They stay where they are.
Tell the group who runs Curbside from now on. That person can technically read what you can.`;

export const afterExport = (community: string, fingerprint: string): string => `
Signed by this installation: ${fingerprint}
Give the other operator the file, and this fingerprint in a call or another way you trust.
${leftBehind}

Curbside no longer answers in this community. You can start it again for the others. To undo the export, run:
  ${run(`community keep ${community}`)}
Once the other operator has imported it, they give you a receipt. Then erase it here:
  ${run(`community erase ${community} --receipt CODE`)}`;

export const afterImport = (receipt: string, fingerprint: string): string => `
Receipt: ${receipt}
Give this code to the operator who exported the community, so they can erase it there. “community list” shows it again.
Next, connect your app (docs/slack.md, docs/discord.md) and start Curbside. Groups don’t need to be set up again.
Tell the group that you run Curbside now, and delete the imported file.
New documents are signed by ${fingerprint}. Older ones keep their signature.`;

export const afterErasing = `
Still there: your backups until they age out, the exported file, and the messages on the platform.
Delete the exported file and make a new backup now. A new backup replaces the people’s keys in the backup folder, so older
backups can no longer open their records, drafts, and check-ins. Then remove your app from the workspace or server.`;
