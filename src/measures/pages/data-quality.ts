import { can } from '../../domain/access/can.ts'
import {
  type DataQualityAttribute,
  dataQualityAttributes,
  dataQualityJudgements,
  isAttribute,
  isJudgement,
} from '../../domain/measures/data-quality-attributes.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { instantText } from '../changes/instant-text.ts'
import { judgeDataQuality } from '../changes/judge-data-quality.ts'
import { dataQualityOf, type Judged } from '../data-quality-judgements.ts'
import { measureFor } from '../queries.ts'
import { problemsIn, typedIn } from './change-fields.ts'

/** How good a measure's data is in six respects: who judged it, when, and in what words. */
export const dataQualityPage = page({
  path: '/measures/:code/data-quality',
  action: 'measure.view',
  template: 'measures/pages/data-quality.njk',
  asAt: true,
  view: async (asked) => {
    const { db, actor, params, query, asAt } = asked
    const { code, title } = await measureFor(db, params.code, asAt)
    const judged = await dataQualityOf(db, code, asAt)
    const address = `/measures/${code}/data-quality`
    const seen = [...judged].map(([attribute, { number }]) => `${attribute}=${number}`).join(',')
    const view = formView(asked, address, { attribute: '', judgement: '', says: '', seen })
    const chosen = (value: string, text: string, now: string) => ({
      value,
      text,
      selected: value === now,
      checked: value === now,
    })
    return {
      title,
      code: code.toUpperCase(),
      measureHref: `/measures/${code}`,
      notice: query.get('done') === 'judged' ? 'The judgement is kept.' : null,
      attributes: shownAttributes(judged),
      form: asAt === null && can(actor, 'measure.keep').allowed ? view : null,
      seen,
      attributeItems: [
        chosen('', 'Choose one', view.values.attribute),
        ...Object.entries(dataQualityAttributes).map(([value, { name }]) =>
          chosen(value, name, view.values.attribute),
        ),
      ],
      judgementItems: Object.entries(dataQualityJudgements).map(([value, { name }]) =>
        chosen(value, name, view.values.judgement),
      ),
    }
  },
  title: (view) => `How good the data of ${view.code} is: ${view.title}`,
  breadcrumbs: (view) => [
    { text: 'Measures', href: '/measures' },
    { text: view.title, href: view.measureHref },
  ],
})

/** Each respect with its judgement; one that nobody has judged says so. */
export const shownAttributes = (judged: ReadonlyMap<DataQualityAttribute, Judged>) =>
  (Object.keys(dataQualityAttributes) as DataQualityAttribute[]).map((attribute) => {
    const held = judged.get(attribute)
    return {
      ...dataQualityAttributes[attribute],
      judged: held
        ? {
            ...dataQualityJudgements[held.judgement],
            says: held.says,
            by: `${instantText(held.recordedAt)}, ${held.recordedBy}`,
            illustrative: held.illustrative,
          }
        : null,
    }
  })

export const dataQualityForm = form({
  path: '/measures/:code/data-quality',
  action: 'measure.keep',
  page: dataQualityPage,
  read: (body, { params }) => {
    const problems = problemsIn()
    const [attribute, judgement] = [body.get('attribute') ?? '', body.get('judgement') ?? '']
    const says = typedIn(body, 'says')
    if (!isAttribute(attribute)) problems.say('attribute', 'Choose the respect that is judged')
    if (!isJudgement(judgement)) problems.say('judgement', 'Choose how good it is')
    if (says === null) problems.say('says', 'Enter in a sentence what it rests on')
    if (!isAttribute(attribute) || !isJudgement(judgement) || says === null)
      return { ok: false, problems: problems.list }
    const seen = (body.get('seen') ?? '').split(',').find((each) => each.startsWith(`${attribute}=`))
    return {
      ok: true,
      input: { measure: params.code, attribute, judgement, says, seen: Number(seen?.split('=')[1] ?? 0) },
    }
  },
  run: async (db, actor, input) => {
    await judgeDataQuality(db, actor, input)
    return { ok: true, result: null }
  },
  leadsTo: (_, { params }) => `/measures/${params.code}/data-quality?done=judged`,
})
