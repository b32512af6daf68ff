/**
 * A command as somebody types it in Curbside's folder. The package's own script: npx would, outside the folder, run
 * whatever program somebody publishes under that name.
 */
export const run = (command: string): string => `npm run curbside -- ${command}`;

/** The most common reason why there is no key or no data. */
export const otherUser = 'If Curbside runs as another user, run this as that user (docs/operations.md).';
