import { expect, it } from 'vitest';
import { attest, closeAndDocument, consultationOf, post, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import {
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const names = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye', 'gus'];
const question = 'How do I end a session that keeps running over?';
const minute = 60_000;

/** The same life of an anonymous question, asked by one member or another. What colleagues get and what lies open after every step. */
async function life(asker: string, colleague: string): Promise<string[]> {
  const app = await openTestApp();
  try {
    const people = (await group(app, names)) as Record<string, Person>;
    const [me, other, owner, cleo] = [people[asker], people[colleague], people.ada, people.cleo] as Person[];
    if (!me || !other || !owner || !cleo) throw new Error('somebody is missing');
    await app.pass(90 * minute);
    const seen: string[] = [];
    const own = await expectCard(press(me, await post(me, { question }, 'Post anonymously'), 'View'));
    const at = { group: await groupId(cleo), consultation: consultationOf(own) };
    const look = async (step: string) => {
      await app.pass(0);
      seen.push(`${step}\n${await everything(app, [owner, cleo], at)}`);
    };
    const shown = async () => expectCard(me.does('consult.show', at));
    const reply = async (who: Person, text: string, as?: string) =>
      submit(who, await expectForm(who.does('consult.reply', at)), { text, ...(as ? { as } : {}) });
    await look('posted');
    await app.pass(21 * minute);
    await look('appeared');
    await reply(cleo, 'Say when ten minutes are left.', 'me');
    await reply(other, 'Keep a clock in sight.', 'colleague');
    await look('answered, soon');
    await app.pass(5 * minute);
    await look('answered');
    await app.pass(16 * minute);
    await reply(me, 'That helps, thank you.');
    await look('asker replied, soon');
    await app.pass(5 * minute);
    await app.pass(16 * minute);
    await look('asker replied');
    await me.does('consult.expose', at);
    await look('hidden');
    const edit = await expectForm(press(me, await shown(), 'Edit'));
    const changed = await expectCard(submit(me, edit, { question: 'How do I end a long session on time?' }));
    await press(me, await attest(me, changed), 'Post the new text');
    await look('mended');
    const form = await closeAndDocument(me, await shown());
    const typed = { guidance: 'Set a timer.', decision: 'A timer.', rationale: 'It is calm.', advisers: '' };
    const shared = await expectCard(submit(me, form, { ...typed, outsiders: 'Rowan,', share: 'yes' }));
    await press(me, await attest(me, shared), 'Share with the group');
    await look('closed, soon');
    await app.pass(7 * minute);
    await look('closed');
    await press(me, await shown(), 'Reopen');
    await look('reopening');
    await app.pass(21 * minute);
    await look('open again');
    await owner.does('consult.mute', at);
    await look('pause asked for');
    await cleo.does('consult.bar.agree', at);
    await look('paused');
    await press(me, await shown(), 'Take down');
    await look('taken down');
    await app.pass(61 * minute);
    await look('an hour later');
    return seen;
  } finally {
    await app.remove();
  }
}

const drawn = (text: string): string =>
  text
    .replace(/id\d{4}[a-z0-9]+/g, 'id')
    .replace(/"(token|by)":"[0-9a-f]{32}"/g, '"$1":"…"')
    .replace(/(?<=["> ])[A-Za-z0-9_-]{16}(?=[" ])/g, 'id')
    .replace(/"time":"[^"]+"/, '"time":"…"')
    .replace(/<p[a-z0-9]{10,}>/g, '<person>')
    .replace(/"p[a-z0-9]{10,}"/g, '"person"')
    .replace(/\bp[a-z0-9]{16}\b/g, 'person')
    .replace(/\b\d{18}\b/g, 'order');

async function everything(app: TestApp, readers: Person[], at: Record<string, string>): Promise<string> {
  const messages = app.messages.map((m) => `${m.place.is} ${words(m.view)}`);
  const screens: string[] = [];
  for (const who of readers)
    for (const [command, input] of [
      ['consult.show', at],
      ['consult.more', at],
      ['consult.list', {}],
      ['consult.mine', {}],
      ['curbside.home', {}],
      ['curbside.status', {}],
      ['curbside.privacy', {}],
      ['consult.exposure', at],
      ['consult.close.ask', at],
      ['record.form', at],
      ...['posted', 'reopened', 'closed', 'outcome', 'removed'].map((of) => ['consult.said', { ...at, of }] as const),
    ] as const)
      screens.push(`${command} ${JSON.stringify(await who.does(command, { ...input }))}`);
  const open = (await stored(app.store, app.scope))
    .filter(({ kind }) => !['event', 'draft', 'record'].includes(kind))
    .map(({ kind, doc }) => `${kind} ${JSON.stringify(doc)}`);
  const calls = app.calls.map((c) => `${c.op} ${c.ref}`);
  return [...messages, ...screens, ...open.map(drawn).sort(), ...calls, ...app.logged].map(drawn).join('\n');
}

it('is the same to colleagues, owners and the open part of the store, whoever asked without a name', async () => {
  const [one, two] = [await life('ben', 'dina'), await life('dina', 'ben')];
  expect(one).toHaveLength(16);
  for (const [i, step] of one.entries()) expect(two[i]).toBe(step);
}, 120_000);
