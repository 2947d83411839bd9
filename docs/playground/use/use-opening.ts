import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import type { Opened, OpenedCode } from '../open/opened.ts';
import { fromDrop, fromInput } from '../open/list-files.ts';
import type { OpenedFile } from '../open/opened-file.ts';

/** Files and folders that the visitor opens. */
export interface Opening {
  /** Whether files are being dragged over the page. */
  readonly isOver: Ref<boolean>;
  readonly openFiles: (files: Iterable<File>) => Promise<void>;
}

/** What is done with them. */
export interface OpeningOptions {
  /** The code of the page, which a test case by itself runs. */
  readonly findCode: () => Omit<OpenedCode, 'notes'>;
  readonly onOpened: (opened: Opened) => void;
  /** Called with one sentence if they cannot be read. */
  readonly onFailed: (sentence: string) => void;
}

/** Opens the files that are dropped anywhere on the page, and those of an input. */
export function useOpening({ findCode, onOpened, onFailed }: OpeningOptions): Opening {
  const isOver = ref(false);
  const open = async (list: () => Promise<readonly OpenedFile[]>): Promise<void> => {
    try {
      // A drop is readable only now. The reader is large, and most visitors never open a file.
      const [files, { readOpened }] = await Promise.all([list(), import('../open/read-opened.ts')]);
      onOpened(await readOpened(files, findCode()));
    } catch (error) {
      onFailed((error as Error).message);
    }
  };
  const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
    dataTransfer?.types.includes('Files') ?? false;
  const listeners = {
    dragover(event: DragEvent) {
      if (!hasFiles(event)) return;
      // Without this, the browser leaves the page and shows the file.
      event.preventDefault();
      isOver.value = true;
    },
    dragleave(event: DragEvent) {
      // Otherwise they are still over another element of the page.
      if (event.relatedTarget === null) isOver.value = false;
    },
    drop(event: DragEvent) {
      isOver.value = false;
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      // An editor would insert the text of a file.
      event.stopPropagation();
      const { items } = event.dataTransfer;
      void open(() => fromDrop(items));
    },
  };
  const entries = Object.entries(listeners) as [
    keyof typeof listeners,
    (event: DragEvent) => void,
  ][];
  onMounted(() => {
    for (const [name, listener] of entries) document.addEventListener(name, listener, true);
  });
  onBeforeUnmount(() => {
    for (const [name, listener] of entries) document.removeEventListener(name, listener, true);
  });
  return { isOver, openFiles: (files) => open(async () => fromInput(files)) };
}
