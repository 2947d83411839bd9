import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An error that the compiler reports at a place. */
export interface PrintedError {
  /** As the compiler names it: relative to the project. */
  readonly file: string;
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
  readonly code: `TS${number}`;
  /** All its lines. */
  readonly message: string;
}

/** Looking for memory to free takes Go a third of the compiler's time. It needs 300 MB for 2,000 Actions. */
const memory = { GOGC: 'off', GOMEMLIMIT: '1GiB' } as const;

/** Each checker looks up the types of Node by itself, which takes longer than to check the Actions. */
const checkers = ['--checkers', '2'] as const;

/** Runs the compiler on a project, in a process of its own: TypeScript 7 has no JavaScript API. */
export function runTsc(folder: string): Promise<readonly PrintedError[]> {
  const [command, ...first] = locateCompiler();
  const args = [...first, ...checkers, '--pretty', 'false', '--project', folder];
  const env = { ...memory, ...process.env };
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd: folder, env, maxBuffer: 2 ** 28 }, (error, out, err) => {
      const errors = parseErrors(out);
      // A compiler that fails without an error has checked nothing, which must not look like success.
      if (errors && (!error || errors.length > 0)) resolve(errors);
      else
        reject(new Error(`Failed to check types: the compiler stopped with ${toShort(out + err)}`));
    });
  });
}

/** The compiler is a program of its own. The script that starts it would take as long again to be started by Node. */
function locateCompiler(): readonly [command: string, ...args: readonly string[]] {
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const script = [process.execPath, join(dirname(manifest), 'bin/tsc')] as const;
  // The system cannot start a program inside an archive of Yarn Plug'n'Play.
  if ('pnp' in process.versions) return script;
  try {
    const platform = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
    const folder = dirname(createRequire(manifest).resolve(platform));
    const program = join(folder, 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc');
    if (existsSync(program)) return [program];
  } catch {
    // The script says what is missing.
  }
  return script;
}

/** The compiler may say thousands of lines. */
const toShort = (text: string): string => text.slice(0, 2_000);

/** An error is a line with a place and the indented lines that follow; absent if one has no place. */
function parseErrors(output: string): readonly PrintedError[] | undefined {
  const texts = output
    .split(/\r?\n(?=\S)/)
    // That a name is implicitly `any` is up to the author, and for `exports` it has no place.
    .filter((text) => text.trim() !== '' && !/^error TS70\d\d:/.test(text));
  const errors = texts.flatMap((text) => {
    const place =
      /^(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): error (?<code>TS\d+): (?<message>.*)/s;
    const { file, line, column, code, message } = place.exec(text)?.groups ?? {};
    if (!file || !line || !column || !code || !message) return [];
    return [
      {
        file,
        line: Number(line),
        column: Number(column),
        code: code as PrintedError['code'],
        message: message.trim(),
      },
    ];
  });
  return errors.length === texts.length ? errors : undefined;
}
