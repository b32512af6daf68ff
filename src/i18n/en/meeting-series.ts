/** The form of a series of meetings: its hints, its structures, and what is said once it is saved. */
export const meetingSeries = {
  'meet.length.hint': ({ min, max }: { min: number; max: number }) =>
    `${min} to ${max} minutes, such as 60, 90, or 1.5h.`,
  'meet.zone.hint':
    'A city or zone, such as Chicago, Eastern, or Pacific. Everyone sees the meeting in their own time.',
  'meet.template.all': 'Structure of the cases',
  'meet.template.each': 'Each case as it is set now',
  'meet.template': ({ n }: { n: number }) => `Structure of case ${n}`,
  'meet.template.none': 'As it was asked',
  'meet.template.hint':
    'Its steps share the time of the case. To give each case its own, use “Structure of each case” in the list of series.',
  'meet.template.steps': 'Its steps share the time of the case, and the card in the channel leads through them.',
  'meet.templates': 'Structure of each case',
  'meet.templates.saved': 'The structures were saved.',
  'meet.series.past': ({ day }: { day: string }) =>
    `This date has passed. Start on ${day}? We filled it in. Continue, or change it.`,
  'meet.series.changed.past': 'The series was changed. The date you entered has passed, so this is its next meeting.',
};
