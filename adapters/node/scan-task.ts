import type { Fields } from '../../src/index.ts';

/** What the scanning thread is sent. */
export interface ScanTask {
  readonly fields: Fields;
  readonly alwaysKeep: ReadonlySet<string>;
  readonly asksAll: boolean;
}

/** What the thread says once its word lists are loaded. */
export const ready = 'ready';
