/**
 * A frozen copy of a value, exactly as it would come back from JSON. Throws, naming the field and not its content, for
 * what JSON cannot hold (a date, a map, NaN): after a restart it would be something else.
 */
export function plainCopy(value: unknown, field = ''): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  // Adding zero turns -0 into 0, as JSON does.
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0;
  if (Array.isArray(value)) return Object.freeze(value.map((part, i) => plainCopy(part, `${field}[${i}]`)));
  if (typeof value !== 'object' || !isPlain(value)) throw new Error(`${field || 'it'} cannot be stored as JSON`);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const part = (value as Record<string, unknown>)[key];
    if (part === undefined) continue;
    const place = field === '' ? key : `${field}.${key}`;
    if (key === '__proto__') throw new Error(`${place} cannot be stored`);
    copy[key] = plainCopy(part, place);
  }
  return Object.freeze(copy);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as unknown;
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value);
}
