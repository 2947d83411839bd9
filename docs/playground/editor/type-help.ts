import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { hoverTooltip, type EditorView, type Tooltip } from '@codemirror/view';
import type { RemoteTypeService } from '../check/start-type-service.ts';

/** Returns the compiler once it is loaded. */
export type FindTypeService = () => RemoteTypeService | undefined;

/** Completions and explanations from the compiler, once it is loaded. */
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
  const paragraph = document.createElement('p');
  paragraph.textContent = documentation;
  element.append(paragraph);
  return element;
}
