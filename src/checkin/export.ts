import { say } from '../i18n/message.ts';
import type { CheckinSettings } from '../ports/checkins.ts';
import { day, line, when } from '../view/build.ts';
import type { Line } from '../view/view.ts';
import type { myCheckins } from './own.ts';
import { instrumentOf } from './settings.ts';
import { mondayOf } from './trend.ts';
import { answerOf, nameOf } from './views/own.ts';

/** My check-ins as lines of my own export. */
export function checkinLines(own: Awaited<ReturnType<typeof myCheckins>>, settings: CheckinSettings): Line[] {
  return [
    ...(own.enrolment === null
      ? []
      : [line(say('checkin.mine.title'), say('checkin.mine.by', { by: own.enrolment.by }))]),
    ...own.pulses.map((p) =>
      line(
        say('checkin.week'),
        day(mondayOf(p.week)),
        answerOf(p),
        ...(p.help === null ? [] : [say('word.dot'), say('checkin.helps', { help: p.help })]),
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
  ];
}
