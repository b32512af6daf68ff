import type { Form } from '../../../src/index.ts';
import { limits } from '../limits.ts';

/**
 * A modal cannot suggest anything while somebody types. Where a command's form asks for a time zone, the command has an
 * option for it, which Discord completes, and the form opens with what was chosen there.
 */
export const zoneOption = 'zone';

/** The commands whose forms ask for a time zone. */
export const asksForZone: ReadonlySet<string> = new Set(['curbside.setup', 'curbside.settings']);

/** Offered before anything is typed; every other zone is found by its name. */
// biome-ignore format: a table
const usual = [
  'America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage',
  'Pacific/Honolulu', 'America/Toronto', 'America/Vancouver', 'America/Sao_Paulo', 'Europe/London', 'Europe/Dublin',
  'Europe/Lisbon', 'Europe/Paris', 'Europe/Berlin', 'Europe/Madrid', 'Africa/Johannesburg', 'Asia/Kolkata',
  'Asia/Singapore', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland', 'UTC',
];

/** Time zones whose name contains what was typed so far: "new york" finds America/New_York. */
export function zonesLike(typed: string): string[] {
  const wanted = typed.trim().toLowerCase().replace(/\s+/g, '_');
  if (wanted === '') return usual;
  return [...Intl.supportedValuesOf('timeZone'), 'UTC']
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, limits.choices);
}

/** The form with this zone in the field that asks for one. */
export const withZone = (form: Form, zone: string | null): Form =>
  zone === null
    ? form
    : {
        ...form,
        fields: form.fields.map((f) => (f.is === 'text' && f.suggest === 'zones' ? { ...f, value: zone } : f)),
      };
