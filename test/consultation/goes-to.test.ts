import { expect, it } from 'vitest';
import type { View } from '../../src/index.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { draft, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { question } from './thread-steps.ts';

const sentence = 'It will be posted in';

peerGroup(3);

/** The channels that a view names. */
const channelsIn = (view: View): string[] => JSON.stringify(view).match(/"is":"place","channel":"[^"]+"/g) ?? [];
const c1 = ['"is":"place","channel":"C1"'];

it.each([
  ['at home', null],
  ['in a channel without a group', 'C9'],
])('whoever asks %s reads in which channel it will stand, on the form and on the preview', async (_, channel) => {
  const elsewhere = await app.person('ada', { manages: true, channel });
  const form = await expectForm(elsewhere.does('consult.ask'));
  expect(words(form)).toContain(sentence);
  expect(channelsIn(form)).toEqual(c1);
  const again = await submit(elsewhere, form, { question: '' });
  expect(again.is === 'again' ? channelsIn(again.form) : JSON.stringify(again)).toEqual(c1);
  const preview = await expectCard(submit(elsewhere, form, { question }));
  expect(channelsIn(preview)).toEqual(c1);
});

it('in the channel itself nothing is said of it', async () => {
  expect(await groupId(ada)).not.toBe('');
  expect(words(await expectForm(ada.does('consult.ask')))).not.toContain(sentence);
  expect(words(await draft(ada, { question }))).not.toContain(sentence);
});
