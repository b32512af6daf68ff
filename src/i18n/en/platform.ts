/** What happens to the place itself: channels, installation. */
export const platform = {
  'place.summary': 'About the channel of your group',
  'place.archived':
    'The channel of your group was archived. Curbside posts nothing there until it is back; what people wrote for themselves stays. Unarchive it, or run /curbside setup in another channel.',
  'place.deleted':
    'The channel of your group was deleted. Curbside posts nothing any more; what people wrote for themselves stays. Run /curbside setup in another channel to go on.',
  'place.removed':
    'Curbside was taken out of the channel of your group, or may not write there any more. Let it in again to go on.',
};
