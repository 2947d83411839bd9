import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// The engine receives time, timers and storage as ports: only one file uses the system.

const root = fileURLToPath(new URL('../src', import.meta.url));
const files = globSync('**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
const ambient =
  /\b(Date\.now|new Date|setTimeout|setInterval|setImmediate|queueMicrotask|Math\.random|performance|process|crypto|console|fetch|navigator|window|globalThis)\b|node:/;

it.each(files.filter((file) => file !== 'system.ts'))('%s uses nothing of the system', (file) => {
  expect(withoutComments(readFileSync(`${root}/${file}`, 'utf8'))).not.toMatch(ambient);
});

it('system.ts uses the system’s clock and timers', () => {
  expect(readFileSync(`${root}/system.ts`, 'utf8')).toMatch(ambient);
  expect(files).toContain('system.ts');
});

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
