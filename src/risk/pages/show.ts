import { can } from '../../domain/access/can.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { Unit } from '../../domain/access/unit.ts'
import { dayText } from '../../domain/period-text.ts'
import { appetiteVerdicts } from '../../domain/risk/appetite.ts'
import { criterionText } from '../../domain/risk/criteria.ts'
import { actionStates, progresses, reviewStandings } from '../../domain/risk/due.ts'
import { levelText } from '../../domain/risk/level.ts'
import { linkKinds } from '../../domain/risk/link.ts'
import type { ScoreKind } from '../../domain/risk/score.ts'
import { type NamedUnit, namedUnits, unitNamed } from '../../people/queries.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { unitsOverRisk } from '../held-risk.ts'
import type { RiskStanding } from '../risk.ts'
import { appetiteWords, codeText, movementWords, NOT_STATED, reviewWords, scoreWords } from '../risk-words.ts'
import { riskFor } from '../standings.ts'
import { controlView } from './control-view.ts'
import { criteriaSteps } from './criteria-steps.ts'
import { historyOf } from './history.ts'

/** One risk whole: how it stands, how it is worded, what keeps it down, what is done, what it threatens, its history. */
export const riskPage = page({
  path: '/risks/:code',
  action: 'risk.view',
  template: 'risk/pages/show.njk',
  asAt: true,
  view: async ({ db, actor, params, query, site, asAt }) => {
    const day = asAt ?? todayOf(site)
    const risk = await riskFor(db, params.code, asAt, day)
    const units = await unitsOverRisk(db, risk.unit, day)
    return {
      ...showView(risk, await namedUnits(db, day)),
      deeds: asAt === null ? deedsOf(actor, risk, units) : [],
      notice: notices[query.get('done') ?? ''] ?? null,
    }
  },
  title: ({ code, title }) => `${code} ${title}`,
  breadcrumbs: () => [{ text: 'Risk register', href: '/risks' }],
})

const notices: Readonly<Record<string, string>> = {
  added: 'The risk is added. Score it next.',
  scored: 'The score is kept.',
  reviewed: 'The review is kept.',
  control: 'The control is added.',
  assured: 'The assurance is kept.',
  action: 'The action is added.',
  progress: 'The progress is kept.',
  decided: 'The decision is kept.',
  linked: 'The link is added.',
  unlinked: 'The link is taken away.',
  worded: 'The wording is kept.',
}

/** What the reader may record of it. */
function deedsOf(actor: Actor, { href, status }: RiskStanding, units: readonly Unit[]) {
  const kept = status === 'open' && can(actor, 'risk.keep', { units }).allowed
  return [
    ...(kept
      ? [
          { text: 'Score it', href: `${href}/score` },
          { text: 'Review it', href: `${href}/review` },
          { text: 'Controls', href: `${href}/controls` },
          { text: 'Actions', href: `${href}/actions` },
          { text: 'Links', href: `${href}/links` },
          { text: 'Change the wording', href: `${href}/edit` },
        ]
      : []),
    ...(can(actor, 'risk.decide', { units }).allowed
      ? [
          {
            text: status === 'closed' ? 'Open it again' : 'Escalate, de-escalate or close',
            href: `${href}/decide`,
          },
        ]
      : []),
  ]
}

export function showView(risk: RiskStanding, units: readonly NamedUnit[]) {
  const { current, review, appetite } = risk
  return {
    code: codeText(risk.code),
    title: risk.title,
    caption: `${codeText(risk.code)}, ${levelText(risk.level).toLowerCase()}${risk.status === 'closed' ? ', closed' : ''}`,
    illustrative: risk.illustrative,
    exempt: risk.exemptReason,
    readings: [
      reading('Current score', scoreWords(current), detailOf(risk, 'current')),
      reading(
        'Moved',
        { text: movementWords(risk), tone: null },
        current?.illustrative ? 'illustrative' : null,
      ),
      reading(
        'Appetite',
        { text: appetiteWords(risk), tone: appetiteVerdicts[appetite.verdict].tone },
        appetite.illustrative ? 'illustrative' : null,
      ),
      reading('Inherent score', scoreWords(risk.inherent), detailOf(risk, 'inherent')),
      reading('Target score', scoreWords(risk.target), detailOf(risk, 'target')),
      reading(
        'Next review',
        { text: reviewWords(risk), tone: review === 'not-stated' ? null : reviewStandings[review].tone },
        risk.reviews.at(-1)?.illustrative ? 'illustrative' : null,
      ),
    ],
    meaning:
      current === null
        ? null
        : {
            likelihood: criterionText('likelihood', current.likelihood),
            impact: criterionText('impact', current.impact),
            reason: current.reason,
          },
    criteria: criteriaSteps,
    wording: [
      row('Cause', risk.cause),
      row('Event', risk.event),
      row('Effect', risk.effect),
      row('Category', risk.category),
      row('Owner', risk.owner),
      row('Belongs to', risk.unit === null ? null : unitNamed(units, risk.unit)),
      row(
        'Reviewed every',
        risk.reviewEveryMonths === null
          ? null
          : risk.reviewEveryMonths === 1
            ? 'month'
            : `${risk.reviewEveryMonths} months`,
      ),
      row('What the paper says of it', risk.evidence),
      row('Source', risk.source),
    ],
    controls: risk.controls.map(controlView),
    actions: risk.actions.map(({ what, owner, due, state, progress, illustrative }) => ({
      what,
      owner,
      due: dayText(due),
      state: actionStates[state],
      told: progress.map((each) => `${progresses[each.progress]}, ${dayText(each.onDay)}: ${each.words}`),
      illustrative,
    })),
    aboveWithoutAction: appetite.verdict === 'above' && risk.openActions.length === 0,
    links: risk.links.map(({ kind, title, href, basis, illustrative }) => ({
      kind: linkKinds[kind],
      title,
      href,
      basis,
      illustrative,
    })),
    history: historyOf(risk),
  }
}

const reading = (
  term: string,
  { text, tone }: { readonly text: string; readonly tone: string | null },
  detail: string | null,
) => ({ term, word: text, detail, status: tone, variation: null, assurance: null })

function detailOf(risk: RiskStanding, kind: ScoreKind): string | null {
  const score = risk[kind]
  if (score === null) return null
  return `Likelihood ${score.likelihood} × impact ${score.impact}, ${dayText(score.scoredOn)}${score.illustrative ? ', illustrative' : ''}`
}

const row = (term: string, text: string | null) => ({
  term,
  text: text ?? NOT_STATED,
  isStated: text !== null,
})
