import { afterEach, beforeEach, expect, it } from 'vitest';
import { ask, consultationOf, draft, submit } from '../fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const notice = 'Curbside was made for English. Read every line yourself.';
const nothing = 'No common identifiers found';

let app: TestApp;
let ada: Person;
let ben: Person;
beforeEach(async () => {
  app = await openTestApp();
  const people = await group(app, ['ada', 'ben']);
  [ada, ben] = [people.ada, people.ben] as [Person, Person];
});
afterEach(() => app.remove());

it.each([
  ['Arabic', 'كيف أنهي الجلسة مع فاطمة في الوقت المحدد؟'],
  ['Hebrew', 'איך אני מסיים את הפגישה עם שירה בזמן?'],
  ['Chinese', '我怎样才能按时结束和王芳的谈话呢?请告诉我'],
  ['Russian', 'Как мне вовремя закончить сеанс с Ольгой?'],
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
