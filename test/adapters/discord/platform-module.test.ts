import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discord } from '../../../adapters/discord/index.ts';
import { routes } from '../../../src/index.ts';
import { type DiscordServer, startDiscord } from '../../wire/discord.ts';

const id = '123456789012345678';

describe('the settings of Discord', () => {
  const { read } = discord.settings;

  it('connect it with a token and an application id', () => {
    expect(read({})).toEqual({ settings: null, problems: [] });
    expect(read({ DISCORD_TOKEN: 'secret', DISCORD_APP_ID: id })).toEqual({
      settings: { token: 'secret', appId: id, apiUrl: undefined },
      problems: [],
    });
  });

  it('are named where they do not fit, without their values', () => {
    const one = read({ DISCORD_TOKEN: 'secret' });
    expect(one).toEqual({ settings: null, problems: ['DISCORD_APP_ID: needed beside DISCORD_TOKEN'] });
    const wrong = read({ DISCORD_APP_ID: 'hush', DISCORD_API_URL: 'hush' });
    expect(wrong.settings).toBeNull();
    expect(wrong.problems.map((p) => p.split(':')[0])).toEqual(['DISCORD_APP_ID', 'DISCORD_API_URL', 'DISCORD_TOKEN']);
    expect(wrong.problems.join()).not.toContain('hush');
  });
});

describe('registering', () => {
  let server: DiscordServer;
  beforeEach(async () => {
    server = await startDiscord();
  });
  afterEach(() => server.stop());

  it('says whether anything changed, and gives the link that invites the bot', async () => {
    const own = { token: server.token, appId: server.world.appId, apiUrl: server.url };
    const first = (await discord.register?.(own, routes)) ?? '';
    expect(first).toContain('The commands are registered.');
    expect(first).toContain(`client_id=${server.world.appId}`);
    expect(await discord.register?.(own, routes)).toContain('The commands are up to date.');
    expect(server.faults).toEqual([]);
  });
});
