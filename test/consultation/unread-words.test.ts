import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, closeAndDocument, consultationOf, press, recordOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';
import { question } from './thread-steps.ts';

const typed = { guidance: 'Name the end early.', decision: 'I name it.', rationale: 'It keeps the frame.' };
const spanish = 'Voy a hablar con la madre de la chica y luego vamos a ver cómo sigue la semana en casa.';

let own: Card;
peerGroup(3);
beforeEach(async () => {
  app.called.set(ben.who, 'Ben Whitcombe');
  own = await ask(ada, { question });
  await app.pass(0);
});

const saved = async (values: Record<string, string>) =>
  recordOf(ada, submit(ada, await closeAndDocument(ada, own), { ...typed, advisers: ben.who, ...values }));

/** What the filter leaves in without answering for it: its owner reads it before it can never be changed again. */
describe('a record is not locked unread', () => {
  it('where a name stays because a colleague has it: a client may be called the same', async () => {
    const decision = 'Ben cut himself last night, and I call the Whitcombe family.';
    const card = await saved({ decision });
    expect(words(card)).toContain('Status: Draft');
    expect(words(card)).toContain(
      'a colleague who advised has them. Choose “Edit” if one is a client’s.: Ben, Whitcombe',
    );
    expect(words(await recordOf(ada, press(ada, card, 'Finish and lock')))).toContain(decision);
  });

  it('where part of it is in a language that the filter was not made for', async () => {
    const card = await saved({ decision: spanish });
    expect(words(card)).toContain('Status: Draft');
    expect(words(card)).toContain('Curbside was made for English.');
  });

  it('and an amendment with such a name is previewed first', async () => {
    const card = await saved({});
    const form = await expectForm(press(ada, card, 'Amend'));
    const preview = await expectCard(submit(ada, form, { text: 'Ben cut himself again.', reason: 'New' }));
    expect(words(preview)).toContain('Choose “Edit” if one is a client’s.: Ben');
    const again = await expectCard(ada.does('record.show', { ...button(card, 'Amend').with }));
    expect(words(again)).not.toContain('Ben cut himself');
  });
});

describe('a decision that is shared from the form of its record', () => {
  const shared = async () => saved({ decision: spanish, share: 'yes' });
  const inThread = () => app.messages.map((m) => words(m.view)).join();

  it('needs the tick for another language like every other post', async () => {
    const preview = await attest(ada, await shared());
    expect(words(await expectCard(press(ada, preview, 'Share with the group')))).toContain(
      'Curbside was made for English',
    );
    await app.pass(0);
    expect(inThread()).not.toContain('Voy a hablar');
  });

  it('stays private where the group takes English only', async () => {
    const {
      do: save,
      fields,
      with: to,
    } = await expectForm(ada.does('curbside.settings', { group: await groupId(ada) }));
    const values = Object.fromEntries(fields.map((f) => [f.name, f.value]));
    expect((await ada.does(save, { ...values, ...to, otherLanguages: 'forbid' })).is).toBe('view');
    const preview = await attest(ada, await shared());
    await ada.does('consult.post', { ...postValues(preview), as: 'same' });
    await app.pass(0);
    expect(inThread()).not.toContain('Voy a hablar');
  });

  it('is asked for where there is none yet', async () => {
    const form = await closeAndDocument(ada, own);
    const answer = await submit(ada, form, { ...typed, decision: '', advisers: ben.who, share: 'yes' });
    expect(answer.is).toBe('again');
    expect(answer.is === 'again' && answer.form.fields.find((f) => f.name === 'decision')?.error).not.toBeNull();
    const at = { group: await groupId(ada), consultation: consultationOf(own) };
    expect(words(await expectCard(ada.does('consult.show', at)))).toContain('Status: Open');
  });
});

/** The draft of a preview and its version, as its tick carries them. */
function postValues(preview: Card): Record<string, string> {
  const line = preview.blocks.find((b) => b.is === 'switch');
  return line?.is === 'switch' ? { ...line.with } : {};
}
