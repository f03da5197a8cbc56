import { promotionsByLogarithm } from '../../fidelity/promotions';
import type { Stated } from '../../space/searchSpace';
import { pythonFloat } from '../../text/pythonNumber';
import { settingText, type Algorithm } from './experiment';

export interface HyperbandSettings {
  readonly maxResource: Stated;
  readonly eta: Stated;
  /** How many trials the widest bracket starts with: eta^⌊log r_l / log eta⌋. */
  readonly trials: number;
}

/** `hyperband/service.py`; undefined where its arithmetic fails. The default eta of 3 is stated by the algorithm's name. */
export function hyperbandSettings({ name, settings }: Algorithm): HyperbandSettings | undefined {
  const resource = settingText(settings, 'r_l');
  const written = settingText(settings, 'eta');
  const maxResource = resource && pythonFloat(resource.text);
  if (!resource || maxResource === undefined || !(maxResource > 0)) return undefined;
  const whole = Math.trunc(pythonFloat(written?.text ?? '3') ?? NaN);
  const eta = whole <= 0 ? 3 : whole;
  if (!(eta > 1)) return undefined;
  const trials = Math.ceil(eta ** promotionsByLogarithm(maxResource, eta));
  return {
    maxResource: { value: maxResource, range: resource.range },
    eta: { value: eta, range: written?.range ?? name.range },
    trials,
  };
}
