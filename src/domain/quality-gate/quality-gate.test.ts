import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { GoodDirection, InformationType } from '../measures/measure.ts'
import { criteria } from './criteria.ts'
import { type Figures, type MeasureDefinition, type QualityContext, severities } from './finding.ts'
import { compareFindings, qualityFindings, qualityRules } from './quality-findings.ts'
import { guideSizes, setFindings } from './set-findings.ts'

const read = (file: string) =>
  parse(readFileSync(new URL(`../../../data/sefton/${file}`, import.meta.url)), { columns: true }) as Record<
    string,
    string
  >[]

const figures: Figures = {
  title: 'Care leavers not in education, employment or training',
  match: 'exact',
  unit: 'percentage',
  goodDirection: 'low',
  monthsBetween: 12,
  points: 8,
  pointsWithDenominator: 8,
  monthsOld: 3,
  comparators: 20,
}
const whole: MeasureDefinition = {
  code: 'sm-19',
  title: 'Percentage of care leavers who are not in education, employment or training',
  theme: 'Children',
  definition:
    'Care leavers aged 19 to 21 on 31 March whose activity is known to be none, of all care leavers of that age.',
  goodDirection: 'low',
  informationType: 'key-result',
  level: 'strategic',
  unit: 'percentage',
  owner: 'Executive Director',
  dataOfficer: 'Case system; data officer',
  serves: 'priority-1',
}
const context: QualityContext = { hasTarget: true, sameTitle: [], figures }
const rulesOf = (definition: Partial<MeasureDefinition>, more: Partial<QualityContext> = {}) =>
  qualityFindings({ ...whole, ...definition }, { ...context, ...more }).map(({ rule }) => rule)
const withFigures = (more: Partial<Figures>) => rulesOf({}, { figures: { ...figures, ...more } })
const title = (text: string, more: Partial<MeasureDefinition> = {}) => rulesOf({ title: text, ...more })

test('the criteria are those of the framework’s checklist, in its order', () => {
  const rows = read('kpi_quality_standards.csv')
  const list = Object.values(criteria)
  assert.equal(rows.length, list.length)
  assert.deepEqual(
    rows.map(({ group }) => (group === 'standard' ? 'standard' : 'consideration')),
    list.map(({ group }) => group),
  )
  rows.forEach(({ criterion = '' }, i) => {
    assert.ok(list[i]?.name.startsWith(criterion.split(' ')[0] ?? ''))
  })
})

test('every criterion has a rule or says what a person is to judge', () => {
  const ruled = new Set([...Object.values(qualityRules).map(({ criterion }) => criterion), 'balanced'])
  for (const [code, { person }] of Object.entries(criteria))
    assert.equal(person !== null, !ruled.has(code as never), code)
})

test('a measure that is fully defined passes the gate', () => {
  assert.deepEqual(rulesOf({}), [])
})

test('what the register leaves out is found, each with its criterion, reason and remedy', () => {
  assert.deepEqual(
    rulesOf({ owner: null, dataOfficer: null, definition: null, serves: null }, { hasTarget: false }),
    ['no-owner', 'no-target', 'no-data-officer', 'no-definition', 'serves-nothing'],
  )
  const [owner] = qualityFindings({ ...whole, owner: null }, context)
  assert.deepEqual(owner, {
    rule: 'no-owner',
    criterion: 'responsible',
    severity: 'must',
    wrong: 'Nobody is named as responsible for it.',
    mend: 'Name the role that answers for it.',
  })
  assert.deepEqual(rulesOf({ informationType: 'contextual-indicator' }, { hasTarget: false }), [])
  assert.deepEqual(rulesOf({ goodDirection: 'none' }), ['no-good-direction', 'direction-disagrees'])
})

test('a good direction that is not safe to assume is told with the argument', () => {
  const unsafe = (text: string, goodDirection: GoodDirection) =>
    qualityFindings({ ...whole, title: text, goodDirection }, context).find(
      ({ rule }) => rule === 'unsafe-direction',
    )
  assert.match(
    unsafe('Number of Domestic Violence Incidents Reported', 'low')?.wrong ?? '',
    /trust that a report/,
  )
  assert.match(unsafe('Percentage of Homelessness Preventions', 'low')?.wrong ?? '', /wrong way round/)
  assert.match(
    unsafe('Percentage of children with SEN Support (Excl EHCP Plan)', 'low')?.wrong ?? '',
    /nobody has recognised/,
  )
  assert.equal(unsafe('Percentage of Homelessness Preventions', 'high'), undefined)
  assert.equal(unsafe('Percentage of Repeat Referrals', 'low'), undefined)
})

