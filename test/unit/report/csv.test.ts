import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csv } from '../../../src/core/report/csv';
import type { Column, Row } from '../../../src/core/report/report';

const columns: Column[] = [
  { key: 'name', title: 'Name', kind: 'parameter' },
  { key: 'value', title: 'Value', kind: 'number' },
];

describe('rows as comma-separated values', () => {
  it('have a header of keys and one CRLF line per row', () => {
    const text = csv(columns, [{ name: 'lr', value: 0.1 }]);
    assert.equal(text, 'name,value\r\nlr,0.1\r\n');
  });

  it('keep every digit of a number', () => {
    assert.match(csv(columns, [{ name: 'x', value: 0.1 + 0.2 }]), /0\.30000000000000004/);
  });

  it('leave missing and null cells empty', () => {
    assert.equal(csv(columns, [{ name: null }]), 'name,value\r\n,\r\n');
  });

  it('do not take a key of Object.prototype for a cell', () => {
    const column: Column = { key: 'constructor', title: 'x', kind: 'text' };
    assert.equal(csv([column], [{}]), 'constructor\r\n\r\n');
  });

  it('read back as they were, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), value: fc.double() })), rows => {
        const back = parse(csv(columns, rows as Row[])).slice(1);
        assert.deepEqual(
          back,
          rows.map(({ name, value }) => [name, String(value)]),
        );
      }),
    );
  });
});

/** A reader of RFC 4180, written for this test alone. */
function parse(text: string): string[][] {
  const records: string[][] = [];
  let rest = text;
  let record: string[] = [];
  while (rest !== '') {
    const [whole = '', quoted, plain = '', end = ''] =
      /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    if (whole === '') throw new Error(`not CSV: ${rest}`);
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') {
      records.push(record);
      record = [];
    }
    rest = rest.slice(whole.length);
  }
  return records;
}
