import { afterEach, beforeEach, expect, it } from 'vitest';
import { Members, memberId } from '../../src/features/group/model.ts';
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
import { button, buttons, words } from '../fixtures/view-text.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

const question = 'How do I end a session on time?';

it('is asked again when its version has changed, keeps what was said of oneself, and goes on with what was typed', async () => {
  const { ben } = (await group(app, ['ada', 'ben'])) as { ben: Person };
  const id = memberId(await groupId(ben), ben.who);
  await app.store.transact(app.scope, async (tx) => {
    const member = await tx.get(Members, id);
    if (member) await tx.put(Members, { ...member, agreed: { ...member.agreed, version: 0 } });
  });
  const joined = app.now();
  await app.pass(60_000);
  const stopped = await ben.does('consult.ask', { words: question });
  if (stopped.is !== 'refused') throw new Error('expected the agreement');
  expect(words(stopped.view)).toContain('The agreement has changed since you accepted it.');
  const form = await expectForm(press(ben, stopped.view, 'Accept'));
  expect(form.fields.find((f) => f.name === 'question')?.value).toBe(question);
  const member = await app.store.read(app.scope, (read) => read.get(Members, id));
  expect(member).toMatchObject({ credential: 'LMFT', licensed: true, since: joined, agreed: { at: joined + 60_000 } });
  expect((await ben.does('consult.ask')).is).toBe('view');
});

it('help and guide offer to ask only where the group uses consultation', async () => {
  const offers = async (person: Person) => {
    const help = await expectCard(person.does('curbside.help'));
    const guide = await expectCard(
      person.does('curbside.guide', { risk: 'no', place: 'us', licence: 'licensed', need: 'ethics' }),
    );
    return [...buttons(help), ...buttons(guide)].filter((b) => b.do === 'consult.ask').length;
  };
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  expect(await offers(ada)).toBe(2);
  const settings = await expectForm(ada.does('curbside.settings'));
  expect(settings.fields.find((f) => f.name === 'features')).toMatchObject({
    options: [{ value: 'consultation' }, { value: 'checkin' }, { value: 'supervision' }],
  });
  const values = Object.fromEntries(settings.fields.map((f) => [f.name, f.value]));
  await ada.does(settings.do, { ...settings.with, ...values, features: 'checkin' });
  expect(await offers(ada)).toBe(0);
});

it('what changed while somebody read it is shown to them before it counts as accepted', async () => {
  const { ada, ben } = (await group(app, ['ada', 'ben'])) as { ada: Person; ben: Person };
  const adds = async (addOns: string) => {
    await submit(ada, await expectForm(ada.does('agreement.addOns')), { addOns });
    const stopped = await ada.does('consult.ask');
    if (stopped.is === 'refused') await press(ada, stopped.view, 'Accept');
  };
  const asked = async (who: Person) => {
    const answer = await who.does('consult.ask', { words: question });
    if (answer.is !== 'refused') throw new Error('expected the agreement');
    return answer.view;
  };
  const at = memberId(await groupId(ben), ben.who);
  const agreed = async () => (await app.store.read(app.scope, (read) => read.get(Members, at)))?.agreed.addOns;

  await adds('dbt-team');
  const first = await asked(ben);
  await adds('dbt-team,experts-of-other-groups');
  const again = await press(ben, first, 'Accept');
  if (again.is !== 'refused') throw new Error('expected the agreement');
  expect(words(again.view)).toContain('The agreement changed while you were reading it.');
  expect(words(again.view)).toContain('other groups');
  expect(await agreed()).toEqual([]);
  const { shown: _, ...ofBefore } = button(again.view, 'Accept').with;
  expect((await ben.does('agreement.renew', ofBefore)).is, 'a button that says nothing of add-ons').toBe('refused');
  expect((await expectForm(press(ben, again.view, 'Accept'))).do).toBe('consult.draft');
  expect(await agreed()).toHaveLength(2);
  expect((await press(ben, first, 'Accept')).is, 'of somebody who has accepted it').toBe('view');

  const cleo = await app.person('cleo');
  const card = await asked(cleo);
  const form = await expectForm(press(cleo, card, 'Accept and continue'));
  await adds('');
  const late = await submit(cleo, form, { credential: 'LMFT', licensed: 'yes' });
  if (late.is !== 'refused') throw new Error('expected the agreement');
  expect((await press(cleo, card, 'Accept and continue')).is).toBe('refused');
  const now = await expectForm(press(cleo, late.view, 'Accept and continue'));
  expect((await expectForm(submit(cleo, now, { credential: 'LMFT', licensed: 'yes' }))).do).toBe('consult.draft');
});
