import { isInstalledOrBuilt } from '@signup-actions/workbench/files';
import type { OpenedFile } from './opened-file.ts';

/** Far more than a tenant has; a folder above it may have a million. */
const maxFiles = 5_000;
const maxFileBytes = 20_000_000;

/** The files of an input, which may have been given a folder. */
export function fromInput(files: Iterable<File>): readonly OpenedFile[] {
  const opened = [...files]
    .map((file) => toOpened(file, file.webkitRelativePath || file.name))
    .filter(({ path }) => isWanted(path));
  if (opened.length > maxFiles) throw tooMany();
  return opened;
}

/** The files of a drop, with those in dropped folders. The list is only readable until the first `await`. */
export async function fromDrop(items: Iterable<DataTransferItem>): Promise<readonly OpenedFile[]> {
  const dropped = [...items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const files: OpenedFile[] = [];
  for (const one of dropped) {
    if (one instanceof File) files.push(toOpened(one, one.name));
    else if (one) await collect(one, files);
  }
  return files;
}

async function collect(entry: FileSystemEntry, files: OpenedFile[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, '');
  if (!isWanted(path)) return;
  if (files.length >= maxFiles) throw tooMany();
  if (isDirectory(entry)) {
    for (const child of await listEntries(entry)) await collect(child, files);
  } else {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    files.push(toOpened(file, path));
  }
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory;

/** A reader returns the entries of a folder in parts, the last of which is empty. */
async function listEntries(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return entries;
    entries.push(...part);
  }
}

/** What the visitor chose counts, whatever it is called. */
const isWanted = (path: string): boolean => !path.split('/').slice(1).some(isInstalledOrBuilt);

const tooMany = (): RangeError =>
  new RangeError(
    `Failed to open: there are more than ${maxFiles.toLocaleString('en')} files. Open a folder further down.`,
  );

const toOpened = (file: File, path: string): OpenedFile => ({
  path,
  async read() {
    if (file.size > maxFileBytes) throw new RangeError('it has more than 20 MB');
    return file.text();
  },
});
