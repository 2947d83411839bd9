import type { Call } from '../calls/call.ts';
import type { SecretSearch } from '../text/secret-search.ts';
import { writesMetadata } from '../calls/changes.ts';
import { toDiagnostic, type Diagnostic, type DiagnosticContext } from './diagnostic.ts';
import type { DiagnosticCode } from './diagnostic-sentences.ts';
import { storesMetadata, takesUserId } from './user.ts';

/** What is probably wrong with one call on its own. */
export function diagnoseCall(call: Call, context: DiagnosticContext): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (code: DiagnosticCode, received?: string): void => {
    found.push(toDiagnostic(code, call, context, received));
  };
  for (const { code, received } of call.notes ?? []) add(code, received);
  if (call.late) add('late-call');
  const exposed = findExposedSecret(call, context.secrets);
  if (exposed !== undefined) add('secret-exposed', exposed);
  if (call.error || call.late || context.strategy === undefined) return found;
  if (writesMetadata(call) && !storesMetadata(context.strategy)) {
    add('metadata-on-passwordless', context.strategy);
  }
  if (call.method === 'user.setUserId' && !takesUserId(context.strategy)) {
    add('user-id-on-non-database', context.strategy);
  }
  return found;
}

/** The name of a secret that the person, the log or the stored user would show. */
function findExposedSecret(call: Call, secrets: SecretSearch): string | undefined {
  if (call.method.startsWith('cache.')) return undefined;
  return secrets.findIn(call.args);
}
