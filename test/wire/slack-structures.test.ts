import { afterEach, beforeEach, expect, test } from 'vitest';
import { shippedTemplate, textFor } from '../consultation/structure-steps.ts';
import { openSlackApp, type SlackApp } from './slack-app.ts';
import { wordsIn } from './slack-person.ts';
import { slackSteps } from './slack-steps.ts';

type Json = Record<string, unknown>;

/** Slack takes about one message a second for a channel. */
const second = 1000;
const patient = { timeout: 60_000 };
let app: SlackApp;
beforeEach(async () => {
  app = await openSlackApp();
});
afterEach(async () => app.close());

const { viewOf, setUp } = slackSteps(() => app);

/** What ends a step, and the last one. */
const ends = ['Next step', 'Finish'] as const;

/** The newest message of the thread that has one of these buttons. */
function messageWith(...labels: readonly string[]): Json {
  const posted = app.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);
  const found = posted.findLast(
    (m) => m.thread_ts !== undefined && labels.some((label) => wordsIn(m.blocks).includes(`"${label}"`)),
  );
  if (!found) throw new Error(`no message with "${labels.join()}"`);
  return found;
}

test('a case presentation goes from the list through a step that times out to a record with its fields filled in', async () => {
  const { id, fields, steps } = shippedTemplate('case_presentation');
  await setUp('U0ROWAN', 'U0MARE');
  const [rowan, mare] = [app.sit('U0ROWAN'), app.sit('U0MARE')];
  await rowan.command('/consult', 'structures');
  const { blocks } = (await app.server.next('response_url')).body as { blocks: Json[] };
  await rowan.press({ message: { blocks: blocks.filter((b) => wordsIn(b).includes(id)) } }, 'Use this');
  const texts = Object.fromEntries(fields.map((field) => [field.id, textFor(field.id)]));
  const { view } = await rowan.submit(await viewOf('views.open'), texts);
  await app.server.next('views.update answered');
  await rowan.choose({ view: view as Json }, ['yes']);
  await rowan.press({ view: await viewOf('views.update') }, 'Post as me');
  await app.pass(0);

  const write = async (who: typeof rowan, label: string, text: string) => {
    await who.press({ posted: messageWith(...ends) }, label);
    await who.submit(await viewOf('views.open'), { text });
    await app.pass(0);
  };
  for (const [i, { id: step, name, turn, prompt, writes, listens }] of steps.entries()) {
    const now = async () => {
      await app.pass(second);
      return wordsIn(messageWith(...ends).blocks);
    };
    await expect.poll(now, patient).toContain(`Step ${i + 1} of ${steps.length}: ${name.en}`);
    const shown = await now();
    expect(shown).toContain(prompt.en);
    expect(shown.includes('please listen'), step).toBe(listens);
    if (turn === 'group') await write(mare, 'Reply', `A colleague speaks in ${step}.`);
    if (writes) await write(rowan, `Write: ${writes.label.en}`, `In ${step} we agreed to slow down.`);
    if (step === 'clarify') await app.pass(7 * 24 * 3_600_000);
    else await rowan.press({ posted: messageWith(...ends) }, ends[step === steps.at(-1)?.id ? 1 : 0]);
  }
  await expect
    .poll(async () => {
      await app.pass(second);
      return app.server.calls
        .filter((c) => c.method === 'chat.postMessage')
        .map((c) => wordsIn(c.body))
        .at(-1);
    }, patient)
    .toContain('That was the last step');

  await rowan.press({ posted: messageWith('Close and document') }, 'Close and document');
  const form = await viewOf('views.open');
  for (const text of ['A colleague speaks in discuss.', 'In takeaways we agreed', 'In respond we agreed'])
    expect(wordsIn(form)).toContain(text);
  expect(wordsIn(await rowan.submit(form, {}))).toContain('the record is locked');
  expect(app.lines.filter((l) => l.level === 'error')).toEqual([]);
});
