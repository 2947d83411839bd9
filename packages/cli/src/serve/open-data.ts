import type { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../usage-error.ts';

/** The kinds of documents that a server keeps. */
type Kind = 'cache' | 'signup' | 'user';

/** Documents that outlive the process. Each write is on the disk when it returns, and throws if it cannot be. */
export interface Data {
  readonly read: (kind: Kind) => readonly unknown[];
  /** `undefined` removes the document. */
  readonly write: (kind: Kind, key: string, document: object | undefined) => void;
  /** Keeps all documents that are written meanwhile, or none of them: then it throws. */
  readonly together: (write: () => void) => void;
  readonly clear: () => void;
  readonly close: () => void;
}

/** Documents in memory are those that the server holds anyway. */
export const noData: Data = {
  read: () => [],
  write() {},
  together: (write) => write(),
  clear() {},
  close() {},
};

/** Opens the SQLite database in this file, which it makes if necessary. One server uses a file at a time. */
export async function openData(file: string): Promise<Data> {
  const { DatabaseSync: Database } = await import('node:sqlite');
  let opened: DatabaseSync | undefined;
  try {
    opened = new Database(file);
    opened.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS signup_actions
        (kind TEXT, key TEXT, document TEXT, PRIMARY KEY (kind, key));
      DELETE FROM signup_actions WHERE kind = 'none';`);
  } catch (error) {
    opened?.close();
    throw new UsageError(
      `Failed to keep users in ${file}: ${(error as Error).message}.\nPass a new file, or one that this command has made and that no other server uses.`,
    );
  }
  const database = opened;
  const select = database.prepare(
    'SELECT document FROM signup_actions WHERE kind = ? ORDER BY rowid',
  );
  const put = database.prepare(
    `INSERT INTO signup_actions VALUES (?, ?, ?)
      ON CONFLICT (kind, key) DO UPDATE SET document = excluded.document`,
  );
  const remove = database.prepare('DELETE FROM signup_actions WHERE kind = ? AND key = ?');
  return {
    read: (kind) => select.all(kind).map(({ document }) => JSON.parse(String(document)) as unknown),
    write(kind, key, document) {
      if (document === undefined) remove.run(kind, key);
      else put.run(kind, key, JSON.stringify(document));
    },
    together(write) {
      database.exec('BEGIN');
      try {
        write();
        database.exec('COMMIT');
      } catch (error) {
        // SQLite itself has rolled back after some errors.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    clear: () => database.exec('DELETE FROM signup_actions'),
    close: () => database.close(),
  };
}
