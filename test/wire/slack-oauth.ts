import type { Workspace } from './slack-methods.ts';

type Json = Record<string, unknown>;

/** What somebody agreed to on Slack's own page, which the code stands for. */
interface Consent {
  readonly workspace: Workspace;
  /** The organization of the workspace, and whether the app is installed for all of it. */
  readonly organization?: string;
  readonly orgWide?: boolean;
  /** Seconds; without it, tokens do not end. */
  readonly expiresIn?: number;
}

interface Token extends Consent {
  readonly token: string;
  readonly refresh: string | null;
  readonly dead: boolean;
}

export interface SlackOauthServer {
  /** The answer of `oauth.v2.access`, for a code or a refresh token. */
  access(body: Json): Json;
  /** Whose token it is, or Slack's code for one that is nobody's. `team`: which workspace of an organization is meant. */
  homeOf(token: string, team: unknown): Workspace | string;
  /** Somebody chose Allow: the code with which Slack sends them back, good for one use. */
  allow(consent: Consent): string;
  /** The app was removed: its tokens are dead. */
  remove(team: string): void;
  /** How many tokens Slack gave out for refresh tokens. */
  readonly refreshed: () => number;
}

export const client = { id: '1111.2222', secret: 'the client secret' } as const;

/** Installations of one app by many workspaces and organizations, as docs.slack.dev/authentication describes them. */
export function slackOauth(workspaces: readonly Workspace[]): SlackOauthServer {
  const codes = new Map<string, Consent>();
  const tokens = new Map<string, Token>();
  let count = 0;
  let refreshed = 0;

  function grant(consent: Consent): Json {
    count += 1;
    const { workspace, organization, orgWide = false, expiresIn } = consent;
    const refresh = expiresIn === undefined ? null : `xoxe-1-refresh-${count}`;
    const token = `${expiresIn === undefined ? 'xoxb' : 'xoxe.xoxb-1'}-granted-${count}`;
    tokens.set(token, { ...consent, token, refresh, dead: false });
    return {
      ok: true,
      access_token: token,
      token_type: 'bot',
      scope: 'commands,chat:write',
      bot_user_id: workspace.bot,
      app_id: 'A0CURBSIDE',
      team: orgWide ? null : { id: workspace.team, name: 'A Practice With A Name' },
      enterprise: organization === undefined ? null : { id: organization, name: 'An Association' },
      is_enterprise_install: orgWide,
      authed_user: { id: 'U0INSTALLER' },
      ...(refresh === null ? {} : { refresh_token: refresh, expires_in: expiresIn }),
    };
  }

  return {
    access(body) {
      if (body.client_id !== client.id) return { ok: false, error: 'invalid_client_id' };
      if (body.client_secret !== client.secret) return { ok: false, error: 'bad_client_secret' };
      if (body.grant_type === 'refresh_token') {
        const old = [...tokens.values()].find(({ refresh }) => refresh === body.refresh_token);
        if (old === undefined) return { ok: false, error: 'invalid_refresh_token' };
        refreshed += 1;
        // The refresh token is used up; the token that it belonged to stays good until it ends.
        tokens.set(old.token, { ...old, refresh: null });
        return grant({ ...old, expiresIn: 43_200 });
      }
      const consent = codes.get(String(body.code));
      if (consent === undefined) return { ok: false, error: 'invalid_code' };
      codes.delete(String(body.code));
      return grant(consent);
    },
    homeOf(token, team) {
      const known = tokens.get(token);
      if (known === undefined) return 'invalid_auth';
      if (known.dead) return 'account_inactive';
      if (!known.orgWide) return known.workspace;
      // Methods that are about the token itself take no workspace.
      if (team === undefined) return known.workspace;
      return workspaces.find((one) => one.team === team) ?? 'team_not_found';
    },
    allow(consent) {
      const code = `code-${codes.size}-${count}`;
      codes.set(code, consent);
      return code;
    },
    remove(team) {
      for (const [token, one] of tokens)
        if (one.workspace.team === team) tokens.set(token, { ...one, refresh: null, dead: true });
    },
    refreshed: () => refreshed,
  };
}
