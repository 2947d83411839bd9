import type { Transpiler } from '@signup-actions/workbench';

/** Code in the language that its author writes. */
interface Code {
  readonly code: string;
  /** Absent for JavaScript. */
  readonly language?: 'typescript' | undefined;
}

/** The JavaScript of a source: every line is where it was. */
export interface JavaScript {
  readonly code: string;
  /** Why there is none. */
  readonly problem?: { readonly line: number; readonly sentence: string } | undefined;
}

export const isTypeScript = ({ language }: Code): boolean => language === 'typescript';

/** Converts a source; undefined for TypeScript as long as what transpiles it is not loaded. */
export function toJavaScript(
  source: Code,
  transpile: Transpiler | undefined,
): JavaScript | undefined {
  const { code } = source;
  if (!isTypeScript(source)) return { code };
  if (!transpile) return undefined;
  try {
    return { code: transpile(code, 'code') };
  } catch (error) {
    return { code: '', problem: toProblem((error as Error).message) };
  }
}

/** The message ends with what was found and its place: `(Unexpected token (3:5)).` */
function toProblem(message: string): NonNullable<JavaScript['problem']> {
  const [, why = message, line = '1'] = /TypeScript \((.*) \((\d+):\d+\)\)/s.exec(message) ?? [];
  return { line: Number(line), sentence: `This is not TypeScript: ${why}.` };
}
