import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import type { Chart, DistributionChart, StatusTone } from '../domain/report/chart.ts'
import type { ChartSize } from './charts/chart-size.ts'
import { distributionStrip } from './charts/distribution-bar.ts'
import { drawChart } from './charts/draw-chart.ts'
import { type Sparkline, sparkline } from './charts/sparkline.ts'
import { type AssuranceIcon, assuranceIcon, type VariationIcon, variationIcon } from './charts/spc-icons.ts'
import { statusMark } from './charts/status-mark.ts'
import type { Layout } from './layout.ts'
import { plainView, strictView } from './strict-view.ts'

export type Render = (template: string, view: object, layout: Layout) => string

/** `strict` makes a misspelt name in a template an error. `folders` are searched before src. */
export function createRender({
  strict,
  folders = [],
}: {
  readonly strict: boolean
  readonly folders?: readonly string[]
}): Render {
  const searched = [...folders, root('src'), root('src/web'), root('node_modules/govuk-frontend/dist')]
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(searched), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
  environment.addFilter('plain', plainView)
  addDrawings(environment)
  return (template, view, layout) =>
    environment.render(template, { view: strict ? strictView(view) : view, layout })
}

/** The only makers of markup outside the templates, so that no page has to say that a text is safe. */
function addDrawings(environment: nunjucks.Environment): void {
  const draw = <Input>(name: string, drawn: (input: Input, size?: ChartSize) => string) =>
    environment.addGlobal(name, (input: Input, size?: ChartSize) => {
      return new nunjucks.runtime.SafeString(drawn(plainView(input) as Input, size))
    })
  draw<Chart>('drawChart', drawChart)
  draw<Sparkline>('drawSparkline', sparkline)
  draw<DistributionChart>('drawStrip', distributionStrip)
  draw<StatusTone>('drawMark', statusMark)
  draw<VariationIcon>('drawVariation', variationIcon)
  draw<AssuranceIcon>('drawAssurance', assuranceIcon)
}

function root(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
