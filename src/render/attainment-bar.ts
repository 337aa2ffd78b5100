// Geometry of an attainment bar: how far it is filled, the mark at 100%, and the success stretch.
// In: an exact attainment. Out: numbers for SVG attributes.

import { scaleLinear } from 'd3-scale';
import { type Exact, exactText } from '../core/index.ts';

export interface AttainmentBar {
  readonly width: number;
  readonly height: number;
  readonly filled: number;
  /** Where 100% is. */
  readonly full: number;
  /** The stretch from which on a result is a success. */
  readonly success: { readonly from: number; readonly width: number };
  readonly isBeyond: boolean;
}

const BAR = { width: 90, height: 8, most: 1.5 };

/** `successFrom` is where the practice of this kind of component begins to speak of a success. */
export function attainmentBar(attainment: Exact, successFrom: number): AttainmentBar {
  const scale = scaleLinear([0, BAR.most], [0, BAR.width]).clamp(true);
  const share = Number(exactText(attainment));
  const from = Math.round(scale(successFrom));
  return {
    width: BAR.width,
    height: BAR.height,
    filled: Math.round(scale(share)),
    full: scale(1),
    success: { from, width: BAR.width - from },
    isBeyond: share > BAR.most,
  };
}
