import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platforms } from '../../adapters/cli/platforms.ts';
import { languages } from '../../src/i18n/locale.ts';
import { catalogues } from '../../src/i18n/locales.ts';
import { wordsOf } from '../../src/i18n/message.ts';
import { routes } from '../../src/index.ts';
import { calledInGallery, faces } from '../fixtures/faces.ts';
import { gallery, type Shown } from '../fixtures/gallery.ts';
import { speaks } from '../fixtures/languages.ts';
import { closing, opening, pseudoLocale, pseudoOf } from '../fixtures/pseudo.ts';
import { everybodySends, type Step } from '../fixtures/random-walk.ts';
import { cutsShown, foreignWords, typedWords } from '../fixtures/rendered-text.ts';
import { isSentenceCase, labelsOf } from '../fixtures/sentence-case.ts';
import { openTestApp, type TestApp } from '../fixtures/test-app.ts';

// A second language, registered as any other.
speaks(catalogues, pseudoLocale, pseudoOf);
for (const face of faces) if (face.languages !== null) speaks(face.languages, pseudoLocale, pseudoOf);

const locales = [...languages(), pseudoLocale];

let app: TestApp;
let screens: Shown[];
beforeAll(async () => {
  app = await openTestApp();
  screens = await gallery(app);
});
afterAll(() => app.remove());

/** Every real screen, with the longest texts that fit, in English and in a language with longer words. */
describe('gallery', () => {
  it('holds every kind of screen, of all features', () => {
    expect([...new Set(screens.map(({ view }) => view.is))].sort()).toEqual(['card', 'form', 'home']);
    expect(new Set(screens.map((s) => s.name)).size).toBeGreaterThan(30);
  });

  it('every form opens with dates as they are kept: what a date picker is given as words, it shows as empty', () => {
    const forms = screens.flatMap(({ name, view }) => (view.is === 'form' ? [{ name, fields: view.fields }] : []));
    const opened = forms.filter(({ fields }) => fields.every(({ error }) => error === null));
    const dates = opened.flatMap(({ name, fields }) =>
      fields.flatMap((f) => (f.is === 'date' && f.value !== '' ? [`${name} ${f.name} ${f.value}`] : [])),
    );
    expect(dates.length).toBeGreaterThan(10);
    expect(dates.filter((date) => !/ \d{4}-\d{2}-\d{2}$/.test(date))).toEqual([]);
  });

  it('no hint says that a field is optional: every platform marks which are and which are not', () => {
    const hints = screens.flatMap(({ name, view }) =>
      view.is === 'form'
        ? view.fields.flatMap((f) => (f.hint === null ? [] : [`${name}: ${wordsOf('en', f.hint)}`]))
        : [],
    );
    expect(hints.length).toBeGreaterThan(100);
    expect(hints.filter((hint) => /: Optional\b/.test(hint))).toEqual([]);
  });

  it('has titles, labels, buttons and options in sentence case', () => {
    const labels = new Set(screens.flatMap(({ view }) => labelsOf(view)));
    for (const route of routes) if (route.slash !== null) labels.add(wordsOf('en', { key: route.slash.help } as never));
    expect(labels.size).toBeGreaterThan(150);
    expect([...labels].filter((label) => !isSentenceCase(label.replace(/\/\w+ \w+/g, '')))).toEqual([]);
  });

  it('is drawn as each platform draws it', () => {
    expect(faces.map(({ platform }) => platform)).toEqual([...platforms.map(({ name }) => name), 'playground'].sort());
  });

  it.each(faces.flatMap((face) => locales.map((locale) => ({ face, locale, on: face.platform }))))(
    '$on, $locale: every screen is within its limits, and every button and menu can be used',
    ({ face, locale }) => {
      for (const { name, view } of screens) expect(face.problems(view, locale), name).toEqual([]);
    },
  );

  it('no screen has two main buttons', () => {
    const mains = (part: unknown): string[] =>
      Array.isArray(part)
        ? part.flatMap(mains)
        : typeof part === 'object' && part !== null
          ? [
              ...('tone' in part && part.tone === 'main' && 'do' in part ? [String(part.do)] : []),
              ...Object.values(part).flatMap(mains),
            ]
          : [];
    const found = screens.map(({ name, view }) => ({ name, mains: mains(view) }));
    expect(found.filter((screen) => screen.mains.length === 1).length).toBeGreaterThan(100);
    expect(found.filter((screen) => screen.mains.length > 1)).toEqual([]);
  });

  it('on all of them, every sentence comes from the catalogue, and one that is cut shows it', () => {
    for (const { name: screen, view } of screens) {
      const typed = typedWords(view, calledInGallery);
      for (const face of faces) {
        const drawn = face.draw(view, pseudoLocale);
        const where = `${screen} on ${face.platform}`;
        expect(JSON.stringify(drawn), where).toContain(opening);
        expect(foreignWords(drawn, typed), where).toEqual([]);
        expect(cutsShown(drawn, opening, closing), where).toBe(true);
      }
    }
  });

  it('whatever is sent from them, by whomever: nothing fails inside, and all can be drawn', async () => {
    const commands = new Set<string>();
    const answers = new Map<string, Shown>();
    const take = ({ who, command, answer, errors }: Step) => {
      expect(errors, command).toEqual([]);
      commands.add(command);
      const view = answer.is === 'again' ? answer.form : answer.view;
      answers.set(`${command} ${answer.is} ${JSON.stringify(view).replace(/"(?:with|value)":[^}]*/g, '').length}`, {
        name: command,
        view,
        who,
      });
    };
    await everybodySends(app, screens, take);
    expect(commands.size).toBeGreaterThan(160);
    for (const { name: command, view } of answers.values()) {
      for (const face of faces) {
        expect(face.draw(view, 'en').length, command).toBeGreaterThan(0);
        if (view.is === 'form') expect(face.problems(view, 'en'), `${command} on ${face.platform}`).toEqual([]);
      }
    }
  });
});
