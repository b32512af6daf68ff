/** What happens to the place itself: channels, installation. */
export const platform = {
  'place.summary': 'About the channel of your group',
  'place.archived':
    'The channel of your group was archived. Curbside posts nothing there until it is back; what people wrote for themselves stays. Unarchive it within 7 days, and what waits is posted; or run /curbside setup in another channel.',
  'place.deleted':
    'The channel of your group was deleted. Curbside posts nothing any more; what people wrote for themselves stays. Run /curbside setup in another channel to go on.',
  'place.removed':
    'Curbside was taken out of the channel of your group, or cannot see it any more. Add it to the channel again: what waits is kept for 7 days and posted then.',
  'place.readOnly':
    'Curbside is not allowed to post in the channel of your group any more. Allow it in the permissions of the channel: what waits is kept for 7 days and posted then.',
};
