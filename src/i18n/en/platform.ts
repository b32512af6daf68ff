/** What happens to the place itself: channels, installation. */
export const platform = {
  'place.summary': 'About your group’s channel',
  'outage.summary': 'Messages aren’t getting through',
  'outage.said':
    'For ten minutes or more, nothing Curbside tried to post in this workspace or server has gotten through. Nothing is lost: messages are kept and posted in order as soon as they can be, and authors are asked about any that might have arrived. If this lasts, check the status page of your chat app, and ask whoever runs Curbside to run npm run curbside -- doctor.',
  'place.archived':
    'Your group’s channel was archived, so Curbside can’t post there. Unarchive it within 7 days, and Curbside will post what is waiting. Or run /curbside setup in another channel. Everyone’s drafts and records are kept.',
  'place.deleted':
    'Your group’s channel was deleted, so Curbside can’t post there. Run /curbside setup in another channel to continue. Everyone’s drafts and records are kept.',
  'place.removed':
    'Curbside was removed from your group’s channel, or can no longer see it. Add it again within 7 days, and Curbside will post what is waiting.',
  'place.readOnly':
    'Curbside is no longer allowed to post in your group’s channel. Allow it in the channel’s permissions within 7 days, and Curbside will post what is waiting.',
};
