import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// The engine takes time, timers and storage as ports: one file may touch the world.

const root = fileURLToPath(new URL('../src', import.meta.url));
const files = globSync('**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
const ambient =
  /\b(Date\.now|new Date|setTimeout|setInterval|setImmediate|queueMicrotask|Math\.random|performance|process|crypto|console|fetch|navigator|window|globalThis)\b|node:/;

it.each(files.filter((file) => file !== 'system.ts'))('%s touches nothing ambient', (file) => {
  expect(withoutComments(readFileSync(`${root}/${file}`, 'utf8'))).not.toMatch(ambient);
});

it('system.ts is where the defaults are wired', () => {
  expect(readFileSync(`${root}/system.ts`, 'utf8')).toMatch(ambient);
  expect(files).toContain('system.ts');
});

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
