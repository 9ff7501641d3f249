import { counted } from '../counted.ts'
import { poundsDecimal, poundsMillionText, sumPence, varianceText } from '../money.ts'
import type { Inline } from '../report/blocks.ts'
import { count, figure } from '../report/figure.ts'
import type { Picture, PictureBudget, PictureMeasure, PictureRisk } from './parts.ts'

const register = 'Risk register'

/** What the council says in one place and another place speaks against. */
export const contradictionKinds = {
  'risk-lowered': 'A risk was lowered while its measure is red',
  'risk-unanswered': 'A risk is above appetite and has no action',
  'saving-and-worse': 'A saving is called delivered while a measure of the service worsens',
  'underspend-and-missed': 'An underspend stands beside output that is missed',
  'driver-and-flat': 'What drives a cost is worsening, and its budget does not show it',
  'overspend-unanswered': 'An overspend has no remedial action of its own',
} as const
export type ContradictionKind = keyof typeof contradictionKinds

export type Subject = {
  readonly kind: 'measure' | 'risk' | 'service'
  readonly code: string
  readonly title: string
}

export type Contradiction = {
  readonly kind: ContradictionKind
  /** Both sides in one sentence, its numbers bound to where they come from. */
  readonly says: readonly Inline[]
  /** What to look at, in the order of the sentence. */
  readonly subjects: readonly Subject[]
  /** One of its sides exists only to show the product. */
  readonly illustrative: boolean
}

/** A measure that misses its target or, where none is set, stands among the worst of the similar councils. */
export const isRed = ({ position }: PictureMeasure): boolean =>
  position === 'red' || position === 'worst-quarter'

/** A variance is worth a word from half a per cent of the budget: below it lies the noise of a forecast. */
const notable = ({ budget, variance }: PictureBudget): boolean =>
  200n * magnitude(variance) >= magnitude(budget) && variance !== 0n
const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

/** Every contradiction that the facts show, the gravest kinds first. What is not recorded contradicts nothing. */
export function contradictions(picture: Picture): Contradiction[] {
  const measures = new Map(picture.measures.map((measure) => [measure.code, measure]))
  const named = (codes: readonly string[]) =>
    codes.flatMap((code) => {
      const measure = measures.get(code)
      return measure ? [measure] : []
    })
  const ofService = (service: string) => named(picture.measuresOf.get(service) ?? [])
  return [
    ...picture.risks.flatMap((risk) => lowered(risk, named(risk.measures).filter(isRed))),
    ...picture.risks.flatMap(unanswered),
    ...savingsUndone(picture, ofService),
    ...picture.budgets.flatMap((budget) => missed(budget, ofService(budget.service).filter(isRed))),
    ...driven(picture, measures),
    ...picture.budgets.filter((budget) => notable(budget) && budget.variance > 0n).flatMap(withoutAction),
  ]
}

function lowered(risk: PictureRisk, red: readonly PictureMeasure[]): Contradiction[] {
  const { score, previous } = risk
  if (score === null || previous === null || score >= previous || red.length === 0) return []
  return [
    {
      kind: 'risk-lowered',
      says: [
        `The risk ‘${risk.title}’ was lowered from `,
        count(previous, register),
        ' to ',
        count(score, register),
        ', but ',
        ...titles(red),
        red.length === 1 ? ' is red.' : ' are red.',
      ],
      subjects: [riskSubject(risk), ...red.map(measureSubject)],
      illustrative: risk.illustrative || red.some(({ illustrative }) => illustrative),
    },
  ]
}

function unanswered(risk: PictureRisk): Contradiction[] {
  if (risk.score === null || risk.aboveAppetite !== true || risk.openActions > 0) return []
  return [
    {
      kind: 'risk-unanswered',
      says: [
        `The risk ‘${risk.title}’ scores `,
        count(risk.score, register),
        ', above the council’s appetite, and has no open action.',
      ],
      subjects: [riskSubject(risk)],
      illustrative: risk.illustrative,
    },
  ]
}

