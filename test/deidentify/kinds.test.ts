import { describe, expect, it } from 'vitest';
import { withoutLooseEnds } from '../../src/deidentify/names/whole-phrase.ts';
import { found } from './cases.ts';

const said = (text: string): string => found(text).join(' | ');

/** Kinds of mistake that texts by other hands showed, each with words of our own. */
describe('what the sentence says of a word', () => {
  it.each([
    ['My 3 o’clock, Klein, is a roofer and knows my brother.', 'Klein'],
    ['do i email ellis’ PO or wait', 'ellis'],
    ['Hayes still calls me at night.', 'Hayes'],
    ['Horney was ten minutes late and blamed the tram.', 'Horney'],
    ['Two voicemails from Rollnick, all about the custody.', 'Rollnick'],
    ['Rollnick, age 20, quit school.', 'Rollnick'],
    ['new pt, wells, f 41, worries about her mother', 'wells'],
    ['Her grandson answers to Biscuit. He is 9.', 'Biscuit'],
    ['Last: Frost\nFirst: Amber\nDOB: 04/02/1991', 'Frost'],
    ['"Clover" is her legal name. 29, single.', 'Clover'],
    ['Bug is what mom calls her. She is 7.', 'Bug'],
    ['Tell me about Meadow (his actual name). He is 12.', 'Meadow'],
    ['he goes by squeak. 35m, biker', 'squeak'],
    ['k. is out again, third week. k. always texts by noon and didnt. He is 20.', 'k'],
    ['Heard from Rollnick? He owes me two sessions.', 'Rollnick'],
    ['She read me C 8820 1175 36 and hung up.', 'C 8820 1175 36'],
    ['Horney giggled through the exposure and asked for more.', 'Horney'],
  ])('"%s" speaks of somebody', (text, name) => expect(said(text)).toContain(name));

  it.each([
    'Board told me to wait. She is 34 and tired of it.',
    'Neighbors told me he was drinking.',
    'Billing told me the claim was denied.',
    'Joy returns slowly.',
    'Hope is not a plan.',
    'Joy 2/10, pride 5/10, hurt (4/10 to 1/10)',
    'Switch to 90837 or 96133, H2019-95 was denied.',
    'vit D 18, otherwise fine',
    'Her A1c is fine, HbA1c 6.1, and G2212 was denied.',
    'Lawyer says silence. Since then I’ve had two cancellations and she’d rather not.',
    'OCR’d and dx’d elsewhere, Y-BOCS 24.',
    'The Kleinians in our reading group outnumber the Jungians.',
    'Movicol and hyoscine on top of clozapine; see getselfhelp.co.uk.',
    'Reread the paper by Beck, Judith (2011), on homework.',
    'Winnicott was an early reader of Freud, and Bowlby a late one.',
    'The form is on www.gov.uk, the leaflet on www.nhs.uk/conditions.',
    'SPEAKER_1 so you told me\nSPEAKER_2 i did',
    'Errin made her bleed for a month, said the gyn.',
    'Via Discord voice we had ten sessions, him muted.',
    'Nine of them in the group room. A bat flew in.',
    'I block 12 to 1 for lunch and nobody cares.',
    'Winell’s religious trauma work is helping her.',
    'Fear of recurrence: we use the ConquerFear manual (Butow, Sharpe).',
    'Her foster mom should be told, she is 7.',
    'In the orphanage until 2.5, hugs strangers.',
    'She bit a para on Tuesday. She is 9.',
  ])('"%s" speaks of nobody', (text) => expect(found(text)).toEqual([]));
});

describe('rare offices and what is only suspected', () => {
  it.each([
    ['Trich in a reigning beauty queen, 22, wigs and all.', 'reigning beauty queen'],
    [
      'My 60-year-old is consul for a small Pacific nation, which he says is lonely.',
      'consul for a small Pacific nation',
    ],
    ['The mayor sees me on Thursdays.', 'mayor'],
    ['She is a hangman’s granddaughter, 40, and tells nobody.', 'hangman'],
  ])('"%s" is asked about', (text, phrase) => expect(said(text)).toContain(phrase));

  it.each([
    'He gave up a bishop for a pawn, 12 and proud.',
    'Her wife signs PJM at home, and BSL at work.',
    'The cardinal rule on our crisis line is to listen.',
  ])('"%s" is not', (text) => expect(found(text)).toEqual([]));
});

