import { say } from '../../i18n/message.ts';
import type { CheckinSettings } from '../../ports/checkins.ts';
import type { Contribution } from '../../runtime/hooks.ts';
import { shownZone } from '../../time/typed-zone.ts';
import { day, line, when } from '../../view/build.ts';
import type { Line } from '../../view/view.ts';
import type { Enrolment, Run } from './model.ts';
import { myCheckins } from './own.ts';
import { instrumentOf } from './settings.ts';
import { answerOf, nameOf } from './views.ts';
import { mondayOf } from './weekly/trend.ts';

/** My check-ins as lines of my own export. */
export const exportLines: Contribution<'exportLines'> = async (ctx) => {
  const own = await myCheckins(ctx);
  const settings = ctx.checkins;
  return [
    ...(own.enrolment === null ? [] : enrolmentLines(own.enrolment, settings, ctx.locale)),
    ...own.askable.map(() => line(null, say('coffee.agree'))),
    ...own.pulses.map((p) =>
      line(
        say('checkin.week'),
        day(mondayOf(p.week)),
        answerOf(p),
        ...(p.help === null ? [] : [say('word.dot'), say('checkin.helps', { help: p.help })]),
        ...(p.hidden ? [say('word.dot'), say('checkin.entry.hidden')] : []),
      ),
    ),
    ...own.results.flatMap((r) => [
      line(null, ...nameOf(settings, r), when(r.at, 'date')),
      ...Object.entries(r.scores).map(([id, score]) => {
        const name = instrumentOf(settings, r.instrument)?.subscales.find((s) => s.id === id)?.name ?? id;
        const label = say('checkin.text', { text: name });
        return line(label, score === null ? say('checkin.score.none') : say('checkin.text', { text: String(score) }));
      }),
    ]),
    ...(own.run === null ? [] : runLines(own.run, settings)),
  ];
};

const theirs = (text: string) => say('checkin.text', { text });

/** How my check-ins are set: all that is kept of it. */
const enrolmentLines = (e: Enrolment, settings: CheckinSettings, locale: string): Line[] => [
  line(say('checkin.mine.title'), say('checkin.mine.by', { by: e.by })),
  line(say('checkin.schedule.day'), say('checkin.schedule.dayName', { day: e.day })),
  line(say('checkin.schedule.time'), theirs(e.time)),
  line(say('checkin.schedule.zone'), theirs(shownZone(e.zone, locale))),
  line(say('checkin.schedule.remind'), say(e.remind ? 'word.yes' : 'word.no')),
  line(say('checkin.mine.kept'), say('checkin.mine.days', { n: e.keepDays })),
  ...(e.monthly === null
    ? []
    : [line(say('checkin.mine.monthly'), theirs(instrumentOf(settings, e.monthly)?.name ?? e.monthly))]),
  ...e.extra.map((id) => line(say('checkin.schedule.extra'), theirs(id))),
  ...(e.skipped === null ? [] : [line(say('checkin.skip'), say('checkin.week'), day(mondayOf(e.skipped)))]),
  ...(e.away === null
    ? []
    : [line(say('checkin.mine.away'), ...[e.away.from, ...(e.away.until === null ? [] : [e.away.until])].map(day))]),
];

/** Monthly questions half answered: each item with its answer. */
const runLines = (run: Run, settings: CheckinSettings): Line[] => {
  const instrument = instrumentOf(settings, run.instrument);
  return [
    line(say('checkin.mine.monthly'), when(run.startedAt, 'date')),
    ...Object.entries(run.answers).map(([n, value]) => {
      const item = instrument?.items.find((i) => String(i.n) === n)?.text ?? n;
      const word = instrument?.scale.find((s) => s.value === value)?.word ?? String(value);
      return line(theirs(item), theirs(word));
    }),
  ];
};