test('titles that hold two measures, leave words open or name no whole are found', () => {
  const open = { definition: null }
  for (const two of [
    'Percentage / Total of children in care',
    'Issues - Child/Adult',
    'Clients/Carers asked',
    'Good/Excellent',
  ])
    assert.ok(title(two).includes('two-measures'), two)
  assert.ok(!title('Percentage of care leavers in work or training').includes('two-measures'))
  for (const bare of [
    'Claimant Rate',
    'Percentage of Agency Workers',
    'Rate of Child Vaccinations',
    'Council tax collection rate',
  ])
    assert.ok(title(bare, open).includes('rate-without-whole'), bare)
  for (const named of [
    'Percentage of staff who commute',
    'Total debt as a percentage of core spending',
    'Crime rate per 1,000',
  ])
    assert.ok(!title(named, open).includes('rate-without-whole'), named)
  assert.ok(title('Children in Stable Placements', open).includes('open-words'))
  assert.ok(!title('Children in Stable Placements').includes('open-words'))
  assert.deepEqual(rulesOf({}, { sameTitle: [{ code: 'sm-26', theme: 'Adults' }] }), ['duplicated-title'])
})

test('counts where rates are meant, and volumes called performance, are found', () => {
  assert.ok(title('Rate of falls', { unit: 'count' }).includes('count-for-rate'))
  assert.ok(title('Number of people rough sleeping', { unit: 'count' }).includes('count-of-people'))
  const visits = {
    title: 'Library Visits',
    unit: 'count' as const,
    informationType: 'performance-indicator' as InformationType,
  }
  assert.ok(rulesOf(visits, { hasTarget: false }).includes('volume-as-performance'))
  assert.ok(!rulesOf(visits).includes('volume-as-performance'))
  assert.ok(
    !rulesOf({ ...visits, informationType: 'contextual-indicator' }, { hasTarget: false }).includes(
      'volume-as-performance',
    ),
  )
})

test('figures that are missing, few, old, of something else or of nobody else are found', () => {
  assert.deepEqual(rulesOf({}, { figures: null }), ['no-figures', 'no-comparator'])
  assert.deepEqual(withFigures({ points: 0, pointsWithDenominator: 0, monthsOld: null }), ['no-figures'])
  assert.deepEqual(withFigures({ points: 4 }), ['no-trend'])
  assert.deepEqual(withFigures({ monthsOld: 13 }), ['lag-longer-than-period'])
  assert.deepEqual(withFigures({ monthsOld: 12 }), [])
  assert.deepEqual(withFigures({ monthsOld: 25 }), ['figures-stopped'])
  assert.deepEqual(withFigures({ monthsOld: 13, monthsBetween: null }), [])
  assert.deepEqual(withFigures({ match: 'proxy' }), ['proxy-only'])
  assert.deepEqual(withFigures({ goodDirection: 'high' }), ['direction-disagrees'])
  assert.deepEqual(withFigures({ unit: 'count' }), ['unit-disagrees'])
  assert.deepEqual(withFigures({ pointsWithDenominator: 0 }), ['no-denominator-held'])
  assert.deepEqual(withFigures({ comparators: 2 }), ['no-comparator'])
})

test('a set larger than its guide size is told of, contextual measures apart', () => {
  const sizes = Object.fromEntries(
    read('measure_levels.csv').map((row) => [row.level?.toLowerCase(), Number(row.key_measures_about)]),
  )
  assert.deepEqual(sizes, guideSizes)
  const members = read('strategic_measures.csv').map((row) => ({
    theme: row.priority ?? '',
    level: 'strategic' as const,
    informationType: (row.information_type_inferred ?? '').toLowerCase().replace(' ', '-') as InformationType,
  }))
  const [found, ...others] = setFindings(members)
  assert.equal(others.length, 0)
  assert.match(
    found?.wrong ?? '',
    /^The strategic set holds 86 measures, 7\d of them key measures; the guide is about 10\. 28 are of ‘Working for Our Communities Every Day’\.$/,
  )
  assert.deepEqual(setFindings(members.slice(1, 11)), [])
})

test('mending one thing never makes a measure worse, and the most serious comes first', () => {
  const text = fc.option(fc.constant('stated'), { nil: null })
  const any = fc.record({ owner: text, dataOfficer: text, definition: text, serves: text })
  const order = Object.keys(severities)
  fc.assert(
    fc.property(any, fc.boolean(), (gaps, hasTarget) => {
      const findings = qualityFindings({ ...whole, ...gaps }, { ...context, hasTarget })
      const ranks = findings.map(({ severity }) => order.indexOf(severity))
      assert.deepEqual(
        ranks,
        ranks.toSorted((a, b) => a - b),
      )
      assert.ok(
        compareFindings(
          qualityFindings({ ...whole, ...gaps, owner: 'named' }, { ...context, hasTarget }),
          findings,
        ) <= 0,
      )
    }),
  )
})

test('the documents list every rule with what it finds, its point and its severity', () => {
  const page = readFileSync(new URL('../../../docs/measures.md', import.meta.url), 'utf8')
  for (const [rule, { says, criterion, severity }] of Object.entries(qualityRules)) {
    const row = `| \`${rule}\` | ${says} | ${criteria[criterion].name} | ${severities[severity].name.toLowerCase()} |`
    assert.ok(page.includes(row), row)
  }
})
