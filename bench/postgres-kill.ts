import { trial } from '../test/adapters/postgres/tally.ts';
import { startServer } from '../test/fixtures/database/server.ts';

/*
 * Four processes on one database, whose clocks differ by five seconds, through 10,000 commands: killed again and again, every
 * connection dropped, and the server itself ended in mid work. Everything but commands, kills, drops and restarts ought to be 0;
 * `inDoubt` are messages of a killed process that are asked about and never sent again. Prints one JSON object. Run:
 * npx tsx bench/postgres-kill.ts [commands]
 */
const commands = Number(process.argv[2] ?? 10_000);
const server = await startServer(['fsync=off']);
let restarts = 0;
const began = performance.now();
const verdict = await trial({
  url: server.url,
  schema: 'curbside',
  commands,
  instances: 4,
  atOnce: 32,
  killEvery: 400,
  dropEvery: 300,
  also: {
    every: 2500,
    async what() {
      restarts += 1;
      await server.restart('SIGQUIT');
    },
  },
});
await server.stop();
const seconds = Math.round((performance.now() - began) / 1000);
console.log(JSON.stringify({ node: process.version, seconds, ...verdict, restarts }, null, 2));
process.exit();
