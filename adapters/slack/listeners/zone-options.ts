import type { types } from '@slack/bolt';
import { plain } from '../block-kit/render-context.ts';
import { limits } from '../limits.ts';

/** Time zones whose name contains what was typed so far: "new york" finds America/New_York. */
export function zonesLike(typed: string): types.PlainTextOption[] {
  const wanted = typed.trim().toLowerCase().replace(/\s+/g, '_');
  return Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, limits.selectOptions)
    .map((zone) => ({ text: plain(zone, limits.optionText), value: zone }));
}
