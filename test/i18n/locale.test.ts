import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/i18n/catalogue.ts';
import { formatFor } from '../../src/i18n/format.ts';
import { chooseLocale, languageName, languages } from '../../src/i18n/locale.ts';
import { catalogues } from '../../src/i18n/locales.ts';
import { ownWords, say, wordsOf } from '../../src/i18n/message.ts';
import { speaks } from '../fixtures/languages.ts';
import { pseudoLocale, pseudoOf } from '../fixtures/pseudo.ts';
import { ask, consultationOf } from '../fixtures/steps.ts';
import { expectForm, group, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

/** Portuguese as far as a test needs it; the sentences it lacks stay English. */
function pt(en: Catalogue): Catalogue {
  return {
    ...en,
    'help.summary': 'O que o Curbside faz',
    'setup.title': 'Configurar este grupo',
    'mend.summary': 'Algo que você publicou precisa de correção',
    'own.replies': ({ n }, { plural }) => plural(n, { 0: 'Nenhuma resposta', one: '# resposta', other: '# respostas' }),
  };
}

const registered = languages();
speaks(catalogues, 'pt', pt);
speaks(catalogues, pseudoLocale, pseudoOf);

describe('which language', () => {
  it('is the person’s, without its region where there is none for it, then the group’s, then English', () => {
    const words = (...wanted: (string | null)[]) => wordsOf(chooseLocale(...wanted), say('help.summary'));
    expect(words('pt-BR')).toBe('O que o Curbside faz');
    expect(words('pt_BR')).toBe('O que o Curbside faz');
    expect(words('de-DE', 'pt')).toBe('O que o Curbside faz');
    expect(words('en-GB', 'pt')).toBe(wordsOf('en', say('help.summary')));
    expect(words('de-DE', 'xx')).toBe(wordsOf('en', say('help.summary')));
    expect(words(null, 'no locale at all!')).toBe(wordsOf('en', say('help.summary')));
  });

  it('keeps the region for dates, also where the words are English', () => {
    expect(chooseLocale('pt-BR', 'en')).toBe('pt-BR');
    expect(chooseLocale('de-DE', 'en')).toBe('de-DE');
    expect(chooseLocale('de-DE', 'pt')).toBe('pt');
    expect(chooseLocale(null, null)).toBe('en');
  });

  it('is named by its own name', () => {
    expect(languages()).toEqual([...new Set([...registered, 'pt', pseudoLocale])]);
    expect(languageName('pt')).toBe('português');
  });
});

describe('a sentence', () => {
  it('has the plural forms of its language, and an exact number before them', () => {
    const replies = (locale: string, n: number) => wordsOf(locale, say('own.replies', { n }));
    expect([0, 1, 2].map((n) => replies('pt-BR', n))).toEqual(['Nenhuma resposta', '1 resposta', '2 respostas']);
    const polish = (n: number) => formatFor('pl').plural(n, { one: '# plik', few: '# pliki', other: '# plików' });
    expect([1, 3, 5, 22].map(polish)).toEqual(['1 plik', '3 pliki', '5 plików', '22 pliki']);
  });

  it('has numbers and lists as its readers write them', () => {
    expect(formatFor('en-US').plural(12000, { one: '# word', other: '# words' })).toBe('12,000 words');
    expect(formatFor('pt-BR').number(12000)).toBe('12.000');
    expect(formatFor('en-US').list(['a', 'b', 'c'])).toBe('a, b, and c');
    expect(formatFor('pt-BR').list(['a', 'b', 'c'])).toBe('a, b e c');
  });

  it('of an adapter’s own is in the reader’s language where the adapter has it, else in English', () => {
    const en = { 'x.left': ({ n }: { n: number }) => `${n} left`, 'x.done': 'Done' };
    const own = ownWords({
      en,
      pt: { 'x.left': ({ n }, { plural }) => plural(n, { one: 'falta #', other: 'faltam #' }), 'x.done': 'Pronto' },
    });
    expect(['pt-BR', 'de', pseudoLocale].map((locale) => wordsOf(locale, own('x.left', { n: 2 })))).toEqual([
      'faltam 2',
      '2 left',
      '2 left',
    ]);
    expect(wordsOf('pt', own('x.done'))).toBe('Pronto');
  });

  it('keeps its parameters in the pseudo-locale, and is two fifths longer', () => {
    for (const [key, entry] of Object.entries(catalogues.en ?? {})) {
      if (typeof entry !== 'string') continue;
      const said = wordsOf(pseudoLocale, { key } as never);
      expect(said.length, key).toBeGreaterThanOrEqual(entry.length * 1.4);
    }
    expect(wordsOf(pseudoLocale, say('status.zoneIs', { zone: 'America/New_York' }))).toContain('America/New_York');
  });
});

describe('from the event to what is read', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await openTestApp();
  });
  afterEach(() => app.remove());

  it('a private answer says its language: the person’s, else the group’s', async () => {
    const { ada } = (await group(app, ['ada'])) as { ada: Person };
    const help = async (locale: string | null) =>
      (await (await app.person('ada', { locale })).does('curbside.help')).locale;
    expect(await help('pt-BR')).toBe('pt-BR');
    expect(await help('de')).toBe('de');
    await settle(ada, 'pt');
    expect(await help('de')).toBe('pt');
    expect(await help(null)).toBe('pt');
    expect(await help('en-US')).toBe('en-US');
  });

  it('what is posted in a channel is in the group’s language, once an owner has set it', async () => {
    const { ada } = (await group(app, ['ada', 'ben'])) as { ada: Person };
    await ask(ada, { question: 'How do I end on time with a client?' }, 'Post as me');
    await app.pass(0);
    expect(app.messages.map((m) => m.locale)).toEqual(['en', 'en']);
    await settle(ada, 'pt');
    await ask(ada, { question: 'How do I begin on time with a client?' }, 'Post as me');
    await app.pass(0);
    expect(app.messages.slice(2).map((m) => m.locale)).toEqual(['pt', 'pt']);
  });

  it('what is sent to one person is in their own language, as it was when they joined', async () => {
    const { ada } = (await group(app, ['ada'])) as { ada: Person };
    const carla = await app.person('carla', { locale: 'pt-BR' });
    await carla.does('agreement.accept', { group: await groupId(ada), credential: 'LMFT', licensed: 'yes' });
    const own = await ask(carla, { question: 'How do I end on time with a client?' }, 'Post as me');
    await app.pass(0);
    const at = { group: await groupId(ada), consultation: consultationOf(own) };
    await ada.does('consult.flag', at);
    await app.pass(0);
    const told = app.messages.filter((m) => m.place.is === 'direct');
    expect(told.map((m) => [m.locale, wordsOf(m.locale ?? '', m.view.summary)])).toEqual([
      ['pt-BR', 'Algo que você publicou precisa de correção'],
    ]);
    expect(new Set(app.messages.filter((m) => m.place.is !== 'direct').map((m) => m.locale))).toEqual(new Set(['en']));
  });

  /** Sets the language of the group, in its settings. */
  async function settle(owner: Person, locale: string): Promise<void> {
    const form = await expectForm(owner.does('curbside.settings', { group: await groupId(owner) }));
    const values = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
    expect(values.locale).toBe('en');
    await owner.does(form.do, { ...form.with, ...values, locale });
  }
});
