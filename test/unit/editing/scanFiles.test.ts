import assert from 'node:assert/strict';
import { languageOfFile, largestScanned, scanFiles, type Scan } from '../../../src/core/editing/scanFiles';

const sweep = 'method: random\nparameters:\n  lr: {min: 0.5, max: 0.1}\n';

/** A workspace in memory with a clock that a test turns. */
function workspace(files: Readonly<Record<string, string>>, more: Partial<Scan<string>> = {}) {
  const found: string[] = [];
  const told: number[] = [];
  let time = 0;
  const scan: Scan<string> = {
    read: path => Promise.resolve(files[path]),
    language: languageOfFile,
    path: path => path,
    settings: () => ({}),
    found: (path, _text, { findings }) => found.push(`${path} ${findings.length}`),
    progress: done => told.push(done),
    now: () => (time += 1),
    pause: () => Promise.resolve(),
    signal: { aborted: false },
    ...more,
  };
  return { scan, found, told, run: () => scanFiles(Object.keys(files), scan) };
}

describe('looking through a workspace', () => {
  it('finds the search spaces among other files, with their problems', async () => {
    const { run, found } = workspace({
      'a/sweep.yaml': sweep,
      'b/ci.yml': 'on: push\n',
      'c/space.json': '{"x": {"_type": "choice", "_value": [1, 2]}}',
      'd/notes.txt': sweep,
      'e/readme.md': sweep,
    });
    assert.equal(await run(), 5);
    assert.deepEqual(found, ['a/sweep.yaml 1', 'c/space.json 0']);
  });

  it('keeps to what the settings say of a file', async () => {
    const files = { 'never.yaml': sweep, 'plain.yaml': sweep };
    const settings = (path: string) => (path === 'never.yaml' ? undefined : { severities: {} });
    const { run, found } = workspace(files, { settings });
    await run();
    assert.deepEqual(found, ['plain.yaml 1']);
  });

  it('leaves out what cannot be read and what is too large to be written by hand', async () => {
    const large = `${sweep}# ${'x'.repeat(largestScanned)}`;
    const { run, found } = workspace({ 'large.yaml': large, 'a.yaml': sweep });
    await run();
    assert.deepEqual(found, ['a.yaml 1']);
    const unreadable = workspace({ 'a.yaml': sweep }, { read: () => Promise.resolve(undefined) });
    assert.equal(await unreadable.run(), 1);
    assert.deepEqual(unreadable.found, []);
  });

  it('pauses before it has held the thread for long, and says how far it is', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}.yaml`, sweep]));
    let pauses = 0;
    const pause = (): Promise<void> => Promise.resolve(void pauses++);
    const { run, told } = workspace(files, { pause });
    await run();
    // The clock goes on by one at each look at it, and a slice is six.
    assert.ok(pauses >= 200 / 6, `${pauses}`);
    assert.deepEqual(
      told,
      [...told].sort((a, b) => a - b),
    );
    assert.equal(told.at(-1), 200);
  });

  it('stops when it is told to', async () => {
    const files = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`${i}.yaml`, sweep]));
    const signal = { aborted: false };
    const { run, found } = workspace(files, {
      signal,
      progress: done => {
        if (done >= 100) signal.aborted = true;
      },
    });
    assert.ok((await run()) < 150);
    assert.ok(found.length < 150);
  });
});
