import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { disagreements } from '#test/reference/disagreements.ts'

const program = fileURLToPath(new URL('../main.ts', import.meta.url))
const reference = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../test/reference/${name}`, import.meta.url), 'utf8'))

type Answer = Record<string, unknown>

test('every reference series goes through the filter and comes back in order, as the peer answers it', async () => {
  const { cases } = reference('spc.json') as {
    cases: { id: string; input: { values: (number | null)[] }; options: object; expected: Answer }[]
  }
  const lines = cases.map(({ id, input, options }) => ({
    id,
    ...input,
    options: { ...options, peer_behaviour: true },
  }))
  const { answers, code } = await filtered('spc', lines.map((line) => JSON.stringify(line)).join('\n'))
  assert.equal(code, 0)
  assert.equal(answers.length, 116)
  for (const [i, { id, input, expected }] of cases.entries()) {
    const answer = answers[i]
    assert.deepEqual([answer?.id, answer?.status], [id, expected.status])
    if (expected.status !== 'ok') continue
    const size = Math.max(1, ...input.values.map((value) => Math.abs(value ?? 0)))
    const { points, groups, overall } = expected
    assert.deepEqual(disagreements(answer, { status: 'ok', points, groups, overall }, size), [], id)
  }
})

test('every reference interval, comparison and trend goes through the filter', async () => {
  const sections = Object.entries(reference('intervals.json')).filter(([name]) => name !== 'meta') as [
    string,
    { id: string; input: object; expected: object }[],
  ][]
  const cases = sections.flatMap(([section, some]) => some.map((each) => ({ section, ...each })))
  assert.equal(cases.length, 312)
  const lines = cases.map(({ id, section, input }) => JSON.stringify({ id, section, ...input }))
  const { answers, code } = await filtered('intervals', `${lines.join('\r\n')}\r\n`)
  assert.equal(code, 0)
  assert.equal(answers.length, cases.length)
  cases.forEach(({ id, expected }, i) => {
    assert.deepEqual(disagreements(answers[i], expected), [], id)
  })
})

test('a forecast has as many values as its horizon', async () => {
  const train = Array.from({ length: 30 }, (_, i) => 40 + (i % 4) * 3 + i / 10)
  const line = { id: 'q', frequency: 4, horizon: 3, train, lower_bound: 0, upper_bound: 100 }
  const { answers } = await filtered('forecast', JSON.stringify(line))
  for (const field of ['mean', 'lo80', 'hi80', 'lo95', 'hi95'])
    assert.equal(Object.keys(answers[0]?.[field] ?? {}).length, 3)
})

test('bad lines are errors that name the line and the series, and harm no other line', async () => {
  const good = { id: 'good', dates: ['2024-01-01', '2024-02-01'], values: [1, 2] }
  const bad: [string | object, unknown, RegExp][] = [
    ['{"id":"a","values":[1,NaN]}', 'a', /Line 2 \(a\): it is not JSON: NaN is not a JSON value/],
    ['{"id":2,"values":[-Infinity]}', 2, /-Infinity is not a JSON value/],
    ['{"id":"big","values":[1e999],"dates":["2024-01-01"]}', 'big', /'big'.* is Infinity/],
    ['some text', null, /Line 5: it is not JSON/],
    ['', null, /Line 6: it is empty/],
    ['[1,2]', null, /Line 7: it is not a JSON object/],
    ['null', null, /Line 8: it is not a JSON object/],
    ['{"id":"cut","dates":["2024', 'cut', /it ends before its last brace/],
    [{ ...good, id: 't', values: [1, 'two'] }, 't', /Line 10, series 't': .*is 'two'/],
    [{ ...good, id: 'none', dates: [], values: [] }, 'none', /no points/],
    [{ ...good, id: 'gaps', values: [null, null] }, 'gaps', /every value is missing/],
    [{ ...good, id: 'twice', dates: ['2024-01-01', '2024-01-01'] }, 'twice', /appears twice/],
    [{ dates: 1 }, null, /Line 14, a series without an id: dates must be a list/],
  ]
  const one = { id: 'one', dates: ['2024-01-01'], values: [7] }
  const lines = [good, ...bad.map(([line]) => line), one, good]
  const { answers, code } = await filtered(
    'spc',
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  assert.equal(code, 0)
  assert.equal(answers.length, lines.length)
  bad.forEach(([, id, reason], i) => {
    assert.equal(answers[i + 1]?.status, 'error')
    assert.equal(answers[i + 1]?.id, id)
    assert.match(String(answers[i + 1]?.message), reason)
  })
  assert.deepEqual([answers[0]?.status, answers.at(-2)?.status, answers.at(-1)?.status], ['ok', 'ok', 'ok'])
  assert.match(String(answers.at(-2)?.notes), /too few/)
  const over = { id: 'over', section: 'proportion', numerator: 3, denominator: 2 }
  const intervals = await filtered('intervals', JSON.stringify(over))
  assert.match(String(intervals.answers[0]?.message), /'over'.*over its denominator/)
})

test('bytes that are not UTF-8 and a mark at the beginning of a file are told apart from JSON', async () => {
  const line = '{"id":"x","dates":["2024-01-01"],"values":[1]}\n'
  const bytes = Buffer.concat([
    Buffer.from(`\uFEFF${line}`),
    Buffer.from([0x7b, 0xff, 0x0a]),
    Buffer.from(line),
  ])
  const { answers } = await filtered('spc', bytes)
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['ok', 'error', 'ok'],
  )
  assert.match(String(answers[1]?.message), /Line 2: it is not UTF-8/)
})

test('200,000 lines stream through in order without the memory growing', { timeout: 60_000 }, async () => {
  const dates = Array.from({ length: 6 }, (_, i) => `2024-0${i + 1}-01`)
  const child = spawn(process.execPath, [program, 'stats', 'spc'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const total = 200_000
  let seen = 0
  let peak = 0
  const feed = async () => {
    for (let i = 0; i < total; i += 1) {
      const line = JSON.stringify({ id: i, dates, values: [i % 7, 2, 3, i % 5, 5, 6] })
      if (!child.stdin.write(`${line}\n`)) await new Promise((resolve) => child.stdin.once('drain', resolve))
    }
    child.stdin.end()
  }
  const feeding = feed()
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith(`{"id":${seen},"status":"ok"`))
      assert.fail(`line ${seen + 1} is ${line.slice(0, 80)}`)
    seen += 1
    if (seen % 20_000 === 0) peak = Math.max(peak, residentMegabytes(child.pid))
  }
  await feeding
  assert.equal(seen, total)
  // The input is 20 MB and the answers 160 MB: kept, they would show.
  assert.ok(peak < 200, `it held ${peak} MB`)
})

test('a reader that has had enough ends it quietly', async () => {
  const line = `${JSON.stringify({ id: 1, dates: ['2024-01-01'], values: [1] })}\n`
  const child = spawn(process.execPath, [program, 'stats', 'spc'], { stdio: 'pipe' })
  const errors: string[] = []
  child.stderr.on('data', (text) => errors.push(String(text)))
  child.stdin.on('error', () => {})
  child.stdout.once('data', () => child.stdout.destroy())
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for (let i = 0; i < 2000 && child.exitCode === null; i += 1) {
    if (!child.stdin.write(line.repeat(100))) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  child.stdin.end()
  assert.equal(await ended, 0)
  assert.deepEqual(errors, [])
})

test('wrong usage says what is known and exits with 2', async () => {
  for (const asked of [[], ['mean'], ['spc', 'more'], ['spc', '--fast'], ['toString']]) {
    const { code, errors } = await run(['stats', ...asked], '')
    assert.equal(code, 2, asked.join(' '))
    assert.match(errors, /goldenthread stats spc\|intervals\|forecast/)
  }
})

async function filtered(kind: string, input: string | Buffer) {
  const { code, text } = await run(['stats', kind], input)
  const answers = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer)
  return { code, answers }
}

async function run(args: readonly string[], input: string | Buffer) {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'pipe' })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk) => out.push(chunk))
  child.stderr.on('data', (chunk) => err.push(chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { code, text: Buffer.concat(out).toString(), errors: Buffer.concat(err).toString() }
}

function residentMegabytes(pid: number | undefined): number {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return (Number(pages) * 4096) / 1e6
  } catch {
    return 0
  }
}
