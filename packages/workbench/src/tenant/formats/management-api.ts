import { triggerName } from '@signup-actions/runtime-core/internal';
import { isJsonObject, type JsonObject } from '../../files/json.ts';
import type { Binding, DeclaredCode, DeclaredTenant, TenantFormat } from '../declared-tenant.ts';
import { toInlineCode } from '../inline-code.ts';
import { parseDocuments } from '../parse-documents.ts';

/** JSON of the Management API, and of `auth0 actions show --json`: Actions, bindings, modules, one after another. */
export const managementApi: TenantFormat = {
  name: 'JSON of the Management API',
  async read({ path: file, text }) {
    if (text === undefined) return undefined;
    const items = parseDocuments(text)?.flatMap((document) => toItems(document));
    const isKnown = items?.some(({ kind }) => kind !== 'other');
    return items && isKnown === true ? toDeclared(items, file) : undefined;
  },
};

interface Item {
  readonly kind: 'action' | 'binding' | 'module' | 'other';
  readonly data: JsonObject;
}

/** What a document holds: one thing, a list, or an object with lists. */
function toItems(document: unknown, kind?: Item['kind']): readonly Item[] {
  if (Array.isArray(document)) return document.flatMap((item: unknown) => toItems(item, kind));
  if (!isJsonObject(document)) return [];
  const lists = Object.entries(listKinds).flatMap(([key, listed]) =>
    Array.isArray(document[key]) && typeof document['code'] !== 'string'
      ? [toItems(document[key], listed)]
      : [],
  );
  return lists.length > 0 ? lists.flat() : [{ kind: kind ?? toKind(document), data: document }];
}

const listKinds: Readonly<Record<string, Item['kind']>> = {
  actions: 'action',
  bindings: 'binding',
  modules: 'module',
};

function toKind(data: JsonObject): Item['kind'] {
  if (isJsonObject(data['action'])) return 'binding';
  if (typeof data['name'] !== 'string' || typeof data['code'] !== 'string') return 'other';
  return 'latest_version_number' in data || 'all_changes_published' in data ? 'module' : 'action';
}

function toDeclared(items: readonly Item[], file: string): DeclaredTenant {
  const ofKind = (kind: Item['kind']): readonly JsonObject[] =>
    items.filter((item) => item.kind === kind).map(({ data }) => data);
  const bindings = ofKind('binding').filter(
    ({ trigger_id: trigger }) => trigger === undefined || trigger === triggerName,
  );
  const actions = withoutRepeated(ofKind('action'));
  return {
    file,
    actions: actions.map((action) => toCode(action, file)),
    modules: ofKind('module').map((module) => toCode(module, file)),
    bindings:
      ofKind('binding').length > 0 ? bindings.map((it) => toBinding(it, actions)) : undefined,
    place: 'it',
    notes: [],
  };
}

/** A list and `auth0 actions show --json` may hold the same Action: the last document counts, at the first place. */
const withoutRepeated = (actions: readonly JsonObject[]): readonly JsonObject[] => [
  ...new Map(actions.map((action) => [action['id'] ?? action, action])).values(),
];

/** The API says by other names what an export says; it returns no values of secrets. */
const toCode = (data: JsonObject, file: string): DeclaredCode => {
  const { all_changes_deployed: isDeployed, status } = data;
  const isDraft = isDeployed === false || (isDeployed === undefined && status === 'pending');
  return toInlineCode({ ...data, deployed: !isDraft }, file);
};

function toBinding(data: JsonObject, actions: readonly JsonObject[]): Binding {
  const action = isJsonObject(data['action']) ? data['action'] : {};
  const byId = actions.find(({ id }) => id !== undefined && id === action['id']);
  const name = byId?.['name'] ?? action['name'] ?? data['action_name'] ?? action['id'];
  const { display_name: displayName } = data;
  return { name: String(name), ...(typeof displayName === 'string' && { displayName }) };
}
