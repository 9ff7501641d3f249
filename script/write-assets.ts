import { writeFileSync } from 'node:fs'
import { compileStyles, stylesheet } from './compile-styles.ts'

const css = compileStyles()
writeFileSync(stylesheet, css)
process.stdout.write(`${stylesheet}: ${Math.round(css.length / 1024)} kB\n`)
