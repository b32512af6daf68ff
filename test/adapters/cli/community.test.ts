import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, inFolder, moveAll } from '../../fixtures/moving.ts';
import { goesOn, summer } from '../../fixtures/moving-group.ts';
import { stored } from '../../fixtures/stored.ts';
import { expectCard, openTestApp } from '../../fixtures/test-app.ts';
import { words } from '../../fixtures/view-text.ts';
import { readable } from '../lowdb/readable.ts';

const [ours, theirs] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];

/** All that can be read in a folder by whoever has its key. */
async function bytes(folder: string, key: Buffer): Promise<string> {
  const own = (use: string) => Buffer.from(hkdfSync('sha256', key, '', use, 32));
  const documents = await readable(join(folder, 'store'), 'store', own('curbside store 1'));
  return `${documents}\n${await readable(join(folder, 'vault'), 'vault', own('curbside vault 1'))}`;
}

it('takes a community to another installation, where everybody goes on, and leaves nothing of it behind', async () => {
  const before = await summer('folder', ours);
  const { app, people } = before;
  const olgaWas = await app.person('other/olga');
  const accounts = [
    { ref: people.ada.who, scope: app.scope },
    { ref: olgaWas.who, scope: before.neighbor },
  ] as const;
  await app.vault.offerLink(accounts[0], 'code', app.now() + 1000);
  expect(await app.vault.acceptLink(accounts[1], 'code', app.now())).toBe('linked');
  for (const id of ['team', 'other']) await app.vault.changeGrant({ platform: 'fake', id }, () => `token of ${id}`);
  await app.close();
  const target = await folder();
  expect(await bytes(app.folder, ours)).toContain(app.scope);
  const said = await moveAll(inFolder(app.folder, ours), inFolder(target, theirs), app.scope);
  expect(said.join('\n')).toContain('none is altered');
  expect(said.join('\n')).not.toMatch(/ada|team/);

  const left = await bytes(app.folder, ours);
  for (const gone of [app.scope, 'team', ...Object.values(people).map(({ who }) => who)])
    expect(left).not.toContain(gone);
  expect(left).toContain('other/olga');
  const old = await openTestApp({ folder: app.folder, now: app.now(), key: ours });
  expect(await stored(old.store, before.neighbor)).toEqual(before.theirs);
  const olga = await old.person('other/olga', { scope: before.neighbor, channel: 'O1' });
  expect(words(await expectCard(olga.does('curbside.agreement')))).not.toBe('');
  expect(await old.vault.grants('fake')).toEqual([{ of: { platform: 'fake', id: 'other' }, text: 'token of other' }]);
  expect(await old.vault.linksOf(accounts[1])).toEqual([]);
  await old.remove();

  const second = await openTestApp({ folder: target, key: theirs, now: app.now() });
  expect([await second.vault.grants('fake'), await second.vault.linksOf(accounts[0])]).toEqual([[], []]);
  await goesOn(second, before, { old: ours, now: theirs });
  await second.remove();
});
