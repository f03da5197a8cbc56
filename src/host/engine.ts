/**
 * Everything heavy, in one module of its own: the YAML parser, the checks, the numerics and the demonstrations.
 * It is imported on first need (see `loadEngine.ts`), never by activation.
 */
export { analyse } from '../core/analyse';
export { fixAll } from '../core/checks/fixAll';
export { rules } from '../core/checks/catalogue';
export { convert } from '../core/convert/convert';
export { convertTargets } from '../core/convert/targets';
export { completions } from '../core/editing/completions';
export { outline } from '../core/editing/outline';
export { destinationAt } from '../core/editing/parents';
export { renameEdits, renameTarget } from '../core/editing/rename';
export { languageOfFile, scanFiles } from '../core/editing/scanFiles';
export { topicsOf } from '../core/demos/chapters';
export { demos } from '../core/demos/index';
export { drive } from '../core/demos/drive';
export { DemoError, resolveOptions } from '../core/demos/demo';
export { formats } from '../core/formats/index';
export { describeParameter } from '../core/hover/describeParameter';
export { densityPicture } from '../core/hover/densityPicture';
export { standaloneHtml } from '../core/report/standaloneHtml';
export { emptySpace } from '../core/space/emptySpace';
export { theoryCells } from '../core/theory/cells';
export { theoryNotebook } from '../core/theory/notebook';
export { kindTitle } from '../core/theory/report';
export { topicTitle } from '../core/theory/topics';
export { LineIndex } from '../core/text/lineIndex';
export { parseSource } from '../core/text/parse';
export { config as configureTranslations } from '@vscode/l10n';
export { default as sampleTexts } from 'bundled-samples';
