import { analysing, type Analysis, type AnalysisSettings } from '../analyse';
import { mayHoldSearchSpace } from '../formats/tells';
import type { Work } from '../numeric/work';
import type { SourceLanguage } from '../text/source';

/** A search space is written by hand; what is larger is data. In UTF-16 code units. */
export const largestScanned = 100_000;

/** What looking through files needs from the world. */
export interface Scan<File> {
  /** The text of a file; undefined for one that cannot be read or is not to be looked at. */
  read(file: File): Promise<string | undefined>;
  language(file: File): SourceLanguage | undefined;
  path(file: File): string;
  /** What the user's settings say of a file; undefined where it is not to be checked. */
  settings(file: File): AnalysisSettings | undefined;
  found(file: File, text: string, analysis: Analysis): void;
  /** Called after each slice with how many files have been looked at. */
  progress(done: number): void;
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Lets everything else that waits have its turn. */
  pause(): Promise<void>;
  readonly signal: { readonly aborted: boolean };
}

/** How long files are looked at before a pause; one step of a file's analysis more may come on top. */
const sliceMilliseconds = 6;

/** Files that are being read at the same time. */
const readers = 32;

/**
 * Looks for search spaces in files and checks them: plain-text tells first, a parser only for what bears them.
 *
 * @returns how many files were looked at, which is fewer than given when the signal was aborted.
 */
export async function scanFiles<File>(files: readonly File[], scan: Scan<File>): Promise<number> {
  const waiting = files.values();
  let done = 0;
  let sliceEnd = scan.now() + sliceMilliseconds;
  let pausing: Promise<void> | undefined;
  const pauseOnce = async (): Promise<void> => {
    scan.progress(done);
    await scan.pause();
    sliceEnd = scan.now() + sliceMilliseconds;
    pausing = undefined;
  };
  const whenFree = async (): Promise<void> => {
    while (scan.now() >= sliceEnd) await (pausing ??= pauseOnce());
  };
  const reader = async (): Promise<void> => {
    for (const file of waiting) {
      if (scan.signal.aborted) return;
      const text = await scan.read(file);
      await whenFree();
      const work = text === undefined ? undefined : look(file, text, scan);
      let step = work?.next();
      while (step?.done === false && !scan.signal.aborted) {
        await whenFree();
        step = work?.next();
      }
      if (scan.signal.aborted) return;
      if (text !== undefined && step?.value) scan.found(file, text, step.value);
      done++;
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  scan.progress(done);
  return done;
}

function look<File>(file: File, text: string, scan: Scan<File>): Work<Analysis | undefined> | undefined {
  const language = scan.language(file);
  const settings = scan.settings(file);
  if (language === undefined || settings === undefined || text.length > largestScanned) return undefined;
  if (settings.format === undefined && !mayHoldSearchSpace(text, language)) return undefined;
  return analysing(text, language, scan.path(file), settings);
}

/** What a file of a name is read as; undefined for names that no search space has. */
export function languageOfFile(path: string): SourceLanguage | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  switch (ending) {
    case 'yaml':
    case 'yml':
      return 'yaml';
    case 'json':
    case 'jsonc':
      return 'json';
    case 'py':
      return 'python';
    case 'pcs':
      return 'text';
    case 'txt':
      return /(?:param|irace)[^/]*$/i.test(path) ? 'text' : undefined;
    default:
      return undefined;
  }
}
