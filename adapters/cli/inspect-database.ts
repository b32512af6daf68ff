import { asOpeningRefusal } from '../postgres/errors.ts';
import { openDocuments } from '../postgres/index.ts';
import { inspectServer, oldestServer, type ServerFacts } from '../postgres/inspect.ts';
import { communityLines, type DoctorLine, type Inspected } from './inspect-folder.ts';
import { findInstallationKey } from './key.ts';
import { keySettings } from './key-settings.ts';
import type { Settings } from './settings.ts';

/** More than this (ms) is worth a look, though instances go by the database's time. */
const muchMs = 5000;

/** Looks at the database, or both, as `start` would use them, and changes nothing. */
export async function inspectDatabase(settings: Settings): Promise<Inspected> {
  const { DATABASE_URL, VAULT_DATABASE_URL } = settings.env;
  const findings: DoctorLine[] = [];
  let mayOpen = false;
  const look = async (setting: string, url: string, schema?: string): Promise<void> => {
    try {
      const facts = await inspectServer(url, schema);
      findings.push(...linesOf(setting, facts));
      if (schema === undefined) mayOpen = facts.isCurrent && !facts.isStandby && facts.mayWork;
    } catch (error) {
      findings.push(refusalLine(asOpeningRefusal(error, setting)));
    }
  };
  if (DATABASE_URL) await look('DATABASE_URL', DATABASE_URL);
  if (VAULT_DATABASE_URL) await look('VAULT_DATABASE_URL', VAULT_DATABASE_URL, 'curbside_people');
  try {
    // The folder is not in use: a key that is missing there says nothing about this one.
    const key = await findInstallationKey({ ...keySettings(settings, 'data'), dataFolder: '/nonexistent' });
    if (key === null)
      findings.push({
        ok: false,
        says: 'Key: none on this machine. Every machine needs the one that the database was written with: set CURBSIDE_KEY or CURBSIDE_KEY_FILE.',
      });
    else if (DATABASE_URL && mayOpen) findings.push(...(await lookInto(DATABASE_URL, key.key)));
  } catch (error) {
    findings.push(refusalLine(error));
  }
  findings.push({ ok: true, says: 'Channels: not checked. Owners can check theirs with /curbside status.' });
  return { findings, channels: new Map() };
}

function refusalLine(error: unknown): DoctorLine {
  if (!(error instanceof Error) || error.name !== 'DataRefusal') throw error;
  return { ok: false, says: error.message };
}

/** Opens what is as this version would leave it, so that nothing is changed. */
async function lookInto(url: string, key: Buffer): Promise<DoctorLine[]> {
  const store = await openDocuments({ url, key, most: 1, as: 'curbside looks' });
  try {
    return await communityLines(store);
  } finally {
    await store.close();
  }
}

/** Nightly, and one may fail. */
const oldBackupMs = 2 * 24 * 60 * 60 * 1000;

/** Nothing to say before there are tables, nor of people alone: both are backed up together. */
function backupLine(setting: string, { migration, backedUpAt, at }: ServerFacts): DoctorLine[] {
  if (migration === null || setting !== 'DATABASE_URL') return [];
  if (backedUpAt === null)
    return [
      { ok: false, says: `${setting}: no backup was made yet. Set up deploy/backup-database (docs/hosting.md).` },
    ];
  const hours = Math.max(0, Math.round((at - backedUpAt) / 3_600_000));
  const isOld = at - backedUpAt > oldBackupMs;
  const says = `${setting}: the last backup was made ${hours} hours ago.`;
  return [{ ok: !isOld, says: isOld ? `${says} See why deploy/backup-database doesn’t run.` : says }];
}

function linesOf(setting: string, facts: ServerFacts): DoctorLine[] {
  const { version, number, aheadMs, encrypted, isStandby, mayWork, migration, isNewer } = facts;
  const line = (ok: boolean, good: string, bad: string): DoctorLine => ({ ok, says: `${setting}: ${ok ? good : bad}` });
  return [
    line(number >= oldestServer, `PostgreSQL ${version}.`, `PostgreSQL ${version} is too old: use 15 or later.`),
    line(!isStandby, 'takes writes.', 'is a standby and takes no writes. Name the primary.'),
    line(
      mayWork,
      'this user may create tables.',
      'this user isn’t allowed to create the tables. Grant the rights that docs/hosting.md lists.',
    ),
    line(
      encrypted !== false,
      encrypted === null ? 'is on this machine.' : 'the connection is encrypted.',
      'the connection isn’t encrypted. Add ?sslmode=verify-full to the address.',
    ),
    line(
      Math.abs(aheadMs) < muchMs,
      'its clock agrees with this machine’s.',
      `its clock differs by ${Math.round(Math.abs(aheadMs) / 1000)} seconds from this machine’s. Set both by a time server.`,
    ),
    line(
      !isNewer,
      migration === null
        ? 'is empty; the first start creates the tables.'
        : `holds Curbside’s tables (version ${migration}).`,
      'was written by a newer version of Curbside. Start that version.',
    ),
    ...backupLine(setting, facts),
  ];
}
