/** Takes away the raw text of 0002, which no instance reads or writes any more that knows `typed` as its only place. */
export const noDrafts = (schema: string): string => `DROP TABLE ${schema}.drafts;`;
