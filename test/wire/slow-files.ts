import { setTimeout as wait } from 'node:timers/promises';
import type { Files, OpenFile } from '../../adapters/lowdb/journal/files.ts';
import { nodeFiles } from '../../adapters/lowdb/journal/node-files.ts';

/** This machine's disk, on which making something durable takes `ms` longer: as long as it is set to. */
export function slowFiles(): { readonly files: Files; ms: number; readonly syncs: () => number } {
  let syncs = 0;
  const slow = {
    ms: 0,
    syncs: () => syncs,
    files: {
      ...nodeFiles,
      create: async (path: string) => slowed(await nodeFiles.create(path)),
      open: async (path: string) => slowed(await nodeFiles.open(path)),
    } satisfies Files,
  };

  function slowed(file: OpenFile): OpenFile {
    const sync = async (): Promise<void> => {
      syncs += 1;
      if (slow.ms > 0) await wait(slow.ms);
      await file.sync();
    };
    return new Proxy(file, {
      get: (target, name) => {
        if (name === 'sync') return sync;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
  return slow;
}
