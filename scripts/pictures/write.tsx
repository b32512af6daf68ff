import { mkdir, readdir, rm } from 'node:fs/promises';
import { launch } from '../../test/adapters/playground/browser.ts';
import { discordFace } from './discord-face.tsx';
import type { Face } from './faces.ts';
import { mainPictures } from './main-job.tsx';
import { meetingPictures } from './meetings.ts';
import { drawingIn } from './pane.tsx';
import { playgroundFace } from './playground-face.ts';
import { folder } from './save.ts';
import { slackFace } from './slack-face.tsx';
import { structurePictures } from './structures.ts';
import { supervisionPictures } from './supervision.ts';

/**
 * Draws the screens for the README and docs/screens*.md: `npm run pictures`, or of a part only: `npm run pictures -- structures`.
 * Of the playground they are what a browser shows. Of Slack and Discord, the payloads are real, made by the real adapters
 * before a loopback platform; the look is near, not the platforms' own.
 */
const parts = {
  main: mainPictures,
  supervision: (b: Browser) => onFaces(b, supervisionPictures),
  structures: (b: Browser) => onFaces(b, structurePictures),
  meetings: (b: Browser) => onFaces(b, meetingPictures),
};
type Browser = Awaited<ReturnType<typeof launch>>;

/** Each part has groups of its own. */
async function onFaces(b: Browser, draw: (b: Browser, faces: readonly Face[]) => Promise<void>): Promise<void> {
  const drawing = drawingIn(b);
  const faces = [await playgroundFace(b), await slackFace(drawing), await discordFace(drawing)];
  try {
    await draw(b, faces);
  } finally {
    for (const face of faces) await face.close();
  }
}

const names = Object.keys(parts) as (keyof typeof parts)[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(names as string[]).includes(name));
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${names.join(', ')}`);
const chosen = names.filter((name) => asked.length === 0 || asked.includes(name));

// The playground sets its group up in the zone of this computer.
process.env.TZ = 'America/New_York';
await mkdir(folder, { recursive: true });
// The page of a PDF beside them is a .png and stays.
if (asked.length === 0)
  for (const old of await readdir(folder)) if (old.endsWith('.webp')) await rm(`${folder}/${old}`);
const browser = await launch();
try {
  for (const name of chosen) await parts[name](browser);
} finally {
  await browser.close();
}
process.exit(0);
