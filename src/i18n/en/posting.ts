/** What is said beside "Post anonymously": by what colleagues could tell who is writing. */
export const posting = {
  'posting.couldTell':
    'Could colleagues tell that it’s you? Check your role, your specialty, your workplace, and words like “the only one here”.',
  'posting.tellsYou': 'Could these words tell colleagues that it’s you?',
  'posting.now.confirm': 'Post right away? Whoever saw you at the keyboard may guess. Waiting protects you.',
};
