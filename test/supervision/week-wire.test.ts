import { expect, it } from 'vitest';
import { daytime } from '../fixtures/daytime.ts';
import { cardOf, discordGroup, openDiscordApp } from '../wire/discord-app.ts';
import { type Person, textOf } from '../wire/discord-person.ts';
import type { Message } from '../wire/discord-world.ts';
import { openSlackApp } from '../wire/slack-app.ts';
import { wordsIn } from '../wire/slack-person.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads as they travel
type Json = any;

it('on Slack a week is one window, and its supervisor signs it in two presses', async () => {
  const app = await openSlackApp();
  try {
    const opened = async (): Promise<Json> => (await app.server.next('views.open answered')).body.view;
    const answered = async (): Promise<Json> => (await app.server.next('response_url')).body;
    const [supervisor, associate] = [app.sit('U0ROWAN'), app.sit('U0C3')];
    await supervisor.command('/curbside', 'setup');
    await supervisor.submit(await opened(), { features: ['consultation', 'supervision'] });
    for (const person of [supervisor, associate]) {
      await person.command('/curbside', 'agreement');
      await person.press({ message: await answered() }, 'Accept and continue');
      await person.submit(await opened(), { credential: 'LMFT', licensed: 'yes' });
    }
    await associate.command('/supervision', 'pair');
    const terms = { other: ['U0ROWAN'], purpose: 'licensure', pack: 'us-ca-amft', sites: 'Harbor Clinic' };
    await associate.submit(await opened(), { ...terms, startsOn: '2026-02-02' });
    await supervisor.command('/supervision', 'records');
    await supervisor.press({ message: await answered() }, 'Open');
    await supervisor.press({ message: await answered() }, 'Confirm agreement');
    await answered();

    await associate.command('/supervision', 'week');
    const values = { week: '0', d1c0: '3', d1c1: '1.5h', d2c0: '90m', supLength: '1', supDay: '2' };
    const saved = await associate.submit(await opened(), { ...values, supKind: 'sup_ind.individual' });
    expect(wordsIn(saved)).toContain('March 2, 2026');
    await supervisor.command('/supervision', 'sign');
    const waiting = await answered();
    expect(wordsIn(waiting)).toContain('Sign all 4 entries');
    await supervisor.press({ message: waiting }, 'Sign all 4 entries');
    expect(wordsIn(await answered())).toContain('signed');
  } finally {
    await app.close();
  }
});

it('on Discord a week is asked in steps, a day at a time, and what was typed stays', async () => {
  const app = await openDiscordApp();
  try {
    const where = app.guild('Peer group');
    await app.start();
    const [owner, associate] = (await discordGroup(app, where, ['Linden Vale'])) as [Person, Person];
    const settings = await owner.type('curbside', 'settings');
    const next = cardOf(await owner.submit(settings, { features: ['consultation', 'supervision'] as never }));
    await owner.press(next, 'Save settings');
    const startsOn = new Date(daytime() - 60 * 24 * 3_600_000).toISOString().slice(0, 10);
    const values = { outside: 'Juno Marsh, LCSW', purpose: 'licensure', pack: 'us-ca-amft', sites: 'Harbor Clinic' };
    let page = await associate.type('supervision', 'pair');
    for (let i = 0; page.modal !== null && i < 4; i++) {
      const card = cardOf(await associate.submit(page, { ...values, startsOn } as never));
      const label = ['Continue', 'Propose agreement'].find((one) =>
        JSON.stringify(card.components).includes(`"${one}"`),
      );
      if (label === undefined) break;
      page = await associate.press(card, label);
    }
    const typed = { week: '1', supLength: '1', supDay: '2', d1c0: '3', d1c1: '1.5h', d2c0: '90m' };
    const asked: string[] = [];
    let card: Message | null = null;
    for (let step = await associate.type('supervision', 'week'); step.modal !== null; ) {
      asked.push(step.modal.components.map((c) => c.label?.split(' · ')[0]).join());
      card = cardOf(await associate.submit(step, typed));
      if (asked.length < 8) step = await associate.press(card, 'Continue');
      else break;
    }
    const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    expect(asked.slice(1)).toEqual(days.map((day) => `${day},${day}`));
    const saved = textOf(cardOf(await associate.press(card as Message, 'Save week')));
    expect(saved).toContain('Logged\\: 4 entries (7 h).');
    expect(saved).toContain('Direct counseling 3 h, Non-clinical practice 1 h 30 min');
    expect(saved).toContain('Direct counseling 1 h 30 min, Supervision, individual or triadic 1 h');
    expect(app.server.faults).toEqual([]);
  } finally {
    await app.stop();
  }
});
