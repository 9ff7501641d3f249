import { NotFound } from '../../access/refusals.ts'
import { can } from '../../domain/access/can.ts'
import { type BaseModel, baseModel } from '../../domain/high-needs/base-model.ts'
import { councilForecasts, outlookOf } from '../../domain/high-needs/outlook.ts'
import { averageUnitCost } from '../../domain/high-needs/to-balance.ts'
import { usualScenarios } from '../../domain/high-needs/usual-scenarios.ts'
import { poundsMillionText } from '../../domain/money.ts'
import { numberText } from '../../domain/quantity.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { highNeedsNav, highNeedsTrail } from '../nav.ts'
import { highNeedsFacts, savedScenarios } from '../queries.ts'
import { illustrativeCohorts } from '../read-cohorts.ts'
import { changedFields, readScenario } from '../read-scenario.ts'
import { saveScenario } from '../save-scenario.ts'
import { fieldGroups, fieldNames, fieldTexts } from '../scenario-fields.ts'
import {
  cohortTable,
  type ScenarioOutlook,
  scenarioSentence,
  scenarioSummary,
  scenarioTable,
} from '../scenario-table.ts'

const LONGEST = 80

/** The usual scenarios, those that were kept and one's own, side by side; one's own is in the address. */
export const scenariosPage = page({
  path: '/high-needs/scenarios',
  action: 'high-needs.view',
  template: 'high-needs/pages/scenarios.njk',
  view: async (asked) => {
    const { db, actor, query } = asked
    const nav = highNeedsNav('/high-needs/scenarios')
    const facts = await highNeedsFacts(db)
    const answer = baseModel(facts)
    if (!answer.ok)
      throw new NotFound('Too little is recorded to model the deficit.', [
        { text: 'Figures about high needs', href: '/high-needs/figures' },
      ])
    const { model } = answer.base
    const saveForm = formView(asked, '/high-needs/scenarios', { title: '', assumed: '' })
    const isExample = query.get('example') === 'illustrative'
    const typed = saveForm.values.assumed === '' ? query : new URLSearchParams(saveForm.values.assumed)
    const changed = isExample ? { cohorts: illustrativeCohorts.trim() } : changedFields(typed, model)
    const isOwn = Object.keys(changed).length > 0
    const own = readScenario(changed, model)
    const kept = await savedScenarios(db)
    const scenarios: ScenarioOutlook[] = [
      ...usualScenarios(model).map(({ title, says, model: of }) => ({
        title,
        says,
        href: null,
        outlook: outlookOf(of),
      })),
      ...kept.flatMap(({ title, assumed, by, illustrative }) => {
        const read = readScenario(assumed, model)
        return read.problems.length > 0
          ? []
          : [
              {
                title: illustrative ? `${title} (illustrative)` : title,
                says: `Kept by ${by}`,
                href: `/high-needs/scenarios?${new URLSearchParams(assumed)}`,
                outlook: outlookOf(read.model),
              },
            ]
      }),
    ]
    const isSound = isOwn && own.problems.length === 0
    const mine = isSound ? outlookOf(own.model) : null
    const title = isExample ? 'The illustrative split' : 'Yours'
    if (mine) scenarios.push({ title, says: saidOf(changed), href: null, outlook: mine })
    const forecasts = councilForecasts(facts)
    const table = scenarioTable(scenarios, forecasts)
    const cohorts = mine && cohortTable(mine)
    const values = { ...fieldTexts(model), ...changed }
    return {
      nav,
      lead: scenarioSentence(scenarios, forecasts),
      summaryTable: scenarioSummary(scenarios, forecasts),
      notice: query.get('done') === 'saved' ? 'The scenario is kept, for everybody to see.' : null,
      isOwn,
      isExample,
      groups: fieldGroups.map(({ title, hint, inputs }) => ({
        title,
        hint,
        inputs: inputs.map(({ name, label }) => ({ name, label, ...typedIn(name, values, own.problems) })),
      })),
      cohorts: typedIn('cohorts', values, own.problems),
      summary: own.problems.map(({ field, text }) => ({ text, href: `#${field}` })),
      cohortTable: cohorts,
      against: mine && cohorts ? againstPapers(answer.base, own.model) : [],
      save: isSound && can(actor, 'high-needs.keep').allowed ? saveForm : null,
      assumed: new URLSearchParams(changed).toString(),
      tables: [table, ...(cohorts ? [cohorts] : [])],
    }
  },
  title: 'High needs: scenarios',
  breadcrumbs: () => highNeedsTrail,
  tables: ({ tables }) => tables,
})

const typedIn = (
  name: string,
  values: Readonly<Record<string, string>>,
  problems: readonly { field: string; text: string }[],
) => {
  const problem = problems.find(({ field }) => field === name)
  return { value: values[name] ?? '', error: problem ? { text: problem.text } : null }
}

const labels = new Map(
  fieldGroups.flatMap(({ title, inputs }) =>
    inputs.map(({ name, label }) => [name, `${title}: ${label.toLowerCase()}`]),
  ),
)

const saidOf = (changed: Readonly<Record<string, string>>): string =>
  Object.entries(changed)
    .map(([name, value]) => (name === 'cohorts' ? 'Plans by cohort' : `${labels.get(name)} ${value}`))
    .join('; ')

/** How far cohorts come to the totals of the papers; a difference is said, and nothing is scaled to fit. */
function againstPapers({ facts }: BaseModel, model: BaseModel['model']): string[] {
  const plans = model.cohorts.reduce((total, each) => total + each.plans, 0)
  const cost = BigInt(Math.round(averageUnitCost(model) * plans * 100))
  return [
    `The rows hold ${numberText(plans, 0)} plans; the papers count ${numberText(facts.plans.value ?? 0, 0)}.`,
    `At their unit costs a year of them costs ${poundsMillionText(cost)}; net expenditure was ${poundsMillionText(facts.expenditure.amount ?? 0n)}.`,
  ]
}

export const scenarioForm = form({
  path: '/high-needs/scenarios',
  action: 'high-needs.keep',
  page: scenariosPage,
  read: (body) => {
    const title = (body.get('title') ?? '').trim()
    const typed = new URLSearchParams(body.get('assumed') ?? '')
    const assumed = Object.fromEntries([...typed].filter(([name]) => fieldNames.includes(name)))
    if (!/[a-z0-9]/i.test(title)) return refused('Give the scenario a name')
    if (title.length > LONGEST) return refused(`Write at most ${LONGEST} characters`)
    if (Object.keys(assumed).length === 0)
      return refused('Nothing is assumed otherwise than in the central scenario; change something first')
    return { ok: true, input: { title, assumed } }
  },
  run: async (db, actor, input) => ({ ok: true, result: await saveScenario(db, actor, input) }),
  leadsTo: () => '/high-needs/scenarios?done=saved',
})

const refused = (text: string) => ({ ok: false, problems: [{ field: 'title', text }] }) as const
