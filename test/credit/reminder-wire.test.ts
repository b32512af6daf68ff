import { expect, it } from 'vitest';
import { daytime } from '../fixtures/daytime.ts';
import { cardOf, discordGroup, openDiscordApp } from '../wire/discord-app.ts';
import type { Person } from '../wire/discord-person.ts';
import { componentsOf, textOf } from '../wire/discord-person.ts';
import { types } from '../wire/discord-world.ts';
import { openSlackApp } from '../wire/slack-app.ts';
import { practice } from '../wire/slack-kit.ts';
import { wordsIn } from '../wire/slack-person.ts';
import { slackSteps } from '../wire/slack-steps.ts';

const day = 24 * 60 * 60_000;
/** When the clock of a Slack app begins. */
const slackBegins = Date.parse('2026-03-05T19:00:00Z');
const says = 'You asked to be reminded of your renewal.';
/** Past the day of the reminder, and a weekend that is quiet, looking around every hour as the timer does. */
async function pastIt(pass: (ms: number) => Promise<void>): Promise<void> {
  await pass(19 * day);
  for (let hour = 0; hour < 5 * 24; hour += 1) await pass(day / 24);
}
const daysAfter = (at: number) => new Date(at + 20 * day).toISOString().slice(0, 10);

it('on Slack it is set in a window and comes once, as a direct message', async () => {
  const app = await openSlackApp();
  try {
    const { setUp, viewOf } = slackSteps(() => app);
    await setUp('U0ROWAN');
    const rowan = app.sit('U0ROWAN');
    const answered = async () => (await app.server.next('response_url')).body;
    await rowan.command('/consult', 'statement');
    await rowan.press({ message: await answered() }, 'Remind me');
    const done = await rowan.submit(await viewOf('views.open'), { date: daysAfter(slackBegins) });
    expect(wordsIn(done)).toContain('Your reminder is set.');
    expect(wordsIn(done)).toContain('Change reminder');
    await pastIt(app.pass);
    const told = app.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);
    expect(told.filter((m) => wordsIn(m).includes(says)).map((m) => m.channel)).not.toContain(practice.channel);
    expect(told.filter((m) => wordsIn(m).includes(says))).toHaveLength(1);
    expect(told.find((m) => wordsIn(m).includes(says))?.text).toBe('The reminder you set');
  } finally {
    await app.close();
  }
});

it('on Discord it is set in a modal and comes once, as a direct message', async () => {
  const app = await openDiscordApp();
  try {
    const where = app.guild('Peer group');
    await app.start();
    const [, mare] = (await discordGroup(app, where, ['Mare Oakes'])) as [Person, Person];
    const statement = cardOf(await mare.type('consult', 'statement'));
    // Everything on it can be used, in a group and with dates by hand under the longest rules.
    const longest = cardOf(await mare.choose(statement, 'credit.statement', ['us-wa-certified-counselor']));
    const dated = cardOf(
      await mare.submit(await mare.press(longest, 'Change dates'), { from: '2025-01-01', to: '2026-12-31' }),
    );
    const all = cardOf(await mare.press(dated, '☐ Include questions I asked anonymously'));
    for (const card of [statement, longest, dated, all])
      expect(componentsOf(card).filter(({ disabled }) => disabled === true)).toEqual([]);
    expect(textOf(all)).toContain('January 1, 2025 to December 31, 2026');
    const form = await mare.press(statement, 'Remind me');
    const set = cardOf(await mare.submit(form, { date: daysAfter(daytime()) }));
    expect(textOf(set)).toContain('Renewal reminder');
    expect(textOf(set)).not.toContain('unless you set one');
    await pastIt(app.pass);
    const told = [...app.world.messages.values()].filter((m) => textOf(m).includes(says));
    expect(told.map((m) => app.world.channels.get(m.channel)?.type)).toEqual([types.dm]);
    expect(app.server.faults).toEqual([]);
  } finally {
    await app.stop();
  }
});
