import type { Provenance } from './report';

/**
 * The suggested name of an exported file, `<file>-<part>-seed<N>.<extension>`: the seed is enough to make it again.
 * `part` is a chart's or a demonstration's id. Characters that file systems refuse become hyphens.
 */
export function exportName(provenance: Provenance, part: string, extension: string): string {
  const file = (provenance.file ?? 'report').replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  const name = `${file}-${part}-seed${provenance.seed}`;
  return `${name.replaceAll(/[^\p{Letter}\p{Number}._-]+/gu, '-')}.${extension}`;
}