/** One for each service that calls savings delivered, however many programmes they belong to. */
function savingsUndone(
  { savings, budgets }: Picture,
  ofService: (service: string) => readonly PictureMeasure[],
): Contradiction[] {
  const delivered = Map.groupBy(
    savings.filter((saving) => saving.delivered > 0n),
    ({ service }) => service,
  )
  return [...delivered].flatMap(([service, list]) => {
    const worse = ofService(service).filter(({ movement }) => movement === 'worse')
    if (worse.length === 0) return []
    const amount = sumPence(list.map((saving) => saving.delivered))
    const source = [...new Set(list.map((saving) => saving.source))].join('; ')
    const name = budgets.find((budget) => budget.service === service)?.name ?? service
    return [
      {
        kind: 'saving-and-worse' as const,
        says: [
          `${name} calls `,
          figure(poundsMillionText(amount), poundsDecimal(amount), source),
          ' of savings delivered, while ',
          ...titles(worse),
          worse.length === 1 ? ' worsens.' : ' worsen.',
        ],
        subjects: [serviceSubject(service, name), ...worse.map(measureSubject)],
        illustrative: [...list, ...worse].some(({ illustrative }) => illustrative),
      },
    ]
  })
}

function missed(budget: PictureBudget, red: readonly PictureMeasure[]): Contradiction[] {
  if (budget.variance >= 0n || !notable(budget) || red.length === 0) return []
  return [
    {
      kind: 'underspend-and-missed',
      says: [...forecastOf(budget), ', while ', ...titles(red), red.length === 1 ? ' is red.' : ' are red.'],
      subjects: [serviceSubject(budget.service, budget.name), ...red.map(measureSubject)],
      illustrative: red.some(({ illustrative }) => illustrative),
    },
  ]
}

function driven(
  { budgets, drivers }: Picture,
  measures: ReadonlyMap<string, PictureMeasure>,
): Contradiction[] {
  return drivers.flatMap(({ measure: code, service, drives }) => {
    const measure = measures.get(code)
    const budget = budgets.find((each) => each.service === service)
    if (!measure || !budget || measure.movement !== 'worse') return []
    if (budget.variance > 0n && notable(budget)) return []
    return [
      {
        kind: 'driver-and-flat' as const,
        says: [`${measure.title} worsens and drives the cost of ${drives}, but `, ...forecastOf(budget), '.'],
        subjects: [measureSubject(measure), serviceSubject(service, budget.name)],
        illustrative: measure.illustrative,
      },
    ]
  })
}

const withoutAction = (budget: PictureBudget): Contradiction[] =>
  budget.actions > 0
    ? []
    : [
        {
          kind: 'overspend-unanswered',
          says: [...forecastOf(budget), ', and no remedial action is recorded against it.'],
          subjects: [serviceSubject(budget.service, budget.name)],
          illustrative: false,
        },
      ]

const riskSubject = ({ code, title }: PictureRisk): Subject => ({ kind: 'risk', code, title })
const measureSubject = ({ code, title }: PictureMeasure): Subject => ({ kind: 'measure', code, title })
const serviceSubject = (code: string, title: string): Subject => ({ kind: 'service', code, title })

/** The first by its title, and how many more: a sentence must stay one that can be read aloud. */
function titles(measures: readonly PictureMeasure[]): Inline[] {
  const [first, ...more] = measures
  const title = `‘${first?.title ?? ''}’`
  if (more.length === 0) return [title]
  return [
    `${title} and `,
    count(more.length, 'Register of measures'),
    more.length === 1 ? ' other measure' : ' other measures',
  ]
}

/** 'Parks forecasts an underspend of £0.120m', 'Parks is forecast on budget': also where a variance is too small to print. */
function forecastOf({ name, variance, source }: PictureBudget): Inline[] {
  const text = varianceText(variance)
  const verb = text === varianceText(0n) ? 'is forecast' : 'forecasts an'
  return [`${name} ${verb} `, figure(text, poundsDecimal(variance), source)]
}

/** How much could be held against each other at all, so that silence is not taken for harmony. */
export function comparedText({ measures, budgets, risks, savings }: Picture): string {
  const judged = measures.filter(({ position }) => position !== 'no-figures' && position !== 'not-ranked')
  const scored = risks.filter(({ score }) => score !== null)
  const linked = risks.filter((risk) => risk.measures.length > 0)
  return [
    `${judged.length} of ${counted(measures.length, 'measure')} can be judged`,
    `${counted(budgets.length, 'budget')} ${budgets.length === 1 ? 'has' : 'have'} a forecast`,
    `${scored.length} of ${counted(risks.length, 'risk')} ${scored.length === 1 ? 'is' : 'are'} scored and ${linked.length} linked to measures`,
    `${counted(savings.length, 'saving')} ${savings.length === 1 ? 'is' : 'are'} recorded`,
  ].join('; ')
}
