import { beforeAll, describe, expect, it } from 'vitest';
import { render as renderOnDiscord } from '../../adapters/discord/components/render.ts';
import { renderModal } from '../../adapters/discord/forms/modal.ts';
import { pagesOf } from '../../adapters/discord/forms/pages.ts';
import { renderHome, renderMessage, renderWindow } from '../../adapters/slack/block-kit/render.ts';
import { gallery, type Shown } from '../fixtures/gallery.ts';
import { messageFaults } from '../wire/discord-schema.ts';
import { problemsOfMessage, problemsOfView } from '../wire/slack-block-kit.ts';

const slack = { locale: 'en', people: () => ({ name: 'Rowan Ellery', id: 'U01' }) };
const discord = { locale: 'en', people: () => ({ name: 'Rowan Ellery', userId: '100000000000000001' }) };

let screens: Shown[];
beforeAll(async () => {
  screens = await gallery();
});

/** Every real screen, with the longest texts that fit, on the two platforms that have limits. */
describe('gallery', () => {
  it('holds every kind of screen, of all features', () => {
    expect([...new Set(screens.map(({ view }) => view.is))].sort()).toEqual(['card', 'form', 'home']);
    expect(new Set(screens.map((s) => s.name)).size).toBeGreaterThan(30);
  });

  it('Slack: within Block Kit’s limits, as a message and as a window', () => {
    for (const { name, view } of screens) {
      if (view.is !== 'form') expect(problemsOfMessage(renderMessage(view, slack)), name).toEqual([]);
      if (view.is === 'home') expect(problemsOfView({ ...renderHome(view, slack) }), name).toEqual([]);
      expect(problemsOfView({ ...renderWindow(view, slack) }), name).toEqual([]);
    }
  });

  it('Discord: within the limits of messages and modals', () => {
    const componentsV2 = 1 << 15;
    for (const { name, view } of screens) {
      if (view.is !== 'form') {
        const { components } = renderOnDiscord(view, discord);
        expect(messageFaults({ components, flags: componentsV2 }, true), name).toEqual([]);
        continue;
      }
      for (const page of pagesOf(view, 'en')) {
        const modal = renderModal(view, page, 'form', discord);
        expect(modal.title.length, name).toBeLessThanOrEqual(45);
        expect(modal.components.length, name).toBeLessThanOrEqual(5);
        expect(modal.components.length, name).toBeGreaterThan(0);
      }
    }
  });
});
