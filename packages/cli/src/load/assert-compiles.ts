import { compileFunction } from 'node:vm';
import {
  moduleParameters,
  type CodeOwner,
  type Finding,
  type RunnableModule,
} from '@signup-actions/workbench';
import { UsageError } from '../usage-error.ts';

/** Throws a {@link UsageError} for code that is not CommonJS, does not parse or is not finished, in the words of `check`. */
export async function assertCompiles(
  { file, source, code }: RunnableModule,
  owner: CodeOwner,
): Promise<void> {
  const check = async (): Promise<readonly Finding[]> => {
    const { checkSyntax } = await import('./check-syntax.ts');
    return checkSyntax(file, source, owner);
  };
  const refuse = ({ line, message }: Pick<Finding, 'line' | 'message'>): never => {
    const text = source.split('\n')[line - 1] ?? '';
    throw new UsageError(`Failed to run ${file}:${line}. ${message}${explainLine(text)}`);
  };
  if (/(@@|##)\w+\1/.test(source)) {
    const mark = (await check()).find(({ rule }) => rule === 'replacement-mark');
    if (mark) refuse(mark);
  }
  try {
    compileFunction(code, [...moduleParameters], { filename: file });
  } catch (error) {
    const isAwait = /\bawait\b/.test((error as Error).message);
    const finding = (await check()).find(
      ({ rule }) => rule === 'syntax' || rule === 'not-commonjs' || rule === 'handler-missing',
    );
    refuse((!isAwait && finding) || toSyntaxFinding(error as Error, file));
  }
}

/** What Node says, if the parser accepts the code: `await` at the top, for example. */
function toSyntaxFinding({ stack = '', message }: Error, file: string) {
  const place = stack.startsWith(`${file}:`) ? stack.slice(file.length + 1) : '';
  const why = /\bawait\b/.test(message)
    ? 'The platform loads CommonJS, which has no await outside functions; move it into the handler.'
    : `The code does not parse: ${message}.`;
  return { line: Number.parseInt(place, 10) || 1, message: why };
}

/** What the line looks like, if that explains why it does not parse. */
function explainLine(text: string): string {
  if (/[$%]\{\s*\w/.test(text)) {
    return '\nIf the file is a Terraform template, run what Terraform makes of it.';
  }
  return '';
}
