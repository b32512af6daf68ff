import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Form } from '../../src/index.ts';
import { ask, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import {
  expectCard,
  expectForm,
  expectView,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

describe('setup', () => {
  it('is for whoever manages the server; the others read whom to ask', async () => {
    const member = await app.person('ben');
    const answer = await member.does('curbside.setup');
    expect(answer.is === 'refused' && words(answer.view)).toContain(
      'Only someone who manages this workspace or server',
    );
  });

  it('starts with defaults, posts nothing, and says so in short, with the agreement behind a button', async () => {
    const owner = await app.person('ada', { manages: true });
    const form = await expectForm(owner.does('curbside.setup'));
    expect(Object.fromEntries(form.fields.map((f) => [f.name, f.value]))).toMatchObject({
      zone: 'America/New_York',
      features: 'consultation',
      quietFrom: '6:00 PM',
      quietTo: '8:30 AM',
      weekends: 'yes',
      nudgeHours: '24',
    });
    const ready = await expectCard(submit(owner, form, {}));
    expect(words(ready).split('\n')[0]).toBe('The group is ready.');
    expect(words(ready).length).toBeLessThan(260);
    expect(words(await expectCard(press(owner, ready, 'Read the agreement')))).toContain('[Accept and continue]');
    await app.pass(0);
    expect(app.messages).toHaveLength(0);
  });

  it('has no quiet hours where both times are left empty, and says so', async () => {
    const { owner } = (await group(app, ['owner'], { quietFrom: '', quietTo: '', weekends: 'no' })) as {
      owner: Person;
    };
    expect(words(await expectCard(owner.does('curbside.status')))).toMatch(/Quiet hours:? None/);
    const form = await expectForm(owner.does('curbside.settings'));
    expect(form.fields.filter((f) => /^quiet/.test(f.name)).map((f) => f.value)).toEqual(['', '']);
  });

  it.each([
    [{ zone: 'Mars/Olympus' }, 'zone', /don’t know this time zone/],
    [{ quietFrom: '25:00' }, 'quietFrom', /Enter a time such as 6:00 PM/],
    [{ quietFrom: '7:15 AM' }, 'quietTo', /other than the start, or leave both empty for no quiet hours/],
    [{ quietFrom: '' }, 'quietFrom', /enter both times, or leave both empty/],
    [{ nudgeHours: '0' }, 'nudgeHours', /1 to 168/],
    [{ nudgeHours: 'soon' }, 'nudgeHours', /1 to 168/],
  ] as const)('names the field that is wrong in %j and keeps the rest', async (values, field, text) => {
    const owner = await app.person('ada', { manages: true });
    const form = await expectForm(owner.does('curbside.setup'));
    const answer = await submit(owner, form, { quietTo: '07:15', ...values });
    if (answer.is !== 'again') throw new Error('expected the form again');
    expect(answer.form.fields.find((f) => f.error)?.name).toBe(field);
    expect(words(answer.form)).toMatch(text);
    expect(answer.form.fields.find((f) => f.name === 'quietTo')?.value).toBe('07:15');
    expect(await stored(app.store, app.scope)).toEqual([]);
  });

  it('asks what becomes of text in other languages; a form from before it was asked changes nothing', async () => {
    const ada = await app.person('ada', { manages: true });
    const kept = async () =>
      (await expectForm(ada.does('curbside.setup'))).fields.find((f) => f.name === 'otherLanguages');
    const form = await expectForm(ada.does('curbside.setup'));
    expect(await kept()).toMatchObject({ value: 'ask', required: true });
    await expectView(submit(ada, form, { otherLanguages: 'forbid' }));
    expect((await kept())?.value).toBe('forbid');
    const later = await expectForm(ada.does('curbside.setup'));
    await expectView(submit(ada, { ...later, fields: later.fields.filter((f) => f.name !== 'otherLanguages') }, {}));
    expect((await kept())?.value).toBe('forbid');
  });

  describe('owners', () => {
    const owners = async (person: Person) => words(await expectCard(person.does('curbside.status'))).split('\n')[2];
    const field = (form: Form) => form.fields.find((f) => f.name === 'owners');

    it('are named besides oneself, who is not among those to choose and stays one', async () => {
      const ada = await app.person('ada', { manages: true });
      const ben = await app.person('ben');
      const form = await expectForm(ada.does('curbside.setup'));
      expect(field(form)).toMatchObject({ others: true, required: false, value: '' });
      await expectView(submit(ada, form, { owners: ben.who }));
      const settings = await expectForm(ada.does('curbside.setup'));
      expect(field(settings)?.value).toBe(ben.who);
      await expectView(submit(ada, settings, { owners: '' }));
      const status = words(await expectCard(ada.does('curbside.status')));
      expect(status).toContain('Quiet hours: 6:00 PM to 8:30 AM and weekends');
      expect(await owners(ada)).toBe(`Group owners: <${ada.who}>`);
    });

    it('keep the group when two people set it up at once', async () => {
      const [ada, ben] = [
        await app.person('ada', { manages: true }),
        await app.person('ben', { manages: true }),
      ] as const;
      const [one, other] = [await expectForm(ada.does('curbside.setup')), await expectForm(ben.does('curbside.setup'))];
      await expectView(submit(ada, one, {}));
      await expectView(submit(ben, other, {}));
      expect(await owners(ada)).toContain(`<${ada.who}>`);
      expect(await owners(ada)).toContain(`<${ben.who}>`);
    });

    it('are all shown to a manager who is none of them, and never none', async () => {
      const ada = await app.person('ada', { manages: true });
      await expectView(submit(ada, await expectForm(ada.does('curbside.setup')), {}));
      const ben = await app.person('ben', { manages: true });
      const form = await expectForm(ben.does('curbside.setup'));
      expect(field(form)).toMatchObject({ others: false, required: true, value: ada.who });
      const answer = await submit(ben, form, { owners: '', quietTo: '07:15' });
      if (answer.is !== 'again') throw new Error('expected the form again');
      expect(words(answer.form)).toContain('Owners: choose at least one.');
      expect(answer.form.fields.find((f) => f.name === 'quietTo')?.value).toBe('07:15');
      await expectView(submit(ben, form, {}));
      expect(await owners(ada)).toBe(`Group owners: <${ada.who}>`);
    });
  });

  it('a feature that is off is refused with who can switch it on', async () => {
    const { ada } = await group(app, ['ada'], { features: 'checkin' });
    const answer = await (ada as Person).does('consult.ask');
    expect(answer.is === 'refused' && words(answer.view)).toContain('An owner can turn it on in /curbside settings');
  });
});

describe('first use', () => {
  it('shows the agreement once, then goes on to what was wanted, with what was typed', async () => {
    await group(app, ['ada']);
    const ben = await app.person('ben');
    const stopped = await ben.does('consult.ask', { words: 'How do I end a session on time?' });
    if (stopped.is !== 'refused') throw new Error('expected the agreement');
    expect(words(stopped.view)).toContain('It doesn’t count toward licensure hours');
    const join = await expectForm(press(ben, stopped.view, 'Accept and continue'));
    const form = await expectForm(submit(ben, join, { credential: 'LPC Associate', licensed: 'no' }));
    expect(form.fields[0]?.value).toBe('How do I end a session on time?');
    expect((await ben.does('consult.ask')).is).toBe('view');
  });

  it('a credential is needed, and the form comes back with the rest', async () => {
    await group(app, ['ada']);
    const ben = await app.person('ben');
    const join = await expectForm(ben.does('agreement.form', { group: await groupId(ben) }));
    const answer = await submit(ben, join, { licensed: 'yes' });
    expect(answer.is === 'again' && answer.form.fields.map((f) => f.error?.key ?? null)).toEqual([
      'field.required',
      null,
    ]);
  });
});

describe('privacy', () => {
  it('exports everything of mine as text, the anonymous question too, and nothing of others', async () => {
    const people = await group(app, ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye']);
    await ask(people.ada as Person, { question: 'How do I end a session on time?' }, 'Post anonymously');
    await ask(people.ben as Person, { question: 'Who knows a good text on grief?' });
    const mine = words(await expectCard((people.ada as Person).does('privacy.export')));
    expect(mine).toContain('How do I end a session on time?');
    expect(mine).not.toContain('grief');
  });

  it('erases drafts, records and membership, forgets the key, and leaves the post under “a former member”', async () => {
    const people = await group(app, ['ada', 'ben']);
    const ben = people.ben as Person;
    await ask(ben, { question: 'Who knows a good text on grief?' });
    const log = await expectForm(ben.does('consult.log'));
    await submit(ben, log, {
      question: 'What did we say about grief?',
      guidance: 'Go slow.',
      outsiders: 'Juno Marsh, PhD',
    });
    await app.pass(0);
    const erased = await expectCard(press(ben, await expectCard(ben.does('curbside.privacy')), 'Erase my data'));
    expect(words(erased)).toContain('Your data here was erased');
    const left = await stored(app.store, app.scope);
    expect(left.filter(({ doc }) => JSON.stringify(doc).includes(ben.who))).toEqual([]);
    expect(await app.vault.reveal(ben.who)).toBeNull();
    const again = await app.person('ben');
    expect(again.who).not.toBe(ben.who);
    expect(JSON.stringify(left.filter(({ kind }) => kind === 'consultation'))).toContain('"former"');
  });
});
