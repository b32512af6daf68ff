import { say } from '../../i18n/message.ts';
import type { MessageRule } from '../../runtime/contributions.ts';
import { drop } from '../../runtime/decision.ts';
import type { FeatureHooks, Hook } from '../../runtime/hooks.ts';
import { dayMs } from '../../time/durations.ts';
import { ofCommunity, ofLeaver, outlived, switchedOff } from './clearing.ts';
import { checkinsAway } from './enrollment/pause.ts';
import { ended } from './enrollment/stop.ts';
import { exportLines } from './export.ts';
import { invitesAtSetup } from './group-summary/group.ts';
import { Askables } from './model.ts';
import { monthPart } from './month-part.ts';
import { homePart } from './now.ts';
import { myCheckins } from './own.ts';

/** Besides what stopping ends: whether colleagues may ask for a coffee. */
const erased: Hook<'onErased'> = async (ctx) => {
  const { changes, sends, due } = await ended(ctx);
  const { askable } = await myCheckins(ctx);
  return { changes: [...changes, ...askable.map((a) => drop(Askables, a.id))], sends, due };
};

/** A question that could not be delivered says so for this long; by then the next one was tried. */
const undeliveredMs = 8 * dayMs;

/**
 * Questions stay until they are answered or stopped; not those of somebody who was erased. They are not counted: in a small
 * group a number would say that somebody has check-ins.
 */
const questions: MessageRule = {
  covers: ({ subject }) => subject.startsWith('checkin.'),
  goes: ({ to, status, claimedAt }, now) =>
    (to.is === 'direct' && to.person === '') || (status !== 'sent' && (claimedAt ?? 0) <= now - undeliveredMs),
  counted: false,
};

export const checkinHooks: FeatureHooks = {
  onGroupSetup: [invitesAtSetup],
  onAway: [checkinsAway],
  onErased: [erased],
  onPersonLeft: [async (ctx, { group }) => (group === null ? { changes: await ofLeaver(ctx) } : {})],
  onBotRemoved: [async (ctx) => ({ changes: await switchedOff(ctx) })],
  homePart,
  monthPart,
  helpTasks: () => [
    { label: say('checkin.task.answer'), routes: ['checkin.now', 'checkin.history', 'checkin.group'] },
    { label: say('checkin.task.change'), routes: ['checkin.schedule', 'checkin.pause', 'checkin.stop'] },
  ],
  ownCounts: async (ctx) => {
    const { pulses, results } = await myCheckins(ctx);
    return [{ label: say('privacy.checkins'), n: pulses.length + results.length }];
  },
  exportLines,
  retention: outlived,
  messageRules: () => [questions],
  communityData: ofCommunity,
};
