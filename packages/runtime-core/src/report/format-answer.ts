import type { Call } from '../calls/call.ts';
import { formatValue } from '../text/format-call.ts';

/** What an author cannot read off the call itself: what the cache answered, and what threw. */
export function formatAnswer(call: Call): string {
  if (call.error) return ` threw ${call.error.name}`;
  if (call.late) return ' (late)';
  if (call.method === 'cache.get')
    return ` → ${call.result ? formatValue(call.result.value) : 'nothing'}`;
  if (call.method !== 'cache.set' && call.method !== 'cache.delete') return '';
  return call.result.type === 'error' ? ` → ${call.result.code}` : '';
}
