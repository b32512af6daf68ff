/** What the Discord side needs from the operator. Read from the environment in one place, `adapters/cli/main.ts`. */
export interface DiscordSettings {
  /** DISCORD_TOKEN: the bot's token. */
  readonly token: string;
  /** DISCORD_APP_ID: the application's id, a number of 17 to 20 digits. */
  readonly appId: string;
  /** DISCORD_API_URL: another address of the API, for tests and proxies. */
  readonly apiUrl?: string | undefined;
}
