import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import {
  createMockEvent,
  runAction,
  startingPoints,
  type StartingPoint,
} from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import type { PreUserRegistrationModule } from '@signup-actions/types';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// By default, a test fails for a mistake that is certain. None of these Actions may fail a test, whatever the signup.

const folder = fileURLToPath(new URL('actions/correct', import.meta.url));
const files = globSync('*.js', { cwd: folder }).toSorted();

beforeEach(() => {
  vi.stubGlobal('fetch', async () => Response.json({ score: 1, success: true }));
  for (const method of ['log', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Packages and modules that are not installed are empty, so that an Action may fail. */
function load(source: string): PreUserRegistrationModule | undefined {
  const own = createRequire(import.meta.url);
  const module = { exports: {} as PreUserRegistrationModule };
  const require = (name: string): unknown => (name.startsWith('node:') ? own(name) : {});
  try {
    compileFunction(source, ['module', 'exports', 'require'])(module, module.exports, require);
    return module.exports;
  } catch {
    return undefined;
  }
}

it.each(files)('no test fails for %s', async (file) => {
  const source = readFileSync(`${folder}/${file}`, 'utf8').replace(/^#!.*/, '');
  const names = [...source.matchAll(/secrets\.(\w+)/g)].map(([, name = '']) => name);
  const secrets = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
  const action = load(source);
  for (const by of Object.keys(startingPoints) as StartingPoint[]) {
    if (!action) return;
    const { status } = await runAction(action, createMockEvent(by, { secrets }));
    expect(status).toMatch(/allowed|denied|invalid|failed/);
  }
});
