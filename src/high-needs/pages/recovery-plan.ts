import { can } from '../../domain/access/can.ts'
import { baseModel } from '../../domain/high-needs/base-model.ts'
import { actionProgress } from '../../domain/high-needs/recovery.ts'
import { sumPence } from '../../domain/money.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { highNeedsNav, highNeedsTrail } from '../nav.ts'
import { planWords } from '../plan-words.ts'
import { highNeedsFacts } from '../queries.ts'
import { actionFields, readAction } from '../read-action.ts'
import { addRecoveryAction } from '../record-recovery.ts'
import { commitmentsOf, recoveryActions } from '../recovery.ts'
import { commitmentTable, recoveryTable } from '../recovery-tables.ts'

/** What is to bring the deficit down: by when, worth how much, how far it has come; and what is owed to be reported. */
export const recoveryPlanPage = page({
  path: '/high-needs/recovery-plan',
  action: 'high-needs.view',
  template: 'high-needs/pages/recovery-plan.njk',
  asAt: true,
  view: async (asked) => {
    const { db, actor, query, site, asAt } = asked
    const today = asAt ?? todayOf(site)
    const actions = await recoveryActions(db, asAt)
    const answer = baseModel(await highNeedsFacts(db, asAt))
    const addForm = formView(asked, '/high-needs/recovery-plan', { ...actionFields, progress: 'not started' })
    const planned = answer.ok
      ? sumPence(answer.base.model.mitigations.map(({ fullYearValue }) => fullYearValue))
      : 0n
    return {
      nav: highNeedsNav('/high-needs/recovery-plan'),
      ...planWords(actions, today, planned),
      table: recoveryTable(actions, today),
      commitments: commitmentTable(await commitmentsOf(db, asAt), today),
      notice: query.get('done') === 'added' ? 'The action is part of the plan.' : null,
      form: can(actor, 'high-needs.keep').allowed && asAt === null ? addForm : null,
      progressItems: progressItems(addForm.values.progress),
    }
  },
  title: 'High needs: recovery plan',
  breadcrumbs: () => highNeedsTrail,
  tables: ({ table, commitments }) => [table, commitments],
})

export const progressItems = (chosen: string) =>
  Object.entries(actionProgress).map(([value, { text }]) => ({ value, text, checked: value === chosen }))

export const addActionForm = form({
  path: '/high-needs/recovery-plan',
  action: 'high-needs.keep',
  page: recoveryPlanPage,
  read: readAction,
  run: async (db, actor, input) => ({ ok: true, result: await addRecoveryAction(db, actor, input) }),
  leadsTo: () => '/high-needs/recovery-plan?done=added',
})
