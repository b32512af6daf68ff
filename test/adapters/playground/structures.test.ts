import { expect, test } from 'vitest';
import { shippedTemplate, textFor } from '../../consultation/structure-steps.ts';
import type { sizes } from './browser.ts';
import { scene } from './scene.ts';

const { visit, page, button, dialog, field, card, line, accessible, url, stopServer, startServer, expectErrors } =
  scene();
let thread = '';

/** The thread as somebody opens it. */
const as = (who: string) => page().goto(`${url()}${thread.replace(/as=\w+/, `as=${who}`)}`);
const inThread = (name: string) => page().locator('.thread').getByRole('button', { name, exact: true }).last();
const reads = (text: string) => page().locator('.thread .message', { hasText: text }).last().waitFor();

/** From the list of structures to the thread. */
async function begin(id: string, size: keyof typeof sizes): Promise<void> {
  const template = shippedTemplate(id);
  await visit(size, 'light', '?as=rowan');
  page().setDefaultTimeout(30_000);
  await line().fill('/consult structures');
  await line().press('Enter');
  await card().locator(`button[data-with*='"${id}"']`).click();
  for (const one of template.fields) await dialog().locator(`#field-${one.id}`).fill(textFor(one.id));
  await button('Show preview').click();
  await page().getByLabel('I’ve read this').check();
  await button('Post as me').first().click();
  const link = page()
    .locator('.channel .message')
    .getByRole('link', { name: /in the thread/ });
  thread = (await link.getAttribute('href')) ?? '';
}

/** Presses a button of the step and sends the form that it opens. */
async function write(label: string, text: string): Promise<void> {
  await inThread(label).click();
  await dialog().locator('textarea').first().fill(text);
  await dialog().locator('button[type=submit]').last().click();
  await reads(text);
}

/** Opens the record at the end, looks at what is filled in, and locks it. */
async function lock(filled: Readonly<Record<string, string>>, empty: readonly string[] = []): Promise<void> {
  await inThread('Close and document').click();
  for (const [name, text] of Object.entries(filled)) expect(await field(name).inputValue(), name).toContain(text);
  for (const name of empty) await field(name).fill('What I made of it.');
  await accessible('the record');
  await dialog().getByRole('button', { name: 'Finish and lock' }).click();
  await card().getByText('the record is locked').waitFor();
}

test('a case presentation goes to its locked record through a step that times out and a restart, on a laptop', async () => {
  await begin('case_presentation', 'laptop');
  await as('rowan');
  await reads('Step 1 of 5: Present the case');
  await inThread('Next step').click();
  await reads('Step 2 of 5: Clarifying questions');
  await as('noor');
  await write('Reply', 'Who decides about the next appointment?');
  // Over a weekend, in which no step ends: a week would end the next steps as well. Each day is a page of its own, as a page takes
  // no second press while the first is under way.
  for (let day = 1; day <= 4; day++) {
    const passed = page().waitForResponse((response) => response.url().endsWith('/clock'));
    await page().locator('#clock-day').click();
    await passed;
    await as('noor');
  }
  await page().locator('#clock').getByText('Mon, Mar 9').waitFor();
  await reads('Step 3 of 5: Discussion');
  await reads('please listen');
  await stopServer();
  await startServer();
  await page().locator('#trouble').waitFor({ state: 'hidden' });
  expectErrors();
  await as('imani');
  await write('Reply', 'I would begin with the drawings.');
  await as('rowan');
  await accessible('a step in which the presenter listens');
  await inThread('Next step').click();
  await reads('Step 4 of 5: The presenter responds');
  await write('Write: What stood out, and why', 'The drawings are where there are words.');
  await inThread('Next step').click();
  await reads('Step 5 of 5: Takeaways');
  await write('Write: What I’ll do next', 'I ask for one drawing a week.');
  await inThread('Finish').click();
  await reads('That was the last step');
  await lock({
    'Advice received': 'I would begin with the drawings.',
    'Your decision': 'I ask for one drawing a week.',
    'Rationale (including advice not followed)': 'The drawings are where there are words.',
  });
}, 120_000);

test('a dilemma opens at the step it is at, and its texts fill in the record, on a phone', async () => {
  const { steps } = shippedTemplate('dilemma_ten');
  await begin('dilemma_ten', 'phone');
  await as('rowan');
  for (const [i, { id, name, writes }] of steps.entries()) {
    await reads(`Step ${i + 1} of ${steps.length}: ${name.en}`);
    if (writes) await write(`Write: ${writes.label.en}`, `In ${id.toLowerCase()} we agreed to slow down.`);
    if (id === 'consult') {
      await as('noor');
      await reads(`Step ${i + 1} of ${steps.length}`);
      const box = await inThread('Next step').boundingBox();
      const line = await page().locator('.thread [data-line]').boundingBox();
      expect(box?.y, 'in sight without scrolling').toBeLessThan(line?.y ?? 0);
      await accessible('a step of a dilemma');
      await write('Reply', 'I would tell both of them.');
      await as('rowan');
    }
    await inThread(i === steps.length - 1 ? 'Finish' : 'Next step').click();
  }
  await reads('That was the last step');
  await lock({
    'Advice received': 'I would tell both of them.',
    'Your decision': 'In decide we agreed to slow down.',
  });
}, 120_000);
