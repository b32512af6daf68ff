import { afterEach, expect, it } from 'vitest';
import { shippedTemplate, textFor } from '../consultation/structure-steps.ts';
import { cardOf, type DiscordApp, discordGroup, openDiscordApp } from './discord-app.ts';
import { componentsOf, type Person, textOf } from './discord-person.ts';
import type { Message } from './discord-world.ts';

let app: DiscordApp | null = null;
afterEach(async () => {
  expect(app?.server.faults).toEqual([]);
  await app?.stop();
  app = null;
});

const second = 1000;
/** What ends a step, and the last one. */
const ends = ['Next step', 'Finish'] as const;
const patient = { timeout: 60_000 };

it('a case presentation goes from the list through a step that times out to a record with its fields filled in', async () => {
  const here = await openDiscordApp();
  app = here;
  const where = here.guild('Peer group');
  await here.start();
  const [owner, mare] = (await discordGroup(here, where, ['Mare Oakes'])) as [Person, Person];
  const { id, fields, steps } = shippedTemplate('case_presentation');
  const list = cardOf(await owner.type('consult', 'structures'));
  const use = componentsOf(list).find((c) => c.custom_id?.endsWith(`template=${id}`));
  // Ten fields take three forms.
  let seen = await owner.press(list, use?.custom_id?.slice(1) ?? '');
  const texts = Object.fromEntries(fields.map((field) => [field.id, textFor(field.id)]));
  while (seen.modal !== null) {
    seen = await owner.submit(seen, texts);
    if (textOf(cardOf(seen)).includes('is kept for 30 minutes')) seen = await owner.press(cardOf(seen), 'Continue');
  }
  const ticked = cardOf(await owner.press(cardOf(seen), '☐ Yes'));
  for (const { id: field } of fields) expect(textOf(ticked)).toContain(textFor(field));
  await owner.press(ticked, 'Post as me');
  await here.pass();

  const thread = () => here.threadsOf(where.channel).flatMap((of) => here.inChannel(of));
  const messageWith = (...labels: readonly string[]): Message => {
    const found = thread().findLast((m) => componentsOf(m).some(({ label = '' }) => labels.includes(label)));
    if (!found) throw new Error(`no message with "${labels.join()}"`);
    return found;
  };
  for (const [i, { id: step, name, turn, prompt, writes, listens }] of steps.entries()) {
    const now = async () => {
      await here.pass(second);
      return textOf(messageWith(...ends)).replaceAll('\\', '');
    };
    await expect.poll(now, patient).toContain(`Step ${i + 1} of ${steps.length}: ${name.en}`);
    expect(await now()).toContain(prompt.en);
    expect((await now()).includes('please listen'), step).toBe(listens);
    const write = async (who: Person, label: string, text: string) => {
      await who.submit(await who.press(messageWith(...ends), label), { text });
    };
    if (turn === 'group') await write(mare, 'Reply', `A colleague speaks in ${step}.`);
    if (writes) await write(owner, `Write: ${writes.label.en}`, `In ${step} we agreed to slow down.`);
    if (step === 'clarify') await here.pass(7 * 24 * 3_600_000);
    else await owner.press(messageWith(...ends), ends[step === steps.at(-1)?.id ? 1 : 0]);
  }
  const last = async () => {
    await here.pass(second);
    return textOf(thread().at(-1) as Message);
  };
  await expect.poll(last, patient).toContain('That was the last step');

  const form = await owner.press(messageWith('Close and document'), 'Close and document');
  for (const text of ['A colleague speaks in discuss.', 'In takeaways we agreed', 'In respond we agreed'])
    expect(JSON.stringify(form.modal)).toContain(text);
  const rest = cardOf(await owner.submit(form, {}));
  expect(textOf(cardOf(await owner.press(rest, 'Finish and lock')))).toContain('the record is locked');
});
