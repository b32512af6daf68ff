import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render as renderOnDiscord } from '../../adapters/discord/components/render.ts';
import { renderModal } from '../../adapters/discord/forms/modal.ts';
import { pagesOf } from '../../adapters/discord/forms/pages.ts';
import { languages as discordLanguages } from '../../adapters/discord/words/languages.ts';
import { renderHome, renderMessage, renderWindow } from '../../adapters/slack/block-kit/render.ts';
import { languages as slackLanguages } from '../../adapters/slack/words/languages.ts';
import { catalogues } from '../../src/i18n/locales.ts';
import { wordsOf } from '../../src/i18n/message.ts';
import { routes } from '../../src/index.ts';
import { drawings, name, onDiscord, onSlack } from '../fixtures/drawings.ts';
import { gallery, type Shown } from '../fixtures/gallery.ts';
import { speaks } from '../fixtures/languages.ts';
import { closing, opening, pseudoLocale, pseudoOf } from '../fixtures/pseudo.ts';
import { everybodySends, type Step } from '../fixtures/random-walk.ts';
import { cutsShown, foreignWords, typedWords } from '../fixtures/rendered-text.ts';
import { isSentenceCase, labelsOf } from '../fixtures/sentence-case.ts';
import { openTestApp, type TestApp } from '../fixtures/test-app.ts';
import { faults, messageFaults } from '../wire/discord-schema.ts';
import { problemsOfMessage, problemsOfView } from '../wire/slack-block-kit.ts';

// A second language, registered as any other.
speaks(catalogues, pseudoLocale, pseudoOf);
speaks(slackLanguages, pseudoLocale, pseudoOf);
speaks(discordLanguages, pseudoLocale, pseudoOf);

const locales = ['en', pseudoLocale];

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

  it.each(locales)('Slack, %s: within Block Kit’s limits, as a message and as a window', (locale) => {
    const slack = onSlack(locale);
    for (const { name, view } of screens) {
      if (view.is !== 'form') expect(problemsOfMessage(renderMessage(view, slack)), name).toEqual([]);
      if (view.is === 'home') expect(problemsOfView({ ...renderHome(view, slack) }), name).toEqual([]);
      expect(problemsOfView({ ...renderWindow(view, slack) }), name).toEqual([]);
    }
  });

  it('Discord: every button and menu can be used, in a channel and in a direct message', () => {
    const unusable = (scope: string | null) =>
      screens.flatMap(({ name: screen, view }) => {
        if (view.is === 'form') return [];
        const { components } = renderOnDiscord(view, onDiscord('en'), null, scope);
        const ids = JSON.stringify(components).match(/"custom_id":"x\?[^"]*"/g) ?? [];
        return ids.length === 0 ? [] : [screen];
      });
    expect(unusable(null)).toEqual([]);
    expect(unusable(`discord.${'s'.repeat(16)}`)).toEqual([]);
  });

  it.each(locales)('Discord, %s: within the limits of messages and modals', (locale) => {
    const componentsV2 = 1 << 15;
    const discord = onDiscord(locale);
    for (const { name, view } of screens) {
      if (view.is !== 'form') {
        const { components } = renderOnDiscord(view, discord);
        expect(messageFaults({ components, flags: componentsV2 }, true), name).toEqual([]);
        continue;
      }
      for (const page of pagesOf(view, locale)) {
        const modal = renderModal(view, page, 'fa.b', discord);
        expect(faults('POST', '/interactions/1/t/callback', { type: 9, data: modal }), name).toEqual([]);
        expect(modal.title.length, name).toBeLessThanOrEqual(45);
        expect(modal.components.length, name).toBeLessThanOrEqual(5);
        expect(modal.components.length, name).toBeGreaterThan(0);
      }
    }
  });

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

  it('all three: every sentence comes from the catalogue, and one that is cut shows it', () => {
    for (const { name: screen, view } of screens) {
      const typed = typedWords(view, name);
      for (const [platform, drawn] of Object.entries(drawings(view, pseudoLocale))) {
        const where = `${screen} on ${platform}`;
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
      const { slack, discord } = drawings(view, 'en');
      expect(
        slack.flatMap((drawn) => (view.is === 'form' ? problemsOfView(drawn as never) : [])),
        command,
      ).toEqual([]);
      expect(discord.length, command).toBeGreaterThan(0);
    }
  });
});
