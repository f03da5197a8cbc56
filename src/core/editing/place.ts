import type { MapNode, SourceDocument, SourceNode } from '../text/source';
import { jsonProbe } from './jsonProbe';
import { marker, type Written } from './probe';
import { yamlProbe } from './yamlProbe';

/**
 * Where in a half-written document the caret stands. The text is repaired by writing a marker there, so that a
 * forgiving parser says what it would be part of.
 */
export interface Place {
  /** The document with the marker in it; its ranges are not those of the text. */
  readonly document: SourceDocument;
  /** Which of the document's roots the caret is in. */
  readonly root: SourceNode;
  /** From the root to the place; the last is what holds the marker. */
  readonly steps: readonly [Step, ...Step[]];
  /** Whether a key or a value is being written. */
  readonly role: 'key' | 'value';
  /** Inside brackets. */
  readonly flow: boolean;
  readonly written: Written;
}

/** A collection, and the key or index under which the next step, or the marker itself, is found in it. */
export type Step =
  | { readonly kind: 'map'; readonly map: MapNode; readonly key: string }
  | { readonly kind: 'list'; readonly index: number };

/** Total: undefined where nothing can be written, as in a comment. */
export function placeAt(text: string, offset: number, language: 'yaml' | 'json'): Place | undefined {
  const inside = Math.min(Math.max(0, offset), text.length);
  const probe = language === 'json' ? jsonProbe(text, inside) : yamlProbe(text, inside);
  if (probe === undefined) return undefined;
  for (const root of probe.document.roots) {
    const found = find(root);
    const [first, ...others] = found?.steps ?? [];
    if (found === undefined || first === undefined) continue;
    const flow = language === 'json' || isFlow(found.holder, probe.document.text);
    return { ...probe, root, steps: [first, ...others], role: found.role, flow };
  }
  return undefined;
}

interface Found {
  readonly steps: readonly Step[];
  readonly role: Place['role'];
  readonly holder: SourceNode;
}

function find(node: SourceNode): Found | undefined {
  switch (node.kind) {
    case 'scalar':
      return undefined;
    case 'list':
      for (const [index, item] of node.items.entries()) {
        const step: Step = { kind: 'list', index };
        const inner = isMarker(item) ? { steps: [], role: 'value' as const, holder: node } : find(item);
        if (inner) return { ...inner, steps: [step, ...inner.steps] };
      }
      return undefined;
    case 'map':
      for (const { key, value } of node.entries) {
        const step: Step = { kind: 'map', map: node, key: key.text };
        const here = { steps: [step], holder: node };
        if (isMarker(key)) return { ...here, role: 'key' };
        if (isMarker(value)) return { ...here, role: 'value' };
        const inner = find(value);
        if (inner) return { ...inner, steps: [step, ...inner.steps] };
      }
      return undefined;
  }
}

/** An unfinished line above may have been drawn into the same scalar. */
export function isMarker(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.text.includes(marker);
}

function isFlow({ range }: SourceNode, text: string): boolean {
  return '{['.includes(text.charAt(range.start)) && text.charAt(range.start) !== '';
}
