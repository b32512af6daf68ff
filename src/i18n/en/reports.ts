const reported = {
  question: 'Your question is hidden, because something in it may identify a person.',
  reply: 'Your reply is hidden, because something in it may identify a person.',
  outcome: 'The outcome you shared was reported and removed, because something in it may identify a person.',
  taken: 'This comes from a question that was hidden, because something in it may identify a person.',
  since: 'Something in this thread was hidden or reported after you wrote this, because it may identify a person.',
} as const;

/** What the author of a reported text reads, where it stands and where it is written anew. */
export const reports = {
  'report.title': 'Something here may identify a person',
  'report.text': ({ of, marked }: { of: keyof typeof reported; marked: boolean }) =>
    `${reported[of]} ${
      marked
        ? 'Where the reported words still stand, they’re hidden below until you decide about them.'
        : 'Read every line, and change or hide whatever it could be.'
    }`,
  'report.responsible': 'Don’t rely on the filter here. You remain responsible for what you post.',
  'report.shownAnew':
    'Nothing was posted. Something was hidden or reported after you wrote this. Please look at the text again.',
  'mend.summary': 'Something you posted needs a fix',
  'mend.text':
    'A colleague reported something in your post that may identify a person. The text is hidden until you edit it. Nobody learns who reported it.',
  'mend.elsewhere':
    'A colleague reported something in your reply to another group that may identify a person. The text is hidden. You can take it down and write it again without that detail. Nobody learns who reported it.',
  'mend.outcome':
    'A colleague reported something in the outcome you shared that may identify a person. It was removed from the thread. Your own record is unchanged. Nobody learns who reported it.',
  'mend.open': 'Open',
};
