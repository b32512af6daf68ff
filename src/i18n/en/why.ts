/** The table of what was replaced by what, and why. */
export const why = {
  'why.change': 'Change',
  'why.show': 'Show this word again',
  'why.caption': 'Words that were removed or may need to be',
  'why.original': 'Your words',
  'why.replacement': 'Replacement',
  'why.reason': 'Reason',
  'why.notShown': 'Not shown',
  'why.noReplacement': 'None',
  'why.changeTitle': 'Change a replacement',
  'why.as': 'What does it stand for?',
  'why.rows': ({ from, to, of }: { from: number; to: number; of: number }) => `${from} to ${to} of ${of}`,
  'why.before': 'Previous words',
  'why.next': 'More words',
  'why.kept': 'Kept (not about a client)',
  'why.keep': 'Keep it (not about a client)',
  'why.save': 'Change',
};
