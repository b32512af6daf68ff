import { describe, expect, it } from 'vitest';
import { verifyFile } from '../../adapters/documents/signed/verify.ts';
import { press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { day, letters, minute } from '../meetings/circle.ts';
import {
  app,
  askFor,
  at,
  circleOfSeven,
  confirmations,
  documented,
  json,
  nameable,
  people,
  statement,
} from './circle-of-seven.ts';

circleOfSeven();

describe('co-confirmation', () => {
  it('asks a colleague who took part and agreed to be named; a yes adds a line, which is signed', async () => {
    await documented('30');
    expect(await askFor(people.ben)).toMatchObject({ is: 'again' });
    for (const who of ['ben', 'dina'] as const) await nameable(people[who]);
    expect(await askFor(people.dina), 'was not there').toMatchObject({ is: 'again' });
    await expectCard(askFor(people.ben));
    await app.pass(0);
    expect(letters(app)).toContain(`<${people.ada.who}> asks: were you there for 30 minutes on`);
    expect(letters(app)).not.toContain('session');
    expect((await json()).entries[0].confirmed).toBeUndefined();
    await expectCard(press(people.ben, await confirmations(people.ben), 'Yes, I was there'));
    const [entry] = (await json()).entries;
    expect(entry.confirmed).toEqual([{ by: 'Ben Okafor, LMFT', on: '2026-03-05' }]);
    expect((await statement('csv')).toString('utf8')).toContain('Ben Okafor, LMFT');
    expect(verifyFile(await statement('json'))).toMatchObject({ is: 'consistent', kind: 'statement' });
    // Nobody else is in it by name, and whoever takes their agreement back is not named from then on.
    expect(entry.named).toEqual(['Ben Okafor, LMFT']);
    await nameable(people.ben, 'no');
    expect(JSON.stringify(await json())).not.toContain('Ben Okafor');
    // Nor does a line stay confirmed once they take that back.
    await expectCard(press(people.ben, await confirmations(people.ben), 'Take back'));
    expect((await json()).entries[0].confirmed).toBeUndefined();
    expect(words(await confirmations(people.ben))).not.toContain('You confirmed');
  });

  it('is in the personal copy of both: what was confirmed to them, and what they confirmed', async () => {
    await documented('30');
    await nameable(people.ben);
    await expectCard(askFor(people.ben));
    const copy = async (who: Person) => words(await expectCard(who.does('privacy.export', at)));
    expect(await copy(people.ben)).not.toContain('You confirmed');
    await expectCard(press(people.ben, await confirmations(people.ben), 'Yes, I was there'));
    expect(await copy(people.ben)).toMatch(/You confirmed: March 5, 2026, 30 minutes/);
    expect(await copy(people.ada)).toMatch(/Confirmed by: March 5, 2026/);
    expect(await copy(people.cleo)).not.toMatch(/onfirmed/);
  });

  it('asks in one message, however often the ask is dropped and made again', async () => {
    await documented('30');
    await nameable(people.ben);
    for (let i = 0; i < 3; i += 1) {
      await expectCard(askFor(people.ben));
      await app.pass(0);
      const there = await confirmations(people.ada);
      const drop = buttons(there).find((b) => b.do === 'credit.confirm.drop');
      await expectCard(people.ada.does('credit.confirm.drop', { ...drop?.with }));
      expect(words(await confirmations(people.ada))).not.toContain('Asked on');
      expect(buttons(await confirmations(people.ben)).map((b) => b.do)).not.toContain('credit.confirm.answer');
    }
    expect(letters(app).match(/asks: were you there/g)).toHaveLength(1);
    await expectCard(askFor(people.ben));
    await expectCard(press(people.ben, await confirmations(people.ben), 'Yes, I was there'));
  });

  it('a no and no answer are the same to everybody else', async () => {
    await documented('30');
    await nameable(people.ben);
    await nameable(people.cleo);
    await expectCard(askFor(people.ben));
    const seen = async () => [words(await confirmations(people.ada)), JSON.stringify((await json()).entries)];
    const before = await seen();
    await app.pass(0);
    const sent = app.messages.length;
    const shared = async () => (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'creditConfirmation');
    const open = await shared();
    await expectCard(press(people.ben, await confirmations(people.ben), 'Don’t confirm'));
    await app.pass(0);
    expect(await seen()).toEqual(before);
    expect(await shared()).toEqual(open);
    expect(app.messages.length).toBe(sent);
    expect(buttons(await confirmations(people.ben)).map((b) => b.do)).not.toContain('credit.confirm.answer');
    // After 30 days both are gone, and it can be asked again.
    await app.pass(31 * day);
    expect(words(await confirmations(people.ada))).not.toContain('Asked on');
    await expectCard(askFor(people.cleo));
  });

  it('is never offered for an anonymous question, and nobody but the colleague who was asked can answer', async () => {
    await documented('20', 'Post anonymously');
    await nameable(people.ben);
    expect(words(await confirmations(people.ada))).toContain('Nothing to confirm.');
    const records = (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'record');
    for (const { doc } of records)
      expect(JSON.stringify(await people.ada.does('credit.confirm', { ...at, row: doc.id }))).toContain('refusal.gone');
    await documented('30');
    await expectCard(askFor(people.ben));
    const answer = button(await confirmations(people.ben), 'Yes, I was there');
    for (const who of [people.ada, people.cleo])
      expect(JSON.stringify(await who.does(answer.do, { ...answer.with }))).toContain('refusal.gone');
    await nameable(people.ben, 'no');
    expect(JSON.stringify(await people.ben.does(answer.do, { ...answer.with }))).toContain('notNameable');
    await expectCard(people.ben.does('privacy.erase'));
    const kept = (await stored(app.store, app.scope)).filter(({ kind }) => /^credit(Conf|Name)/.test(kind));
    expect(kept).toEqual([]);
  });
});

describe('reflections', () => {
  it('go in only if ticked line by line, and are checked again', async () => {
    await documented('30');
    await documented('40');
    const cycle = { ...at, from: '2026-01-01', to: '2026-12-31' };
    const list = () => expectCard(people.ada.does('credit.reflections', cycle));
    const write = async (i: number, values: Record<string, string>) => {
      const all = buttons(await list()).filter((b) => b.do === 'credit.reflection');
      const form = await expectForm(people.ada.does('credit.reflection', { ...all[i]?.with }));
      return submit(people.ada, form, values);
    };
    expect(await write(0, { text: 'Maria Gonzalez taught me to say no.' })).toMatchObject({ is: 'again' });
    await expectCard(write(0, { text: 'I name the end earlier now.', included: 'yes' }));
    await expectCard(write(1, { text: 'I keep this one to myself.' }));
    const of = JSON.stringify(await json());
    expect(of).toContain('I name the end earlier now.');
    expect(of).not.toContain('to myself');
    expect((await statement('pdf')).length).toBeGreaterThan(1000);
    expect(await app.disk()).not.toContain('name the end earlier');
    expect(JSON.stringify(await people.ben.does('credit.reflections', cycle))).not.toContain('name the end earlier');
    // Emptied, it is gone.
    await expectCard(write(0, { text: '' }));
    expect(JSON.stringify(await json())).not.toContain('I name the end earlier now.');
  });
});

describe('a colleague who is asked in quiet hours', () => {
  it.each(['Yes, I was there', 'No'])(
    'and answers “%s” before they end is not asked again in the morning',
    async (answer) => {
      await documented('30');
      await nameable(people.ben);
      await app.pass(6 * 60 * minute);
      await expectCard(askFor(people.ben));
      const { do: command, with: values } = buttons(await confirmations(people.ben)).find(
        (b) => b.do === 'credit.confirm.answer' && b.with.yes === (answer === 'No' ? 'no' : 'yes'),
      ) as ReturnType<typeof button>;
      await expectCard(people.ben.does(command, { ...values }));
      await app.pass(day);
      expect(letters(app)).not.toContain('were you there');
    },
  );
});
