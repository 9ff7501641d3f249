import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { addForm, addPage } from './add.ts'
import { renameForm, renamePage } from './rename.ts'
import { frameworkRolePage, frameworkRolesPage } from './roles.ts'
import { treePage } from './tree.ts'

export const organisationPages: readonly Route[] = [
  treePage,
  frameworkRolesPage,
  frameworkRolePage,
  renamePage,
  addPage,
]

export const organisationDeeds: readonly Deed[] = [renameForm, addForm]
