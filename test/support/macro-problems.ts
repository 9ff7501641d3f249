import { readFileSync } from 'node:fs'
import nunjucks from 'nunjucks'

/** As much of Nunjucks' syntax tree as is looked at. */
type Node = {
  readonly typename: string
  readonly value?: unknown
  readonly name?: Node
  readonly args?: Node
  readonly key?: Node
  readonly children?: readonly Node[]
  findAll(type: unknown): readonly Node[]
}
type Option = {
  readonly name: string
  readonly type: string
  readonly isComponent?: boolean
  readonly params?: readonly Option[]
}

// Nunjucks exports its parser, and its types do not say so.
const { parser, nodes } = nunjucks as unknown as {
  parser: { parse(text: string): Node }
  nodes: { FunCall: unknown }
}
const components = new URL('../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url)

/** What a template asks of GOV.UK components that they do not have. Such an option is otherwise lost in silence. */
export function macroProblems(template: string): readonly string[] {
  const imported = template.matchAll(/from "govuk\/components\/([a-z-]+)\/macro\.njk" import (\w+)/g)
  const componentOf = new Map([...imported].map(([, component = '', macro = '']) => [macro, component]))
  return parser
    .parse(template)
    .findAll(nodes.FunCall)
    .flatMap((call) => {
      const macro = String(call.name?.value)
      const component = componentOf.get(macro)
      if (component === undefined) return []
      const given = call.args?.children?.[0]
      if (given?.typename !== 'Dict') return [`${macro} must be given its options as a literal`]
      return unknownOptions(given, optionsOf(component), '').map((name) => `${macro} has no option '${name}'`)
    })
}

function unknownOptions(given: Node, options: readonly Option[], path: string): readonly string[] {
  return (given.children ?? []).flatMap(({ key, value }) => {
    const name = String(key?.value)
    const option = options.find((one) => one.name === name)
    if (option === undefined) return [`${path}${name}`]
    const inner = innerOptions(option)
    return inner === null
      ? []
      : literals(value).flatMap((one) => unknownOptions(one, inner, `${path}${name}.`))
  })
}

function literals(value: unknown): readonly Node[] {
  const node = value as Node
  if (node.typename === 'Dict') return [node]
  return node.typename === 'Array' ? (node.children ?? []).flatMap(literals) : []
}

/** Null for what is free: attributes, and plain values. */
function innerOptions({ name, isComponent, params }: Option): readonly Option[] | null {
  const own = params ?? []
  if (!isComponent) return own.length > 0 ? own : null
  return [...own, ...optionsOf(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))]
}

function optionsOf(component: string): readonly Option[] {
  return JSON.parse(readFileSync(new URL(`${component}/macro-options.json`, components), 'utf8'))
}
