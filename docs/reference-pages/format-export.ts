import {
  ApiDeclaredItem,
  ApiDocumentedItem,
  ApiItemContainerMixin,
  ApiItemKind,
  ApiPropertyItem,
  type ApiItem,
} from '@microsoft/api-extractor-model';
import { formatDocs, formatSummary } from './format-docs.ts';
import { nameOf, toKey, type Addresses } from './addresses.ts';

const kinds: Partial<Record<ApiItemKind, string>> = {
  [ApiItemKind.Class]: 'class',
  [ApiItemKind.Function]: 'function',
  [ApiItemKind.Interface]: 'interface',
  [ApiItemKind.TypeAlias]: 'type',
  [ApiItemKind.Variable]: 'value',
};

/** The exports of an entry that share a name: one item, or the overloads of a function. */
export function formatExport(overloads: readonly ApiItem[], addresses: Addresses): string {
  const [item] = overloads;
  if (item === undefined) return '';
  const members = membersOf(item);
  return [
    `## ${nameOf(item)} <Badge type="info" text="${kinds[item.kind] ?? item.kind}" /> {#${nameOf(item).toLowerCase()}}`,
    formatSignatures(overloads),
    formatDocs(overloads.find(hasComment) ?? item),
    formatProperties(members.filter((member) => member instanceof ApiPropertyItem)),
    ...groupByName(members.filter((member) => !(member instanceof ApiPropertyItem))).map(
      (methods) => formatMethod(methods, item),
    ),
    formatRelated([...overloads, ...members], nameOf(item), addresses),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Items grouped by name, in order. */
export function groupByName(items: readonly ApiItem[]): readonly (readonly ApiItem[])[] {
  const groups = new Map<string, ApiItem[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups.values()];
}

const hasComment = (item: ApiItem): boolean =>
  item instanceof ApiDocumentedItem && item.tsdocComment !== undefined;

const membersOf = (item: ApiItem): readonly ApiItem[] =>
  ApiItemContainerMixin.isBaseClassOf(item) ? item.members : [];

const formatSignatures = (items: readonly ApiItem[]): string => {
  const signatures = items.filter((item) => item instanceof ApiDeclaredItem).map(toSignature);
  return `\`\`\`ts\n${signatures.join('\n')}\n\`\`\``;
};

/** The members of an interface or a class, listed below it. */
const toSignature = ({ excerpt: { text } }: ApiDeclaredItem): string => {
  const signature = text.replace(/^export (declare )?/, '').trimEnd();
  return /^(interface|class) /.test(signature) ? signature : signature.replace(/;?$/, ';');
};

function formatProperties(properties: readonly ApiPropertyItem[]): string {
  if (properties.length === 0) return '';
  const rows = properties.map((property) => {
    const name = `${property.displayName}${property.isOptional ? '?' : ''}`;
    return `| \`${name}\` | ${toCode(property)} | ${formatSummary(property)} |`;
  });
  return ['| property | type | what it is |', '| --- | --- | --- |', ...rows].join('\n');
}

/** An initialized property shows its value instead of a type. */
function toCode({ propertyTypeExcerpt, excerpt }: ApiPropertyItem): string {
  const text = propertyTypeExcerpt.text || excerpt.text.replace(/^.*= /, '').replace(/;$/, '');
  return `\`${text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')}\``;
}

function formatMethod(methods: readonly ApiItem[], owner: ApiItem): string {
  const [method] = methods;
  if (method === undefined) return '';
  const name = method.kind === ApiItemKind.Constructor ? 'constructor' : method.displayName;
  const title = /^\w/.test(name) ? `### ${name} {#${owner.displayName}-${name}}`.toLowerCase() : '';
  return [
    title.replace(name.toLowerCase(), name),
    formatSignatures(methods),
    formatDocs(methods.find(hasComment) ?? method),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Links to the types in the signatures. */
function formatRelated(items: readonly ApiItem[], self: string, addresses: Addresses): string {
  const names = items
    .filter((item) => item instanceof ApiDeclaredItem)
    .flatMap(({ excerptTokens }) => excerptTokens.map((token) => token.canonicalReference))
    .flatMap((reference) => (reference ? toKey(reference) : []));
  const links = [...new Set(names)].flatMap((name) => addresses.get(name) ?? []);
  const related = links.filter(({ text }) => text !== self);
  if (related.length === 0) return '';
  return `See also ${related.map(({ text, address }) => `[\`${text}\`](${address})`).join(', ')}.`;
}
