import type { Format } from '../format.ts';

const acts = {
  reply: 'Reply',
  editReply: 'Edited reply',
  edit: 'Edited question',
  outcome: 'Outcome to share',
  close: 'Close the consultation',
  longer: 'More time for this step',
  step: 'Next step',
} as const;

const reasons = {
  closed: 'Not posted: the consultation was closed first.',
  hidden: 'Not posted: the text was hidden first.',
  reported: 'Not posted: something in the thread was reported first.',
  gone: 'Not posted: it’s no longer in the thread.',
  open: 'Not posted: the consultation is open again.',
  away: 'Not posted: the channel couldn’t take messages then.',
  unsent: 'Not posted: the step it ends isn’t in the thread yet.',
  stepOver: 'No time was added: the step was over first.',
} as const;

/** What somebody does without a name, and the few minutes that it waits. */
export const soon = {
  'soon.delay':
    'Without your name, it goes out 1 to 5 minutes after you send it, at a random time, so that the timing doesn’t point to you.',
  'soon.risk': 'Because someone may be at risk, replies post right away, even without your name.',
  'soon.mend': 'Because the text was reported, your fix posts right away. The timing could hint at you.',
  'soon.close': 'Because you asked anonymously, it closes 1 to 5 minutes later, at a random time.',
  'soon.title': 'Going out in a few minutes',
  'soon.stopped': 'Did not go out',
  'soon.act': ({ act }: { act: keyof typeof acts }) => acts[act],
  'soon.when': 'Goes out in a few minutes',
  'soon.reason': ({ reason }: { reason: keyof typeof reasons }) => reasons[reason],
  'soon.cancel': 'Cancel',
  'soon.toDraft': 'Move to drafts',
  'soon.seen': 'Dismiss',
  'soon.seenDone': 'Dismissed. Nothing changed in the thread.',
  'soon.reply': 'Your reply goes out in a few minutes.',
  'soon.edited': 'The new text goes out in a few minutes. Until then, the thread shows the old one.',
  'soon.editedOld': 'If the old text shows an identifier, hide it now.',
  'soon.outcome': 'The outcome goes out in a few minutes.',
  'soon.closed': 'The consultation closes in a few minutes.',
  'soon.longer': 'The step gets more time in a few minutes.',
  'soon.canceled': 'Canceled. Nothing changed in the thread.',
  'soon.back': 'Canceled. The text is in your drafts.',
  'soon.isOpen': 'The consultation is open.',
  'posted.gone': 'The question was taken down, and your reply with it.',
  'soon.late': 'It isn’t waiting anymore. It went out, or it was canceled.',
  'record.savedSoon': 'The consultation closes in a few minutes. The record is a draft until you finish it.',
  'record.lockedSoon':
    'The consultation closes in a few minutes. The record is locked. To correct or add something, amend it.',
  'bar.action': 'Pause this author’s anonymous posts',
  'bar.confirm':
    'Their anonymous posts in this group are paused for 30 days once a second person agrees. Nobody learns who it is, including you.',
  'bar.asked': 'An owner asked to pause this author’s anonymous posts for 30 days. A second person has to agree.',
  'bar.yours':
    'You asked to pause this author’s anonymous posts. A second person has to agree within 7 days, here under More.',
  'bar.agree': 'Agree to pause',
  'bar.agree.confirm': 'Pause this author’s anonymous posts for 30 days? Nobody learns who it is, including you.',
  'bar.withdraw': 'Withdraw the request',
  'bar.waits': 'Another member has to agree within 7 days, under More on this post. Nobody learns who the author is.',
  'bar.withdrawn': 'The request was withdrawn.',
  'bar.done':
    'Their anonymous posts are paused for 30 days. Nobody learns who it is, and only they see it when they next write.',
  'bar.paused': 'This author’s anonymous posts are paused. Nobody can see who that is.',
  'bar.end': 'End the pause',
  'bar.ended': 'Their anonymous posts are allowed again.',
  'bar.few': ({ least }: { least: number }, { number }: Format) =>
    `In a group of fewer than ${number(least)}, this could show who the author is. You can hide the text instead.`,
  'bar.again': 'You asked for this yourself. It takes a second person.',
  'bar.unmaskMember': ({ reply }: { reply: boolean }) =>
    `No command shows who ${reply ? 'wrote this' : 'asked'}, not even to owners. Colleagues may still guess.`,
  'bar.unmask': ({ reply }: { reply: boolean }) =>
    `No command shows who ${reply ? 'wrote this' : 'asked'}, not even to owners. Colleagues may still guess. You can hide the text or, with a second person, pause this author’s anonymous posts.`,
  'bar.preview': 'Your anonymous posts in this group are paused until',
  'bar.previewText': 'You can post under your name. Only you see this.',
  'bar.previewNone': 'Questions here are asked without a name, so please wait until then. Only you see this.',
  'bar.reply': 'Your replies without a name are paused in this group. Reply under your name.',
};
