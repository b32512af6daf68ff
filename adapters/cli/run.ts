/**
 * A command as somebody types it in Curbside's folder. The package's own script: npx would, outside the folder, run
 * whatever program somebody publishes under that name.
 */
export const run = (command: string): string => `npm run curbside -- ${command}`;
