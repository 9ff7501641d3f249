import { can } from '../../domain/access/can.ts'
import { levelText, type RiskLevel, riskLevels } from '../../domain/risk/level.ts'
import { namedUnits } from '../../people/queries.ts'
import { choiceField, shortField, textField } from '../../web/field.ts'
import { form } from '../../web/form.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { addRisk } from '../add-risk.ts'
import { categoriesOf } from '../categories.ts'
import { everyRisk } from '../standings.ts'
import { askedForm } from './asked-form.ts'
import { readBody } from './read-body.ts'
import { dayField } from './risk-fields.ts'
import { exemptField, readWording, wordingFields } from './wording-fields.ts'

export const newRiskPage = page({
  path: '/risks/new',
  action: 'risk.keep',
  template: 'risk/pages/record.njk',
  view: async (asked) => {
    const { db, actor, site } = asked
    const units = await namedUnits(db, todayOf(site))
    return {
      title: 'Add a risk',
      caption: 'Risk register',
      lead: 'It is not scored yet: that is done on its own page.',
      stands: [],
      forms: [
        askedForm(asked, {
          action: '/risks/new',
          prefix: '',
          title: null,
          button: 'Add this risk',
          hidden: {},
          fields: [
            shortField('code', 'Code', { hint: 'Letters, a dash and a number, such as cr-12' }),
            ...wordingFields(units, categoriesOf(await everyRisk(db)), null),
            choiceField('level', 'At which level is it kept?', {
              hint: 'Corporate level is for those who decide there',
              items: [
                ...(Object.keys(riskLevels) as RiskLevel[]).map((value) => ({
                  value,
                  text: levelText(value),
                })),
                { value: 'none', text: 'Not stated' },
              ],
            }),
            dayField('firstReviewDue', 'By when is it to be reviewed first?'),
            textField('source', 'Where does it come from?', {
              hint: 'A paper with its paragraph, a workshop, an inspection',
            }),
            ...(can(actor, 'exempt.view').allowed ? [exemptField('')] : []),
          ],
        }),
      ],
    }
  },
  title: 'Add a risk',
  breadcrumbs: () => [{ text: 'Risk register', href: '/risks' }],
})

export const newRiskForm = form({
  path: '/risks/new',
  action: 'risk.keep',
  page: newRiskPage,
  read: (body, { site }) => {
    const read = readBody(body)
    const code = (read.text('code') ?? '').toLowerCase()
    if (!/^[a-z]{1,6}-\d{1,4}$/.test(code))
      read.say('code', 'Write letters, a dash and a number, such as cr-12')
    const wording = readWording(read)
    const level = read.choice(
      'level',
      { ...riskLevels, none: null },
      'Choose a level, or that it is not stated',
    )
    return read.done({
      ...wording,
      code,
      level: level === 'none' ? null : level,
      levelReason: null,
      firstReviewDue: read.dueOnOrNone('firstReviewDue', todayOf(site)),
      exemptReason: read.text('exemptReason'),
      evidence: null,
      source: read.text('source', 'Say where it comes from'),
    })
  },
  run: (db, actor, input, { site }) =>
    orConflict('code', () => addRisk(db, actor, { ...input, today: todayOf(site) })),
  leadsTo: (code) => `/risks/${code}?done=added`,
})
