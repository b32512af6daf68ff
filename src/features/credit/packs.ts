import type { PackFile } from '../../ports/packs.ts';
import type { Asked } from '../../runtime/context.ts';
import { RenewalPack } from './renewal-pack.ts';

/** Read once a file: the same objects live as long as the process. */
const read = new WeakMap<PackFile, RenewalPack>();

/** The renewal packs that this installation has, in the order of their names. */
export const renewalPacksOf = ({ renewals }: Pick<Asked, 'renewals'>): RenewalPack[] =>
  renewals
    .map((file) => {
      const pack = read.get(file) ?? RenewalPack.parse(file);
      read.set(file, pack);
      return pack;
    })
    .sort((a, b) => (a.title < b.title ? -1 : 1));
