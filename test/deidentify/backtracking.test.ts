import { check } from 'recheck';
import { expect, it, vi } from 'vitest';
import { scan } from '../../src/index.ts';
import { readVignettes, shipped } from './cases.ts';

/** Every pattern that runs while texts are scanned, literal or built, as `source` by flags. */
function patternsThatRun(texts: readonly string[]): Map<string, string> {
  const seen = new Map<string, string>();
  const lexicon = shipped();
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (text) {
    seen.set(this.source, this.flags);
    return exec.call(this, text);
  };
  try {
    for (const text of texts) scan(text, lexicon);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return seen;
}

/** Where the checker's own program runs; elsewhere it is Java or JavaScript, which take several times as long. */
const isBuiltFor = ['linux-x64', 'darwin-x64', 'darwin-arm64', 'win32-x64'].includes(
  `${process.platform}-${process.arch}`,
);

/** libphonenumber's own, which gets at most forty characters that look like a number. */
const theirs = /ext=|０-９/;

/**
 * No text may make a pattern work in more than proportion to its length. Where the checker does not come to an end in its
 * time it says nothing either way; robust.test.ts scans what such patterns would choke on.
 */
it('no pattern backtracks', async () => {
  if (isBuiltFor) vi.stubEnv('RECHECK_BACKEND', 'native');
  const seen = patternsThatRun(
    ['dev.jsonl', 'dev-2.jsonl', 'dev-3.jsonl', 'dev-4.jsonl'].flatMap(readVignettes).map((one) => one.text),
  );
  expect(seen.size).toBeGreaterThan(300);
  let safe = 0;
  for (const [source, flags] of seen) {
    if (theirs.test(source)) continue;
    // `d` only asks for indices, and the checker does not know it.
    const { status } = await check(source, flags.replace('d', ''), { timeout: 150 });
    expect(status, source).not.toBe('vulnerable');
    if (status === 'safe') safe++;
  }
  expect(safe).toBeGreaterThan(200);
});
