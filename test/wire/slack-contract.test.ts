import { renderHome, renderMessage, renderWindow } from '../../adapters/slack/block-kit/render.ts';
import { routes } from '../../src/index.ts';
import { card, everyCard, everyForm, everyHome, quote } from '../adapters/slack/views.ts';
import { chatContract } from '../contract/chat.ts';
import { problemsOfMessage, problemsOfView } from './slack-block-kit.ts';
import { canary, practice, startKit } from './slack-kit.ts';

type Json = Record<string, unknown>;
const look = { locale: 'en', people: () => ({ name: 'Rowan Ellery', id: 'U0ROWAN' }) };

const form = { ...everyForm, fields: everyForm.fields.filter((f) => f.is !== 'people') };

chatContract(
  {
    name: 'Slack',
    form,
    values: { question: canary.phrase, credential: 'LMFT', zone: 'Europe/Lisbon', load: '2', followUp: '2026-04-01' },
    start: async (answer) => {
      const kit = await startKit({ routes, answer });
      const { server, person } = kit;
      let screen: Json = {};
      return {
        platform: kit.slack,
        scope: kit.scope,
        channel: practice.channel,
        marks: [canary.user, canary.name],
        actor: {
          openForm: async () => {
            await person.command('/consult');
            screen = (await server.next('views.open answered')).body.view as Json;
          },
          submit: async (values) => void (await person.submit(screen, values)),
          command: async (twice) => {
            const trigger_id = server.trigger();
            await person.command('/curbside', 'help', { trigger_id });
            if (twice) await person.command('/curbside', 'help', { trigger_id });
          },
          answered: async () => void (await server.next('response_url')),
        },
        ownMessage: async () => {
          const event = {
            type: 'message',
            user: practice.bot,
            bot_id: 'B1',
            text: 'own',
            channel: practice.channel,
            ts: '1.2',
          };
          await server.send('events_api', { type: 'event_callback', event_id: 'EvOwn', team_id: practice.team, event });
        },
        problemsOf: (view) => [
          ...(view.is === 'form' ? [] : problemsOfMessage(renderMessage(view, look))),
          ...(view.is === 'form' ? [] : problemsOfView({ ...renderHome(view, look) })),
          ...problemsOfView({ ...renderWindow(view, look) }),
        ],
        failNext: (how) =>
          server.script(
            'chat.postMessage',
            how === 'rate'
              ? { status: 429, headers: { 'retry-after': '3' } }
              : how === 'broken'
                ? 'hang up'
                : { error: how === 'gone' ? 'channel_not_found' : 'not_in_channel' },
          ),
        seenByOthers: () =>
          server.calls
            .filter((c) => /^chat\.(post|update|delete)/.test(c.method) && c.method !== 'chat.postEphemeral')
            .map((c) => c.body),
        stop: kit.stop,
      };
    },
  },
  { plain: card(quote('A question.')), everyCard, everyForm, everyHome },
);
