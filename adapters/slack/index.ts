import { OperatorError, type PlatformModule } from '../platform.ts';
import { eventsPath, type SlackSettings, settings } from './settings.ts';

/** Slack, as the command line knows it. Bolt is loaded only where Slack is in use. */
export const slack: PlatformModule<SlackSettings> = {
  name: 'slack',
  title: 'Slack',
  settings,
  connecting: async () => (await import('./connecting.ts')).connecting,
  async create(own, given) {
    const { createSlack } = await import('./chat-platform.ts');
    return createSlack({ ...given, settings: own });
  },
  async doctor(own, channels, now) {
    const { runChecks } = await import('./doctor.ts');
    return runChecks(own, channels, now);
  },
  async manifest(routes, url, many) {
    const { slackManifest } = await import('./manifest.ts');
    if (many && url === null)
      throw new OperatorError('--many: Slack has to reach Curbside over HTTP then. Add --url with your https address.');
    return slackManifest(routes, url === null ? null : addressFor(url), many);
  },
};

/** Slack calls https alone; Curbside listens under one path. */
function addressFor(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address?.protocol !== 'https:' || !['/', eventsPath].includes(address.pathname))
    throw new OperatorError(
      `--url: write the https address that Slack is to call, like https://your.host${eventsPath}`,
    );
  return `${address.origin}${eventsPath}`;
}
