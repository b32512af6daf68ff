import { type Msg, say } from '../../i18n/message.ts';
import type { PackFile } from '../../ports/packs.ts';
import type { Asked } from '../../runtime/context.ts';
import { type Activity, Pack } from './rules/pack.ts';

/** Read once a file: the same objects live as long as the process. */
const read = new WeakMap<PackFile, Pack>();

/** The packs that this installation has. */
export const packsOf = ({ packs }: Pick<Asked, 'packs'>): Pack[] =>
  packs.map((file) => {
    const pack = read.get(file) ?? Pack.parse(file);
    read.set(file, pack);
    return pack;
  });

/** The pack of this id; null where an agreement names none, or one that is no longer there. */
export const packOf = (ctx: Pick<Asked, 'packs'>, id: string | null): Pack | null =>
  id === null ? null : (packsOf(ctx).find((pack) => pack.id === id) ?? null);

/** An activity without the name that a pack gives it. */
export type Loggable = Omit<Activity, 'label'>;

/** What is logged where no pack says it: enough to add up. The catalogue names them. */
export const plainActivities: readonly (Loggable & { readonly id: Activity['group'] })[] = [
  { id: 'direct', group: 'direct' },
  { id: 'indirect', group: 'indirect' },
  { id: 'supervision', group: 'supervision', modalities: ['individual', 'triadic', 'group'] },
];

/** The activities that can be logged under a pack, or without one. */
export const activitiesOf = (pack: Pack | null): readonly Loggable[] => pack?.activities ?? plainActivities;

/** What an activity is called: by the pack, or by the catalogue where there is none. */
export function activityName(id: string, pack: Pack | null): Msg {
  const plain = plainActivities.find((one) => one.id === id);
  if (pack === null && plain !== undefined) return say('supervision.activity.plain', { type: plain.id });
  return say('supervision.text', { text: pack?.activities.find((one) => one.id === id)?.label ?? id });
}
