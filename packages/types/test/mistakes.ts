import type { Complaint } from './compile.ts';

/** A wrong program: a paragraph that says what is wrong, and what a compiler has to say about it. */
export interface Mistake {
  readonly file: string;
  readonly title: string;
  readonly message: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The wrong programs of a file: paragraphs with a comment that begins with `error:`. */
export function readMistakes(file: string, text: string): readonly Mistake[] {
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

/** Whether a complaint is about this mistake. */
export const isAbout = (mistake: Mistake, { file, line }: Complaint): boolean =>
  file === mistake.file && line >= mistake.firstLine && line <= mistake.lastLine;
