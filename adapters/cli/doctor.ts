import { defaultLocale, wordsOf } from '../../src/index.ts';
import { loadCheckins, WrongCheckinFile } from '../node/checkin-settings.ts';
import { inspectDatabase } from './inspect-database.ts';
import { type DoctorLine, type Inspected, inspectFolder } from './inspect-folder.ts';
import { keySettings } from './key-settings.ts';
import { pdfFontFiles } from './pdf-fonts.ts';
import { checkSettings, type Settings } from './settings.ts';

/**
 * `curbside doctor`: looks at everything that must be right, changes nothing, posts nothing. Prints a line for each
 * finding. Returns the exit code: 0 when all is well.
 */
export async function runDoctor(
  env: Readonly<Record<string, string | undefined>>,
  print: (line: string) => void,
): Promise<number> {
  const findings = [nodeFinding(process.versions.node)];
  const { settings, problems } = checkSettings(env);
  const isRight = problems.length === 0;
  findings.push(...problems.map((says) => ({ ok: false, says })));
  if (isRight) findings.push({ ok: true, says: 'Settings: no problems found.' });
  findings.push(...checkinFindings(settings.env.CURBSIDE_CHECKINS));
  findings.push(...(await fontFindings(settings.env.CURBSIDE_PDF_FONTS)));
  let channels: Channels = new Map();
  // Of two keys at once it is not known which one the folder is to be opened with.
  if (!(settings.env.CURBSIDE_KEY && settings.env.CURBSIDE_KEY_FILE)) {
    const looked = settings.env.DATABASE_URL
      ? await inspectDatabase(settings)
      : await inspectFolder(keySettings(settings, 'data'));
    channels = looked.channels;
    findings.push(...looked.findings);
  }
  findings.push(clockFinding(Date.now()));
  if (isRight) findings.push(...(await platformFindings(settings, channels)));
  for (const { ok, says } of findings) print(`${ok ? 'ok  ' : 'LOOK'}  ${says}`);
  return findings.every((f) => f.ok) ? 0 : 1;
}

function nodeFinding(version: string): DoctorLine {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { ok, says: ok ? `Node ${version}.` : `Node ${version} is too old: install Node 20.19 or later.` };
}

/** The operator's file for check-ins; nothing to say where there is none. */
function checkinFindings(file: string | undefined): DoctorLine[] {
  if (file === undefined) return [];
  try {
    loadCheckins(file);
    return [{ ok: true, says: `Check-ins: ${file} is valid.` }];
  } catch (error) {
    if (!(error instanceof WrongCheckinFile)) throw error;
    return [{ ok: false, says: `CURBSIDE_CHECKINS: ${error.message}` }];
  }
}

/** The operator's fonts for PDFs; nothing to say where there are none. */
async function fontFindings(named: string | undefined): Promise<DoctorLine[]> {
  const { files, problem } = await pdfFontFiles(named);
  if (problem !== null) return [{ ok: false, says: `CURBSIDE_PDF_FONTS: ${problem}` }];
  return files.length === 0 ? [] : [{ ok: true, says: `PDF fonts: ${files.join(', ')} can be used.` }];
}

type Channels = Inspected['channels'];

/** A clock that is years off breaks tokens, reminders and late entries. The build is from 2026. */
function clockFinding(now: number): DoctorLine {
  const ok = now > Date.parse('2026-01-01T00:00:00Z');
  const shown = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'long' }).format(now);
  return {
    ok,
    says: ok ? `Clock: ${shown}.` : `Clock: ${shown} is in the past. Set this machine’s clock.`,
  };
}

async function platformFindings({ connected }: Settings, channels: Channels): Promise<DoctorLine[]> {
  const findings: DoctorLine[] = [];
  for (const { platform, settings } of connected) {
    const checks = await platform.doctor(settings, channels.get(platform.name) ?? [], Date.now);
    findings.push(...checks.map(({ ok, says }) => ({ ok, says: wordsOf(defaultLocale, says) })));
  }
  if (connected.length === 0) findings.push({ ok: true, says: 'No tokens: npm start opens the playground.' });
  return findings;
}
