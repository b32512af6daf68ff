/** An id that carries a key with it, `<id>*<key>`: in forms and buttons only, never stored. */
const shape = /^([^*\s]{1,64})\*([\w-]{22})$/;

type Values = Readonly<Record<string, string>>;

export const carrying = (id: string, key: string): string => `${id}*${key}`;

/** The id and the key it carries, or null for any other text. */
export function carried(value: string): { readonly id: string; readonly key: string } | null {
  const [, id, key] = shape.exec(value) ?? [];
  return id === undefined || key === undefined ? null : { id, key };
}

/** Values with no key in them. */
export const withoutKeys = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, carried(value)?.id ?? value]));
