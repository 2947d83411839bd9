import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

let roots: readonly string[] | undefined;

/** Removes the frames of this command from the stacks in a string: only those of Actions and of Node tell the user something. */
export function removeOwnFrames(text: string): string {
  if (!text.includes('\n    at ')) return text;
  // Looking them up takes time, and most output has no stack.
  roots ??= listRoots();
  const isOwn = (line: string): boolean =>
    /^\s+at /.test(line) && (roots ?? []).some((root) => line.includes(root));
  return text
    .split('\n')
    .filter((line) => !isOwn(line))
    .join('\n');
}

/** The folders of our packages, as stacks name them: those of ES modules by address. The workbench is a part of the built command. */
function listRoots(): readonly string[] {
  const { resolve } = createRequire(import.meta.url);
  const own = ['@signup-actions/runtime-core', '@signup-actions/workbench'].flatMap((name) => {
    try {
      return [resolve(name)];
    } catch {
      return [];
    }
  });
  return [fileURLToPath(import.meta.url), ...own]
    .flatMap((file) => [file, pathToFileURL(file).href])
    .map((file) => file.replace(/([\\/](?:src|dist)[\\/]).*/, '$1'));
}
