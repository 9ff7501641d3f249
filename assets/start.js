// Everything works without this. It folds the navigation on small screens and moves to the summary of errors.
import { Button, createAll, ErrorSummary, NotificationBanner, ServiceNavigation } from './govuk-frontend.js'

for (const component of [ServiceNavigation, ErrorSummary, NotificationBanner, Button]) createAll(component)

// A filter is applied as soon as a choice is made; without scripts there is a button for it.
for (const form of document.querySelectorAll('form[data-apply-on-change]')) {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) form.requestSubmit()
  })
}
