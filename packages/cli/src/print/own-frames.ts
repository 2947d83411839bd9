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

/** The folders of our packages, as stacks name them. The workbench is a part of the built command. */
function listRoots(): readonly string[] {
  const own = ['@signup-actions/runtime-core', '@signup-actions/workbench'].flatMap((name) => {
    try {
      return [import.meta.resolve(name)];
    } catch {
      return [];
    }
  });
  return [import.meta.url, ...own].map((url) => url.replace(/\/(src|dist)\/.*/, '/$1/'));
}
