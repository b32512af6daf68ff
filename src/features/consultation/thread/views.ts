import { say } from '../../../i18n/message.ts';
import { action, actions, body, card, former, msg, person, quiet, quote, urgent } from '../../../view/build.ts';
import type { Action, Block, Card, Span } from '../../../view/view.ts';
import { type Group, urgentText } from '../../group/model.ts';
import { caseBlocks } from '../case/preview-view.ts';
import type { Author, Consultation, Reply } from '../model.ts';
import { category } from '../words.ts';

/** An author and, for a member, the credential beside the name. */
export interface Named {
  readonly author: Author;
  readonly credential: string | null;
}

/** Who wrote something, as colleagues see it; without a name, in the voice that was chosen. */
export function byWhom({ author, credential }: Named, voice: Reply['voice'] | 'line'): Span {
  if (author.as === 'me') return person(author.person, credential);
  if (author.as === 'former') return former(author.credential);
  return msg(say(voice === 'line' ? 'line.anonymous' : voice === 'asker' ? 'reply.theAsker' : 'reply.colleague'));
}

const ids = (c: Consultation) => ({ group: c.group, consultation: c.id });
const ofReply = (r: Reply) => ({ group: r.group, reply: r.id });

/** The line in the channel: a category, never a word of the case or of what came of it. */
export function channelCard(c: Consultation, named: Named): Card {
  const atRisk = c.urgency === 'risk' && c.status === 'open';
  return card(category(c), [
    atRisk ? urgent(category(c)) : body(category(c)),
    quiet(say('line.by'), byWhom(named, 'line')),
    ...(c.need && c.status !== 'removed' ? [quiet(say('line.wanted', { need: c.need }))] : []),
    ...standing(c),
  ]);
}

function standing(c: Consultation): Block[] {
  if (c.status === 'removed') return [body(say('line.removed'))];
  if (c.status === 'open') return [quiet(say(c.hiddenAt === null ? 'line.openThread' : 'line.hidden'))];
  return [body(say('line.closed')), ...(c.outcome === null ? [] : [quiet(say('line.outcome'))])];
}

/** Which words are meant is asked in a form; nobody learns who asked. */
export const reportOf = (of: Consultation | Reply): Action =>
  action(say('case.flag'), 'consult.report', 'consultation' in of ? ofReply(of) : ids(of));

/** The case inside the thread. Everybody has the same buttons, so that they tell nothing; only its author can close it. */
export function caseCard(c: Consultation): Card {
  const more = action(say('case.more'), 'consult.more', ids(c));
  const close = c.status === 'open' ? [action(say('case.close'), 'consult.close.ask', ids(c))] : [];
  if (c.hiddenAt !== null || c.text === null)
    return card(say('case.summary'), [body(say('line.hidden')), actions(...close, more)]);
  const tone = c.structure?.steps ? 'plain' : 'main';
  const reply = action(say('case.reply'), 'consult.reply', ids(c), { tone });
  return card(say('case.summary'), [
    ...caseBlocks(c.text, {}, c.structure),
    actions(...(c.status === 'open' ? [reply] : []), reportOf(c), ...close, more),
  ]);
}

/** A reply in the thread. */
export function replyCard(r: Reply, named: Named): Card {
  return card(say('reply.summary'), [
    body(byWhom(named, r.voice)),
    ...(r.author.as === 'me' && r.author.home !== undefined ? [quiet(say('reply.elsewhere'))] : []),
    ...(r.step === null ? [] : [quiet(say('template.text', { text: r.step.name }))]),
    r.hidden || r.text === null ? quiet(say('reply.hidden')) : quote(r.text),
    actions(...(r.hidden ? [] : [reportOf(r)]), action(say('case.more'), 'consult.reply.more', ofReply(r))),
  ]);
}

/** Posted under the case when it is closed, and when it is open again. */
export const closedCard: Card = card(say('closedLine.summary'), [body(say('closedLine.text'))]);
export const reopenedCard: Card = card(say('reopenedLine.summary'), [body(say('reopenedLine.text'))]);

/** What the person who asked chose to share, under the case. Hidden with the text: it may name the same person. */
export function outcomeCard(c: Consultation): Card {
  if (c.outcome === null) return card(say('outcome.summary'), [quiet(say('closedLine.outcomeGone'))]);
  if (c.hiddenAt !== null) return card(say('outcome.summary'), [quiet(say('closedLine.outcomeHidden'))]);
  const ask = { confirm: say('case.flag.outcome'), yes: say('case.flag.yes') };
  return card(say('outcome.summary'), [
    quote(c.outcome, say('closedLine.outcome')),
    actions(action(say('case.flag'), 'consult.outcome.flag', ids(c), ask)),
  ]);
}

/** Told to a named author whose outcome was reported. */
export const outcomeReportedCard: Card = card(say('mend.summary'), [body(say('mend.outcome'))]);

/** Told to an expert of another group: the reply waits where they wrote it. */
export const mendElsewhereCard: Card = card(say('mend.summary'), [body(say('mend.elsewhere'))]);

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
  card(say('nudge.summary'), [body(category(c)), quiet(say('nudge.text')), nudgeWays(c)]);

/** Under a question about somebody at risk: whom to call now, as this thread may stay silent. */
export const riskNudgeCard = (c: Consultation, place: Group['place']): Card =>
  card(say('nudge.risk'), [urgent(say('nudge.risk')), body(urgentText(place)), nudgeWays(c)]);

const nudgeWays = (c: Consultation): Block =>
  actions(
    action(say('case.reply'), 'consult.reply', ids(c), { tone: 'main' }),
    action(say('nudge.answered'), 'consult.answered', ids(c)),
  );

/** What a reminder turns into, so that nobody follows it for nothing. */
export const nudgeOverCard = (c: Consultation, why: 'answered' | 'closed' | 'hidden'): Card =>
  card(say('nudge.over'), [body(category(c)), quiet(say('nudge.why', { why }))]);
