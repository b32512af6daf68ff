import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedFiles } from '../../adapters/node/consultation-files.ts';
import { AddOn } from '../../src/index.ts';
import { press, submit } from '../fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';

describe('an add-on', () => {
  const whole = {
    ...{ id: 'our-own', order: 1, version: 1, name: { en: 'Ours' }, about: { en: 'What we add.' } },
    clauses: [{ id: 'time', text: { en: 'We begin on time.' } }],
  };
  const problems = (text: Record<string, string>): string => {
    const read = AddOn.safeParse({ ...whole, clauses: [{ id: 'burden', text }] });
    return read.success ? '' : read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('\n');
  };

  it.each([
    'The team shares responsibility for every client discussed here.',
    'Everyone in this group is jointly liable for the outcome.',
    'We are accountable together for what a member decides.',
    'Not only the member who asked but the group takes on the duty of care.',
    'Consultants assume liability for the advice they give.',
    'Colleagues who advise hold the group harmless and accept malpractice claims.',
    'Responsibility for a client is heavy. We share it.',
    'Members are co-responsible for clients of the team.',
    'Our team is responsible for the care of each client.',
  ])('is refused by name when it shares what the clinician who asks answers for: %s', (en) => {
    const problem = problems({ en });
    expect(problem).toContain('clauses.0.text.en: clause "burden" shares responsibility or liability');
    expect(problem).toContain('The clinician who asks remains responsible');
  });

  it.each([
    'We share articles and worksheets, and say where they come from.',
    'Nobody here shares responsibility for another member’s client.',
    'Each of us is responsible for arriving on time, and for our own notes.',
    'The member who asks remains responsible for the client.',
    'Advice doesn’t make anyone in the group liable.',
  ])('is taken when it does not: %s', (en) => expect(problems({ en })).toBe(''));

  it('is refused in a language in which no words are known that would share it', () => {
    expect(problems({ en: 'We begin on time.', de: 'Wir haften gemeinsam.' })).toContain('nothing can check it yet');
  });

  it('is one of those that are shipped, or has every field named that is wrong', () => {
    const ids = shippedFiles().agreements.map((file) => AddOn.parse(file).id);
    expect(ids).toEqual(expect.arrayContaining(['dbt-team', 'experts-of-other-groups']));
    expect(new Set(ids).size).toBe(ids.length);
    const { about: _, ...without } = whole;
    expect(
      AddOn.safeParse({ ...without, color: 'green' }).error?.issues.map((i) => i.path.join() || i.message),
    ).toEqual(['about', expect.stringContaining('color')]);
  });
});

describe('a group', () => {
  let app: TestApp;
  let ada: Person;
  let ben: Person;
  let at: { group: string };
  beforeEach(async () => {
    app = await openTestApp();
    ({ ada, ben } = (await group(app, ['ada', 'ben'])) as { ada: Person; ben: Person });
    at = { group: await groupId(ada) };
  });
  afterEach(() => app.remove());

  const choose = async (addOns: string) =>
    JSON.stringify(
      await submit(ada, await expectForm(press(ada, await expectCard(ada.does('curbside.agreement')), 'Add-ons')), {
        addOns,
      }),
    );
  const refused = async (person: Person) => {
    const answer = await person.does('consult.ask');
    if (answer.is !== 'refused') throw new Error('expected the agreement');
    return answer.view;
  };

  it('adds to its agreement, and everyone accepts it anew: owners too, each once', async () => {
    expect(await choose('dbt-team')).toContain('agreement.addOns.saved');
    for (const person of [ada, ben]) {
      const view = await refused(person);
      expect(words(view)).toContain('DBT consultation team');
      expect(words(view)).toContain('Fallibility.');
      expect(words(view)).toContain('remains responsible for the client’s care');
      await press(person, view, 'Accept');
      expect((await person.does('consult.ask')).is).toBe('view');
    }
    await choose('');
    expect(words(await refused(ben))).not.toContain('Fallibility.');
    await press(ada, await refused(ada), 'Accept');
    await choose('dbt-team');
    expect((await ben.does('consult.ask')).is, 'what is as he accepted it').toBe('view');
  });

  it('that saves the same asks nobody again, and lists no change', async () => {
    expect(await choose('')).toContain('agreement.addOns.same');
    expect((await ben.does('consult.ask')).is).toBe('view');
    await choose('dbt-team,no-such-one');
    await press(ada, await refused(ada), 'Accept');
    expect(words(await expectCard(ada.does('group.audit', at)))).toMatch(/Settings changed Agreement · </);
    expect(await choose('dbt-team')).toContain('agreement.addOns.same');
  });

  it('leaves the choice to owners', async () => {
    expect(buttons(await expectCard(ben.does('curbside.agreement')))).toEqual([]);
    for (const route of ['agreement.addOns', 'agreement.addOns.save'])
      expect((await ben.does(route, { ...at, addOns: 'dbt-team' })).is).toBe('refused');
    expect((await ben.does('consult.ask')).is).toBe('view');
  });

  it('keeps its add-ons when its settings are saved', async () => {
    await choose('dbt-team');
    await press(ada, await refused(ada), 'Accept');
    await submit(ada, await expectForm(ada.does('curbside.settings')), { nudgeHours: '48' });
    expect(words(await expectCard(ada.does('curbside.agreement')))).toContain('Fallibility.');
  });
});
