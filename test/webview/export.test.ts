import assert from 'node:assert/strict';
import type { TopLevelSpec } from 'vega-lite';
import type { FromPanel } from '../../src/protocol';
import { fixtureSnapshot } from './fixtureSnapshot';
import { closeBrowser, openPage, type Opened } from './openPage';
import { painted } from './settled';

const title = 'lr against wd by sampler';

async function choose(opened: Opened, button: string, item: string): Promise<FromPanel> {
  const { page } = opened;
  const before = (await opened.posted()).length;
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.waitForFunction(count => window.posted.length > count, before);
  const message = (await opened.posted()).at(-1);
  assert.ok(message !== undefined);
  return message;
}

async function saved(opened: Opened, button: string, item: string): Promise<string> {
  const message = await choose(opened, button, item);
  assert.equal(message.type, 'save');
  return message.type === 'save' ? message.content : '';
}

describe('exports', () => {
  let opened: Opened;
  before(async () => {
    opened = await openPage();
    await opened.show(fixtureSnapshot());
    await painted(opened);
  });
  after(closeBrowser);

  it('an SVG stands alone: its own colours and background, a title, a description with the seed', async () => {
    const svg = await saved(opened, `Export ${title}`, 'Save as SVG');
    assert.doesNotMatch(svg, /var\(|theme:|class="[^"]*vscode/);
    assert.match(svg, new RegExp(`<title>${title}</title>`));
    assert.match(svg, /<desc>200 trials .*seed 7.*<\/desc>/);
    assert.match(svg, /fill="#1f1f1f"/);
    const drawn = await opened.page.evaluate(
      text => new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('path').length,
      svg,
    );
    assert.ok(drawn > 200);
  });

  it('a PNG has twice the pixels of the picture', async () => {
    const bytes = Buffer.from(await saved(opened, `Export ${title}`, 'Save as PNG'), 'base64');
    assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    const width = await opened.page.locator('.picture svg').first().getAttribute('width');
    assert.equal(bytes.readUInt32BE(16), 2 * Number(width));
  });

  it('a CSV has every row with all its digits', async () => {
    const lines = (await saved(opened, `Export ${title}`, 'Save the data as CSV')).trimEnd().split('\r\n');
    assert.equal(lines.length, 201);
    assert.equal(lines[0], 'sampler,lr,wd');
    assert.ok((lines[1]?.length ?? 0) > 30);
  });

  it('the JSON of a chart says what determines it', async () => {
    const json: unknown = JSON.parse(await saved(opened, `Export ${title}`, 'Save the data as JSON'));
    const { provenance, chart, rows } = json as {
      provenance: object;
      chart: { id: string };
      rows: unknown[];
    };
    assert.deepEqual(provenance, fixtureSnapshot().report?.provenance);
    assert.equal(chart.id, 'pairs');
    assert.equal(rows.length, 200);
  });

  it('the copied specification compiles elsewhere, data included', async () => {
    const message = await choose(opened, `Export ${title}`, 'Copy the Vega-Lite specification');
    assert.equal(message.type, 'copy');
    const spec = JSON.parse(message.type === 'copy' ? message.text : '') as TopLevelSpec;
    const { compile } = await import('vega-lite');
    const { data } = compile(spec).spec;
    const trials = data?.find(({ name }) => name === 'trials');
    assert.equal((trials as { values: unknown[] }).values.length, 200);
  });

  it('the report goes out as JSON, as a page made by the host, and as a command', async () => {
    const json: unknown = JSON.parse(await saved(opened, 'Export', 'Save the report as JSON'));
    assert.deepEqual(json, JSON.parse(JSON.stringify(fixtureSnapshot().report)));
    assert.deepEqual(await choose(opened, 'Export', 'Save as a web page'), {
      type: 'save',
      name: 'sampling',
      format: 'html',
      content: '',
    });
    const command = await choose(opened, 'Export', 'Copy the command that makes it again');
    assert.match(
      command.type === 'copy' ? command.text : '',
      /^npx tuning-lens demo sampling sweep.yaml --seed 7 /,
    );
  });
});
