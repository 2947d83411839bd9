import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import { explainUnshareable, fromHash, toHash, type LinkContent } from '../state/link.ts';
import type { PlaygroundState } from '../state/playground-state.ts';

/** The state in the page's address. */
export interface Link {
  /** One sentence about the link that was opened or shared. */
  readonly note: Ref<string>;
  /** Puts the state into the address and copies the address to the clipboard. Resolves to whether that was possible. */
  readonly share: (state: PlaygroundState) => Promise<boolean>;
  /** Removes a shared state from the address, since the state has changed. */
  readonly leave: () => void;
}

/** Calls `onContent` with the content of the address's hash, now and whenever it changes. */
export function useLink(onContent: (content: LinkContent, isFirst: boolean) => void): Link {
  const note = ref('');
  let own: string | undefined;
  const read = async (isFirst: boolean): Promise<void> => {
    if (location.hash === own) return;
    note.value = '';
    onContent(await fromHash(isAnchor(location.hash) ? '' : location.hash), isFirst);
  };
  // Following an anchor of the page changes nothing.
  const readAgain = (): void => void (isAnchor(location.hash) || read(false));
  onMounted(() => {
    void read(true);
    addEventListener('hashchange', readAgain);
  });
  onBeforeUnmount(() => removeEventListener('hashchange', readAgain));

  return {
    note,
    async share(state) {
      const problem = explainUnshareable(state);
      if (problem !== undefined) {
        note.value = problem;
        return false;
      }
      own = await toHash(state);
      history.replaceState(history.state, '', own);
      try {
        await navigator.clipboard.writeText(location.href);
        note.value = 'The link is copied to the clipboard.';
      } catch {
        note.value = 'The link is in the address bar: copy it from there.';
      }
      return true;
    },
    leave() {
      if (own !== undefined && location.hash === own) {
        history.replaceState(history.state, '', location.pathname + location.search);
      }
      own = undefined;
    },
  };
}

/** Whether a hash is an anchor of the page. */
const isAnchor = (hash: string): boolean =>
  hash.length > 1 && document.getElementById(hash.slice(1)) !== null;
