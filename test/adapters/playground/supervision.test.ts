import { expect, it } from 'vitest';
import { scene } from './scene.ts';
import { valuesOf, visitor } from './visitor.ts';

const { visit, page, url, card, dialog, field, line, become, accessible } = scene();

/** Turns supervision on, and has Mateo and Saoirse agree. */
async function agreed(): Promise<void> {
  const others = visitor(url());
  const group = valuesOf(await others.page('as=rowan&at=home'), 'consult.ask').group ?? '';
  const setup = {
    zone: 'America/New_York',
    features: 'consultation,supervision',
    quietFrom: '18:00',
    quietTo: '08:30',
  };
  await others.press('beatrix', 'home', 'setup.save', { group }, { ...setup, nudgeHours: '24' });
}

async function type(text: string): Promise<void> {
  await line().fill(text);
  await page().keyboard.press('Escape');
  await line().press('Enter');
}

const button = (name: string) => card().getByRole('button', { name, exact: true });

it('hours go from an agreement to a signature, each step by the person whose it is', async () => {
  await agreed();
  await visit('laptop', 'light', '?as=mateo');
  await type('/supervision pair');
  await dialog().getByText('Saoirse Windermere').first().click();
  await dialog().getByRole('radio', { name: 'Licensure', exact: true }).check();
  await dialog().getByRole('radio', { name: /Texas/ }).check();
  await field('Work sites').fill('Harbor Clinic');
  await field('Start date').fill('2026-03-01');
  await dialog().getByRole('button', { name: 'Propose agreement' }).click();
  await card().getByText('The other person hasn’t confirmed yet.').waitFor();

  await become('Saoirse Windermere');
  await type('/supervision records');
  await button('Open').click();
  await button('Confirm agreement').click();
  await card().getByText('Active').waitFor();

  await become('Mateo Larkspur');
  await type('/supervision log');
  await field('Minutes').fill('1.5h');
  await dialog().getByRole('radio', { name: 'Direct client counseling contact' }).check();
  await accessible('the form of an entry');
  await dialog().getByRole('button', { name: 'Save entry' }).click();
  await expect.poll(() => field('Minutes').inputValue()).toBe('90');
  await dialog().getByRole('button', { name: 'Save entry' }).click();
  await card().getByText('Waiting for signature').waitFor();

  await become('Saoirse Windermere');
  await type('/supervision sign');
  await button('Sign this entry').click();
  await page().getByRole('button', { name: 'Sign this entry', exact: true }).last().click();
  await card().getByText('1 entry was signed.').waitFor();

  await become('Mateo Larkspur');
  await type('/supervision totals');
  await card()
    .getByRole('term')
    .filter({ hasText: /^Signed$/ })
    .waitFor();
  await accessible('totals');
});

it('on a phone the whole address of a rule’s source can be read', async () => {
  await agreed();
  await visit('phone', 'light', '?as=mateo');
  await type('/supervision rules');
  const pack = card().locator('li').filter({ hasText: 'California Associate MFT' });
  await pack.getByRole('button', { name: 'Open' }).click();
  const source = card().locator('li').filter({ hasText: 'www.camft.org/COS/Advocacy' }).first();
  await source.waitFor();
  const [content, room] = await source.evaluate((e) => [e.scrollWidth, e.clientWidth]);
  expect(content).toBe(room);
});
