import { restore } from '../../../adapters/cli/backup/restore.ts';

/* Restores a backup and is killed at a step, the first being 0. Ends by itself when there are fewer. */
const [backup = '', folder = '', key = '', last = '0'] = process.argv.slice(2);
let steps = 0;
await restore(
  backup,
  { folder, key: Buffer.from(key, 'hex') },
  () => {},
  () => {
    if (steps === Number(last)) process.kill(process.pid, 'SIGKILL');
    steps += 1;
  },
);
