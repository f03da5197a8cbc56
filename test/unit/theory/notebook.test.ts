import assert from 'node:assert/strict';
import { theoryCells } from '../../../src/core/theory/cells';
import { theoryNotebook } from '../../../src/core/theory/notebook';
import { digits } from '../../../src/core/theory/digits';
import { fusedDot } from '../../../src/core/theory/fusedDot';

interface NotebookCell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: readonly string[];
  readonly outputs?: readonly { readonly output_type: string; readonly text?: readonly string[] }[];
}

describe('the exported notebook', () => {
  const notebook = JSON.parse(theoryNotebook(theoryCells)) as {
    readonly nbformat: number;
    readonly nbformat_minor: number;
    readonly cells: readonly NotebookCell[];
  };

  it('is nbformat 4.5 with a text and a program for each cell', () => {
    assert.deepEqual([notebook.nbformat, notebook.nbformat_minor], [4, 5]);
    assert.equal(notebook.cells.length, 2 + 2 * 24);
    assert.equal(new Set(notebook.cells.map(({ id }) => id)).size, notebook.cells.length);
    for (const { id, cell_type: type, outputs } of notebook.cells) {
      assert.match(id, /^[\w-]{1,64}$/);
      assert.equal(outputs !== undefined, type === 'code');
    }
  });

  it('calls NumPy with the parameters of the cell and carries what it prints', () => {
    const third = notebook.cells.find(({ id }) => id === 'cell-3');
    assert.deepEqual(third?.source, ['stochastic(s=44)']);
    const [printed] = third?.outputs ?? [];
    assert.match(printed?.text?.join('') ?? '', /^Full gradient 0\.32505, -0\.44934, 0\.61409, .*\nPASS: /);
  });

  it('names colours, not the tokens of a theme', () => {
    assert.doesNotMatch(theoryNotebook(theoryCells), /theme:/);
    assert.match(theoryNotebook(theoryCells), /#0077BB/);
  });
});

describe('numbers as Python prints them', () => {
  it('round a tie to the even digit', () => {
    assert.equal(digits(1.1340625, 6), '1.134062');
    assert.equal(digits(0.375, 2), '0.38');
    assert.equal(digits(-0.125, 2), '-0.12');
    assert.equal(digits(0.1, 6), '0.100000');
    assert.equal(digits(NaN, 2), 'NaN');
  });

  it('come from sums with one rounding for each product', () => {
    // numpy.dot, NumPy 2.4.6 with fused multiply-add; without it 2.2681250000000004.
    const theta = [1.35, -0.35, 0.125];
    assert.equal(fusedDot(theta, [1.35, -1.0499999999999998, 0.625]), 2.268125);
  });
});
