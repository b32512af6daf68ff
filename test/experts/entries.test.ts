import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectCard, expectForm, group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

let app: TestApp;
let ben: Person;
beforeEach(async () => {
  app = await openTestApp();
  ben = (await group(app, ['olga', 'ben'])).ben as Person;
});
afterEach(() => app.remove());

describe('what an expert enters', () => {
  const problems = async (values: Record<string, string>): Promise<string> => {
    const form = await expectForm(ben.does('experts.me'));
    const answer = await ben.does(form.do, { ...form.with, specialties: 'trauma', open: 'yes', ...values });
    return answer.is === 'again' ? words(answer.form) : answer.is;
  };

  it('is checked for people, while a state or a language is what is asked for', async () => {
    for (const jurisdiction of ['Texas', 'Georgia', 'Virginia', 'New York and New Jersey'])
      expect(await problems({ jurisdiction }), jurisdiction).toBe('view');
    expect(await problems({ languages: 'Spanish, Haitian Creole, ASL' })).toBe('view');
    for (const typed of ['Gloria Whitcombe', 'Supervised by Tobias Krenwinkel', 'Texas, 415-555-0134']) {
      expect(await problems({ jurisdiction: typed }), typed).not.toBe('view');
      expect(await problems({ languages: typed }), typed).not.toBe('view');
    }
  });

  it('needs a specialty or a kind of help before somebody is listed', async () => {
    expect(await problems({ specialties: '' })).toContain('! Specialties: choose at least one');
    expect(words(await expectCard(ben.does('experts.entry')))).toContain('You’re not on the list.');
    expect(await problems({ specialties: '', open: 'no' })).toBe('view');
    expect(await problems({ specialties: '', help: 'second_opinion' })).toBe('view');
  });

  it('and so are the specialties that a group adds', async () => {
    const olga = await app.person('olga', { manages: true });
    const form = await expectForm(olga.does('experts.list'));
    const sent = (names: string) => olga.does(form.do, { ...form.with, names });
    expect(await sent('Perinatal\nEMDR')).toMatchObject({ is: 'view' });
    expect(await sent('Perinatal\nClients of Gloria Whitcombe')).toMatchObject({ is: 'again' });
  });
});