describe('one of many', () => {
  it('a car tells nothing', () => expect(found('She drives a blue Camry to session.')).toEqual([]));
  it('but a person who is called like one does', () =>
    expect(said('My client Camry told me she is 34.')).toContain('Camry'));
});

describe('days, doors and accounts', () => {
  it.each([
    ['Born 11/11/11 and now in ninth grade, she counts.', '11/11/11'],
    ['parents divorced in may. she is 9', 'may'],
    ['lives at 88 Elm Ave, rear cottage now', '88 Elm Ave, rear cottage'],
    ['Kreuzgasse 4, Hinterhaus, 2. OG', 'Kreuzgasse 4, Hinterhaus, 2. OG'],
    ['psn id orlandoq, plays all night', 'orlandoq'],
    ['The home study is 10-10 now. She is 34.', '10-10'],
    ['Interview’s 21.03, and he needs a report.', '21.03'],
    ['acct …8801 was declined', '8801'],
    ['His account ends 7716, he showed me.', '7716'],
    ['flat 9, The Sidings, CF10 0XX', 'flat 9, The Sidings, CF10 0XX'],
    ['The hearing’s 11-29 downtown.', '11-29'],
    ['Advent Sunday is coming up.', 'Advent Sunday'],
    ['09:00|Abernathy,R|90791', 'Abernathy,R'],
    ['Her worker is at hackney.gov.uk, her ward at eastkent.nhs.uk/ward9.', 'hackney.gov.uk | eastkent.nhs.uk/ward9'],
    ['He lives here:\nNo. 17, upstairs', 'No. 17'],
    ['Her license, MA 44012, expired.', '44012'],
    ['Referred by Jung, Peter (GP).', 'Jung, Peter'],
  ])('%s', (text, value) => expect(said(text)).toContain(value));

  it.each(['SUDs 5/5/5 all week', 'she may have left', 'we may see her'])('leaves "%s" alone', (text) =>
    expect(found(text)).toEqual([]),
  );
});

describe('a name ends where it ends', () => {
  it.each([
    ['So Hunt turned up at my gym. Hunt is 40.', 'Hunt | Hunt'],
    ['He heard it from the manager at Pizza Garage.', 'Pizza Garage'],
    ['She sat in the chair. Refused by Oak Hollow again.', 'Oak Hollow'],
    ['Her son boards in Mercy West ED hallway for days.', 'Mercy West ED'],
    ['I sat under a general at Our Lady of Lourdes for a year.', 'Our Lady of Lourdes'],
    ['They met on Nov 17. Her ex left.', 'Nov 17'],
    ['Tom Wexler was at the Stockman Cafe on the 9th of June.', 'Tom Wexler | Stockman Cafe | 9th of June'],
    ['She is down to 9 on the PHQ-9. March was hard.', ''],
    ['Tom Wexler moved to Dayton, OH 45402.', 'Tom Wexler | Dayton, OH 45402'],
    ['Plays at The Rattlebag, says client Marlon Teague.', 'The Rattlebag | Marlon Teague'],
  ])('%s', (text, value) => expect(said(text)).toBe(value));
});

it('a telling phrase does not end in a preposition, unless a place goes on there', () => {
  const text = 'the only female roofer in the bay';
  const phrase = { start: 4, end: text.indexOf(' the bay') };
  const cut = (others: { start: number; end: number }[]) => {
    const [one] = withoutLooseEnds(text, [phrase], others);
    return text.slice(one?.start, one?.end);
  };
  expect(cut([])).toBe('only female roofer');
  expect(cut([{ start: text.indexOf('bay'), end: text.length }])).toBe('only female roofer in');
});
