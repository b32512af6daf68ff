/** Lengths of time in milliseconds. A day is 24 hours here; wall-clock days are reckoned in `time.ts`. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
export const weekMs = 7 * dayMs;

/** The grace of a job that must happen however late, and however often it fails first. */
export const always = Number.MAX_SAFE_INTEGER;
