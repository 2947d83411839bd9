import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { TypeScript } from './typescripts.ts';

/** An error that a compiler reports, with its explanation. `line` is 0 if the error has no place. */
export interface CompilerError {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A run of a compiler over some files of a folder. */
export interface Compilation {
  readonly folder: string;
  /** The file name of the configuration that is written to the folder; `tsconfig.json` by default. */
  readonly config?: string;
  readonly include: readonly string[];
  readonly options: object;
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
  // The compiler's own libraries are only worth checking beside global declarations of ours.
  skipDefaultLibCheck: true,
};

/** Runs a real compiler, as a user would. Runs in one folder can overlap if their `config` differs. */
export async function compile(
  { tsc }: TypeScript,
  { folder, config = 'tsconfig.json', include, options }: Compilation,
): Promise<readonly CompilerError[]> {
  writeFileSync(
    `${folder}/${config}`,
    JSON.stringify({ compilerOptions: { ...strictest, ...options }, include }),
  );
  const args = [tsc, '--pretty', 'false', '-p', config];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder }, (failure, stdout, stderr) => {
      // An exit status, which is a number, only says that there are errors.
      const hasRun = failure === null || typeof failure.code === 'number';
      if (hasRun && stderr === '') resolve(toErrors(stdout));
      else reject(new Error(stderr, { cause: failure }));
    });
  });
}

/** An error is a line with or without a place, and the indented lines that follow it. */
const toErrors = (output: string): readonly CompilerError[] =>
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
