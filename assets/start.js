// Everything works without this. It folds the navigation on small screens, moves to the summary of errors
// and counts what is written.
import {
  Button,
  CharacterCount,
  createAll,
  ErrorSummary,
  NotificationBanner,
  ServiceNavigation,
} from './govuk-frontend.js'

const components = [ServiceNavigation, ErrorSummary, NotificationBanner, Button, CharacterCount]
for (const component of components) createAll(component)

// A filter is applied as soon as a choice is made; without scripts there is a button for it.
for (const form of document.querySelectorAll('form[data-apply-on-change]')) {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) form.requestSubmit()
  })
}
