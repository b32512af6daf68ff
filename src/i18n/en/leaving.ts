import type { Format } from '../format.ts';

/** For somebody who leaves a supervision agreement behind. */
export const leaving = {
  'leaving.letter':
    'You left a group in which you have a supervision agreement, so the agreement ended. What was signed stays readable to both of you. You can create an export code to get your entries.',
  'leaving.final': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'Your supervisee left. One entry is waiting for your final signature. You can sign for 60 days.',
      other: 'Your supervisee left. # entries are waiting for your final signature. You can sign for 60 days.',
    }),
  'leaving.offer': 'Leaving soon? An export code lets you get your entries for 60 days after you make it.',
  'leaving.code': 'Export code',
  'leaving.intro':
    'If you leave, what was signed stays readable to both of you. With an export code you can still get your entries: whoever runs Curbside enters it and gives you the files. Nobody else can make or see your code.',
  'leaving.make': 'Create export code',
  'leaving.made': 'Your export code is ready. Keep it outside Curbside.',
  'leaving.until': 'Works once, until',
  'leaving.how': 'Give it to whoever runs Curbside. They enter: npm run -s curbside -- export --code CODE',
  'leaving.once': 'A new code replaces this one.',
};
