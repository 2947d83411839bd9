import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { hoverTooltip, type EditorView, type Tooltip } from '@codemirror/view';
import type { RemoteTypeService } from '../check/start-type-service.ts';

/** Answers the compiler once it has arrived. */
export type FindTypeService = () => RemoteTypeService | undefined;

/** Completions and explanations from the compiler, as soon as it is there. */
export const typeHelp = (find: FindTypeService): Extension => [
  autocompletion({ override: [(context) => complete(context, find())] }),
  hoverTooltip((view, position) => explain(view, position, find())),
];

async function complete(
  context: CompletionContext,
  service: RemoteTypeService | undefined,
): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  if (!service || (!explicit && !context.matchBefore(/[\w$]+$|\.$/))) return null;
  const found = await service.complete(state.doc.toString(), pos);
  if (!found) return null;
  const options = found.options.map(({ label, kind }) => ({ label, type: icons[kind] ?? kind }));
  return { from: found.from, options, validFor: /^[\w$]*$/ };
}

/** The kinds that the editor has under another name. */
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
  service: RemoteTypeService | undefined,
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
  const words = document.createElement('p');
  words.textContent = documentation;
  element.append(words);
  return element;
}
