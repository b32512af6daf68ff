import { expect, it } from 'vitest';
import { competencies } from '../../src/features/supervision/evaluation/competencies.ts';
import { cardOf, discordGroup, openDiscordApp } from '../wire/discord-app.ts';
import { type Person, textOf } from '../wire/discord-person.ts';
import { openSlackApp } from '../wire/slack-app.ts';
import { practice } from '../wire/slack-kit.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads as they travel
type Json = any;

it('on Slack an evaluation is rated in one window, and nothing of it goes to a channel', async () => {
  const app = await openSlackApp();
  try {
    const opened = async (): Promise<Json> => (await app.server.next('views.open answered')).body.view;
    const answered = async (): Promise<Json> => (await app.server.next('response_url')).body;
    const owner = app.sit('U0ROWAN');
    await owner.command('/curbside', 'setup');
    await owner.submit(await opened(), {
      features: ['consultation', 'supervision'],
      quietFrom: '',
      quietTo: '',
    });
    const [supervisor, associate] = ['U0ROWAN', 'U0C3'].map((user) => app.sit(user)) as [typeof owner, typeof owner];
    for (const person of [supervisor, associate]) {
      await person.command('/curbside', 'agreement');
      await person.press({ message: await answered() }, 'Accept and continue');
      await person.submit(await opened(), { credential: 'LMFT', licensed: 'yes' });
    }
    await associate.command('/supervision', 'pair');
    const terms = { other: ['U0ROWAN'], purpose: 'licensure', pack: 'us-tx-lpca', sites: 'Harbor Clinic' };
    await associate.submit(await opened(), { ...terms, startsOn: '2026-02-02' });
    await supervisor.command('/supervision', 'records');
    await supervisor.press({ message: await answered() }, 'Open');
    await supervisor.press({ message: await answered() }, 'Confirm agreement');
    await answered();
    await associate.command('/supervision', 'evaluate');
    await associate.press({ message: await answered() }, 'Start evaluation');
    const begun = await associate.submit(await opened(), {});
    const card = (begun.view as Json) ?? (await answered());
    const screen = begun.view ? { view: card } : { message: card };
    await associate.press(screen, 'Rate');
    const rating = begun.view ? (await app.server.next('views.update answered')).body.view : await opened();
    expect(rating.title.text.length).toBeLessThanOrEqual(24);
    const rated = await associate.submit(rating as Json, Object.fromEntries(competencies.map((one) => [one, '3'])));
    expect(JSON.stringify(rated)).toContain('"Submit"');
    await app.pass(60_000);
    const posts = app.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);
    expect(JSON.stringify(posts.filter((p) => p.channel === practice.channel))).not.toMatch(/evaluation/i);
    expect(JSON.stringify(posts)).not.toContain('Expected for this stage');
  } finally {
    await app.close();
  }
});

it('on Discord a meeting note comes in forms of five, and a reflection is seen by its owner alone', async () => {
  const app = await openDiscordApp();
  try {
    const where = app.guild('Peer group');
    await app.start();
    const [owner, associate] = (await discordGroup(app, where, ['Linden Vale'])) as [Person, Person];
    const settings = await owner.type('curbside', 'settings');
    const next = cardOf(await owner.submit(settings, { features: ['consultation', 'supervision'] as never }));
    await owner.press(next, 'Save settings');
    const values = { outside: 'Juno Marsh, LCSW', purpose: 'growth', sites: 'Harbor Clinic', startsOn: '2026-02-02' };
    let page = await associate.type('supervision', 'pair');
    for (let i = 0; page.modal !== null && i < 4; i++) {
      const card = cardOf(await associate.submit(page, values));
      if (textOf(card).includes('Harbor Clinic')) break;
      page = await associate.press(
        card,
        JSON.stringify(card.components).includes('"Continue"') ? 'Continue' : 'Propose agreement',
      );
      if (page.modal === null) break;
    }
    const list = cardOf(await associate.type('supervision', 'meeting'));
    const form = await associate.press(list, 'New note');
    expect(form.modal?.components.length).toBeLessThanOrEqual(5);
    let note = cardOf(await associate.submit(form, { topics: 'Pacing the work', focus: ['ethics'] as never }));
    if (!textOf(note).includes('Pacing')) {
      const more = await associate.press(note, 'Continue').catch(() => associate.press(note, 'Save note'));
      note = more.modal === null ? cardOf(more) : cardOf(await associate.submit(more, {}));
    }
    expect(textOf(note)).toContain('Pacing the work');
    const reflected = cardOf(
      await associate.submit(await associate.press(note, 'Add private reflection'), { text: 'I was lost today' }),
    );
    expect(textOf(reflected)).toContain('I was lost today');
    await app.pass(60_000);
    expect(JSON.stringify(app.inChannel(where.channel))).not.toMatch(/Pacing|lost today/);
    expect(app.server.faults).toEqual([]);
  } finally {
    await app.stop();
  }
});
