import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { action, quiet } from '../../view/build.ts';
import type { Action, Block } from '../../view/view.ts';

/** Lines of one page: with a button each, and what is above and below them, they fit on a card on every platform. */
const onPage = 8;

/** The page that is asked for, as a button carries it. */
export const Page = z.coerce.number().int().min(1).max(9999).default(1);

/** One page of a list, with which one it is (`page`, in words in `where`) and the ways to those beside it. */
export function paged<T>(all: readonly T[], asked: number, command: string, values: Readonly<Record<string, string>>) {
  const pages = Math.max(1, Math.ceil(all.length / onPage));
  const page = Math.min(asked, pages);
  const turn = (label: 'supervision.previous' | 'supervision.next', to: number): Action[] =>
    to < 1 || to > pages ? [] : [action(say(label), command, { ...values, page: String(to) })];
  const where: Block[] = pages === 1 ? [] : [quiet(say('log.page', { page, pages }))];
  return {
    page,
    shown: all.slice((page - 1) * onPage, page * onPage),
    where,
    turns: [...turn('supervision.previous', page - 1), ...turn('supervision.next', page + 1)],
  };
}
