import { expect, it } from 'vitest';
import { app, peerGroup } from '../fixtures/peer-group.ts';
import { submit } from '../fixtures/steps.ts';
import { expectForm, type Person } from '../fixtures/test-app.ts';
import { button } from '../fixtures/view-text.ts';

peerGroup(2);

/** The form in which somebody new accepts the agreement. */
async function joining(person: Person) {
  const first = await person.does('consult.list');
  if (first.is !== 'refused') throw new Error('nothing came between');
  const { do: command, with: values } = button(first.view, 'Accept and continue');
  return expectForm(person.does(command, { ...values }));
}
const typed = { licensed: 'yes', agreed: 'yes' };

it.each(['treats Maria Lopez 415-555-0132', 'LPC, sees Keisha', 'LPC Associate, supervised by Jane Doe'])(
  'a credential that says something of somebody is not taken: %s',
  async (credential) => {
    const zed = await app.person('zed', {});
    const again = await submit(zed, await joining(zed), { ...typed, credential });
    if (again.is !== 'again') throw new Error('it was taken');
    const field = again.form.fields.find(({ name }) => name === 'credential');
    expect(field?.error?.key).toBe('field.identifiers');
    expect(field?.value).not.toMatch(/Lopez|Keisha|Jane|0132/);
  },
);

it.each([
  'LCSW',
  'Psy.D.',
  'M.Div., LMFT',
  'Associate Marriage and Family Therapist',
  'PhD, licensed psychologist (NY)',
])('a credential stays as it is: %s', async (credential) => {
  const zed = await app.person('zed', {});
  const done = await submit(zed, await joining(zed), { ...typed, credential });
  expect(done.is).toBe('view');
});
