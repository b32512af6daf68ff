import type { HTTPReceiverOptions, InstallationStore, webApi } from '@slack/bolt';
import { botScopes, optionalBotScopes } from '../manifest.ts';
import { apiUrlOf, installPath, redirectPath, type SlackSettings } from '../settings.ts';
import { failedPage, installedPage, installPage } from './pages.ts';

/** What many workspaces install the app with. */
export interface Oauth {
  readonly store: InstallationStore;
  /** The same on every instance: Slack sends whoever installs back to any of them. */
  readonly stateSecret: string;
}

/** What Bolt's receiver is told so that many workspaces can install the app. */
export function installing(
  settings: SlackSettings,
  { store, stateSecret }: Oauth,
  clientOptions: webApi.WebClientOptions,
): Partial<HTTPReceiverOptions> {
  const { clientId, clientSecret } = settings.oauth ?? { clientId: '', clientSecret: '' };
  return {
    clientId,
    clientSecret,
    // Signed and carried by the browser, so that any instance can take whoever installs back.
    stateSecret,
    scopes: [...botScopes, ...optionalBotScopes],
    installationStore: store,
    installerOptions: {
      installPath,
      redirectUriPath: redirectPath,
      clientOptions,
      // GovSlack's is on a host of its own.
      authorizationUrl: `${apiUrlOf(settings).replace(/api\/$/, '')}oauth/v2/authorize`,
      renderHtmlForInstallPath: installPage,
      callbackOptions: {
        success: (_installation, _options, _request, response) => send(response, 200, installedPage()),
        // Whoever chose Cancel at Slack comes back here as well.
        failure: (error, _options, _request, response) => send(response, statusOf(error.code), failedPage()),
      },
    },
  };
}

interface Response {
  writeHead(status: number, headers: Record<string, string>): { end(body: string): unknown };
}

function send(response: Response, status: number, page: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
}

/** What @slack/oauth cannot name went wrong here; everything else is about the request, or what was chosen at Slack. */
const statusOf = (code: string): number => (code === 'slack_oauth_unknown_error' ? 500 : 400);
