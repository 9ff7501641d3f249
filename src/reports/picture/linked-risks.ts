import type { Db } from '../../db/database.ts'
import type { KnownBy } from '../../db/known-by.ts'
import type { Period } from '../../domain/period.ts'
import type { PictureRisk } from '../../domain/picture/parts.ts'
import type { LinkKind } from '../../domain/risk/link.ts'
import { scoreOf } from '../../domain/risk/score.ts'
import type { RiskStanding } from '../../risk/risk.ts'
import { riskStandings } from '../../risk/standings.ts'
import { dayTold } from '../quarter-risks.ts'

/** A risk with what it is linked to. */
export type LinkedRisk = PictureRisk & {
  readonly services: readonly string[]
  readonly items: readonly string[]
}

/** The open risks, as they stood when the quarter's report was read: in the quarter after it. */
export async function linkedRisks(db: Db, quarter: Period, knownBy: KnownBy): Promise<LinkedRisk[]> {
  return (await riskStandings(db, knownBy, await dayTold(db, quarter, knownBy))).map(linkedRisk)
}

function linkedRisk(risk: RiskStanding): LinkedRisk {
  const { current, previous, appetite, unit } = risk
  const linked = (kind: LinkKind) => risk.links.filter((link) => link.kind === kind).map(({ code }) => code)
  return {
    code: risk.code,
    title: risk.title,
    score: current === null ? null : scoreOf(current),
    previous: previous === null ? null : scoreOf(previous),
    aboveAppetite: appetite.verdict === 'above' ? true : appetite.verdict === 'within' ? false : null,
    openActions: risk.openActions.length,
    measures: linked('measure'),
    services: [...(unit?.kind === 'service' ? [unit.code] : []), ...linked('service')],
    items: linked('plan-item'),
    illustrative: risk.showsIllustrative,
  }
}
