import { onBeforeUnmount, onMounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { PageUpdate, SignupView, TenantView } from '../src/serve/page/page-update.ts';

/** What the server tells the page, as it changes. */
export interface Updates {
  readonly isConnected: Ref<boolean>;
  /** The newest first. */
  readonly signups: ShallowRef<readonly SignupView[]>;
  readonly cache: ShallowRef<PageUpdate['cache']>;
  readonly tenant: ShallowRef<TenantView>;
}

const nothing: TenantView = { actions: [], fields: [], starts: [] };

/** Follows the server while the page is open; the browser connects again after a restart. */
export function useUpdates(): Updates {
  const isConnected = ref(false);
  const signups: Updates['signups'] = shallowRef([]);
  const cache: Updates['cache'] = shallowRef([]);
  const tenant: Updates['tenant'] = shallowRef(nothing);
  let source: EventSource | undefined;

  function connect(): void {
    let isFirst = true;
    source = new EventSource('./signup-actions/updates');
    source.addEventListener('open', () => {
      isConnected.value = true;
      // The server begins anew, perhaps as another one.
      isFirst = true;
    });
    source.addEventListener('error', () => (isConnected.value = false));
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const update = JSON.parse(data) as PageUpdate;
      const kept = isFirst ? [] : signups.value.filter(({ id }) => id >= update.oldest);
      isFirst = false;
      signups.value = [...update.signups.toReversed(), ...kept];
      cache.value = update.cache;
      tenant.value = update.tenant;
    });
  }

  onMounted(connect);
  onBeforeUnmount(() => source?.close());
  return { isConnected, signups, cache, tenant };
}
