/** A mean rounded to 0.5 and clamped: 2 means "2 or lower", 4 "4 or higher". Unclamped extremes would unmask everybody. */
export const levels = [2, 2.5, 3, 3.5, 4] as const;
export type Level = (typeof levels)[number];

/** Exact counts are not shown. */
export const counts = ['6to9', '10to14', '15more'] as const;
