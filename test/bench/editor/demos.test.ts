import { writeFile } from 'node:fs/promises';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { demoCommands } from '../../../src/host/demoCommands';
import { closeAll } from '../../editor/support';
import { median, milliseconds, type Figure } from '../figure';

const runs = 3;

/** Resolves once the extension host has had next to nothing to do for a while. */
async function idle(window: number): Promise<void> {
  for (let busy = 1; busy > 0.1;) {
    const before = performance.eventLoopUtilization();
    await delay(window);
    busy = performance.eventLoopUtilization(before).utilization;
  }
}

describe('Demonstrations in the extension host', function () {
  this.timeout(600_000);
  const figures: Figure[] = [];

  before(async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (!folder) throw new Error('no workspace');
    const sweep = vscode.Uri.joinPath(folder.uri, 'wandb', 'sweep.yaml');
    await vscode.window.showTextDocument(sweep);
    for (const { command } of demoCommands) {
      await vscode.commands.executeCommand(command, sweep);
      await idle(700);
    }
  });

  after(async () => {
    await closeAll();
    await writeFile(String(process.env['TUNING_LENS_FIGURES']), JSON.stringify(figures));
  });

  for (const { demo, command } of demoCommands) {
    it(`keeps the host free during ${demo}`, async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      const p99: number[] = [];
      const longest: number[] = [];
      for (let run = 0; run < runs; run++) {
        await idle(700);
        const histogram = monitorEventLoopDelay({ resolution: 1 });
        histogram.enable();
        await vscode.commands.executeCommand(command, uri);
        await idle(300);
        histogram.disable();
        p99.push(histogram.percentile(99) / 1e6);
        longest.push(histogram.max / 1e6);
      }
      figures.push({
        figure: `event-loop block during ${demo}, p99`,
        ours: `${milliseconds(median(p99))} (longest ${milliseconds(median(longest))})`,
        target: '≤ 16 ms',
      });
    });
  }

  it('stops soon after a cancel', async () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const latencies: number[] = [];
    for (let run = 0; run < 5; run++) {
      await idle(500);
      await vscode.commands.executeCommand('tuningLens.acquire', uri);
      await delay(40);
      const asked = performance.now();
      await vscode.commands.executeCommand('tuningLens.cancelRun');
      await idle(10);
      latencies.push(performance.now() - asked - 10);
    }
    figures.push({ figure: 'cancel to idle', ours: milliseconds(median(latencies)), target: '≤ 100 ms' });
  });
});
