import { afterEach, beforeEach, expect, it } from 'vitest';
import { openGroup } from '../fixtures/prepared.ts';
import { submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { begin, cast, next, shippedTemplate, write } from './structure-steps.ts';

let app: TestApp;
let people: Record<'ada' | 'ben' | 'cleo', Person>;
beforeEach(async () => {
  const opened = await openGroup(['ada', 'ben', 'cleo']);
  [app, people] = [opened.app, opened.people as typeof people];
});
afterEach(() => app.remove());

it('what is written for a step comes into the record in the order of the method, whenever it was written', async () => {
  const { ada } = people;
  const template = shippedTemplate('dilemma_seven');
  const toRationale = template.steps.filter((s) => s.turn === 'presenter' && s.writes?.record === 'rationale');
  const consultation = await begin(app, ada, template);
  for (const _ of template.steps.slice(1)) {
    await expectCard(next(app, ada));
    await app.pass(0);
  }
  const at = { group: await groupId(ada), consultation };
  for (const { id } of toRationale.toReversed()) {
    const form = await expectForm(ada.does('consult.reply', { ...at, step: id }));
    await expectCard(submit(ada, form, { text: `In ${id.toLowerCase()} we agreed to slow down` }));
    await app.pass(60_000);
  }
  const record = await expectForm(ada.does('record.form', at));
  const rationale = record.fields.find((f) => f.name === 'rationale')?.value ?? '';
  expect(rationale.split('\n')).toEqual(
    toRationale.map(({ id, name }) => `${name.en}: In ${id.toLowerCase()} we agreed to slow down`),
  );
});

it('a facilitator’s summary comes first in the advice, and the case in their words is none of it', async () => {
  const { ada, ben, cleo } = people;
  const template = shippedTemplate('echo');
  const consultation = await begin(app, ada, template);
  await cast(app, [ben]);
  const at = { group: await groupId(ada), consultation };
  for (const step of template.steps) {
    const by = step.turn === 'presenter' ? ada : ben;
    if (step.writes) await write(app, by, `In ${step.id.toLowerCase()} we agreed to slow down`);
    if (step.id === 'recommend') {
      const form = await expectForm(cleo.does('consult.reply', at));
      await expectCard(submit(cleo, form, { text: 'Begin with sleep.' }));
    }
    await expectCard(next(app, by));
    await app.pass(60_000);
  }
  const record = await expectForm(ada.does('record.form', at));
  const guidance = record.fields.find((f) => f.name === 'guidance')?.value ?? '';
  expect(guidance.split('\n').map((line) => line.replace(/^.*: /, ''))).toEqual([
    'In summary we agreed to slow down',
    'Begin with sleep.',
  ]);
});

it('ending the last step promises no next one', async () => {
  const { ada } = people;
  const template = shippedTemplate('dilemma_seven');
  await begin(app, ada, template);
  const said: string[] = [];
  for (const _ of template.steps) {
    said.push(words(await expectCard(next(app, ada))));
    await app.pass(60_000);
  }
  expect(said.at(-1)).toContain('The last step is over.');
  for (const one of said.slice(0, -1)) expect(one).toContain('The next step is in the thread.');
});
