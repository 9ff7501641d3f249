import {
  type GoodDirection,
  goodDirectionText,
  type InformationType,
  informationTypes,
  type MeasureLevel,
  measureLevels,
} from '../../domain/measures/measure.ts'
import { isUnit, units } from '../../domain/quantity.ts'
import { planItems } from '../../planning/queries.ts'
import { listField, shortField, textField, wordsField } from '../../web/field.ts'
import { todayOf } from '../../web/site.ts'
import { type RevisionInput, reviseMeasure, reviseMeasureIn } from '../changes/revise-measure.ts'
import { entryFields, measureVersions } from '../measure-versions.ts'
import { problemsIn, typedIn } from './change-fields.ts'
import { changePage } from './change-page.ts'

const frequencies = ['monthly', 'quarterly', 'termly', 'annual', 'biennial']

const itemsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, text]) => ({ value, text }))

export const definition = changePage<RevisionInput>(
  {
    path: '/measures/:code/definition',
    action: 'measure.keep',
    title: 'Revise the register entry',
    lead: 'What the measure is, who answers for it and which way is good. Every version stays in the history.',
    button: 'Check it',
    agreed: true,
    questions: async ({ db, measure }) => {
      const [held] = await measureVersions(db, measure.code)
      if (!held) throw new Error(`Measure ${measure.code} has no version.`)
      const served = [...(await planItems(db)).values()].filter(
        ({ kind, code }) => kind === 'priority' || code === held.serves,
      )
      const name = (field: keyof typeof entryFields) => entryFields[field].name
      const months = (count: number | null) => (count === null ? '' : String(count))
      const often = [...new Set([...frequencies, ...(held.frequency === null ? [] : [held.frequency])])]
      return {
        stands: [],
        fields: [
          textField('title', name('title'), { value: held.title }),
          wordsField('definition', name('definition'), { value: held.definition ?? '' }),
          listField('unit', name('unit'), {
            value: held.unit,
            items: Object.entries(units).map(([value, unit]) => ({ value, text: unit.name })),
          }),
          listField('goodDirection', name('goodDirection'), {
            value: held.goodDirection,
            items: itemsOf(goodDirectionText),
          }),
          listField('informationType', name('informationType'), {
            value: held.informationType,
            items: itemsOf(informationTypes),
          }),
          listField('level', name('level'), { value: held.level, items: itemsOf(measureLevels) }),
          listField('frequency', name('frequency'), {
            value: held.frequency ?? '',
            items: [{ value: '', text: 'Not stated' }, ...often.map((each) => ({ value: each, text: each }))],
          }),
          shortField('lagMonths', 'Months after its period until a figure can be had', {
            value: months(held.lagMonths),
          }),
          textField('owner', name('owner'), {
            value: held.owner ?? '',
            hint: 'A post, never a person’s name',
          }),
          textField('metricResponsibility', name('metricResponsibility'), {
            value: held.metricResponsibility ?? '',
          }),
          textField('dataOfficer', name('dataOfficer'), { value: held.dataOfficer ?? '' }),
          listField('serves', 'What it serves in the plan', {
            value: held.serves ?? '',
            items: [
              { value: '', text: 'Nothing' },
              ...served.map(({ code, title, plan }) => ({ value: code, text: `${title} (${plan})` })),
            ],
          }),
          wordsField('estimationNote', name('estimationNote'), {
            value: held.estimationNote ?? '',
            hint: 'Where values are estimates: how, and how far out they may be',
          }),
          textField('dependsOn', name('dependsOn'), {
            value: held.dependsOn ?? '',
            hint: 'Partners or outside things the result depends on. Leave it empty when it is the council’s own.',
          }),
          shortField('freshWithinMonths', 'Months for which a figure is recent enough', {
            value: months(held.freshWithinMonths),
          }),
        ],
        hidden: { seen: String(held.number) },
        cannot: null,
      }
    },
    read: (body, { params }) => {
      const problems = problemsIn()
      const one = <Value extends string>(name: string, known: Readonly<Record<Value, unknown>>): Value => {
        const value = body.get(name) ?? ''
        if (!Object.hasOwn(known, value)) problems.say(name, 'Choose one of the list')
        return value as Value
      }
      const months = (name: string, least: number, most: number) => {
        const typed = typedIn(body, name)
        if (typed === null) return null
        if (/^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most) return Number(typed)
        problems.say(name, `Write a whole number of months from ${least} to ${most}`)
        return null
      }
      const title = typedIn(body, 'title')
      if (title === null) problems.say('title', 'Enter the title')
      const unit = body.get('unit') ?? ''
      if (!isUnit(unit)) problems.say('unit', 'Choose one of the list')
      const entry = {
        title: title ?? '',
        definition: typedIn(body, 'definition'),
        unit,
        goodDirection: one<GoodDirection>('goodDirection', goodDirectionText),
        informationType: one<InformationType>('informationType', informationTypes),
        level: one<MeasureLevel>('level', measureLevels),
        frequency: typedIn(body, 'frequency'),
        lagMonths: months('lagMonths', 0, 36),
        owner: typedIn(body, 'owner'),
        metricResponsibility: typedIn(body, 'metricResponsibility'),
        dataOfficer: typedIn(body, 'dataOfficer'),
        serves: typedIn(body, 'serves'),
        estimationNote: typedIn(body, 'estimationNote'),
        dependsOn: typedIn(body, 'dependsOn'),
        freshWithinMonths: months('freshWithinMonths', 1, 120),
      }
      const reason = typedIn(body, 'reason')
      if (reason === null) problems.say('reason', 'Enter the reason, which is kept with the change')
      if (problems.list.length > 0) return { ok: false, problems: problems.list }
      const seen = Number(body.get('seen')) || 0
      const agreedBy = typedIn(body, 'agreedBy')
      return { ok: true, input: { measure: params.code, entry, reason: reason ?? '', agreedBy, seen } }
    },
    change: reviseMeasureIn,
    command: reviseMeasure,
    done: 'revised',
  },
  todayOf,
)
