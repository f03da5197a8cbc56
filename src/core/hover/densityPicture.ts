import { axisPosition, displayAxis, type DisplayAxis } from '../space/displayAxis';
import { cumulative, cumulativeBelow, decadeShares } from '../space/distribution';
import type { Choice, FloatDomain, IntegerDomain } from '../space/domain';
import type { DrawableParameter } from '../space/searchSpace';
import { choiceLabel } from '../space/values';
import { formatNumber } from '../text/formatNumber';
import { shorten } from '../text/shorten';
import { densityCurve, levelBars, type CurvePoint } from './densityCurve';
import { percent } from './domainText';
import { Drawing } from './drawing';

import { pictureText } from './pictureText';
import { palettes, type Palette, type ThemeKind } from './pictureTheme';

export const pictureSize = { width: 300, height: 90 } as const;

export interface Picture {
  readonly svg: string;
  /** What the picture shows, with its numbers. */
  readonly alt: string;
}

// The plot's frame within the picture, in pixels.
const left = 10;
const right = pictureSize.width - 10;
const top = 18;
const base = 68;
const labelLine = 84;
const shareLine = 13;

const shownChoices = 10;

/** The density of a parameter on the axis that shows it best: at most 4 KB of SVG on a transparent ground. */
export function densityPicture({ name, domain }: DrawableParameter, theme: ThemeKind): Picture {
  const alt = pictureText(name, domain);
  const drawing = new Drawing(pictureSize.width, pictureSize.height, alt);
  const palette = palettes[theme];
  switch (domain.kind) {
    case 'constant':
      drawChoices(drawing, [{ value: domain.value, label: choiceLabel(domain.value), weight: 1 }], palette);
      break;
    case 'categorical':
    case 'ordinal':
      drawChoices(drawing, domain.choices, palette);
      break;
    case 'float':
    case 'integer':
      drawDensity(drawing, domain, palette);
  }
  drawing.line(left, base, right, base, palette.foreground);
  return { svg: drawing.toString(), alt };
}

function drawDensity(drawing: Drawing, domain: FloatDomain | IntegerDomain, palette: Palette): void {
  const axis = displayAxis(domain);
  if (axis.log) drawDecades(drawing, domain, axis, palette);
  const bars = levelBars(domain, axis);
  if (bars) drawBars(drawing, bars, palette);
  else drawCurve(drawing, densityCurve(domain, axis), palette);
  const { foreground } = palette;
  const goesOn = {
    below: cumulativeBelow(domain, axis.low) > 0,
    above: cumulative(domain, axis.high) < 1 - 1e-9,
  };
  const [low, high] = [formatNumber(axis.low), formatNumber(axis.high)];
  drawing.text(left, labelLine, goesOn.below ? `… ${low}` : low, 'start', foreground);
  drawing.text(right, labelLine, goesOn.above ? `${high} …` : high, 'end', foreground);
}

/** Shades every other decade, writes its share of the draws over it and its powers of ten under it. */
function drawDecades(
  drawing: Drawing,
  domain: FloatDomain | IntegerDomain,
  axis: DisplayAxis,
  { foreground, shadeOpacity }: Palette,
): void {
  const shares = decadeShares(domain);
  if (shares.length < 2 || shares.length > 40) return;
  const edge = (x: number): number => {
    return xAt(axisPosition(axis, Math.min(axis.high, Math.max(axis.low, x))));
  };
  shares.forEach(({ low, high, share }, i) => {
    const [from, to] = [edge(low), edge(high)];
    if (i % 2 === 0) drawing.rectangle(from, top, to - from, base - top, foreground, shadeOpacity);
    if (to - from >= 34) drawing.text((from + to) / 2, shareLine, percent(share), 'middle', foreground);
    if (i === 0) return;
    drawing.line(from, base, from, base + 4, foreground);
    const clear = from - left >= 60 && right - from >= 60 && to - from >= 30;
    if (clear) drawing.text(from, labelLine, formatNumber(low), 'middle', foreground);
  });
}

function drawCurve(drawing: Drawing, points: readonly CurvePoint[], { data, areaOpacity }: Palette): void {
  const path = points.map(({ position, height }) => [xAt(position), yAt(height)] as const);
  drawing.area(path, base, data, areaOpacity);
}

function drawBars(drawing: Drawing, bars: readonly CurvePoint[], palette: Palette): void {
  const { data, areaOpacity, foreground } = palette;
  const centres = bars.map(({ position }) => xAt(position));
  const gaps = centres.slice(1).map((x, i) => x - (centres[i] ?? x));
  const width = Math.max(1, Math.min(10, 0.7 * Math.min(right - left, ...gaps)));
  const drawn = bars.map(({ height }, i) => ({ x: (centres[i] ?? left) - width / 2, y: yAt(height), width }));
  drawing.bars(drawn, base, data, areaOpacity);
  drawing.ticks(centres, base, foreground);
}

function drawChoices(drawing: Drawing, choices: readonly Choice[], palette: Palette): void {
  const { data, areaOpacity, foreground } = palette;
  const shown = choices.slice(0, choices.length > shownChoices ? shownChoices - 1 : shownChoices);
  const hidden = choices.length - shown.length;
  const slot = (right - left) / (shown.length + (hidden > 0 ? 1 : 0));
  const width = Math.min(40, slot * 0.7);
  const highest = Math.max(...shown.map(({ weight }) => weight));
  const centre = (i: number): number => left + (i + 0.5) * slot;
  const label = (i: number, text: string): void => {
    drawing.text(
      centre(i),
      labelLine,
      shorten(text, Math.max(2, Math.floor((slot - 3) / 6.2))),
      'middle',
      foreground,
    );
  };
  const bars = shown.map(({ weight }, i) => ({ x: centre(i) - width / 2, y: yAt(weight / highest), width }));
  drawing.bars(bars, base, data, areaOpacity);
  shown.forEach((choice, i) => {
    label(i, choice.label);
    if (slot >= 34) drawing.text(centre(i), shareLine, percent(choice.weight), 'middle', foreground);
  });
  if (hidden > 0) label(shown.length, `+${hidden}`);
}

function xAt(position: number): number {
  return left + position * (right - left);
}

function yAt(height: number): number {
  return base - height * (base - top);
}
