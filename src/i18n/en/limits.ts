/** For somebody who does more in a while than a person needs to. */
export const limits = {
  'refusal.tooFast': 'That was a lot in one minute, so nothing was done this time. Wait a minute, then try again.',
  'refusal.tooManyPosts':
    'You’ve reached the limit for posts in one hour, so nothing was posted. Your draft is in /consult mine. Try again later.',
};
