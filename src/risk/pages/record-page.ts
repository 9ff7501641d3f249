import { permit } from '../../access/command.ts'
import type { Db } from '../../db/database.ts'
import type { Action } from '../../domain/access/can.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { type Page, page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { unitsOverRisk } from '../held-risk.ts'
import type { RiskStanding } from '../risk.ts'
import { codeText } from '../risk-words.ts'
import { riskFor } from '../standings.ts'
import { type AskedForm, askedForm } from './asked-form.ts'

type About = {
  readonly db: Db
  readonly actor: Actor
  readonly risk: RiskStanding
  readonly today: string
}

type Options = {
  readonly path: `/risks/:code/${string}`
  readonly action: Action
  readonly title: string
  readonly lead: string
  /** How it stands, before the questions. */
  readonly stands?: (about: About) => readonly string[]
  /** Each goes to an address under the risk's own: 'score'. */
  readonly forms: (about: About) => readonly AskedForm[] | Promise<readonly AskedForm[]>
}

/** A page on which something is recorded of one risk. */
export const recordPage = ({ path, action, title, lead, stands = () => [], forms }: Options): Page =>
  page({
    path,
    action,
    template: 'risk/pages/record.njk',
    view: async (asked) => {
      const { db, actor, params, site } = asked
      const today = todayOf(site)
      const risk = await riskFor(db, params.code, null, today)
      permit(actor, action, { units: await unitsOverRisk(db, risk.unit, today) })
      const about = { db, actor, risk, today }
      const views = (await forms(about)).map((form) =>
        askedForm(asked, {
          ...form,
          action: `${risk.href}/${form.action}`,
          hidden: { ...form.hidden, seen: String(risk.seen) },
        }),
      )
      return {
        title,
        lead,
        caption: `${codeText(risk.code)} ${risk.title}`,
        href: risk.href,
        stands: stands(about),
        forms: views,
      }
    },
    title: (view) => `${view.title}: ${view.caption}`,
    breadcrumbs: (view) => [
      { text: 'Risk register', href: '/risks' },
      { text: view.caption, href: view.href },
    ],
  })
