/** When a message arrives that waits for the end of quiet hours, in the words of its writer; null where it leaves at once. */
export type Waits = string | null;

/** That somebody gets a message, and when. */
export const arrives = (who: string, waits: Waits): string =>
  waits === null ? `${who} gets a message.` : `${who} gets a message when quiet hours end (${waits}).`;
