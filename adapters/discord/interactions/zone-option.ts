import type { Form } from '../../../src/index.ts';

/**
 * A modal cannot suggest anything while somebody types. Where a command's form asks for a time zone, the command has an
 * option for it, which Discord completes, and the form opens with what was chosen there.
 */
export const zoneOption = 'zone';

/** The commands whose forms ask for a time zone. */
export const asksForZone: ReadonlySet<string> = new Set(['curbside.setup', 'curbside.settings']);

/** The form with this zone in the field that asks for one. */
export const withZone = (form: Form, zone: string | null): Form =>
  zone === null
    ? form
    : {
        ...form,
        fields: form.fields.map((f) => (f.is === 'text' && f.suggest === 'zones' ? { ...f, value: zone } : f)),
      };
