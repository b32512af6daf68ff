import { say } from '../../../i18n/message.ts';
import { action, actions, body, card, person, quiet, quote } from '../../../view/build.ts';
import type { Block, Card, Span } from '../../../view/view.ts';
import { caseBlocks } from '../case/preview-view.ts';
import type { Author, Consultation, Reply } from '../model.ts';
import { category } from '../words.ts';

/** An author and, for a member, the credential beside the name. */
export interface Named {
  readonly author: Author;
  readonly credential: string | null;
}

const byWhom = ({ author, credential }: Named): Span => {
  if (author.as === 'me') return person(author.person, credential);
  return { is: 'msg', msg: say(author.as === 'former' ? 'privacy.former' : 'line.anonymous') };
};

const ids = (c: Consultation) => ({ group: c.group, consultation: c.id });

/** The line in the channel: a category, never a word of the case. */
export function channelCard(c: Consultation, named: Named): Card {
  const state: Block[] =
    c.status === 'removed'
      ? [body(say('line.removed'))]
      : c.status === 'closed'
        ? [body(say('line.closed')), ...outcome(c)]
        : [quiet(say('line.openThread'))];
  return card(category(c), [
    body(category(c)),
    quiet(say('line.by'), byWhom(named)),
    ...(c.need && c.status !== 'removed' ? [quiet(say('line.wanted', { need: c.need }))] : []),
    ...state,
  ]);
}

/** Hidden with the text: the outcome may name the same person. */
const outcome = (c: Consultation): Block[] =>
  c.outcome && c.hiddenAt === null ? [quote(c.outcome, say('closedLine.outcome'))] : [];

/** The case inside the thread, with the buttons that everybody has. */
export function caseCard(c: Consultation): Card {
  const more = action(say('case.more'), 'consult.show', ids(c));
  if (c.hiddenAt !== null || c.text === null)
    return card(say('case.summary'), [body(say('line.hidden')), actions(more)]);
  const flag = action(say('case.flag'), 'consult.flag', ids(c), {
    confirm: say('case.flag.confirm'),
    yes: say('case.flag.yes'),
  });
  const reply = action(say('case.reply'), 'consult.reply', ids(c), { tone: 'main' });
  return card(say('case.summary'), [
    ...caseBlocks(c.text, {}),
    actions(...(c.status === 'open' ? [reply, flag, more] : [flag, more])),
  ]);
}

/** A reply in the thread. */
export function replyCard(r: Reply, credential: string | null): Card {
  const voice: Span =
    r.author.as === 'me'
      ? person(r.author.person, credential)
      : {
          is: 'msg',
          msg: say(
            r.author.as === 'former' ? 'privacy.former' : r.voice === 'asker' ? 'reply.theAsker' : 'reply.colleague',
          ),
        };
  const values = { group: r.group, reply: r.id };
  const buttons = actions(
    ...(r.hidden
      ? []
      : [
          action(say('case.flag'), 'consult.flag', values, {
            confirm: say('case.flag.confirm'),
            yes: say('case.flag.yes'),
          }),
        ]),
    action(say('case.more'), 'consult.reply.show', values),
  );
  return card(say('reply.summary'), [
    body(voice),
    r.hidden || r.text === null ? quiet(say('reply.hidden')) : quote(r.text),
    buttons,
  ]);
}

/** Posted under the case when it is closed. */
export const closedCard: Card = card(say('closedLine.summary'), [body(say('closedLine.text'))]);

/** What the person who asked chose to share, under the case. */
export const outcomeCard = (c: Consultation): Card => card(say('outcome.summary'), outcome(c));

/** Told to a named author in private; to an anonymous one it only waits under `/consult mine`. */
export const mendCard = (values: { group: string; consultation: string } | { group: string; reply: string }): Card =>
  card(say('mend.summary'), [
    body(say('mend.text')),
    actions(
      action(say('mend.open'), 'consultation' in values ? 'consult.show' : 'consult.reply.show', values, {
        tone: 'main',
      }),
    ),
  ]);

/** Asked of the group once, when nobody has used the Reply button. */
export const nudgeCard = (c: Consultation): Card =>
  card(say('nudge.summary'), [
    body(category(c)),
    quiet(say('nudge.text')),
    actions(
      action(say('case.reply'), 'consult.reply', ids(c), { tone: 'main' }),
      action(say('nudge.answered'), 'consult.answered', ids(c)),
    ),
  ]);

/** What a reminder turns into, so that nobody follows it for nothing. */
export const nudgeOverCard = (c: Consultation, why: 'answered' | 'closed'): Card =>
  card(say('nudge.over'), [body(category(c)), quiet(say('nudge.why', { why }))]);
