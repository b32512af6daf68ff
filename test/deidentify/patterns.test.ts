import { describe, expect, it } from 'vitest';
import { scan } from '../../src/index.ts';
import { found, tiny } from './cases.ts';

const whole = (text: string): string[] => found(text, tiny);
const types = (text: string): string[] => scan(text, tiny).map((finding) => finding.type);

describe('telephone numbers', () => {
  it.each([
    ['call me at (312) 555-0148 x 14', '(312) 555-0148 x 14'],
    ['her cell 7735550186', '7735550186'],
    ['wrong number, 555-0134', '555-0134'],
    ['from +44 20 7946 0958', '+44 20 7946 0958'],
    ['his mobile 07700 900417', '07700 900417'],
    ['portable 06 12 34 56 78', '06 12 34 56 78'],
    ['dial in 020 7946 0532 then 771 903#, bring biscuits', '771 903#'],
    ['call five five five oh one six two', 'five five five oh one six two'],
    ['split: 555-\n0134', '555-\n0134'],
  ])('%s', (text, value) => expect(whole(text)).toContain(value));

  it.each([
    'text HOME to 741741 or call 988',
    'PHQ-9 22 → 18 over 6 wks',
    'billed 90837 and 90834',
    'BP 128/82, HR 71',
  ])('leaves "%s" alone', (text) => expect(whole(text)).toEqual([]));
});

describe('dates', () => {
  it.each([
    ['MVA on 11/02/2021 at noon', '11/02/2021'],
    ['last seen Wed. 9/25', 'Wed. 9/25'],
    ['admitted Jan 5–19', 'Jan 5–19'],
    ['started estradiol in Feb.', 'Feb'],
    ['gave until the 30th.', '30th'],
    ['baby due 12/29.', '12/29'],
    ['not eating as of 12.12. I worry', '12.12'],
    ['covering my leave 28/7-15/8: call', '28/7-15/8'],
    ['a meltdown on May bank holiday at work', 'May bank holiday'],
    ['died christmas eve', 'christmas eve'],
    ['born 14. März 1990', '14. März 1990'],
    ['el martes 4 de febrero de 2025', 'martes 4 de febrero de 2025'],
    ['arrived ١٢/٠٣/٢٠٢٣', '١٢/٠٣/٢٠٢٣'],
    ['since april 2020', 'april 2020'],
    ['dob nineteen june two thousand one', 'nineteen june two thousand one'],
    ['relapsed on thanksgiving', 'thanksgiving'],
    ['lost his wife Easter.', 'Easter'],
    ['arrested Super Bowl Sunday', 'Super Bowl Sunday'],
    ['since Ramadan 2021', 'Ramadan 2021'],
    ['line cook. dob 1/1/01 she says', '1/1/01'],
  ])('%s', (text, value) => expect(whole(text).join(' | ')).toContain(value));

  it.each([
    'He died two years ago.',
    'Mayo has a plain sheet for families.',
    'guilt is 9/10 and pain 6/10',
    'ASRS 5/6',
    '50/50 custody',
    '24/7 care',
    'may I ask',
    'clients march in',
    'in 2019',
    'on Tuesday',
    'x 3 mo',
    'haldol dec 100 q4wk',
    'the first session',
    '10th grade',
    'mood 5/5/5',
    'a Thanksgiving theme in group',
    'Cr 1.3, eGFR 60',
  ])('leaves "%s" alone', (text) => expect(types(text)).not.toContain('DATE'));
});

describe('ages over 89', () => {
  it.each([
    ['pt is a 93 y/o widow', '93'],
    ['98F, bruises', '98'],
    ['Mr. Abernathy, 96, WWII vet', '96'],
    ['(f, ninety-one) lost her husband', 'ninety-one'],
    ['in his mid 90s', '90s'],
    ['his dad born 1928', '1928'],
    ['her 100th birthday', '100th'],
  ])('%s', (text, value) => expect(whole(text)).toContain(value));

  it.each(['90 min sessions', 'he is 89', 'raised in the 90s', 'WMI 97, PSI 91', 'session 92', '95% sure', '$98 rate'])(
    'leaves "%s" alone',
    (text) => expect(types(text)).not.toContain('AGE'),
  );
});

