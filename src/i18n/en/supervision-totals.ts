import type { Format } from '../format.ts';
import { length } from './length.ts';

const typeWords = { direct: 'Direct', indirect: 'Indirect', supervision: 'Supervision' } as const;
const ruleStatusWords = {
  primary: 'Read in the board’s own text',
  secondary: 'Read in another source',
  gk: 'Not checked by Curbside: general knowledge',
  unsure: 'Not checked by Curbside: sources differ or are old',
} as const;
const warningWords = {
  longEntry: 'Longer than 12 hours',
  twice: 'The same entry appears more than once',
  beforeEffective: 'Before these rules took effect',
  afterEffective: 'After these rules ended',
  format: 'Supervision in a format these rules don’t allow',
  groupSize: 'Supervision group larger than allowed',
  shortSession: 'Supervision session shorter than required',
} as const;

/** What is kept of supervision, where it stands beside things of other kinds. */
const ownWords = {
  entries: 'Supervision entries',
  meetings: 'Supervision meeting notes',
  reflections: 'Private reflections on supervision',
  evaluations: 'Supervision evaluations',
} as const;

type RuleResult = 'met' | 'short' | 'over' | 'not_checked';
type RuleUnit = 'minutes' | 'percent' | 'weeks' | 'months' | 'count';

