import type { Db } from '../../db/database.ts'
import { inAuthority } from '../../db/transaction.ts'
import { type Action, can } from '../../domain/access/can.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { positions } from '../../domain/evaluation/distribution.ts'
import { restatementKinds } from '../../domain/measures/restatement.ts'
import { periodText } from '../../domain/period-text.ts'
import { quarterLocks } from '../../organisation/locks.ts'
import { drawnFields, type Field } from '../../web/field.ts'
import { type Form, form, type Posted, type Read } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { type Page, page } from '../../web/page.ts'
import { saysOf } from '../changes/add-restatements.ts'
import { type Effect, type Outcome, tried } from '../changes/change.ts'
import type { EvaluatedMeasure } from '../evaluations.ts'
import { measureFor, type RegisteredMeasure } from '../queries.ts'
import { agreedField, reasonField } from './change-fields.ts'

/** What a page that changes something starts from. */
export type ChangeAsked = {
  readonly db: Db
  readonly actor: Actor
  readonly measure: RegisteredMeasure
  readonly query: URLSearchParams
  /** What was typed before, by name; empty at first. */
  readonly typed: URLSearchParams
  readonly today: string
}

export type Questions = {
  /** How it stands, before the questions. */
  readonly stands: readonly { readonly term: string; readonly text: string }[]
  readonly fields: readonly Field[]
  readonly hidden: Readonly<Record<string, string>>
  /** Why nothing can be asked; null when it can. */
  readonly cannot: string | null
}

type ChangeKind<Input> = {
  readonly path: `/measures/:code/${string}`
  readonly action: Action
  readonly title: string
  readonly lead: string
  readonly button: string
  readonly agreed: boolean
  readonly questions: (asked: ChangeAsked) => Promise<Questions>
  readonly read: (body: URLSearchParams, posted: Pick<Posted<'/:code'>, 'params' | 'site'>) => Read<Input>
  /** Makes the change inside a transaction; the command does the same as a whole. */
  readonly change: (db: Db, actor: Actor, input: Input) => Promise<Outcome>
  readonly command: (db: Db, actor: Actor, input: Input) => Promise<Outcome>
  readonly done: string
}

