import type { Finding } from '../core/finding';
import type { SourceLanguage } from '../core/text/source';

/** What other extensions get from `vscode.extensions.getExtension('tuning-lens.tuning-lens').activate()`. */
export interface TuningLensApi {
  /** The findings on a text, or undefined when it is not a search space. */
  analyse(text: string, language: SourceLanguage, path?: string): Promise<readonly Finding[] | undefined>;
}
