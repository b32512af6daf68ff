import { expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { draft } from '../fixtures/steps.ts';
import { expectCard } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

peerGroup(7);
const question = 'He stopped drinking in April. What helps my client to stay with it?';

function menu(card: Card, command: string) {
  const found = card.blocks.find((b) => b.is === 'pick' && b.do === command);
  if (found?.is !== 'pick') throw new Error(`no menu for ${command}`);
  return found;
}

it('the preview has no menus of the form where the form had room for them', async () => {
  const preview = await draft(ada, { question });
  expect(preview.blocks.filter((b) => b.is === 'pick' && b.do.startsWith('consult.draft'))).toEqual([]);
});

it('a menu of a preview whose words were looked at again since decides nothing', async () => {
  Object.assign(app.platform.limits, { choosesLater: true });
  const first = await draft(ada, { question });
  const topic = menu(first, 'consult.draft.topic');
  const addiction = await expectCard(ada.does(topic.do, { ...topic.with, chosen: 'addiction' }));
  expect(words(addiction)).toContain('Addiction question');
  const late = await ada.does(topic.do, { ...topic.with, chosen: 'ethics' });
  expect(JSON.stringify(late)).toContain('preview.changed');
  const urgency = menu(first, 'consult.draft.urgency');
  const after = await ada.does(urgency.do, { ...urgency.with, chosen: 'today' });
  expect(JSON.stringify(after)).toContain('preview.changed');
  const stands = await expectCard(ada.does('consult.preview', { ...topic.with }));
  expect(words(stands)).toContain('Addiction question · No rush');
});

it('somebody at risk is answered with whom to call, and the form’s choice outlives a restart of memory', async () => {
  Object.assign(app.platform.limits, { choosesLater: true });
  const first = await draft(ada, { question });
  const urgency = menu(first, 'consult.draft.urgency');
  const risk = await expectCard(ada.does(urgency.do, { ...urgency.with, chosen: 'risk' }));
  expect(words(risk)).toContain('911');
  await app.pass(31 * 60_000);
  const topic = menu(risk, 'consult.draft.topic');
  const ethics = words(await expectCard(ada.does(topic.do, { ...topic.with, chosen: 'ethics' })));
  expect(ethics).toContain('Ethics question');
  expect(ethics).toContain('911');
});

it('once memory has let go of the text, a topic that asks about more of it is not chosen over what was asked', async () => {
  Object.assign(app.platform.limits, { choosesLater: true });
  const first = await draft(ada, { question });
  await app.pass(31 * 60_000);
  const topic = menu(first, 'consult.draft.topic');
  const answer = await ada.does(topic.do, { ...topic.with, chosen: 'addiction' });
  expect(JSON.stringify(answer)).toContain('preview.restored');
  expect(words(await expectCard(Promise.resolve(answer)))).not.toContain('Addiction question');
});
