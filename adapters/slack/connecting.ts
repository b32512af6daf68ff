import type { Check, Msg } from '../../src/index.ts';
import type { Connecting, Given, Verdict } from '../platform.ts';
import { apiUrlOf, type SlackSettings } from './settings.ts';
import { say } from './words/index.ts';

/** How an operator connects Slack by Socket Mode. HTTP is for those who set variables by hand (docs/slack.md). */
export const connecting: Connecting<SlackSettings> = {
  async prepare(given, routes) {
    const { slackManifest } = await import('./manifest.ts');
    return {
      otherwise: say('slack.connect.byHand', { apps: appsPage(given.SLACK_API_URL) }),
      steps: [say('slack.connect.create'), say('slack.connect.install')],
      link: newAppLink(slackManifest(routes), given.SLACK_API_URL),
    };
  },
  values: [
    {
      name: 'SLACK_BOT_TOKEN',
      where: say('slack.connect.botToken'),
      misfit: (text) => (/^xoxb-[\w-]+$/.test(text) ? null : otherToken(text, say('slack.connect.notBotToken'))),
      async check(given) {
        const { checkToken, createCheckingClient } = await import('./web-api/connection-checks.ts');
        return verdictOf(async (found) => {
          await checkToken(createCheckingClient({ settings: settingsIn(given), now: Date.now, found }), found);
        }, 'slack.check.botRefused');
      },
    },
    {
      name: 'SLACK_APP_TOKEN',
      where: say('slack.connect.appToken'),
      misfit: (text) => (/^xapp-[\w-]+$/.test(text) ? null : otherToken(text, say('slack.connect.notAppToken'))),
      async check(given) {
        const { checkEntry } = await import('./web-api/connection-checks.ts');
        return verdictOf(
          (found) => checkEntry({ settings: settingsIn(given), now: Date.now, found }),
          'slack.check.appRefused',
        );
      },
    },
  ],
  finish: async () => ({ steps: [say('slack.connect.invite')], setUp: say('slack.connect.setUp') }),
};

/** The list of somebody's apps. GovSlack's developer pages are on a host of their own. */
function appsPage(apiUrl: string | undefined): string {
  const host = new URL(apiUrlOf({ botToken: '', apiUrl })).hostname;
  return `${host.endsWith('slack-gov.com') ? 'https://api.slack-gov.com' : 'https://api.slack.com'}/apps`;
}

/** The page on which Slack makes an app from a manifest in the address (Slack's guide to app manifests, "Sharing manifests"). */
function newAppLink(manifest: object, apiUrl: string | undefined): string {
  // Parentheses and apostrophes stand for themselves in an address, but end a link where a terminal or a chat finds it.
  const json = encodeURIComponent(JSON.stringify(manifest)).replace(
    /[()']/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `${appsPage(apiUrl)}?new_app=1&manifest_json=${json}`;
}

/** What was copied instead, as far as its looks tell. */
function otherToken(text: string, otherwise: Msg): Msg {
  if (text.startsWith('xapp-')) return say('slack.connect.isAppToken');
  if (text.startsWith('xoxb-') && otherwise.key === 'slack.connect.notAppToken') return say('slack.connect.isBotToken');
  if (/^xox[a-z]/.test(text) && !text.startsWith('xoxb-')) return say('slack.connect.isUserToken');
  if (/^[0-9a-f]{32}$/.test(text)) return say('slack.connect.isSecret');
  return otherwise;
}

const settingsIn = (given: Given): SlackSettings => ({
  botToken: given.SLACK_BOT_TOKEN ?? '',
  appToken: given.SLACK_APP_TOKEN,
  apiUrl: given.SLACK_API_URL,
});

/** `refused`: what a check says where Slack does not take the token. */
async function verdictOf(
  look: (found: (check: Check) => void) => Promise<void>,
  refused: Msg['key'],
): Promise<Verdict> {
  const checks: Check[] = [];
  await look((check) => void checks.push(check));
  const says = (key: Msg['key']): boolean => checks.some((check) => check.says.key === key);
  return { accepted: says(refused) ? 'no' : says('slack.check.unreachable') ? 'unknown' : 'yes', checks };
}
