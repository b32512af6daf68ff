import { say } from '../../../i18n/message.ts';
import type { LinkedAccount } from '../../../ports/vault.ts';
import {
  action,
  actions,
  body,
  card,
  copy,
  item,
  list,
  msg,
  quiet,
  title,
  typedLine,
  when,
} from '../../../view/build.ts';
import type { Block, Card } from '../../../view/view.ts';
import { codeMinutes } from './model.ts';

/** The platform of a community, as its reference begins. */
export const platformIn = (scope: string): string => scope.split('.', 1)[0] ?? '';

/** My linked accounts, and the ways to link one. `code`: one to enter elsewhere. */
export function accountsCard(
  group: string,
  linked: readonly LinkedAccount[],
  { code, expired }: { readonly code: string | null; readonly expired: boolean },
): Card {
  return card(say('log.accounts'), [
    title(say('log.accounts')),
    ...(code === null
      ? [body(say(expired ? 'link.expired' : 'link.intro'))]
      : [copy(say('link.code'), [typedLine(null, code)]), body(say('link.until', { minutes: codeMinutes }))]),
    linkedList(linked),
    quiet(say('link.noted')),
    actions(
      action(
        say('link.get'),
        'consult.link.code',
        { group },
        code === null && linked.length === 0 ? { tone: 'main' } : {},
      ),
      action(say('link.enter'), 'consult.link.enter', { group }),
      action(say('records.summary'), 'consult.records', { group }),
    ),
  ]);
}

/** Them alone, with the way to unlink each. */
export const linkedCard = (linked: readonly LinkedAccount[]): Card =>
  card(say('log.accounts'), [
    title(say('log.accounts')),
    linkedList(linked),
    actions(action(say('word.back'), 'curbside.privacy')),
  ]);

const linkedList = (linked: readonly LinkedAccount[]): Block =>
  list(
    linked.map(({ id, scope, since }) =>
      item([msg(say('log.platform', { platform: platformIn(scope) }))], {
        detail: [msg(say('link.since')), when(since, 'date')],
        actions: [
          action(
            say('link.unlink'),
            'consult.link.end',
            { link: id },
            { tone: 'danger', confirm: say('link.unlink.confirm') },
          ),
        ],
      }),
    ),
    say('link.none'),
  );
