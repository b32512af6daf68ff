import { expect, it } from 'vitest';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { draft, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { begin, shippedTemplate, stepNow, structured, titleOf } from './structure-steps.ts';

peerGroup(6);

const change = async (values: Record<string, string>) =>
  expectCard(
    submit(ada, await expectForm(press(ada, await expectCard(ada.does('consult.settings')), 'Change')), values),
  );

it('are for owners', async () => {
  expect((await ben.does('consult.settings')).is).toBe('refused');
  expect((await ben.does('consult.settings.save', { group: await groupId(ben), stepHours: '3' })).is).toBe('refused');
});

it('what is not offered is not in the list, and its form does not open; a file that comes later is offered', async () => {
  await change({ offered: 'about_my_work,echo' });
  const list = await expectCard(ben.does('consult.structures'));
  expect(buttons(list).map((a) => a.with.template)).toEqual(['about_my_work', 'echo']);
  const form = await expectForm(ben.does('consult.ask', { template: 'balint' }));
  expect(form.with.template).toBe('about_my_work');
  expect(form.fields.map((f) => f.name)).toContain('noticed');
});

it('minutes of a step and hours over days are the group’s; a session that runs keeps the ones it began with', async () => {
  const form = await expectForm(ada.does('consult.minutes', { template: 'case_presentation' }));
  expect(form.fields.map((f) => f.value)).toEqual(['10', '5', '15', '5', '5']);
  expect((await submit(ada, form, { present: '0' })).is).toBe('again');
  await begin(app, ben, shippedTemplate('case_presentation'), { pace: 'minutes' });
  await expectCard(submit(ada, form, { present: '2' }));
  await app.pass(2 * 60_000);
  expect(titleOf(stepNow(app))).toContain('Step 1');
  await begin(app, ben, shippedTemplate('case_presentation'), { pace: 'minutes' });
  await app.pass(2 * 60_000);
  expect(titleOf(stepNow(app))).toContain('Step 2');
  expect(words(await change({ stepHours: '48' }))).toContain('48 hours');
  const wrong = await submit(ada, await expectForm(ada.does('consult.settings.form')), { stepHours: '1.5' });
  expect(wrong.is === 'again' && words(wrong.form)).toContain('from 1 to 168');
});

it.each([
  ['allow', ['me', 'anonymous']],
  ['require', ['anonymous']],
  ['forbid', ['me']],
] as const)('names on questions: %s', async (anonymity, ways) => {
  await change({ anonymity });
  const preview = await structured(ben, shippedTemplate('curbside'));
  const posts = buttons(preview).filter((a) => a.do === 'consult.post');
  expect(posts.map((a) => a.with.as)).toEqual(ways);
  const list = await expectCard(ben.does('consult.structures'));
  expect(buttons(list).some((a) => a.with.template === 'echo')).toBe(anonymity !== 'require');
  const line = preview.blocks.find((b) => b.is === 'switch');
  if (line?.is === 'switch') await ben.does(line.do, { ...line.with, on: 'yes' });
  for (const as of ['me', 'anonymous'] as const) {
    if ((ways as readonly string[]).includes(as)) continue;
    expect((await ben.does('consult.post', { ...posts[0]?.with, as })).is).toBe('refused');
  }
  expect(app.messages).toHaveLength(0);
});

const byTopic = async (values: Record<string, string>) =>
  submit(
    ada,
    await expectForm(press(ada, await expectCard(ada.does('consult.settings')), 'Structures by topic')),
    values,
  );

it('a topic opens with the structure that the group chose for it, from the list or once it is chosen in the form', async () => {
  expect(words(await expectCard(byTopic({ ethics: 'dilemma_seven' })))).toContain('Ethics: Ethical dilemma');
  const list = await expectCard(ben.does('consult.structures'));
  const way = buttons(list).find((a) => a.with.topic === 'ethics');
  const opened = await expectForm(ben.does('consult.ask', { ...way?.with }));
  expect(opened.with.template).toBe('dilemma_seven');
  expect((await expectForm(ben.does('consult.ask'))).with.template, 'a question whose topic is not known yet').toBe(
    undefined,
  );
  const preview = await draft(ben, { question: 'May I accept a small gift at the end?', topic: 'ethics' });
  expect(words(preview)).toContain('In this group, questions on this topic open with: ');
  const form = await expectForm(press(ben, preview, 'Use this structure'));
  expect(form.with.template).toBe('dilemma_seven');
  expect(form.fields.find((f) => f.name === 'question')?.value).toContain('small gift');
  const taken = await expectCard(submit(ben, form, {}));
  expect(words(taken)).not.toContain('open with');
  const other = await draft(ben, { question: 'How do I end on time today?', topic: 'case' });
  expect(words(other)).not.toContain('open with');
});

it('only what is offered and fits the topic can be chosen, and what is hidden later opens with nothing', async () => {
  expect((await byTopic({ case: 'dilemma_seven' })).is).toBe('again');
  await byTopic({ case: 'about_my_work', ethics: 'dilemma_ten' });
  expect((await expectForm(ben.does('consult.ask'))).with.template).toBe('about_my_work');
  await change({ offered: 'curbside,echo' });
  expect((await expectForm(ben.does('consult.ask', { topic: 'ethics' }))).with.template).toBe(undefined);
  expect((await ben.does('consult.topics')).is).toBe('refused');
  expect(words(await expectCard(ada.does('group.audit')))).toContain('Structures offered, Structure for each topic');
});
