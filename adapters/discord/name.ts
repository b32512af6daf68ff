/** The platform's name in vault ids, scopes and log lines. */
export const platform = 'discord';
