import { type LinkKind, linkKinds } from '../../domain/risk/link.ts'
import { listField, textField } from '../../web/field.ts'
import { form } from '../../web/form.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { todayOf } from '../../web/site.ts'
import { linkRisk } from '../link-risk.ts'
import { linkTargets } from '../link-targets.ts'
import { readBody } from './read-body.ts'
import { recordPage } from './record-page.ts'

/** 'measure:sm-03': how something linked to is written in a form. */
const textOf = ({ kind, code }: { readonly kind: LinkKind; readonly code: string }): string =>
  `${kind}:${code}`

export const linksPage = recordPage({
  path: '/risks/:code/links',
  action: 'risk.keep',
  title: 'What it threatens',
  lead: 'Link it to what it threatens and where it is told of, or take a link away.',
  forms: async ({ db, risk }) => [
    {
      action: 'links',
      prefix: '',
      title: 'Add a link',
      button: 'Add this link',
      hidden: {},
      fields: [
        listField('to', 'To what?', {
          items: [
            { value: '', text: 'A committee paper' },
            ...(await linkTargets(db)).map((target) => ({
              value: textOf(target),
              text: `${linkKinds[target.kind]}: ${target.title}`,
            })),
          ],
        }),
        textField('paper', 'The paper’s title and reference, when it is a paper', {
          hint: 'For example, Cabinet, 25 July 2024: High Needs Monitoring, paragraph 7.4',
        }),
        textField('basis', 'How is that known?', { hint: 'What a paper states, or whose judgement it is' }),
      ],
    },
    ...(risk.links.length === 0
      ? []
      : [
          {
            action: 'links/end',
            prefix: 'end-',
            title: 'Take a link away',
            button: 'Take this link away',
            hidden: {},
            fields: [
              listField('to', 'Which link?', {
                items: risk.links.map((link) => ({
                  value: textOf(link),
                  text: `${linkKinds[link.kind]}: ${link.title}`,
                })),
              }),
              textField('basis', 'Why?'),
            ],
          },
        ]),
  ],
})

function targetIn(text: string): { readonly kind: LinkKind; readonly to: string } | null {
  const [kind = '', ...rest] = text.split(':')
  return Object.hasOwn(linkKinds, kind) ? { kind: kind as LinkKind, to: rest.join(':') } : null
}

export const linkForm = form({
  path: '/risks/:code/links',
  action: 'risk.keep',
  page: linksPage,
  read: (body) => {
    const read = readBody(body)
    const chosen = read.text('to')
    const paper = chosen === null ? read.text('paper', 'Give the paper’s title and reference') : ''
    const target = chosen === null ? { kind: 'paper' as const, to: paper } : targetIn(chosen)
    if (target === null) read.say('to', 'Choose something of the list')
    return read.done({
      kind: target?.kind ?? 'paper',
      to: target?.to ?? '',
      basis: read.text('basis', 'Say how that is known'),
      seen: read.seen,
    })
  },
  run: (db, actor, input, { params, site }) =>
    orConflict('to', () =>
      linkRisk(db, actor, { ...input, holds: true, code: params.code, today: todayOf(site) }),
    ),
  leadsTo: (_, { params }) => `/risks/${params.code}?done=linked`,
})

export const unlinkForm = form({
  path: '/risks/:code/links/end',
  action: 'risk.keep',
  page: linksPage,
  read: (body) => {
    const read = readBody(body)
    const target = targetIn(read.text('to') ?? '')
    if (target === null) read.say('to', 'Choose a link of the list')
    return read.done({
      kind: target?.kind ?? 'paper',
      to: target?.to ?? '',
      basis: read.text('basis', 'Say why'),
      seen: read.seen,
    })
  },
  run: (db, actor, input, { params, site }) =>
    orConflict('to', () =>
      linkRisk(db, actor, { ...input, holds: false, code: params.code, today: todayOf(site) }),
    ),
  leadsTo: (_, { params }) => `/risks/${params.code}?done=unlinked`,
})
