import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, routes } from '../src/index.ts';
import { ask, attest, consultationOf, press, submit } from './fixtures/steps.ts';
import { stored } from './fixtures/stored.ts';
import { expectCard, expectForm, group, groupId, openTestApp, type Person, type TestApp } from './fixtures/test-app.ts';
import { button } from './fixtures/view-text.ts';

const phrase = 'Zebulon Quackenbos';
const phone = '415-555-0187';
const platformId = 'U-CANARY-7741';
const question = `Help with ${phrase}, ${phone}, who fears lifts`;

let app: TestApp;
let canary: Person;
let owner: Person;
let anonymous: string;
let where: { group: string; consultation: string };

/** A user id, a client's name and number are planted, every command is driven, and nothing may turn up where it does not belong. */
describe('canary', () => {
  beforeAll(async () => {
    app = await openTestApp();
    const people = await group(app, ['owner', platformId, 'ben', 'cleo', 'dina', 'emil']);
    [owner, canary] = [people.owner, people[platformId]] as [Person, Person];
    const own = await ask(canary, { question }, 'Post anonymously');
    await app.pass(21 * 60_000);
    anonymous = canary.who;
    where = { group: await groupId(owner), consultation: consultationOf(own) };
    const reply = await expectForm(canary.does('consult.reply', where));
    const preview = await expectCard(submit(canary, reply, { text: `Thank you. ${phrase} agreed.` }));
    await press(canary, await attest(canary, preview), 'Post reply as the person who asked');
    const edit = await expectForm(canary.does('consult.edit', where));
    const changed = await expectCard(submit(canary, edit, { question: `${question} and bridges` }));
    await press(canary, await attest(canary, changed), 'Post the new text');
    await app.pass(0);
    await everyRoute(owner);
    await everyRoute(canary);
    const form = await expectForm(canary.does('record.form', where));
    const record = await expectCard(
      submit(canary, form, {
        guidance: `Ask ${phrase} what helps.`,
        outsiders: 'Juno Marsh, PhD',
        decision: 'I ask.',
        rationale: 'It is his fear.',
      }),
    );
    await canary.does('record.finish', { ...button(record, 'Finish and lock').with });
    await app.pass(40 * 24 * 60 * 60_000);
  });
  afterAll(() => app.remove());

  /** Every route there is, with the ids at hand and text where text goes; also with nonsense, so that it is rejected. */
  async function everyRoute(person: Person): Promise<void> {
    for (const { name, who } of routes) {
      if (who === 'timer' || name === 'privacy.erase' || name === 'consult.remove' || name === 'consult.close')
        continue;
      const text = {
        question,
        facts: question,
        text: question,
        guidance: question,
        decision: question,
        words: question,
        credential: 'LMFT',
      };
      await person.does(name, { ...where, ...text, draft: 'nosuch', record: 'nosuch', reply: 'nosuch' });
      await person.does(name, { ...where, ...text, minutes: phrase, version: phrase, as: phrase, zone: phrase });
    }
  }

  it('what was typed is on no disk, in no message, no log and no stored document', async () => {
    for (const word of [phrase, 'Quackenbos', phone]) {
      expect(JSON.stringify(app.messages), 'messages').not.toContain(word);
      expect(app.logged.join('\n'), 'log').not.toContain(word);
      expect(JSON.stringify(await stored(app.store, app.scope)), 'store').not.toContain(word);
      expect(await app.disk(), 'disk').not.toContain(word);
    }
  });

  it('the platform’s id of a person is nowhere but in the vault', async () => {
    expect(JSON.stringify(app.messages)).not.toContain(platformId);
    expect(app.logged.join('\n')).not.toContain(platformId);
    expect(JSON.stringify(await stored(app.store, app.scope))).not.toContain(platformId);
    expect(await app.disk()).not.toContain(platformId);
  });

  it('the anonymous author is in no message, no log line, and in no stored document about the question', async () => {
    expect(JSON.stringify(app.messages)).not.toContain(anonymous);
    expect(app.logged.join('\n')).not.toContain(anonymous);
    const kinds = (await stored(app.store, app.scope))
      .filter(({ doc }) => JSON.stringify(doc).includes(anonymous))
      .map(({ kind }) => kind);
    // `expert`: what they said of themselves for the list, which is about no question.
    expect([...new Set(kinds)].sort()).toEqual(['expert', 'member', 'resident']);
  });

  it('no answer to somebody else names the anonymous author', async () => {
    const answers: Answer[] = [];
    for (const { name, kind } of routes) if (kind === 'query') answers.push(await owner.does(name, where));
    expect(JSON.stringify(answers)).not.toContain(anonymous);
  });

  it('a crash in a handler is logged by class and token, and the person reads that nothing was saved', async () => {
    const broken = await openTestApp();
    const people = await group(broken, ['owner', 'ben']);
    broken.store.transact = () => Promise.reject(new Error(`boom ${phrase}`));
    const answer = await (people.ben as Person).does('consult.draft', { question });
    expect(JSON.stringify(answer)).toContain('trouble.text');
    expect(broken.logged.join('\n')).toContain('runtime.handler_failed');
    expect(broken.logged.join('\n')).not.toContain(phrase);
    await broken.remove();
  });
});
