import { join } from 'node:path';

export const root = join(__dirname, '..', '..');
/** Everything built for tests and thrown away. */
export const out = join(root, 'out');
/** Everything installed for tests and kept between runs. */
export const cache = join(root, '.vscode-test');
export const samples = join(root, 'media', 'samples');
