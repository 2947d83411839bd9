import { createFolder, signupActions } from './command.ts';

/**
 * Checks files together, since the compiler takes long to start. Returns a function that returns the findings in one
 * of them, each as a line without the name of the file.
 */
export async function checkAll(
  files: Readonly<Record<string, string>>,
): Promise<(file: string) => readonly string[]> {
  const names = Object.keys(files);
  const { stdout } = await signupActions(createFolder(files), 'check', ...names);
  const lines = stdout.split('\n').filter((line) => !line.endsWith('(too-many-actions)'));
  return (file) => {
    if (!names.includes(file)) throw new Error(`There is no ${file} among the files.`);
    return lines
      .filter((line) => line.startsWith(`${file}:`))
      .map((line) => line.slice(file.length + 1));
  };
}
