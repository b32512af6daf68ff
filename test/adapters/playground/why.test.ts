import { expect, test } from 'vitest';
import { scene } from './scene.ts';

const { visit, button, field, line, card } = scene();

test.each(['laptop', 'narrow', 'phone'] as const)(
  'what was removed and why stays in its card, on a %s',
  async (size) => {
    const page = await visit(size, 'light', '?as=rowan');
    await line().fill('/consult ask');
    await line().press('Enter');
    await field('Your question').fill(
      'How do I end on time with Gloria Whitcombe, gloria.whitcombe.oakland@example.com?',
    );
    await field('Relevant background').fill(
      'MRN 00482913. Call 415-555-0134. SSN 555-12-3456. Her husband Tom and son Billy moved from Boise on March 3, 2024 to 214 Oak Street. Dr. Anna Keel at Mercy Hospital. Plate 7ABC123. Born 4/5/1980.',
    );
    await button('Show preview').click();
    await card().getByRole('button', { name: 'Why?' }).click();
    await card().locator('table').waitFor();
    const beyond = await page.evaluate<number[]>(`[...document.querySelectorAll('.items-table, .items-table *')]
    .map((e) => e.getBoundingClientRect().right - e.closest('.private').getBoundingClientRect().right)`);
    expect(Math.max(...beyond)).toBeLessThan(0);
    await card().getByText('1 to 10 of').waitFor();
    await card().getByRole('button', { name: 'More words' }).click();
    await card().getByText('11 to').waitFor();
  },
);
