import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageExtension, vsixPath, zipEntries } from '../host/package';
import { root } from '../host/paths';
import { kilobytes, type Figure } from './figure';

/** What is downloaded, and what each part of the extension has to read. */
export async function measure(): Promise<Figure[]> {
  await packageExtension();
  const { size } = await stat(vsixPath);
  const files = (await zipEntries(vsixPath)).length;
  return [
    { figure: '.vsix', ours: kilobytes(size), target: '≤ 600 KB (Hex Editor 362, Error Lens 60)' },
    { figure: 'files in the .vsix', ours: String(files), target: '≤ 30 (Error Lens 32, Hex Editor 19)' },
    await bundle('activation bundle', 'extension.js', '≤ 100 KB (Error Lens 72)'),
    await bundle('features and web extension, on first need', 'extension.web.js'),
    await bundle('report page', 'webview.js', '≤ 888 KB (Vega Viewer)'),
    await bundle('command line', 'cli.js'),
  ];
}

async function bundle(figure: string, file: string, target?: string): Promise<Figure> {
  const content = await readFile(join(root, 'dist', file));
  const ours = `${kilobytes(content.length)} (${kilobytes(gzipSync(content).length)} gzipped)`;
  return { figure, ours, ...(target ? { target } : {}) };
}
