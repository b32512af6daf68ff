import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadLexicon } from '../../adapters/node/lexicon.ts';
import { createLog } from '../../adapters/node/log.ts';
import { createScanner, type NodeScanner, type ScannerOptions } from '../../adapters/node/scanner.ts';
import { scanFields } from '../../src/index.ts';

const lexicon = loadLexicon();
const none: ReadonlySet<string> = new Set();
const logged: string[] = [];
const open = (options: ScannerOptions = {}): NodeScanner =>
  createScanner(
    lexicon,
    createLog('warn', (line) => logged.push(line)),
    options,
  );

let scanner: NodeScanner;
beforeEach(() => {
  scanner = open();
});
afterEach(async () => {
  await scanner.close();
  logged.length = 0;
});

const sentence = 'Maribel Quintero of 14 Elm Street called on March 3 from 212-555-0147. ';
const long = (characters: number) => ({ text: sentence.repeat(Math.ceil(characters / sentence.length)) });
/** A thread that does not do what it should: what it does with a task. */
const program = (onTask: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ fields }) => { ${onTask} });
       parentPort.postMessage('ready');`,
    )}`,
  );

it('says of a long text what a scan says that was made where it is asked for', async () => {
  const fields = { ...long(5000), facts: 'Her sister Snorfle said so.' };
  expect(await scanner.scan(fields, none)).toEqual(scanFields(fields, lexicon));
  expect(logged, 'it was scanned on the thread').toEqual([]);
  const keep = new Set(['snorfle']);
  expect(await scanner.scan(fields, keep)).toEqual(scanFields(fields, { ...lexicon, alwaysKeep: keep }));
});

it('lets everything else go on during a long scan, and scans the shortest of those that wait first', async () => {
  const order: string[] = [];
  const done = (name: string) => () => order.push(name);
  const scans = [
    scanner.scan(long(100_000), none).then(done('longest')),
    scanner.scan(long(50_000), none).then(done('longer')),
    scanner.scan(long(3000), none).then(done('long')),
    scanner.scan({ text: sentence }, none).then(done('short')),
  ];
  setImmediate(done('somebody else'));
  await Promise.all(scans);
  expect(order).toEqual(['short', 'somebody else', 'longest', 'long', 'longer']);
});

it('goes on without its thread when that dies, and with a new one afterwards', async () => {
  await scanner.close();
  scanner = open({ program: program('process.exit(1);') });
  const fields = long(3000);
  expect(await scanner.scan(fields, none)).toEqual(scanFields(fields, lexicon));
  expect(await scanner.scan(fields, none)).toEqual(scanFields(fields, lexicon));
  await scanner.close();
  scanner = open({ program: program("throw new Error('Maribel Quintero');") });
  expect(await scanner.scan(fields, none)).toEqual(scanFields(fields, lexicon));
  expect(logged.join()).toContain('scan.thread_failed');
  expect(logged.join()).not.toContain('Maribel');
});

it('gives up a scan that does not come back, and scans what waited behind it', async () => {
  await scanner.close();
  scanner = open({
    program: program("if ('stuck' in fields) for (;;); parentPort.postMessage({ text: [] });"),
    patience: 1000,
  });
  const first = scanner.scan({ stuck: 'x'.repeat(3000) }, none);
  const second = scanner.scan({ text: 'x'.repeat(4000) }, none);
  await expect(first).rejects.toThrow('took too long');
  expect(await second).toEqual({ text: [] });
});
