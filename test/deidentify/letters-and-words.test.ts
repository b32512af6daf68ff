import { describe, expect, it } from 'vitest';
import { scan } from '../../src/index.ts';
import { found, shipped } from './cases.ts';

const alphabet = [...'ABCDEFGHJKLMNOPQRSTUVWXYZ'];

describe('a letter that stands for a person', () => {
  it.each(alphabet)('is taken out everywhere: %s', (x) => {
    const text = `Client ${x} has a court date. ${x} is scared. ${x}'s mom called me and ${x} cried.`;
    expect(found(text)).toEqual([x, x, x, x]);
  });

  it('is one behind "saw", too', () =>
    expect(found("I saw A last week. A was tearful. A's husband drinks. A friend said no.")).toEqual(['A', 'A', 'A']));

  it('with a point where it is first named', () =>
    expect(found("Client K. has a court date. K's sister will testify. K left.")).toHaveLength(3));

  it('leaves articles and pronouns', () =>
    expect(found('Client A came late. A friend drove. I have a plan for the client I see after.')).toEqual(['A']));

  it.each([
    ['The client I see weekly is sad. A plan is needed. I was there.', []],
    ['Client B is 34. Plan B failed and vitamin B helps. B was proud.', ['B', 'B']],
    ['Client K is here. Her K-12 school helps.', ['K']],
  ])('leaves what is counted or graded: %s', (text, letters) => expect(found(text)).toEqual(letters));
});

describe('a name in small letters that is a word', () => {
  it.each([
    ['i work with a teen named sky who uses they/them', 'sky'],
    ['My client, a nurse called dawn, cannot sleep.', 'dawn'],
    ['a colleague named sunny referred a vet named cliff', 'cliff'],
    ['My client, whose initials are em, has OCD', 'em'],
    ['her name is sky and she is 15', 'sky'],
    ['the teen named brook told me about it', 'brook'],
    ['my patient is a boy named bear.', 'bear'],
  ])('%s', (text, name) => expect(found(text)).toContain(name));

  it.each([
    'a nurse called sick today and a patient called 911',
    'a client called back, then her mom called crying',
    'a client called early this morning and a man called angry',
    'the teen named fear as what drives her',
    'a client named guilt, shame and fear',
    'a book called untamed and a skill named wise',
    'the initials are on file and her initials are not known',
    'her name is on the list; his name is not known',
  ])('leaves "%s"', (text) => expect(found(text)).toEqual([]));
});

describe('a surname in small letters, in another language', () => {
  it.each([
    ['ma patiente amélie dupont pleure beaucoup et son mari boit', 'amélie dupont'],
    ['klient marek nowak z krakowa pije od roku', 'marek nowak'],
    ['minha cliente joana trabalha no hospital santa maria em lisboa', 'santa maria'],
  ])('%s', (text, name) => expect(found(text)).toContain(name));

  it('takes no verb with the given name', () =>
    expect(found('minha cliente joana trabalha no hospital e chora muito')).toEqual(['joana']));
});

describe('numbers and addresses with their signs left out', () => {
  it.each([
    ['she wrote from s kowalski 88 gmail com', 's kowalski 88 gmail com'],
    ['her mail is skowalski gmail com', 'skowalski gmail com'],
    ['license plate is bob cat 9', 'bob cat 9'],
    ["client's reddit is u/sadpanda1990 and OF is lilkitty", 'lilkitty'],
    ['Her snap: jessbaby', 'jessbaby'],
    ['in court 14-III-21', '14-III-21'],
    ['born 14-III-1971', '14-III-1971'],
  ])('%s', (text, whole) => expect(found(text)).toContain(whole));

  it('calls a Roman month a day', () =>
    expect(scan('in court 14-III-21', shipped()).map(({ type }) => type)).toContain('DATE'));

  it.each([
    'facebook is blocked, insta is private, discord is loud',
    'license plate is in 2 pieces and his plate is full 3 nights a week',
  ])('leaves "%s"', (text) => expect(found(text)).toEqual([]));
});

describe('where every doubtful word is asked about', () => {
  const asking = { ...shipped(), asksAll: true };

  it.each([
    'How do I support someone in early recovery through the holidays?',
    'She is in early recovery and attends a meeting daily.',
    'I say what progress I see in each session.',
  ])('ordinary words and known groups are no clinic: %s', (text) => expect(found(text, asking)).toEqual([]));

  it('a month and a holiday are doubts', () =>
    expect(
      scan('The teen may drop out in May or June, and comes out to her parents at Thanksgiving.', asking).map(
        ({ type, tier }) => [type, tier],
      ),
    ).toEqual([
      ['DATE', 'check'],
      ['DATE', 'check'],
    ]));

  it('a name that is a word is asked about', () =>
    expect(found('Hope stays sober when her friends visit.', asking)).toEqual(['Hope']));
});
