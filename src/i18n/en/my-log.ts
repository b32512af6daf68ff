import type { Format } from '../format.ts';

/** A platform is called as its references begin, with a capital letter. */
const named = (platform: string): string => platform.slice(0, 1).toUpperCase() + platform.slice(1);

/** One's own log: what was asked, advised and attended, here and where an account was linked. */
export const myLog = {
  'log.asked': 'Asked',
  'log.advised': 'Advised',
  'log.attended': 'Attended',
  'log.total': ({ n, minutes }: { n: number; minutes: number }, { plural, number }: Format) =>
    `${plural(n, { one: '1 consultation', other: '# consultations' })}, ${number(minutes)} min`,
  'log.drafts': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'One draft isn’t counted until you finish it.',
      other: '# drafts aren’t counted until you finish them.',
    }),
  'log.page': ({ page, pages }: { page: number; pages: number }, { number }: Format) =>
    `Page ${number(page)} of ${number(pages)}`,
  'log.filter': 'Filter',
  'log.filter.title': 'Filter my log',
  'log.filter.show': 'Show',
  'log.filter.none': 'Nothing in your log fits this filter.',
  'log.filter.clear': 'Show all',
  'log.filtered': 'Showing',
  'log.side': 'What I did',
  'log.side.name': ({ side }: { side: 'any' | 'asked' | 'advised' | 'attended' }) =>
    ({ any: 'Asked, advised, and attended', asked: 'Asked', advised: 'Advised', attended: 'Attended' })[side],
  'log.period': 'Period',
  'log.period.all': 'All time',
  'log.period.cycle': ({ title }: { title: string }) => `This renewal cycle: ${title}`,
  'log.where': 'Where',
  'log.where.all': 'All of my groups and accounts',
  'log.where.group': 'This group',
  'log.where.here': ({ platform }: { platform: string }) => `This account (${named(platform)})`,
  'log.where.linked': ({ platform }: { platform: string }) => `My linked account (${named(platform)})`,
  'log.platform': ({ platform }: { platform: string }) => named(platform),
  'log.from': ({ platform }: { platform: string }) => `From ${named(platform)}`,
  'log.elsewhere': 'Logged in your linked account. Change it there.',
  'log.sameDay': 'Another entry has this date. Check that no time is counted twice.',
  'log.includes': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: 'Includes one linked account.', other: 'Includes # linked accounts.' }),
  'log.linkOne': 'Link another account',
  'log.accounts': 'Linked accounts',

  'link.help': 'See consultations from all of your accounts in one log',
  'link.intro':
    'If you use Curbside in another workspace or server, you can see your consultations in one log, here and there. Get a code here and enter it there, or the other way around. Nobody else is told. Questions you asked without your name stay in the account you asked them with.',
  'link.none': 'No other account is linked.',
  'link.since': 'linked',
  'link.get': 'Get a code',
  'link.enter': 'Enter a code',
  'link.code': 'Your code',
  'link.until': ({ minutes }: { minutes: number }) =>
    `Use /consult link in your other account and enter this code within ${minutes} minutes. It works once. Don’t share it: whoever enters it sees your log.`,
  'link.expired': 'This code has expired. Get a new one.',
  'link.field': 'Code from your other account',
  'link.hint': 'Three groups of four, such as 3F9A-0C12-77BE',
  'link.made': 'Who made this code?',
  'link.maker': ({ maker }: { maker: 'me' | 'given' }) =>
    ({ me: 'I did, with my own other account', given: 'Someone gave it to me' })[maker],
  'link.warning': 'The account that made the code will be able to read your log, and you will be able to read its log.',
  'link.given': 'Don’t enter a code that someone gave you. They could read your log. Only link your own accounts.',
  'link.colleague':
    'That code was made by another person’s account in this community. You can link only your own accounts in different communities. Nothing was linked.',
  'link.submit': 'Link accounts',
  'link.malformed': 'Code: enter all 12 letters and numbers, such as 3F9A-0C12-77BE.',
  'link.done': 'Linked. Your log now shows both accounts.',
  'link.unknown': 'That code doesn’t work. It may have expired or been used. Get a new one in your other account.',
  'link.own': 'That code is for this account. Enter it in your other account.',
  'link.many': 'One of the accounts already has five links. Unlink one first.',
  'link.unlink': 'Unlink',
  'link.unlink.confirm': 'Unlink this account? Neither log shows the other anymore. Nothing in either is deleted.',
  'link.unlinked': 'Unlinked. Each log shows only its own consultations.',
  'link.noted':
    'Only you can see this. The link is kept apart from your records, and ends if you erase either account.',
  'refusal.linkTooOften': 'You’ve used several codes in the last hour. Try again in an hour.',
};
