import { type Role, roles } from '../../domain/access/roles.ts'
import { isDated } from '../../domain/calendar/calendar-events.ts'
import { calendarKinds } from '../../domain/calendar/calendar-kind.ts'
import { type CalendarRule, cadences, type KeptRule } from '../../domain/calendar/calendar-rule.ts'
import { type DatedItem, isStanding, isWanted } from '../../domain/calendar/dated-item.ts'
import { addWorkingDays, isWorkingDay } from '../../domain/calendar/working-days.ts'
import { dayText, periodText } from '../../domain/period-text.ts'
import { addressWith } from '../../web/address.ts'
import { oftenWords, whoWords } from '../item-words.ts'
import { type Span, spansAround } from '../span.ts'
import { type Choice, choiceWords } from './asked-for.ts'
import { calendarTable } from './calendar-table.ts'
import { monthsOf, weekdayText } from './month-entries.ts'

type Facts = {
  readonly rules: readonly KeptRule[]
  readonly items: readonly DatedItem[]
  readonly today: string
  readonly span: Span
  readonly choice: Choice
  readonly path: string
  readonly query: URLSearchParams
}

/** Some months of the calendar, under what comes round in every week, month and quarter of them. */
export function calendarView({ rules, items, today, span, choice, path, query }: Facts) {
  const chosen = rules.filter((rule) => isWanted(rule, choice))
  const wanted = items.filter((item) => isWanted(item, choice))
  const named = wanted.filter(({ cadence }) => !isStanding(cadence))
  const wholeYear = named.filter(({ when }) => when.granularity === 'financial-year')
  const words = choiceWords(choice)
  const undated = chosen.filter((rule) => !isDated(rule))
  return {
    heading: span.kind === 'ahead' ? 'Calendar' : `Calendar: ${span.title}`,
    lead: leadWords(today),
    periods: {
      label: 'Showing',
      current: span.title,
      choices: spansAround(today, span).map(({ text, period }) => ({
        text,
        href: addressWith(path, query, { period }),
      })),
    },
    filters: filtersOf({ rules, items, choice, path, query }),
    filtered:
      words === null ? null : filteredWords(words, { named: named.length, of: rules, some: chosen, choice }),
    nothing: rules.length === 0,
    months: monthsOf(
      named.filter((item) => !wholeYear.includes(item)),
      { span, today },
    ),
    monthHref: (id: string) => addressWith(path, query, { period: id }),
    emptyMonth:
      words === null
        ? 'The papers name nothing for this month.'
        : 'Nothing in this month with these filters.',
    standing: (['weekly', 'monthly', 'quarterly'] as const)
      .map((cadence) => ({
        title: cadences[cadence],
        rules: chosen.filter((rule) => rule.cadence === cadence).map(standingOf),
      }))
      .filter(({ rules }) => rules.length > 0),
    years: [...Map.groupBy(wholeYear, ({ when }) => periodText(when))].map(([year, all]) => ({
      title: `Some time in ${year}`,
      rules: all.map((item) => ({ title: item.title, who: whoWords(item), often: null, note: item.note })),
    })),
    undated: span.kind === 'month' ? [] : undated.map(standingOf),
    feedHref: addressWith('/calendar.ics', query, { period: null }),
    table: calendarTable(wanted, { title: span.title, whose: words ?? 'everything' }),
  }
}

const standingOf = (rule: CalendarRule) => ({
  title: rule.title,
  who: whoWords(rule),
  often: isDated(rule) ? null : oftenWords(rule),
  note: rule.note,
})

function leadWords(today: string): string {
  const next = dayText(addWorkingDays(today, 1))
  const kind = isWorkingDay(today) ? 'a working day' : 'not a working day'
  return `Today is ${weekdayText(today).split(' ')[0]} ${dayText(today)}, ${kind}; the next one is ${next}. Where the framework’s papers name a month or a quarter and no day, what is due is due some time in it.`
}

function filtersOf({ rules, items, choice, path, query }: Omit<Facts, 'today' | 'span'>) {
  const all = [...rules, ...items]
  const named = (Object.keys(roles) as Role[]).filter((role) => all.some(({ roles }) => roles.includes(role)))
  const option = (value: string, text: string, chosen: string | null) => ({
    value,
    text,
    selected: value === (chosen ?? ''),
  })
  const period = query.get('period')
  return {
    path,
    keep: period === null ? [] : [{ name: 'period', value: period }],
    clearHref: choiceWords(choice) === null ? null : addressWith(path, query, { role: null, kind: null }),
    roles: [
      option('', 'All roles', choice.role),
      option('mine', 'What is mine', choice.role),
      ...named.map((role) => option(role, roles[role], choice.role)),
    ],
    kinds: [
      option('', 'All kinds', choice.kind),
      ...Object.entries(calendarKinds).map(([kind, text]) => option(kind, text, choice.kind)),
    ],
  }
}

function filteredWords(
  words: string,
  facts: { named: number; of: readonly KeptRule[]; some: readonly KeptRule[]; choice: Choice },
): string {
  const nobodys = facts.of.filter(({ roles }) => roles.length === 0).length
  const shown = `Only ${words}: ${facts.some.length} of the calendar’s ${facts.of.length} rules.`
  if (facts.choice.role === null) return shown
  return `${shown} ${nobodys} rules name no role and are shown under all roles.`
}