/** Form, check, done: the page of one kind of change, and the two postings of it. */
export function changePage<Input>(
  kind: ChangeKind<Input>,
  today: (site: Posted['site']) => string,
): {
  readonly page: Page
  readonly deeds: readonly Form[]
} {
  const { path, action } = kind
  const read = (body: URLSearchParams, posted: Posted<typeof path>) => kind.read(body, posted)
  const shown = page({
    path,
    action,
    template: 'measures/pages/change.njk',
    view: async (asked) => {
      const { db, actor, params, query, site } = asked
      const measure = await measureFor(db, params.code)
      const address = path.replace(':code', measure.code)
      const again = asked.typed.path === `${address}/confirm` || asked.typed.shown !== null
      const typed = again ? { ...asked.typed, path: address } : asked.typed
      const body = typed.shown === null ? typed.body : new URLSearchParams(typed.shown)
      const questions = await kind.questions({ db, actor, measure, query, typed: body, today: today(site) })
      const locks = await quarterLocks(db)
      const fields = [
        ...questions.fields,
        reasonField,
        ...(kind.agreed && locks.length > 0 ? [agreedField] : []),
      ]
      const first = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
      const values = { ...first, ...questions.hidden }
      const view = formView({ visit: asked.visit, typed: { ...typed, body } }, address, values)
      const wanted = typed.shown === null ? null : kind.read(body, { params, site })
      const outcome = wanted?.ok ? await tried(db, () => kind.change(db, actor, wanted.input)) : null
      return {
        title: kind.title,
        measureTitle: measure.title,
        code: measure.code.toUpperCase(),
        lead: kind.lead,
        button: kind.button,
        measureHref: `/measures/${measure.code}`,
        historyHref: `/measures/${measure.code}/history`,
        cannot: questions.cannot,
        stands: questions.stands,
        notice: locks.length > 0 && !can(actor, 'measure.restate').allowed ? restateRefusal(actor) : null,
        form: view,
        hidden: Object.keys(questions.hidden).map((name) => ({ name, value: questions.hidden[name] ?? '' })),
        fields: drawnFields(fields, view),
        check: outcome?.ok
          ? {
              ...checkOf(outcome.effect),
              form: formView(
                { visit: asked.visit, typed: { ...typed, path: null } },
                `${address}/confirm`,
                {},
              ),
              kept: [...body]
                .filter(([name]) => name !== 'token' && name !== 'once')
                .map(([name, value]) => ({ name, value })),
            }
          : null,
      }
    },
    title: (view) => `${view.title}: ${view.code} ${view.measureTitle}`,
    breadcrumbs: (view) => [
      { text: 'Measures', href: '/measures' },
      { text: view.measureTitle, href: view.measureHref },
      { text: 'History', href: view.historyHref },
    ],
  })
  const check = form({
    path,
    action,
    page: shown,
    repeatable: true,
    read: (body, posted) => {
      // Asked for again to be mended: nothing is wrong with it, and it is not checked yet.
      if (body.has('mend')) return { ok: false, problems: [] }
      const wanted = read(body, posted)
      return wanted.ok ? { ok: true, input: { body: body.toString(), input: wanted.input } } : wanted
    },
    run: async (db, actor, { body, input }) => {
      const outcome = await inAuthority(db, actor.authorityId, (db) =>
        tried(db, () => kind.change(db, actor, input)),
      )
      return outcome.ok ? { ok: true, result: body } : outcome
    },
    leadsTo: (body, { path }) => ({ to: path, show: body }),
  })
  const confirm = form({
    path: `${path}/confirm`,
    action,
    page: shown,
    read: (body, posted) => read(body, posted as Posted<typeof path>),
    run: async (db, actor, input) => {
      const outcome = await kind.command(db, actor, input)
      return outcome.ok ? { ok: true, result: outcome.effect } : outcome
    },
    leadsTo: (effect, { params }) =>
      `/measures/${(params as { code: string }).code}/history?done=${kind.done}${effect.published.length > 0 ? '&restated=yes' : ''}`,
  })
  return { page: shown, deeds: [check, confirm] }
}

function restateRefusal(actor: Actor): string {
  const decision = can(actor, 'measure.restate')
  return decision.allowed ? '' : `${decision.reason} You can change what no locked quarter has shown.`
}

const readingOf = (evaluated: EvaluatedMeasure) => ({
  ...positions[evaluated.evaluation.position],
  says: saysOf(evaluated),
})

/** The status without and with the change, and what will be said of it. */
function checkOf({ told, published, quarter, before, after, warnings }: Effect) {
  const quarters = published.map(({ period }) => periodText(period)).join(', ')
  const isSame =
    before.evaluation.position === after.evaluation.position &&
    before.evaluation.sentence === after.evaluation.sentence
  return {
    told: told.map(({ kind, period, was, becomes }) => ({
      what: [restatementKinds[kind], period === null ? null : periodText(period)].filter(Boolean).join(', '),
      was,
      becomes,
    })),
    warnings,
    before: readingOf(before),
    after: readingOf(after),
    beforeTitle:
      published.length > 0
        ? `${periodText(quarter)}, as published`
        : `${periodText(quarter)}, as it reads today`,
    afterTitle: published.length > 0 ? 'It would have read' : 'With this change it will read',
    same: isSame ? 'Its status stays the same.' : null,
    ledger:
      published.length > 0
        ? `${quarters} had shown this. It is a restatement: it goes into the ledger today, and is printed in the next report.`
        : 'No locked quarter had shown this. It is kept in the measure’s history, with the reason.',
    isRestatement: published.length > 0,
  }
}
