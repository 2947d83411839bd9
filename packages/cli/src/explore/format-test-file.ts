import type { LoadedAction } from '@signup-actions/workbench';
import { toSpecifier } from '../files/paths.ts';
import { formatImport, quote, toKey } from '../init/format-imports.ts';

/** A file for Vitest in this folder, with a test that calls the Action `action`. */
export function formatTestFile(test: string, action: LoadedAction, folder: string): string {
  const isTyped = action.language === 'typescript';
  const vitest = ['expect', 'it', ...(test.includes('vi.') ? ['vi'] : [])];
  const imports = [
    { from: '@signup-actions/testing', names: ['createMockEvent', 'runAction'] },
    ...(isTyped ? [] : [{ from: '@signup-actions/testing/node', names: ['loadAction'] }]),
    { from: '@signup-actions/testing/vitest' },
    { from: 'vitest', names: vitest },
    // What Vitest compiles is imported.
    ...(isTyped ? [{ from: toSpecifier(folder, action.file), default: '* as action' }] : []),
  ];
  const load = isTyped ? '' : `const action = ${formatLoad(action, folder)};\n\n`;
  return `${imports.map((one) => formatImport(one)).join('\n')}\n\n${load}${test}\n`;
}

function formatLoad({ file, modules = [] }: LoadedAction, folder: string): string {
  const locate = (path: string): string =>
    `new URL(${quote(toSpecifier(folder, path))}, import.meta.url)`;
  if (modules.length === 0) return `loadAction(${locate(file)})`;
  const given = modules.map((module) => `    ${toKey(module.name)}: ${locate(module.file)},\n`);
  return `loadAction(${locate(file)}, {\n  modules: {\n${given.join('')}  },\n})`;
}
