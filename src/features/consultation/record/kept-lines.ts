import { type Msg, say } from '../../../i18n/message.ts';
import { day, line, listed, typedLine, when } from '../../../view/build.ts';
import type { Line } from '../../../view/view.ts';
import type { Named } from './advisers.ts';
import { type ConsultationRecord, outsider } from './model.ts';
import { adviceLines, amendmentLines, dayParts } from './note.ts';

/** Everything that is kept of a record, for its owner's copy of their own data: what was typed stands as it was typed. */
export function keptLines(r: ConsultationRecord, named: Named): Line[] {
  const members = r.consultants.flatMap((c) => ('person' in c ? [named(c)] : []));
  const typed = r.consultants.flatMap((c) => ('name' in c ? [outsider(c)] : []));
  const part = (label: Msg, text: string): Line[] => (text === '' ? [] : [typedLine(label, text)]);
  return [
    line(say('record.on'), ...dayParts(r), ...(r.late ? [say('record.late')] : [])),
    ...(r.late ? [line(say('record.written'), when(r.writtenAt))] : []),
    line(say('record.duration'), say('record.length', { minutes: r.minutes })),
    line(say('record.mode'), say('record.mode.name', { mode: r.mode })),
    line(say('record.topic'), say('topic.name', { topic: r.topic })),
    line(say('record.case'), say('record.caseRef', { ref: r.caseRef })),
    ...(r.followUpOn ? [line(say('record.followUp'), day(r.followUpOn))] : []),
    ...(r.changed ? [line(say('lookBack.changed'), say('lookBack.answer', { changed: r.changed }))] : []),
    line(say('record.state'), say('record.state.name', { status: r.status })),
    ...(r.imported === null ? [] : [line(say('import.log.from'), when(r.writtenAt, 'date'))]),
    ...(members.length > 0 ? [line(say('record.advisers'), ...listed(...members))] : []),
    ...part(say('record.question'), r.question),
    ...part(say('record.facts'), r.facts),
    ...part(say('record.advisers'), typed.join('\n')),
    ...adviceLines(r, named),
    ...part(say('record.decision'), r.decision),
    ...part(say('record.rationale'), r.rationale),
    ...part(say('record.actions'), r.actions.join('\n')),
    ...part(say('record.codes'), r.codesOrLaws),
    ...amendmentLines(r),
    line(null, say('record.disclaimer')),
  ];
}
