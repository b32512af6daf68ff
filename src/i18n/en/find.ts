/** Finding questions that the group has discussed. */
export const find = {
  'find.help': 'Find what this group has discussed',
  'find.words.help': 'Words to look for',
  'find.title': 'Find a consultation',
  'find.open': 'Search',
  'find.change': 'Change search',
  'find.words': 'Words',
  'find.hint': 'From a question, its background, or a shared outcome. Leave empty to see the newest.',
  'find.when': 'Asked',
  'find.anyTopic': 'Any topic',
  'find.period': ({ period }: { period: 'any' | 'month' | 'quarter' | 'year' }) =>
    ({ any: 'Any time', month: 'In the last 30 days', quarter: 'In the last 90 days', year: 'In the last year' })[
      period
    ],
  'find.status': ({ status }: { status: 'any' | 'open' | 'closed' }) =>
    ({ any: 'Open or closed', open: 'Open', closed: 'Closed' })[status],
  'find.submit': 'Search',
  'find.none': 'Searches are only kept in memory, and this one has expired. Search again to see results.',
  'find.reading': 'Reading the group’s questions…',
  'find.show': 'Show results',
  'find.found': 'Found in this group',
  'find.sought': 'Searched for',
  'find.some': 'Nothing has all of these words. These come closest.',
  'find.anyStructure': 'Any structure',
  'find.since': 'Asked from',
  'find.since.hint': 'Used instead of the period above.',
  'find.until': 'Asked until',
  'find.until.order': 'Asked until: enter a date after the first one.',
  'find.unused': 'Nothing found. There are no questions in this group yet.',
  'find.nothing': 'Nothing found. Try fewer words, another topic, or a longer period.',
  'find.part': ({ part }: { part: 'background' | 'outcome' }) =>
    ({ background: 'Found in the background', outcome: 'Found in the outcome' })[part],
  'find.more': 'More',
  'find.newer': 'Back',
};
