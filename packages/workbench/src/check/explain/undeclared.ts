import { toSentence } from '../findings/sentences.ts';
import { ancestorsOf } from '../syntax/link-nodes.ts';
import type { Explain } from './explanation.ts';

const inBrowsers = 'browsers have it, and Node does not';
const inRules = 'it belongs to Rules and Hooks; an Action has event and api';

const ofHandler = 'the handler receives it: pass it on to the function that needs it';

/** What only browsers have; Node's types have some of it, too. */
const ofBrowsers =
  /^(alert|caches|confirm|document|FileReader|history|HTML\w*|Image|indexedDB|localStorage|location|navigator|prompt|screen|self|sessionStorage|window)$/;

const hints: Readonly<Record<string, string>> = {
  $: "require it first, as in const $ = require('jquery')",
  _: "require it first, as in const _ = require('lodash')",
  actions: 'only an Actions module has it; the secrets of an Action are in event.secrets',
  api: ofHandler,
  configuration: 'write event.configuration',
  connection: 'write event.connection',
  callback: inRules,
  cb: inRules,
  context: inRules,
  event: ofHandler,
  secrets: 'write event.secrets',
  user: 'write event.user',
  XMLHttpRequest: 'browsers have it, and Node does not, so use fetch',
};

/** Explains a name that nothing declares. */
export const explainUndeclared: Explain = ({ message, nodes }, { syntax }) => {
  const node = nodes.findLast(({ type }) => type === 'Identifier');
  if (node?.type !== 'Identifier' || syntax.isTypeScript) return undefined;
  // What a bundler writes for readers of its exports: `0 && (module.exports = { … })`.
  const isDead = [...ancestorsOf(node)].some(
    (around) => around.type === 'LogicalExpression' && syntax.textOf(around.left) === '0',
  );
  if (isDead) return undefined;
  const { name } = node;
  if (name === 'WebAssembly') return undefined;
  if (name === 'actions' && syntax.owner === 'module') return undefined;
  // A file may define globals itself, or ask first whether there is one.
  const escaped = name.replaceAll('$', '\\$');
  const known = new RegExp(
    `\\b(global|globalThis|window)\\.${escaped}\\b|\\btypeof ${escaped}\\b|(^|[;{}\\s])${escaped}\\s*=[^=>]`,
  );
  if (known.test(syntax.source)) return undefined;
  const near = /Did you mean '(?<near>[^']+)'/.exec(message)?.groups?.['near'];
  const hint =
    (Object.hasOwn(hints, name) ? hints[name] : undefined) ??
    (ofBrowsers.test(name) ? inBrowsers : undefined) ??
    (near === undefined
      ? `require or declare it first, as in const ${name} = require(${/^[a-z]+$/.test(name) ? `'${name}'` : '…'})`
      : `write ${near}`);
  return {
    node,
    ...toSentence('undeclared-name', name, hint),
    onceInFunction: name,
    isOnceInFile: true,
  };
};
