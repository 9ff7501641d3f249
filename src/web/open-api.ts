import type { Endpoint } from './endpoint.ts'

/** The description of the API for programs, made of the very table that is served. */
export function openApi(endpoints: readonly Endpoint[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Golden Thread',
      version: '1',
      description: 'Figures of a council’s measures, for programs. Every address needs a key.',
    },
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key from the page /keys.' } },
      schemas: {
        Problem: {
          type: 'object',
          description: 'Problem details (RFC 9457); problems of rows name the row, column, value and remedy.',
          required: ['title', 'status'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            problems: { type: 'array', items: { $ref: '#/components/schemas/RowProblem' } },
            warnings: { type: 'array', items: { $ref: '#/components/schemas/RowProblem' } },
          },
        },
        RowProblem: {
          type: 'object',
          required: ['row', 'column', 'value', 'message'],
          properties: {
            row: { type: 'integer' },
            column: { type: 'string' },
            value: { type: 'string' },
            message: { type: 'string' },
          },
        },
      },
    },
  }
}

const problemOf = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

function operation({ summary, parameters, takes, answers }: Endpoint): object {
  const responses = Object.entries(answers).map(([status, description]) => [
    status,
    Number(status) < 400
      ? { description, content: { 'application/json': { schema: { type: 'object' } } } }
      : problemOf(description),
  ])
  return {
    summary,
    parameters: parameters.map(({ name, in: place, says }) => ({
      name,
      in: place,
      description: says,
      required: place === 'path',
      schema: { type: 'string' },
    })),
    ...(takes.length === 0
      ? {}
      : { requestBody: { required: true, content: Object.fromEntries(takes.map((type) => [type, {}])) } }),
    responses: {
      ...Object.fromEntries(responses),
      401: problemOf('No key, or one that is ended or expired.'),
      429: problemOf('The key is used too often. Retry-After says when to try again.'),
    },
  }
}
