import { expect, it } from 'vitest';
import type { Answer, Card } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf, draft, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, usualSettings } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';

const notice = 'Curbside was made for English.';
const nothing = 'No common identifiers found';

peerGroup(2);

it.each([
  ['Arabic', 'كيف أنهي الجلسة مع فاطمة في الوقت المحدد؟'],
  ['Hebrew', 'איך אני מסיים את הפגישה עם שירה בזמן?'],
  ['Chinese', '我怎样才能按时结束和王芳的谈话呢?请告诉我'],
  ['Russian', 'Как мне вовремя закончить сеанс с Ольгой?'],
  ['Russian in small letters', 'моя клиентка ольга петрова живёт в казани'],
  ['Korean', '내 내담자 김민수는 부산에 산다'],
  ['Spanish', 'Mi paciente llora cada semana y su hermano no quiere venir a la terapia.'],
  ['German', 'Meine Klientin kommt jede Woche zu spät und ihr Bruder will nicht mitkommen.'],
  ['Turkish', 'Danışanım her hafta geç geliyor ve kardeşi terapiye gelmek istemiyor.'],
])('a question in %s is never said to hold no identifiers', async (_, question) => {
  const preview = await draft(ada, { question });
  expect(words(preview)).toContain(notice);
  expect(words(preview)).not.toContain(nothing);
  await app.pass(31 * 60_000);
  const mine = await expectCard(ada.does('consult.preview', { group: await groupId(ada), draft: idOf(preview) }));
  expect(words(mine)).toContain(notice);
  expect(words(mine)).not.toContain(nothing);
  const check = await expectCard(ada.does('consult.check', { text: question }));
  expect(words(check)).toContain(notice);
  expect(words(check)).not.toContain(nothing);
});

const idOf = (card: object): string => /"draft":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';

it('one foreign paragraph in an English text counts', async () => {
  const facts = 'She has been late for three weeks.\nSu hermano dice que no quiere venir a la terapia con ella.';
  expect(words(await draft(ada, { question: 'How do I end on time?', facts }))).toContain(notice);
});

it('an English text with a borrowed word, a symbol and an accent is English', async () => {
  const question = 'How do I talk about saudade, β-blockers and a fiancée who is never on time?';
  expect(words(await draft(ada, { question }))).not.toContain(notice);
});

it('a foreign reply is previewed before it is posted', async () => {
  const own = await ask(ada, { question: 'How do I end on time?' });
  await app.pass(0);
  const at = { group: await groupId(ada), consultation: consultationOf(own) };
  const form = await expectForm(ben.does('consult.reply', at));
  const preview = await expectCard(submit(ben, form, { text: 'Дайте ей знать за десять минут.', as: 'me' }));
  expect(words(preview)).toContain(notice);
});

const spanish = 'Mi paciente llora cada semana y su hermano no quiere venir a la terapia.';
/** Ticks the switch with this command. */
async function tick(preview: Card, command: string): Promise<Card> {
  const line = preview.blocks.find((b) => b.is === 'switch' && b.do === command);
  if (line?.is !== 'switch') throw new Error(`no ${command} to tick`);
  return expectCard(ada.does(line.do, { ...line.with, on: 'yes' }));
}
const notes = async (answer: Promise<Answer>): Promise<string | undefined> => {
  const given = await answer;
  return given.is === 'refused' ? words(given.view) : given.note?.key;
};

it('shows which part is not in English, and posts it once its author has said that they read it', async () => {
  const facts = `She has been late for three weeks.\n${spanish}`;
  let preview = await draft(ada, { question: 'How do I end on time?', facts });
  expect(preview.blocks.filter((b) => b.is === 'quote').map((b) => b.text)).toContain(spanish);
  preview = await tick(preview, 'consult.attest');
  expect(await notes(press(ada, preview, 'Post as me'))).toBe('refusal.otherTick');
  preview = await tick(preview, 'consult.attest.other');
  await expectCard(press(ada, preview, 'Post as me'));
  await app.pass(0);
  expect(JSON.stringify(app.messages)).toContain(spanish);
});

it('asks again after the text was changed', async () => {
  let preview = await draft(ada, { question: spanish });
  preview = await tick(preview, 'consult.attest.other');
  const form = await expectForm(press(ada, preview, 'Edit'));
  preview = await expectCard(submit(ada, form, { question: `${spanish} ¿Qué hago?` }));
  preview = await tick(preview, 'consult.attest');
  expect(await notes(press(ada, preview, 'Post as me'))).toBe('refusal.otherTick');
});

it('posts nothing in another language where the owners forbid it', async () => {
  await ada.does('setup.save', { ...usualSettings, otherLanguages: 'forbid' });
  let preview = await draft(ada, { question: spanish });
  expect(words(preview)).toContain('This group takes posts in English only.');
  expect(words(preview)).not.toContain('Post as me');
  preview = await tick(preview, 'consult.attest');
  const { version } = button(preview, 'Edit').with;
  const sent = { group: await groupId(ada), draft: idOf(preview), version: version ?? '1', as: 'me' };
  expect(await notes(ada.does('consult.post', sent))).toContain('takes posts in English only');
});
