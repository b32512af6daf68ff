/** What happens to the place itself: channels, installation. */
export const platform = {
  'place.summary': 'About your group’s channel',
  'place.archived':
    'Your group’s channel was archived. Curbside won’t post there until it is back; what people wrote for themselves is kept. Unarchive it within 7 days, and Curbside posts what is waiting. Or run /curbside setup in another channel.',
  'place.deleted':
    'Your group’s channel was deleted. Curbside has stopped posting; what people wrote for themselves is kept. Run /curbside setup in another channel to continue.',
  'place.removed':
    'Curbside was removed from your group’s channel, or can no longer see it. Add it again: what is waiting is kept for 7 days and posted then.',
  'place.readOnly':
    'Curbside is no longer allowed to post in your group’s channel. Allow it in the channel’s permissions: what is waiting is kept for 7 days and posted then.',
};
