import { type Doc, firstAltered, type Link } from '../../../src/index.ts';
import type { Piece } from './contents.ts';

interface Head {
  readonly id: string;
  readonly chain: { readonly length: number; readonly hash: string };
}

/** Looks at chains of supervision while documents go by: their links hold each other, whoever signs documents made of them. */
export function checkedChains(): { see(piece: Piece): void; found(): readonly string[] } {
  const heads: Head[] = [];
  const links = new Map<string, Link[]>();
  return {
    see({ kind, doc }) {
      if (kind.name === 'supervisionAgreement') heads.push(as<Head>(doc));
      if (kind.name !== 'supervisionLink') return;
      const link = as<Link>(doc);
      links.set(link.agreement, [...(links.get(link.agreement) ?? []), link]);
    },
    found() {
      const broken = heads.filter(({ id, chain }) => firstAltered(id, chain, links.get(id) ?? []) !== null);
      if (heads.length === 0) return [];
      return broken.length === 0
        ? [`Checked the chain of signatures of ${heads.length} supervision agreements: none is altered.`]
        : [`The chain of signatures of ${broken.length} supervision agreements was altered before the export.`];
    },
  };
}

const as = <T>(doc: Doc): T => doc as unknown as T;
