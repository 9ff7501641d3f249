import { permanences } from '../../domain/finance/pressure.ts'
import { poundsMillionText } from '../../domain/money.ts'
import type { Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, text } from '../../domain/report/cells.ts'
import type { Pressure } from './pressures.ts'
import type { RevenueMonth } from './queries.ts'

const notStated = 'Not stated'

/** What lies behind a month's variances, whole and parts; what the source does not say is said not to be stated. */
export function pressureTable({ financialYear, month }: RevenueMonth, pressures: readonly Pressure[]): Table {
  const whole = ({ serviceName, title }: Pressure) => `${serviceName}: ${title}`
  const gap = (pressure: Pressure) =>
    pressures.some(({ partOf }) => partOf === pressure.position) ? 'See its parts' : notStated
  const hasExempt = pressures.some(({ exemptReason }) => exemptReason !== null)
  const row = (pressure: Pressure): Row => ({
    role: 'body',
    cells: [
      text(pressure.partOf === null ? whole(pressure) : `– ${pressure.title}`),
      millions(pressure.amount, pressure.source),
      text(
        pressure.cause ?? (pressure.partOf === null && isNamedByTitle(pressure) ? 'As named' : gap(pressure)),
      ),
      text(pressure.assumption ?? gap(pressure)),
      text(pressure.permanence === null ? gap(pressure) : permanences[pressure.permanence]),
      text(laterYearsText(pressure) ?? gap(pressure)),
      ...(hasExempt ? [text(pressure.exemptReason === null ? 'No' : `Yes: ${pressure.exemptReason}`)] : []),
    ],
  })
  return {
    name: `pressures-${financialYear}-${month}`,
    caption: 'What lies behind the variances, £m',
    columns: [
      column('what', 'Pressure', 'left', 3.6),
      column('amount', '£m', 'right', 1),
      column('cause', 'Cause', 'left', 2.4),
      column('assumption', 'Assumption', 'left', 2.4),
      column('lasting', 'Lasting', 'left', 1.7),
      column('later', 'Later years', 'left', 1.5),
      ...(hasExempt ? [column('exempt', 'Exempt', 'left', 1.5)] : []),
    ],
    rows: pressures.map(row),
    notes: [
      'A positive amount is an overspend. A line that begins with a dash is a part of the one above it.',
    ],
  }
}

/** The paper's 'Forecast overspend' says that there is one; any other name says why. */
const isNamedByTitle = ({ title }: Pressure): boolean => !/^forecast (over|under)spend/i.test(title)

function laterYearsText({ laterYears, laterYearsWords }: Pressure): string | null {
  const amount = laterYears === null ? null : poundsMillionText(laterYears)
  return [amount, laterYearsWords].filter((each) => each !== null).join(': ') || null
}

/** Whether a pressure, or a part of it, tells why there is a variance. */
export const tellsWhy = (pressure: Pressure): boolean =>
  pressure.cause !== null ||
  pressure.assumption !== null ||
  (pressure.partOf === null && isNamedByTitle(pressure))
