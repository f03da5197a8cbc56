import {
  DemoError,
  resolveOptions,
  type Control,
  type DemoDocument,
  type DemoInput,
} from '../../core/demos/demo';
import { drive } from '../../core/demos/drive';
import { demos } from '../../core/demos/index';
import { formats } from '../../core/formats/index';
import { emptySpace } from '../../core/space/emptySpace';
import type { SearchSpace } from '../../core/space/searchSpace';
import type { OptionValue, Report } from '../../core/report/report';
import type { Status } from '../../protocol';
import { fileName } from '../documents';
import { pause, rest } from './pause';
import type { Subject } from './subject';

/** How long a demonstration may keep the extension host to itself. */
const sliceMilliseconds = 4;
const progressInterval = 100;

/** What a run has to say so far. */
export interface RunState {
  readonly status: Status;
  readonly report?: Report | undefined;
  readonly controls: readonly Control[];
  readonly options: Readonly<Record<string, OptionValue>>;
}

/**
 * Runs the subject's demonstration on a space, in slices. Reports through `onState`, the last of which is final, and
 * through `onStatus` while only the status changes: a report of thousands of rows is not sent at every step.
 */
export async function runReport(
  subject: Subject,
  space: SearchSpace,
  context: {
    readonly signal: AbortSignal;
    readonly toolVersion: string;
    readonly document: DemoDocument;
    /** Whether the page has yet to show its first report. */
    starting(): boolean;
    onState(state: RunState): void;
    onStatus(status: Status): void;
  },
): Promise<void> {
  const demo = demos.find(({ id }) => id === subject.demo) ?? demos[0];
  if (demo === undefined) return;
  const controls = demo.controls(space);
  const options = resolveOptions(controls, subject.options);
  let told: RunState | undefined;
  const tell = (status: Status, report?: Report): void => {
    if (status.kind === 'running' && told !== undefined && told.report === report) {
      context.onStatus(status);
      return;
    }
    told = { status, report, controls, options };
    context.onState(told);
  };
  let lastTold = performance.now();
  let latest: Report | undefined;
  try {
    const run = demo.run({
      space,
      options,
      seed: subject.seed,
      document: context.document,
      source: sourceOf(subject, space, context.toolVersion),
    });
    const report = await drive(run, {
      now: () => performance.now(),
      // A page that starts has more use for the machine than what comes after the first report.
      pause: () => (latest !== undefined && context.starting() ? rest() : pause()),
      sliceMilliseconds,
      signal: context.signal,
      onProgress: ({ fraction, message, partial }) => {
        const first = latest === undefined && partial !== undefined;
        latest = partial ?? latest;
        if (!first && performance.now() - lastTold < progressInterval) return;
        lastTold = performance.now();
        tell({ kind: 'running', fraction, message }, latest);
      },
    });
    tell(report === undefined ? { kind: 'cancelled' } : { kind: 'done' }, report ?? latest);
  } catch (error) {
    if (!(error instanceof DemoError)) throw error;
    tell({ kind: 'empty', message: error.message });
  }
}

function sourceOf(subject: Subject, space: SearchSpace, toolVersion: string): DemoInput['source'] {
  if (space === emptySpace) return { toolVersion };
  const format = formats.find(({ id }) => id === space.format)?.label;
  return { file: fileName(subject.uri), format, toolVersion };
}
