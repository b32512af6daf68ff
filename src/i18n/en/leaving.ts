import type { Format } from '../format.ts';

/** For somebody who leaves a supervision agreement behind. */
export const leaving = {
  'leaving.letter':
    'You left a group in which you have a supervision agreement, so the agreement ended. The entries you both can see stay readable to both of you. You can create an export code to get your entries.',
  'leaving.final': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'Your supervisee left. One entry is waiting for your final signature. You can sign for 60 days.',
      other: 'Your supervisee left. # entries are waiting for your final signature. You can sign for 60 days.',
    }),
  'leaving.unsigned': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'One entry is still waiting for your signature. To sign it, join the group again within 60 days.',
      other: '# entries are still waiting for your signature. To sign them, join the group again within 60 days.',
    }),
  'leaving.offer': 'Leaving soon? An export code lets you get your entries for 60 days after you make it.',
  'leaving.code': 'Export code',
  'leaving.intro':
    'If you leave, the entries you both can see stay readable to both of you. With an export code you can still get your entries: you redeem it in another community of this Curbside, or whoever runs Curbside enters it and gives you the files. Nobody else can make or see your code.',
  'leaving.make': 'Create export code',
  'leaving.made': 'Your export code is ready. Keep it outside Curbside.',
  'leaving.until': 'Works once, until',
  'leaving.how': 'Give it to whoever runs Curbside. They enter: npm run -s curbside -- export --code CODE',
  'leaving.here': 'In another community of the same Curbside, run /supervision redeem there instead.',
  'leaving.help.redeem': 'Get your supervision entries from another community with an export code',
  'leaving.redeem': 'Redeem export code',
  'leaving.redeem.intro': 'For an export code you made in another community that uses this same Curbside.',
  'leaving.reading': 'Looking for what this code gives. Please try again in a moment.',
  'leaving.given': 'Your supervision entries',
  'leaving.agreement': ({ n }: { n: number }, { number }: Format) => `(agreement ${number(n)})`,
  'leaving.unnamed': 'These files name nobody: people’s names stay in the community they belong to.',
  'leaving.hour': 'Your code has been used. You can download the files for one hour.',
  'refusal.codeGone': 'Enter the code again: run /supervision redeem.',
  'refusal.codeUnknown': 'We don’t recognize this code. Check each group of four characters.',
  'refusal.codeUsed': 'This code has already been used. A code works once.',
  'refusal.codeExpired': 'This code has expired. A code works for 60 days.',
  'leaving.once': 'A new code replaces this one.',
};
