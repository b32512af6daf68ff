const settings = {
  zone: 'Time zone',
  locale: 'Language',
  features: 'Features',
  quiet: 'Quiet hours',
  nudgeHours: 'Reminder times',
  otherLanguages: 'Posts in other languages',
  place: 'Where members practice',
  words: 'Words to keep',
  agreement: 'Agreement',
  offered: 'Structures offered',
  byTopic: 'Structure for each topic',
  stepHours: 'Time for a step',
  times: 'Minutes of steps',
  anonymity: 'Anonymous questions',
  duty: 'Jurisdiction',
  specialties: 'Specialties',
  retention: 'Closed questions',
} as const;

/** What owners read of changes to their group. */
export const audit = {
  'audit.open': 'History of changes',
  'audit.title': 'History of changes',
  'audit.intro':
    'Only owners see this. Changes to settings, owners, and rules of boards, and exports of the group, are listed for a year. Posts, reports, opt-ins, and searches never are.',
  'audit.none': 'No changes yet. When someone changes the settings or the owners, it’s listed here with the day.',
  'audit.what': ({ what }: { what: 'started' | 'settings' | 'owners' | 'export' | 'rules' }) =>
    ({
      started: 'Group started',
      settings: 'Settings changed',
      owners: 'Owners changed',
      export: 'Group data exported',
      rules: 'Rules checked with a board changed',
    })[what],
  'audit.setting': ({ setting }: { setting: keyof typeof settings }) => settings[setting],
  'audit.newer': 'Newer',
  'audit.older': 'Older',
};
