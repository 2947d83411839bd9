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
    throw new UsageError(`Failed to run ${file}:${line}. ${message}`);
  };
  if (/(@@|##)\w+\1/.test(source)) {
    const mark = (await check()).find(({ rule }) => rule === 'replacement-mark');
    if (mark) refuse(mark);
  }
  try {
    compileFunction(code, [...moduleParameters], { filename: file });
  } catch (error) {
    const finding = (await check()).find(
      ({ rule }) => rule === 'syntax' || rule === 'not-commonjs' || rule === 'handler-missing',
    );
    refuse(finding ?? toSyntaxFinding(error as Error, file));
  }
}

/** What Node says, if the parser accepts the code. */
function toSyntaxFinding({ stack = '', message }: Error, file: string) {
  const place = stack.startsWith(`${file}:`) ? stack.slice(file.length + 1) : '';
  return { line: Number.parseInt(place, 10) || 1, message: `The code does not parse: ${message}.` };
}
