import { say } from '../../i18n/message.ts';
import type { Check, Problem } from '../../ports/chat.ts';
import type { Group } from '../../ports/membership.ts';
import type { Asked } from '../../runtime/context.ts';
import type { Count } from '../../runtime/contributions.ts';
import { shownZone } from '../../time/typed-zone.ts';
import { body, card, facts, item, list, listed, person, title } from '../../view/build.ts';
import type { Card, Item, Span } from '../../view/view.ts';
import { quietSpans } from '../group/model.ts';

export function statusCard(
  group: Group,
  state: {
    counts: readonly Count[];
    waiting: number;
    stuck: number;
    /** Of some that are stuck it is not known whether they arrived. */
    unknown: boolean;
    /** Some were tried and did not reach the platform. */
    retried: boolean;
    problems: readonly Problem[];
    checks: readonly Check[];
    condition: Asked['condition'];
    fingerprint: string;
    /** The reader's. */
    locale: string;
  },
): Card {
  const owners: Span[] = group.owners.map((o) => person(o));
  const gone = group.gone === 'uninstalled' ? null : group.gone;
  const { writesStopped, oldBytes } = state.condition;
  const isFine = state.stuck === 0 && gone === null && !state.retried && !writesStopped && oldBytes === null;
  return card(say('status.summary'), [
    title(say('status.summary')),
    ...(writesStopped ? [body(say('status.writesStopped'))] : []),
    ...(oldBytes === null ? [] : [body(say('status.oldFiles'))]),
    ...(state.stuck > 0 ? [body(say('status.stuck', { n: state.stuck }))] : []),
    ...[...new Set([...(gone === null ? [] : [gone]), ...state.problems])].map((problem) =>
      body(say('status.remedy', { problem })),
    ),
    ...(state.unknown ? [body(say('status.unknown'))] : []),
    ...(state.retried ? [body(say('delivery.delayed'))] : []),
    ...(isFine ? [body(say('status.ok'))] : []),
    ...(group.ownerLeft ? [body(say('successor.none')), body(say('successor.takeOver'))] : []),
    facts(
      [say('status.owners'), ...listed(...owners)],
      ...state.counts.map(({ label, n }) => [label, say('status.count', { n })] as const),
      [say('status.waiting'), say('status.count', { n: state.waiting })],
      [say('status.zone'), say('status.zoneIs', { zone: shownZone(group.zone, state.locale) })],
      [say('status.quiet'), ...quietSpans(group.quiet)],
      [say('status.features'), ...listed(...group.features.map((feature) => say('feature.name', { feature })))],
      [say('document.fingerprint'), say('document.fingerprintIs', { fingerprint: state.fingerprint })],
    ),
    ...(state.checks.length > 0 ? [list(state.checks.map(checkItem), say('status.ok'))] : []),
  ]);
}

const checkItem = ({ ok, says }: Check): Item => item([say(ok ? 'status.fine' : 'status.look'), says]);
