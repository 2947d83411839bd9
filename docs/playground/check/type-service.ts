import {
  applyEdits,
  globalTypes,
  toOriginal,
  typeOptions,
  type Edit,
} from '@signup-actions/workbench';
import { createSystem, createVirtualTypeScriptEnvironment } from '@typescript/vfs';
import ts from 'typescript-js';
import {
  completeAt,
  explainAt,
  type Completions,
  type Hint,
  type TypeFinding,
} from './ask-compiler.ts';
import { createEventTypes, eventFile, type EventTypes } from './event-types.ts';
import { checkFlow, toFlowCode, type FlowCode } from './flow-code.ts';
import { carryAnnotations, toAnnotated } from './shift.ts';

/** Checks, completes and explains one source at a time: the selected one of a flow, which by default is all of it. */
export interface TypeService {
  readonly check: (source: string, flow?: FlowCode) => readonly TypeFinding[];
  readonly complete: (source: string, offset: number, flow?: FlowCode) => Completions | undefined;
  readonly explain: (source: string, offset: number, flow?: FlowCode) => Hint | undefined;
  readonly event: EventTypes;
}

const places = { javascript: '/action/code.js', typescript: '/action/code.ts' } as const;

/** The compiler with these declarations, by path, and the settings of `signup-actions check`. */
export function createTypeService(declarations: Readonly<Record<string, string>>): TypeService {
  const files = new Map(
    Object.entries({
      ...declarations,
      [places.javascript]: ' ',
      [places.typescript]: ' ',
      [eventFile]: ' ',
    }),
  );
  const { options } = ts.convertCompilerOptionsFromJson({ ...typeOptions, ...resolution }, '/');
  const roots = [...files.keys()].filter((path) => !path.startsWith('/lib.') && isRoot(path));
  const compiler = createVirtualTypeScriptEnvironment(createSystem(files), roots, ts, options);
  const { languageService, createFile, updateFile, deleteFile, getSourceFile } = compiler;
  let known: { readonly source: string; readonly annotations: readonly Edit[] } = {
    source: '',
    annotations: [],
  };
  const write = (path: string, text: string): void => {
    const before = getSourceFile(path)?.text;
    // An empty file is none to the compiler.
    const after = text || ' ';
    if (before === undefined) createFile(path, after);
    else if (before !== after) updateFile(path, after);
  };
  let writtenModules: ReadonlySet<string> = new Set();
  const load = (source: string, flow: FlowCode) => {
    const isTyped = isTypeScript(flow);
    const { selected, modules } = checkFlow(flow, isTyped ? '' : source);
    const ofModules = new Map(
      flow.modules.map(({ name, code, language }): [path: string, text: string] => {
        if (language === 'typescript') return [`/modules/${name}.ts`, code];
        const { syntax, annotations = [] } = modules.get(name) ?? {};
        return [`/modules/${name}.js`, applyEdits(syntax?.source ?? code, annotations)];
      }),
    );
    for (const path of writtenModules) if (!ofModules.has(path)) deleteFile(path);
    for (const [path, text] of ofModules) write(path, text);
    writtenModules = new Set(ofModules.keys());
    write(isTyped ? places.javascript : places.typescript, '');
    if (isTyped) {
      write(places.typescript, source);
      return { file: places.typescript, selected: undefined, annotations: [] };
    }
    const file = places.javascript;
    const annotations =
      selected?.annotations ?? carryAnnotations(known.annotations, known.source, source);
    known = { source, annotations };
    write(file, applyEdits(source, annotations));
    return { file, selected, annotations };
  };

  return {
    check(source, flow = toFlowCode(source)) {
      const { file, selected } = load(source, flow);
      const errors = languageService
        .getSemanticDiagnostics(file)
        .filter(({ category }) => category === ts.DiagnosticCategory.Error);
      if (!selected && isTypeScript(flow)) {
        return errors
          .filter(({ code }) => !isImplicitAny(code))
          .map(({ start = 0, length = 0, code, messageText }) => ({
            from: start,
            to: start + length,
            message: ts.flattenDiagnosticMessageText(messageText, '\n'),
            rule: `TS${code}`,
          }));
      }
      const coded = errors.map(({ start = 0, code, messageText }) => ({
        offset: start,
        code: `TS${code}` as const,
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
      }));
      const findings = selected?.explain(coded) ?? [];
      return findings.map(({ span: [from, to] = [0, 0], message, rule }) => ({
        from,
        to,
        message,
        rule,
      }));
    },
    complete(source, offset, flow = toFlowCode(source)) {
      const { file, annotations } = load(source, flow);
      return completeAt(languageService, file, {
        at: toAnnotated(offset, annotations),
        before: source.slice(0, offset),
      });
    },
    explain(source, offset, flow = toFlowCode(source)) {
      const { file, annotations } = load(source, flow);
      return explainAt(languageService, file, {
        at: toAnnotated(offset, annotations),
        toOriginal: (position) => toOriginal(position, annotations),
      });
    },
    event: createEventTypes(compiler),
  };
}

/** Whether the selected source is TypeScript. */
const isTypeScript = ({ actions, modules, selected }: FlowCode): boolean =>
  [...actions, ...modules][selected]?.language === 'typescript';

/** A parameter or variable without a type is up to the author, as for `signup-actions check`. */
const isImplicitAny = (code: number): boolean => code >= 7005 && code <= 7053;

/** The files from which the compiler finds all others. */
const isRoot = (path: string): boolean =>
  [places.javascript, places.typescript, eventFile, globals].includes(path);

/** A declaration file: in any other, the compiler would report that Node has an `Event` too. */
const globals = '/types/globals.d.ts';

const resolution = {
  types: ['/node_modules/@types/node'],
  paths: {
    '@signup-actions/types': ['/types/index.ts'],
    [globalTypes]: [globals],
    'actions:*': ['/modules/*.js', '/modules/*.ts'],
    '@signup-actions/types/v1': ['/types/v1.ts'],
    // The vendor's types have the same names.
    '@auth0/actions/pre-user-registration/v2': ['/types/index.ts'],
  },
};
