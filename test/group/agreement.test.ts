import { afterEach, beforeEach, expect, it } from 'vitest';
import { Members, memberId } from '../../src/features/group/model.ts';
import { press } from '../fixtures/steps.ts';
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
