import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the compiler says about a place. */
export interface Complaint {
  /** As the compiler names it: relative to the project. */
  readonly file: string;
  readonly line: number;
  readonly code: `TS${number}`;
  /** All lines of it. */
  readonly message: string;
}

/** Runs the compiler on a project, as a process: TypeScript 7 has no other way in. */
export function runTsc(folder: string): Promise<readonly Complaint[]> {
  const manifest = fileURLToPath(import.meta.resolve('typescript/package.json'));
  const tsc = manifest.replace(/package\.json$/, 'bin/tsc');
  const args = [tsc, '--pretty', 'false', '--project', folder];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }, (error, out, err) => {
      const complaints = toComplaints(out);
      // A compiler that fails without a complaint has checked nothing, and that must not look like success.
      if (complaints && (!error || complaints.length > 0)) resolve(complaints);
      else reject(new Error(`Failed to check types: the compiler stopped with ${out}${err}`));
    });
  });
}

/** A complaint is a line with a place, and the indented lines that follow; absent where one has no place. */
function toComplaints(output: string): readonly Complaint[] | undefined {
  const texts = output.split(/\r?\n(?=\S)/).filter((text) => text.trim() !== '');
  const complaints = texts.flatMap((text) => {
    const place = /^(?<file>.+?)\((?<line>\d+),\d+\): error (?<code>TS\d+): (?<message>.*)/s;
    const { file, line, code, message } = place.exec(text)?.groups ?? {};
    if (!file || !line || !code || !message) return [];
    return [{ file, line: Number(line), code: code as Complaint['code'], message: message.trim() }];
  });
  return complaints.length === texts.length ? complaints : undefined;
}
