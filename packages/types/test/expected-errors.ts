import type { CompilerError } from './compile.ts';

/** An error that a compiler must report between two lines of a wrong program. */
export interface ExpectedError {
  readonly file: string;
  readonly title: string;
  readonly message: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/**
 * Reads the expected errors of a file. A paragraph is wrong if it has a comment that begins with `error:`
 * and quotes the message; the paragraph's first comment is the title.
 */
export function readExpectedErrors(file: string, text: string): readonly ExpectedError[] {
  let nextLine = 1;
  return text.split('\n\n').flatMap((paragraph) => {
    const firstLine = nextLine;
    nextLine += paragraph.split('\n').length + 1;
    const comments = /^\s*\/\/ (?<title>.*)\n(?:.*\n)*?\s*\/\/ error: (?<message>.*)/m.exec(
      paragraph,
    );
    const { title, message } = comments?.groups ?? {};
    if (title === undefined || message === undefined) return [];
    return [{ file, title, message, firstLine, lastLine: nextLine - 2 }];
  });
}

/** Whether a compiler reported an error where this one is expected. */
export const isInPlace = (expected: ExpectedError, { file, line }: CompilerError): boolean =>
  file === expected.file && line >= expected.firstLine && line <= expected.lastLine;
