import { createSlack, type Slack } from '../../adapters/slack/chat-platform.ts';
import { routes, type Vault } from '../../src/index.ts';
import { card } from '../adapters/slack/views.ts';
import { diskVault } from './disk-vault.ts';
import { freePort } from './free-port.ts';
import { askedCore, canary, type Line, listLog, practice } from './slack-kit.ts';
import type { Workspace } from './slack-methods.ts';
import { client, type SlackOauthServer, slackOauth } from './slack-oauth.ts';
import { startSlackServer } from './slack-server.ts';
import { signed } from './slack-signature.ts';

const secret = 'a signing secret';
const form = 'application/x-www-form-urlencoded';

export type Instances = Awaited<ReturnType<typeof startInstances>>;
export type Instance = Awaited<ReturnType<Instances['instance']>>;

/** An app that many workspaces install, at a Slack on the loopback interface: any number of instances on one vault. */
export async function startInstances(workspaces: readonly Workspace[]) {
  const oauth = slackOauth(workspaces);
  const server = await startSlackServer([], oauth);
  const vault = await diskVault();
  const lines: Line[] = [];
  const running: Slack[] = [];

  async function instance(own: Partial<Vault> = {}) {
    const port = await freePort();
    const core = askedCore(() => ({ is: 'view', note: null, view: card() }));
    const settings = {
      oauth: { clientId: client.id, clientSecret: client.secret },
      ...{ signingSecret: secret, port, apiUrl: server.apiUrl },
    };
    const parts = { settings, routes, vault: { ...vault, ...own }, clock: { now: Date.now }, log: listLog(lines) };
    const slack = createSlack(parts);
    await slack.start(core);
    running.push(slack);
    const at = `http://127.0.0.1:${port}`;
    const post = (body: string, type: string) =>
      fetch(`${at}/slack/events`, {
        method: 'POST',
        body,
        headers: { ...signed(body, secret, Date.now()), 'content-type': type, connection: 'close' },
      });
    return {
      slack,
      core,
      at,
      command: (team: string, more: Record<string, string> = {}) =>
        post(
          new URLSearchParams({
            ...{
              command: '/curbside',
              text: 'help',
              team_id: team,
              channel_id: practice.channel,
              user_id: canary.user,
            },
            ...{ response_url: server.responseUrl(), trigger_id: server.trigger(), ...more },
          }).toString(),
          form,
        ),
      /** Sends a filled form. */
      submit: (team: string) =>
        post(new URLSearchParams({ payload: JSON.stringify(submission(team, server.trigger())) }).toString(), form),
      event: (team: string | null, event: Record<string, unknown>, more: Record<string, unknown> = {}) =>
        post(
          JSON.stringify({
            ...{ type: 'event_callback', event_id: `Ev${event.type}${team}`, team_id: team, event },
            ...{ event_time: Math.floor(Date.now() / 1000) + 5, ...more },
          }),
          'application/json',
        ),
    };
  }

  return {
    oauth,
    server,
    vault,
    lines,
    instance,
    install: (from: { at: string }, to: { at: string }, consent: Consent) => install(oauth, from, to, consent),
    scopeOf: (team: string) => vault.scopeFor({ platform: 'slack', id: team }),
    posted: async (slack: Slack, team: string) => {
      const scope = await vault.scopeFor({ platform: 'slack', id: team });
      return slack.post({ is: 'channel', scope, channel: practice.channel }, card(), 'row');
    },
    stop: async () => {
      for (const slack of running.splice(0)) await slack.stop();
      await server.close();
      await vault.close();
    },
  };
}

/** The communities that an instance told the core to be without the app, in order. */
export const lost = ({ core }: Pick<Instance, 'core'>) =>
  core.told.filter(({ command }) => command === 'platform.uninstalled').map(({ scope }) => scope);

type Consent = Parameters<SlackOauthServer['allow']>[0];

/** The way of somebody who installs: begins at one instance, and comes back from Slack to another. */
async function install(oauth: SlackOauthServer, from: { at: string }, to: { at: string }, consent: Consent) {
  const page = await fetch(`${from.at}/slack/install`, { headers: { connection: 'close' } });
  const link = new URL((/href="([^"]+)"/.exec(await page.text())?.[1] ?? '').replaceAll('&amp;', '&'));
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const back = new URLSearchParams({ code: oauth.allow(consent), state: link.searchParams.get('state') ?? '' });
  const done = await fetch(`${to.at}/slack/oauth_redirect?${back}`, { headers: { cookie, connection: 'close' } });
  return { page, link, done };
}

/** A filled form, as Slack sends it. */
export const submission = (team: string, trigger: string) => ({
  type: 'view_submission',
  ...{ team: { id: team }, user: { id: canary.user, team_id: team }, trigger_id: trigger },
  view: {
    ...{ id: 'V1', hash: '1.a', type: 'modal', callback_id: 'form', root_view_id: 'V1', previous_view_id: null },
    private_metadata: JSON.stringify({ do: 'curbside.help', with: {}, tries: 0, over: false, channel: null }),
    ...{ title: { type: 'plain_text', text: 'Form' }, submit: null, close: null, blocks: [], state: { values: {} } },
  },
});
