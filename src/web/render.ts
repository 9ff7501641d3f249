import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
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
  return (template, view, layout) =>
    environment.render(template, { view: strict ? strictView(view) : view, layout })
}

function root(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
