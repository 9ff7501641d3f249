import type { Chart } from '../../../domain/report/chart.ts'

/** A plain picture for tests: enough of a chart to be looked at, with no dependence on how pages draw theirs. */
export const drawSampleChart = (chart: Chart): string => {
  if (chart.kind !== 'line')
    return svg(`<text x="10" y="40" font-size="16">${escapeText(chart.title)}</text>`)
  const values = chart.series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))
  const top = Math.max(...values, chart.target?.value ?? 0) * 1.1
  const y = (value: number) => 300 - (260 * value) / top
  const lines = chart.series.map(({ points, emphasis }) => {
    const x = (index: number) => 60 + (620 * index) / Math.max(1, points.length - 1)
    const path = points.flatMap(({ value }, index) =>
      value === null ? [] : `${x(index).toFixed(1)},${y(value).toFixed(1)}`,
    )
    const ticks = points.map(
      ({ label }, index) =>
        `<text x="${x(index).toFixed(1)}" y="322" font-size="12" text-anchor="middle" fill="#505a5f">${escapeText(label)}</text>`,
    )
    const colour = emphasis === 'main' ? '#12436d' : '#a8adb1'
    return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="3"/>${ticks.join('')}`
  })
  const target = chart.target
    ? `<line x1="60" x2="680" y1="${y(chart.target.value)}" y2="${y(chart.target.value)}" stroke="#0b0c0c" stroke-dasharray="5 4"/><text x="680" y="${y(chart.target.value) - 6}" font-size="13" text-anchor="end">${escapeText(chart.target.label)}</text>`
    : ''
  return svg(`<line x1="60" x2="680" y1="300" y2="300" stroke="#0b0c0c"/>${lines.join('')}${target}`)
}

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 340" width="700" height="340" role="img" font-family="Arial, sans-serif">${content}</svg>`

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
