import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import { shippedPacks } from '../../adapters/node/packs.ts';
import { readCode, redeemCode, useCode } from '../../src/index.ts';
import { dayMs } from '../../src/time/durations.ts';
import { submit } from '../fixtures/steps.ts';
import { accept, expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { log, openPair, type Pair, pairUp, signAll } from './steps.ts';

const { fingerprint } = createSigner(Buffer.alloc(32, 7));

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

/** The code that somebody is shown. */
async function codeOf(person: Person): Promise<string> {
  const made = await expectCard(person.does('supervision.exportCode.make'));
  return /[0-9A-F]{4}(?:-[0-9A-F]{4}){4}/.exec(words(made))?.[0] ?? '';
}

const redeemed = async (code: string) => {
  const hash = await app.vault.digest(readCode(code));
  const given = { now: app.now(), packs: shippedPacks(), fingerprint };
  return app.store.transact(app.scope, async (tx) => {
    const found = await redeemCode(tx, hash, given);
    if (typeof found !== 'string') await useCode(tx, hash, app.now());
    return found;
  });
};

/** The supervisee leaves the group's channel, or (`gone`) the community. */
const leaves = (person: Person) =>
  app.core.happened({
    ...{ eventId: `left ${person.who}`, scope: app.scope, who: person.who, command: 'platform.personLeft' },
    ...{ input: {}, channel: 'C1', manages: false, zone: null, locale: null },
  });

describe('story 21: somebody leaves', () => {
  it('the supervisor is asked for final signatures, and what was signed stays readable to both', async () => {
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    await signAll(pair.supervisor);
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-03', submit: 'yes' });
    const waiting = await expectCard(pair.supervisor.does('supervision.sign'));
    await leaves(pair.associate);
    await app.pass(1000);
    const sent = JSON.stringify(app.messages);
    expect(sent).toContain('leaving.final');
    expect(sent).toContain('leaving.letter');
    expect(words(waiting)).toContain('March 3, 2026');
    expect(words(await signAll(pair.supervisor))).not.toBe('');
    const code = await codeOf(pair.associate);
    const documents = await redeemed(code);
    expect(documents).toHaveLength(1);
    expect(JSON.stringify(documents)).toContain('"minutes":90');
  });

  it('a supervisor who leaves is told what still waits for their signature, and signs it after joining again', async () => {
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    await leaves(pair.supervisor);
    await app.pass(1000);
    const told = app.messages.map(({ view }) => words(view)).join('\n');
    expect(told).toContain('One entry is still waiting for your signature. To sign it, join the group again');
    expect((await pair.supervisor.does('supervision.sign')).is).toBe('refused');
    app.advance(59 * dayMs);
    await accept(pair.supervisor);
    await signAll(pair.supervisor);
    const at = { group: pair.at, agreement: pair.agreement };
    expect(words(await expectCard(pair.associate.does('supervision.entries', at)))).toContain('Signed');
  });

  it('the supervisee is told how much is unsigned, how it can still be signed, and nothing of it for growth', async () => {
    const told = async () => {
      const before = app.messages.length;
      await app.pass(1000);
      return app.messages
        .slice(before)
        .map(({ view }) => words(view))
        .join('\n');
    };
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-03', submit: 'yes' });
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-04', submit: 'no' });
    await told();
    await leaves(pair.supervisor);
    const left = await told();
    expect(left).toContain('3 entries aren’t signed yet. 1 hasn’t been submitted. They can still sign for 60 days');
    const growth = await pairUp(pair.stranger, pair.owner, { purpose: 'growth', pack: '', startsOn: '2026-02-02' });
    await log(pair.stranger, { minutes: '60', kind: 'direct', date: '2026-03-04' });
    await told();
    const form = await expectForm(pair.owner.does('supervision.end', { group: pair.at, agreement: growth }));
    await submit(pair.owner, form, { reason: 'completed' });
    const ended = await told();
    expect(ended).toContain('ended your supervision agreement.');
    expect(ended).not.toMatch(/sign/i);
  });

  it.each(['supervisor', 'associate'] as const)(
    'whoever did not end it is told what is unsigned: %s ends it',
    async (by) => {
      const at = { group: pair.at, agreement: pair.agreement };
      await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02', submit: 'yes' });
      await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-04', submit: 'no' });
      await app.pass(1000);
      const before = app.messages.length;
      await submit(pair[by], await expectForm(pair[by].does('supervision.end', at)), { reason: 'completed' });
      await app.pass(1000);
      const [ended] = app.messages.slice(before).map(({ view }) => words(view));
      expect(ended).toContain(
        by === 'supervisor'
          ? '2 entries aren’t signed yet. 1 hasn’t been submitted. Entries can still be signed for 60 days'
          : '1 entry is waiting for your signature. Entries can still be signed for 60 days after the last day.',
      );
      // It had ended before: what is unsigned can be signed no longer than this one is here.
      await leaves(pair.supervisor);
      await app.pass(1000);
      const left = app.messages.slice(before + 1).map(({ view }) => words(view));
      expect(left.join('\n')).toMatch(
        /The supervisor of one of your ended agreements has left\.\s+2 entries aren’t signed/,
      );
    },
  );

  it('a code works once, for 60 days, and nobody else can make it', async () => {
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    const code = await codeOf(pair.associate);
    expect(await redeemed(await codeOf(pair.supervisor))).toHaveLength(1);
    expect(await pair.stranger.does('supervision.exportCode.make')).toMatchObject({ is: 'refused' });
    expect(await redeemed('0000-0000-0000-0000-0000')).toBe('unknown');
    app.advance(60 * dayMs - 1);
    expect(await redeemed(code.toLowerCase().replaceAll('-', ' '))).toHaveLength(1);
    expect(await redeemed(code)).toBe('used');
    const later = await codeOf(pair.associate);
    app.advance(60 * dayMs);
    expect(await redeemed(later)).toBe('expired');
  });

  it('a new code replaces the old one, the code is nowhere on the disk, and it goes after its time', async () => {
    const old = await codeOf(pair.associate);
    const code = await codeOf(pair.associate);
    expect(await redeemed(old)).toBe('unknown');
    expect(await app.disk()).not.toContain(code);
    await app.pass(62 * dayMs);
    expect(await redeemed(code)).toBe('unknown');
  });

  it('it is redeemed in another community of the same installation, by whoever has it, without names', async () => {
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    const code = await codeOf(pair.associate);
    const scope = await app.vault.scopeFor({ platform: 'fake', id: 'elsewhere' });
    const [there, thief] = [await app.person('mateo-there', { scope }), await app.person('thief', { scope })];
    const form = await expectForm(there.does('supervision.redeem'));
    const wrong = await submit(there, form, { code: '0000-0000-0000-0000-0000' });
    expect(wrong.is === 'refused' && words(wrong.view)).toContain('We don’t recognize this code.');
    const given = await expectCard(submit(there, form, { code: code.toLowerCase().replaceAll('-', ' ') }));
    expect(words(given)).toContain('Your supervision entries');
    const [first] = buttons(given).filter((b) => b.with.format === 'json');
    const one = await expectCard(there.does(first?.do ?? '', { ...first?.with }));
    const said = JSON.stringify(one);
    expect(said).toContain('"minutes":90');
    expect(said).not.toContain(pair.associate.who);
    expect(said).not.toContain(pair.supervisor.who);
    // Used: by whoever has it, for an hour; by nobody else.
    const late = await submit(thief, form, { code });
    expect(late.is === 'refused' && words(late.view)).toContain('already been used');
    app.advance(50 * 60_000);
    await expectCard(submit(there, form, { code }));
    app.advance(15 * 60_000);
    const again = await submit(there, form, { code });
    expect(again.is === 'refused' && words(again.view)).toContain('already been used');
    expect(await app.disk()).not.toContain(code);
  });

  it('the operator redeems it on the command line', async () => {
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    const folder = await mkdtemp(join(tmpdir(), 'curbside-export-'));
    try {
      const code = await codeOf(pair.associate);
      const { writeExport } = await import('../../adapters/cli/export/command.ts');
      const said = await writeExport(
        {
          ...app,
          documents: (await import('../../adapters/documents/index.ts')).createDocuments(
            createSigner(Buffer.alloc(32, 7)),
          ),
        },
        { code, to: folder, now: app.now(), fingerprint },
      );
      expect(said).toContain('Wrote 3 files');
      const files = (await readdir(folder)).sort();
      expect(files.map((name) => name.split('.').at(-1))).toEqual(['csv', 'json', 'pdf']);
      expect(await readFile(join(folder, files[0] ?? ''), 'utf8')).toContain('2026-03-02,,90,direct');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
