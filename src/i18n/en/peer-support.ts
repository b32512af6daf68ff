import type { Format } from '../format.ts';

/** Invitations for coffee, and lines to call in a crisis. */
export const peerSupport = {
  'coffee.title': 'Invite a colleague for coffee',
  'coffee.intro': 'These colleagues are open to coffee invitations. You see your message once more before it is sent.',
  'coffee.none': 'Nobody is open to coffee invitations yet.',
  'coffee.agree': 'Colleagues may invite me for coffee',
  'coffee.agreed': 'Your name is now on the list.',
  'coffee.agreedNot': 'Your name is no longer on the list.',
  'coffee.write': 'Write',
  'coffee.formTitle': 'Your message',
  'coffee.text': 'Message',
  'coffee.text.hint': 'Please leave out scores and clients. You see the message once more before it is sent.',
  'coffee.default': 'Do you have time for coffee this week? I’d like to talk for a bit. No preparation needed.',
  'coffee.check': 'Preview',
  'coffee.preview': 'This is exactly what will be sent',
  'coffee.to': 'To',
  'coffee.send': 'Send',
  'coffee.edit': 'Edit',
  'coffee.discard': 'Discard',
  'coffee.discarded': 'Nothing was sent.',
  'coffee.sent': 'Your message was sent. The answer will come to you directly, not through Curbside.',
  'coffee.summary': 'A colleague invites you for coffee',
  'coffee.from': 'asks:',
  'coffee.answer': 'Reply to them directly. They agreed to share this message with you, and nothing else.',

  'crisis.title': 'If you are thinking of harming yourself, please reach a person now',
  'crisis.emergency': (
    { numbers }: { numbers: readonly { country: string; number: string }[] },
    { country }: Format,
  ) =>
    numbers.length === 0
      ? 'Your local emergency number (911 in the US and Canada).'
      : `Your local emergency number: ${numbers.map((one) => `${one.number} (${country(one.country)})`).join(', ')}`,
  'crisis.elsewhere': 'In other countries: findahelpline.com',
  'crisis.line': ({ line, countries }: { line: string; countries: readonly string[] }, { country, list }: Format) =>
    countries.length === 0 ? line : `${line} (${list(countries.map(country))})`,
  'crisis.support': ({ line }: { line: string }) => `For clinicians here: ${line}`,
  'crisis.kept': 'Nothing you wrote is kept, and nobody is told.',
  'crisis.write': 'Write to someone I choose',
};
