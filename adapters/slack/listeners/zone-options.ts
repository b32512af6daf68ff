import type { types } from '@slack/bolt';
import { zonesLike } from '../../../src/index.ts';
import { zoneOption } from '../block-kit/inputs.ts';
import { limits } from '../limits.ts';

/** Time zones to choose from while somebody types: "central" and "new york" find theirs first. */
export const zoneOptions = (typed: string, locale: string): types.PlainTextOption[] =>
  zonesLike(typed, limits.selectOptions).map((zone) => zoneOption(zone, locale));
