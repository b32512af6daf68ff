import type { Action, Answer, Block } from '../../src/index.ts';
import { card, everyForm } from '../adapters/slack/views.ts';
import type { KitOptions, startKit } from './slack-kit.ts';

type Json = Record<string, unknown>;
type Kit = Awaited<ReturnType<typeof startKit>>;

const button = (label: Action['label'], route: string, values: Action['with']): Action => ({
  label,
  do: route,
  with: values,
  tone: 'plain',
  confirm: null,
});
const draft = { group: 'g1', draft: 'd7' };
const attest: Block = {
  is: 'switch',
  label: { key: 'preview.attest' },
  on: false,
  do: 'consult.attest',
  with: { ...draft, version: '1' },
};
const preview = card(attest, {
  is: 'actions',
  actions: [
    button({ key: 'preview.asMe' }, 'consult.post', { ...draft, as: 'me' }),
    button({ key: 'preview.edit' }, 'consult.draft.edit', draft),
  ],
});
export const done = card({ is: 'text', style: 'body', spans: [{ is: 'msg', msg: { key: 'setup.saved' } }] });

const answers: Readonly<Record<string, Answer>> = {
  'consult.ask': { is: 'view', note: null, view: everyForm },
  'consult.draft': { is: 'view', note: null, view: preview },
  'consult.draft.edit': { is: 'view', note: null, view: everyForm },
  'consult.attest': { is: 'view', note: null, view: preview },
  'consult.post': { is: 'view', note: { key: 'setup.saved' }, view: done },
};
/** What the core answers, unless a test says otherwise. */
export const usual: KitOptions['answer'] = (asked) => answers[asked.command] ?? { is: 'refused', view: done };

/** Opens the form of `/consult`. */
export async function opened({ server, person }: Kit): Promise<Json> {
  await person.command('/consult');
  return (await server.next('views.open answered')).body.view as Json;
}

/** A value for every field of the form. */
export const filled = {
  question: 'How do I respond when',
  credential: 'LMFT',
  zone: 'Europe/Lisbon',
  need: 'ideas',
  features: ['a'],
  topic: 't3',
  tags: ['g1', 'g2'],
  owners: ['U0ROWAN', 'U0MARE'],
  load: '2',
  followUp: '2026-04-01',
  share: [],
};
