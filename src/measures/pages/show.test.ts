import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seftonApp } from '#test/support/app.ts'

const { get } = await seftonApp({ after })

test('a measure says its value, its period and how it stands among similar councils', async () => {
  const { text } = await get('/measures/sm-20')
  assert.match(text, /40\.4%/)
  assert.match(text, /8th of 21 similar councils/)
  assert.match(text, /Better than 27\.4% a year earlier \(2022\): \+13\.0 percentage points/)
  assert.match(text, /No target has been set/)
})

test('a series that is not quite the measure says how it differs', async () => {
  const { text } = await get('/measures/sm-20')
  assert.match(text, /a published statistic of the same thing, whose basis the title leaves open/)
  assert.match(text, /Excludes exception cases/)
})

test('a figure of a later period is mentioned and is not the figure of the quarter', async () => {
  const { text } = await get('/measures/sm-20')
  assert.match(text, /A figure for a later period is held: 53\.1% in 2024/)
})

test('the chart has a finding as its title, a description, and its table on the page', async () => {
  const { body } = await get('/measures/sm-20')
  assert.match(body, /<title[^>]*>Sefton was at 40\.4% in 2023: no sign of real change</)
  assert.match(body, /<desc[^>]*>/)
  assert.match(body, /<table[\s\S]*<caption[\s\S]*<th[^>]*scope="col"/)
})

test('the figures of the page are its CSV, exact rather than rounded', async () => {
  const { body } = await get('/measures/sm-20.csv')
  const [header, first] = body.split('\r\n')
  assert.match(
    header ?? '',
    /^Period,Sefton \(%\),"Similar councils, middle \(%\)",North West \(%\),England \(%\),Status$/,
  )
  assert.equal(first, '2024,53.1,37.45,50.5,46.4,"Final, after this quarter"')
})

test('a measure with no figures says so, and shows its definition with the gaps', async () => {
  const { text, status } = await get('/measures/sm-01')
  assert.equal(status, 200)
  assert.match(
    text,
    /Not collected here: no figures have been sent, and no public series stands behind this measure/,
  )
  assert.match(text, /Owner \(theme responsibility\) Not stated in the framework/)
})

test('from a measure one can walk up to the vision', async () => {
  const { body } = await get('/measures/sm-20')
  for (const item of ['children-and-young-people', 'corporate-plan'])
    assert.match(body, new RegExp(`href="/thread/${item}`))
})

test('a code is found in capitals, and one that is not there suggests measures with like words', async () => {
  assert.equal((await get('/measures/SM-20')).status, 200)
  const { status, body } = await get('/measures/agency-workers')
  assert.equal(status, 404)
  assert.match(body, /href="\/measures\/sm-03">Percentage of Agency Workers/)
})

test('the verdict stands before anything else, and how it was reached is one click away', async () => {
  const { body, text } = await get('/measures/sm-03')
  assert.match(
    body,
    /<h1[\s\S]{0,200}<\/h1>[\s\S]{0,200}gt-verdict__sentence">Among the worst of similar councils/,
  )
  assert.match(body, /<details class="gt-workings">\s*<summary[^>]*>How this was worked out/)
  assert.match(text, /average ± 2\.66 × the average step/)
  assert.match(text, /Average 17\.7%, usual range 2\.7% to 32\.8% \(trial limits, from 7 figures\)/)
})

test('what the page has is listed, and every link of the list leads to a part of it', async () => {
  for (const code of ['sm-41', 'sm-07', 'sm-05']) {
    const { body } = await get(`/measures/${code}`)
    const list = body.match(/<nav class="gt-contents"[\s\S]*?<\/nav>/)?.[0] ?? ''
    const targets = [...list.matchAll(/href="#([a-z]+)"/g)].map(([, id]) => id)
    assert.ok(targets.length >= 2)
    for (const id of targets) assert.match(body, new RegExp(`id="${id}"`), `${code} ${id}`)
  }
})

test('intervals are drawn where counts are published, and told in the table', async () => {
  const { text } = await get('/measures/sm-41')
  assert.match(text, /95% confidence interval: how far chance alone could move the figure/)
  const { body } = await get('/measures/sm-41.csv?table=sm-41-comparators')
  assert.match(body, /^Area,Value \(%\),Lower limit \(%\),Upper limit \(%\)\r\n/)
})

test('the councils of the city region stand side by side', async () => {
  const { body } = await get('/measures/sm-03')
  for (const name of ['Halton', 'Knowsley', 'Liverpool', 'St Helens', 'Wirral'])
    assert.match(body, new RegExp(`font-weight="bold" fill="#0b0c0c">${name}<`))
})

test('a proxy is said to be one beside its verdict, and is given no place', async () => {
  const { text } = await get('/measures/sm-07')
  assert.match(text, /Proxy: a related published statistic, not the measure itself/)
  assert.doesNotMatch(text, /Among similar councils 12th of 21/)
})

test('two measures of one title, and an item of the thread like them, have page titles of their own', async () => {
  const titleOf = async (address: string) =>
    /<title>\s*([^<]+?)\s*<\/title>/.exec((await get(address)).body)?.[1] ?? ''
  const [children, adults] = [await titleOf('/measures/sm-02'), await titleOf('/measures/sm-26')]
  assert.match(children, /^Social Worker Staff Turnover Rate: /)
  assert.notEqual(children, adults)
  assert.doesNotMatch(await titleOf('/measures/sm-20'), /: /)
})
