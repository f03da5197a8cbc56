import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import reference from '../../fixtures/sobol.json';
import lowDiscrepancy from '../../fixtures/oracles/lowDiscrepancy.json';
import { randomStream } from '../../../src/core/numeric/random';
import { discrepancy } from '../../../src/core/sampling/discrepancy';
import { sobolDimensions, sobolPoints, sobolSource } from '../../../src/core/sampling/sobol';

describe("Sobol's sequence", () => {
  const exact = Object.entries(reference.sobol).filter(([dimension]) => !dimension.includes('_'));

  for (const [dimension, { rows, sha256 }] of exact) {
    it(`is bit for bit SciPy's in ${dimension} dimensions`, () => {
      const points = first(1024, Number(dimension));
      for (const [index, row] of Object.entries(rows)) {
        assert.deepEqual([...(points[Number(index)] ?? [])], row);
      }
      const flat = Float64Array.from(points.flatMap(point => [...point]));
      assert.equal(createHash('sha256').update(new Uint8Array(flat.buffer)).digest('hex'), sha256);
    });
  }

  it("is bit for bit SciPy's in 1111 dimensions", () => {
    const { sha256_f64le_rowmajor: sha256, row63_last5: last } = lowDiscrepancy.sobol1111;
    const points = first(64, 1111);
    assert.deepEqual([...(points[63]?.slice(-5) ?? [])], last);
    const flat = Float64Array.from(points.flatMap(point => [...point]));
    assert.equal(createHash('sha256').update(new Uint8Array(flat.buffer)).digest('hex'), sha256);
  });

  it('gives the same points however many are asked for at a time', () => {
    const rows = new Float64Array(100 * 7);
    sobolSource(7, randomStream(3))(rows, 100);
    assert.deepEqual(rows, Float64Array.from(first(100, 7, randomStream(3)).flatMap(point => [...point])));
  });

  it('fills each of 1024 slices of every axis once, scrambled or not', () => {
    for (const stream of [undefined, randomStream(5)]) {
      const points = first(1024, sobolDimensions, stream);
      for (let axis = 0; axis < sobolDimensions; axis++) {
        const slices = new Set(points.map(point => Math.floor((point[axis] ?? NaN) * 1024)));
        assert.equal(slices.size, 1024, `axis ${axis}`);
      }
    }
  });

  it('when scrambled is as even as the scrambled sequences of SciPy', () => {
    for (const [dimension, count] of [
      [2, 64],
      [5, 128],
      [10, 256],
    ] as const) {
      const key = `d${dimension}_n${count}` as keyof typeof reference.centredDiscrepancy;
      const { scrambledMin, scrambledMax } = reference.centredDiscrepancy[key];
      const seen = Array.from({ length: 9 }, (_, seed) =>
        discrepancy('centred', first(count, dimension, randomStream(seed))),
      ).sort((a, b) => a - b);
      const median = seen[4] ?? NaN;
      assert.ok(median > scrambledMin * 0.97 && median < scrambledMax * 1.03, `${key}: ${median}`);
    }
  });

  it('when scrambled never stands at 0 and depends on the seed alone', () => {
    const points = first(256, 3, randomStream(1));
    assert.ok(points.every(point => point.every(x => x > 0 && x < 1)));
    assert.deepEqual(points, first(256, 3, randomStream(1)));
    assert.notDeepEqual(points, first(256, 3, randomStream(2)));
  });

  it('goes on with random coordinates beyond its direction numbers', () => {
    const [point] = first(1, sobolDimensions + 2, randomStream(1));
    assert.ok(point && point.length === sobolDimensions + 2 && point.every(x => x > 0 && x < 1));
  });
});

function first(count: number, dimension: number, stream?: ReturnType<typeof randomStream>): Float64Array[] {
  const points = sobolPoints(dimension, stream);
  return Array.from({ length: count }, () => points.next().value);
}
