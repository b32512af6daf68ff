/** Slack does not let Curbside in; the message says what to do. */
export class SlackRefused extends Error {
  override readonly name = 'SlackRefused';
}
