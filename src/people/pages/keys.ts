import { addKey, endKey, mayHoldKey } from '../../access/api-key-commands.ts'
import { apiKeys, standingOf } from '../../access/api-keys.ts'
import { parseUnit, unitText } from '../../domain/access/unit.ts'
import { dayText } from '../../domain/period-text.ts'
import { form, type Problem } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { momentText } from '../../web/moment-text.ts'
import { page } from '../../web/page.ts'
import { readDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { namedUnits, unitNamed } from '../queries.ts'

/** The keys by which programs send figures, and making another. */
export const keysPage = page({
  path: '/keys',
  action: 'key.keep',
  template: 'people/pages/keys.njk',
  view: async (asked) => {
    const { db, site, query, typed } = asked
    const today = todayOf(site)
    const units = await namedUnits(db, today)
    const add = formView(asked, '/keys', { label: '', unit: '', until: '' })
    return {
      notice: query.get('done') === 'ended' ? 'The key is ended.' : null,
      token: typed.shown,
      add,
      end: formView(asked, '/keys/end', { key: '' }),
      units: [
        { value: '', text: 'Choose a unit', selected: add.values.unit === '' },
        ...units
          .filter(({ unit }) => mayHoldKey(unit))
          .map(({ unit, name }) => ({
            value: unitText(unit),
            text: name,
            selected: unitText(unit) === add.values.unit,
          })),
      ],
      keys: (await apiKeys(db)).map((key) => ({
        id: key.id,
        label: key.label,
        unit: unitNamed(units, key.unit),
        until: dayText(key.until),
        used: key.lastUsed === null ? 'never' : momentText(key.lastUsed),
        standing: { good: 'In use', ended: 'Ended', expired: 'Expired' }[standingOf(key, today)],
        good: standingOf(key, today) === 'good',
      })),
    }
  },
  title: 'Keys for programs',
})

export const addKeyForm = form({
  path: '/keys',
  action: 'key.keep',
  page: keysPage,
  read: (body, { site }) => {
    const label = (body.get('label') ?? '').trim()
    const unit = parseUnit(body.get('unit') ?? '')
    const until = readDay(body.get('until') ?? '')
    const problems: Problem[] = []
    if (label === '' || label.length > 100)
      problems.push({ field: 'label', text: 'Enter what the program is called, in at most 100 characters' })
    if (unit === null || !mayHoldKey(unit))
      problems.push({ field: 'unit', text: 'Choose whose figures it sends' })
    if (until === null) problems.push({ field: 'until', text: 'Enter the last day, such as 31 3 2027' })
    else if (until < todayOf(site)) problems.push({ field: 'until', text: 'The last day must not be past' })
    if (problems.length > 0 || unit === null || until === null || !mayHoldKey(unit))
      return { ok: false, problems }
    return { ok: true, input: { label, unit, until } }
  },
  run: async (db, actor, input) => ({ ok: true, result: await addKey(db, actor, input) }),
  leadsTo: (token) => ({ to: '/keys', show: token }),
})

export const endKeyForm = form({
  path: '/keys/end',
  action: 'key.keep',
  page: keysPage,
  read: (body) => ({ ok: true, input: Number(body.get('key')) || 0 }),
  run: async (db, actor, id) => {
    await endKey(db, actor, { id })
    return { ok: true, result: null }
  },
  leadsTo: () => '/keys?done=ended',
})
