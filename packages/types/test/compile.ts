import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { TypeScript } from './typescripts.ts';

/** What a compiler reports at a place, its explanation included. */
export interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

const strictest = {
  target: 'es2022',
  lib: ['es2023'],
  types: [] as string[],
  strict: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
  allowImportingTsExtensions: true,
  skipLibCheck: false,
};

/** Runs a real compiler over some folders of a project, as a user would. */
export function compile(
  { tsc }: TypeScript,
  folder: string,
  include: readonly string[],
  options: object,
): readonly Complaint[] {
  const config = `${folder}/tsconfig.json`;
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...strictest, ...options }, include }));
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '--pretty', 'false', '-p', config], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (stderr !== '') throw new Error(stderr);
  return toComplaints(stdout);
}

/** A complaint is a line with a place, or without one, and the indented lines that follow. */
const toComplaints = (output: string): readonly Complaint[] =>
  output
    .split(/\r?\n(?=\S)/)
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const {
        file = '',
        line = '0',
        message = text,
      } = /^(?<file>.+?)\((?<line>\d+),\d+\): error TS\d+: (?<message>.*)/s.exec(text)?.groups ??
      {};
      return { file, line: Number(line), message: message.trim() };
    });
