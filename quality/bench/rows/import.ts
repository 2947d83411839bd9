import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Row } from '../row.ts';

const pairs = 31;
const kit = JSON.stringify(
  new URL('../../../packages/testing/dist/index.js', import.meta.url).href,
);

const imports = `const { createMockApi, createMockEvent, runAction } = await import(${kit});`;
const action = `const action = async (event, api) => api.access.deny('reason', 'message');`;

/** What a process pays once, as every worker of a test runner does. */
export const importRows: readonly Row[] = [
  {
    name: 'import of the kit, beyond an empty module',
    unit: 'ms',
    limit: 5,
    measure() {
      const folder = mkdtempSync(join(tmpdir(), 'signup-actions-bench-'));
      const empty = pathToFileURL(join(folder, 'empty.js'));
      writeFileSync(empty, 'export {};');
      const [time, floor] = timePair(imports, `await import('${empty.href}');`);
      rmSync(folder, { recursive: true });
      return time - floor;
    },
  },
  {
    name: 'import of the kit and first runAction of a process, against import and first mock api',
    unit: 'times',
    // Of 4 ms in all; a message channel in place of a timer makes it 3.3 times.
    limit: 2.2,
    measure() {
      const [time, floor] = timePair(
        `${imports} ${action} await runAction(action);`,
        `${imports} ${action} await action(createMockEvent(), createMockApi());`,
      );
      return time / floor;
    },
  },
];

/** The least time of each of two programs, which alternate: whatever else a machine does only adds to times this short. */
function timePair(subject: string, floor: string): readonly [subject: number, floor: number] {
  const times = Array.from({ length: pairs }, () => [timeProgram(subject), timeProgram(floor)]);
  const [subjects, floors] = [0, 1].map((index) => times.map((pair) => pair[index] ?? Number.NaN));
  return [Math.min(...(subjects ?? [])), Math.min(...(floors ?? []))];
}

/** Milliseconds that a program takes in a process of its own, which has nothing loaded yet. */
function timeProgram(program: string): number {
  const code = `const start = performance.now(); ${program} console.log(performance.now() - start)`;
  const cwd = fileURLToPath(new URL('../../..', import.meta.url));
  const args = ['--input-type=module', '--eval', code];
  return Number(execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }));
}
