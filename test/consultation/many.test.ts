import { expect, it } from 'vitest';
import { Consultations } from '../../src/features/consultation/model.ts';
import { Outbox } from '../../src/runtime/outbox/model.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf } from '../fixtures/steps.ts';
import { expectCard, groupId } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';

peerGroup(2);

it('all of more than two hundred open questions stand in the lists and the export', async () => {
  const id = consultationOf(await ask(ada, { question: 'How do I end a session that runs over?' }));
  await app.pass(0);
  await app.store.transact(app.scope, async (tx) => {
    const first = await tx.get(Consultations, id);
    const row = first && (await tx.get(Outbox, first.rows.card));
    if (!first || !row) throw new Error('nothing was asked');
    for (let i = 0; i < 300; i++) {
      const rows = { ...first.rows, card: `card${i}`, case: `case${i}` };
      const text = { question: `How do I word letter no ${1000 + i}?`, facts: '', tried: '' };
      await tx.put(Consultations, { ...first, id: `c${i}`, rows, text });
      await tx.put(Outbox, { ...row, id: rows.card, subject: `c${i}`, ref: `r${i}` });
    }
  });
  const at = { group: await groupId(ada) };
  for (const list of ['consult.list', 'consult.choose', 'consult.mine']) {
    const named = buttons(await expectCard(ada.does(list, at))).flatMap((a) => a.with.consultation ?? []);
    expect(new Set(named).size).toBe(301);
  }
  const copy = words(await expectCard(ada.does('privacy.export', at)));
  expect(new Set(copy.match(/letter no 1\d\d\d/g)).size).toBe(300);
});
