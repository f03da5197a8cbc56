import { spawn } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { out, root } from './paths';

export const vsixPath = join(out, 'tuning-lens.vsix');

/**
 * Packages the extension with the `package` script.
 * @returns what vsce had to say.
 */
export async function packageExtension(): Promise<string> {
  await mkdir(out, { recursive: true });
  let said = '';
  const code = await new Promise<number | null>((resolve, reject) => {
    const npm = spawn('npm', ['run', '--silent', 'package', '--', '--out', vsixPath], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    npm.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    npm.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    npm.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new Error(`Packaging ended with exit code ${code}:\n${said}`);
  return said;
}

export interface ZipEntry {
  readonly name: string;
  /** Bytes, as stored in the archive. */
  readonly compressed: number;
  /** Bytes, unpacked. */
  readonly size: number;
}

/** The files of a zip archive, from its central directory (APPNOTE.TXT 4.3.12). @throws RangeError when it is none. */
export async function zipEntries(path: string): Promise<ZipEntry[]> {
  const zip = await readFile(path);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      compressed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
