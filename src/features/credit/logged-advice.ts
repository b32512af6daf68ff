import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { decided, drop, show } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { action, actions, card, day, facts, msg, quiet, title } from '../../view/build.ts';
import { logPlace, placeValues } from '../consultation/my-log/model.ts';
import { Advised } from './model.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;
const OfAdvice = z.object({ group: z.string(), advice: Id, ...logPlace });

/** What I logged of advising a colleague, to be changed or removed. */
export const showAdvised = query({
  ...common,
  name: 'credit.advised.show',
  input: OfAdvice,
  show: async ({ group, advice, ...place }, ctx) => {
    const own = await ctx.read.get(Advised, advice);
    if (own === null) return refusal('gone');
    const credentials = own.colleagues.filter(Boolean).join(', ');
    return card(say('credit.advised'), [
      title(say('credit.advised')),
      facts(
        [say('record.on'), day(own.on.date)],
        [say('record.duration'), say('record.length', { minutes: own.minutes })],
        [say('record.mode'), msg(say('record.mode.name', { mode: own.mode }))],
        [say('record.topic'), msg(say('topic.name', { topic: own.topic }))],
        ...(credentials === ''
          ? []
          : [[say('credit.advised.credentials'), say('supervision.text', { text: credentials })] as const]),
      ),
      quiet(say('credit.advised.private')),
      actions(
        action(say('credit.advised.change'), 'credit.advised', { group, advice }),
        action(
          say('credit.advised.remove'),
          'credit.advised.drop',
          { group, advice, ...placeValues(place) },
          { tone: 'danger', confirm: say('credit.advised.remove.confirm') },
        ),
        action(say('records.summary'), 'consult.records', { group, ...placeValues(place) }),
      ),
    ]);
  },
});

export const dropAdvised = command({
  ...common,
  name: 'credit.advised.drop',
  input: OfAdvice,
  decide: async ({ group, advice, ...place }, ctx) => {
    const own = await ctx.read.get(Advised, advice);
    if (own === null) return refusal('gone');
    const also = await ctx.raise('onLogRemoved', { ids: [own.id] });
    return decided(show('consult.records', { group, ...placeValues(place) }, say('credit.advised.removed')), {
      ...also,
      changes: [drop(Advised, own.id), ...also.changes],
    });
  },
});
