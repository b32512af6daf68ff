import { say } from '../../../i18n/message.ts';
import { action, quiet } from '../../../view/build.ts';
import type { Action, Block, Values } from '../../../view/view.ts';
import type { Author } from '../model.ts';
import type { BarState } from './bar-model.ts';

/** What somebody other than its author reads of an anonymous post, and what they can decide about that author. */
export interface BarOf {
  readonly state: BarState | null;
  readonly isOwner: boolean;
}

/** Above the ways on: nobody can be unmasked, and what two people can do instead. */
export function barBlocks(author: Author, { state, isOwner }: BarOf, reply: boolean): Block[] {
  if (author.as !== 'anonymous') return [];
  const note = state === 'asked' ? 'bar.asked' : state === 'askedByMe' ? 'bar.yours' : null;
  return [
    quiet(isOwner ? say('bar.unmask', { reply }) : say('bar.unmaskMember', { reply })),
    ...(note !== null ? [quiet(say(note))] : []),
    ...(state === 'agreed' && isOwner ? [quiet(say('bar.paused'))] : []),
  ];
}

export function barActions(author: Author, values: Values, { state, isOwner }: BarOf): Action[] {
  if (author.as !== 'anonymous' || author.token === '') return [];
  const ask = action(say('bar.action'), 'consult.mute', values, { confirm: say('bar.confirm') });
  const agree = action(say('bar.agree'), 'consult.bar.agree', values, { confirm: say('bar.agree.confirm') });
  const end = action(say(state === 'agreed' ? 'bar.end' : 'bar.withdraw'), 'consult.bar.end', values);
  return [
    ...(state === null && isOwner ? [ask] : []),
    ...(state === 'asked' ? [agree] : []),
    ...(state !== null && isOwner ? [end] : []),
  ];
}
