import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../adapters/node/lexicon.ts';
import { isForeign } from '../../src/deidentify/index.ts';
import { otherParagraphs, redact, scan } from '../../src/index.ts';

const lexicon = loadLexicon();
const redacted = (text: string): string => redact(text, scan(text, lexicon)).text;
const languages = (text: string): string[] => otherParagraphs(text, lexicon).map(({ language }) => language);

it.each([
  ['Su mamá falleció en Houston.', 'Su mamá falleció en [Town].'],
  ['No quiere venir a terapia con su hermano.', 'No quiere venir a terapia con su hermano.'],
  ['Meine Klientin kommt zu spät.', 'Meine Klientin kommt zu spät.'],
  ['Ich habe eine Patientin mit Angst vor der Arbeit.', 'Ich habe eine Patientin mit Angst vor der Arbeit.'],
  ['Elle est venue avec sa fille hier.', 'Elle est venue avec sa fille hier.'],
  ['Ho una paziente che non dorme.', 'Ho una paziente che non dorme.'],
  ['Moj pacijent ne spava noću.', 'Moj pacijent ne spava noću.'],
  ['Bệnh nhân của tôi không ngủ được.', 'Bệnh nhân của tôi không ngủ được.'],
  ['Ang pasyente ko ay hindi makatulog.', 'Ang pasyente ko ay hindi makatulog.'],
])('ordinary words of another language stay: %s', (text, expected) => {
  expect(redacted(text)).toBe(expected);
});

it.each([
  ['Atiendo a Paco.', 'Atiendo a [Person].'],
  ['Doña Mercedes no duerme.', 'Doña [Person] no duerme.'],
  ['Vive con su abuela doña Mercedes en Laredo.', 'Vive con su abuela doña [Person] en [Town].'],
  ['La sra. Ortiz Paredes llega tarde a la sesión.', 'La sra. [Person] llega tarde a la sesión.'],
  ['Meine Klientin Frau Ilse von Aken hat Angst.', 'Meine Klientin Frau [Person] hat Angst.'],
  ['Ma cliente pleure, dit Mme Delphine Kervadec.', 'Ma cliente pleure, dit Mme [Person].'],
])('names that are clear without knowing the language go: %s', (text, expected) => {
  expect(redacted(text)).toBe(expected);
});

it.each([
  ['Anna Müller kommt seit drei Monaten zu mir.', '[Person] kommt seit drei Monaten zu mir.'],
  ['Sie hat mit Peter gesprochen, dass er geht.', 'Sie hat mit [Person] gesprochen, dass er geht.'],
  ['Ich sehe Anna Müller seit März.', 'Ich sehe [Person] seit März.'],
  ['Meine Klientin ist 34 und schläft schlecht.', 'Meine Klientin ist 34 und schläft schlecht.'],
  ['Die Lage ist ernst. Im Sommer war die Angst kleiner, die Art der Gabe spielt keine Rolle.', ''],
  ['Los dolores de cabeza empezaron en abril. Luz y paz, dice, es lo que busca.', ''],
])('given names are asked about, and the surname behind one: %s', (text, expected) => {
  expect(redacted(text)).toBe(expected || text);
});

it('what has a shape of its own goes in every language', () => {
  const text = 'Su teléfono es 956-555-0134, su correo es luz@example.org y nació el 3 de marzo de 1991.';
  expect(redacted(text)).toBe('Su teléfono es [Phone number], su correo es [Email address] y nació [Date].');
});

it('tells the paragraphs that are not mainly English from those that are', () => {
  const english = 'Pt is 45, MDD, on sertraline 50 mg, and says "no me entiendes" to her sister.';
  const spanish = 'Mi paciente no quiere venir a la terapia con su hermano.';
  expect(languages(english)).toEqual([]);
  expect(languages(`${english}\n${spanish}\n${english}`)).toEqual(['es']);
  const [found] = otherParagraphs(`${english}\n${spanish}`, lexicon);
  expect(found).toMatchObject({ start: english.length + 1, end: english.length + 1 + spanish.length });
});

it.each([
  'MEDS: guanfacine ER 2, melatonin\nShe sleeps better now, should I taper?',
  'gmail: rory.quist88\nis how he signs, what do I do with that?',
  'Her abuela does a limpia for susto. How do I ask about it?',
  'DBT vs ACT?',
  'ok thx',
])('short lines of an English text are English: %s', (text) => {
  expect(languages(text)).toEqual([]);
});

describe('another script', () => {
  it.each([
    'Моя клиентка часто плачет по ночам и не хочет говорить с матерью.',
    'الطفل لا ينام جيدا ويخاف من المدرسة',
    'המטופלת שלי מפחדת לצאת מהבית ולא ישנה טוב',
    '我的来访者最近失眠，总是担心工作。',
    '환자는 밤에 잠을 잘 못 자고 불안해합니다.',
    'My client said "Я не хочу жить" in session. How do I respond?',
    'How do I set limits here?\nالطفل لا ينام جيدا ويخاف من المدرسة',
  ])('keeps its ordinary words, and is read by its author line by line: %s', (text) => {
    expect(redacted(text)).toBe(text);
    expect(isForeign({ text }, lexicon)).toBe(true);
  });

  it.each([
    ['Мой клиент Иван Петров живёт в Москве.', 'Мой клиент [Name] живёт в [Name 2].'],
    ['My client Иван cries at night.', 'My client [Client] cries at night.'],
    ['My client عبدالرحمن sleeps badly.', 'My client [Person] sleeps badly.'],
    ["My client's husband, สมเกียรติ, hits her.", "My client's husband, [Person], hits her."],
    ['My client გიორგი drinks.', 'My client [Person] drinks.'],
    ['She works at 株式会社三菱電機 and is 34.', 'She works at [Organization] and is 34.'],
    ['He told me 我觉得没有人在乎我了 last week.', 'He told me 我觉得没有人在乎我了 last week.'],
  ])('loses what is clearly a name in it: %s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });
});
