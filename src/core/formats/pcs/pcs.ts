import type { SourceDocument } from '../../text/source';
import type { Format } from '../format';
import { readDeclaration } from './declaration';
import { linesOf, type Line } from './lines';
import { readPcs } from './readPcs';
import { PcsError } from './scanner';

/** A parameter configuration space file of SMAC and ConfigSpace, in its old or its new syntax. */
export const pcs: Format = {
  id: 'pcs',
  label: 'PCS',
  recognise,
  read: document => [readPcs(linesIn(document))],
};

/** Most of the lines that could be declarations are. */
function recognise(document: SourceDocument): number {
  if (document.language !== 'text') return 0;
  const candidates = linesIn(document).filter(({ kind }) => kind === 'declaration' || kind === 'other');
  const declared = candidates.filter(line => line.kind === 'declaration' && isDeclaration(line)).length;
  if (declared === 0 || declared * 2 < candidates.length) return 0;
  return document.path?.endsWith('.pcs') ? 1 : 0.9;
}

/** None of a text that was refused for its size. */
function linesIn({ text, problems }: SourceDocument): Line[] {
  return problems.length > 0 ? [] : linesOf(text);
}

function isDeclaration({ text, offset }: Line): boolean {
  try {
    readDeclaration(text, offset);
    return true;
  } catch (error) {
    if (error instanceof PcsError) return false;
    throw error;
  }
}
