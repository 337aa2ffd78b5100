// What every part of a plan's pictures needs to write with. In: the picture and the reader's
// locale. Out: numbers and words, and what stands over all of them.

import type { PlanPicture } from '../../core/index.ts';
import type { Desk } from '../desk.ts';
import { formatter } from '../format.ts';
import { english } from '../wording.ts';
import { type PictureWording, pictureEnglish } from './picture-wording.ts';

export interface PictureDesk extends Desk {
  readonly said: PictureWording;
}

export function pictureDesk({ plan, locale }: PlanPicture, wanted = locale): PictureDesk {
  return { format: formatter(wanted, plan.currency), words: english, said: pictureEnglish };
}

/** `Account Executive 2026, version 2026.1`; whose figures it stands on comes after it. */
export function planTitle({ plan }: PlanPicture, { said }: PictureDesk): string {
  return said.version(plan.title, plan.version);
}

export function whose({ payees, targetIncentive }: PlanPicture, desk: PictureDesk): string {
  const { format, said } = desk;
  const names = payees.map(({ name }) => name);
  return said.figuresOf(
    names,
    format.count(names.length),
    format.moneyWithCurrency(targetIncentive),
  );
}
