import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Pulses } from '../../src/features/checkin/model.ts';
import { routes } from '../../src/index.ts';
import { denied } from '../../src/storage/open-all.ts';
import { openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { circle } from './steps.ts';

const root = resolve(import.meta.dirname, '../..');

let app: TestApp;
let owner: Person;
beforeEach(async () => {
  app = await openTestApp();
  owner = (await circle(app, ['owner', 'ben'])).owner as Person;
});
afterEach(() => app.remove());

describe('who can read answers in bulk', () => {
  it('the release of the group picture and that of the group check, and nothing else, in the routes', () => {
    const readers = routes.filter((r) => r.kind === 'command' && r.reads === 'answers');
    expect(readers.map((r) => [r.name, r.who]).sort()).toEqual([
      ['checkin.release', 'timer'],
      ['meeting.check.release', 'timer'],
    ]);
  });

  it('and the group check reads its own answers alone', async () => {
    const release = await readFile(join(root, 'src/features/meetings/check/release.ts'), 'utf8');
    expect([...release.matchAll(/openAll\(\s*(\w+)/g)].map((m) => m[1])).toEqual(['CheckAnswers']);
  });

  it('and in the source: one call, one maker; envelopes of sealed kinds are touched by clean-up only', async () => {
    const files = (await readdir(join(root, 'src'), { recursive: true })).filter((f) => f.endsWith('.ts'));
    const using = async (pattern: RegExp) => {
      const found: string[] = [];
      for (const file of files) if (pattern.test(await readFile(join(root, 'src', file), 'utf8'))) found.push(file);
      return found.sort();
    };
    expect(await using(/\bopenAll\(/)).toEqual([
      'features/checkin/group-summary/release.ts',
      'features/meetings/check/release.ts',
      'runtime/scheduler.ts',
      'storage/open-all.ts',
    ]);
    expect(await using(/\boutlineOf\((?:Enrolments|Pulses|Results|Runs)\)/)).toEqual(['features/checkin/clearing.ts']);
    expect(await using(/\boutlineOf\b/)).toEqual([
      'features/checkin/clearing.ts',
      'features/consultation/clearing.ts',
      'features/credit/hooks.ts',
      // Counts who was at a meeting; whose an envelope is, nothing there tells.
      'features/meetings/attendance.ts',
      // Drops the answers of a check that closed.
      'features/meetings/check/release.ts',
      'features/meetings/hooks.ts',
      'features/supervision/evaluation/own-data.ts',
      'features/supervision/own-data.ts',
      'kinds.ts',
      'migrations.ts',
      'storage/open-all.ts',
      'storage/sealing.ts',
    ]);
  });

  it('a route that does not declare it is refused', async () => {
    await expect(denied(Pulses, 'owner', { all: true })).rejects.toThrow('reads sealed documents');
    expect((await owner.does('checkin.release', { period: '28' })).is).toBe('refused');
  });
});
