import { parseUnit, unitText } from '../../domain/access/unit.ts'
import type { NamedUnit } from '../../people/queries.ts'
import { type Field, shortField, textField, wordsField } from '../../web/field.ts'
import type { RiskWording } from '../risk.ts'
import type { readBody } from './read-body.ts'
import { ownerHint, unitField } from './risk-fields.ts'

const mayBeEmpty = 'May stay empty, and then says that it is not stated'

/** The questions of how a risk is worded and who answers for it. */
export const wordingFields = (
  units: readonly NamedUnit[],
  categories: readonly string[],
  held: RiskWording | null,
): readonly Field[] => [
  textField('title', 'The risk in one line', { value: held?.title ?? '' }),
  wordsField('cause', 'Cause: why might it happen?', { value: held?.cause ?? '', hint: mayBeEmpty }),
  wordsField('event', 'Event: what would happen?', { value: held?.event ?? '', hint: mayBeEmpty }),
  wordsField('effect', 'Effect: what would it mean?', { value: held?.effect ?? '', hint: mayBeEmpty }),
  textField('category', 'Category', {
    value: held?.category ?? '',
    hint:
      categories.length === 0
        ? mayBeEmpty
        : `By which appetite is decided. In use: ${categories.join(', ')}. May stay empty`,
  }),
  textField('owner', 'Owner', { value: held?.owner ?? '', hint: `${ownerHint}. May stay empty` }),
  unitField(units, held?.unit ? unitText(held.unit) : ''),
  shortField('reviewEveryMonths', 'Reviewed every how many months?', {
    value: held?.reviewEveryMonths?.toString() ?? '',
    hint: 'From 1 to 24. May stay empty',
  }),
]

/** Asked of those who may see what is exempt. */
export const exemptField = (value: string): Field =>
  wordsField('exemptReason', 'Why is it exempt from publication?', {
    value,
    hint: 'Only where it is. Leave it empty where everybody who works here may read it',
  })

/** What was typed of a risk's wording. */
export function readWording(read: ReturnType<typeof readBody>): RiskWording {
  const unitTyped = read.text('unit')
  const unit = unitTyped === null ? null : parseUnit(unitTyped)
  if (unitTyped !== null && unit === null) read.say('unit', 'Choose a unit of the list')
  return {
    title: read.text('title', 'Say what the risk is in one line'),
    cause: read.text('cause'),
    event: read.text('event'),
    effect: read.text('effect'),
    category: read.text('category'),
    owner: read.text('owner'),
    unit,
    reviewEveryMonths:
      read.text('reviewEveryMonths') === null ? null : read.whole('reviewEveryMonths', 1, 24),
  }
}
