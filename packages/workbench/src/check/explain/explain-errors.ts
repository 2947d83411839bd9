import { lineAt, toFinding, type Finding } from '../findings/finding.ts';
import { toSentence } from '../findings/sentences.ts';
import type { Origins } from '../origins/read-origins.ts';
import { nodesAt } from '../syntax/link-nodes.ts';
import { functionAround } from '../syntax/local-functions.ts';
import { isOfHook, isSwapped, takesOneObject } from '../syntax/find-handler.ts';
import type { Syntax } from '../syntax/read-syntax.ts';
import type { Annotations } from '../typing/annotate.ts';
import { editAt, toOriginal } from '../typing/edits.ts';
import { isProven } from '../typing/probes.ts';
import { explainArgumentCount } from './argument-count.ts';
import { explainArgument } from './arguments.ts';
import { explainApiArgument } from './api-argument.ts';
import type { CompilerError, Explain, Explanation, PlacedError, Reading } from './explanation.ts';
import { explainConstant, explainNotAFunction } from './not-a-function.ts';
import { explainOptionalValue } from './optional-value.ts';
import { mentionsOurType } from './type-names.ts';
import { explainUndeclared } from './undeclared.ts';
import { explainUnknownMember } from './unknown-member.ts';

/** Errors of the compiler that are never errors on the platform. */
const ignoredCodes: ReadonlySet<string> = new Set([
  // A module that is not found or has no types: dependencies are installed on the platform, not here.
  'TS2307',
  'TS7016',
  // A return at the top: the platform runs CommonJS, which allows it.
  'TS1108',
  // What a package that is not installed here has types for.
  'TS18046',
  'TS2347',
  'TS2571',
]);

/** What a rule about the syntax finds, too, and says better. */
const leaveToRules: Explain = () => undefined;

const explanations: Readonly<Record<string, Explain>> = {
  TS2362: leaveToRules,
  TS2363: leaveToRules,
  TS2365: leaveToRules,
  TS2367: leaveToRules,
  TS2540: leaveToRules,
  TS2542: leaveToRules,
  TS2704: leaveToRules,
  TS2339: explainUnknownMember,
  TS2551: explainUnknownMember,
  TS7053: explainUnknownMember,
  TS2531: explainOptionalValue,
  TS2532: explainOptionalValue,
  TS2533: explainOptionalValue,
  TS18047: explainOptionalValue,
  TS18048: explainOptionalValue,
  TS18049: explainOptionalValue,
  TS2488: explainOptionalValue,
  TS2554: explainArgumentCount,
  TS2555: explainArgumentCount,
  TS2322: explainArgument,
  TS2345: explainArgument,
  TS2353: explainArgument,
  TS2561: explainArgument,
  TS2741: explainArgument,
  TS2769: explainArgument,
  TS2304: explainUndeclared,
  TS2552: explainUndeclared,
  TS2580: explainUndeclared,
  TS2581: explainUndeclared,
  TS2582: explainUndeclared,
  TS2583: explainUndeclared,
  TS2584: explainUndeclared,
  TS2591: explainUndeclared,
  TS2592: explainUndeclared,
  TS2593: explainUndeclared,
  TS18004: explainUndeclared,
  TS2588: explainConstant,
  TS2349: explainNotAFunction,
  TS2351: explainNotAFunction,
  TS7009: explainNotAFunction,
};

/**
 * The findings in what the compiler says about an Action: those that concern the event, the api or the platform, each
 * in our own sentence if there is one. Its other opinions on plain JavaScript are left out.
 */
export function explainErrors(
  syntax: Syntax,
  origins: Origins,
  { edits, probes, repeats, isRetyped }: Annotations,
  errors: readonly CompilerError[],
  exportedBy: Reading['exportedBy'],
): readonly Finding[] {
  // The compiler would find each of its names missing.
  if ([takesOneObject, isSwapped, isOfHook].some((is) => is(syntax.handler))) return [];
  // The types in a JSDoc comment may be unreadable, too, and stop nothing.
  const isInComment = ({ offset }: CompilerError): boolean =>
    syntax.comments.some(
      ({ type, start, end }) =>
        type === 'Block' && start <= toOriginal(offset, edits) && toOriginal(offset, edits) < end,
    );
  const unreadable = errors.find((error) => error.isSyntax === true && !isInComment(error));
  if (unreadable) {
    const { source, file } = syntax;
    const line = lineAt(source, toOriginal(unreadable.offset, edits));
    return [{ file, line, ...toSentence('types-not-checked', unreadable.message) }];
  }
  const own = errors.filter(({ offset }) => !editAt(offset, edits));
  const repeated = errors.flatMap((error) => {
    const edit = editAt(error.offset, edits);
    const repeat = repeats.find((each) => each.edit === edit);
    return repeat && explanations[error.code] === explainArgument ? [{ error, repeat }] : [];
  });
  const inEdits = new Set(errors.map(({ offset }) => editAt(offset, edits)));
  const failed = new Set(probes.filter(({ edit }) => inEdits.has(edit)));
  const reading: Reading = {
    syntax,
    origins,
    exportedBy,
    isProven: (node, path) => isProven(node, path, probes, failed),
  };
  const explained = [
    ...own.flatMap((error) => {
      const nodes = nodesAt(toOriginal(error.offset, edits), syntax.nodes);
      return ignoredCodes.has(error.code)
        ? []
        : (explain({ ...error, nodes }, reading, isRetyped) ?? []);
    }),
    ...repeated.flatMap(({ error, repeat }) => explainApiArgument(error, reading, repeat) ?? []),
  ];
  const seen = new Set<string>();
  return explained.flatMap((explanation): readonly Finding[] => {
    const { node, rule, message, onceInFunction = message } = explanation;
    // A library that is bundled into the file has types of its own.
    if (functionAround(node) && !origins.isReachable(node)) return [];
    const isOnce = explanation.onceInFunction !== undefined;
    const around = explanation.isOnceInFile ? undefined : functionAround(node);
    const place = isOnce ? around?.start : node.start;
    const key = JSON.stringify([place, isOnce, rule, onceInFunction]);
    // The next part of a chain, such as `event.authentication.riskAssessment`, is a consequence of the one before.
    const chain = rule === 'optional-field' ? `chain ${node.start}` : key;
    if (seen.has(key) || seen.has(chain)) return [];
    seen.add(key).add(chain);
    return [toFinding(syntax, node, explanation)];
  });
}

function explain(
  error: PlacedError,
  reading: Reading,
  isRetyped: boolean,
): Explanation | undefined {
  const explanation = explanations[error.code]?.(error, reading);
  if (explanation) return explanation;
  const [outermost] = error.nodes;
  const node = error.nodes.findLast(({ start, end }) => end > start) ?? reading.syntax.program;
  const isOfTypeScript =
    reading.syntax.isTypeScript &&
    !isRetyped &&
    !(error.code in explanations && isTolerated(error));
  const isOurs = !(error.code in explanations) && mentionsOurType(error.message) && outermost;
  if (/^TS(70(?!53)|1[0-9]{3}$|8\d{3})/.test(error.code)) return undefined;
  return isOfTypeScript || isOurs
    ? { node, rule: error.code, message: toFirstSentence(error.message) }
    : undefined;
}

/** Errors that the explanation has left out on purpose, also in TypeScript. */
const isTolerated = ({ code }: CompilerError): boolean =>
  /^TS(253[123]|1804[789]|2345|2769)$/.test(code);

/** The first sentence of a compiler error. */
function toFirstSentence(error: string): string {
  const [first = error] = error.split(/\r?\n/);
  return /[.?!]$/.test(first) ? first : `${first}.`;
}
