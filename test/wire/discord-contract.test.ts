import { expect } from 'vitest';
import { render } from '../../adapters/discord/components/render.ts';
import { renderModal } from '../../adapters/discord/forms/modal.ts';
import { pagesOf } from '../../adapters/discord/forms/pages.ts';
import type { Form, View } from '../../src/index.ts';
import { body, cardOf, everyBlock, everyField, formOf, msg, quoted } from '../adapters/discord/views.ts';
import { chatContract } from '../contract/chat.ts';
import { type Reply, refusal } from './discord-http.ts';
import { writtenJson } from './discord-json.ts';
import { canary, startKit } from './discord-kit.ts';
import type { Seen } from './discord-person.ts';
import { faults, messageFaults } from './discord-schema.ts';

const look = { locale: 'en', people: () => ({ name: 'Rowan Ellery', userId: '200000000000000001' }) };

/** One modal's worth: everything but people, who have references of their own in every installation. */
const form: Form = formOf(
  everyField().filter((f) => f.is !== 'people' && f.name !== 'few' && f.name !== 'many'),
  { with: { group: 'abcdefghijklmnop' } },
);

const failures: Readonly<Record<string, Reply>> = {
  rate: { status: 429, headers: { 'retry-after': '3' }, body: { message: 'slow', retry_after: 3, global: false } },
  gone: refusal(404, 10003),
  forbidden: refusal(403, 50013),
  broken: { status: 502 },
};

/** A message in the channel and in a direct message, a private card with a note, or modals. */
function problemsOf(view: View): string[] {
  if (view.is === 'form') {
    return pagesOf(view, 'en').flatMap((page) => {
      const data = renderModal(view, page, 'fa.b', look);
      return faults('POST', '/interactions/1/t/callback', { type: 9, data });
    });
  }
  const drawings = [
    render(view, look),
    render(view, look, null, 'discord.abcdefghijklmnop'),
    render(view, look, { key: 'setup.saved' }),
  ];
  return drawings.flatMap(({ components, overflow }) => {
    const message = { components, flags: 1 << 15 };
    const below = overflow.flatMap((content) =>
      messageFaults({ components: [{ type: 10, content }], flags: 1 << 15 }, true),
    );
    return [...faults('POST', '/channels/1/messages', message), ...below];
  });
}

chatContract(
  {
    name: 'Discord',
    form,
    values: { question: canary.phrase, long: 'v1', heavy: '4', on: '2026-04-01' },
    start: async (answer) => {
      const kit = await startKit({ answer });
      const { server } = kit;
      let screen: Seen | null = null;
      let waited = 0;
      const help = { id: '1', name: 'curbside', type: 1, options: [{ type: 1, name: 'help', options: [] }] };
      const answers = () =>
        server.requests.filter((r) => r.method === 'PATCH' && r.path.startsWith('/webhooks')).length;
      return {
        platform: kit.discord,
        scope: kit.scope,
        channel: kit.channel.id,
        marks: [kit.user.id, canary.name],
        actor: {
          openForm: async () => {
            screen = await kit.me.type('consult', 'ask');
          },
          submit: async (values) => {
            if (screen === null) throw new Error('no form is open');
            await kit.me.submit(screen, values);
          },
          command: async (twice) => {
            const done = server.interactions.begin(kit.user, kit.guild, kit.channel.id, 2, help);
            if (twice) server.gateway.redeliver();
            await done.acknowledged;
          },
          answered: async () => {
            waited += 1;
            await expect.poll(answers).toBeGreaterThanOrEqual(waited);
          },
        },
        ownMessage: async () => {
          server.gateway.dispatch('MESSAGE_CREATE', writtenJson(kit.world.bot, kit.channel));
        },
        problemsOf,
        failNext: (how) =>
          server.next('POST', /^\/channels\/\d+\/messages$/, failures[how] as Reply, {
            times: how === 'broken' ? 4 : 1,
          }),
        seenByOthers: () =>
          server.requests.filter((r) => r.path.startsWith('/channels/') && r.method !== 'GET').map((r) => r.body ?? {}),
        stop: kit.stop,
      };
    },
  },
  {
    plain: cardOf(quoted('A question.')),
    everyCard: cardOf(...everyBlock()),
    everyForm: formOf(everyField(), { intro: [body({ is: 'msg', msg: msg('agreement.formIntro') })] }),
    everyHome: { is: 'home', blocks: everyBlock() },
  },
);
