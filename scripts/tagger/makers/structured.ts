import { drawBanded, type Lists } from '../lists.ts';
import { between, type Chance, pick, weighted } from '../random.ts';

const months =
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec'.split(
    ' ',
  );
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun'.split(' ');
const holidays = [
  'Christmas',
  'Xmas',
  'Christmas Eve',
  'Thanksgiving',
  'Easter',
  'Halloween',
  "New Year's Eve",
  'Memorial Day',
  'Labor Day',
  'July 4th',
  "Valentine's Day",
  "Mother's Day",
  'Eid',
  'Diwali',
  'Passover',
  'the first of May',
  'Mardi Gras',
  'MLK Day',
  'Yom Kippur',
  'Juneteenth',
];
const two = (value: number): string => String(value).padStart(2, '0');
const upTo = (random: Chance, count: number): string =>
  Array.from({ length: count }, () => between(random, 0, 9)).join('');
const letters = (random: Chance, count: number): string =>
  Array.from({ length: count }, () => pick(random, [...'ABCDEFGHJKLMNPRSTUVWXYZ'])).join('');
const ending = (day: number): string =>
  day % 10 === 1 && day !== 11
    ? 'st'
    : day % 10 === 2 && day !== 12
      ? 'nd'
      : day % 10 === 3 && day !== 13
        ? 'rd'
        : 'th';

export const date = (random: Chance): string => {
  const month = between(random, 1, 12);
  const day = between(random, 1, 28);
  const year = between(random, 1948, 2025);
  const name = pick(random, months);
  return weighted(random, [
    [6, () => `${month}/${day}`],
    [4, () => `${month}/${day}/${random() < 0.5 ? year : two(year % 100)}`],
    [2, () => `${year}-${two(month)}-${two(day)}`],
    [1, () => `${two(day)}.${two(month)}.${year}`],
    [5, () => `${name} ${day}${random() < 0.4 ? ending(day) : ''}`],
    [2, () => `${name} ${day}, ${year}`],
    [2, () => `${day} ${name} ${year}`],
    [2, () => `${name} ${year}`],
    [3, () => name],
    [2, () => `${day}${ending(day)}`],
    [1, () => `${pick(random, weekdays)} ${month}/${day}`],
    [1, () => `${pick(random, weekdays)} the ${day}${ending(day)}`],
    [1, () => `${name} of ${year}`],
    [2, () => pick(random, holidays)],
  ]);
};

export const phone = (random: Chance): string => {
  const area = between(random, 201, 989);
  const line = `555${pick(random, ['-', '-', '.', ' '])}01${upTo(random, 2)}`;
  return weighted(random, [
    [4, () => `${area}-${line}`],
    [3, () => `(${area}) ${line}`],
    [2, () => line],
    [1, () => `+1 ${area} ${line}`],
    [1, () => `${area}555${upTo(random, 4)}`],
    [1, () => `07${upTo(random, 3)} ${upTo(random, 6)}`],
  ]);
};

export const email = (random: Chance, lists: Lists): string =>
  `${drawBanded(random, lists.first).replaceAll(' ', '')}${pick(random, ['.', '_', '', ''])}${random() < 0.5 ? drawBanded(random, lists.last).replaceAll(' ', '') : between(random, 1, 99)}@${pick(random, ['example.com', 'mail.example.org', 'example.net', 'work.example.com'])}`;

export const handle = (random: Chance, lists: Lists): string => {
  const base =
    `${drawBanded(random, lists.first)}${pick(random, ['.', '_', ''])}${pick(random, drawBanded(random, lists.english).split(' '))}`.replaceAll(
      ' ',
      '',
    );
  return weighted(random, [
    [5, () => `@${base}${random() < 0.4 ? between(random, 1, 99) : ''}`],
    [1, () => `u/${base}`],
    [1, () => `$${base}`],
    [1, () => `U${letters(random, 2)}${upTo(random, 3)}${letters(random, 3)}`],
    [
      2,
      () =>
        `https://${pick(random, ['www.', 'blog.', ''])}${base.replace(/[._]/g, '')}.example.${pick(random, ['com', 'net', 'org'])}/${drawBanded(random, lists.english)}`,
    ],
  ]);
};

export const idNumber = (random: Chance): string =>
  weighted(random, [
    [3, () => upTo(random, between(random, 4, 10))],
    [3, () => `${letters(random, between(random, 1, 3))}-${upTo(random, between(random, 4, 8))}`],
    [2, () => `${letters(random, 2)}${upTo(random, between(random, 4, 8))}`],
    [2, () => `9${upTo(random, 2)}-${upTo(random, 2)}-${upTo(random, 4)}`],
    [2, () => `${letters(random, 2)}-${between(random, 19, 25)}-${upTo(random, 5)}`],
    [1, () => `${upTo(random, 3)} ${upTo(random, 3)} ${upTo(random, 4)}`],
    [1, () => `${upTo(random, 2)}${letters(random, 2)}${upTo(random, 5)}`],
  ]);

export const ip = (random: Chance): string =>
  random() < 0.8
    ? `${pick(random, ['203.0.113', '198.51.100', '192.0.2', '10.0.4', '192.168.1'])}.${between(random, 2, 250)}`
    : `2001:db8::${between(random, 10, 999)}`;

export const oldAge = (random: Chance): string =>
  weighted(random, [
    [8, () => String(between(random, 90, 104))],
    [
      1,
      () =>
        pick(random, ['ninety-one', 'ninety-four', 'ninety', 'ninety two', 'one hundred and two', '90s', 'mid-90s']),
    ],
  ]);
