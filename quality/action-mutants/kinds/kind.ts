import type { ActionSource, ApiCall, Span } from '../parse-action.ts';

/** A kind of mistake, and where it can be made in an Action. */
export interface Kind {
  /** As the table names it. */
  readonly name: string;
  readonly findEdits: (action: ActionSource) => readonly Edit[];
}

/** A part of a source, and what replaces it. */
export interface Edit extends Span {
  readonly replacement: string;
}

/** Statements that come first in the handler. */
export const atStart = ({ body }: ActionSource, statement: string): Edit => ({
  start: body.start + 1,
  end: body.start + 1,
  replacement: ` ${statement}`,
});

/** An edit of every call of these methods. */
export const editCalls = (
  { calls }: ActionSource,
  methods: RegExp,
  toReplacement: (call: ApiCall) => string | undefined,
): readonly Edit[] =>
  calls
    .filter(({ method }) => methods.test(method))
    .flatMap((call) => {
      const replacement = toReplacement(call);
      return replacement === undefined ? [] : [{ start: call.start, end: call.end, replacement }];
    });

/** An edit of the arguments of these methods at these positions, from 0. */
export const editArguments = (
  { calls }: ActionSource,
  methods: RegExp,
  positions: readonly number[],
  toReplacement: (argument: string) => string,
): readonly Edit[] =>
  calls
    .filter(({ method }) => methods.test(method))
    .flatMap(({ args }) => args.filter((_, index) => positions.includes(index)))
    .map(({ start, end, source }) => ({ start, end, replacement: toReplacement(source) }));
