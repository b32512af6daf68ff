import type { types } from '@slack/bolt';
import { zonesLike } from '../../../src/index.ts';
import { plain } from '../block-kit/render-context.ts';
import { limits } from '../limits.ts';

/** Time zones to choose from while somebody types: "central" and "new york" find theirs first. */
export const zoneOptions = (typed: string): types.PlainTextOption[] =>
  zonesLike(typed, limits.selectOptions).map((zone) => ({ text: plain(zone, limits.optionText), value: zone }));
