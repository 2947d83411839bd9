import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { hoverTooltip, type EditorView, type Tooltip } from '@codemirror/view';
import type { RemoteTypes } from '../check/start-type-service.ts';

/** Returns the compiler once it is loaded. */
export type FindTypeService = () => RemoteTypes | undefined;

/** A language of the editor. */
export type Language = 'javascript' | 'json' | 'typescript';

/** Completions and explanations from the compiler, once it is loaded. */
export const typeHelp = (language: Language, find: FindTypeService): Extension => [
  autocompletion({ override: [(context) => complete(context, language, find())] }),
  hoverTooltip((view, position) => explain(view, position, find())),
];

async function complete(
  context: CompletionContext,
  language: Language,
  service: RemoteTypes | undefined,
): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  if (!service || (!explicit && !context.matchBefore(completedAfter[language]))) return null;
  const found = await service.complete(state.doc.toString(), pos);
  if (!found) return null;
  const isBare = language === 'json' && state.sliceDoc(found.from - 1, found.from) !== '"';
  const options = found.options.map(({ label, kind }) => ({
    label,
    type: icons[kind] ?? kind,
    ...(isBare && { apply: JSON.stringify(label) }),
  }));
  return { from: found.from, options, validFor: /^[\w$]*$/ };
}

/** What has to be before the cursor to complete without being asked. */
const completedAfter: Readonly<Record<Language, RegExp>> = {
  javascript: /[\w$]+$|\.$/,
  json: /"[\w-]*$/,
  typescript: /[\w$]+$|\.$/,
};

/** Kinds that have another name in the editor. */
const icons: Readonly<Record<string, string>> = {
  const: 'constant',
  let: 'variable',
  'local var': 'variable',
  module: 'namespace',
  parameter: 'variable',
  var: 'variable',
};

async function explain(
  { state }: EditorView,
  position: number,
  service: RemoteTypes | undefined,
): Promise<Tooltip | null> {
  const hint = await service?.explain(state.doc.toString(), position);
  if (!hint) return null;
  const { from, to, signature, documentation } = hint;
  return {
    pos: from,
    end: to,
    above: true,
    create: () => ({ dom: toElement(signature, documentation) }),
  };
}

function toElement(signature: string, documentation: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'cm-hint';
  const code = document.createElement('code');
  code.textContent = signature;
  element.append(code);
  if (documentation === '') return element;
  const paragraph = document.createElement('p');
  paragraph.textContent = documentation;
  element.append(paragraph);
  return element;
}
