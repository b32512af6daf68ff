import { createHmac } from 'node:crypto';

/** The headers with which Slack signs a request (docs: verifying requests from Slack). */
export function signed(body: string, secret: string, at: number): Record<string, string> {
  const time = String(Math.floor(at / 1000));
  const mac = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': time,
    'x-slack-signature': `v0=${mac}`,
  };
}
