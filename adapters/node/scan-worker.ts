import { parentPort } from 'node:worker_threads';
import { scanFields } from '../../src/index.ts';
import { loadLexicon } from './lexicon.ts';
import { ready, type ScanTask } from './scan-task.ts';

/** A thread that scans what it is sent, one text after the other. What cannot be scanned ends it, and its host goes on. */
const lexicon = loadLexicon();
parentPort?.on('message', ({ fields, alwaysKeep, asksAll }: ScanTask) => {
  parentPort?.postMessage(scanFields(fields, { ...lexicon, alwaysKeep, asksAll }));
});
parentPort?.postMessage(ready);
