/** What happens to the place itself: channels, installation. */
export const platform = {
  'place.summary': 'About your group’s channel',
  'place.archived':
    'Your group’s channel was archived. Curbside won’t post there until it is back; what people wrote for themselves is kept. Unarchive it, or run /curbside setup in another channel.',
  'place.deleted':
    'Your group’s channel was deleted. Curbside has stopped posting; what people wrote for themselves is kept. Run /curbside setup in another channel to continue.',
  'place.removed':
    'Curbside was removed from your group’s channel, or can no longer post there. Add it again to continue.',
};
