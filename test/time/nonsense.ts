import fc from 'fast-check';

/** Text that means no length, time, date or zone: words of a case, single letters and signs, and what people type in the wrong field. */
export const nonsense = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-',
    '/',
    ':',
    'soon',
    'later',
    'someday',
    'asap',
    'n/a',
    'tbd',
    'mayor',
    'marching',
    'sunny',
  ),
  fc.constantFrom(
    'may',
    'march on',
    'the 9th',
    'second',
    'pm',
    'am',
    'hour',
    'min',
    'EST5',
    '+05:00',
    'UTC-5',
    '12:',
    ':30',
  ),
  fc.constantFrom(
    'call me at 6pm tomorrow',
    'I saw her on 3/9/2026 in Chicago',
    'about 45 minutes or so',
    'next Mar 9',
  ),
  fc
    .array(fc.constantFrom('client', 'was', 'late', 'again', 'mon', '3/9', '6pm', '45', 'm', 'chicago', '/', ':'), {
      minLength: 4,
      maxLength: 8,
    })
    .map((parts) => parts.join(' ')),
  fc.string({ unit: fc.constantFrom('!', '?', '#', '@', '(', ')', '…', '🙂', '½', '_'), minLength: 1 }),
);