/** What hours come to under a board’s rules, and what cannot be done with them. */
export const supervisionTotals = {
  'supervision.totals': 'Totals',
  'supervision.totals.summary': 'Your hours',
  'supervision.totals.logged': 'Logged',
  'supervision.totals.signed': 'Signed',
  'supervision.totals.likely': 'Likely to count',
  'supervision.totals.paper': 'Signed on paper (not checked by Curbside)',
  'supervision.totals.unfinished': ({ minutes }: { minutes: number }, format: Format) =>
    `Logged includes ${length(minutes, format)} in drafts and returned entries. Documents to hand in leave those out.`,
  'supervision.totals.noConsultation':
    'Consultation isn’t supervision, so consultation minutes aren’t included in any of these totals.',
  'supervision.totals.example': 'These rules are an example. Check with your board. Rules as of',
  'supervision.totals.unchecked': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: '1 rule isn’t checked by Curbside. Open Rules to see it.',
      other: '# rules aren’t checked by Curbside. Open Rules to see them.',
    }),
  'supervision.totals.noPack': 'No rules are checked: this agreement names no board Curbside knows.',
  'supervision.three': (
    { logged, signed, likely }: { logged: number; signed: number; likely: number },
    format: Format,
  ) => `${length(logged, format)} logged, ${length(signed, format)} signed, ${length(likely, format)} likely to count`,
  'supervision.type': ({ type }: { type: keyof typeof typeWords }) => typeWords[type],
  'supervision.to': 'to',
  'supervision.chart': 'Hours logged per week, through last week',
  'supervision.chart.alt': ({ weeks, values }: { weeks: number; values: string }) =>
    `A line of ${weeks} weeks in hours, oldest first: ${values}`,
  'supervision.short.title': 'Short so far, with time to make it up',
  'supervision.atRisk.title': 'At risk of not counting',
  'supervision.progress.title': 'Toward the totals',
  'supervision.progress': ({ have, need }: { have: number; need: number }, format: Format) =>
    `${length(have, format)} of ${length(need, format)} likely to count`,
  'supervision.cushion': ({ minutes }: { minutes: number }, format: Format) => `Cushion: ${length(minutes, format)}`,
  'supervision.cushion.most': ({ minutes }: { minutes: number }, format: Format) =>
    `${length(minutes, format)} before the limit`,
  'supervision.progress.most': ({ have, need }: { have: number; need: number }, format: Format) =>
    `${length(have, format)} of at most ${length(need, format)} likely to count`,
  'supervision.pace': ({ from, to }: { from: string; to: string }) =>
    from === to
      ? `At the pace of the last 12 weeks, in ${from}`
      : `At the pace of the last 12 weeks, between ${from} and ${to}`,
  'supervision.pace.open': ({ from }: { from: string }) =>
    `At the pace of your busier weeks among the last 12, in ${from}. At the pace of the quieter ones, too far off to say`,
  'supervision.warnings.title': 'Worth a look',
  'supervision.warning': ({ about }: { about: keyof typeof warningWords }) => warningWords[about],
  'supervision.rules': 'Rules',
  'supervision.rule.result': (
    { result, have, need, unit }: { result: RuleResult; have: number; need: number; unit: RuleUnit },
    format: Format,
  ) => {
    const amount = (n: number) => (unit === 'minutes' ? length(Math.round(n), format) : format.number(n));
    const of = `${amount(have)} of ${amount(need)}`;
    if (result === 'not_checked') return 'Not checked';
    return result === 'met' ? `Met (${of})` : result === 'short' ? `Short (${of})` : `Above the limit (${of})`;
  },
  'supervision.rule.gate': (
    { result, n, stated }: { result: RuleResult; n: number; stated: boolean },
    { plural }: Format,
  ) => {
    if (result === 'met') return 'Met: nothing logged is from before that date';
    if (result === 'not_checked')
      return stated ? 'Not checked: the date is missing from the agreement’s details' : 'Not checked';
    return plural(n, { one: 'One entry is from before that date', other: '# entries are from before that date' });
  },
  'supervision.totals.gates': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'One rule needs a date from the agreement’s details before it can be checked.',
      other: '# rules need a date from the agreement’s details before they can be checked.',
    }),
  'supervision.rule.status': ({ status }: { status: keyof typeof ruleStatusWords }) => ruleStatusWords[status],
  'supervision.help.rules': 'See the rules of each board, with their sources',
  'supervision.packs': 'Rules of boards',
  'supervision.packs.none': 'No rules are installed.',
  'supervision.packs.example': 'These rules are examples. Check with your board.',
  'supervision.read': 'read on',
  'supervision.check': 'We checked this with our board',
  'supervision.check.confirm':
    'Use this rule in your group’s totals? Confirm only if your group has checked it with its board.',
  'supervision.check.saved': 'This rule is used in your group’s totals now.',
  'supervision.check.removed': 'This rule isn’t used in your group’s totals anymore.',
  'supervision.check.by': 'Checked with the board by an owner of this group on',
  'supervision.check.open': ({ n, owns }: { n: number; owns: boolean }, { plural }: Format) => {
    const who = owns
      ? 'Once you have checked with your board, you can turn them on here.'
      : 'An owner of this group can turn them on after checking with the board.';
    return plural(n, {
      one: `1 rule isn’t used in totals. ${who.replace('them', 'it')}`,
      other: `# rules aren’t used in totals. ${who}`,
    });
  },
  'supervision.uncheck': 'Undo',
  'refusal.noPack': 'These rules aren’t installed here, or don’t have this rule.',
  'supervision.applying': 'Application date',
  'supervision.applying.title': 'When will you apply?',
  'supervision.applying.intro':
    'These rules go by the date of your application, for all of your hours. Without a date, the rules in force today are used.',
  'supervision.applying.date': 'Application date',
  'supervision.applying.save': 'Save date',
  'supervision.applying.saved': 'Saved. These totals use the rules in force on that date.',
  'supervision.own': ({ what }: { what: keyof typeof ownWords }) => ownWords[what],
  'supervision.status.agreements': 'Supervision agreements',
  'supervision.status.waiting': 'Hours entries waiting for a signature',

  'refusal.noAgreement':
    'This supervision agreement isn’t here, or isn’t yours. Run /supervision records to see yours.',
  'refusal.noEntry': 'This entry isn’t here, or isn’t yours. Run /supervision records to see your entries.',
  'refusal.supervisorOnly': 'Only the supervisor in this agreement can do this.',
  'refusal.superviseeOnly': 'Only the supervisee in this agreement can do this.',
  'refusal.confirmOther': 'The other person confirms this agreement.',
  'refusal.agreementActive': 'This agreement has already been confirmed. You can end it in /supervision records.',
  'refusal.agreementEnded': 'This agreement already has a last day, or isn’t confirmed yet.',
  'refusal.noSupervisor': 'You have no open supervision agreement. Run /supervision pair to propose one.',
  'refusal.supervisorsNotice':
    'Only supervisors give notice that they won’t sign further hours. To stop as a supervisee, end the agreement: run /supervision records and open it.',
  'refusal.noSupervisees': 'You have no open agreement in which you sign hours. Run /supervision pair to propose one.',
  'refusal.notConfirmed': 'The other person hasn’t confirmed this agreement yet. Nothing was saved.',
  'refusal.entrySigned': 'A signed or void entry can’t be changed. You can correct a signed one with a new entry.',
  'refusal.entryCorrected': 'A correction of this entry is already waiting. Nothing was saved.',
  'refusal.entryVoid': 'This entry is void: another one replaced it.',
  'refusal.entryNotWaiting': 'This entry isn’t waiting for a signature anymore.',
  'refusal.entryChanged': 'This entry was changed since you opened it. Nothing was signed. Open it again.',
  'refusal.afterNotice': 'Notice not to sign covers this day. Nothing was signed or submitted.',
  'refusal.graceOver': 'Entries can be signed for up to 60 days after the last day. That time is over.',
  'refusal.signedHere': 'Only hours with a supervisor who doesn’t use Curbside can be marked as signed on paper.',
  'refusal.noTotals': 'You have no supervision agreement with totals. Run /supervision records to see what you logged.',
};
