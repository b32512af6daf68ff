import { expect, it } from 'vitest';
import { competencies } from '../../../src/features/supervision/evaluation/competencies.ts';
import { supervisionEvaluation } from '../../../src/i18n/en/supervision-evaluation.ts';
import { scene } from './scene.ts';
import { valuesOf, visitor } from './visitor.ts';

const { visit, page, url, card, dialog, field, line, accessible } = scene();
const [associate, supervisor] = ['mateo', 'saoirse'] as const;

/** On a phone the list of people is closed. */
const become = (who: string) => page().goto(`${url()}/?as=${who}`);

/** Turns supervision on, and has Mateo and Saoirse agree. */
async function agreed(): Promise<void> {
  const { page: pageAs, press } = visitor(url());
  const group = valuesOf(await pageAs('as=rowan&at=home'), 'consult.ask').group ?? '';
  const quiet = { zone: 'America/New_York', quietFrom: '18:00', quietTo: '08:30', nudgeHours: '24' };
  await press('beatrix', 'home', 'setup.save', { group }, { ...quiet, features: 'consultation,supervision' });
}

async function type(text: string): Promise<void> {
  await line().fill(text);
  await page().keyboard.press('Escape');
  await line().press('Enter');
}

const press = (name: string) => card().getByRole('button', { name, exact: true }).click();
const confirm = (name: string) => page().getByRole('button', { name, exact: true }).last().click();
const send = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
const shows = (text: string) => card().getByText(text).first().waitFor();

/** Nothing is wider than the screen, whichever it is. */
async function fits(screen: string): Promise<void> {
  await accessible(screen);
  const wider = await page().evaluate('document.documentElement.scrollWidth > innerWidth');
  expect(wider, screen).toBe(false);
}

async function paired(): Promise<void> {
  await agreed();
  await visit('phone', 'light', '?as=mateo');
  await type('/supervision pair');
  await dialog().getByText('Saoirse Windermere').first().click();
  await dialog().getByRole('radio', { name: 'Licensure', exact: true }).check();
  await dialog().getByRole('radio', { name: /Texas/ }).check();
  await field('Work sites').fill('Harbor Clinic');
  await field('Start date').fill('2026-02-02');
  await send('Propose agreement');
  await shows('The other person hasn’t confirmed yet.');
  await become(supervisor);
  await type('/supervision records');
  await press('Open');
  await press('Confirm agreement');
  await shows('Active');
}

it('a meeting note is written by both and locks, and a reflection is seen by one, on a phone', async () => {
  await paired();
  await type('/supervision meeting');
  await press('New note');
  await dialog().getByText('Ethics', { exact: true }).click();
  await dialog().getByText('Therapist identity', { exact: true }).click();
  await field('Topics').fill('Pacing, and ending sessions on time');
  await field('Feedback').fill('Clear formulations; endings still run over');
  await field('Directives').fill('Read the chapter on endings');
  await field('Actions').fill('Bring one recording\nDraft a safety plan template');
  await fits('the form of a note');
  await send('Save note');
  await shows('Saved. Both of you can read it.');
  await press('Finish note');
  await shows('You finished this note.');

  await become(associate);
  await type('/supervision meeting');
  await press('Open');
  await shows('Read the chapter on endings');
  await fits('a note that the other finished');
  await press('Write my part');
  await field('Topics').fill('How to close without rushing');
  expect(await field('Directives').count()).toBe(0);
  await send('Save note');
  await shows('How to close without rushing');
  await press('Add private reflection');
  await dialog()
    .getByRole('textbox', { name: /Private reflection/ })
    .fill('I felt lost today');
  await send('Save for myself');
  await shows('I felt lost today');
  await type('/supervision meeting');
  await press('Open');
  await shows('Your private reflection (only you can read it)');
  await card().getByText('Bring one recording').last().click();
  await shows('Done');
  await press('Finish note');
  await shows('You finished this note.');

  // What was added since they finished it is theirs to read first.
  await become(supervisor);
  await type('/supervision meeting');
  await press('Open');
  await shows('How to close without rushing');
  await press('Finish note');
  await shows('Locked since');
  expect(await card().textContent()).not.toMatch(/I felt lost|reflection/i);
  expect(await card().getByRole('button').allTextContents()).toEqual([
    'Dismiss',
    'Suggest asking the group',
    'Meeting notes',
  ]);
});

it('an evaluation goes from the self-rating to both having read it, on a phone', async () => {
  await paired();
  const areas = competencies.map((competency) => supervisionEvaluation['evaluation.competency']({ competency }));
  const rate = async (value: string, but: Record<string, string> = {}) => {
    await press('Rate');
    for (const area of areas)
      await dialog()
        .getByRole('group', { name: area })
        .getByRole('radio', { name: but[area] ?? value })
        .check();
    await fits('the form of the ratings');
    await send('Save');
  };
  await become(associate);
  await type('/supervision evaluate');
  await press('Start evaluation');
  await send('Start evaluation');
  await shows('Your turn: rate yourself, then submit it.');
  await rate('Expected for this stage (3)');
  await shows('Your draft.');
  await press('Submit');
  await confirm('Submit');
  await shows('Waiting for the supervisor’s rating.');

  await become(supervisor);
  await type('/supervision evaluate');
  await press('Open');
  await rate('Above expected (4)', { 'Risk and crisis': 'Developing (2)' });
  await shows('1 low rating needs a comment.');
  expect(await card().getByRole('button', { name: 'Submit', exact: true }).count()).toBe(0);
  await press('Comments');
  await field('Risk and crisis').fill('Ask about means every time');
  await send('Save');
  await press('Standards and goals');
  await dialog().getByText('Duty to protect', { exact: true }).click();
  await field('Reviewed on').fill('2026-03-02');
  await field('New goals').fill('Write plans within a week\nLead one intake');
  await send('Save');
  await shows('Write plans within a week');
  await press('Submit');
  await confirm('Submit');
  await shows('Waiting for the supervisee to read it.');

  await become(associate);
  await type('/supervision evaluate');
  await press('Open');
  await shows('Lead one intake');
  await fits('the evaluation');
  await press('Supervisor’s comments');
  await shows('Ask about means every time');
  await press('Back');
  await press('Add statement and confirm');
  await field('Supervisee’s statement').fill('I would rate risk higher');
  await send('I have read this');
  await shows('Waiting for the supervisor to read it.');

  await become(supervisor);
  await type('/supervision evaluate');
  await press('Open');
  await shows('I would rate risk higher');
  await press('I have read this');
  await confirm('I have read this');
  await shows('Read by both, and locked.');
  await type('/supervision evaluate');
  await press('Start evaluation');
  await send('Start evaluation');
  await shows('From an earlier evaluation');
});
