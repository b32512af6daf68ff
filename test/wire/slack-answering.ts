import { afterEach } from 'vitest';
import { type Answer, routes } from '../../src/index.ts';
import { card, everyForm } from '../adapters/slack/views.ts';
import { type KitOptions, startKit } from './slack-kit.ts';

/** For a file whose tests say what the core answers: they start the adapter, which is stopped after each. */
export function answeringKit() {
  let kit: Awaited<ReturnType<typeof startKit>>;
  afterEach(async () => kit.stop());
  return {
    start: async (answer: KitOptions['answer'], more: Partial<KitOptions> = {}) =>
      (kit = await startKit({ routes, answer, ...more })),
    form: (): Answer => ({ is: 'view', note: null, view: everyForm }),
    page: (): Answer => ({
      is: 'view',
      note: { key: 'setup.saved' },
      view: card({ is: 'text', style: 'body', spans: [{ is: 'msg', msg: { key: 'home.nothing' } }] }),
    }),
  };
}
