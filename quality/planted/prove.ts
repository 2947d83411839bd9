// Proves that each law can fail: applies every patch, in memory, and expects its law to notice.
// Run it with `pnpm laws:prove`.
import { createVitest } from 'vitest/node';
import { applyPatch } from './apply-patch.ts';
import { patches, type LawPatch } from './patches.ts';

const laws = 'packages/runtime-core/test/laws';

let unnoticed = 0;
for (const patch of patches) {
  const verdict = await tryPatch(patch);
  if (verdict !== 'noticed') unnoticed += 1;
  console.log(
    `${verdict === 'noticed' ? '✓' : '✗'} ${patch.name ?? patch.law}: ${patch.mistake}: ${verdict}`,
  );
}
console.log(`${patches.length - unnoticed} passed, ${unnoticed} failed`);
process.exitCode = unnoticed > 0 ? 1 : 0;

async function tryPatch(patch: LawPatch): Promise<string> {
  const applied: string[] = [];
  const vitest = await createVitest(
    'test',
    // A cached module would be one without the patch, or worse, one with it.
    { watch: false, reporters: [{}], fsModuleCache: false },
    { plugins: [applyPatch(patch, applied)] },
  );
  try {
    await vitest.start([`${laws}/${patch.law}.test.ts`]);
    const tests = vitest.state
      .getTestModules()
      .flatMap((module) => Array.from(module.children.allTests()));
    const messages = tests
      .filter(({ name }) => name.startsWith(patch.name ?? ''))
      .flatMap((test) => test.result().errors ?? [])
      .map(({ message }) => message);
    if (tests.length === 0) return 'the law was not found';
    if (applied.length !== 1) return `the patch was applied ${applied.length} times`;
    return messages.some((message) => message.startsWith('Property failed after'))
      ? 'noticed'
      : 'NOT NOTICED';
  } finally {
    await vitest.close();
  }
}
