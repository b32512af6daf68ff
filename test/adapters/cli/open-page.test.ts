import { expect, it } from 'vitest';
import { hasDesktop } from '../../../adapters/cli/open-page.ts';

it.each([
  ['a Mac', {}, true, 'darwin', true],
  ['Windows', {}, true, 'win32', true],
  ['Linux under X', { DISPLAY: ':0' }, true, 'linux', true],
  ['Linux under Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, true, 'linux', true],
  ['Linux without a screen', {}, true, 'linux', false],
  ['an empty DISPLAY', { DISPLAY: '' }, true, 'linux', false],
  ['CI', { CI: 'true', DISPLAY: ':0' }, true, 'linux', false],
  ['a login from elsewhere', { SSH_CONNECTION: '192.0.2.1 50000 192.0.2.2 22' }, true, 'darwin', false],
  ['a service, or output that goes into a file', { DISPLAY: ':0' }, false, 'linux', false],
] as const)('on %s the page opens by itself only where somebody sits', (_, env, terminal, system, expected) => {
  expect(hasDesktop({ env, terminal, system })).toBe(expected);
});
