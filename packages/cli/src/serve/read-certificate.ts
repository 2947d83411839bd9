import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { exists } from '../files/find-files.ts';
import { explainFileError } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The certificate and its key in this PEM file, valid for this machine. Makes the file, readable only for its owner, if
 * it does not exist.
 */
export async function readCertificate(file: string): Promise<string> {
  try {
    if (await exists(file)) return await readFile(file, 'utf8');
    const { generate } = await import('selfsigned');
    const name = [{ name: 'commonName', value: `signup-actions ${randomUUID()}` }];
    const { cert, private: key } = await generate(name, {
      algorithm: 'sha256',
      extensions: [
        // Clients add it to the authorities that they trust.
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
            { type: 7, ip: '::1' },
          ],
        },
      ],
    });
    const pem = `${cert.trim()}\n${key.trim()}\n`;
    await writeFile(file, pem, { mode: 0o600 });
    return pem;
  } catch (error) {
    throw new UsageError(`Failed to keep a certificate in ${file}: ${explainFileError(error)}.`);
  }
}