describe('numbers that stand for one person or thing', () => {
  it.each([
    ['Ticket 1234567890123456789012345678901234567890 is open', '1234567890123456789012345678901234567890'],
    ['key 4f9a0c77d1e84b21a6c5e0f3b7a9d2c4e1', '4f9a0c77d1e84b21a6c5e0f3b7a9d2c4e1'],
    ['ssn 987-65-4322', '987-65-4322'],
    ['MRN: 7730-1194', '7730-1194'],
    ['member id XJH884120937', 'XJH884120937'],
    ['case no. CR-19-20771', 'CR-19-20771'],
    ['card ending 4471', '4471'],
    ['plate GHOST7', 'GHOST7'],
    ['the truck, plate HKR 442', 'HKR 442'],
    ['MAC 3C:22:FB:9A:10:7E', '3C:22:FB:9A:10:7E'],
    ['USCIS A-number A 088 555 213', '088 555 213'],
    ['NHS no: 943 476 5919', '943 476 5919'],
    ['VIN 1FTFW1ET5DFC10312', '1FTFW1ET5DFC10312'],
    ['plate is seven kilo lima mike four four', 'seven kilo lima mike four four'],
    ['last four of his social, nine one double two', 'nine one double two'],
    ['code X Y Z - 0 0 9 - 1 1 4', 'X Y Z - 0 0 9 - 1 1 4'],
    ['card 4111 **** 1234', '1234'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 00'],
    ['licensed as PSY 20418', '20418'],
    ['QQ 12 34 56 C', 'QQ 12 34 56 C'],
    ['covered by Aetna W2233 10987', 'W2233 10987'],
  ])('%s', (text, value) => expect(whole(text).join(' ')).toContain(value));

  it.each([
    'F43.10 and F10.20',
    '45 CFR 164.508',
    'GAD-7 17',
    'T1017, H0031',
    'copay $40',
    'DSM-5-TR',
    'lithium 900 mg',
    'in 2014-15',
    'n=64',
    'one or two or three sessions',
    'alpha and delta waves',
    'TSH 2.1, Cr 1.3, Na 138',
    '42 U.S.C. 12101',
  ])('leaves "%s" alone', (text) => expect(whole(text)).toEqual([]));
});

describe('employers by their shape', () => {
  it.each([
    ['deployed on the USS Roosevelt', 'USS Roosevelt'],
    ['deckhand, M/V Northern Light', 'M/V Northern Light'],
    ['served with Bravo Co, 1-506', 'Bravo Co, 1-506'],
    ['sgt at the 9th precinct', '9th precinct'],
    ['lineman for pg&e', 'pg&e'],
  ])('%s', (text, value) => expect(whole(text)).toContain(value));

  it.each(['her MS relapsed', 'SS disability', 'a USS of 12', 'the charlie 12 step joke', 'a Q&A on R&B'])(
    'leaves "%s" alone',
    (text) => expect(types(text)).not.toContain('ORG'),
  );
});

describe('addresses on the net', () => {
  it.each([
    ['write to tessa.wrobel88@example.com', 'tessa.wrobel88@example.com'],
    ['lilacmoon at example dot net', 'lilacmoon at example dot net'],
    ['see https://maps.example.com/r/8?id=7', 'https://maps.example.com/r/8?id=7'],
    ['gofundme.example/f/strong', 'gofundme.example/f/strong'],
    ['insta @kayleigh.draws.sad', '@kayleigh.draws.sad'],
    ['as u/not_your_ghost_77', 'u/not_your_ghost_77'],
    ['kayla.m.writes on insta', 'kayla.m.writes'],
    ['login from 73.162.44.19', '73.162.44.19'],
    ['from 2001:db8:85a3::8a2e:370:7334', '2001:db8:85a3::8a2e:370:7334'],
    ['<@U07QK3RTZ> see this', '<@U07QK3RTZ>'],
  ])('%s', (text, value) => expect(whole(text).join(' ')).toContain(value));

  it.each([
    'https://www.apa.org/practice',
    'https://pubmed.ncbi.nlm.nih.gov/1234567/',
    '<#C02ANXTY4|anxiety-consult>',
    '<!here> lunch',
    'hey @here',
  ])('lets "%s" pass', (text) => expect(whole(text)).toEqual([]));
});

describe('street addresses and post codes', () => {
  it.each([
    ['addr 77 old mill rd, saugerties ny 12477', '77 old mill rd'],
    ['at 1140 Pelham Pkwy S, Apt 6F, Bronx NY 10461', '1140 Pelham Pkwy S, Apt 6F'],
    ['PO Box 1183', 'PO Box 1183'],
    ['on Route 9 at dusk', 'Route 9'],
    ['wohnt Lindenstraße 8', 'Lindenstraße 8'],
    ['au 12 rue Victor Hugo', '12 rue Victor Hugo'],
    ['calle Mayor 14', 'calle Mayor 14'],
    ['in M21 9WQ', 'M21 9WQ'],
    ['near 60645', '60645'],
    ['died on the A69 last year', 'A69'],
  ])('%s', (text, value) => expect(whole(text).join(' | ')).toContain(value));

  it.each(['buried husband no. 3 and smiled', 'his A1C is on the low side', 'on the B12 shots'])(
    'leaves "%s" alone',
    (text) => expect(whole(text)).toEqual([]),
  );

  it('ends with its line when the next one begins with a lower-case word', () => {
    const full = '1420 Elm St Apt 4, Springfield IL 62704';
    expect(whole(`Address: ${full}\nmike m. relapsed`).filter((one) => /\n/.test(one))).toEqual([]);
    expect(whole('12 Elm Street\nno one came')).toEqual(['12 Elm Street']);
    expect(whole('12 Elm Street\napt 4').join('')).toContain('4');
  });
});
