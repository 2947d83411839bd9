import { describe } from '@signup-actions/runtime-core/internal';

const maxDepth = 3;
const maxItems = 20;
const maxCharacters = 1_000;

/** An argument as an Action passed it, as source code as far as that is possible. Never throws. */
export function formatArgument(value: unknown): string {
  try {
    const text = format(value, 0);
    return text.length <= maxCharacters ? text : `${text.slice(0, maxCharacters)}…`;
  } catch {
    return '[unprintable]';
  }
}

function format(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function')
    return value.name === '' ? '[function]' : `[function ${value.name}]`;
  if (typeof value !== 'object' || value === null)
    return Object.is(value, -0) ? '-0' : String(value);
  const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
  if (kind === 'Error') {
    const { name, message } = value as Error;
    return `new ${name}(${JSON.stringify(message)})`;
  }
  if (kind === 'Date') {
    const time = (value as Date).getTime();
    return `new Date(${Number.isNaN(time) ? 'NaN' : JSON.stringify(value)})`;
  }
  if (kind !== 'Object' && kind !== 'Array') return `[${describe(value)}]`;
  if (depth === maxDepth) return '…';
  if (Array.isArray(value)) return `[${formatItems(value.map((item) => format(item, depth + 1)))}]`;
  const items = Object.entries(value).map(
    ([key, part]) => `${JSON.stringify(key)}:${format(part, depth + 1)}`,
  );
  return `{${formatItems(items)}}`;
}

const formatItems = (items: readonly string[]): string =>
  items.length <= maxItems ? items.join(',') : `${items.slice(0, maxItems).join(',')},…`;
