import { problemsOfMessage, problemsOfView } from './slack-block-kit.ts';
import type { SlackOauthServer } from './slack-oauth.ts';

type Json = Record<string, unknown>;

export interface Workspace {
  readonly team: string;
  readonly bot: string;
  readonly token: string;
  readonly users: Record<string, Json>;
  /** Who is in its channels; everybody unless given. */
  readonly members?: readonly string[];
}

export interface MethodParts {
  readonly workspaces: readonly Workspace[];
  readonly socketUrl: string;
  readonly uploadUrl: string;
  /** Of the bot's token. */
  readonly scopes: ReadonlySet<string>;
  /** Trigger ids: each opens one window. */
  readonly triggers: Map<string, 'fresh' | 'used' | 'expired'>;
  /** Milliseconds since a trigger was given out. */
  readonly ageOf: (trigger: string) => number;
  /** Windows and home tabs by id, as they stand. */
  readonly views: Map<string, Json>;
  /** Installations, where workspaces bring tokens of their own. */
  readonly oauth?: SlackOauthServer;
  /** Numbers that were not used before. */
  fresh(): number;
  newId(prefix: string): string;
}

/** How the methods of the Web API go when nothing is wrong, and what Slack refuses. */
export function usualMethods({
  workspaces,
  socketUrl,
  uploadUrl,
  scopes,
  triggers,
  ageOf,
  views,
  oauth,
  fresh,
  newId,
}: MethodParts) {
  const refused = (error: string, problems: string[] = []): Json => ({
    ok: false,
    error,
    response_metadata: { messages: problems },
  });

  function window(method: string, body: Json): Json {
    const view = body.view as Json;
    const problems = problemsOfView(view);
    if (problems.length > 0) return refused('invalid_arguments', problems);
    if (method === 'views.open' || method === 'views.push') {
      const state = triggers.get(String(body.trigger_id));
      if (state === undefined) return refused('invalid_trigger_id');
      // Slack's own three seconds.
      if (state === 'fresh' && ageOf(String(body.trigger_id)) > 3000) return refused('expired_trigger_id');
      if (state !== 'fresh') return refused(state === 'used' ? 'exchanged_trigger_id' : 'expired_trigger_id');
      triggers.set(String(body.trigger_id), 'used');
    }
    const byName = [...views].find(([, v]) => v.external_id !== undefined && v.external_id === body.external_id)?.[0];
    const known = body.view_id === undefined ? byName : String(body.view_id);
    if (method === 'views.update' && (known === undefined || !views.has(known))) return refused('not_found');
    const id = method === 'views.update' && known !== undefined ? known : newId('V');
    views.set(id, view);
    return { ok: true, view: { id, ...view } };
  }

  return function usual(method: string, token: string, body: Json): Json {
    if (method.startsWith('response_url')) {
      const problems = problemsOfMessage(body);
      return problems.length > 0 ? refused('invalid_blocks', problems) : { ok: true };
    }
    if (method === 'apps.connections.open') {
      return token.startsWith('xapp-') ? { ok: true, url: socketUrl } : refused('not_allowed_token_type');
    }
    if (method === 'oauth.v2.access') return oauth?.access(body) ?? refused('unknown_method');
    const home = oauth?.homeOf(token, body.team_id) ?? workspaces.find((w) => w.token === token);
    if (typeof home === 'string') return refused(home);
    if (home === undefined) return refused('invalid_auth');
    switch (method) {
      case 'auth.test':
        return { ok: true, team: home.team, team_id: home.team, user_id: home.bot, bot_id: 'B1' };
      case 'users.info': {
        const user = home.users[String(body.user)];
        return user ? { ok: true, user: { id: body.user, ...user } } : refused('user_not_found');
      }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${String(body.users)}` } };
      case 'conversations.members': {
        const from = Number(body.cursor ?? 0);
        const all = [...(home.members ?? Object.keys(home.users))];
        const size = Number(body.limit ?? 100);
        const more = from + size < all.length;
        return {
          ok: true,
          members: all.slice(from, from + size),
          response_metadata: { next_cursor: more ? String(from + size) : '' },
        };
      }
      case 'conversations.info':
        return { ok: true, channel: { id: body.channel, is_member: true, is_archived: false } };
      case 'chat.postMessage':
      case 'chat.postEphemeral':
      case 'chat.update': {
        const problems = problemsOfMessage(body);
        if (problems.length > 0) return refused('invalid_blocks', problems);
        return {
          ok: true,
          channel: body.channel,
          ts: body.ts ?? `1700000000.${String(fresh()).padStart(6, '0')}`,
        };
      }
      case 'files.getUploadURLExternal': {
        if (!scopes.has('files:write')) return refused('missing_scope');
        const id = newId('F');
        return { ok: true, file_id: id, upload_url: `${uploadUrl}${id}` };
      }
      case 'files.completeUploadExternal':
        return scopes.has('files:write') ? { ok: true, files: body.files } : refused('missing_scope');
      case 'chat.delete':
        return { ok: true, channel: body.channel, ts: body.ts };
      case 'views.publish':
      case 'views.open':
      case 'views.push':
      case 'views.update':
        return window(method, body);
      default:
        return refused('unknown_method');
    }
  };
}
