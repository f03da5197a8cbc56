/** A piece of a file with places to fill in, independent of its syntax. */
export type Template = string | number | boolean | Stop | readonly Template[] | TemplateMap;

export interface TemplateMap {
  readonly [key: string]: Template;
}

/** A place to fill in: the tab key goes from one to the next. */
export class Stop {
  constructor(
    readonly sample: string | number,
    /** Where only some words are right. */
    readonly choices: readonly string[] = [],
  ) {}
}

export function stop(sample: string | number): Stop {
  return new Stop(sample);
}

export function choice(...words: readonly [string, ...string[]]): Stop {
  return new Stop(words[0], words);
}

export function isList(template: Template): template is readonly Template[] {
  return Array.isArray(template);
}

export function isMap(template: Template): template is TemplateMap {
  return typeof template === 'object' && !(template instanceof Stop) && !isList(template);
}
