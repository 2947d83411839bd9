import { DatabaseSync } from 'node:sqlite';

/** Users in a file, which servers may share: then they wait for one another. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  // Readers do not wait for a writer, and what was committed outlives the process.
  database.exec('pragma journal_mode = wal; pragma synchronous = normal');
  return database;
}
