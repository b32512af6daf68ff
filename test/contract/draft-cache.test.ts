import { createDraftCache } from '../../adapters/node/drafts.ts';
import { draftCacheContract } from './draft-cache.ts';

draftCacheContract('memory', () => {
  let now = 0;
  return {
    drafts: createDraftCache({ now: () => now }),
    pass: (ms) => {
      now += ms;
    },
  };
});
