/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { cardOf, discordGroup, openDiscordApp } from '../../test/wire/discord-app.ts';
import type { Person as DiscordPerson } from '../../test/wire/discord-person.ts';
import { openSlackApp } from '../../test/wire/slack-app.ts';
import * as discord from './discord.tsx';
import * as slack from './slack.tsx';
import { names } from './slack-face.tsx';

/** One screen: its name, and what stands on it. */
export interface Scene {
  readonly name: string;
  readonly shows: Child;
}

// biome-ignore lint/suspicious/noExplicitAny: payloads as they travel
type Json = any;

const minute = 60_000;
const question =
  'My client Maria Gonzalvez, 34, has canceled four times since her boss at Lakeside Foods was fired. Do I name it, or wait?';
const background = 'Weekly for a year. She says that work is too much. PHQ-9 went from 14 to 9 before this.';
const reply = 'I would name it, lightly, and ask what coming here costs her now.';

/** The main job on the real Bolt: every screen that a person passes, as Slack was asked to draw it. */
export async function slackScenes(): Promise<Scene[]> {
  const app = await openSlackApp();
  const viewOf = async (method: string): Promise<Json> => (await app.server.next(`${method} answered`)).body.view;
  const posted = (): Json[] => app.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);
  const scenes: Scene[] = [];
  const add = (name: string, shows: Child): void => void scenes.push({ name: `slack-${name}`, shows });
  try {
    const owner = app.sit('U0ROWAN');
    await owner.command('/curbside', 'setup');
    const setup = await viewOf('views.open');
    await owner.submit(setup, {});
    for (const user of ['U0ROWAN', 'U0C3', 'U0C4']) {
      const person = app.sit(user);
      await person.command('/curbside', 'agreement');
      const { body } = await app.server.next('response_url');
      await person.press({ message: body }, 'Accept and continue');
      await person.submit(await viewOf('views.open'), { credential: 'LMFT', licensed: 'yes' });
    }
    const author = app.sit('U0C3');
    await author.command('/consult');
    const form = await viewOf('views.open');
    add('ask', slack.modal(form, names));
    const { view } = await author.submit(form, { question, facts: background });
    add('preview', slack.modal(view, names));
    await app.server.next('views.update answered');
    await author.choose({ view: view as Json }, ['yes']);
    await author.press({ view: await viewOf('views.update') }, 'Post as me');
    await viewOf('views.update');
    await app.pass(0);
    const inThread = posted()[1];
    const colleague = app.sit('U0C4');
    await colleague.press({ posted: inThread }, 'Reply');
    const replying = await viewOf('views.open');
    add('reply', slack.modal(replying, names));
    await colleague.submit(replying, { text: reply });
    await app.pass(minute);
    const [line, ...thread] = posted();
    add(
      'thread',
      <div>
        <div class="pane"># case-consultation</div>
        {slack.message(line, names)}
        <div class="pane thread">Thread</div>
        {thread.map((m) => slack.message(m, names))}
      </div>,
    );
    await author.press({ posted: inThread }, 'Close');
    const { body: ways } = await app.server.next('response_url');
    add('close', slack.message(ways, names, true));
    await author.press({ message: ways }, 'Close and document');
    add('record', slack.modal(await viewOf('views.open'), names));
    await author.openHome();
    const { body } = await app.server.next('views.publish');
    add('home', slack.home(body.view as Json, names));
    await author.command('/curbside', 'help');
    add('help', slack.message((await app.server.next('response_url')).body, names, true));
    return scenes;
  } finally {
    await app.close();
  }
}

/** The same on the real discord.js. */
export async function discordScenes(): Promise<Scene[]> {
  const app = await openDiscordApp();
  const scenes: Scene[] = [];
  const add = (name: string, shows: Child): void => void scenes.push({ name: `discord-${name}`, shows });
  try {
    const where = app.guild('Peer group');
    await app.start();
    const people = await discordGroup(app, where, ['Linden Vale', 'Sorrel Quince']);
    const [, author, colleague] = people as [DiscordPerson, DiscordPerson, DiscordPerson];
    const form = await author.type('consult', 'ask');
    add('ask', discord.modal(form.modal));
    const preview = cardOf(await author.submit(form, { question, facts: background }));
    add('preview', discord.message(preview.components, true));
    const ticked = cardOf(await author.press(preview, '☐ Yes'));
    await author.press(ticked, 'Post as me');
    await app.pass();
    const thread = app.threadsOf(where.channel)[0];
    if (thread === undefined) throw new Error('no thread');
    const theCase = app.inChannel(thread)[0];
    if (theCase === undefined) throw new Error('no case');
    const replying = await colleague.press(theCase, 'Reply');
    add('reply', discord.modal(replying.modal));
    await colleague.submit(replying, { text: reply });
    await app.pass(minute);
    add(
      'thread',
      <div>
        <div class="pane"># case-consultation</div>
        {app.inChannel(where.channel).map((m) => discord.message(m.components))}
        <div class="pane thread">{thread.name}</div>
        {app.inChannel(thread).map((m) => discord.message(m.components))}
      </div>,
    );
    const ways = cardOf(await author.press(theCase, 'Close'));
    add('close', discord.message(ways.components, true));
    add('record', discord.modal((await author.press(ways, 'Close and document')).modal));
    add('home', discord.message(cardOf(await author.type('curbside', 'home')).components, true));
    add('help', discord.message(cardOf(await author.type('curbside', 'help')).components, true));
    return scenes;
  } finally {
    await app.stop();
  }
}
