import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

export const stylesheet = fileURLToPath(new URL('../assets/golden-thread.css', import.meta.url))

/** The one stylesheet, from assets/scss and GOV.UK Frontend's own Sass. */
export function compileStyles(): string {
  const source = new URL('../assets/scss/golden-thread.scss', import.meta.url)
  const govuk = new URL('../node_modules/govuk-frontend/dist', import.meta.url)
  const { css } = compile(fileURLToPath(source), {
    loadPaths: [fileURLToPath(govuk)],
    style: 'compressed',
    quietDeps: true,
    charset: false,
  })
  return `${css}\n`
}
