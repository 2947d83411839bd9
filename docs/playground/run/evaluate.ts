import { platformSentences } from '../../../packages/cli/src/platform-sentences.ts';
import type { PlaygroundAction } from './flow-job.ts';

type ModuleFunction = (
  exports: object,
  require: (id: unknown) => never,
  module: { exports: object },
  filename: string,
  folder: string,
  console: Console,
) => void;

/** What the source of an Action exports, as CommonJS. Throws what the source throws. */
export function evaluate({ source, file }: PlaygroundAction, console: Console): unknown {
  const module = { exports: {} };
  // On the first line of its own, so that line numbers are those of the source. What is for a shell may stand
  // at the top of a file, as in Node, and nowhere else.
  const head = '(function (exports, require, module, __filename, __dirname, console) {';
  // oxlint-disable-next-line no-eval -- running what was typed is what a playground is for
  const run = globalThis.eval(
    `${head}${source.replace(/^#!/, '//')}\n})\n//# sourceURL=${file}`,
  ) as ModuleFunction;
  run.call(module.exports, module.exports, requireNothing, module, file, '.', console);
  return module.exports;
}

/** A page has no packages, not even Node's own. */
function requireNothing(id: unknown): never {
  const name = String(id);
  throw new Error(
    name.startsWith('actions:')
      ? platformSentences['actions-module'](name)
      : `The playground has no packages, and so no ${JSON.stringify(name)}: use what browsers have too, such as fetch and crypto.subtle, or run the Action on your machine with signup-actions run.`,
  );
}
