import type { Deed } from '../../web/form.ts'
import type { Route } from '../../web/page.ts'
import { accountPage } from './account.ts'
import { changePasswordForm, delegationForm } from './account-forms.ts'
import { endCalendarAddressForm, makeCalendarAddressForm } from './calendar-address-forms.ts'
import { addKeyForm, endKeyForm, keysPage } from './keys.ts'
import { newPersonForm, newPersonPage } from './new-person.ts'
import { peoplePage } from './people.ts'
import { personPage } from './person.ts'
import { endGrantForm, grantForm, passwordLinkForm, statusForm } from './person-forms.ts'
import { fromProvider, toProvider } from './provider-steps.ts'
import { rolesPage } from './roles.ts'
import { chooseRoleForm, demonstrationForm, endSessionForm, signOutForm } from './session-forms.ts'
import { setPasswordForm, setPasswordPage } from './set-password.ts'
import { signInForm, signInPage } from './sign-in.ts'

export const peoplePages: readonly Route[] = [
  signInPage,
  setPasswordPage,
  accountPage,
  peoplePage,
  newPersonPage,
  personPage,
  rolesPage,
  keysPage,
]

export const peopleDeeds: readonly Deed[] = [
  signInForm,
  toProvider,
  fromProvider,
  signOutForm,
  demonstrationForm,
  setPasswordForm,
  chooseRoleForm,
  endSessionForm,
  changePasswordForm,
  delegationForm,
  makeCalendarAddressForm,
  endCalendarAddressForm,
  newPersonForm,
  grantForm,
  endGrantForm,
  statusForm,
  passwordLinkForm,
  addKeyForm,
  endKeyForm,
]
