import { numberText } from './numberText';
import type { ScalarNode } from './source';

const core = 'tag:yaml.org,2002:';

/** The tags every YAML loader knows, as they are written. */
const known =
  /^(?:!!|!<tag:yaml\.org,2002:)(?:str|int|float|bool|null|seq|map|binary|timestamp|set|omap|pairs)>?(?![\w/:.-])|^!(?=\s)/;

export function isKnownTag(textAtTag: string): boolean {
  return known.test(textAtTag);
}

/**
 * The text and style of a scalar with a tag, chosen so that every dialect reads what the tag asks for:
 * `!!float 1e-4` is a number even to PyYAML, `!!str 5` is text to all.
 */
export function tagged(
  text: string,
  style: ScalarNode['style'],
  tag: string | undefined,
): Pick<ScalarNode, 'text' | 'style'> {
  if (tag === '!' || tag === `${core}str`) return { text, style: style === 'block' ? style : 'quoted' };
  if (tag === `${core}float` || tag === `${core}int`) {
    const number = Number(text.replaceAll('_', ''));
    if (text.trim() === '' || !Number.isFinite(number)) return { text, style: 'plain' };
    const written = numberText(number, 'pyyaml');
    return {
      text: tag.endsWith('float') && /^-?\d+$/.test(written) ? `${written}.0` : written,
      style: 'plain',
    };
  }
  return { text, style };
}
