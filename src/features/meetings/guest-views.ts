import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { action, actions, body, card, facts, heading, person, quiet, title, when } from '../../view/build.ts';
import type { Block, Card } from '../../view/view.ts';
import { type Group, partsOf, shownIn } from '../group/model.ts';
import type { Meeting, Series } from './model.ts';
import { linkOf, whereOf } from './views.ts';
import { meetingTime } from './zones.ts';

const toAgree = (m: Meeting) =>
  action(say('meet.guest.read'), 'meeting.guest.agree', { group: m.group, meeting: m.id }, { tone: 'main' });

/** To the guest. */
export const guestInviteCard = (m: Meeting, by: string): Card =>
  card(say('meet.guest.summary'), [
    body(person(by), say('meet.guest.text'), when(m.at)),
    quiet(say('meet.guest.agreement')),
    actions(toAgree(m)),
  ]);

/** To a guest who accepted the agreement as it was before, when the meeting begins. */
export const guestRenewCard = (m: Meeting): Card =>
  card(say('meet.guest.opening'), [
    title(say('meet.guest.opening')),
    body(say('meet.guest.renew')),
    actions(toAgree(m)),
  ]);

/** The agreement of the group, for a guest to accept; `why`: also where it changed since they did, or while they read it. */
export const guestAgreementCard = (
  ctx: Pick<Asked, 'files' | 'locale'>,
  group: Group,
  m: Meeting,
  why: 'meet.guest.agreement' | 'agreement.changedNow' | 'meet.guest.renew' = 'meet.guest.agreement',
): Card =>
  card(say('agreement.summary'), [
    title(say('agreement.summary')),
    body(say(why)),
    ...partsOf(ctx, group).flatMap(({ name, clauses }): Block[] => [
      ...(name === null ? [] : [heading(name)]),
      ...clauses.map((clause) => body(clause)),
    ]),
    actions(
      action(
        say('agreement.go'),
        'meeting.guest.form',
        { group: m.group, meeting: m.id, shown: shownIn(ctx, group) },
        { tone: 'main' },
      ),
    ),
  ]);

/** What a guest sees of a meeting. Where it is they read once they accepted the agreement. */
export const guestCard = (
  ctx: Asked,
  group: Group,
  m: Meeting,
  series: Series,
  { accepted, canAttend }: { readonly accepted: 'now' | 'before' | 'never'; readonly canAttend: boolean },
): Card =>
  card(say('meet.guest.summary'), [
    title(say('meet.guest.summary')),
    facts(
      [say('meet.when'), ...meetingTime(ctx, m.at, series)],
      [say('meet.length'), say('meet.minutes', { n: m.minutes })],
      ...(accepted !== 'now' ? [] : [[say('meet.where'), ...whereOf(series, group)] as const]),
    ),
    ...(accepted !== 'now'
      ? [quiet(say(accepted === 'before' ? 'meet.guest.renew' : 'meet.guest.agreement')), actions(toAgree(m))]
      : [
          ...linkOf(series),
          quiet(say('agreement.confidential')),
          ...(canAttend ? [quiet(say('meet.attend.private')), actions(toAttend(m))] : []),
        ]),
  ]);

const toAttend = (m: Meeting) =>
  action(say('meet.attend'), 'meeting.guest.attend', { group: m.group, meeting: m.id }, { tone: 'main' });

/** To a guest who accepted the agreement, when the meeting begins: guests read no channel of the group. */
export const guestOpeningCard = (group: Group, m: Meeting, series: Series): Card =>
  card(say('meet.guest.opening'), [
    title(say('meet.guest.opening')),
    facts([say('meet.length'), say('meet.minutes', { n: m.minutes })], [say('meet.where'), ...whereOf(series, group)]),
    ...linkOf(series),
    quiet(say('agreement.confidential')),
    actions(toAttend(m)),
  ]);
