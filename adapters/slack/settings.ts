/** What connects Curbside to one Slack workspace. Either the app token (Socket Mode) or the signing secret and a port. */
export interface SlackSettings {
  /** `xoxb-…` */
  readonly botToken: string;
  /** `xapp-…`, with connections:write: Slack is reached over a WebSocket, no address of one's own is needed. */
  readonly appToken?: string | undefined;
  /** Slack calls `POST /slack/events` on `port`; each call is checked against this secret. */
  readonly signingSecret?: string | undefined;
  readonly port?: number | undefined;
  /** Address to listen on; only this machine unless set, as a proxy with a certificate stands before it. */
  readonly host?: string | undefined;
  /** For GovSlack (`https://slack-gov.com/api/`) and tests. */
  readonly apiUrl?: string | undefined;
}

export const eventsPath = '/slack/events';

/** Slack's client takes the address as a prefix: without the last slash it would call `…/apiauth.test`. */
export function apiUrlOf(settings: SlackSettings): string {
  const url = settings.apiUrl ?? 'https://slack.com/api/';
  const whole = url.endsWith('/') ? url : `${url}/`;
  return whole.endsWith('/api/') ? whole : `${whole}api/`;
}
